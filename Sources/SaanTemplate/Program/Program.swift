import SaanText

/// All templates of a set, compiled: immutable, shared by every rendering.
final class Program: Sendable {
  let units: [Unit]
  /// The code of all units; jumps are relative to their unit's entry.
  let code: [Instruction]
  let places: [CodePlace]
  let templates: [CompiledTemplate]
  let templateIndex: [String: Int]
  let text: [UInt8]
  let constants: [Value]
  /// Calls of pure functions whose arguments are written out; worked out when globals are bound.
  let constantCalls: [ConstantCall]
  let members: [MemberName]
  /// Member paths, end to end, as indices of `members`.
  let paths: [Int32]
  let nameLists: [[String]]
  let bindingLists: [[SlotBinding]]
  /// How many parts are the same in all renderings of a variant.
  let fragmentCount: Int
  let contextNames: [String]
  let contextKeys: MapKeys
  let blockNames: [String]
  /// The templates that hold macros alone.
  let pureModules: [Int]
  let filters: [Filter]
  let tests: [TemplateTest]
  let functions: [TemplateFunction]
  let filterIndex: [String: Int]
  let testIndex: [String: Int]
  let functionIndex: [String: Int]
  let limits: TemplateLimits
  /// Where each template is known to ask for a field under a name that it had once.
  let formerNames: [[Range<Int>]]

  init(
    _ parts: ProgramParts, templateIndex: [String: Int], filters: [Filter],
    tests: [TemplateTest], functions: [TemplateFunction], limits: TemplateLimits,
    formerNames: [[Range<Int>]]
  ) {
    pureModules = parts.pureModules
    var units = parts.units
    var code: [Instruction] = []
    var places: [CodePlace] = []
    for index in units.indices {
      units[index].entry = code.count
      code += units[index].code
      places += units[index].places
      units[index].code = []
      units[index].places = []
    }
    self.units = units
    self.code = code
    self.places = places
    templates = parts.templates
    self.templateIndex = templateIndex
    text = parts.text
    constants = parts.constants
    constantCalls = parts.constantCalls
    members = parts.members.map { MemberName($0) }
    paths = parts.paths
    nameLists = parts.nameLists
    bindingLists = parts.bindingLists
    fragmentCount = parts.fragmentCount
    contextNames = parts.contextNames
    contextKeys = MapKeys(parts.contextNames)
    blockNames = parts.blockNames
    self.filters = filters
    self.tests = tests
    self.functions = functions
    filterIndex = filters.positions
    testIndex = tests.positions
    functionIndex = functions.positions
    self.limits = limits
    self.formerNames = formerNames
  }

  /// The unit whose code an instruction belongs to.
  func unit(at position: Int) -> Unit? { units.last { $0.entry <= position } }
}

/// A call whose result is the same on every page: a pure function with literal arguments.
struct ConstantCall: Sendable {
  /// The function's position.
  let function: Int
  let arguments: Arguments
}

/// The program while it is being put together.
struct ProgramParts {
  var fragmentCount = 0
  var pureModules: [Int] = []
  var units: [Unit] = []
  var templates: [CompiledTemplate] = []
  var text: [UInt8] = []
  var constants: [Value] = []
  var constantCalls: [ConstantCall] = []
  var members: [String] = []
  var paths: [Int32] = []
  var nameLists: [[String]] = []
  var bindingLists: [[SlotBinding]] = []
  var contextNames: [String] = []
  var blockNames: [String] = []
}

/// A piece of code with slots of its own: a template's body, a block, a macro, a recursive loop.
struct Unit: Sendable {
  enum Kind: Sendable {
    case root, block, macro, caller, recursiveLoop
  }

  struct Parameter: Sendable {
    let name: String
    let isRequired: Bool
  }

  let kind: Kind
  let name: String
  let template: Int
  /// Moved into the program when all units are there.
  var code: [Instruction]
  var places: [CodePlace]
  /// Where the unit's code begins in the program.
  var entry = 0
  let slotCount: Int
  /// Slots and the deepest stack.
  let frameSize: Int
  let escapes: Bool
  /// A macro's parameters; they are the first slots.
  var parameters: [Parameter] = []
  /// Slots of `varargs`, `kwargs` and `caller`, -1 where the body does not use them.
  var varargsSlot = -1
  var kwargsSlot = -1
  var callerSlot = -1
  /// What the unit takes over from the one around it when it is defined.
  var captures: [SlotBinding] = []
}

/// A local slot of one unit whose value another slot takes over.
struct SlotBinding: Sendable {
  let from: Int
  let to: Int
}

struct CompiledTemplate: Sendable {
  let name: String
  let file: SourceFile
  let root: Int
  /// The template that it extends, and where it says so, if that is known before rendering.
  let parent: (template: Int, place: CodePlace)?
  /// Blocks by the numbers of their names.
  let blocks: [(name: Int, unit: Int)]
  /// Context slots that its own body sets.
  let writes: [Int]
  /// What others may import: names that its own body sets.
  let exports: [Int]
  /// Blocks of the whole chain of parents, if that is known before rendering.
  var table: BlockTable?
}

/// Which code a block runs, and which code `super()` runs in it.
struct BlockTable: Sendable {
  /// By block name: where its units start, -1 if there are none.
  var starts: [Int32]
  /// Units from the child to its furthest parent, each list ended by -1.
  var units: [Int32]

  /// The table of templates from child to parent.
  init(chain: [Int], templates: [CompiledTemplate], blockCount: Int) {
    var lists = [[Int32]](repeating: [], count: blockCount)
    for template in chain {
      for block in templates[template].blocks { lists[block.name].append(Int32(block.unit)) }
    }
    starts = []
    units = []
    for list in lists {
      starts.append(list.isEmpty ? -1 : Int32(units.count))
      if !list.isEmpty { units += list + [-1] }
    }
  }
}
