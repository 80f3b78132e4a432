public import SaanText

/// What every page of one language shares: values, and the host's functions and filters.
public struct TemplateGlobals: Sendable {
  /// The reader's language.
  public var language: Language
  /// Variables that every template sees.
  public var values: [String: Value]
  /// The implementations of functions that the environment declares.
  public var functions: [String: TemplateFunction.Body]
  /// The implementations of filters that the environment declares.
  public var filters: [String: Filter.Body]
  /// Told what shared parts ask for.
  public var notes: FragmentNotes?
  /// Filter bodies by position, once the globals belong to a set.
  var filterBodies: [Filter.Body?] = []
  var functionBodies: [TemplateFunction.Body?] = []

  /// Makes globals.
  public init(
    language: Language = .english, values: [String: Value] = [:],
    functions: [String: TemplateFunction.Body] = [:], filters: [String: Filter.Body] = [:],
    notes: FragmentNotes? = nil
  ) {
    self.language = language
    self.values = values
    self.functions = functions
    self.filters = filters
    self.notes = notes
  }
}

/// Globals whose names have been looked up in one set of templates, once for all pages.
public final class BoundGlobals: Sendable {
  let globals: TemplateGlobals
  /// One value for each slot of the context.
  let context: [Value]
  /// The results of constant calls; `undefined` where one failed, so that it fails in its place.
  let constantCalls: [Value]
  /// The shared parts that were made with these globals.
  let fragments = FragmentStore()
  /// The modules that every rendering starts with.
  let prelude: Prelude

  /// - Parameter prelude: imports what every rendering starts with.
  init(
    _ globals: TemplateGlobals, program: Program, prelude: (BoundGlobals) -> Prelude
  ) {
    var bound = globals
    bound.filterBodies = program.filters.map { $0.apply ?? globals.filters[$0.name] }
    bound.functionBodies = program.functions.map { $0.apply ?? globals.functions[$0.name] }
    self.globals = bound
    let context = program.contextNames.map { name in
      if let value = globals.values[name] { return value }
      return program.functionIndex[name].map {
        .runtime(RuntimeReference(kind: .function, index: $0))
      } ?? .undefined
    }
    self.context = context
    let unfolded = BoundGlobals(bound, context: context)
    self.prelude = prelude(unfolded)
    constantCalls = program.constantCalls.map { call in
      let render = RenderContext(escapes: true, bound: unfolded, program: program)
      guard let value = try? bound.functionBodies[call.function]?(call.arguments, render),
        (try? program.limits.check(value)) != nil
      else { return .undefined }
      return value
    }
  }

  private init(_ globals: TemplateGlobals, context: [Value]) {
    self.globals = globals
    self.context = context
    constantCalls = []
    prelude = Prelude()
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
