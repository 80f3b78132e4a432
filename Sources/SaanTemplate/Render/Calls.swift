import SaanText

extension Renderer {
  // MARK: Rows

  private func signature(of instruction: Instruction) -> Signature {
    let index = Int(instruction.a)
    switch instruction.code {
    case .filter: return program.filters[index].signature
    case .test: return program.tests[index].signature
    default: return program.functions[index].signature
    }
  }

  private mutating func popArguments(
    _ instruction: Instruction
  ) throws(Interruption) -> Arguments {
    guard instruction.b >= 0 else {
      let (positional, named) = try popSpread(instruction, names: instruction.c)
      do throws(TemplateFault) {
        return try signature(of: instruction).bind(positional, named)
      } catch {
        throw .fault(error)
      }
    }
    if instruction.c < 0, instruction.b == 0 {
      return instruction.count == 0 ? .none : Arguments(values: pop(Int(instruction.count)))
    }
    var moreNamed: [(String, Value)] = []
    if instruction.c >= 0 {
      let names = program.nameLists[Int(instruction.c)]
      moreNamed = Array(zip(names, pop(names.count)))
    }
    let more = pop(Int(instruction.b))
    return Arguments(
      values: pop(Int(instruction.count)), more: more, moreNamed: moreNamed)
  }

  /// Pops positional and named arguments with `*list` and `**map` unfolded.
  mutating func popSpread(
    _ instruction: Instruction, names list: Int32
  ) throws(Interruption) -> (positional: [Value], named: [(String, Value)]) {
    var moreNamed: [(String, Value)] = []
    var more: [Value] = []
    if instruction.flags.contains(.namedSpread) {
      let value = pop()
      guard case .map(let map) = value else { throw .fault(.notMap(value)) }
      moreNamed = map.pairs.map { ($0.description, $1) }
    }
    if instruction.flags.contains(.spread) { more = try elements(pop()) }
    var named: [(String, Value)] = []
    if list >= 0 {
      let names = program.nameLists[Int(list)]
      named = Array(zip(names, pop(names.count)))
    }
    return (pop(Int(instruction.count)) + more, named + moreNamed)
  }

  mutating func filter(_ instruction: Instruction, at position: Int) throws(Interruption) {
    let index = Int(instruction.a)
    let arguments = try popArguments(instruction)
    let value = pop()
    noteFormerNames(in: arguments, of: value, at: position)
    guard let body = globals.globals.filterBodies[index] else {
      throw .fault(.notImplemented(program.filters[index].name))
    }
    let context = renderContext(escapes: instruction.flags.contains(.escapes))
    do throws(TemplateFault) {
      let result = try body(value, arguments, context)
      if result.isUndefined, !instruction.flags.contains(.lenient) { throw .noResult }
      try program.limits.check(result)
      push(result)
    } catch {
      throw .fault(error)
    }
  }

  mutating func test(_ instruction: Instruction) throws(Interruption) {
    let index = Int(instruction.a)
    let arguments = try popArguments(instruction)
    let value = pop()
    let context = renderContext(escapes: instruction.flags.contains(.escapes))
    do throws(TemplateFault) {
      push(.bool(try program.tests[index].apply(value, arguments, context)))
    } catch {
      throw .fault(error)
    }
  }

  mutating func function(_ instruction: Instruction) throws(Interruption) {
    let index = Int(instruction.a)
    let arguments = try popArguments(instruction)
    let escapes = instruction.flags.contains(.escapes)
    push(try call(function: index, arguments, escapes: escapes))
  }

  /// Takes the result that was worked out beforehand; a call that failed then fails here.
  mutating func constantCall(_ instruction: Instruction) throws(Interruption) {
    let index = Int(instruction.a)
    let escapes = instruction.flags.contains(.escapes)
    var value = globals.constantCalls[index]
    if value.isUndefined {
      let call = program.constantCalls[index]
      value = try self.call(function: call.function, call.arguments, escapes: escapes)
    }
    try finish(value, instruction)
  }

  private mutating func call(
    function index: Int, _ arguments: Arguments, escapes: Bool
  ) throws(Interruption) -> Value {
    if let kind = program.functions[index].makes { return try make(kind, arguments) }
    guard let body = globals.globals.functionBodies[index] else {
      throw .fault(.notImplemented(program.functions[index].name))
    }
    do throws(TemplateFault) {
      let value = try body(arguments, renderContext(escapes: escapes))
      try program.limits.check(value)
      return value
    } catch {
      throw .fault(error)
    }
  }

  private mutating func make(
    _ kind: RuntimeReference.Kind, _ arguments: Arguments
  ) throws(Interruption) -> Value {
    let index: Int
    switch kind {
    case .namespace:
      var map = TemplateMap([(String, Value)]())
      for argument in arguments.more {
        guard case .map(let base) = argument else { throw .fault(.notMap(argument)) }
        for (key, value) in base.pairs { map = map.setting(key.description, to: value) }
      }
      for (name, value) in arguments.moreNamed { map = map.setting(name, to: value) }
      index = namespaces.count
      namespaces.append(map)
    case .cycler:
      guard !arguments.more.isEmpty else { throw .fault(.missingArgument("items")) }
      index = cyclers.count
      cyclers.append((arguments.more, 0))
    default:
      index = joiners.count
      joiners.append((arguments[0], false))
    }
    if index > program.limits.elements {
      throw .fault(.tooManyElements(limit: program.limits.elements))
    }
    return .runtime(RuntimeReference(kind: kind, index: index))
  }

