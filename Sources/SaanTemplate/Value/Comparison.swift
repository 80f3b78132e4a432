extension Value {
  /// Whether two values are equal as in Python: 1 == 1.0 == true, markup equals its text.
  public func isEqual(to other: Value) -> Bool {
    switch (self, other) {
    case (.undefined, .undefined), (.none, .none): return true
    case (.string, .string), (.string, .html), (.html, .string), (.html, .html):
      return text == other.text
    case (.list(let left), .list(let right)), (.tuple(let left), .tuple(let right)):
      return left.count == right.count && zip(left, right).allSatisfy { $0.isEqual(to: $1) }
    case (.map(let left), .map(let right)):
      return left.count == right.count
        && left.pairs.allSatisfy { key, value in
          right[key: key].map { value.isEqual(to: $0) } ?? false
        }
    case (.object(let left), .object(let right)):
      if left === right { return true }
      guard let key = left.key, let otherKey = right.key else { return false }
      return left.type === right.type && key.isEqual(to: otherKey)
    case (.runtime(let left), .runtime(let right)): return left == right
    case (.bool, _), (.int, _), (.double, _):
      if let left = integer, let right = other.integer { return left == right }
      guard let left = number, let right = other.number else { return false }
      return left == right
    default: return false
    }
  }

  /// The order of two values as in Python, or an error where they have none.
  public func isLess(than other: Value) throws(TemplateFault) -> Bool {
    switch (self, other) {
    case (.string, .string), (.string, .html), (.html, .string), (.html, .html):
      return (text ?? "").isBefore(other.text ?? "")
    case (.list(let left), .list(let right)), (.tuple(let left), .tuple(let right)):
      for (a, b) in zip(left, right) where !a.isEqual(to: b) { return try a.isLess(than: b) }
      return left.count < right.count
    case (.object(let left), .object(let right)):
      if let key = left.key, let otherKey = right.key { return try key.isLess(than: otherKey) }
    default:
      if let left = integer, let right = other.integer { return left < right }
      if let left = number, let right = other.number { return left < right }
    }
    throw .notOrdered(self, other)
  }
}

extension String {
  /// The order of code points, as Python compares; it is the order of the UTF-8 bytes.
  func isBefore(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}
