import SaanTemplate
import SaanText

/// What a template gave: text, or what is wrong with it.
package enum TestOutcome: Equatable {
  case text(String)
  case diagnostics([Diagnostic])

  /// Compiles the files and renders one of them.
  ///
  /// - Parameter sharesParts: whether all data is shared, so that a second rendering, whose outcome
  ///   this is, copies what the first one made.
  package init(
    files: [String: String], main: String = "main.html", data: [String: Value] = [:],
    whitespace: WhitespaceOptions? = nil, limits: TemplateLimits = .init(),
    sharesParts: Bool = false
  ) {
    let sources = files.keys.sorted().map { TemplateSource($0, text: files[$0] ?? "") }
    var environment = TemplateEnvironment(sources: sources, limits: limits)
    environment.whitespace = whitespace ?? .asWritten
    if sharesParts { environment.shared = Set(data.keys) }
    let compiled = environment.compile()
    guard !compiled.diagnostics.hasErrors else {
      self = .diagnostics(compiled.diagnostics.sorted)
      return
    }
    var bytes = [UInt8]()
    do throws(TemplateError) {
      let globals = compiled.value.bind(TemplateGlobals(language: .thai))
      for _ in 0...(sharesParts ? 1 : 0) {
        bytes = []
        _ = try compiled.value.render(
          main, globals: globals,
          variables: TemplateMap(data.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }),
          variant: sharesParts ? 0 : -1, into: &bytes)
      }
      self = .text(String(decoding: bytes, as: UTF8.self))
    } catch {
      self = .diagnostics([error.diagnostic])
    }
  }

  /// The outcome as a failing test shows it.
  package var description: String {
    switch self {
    case .text(let text): text
    case .diagnostics(let all): DiagnosticPrinter().text(Diagnostics(all))
    }
  }
}

extension WhitespaceOptions {
  /// Every line break of the template stays, as the corpus was recorded.
  package static var asWritten: WhitespaceOptions {
    var options = WhitespaceOptions()
    options.keepsTrailingNewline = true
    return options
  }
}

extension TemplateLimits {
  /// Small enough that no mutated template runs for long.
  package static var fuzzing: TemplateLimits {
    var limits = TemplateLimits()
    limits.iterations = 2_000
    limits.outputBytes = 1 << 16
    limits.elements = 2_000
    return limits
  }
}

/// The first place where two texts part, for a failing test.
package func difference(expected: String, actual: String) -> String {
  let (left, right) = (Array(expected.unicodeScalars), Array(actual.unicodeScalars))
  let same = zip(left, right).prefix { $0 == $1 }.count
  func excerpt(_ scalars: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[max(0, same - 30)..<min(scalars.count, same + 60)])
    return String(text).debugDescription
  }
  return """
    they part at code point \(same)
      expected: \(excerpt(left))
      actual:   \(excerpt(right))
    """
}
