import SaanText

/// Turns syntax trees into a program: names become slots, members numbers, filters positions.
///
/// What a name means is settled here once, and not on every page. A mistake becomes an instruction
/// that reports it, so that the templates that are right are rendered although another is wrong.
struct Compiler {
  let environment: TemplateEnvironment
  let trees: [SyntaxTree]
  let templateIndex: [String: Int]
  let filterIndex: [String: Int]
  let testIndex: [String: Int]
  let functionIndex: [String: Int]
  var parts = ProgramParts()
  var shared: SharedParts
  /// Whether what is compiled is made once as a whole already.
  var isInFragment = false
  var diagnostics = Diagnostics()
  /// Units that are being written, the innermost last.
  var builders: [UnitBuilder] = []
  var template = 0
  /// Names that some template reads; only these need a place in the context.
  let readNames: Set<String>
  /// Names that some template sets, which therefore may hide a function.
  let assignedNames: Set<String>
  var writes: Set<Int> = []
  var exports: Set<Int> = []
  var blocks: [(name: Int, unit: Int)] = []
  var parent: (template: Int, place: CodePlace)?
  /// How many `if` tags are around a statement of a template's own body.
  var conditionDepth = 0
  private var memberNumbers: [String: Int] = [:]
  private var contextNumbers: [String: Int] = [:]
  private var blockNumbers: [String: Int] = [:]

  init(environment: TemplateEnvironment, trees: [SyntaxTree]) {
    self.environment = environment
    self.trees = trees
    templateIndex = environment.templateIndex
    filterIndex = environment.filters.positions
    testIndex = environment.tests.positions
    functionIndex = environment.functions.positions
    var names = NameCollector()
    for tree in trees { names.visit(tree.body) }
    readNames = names.read
    assignedNames = names.assigned
    shared = SharedParts(
      environment, trees, templateIndex: templateIndex, assigned: assignedNames)
  }

  mutating func compile() {
    for (index, tree) in trees.enumerated() { compile(tree, index) }
    for index in parts.templates.indices {
      guard let chain = staticChain(of: index) else { continue }
      parts.templates[index].table = BlockTable(
        chain: chain, templates: parts.templates, blockCount: parts.blockNames.count)
    }
    parts.pureModules = pureModules(parts.templates, parts.units)
  }

  private mutating func compile(_ tree: SyntaxTree, _ index: Int) {
    let source = environment.sources[index]
    template = index
    (writes, exports, blocks, parent) = ([], [], [], nil)
    builders = [
      UnitBuilder(
        kind: .root, name: source.name, template: index, escapes: environment.escapes(source.name))
    ]
    compile(tree.body)
    let root = finishUnit(at: source.file.bytes.count..<source.file.bytes.count)
    parts.templates.append(
      CompiledTemplate(
        name: source.name, file: source.file, root: root, parent: parent, blocks: blocks,
        writes: writes.sorted(),
        exports: exports.sorted(), table: nil))
  }

  /// The template and its parents; nil where one is only known at run time, or in a cycle.
  private func staticChain(of index: Int) -> [Int]? {
    var chain = [index]
    while let last = chain.last, let parent = parts.templates[last].parent {
      guard !chain.contains(parent.template) else { return nil }
      chain.append(parent.template)
    }
    let isStatic = chain.allSatisfy { template in
      !parts.units[parts.templates[template].root].code.contains { $0.code == .extends }
    }
    return isStatic ? chain : nil
  }

  mutating func finishUnit(
    at range: Range<Int>, parameters: [Unit.Parameter] = [], varargs: Int = -1, kwargs: Int = -1,
    caller: Int = -1
  ) -> Int {
    emit(.end, stack: 0, at: range)
    let builder = builders.removeLast()
    parts.units.append(
      builder.finished(parameters: parameters, varargs: varargs, kwargs: kwargs, caller: caller))
    return parts.units.count - 1
  }
}

// MARK: - Interning

extension Compiler {
  mutating func member(_ name: String) -> Int32 {
    if let number = memberNumbers[name] { return Int32(number) }
    memberNumbers[name] = parts.members.count
    parts.members.append(name)
    return Int32(parts.members.count - 1)
  }

  mutating func contextSlot(_ name: String) -> Int {
    if let slot = contextNumbers[name] { return slot }
    contextNumbers[name] = parts.contextNames.count
    parts.contextNames.append(name)
    return parts.contextNames.count - 1
  }

  mutating func block(_ name: String) -> Int {
    if let number = blockNumbers[name] { return number }
    blockNumbers[name] = parts.blockNames.count
    parts.blockNames.append(name)
    return parts.blockNames.count - 1
  }

  mutating func nameList(_ names: [String]) -> Int32 {
    guard !names.isEmpty else { return -1 }
    if let index = parts.nameLists.firstIndex(of: names) { return Int32(index) }
    parts.nameLists.append(names)
    return Int32(parts.nameLists.count - 1)
  }
}

// MARK: - Emitting

extension Compiler {
  var builder: UnitBuilder {
    get { builders[builders.count - 1] }
    _modify { yield &builders[builders.count - 1] }
  }

  @discardableResult
  mutating func emit(
    _ code: Opcode, flags: Instruction.Flags = [], count: Int = 0, a: Int32 = 0, b: Int32 = 0,
    c: Int32 = 0, stack: Int, at range: Range<Int>
  ) -> Int {
    let instruction = Instruction(
      code: code, flags: flags, count: UInt16(min(count, Int(UInt16.max))), a: a, b: b, c: c)
    return builder.emit(instruction, stack: stack, at: range)
  }

