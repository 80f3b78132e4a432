import SaanText

/// The words of an SVG drawing, each with the language that an element around it names.
struct DrawingTexts {
  /// Some words, their bytes in the file, and the language they are marked with.
  struct Piece {
    let text: String
    let range: Range<Int>
    let marked: Language.Tag?
  }

  /// The words in the order of the file; remarks, styles and scripts are none.
  private(set) var pieces: [Piece] = []
  /// The elements that are open, with the language of each.
  private var open: [(name: String, language: Language.Tag?)] = []

  init(_ svg: [UInt8]) {
    var position = 0
    while position < svg.count {
      guard svg[position] == UInt8(ascii: "<") else {
        let end = svg[position...].firstIndex(of: UInt8(ascii: "<")) ?? svg.count
        take(svg, position..<end)
        position = end
        continue
      }
      let isRemark = svg[position...].starts(with: "<!--".utf8)
      let close = isRemark ? "-->" : ">"
      let end =
        svg[position...].firstRange(of: Array(close.utf8))?.upperBound ?? svg.count
      if !isRemark { read(String(decoding: svg[position..<end], as: UTF8.self)) }
      position = end
    }
  }

  private static let shown: Set<String> = ["text", "title", "desc"]

  private mutating func take(_ svg: [UInt8], _ range: Range<Int>) {
    guard open.contains(where: { Self.shown.contains($0.name) }) else { return }
    let text = String(decoding: svg[range], as: UTF8.self)
    // What a call says has the words of its own language.
    guard text.contains(where: \.isLetter), !text.contains("{{") else { return }
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    pieces.append(Piece(text: words, range: range, marked: open.last?.language))
  }

  private mutating func read(_ tag: String) {
    let name = tag.dropFirst().drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
    guard !name.isEmpty else { return }
    if tag.hasPrefix("</") {
      if let index = open.lastIndex(where: { $0.name == name }) {
        open.removeSubrange(index...)
      }
    } else if !tag.hasSuffix("/>") {
      open.append((String(name), Self.language(of: tag) ?? open.last?.language))
    }
  }

  private static func language(of tag: String) -> Language.Tag? {
    for name in [" lang=", " xml:lang="] {
      guard let found = tag.firstRange(of: name) else { continue }
      let value = tag[found.upperBound...]
      guard let quote = value.first, quote == "\"" || quote == "'" else { continue }
      return Language.Tag(String(value.dropFirst().prefix { $0 != quote }))
    }
    return nil
  }
}

extension DrawingTexts.Piece {
  /// The language of the words: the one they are marked with, else Thai by its letters, else the
  /// only one of a site that has others.
  func language(among languages: [Language]) -> Language.Tag? {
    if let marked { return marked }
    if text.unicodeScalars.contains(where: { 0x0E01...0x0E4E ~= $0.value }) { return .thai }
    let others = languages.filter { $0.tag != .thai }
    return others.count == 1 ? others.first?.tag : nil
  }
}
