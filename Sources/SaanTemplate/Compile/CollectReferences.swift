import SaanText

extension References {
  /// Collects what the templates name.
  init(
    _ environment: TemplateEnvironment, _ parsed: [ParsedTemplate], uncalledMacros: [NamedPlace]
  ) {
    self.init(uncalledMacros: uncalledMacros)
    parameters = TemplateParameters.all(parsed, in: environment.openFolders)
    members = TemplateMembers(parsed)
    let names = Set((environment.functions.map(\.name) + environment.filters.map(\.name)))
    for template in parsed {
      var collector = NameCollector()
      collector.visit(template.tree.body)
      for call in collector.literalCalls where names.contains(call.name) {
        calls.append(
          LiteralCall(
            name: call.name, text: call.text, span: template.source.file.span(call.range),
            others: call.arguments.positional.count,
            named: call.arguments.named.map {
              NamedPlace(name: $0.name, span: template.source.file.span($0.nameRange))
            }, isFixed: call.arguments.isFixed))
      }
      computedCalls.formUnion(collector.computedCalls)
      templates.formUnion(template.outline.references.flatMap(\.names))
      if template.outline.hasDynamicParent || template.outline.hasDynamicInclude {
        areComputed = true
      }
    }
  }
}
