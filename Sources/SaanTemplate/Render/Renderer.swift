import SaanText

/// Runs compiled templates for one page.
///
/// Values lie on one stack: a unit's slots, then what its expressions push. Everything it reads of
/// the program comes through pointers that hold for the whole rendering, so that pages rendered at
/// once do not fight over reference counts.
struct Renderer: ~Copyable {
  let program: Program
  let globals: BoundGlobals
  let code: UnsafePointer<Instruction>
  let text: UnsafePointer<UInt8>
  let members: UnsafePointer<MemberName>
  let paths: UnsafePointer<Int32>
  let units: UnsafePointer<Unit>
  let constants: UnsafePointer<Value>

  var output = OutputBuffer(capacity: 16 << 10)
  var stack: UnsafeMutablePointer<Value>
  var stackCapacity: Int
  /// Where the running unit's slots begin.
  var frame = 0
  /// The first free place.
  var top = 0
  /// Two places for values that a path passes through.
  let scratch: UnsafeMutablePointer<Value>

  /// The variables of the template that is running.
  var context: UnsafeMutablePointer<Value>
  var contexts: [UnsafeMutablePointer<Value>] = []
  var contextNumber = 0
  let contextCount: Int

  var loops: [LoopState] = []
  var marks: [Int] = []
  var macros: [MacroInstance] = []
  var modules: [ModuleInstance] = []
  var namespaces: [TemplateMap] = []
  var cyclers: [(items: [Value], index: Int)] = []
  var joiners: [(separator: Value, used: Bool)] = []

  /// The blocks of the template that is running, and where in their table the running block is.
  var blocks: BlockTable
  var blockPosition = -1
  /// The parent that `extends` chose at run time, the place of its name, and where the child's text
  /// began.
  var dynamicParent: (template: Int, place: CodePlace, mark: Int)?
  /// The recursive loop that is being entered.
  var recursion = (instance: -1, depth: 0)
  var depth = 0
  var iterations = 0
  let outputLimit: Int
  /// Which shared parts count; -1 for none.
  let variant: Int
  /// What was asked for under names of once, each place and name once.
  var formerNames: [FormerName] = []

  static func render(
    _ program: Program, globals: BoundGlobals, template: Int, variables: TemplateMap,
    variant: Int, into output: inout [UInt8]
  ) throws(Interruption) -> [Diagnostic] {
    var renderer = Renderer(program, globals, variant)
    renderer.fill(variables)
    try renderer.runTemplate(template)
    output.append(contentsOf: renderer.output.bytes)
    let found = renderer.formerNames.map(\.diagnostic)
    // The pointers above are into the program's arrays: it must outlive all use of them.
    withExtendedLifetime(program) {}
    return found
  }

  init(_ program: Program, _ globals: BoundGlobals, _ variant: Int) {
    self.variant = variant
    self.program = program
    self.globals = globals
    code = program.code.pointer
    text = program.text.pointer
    members = program.members.pointer
    paths = program.paths.pointer
    units = program.units.pointer
    constants = program.constants.pointer
    outputLimit = program.limits.outputBytes
    stackCapacity = 256
    stack = .allocate(capacity: stackCapacity)
    scratch = .allocate(capacity: 2)
    scratch.initialize(repeating: .undefined, count: 2)
    contextCount = globals.context.count
    context = .allocate(capacity: max(1, contextCount))
    context.initialize(from: globals.context.pointer, count: contextCount)
    contexts =
      [context] + globals.prelude.contexts.map { UnsafeMutablePointer(mutating: $0.pointer) }
    (macros, modules) = (globals.prelude.macros, globals.prelude.modules)
    blocks = BlockTable(chain: [], templates: [], blockCount: 0)
  }

  deinit {
    stack.deinitialize(count: top)
    stack.deallocate()
    scratch.deinitialize(count: 2)
    scratch.deallocate()
    let shared = globals.prelude.contexts.count
    for (number, context) in contexts.enumerated() where number == 0 || number > shared {
      context.deinitialize(count: contextCount)
      context.deallocate()
    }
  }

  private mutating func fill(_ variables: TemplateMap) {
    let keys = variables.storage.keys
    for (position, value) in variables.storage.values.enumerated() {
      guard case .string(let name) = keys.names[position],
        let slot = program.contextKeys.index(of: MemberName(name))
      else { continue }
      context[slot] = value
    }
  }
}

extension Array {
  /// The elements' address, which holds as long as the array's owner keeps it unchanged.
  fileprivate var pointer: UnsafePointer<Element> {
    withUnsafeBufferPointer { $0.baseAddress } ?? Self.nowhere
  }

  private static var nowhere: UnsafePointer<Element> {
    // An empty array may have no address; nothing reads through this one.
    UnsafePointer(bitPattern: MemoryLayout<Element>.alignment).unsafelyUnwrapped
  }
}

