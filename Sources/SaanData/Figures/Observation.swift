import SaanText

/// One value of an indicator, for one area, from one source.
package struct Observation: Sendable {
  /// How the as-of date is known; the words are those of the `observations` table.
  package enum AsOfBasis: String, Sendable, CaseIterable {
    case stated, inferred, unknown
    case publicationDate = "publication_date"
  }

  /// Which of several values is shown, after Wikidata's ranks.
  package enum Rank: String, Sendable, CaseIterable { case preferred, normal, deprecated }

  package let indicator: Located<String>
  package let name: Localized<String>
  package let unit: Localized<UnitName>?
  package let area: String
  package let value: ExactNumber
  package let isApproximate: Bool
  package let asOf: CalendarDate?
  package let asOfBasis: AsOfBasis
  package let source: Located<String>
  package let rank: Rank
  package let note: Localized<String>?
  package let topic: String?
}

/// The word for what is counted, by number: "fund" and "funds", or the Thai classifier.
package struct UnitName: Sendable {
  package let one: String
  package let other: String

  /// The word for a count.
  package func text(for value: ExactNumber) -> String { value.int == 1 ? one : other }
}

/// Where values come from.
package struct FigureSource: Sendable {
  package let id: String
  package let title: Localized<String>
  package let producer: Localized<String>
  package let datePublished: CalendarDate?
  package let url: String?
}

/// All observations and their sources.
package struct FigureTable: Sendable {
  package let observations: [Observation]
  package let sources: [FigureSource]
  private let byIndicator: [String: [Int]]

  /// Makes a table.
  package init(observations: [Observation] = [], sources: [FigureSource] = []) {
    self.observations = observations
    self.sources = sources
    byIndicator = Dictionary(grouping: observations.indices) { observations[$0].indicator.value }
  }

  /// The names of the indicators, in the table's order, each once.
  package var indicators: [String] {
    var seen = Set<String>()
    return observations.map(\.indicator.value).filter { seen.insert($0).inserted }
  }

  /// The values of an indicator for an area, in the table's order.
  package func values(_ indicator: String, area: String) -> [Observation] {
    (byIndicator[indicator] ?? []).map { observations[$0] }.filter { $0.area == area }
  }

  /// The value that is shown: the preferred one, else the one with the newest as-of date.
  ///
  /// - Parameter source: when given, only this source's values count.
  package func shown(_ indicator: String, area: String, source: String? = nil) -> Observation? {
    let values = values(indicator, area: area).filter {
      (source == nil || $0.source.value == source) && $0.rank != .deprecated
    }
    return values.first { $0.rank == .preferred } ?? values.max { $0.isOlder(than: $1) }
  }

  /// The source with an id.
  package func source(_ id: String) -> FigureSource? { sources.first { $0.id == id } }

  /// Whether an indicator has any value at all.
  package func has(_ indicator: String) -> Bool { byIndicator[indicator] != nil }

  /// The areas that an indicator has values for.
  package func areas(of indicator: String) -> [String] {
    (byIndicator[indicator] ?? []).map { observations[$0].area }
  }
}

extension Observation {
  /// Whether the value is of an earlier date; values without a date come before all others.
  fileprivate func isOlder(than other: Observation) -> Bool {
    switch (asOf, other.asOf) {
    case (nil, nil), (_?, nil): false
    case (nil, _?): true
    case (let mine?, let theirs?): mine < theirs
    }
  }
}
