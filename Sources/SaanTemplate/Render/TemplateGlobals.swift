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
  /// Filter bodies by position, once the globals belong to a set.
  var filterBodies: [Filter.Body?] = []
  var functionBodies: [TemplateFunction.Body?] = []

  /// Makes globals.
  public init(
    language: Language = .english, values: [String: Value] = [:],
    functions: [String: TemplateFunction.Body] = [:], filters: [String: Filter.Body] = [:]
  ) {
    self.language = language
    self.values = values
    self.functions = functions
    self.filters = filters
  }
}

/// Globals whose names have been looked up in one set of templates, once for all pages.
public final class BoundGlobals: Sendable {
  let globals: TemplateGlobals
  /// One value for each slot of the context.
  let context: [Value]

  init(_ globals: TemplateGlobals, program: Program) {
    var bound = globals
    bound.filterBodies = program.filters.map { $0.apply ?? globals.filters[$0.name] }
    bound.functionBodies = program.functions.map { $0.apply ?? globals.functions[$0.name] }
    self.globals = bound
    context = program.contextNames.map { name in
      if let value = globals.values[name] { return value }
      return program.functionIndex[name].map {
        .runtime(RuntimeReference(kind: .function, index: $0))
      } ?? .undefined
    }
  }
}
