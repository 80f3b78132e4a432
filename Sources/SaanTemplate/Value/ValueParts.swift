import SaanText

extension Value {
  /// What can be gone through: a list's elements, a map's keys, a text's characters.
  var elements: [Value]? {
    switch self {
    case .list(let values), .tuple(let values): values
    case .map(let map): map.keys
    case .string(let text): text.unicodeScalars.map { .string(String($0)) }
    case .html(let html): html.markup.unicodeScalars.map { .string(String($0)) }
    case .object(let object): object.elements
    default: nil
    }
  }

  /// Whether a field of it had another name once.
  @inline(__always)
  var hasFormerNames: Bool {
    switch self {
    case .map(let map): map.storage.lookup.hasFormerNames
    case .object(let object): object.hasFormerNames
    default: false
    }
  }

  /// The names of its fields.
  var fieldKeys: MapKeys? {
    switch self {
    case .map(let map): map.storage.keys
    case .object(let object): object.type.keys
    default: nil
    }
  }

  /// The elements, or a fault that says what was needed.
  func list() throws(TemplateFault) -> [Value] {
    guard let elements else { throw .notIterable(self) }
    return elements
  }

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
