/// A collection of diagnostics, in the order in which they were found.
public struct Diagnostics: Sendable, Equatable {
  /// Every diagnostic, in the order found.
  public private(set) var all: [Diagnostic] = []

  /// Makes a collection.
  public init(_ all: [Diagnostic] = []) { self.all = all }

  /// Adds one.
  public mutating func add(_ diagnostic: Diagnostic) { all.append(diagnostic) }

  /// Adds all of another collection.
  public mutating func merge(_ other: Diagnostics) { all += other.all }

  /// Whether anything found is an error.
  public var hasErrors: Bool { all.contains { $0.severity == .error } }

  /// Whether nothing was found.
  public var isEmpty: Bool { all.isEmpty }

  /// How many there are of a severity, each counted once, as it is printed once.
  public func count(_ severity: Diagnostic.Severity) -> Int {
    Set(all.lazy.filter { $0.severity == severity }).count
  }

  /// The collection with every warning made an error, for `--strict`.
  public var strict: Diagnostics {
    Diagnostics(
      all.map { diagnostic in
        var copy = diagnostic
        if copy.severity == .warning { copy.severity = .error }
        return copy
      })
  }

  /// The diagnostics by path and place, each once: the order in which they are printed.
  public var sorted: [Diagnostic] {
    var seen = Set<Diagnostic>()
    return all.filter { seen.insert($0).inserted }.enumerated().sorted { left, right in
      let (a, b) = (left.element.place, right.element.place)
      let key = (a?.path ?? "", a?.offset ?? -1, left.element.code, left.offset)
      return key < (b?.path ?? "", b?.offset ?? -1, right.element.code, right.offset)
    }.map(\.element)
  }
}

/// A value together with what was found on the way to it.
public struct Outcome<Value: Sendable>: Sendable {
  /// The value.
  public var value: Value
  /// What was found on the way.
  public var diagnostics: Diagnostics

  /// Makes an outcome.
  public init(_ value: Value, _ diagnostics: Diagnostics = Diagnostics()) {
    self.value = value
    self.diagnostics = diagnostics
  }

  /// The value, after its diagnostics went to the collection.
  public func value(reportingTo diagnostics: inout Diagnostics) -> Value {
    diagnostics.merge(self.diagnostics)
    return value
  }
}
