import SaanText

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
  /// The variables that are the same, with all that they lead to, in all renderings of a variant:
  /// what is made of them alone is made once.
  public var shared: Set<String>
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
    variables: [String: ValueType] = [:], shared: Set<String> = [], isClosed: Bool = false,
    openFolders: [String] = [],
    whitespace: WhitespaceOptions = .init(), limits: TemplateLimits = .init(),
    escapedEndings: [String] = [".html", ".htm", ".xml", ".svg"]
  ) {
    let hosts = Set(filters.flatMap { [$0.name] + $0.aliases })
    self.sources = sources
    self.filters = Filter.all.filter { !hosts.contains($0.name) } + filters
    self.tests = TemplateTest.all
    self.functions = TemplateFunction.all + functions
    self.variables = variables
    self.shared = shared
    self.isClosed = isClosed
    self.openFolders = openFolders
    self.whitespace = whitespace
    self.limits = limits
    self.escapedEndings = escapedEndings
  }

  func escapes(_ path: String) -> Bool {
    escapedEndings.contains { path.hasSuffix($0) }
  }

  var templateIndex: [String: Int] { Self.index(of: sources) }

  /// A name that one template has hides another's alias.
  static func index(of sources: [TemplateSource]) -> [String: Int] {
    positions(of: sources.map(\.aliases)).merging(positions(of: sources.map { [$0.name] })) {
      _, name in name
    }
  }
}
