import SaanText

extension Renderer {
  // MARK: Blocks

  mutating func block(_ name: Int, bindings: Int) throws(Interruption) {
    let start = blocks.starts.indices.contains(name) ? blocks.starts[name] : -1
    guard start >= 0 else { throw .fault(.unknownBlock(program.blockNames[name])) }
    let saved = bind(bindings)
    try runBlock(at: Int(start))
    restore(saved, bindings)
  }

  private mutating func runBlock(at position: Int) throws(Interruption) {
    let outer = blockPosition
    blockPosition = position
    try runUnit(Int(blocks.units[position]))
    blockPosition = outer
  }

  mutating func superBlock(_ instruction: Instruction) throws(Interruption) {
    let position = blockPosition + Int(instruction.a)
    guard blockPosition >= 0, blocks.units.indices.contains(position),
      !blocks.units[blockPosition...position].contains(-1)
    else { throw .fault(.noSuperBlock) }
    let mark = output.count
    try runBlock(at: position)
    if instruction.flags.contains(.writes) { return }
    let text = output.take(from: mark)
    push(instruction.flags.contains(.escapes) ? .html(HTML(trusted: text)) : .string(text))
  }

  // MARK: Names of the unit for code that only knows the context

  /// Puts a unit's own names into the context.
  ///
  /// Blocks and included templates read the context alone, so that local names which they may read
  /// are lent to it; `restore` puts back what was there.
  private mutating func bind(_ list: Int) -> [Value] {
    guard list >= 0 else { return [] }
    let bindings = program.bindingLists[list]
    let saved = bindings.map { context[$0.to] }
    for binding in bindings where !stack[frame + binding.from].isUndefined {
      context[binding.to] = stack[frame + binding.from]
    }
    return saved
  }

  private func restore(_ saved: [Value], _ list: Int) {
    guard list >= 0 else { return }
    for (binding, value) in zip(program.bindingLists[list], saved) { context[binding.to] = value }
  }

  // MARK: Other templates

  /// The template that an instruction names; nil if it is missing and may be.
  private mutating func template(_ instruction: Instruction) throws(Interruption) -> Int? {
    if instruction.a >= 0 { return Int(instruction.a) }
    let mayMiss = instruction.flags.contains(.ignoresMissing)
    if instruction.a == -2 {
      if mayMiss { return nil }
      throw .fault(.invalidCode(3))
    }
    let value = pop()
    var candidates = [value]
    if value.text == nil { candidates = try elements(value) }
    for candidate in candidates {
      guard let name = candidate.text else {
        throw .fault(.argumentKind("template", "text", value))
      }
      if let index = program.templateIndex[name] { return index }
    }
    if mayMiss { return nil }
    throw .fault(
      .missingTemplate(value.text ?? value.representation, among: program.templateIndex.keys))
  }

  /// Runs another template where it is named.
  ///
  /// An included template sees the names of the one around it, but what it sets ends with it: the
  /// slots that it writes are put back.
  mutating func include(_ instruction: Instruction) throws(Interruption) {
    guard let index = try template(instruction) else { return }
    depth += 1
    defer { depth -= 1 }
    if depth > program.limits.depth { throw .fault(.tooDeep(limit: program.limits.depth)) }
    guard instruction.flags.contains(.withContext) else {
      let known = macros.count
      try inOwnContext(from: globals.context) { renderer throws(Interruption) in
        try renderer.runTemplate(index)
      }
      if macros.count == known { dropLastContext() }
      return
    }
    let bindings = Int(instruction.b)
    let saved = bind(bindings)
    let writes = writtenSlots(index)
    let old = writes.map { context[$0] }
    try runTemplate(index)
    for (slot, value) in zip(writes, old) { context[slot] = value }
    restore(saved, bindings)
  }

  /// The context's slots that a template and its parents set.
  private func writtenSlots(_ index: Int) -> [Int] {
    let template = program.templates[index]
    if template.table == nil {
      return Array(0..<contextCount)
    }
    guard let parent = template.parent else { return template.writes }
    return template.writes + writtenSlots(parent.template)
  }

  mutating func extends(
    _ instruction: Instruction, at position: Int
  ) throws(Interruption) {
    guard let index = try template(instruction) else { return }
    if dynamicParent == nil {
      dynamicParent = (index, program.places[position], output.count)
    }
  }

  mutating func importModule(_ instruction: Instruction) throws(Interruption) {
    guard let index = try template(instruction) else { return }
    try importModule(
      index, bindings: Int(instruction.b),
      withContext: instruction.flags.contains(.withContext))
  }

  /// Pushes the module that a template is.
  ///
  /// One that sees nothing of its importer is the same for all who import it, and is made once.
  mutating func importModule(
    _ index: Int, bindings: Int, withContext: Bool
  ) throws(Interruption) {
    if !withContext,
      let known = modules.firstIndex(where: { $0.template == index && !$0.isPrivate })
    {
      return push(.runtime(RuntimeReference(kind: .module, index: known)))
    }
    let saved = bind(withContext ? bindings : -1)
    let values = withContext ? (0..<contextCount).map { context[$0] } : globals.context
    restore(saved, withContext ? bindings : -1)
    var number = 0
    depth += 1
    defer { depth -= 1 }
    if depth > program.limits.depth { throw .fault(.tooDeep(limit: program.limits.depth)) }
    try inOwnContext(from: values) { renderer throws(Interruption) in
      number = renderer.contextNumber
      let mark = renderer.output.count
      try renderer.runTemplate(index)
      renderer.output.truncate(to: mark)
    }
    modules.append(
      ModuleInstance(template: index, context: number, isPrivate: withContext))
    push(.runtime(RuntimeReference(kind: .module, index: modules.count - 1)))
  }

  /// Frees the context made last, which no macro and no module can read any more.
  private mutating func dropLastContext() {
    let last = contexts.removeLast()
    last.deinitialize(count: contextCount)
    last.deallocate()
  }

  private mutating func inOwnContext(
    from values: [Value], _ body: (inout Renderer) throws(Interruption) -> Void
  ) throws(Interruption) {
    let own = UnsafeMutablePointer<Value>.allocate(capacity: max(1, contextCount))
    values.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { own.initialize(from: base, count: contextCount) }
    }
    let (outer, outerNumber) = (context, contextNumber)
    contexts.append(own)
    context = own
    contextNumber = contexts.count - 1
    try body(&self)
    (context, contextNumber) = (outer, outerNumber)
  }
}
