import SaanText

/// What a reader sees in the main part of a page: a text for each paragraph, heading, item and row
/// of a table.
///
/// Scripts and styles say nothing to a reader; neither does what only stands in tags.
func textsOfPage(_ page: [UInt8]) -> [String] {
  page.withUnsafeBufferPointer { bytes in
    var scanner = PageTexts(bytes)
    scanner.scan()
    return scanner.texts
  }
}

private struct PageTexts {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position: Int
  private var current: [UInt8] = []
  /// Whether what comes next may stand apart from what came, as a theme's styles have it.
  private var isApart = false
  private(set) var texts: [String] = []

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

  mutating func scan() {
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == UInt8(ascii: "<") else {
        if isApart, byte.isOfWord, current.last?.isOfWord == true {
          current.append(UInt8(ascii: " "))
        }
        isApart = false
        current.append(byte)
        position += 1
        continue
      }
      guard tag() else { break }
    }
    end()
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
      if !isEnd, !current.isEmpty { current.append(UInt8(ascii: " ")) }
    } else if ["span", "small"].contains(name) {
      isApart = true
    } else if !Self.inLine.contains(name) {
      self.end()
    }
    if ["script", "style"].contains(name), !isEnd {
      let close = bytes[position...].firstRange(of: Array("</\(name)".utf8))
      position = close?.lowerBound ?? bytes.count
    }
    return true
  }

  /// Ends a text.
  private mutating func end() {
    guard !current.isEmpty else { return }
    let text = String(decoding: current, as: UTF8.self).withoutReferences
    let words = text.split { $0.isWhitespace }.joined(separator: " ")
    if !words.isEmpty { texts.append(words) }
    current.removeAll(keepingCapacity: true)
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
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "),
      ("&amp;", "&"),
    ]
    return known.reduce(self) { text, pair in
      text.split(separator: pair.0, omittingEmptySubsequences: false).joined(separator: pair.1)
    }
  }
}
