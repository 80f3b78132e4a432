import SaanText

/// Every published value, and every announced correction, on the day of a release.
///
/// It is what later builds are compared with: a release says what readers have seen.
package struct DataRelease: Sendable {
  /// The day of the release; `nil` for what is being built.
  package let date: CalendarDate?
  package let records: [ReleasedRecord]

  /// What the tables say now.
  package init(_ statistics: Statistics) {
    date = nil
    let values = statistics.observations.map { ReleasedRecord($0, statistics) }
    let corrections = statistics.corrections.map { ReleasedRecord($0, statistics) }
    records = values + corrections
  }

  /// Reads the file of a release, which is named after its day.
  package static func read(_ file: SourceFile, date: CalendarDate) -> Outcome<DataRelease?> {
    let resource = Resource(name: "release", path: file.path, schema: ReleasedRecord.schema)
    let outcome = readTable(DataFile(path: file.path, bytes: file.bytes), as: resource)
    let release = outcome.value.map { table in
      DataRelease(date: date, records: table.rows.compactMap { ReleasedRecord($0) })
    }
    return Outcome(release, outcome.diagnostics)
  }

  private init(date: CalendarDate, records: [ReleasedRecord]) {
    self.date = date
    self.records = records
  }

  /// The file: an array of records, each with the same members.
  package var json: [UInt8] { JSONDocument.list(records.map(\.document)).bytes }
}

/// A value or a correction as it was published.
package struct ReleasedRecord: Sendable, Hashable {
  /// What was published.
  package enum Kind: String, Sendable { case value, correction }

  package let kind: Kind
  package let indicator: String
  package let area: String
  package let source: String?
  /// The as-of date or period of a value, the day on which a correction was announced.
  package let date: String?
  package let value: ExactNumber?
  /// What the value promised.
  package let bound: Bound
  package let previousValue: ExactNumber?
  package let status: String?
  package let rank: String?

  /// What makes two records tell of the same thing.
  struct Key: Hashable {
    let kind: Kind
    let indicator: String
    let area: String
    let source: String?
    let date: String?
  }

  var key: Key { Key(kind: kind, indicator: indicator, area: area, source: source, date: date) }

  init(_ observation: Observation, _ statistics: Statistics) {
    kind = .value
    indicator = statistics.indicators[observation.indicator].id
    area = statistics.areas.all[observation.area].code
    source = statistics.sources[observation.source].id
    date = observation.asOf?.iso ?? observation.period?.iso
    value = observation.value
    bound = observation.bound
    previousValue = nil
    status = observation.status.letters
    rank = observation.rank.rawValue
  }

  init(_ correction: Correction, _ statistics: Statistics) {
    kind = .correction
    indicator = statistics.indicators[correction.indicator].id
    area = statistics.areas.all[correction.area].code
    source = correction.source.map { statistics.sources[$0].id }
    date = correction.announced?.iso
    value = correction.value
    bound = .exact
    previousValue = correction.previousValue
    status = correction.kind.rawValue
    rank = nil
  }

  fileprivate init?(_ row: Row) {
    guard let kind = row.string("kind").flatMap(Kind.init), let area = row.string("area"),
      let indicator = row.string("indicator")
    else { return nil }
    self.kind = kind
    self.indicator = indicator
    self.area = area
    source = row.string("source")
    date = row.string("date")
    value = row.exactNumber("value")
    // Releases from before there were bounds have the status alone.
    let isEstimated = kind == .value && row.string("status")?.contains("E") == true
    bound = row.string("bound").flatMap(Bound.init) ?? (isEstimated ? .about : .exact)
    previousValue = row.exactNumber("previous_value")
    status = row.string("status")
    rank = row.string("rank")
  }

  fileprivate static var schema: TableSchema {
    TableSchema(fields: [
      Field(name: "kind"), Field(name: "indicator"), Field(name: "area"), Field(name: "source"),
      Field(name: "date"), Field(name: "value", type: .number),
      Field(name: "bound"), Field(name: "previous_value", type: .number), Field(name: "status"),
      Field(name: "rank"),
    ])
  }

  fileprivate var document: JSONDocument {
    func text(_ text: String?) -> JSONDocument { JSONDocument(text) ?? .null }
    func number(_ number: ExactNumber?) -> JSONDocument {
      number.map { .number($0.plain) } ?? .null
    }
    return .members([
      "kind": .text(kind.rawValue), "indicator": .text(indicator), "area": .text(area),
      "source": text(source), "date": text(date), "value": number(value),
      "bound": .text(bound.rawValue), "previous_value": number(previousValue),
      "status": text(status), "rank": text(rank),
    ])
  }
}
