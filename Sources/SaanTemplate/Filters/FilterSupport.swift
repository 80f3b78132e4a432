import SaanText

extension Value {
  /// The value with a new text, markup if it was markup.
  func mapText(_ transform: (String) -> String) -> Value {
    if case .html(let html) = self { return .html(HTML(trusted: transform(html.markup))) }
    return .string(transform(description))
  }

  /// Strings without the difference of case, all else as it is.
  var foldingCase: Value { text.map { .string($0.lowercased()) } ?? self }

  /// Whether Python would refuse it as a key.
  var isUnhashable: Bool {
    switch self {
    case .list, .map: true
    default: false
    }
  }
}

/// A member path given as text: `area.name`, `0.title`, or a number.
struct AttributePath {
  private let parts: [Value]

  init(_ value: Value) {
    guard let text = value.text else {
      parts = value.isNone ? [] : [value]
      return
    }
    parts = text.split(separator: ".", omittingEmptySubsequences: false).map { part in
      Int(part).map { part.allSatisfy(\.isNumber) ? .int($0) : .string(String(part)) }
        ?? .string(String(part))
    }
  }

  /// The value along the path; `standard` wherever there is none.
  func value(in item: Value, standard: Value = .none) throws(TemplateFault) -> Value {
    var current = item
    for part in parts {
      guard let next = current.member(part), !next.isUndefined else {
        if !standard.isNone {
          current = standard
          continue
        }
        throw .undefinedMember(part.description, of: current)
      }
      current = next
    }
    return current
  }

  /// The value along the path, or undefined.
  func optional(in item: Value) -> Value {
    var current = item
    for part in parts {
      guard let next = current.member(part) else { return .undefined }
      current = next
    }
    return current
  }
}

/// Values that have been seen, for `unique`.
struct ValueSet {
  private var buckets: [UInt64: [Value]] = [:]

  /// Adds a value; false if it was there.
  mutating func insert(_ value: Value) -> Bool {
    let hash = value.keyHash
    if buckets[hash]?.contains(where: { $0.isEqual(to: value) }) == true { return false }
    buckets[hash, default: []].append(value)
    return true
  }
}
