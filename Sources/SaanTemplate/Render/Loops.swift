import SaanText

extension Renderer {
  /// Starts a loop over the popped value; true if there is nothing to go through.
  mutating func beginLoop(_ instruction: Instruction) throws(Interruption) -> Bool {
    var state = LoopState(try elements(pop()))
    let isFilter = instruction.flags.contains(.ignoresMissing)
    if instruction.flags.contains(.withContext) {
      state.recursion = recursion.instance
      state.depth = recursion.depth
    }
    if state.items.isEmpty, !isFilter { return true }
    if instruction.a >= 0 {
      let slot = address(instruction)
      slot.pointee = .runtime(RuntimeReference(kind: .loop, index: loops.count))
    }
    loops.append(state)
    return false
  }

  /// Goes on to the next element; true at the end.
  @inline(__always)
  mutating func nextTurn(_ instruction: Instruction) throws(Interruption) -> Bool {
    let last = loops.count - 1
    let index = loops[last].index + 1
    guard index < loops[last].items.count else { return true }
    loops[last].index = index
    try countTurn()
    let item = loops[last].items[index]
    if instruction.a >= 0 {
      (stack + frame + Int(instruction.a)).pointee = item
    } else {
      push(item)
    }
    return false
  }

  /// Counts a turn of a loop, or a run of a macro, block or template.
  @inline(__always)
  mutating func countTurn() throws(Interruption) {
    iterations += 1
    if iterations & 1023 == 0 { try checkBounds() }
  }

  @inline(never)
  private mutating func checkBounds() throws(Interruption) {
    if iterations > program.limits.iterations {
      throw .fault(.tooManyTurns(limit: program.limits.iterations))
    }
    try checkOutput()
  }

  mutating func loopMember(_ instruction: Instruction) throws(Interruption) {
    let loop = loops.count - 1 - Int(instruction.b)
    let member = LoopMember(rawValue: instruction.a) ?? .index
    let value = loops[loop].member(member)
    if value.isUndefined, !instruction.flags.contains(.lenient) {
      throw .fault(.undefinedValue("\(member)"))
    }
    push(value)
  }

  mutating func collect() {
    let last = loops.count - 1
    if pop().isTrue { loops[last].collected.append(loops[last].items[loops[last].index]) }
  }

  /// What `for` goes through: elements, keys, characters.
  func elements(_ value: Value) throws(Interruption) -> [Value] {
    guard let elements = value.elements else { throw .fault(.notIterable(value)) }
    return elements
  }

  /// Pushes the elements, so that the first lies on top.
  mutating func unpack(_ value: Value, _ count: Int) throws(TemplateFault) {
    guard let elements = value.elements else { throw .notIterable(value) }
    guard elements.count == count else { throw .unpackCount(elements.count, expected: count) }
    for element in elements.reversed() { push(element) }
  }

  /// Pops a namespace and the value for its field.
  mutating func storeField(_ instruction: Instruction) throws(TemplateFault) {
    let object = pop()
    let value = pop()
    guard case .runtime(let reference) = object, reference.kind == .namespace else {
      throw .notNamespace(object)
    }
    try program.limits.check(kept: value)
    let name = members[Int(instruction.a)].name
    namespaces[reference.index] = namespaces[reference.index].setting(name, to: value)
  }

  /// Runs a recursive loop's unit with what lies on the stack.
  mutating func recursiveLoop(_ instruction: Instruction) throws(Interruption) {
    let items = pop()
    macros.append(makeInstance(Int(instruction.a)))
    try runRecursion(macros.count - 1, items, depth: 0)
  }

  /// Runs a recursive loop once more, one level further in.
  mutating func runRecursion(
    _ instance: Int, _ items: Value, depth: Int
  ) throws(Interruption) {
    let unit = macros[instance].unit
    let old = try enter(unit)
    (stack + frame).pointee = items
    fillCaptures(macros[instance])
    let outer = recursion
    recursion = (instance, depth)
    try run(unit)
    recursion = outer
    leave(old)
  }
}
