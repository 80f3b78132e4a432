import SaanText

extension TemplateParameters {
  /// What every template is given.
  private static let given: Set<String> = [
    "args", "kwargs", "body", "page", "site", "lang", "loop", "self", "super", "caller", "varargs",
  ]

  /// What each template in the folders looks at, with what it includes and extends.
  static func all(_ parsed: [ParsedTemplate], in folders: [String]) -> [String: Self] {
    let trees = Dictionary(
      parsed.flatMap { template in
        ([template.source.name] + template.source.aliases).map { ($0, template) }
      }, uniquingKeysWith: { first, _ in first })
    let called = parsed.map(\.source.name).filter { name in
      folders.contains { name.hasPrefix($0) }
    }
    return Dictionary(
      uniqueKeysWithValues: called.map { name in
        var parameters = Self()
        var seen: Set<String> = []
        parameters.add(name, of: trees, &seen)
        return (name, parameters)
      })
  }

  private mutating func add(
    _ name: String, of trees: [String: ParsedTemplate], _ seen: inout Set<String>
  ) {
    guard seen.insert(name).inserted, let template = trees[name] else { return }
    var collector = NameCollector()
    collector.visit(template.tree.body)
    names.formUnion(collector.unset.subtracting(Self.given))
    takesAnyName =
      takesAnyName || collector.read.contains("kwargs")
      || template.outline.hasComputedReferences
    positional = positional.flatMap { old in collector.positionalArguments.map { max(old, $0) } }
    for reference in template.outline.references where reference.seesVariables {
      for name in reference.names { add(name, of: trees, &seen) }
    }
  }

  /// What is wrong with the arguments of a call.
  func mistakes(in call: TemplateCall) -> [Diagnostic] {
    let known = names.sorted()
    let what = "'\(call.name)'"
    var found: [Diagnostic] = []
    if let positional, call.positional.count > positional {
      found.append(.surplusArguments(what, limit: positional, named: known, at: call.nameSpan))
    }
    for argument in call.named where !takesAnyName && !names.contains(argument.name) {
      found.append(.unknownArgument(argument.name, of: what, among: known, at: call.nameSpan))
    }
    return found
  }
}

extension TemplateOutline.Reference {
  /// Whether the other template sees the variables of this one.
  fileprivate var seesVariables: Bool {
    switch kind {
    case .extends, .include: true
    case .importTop, .importInner: false
    }
  }
}

extension TemplateMembers {
  /// Collects the members that the templates read.
  init(_ parsed: [ParsedTemplate]) {
    self.init()
    for template in parsed {
      var collector = NameCollector()
      collector.visit(template.tree.body)
      let names = template.outline.references.flatMap(\.names)
      for name in [template.source.name] + template.source.aliases where own[name] == nil {
        own[name] = collector.members
        others[name] = names
      }
    }
  }
}
