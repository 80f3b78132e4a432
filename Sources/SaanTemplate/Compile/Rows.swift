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

/// What a filter, test or function may ask of the rendering that it is part of.
public struct RenderContext: Sendable {
  /// Whether the template that calls it escapes.
  public let escapes: Bool
  /// The site's values, functions and language.
  public var globals: TemplateGlobals { bound.globals }
  let bound: BoundGlobals
  let program: Program

  /// The limits in force.
  public var limits: TemplateLimits { program.limits }

  /// Applies another filter by its name.
  func apply(
    filter name: String, to value: Value, _ positional: [Value], _ named: [(String, Value)]
  ) throws(TemplateFault) -> Value {
    guard let index = program.filterIndex[name] else {
      throw .unknownFilter(name, among: program.filterIndex.keys)
    }
    let filter = program.filters[index]
    guard let body = filter.apply ?? bound.globals.filterBodies[index] else {
      throw .notImplemented(name)
    }
    return try body(value, try filter.signature.bind(positional, named), self)
  }

  /// Applies a test by its name.
  func apply(
    test name: String, to value: Value, _ positional: [Value], _ named: [(String, Value)]
  ) throws(TemplateFault) -> Bool {
    guard let index = program.testIndex[name] else {
      throw .unknownTest(name, among: program.testIndex.keys)
    }
    let test = program.tests[index]
    return try test.apply(value, try test.signature.bind(positional, named), self)
  }
}
