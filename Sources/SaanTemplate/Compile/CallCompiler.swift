import SaanText

extension Compiler {
  mutating func compileFilter(
    _ operand: Expression?, _ call: NamedCall, _ range: Range<Int>, lenient: Bool = false
  ) {
    guard let index = filterIndex[call.name] else {
      if let operand { compile(operand) }
      report(.unknownFilter(call.name, among: filterIndex.keys, at: span(call.nameRange)))
      emitInvalid(at: range)
      return
    }
    let filter = environment.filters[index]
    if let operand { compile(operand, lenient: filter.acceptsUndefined) }
    checkNamedRows(call)
    compileRow(
      .filter, index, filter.signature, call.arguments, what: "'\(call.name)'", operands: 1, range,
      lenient: lenient, lenientArguments: filter.acceptsUndefined)
  }

  mutating func compileTest(_ operand: Expression, _ call: NamedCall, _ range: Range<Int>) {
    guard let index = testIndex[call.name] else {
      compile(operand, lenient: true)
      report(.unknownTest(call.name, among: testIndex.keys, at: span(call.nameRange)))
      emitInvalid(at: range)
      return
    }
    let test = environment.tests[index]
    compile(operand, lenient: test.acceptsUndefined)
    compileRow(
      .test, index, test.signature, call.arguments, what: "'\(call.name)'", operands: 1, range)
  }

  /// Filters and tests that are given by name, as in `map("upper")`, are looked for as well.
  private mutating func checkNamedRows(_ call: NamedCall) {
    let position = ["selectattr", "rejectattr"].contains(call.name) ? 1 : 0
    guard ["map", "select", "reject", "selectattr", "rejectattr"].contains(call.name),
      call.arguments.positional.count > position,
      case .literal(.string(let name)) = call.arguments.positional[position].kind
    else { return }
    let range = call.arguments.positional[position].range
    if call.name == "map" {
      if filterIndex[name] == nil {
        report(.unknownFilter(name, among: filterIndex.keys, at: span(range)))
      }
    } else if testIndex[name] == nil {
      report(.unknownTest(name, among: testIndex.keys, at: span(range)))
    }
  }

  /// Gives each argument its parameter before rendering, where their number is known.
  private mutating func compileRow(
    _ code: Opcode, _ index: Int, _ signature: Signature, _ arguments: CallArguments,
    what: String, operands: Int, _ range: Range<Int>, lenient: Bool = false,
    lenientArguments: Bool = false
  ) {
    var escaping: Instruction.Flags = builder.escapes ? .escapes : []
    if lenient { escaping.insert(.lenient) }
    guard arguments.isFixed else {
      let (flags, count, names) = compileArguments(arguments, caller: nil)
      emit(
        code, flags: flags.union(escaping), count: count, a: Int32(index), b: -1, c: names,
        stack: 1 - operands - arguments.all.count, at: range)
      return
    }
    let fixed = bind(signature, arguments, what: what)
    for value in fixed.values {
      if let expression = value.expression {
        compile(expression, lenient: lenientArguments)
      } else {
        emitConstant(value.standard, at: range)
      }
    }
    for expression in fixed.more { compile(expression) }
    for named in fixed.moreNamed { compile(named.value) }
    let names = nameList(fixed.moreNamed.map(\.name))
    let total = fixed.values.count + fixed.more.count + fixed.moreNamed.count
    emit(
      code, flags: escaping, count: fixed.values.count, a: Int32(index),
      b: Int32(fixed.more.count), c: names, stack: 1 - operands - total, at: range)
  }

  private struct BoundArguments {
    var values: [(expression: Expression?, standard: Value)]
    var more: [Expression] = []
    var moreNamed: [CallArguments.Named] = []
  }

  private mutating func bind(
    _ signature: Signature, _ arguments: CallArguments, what: String
  ) -> BoundArguments {
    var bound = BoundArguments(
      values: signature.parameters.map { (nil, $0.standard ?? .undefined) })
    for (index, expression) in arguments.positional.enumerated() {
      if index < bound.values.count {
        bound.values[index].expression = expression
      } else if signature.takesMore {
        bound.more.append(expression)
      } else {
        report(
          .tooManyArguments(what, limit: signature.parameters.count, at: span(expression.range)))
        break
      }
    }
    for named in arguments.named {
      if let index = signature.names.firstIndex(of: named.name) {
        if bound.values[index].expression != nil {
          report(.argumentTwice(named.name, at: span(named.nameRange)))
        }
        bound.values[index].expression = named.value
      } else if signature.takesMore {
        bound.moreNamed.append(named)
      } else {
        report(
          .unknownArgument(named.name, of: what, among: signature.names, at: span(named.nameRange)))
      }
    }
    for (index, parameter) in signature.parameters.enumerated()
    where parameter.standard == nil && bound.values[index].expression == nil {
      report(.missingArgument(parameter.name, of: what, at: span(arguments.range)))
    }
    return bound
  }

