import SaanText

/// A template and what it must give: documentation that is run as a test.
public struct TemplateExample: Sendable {
  /// What is rendered.
  public let template: String
  /// What it must give.
  public let output: String

  /// Makes an example.
  public init(_ template: String, _ output: String) {
    self.template = template
    self.output = output
  }
}

/// What the static check knows of a filter's result.
public enum FilterResult: Sendable {
  case type(ValueType)
  /// A list of the same elements, or the same kind of text.
  case sameAsInput
  /// One element of the list.
  case elementOfInput
}

/// A filter: `{{ value | name(argument) }}`.
///
/// A host declares its own by leaving `apply` out and gives the closure in `TemplateGlobals`.
public struct Filter: Sendable {
  /// What a filter does with a value.
  public typealias Body =
    @Sendable (_ value: Value, _ arguments: Arguments, _ context: RenderContext)
    throws(TemplateFault) -> Value

  /// What templates call it.
  public let name: String
  /// Other names of the same filter.
  public let aliases: [String]
  /// What it can be called with.
  public let signature: Signature
  /// One sentence for the manual.
  public let summary: String
  /// What is known of its result before rendering.
  public let result: FilterResult
  /// Examples that are run as tests.
  public let examples: [TemplateExample]
  /// Whether `undefined` may be given to it.
  let acceptsUndefined: Bool
  let apply: Body?

  /// Declares a filter.
  public init(
    _ name: String, aliases: [String] = [], _ parameters: [Parameter] = [], takesMore: Bool = false,
    summary: String, result: FilterResult = .type(.any), examples: [TemplateExample] = [],
    acceptsUndefined: Bool = false, apply: Body? = nil
  ) {
    self.name = name
    self.aliases = aliases
    signature = Signature(parameters, takesMore: takesMore)
    self.summary = summary
    self.result = result
    self.examples = examples
    self.acceptsUndefined = acceptsUndefined
    self.apply = apply
  }
}

/// A test: `{% if value is name %}`.
public struct TemplateTest: Sendable {
  /// Whether a value passes.
  public typealias Body =
    @Sendable (_ value: Value, _ arguments: Arguments, _ context: RenderContext)
    throws(TemplateFault) -> Bool

  /// What templates call it.
  public let name: String
  /// Other names of the same test.
  public let aliases: [String]
  /// What it can be called with.
  public let signature: Signature
  /// One sentence for the manual.
  public let summary: String
  /// Examples that are run as tests.
  public let examples: [TemplateExample]
  let acceptsUndefined: Bool
  let apply: Body

  /// Makes a test.
  public init(
    _ name: String, aliases: [String] = [], _ parameters: [Parameter] = [], summary: String,
    examples: [TemplateExample] = [], acceptsUndefined: Bool = false, apply: @escaping Body
  ) {
    self.name = name
    self.aliases = aliases
    signature = Signature(parameters)
    self.summary = summary
    self.examples = examples
    self.acceptsUndefined = acceptsUndefined
    self.apply = apply
  }
}

/// A function: `{{ name(argument) }}`.
///
/// A host declares its own by leaving `apply` out and gives the closure in `TemplateGlobals`.
public struct TemplateFunction: Sendable {
  /// What a function gives.
  public typealias Body =
    @Sendable (_ arguments: Arguments, _ context: RenderContext) throws(TemplateFault) -> Value

  /// What templates call it.
  public let name: String
  /// What it can be called with.
  public let signature: Signature
  /// One sentence for the manual.
  public let summary: String
  /// What is known of its result before rendering.
  public let result: ValueType
  /// Examples that are run as tests.
  public let examples: [TemplateExample]
  /// Whether equal arguments give equal results on every page of one language, so that a call
  /// with literal arguments is worked out once.
  public let isPure: Bool
  let apply: Body?
  /// Set for the functions that make something which lives as long as the page.
  var makes: RuntimeReference.Kind?

  /// Declares a function.
  public init(
    _ name: String, _ parameters: [Parameter] = [], takesMore: Bool = false, summary: String,
    result: ValueType = .any, examples: [TemplateExample] = [], isPure: Bool = false,
    apply: Body? = nil
  ) {
    self.isPure = isPure
    self.name = name
    signature = Signature(parameters, takesMore: takesMore)
    self.summary = summary
    self.result = result
    self.examples = examples
    self.apply = apply
  }
}

extension [Filter] {
  /// The filters' positions by their names and aliases.
  var positions: [String: Int] { SaanTemplate.positions(of: map { [$0.name] + $0.aliases }) }
}

extension [TemplateTest] {
  /// The tests' positions by their names and aliases.
  var positions: [String: Int] { SaanTemplate.positions(of: map { [$0.name] + $0.aliases }) }
}

extension [TemplateFunction] {
  /// The functions' positions by their names.
  var positions: [String: Int] { SaanTemplate.positions(of: map { [$0.name] }) }
}

/// The positions of rows by their names; of two rows with one name the last is meant.
func positions(of names: [[String]]) -> [String: Int] {
  var result: [String: Int] = [:]
  for (index, names) in names.enumerated() {
    for name in names { result[name] = index }
  }
  return result
}
