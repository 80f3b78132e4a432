/// The texts that readers of one language are shown in another, and how these are marked for who
/// hears a page or has it translated.
///
/// Thai is known by its letters, wherever they stand. Other languages share theirs, so that their
/// texts are known by what the site has in them alone; these stand whole, never inside a word.
public struct BorrowedTexts: Sendable {
  /// What stands around a borrowed text: in HTML, or in the text of an SVG.
  public enum Element: String, Sendable, Hashable, CaseIterable {
    case span, tspan
  }

  /// A borrowed text inside another.
  struct Piece {
    let range: Range<String.Index>
    let language: Language.Tag
  }

  /// The texts that are not Thai, with their languages, in the order of the alphabet.
  public let all: [(text: String, language: Language.Tag)]
  /// The same by their first words, those of a word the longest first.
  private let byFirstWord: [Substring: [(text: String, language: Language.Tag)]]
  /// Whether Thai letters are another language's.
  private let marksThai: Bool

  /// Makes the texts that a reader borrows.
  ///
  /// - Parameters:
  ///   - texts: the texts by their languages; Thai ones and those that begin without a letter or a
  ///     digit are left out.
  ///   - reader: the reader's language.
  public init(_ texts: [String: Language.Tag], for reader: Language.Tag) {
    all = texts.filter { $0.value != .thai && $0.value != reader && !$0.key[...].firstWord.isEmpty }
      .sorted { $0.key < $1.key }.map { (text: $0.key, language: $0.value) }
    byFirstWord = Dictionary(grouping: all) { $0.text[...].firstWord }
      .mapValues { $0.sorted { $0.text.utf8.count > $1.text.utf8.count } }
    marksThai = reader != .thai
  }

  /// Those of a reader who lacks nothing, in whose texts nothing is marked.
  public static let none = BorrowedTexts([:], for: .thai)

  /// The text as markup with its borrowed parts marked; `nil` where nothing in it is borrowed.
  public func markup(_ text: String, in element: Element = .span) -> HTML? {
    let pieces = pieces(of: text)
    guard !pieces.isEmpty else { return nil }
    var bytes: [UInt8] = []
    append(text, pieces, in: element, into: &bytes) { $0.appendEscaped($1) }
    return HTML(trusted: String(decoding: bytes, as: UTF8.self))
  }

  /// Appends a text as markup with its borrowed parts marked.
  ///
  /// - Parameter write: appends a part of the text, by default escaped.
  public func append(
    _ text: String, in element: Element = .span, into bytes: inout [UInt8],
    writing write: (inout [UInt8], String) -> Void = { $0.appendEscaped($1) }
  ) {
    append(text, pieces(of: text), in: element, into: &bytes, write)
  }

  /// The language of a text in lines that is borrowed as a whole.
  public func language(of lines: [String]) -> Language.Tag? {
    marksNothing ? nil : language(of: lines.joined(separator: " "))
  }

  private var marksNothing: Bool { !marksThai && byFirstWord.isEmpty }

  /// The language of a text that is borrowed as a whole.
  public func language(of text: String) -> Language.Tag? {
    let pieces = pieces(of: text)
    guard let only = pieces.first, only.range == text.startIndex..<text.endIndex else { return nil }
    return only.language
  }

  private func append(
    _ text: String, _ pieces: [Piece], in element: Element, into bytes: inout [UInt8],
    _ write: (inout [UInt8], String) -> Void
  ) {
    var done = text.startIndex
    for piece in pieces {
      if done < piece.range.lowerBound {
        write(&bytes, String(text[done..<piece.range.lowerBound]))
      }
      bytes.append(text: "<\(element.rawValue) lang=\"")
      bytes.appendEscaped(piece.language.rawValue)
      bytes.append("\">")
      write(&bytes, String(text[piece.range]))
      bytes.append(text: "</\(element.rawValue)>")
      done = piece.range.upperBound
    }
    if done < text.endIndex { write(&bytes, String(text[done...])) }
  }
}

/// Where borrowed texts stand in another.
extension BorrowedTexts {
  func pieces(of text: String) -> [Piece] {
    guard !marksNothing, !byFirstWord.isEmpty || text.mayBeThai else { return [] }
    let scalars = text.unicodeScalars
    var pieces: [Piece] = []
    var index = scalars.startIndex
    while index < scalars.endIndex {
      if marksThai, scalars[index].isThaiLetter {
        let end = endOfThai(in: scalars, from: index)
        pieces.append(Piece(range: index..<end, language: .thai))
        index = end
      } else if scalars[index].isInWord {
        let word = text[index...].firstWord
        let known = byFirstWord[word]?.first { text[index...].begins(with: $0.text) }
        guard let known else {
          index = word.endIndex
          continue
        }
        let end = text.utf8.index(index, offsetBy: known.text.utf8.count)
        pieces.append(Piece(range: index..<end, language: known.language))
        index = end
      } else {
        index = scalars.index(after: index)
      }
    }
    return pieces
  }

  /// The end of the last Thai letter before what Thai words do not have between them.
  private func endOfThai(
    in scalars: String.UnicodeScalarView, from start: String.Index
  ) -> String.Index {
    var end = start
    for index in scalars[start...].indices {
      if scalars[index].isThaiLetter {
        end = scalars.index(after: index)
      } else if !scalars[index].joinsThai {
        break
      }
    }
    return end
  }
}

extension Substring {
  /// The letters and digits that it begins with; empty where it begins otherwise or with Thai.
  fileprivate var firstWord: Substring { Substring(unicodeScalars.prefix { $0.isInWord }) }

  /// Whether it begins with a text that ends where a word ends.
  fileprivate func begins(with other: String) -> Bool {
    guard utf8.starts(with: other.utf8) else { return false }
    let rest = utf8.dropFirst(other.utf8.count)
    guard let next = Substring(rest).unicodeScalars.first, let last = other.unicodeScalars.last
    else { return true }
    return !(next.isInWord && last.isInWord)
  }
}

extension String {
  /// Whether bytes are in it that Thai letters begin with.
  fileprivate var mayBeThai: Bool { utf8.contains(0xE0) }
}

extension Unicode.Scalar {
  /// A letter, mark or digit of the Thai script; the sign of the baht is none.
  fileprivate var isThaiLetter: Bool { (0xE01...0xE5B).contains(value) && value != 0xE3F }

  /// What may stand between two Thai words that are marked as one text.
  fileprivate var joinsThai: Bool {
    switch self {
    case " ", ".", "-", "/", "\u{A0}", "\u{200B}", "\u{2060}", "“", "”": true
    default: false
    }
  }

  /// A letter or digit of another script.
  fileprivate var isInWord: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case ..<0xAA: false
    default: !(0xE00...0xE7F).contains(value) && properties.isAlphabetic
    }
  }
}
