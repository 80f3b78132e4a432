import SaanText

/// The words of a value in the HTML of a shortcode; `nil` where it states none in a line.
struct StatedWords {
  /// Without tags; entities stay as they are.
  let words: String
  /// Where they begin and end; at the first tag among them.
  let range: Range<String.Index>

  init?(_ markup: String) {
    guard markup.containsBytes(of: "<data ") else { return nil }
    var start = markup.startIndex
    while start < markup.endIndex, markup[start] == "<" {
      guard let end = markup[start...].firstIndex(of: ">") else { return nil }
      start = markup.index(after: end)
    }
    let end = markup[start...].firstIndex(of: "<") ?? markup.endIndex
    guard start < end else { return nil }
    range = start..<end
    words = String(markup[range])
  }
}

/// How the words end that HTML was written of, in the block that is open.
struct WordsBefore {
  /// The last words without tags; fewer where the block begins there.
  let text: String
  /// Where the last byte of them stands; `nil` where there are none.
  let last: Int?
  /// Whether what comes first in the block begins a sentence: not so in a cell of a table.
  let beginsSentence: Bool

  /// How many bytes are enough to see how words end.
  private static let reach = 48
  private static let inLine: Set<String> = [
    "a", "abbr", "code", "data", "del", "em", "span", "strong", "sup", "time",
  ]

  init(_ output: ArraySlice<UInt8>, isTitle: Bool) {
    var bytes: [UInt8] = []
    var last: Int?
    var block = isTitle ? "h2" : ""
    var index = output.endIndex
    while index > output.startIndex, bytes.count < Self.reach {
      index -= 1
      guard output[index] == UInt8(ascii: ">") else {
        last = last ?? index
        bytes.append(output[index])
        continue
      }
      guard let open = output[..<index].lastIndex(of: UInt8(ascii: "<")) else { break }
      let name = String(
        decoding: output[(open + 1)..<index].drop { $0 == UInt8(ascii: "/") }
          .prefix { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }, as: UTF8.self)
      guard Self.inLine.contains(name) else {
        block = name
        break
      }
      index = open
    }
    while let first = bytes.last, first & 0xC0 == 0x80 { bytes.removeLast() }
    text = String(decoding: bytes.reversed(), as: UTF8.self)
    self.last = last
    beginsSentence = block == "p" || block == "li" || block.first == "h"
  }
}

extension String {
  /// Whether the HTML begins with a block, which no paragraph may hold (HTML Living Standard,
  /// 4.4.1: phrasing content).
  var beginsWithBlock: Bool {
    let start = drop(while: \.isWhitespace)
    guard start.first == "<" else { return false }
    return blocks.contains(String(start.dropFirst().prefix { $0.isLetter || $0.isNumber }))
  }
}

private let blocks: Set<String> = [
  "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figure", "footer", "form",
  "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section",
  "table", "ul",
]
