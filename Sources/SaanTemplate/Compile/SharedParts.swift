/// Which parts of templates are the same in all renderings of a variant: those that are made of
/// text and of shared variables alone, whatever filters, pure functions and macros they go through.
///
/// It is asked for statements as they are written, so a designer need not mark anything; what it
/// cannot see through, such as a name that something sets, counts as the page's own.
struct SharedParts {
  private struct MacroName: Hashable {
    let template: Int
    let name: String
  }

  /// What the names of a template stand for.
  private struct Names {
    var macros: [String: MacroName] = [:]
    /// The templates that are imported whole, by the name that they got.
    var modules: [String: Int] = [:]
  }

  private let trees: [SyntaxTree]
  private let templateIndex: [String: Int]
  /// The shared variables that nothing hides.
  private let variables: Set<String>
  private let pureFunctions: Set<String>
  private var names: [Names] = []
  private var macros: [MacroName: Macro] = [:]
  /// What is known; what is being looked at counts as not shared, so that circles end.
  private var sharedMacros: [MacroName: Bool] = [:]
  private var sharedTemplates: [Int: Bool] = [:]

  init(
    _ environment: TemplateEnvironment, _ trees: [SyntaxTree], templateIndex: [String: Int],
    assigned: Set<String>
  ) {
    self.trees = trees
    self.templateIndex = templateIndex
    variables = environment.shared.subtracting(assigned)
    pureFunctions = Set(environment.functions.filter(\.isPure).map(\.name)).subtracting(assigned)
    guard !variables.isEmpty else { return }
    for template in trees.indices { names.append(collectNames(of: template)) }
  }

  private mutating func collectNames(of template: Int) -> Names {
    var found = Names()
    var others = NameCollector()
    for statement in trees[template].body {
      switch statement.kind {
      case .importAll(let path, let alias, _):
        if let module = index(of: path) { found.modules[alias.name] = module }
      case .importNames(let path, let names, _):
        guard let module = index(of: path) else { continue }
        for (name, alias) in names {
          found.macros[alias.name] = MacroName(template: module, name: name.name)
        }
      case .macro(let macro):
        let name = MacroName(template: template, name: macro.name.name)
        found.macros[name.name] = name
        macros[name] = macro
        others.visit(macro)
      default: others.visit([statement])
      }
    }
    found.macros = found.macros.filter { !others.assigned.contains($0.key) }
    found.modules = found.modules.filter { !others.assigned.contains($0.key) }
    return found
  }

  private func index(of path: Expression) -> Int? {
    if case .literal(.string(let name)) = path.kind { templateIndex[name] } else { nil }
  }

  // MARK: Statements

  /// How many statements from the first on are shared; none where making them again costs nothing.
  mutating func run(of statements: ArraySlice<Statement>, in template: Int) -> Int {
    guard !variables.isEmpty else { return 0 }
    var scope = Scope(template: template)
    let run = statements.prefix { statement in
      if case .text = statement.kind { return true }
      return isShared(statement, in: &scope)
    }
    let work = run.reduce(0) { $0 + $1.work }
    return work >= 3 ? run.count : 0
  }

  /// Where a statement stands: its template, and the names that hold shared values there.
  private struct Scope {
    let template: Int
    var names: Set<String> = []
    /// Whether names may be set, because nobody outside sees them.
    var isOwn = false
  }

  private mutating func isShared(_ statements: [Statement], in scope: Scope) -> Bool {
    var scope = scope
    return statements.allSatisfy { isShared($0, in: &scope) }
  }

  private mutating func isShared(_ statement: Statement, in scope: inout Scope) -> Bool {
    switch statement.kind {
    case .text: return true
    case .output(let expression): return isShared(expression, in: scope)
    case .conditional(let branches, let otherwise):
      var inner = scope
      inner.isOwn = false
      return branches.allSatisfy { isShared($0.test, in: scope) && isShared($0.body, in: inner) }
        && isShared(otherwise, in: inner)
    case .loop(let loop):
      guard !loop.isRecursive, isShared(loop.items, in: scope) else { return false }
      var inner = scope
      inner.isOwn = true
      inner.names.formUnion(loop.target.names + ["loop"])
      return loop.condition.map { isShared($0, in: inner) } ?? true
        && isShared(loop.body, in: inner) && isShared(loop.otherwise, in: scope)
    case .with(let assignments, let body):
      var inner = scope
      inner.isOwn = true
      inner.names.formUnion(assignments.flatMap(\.target.names))
      return assignments.allSatisfy { isShared($0.value, in: scope) } && isShared(body, in: inner)
    case .assignment(.name(let name), let value):
      guard scope.isOwn, isShared(value, in: scope) else { return false }
      scope.names.insert(name.name)
      return true
    case .importNames, .importAll, .macro: return scope.isOwn
    case .include(let path, _, _): return index(of: path).map { isShared(template: $0) } ?? false
    case .autoescape(_, let body): return isShared(body, in: scope)
    default: return false
    }
  }

  /// Whether all that a template writes is shared, wherever it is included.
  private mutating func isShared(template: Int) -> Bool {
    if let known = sharedTemplates[template] { return known }
    sharedTemplates[template] = false
    let isShared = isShared(
      trees[template].body, in: Scope(template: template, isOwn: true))
    sharedTemplates[template] = isShared
    return isShared
  }

  // MARK: Expressions

  private mutating func isShared(_ expression: Expression, in scope: Scope) -> Bool {
    switch expression.kind {
    case .literal: return true
    case .invalid: return false
    case .name(let name): return scope.names.contains(name) || variables.contains(name)
    case .call(let callee, let arguments):
      guard arguments.all.allSatisfy({ isShared($0, in: scope) }) else { return false }
      return isShared(callee: callee, in: scope)
    default: return expression.children.allSatisfy { isShared($0, in: scope) }
    }
  }

  private mutating func isShared(callee: Expression, in scope: Scope) -> Bool {
    switch callee.kind {
    case .name(let name):
      if scope.names.contains(name) { return false }
      if let macro = names[scope.template].macros[name] { return isShared(macro) }
      return pureFunctions.contains(name)
    case .member(let object, let name, _):
      if case .name(let alias) = object.kind, !scope.names.contains(alias),
        let module = names[scope.template].modules[alias]
      {
        return isShared(MacroName(template: module, name: name))
      }
      return isShared(object, in: scope)
    default: return false
    }
  }

  /// Whether what a macro writes depends on its arguments alone.
  private mutating func isShared(_ name: MacroName) -> Bool {
    if let known = sharedMacros[name] { return known }
    guard let macro = macros[name] else { return false }
    sharedMacros[name] = false
    var scope = Scope(template: name.template, isOwn: true)
    let standards = macro.parameters.compactMap(\.standard)
    guard standards.allSatisfy({ isShared($0, in: scope) }) else { return false }
    scope.names.formUnion(macro.parameters.map(\.name.name))
    sharedMacros[name] = isShared(macro.body, in: scope)
    return sharedMacros[name] ?? false
  }
}

extension Statement {
  /// How much there is to do, in rough units: text costs nothing, and neither does what is known
  /// before rendering.
  fileprivate var work: Int {
    switch kind {
    case .text: 0
    case .output(let expression):
      switch expression.kind {
      case .literal: 0
      case .call(let callee, let arguments):
        if case .name = callee.kind, arguments.all.allSatisfy({ $0.literal != nil }) {
          0
        } else {
          3
        }
      default: 1
      }
    case .conditional(let branches, _): 1 + branches.flatMap(\.body).reduce(0) { $0 + $1.work }
    default: 3
    }
  }
}
