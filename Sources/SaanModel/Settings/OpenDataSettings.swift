import SaanData
import SaanText

/// What `site.yaml` says about the open data under `open_data`; a site may leave all of it out.
package struct OpenDataSettings: Sendable {
  /// How often a table changes.
  package enum Frequency: String, Sendable, CaseIterable {
    case year, quarter, month, week, day, irregular, never, unknown
    case halfYear = "half-year"
  }

  /// Who answers questions about the data: an office, not a person.
  package var maintainer: Localized<String>?
  package var maintainerEmail: String?
  /// How often tables change that have no word of their own; `nil` where nobody said.
  package var frequency: Frequency?
  /// How often single tables change.
  package var frequencies: [String: Frequency] = [:]

  /// How often a table changes, as far as anybody said.
  package func frequency(of table: String) -> Frequency? { frequencies[table] ?? frequency }

  /// Makes the settings of a site that says nothing.
  package init() {}
}
