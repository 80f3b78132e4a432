import SaanData
import SaanText

/// What a site makes of one rule: `rules: {typed-figure: error}` in `site.yaml`.
package struct RuleSetting: Sendable {
  /// How much a breach weighs; `note` and `off` must say why.
  package enum Weight: String, Sendable, CaseIterable {
    case error, warning, note, off

    /// Whether a breach no longer stands in the way of a strict build.
    package var needsReason: Bool { self == .note || self == .off }
  }

  package let code: Located<String>
  package let weight: Weight
  /// Why the rule weighs less here; it must be given for a rule that only notes or is off.
  package let reason: String?

  /// Takes what was read, whether or not a reason is given where one must be.
  package init(code: Located<String>, weight: Weight, reason: String?) {
    (self.code, self.weight, self.reason) = (code, weight, reason)
  }

  /// The codes of the rules that a site may weigh for itself.
  ///
  /// What guards people's privacy, and what would leave a page broken, is not among them.
  package static var codes: [String] {
    DataRule.all.map(\.code)
      + [
        "typed-figure", "doubled-unit", "doubled-bound", "bound-beside-exact", "other-date",
        "other-unit", "glued-to-figure",
        "impossible-date", "large-picture", "active-drawing", "no-captions", "no-transcript",
        "starter-text", "unused-file", "unread-article", "unread-table", "theme-copy",
        "gone-in-no-language", "menu-of-one-language", "unannounced-change",
        "correction-of-nothing", "changed-row", "reworded-row",
      ]
      + outputCodes
  }

  /// The rules about what is rendered; all others have spoken before.
  static let outputCodes = ["heavy-page", "heavy-drawing", "quiet-change"]

  /// Whether it is a rule about what is rendered.
  package var isAboutOutput: Bool { Self.outputCodes.contains(code.value) }
}
