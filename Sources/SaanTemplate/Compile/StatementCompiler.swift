import SaanText

extension Compiler {
  mutating func compile(_ statements: [Statement]) {
    var rest = statements[...]
    while let first = rest.first {
      let count = builder.isMuted || isInFragment ? 0 : shared.run(of: rest, in: template)
      if count > 0 {
        compileFragment(rest.prefix(count))
        rest = rest.dropFirst(count)
      } else {
        compile(first)
        rest = rest.dropFirst()
      }
    }
  }

  /// What is the same for all renderings of a variant: the first makes it, the others copy it.
  private mutating func compileFragment(_ statements: ArraySlice<Statement>) {
    guard let first = statements.first, let last = statements.last else { return }
    let range = first.range.lowerBound..<last.range.upperBound
    let number = Int32(parts.fragmentCount)
    parts.fragmentCount += 1
    let begin = emit(.fragment, a: number, stack: 0, at: range)
    isInFragment = true
    for statement in statements { compile(statement) }
    isInFragment = false
    emit(.fragmentEnd, a: number, stack: 0, at: range)
    builder.patch(begin)
  }

  private mutating func compile(_ statement: Statement) {
    let range = statement.range
    switch statement.kind {
    case .text(let bytes): emitText(bytes, at: range)
    case .output(let expression): if !builder.isMuted { compileOutput(expression) }
    case .conditional(let branches, let otherwise):
      compileConditional(branches, otherwise, range)
    case .loop(let loop): loop.isRecursive ? compileRecursive(loop, range) : compile(loop, range)
    case .assignment(let target, let value):
      compile(value)
      emitStore(target)
    case .blockAssignment(let target, let filter, let body):
      compileCapture(body, range)
      if let filter { compile(filter) }
      emitStore(target)
    case .block(let block): compile(block, range)
    case .extends(let name): compileExtends(name, range)
    case .include(let name, let ignoreMissing, let withContext):
      guard !builder.isMuted else { return }
      let flags: Instruction.Flags = ignoreMissing ? .ignoresMissing : []
      compileTemplate(
        .include, name, flags.union(withContext ? .withContext : []), pushes: false, range)
    case .importAll(let name, let alias, let withContext):
      compileTemplate(.importModule, name, withContext ? .withContext : [], pushes: true, range)
      emitStore(alias, isExported: false)
    case .importNames(let name, let names, let withContext):
      compileTemplate(.importModule, name, withContext ? .withContext : [], pushes: true, range)
      for (name, alias) in names {
        emit(.moduleMember, a: Int32(contextSlot(name.name)), stack: 1, at: name.range)
        emitStore(alias, isExported: false)
      }
      emit(.pop, stack: -1, at: range)
    case .macro(let macro):
      emitMacro(macro, kind: .macro, range)
      emitStore(macro.name)
    case .call(let call, let caller): compileCallBlock(call, caller, range)
    case .filter(let filter, let body):
      guard !builder.isMuted else { return }
      compileCapture(body, range)
      compile(filter)
      emit(.emit, flags: builder.escapes ? .escapes : [], stack: -1, at: filter.range)
    case .with(let assignments, let body):
      // Every value is evaluated outside before any name of the new scope is set.
      for assignment in assignments { compile(assignment.value) }
      scoped(body) { compiler in
        for assignment in assignments.reversed() { compiler.emitStore(assignment.target) }
        compiler.compile(body)
      }
    case .autoescape(let escapes, let body):
      let outer = builder.escapes
      builder.escapes = escapes
      scoped(body) { $0.compile(body) }
      builder.escapes = outer
    case .invalid: emitInvalid(at: range)
    }
  }

  private mutating func compileConditional(
    _ branches: [(test: Expression, body: [Statement])], _ otherwise: [Statement],
    _ range: Range<Int>
  ) {
    conditionDepth += 1
    defer { conditionDepth -= 1 }
    var ends: [Int] = []
    for (index, branch) in branches.enumerated() {
      let misses = compileBranch(branch.test, when: false)
      compile(branch.body)
      if index < branches.count - 1 || !otherwise.isEmpty {
        ends.append(emit(.jump, stack: 0, at: range))
      }
      for miss in misses { builder.patch(miss) }
    }
    compile(otherwise)
    for end in ends { builder.patch(end) }
  }

