import SaanText

/// The place of a source in the sources table.
package typealias SourceID = ID<FigureSource>

/// Where values come from.
package struct FigureSource: Sendable {
  package let id: String
  package let title: Localized<String>
  package let producer: Localized<String>
  package let datePublished: CalendarDate?
  package let dateAccessed: CalendarDate?
  package let url: String?
  package let archivedURL: String?
  package let citation: Localized<String>?
  package let license: String?
  package let note: Localized<String>?
  package let row: Int
}

/// Whether a source says that something is so.
package enum Basis: String, Sendable, CaseIterable {
  /// A source says so.
  case stated
  /// It follows from something else.
  case inferred
}

/// That an area belongs to a group, beside what it lies in.
package struct AreaMembership: Sendable {
  package let group: AreaID
  package let area: AreaID
  /// How that is known; `nil` while nobody has said.
  package let basis: Basis?
  /// The source that it is taken from.
  package let source: SourceID?
}

/// Why values of one indicator and area differ, and which of them is shown.
package struct Reconciliation: Sendable {
  /// Why the values differ.
  package enum Cause: String, Sendable, CaseIterable {
    case rounding, unexplained
    case differentAsOf = "different_as_of"
    case differentScope = "different_scope"
    case differentDefinition = "different_definition"
    case unitError = "unit_error"
    case typingError = "typing_error"
  }
  /// How far the question has come.
  package enum Status: String, Sendable, CaseIterable {
    case open, explained
    case askedSource = "asked_source"
  }

  package let id: String
  package let indicator: IndicatorID
  package let area: AreaID
  /// The sources whose values it is about; empty for all.
  package let sources: [SourceID]
  package let cause: Cause
  package let status: Status
  /// The source whose value is preferred.
  package let preferred: SourceID?
  package let reason: Localized<String>?
  /// What was asked of whom.
  package let asked: Localized<String>?
  /// When that was asked.
  package let askedOn: CalendarDate?
  package let row: Int
}

/// A value that was published and then changed.
package struct Correction: Sendable {
  /// Whether better data came, or the value had been wrong.
  package enum Kind: String, Sendable, CaseIterable { case revision, error }

  package let indicator: IndicatorID
  package let area: AreaID
  package let source: SourceID?
  package let previousValue: ExactNumber?
  /// What the former value was said to promise, where the row tells.
  package let previousBound: Bound?
  /// The new value; `nil` where the former one was withdrawn.
  package let value: ExactNumber?
  /// What the new value promises, where the row tells.
  package let bound: Bound?
  package let kind: Kind
  package let announced: CalendarDate?
  package let reason: Localized<String>?
  package let row: Int
}

/// A network, party, agency or association.
package struct Organisation: Sendable {
  package let id: String
  package let name: Localized<String>
  package let kind: String?
  package let area: AreaID?
  package let parent: String?
  package let membersCount: Int?
  package let organisationsCount: Int?
  package let url: String?
  package let note: Localized<String>?
  /// The source that the row is taken from.
  package let source: SourceID?
  /// How it is known; `nil` while nobody has said.
  package let basis: Basis?
  package let row: Int
}

/// A programme that an organisation runs.
package struct Programme: Sendable {
  package let id: String
  package let name: Localized<String>
  package let owner: String?
  package let start: CalendarDate?
  package let end: CalendarDate?
  package let target: ExactNumber?
  package let targetPeriod: CalendarPeriod?
  package let note: Localized<String>?
  package let row: Int
}

/// A statement that the values of some indicators add up to the value of another.
package struct PartsOfWhole: Sendable {
  /// An indicator's value for an area.
  package struct Cell: Sendable, Hashable {
    package let indicator: IndicatorID
    package let area: AreaID
  }
  package let whole: Cell
  package internal(set) var parts: [Cell]
  /// The row of the first part in the `parts` table.
  package let row: Int
}
