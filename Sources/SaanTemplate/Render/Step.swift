import SaanText

extension Renderer {
  /// Runs instructions until the unit's end.
  ///
  /// Only what a page does a hundred times is written out here; the rest is called.
  mutating func step(from position: inout Int, escapes: Bool) throws(Interruption) {
    let entry = position
    while true {
      let instruction = code[position]
      switch instruction.code {
      case .text: output.append(text + Int(instruction.a), Int(instruction.b))
      case .emitPath:
        try write(try resolve(instruction, at: position), instruction)
        try checkOutput()
      case .load: try load(instruction, at: position)
      case .constant: push(constants[Int(instruction.a)])
      case .constantCall: try constantCall(instruction)
      case .branchPath:
        let value = try resolve(instruction, at: position)
        if value.pointee.isUndefined { throw .fault(undefined(instruction)) }
        if value.pointee.isTrue == instruction.flags.contains(.negated) {
          position = entry + Int(instruction.c)
          continue
        }
      case .branch:
        if pop().isTrue == instruction.flags.contains(.negated) {
          position = entry + Int(instruction.a)
          continue
        }
      case .jump:
        position = entry + Int(instruction.a)
        continue
      case .shortcut:
        if (stack + (top - 1)).pointee.isTrue == instruction.flags.contains(.negated) {
          position = entry + Int(instruction.a)
          continue
        }
        drop(1)
      case .store: address(instruction).pointee = pop()
      case .loopBegin:
        if try beginLoop(instruction) {
          position = entry + Int(instruction.b)
          continue
        }
      case .loopNext:
        if try nextTurn(instruction) {
          position = entry + Int(instruction.b)
          continue
        }
      case .loopMember: try loopMember(instruction)
      case .fragment:
        if try beginFragment(Int(instruction.a)) {
          position = entry + Int(instruction.b)
          continue
        }
      case .branchIfGiven where !address(instruction).pointee.isUndefined:
        position = entry + Int(instruction.b)
        continue
      case .end: return
      default: try stepRarely(instruction, at: position)
      }
      position += 1
    }
  }

  @inline(__always)
  private mutating func load(
    _ instruction: Instruction, at position: Int
  ) throws(Interruption) {
    let value = try resolve(instruction, at: position)
    if !instruction.flags.contains(.lenient), value.pointee.isUndefined {
      throw .fault(undefined(instruction))
    }
    push(value.pointee)
  }

  private mutating func stepRarely(
    _ instruction: Instruction, at position: Int
  ) throws(Interruption) {
    let escapes = instruction.flags.contains(.escapes)
    switch instruction.code {
    case .emit: try writeTop(instruction)
    case .filter: try filter(instruction, at: position)
    case .test: try test(instruction)
    case .function: try function(instruction)
    case .call: try call(instruction)
    case .method: try method(instruction)
    case .macro: pushMacro(instruction)
    case .fragmentEnd: endFragment(Int(instruction.a))
    case .captureBegin: marks.append(output.count)
    case .captureEnd:
      let text = output.take(from: marks.removeLast())
      push(escapes ? .html(HTML(trusted: text)) : .string(text))
    case .block: try block(Int(instruction.a), bindings: Int(instruction.b))
    case .superBlock: try superBlock(instruction)
    case .include: try include(instruction)
    case .extends: try extends(instruction, at: position)
    case .importModule: try importModule(instruction)
    case .moduleMember: try moduleMember(Int(instruction.a))
    case .recursiveLoop: try recursiveLoop(instruction)
    case .loopEnd: loops.removeLast()
    case .collect: collect()
    case .loopCollected: push(.list(loops.removeLast().collected))
    case .pop: drop(1)
    case .branchIfGiven: break
    case .invalid: throw .fault(.invalidCode(Int(instruction.a)))
    default: try stepExpression(instruction, at: position)
    }
  }

