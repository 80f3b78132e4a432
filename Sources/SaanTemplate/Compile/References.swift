public import SaanText

/// A call or filter of a template whose first argument, or operand, is written out as text.
public struct LiteralCall: Sendable {
  /// What is called: `t` in `t("more")` and in `"more" | t`.
  public let name: String
  /// The text that it is called with.
  public let text: String
  /// Where the text stands.
  public let span: SourceSpan
}

/// Something of a template by its name.
public struct NamedPlace: Sendable {
  /// What it is called.
  public let name: String
  /// Where the name stands.
  public let span: SourceSpan
}

/// What templates name: texts given to functions and filters, and other templates.
struct References: Sendable {
  private(set) var calls: [LiteralCall] = []
  private(set) var computedCalls: Set<String> = []
  private(set) var templates: Set<String> = []
  /// Whether some template computes the name of another.
  private(set) var areComputed = false
  let uncalledMacros: [NamedPlace]

  init(
    _ environment: TemplateEnvironment, _ parsed: [ParsedTemplate], uncalledMacros: [NamedPlace]
  ) {
    self.uncalledMacros = uncalledMacros
    let names = Set((environment.functions.map(\.name) + environment.filters.map(\.name)))
    for template in parsed {
      var collector = NameCollector()
      collector.visit(template.tree.body)
      for call in collector.literalCalls where names.contains(call.name) {
        calls.append(
          LiteralCall(
            name: call.name, text: call.text, span: template.source.file.span(call.range)))
      }
      computedCalls.formUnion(collector.computedCalls)
      templates.formUnion(template.outline.references.flatMap(\.names))
      if template.outline.hasDynamicParent || template.outline.hasDynamicInclude {
        areComputed = true
      }
    }
  }
}
