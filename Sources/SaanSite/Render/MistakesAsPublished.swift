import SaanModel
import SaanText

extension Diagnostics {
  /// What is found in a build as published: today's texts may lead to what came later, which is
  /// told and stops nothing.
  func told(in options: BuildOptions) -> Diagnostics {
    guard options.asPublished != nil else { return self }
    let codes: Set<String> = [
      "dead-link", "dead-anchor", "dead-address", "dead-redirect", "unknown-page",
      "no-figure-value",
    ]
    return Diagnostics(all.map { codes.contains($0.code) ? $0.lowered : $0 })
  }
}

extension Diagnostic {
  /// The same as a warning, if it was an error.
  var lowered: Diagnostic {
    var copy = self
    if copy.severity == .error { copy.severity = .warning }
    return copy
  }
}
