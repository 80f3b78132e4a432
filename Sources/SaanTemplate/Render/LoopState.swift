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

/// What `loop` tells about the current turn.
enum LoopMember: Int32, CaseIterable {
  case index, index0, revindex, revindex0, first, last, length, depth, depth0, previtem, nextitem

  /// The member of a name.
  init?(_ name: String) {
    guard let member = Self.allCases.first(where: { "\($0)" == name }) else { return nil }
    self = member
  }
}

extension ObjectType {
  /// `loop`, as the check before rendering and the manual know it.
  public static let loop = ObjectType(
    "loop",
    [
      Field(name: "index", type: .number, summary: "the turn, from 1"),
      Field(name: "index0", type: .number, summary: "the turn, from 0"),
      Field(name: "revindex", type: .number, summary: "the turns left, down to 1"),
      Field(name: "revindex0", type: .number, summary: "the turns left, down to 0"),
      Field(name: "first", type: .bool, summary: "whether this is the first turn"),
      Field(name: "last", type: .bool, summary: "whether this is the last turn"),
      Field(name: "length", type: .number, summary: "how many turns there are"),
      Field(name: "depth", type: .number, summary: "how deep a recursive loop is, from 1"),
      Field(name: "depth0", type: .number, summary: "how deep a recursive loop is, from 0"),
      Field(name: "previtem", type: .any, summary: "the element before; undefined at first"),
      Field(name: "nextitem", type: .any, summary: "the element after; undefined at last"),
      Field(name: "cycle", type: .any, summary: "called with values, gives them in turn"),
      Field(name: "changed", type: .any, summary: "called with values, whether they are new"),
    ])
}

/// A macro together with where it was defined.
struct MacroInstance {
  let unit: Int
  /// The context it reads, by number.
  let context: Int
  let captures: [Value]
}

/// A template that was imported: its context and what it offers.
struct ModuleInstance {
  let template: Int
  let context: Int
  /// Whether it saw the importer's variables, so that no other import may share it.
  let isPrivate: Bool
}
