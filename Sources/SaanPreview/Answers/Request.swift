import SaanText

/// What a browser asks for, as far as it counts here.
struct Request: Sendable {
  /// `GET` or `HEAD`; nothing else is answered.
  let method: String
  /// The address as it was sent, such as `/th/?q=1`.
  let target: String
  /// The header fields by name, in the order in which they came.
  let fields: [(name: String, value: String)]

  /// The value of a field that may come once; `nil` where it does not come, or more often.
  func field(_ name: String) -> String? {
    let values = fields(name)
    return values.count == 1 ? values[0] : nil
  }

  /// All values of a field.
  func fields(_ name: String) -> [String] {
    fields.lazy.filter { $0.name.lowercased() == name }.map(\.value)
  }

  /// The path without its query, taken out of its percent signs; `nil` where it is no path of text.
  var path: String? {
    guard target.hasPrefix("/") else { return nil }
    let bytes = percentDecoded(Array(target.utf8.prefix { $0 != 0x3F && $0 != 0x23 })[...])
    guard !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  /// The query with its question mark; empty where there is none.
  var query: Substring {
    let query = target.drop { $0 != "?" && $0 != "#" }
    return query.first == "?" ? query.prefix { $0 != "#" } : ""
  }

  /// A value of the query.
  func query(_ name: String) -> String? {
    for pair in query.dropFirst().split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts[0] == name { return parts.count > 1 ? percentDecoded(String(parts[1])) : "" }
    }
    return nil
  }
}
