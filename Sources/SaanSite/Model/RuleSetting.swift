import SaanData
import SaanText

/// What a site makes of one rule: `rules: {typed-figure: error}` in `site.yaml`.
package struct RuleSetting: Sendable {
  /// How much a breach weighs; `off` must say why.
  package enum Weight: String, Sendable, CaseIterable { case error, warning, off }

  package let code: Located<String>
  package let weight: Weight
  /// Why the rule weighs less here; it must be given for a rule that is off.
  package let reason: String?

  /// The codes of the rules that a site may weigh for itself.
  ///
  /// What guards people's privacy, and what would leave a page broken, is not among them.
  package static var codes: [String] { DataRule.all.map(\.code) + ["typed-figure"] }
}
