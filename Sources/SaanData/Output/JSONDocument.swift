import SaanText

/// A JSON value to be written for people and programs: indented, its members in the given order.
package indirect enum JSONDocument: Sendable {
  case text(String)
  /// A number as it is to be written, to the last digit.
  case number(String)
  case flag(Bool)
  case null
  case list([JSONDocument])
  case object([(key: String, value: JSONDocument)])

  /// An object of the members that have a value.
  package static func members(
    _ members: KeyValuePairs<String, JSONDocument?>
  ) -> JSONDocument {
    .object(members.compactMap { pair in pair.value.map { (pair.key, $0) } })
  }

  /// A whole number.
  package static func count(_ number: Int) -> JSONDocument { .number(String(number)) }

  /// A list of texts.
  package static func texts(_ texts: [String]) -> JSONDocument { .list(texts.map { .text($0) }) }

  /// The text, or nothing.
  package init?(_ text: String?) {
    guard let text else { return nil }
    self = .text(text)
  }

  /// The list, or nothing when it is empty.
  package init?(notEmpty list: [JSONDocument]) {
    guard !list.isEmpty else { return nil }
    self = .list(list)
  }

  /// The whole document as UTF-8, with a line break at its end.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    write(into: &bytes, depth: 0)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  /// The document as it may stand in a script of a page: nothing in it ends the script.
  package var scriptText: String {
    String(decoding: bytes.dropLast(), as: UTF8.self)
      .split(separator: "<", omittingEmptySubsequences: false).joined(separator: "\\u003c")
  }

  private func write(into bytes: inout [UInt8], depth: Int) {
    switch self {
    case .text(let text): bytes.append(json: text)
    case .number(let digits): bytes.append(contentsOf: digits.utf8)
    case .flag(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    case .null: bytes.append(contentsOf: "null".utf8)
    case .list(let elements):
      write(elements, into: &bytes, depth: depth, "[", "]") { element, bytes in
        element.write(into: &bytes, depth: depth + 1)
      }
    case .object(let members):
      write(members, into: &bytes, depth: depth, "{", "}") { member, bytes in
        bytes.append(json: member.key)
        bytes.append(contentsOf: ": ".utf8)
        member.value.write(into: &bytes, depth: depth + 1)
      }
    }
  }

  private func write<Part>(
    _ parts: [Part], into bytes: inout [UInt8], depth: Int, _ open: String, _ close: String,
    part: (Part, inout [UInt8]) -> Void
  ) {
    guard !parts.isEmpty else {
      bytes.append(contentsOf: (open + close).utf8)
      return
    }
    bytes.append(contentsOf: open.utf8)
    for (index, element) in parts.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.appendLine(indentedBy: depth + 1)
      part(element, &bytes)
    }
    bytes.appendLine(indentedBy: depth)
    bytes.append(contentsOf: close.utf8)
  }
}

extension [UInt8] {
  fileprivate mutating func append(json text: String) {
    append(contentsOf: jsonString(text).utf8)
  }

  fileprivate mutating func appendLine(indentedBy depth: Int) {
    append(UInt8(ascii: "\n"))
    append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
  }
}

extension JSONDocument: ExpressibleByStringInterpolation {
  /// Makes a text.
  package init(stringLiteral text: String) { self = .text(text) }
}