  mutating func emitConstant(_ value: Value, at range: Range<Int>) {
    parts.constants.append(value)
    emit(.constant, a: Int32(parts.constants.count - 1), stack: 1, at: range)
  }

  mutating func emitText(_ bytes: [UInt8], at range: Range<Int>) {
    guard !bytes.isEmpty, !builder.isMuted else { return }
    let start = Int32(parts.text.count)
    parts.text += bytes
    emit(.text, a: start, b: Int32(bytes.count), stack: 0, at: range)
  }

  /// Code that only runs to report that the template was wrong.
  mutating func emitInvalid(_ reason: Int32 = 0, at range: Range<Int>) {
    emit(.invalid, a: reason, stack: 0, at: range)
  }
}

// MARK: - Names

extension Compiler {
  /// What a name stands for where it is read.
  enum Place {
    case local(UnitBuilder.Local)
    case context(Int)
  }

  mutating func resolve(_ name: String) -> Place {
    if let local = resolveLocal(name, in: builders.count - 1) { return .local(local) }
    return .context(contextSlot(name))
  }

  /// Looks in the unit and, through captures, in the units around it.
  private mutating func resolveLocal(_ name: String, in index: Int) -> UnitBuilder.Local? {
    if let local = builders[index].find(name) { return local }
    guard index > 0, builders[index].kind != .block, builders[index].kind != .root,
      let outer = resolveLocal(name, in: index - 1)
    else { return nil }
    let slot = builders[index].newSlot()
    let local = UnitBuilder.Local(slot: slot)
    builders[index].scopes[0][name] = local
    builders[index].captures.append(SlotBinding(from: outer.slot, to: slot))
    return local
  }

  /// Every local name that code of the innermost unit can see, with the context's slot for it.
  mutating func visibleBindings(withLoop: Bool = false) -> Int32 {
    var names = Set<String>()
    for builder in builders.reversed() {
      for scope in builder.scopes { names.formUnion(scope.keys) }
      if builder.kind == .block || builder.kind == .root { break }
    }
    var bindings: [SlotBinding] = []
    // Another template does not see the loop that it is included in.
    if !withLoop { names.remove("loop") }
    for name in names.intersection(readNames).sorted() {
      guard case .local(let local) = resolve(name) else { continue }
      bindings.append(SlotBinding(from: local.slot, to: contextSlot(name)))
    }
    guard !bindings.isEmpty else { return -1 }
    parts.bindingLists.append(bindings)
    return Int32(parts.bindingLists.count - 1)
  }

  /// Pops the top into a name of the innermost scope.
  mutating func emitStore(_ name: Binding, isExported: Bool = true) {
    if builder.kind == .root, builder.scopes.isEmpty {
      let slot = contextSlot(name.name)
      writes.insert(slot)
      if isExported, !name.name.hasPrefix("_") { exports.insert(slot) }
      emit(.store, a: Int32(slot), stack: -1, at: name.range)
    } else {
      let slot = builder.declare(name.name)
      emit(.store, flags: .local, a: Int32(slot), stack: -1, at: name.range)
    }
  }

  mutating func emitStore(_ target: Target) {
    switch target {
    case .name(let binding): emitStore(binding)
    case .namespace(let binding, let field):
      emitLoad(binding.name, lenient: false, at: binding.range)
      emit(.storeField, a: member(field), stack: -2, at: binding.range)
    case .tuple(let targets, let range):
      emit(.unpack, count: targets.count, stack: targets.count - 1, at: range)
      for target in targets { emitStore(target) }
    }
  }

  mutating func emitLoad(_ name: String, lenient: Bool, at range: Range<Int>) {
    let flags: Instruction.Flags = lenient ? .lenient : []
    switch resolve(name) {
    case .local(let local):
      emit(.load, flags: flags.union(.local), a: Int32(local.slot), stack: 1, at: range)
    case .context(let slot): emit(.load, flags: flags, a: Int32(slot), stack: 1, at: range)
    }
  }

  /// Runs `body` in a scope of its own.
  ///
  /// A name that is set under a condition begins with what it means outside, in each turn anew.
  mutating func scoped(_ statements: [Statement] = [], _ body: (inout Compiler) -> Void) {
    builder.scopes.append([:])
    let names = Set(statements.flatMap { $0.conditionalNames(isNested: false) })
    for name in names.sorted() {
      emitLoad(name, lenient: true, at: statements[0].range)
      emitStore(Binding(name: name, range: statements[0].range))
    }
    body(&self)
    builder.scopes.removeLast()
  }
}

extension Statement {
  /// Names that the statement sets in its scope, but only under a condition.
  fileprivate func conditionalNames(isNested: Bool) -> [String] {
    switch kind {
    case .conditional(let branches, let otherwise):
      (branches.flatMap(\.body) + otherwise).flatMap { $0.conditionalNames(isNested: true) }
    case .assignment(let target, _), .blockAssignment(let target, _, _):
      isNested ? target.names : []
    case .macro(let macro): isNested ? [macro.name.name] : []
    case .importAll(_, let name, _): isNested ? [name.name] : []
    case .importNames(_, let names, _): isNested ? names.map(\.alias.name) : []
    default: []
    }
  }
}