  private mutating func stepExpression(
    _ instruction: Instruction, at position: Int
  ) throws(Interruption) {
    do throws(TemplateFault) {
      switch instruction.code {
      case .member:
        let object = pop()
        let value = read(members[Int(instruction.a)], of: object)
        guard pushDefined(value, instruction) else {
          throw .undefinedMember(members[Int(instruction.a)].name, of: object)
        }
        noteFormerName(Int(instruction.a), of: object, at: position)
      case .subscripted:
        let (index, object) = (pop(), pop())
        let value = try element(index, of: object)
        guard pushDefined(value, instruction) else {
          throw .undefinedElement(index, of: object)
        }
        noteFormerName(index, of: object, at: position)
      case .slice:
        let parts = pop(3)
        push(try sliced(pop(), from: parts[0], to: parts[1], by: parts[2]))
      case .list:
        let values = pop(Int(instruction.count))
        push(instruction.a == 1 ? .tuple(values) : .list(values))
      case .map: push(try makeMap(pop(Int(instruction.count) * 2)))
      case .negative: push(try Operators.negative(pop()))
      case .positive: push(try Operators.positive(pop()))
      case .not: push(.bool(!pop().isTrue))
      case .arithmetic:
        let right = pop()
        let left = pop()
        let operation = ArithmeticOperator(rawValue: instruction.a) ?? .add
        try pushMade(try Operators.apply(operation, left, right, limits: program.limits))
      case .concatenation:
        try pushMade(
          Operators.concatenation(
            pop(Int(instruction.count)), escapes: instruction.flags.contains(.escapes)))
      case .comparison:
        let right = pop()
        let left = pop()
        push(.bool(try compare(instruction, left, right)))
      case .chainedComparison:
        let right = pop()
        let left = pop()
        let result = try compare(instruction, left, right)
        push(right)
        push(.bool(result))
      case .dropUnder:
        let value = pop()
        drop(1)
        push(value)
      case .unpack: try unpack(pop(), Int(instruction.count))
      case .storeField: try storeField(instruction)
      default: preconditionFailure("an instruction that nothing runs")
      }
    } catch {
      throw .fault(error)
    }
  }

  private mutating func pushMade(_ value: Value) throws(TemplateFault) {
    try program.limits.check(value)
    push(value)
  }

  private func compare(
    _ instruction: Instruction, _ left: Value, _ right: Value
  ) throws(TemplateFault) -> Bool {
    try Operators.holds(
      ComparisonOperator(rawValue: instruction.a) ?? .equal, left, right)
  }

  /// Pushes a value, or undefined where something waits for that; false if it must not be.
  private mutating func pushDefined(_ value: Value?, _ instruction: Instruction) -> Bool {
    if let value, !value.isUndefined {
      push(value)
    } else if instruction.flags.contains(.lenient) {
      push(.undefined)
    } else {
      return false
    }
    return true
  }
}

// MARK: - Members

extension Renderer {
  /// Where the value of a path lies; nothing is copied unless an object computes it.
  @inline(__always)
  mutating func resolve(
    _ instruction: Instruction, at position: Int
  ) throws(Interruption) -> UnsafeMutablePointer<Value> {
    var pointer = address(instruction)
    for step in 0..<Int(instruction.count) {
      let number = Int(paths[Int(instruction.b) + step])
      pointer = try self.step(into: pointer, member: number, step, instruction, position)
    }
    return pointer
  }

  @inline(__always)
  private mutating func step(
    into pointer: UnsafeMutablePointer<Value>, member: Int, _ step: Int,
    _ instruction: Instruction, _ position: Int
  ) throws(Interruption) -> UnsafeMutablePointer<Value> {
    if case .map(let map) = pointer.pointee {
      // The slot, or the map before, keeps this one alive; counting the reference would make
      // cores that render at once wait for each other.
      let found = Unmanaged.passUnretained(map.storage)._withUnsafeGuaranteedRef { storage in
        storage.lookup.position(of: (members + member).pointee)
          .flatMap { index in
            UnsafeMutablePointer<Value>(bitPattern: storage.valuesAddress)?.advanced(by: index)
          }
      }
      if let found { return found }
    }
    return try stepRarely(into: pointer, member: member, step, instruction, position)
  }

  @inline(never)
  private mutating func stepRarely(
    into pointer: UnsafeMutablePointer<Value>, member: Int, _ step: Int,
    _ instruction: Instruction, _ position: Int
  ) throws(Interruption) -> UnsafeMutablePointer<Value> {
    let place = scratch + step & 1
    if let value = read(members[member], of: pointer.pointee) {
      noteFormerName(member, of: pointer.pointee, at: position)
      place.pointee = value
      return place
    }
    let isLast = step == Int(instruction.count) - 1
    if pointer.pointee.isUndefined { throw .fault(undefined(instruction, step: step)) }
    guard isLast, instruction.flags.contains(.lenient) else {
      throw .fault(.undefinedMember(members[member].name, of: pointer.pointee))
    }
    place.pointee = .undefined
    return place
  }

