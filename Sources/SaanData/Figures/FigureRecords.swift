import SaanText

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
  /// The index of the source that it is taken from.
  package let source: Int?
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
  package let sources: [Int]
  package let cause: Cause
  package let status: Status
  /// The source whose value is preferred.
  package let preferred: Int?
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
  package let source: Int?
  package let previousValue: ExactNumber?
  package let value: ExactNumber?
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
  /// The index of the source that the row is taken from.
  package let source: Int?
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

/// What was taken from a source: values, and rows of other tables that name it.
package struct SourceUse: Sendable {
  /// Rows of one table, by their index.
  package typealias Rows = (table: String, rows: [Int])

  /// The positions of its values among the observations, in the table's order.
  package fileprivate(set) var values: [Int] = []
  /// The rows whose column `source` names it, table by table.
  package fileprivate(set) var rows: [Rows] = []
}

extension SourceUse {
  /// The tables that say by themselves which source a value or a difference is of.
  private static let ownWays: Set<String> = ["observations", "corrections", "reconciliations"]

  /// What was taken from each source, by its index.
  static func all(_ records: StatisticsRecords, _ package: DataPackage) -> [SourceUse] {
    var uses = [SourceUse](repeating: SourceUse(), count: records.sources.count)
    for (position, value) in records.observations.enumerated() {
      uses[value.source].values.append(position)
    }
    for table in package.tables where !ownWays.contains(table.name) {
      guard let column = table.column("source"), !table.fields[column].isPrivate else { continue }
      var rows = [[Int]](repeating: [], count: uses.count)
      for row in table.rows {
        guard let source = row.string(column).flatMap({ records.sourceIDs[$0] }) else { continue }
        rows[source].append(row.index)
      }
      for (source, rows) in rows.enumerated() where !rows.isEmpty {
        uses[source].rows.append((table.name, rows))
      }
    }
    return uses
  }
}

extension Statistics {
  /// Every value that a source gives, in the table's order.
  package func values(ofSource source: Int) -> [Observation] {
    usesBySource[source].values.map { observations[$0] }
  }

  /// The rows of other tables that name a source.
  package func rows(namingSource source: Int) -> [SourceUse.Rows] { usesBySource[source].rows }
}
