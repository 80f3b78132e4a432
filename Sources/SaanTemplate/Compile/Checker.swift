import SaanText

/// Looks at all templates before any of them is rendered: what they name, and how they hang
/// together.
///
/// Macros carry types from one template into another, so that templates are gone through again as
/// long as calls say something new, and only what was found the last time counts. Names that are
/// worked out at run time may mean any template, and nobody is blamed for them.
struct Checker {
  let environment: TemplateEnvironment
  let outlines: [TemplateOutline]
  var diagnostics = Diagnostics()
  /// The macros that no template calls, with the places of their names.
  private(set) var uncalledMacros: [NamedPlace] = []
  /// Where each template asks for a field under a name that it had once, as far as that was seen.
  private(set) var formerNames: [[Range<Int>]]
  private let trees: [SyntaxTree]
  private let index: [String: Int]

  init(environment: TemplateEnvironment, trees: [SyntaxTree], outlines: [TemplateOutline]) {
    self.environment = environment
    self.trees = trees
    self.outlines = outlines
    formerNames = trees.map { _ in [] }
    index = environment.templateIndex
  }

  mutating func check() {
    for template in trees.indices {
      checkReferences(template)
      checkCycle(template)
      checkBlocks(template)
    }
    checkTypes()
  }

  /// Goes over the templates until the calls say nothing new about any macro.
  private mutating func checkTypes() {
    let (functions, filters) = (
      environment.functions.positions, environment.filters.positions
    )
    let all = outlines.reduce(into: Set<String>()) { $0.formUnion($1.assigned) }
    let includers = includers()
    let views = trees.indices.map { template in
      TemplateView(
        template: template, assignedAnywhere: all,
        assignedByIncluders: includers[template].reduce(into: []) {
          $0.formUnion(outlines[$1].assigned)
        }, macros: macros(of: template),
        modules: modules(of: template))
    }
    var flow = MacroFlow(views.flatMap { names(of: $0) })
    var found = [Diagnostics](repeating: Diagnostics(), count: trees.count)
    var waiting = Array(trees.indices)
    while !waiting.isEmpty {
      for template in waiting {
        var types = TypeChecker(
          environment: environment, view: views[template], flow: flow, functions: functions,
          filters: filters)
        types.check(trees[template].body)
        found[template] = types.diagnostics
        formerNames[template] = types.formerNames
        flow = types.flow
      }
      waiting = flow.takeChanged()
    }
    for diagnostics in found { self.diagnostics.merge(diagnostics) }
    let uncalled = flow.uncalled
    for template in trees.indices {
      for macro in outlines[template].allMacros
      where uncalled.contains(MacroID(template: template, place: macro.name.range.lowerBound)) {
        uncalledMacros.append(
          NamedPlace(name: macro.name.name, span: span(template, macro.name.range)))
      }
    }
  }

  /// Every name that may mean a macro, own or imported.
  private func names(of view: TemplateView) -> [(name: String, id: MacroID)] {
    let outline = outlines[view.template]
    let own = outline.allMacros.map {
      ($0.name.name, MacroID(template: view.template, place: $0.name.range.lowerBound))
    }
    let imported = outline.references.flatMap { reference in
      zip(reference.imported, reference.aliases).flatMap { name, alias in
        reference.names.compactMap { index[$0] }.prefix(1).compactMap { target in
          outlines[target].macros[name.name].map {
            (alias, MacroID(template: target, place: $0.name.range.lowerBound))
          }
        }
      }
    }
    return own + imported
  }

  private func span(_ template: Int, _ range: Range<Int>) -> SourceSpan {
    environment.sources[template].file.span(range)
  }

  // MARK: Templates that others name

  private mutating func checkReferences(_ template: Int) {
    for reference in outlines[template].references {
      let known = reference.names.compactMap { index[$0] }
      if known.isEmpty, !reference.mayMiss, let name = reference.names.first {
        diagnostics.add(
          .missingTemplate(
            name, among: environment.allNames, renamed: environment.renamed,
            at: span(template, reference.range)))
      }
      guard let target = known.first else { continue }
      for name in reference.imported where !outlines[target].exports.contains(name.name) {
        diagnostics.add(
          .missingImport(
            name.name, environment.sources[target].name, among: Array(outlines[target].exports),
            at: span(template, name.range)))
      }
    }
  }