extension SourceFile {
  func span(_ place: CodePlace) -> SourceSpan { span(Int(place.lower)..<Int(place.upper)) }
}

// MARK: - The stack

extension Renderer {
  @inline(__always)
  mutating func push(_ value: consuming Value) {
    (stack + top).initialize(to: value)
    top += 1
  }

  @inline(__always)
  mutating func pop() -> Value {
    top -= 1
    return (stack + top).move()
  }

  /// The top values in the order in which they were pushed.
  mutating func pop(_ count: Int) -> [Value] {
    guard count > 0 else { return [] }
    let values = Array(UnsafeBufferPointer(start: stack + (top - count), count: count))
    drop(count)
    return values
  }

  @inline(__always)
  mutating func drop(_ count: Int) {
    top -= count
    (stack + top).deinitialize(count: count)
  }

  @inline(__always)
  func address(_ instruction: Instruction) -> UnsafeMutablePointer<Value> {
    (instruction.flags.contains(.local) ? stack + frame : context) + Int(instruction.a)
  }

  /// Makes a unit's slots above what is on the stack.
  mutating func enter(_ unit: Int) throws(Interruption) -> Int {
    depth += 1
    if depth > program.limits.depth { throw .fault(.tooDeep(limit: program.limits.depth)) }
    try countTurn()
    let size = units[unit].frameSize
    if top + size > stackCapacity { growStack(size) }
    let old = frame
    frame = top
    (stack + frame).initialize(repeating: .undefined, count: units[unit].slotCount)
    top += units[unit].slotCount
    return old
  }

  @inline(__always)
  mutating func leave(_ old: Int) {
    drop(top - frame)
    frame = old
    depth -= 1
  }

  private mutating func growStack(_ more: Int) {
    stackCapacity = max(stackCapacity * 2, top + more)
    let larger = UnsafeMutablePointer<Value>.allocate(capacity: stackCapacity)
    larger.moveInitialize(from: stack, count: top)
    stack.deallocate()
    stack = larger
  }

  /// What filters and functions are told about this rendering.
  func renderContext(escapes: Bool) -> RenderContext {
    RenderContext(escapes: escapes, bound: globals, program: program)
  }
}

// MARK: - Templates

extension Renderer {
  /// Runs a template's body, then its parents'.
  mutating func runTemplate(_ index: Int) throws(Interruption) {
    var chain = [index]
    let (outerBlocks, outerPosition, outerParent) = (blocks, blockPosition, dynamicParent)
    let outerRecursion = recursion
    recursion = (-1, 0)
    blocks =
      program.templates[index].table
      ?? BlockTable(
        chain: chain, templates: program.templates, blockCount: program.blockNames.count)
    while let template = chain.last {
      if program.templates[index].table == nil {
        blocks = BlockTable(
          chain: chain, templates: program.templates, blockCount: program.blockNames.count)
      }
      blockPosition = -1
      dynamicParent = nil
      try runUnit(program.templates[template].root)
      var parent = program.templates[template].parent
      if let dynamic = dynamicParent {
        output.truncate(to: dynamic.mark)
        parent = (dynamic.template, dynamic.place)
      }
      guard let (next, place) = parent else { break }
      if chain.contains(next) {
        let cycle = (chain + [next]).map { program.templates[$0].name }
        throw .failure(.templateCycle(cycle, at: program.templates[template].file.span(place)))
      }
      chain.append(next)
    }
    (blocks, blockPosition, dynamicParent) = (outerBlocks, outerPosition, outerParent)
    recursion = outerRecursion
  }

  mutating func runUnit(_ unit: Int) throws(Interruption) {
    let old = try enter(unit)
    try run(unit)
    leave(old)
  }

  /// Runs the code of the unit whose frame was entered.
  mutating func run(_ unit: Int) throws(Interruption) {
    var position = units[unit].entry
    do throws(Interruption) {
      try step(from: &position, escapes: units[unit].escapes)
    } catch {
      throw .failure(located(error, unit: unit, position: position))
    }
  }

  /// Gives a fault its place, and a failure from further in one more step of the way to it.
  private func located(_ error: Interruption, unit: Int, position: Int) -> Diagnostic {
    let file = program.templates[units[unit].template].file
    let place = program.places[position]
    let span = file.span(place)
    switch error {
    case .fault(let fault):
      let diagnostic = Diagnostic(
        .error, fault.code, fault.message, at: fault.place ?? span.place, hint: fault.hint)
      return fault.place == nil ? diagnostic : diagnostic.noting(.used(at: span))
    case .failure(let diagnostic):
      let step: Wording? =
        switch code[position].code {
        case .include: .included(at: span)
        case .importModule: .imported(at: span)
        case .call, .method: .called(at: span)
        default: nil
        }
      // What calls itself comes by the same places again and again.
      guard let step, !diagnostic.notes.contains(step) else { return diagnostic }
      return diagnostic.noting(step)
    }
  }
}
