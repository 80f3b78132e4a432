import SaanText

/// Reads a mapping of the descriptor key by key; keys that nobody asked for are mistakes.
///
/// A key that nobody reads does nothing, and whoever mistyped it would never know. So every
/// question notes its key, and `finish` tells of those that are left over; keys that the program
/// has no use for are asked for as well, and their values dropped.
struct DescriptorMapping {
  let owner: YAMLNode
  /// What the mapping describes, for messages: `field`, `resource`.
  let kind: Wording
  private let entries: [String: YAMLNode]
  private let order: [(key: String, node: YAMLNode)]
  private var known: Set<String> = []

  /// Reads the mapping; anything else is a mistake.
  init?(_ value: YAMLNode, _ kind: Wording, _ found: inout Diagnostics) {
    guard let pairs = value.pairs else {
      let mapping = Wording(en: "a mapping", th: "คู่ชื่อกับค่า")
      found.add(.wrongShape(kind, mapping, at: value.place))
      return nil
    }
    owner = value
    self.kind = kind
    order = pairs.map { ($0.key.scalar ?? "", $0.value) }
    entries = Dictionary(order.map { ($0.key, $0.node) }, uniquingKeysWith: { first, _ in first })
    keys = pairs.map { ($0.key.scalar ?? "", $0.key) }
  }

  private let keys: [(name: String, node: YAMLNode)]

  /// The value of a key, if it has one.
  mutating func take(_ key: String) -> YAMLNode? {
    known.insert(key)
    guard let value = entries[key], !value.isNull else { return nil }
    return value
  }

  /// The text of a key; numbers and dates count as text.
  mutating func text(_ key: String, _ found: inout Diagnostics) -> String? {
    guard let value = take(key) else { return nil }
    guard let text = value.scalar else {
      found.add(
        .wrongShape(.quoted(key), Wording(en: "a text", th: "ข้อความ"), at: value.place))
      return nil
    }
    return text
  }

  /// The text of a key without which the mapping means nothing.
  mutating func requiredText(_ key: String, _ found: inout Diagnostics) -> String? {
    if let text = text(key, &found), !text.isEmpty { return text }
    if entries[key] == nil || entries[key]?.isNull == true {
      found.add(.missingKey(key, kind, at: owner.place))
    }
    return nil
  }

  /// One of some words.
  mutating func choice(
    _ key: String, among words: [String], _ found: inout Diagnostics
  ) -> String? {
    guard let value = take(key) else { return nil }
    if let word = value.scalar, words.contains(word) { return word }
    let list = words.map { "'\($0)'" }
    found.add(
      .wrongShape(
        .quoted(key),
        Wording(en: list.joined(separator: " or "), th: list.joined(separator: " หรือ ")),
        at: value.place))
    return nil
  }

  /// A whole number from 0 on.
  mutating func count(_ key: String, _ found: inout Diagnostics) -> Int? {
    guard let value = take(key) else { return nil }
    guard let number = value.scalar.flatMap({ Int($0) }), number >= 0 else {
      found.add(
        .wrongShape(
          .quoted(key), Wording(en: "a whole number", th: "จำนวนเต็ม"), at: value.place))
      return nil
    }
    return number
  }

  /// A truth value.
  mutating func flag(_ key: String, _ found: inout Diagnostics) -> Bool {
    guard let value = take(key) else { return false }
    switch value.scalar {
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
  mutating func list(_ key: String, _ found: inout Diagnostics) -> [YAMLNode] {
    guard let value = take(key) else { return [] }
    switch value.content {
    case .sequence(let items): return items
    case .scalar: return [value]
    default:
      found.add(
        .wrongShape(.quoted(key), Wording(en: "a list", th: "รายการ"), at: value.place))
      return []
    }
  }

  /// The texts of a list.
  mutating func texts(_ key: String, _ found: inout Diagnostics) -> [String] {
    list(key, &found).compactMap { item in
      if let text = item.scalar { return text }
      found.add(
        .wrongShape(
          .quoted(key), Wording(en: "a list of texts", th: "รายการข้อความ"), at: item.place))
      return nil
    }
  }

  /// A text by language: `title: …`, `title@en: …` or `title: {th: …, en: …}`.
  mutating func localized(
    _ key: String, _ language: Language.Tag, _ found: inout Diagnostics
  ) -> Localized<String>? {
    var all: [(tag: Language.Tag?, value: String)] = []
    if let value = take(key) {
      if let pairs = value.pairs {
        for (tag, text) in pairs {
          guard let tag = tag.scalar, let text = text.scalar else {
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
      guard let text = value.scalar else { continue }
      all.append((Language.Tag(String(name.dropFirst(key.utf8.count + 1))), text))
    }
    return Localized(all)
  }

  /// Tells of the keys that nobody asked for.
  func finish(_ found: inout Diagnostics) {
    for (name, node) in keys where !known.contains(name) {
      found.add(.unknownKey(name, kind, among: known, at: node.place))
    }
  }
}
