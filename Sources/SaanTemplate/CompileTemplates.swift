import SaanText

extension TemplateEnvironment {
  /// Parses, checks and compiles every template.
  ///
  /// With errors among the diagnostics the set is still there: templates that are right render.
  public func compile() -> Outcome<TemplateSet> {
    var diagnostics = Diagnostics()
    let parsed = sources.map { source in
      var parser = Parser(source.file, whitespace: whitespace)
      let tree = parser.parse()
      return ParsedTemplate(source: source, tree: tree, diagnostics: parser.diagnostics)
    }
    let needed = needed(of: parsed)
    for template in needed { diagnostics.merge(template.diagnostics) }
    var environment = self
    environment.sources = needed.map(\.source)
    environment.allNames = sources.flatMap { [$0.name] + $0.aliases } + otherNames
    let trees = needed.map(\.tree)
    var compiler = Compiler(environment: environment, trees: trees)
    compiler.compile()
    diagnostics.merge(compiler.diagnostics)
    var checker = Checker(
      environment: environment, trees: trees, outlines: needed.map(\.outline))
    checker.check()
    diagnostics.merge(checker.diagnostics)
    let program = Program(
      compiler.parts, templateIndex: environment.templateIndex, filters: filters, tests: tests,
      functions: functions, limits: limits, formerNames: checker.formerNames)
    return Outcome(
      TemplateSet(
        program: program,
        references: References(
          environment, needed, uncalledMacros: checker.uncalledMacros)), diagnostics)
  }

  /// The templates without those that only count where another names them, and none does.
  private func needed(of parsed: [ParsedTemplate]) -> [ParsedTemplate] {
    let index = Self.index(of: parsed.map(\.source))
    var isNeeded = parsed.map { !$0.source.isReserve }
    var rest = parsed.indices.filter { isNeeded[$0] }
    while let next = rest.popLast() {
      let names = parsed[next].outline.references.flatMap(\.names)
      for found in names.compactMap({ index[$0] }) where !isNeeded[found] {
        isNeeded[found] = true
        rest.append(found)
      }
    }
    return zip(parsed, isNeeded).filter(\.1).map(\.0)
  }
}
