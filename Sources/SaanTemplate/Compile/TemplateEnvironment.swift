public import SaanText

/// Templates and everything that they may name: what is checked and compiled together.
///
/// ```swift
/// let environment = TemplateEnvironment(sources: [
///   SourceFile(path: "base.html", text: "<h1>{% block title %}{% endblock %}</h1>"),
///   SourceFile(path: "page.html", text: """
///     {% extends "base.html" %}{% block title %}{{ page.title }}{% endblock %}
///     """),
/// ])
/// let outcome = environment.compile()
/// var output: [UInt8] = []
/// try outcome.value.render("page.html", variables: ["page": ["title": "สาน"]], into: &output)
/// ```
public struct TemplateEnvironment: Sendable {
  /// The templates; a path is the name by which others extend, include and import it.
  public var sources: [SourceFile]
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
    sources: [SourceFile], filters: [Filter] = [], functions: [TemplateFunction] = [],
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
    var trees: [SyntaxTree] = []
    for source in sources {
      var parser = Parser(source, whitespace: whitespace)
      trees.append(parser.parse())
      diagnostics.merge(parser.diagnostics)
    }
    var compiler = Compiler(environment: self, trees: trees)
    compiler.compile()
    diagnostics.merge(compiler.diagnostics)
    var checker = Checker(environment: self, trees: trees)
    checker.check()
    diagnostics.merge(checker.diagnostics)
    let program = Program(compiler.parts, environment: self)
    return Outcome(TemplateSet(program: program), diagnostics)
  }

  func escapes(_ path: String) -> Bool {
    escapedEndings.contains { path.hasSuffix($0) }
  }

  var filterIndex: [String: Int] { Self.index(filters.map { [$0.name] + $0.aliases }) }
  var testIndex: [String: Int] { Self.index(tests.map { [$0.name] + $0.aliases }) }
  var functionIndex: [String: Int] { Self.index(functions.map { [$0.name] }) }

  private static func index(_ names: [[String]]) -> [String: Int] {
    var result: [String: Int] = [:]
    for (index, names) in names.enumerated() {
      for name in names { result[name] = index }
    }
    return result
  }
}
