/// A unit while its code is being written: slots, scopes, the depth of its stack.
struct UnitBuilder {
  /// What a name means inside a unit.
  struct Local {
    let slot: Int
    /// The loop that the name `loop` stands for, by its nesting; nil for all other names.
    var loopLevel: Int?
  }

  let kind: Unit.Kind
  let name: String
  let template: Int
  var escapes: Bool
  var code: [Instruction] = []
  var places: [CodePlace] = []
  /// Innermost last.
  ///
  /// Empty in a template's own body, where `set` reaches the context.
  var scopes: [[String: Local]] = []
  var slotCount = 0
  var loopDepth = 0
  var captures: [SlotBinding] = []
  /// Whether `extends` was there: text after it is not written.
  var isMuted = false
  private var depth = 0
  private var deepest = 0

  init(kind: Unit.Kind, name: String, template: Int, escapes: Bool) {
    self.kind = kind
    self.name = name
    self.template = template
    self.escapes = escapes
    if kind != .root { scopes = [[:]] }
  }

  var here: Int32 { Int32(code.count) }

  /// Adds an instruction that changes the stack's depth by `stack`.
  @discardableResult
  mutating func emit(_ instruction: Instruction, stack: Int, at range: Range<Int>) -> Int {
    code.append(instruction)
    places.append(CodePlace(range))
    depth += stack
    deepest = max(deepest, depth)
    return code.count - 1
  }

  /// Says that the two ways to this place differ in depth.
  mutating func adjust(_ stack: Int) { depth += stack }

  mutating func newSlot() -> Int {
    slotCount += 1
    return slotCount - 1
  }

  /// Declares a name in the innermost scope, or finds it there.
  mutating func declare(_ name: String) -> Int {
    if let local = scopes[scopes.count - 1][name], local.loopLevel == nil { return local.slot }
    let slot = newSlot()
    scopes[scopes.count - 1][name] = Local(slot: slot)
    return slot
  }

  func find(_ name: String) -> Local? {
    for scope in scopes.reversed() {
      if let local = scope[name] { return local }
    }
    return nil
  }

  /// Lets a jump end here.
  mutating func patch(_ index: Int) {
    switch code[index].code {
    case .branchPath: code[index].c = here
    case .loopBegin, .loopNext, .branchIfGiven, .fragment: code[index].b = here
    default: code[index].a = here
    }
  }

  func finished(parameters: [Unit.Parameter], varargs: Int, kwargs: Int, caller: Int) -> Unit {
    Unit(
      kind: kind, name: name, template: template, code: code, places: places,
      slotCount: slotCount, frameSize: slotCount + deepest + 4, escapes: escapes,
      parameters: parameters, varargsSlot: varargs, kwargsSlot: kwargs, callerSlot: caller,
      captures: captures)
  }
}
