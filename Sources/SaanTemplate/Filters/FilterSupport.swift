import SaanText

extension Value {
  /// The value with a new text, markup if it was markup.
  func mapText(_ transform: (String) -> String) -> Value {
    if case .html(let html) = self { return .html(HTML(trusted: transform(html.markup))) }
    return .string(transform(description))
  }

  /// The elements, or a fault that says what was needed.
  func list() throws(TemplateFault) -> [Value] {
    guard let elements else { throw .notIterable(self) }
    return elements
  }

  /// Strings without the difference of case, all else as it is.
  var foldingCase: Value { text.map { .string($0.lowercased()) } ?? self }
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

extension Value {
  /// The member or element under a name or a number.
  func member(_ key: Value) -> Value? {
    switch self {
    case .map(let map): map[key: key]
    case .object(let object): key.text.flatMap { object[$0] } ?? elementAt(key)
    default: elementAt(key)
    }
  }

  private func elementAt(_ key: Value) -> Value? {
    guard let position = key.integer else { return nil }
    switch self {
    case .string(let text): return text.scalar(at: position).map { .string($0) }
    default: return elements?.at(position)
    }
  }
}

extension [Value] {
  /// Sorted as Python sorts: stable, and in reverse still stable.
  func sorted(
    isReversed: Bool, by key: (Value) throws(TemplateFault) -> Value
  ) throws(TemplateFault) -> [Value] {
    var keyed: [(key: Value, value: Value)] = []
    for value in self { keyed.append((try key(value), value)) }
    do {
      // `sort` is stable, but its signature does not promise a typed error.
      try keyed.sort { left, right in
        try isReversed ? right.key.isLess(than: left.key) : left.key.isLess(than: right.key)
      }
    } catch let fault as TemplateFault {
      throw fault
    } catch {
      preconditionFailure("comparing throws nothing else")
    }
    return keyed.map(\.value)
  }
}

extension Value {
  /// Whether Python would refuse it as a key.
  var isUnhashable: Bool {
    switch self {
    case .list, .map: true
    default: false
    }
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
