public import SaanText

/// Templates and everything that they may name: what is checked and compiled together.
///
/// ```swift
/// let environment = TemplateEnvironment(sources: [
///   TemplateSource("base.html", text: "<h1>{% block title %}{% endblock %}</h1>"),
///   TemplateSource("page.html", text: """
///     {% extends "base.html" %}{% block title %}{{ page.title }}{% endblock %}
///     """),
/// ])
/// let outcome = environment.compile()
/// var output: [UInt8] = []
/// try outcome.value.render("page.html", variables: ["page": ["title": "สาน"]], into: &output)
/// ```
public struct TemplateEnvironment: Sendable {
  /// The templates that there are.
  public var sources: [TemplateSource]
  /// Names that templates had once, and what they are called now, for messages.
  public var renamed: [String: String] = [:]
  /// Names of templates that exist and are not among the sources, for messages.
  public var otherNames: [String] = []
  /// The names of all templates, also of those that no other names.
  var allNames: [String] = []
  /// Jinja's own filters and the host's.
  public var filters: [Filter]
  /// Jinja's own tests.
  public var tests: [TemplateTest]
  /// Jinja's own functions and the host's.
  public var functions: [TemplateFunction]
  /// What is known of the variables that the host gives.
  public var variables: [String: ValueType]
  /// Whether a variable that is not in `variables` is a mistake.
  public var isClosed: Bool
  /// Folders whose templates get further variables at run time, such as shortcodes.
  public var openFolders: [String]
  /// Which blanks and line breaks around tags are kept.
  public var whitespace: WhitespaceOptions
  /// How much one page may do.
  public var limits: TemplateLimits
  /// Which templates escape: by the ending of their names.
  public var escapedEndings: [String]

  /// Makes an environment of Jinja's own filters, tests and functions and the host's.
  public init(
    sources: [TemplateSource], filters: [Filter] = [], functions: [TemplateFunction] = [],
    variables: [String: ValueType] = [:], isClosed: Bool = false, openFolders: [String] = [],
    whitespace: WhitespaceOptions = .init(), limits: TemplateLimits = .init(),
    escapedEndings: [String] = [".html", ".htm", ".xml", ".svg"]
  ) {
    let hosts = Set(filters.flatMap { [$0.name] + $0.aliases })
    self.sources = sources
    self.filters = Filter.all.filter { !hosts.contains($0.name) } + filters
    self.tests = TemplateTest.all
    self.functions = TemplateFunction.all + functions
    self.variables = variables
    self.isClosed = isClosed
    self.openFolders = openFolders
    self.whitespace = whitespace
    self.limits = limits
    self.escapedEndings = escapedEndings
  }

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
    let program = Program(compiler.parts, environment: environment)
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

  func escapes(_ path: String) -> Bool {
    escapedEndings.contains { path.hasSuffix($0) }
  }

  var templateIndex: [String: Int] { Self.index(of: sources) }
  var filterIndex: [String: Int] { Self.index(filters.map { [$0.name] + $0.aliases }) }
  var testIndex: [String: Int] { Self.index(tests.map { [$0.name] + $0.aliases }) }
  var functionIndex: [String: Int] { Self.index(functions.map { [$0.name] }) }

  /// A name that one template has hides another's alias.
  private static func index(of sources: [TemplateSource]) -> [String: Int] {
    index(sources.map(\.aliases)).merging(index(sources.map { [$0.name] })) { _, name in name }
  }

  private static func index(_ names: [[String]]) -> [String: Int] {
    var result: [String: Int] = [:]
    for (index, names) in names.enumerated() {
      for name in names { result[name] = index }
    }
    return result
  }
}
