import SaanText

/// Follows what is known of values through one template: their fields, the arguments of calls.
struct TypeChecker {
  let environment: TemplateEnvironment
  let template: Int
  /// Names that some template of the set gives a meaning.
  let assignedAnywhere: Set<String>
  let macros: [String: Macro]
  let modules: [String: [String: Macro]]
  private(set) var diagnostics = Diagnostics()
  private var scopes: [[String: ValueType]]
  private let functions: [String: Int]
  private let filters: [String: Int]
  private let isOpen: Bool

  init(
    environment: TemplateEnvironment, template: Int, assignedAnywhere: Set<String>,
    assignedByIncluders: Set<String>, macros: [String: Macro],
    modules: [String: [String: Macro]]
  ) {
    self.environment = environment
    self.template = template
    self.assignedAnywhere = assignedAnywhere
    self.macros = macros
    self.modules = modules
    functions = environment.functionIndex
    filters = environment.filterIndex
    let name = environment.sources[template].name
    isOpen = !environment.isClosed || environment.openFolders.contains { name.hasPrefix($0) }
    // A name that an includer sets may mean something else here than what the host gives.
    scopes = [environment.variables.filter { !assignedByIncluders.contains($0.key) }]
  }

  private func span(_ range: Range<Int>) -> SourceSpan {
    environment.sources[template].file.span(range)
  }

  private mutating func set(_ name: String, _ type: ValueType) {
    scopes[scopes.count - 1][name] = type
  }

  private mutating func set(_ target: Target, _ type: ValueType) {
    switch target {
    case .name(let binding): set(binding.name, type)
    case .namespace: break
    case .tuple(let targets, _): for target in targets { set(target, .any) }
    }
  }

  private mutating func scoped(_ body: (inout TypeChecker) -> Void) {
    scopes.append([:])
    body(&self)
    scopes.removeLast()
  }
}

// MARK: - Statements

extension TypeChecker {
  mutating func check(_ statements: [Statement]) {
    for statement in statements { check(statement) }
  }

  private mutating func check(_ statement: Statement) {
    switch statement.kind {
    case .text, .invalid: break
    case .output(let expression), .extends(let expression), .include(let expression, _, _):
      check(expression)
    case .conditional(let branches, let otherwise):
      for branch in branches {
        check(branch.test)
        check(branch.body)
      }
      check(otherwise)
      // Which branch set a name is only known at run time, and so is what it is afterwards.
      var names = NameCollector()
      names.visit(branches.flatMap(\.body) + otherwise)
      for name in names.assigned where scopes.contains(where: { $0[name] != nil }) {
        set(name, .any)
      }
    case .loop(let loop): check(loop)
    case .assignment(let target, let value): set(target, type(of: value))
    case .blockAssignment(let target, let filter, let body):
      scoped { $0.check(body) }
      if let filter { check(filter) }
      set(target, .any)
    case .block(let block): scoped { $0.check(block.body) }
    case .importAll(let name, let alias, _):
      check(name)
      set(alias.name, .any)
    case .importNames(let name, let names, _):
      check(name)
      for name in names { set(name.alias.name, .any) }
    case .macro(let macro):
      set(macro.name.name, .any)
      check(macro)
    case .call(let call, let caller):
      check(call)
      check(caller)
    case .filter(let filter, let body):
      check(filter)
      scoped { $0.check(body) }
    case .with(let assignments, let body):
      let types = assignments.map { type(of: $0.value) }
      scoped { checker in
        for (assignment, type) in zip(assignments, types) { checker.set(assignment.target, type) }
        checker.check(body)
      }
    case .autoescape(_, let body): scoped { $0.check(body) }
    }
  }

  private mutating func check(_ loop: Loop) {
    let items = type(of: loop.items)
    scoped { checker in
      checker.set(loop.target, items.element)
      if let condition = loop.condition { checker.check(condition) }
      checker.set("loop", .described { ObjectType.loop })
      checker.check(loop.body)
    }
    scoped { $0.check(loop.otherwise) }
  }

  private mutating func check(_ macro: Macro) {
    scoped { checker in
      for name in ["varargs", "kwargs", "caller"] { checker.set(name, .any) }
      for parameter in macro.parameters {
        if let standard = parameter.standard { checker.check(standard) }
        checker.set(parameter.name.name, .any)
      }
      checker.check(macro.body)
    }
  }
}

// MARK: - Expressions

extension TypeChecker {
  mutating func check(_ expression: Expression) { _ = type(of: expression) }

  private mutating func type(of expression: Expression) -> ValueType {
    switch expression.kind {
    case .literal(let value):
      if value.text != nil { return .string }
      if case .bool = value { return .bool }
      return value.number == nil ? .any : .number
    case .name(let name): return type(of: name, at: expression.range, isCalled: false)
    case .member(let object, let name, let range):
      return field(name, of: type(of: object), at: range)
    case .subscripted(let object, let index):
      let type = type(of: object)
      if case .literal(.string(let name)) = index.kind {
        return field(name, of: type, at: index.range)
      }
      check(index)
      if case .slice = index.kind { return type }
      return type.element
    case .filter(let operand, let call): return type(of: operand, call)
    case .call(let callee, let arguments): return type(of: callee, arguments)
    case .test(let operand, let call):
      checkTest(operand, call)
      return .bool
    case .conditional(let test, let then, let otherwise):
      check(test)
      let type = type(of: then)
      guard let otherwise else { return type }
      check(otherwise)
      return .any
    default:
      for child in expression.children { check(child) }
      return .any
    }
  }

