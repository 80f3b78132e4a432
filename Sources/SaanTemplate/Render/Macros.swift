import SaanText

extension Renderer {
  func makeInstance(_ unit: Int) -> MacroInstance {
    let captures = units[unit].captures
    return MacroInstance(
      unit: unit, context: contextNumber,
      captures: captures.isEmpty ? [] : captures.map { stack[frame + $0.from] })
  }

  mutating func pushMacro(_ instruction: Instruction) {
    macros.append(makeInstance(Int(instruction.a)))
    push(.runtime(RuntimeReference(kind: .macro, index: macros.count - 1)))
  }

  func fillCaptures(_ instance: MacroInstance) {
    for (binding, value) in zip(units[instance.unit].captures, instance.captures) {
      stack[frame + binding.to] = value
    }
  }

  /// Calls a macro whose arguments, and itself under them, lie on the stack.
  ///
  /// Where its text may stand as it is, it goes straight to the output; else it is taken out again,
  /// as a value.
  mutating func callMacro(
    _ index: Int, _ instruction: Instruction
  ) throws(Interruption) {
    let instance = macros[index]
    let unit = instance.unit
    let spread: (positional: [Value], named: [(String, Value)])?
    if instruction.flags.isDisjoint(with: [.spread, .namedSpread]) {
      spread = nil
    } else {
      spread = try popSpread(instruction, names: instruction.a)
    }
    let names = spread == nil && instruction.a >= 0 ? program.nameLists[Int(instruction.a)] : []
    let pushed = spread == nil ? Int(instruction.count) + names.count : 0
    let first = top - pushed
    let old = try enter(unit)
    fillCaptures(instance)
    // A macro that refers to itself was captured before it had its value.
    fillSelf(instance, index)
    if let spread {
      try bind(unit, spread.positional, spread.named)
    } else {
      try bind(unit, first: first, count: Int(instruction.count), names: names)
    }
    let escapes = instruction.flags.contains(.escapes)
    let direct = instruction.flags.contains(.writes) && (units[unit].escapes || !escapes)
    let mark = output.count
    let outer = context
    let outerNumber = contextNumber
    (context, contextNumber) = (contexts[instance.context], instance.context)
    try run(unit)
    (context, contextNumber) = (outer, outerNumber)
    leave(old)
    drop(pushed + 1)
    if direct { return }
    let text = output.take(from: mark)
    push(units[unit].escapes ? .html(HTML(trusted: text)) : .string(text))
    if instruction.flags.contains(.writes) { try writeTop(instruction) }
  }

  private func fillSelf(_ instance: MacroInstance, _ index: Int) {
    for (binding, value) in zip(units[instance.unit].captures, instance.captures)
    where value.isUndefined {
      stack[frame + binding.to] = .runtime(RuntimeReference(kind: .macro, index: index))
    }
  }

  /// Fast way: the arguments lie on the stack, as they were written.
  private mutating func bind(
    _ unit: Int, first: Int, count: Int, names: [String]
  ) throws(Interruption) {
    let parameters = units[unit].parameters
    if count > parameters.count {
      guard units[unit].varargsSlot >= 0 else {
        throw .fault(.tooManyArguments(limit: parameters.count))
      }
    }
    for index in 0..<min(count, parameters.count) { stack[frame + index] = stack[first + index] }
    var more: [(String, Value)] = []
    for (offset, name) in names.enumerated() {
      let value = stack[first + count + offset]
      try bind(unit, name, value, positional: count, &more)
    }
    let extra =
      count > parameters.count ? (parameters.count..<count).map { stack[first + $0] } : []
    try bindRest(unit, extra, more)
  }

  private mutating func bind(
    _ unit: Int, _ positional: [Value], _ named: [(String, Value)]
  ) throws(Interruption) {
    let parameters = units[unit].parameters
    if positional.count > parameters.count, units[unit].varargsSlot < 0 {
      throw .fault(.tooManyArguments(limit: parameters.count))
    }
    for (index, value) in positional.prefix(parameters.count).enumerated() {
      stack[frame + index] = value
    }
    var more: [(String, Value)] = []
    for (name, value) in named {
      try bind(unit, name, value, positional: positional.count, &more)
    }
    try bindRest(unit, Array(positional.dropFirst(parameters.count)), more)
  }

  private mutating func bind(
    _ unit: Int, _ name: String, _ value: Value, positional: Int, _ more: inout [(String, Value)]
  ) throws(Interruption) {
    let parameters = units[unit].parameters
    if let index = parameters.firstIndex(where: { $0.name == name }) {
      if index < positional { throw .fault(.argumentTwice(name)) }
      stack[frame + index] = value
    } else if name == "caller", units[unit].callerSlot >= 0 {
      stack[frame + units[unit].callerSlot] = value
    } else {
      more.append((name, value))
    }
  }

  private mutating func bindRest(
    _ unit: Int, _ extra: [Value], _ named: [(String, Value)]
  ) throws(Interruption) {
    if units[unit].varargsSlot >= 0 { stack[frame + units[unit].varargsSlot] = .tuple(extra) }
    if units[unit].kwargsSlot >= 0 {
      stack[frame + units[unit].kwargsSlot] = .map(TemplateMap(named))
    } else if let (name, _) = named.first {
      let names = units[unit].parameters.map(\.name)
      throw .fault(
        name == "caller" ? .noCaller(units[unit].name) : .unknownArgument(name, among: names))
    }
  }
}
