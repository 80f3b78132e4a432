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
