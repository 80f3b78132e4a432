/// A phrase in its plural forms.
public struct PhraseForms: Sendable, ExpressibleByStringLiteral {
  /// The form for exactly one, in languages that have one.
  public let one: PhraseText?
  /// The form for every other number, and for no number.
  public let other: PhraseText

  /// Makes a phrase of its texts.
  public init(one: String? = nil, other: String) {
    self.one = one.map { PhraseText($0) }
    self.other = PhraseText(other)
  }

  /// Makes a phrase with one form.
  public init(stringLiteral text: String) { self.init(other: text) }

  /// The form for a number.
  ///
  /// Thai has one form; English has `one` for exactly 1 and `other` for the rest (CLDR 44).
  public func text(for count: Int?) -> PhraseText { count == 1 ? one ?? other : other }

  /// The names in braces of all forms.
  public var names: Set<String> { Set(other.names + (one?.names ?? [])) }
}

/// The text of a phrase, split at its `{names}` when it is loaded.
public struct PhraseText: Sendable {
  private enum Piece {
    case text(String)
    /// A name in braces, and how it is written.
    case name(String, String)

    /// Whether it is the end of a sentence.
    var endsSentence: Bool {
      if case .text(let text) = self { (text + " ").endsSentence } else { false }
    }
  }

  /// The space at which no line ends, for `{_}`.
  public static let joint = "\u{A0}"

  /// The text as it stands in its file.
  public let written: String
  private let pieces: [Piece]
  /// What stands before the first name and after the last; all before where there is no name.
  let around: (before: String, after: String)

  /// Splits a text.
  public init(_ text: String) {
    written = text
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      pieces.append(.text(String(rest[..<open])))
      let name = String(rest[rest.index(after: open)..<close])
      pieces.append(.name(name, String(rest[open...close])))
      rest = rest[rest.index(after: close)...]
    }
    self.pieces = pieces.isEmpty ? [] : pieces + [.text(String(rest))]
    around = Self.around(self.pieces) ?? (text, "")
  }

  private static func around(_ pieces: [Piece]) -> (before: String, after: String)? {
    var parts = [""]
    for piece in pieces {
      switch piece {
      case .text(let text): parts[parts.count - 1] += text
      case .name("_", _): parts[parts.count - 1] += joint
      case .name: parts.append("")
      }
    }
    guard let first = parts.first, let last = parts.last, parts.count > 1 else { return nil }
    return (first, last)
  }

  /// The names in braces, each once for every time it stands there.
  public var names: [String] {
    pieces.compactMap { piece in
      if case .name(let name, _) = piece { name } else { nil }
    }
  }

  /// The text with the names replaced; one that is not given stays as it is written.
  ///
  /// - Parameter values: how values stand among the words of the text's language.
  public func filled(
    with arguments: [String: String], values: ValueInText? = nil
  ) -> String {
    guard !arguments.isEmpty, !pieces.isEmpty else { return written }
    guard let values else { return filled { arguments[$0] } }
    let isSentence = pieces.last.map(\.endsSentence) ?? false
    var text = ""
    var last = ""
    for piece in pieces {
      switch piece {
      case .text(let part):
        text += (values.addsSpace(last, part) ? " " : "") + part
        last = ""
      case .name(let name, let part):
        last = arguments[name] ?? part
        text = values.set(last, after: text, beginsSentence: isSentence)
      }
    }
    return text
  }

  /// The text with the names replaced by what the closure says; where it says nothing, a name stays
  /// as it is written.
  ///
  /// - Parameter grammar: sets the spaces between names and words, where it is given.
  func filled(
    by grammar: Grammar? = nil, _ value: (_ name: String) -> String?
  ) -> String {
    guard !pieces.isEmpty else { return written }
    var text = ""
    for piece in pieces {
      let next =
        switch piece {
        case .text(let part): part
        case .name(let name, let part): value(name) ?? part
        }
      if let grammar, grammar.parts(text, next) { text += " " }
      text += next
    }
    return text
  }
}