  private mutating func compileCapture(_ body: [Statement], _ range: Range<Int>) {
    let wasMuted = builder.isMuted
    builder.isMuted = false
    emit(.captureBegin, stack: 0, at: range)
    scoped(body) { $0.compile(body) }
    emit(.captureEnd, flags: builder.escapes ? .escapes : [], stack: 1, at: range)
    builder.isMuted = wasMuted
  }

  private mutating func compileCallBlock(
    _ call: Expression, _ caller: Macro, _ range: Range<Int>
  ) {
    guard !builder.isMuted, case .call(let callee, let arguments) = call.kind else { return }
    compileCall(callee, arguments, call.range, writes: true, caller: (caller, range))
  }
}

// MARK: - Loops

extension Compiler {
  private mutating func compile(_ loop: Loop, _ range: Range<Int>, isRecursive: Bool = false) {
    compileItems(of: loop)
    let loopSlot = builder.newSlot()
    let flags: Instruction.Flags = isRecursive ? [.local, .withContext] : .local
    let begin = emit(
      .loopBegin, flags: flags, a: Int32(loopSlot), stack: -1, at: loop.items.range)
    let top = builder.here
    builder.loopDepth += 1
    let level = builder.loopDepth
    var exit = 0
    builder.scopes.append([
      "loop": UnitBuilder.Local(slot: loopSlot, loopLevel: level)
    ])
    if case .name(let binding) = loop.target {
      let slot = builder.declare(binding.name)
      exit = emit(.loopNext, a: Int32(slot), stack: 0, at: loop.items.range)
    } else {
      exit = emit(.loopNext, a: -1, stack: 1, at: loop.items.range)
      emitStore(loop.target)
    }
    scoped(loop.body) { $0.compile(loop.body) }
    builder.scopes.removeLast()
    emit(.jump, a: top, stack: 0, at: range)
    builder.patch(exit)
    builder.loopDepth -= 1
    emit(.loopEnd, stack: 0, at: range)
    guard !loop.otherwise.isEmpty else {
      builder.patch(begin)
      return
    }
    let end = emit(.jump, stack: 0, at: range)
    builder.patch(begin)
    scoped(loop.otherwise) { $0.compile(loop.otherwise) }
    builder.patch(end)
  }

  /// Pushes what is gone through, without the elements that the loop's `if` leaves out.
  private mutating func compileItems(of loop: Loop) {
    compile(loop.items)
    guard let condition = loop.condition else { return }
    let range = condition.range
    emit(.loopBegin, flags: [.local, .ignoresMissing], a: -1, stack: -1, at: loop.items.range)
    let top = builder.here
    builder.loopDepth += 1
    let exit = emit(.loopNext, a: -1, stack: 1, at: range)
    scoped { compiler in
      compiler.emitStore(loop.target)
      compiler.compile(condition)
    }
    emit(.collect, stack: -1, at: range)
    emit(.jump, a: top, stack: 0, at: range)
    builder.patch(exit)
    builder.loopDepth -= 1
    emit(.loopCollected, stack: 1, at: range)
  }

  /// A recursive loop is a unit with one parameter: what it goes through.
  private mutating func compileRecursive(_ loop: Loop, _ range: Range<Int>) {
    compile(loop.items)
    var inner = UnitBuilder(
      kind: .recursiveLoop, name: "loop", template: template, escapes: builder.escapes)
    inner.isMuted = builder.isMuted
    // No name of the language looks like this one.
    let items = Binding(name: " items", range: loop.items.range)
    _ = inner.declare(items.name)
    builders.append(inner)
    let body = Loop(
      target: loop.target, items: Expression(kind: .name(items.name), range: items.range),
      condition: loop.condition, isRecursive: false, body: loop.body, otherwise: loop.otherwise)
    compile(body, range, isRecursive: true)
    let unit = finishUnit(at: range)
    emit(.recursiveLoop, a: Int32(unit), stack: -1, at: range)
  }
}

// MARK: - Blocks, macros, other templates

