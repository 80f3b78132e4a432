import SaanModel
import SaanText

/// A text that a reader sees on a page, with what stands in it as more than words.
struct TextOfPage: Sendable {
  /// What a part of a text is.
  enum Meaning: Sendable, Hashable {
    /// What a call of an article states.
    case stated(id: String, area: String?)
    /// What leads to another place.
    case link(String)
    /// A value, as templates mark it for machines.
    case value
  }

  let text: String
  /// The bytes of each part, and what it is.
  let parts: [(bytes: Range<Int>, meaning: Meaning)]
}

/// What a reader sees in the main part of a page: a text for each paragraph, heading, item and row
/// of a table, and what stands in place of a picture.
///
/// Scripts and styles say nothing to a reader; neither does what only stands in tags.
func textsOfPage(_ page: [UInt8]) -> [TextOfPage] {
  page.withUnsafeBufferPointer { bytes in
    var scanner = PageTexts(bytes)
    scanner.scan()
    return scanner.texts
  }
}

extension HTML {
  /// The same marked as what a call states, for those who read the page and not for its readers.
  func stating(_ figures: [StatedFigure]) -> HTML {
    figures.reversed().reduce(self) { inner, figure in
      let area = figure.area.map { " data-area=\"\(HTML(escaping: $0).markup)\"" } ?? ""
      return HTML(
        trusted:
          "<abbr data-figure=\"\(HTML(escaping: figure.id).markup)\"\(area)>\(inner.markup)</abbr>"
      )
    }
  }
}

private struct PageTexts {
  /// An element that is open and what it means.
  private struct Open {
    let name: String
    let meaning: TextOfPage.Meaning?
    var start: Int
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position: Int
  private var current: [UInt8] = []
  private var parts: [(bytes: Range<Int>, meaning: TextOfPage.Meaning)] = []
  private var open: [Open] = []
  /// Whether a space comes before what is next.
  private var isSpaced = false
  /// Whether what comes next may stand apart from what came, as a theme's styles have it.
  private var isApart = false
  private(set) var texts: [TextOfPage] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    position = bytes.firstRange(of: Array("<main".utf8))?.lowerBound ?? 0
  }

  /// Elements that stand within a line; all others end it.
  private static let inLine: Set<String> = [
    "a", "abbr", "b", "bdi", "cite", "code", "data", "em", "i", "mark", "q", "s", "small", "span",
    "strong", "sub", "sup", "time", "u", "tspan", "wbr", "svg",
  ]
  /// Elements that part what stands in one row.
  private static let cells: Set<String> = ["td", "th", "dd", "br"]
  /// Elements that may say what their words are.
  private static let telling: Set<String> = ["a", "abbr", "data"]

  mutating func scan() {
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else {
        let end = bytes[position...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        add(bytes[position..<end])
        position = end
        continue
      }
      guard tag() else { break }
    }
    end()
  }

  /// Adds words, with one space where there are several.
  private mutating func add(_ words: Slice<UnsafeBufferPointer<UInt8>>) {
    if isApart, words.first?.isOfWord == true, current.last?.isOfWord == true { isSpaced = true }
    isApart = false
    for scalar in String(decoding: words, as: UTF8.self).withoutReferences.unicodeScalars {
      if scalar.properties.isWhitespace {
        isSpaced = true
        continue
      }
      if isSpaced, !current.isEmpty { current.append(UInt8(ascii: " ")) }
      isSpaced = false
      current.append(contentsOf: String(scalar).utf8)
    }
  }

  /// Passes a tag; false at the end of the main part.
  private mutating func tag() -> Bool {
    let end = bytes[position...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
    let inside = bytes[(position + 1)..<max(end, position + 1)]
    let isEnd = inside.first == UInt8(ascii: "/")
    let letters = inside.dropFirst(isEnd ? 1 : 0).prefix { $0 | 0x20 >= 0x61 || $0 &- 0x30 < 10 }
    let name = String(decoding: letters, as: UTF8.self).lowercased()
    position = end + 1
    if name == "main", isEnd { return false }
    if Self.cells.contains(name) {
      if !isEnd { isSpaced = true }
    } else if ["span", "small"].contains(name) {
      isApart = true
    } else if !Self.inLine.contains(name) {
      self.end()
    }
    if Self.telling.contains(name) { pass(name, isEnd, inside) }
    if name == "img", let words = attribute("alt", in: inside), !words.isEmpty {
      texts.append(TextOfPage(text: words, parts: []))
    }
    if ["script", "style"].contains(name), !isEnd {
      let close = bytes[position...].firstRange(of: Array("</\(name)".utf8))
      position = close?.lowerBound ?? bytes.count
    }
    return true
  }

  /// Begins or ends a part.
  private mutating func pass(
    _ name: String, _ isEnd: Bool, _ tag: Slice<UnsafeBufferPointer<UInt8>>
  ) {
    guard isEnd else {
      open.append(Open(name: name, meaning: meaning(of: name, tag), start: current.count))
      return
    }
    guard let last = open.lastIndex(where: { $0.name == name }) else { return }
    close(open.remove(at: last))
  }

  private func meaning(
    of name: String, _ tag: Slice<UnsafeBufferPointer<UInt8>>
  ) -> TextOfPage.Meaning? {
    switch name {
    case "a": attribute("href", in: tag).map { .link($0) }
    case "abbr":
      attribute("data-figure", in: tag).map {
        .stated(id: $0, area: attribute("data-area", in: tag))
      }
    default: .value
    }
  }

  private mutating func close(_ part: Open) {
    guard let meaning = part.meaning, part.start < current.count else { return }
    parts.append((part.start..<current.count, meaning))
  }

  /// What an attribute of a tag says.
  private func attribute(
    _ name: String, in tag: Slice<UnsafeBufferPointer<UInt8>>
  ) -> String? {
    guard let start = tag.firstRange(of: Array(" \(name)=\"".utf8))?.upperBound else { return nil }
    let value = tag[start...].prefix { $0 != UInt8(ascii: "\"") }
    return String(decoding: value, as: UTF8.self).withoutReferences
      .split { $0.isWhitespace }.joined(separator: " ")
  }

  /// Ends a text.
  private mutating func end() {
    defer {
      current.removeAll(keepingCapacity: true)
      parts = []
      isSpaced = false
      for index in open.indices { open[index].start = 0 }
    }
    guard !current.isEmpty else { return }
    for part in open { close(part) }
    texts.append(TextOfPage(text: String(decoding: current, as: UTF8.self), parts: parts))
  }
}

extension UInt8 {
  /// Whether it is of a letter or a digit.
  fileprivate var isOfWord: Bool { self >= 0x80 || self | 0x20 &- 0x61 < 26 || self &- 0x30 < 10 }
}

extension String {
  /// The text with the references that pages are written with as the characters that they mean.
  fileprivate var withoutReferences: String {
    guard utf8.contains(UInt8(ascii: "&")) else { return self }
    let known = [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"),
      ("&nbsp;", " "), ("&amp;", "&"),
    ]
    return known.reduce(self) { text, pair in
      text.split(separator: pair.0, omittingEmptySubsequences: false).joined(separator: pair.1)
    }
  }
}
