import SaanText

/// What a template can see of the others, and which names mean its own macros.
struct TemplateView {
  let template: Int
  /// Names that some template of the set gives a meaning.
  let assignedAnywhere: Set<String>
  let assignedByIncluders: Set<String>
  /// Macros by the names that can mean nothing else.
  let macros: [String: MacroReference]
  let modules: [String: [String: MacroReference]]
}

/// Follows what is known of values through one template: their fields, the arguments of calls.
///
/// Without it a misspelt field would show only on the page that gets there. What cannot be known,
/// such as a name that an includer or a branch sets, is `any`, and nothing is said of it: what is
/// told is a mistake.
struct TypeChecker {
  let environment: TemplateEnvironment
  let view: TemplateView
  var diagnostics = Diagnostics()
  /// Where a field is asked for under a name that it had once.
  private(set) var formerNames: [Range<Int>] = []
  /// What the calls of all templates say of the parameters of macros.
  var flow: MacroFlow
  /// The macros that the statement lies in, the innermost last.
  var around: [MacroID] = []
  private var scopes: [[String: ValueType]]
  let functions: [String: Int]
  private let filters: [String: Int]
  private let isOpen: Bool

  init(
    environment: TemplateEnvironment, view: TemplateView, flow: MacroFlow,
    functions: [String: Int], filters: [String: Int]
  ) {
    self.environment = environment
    self.view = view
    self.flow = flow
    self.functions = functions
    self.filters = filters
    let name = environment.sources[view.template].name
    isOpen = !environment.isClosed || environment.openFolders.contains { name.hasPrefix($0) }
    // A name that an includer sets may mean something else here than what the host gives.
    scopes = [environment.variables.filter { !view.assignedByIncluders.contains($0.key) }]
  }

  func span(_ range: Range<Int>) -> SourceSpan {
    environment.sources[view.template].file.span(range)
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
        if case .name(let name) = branch.test.kind {
          _ = type(of: name, at: branch.test.range, isCalled: false)
        } else {
          check(branch.test)
        }
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
      checkCaller(caller, of: call)
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
    let id = MacroID(template: view.template, place: macro.name.range.lowerBound)
    around.append(id)
    check(macro) { checker, index, standard in
      checker.flow.type(ofParameter: index, of: id, standard: standard)
    }
    around.removeLast()
  }

  /// The text inside `{% call(…) … %}`: its parameters are what the macro gives to `caller`.
  private mutating func checkCaller(_ caller: Macro, of call: Expression) {
    guard case .call(let callee, _) = call.kind, let macro = macro(of: callee) else {
      check(caller) { _, _, _ in .any }
      return
    }
    flow.noteCaller(of: macro.id, in: view.template)
    check(caller) { checker, index, standard in
      checker.flow.type(ofCallerParameter: index, of: macro.id, standard: standard)
    }
  }

  private mutating func check(
    _ macro: Macro, type: (TypeChecker, _ index: Int, _ standard: ValueType?) -> ValueType
  ) {
    scoped { checker in
      for name in ["varargs", "kwargs", "caller"] { checker.set(name, .any) }
      for (index, parameter) in macro.parameters.enumerated() {
        let standard = parameter.standard.map { checker.type(of: $0) }
        checker.set(parameter.name.name, type(checker, index, standard))
      }
      checker.check(macro.body)
    }
  }
}

// MARK: - Expressions

extension TypeChecker {
  mutating func check(_ expression: Expression) { _ = type(of: expression) }

  mutating func type(of expression: Expression) -> ValueType {
    switch expression.kind {
    case .literal(let value):
      if value.text != nil { return .string }
      if case .bool = value { return .bool }
      if value.isNone { return .nothing }
      return value.number == nil ? .any : .number
    case .name(let name):
      handOver(expression)
      return type(of: name, at: expression.range, isCalled: false)
    case .member(let object, let name, let range):
      if macro(of: expression) != nil {
        handOver(expression)
        return .any
      }
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
      return type.joined(otherwise.map { self.type(of: $0) } ?? .nothing)
    case .and(let left, let right), .or(let left, let right):
      return type(of: left).joined(type(of: right))
    case .list(let elements):
      return .list(of: elements.reduce(.nothing) { $0.joined(type(of: $1)) }).limited
    default:
      for child in expression.children { check(child) }
      return .any
    }
  }

  mutating func type(
    of name: String, at range: Range<Int>, isCalled: Bool
  ) -> ValueType {
    for scope in scopes.reversed() {
      if let type = scope[name] { return type }
    }
    if functions[name] != nil || name == "self" || name == "super" { return .any }
    if view.assignedAnywhere.contains(name) { return .any }
    if isCalled {
      diagnostics.add(
        .unknownFunction(name, among: Array(functions.keys) + view.macros.keys, at: span(range)))
    } else if !isOpen {
      let known = Set(scopes.flatMap(\.keys)).union(functions.keys)
      diagnostics.add(.undefinedVariable(name, among: Array(known), at: span(range)))
    }
    return .any
  }

  /// The type of a field: of a value that may be of several types, one of them must have it.
  mutating func field(
    _ name: String, of type: ValueType, at range: Range<Int>
  ) -> ValueType {
    var result = ValueType.nothing
    var lacking: [ObjectType] = []
    for part in type.parts {
      switch part {
      case .described(let describe):
        let object = describe()
        if let field = object.field(name) {
          if field.name != name { tell(name, of: field, at: range) }
          result = result.joined(field.type)
        } else {
          lacking.append(object)
        }
      case .map(let element): result = result.joined(element)
      default: result = .any
      }
    }
    guard !lacking.isEmpty else { return result }
    let others = type.parts.count { part in
      switch part {
      case .any, .list, .map: true
      case .described(let describe): describe().field(name) != nil
      default: false
      }
    }
    guard others == 0, let object = lacking.first else { return result }
    let call = around.last.flatMap { flow.firstCall(of: $0) }
    let mistake = Diagnostic.unknownField(name, of: object, at: span(range))
    diagnostics.add(call.map { mistake.noting(.called(at: $0)) } ?? mistake)
    return .any
  }

  /// Tells of a field that is asked for under a name that it had once.
  private mutating func tell(_ former: String, of field: ObjectType.Field, at range: Range<Int>) {
    guard !formerNames.contains(range) else { return }
    formerNames.append(range)
    diagnostics.add(.renamedField(former, to: field.name, at: span(range)))
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
