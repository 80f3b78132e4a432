import SaanData
import SaanTemplate
import SaanText

/// Something about a theme that a site may choose: a colour, a logo, the parts of the home page.
///
/// A theme declares it with its kind, so that a wrong value is told at its line of `site.yaml`, and
/// templates are checked against its type before a page is made.
package struct ThemeOption: Sendable {
  /// What an option can be set to.
  package enum Kind: String, Sendable, CaseIterable {
    case text, number, boolean, colour, asset, picture, path, choice, list, figure

    /// What the reference says of it.
    package var summary: String {
      switch self {
      case .text: "Words, or words for each language; templates see those of the reader's."
      case .number: "A number."
      case .boolean: "true or false."
      // These may stand in a style sheet as they are.
      case .colour: "A colour written `#rgb` or `#rrggbb`; empty for none."
      case .asset: "The name of a file in the theme's or the site's `assets/`; empty for none."
      case .picture: "The name of such a file that browsers show as a picture; empty for none."
      case .path: "A path of the site such as `/about/`; empty for none."
      case .choice: "One of the words under `values`."
      case .figure: "The id of an indicator such as `funds.members`; empty for none."
      case .list: "Words in an order, from those under `values` if there are any."
      }
    }
  }

  package let name: String
  package let kind: Kind
  /// The words that a choice or a list may hold.
  package let values: [String]
  package let summary: String
  /// The colours that a colour is read on, or that are read on it.
  package let backgrounds: [Colour]
  /// What the site says, or the theme's default.
  package var value: YAMLNode

  /// Makes an option as its theme declares it, with its default as the value.
  package init(
    name: String, kind: Kind, values: [String], summary: String, backgrounds: [Colour],
    value: YAMLNode
  ) {
    self.name = name
    self.kind = kind
    self.values = values
    self.summary = summary
    self.backgrounds = backgrounds
    self.value = value
  }

  /// The value for readers of a language.
  package func value(in tag: Language.Tag) -> Value {
    switch kind {
    case .text: Value(Localized(yaml: value)?[tag])
    case .colour, .asset, .picture, .path, .choice, .figure: .string(value.text ?? "")
    case .boolean, .number, .list: Value(yaml: value)
    }
  }

  /// What templates know of the value before rendering.
  package var type: ValueType {
    switch kind {
    case .text, .colour, .asset, .picture, .path, .choice, .figure: .string
    case .boolean: .bool
    case .number: .number
    case .list: .list(of: .string)
    }
  }
}

// MARK: - What may be chosen

extension ThemeOption {
  /// What is wrong with a value for this option.
  package func mistakes(in node: YAMLNode, assets: some Sequence<String>) -> [Diagnostic] {
    let words = node.elements ?? [node]
    guard accepts(node) else {
      if kind == .colour, node.isNull, let colour = node.span.file.remark(behind: node.span) {
        return [.unquotedColour(name, colour, at: node.span)]
      }
      let subject = Wording(en: "the option '\(name)'", th: "ตัวเลือก '\(name)' ")
      var wrong = Diagnostic.wrongYAMLType(subject, expected: expected, found: node)
      wrong.hint = example
      return [wrong]
    }
    switch kind {
    case .asset, .picture:
      guard let text = node.text, !text.isEmpty, !assets.contains(text) else { return [] }
      return [.unknownSiteAsset(text, at: node.span, among: assets)]
    case .choice, .list:
      return words.filter { word in !values.isEmpty && word.text.map(values.contains) != true }
        .map { .unknownChoice(name, Located($0.text ?? "", at: $0.span), among: values) }
    default: return []
    }
  }

  /// Tells of a colour that is too near to one that it is read on (WCAG 2.2, 1.4.3).
  package func contrastMistake(in node: YAMLNode) -> Diagnostic? {
    guard kind == .colour, let text = node.text, let colour = Colour(text),
      let worst = backgrounds.min(by: { colour.contrast(with: $0) < colour.contrast(with: $1) }),
      colour.contrast(with: worst) < Colour.readableContrast
    else { return nil }
    // Rounded down: 4.49 must not pass for 4.5.
    let ratio = ExactNumber(Int(colour.contrast(with: worst) * 10)).timesPowerOfTen(-1)
    return .faintColour(
      text, on: worst.hex, ratio: ratio?.text(.fixed(1)) ?? "",
      nearest: colour.nearestReadable(on: backgrounds)?.hex, at: node.span)
  }

  private func accepts(_ node: YAMLNode) -> Bool {
    switch kind {
    case .text: Localized(yaml: node) != nil
    case .number: node.integer != nil || node.double != nil
    case .boolean: node.bool != nil
    case .colour: node.text.map { $0.isEmpty || Colour($0) != nil } == true
    case .asset, .picture, .choice, .figure: node.text != nil
    case .path: node.text.map { $0.isEmpty || $0.hasPrefix("/") } == true
    case .list: node.elements.map { $0.allSatisfy { $0.text != nil } } == true
    }
  }

  /// A line that is right.
  private var example: Wording? {
    let line: String
    switch kind {
    case .colour: line = "\(name): \"#0b5f8a\""
    case .number: line = "\(name): 4"
    case .boolean: line = "\(name): true"
    case .path: line = "\(name): /about/"
    case .choice, .list:
      guard let first = values.first else { return nil }
      line = kind == .list ? "\(name): [\(first)]" : "\(name): \(first)"
    case .text, .asset, .picture, .figure: return nil
    }
    return Wording(en: "write it as in '\(line)'", th: "เขียนแบบ '\(line)'")
  }

  private var expected: Wording {
    switch kind {
    case .text: Wording(en: "text, or a text for each language", th: "ข้อความ หรือข้อความของแต่ละภาษา")
    case .number: Wording(en: "a number", th: "ตัวเลข")
    case .boolean: Wording(en: "true or false", th: "true หรือ false")
    case .colour: Wording(en: "a colour such as '#0b5f8a'", th: "สี เช่น '#0b5f8a'")
    case .asset, .picture: Wording(en: "the name of a file in assets/", th: "ชื่อไฟล์ใน assets/")
    case .path: Wording(en: "a path of the site such as /about/", th: "พาธของเว็บ เช่น /about/")
    case .choice: Wording(en: "one word", th: "คำเดียว")
    case .list: Wording(en: "a list of words", th: "รายการของคำ")
    case .figure: Wording(en: "the id of a figure", th: "รหัสของตัวเลข")
    }
  }
}

extension SourceFile {
  /// The word of a remark that stands where a value should: `#0a7a50` of `accent: #0a7a50`.
  fileprivate func remark(behind span: SourceSpan) -> String? {
    let line = text(
      in: span.range.lowerBound..<max(span.lineRange.upperBound, span.range.lowerBound))
    let whole = text(in: span.lineRange)
    let word =
      (line.firstIndex(of: "#").map { line[$0...] }
      ?? whole.firstIndex(of: "#").map { whole[$0...] })?
      .prefix { !$0.isWhitespace }
    return word.flatMap { Colour(String($0)) == nil ? nil : String($0) }
  }
}
