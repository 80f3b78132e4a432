/// A loop that is running.
struct LoopState {
  let items: [Value]
  /// The position of the current element, from 0; -1 before the first.
  var index = -1
  /// How many recursive loops are around it.
  var depth = 0
  /// The macro-like instance that `loop(children)` runs, or -1.
  var recursion = -1
  var changed: [Value]?
  /// Elements that the loop's `if` lets through.
  var collected: [Value] = []

  init(_ items: [Value]) { self.items = items }

  func member(_ member: LoopMember) -> Value {
    switch member {
    case .index: .int(index + 1)
    case .index0: .int(index)
    case .revindex: .int(items.count - index)
    case .revindex0: .int(items.count - index - 1)
    case .first: .bool(index == 0)
    case .last: .bool(index == items.count - 1)
    case .length: .int(items.count)
    case .depth: .int(depth + 1)
    case .depth0: .int(depth)
    case .previtem: index > 0 ? items[index - 1] : .undefined
    case .nextitem: index + 1 < items.count ? items[index + 1] : .undefined
    }
  }
}
