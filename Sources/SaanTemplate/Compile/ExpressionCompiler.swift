import SaanText

/// A variable and the members read from it: what most of a theme's expressions are.
struct MemberPath {
  let flags: Instruction.Flags
  let slot: Int32
  let start: Int32
  let count: Int
}

extension Compiler {
  /// The expression as a path, if it is one.
  private mutating func path(_ expression: Expression) -> MemberPath? {
    var members: [String] = []
    var base = expression
    while true {
      switch base.kind {
      case .member(let object, let name, _):
        members.append(name)
        base = object
      case .subscripted(let object, let index):
        guard case .literal(.string(let name)) = index.kind else { return nil }
        members.append(name)
        base = object
      case .name(let name):
        guard members.count < 200, !isSpecial(name) else { return nil }
        let place = resolve(name)
        if case .local(let local) = place, local.loopLevel != nil, !members.isEmpty { return nil }
        let start = Int32(parts.paths.count)
        for name in members.reversed() { parts.paths.append(member(name)) }
        switch place {
        case .local(let local):
          return MemberPath(
            flags: .local, slot: Int32(local.slot), start: start, count: members.count)
        case .context(let slot):
          return MemberPath(flags: [], slot: Int32(slot), start: start, count: members.count)
        }
      default: return nil
      }
    }
  }

  /// `self` and `super` are no variables, unless a template makes them so.
  func isSpecial(_ name: String) -> Bool {
    (name == "super" || name == "self") && !builders.contains { $0.find(name) != nil }
  }

  /// Writes the value of an expression.
  mutating func compileOutput(_ expression: Expression) {
    let escaping: Instruction.Flags = builder.escapes ? .escapes : []
    if let path = path(expression) {
      emit(
        .emitPath, flags: path.flags.union(escaping), count: path.count, a: path.slot,
        b: path.start, stack: 0, at: expression.range)
      return
    }
    switch expression.kind {
    // As where data says none: a page shows nothing.
    case .literal(.none) where builder.escapes: break
    case .literal(let value):
      var bytes: [UInt8] = []
      if builder.escapes {
        bytes.appendEscaped(value.description)
      } else {
        bytes = Array(value.description.utf8)
      }
      emitText(bytes, at: expression.range)
    case .conditional(let test, let then, let otherwise):
      let misses = compileBranch(test, when: false)
      compileOutput(then)
      guard let otherwise else {
        for miss in misses { builder.patch(miss) }
        return
      }
      let end = emit(.jump, stack: 0, at: expression.range)
      for miss in misses { builder.patch(miss) }
      compileOutput(otherwise)
      builder.patch(end)
    case .call(let callee, let arguments):
      compileCall(callee, arguments, expression.range, writes: true)
    case .filter(let operand?, let call) where call.name == "safe" && call.arguments.all.isEmpty:
      if let path = path(operand) {
        emit(
          .emitPath, flags: path.flags, count: path.count, a: path.slot, b: path.start, stack: 0,
          at: operand.range)
      } else {
        compile(operand)
        emit(.emit, stack: -1, at: operand.range)
      }
    default:
      compile(expression)
      emit(.emit, flags: escaping, stack: -1, at: expression.range)
    }
  }

  /// Jumps where the condition is `outcome`; gives the jumps that must be patched.
  mutating func compileBranch(_ test: Expression, when outcome: Bool) -> [Int] {
    let negation: Instruction.Flags = outcome ? .negated : []
    if let path = path(test) {
      return [
        emit(
          .branchPath, flags: path.flags.union(negation), count: path.count, a: path.slot,
          b: path.start, stack: 0, at: test.range)
      ]
    }
    switch test.kind {
    case .not(let operand): return compileBranch(operand, when: !outcome)
    case .and(let left, let right) where !outcome, .or(let left, let right) where outcome:
      return compileBranch(left, when: outcome) + compileBranch(right, when: outcome)
    case .and(let left, let right), .or(let left, let right):
      let skips = compileBranch(left, when: !outcome)
      let jumps = compileBranch(right, when: outcome)
      for skip in skips { builder.patch(skip) }
      return jumps
    default:
      compile(test)
      return [emit(.branch, flags: negation, stack: -1, at: test.range)]
    }
  }

