import SaanText

/// A macro by its template and the place of its name in it.
struct MacroID: Hashable {
  let template: Int
  let place: Int
}

/// A macro as another template names it.
struct MacroReference {
  let id: MacroID
  let macro: Macro
}

/// What is known of the arguments of one call.
struct ArgumentTypes {
  let positional: [ValueType]
  let named: [(name: String, type: ValueType)]
  /// Whether these are all: a `*list` or `**map` may be anything.
  let isFixed: Bool

  /// The type that a parameter gets; nil where the call leaves it out.
  func type(_ index: Int, _ name: String) -> ValueType? {
    if index < positional.count { return positional[index] }
    return named.first { $0.name == name }?.type ?? (isFixed ? nil : .any)
  }
}

/// What flows from calls into macros: for each parameter, all types that it was seen with.
///
/// Types only ever grow, and in width and depth only so far, so that going over the templates again
/// until nothing changes comes to an end, also where macros call themselves.
struct MacroFlow {
  private struct Parameters {
    /// By position; none where nothing has been given yet.
    private(set) var types: [Int: ValueType] = [:]
    /// The positions that some call leaves out.
    private(set) var omitted: Set<Int> = []
    /// Whether the macro may be called from where nobody sees it.
    private(set) var isOpen = false

    /// Adds what a call gives; whether that says anything new.
    mutating func add(_ type: ValueType?, at index: Int) -> Bool {
      guard let type else { return omitted.insert(index).inserted }
      let old = types[index] ?? .nothing
      let new = old.joined(type).limited
      types[index] = new
      return !new.isSame(as: old)
    }

    mutating func open() -> Bool {
      defer { isOpen = true }
      return !isOpen
    }

    func type(_ index: Int, _ standard: ValueType?) -> ValueType {
      if isOpen { return .any }
      let given = types[index] ?? .nothing
      return omitted.contains(index) ? given.joined(standard ?? .nothing) : given
    }
  }

  /// The macros whose calls can be told by their names.
  private let byName: [String: [MacroID]]
  private let known: Set<MacroID>
  private var parameters: [MacroID: Parameters] = [:]
  /// What macros give to the text inside `{% call %}`.
  private var callers: [MacroID: Parameters] = [:]
  private var firstCalls: [MacroID: SourceSpan] = [:]
  /// The templates that have such texts, by the macro.
  private var callerTemplates: [MacroID: Set<Int>] = [:]
  private var changed: Set<Int> = []

  init(_ macros: [(name: String, id: MacroID)]) {
    byName = Dictionary(grouping: macros, by: \.name).mapValues { $0.map(\.id) }
    known = Set(macros.map(\.id))
  }

  /// The templates about which something new is known since the last time.
  mutating func takeChanged() -> [Int] {
    defer { changed = [] }
    return changed.sorted()
  }

  /// The macros that nothing calls and that are given to nothing.
  var uncalled: Set<MacroID> { known.subtracting(parameters.keys) }

  func firstCall(of id: MacroID) -> SourceSpan? { firstCalls[id] }

  // MARK: What calls say

  mutating func call(_ macro: MacroReference, with types: ArgumentTypes, at span: SourceSpan) {
    if firstCalls[macro.id] == nil { firstCalls[macro.id] = span }
    var isNew = false
    for (index, parameter) in macro.macro.parameters.enumerated() {
      let type = types.type(index, parameter.name.name)
      if parameters[macro.id, default: Parameters()].add(type, at: index) { isNew = true }
    }
    if parameters[macro.id] == nil { parameters[macro.id] = Parameters() }
    if isNew { changed.insert(macro.id.template) }
  }

  mutating func open(_ id: MacroID) {
    if parameters[id, default: Parameters()].open() { changed.insert(id.template) }
    openCaller(of: id)
  }

  /// Something of this name is called, and nobody knows what it is.
  mutating func open(named name: String) {
    for id in byName[name] ?? [] { open(id) }
  }

  // MARK: What macros say to their callers

  mutating func noteCaller(of id: MacroID, in template: Int) {
    callerTemplates[id, default: []].insert(template)
  }

  mutating func callCaller(of id: MacroID, with types: ArgumentTypes) {
    var isNew = false
    // Named arguments have names that only the caller's text knows.
    if !types.named.isEmpty || !types.isFixed { return openCaller(of: id) }
    for (index, type) in types.positional.enumerated() {
      if callers[id, default: Parameters()].add(type, at: index) { isNew = true }
    }
    if isNew { changed.formUnion(callerTemplates[id] ?? []) }
  }

  mutating func openCaller(of id: MacroID) {
    if callers[id, default: Parameters()].open() { changed.formUnion(callerTemplates[id] ?? []) }
  }

  // MARK: What is known of parameters

  func type(ofParameter index: Int, of id: MacroID, standard: ValueType?) -> ValueType {
    known.contains(id) ? parameters[id]?.type(index, standard) ?? .nothing : .any
  }

  func type(ofCallerParameter index: Int, of id: MacroID, standard: ValueType?) -> ValueType {
    (callers[id]?.type(index, standard) ?? .nothing).joined(standard ?? .nothing)
  }
}