  private mutating func type(
    of name: String, at range: Range<Int>, isCalled: Bool
  ) -> ValueType {
    for scope in scopes.reversed() {
      if let type = scope[name] { return type }
    }
    if functions[name] != nil || name == "self" || name == "super" { return .any }
    if assignedAnywhere.contains(name) { return .any }
    if isCalled {
      diagnostics.add(
        .unknownFunction(name, among: Array(functions.keys) + macros.keys, at: span(range)))
    } else if !isOpen {
      let known = Set(scopes.flatMap(\.keys)).union(functions.keys)
      diagnostics.add(.undefinedVariable(name, among: Array(known), at: span(range)))
    }
    return .any
  }

  private mutating func field(
    _ name: String, of type: ValueType, at range: Range<Int>
  ) -> ValueType {
    switch type {
    case .described(let describe):
      let type = describe()
      if let field = type.field(name) { return field.type }
      diagnostics.add(.unknownField(name, of: type, at: span(range)))
      return .any
    case .map(let element): return element
    default: return .any
    }
  }

  private mutating func checkTest(_ operand: Expression, _ call: NamedCall) {
    for argument in call.arguments.all { check(argument) }
    // A name alone may be asked for; a field of a known object is there or a mistake.
    if case .name = operand.kind, ["defined", "undefined"].contains(call.name) { return }
    check(operand)
  }

  private mutating func type(of operand: Expression?, _ call: NamedCall) -> ValueType {
    for argument in call.arguments.all { check(argument) }
    guard let index = filters[call.name] else {
      if let operand { check(operand) }
      return .any
    }
    let filter = environment.filters[index]
    guard let operand else { return .any }
    if filter.acceptsUndefined, case .name = operand.kind { return .any }
    let type = type(of: operand)
    let attribute = checkAttribute(call, of: type.element)
    if call.name == "map", let attribute { return .list(of: attribute) }
    switch filter.result {
    case .type(let result): return result
    case .sameAsInput: return type
    case .elementOfInput: return type.element
    }
  }

  /// Looks for the field that `sort(attribute="…")` and its like name.
  private mutating func checkAttribute(
    _ call: NamedCall, of element: ValueType
  ) -> ValueType? {
    var expression = call.arguments.named.first { $0.name == "attribute" }?.value
    if ["selectattr", "rejectattr", "groupby"].contains(call.name) {
      expression = expression ?? call.arguments.positional.first
    }
    guard let expression, case .literal(.string(let path)) = expression.kind else { return nil }
    var result: ValueType = .any
    for part in path.split(separator: ",") {
      result = element
      for name in part.split(separator: ".") {
        result =
          Int(name) == nil
          ? field(String(name), of: result, at: expression.range) : result.element
      }
    }
    return result
  }
}

// MARK: - Calls

extension TypeChecker {
  private mutating func type(
    of callee: Expression, _ arguments: CallArguments
  ) -> ValueType {
    for argument in arguments.all { check(argument) }
    switch callee.kind {
    case .name(let name):
      if let macro = macros[name] { check(macro, arguments, name) }
      let type = type(of: name, at: callee.range, isCalled: true)
      if let index = functions[name], case .any = type {
        return environment.functions[index].result
      }
      return .any
    case .member(let object, let name, let range):
      if case .name(let alias) = object.kind, let module = modules[alias] {
        if let macro = module[name] { check(macro, arguments, name) }
        return .any
      }
      let type = type(of: object)
      if !Methods.all.contains(where: { $0.names.contains(name) }) {
        _ = field(name, of: type, at: range)
      }
      return .any
    default:
      check(callee)
      return .any
    }
  }

  private mutating func check(_ macro: Macro, _ arguments: CallArguments, _ name: String) {
    guard arguments.isFixed else { return }
    var names = NameCollector()
    names.visit(macro)
    let parameters = macro.parameters.map(\.name.name)
    if arguments.positional.count > parameters.count, !names.read.contains("varargs") {
      diagnostics.add(
        .tooManyArguments(
          "'\(name)'", limit: parameters.count,
          at: span(arguments.positional[parameters.count].range)))
    }
    for argument in arguments.named where !parameters.contains(argument.name) {
      if names.read.contains("kwargs") || argument.name == "caller" { continue }
      diagnostics.add(
        .unknownArgument(
          argument.name, of: "'\(name)'", among: parameters, at: span(argument.nameRange)))
    }
  }
}

extension ValueType {
  /// The type of what is gone through.
  var element: ValueType {
    switch self {
    case .list(let element): element
    case .string, .html, .map: .string
    default: .any
    }
  }
}
