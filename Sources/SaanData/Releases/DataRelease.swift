import SaanText

/// What the tables said on the day of a release: every value, every announced correction, and what
/// the registers came to.
///
/// It is what later builds are compared with: a release says what readers have seen.
package struct DataRelease: Sendable {
  /// The day of the release; `nil` for what is being built.
  package let date: CalendarDate?
  package let records: [ReleasedRecord]
  /// What each register had in each area; `nil` where that is not told.
  package let registers: [ReleasedRegister]?
  /// What complete registers came to, by indicator and area; `nil` where that is not told.
  let registerSums: [ReleasedRecord]
  /// What smaller areas and registers came to for regions and the country; none in releases of
  /// earlier versions.
  let sums: [ReleasedSum]
  /// Whether these are told, so that one that is missing is gone.
  let tellsSums: Bool
  /// What the tables said in words; `nil` where that is not told.
  let words: [ReleasedWords]?
  /// The rows that its file holds.
  let rows: [ReleasedRow]
  /// Whether its file holds all that figures are made of.
  let isWhole: Bool

  /// The tables that figures are made of: all their rows are kept.
  static let wholeTables = [
    "sources", "organisations", "programmes", "indicators", "observations", "parts",
    "reconciliations", "corrections", "register_coverage",
  ]

  /// What the tables say now.
  ///
  /// - Parameters:
  ///   - registers: the tables whose rows are told of by their digests; without them that is not
  ///     known, and costs nothing.
  ///   - tellsWords: whether units, names and notes are told as well.
  package init(
    _ statistics: Statistics, registers: Set<String>? = nil, tellsWords: Bool = false
  ) {
    date = nil
    words = tellsWords ? ReleasedWords.all(in: statistics) : nil
    registerSums = tellsWords ? statistics.completeRegisterSums : []
    sums = tellsWords ? ReleasedSum.all(in: statistics) : []
    tellsSums = tellsWords
    records = ["observations", "corrections"].flatMap { name in
      statistics.package.rows(name).compactMap { row in
        ReleasedRecord(
          ReleasedRow(row, statistics.areas, columns: ReleasedRecord.columns[name]),
          row: row.index)
      }
    }
    self.registers = registers.map { names in
      ReleasedRegister.rows(of: names, in: statistics).compactMap { ReleasedRegister($0) }
    }
    rows = []
    isWhole = false
  }

  /// The file of what the tables say now.
  ///
  /// - Parameters:
  ///   - registers: the tables whose rows are kept by their digests.
  ///   - date: the day of the release.
  /// - Returns: `nil` where there is nothing to tell.
  package static func file(
    of statistics: Statistics, registers: Set<String>, date: CalendarDate
  ) -> [UInt8]? {
    let values = wholeTables.filter { !registers.contains($0) }.flatMap { name in
      statistics.package.rows(name).map { ReleasedRow($0, statistics.areas) }
    }
    let described = statistics.package.describedCoverage(statistics.areas)
    let records = ReleasedRegister.rows(of: registers, in: statistics)
    let lasting = statistics.releasedLastingRows
    let events = statistics.releasedEvents
    guard
      !statistics.observations.isEmpty || !records.isEmpty || !lasting.isEmpty || !events.isEmpty
    else { return nil }
    return ReleaseFile.bytes(
      values + described + records + statistics.releasedTotals
        + ReleasedSum.rows(of: statistics) + lasting + events, date: date)
  }

  /// Reads the file of a release, which is named after its day.
  package static func read(_ file: SourceFile, date: CalendarDate) -> Outcome<DataRelease?> {
    let outcome = ReleaseFile.read(file, date: date)
    return Outcome(outcome.value.map { DataRelease($0, date: date) }, outcome.diagnostics)
  }

  private init(_ file: ReleaseFile, date: CalendarDate) {
    self.date = date
    rows = file.rows
    isWhole = file.isWhole
    records = rows.compactMap { ReleasedRecord($0) }
    registers = file.isWhole ? rows.compactMap { ReleasedRegister($0) } : nil
    words = file.isWhole ? rows.compactMap { ReleasedWords($0) } : nil
    registerSums = file.isWhole ? ReleasedRecord.completeSums(of: rows) : []
    sums = rows.compactMap { ReleasedSum($0) }
    tellsSums = !sums.isEmpty
  }

  /// Every value and correction as an array of records, each with the same members.
  package var json: [UInt8] { JSONDocument.list(records.map(\.document)).bytes }
}

/// The day of the newest release that has the number of a value, by the value's row; none for rows
/// that stand in no release.
package func daysOfRelease(_ releases: [DataRelease], now: DataRelease) -> [Int: CalendarDate] {
  struct Published: Hashable {
    let key: ReleasedRecord.Key
    let value: ExactNumber?
  }
  var days: [Published: CalendarDate] = [:]
  for release in releases {
    guard let date = release.date else { continue }
    for record in release.records {
      days[Published(key: record.key, value: record.value)] = date
    }
  }
  let known = now.records.compactMap { record -> (Int, CalendarDate)? in
    guard record.kind == .value, let row = record.row else { return nil }
    return days[Published(key: record.key, value: record.value)].map { (row, $0) }
  }
  return Dictionary(known) { first, _ in first }
}
