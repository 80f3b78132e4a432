import SaanText
import Yams

/// A node of the descriptor's YAML with the file it stands in, so that mistakes have a place.
struct DescriptorNode {
  let node: Node
  let source: SourceFile

  /// Where the node begins, up to the end of its text when it is a plain one.
  var span: SourceSpan {
    guard let mark = node.mark else { return source.start }
    let start = source.offset(line: mark.line, column: mark.column)
    return source.span(start..<start + max(1, node.scalar?.string.utf8.count ?? 1))
  }

  var place: Place { span.place }
}

extension SourceFile {
  /// The byte offset of a line and column, both from 1, the column counted in Unicode scalars.
  func offset(line: Int, column: Int) -> Int {
    var start = 0
    for _ in 1..<max(1, line) {
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { break }
      start = end + 1
    }
    var left = column - 1
    while left > 0, start < bytes.count {
      start += 1
      while start < bytes.count, bytes[start] & 0xC0 == 0x80 { start += 1 }
      left -= 1
    }
    return start
  }
}

/// Reads a mapping of the descriptor key by key; keys that nobody asked for are mistakes.
struct DescriptorMapping {
  let owner: DescriptorNode
  /// What the mapping describes, for messages: `field`, `resource`.
  let kind: Wording
  private let entries: [String: DescriptorNode]
  private let order: [(key: String, node: DescriptorNode)]
  private var known: Set<String> = []

  /// Reads the mapping; anything else is a mistake.
  init?(_ value: DescriptorNode, _ kind: Wording, _ found: inout Diagnostics) {
    guard case .mapping(let mapping) = value.node else {
      found.add(.wrongShape(kind, Wording(en: "a mapping", th: "คู่ชื่อกับค่า"), at: value.place))
      return nil
    }
    owner = value
    self.kind = kind
    order = mapping.map {
      ($0.key.string ?? "", DescriptorNode(node: $0.value, source: value.source))
    }
    entries = Dictionary(order.map { ($0.key, $0.node) }, uniquingKeysWith: { first, _ in first })
    keys = mapping.map {
      ($0.key.string ?? "", DescriptorNode(node: $0.key, source: value.source))
    }
  }

  private let keys: [(name: String, node: DescriptorNode)]

  /// The value of a key, if it has one.
  mutating func take(_ key: String) -> DescriptorNode? {
    known.insert(key)
    guard let value = entries[key], !value.node.isNull else { return nil }
    return value
  }

  /// The text of a key; numbers and dates count as text.
  mutating func text(_ key: String, _ found: inout Diagnostics) -> String? {
    guard let value = take(key) else { return nil }
    guard let text = value.node.scalar?.string else {
      found.add(.wrongShape(.quoted(key), Wording(en: "a text", th: "ข้อความ"), at: value.place))
      return nil
    }
    return text
  }

  /// The text of a key without which the mapping means nothing.
  mutating func requiredText(_ key: String, _ found: inout Diagnostics) -> String? {
    if let text = text(key, &found), !text.isEmpty { return text }
    if entries[key] == nil || entries[key]?.node.isNull == true {
      found.add(.missingKey(key, kind, at: owner.place))
    }
    return nil
  }

  /// A whole number from 0 on.
  mutating func count(_ key: String, _ found: inout Diagnostics) -> Int? {
    guard let value = take(key) else { return nil }
    guard let number = value.node.scalar.flatMap({ Int($0.string) }), number >= 0 else {
      found.add(
        .wrongShape(.quoted(key), Wording(en: "a whole number", th: "จำนวนเต็ม"), at: value.place))
      return nil
    }
    return number
  }

  /// A truth value.
  mutating func flag(_ key: String, _ found: inout Diagnostics) -> Bool {
    guard let value = take(key) else { return false }
    switch value.node.scalar?.string {
    case "true": return true
    case "false": return false
    default:
      found.add(
        .wrongShape(
          .quoted(key), Wording(en: "true or false", th: "true หรือ false"), at: value.place))
      return false
    }
  }

  /// The items of a list; a single text counts as a list of one.
  mutating func list(_ key: String, _ found: inout Diagnostics) -> [DescriptorNode] {
    guard let value = take(key) else { return [] }
    switch value.node {
    case .sequence(let items): return items.map { DescriptorNode(node: $0, source: value.source) }
    case .scalar: return [value]
    default:
      found.add(.wrongShape(.quoted(key), Wording(en: "a list", th: "รายการ"), at: value.place))
      return []
    }
  }

  /// The texts of a list.
  mutating func texts(_ key: String, _ found: inout Diagnostics) -> [String] {
    list(key, &found).compactMap { item in
      if let text = item.node.scalar?.string { return text }
      found.add(
        .wrongShape(
          .quoted(key), Wording(en: "a list of texts", th: "รายการข้อความ"), at: item.place))
      return nil
    }
  }

  /// A text by language: `title: …`, `title@en: …` or `title: {th: …, en: …}`.
  mutating func localized(
    _ key: String, _ language: Language.Tag, _ found: inout Diagnostics
  ) -> LocalizedText {
    var all: [(Language.Tag, String)] = []
    if let value = take(key) {
      if case .mapping(let mapping) = value.node {
        for (tag, text) in mapping {
          guard let tag = tag.string, let text = text.scalar?.string else {
            found.add(
              .wrongShape(
                .quoted(key), Wording(en: "a text by language", th: "ข้อความแยกตามภาษา"),
                at: value.place))
            continue
          }
          all.append((Language.Tag(tag), text))
        }
      } else if let text = text(key, &found) {
        all.append((language, text))
      }
    }
    for (name, value) in order where name.hasPrefix("\(key)@") {
      known.insert(name)
      guard let text = value.node.scalar?.string else { continue }
      all.append((Language.Tag(String(name.dropFirst(key.utf8.count + 1))), text))
    }
    return LocalizedText(all)
  }

  /// Tells of the keys that nobody asked for.
  func finish(_ found: inout Diagnostics) {
    for (name, node) in keys where !known.contains(name) {
      found.add(.unknownKey(name, kind, among: known, at: node.place))
    }
  }
}

extension Node {
  /// Whether nothing is written: `key:` or `null`.
  var isNull: Bool {
    guard case .scalar(let scalar) = self, scalar.style == .plain else { return false }
    return ["", "~", "null"].contains(scalar.string)
  }
}