  /// Pushes the arguments as they stand; gives flags, the positional ones' count, the names.
  private mutating func compileArguments(
    _ arguments: CallArguments, caller: (macro: Macro, range: Range<Int>)?
  ) -> (flags: Instruction.Flags, count: Int, names: Int32) {
    for expression in arguments.positional { compile(expression) }
    for named in arguments.named { compile(named.value) }
    var names = arguments.named.map(\.name)
    if let caller {
      emitMacro(caller.macro, kind: .caller, caller.range)
      names.append("caller")
    }
    var flags: Instruction.Flags = []
    if let spread = arguments.spread {
      compile(spread)
      flags.insert(.spread)
    }
    if let namedSpread = arguments.namedSpread {
      compile(namedSpread)
      flags.insert(.namedSpread)
    }
    return (flags, arguments.positional.count, nameList(names))
  }

  mutating func compileCall(
    _ callee: Expression, _ arguments: CallArguments, _ range: Range<Int>, writes: Bool,
    caller: (macro: Macro, range: Range<Int>)? = nil
  ) {
    let writing: Instruction.Flags = writes ? .writes : []
    let escaping: Instruction.Flags = builder.escapes ? .escapes : []
    let pushed = arguments.all.count + (caller == nil ? 0 : 1)
    if caller == nil, compileSpecialCall(callee, arguments, range, writing.union(escaping)) {
      return
    }
    if case .name(let name) = callee.kind, caller == nil, let index = knownFunction(name) {
      let function = environment.functions[index]
      if compileConstantCall(index, function, arguments, range, writing.union(escaping)) { return }
      compileRow(.function, index, function.signature, arguments, what: name, operands: 0, range)
      if writes { emit(.emit, flags: escaping, stack: -1, at: range) }
      return
    }
    var code = Opcode.call
    var method: Int32 = 0
    if case .member(let object, let name, _) = callee.kind {
      compile(object)
      code = .method
      method = member(name)
    } else {
      compile(callee)
    }
    let (flags, count, names) = compileArguments(arguments, caller: caller)
    emit(
      code, flags: flags.union(writing).union(escaping), count: count, a: names, b: method,
      stack: (writes ? 0 : 1) - 1 - pushed, at: range)
  }

  /// A call that can be worked out before any page is rendered; false if it cannot.
  private mutating func compileConstantCall(
    _ index: Int, _ function: TemplateFunction, _ arguments: CallArguments, _ range: Range<Int>,
    _ flags: Instruction.Flags
  ) -> Bool {
    guard function.isPure, arguments.isFixed,
      arguments.all.allSatisfy({ $0.literal != nil })
    else { return false }
    let bound = bind(function.signature, arguments, what: function.name)
    parts.constantCalls.append(
      ConstantCall(
        function: index,
        arguments: Arguments(
          values: bound.values.map { $0.expression?.literal ?? $0.standard },
          more: bound.more.compactMap(\.literal),
          moreNamed: bound.moreNamed.compactMap { named in
            named.value.literal.map { (named.name, $0) }
          })))
    emit(
      .constantCall, flags: flags, a: Int32(parts.constantCalls.count - 1),
      stack: flags.contains(.writes) ? 0 : 1, at: range)
    return true
  }

  /// A function that no template and no variable can hide.
  private func knownFunction(_ name: String) -> Int? {
    guard let index = functionIndex[name], !assignedNames.contains(name),
      environment.variables[name] == nil
    else { return nil }
    return index
  }

  /// `super()`, `super.super()` and `self.block()`.
  private mutating func compileSpecialCall(
    _ callee: Expression, _ arguments: CallArguments, _ range: Range<Int>,
    _ flags: Instruction.Flags
  ) -> Bool {
    var levels = 1
    var base = callee
    while case .member(let inner, "super", _) = base.kind {
      levels += 1
      base = inner
    }
    if case .name("super") = base.kind, isSpecial("super") {
      emit(
        .superBlock, flags: flags, a: Int32(levels),
        stack: flags.contains(.writes) ? 0 : 1, at: range)
      return true
    }
    guard case .member(let object, let name, _) = callee.kind, case .name("self") = object.kind,
      isSpecial("self")
    else { return false }
    let number = Int32(block(name))
    if flags.contains(.writes) {
      emit(.block, a: number, b: -1, stack: 0, at: range)
    } else {
      emit(.captureBegin, stack: 0, at: range)
      emit(.block, a: number, b: -1, stack: 0, at: range)
      emit(.captureEnd, flags: flags, stack: 1, at: range)
    }
    return true
  }

  func span(_ range: Range<Int>) -> SourceSpan { environment.sources[template].file.span(range) }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.add(diagnostic) }
}
