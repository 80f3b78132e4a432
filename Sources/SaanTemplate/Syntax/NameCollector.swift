/// Finds the variables that a piece of a template mentions.
struct NameCollector {
  /// Names that are read anywhere, also inside nested macros and blocks.
  private(set) var read: Set<String> = []
  /// Names that anything sets: `set`, `for`, `with`, parameters, imports.
  private(set) var assigned: Set<String> = []
  /// Calls and filters whose first argument, or operand, is written out as text.
  private(set) var literalCalls: [(name: String, text: String, range: Range<Int>)] = []
  /// What is called, or applied as a filter, with anything else.
  private(set) var computedCalls: Set<String> = []

  mutating func visit(_ statements: [Statement]) {
    for statement in statements { visit(statement) }
  }

  private mutating func visit(_ statement: Statement) {
    switch statement.kind {
    case .text, .invalid: break
    case .output(let expression), .extends(let expression): visit(expression)
    case .include(let expression, _, _): visit(expression)
    case .conditional(let branches, let otherwise):
      for branch in branches {
        visit(branch.test)
        visit(branch.body)
      }
      visit(otherwise)
    case .loop(let loop):
      assign(loop.target)
      visit(loop.items)
      if let condition = loop.condition { visit(condition) }
      visit(loop.body)
      visit(loop.otherwise)
    case .assignment(let target, let value):
      assign(target)
      visit(value)
    case .blockAssignment(let target, let filter, let body):
      assign(target)
      if let filter { visit(filter) }
      visit(body)
    case .block(let block): visit(block.body)
    case .importAll(let template, let name, _):
      visit(template)
      assigned.insert(name.name)
    case .importNames(let template, let names, _):
      visit(template)
      assigned.formUnion(names.map(\.alias.name))
    case .macro(let macro):
      assigned.insert(macro.name.name)
      visit(macro)
    case .call(let call, let caller):
      visit(call)
      visit(caller)
    case .filter(let filter, let body):
      visit(filter)
      visit(body)
    case .with(let assignments, let body):
      for assignment in assignments {
        assign(assignment.target)
        visit(assignment.value)
      }
      visit(body)
    case .autoescape(_, let body): visit(body)
    }
  }

  mutating func visit(_ macro: Macro) {
    for parameter in macro.parameters {
      assigned.insert(parameter.name.name)
      if let standard = parameter.standard { visit(standard) }
    }
    visit(macro.body)
  }

  private mutating func assign(_ target: Target) {
    assigned.formUnion(target.names)
    read.formUnion(target.namespaces)
  }

  private mutating func note(_ name: String, _ argument: Expression?) {
    guard let argument, case .literal(.string(let text)) = argument.kind else {
      computedCalls.insert(name)
      return
    }
    literalCalls.append((name, text, argument.range))
  }

  mutating func visit(_ expression: Expression) {
    switch expression.kind {
    case .name(let name): read.insert(name)
    case .call(let callee, let arguments):
      if case .name(let name) = callee.kind { note(name, arguments.all.first) }
    case .filter(let operand?, let call): note(call.name, operand)
    default: break
    }
    for child in expression.children { visit(child) }
  }
}

extension Target {
  /// The namespaces whose fields it sets.
  var namespaces: [String] {
    switch self {
    case .name: []
    case .namespace(let binding, _): [binding.name]
    case .tuple(let targets, _): targets.flatMap(\.namespaces)
    }
  }
}

extension Expression {
  /// The expressions directly inside.
  var children: [Expression] { kind.children }
}

extension Expression.Kind {
  /// The expressions directly inside.
  var children: [Expression] {
    switch self {
    case .literal, .name, .invalid: []
    case .member(let object, _, _): [object]
    case .subscripted(let object, let index): [object, index]
    case .slice(let start, let end, let step): [start, end, step].compactMap { $0 }
    case .list(let elements), .tuple(let elements), .concatenation(let elements): elements
    case .map(let pairs): pairs.flatMap { [$0.key, $0.value] }
    case .negative(let operand), .positive(let operand), .not(let operand): [operand]
    case .arithmetic(_, let left, let right), .and(let left, let right), .or(let left, let right):
      [left, right]
    case .comparison(let first, let rest): [first] + rest.map(\.1)
    case .conditional(let test, let then, let otherwise):
      [test, then] + (otherwise.map { [$0] } ?? [])
    case .filter(let operand, let call): (operand.map { [$0] } ?? []) + call.arguments.all
    case .test(let operand, let call): [operand] + call.arguments.all
    case .call(let callee, let arguments): [callee] + arguments.all
    }
  }
}

extension CallArguments {
  /// Every argument in the order in which it is evaluated.
  var all: [Expression] {
    if named.isEmpty, isFixed { return positional }
    return positional + named.map(\.value) + [spread, namedSpread].compactMap { $0 }
  }
}
