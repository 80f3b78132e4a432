extension ValueType {
  /// How many types a value may have, and how many lists may lie inside each other, before nothing
  /// more is said of it.
  private static let (widthLimit, depthLimit) = (16, 4)

  /// The types that the value may have; none where there is nothing.
  var parts: [ValueType] {
    switch self {
    case .nothing: []
    case .oneOf(let parts): parts
    default: [self]
    }
  }

  /// The type of a value that is of one type or the other.
  func joined(_ other: ValueType) -> ValueType {
    var all = parts
    for part in other.parts {
      if let index = all.firstIndex(where: { $0.isAlike(part) }) {
        all[index] = all[index].merged(part)
      } else {
        all.append(part)
      }
    }
    let isAny = all.contains { if case .any = $0 { true } else { false } }
    if isAny || all.count > Self.widthLimit { return .any }
    return all.count > 1 ? .oneOf(all) : all.first ?? .nothing
  }

  /// Whether both are the same type, but for what lies in lists and maps.
  private func isAlike(_ other: ValueType) -> Bool {
    switch (self, other) {
    case (.bool, .bool), (.number, .number), (.string, .string), (.html, .html), (.list, .list),
      (.map, .map), (.any, .any):
      true
    case (.described(let left), .described(let right)): left() === right()
    default: false
    }
  }

  private func merged(_ other: ValueType) -> ValueType {
    switch (self, other) {
    case (.list(let left), .list(let right)): .list(of: left.joined(right))
    case (.map(let left), .map(let right)): .map(of: left.joined(right))
    default: self
    }
  }

  /// Whether both say the same, given that one grew out of the other.
  func isSame(as other: ValueType) -> Bool {
    guard parts.count == other.parts.count else { return false }
    return zip(parts, other.parts).allSatisfy { left, right in
      switch (left, right) {
      case (.list(let a), .list(let b)), (.map(let a), .map(let b)): a.isSame(as: b)
      default: left.isAlike(right)
      }
    }
  }

  /// The type without what lies deeper than anybody looks.
  var limited: ValueType { limited(to: Self.depthLimit) }

  private func limited(to depth: Int) -> ValueType {
    switch self {
    case .list(let element): depth == 0 ? .any : .list(of: element.limited(to: depth - 1))
    case .map(let element): depth == 0 ? .any : .map(of: element.limited(to: depth - 1))
    case .oneOf(let parts):
      parts.reduce(.nothing) { $0.joined($1.limited(to: depth)) }
    default: self
    }
  }

  /// The type of what is gone through.
  var element: ValueType {
    parts.reduce(.nothing) { result, part in
      switch part {
      case .list(let element): result.joined(element)
      case .string, .html, .map: result.joined(.string)
      default: .any
      }
    }
  }
}