  /// The value under a member's name, if there is one.
  func read(_ member: MemberName, of object: Value) -> Value? {
    switch object {
    case .map(let map): map.storage.keys.index(of: member).map { map.storage.values[$0] }
    case .object(let object): object.read(member)
    case .runtime(let reference): read(member, of: reference)
    default: nil
    }
  }

  private func read(_ member: MemberName, of reference: RuntimeReference) -> Value? {
    switch reference.kind {
    case .namespace: namespaces[reference.index][member.name]
    case .loop:
      loops.indices.contains(reference.index)
        ? LoopMember(member.name).map { loops[reference.index].member($0) } : nil
    case .macro: macroMember(member.name, units[macros[reference.index].unit])
    case .module: moduleValue(member, modules[reference.index])
    case .cycler where member.name == "current":
      cyclers[reference.index].items[cyclers[reference.index].index]
    default: nil
    }
  }

  private func macroMember(_ name: String, _ unit: Unit) -> Value? {
    switch name {
    case "name": .string(unit.name)
    case "arguments": .tuple(unit.parameters.map { .string($0.name) })
    case "catch_kwargs": .bool(unit.kwargsSlot >= 0)
    case "catch_varargs": .bool(unit.varargsSlot >= 0)
    case "caller": .bool(unit.callerSlot >= 0)
    default: nil
    }
  }

  private func moduleValue(_ member: MemberName, _ module: ModuleInstance) -> Value? {
    guard let slot = program.contextKeys.index(of: member),
      program.templates[module.template].exports.contains(slot)
    else { return nil }
    return contexts[module.context][slot]
  }

  mutating func moduleMember(_ slot: Int) throws(Interruption) {
    guard case .runtime(let reference) = stack[top - 1], reference.kind == .module else {
      preconditionFailure("a module lies under its members")
    }
    let module = modules[reference.index]
    let name = program.contextNames[slot]
    guard let value = moduleValue(MemberName(name), module), !value.isUndefined else {
      let template = program.templates[module.template]
      throw .fault(
        .missingImport(
          name, template.name, among: template.exports.map { program.contextNames[$0] }))
    }
    push(value)
  }

  /// The fault of reading what is not there: a variable, or a member along a path.
  func undefined(_ instruction: Instruction, step: Int? = nil) -> TemplateFault {
    let last = step ?? Int(instruction.count)
    guard last > 0 else {
      guard !instruction.flags.contains(.local) else { return .undefinedLocal }
      return .undefinedVariable(
        program.contextNames[Int(instruction.a)], among: definedNames())
    }
    return .undefinedValue(members[Int(paths[Int(instruction.b) + last - 1])].name)
  }

  private func definedNames() -> [String] {
    program.contextNames.indices.filter { !context[$0].isUndefined }
      .map { program.contextNames[$0] }
  }
}

// MARK: - Writing

extension Renderer {
  @inline(__always)
  mutating func write(
    _ pointer: UnsafeMutablePointer<Value>, _ instruction: Instruction
  ) throws(Interruption) {
    let escapes = instruction.flags.contains(.escapes)
    switch pointer.pointee {
    case .string(let text):
      if escapes { output.appendEscaped(text) } else { output.append(text) }
    case .html(let html): output.append(html.markup)
    case .int(let value): output.append(value)
    default: try writeRarely(pointer.pointee, instruction)
    }
  }

  @inline(never)
  private mutating func writeRarely(
    _ value: Value, _ instruction: Instruction
  ) throws(Interruption) {
    let escapes = instruction.flags.contains(.escapes)
    switch value {
    case .undefined:
      throw .fault(instruction.code == .emitPath ? undefined(instruction) : .undefinedLocal)
    case .object(let object):
      guard let text = object.text else { throw .fault(.notPrintable(object.type.name)) }
      if case .html(let html) = text { return output.append(html.markup) }
      writeText(text.description, escapes: escapes)
    case .runtime(let reference) where reference.kind != .loop:
      throw .fault(.notPrintable("\(reference.kind)"))
    // No reader of a page knows what Python calls nothing.
    case .none where escapes: break
    default: writeText(value.description, escapes: escapes)
    }
  }

  private mutating func writeText(_ text: String, escapes: Bool) {
    if escapes { output.appendEscaped(text) } else { output.append(text) }
  }

  mutating func writeTop(_ instruction: Instruction) throws(Interruption) {
    try write(stack + (top - 1), instruction)
    drop(1)
    try checkOutput()
  }

  @inline(__always)
  func checkOutput() throws(Interruption) {
    if output.count > outputLimit { throw .fault(.tooMuchOutput(limit: outputLimit)) }
  }
}
