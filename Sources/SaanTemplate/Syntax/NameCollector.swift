/// Finds the variables that a piece of a template mentions.
///
/// One walk answers all questions about names: which get a place in the program, which arguments a
/// shortcode takes, which calls name a page or a phrase. Branches are not told apart: what is read
/// in one of them is read.
struct NameCollector {
  /// Names that are read anywhere, also inside nested macros and blocks.
  private(set) var read: Set<String> = []
  /// Names that anything sets: `set`, `for`, `with`, parameters, imports.
  private(set) var assigned: Set<String> = []
  /// Names that are read where nothing has set them yet, but for those that are called.
  private(set) var unset: Set<String> = []
  /// How many of the arguments without a name are looked at by their place; nil where all are.
  private(set) var positionalArguments: Int? = 0
  /// The names of members that are read: `x.start`.
  private(set) var members: Set<String> = []
  /// The names that something has set before here, and that are seen here.
  private var known: Set<String> = []
  /// Calls and filters whose first argument, or operand, is written out as text.
  private(set) var literalCalls:
    [(name: String, text: String, range: Range<Int>, arguments: CallArguments)] = []
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
      visit(loop.items)
      inside { collector in
        collector.assign(loop.target)
        if let condition = loop.condition { collector.visit(condition) }
        collector.visit(loop.body)
      }
      visit(loop.otherwise)
    case .assignment(let target, let value):
      visit(value)
      assign(target)
    case .blockAssignment(let target, let filter, let body):
      if let filter { visit(filter) }
      visit(body)
      assign(target)
    case .block(let block): visit(block.body)
    case .importAll(let template, let name, _):
      visit(template)
      set([name.name])
    case .importNames(let template, let names, _):
      visit(template)
      set(names.map(\.alias.name))
    case .macro(let macro):
      set([macro.name.name])
      visit(macro)
    case .call(let call, let caller):
      visit(call)
      visit(caller)
    case .filter(let filter, let body):
      visit(filter)
      visit(body)
    case .with(let assignments, let body):
      inside { collector in
        for assignment in assignments {
          collector.visit(assignment.value)
          collector.assign(assignment.target)
        }
        collector.visit(body)
      }
    case .autoescape(_, let body): visit(body)
    }
  }

  mutating func visit(_ macro: Macro) {
    inside { collector in
      for parameter in macro.parameters {
        if let standard = parameter.standard { collector.visit(standard) }
        collector.set([parameter.name.name])
      }
      collector.visit(macro.body)
    }
  }

  /// Visits what has names of its own, which are not seen behind it.
  private mutating func inside(_ visit: (inout NameCollector) -> Void) {
    let outer = known
    visit(&self)
    known = outer
  }

  private mutating func assign(_ target: Target) {
    set(target.names)
    read.formUnion(target.namespaces)
  }

  private mutating func set(_ names: [String]) {
    assigned.formUnion(names)
    known.formUnion(names)
  }

  /// Notes a call with the arguments behind the first, or behind the operand of a filter.
  private mutating func note(
    _ name: String, _ argument: Expression?, _ arguments: CallArguments
  ) {
    guard let argument, case .literal(.string(let text)) = argument.kind else {
      computedCalls.insert(name)
      return
    }
    literalCalls.append((name, text, argument.range, arguments))
  }

  mutating func visit(_ expression: Expression) {
    switch expression.kind {
    case .name(let name):
      read.insert(name)
      if !known.contains(name) { unset.insert(name) }
      if name == "args" { positionalArguments = nil }
    case .member(_, let name, _): members.insert(name)
    case .subscripted(let object, let index):
      if case .name("args") = object.kind, case .literal(.int(let place)) = index.kind, place >= 0 {
        read.insert("args")
        positionalArguments = positionalArguments.map { max($0, place + 1) }
        return
      }
      if case .literal(.string(let name)) = index.kind { members.insert(name) }
    case .call(let callee, let arguments):
      if case .name(let name) = callee.kind {
        read.insert(name)
        var rest = arguments
        if !rest.positional.isEmpty { rest.positional.removeFirst() }
        note(name, arguments.all.first, rest)
        for argument in arguments.all { visit(argument) }
        return
      }
    case .filter(let operand?, let call): note(call.name, operand, call.arguments)
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