extension Compiler {
  private mutating func compile(_ block: Block, _ range: Range<Int>) {
    let number = self.block(block.name.name)
    if blocks.contains(where: { $0.name == number }) {
      diagnostics.add(
        .repeatedBlock(block.name.name, at: span(block.name.range)))
      return
    }
    let wasMuted = builder.isMuted
    if !wasMuted {
      let bindings = block.isScoped ? visibleBindings(withLoop: true) : -1
      emit(.block, a: Int32(number), b: bindings, stack: 0, at: range)
    }
    let position = blocks.count
    blocks.append((number, -1))
    builders.append(
      UnitBuilder(
        kind: .block, name: block.name.name, template: template, escapes: builder.escapes))
    if block.isRequired { emitInvalid(1, at: block.name.range) }
    scoped(block.body) { $0.compile(block.body) }
    blocks[position].unit = finishUnit(at: range)
  }

  private mutating func compileExtends(_ name: Expression, _ range: Range<Int>) {
    guard builder.kind == .root, builder.scopes.isEmpty else {
      diagnostics.add(.extendsInBody(at: span(range)))
      return
    }
    let known = staticTemplate(name)
    if builder.isMuted {
      diagnostics.add(.extendsTwice(at: span(range)))
      return
    }
    if conditionDepth == 0, parent == nil, let known, known >= 0 {
      parent = (known, CodePlace(name.range))
      builder.isMuted = true
      return
    }
    if known == nil { compile(name) }
    emit(.extends, a: Int32(known ?? -1), stack: known == nil ? -1 : 0, at: name.range)
    if conditionDepth == 0 { builder.isMuted = true }
  }

  /// The number of the template that a constant names; -2 if there is none, nil if it is not known.
  func staticTemplate(_ name: Expression) -> Int? {
    switch name.kind {
    case .literal(.string(let path)): return templateIndex[path] ?? -2
    case .list(let names), .tuple(let names):
      for name in names {
        guard let index = staticTemplate(name) else { return nil }
        if index >= 0 { return index }
      }
      return -2
    default: return nil
    }
  }

  private mutating func compileTemplate(
    _ code: Opcode, _ name: Expression, _ flags: Instruction.Flags, pushes: Bool,
    _ range: Range<Int>
  ) {
    let known = staticTemplate(name)
    if known == nil { compile(name) }
    let bindings = flags.contains(.withContext) ? visibleBindings() : -1
    let stack = (known == nil ? -1 : 0) + (pushes ? 1 : 0)
    let escaping: Instruction.Flags = builder.escapes ? .escapes : []
    emit(
      code, flags: flags.union(escaping), a: Int32(known ?? -1), b: bindings, stack: stack,
      at: name.range)
  }

  /// Pushes a macro; its unit is written first, which finds out what it captures.
  mutating func emitMacro(_ macro: Macro, kind: Unit.Kind, _ range: Range<Int>) {
    var names = NameCollector()
    names.visit(macro)
    var inner = UnitBuilder(
      kind: kind, name: macro.name.name, template: template, escapes: builder.escapes)
    for parameter in macro.parameters { _ = inner.declare(parameter.name.name) }
    let given = Set(macro.parameters.map(\.name.name))
    func special(_ name: String) -> Int {
      names.read.contains(name) && !given.contains(name) ? inner.declare(name) : -1
    }
    let varargs = special("varargs")
    let kwargs = special("kwargs")
    // The body of a `call` block means the caller of the macro around it.
    let caller = kind == .caller ? -1 : special("caller")
    builders.append(inner)
    for (slot, parameter) in macro.parameters.enumerated() {
      guard let standard = parameter.standard else { continue }
      let skip = emit(.branchIfGiven, flags: .local, a: Int32(slot), stack: 0, at: standard.range)
      compile(standard)
      emit(.store, flags: .local, a: Int32(slot), stack: -1, at: standard.range)
      builder.patch(skip)
    }
    scoped(macro.body) { $0.compile(macro.body) }
    let unit = finishUnit(
      at: range,
      parameters: macro.parameters.map {
        Unit.Parameter(name: $0.name.name, isRequired: $0.standard == nil)
      }, varargs: varargs, kwargs: kwargs, caller: caller)
    emit(.macro, a: Int32(unit), stack: 1, at: range)
  }
}
