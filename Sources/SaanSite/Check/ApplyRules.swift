import SaanData
import SaanModel
import SaanText

/// Gives each finding the weight that the site gives to its rule.
///
/// Nothing is lowered in silence: for each rule that weighs less here, or is off, a note tells how
/// many findings that concerns and why. `saan check --verbose` shows the notes.
func applyRules(_ rules: [RuleSetting], to found: Diagnostics) -> Diagnostics {
  guard !rules.isEmpty else { return found }
  let byCode = Dictionary(rules.map { ($0.code.value, $0) }) { first, _ in first }
  var counts: [String: Int] = [:]
  var all: [Diagnostic] = []
  for var diagnostic in found.all {
    guard let rule = byCode[diagnostic.code] else {
      all.append(diagnostic)
      continue
    }
    switch rule.weight {
    case .error: diagnostic.severity = .error
    case .warning:
      if diagnostic.severity == .error { counts[diagnostic.code, default: 0] += 1 }
      diagnostic.severity = .warning
    case .note:
      counts[diagnostic.code, default: 0] += 1
      diagnostic.severity = .note
    case .off:
      counts[diagnostic.code, default: 0] += 1
      continue
    }
    all.append(diagnostic)
  }
  let lowered = rules.filter { $0.weight != .error }.map { rule in
    Diagnostic.loweredRule(rule, count: counts[rule.code.value] ?? 0)
  }
  return Diagnostics(all + lowered)
}
