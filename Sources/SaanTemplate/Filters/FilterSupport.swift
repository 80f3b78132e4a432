import SaanText

extension Value {
  /// The value with a new text, markup if it was markup; what is not there stays so.
  func mapText(_ transform: (String) -> String) -> Value {
    if isNone { return self }
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
  private enum Part {
    case name(MemberName)
    case key(Value)

    init(_ text: Substring) {
      if text.utf8.allSatisfy({ $0 &- 0x30 < 10 }), let number = Int(text) {
        self = .key(.int(number))
      } else {
        self = .name(MemberName(String(text)))
      }
    }

    var value: Value {
      switch self {
      case .name(let name): .string(name.name)
      case .key(let key): key
      }
    }

    func member(of item: Value) -> Value? {
      if case (.name(let name), .object(let object)) = (self, item) { return object.read(name) }
      return item.member(value)
    }
  }

  private let parts: [Part]

  init(_ value: Value) {
    guard let text = value.text else {
      parts = value.isNone ? [] : [.key(value)]
      return
    }
    let names = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    parts = names.map { Part(Substring($0)) }
  }

  /// The value along the path; `standard` wherever there is none.
  func value(in item: Value, standard: Value = .none) throws(TemplateFault) -> Value {
    var current = item
    for part in parts {
      guard let next = part.member(of: current), !next.isUndefined else {
        if !standard.isNone {
          current = standard
          continue
        }
        throw .undefinedMember(part.value.description, of: current)
      }
      current = next
    }
    return current
  }

  /// The value along the path, or undefined.
  func optional(in item: Value) -> Value {
    var current = item
    for part in parts {
      guard let next = part.member(of: current) else { return .undefined }
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
