import SaanText

/// The words of markup: those of cells, items and paragraphs are parted, drawings have none.
func visibleText(of html: HTML) -> String {
  let bytes = Array(html.markup.utf8)
  var words: [UInt8] = []
  var index = 0
  while index < bytes.count {
    switch bytes[index] {
    case UInt8(ascii: "<"):
      let tag = tag(in: bytes, at: index)
      index = tag.end
      if hidden.contains(tag.name), !tag.isEnd {
        index = end(of: tag.name, in: bytes, from: index)
      } else if !inLine.contains(tag.name) {
        words.append(UInt8(ascii: "\n"))
      }
    case UInt8(ascii: "&"):
      let (text, end) = entity(in: bytes, at: index)
      words += text.utf8
      index = end
    case let byte:
      words.append(byte)
      index += 1
    }
  }
  return String(decoding: words, as: UTF8.self)
}

/// The elements whose words nobody reads.
private let hidden: Set<String> = ["svg", "script", "style"]

/// The elements that stand in a line.
private let inLine: Set<String> = [
  "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "em", "i", "mark", "q", "s",
  "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
]

private func tag(in bytes: [UInt8], at start: Int) -> (name: String, isEnd: Bool, end: Int) {
  let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.endIndex - 1
  let isEnd = start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "/")
  let name = bytes[min(end, start + (isEnd ? 2 : 1))..<end].prefix {
    $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 >= 0x30 && $0 <= 0x39
  }
  return (String(decoding: name, as: UTF8.self).lowercased(), isEnd, end + 1)
}

/// Behind the end tag of an element that holds no other of its name.
private func end(of name: String, in bytes: [UInt8], from start: Int) -> Int {
  var index = start
  while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
    let found = tag(in: bytes, at: open)
    index = found.end
    if found.isEnd, found.name == name { return index }
  }
  return bytes.count
}

/// The character that an entity stands for, of those that the program writes; else the ampersand.
private func entity(in bytes: [UInt8], at start: Int) -> (text: String, end: Int) {
  let known = [
    "&lt;": "<", "&gt;": ">", "&#34;": "\"", "&quot;": "\"", "&#39;": "'", "&nbsp;": " ",
    "&amp;": "&",
  ]
  for (name, text) in known where bytes[start...].starts(with: name.utf8) {
    return (text, start + name.utf8.count)
  }
  return ("&", start + 1)
}