  // MARK: Calls of values

  /// How many values a call's arguments are on the stack.
  private func pushedCount(_ instruction: Instruction) -> Int {
    Int(instruction.count)
      + (instruction.a >= 0 ? program.nameLists[Int(instruction.a)].count : 0)
      + (instruction.flags.contains(.spread) ? 1 : 0)
      + (instruction.flags.contains(.namedSpread) ? 1 : 0)
  }

  mutating func call(_ instruction: Instruction) throws(Interruption) {
    let callee = stack[top - 1 - pushedCount(instruction)]
    try call(callee, instruction)
  }

  /// Calls a value; itself and the arguments lie on the stack and are gone afterwards.
  private mutating func call(
    _ callee: Value, _ instruction: Instruction
  ) throws(Interruption) {
    guard case .runtime(let reference) = callee else { throw .fault(.notCallable(callee)) }
    if reference.kind == .macro { return try callMacro(reference.index, instruction) }
    let (positional, named) = try popSpread(instruction, names: instruction.a)
    drop(1)
    let value = try call(reference, positional, named, instruction)
    try finish(value, instruction)
  }

  private mutating func finish(
    _ value: Value, _ instruction: Instruction
  ) throws(Interruption) {
    push(value)
    if instruction.flags.contains(.writes) {
      try writeTop(instruction)
    }
  }

  private mutating func call(
    _ reference: RuntimeReference, _ positional: [Value], _ named: [(String, Value)],
    _ instruction: Instruction
  ) throws(Interruption) -> Value {
    switch reference.kind {
    case .function:
      let arguments: Arguments
      do throws(TemplateFault) {
        arguments = try program.functions[reference.index].signature.bind(positional, named)
      } catch {
        throw .fault(error)
      }
      return try call(
        function: reference.index, arguments, escapes: instruction.flags.contains(.escapes))
    case .loop:
      guard loops.indices.contains(reference.index), loops[reference.index].recursion >= 0,
        positional.count == 1
      else { throw .fault(.loopNotRecursive) }
      let loop = loops[reference.index]
      let mark = output.count
      try runRecursion(loop.recursion, positional[0], depth: loop.depth + 1)
      let text = output.take(from: mark)
      return instruction.flags.contains(.escapes) ? .html(HTML(trusted: text)) : .string(text)
    case .joiner:
      defer { joiners[reference.index].used = true }
      return joiners[reference.index].used ? joiners[reference.index].separator : .string("")
    default: throw .fault(.notCallable(.runtime(reference)))
    }
  }

  mutating func method(_ instruction: Instruction) throws(Interruption) {
    let member = members[Int(instruction.b)]
    let receiver = stack[top - 1 - pushedCount(instruction)]
    if case .runtime(let reference) = receiver,
      let value = try callMember(member.name, of: reference, instruction)
    {
      return try finish(value, instruction)
    }
    if let callee = read(member, of: receiver), case .runtime = callee {
      return try call(callee, instruction)
    }
    if receiver.isUndefined { throw .fault(.undefinedLocal) }
    let (positional, named) = try popSpread(instruction, names: instruction.a)
    drop(1)
    do throws(TemplateFault) {
      let value = try Methods.call(
        member.name, on: receiver, positional, named,
        renderContext(escapes: instruction.flags.contains(.escapes)))
      try program.limits.check(value)
      push(value)
    } catch {
      throw .fault(error)
    }
    if instruction.flags.contains(.writes) {
      try writeTop(instruction)
    }
  }

  /// `loop.cycle`, `loop.changed`, `cycler.next`, `cycler.reset`.
  private mutating func callMember(
    _ name: String, of reference: RuntimeReference, _ instruction: Instruction
  ) throws(Interruption) -> Value? {
    let index = reference.index
    switch (reference.kind, name) {
    case (.loop, "cycle"), (.loop, "changed"):
      let (values, _) = try popSpread(instruction, names: instruction.a)
      drop(1)
      guard loops.indices.contains(index) else { throw .fault(.loopNotRecursive) }
      if name == "cycle" {
        guard !values.isEmpty else { throw .fault(.missingArgument("items")) }
        return values[loops[index].index % values.count]
      }
      let isSame = loops[index].changed.map { Value.list($0).isEqual(to: .list(values)) } ?? false
      loops[index].changed = values
      return .bool(!isSame)
    case (.cycler, "next"), (.cycler, "reset"):
      _ = try popSpread(instruction, names: instruction.a)
      drop(1)
      guard name == "next" else {
        cyclers[index].index = 0
        return Value.none
      }
      let value = cyclers[index].items[cyclers[index].index]
      cyclers[index].index = (cyclers[index].index + 1) % cyclers[index].items.count
      return value
    default: return nil
    }
  }
}