  private func targets(of template: Int, _ kinds: Set<TemplateOutline.Reference.Kind>) -> [Int] {
    outlines[template].references.filter { kinds.contains($0.kind) }
      .compactMap { reference in reference.names.compactMap { index[$0] }.first }
  }

  private func parent(of template: Int) -> Int? { targets(of: template, [.extends]).first }

  /// Templates that extend or import themselves by a detour would never end.
  private mutating func checkCycle(_ template: Int) {
    var way = [template]
    func returns(_ current: Int) -> Bool {
      for next in targets(of: current, [.extends, .importTop]) {
        if next == template { return true }
        if way.contains(next) { continue }
        way.append(next)
        if returns(next) { return true }
        way.removeLast()
      }
      return false
    }
    guard returns(template), way.min() == template,
      let reference = outlines[template].references.first(where: {
        $0.kind == .extends || $0.kind == .importTop
      })
    else { return }
    let names = (way + [template]).map { environment.sources[$0].name }
    // A template that lays itself over another means that one, under its longer name.
    let others =
      way.count > 1
      ? []
      : environment.allNames.filter { other in
        // Of the names of one template the longer one is no other template.
        other.hasSuffix("/" + names[0]) && environment.templateIndex[other] != template
      }
    diagnostics.add(
      .templateCycle(names, instead: others.first, at: span(template, reference.range)))
  }

  /// A block at the top of a child that no parent has would never be written.
  private mutating func checkBlocks(_ template: Int) {
    guard !outlines[template].hasDynamicParent else { return }
    var known = Set<String>()
    var seen = Set([template])
    var current = template
    guard parent(of: template) != nil else { return }
    while let next = parent(of: current), seen.insert(next).inserted {
      known.formUnion(outlines[next].allBlocks)
      if outlines[next].hasDynamicParent { return }
      current = next
    }
    // Without the whole chain nothing can be said.
    guard !outlines[current].references.contains(where: { $0.kind == .extends }) else { return }
    for block in outlines[template].topBlocks where !known.contains(block.name) {
      diagnostics.add(
        .unknownBlock(block.name, among: known, at: span(template, block.range)))
    }
  }

  // MARK: What templates see of each other

  /// For each template those that include or import it, or may.
  private func includers() -> [[Int]] {
    var result = [[Int]](repeating: [], count: outlines.count)
    for (other, outline) in outlines.enumerated() {
      let targets = Set(targets(of: other, [.include, .importTop, .importInner]))
      for template in outline.hasDynamicInclude ? Set(outlines.indices) : targets {
        result[template].append(other)
      }
    }
    return result
  }

  /// Macros that a name can only mean in a template: its own and those it imports.
  private func macros(of template: Int) -> [String: MacroReference] {
    var result = references(
      to: Dictionary(outlines[template].allMacros.map { ($0.name.name, $0) }) { $1 },
      in: template)
    for reference in outlines[template].references {
      guard let target = reference.names.compactMap({ index[$0] }).first else { continue }
      let macros = references(to: outlines[target].macros, in: target)
      for (name, alias) in zip(reference.imported, reference.aliases) {
        result[alias] = macros[name.name]
      }
    }
    for (name, count) in outlines[template].assignments where count > 1 { result[name] = nil }
    return result
  }

  private func modules(of template: Int) -> [String: [String: MacroReference]] {
    var result: [String: [String: MacroReference]] = [:]
    for reference in outlines[template].references {
      guard let alias = reference.moduleAlias, outlines[template].assignments[alias] == 1,
        let target = reference.names.compactMap({ index[$0] }).first
      else { continue }
      result[alias] = references(to: outlines[target].macros, in: target)
    }
    return result
  }

  private func references(
    to macros: [String: Macro], in template: Int
  ) -> [String: MacroReference] {
    macros.mapValues {
      MacroReference(
        id: MacroID(template: template, place: $0.name.range.lowerBound), macro: $0)
    }
  }
}
