/// What a template offers to others and asks of them.
///
/// Names that are written out are known before anything runs. Of those that are worked out only
/// that there are some is kept, so that whoever asks reckons with every template.
struct TemplateOutline {
  struct Reference {
    enum Kind {
      case extends, include
      /// Imported by the template's own body, or somewhere further in.
      case importTop, importInner
    }

    let kind: Kind
    /// The names that are written out; the first that exists is meant.
    let names: [String]
    let range: Range<Int>
    var mayMiss = false
    var imported: [Binding] = []
    var aliases: [String] = []
    var moduleAlias: String?
  }

  private(set) var references: [Reference] = []
  private(set) var hasDynamicParent = false
  private(set) var hasDynamicInclude = false
  private var hasDynamicImport = false
  private(set) var topBlocks: [Binding] = []
  private(set) var allBlocks: Set<String> = []
  /// Macros of the template's own body.
  private(set) var macros: [String: Macro] = [:]
  /// Also those inside blocks, loops and other macros.
  private(set) var allMacros: [Macro] = []
  private(set) var exports: Set<String> = []
  /// Every name that anything in it sets.
  let assigned: Set<String>
  /// How often the template's tags set a name.
  private(set) var assignments: [String: Int] = [:]

  init(_ tree: SyntaxTree) {
    var names = NameCollector()
    names.visit(tree.body)
    assigned = names.assigned
    visit(tree.body, isTop: true, isInBlock: false)
  }

  private mutating func visit(_ statements: [Statement], isTop: Bool, isInBlock: Bool) {
    for statement in statements { visit(statement, isTop, isInBlock) }
  }

  private mutating func visit(_ statement: Statement, _ isTop: Bool, _ isInBlock: Bool) {
    func inner(_ outline: inout TemplateOutline, _ body: [Statement]) {
      outline.visit(body, isTop: false, isInBlock: isInBlock)
    }
    switch statement.kind {
    case .text, .output, .invalid: break
    case .conditional(let branches, let otherwise):
      for branch in branches { visit(branch.body, isTop: isTop, isInBlock: isInBlock) }
      visit(otherwise, isTop: isTop, isInBlock: isInBlock)
    case .loop(let loop):
      count(loop.target.names)
      inner(&self, loop.body + loop.otherwise)
    case .assignment(let target, _): assign(target, isTop)
    case .blockAssignment(let target, _, let body):
      assign(target, isTop)
      inner(&self, body)
    case .block(let block):
      if !isInBlock { topBlocks.append(block.name) }
      allBlocks.insert(block.name.name)
      visit(block.body, isTop: false, isInBlock: true)
    case .macro(let macro):
      count([macro.name.name])
      allMacros.append(macro)
      if isTop {
        macros[macro.name.name] = macro
        exports.insert(macro.name.name)
      }
      count(macro.parameters.map(\.name.name))
      inner(&self, macro.body)
    case .call(_, let caller):
      count(caller.parameters.map(\.name.name))
      inner(&self, caller.body)
    case .filter(_, let body), .autoescape(_, let body): inner(&self, body)
    case .with(let assignments, let body):
      count(assignments.flatMap(\.target.names))
      inner(&self, body)
    default: visitReference(statement, isTop)
    }
  }

  private mutating func visitReference(_ statement: Statement, _ isTop: Bool) {
    switch statement.kind {
    case .extends(let name):
      if add(.extends, name) == nil { hasDynamicParent = true }
    case .include(let name, let ignoreMissing, _):
      if add(.include, name, mayMiss: ignoreMissing) == nil { hasDynamicInclude = true }
    case .importAll(let name, let alias, _):
      count([alias.name])
      hasDynamicImport = hasDynamicImport || name.literalNames == nil
      if let reference = add(isTop ? .importTop : .importInner, name) {
        references[reference].moduleAlias = alias.name
      }
    case .importNames(let name, let names, _):
      count(names.map(\.alias.name))
      hasDynamicImport = hasDynamicImport || name.literalNames == nil
      if let reference = add(isTop ? .importTop : .importInner, name) {
        references[reference].imported = names.map(\.name)
        references[reference].aliases = names.map(\.alias.name)
      }
    default: break
    }
  }

  /// Adds a reference whose names are written out; nil if they are computed.
  private mutating func add(
    _ kind: Reference.Kind, _ name: Expression, mayMiss: Bool = false
  ) -> Int? {
    guard let names = name.literalNames else { return nil }
    references.append(
      Reference(kind: kind, names: names, range: name.range, mayMiss: mayMiss))
    return references.count - 1
  }

  /// Whether it computes the name of some template.
  var hasComputedReferences: Bool { hasDynamicParent || hasDynamicInclude || hasDynamicImport }

  private mutating func assign(_ target: Target, _ isTop: Bool) {
    count(target.names)
    if isTop { exports.formUnion(target.names.filter { !$0.hasPrefix("_") }) }
  }

  private mutating func count(_ names: [String]) {
    for name in names { assignments[name, default: 0] += 1 }
  }
}

extension Expression {
  fileprivate var literalNames: [String]? {
    switch kind {
    case .literal(.string(let name)): return [name]
    case .list(let elements), .tuple(let elements):
      let names = elements.compactMap(\.literalNames).flatMap { $0 }
      return names.count == elements.count ? names : nil
    default: return nil
    }
  }
}
