import SaanText

extension TypeChecker {
  /// Looks at a call: its arguments are those of the macro or function, and flow into the macro.
  mutating func type(of callee: Expression, _ arguments: CallArguments) -> ValueType {
    let types = ArgumentTypes(
      positional: arguments.positional.map { type(of: $0) },
      named: arguments.named.map { (name: $0.name, type: type(of: $0.value)) },
      isFixed: arguments.isFixed)
    for spread in [arguments.spread, arguments.namedSpread].compactMap({ $0 }) { check(spread) }
    if let macro = macro(of: callee) {
      check(macro.macro, arguments)
      flow.call(macro, with: types, at: span(callee.range))
      return .any
    }
    switch callee.kind {
    case .name(let name):
      if name == "caller" { noteCaller(types) }
      let type = type(of: name, at: callee.range, isCalled: true)
      if let index = functions[name], case .any = type {
        return environment.functions[index].result
      }
      flow.open(named: name)
    case .member(let object, let name, let range):
      let type = type(of: object)
      if !Methods.all.contains(where: { $0.names.contains(name) }) {
        _ = field(name, of: type, at: range)
      }
      flow.open(named: name)
    default: check(callee)
    }
    return .any
  }

  /// The macro that a name, or a member of an imported module, can only mean.
  func macro(of callee: Expression) -> MacroReference? {
    switch callee.kind {
    case .name(let name): view.macros[name]
    case .member(let object, let name, _):
      if case .name(let alias) = object.kind { view.modules[alias]?[name] } else { nil }
    default: nil
    }
  }

  /// A macro that is a value may be called with anything, from anywhere.
  mutating func handOver(_ expression: Expression) {
    if let macro = macro(of: expression) { flow.open(macro.id) }
    guard case .name(let name) = expression.kind else { return }
    for macro in (view.modules[name] ?? [:]).values { flow.open(macro.id) }
    if name == "caller", let id = around.last { flow.openCaller(of: id) }
  }

  private mutating func noteCaller(_ types: ArgumentTypes) {
    if let id = around.last { flow.callCaller(of: id, with: types) }
  }

  private mutating func check(_ macro: Macro, _ arguments: CallArguments) {
    guard arguments.isFixed else { return }
    var names = NameCollector()
    names.visit(macro)
    let name = macro.name.name
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