  /// Pushes the value of an expression.
  mutating func compile(_ expression: Expression, lenient: Bool = false) {
    let flags: Instruction.Flags = lenient ? .lenient : []
    let range = expression.range
    if let path = path(expression) {
      emit(
        .load, flags: path.flags.union(flags), count: path.count, a: path.slot, b: path.start,
        stack: 1, at: range)
      return
    }
    switch expression.kind {
    case .literal(let value): emitConstant(value, at: range)
    case .name: emitInvalid(2, at: range); builder.adjust(1)
    case .member(let object, let name, let nameRange):
      compileMember(object, name, flags, nameRange)
    case .subscripted(let object, let index): compileSubscript(object, index, flags, range)
    case .slice: emitInvalid(at: range)
    case .list(let elements): compileAll(elements, .list, range)
    case .tuple(let elements): compileAll(elements, .list, a: 1, range)
    case .concatenation(let parts): compileAll(parts, .concatenation, range)
    case .map(let pairs):
      for pair in pairs {
        compile(pair.key)
        compile(pair.value)
      }
      emit(.map, count: pairs.count, stack: 1 - 2 * pairs.count, at: range)
    case .negative(let operand): compileUnary(operand, .negative, range)
    case .positive(let operand): compileUnary(operand, .positive, range)
    case .not(let operand): compileUnary(operand, .not, range)
    case .arithmetic(let operation, let left, let right):
      compile(left)
      compile(right)
      emit(.arithmetic, a: operation.rawValue, stack: -1, at: range)
    case .comparison(let first, let rest): compileComparison(first, rest, range)
    case .and(let left, let right): compileShortcut(left, right, [], range)
    case .or(let left, let right): compileShortcut(left, right, .negated, range)
    case .conditional(let test, let then, let otherwise):
      compileConditional(test, then, otherwise, lenient, range)
    case .filter(let operand, let call): compileFilter(operand, call, range, lenient: lenient)
    case .test(let operand, let call): compileTest(operand, call, range)
    case .call(let callee, let arguments): compileCall(callee, arguments, range, writes: false)
    case .invalid:
      emitInvalid(at: range)
      builder.adjust(1)
    }
  }

  private mutating func compileAll(
    _ elements: [Expression], _ code: Opcode, a: Int32 = 0, _ range: Range<Int>
  ) {
    for element in elements { compile(element) }
    let flags: Instruction.Flags = builder.escapes ? .escapes : []
    emit(code, flags: flags, count: elements.count, a: a, stack: 1 - elements.count, at: range)
  }

  private mutating func compileUnary(
    _ operand: Expression, _ code: Opcode, _ range: Range<Int>
  ) {
    compile(operand)
    emit(code, stack: 0, at: range)
  }

  private mutating func compileShortcut(
    _ left: Expression, _ right: Expression, _ flags: Instruction.Flags, _ range: Range<Int>
  ) {
    compile(left)
    let jump = emit(.shortcut, flags: flags, stack: -1, at: range)
    compile(right)
    builder.patch(jump)
  }

  private mutating func compileConditional(
    _ test: Expression, _ then: Expression, _ otherwise: Expression?, _ lenient: Bool,
    _ range: Range<Int>
  ) {
    let misses = compileBranch(test, when: false)
    compile(then, lenient: lenient)
    let end = emit(.jump, stack: 0, at: range)
    for miss in misses { builder.patch(miss) }
    builder.adjust(-1)
    if let otherwise {
      compile(otherwise, lenient: lenient)
    } else {
      emitConstant(lenient ? .undefined : .string(""), at: range)
    }
    builder.patch(end)
  }

  private mutating func compileComparison(
    _ first: Expression, _ rest: [(ComparisonOperator, Expression)], _ range: Range<Int>
  ) {
    compile(first)
    var jumps: [Int] = []
    for (index, (operation, right)) in rest.enumerated() {
      compile(right)
      if index == rest.count - 1 {
        emit(.comparison, a: operation.rawValue, stack: -1, at: range)
      } else {
        emit(.chainedComparison, a: operation.rawValue, stack: 0, at: range)
        jumps.append(emit(.shortcut, stack: -1, at: range))
      }
    }
    guard !jumps.isEmpty else { return }
    let end = emit(.jump, stack: 0, at: range)
    for jump in jumps { builder.patch(jump) }
    // Under the false result lies the side that was kept for the next comparison.
    builder.adjust(1)
    emit(.dropUnder, stack: -1, at: range)
    builder.patch(end)
  }

  private mutating func compileMember(
    _ object: Expression, _ name: String, _ flags: Instruction.Flags, _ range: Range<Int>
  ) {
    if case .name("loop") = object.kind, case .local(let local) = resolve("loop"),
      let level = local.loopLevel, LoopMember(name) != nil
    {
      let number = LoopMember(name)?.rawValue ?? 0
      emit(
        .loopMember, flags: flags, a: number, b: Int32(builder.loopDepth - level), stack: 1,
        at: range)
      return
    }
    compile(object)
    emit(.member, flags: flags, a: member(name), stack: 0, at: range)
  }

  private mutating func compileSubscript(
    _ object: Expression, _ index: Expression, _ flags: Instruction.Flags, _ range: Range<Int>
  ) {
    compile(object)
    guard case .slice(let start, let end, let step) = index.kind else {
      compile(index)
      emit(.subscripted, flags: flags, stack: -1, at: range)
      return
    }
    for part in [start, end, step] {
      if let part { compile(part) } else { emitConstant(.none, at: range) }
    }
    emit(.slice, stack: -3, at: range)
  }
}
