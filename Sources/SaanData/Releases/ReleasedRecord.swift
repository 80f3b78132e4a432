import SaanText

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
  package let previousValue: ExactNumber?
  package let status: String?
  package let rank: String?
  /// What its source promises of it; of a correction what its row says of the new value.
  package private(set) var bound: Bound
  /// What the row of a correction says of the former value.
  package private(set) var previousBound = Bound.exact
  /// Its row in the table; `nil` of those that a release tells of.
  package let row: Int?

  /// What makes two records tell of the same thing.
  struct Key: Hashable {
    let kind: Kind
    let indicator: String
    let area: String
    let source: String?
    let date: String?
  }

  var key: Key { Key(kind: kind, indicator: indicator, area: area, source: source, date: date) }

  /// Records are the same when they tell the same to the last digit, wherever they stand.
  package static func == (one: Self, other: Self) -> Bool {
    one.key == other.key && one.value == other.value && one.previousValue == other.previousValue
      && one.status == other.status && one.rank == other.rank && one.bound == other.bound
      && one.previousBound == other.previousBound
  }

  /// Hashes what it tells of.
  package func hash(into hasher: inout Hasher) { hasher.combine(key) }

  /// The tables that records are rows of, with the columns that they are read from.
  static let columns: [String: Set<String>] = [
    "observations": [
      "indicator", "area", "areas", "as_of", "period", "value", "status", "source", "rank", "bound",
    ],
    "corrections": [
      "indicator", "area", "source", "previous_value", "previous_bound", "value", "bound", "kind",
      "announced",
    ],
  ]

  /// Reads a row; `nil` when it is neither a value nor a correction, or does not say of what.
  ///
  /// - Parameter row: its position in today's table.
  init?(_ cells: ReleasedRow, row: Int? = nil) {
    guard let indicator = cells["indicator"], let area = cells["area"] ?? cells["areas"] else {
      return nil
    }
    self.indicator = indicator
    self.area = area
    self.row = row
    source = cells["source"]
    value = cells.number("value")
    previousValue = cells.number("previous_value")
    switch cells.table {
    case "observations":
      kind = .value
      date = cells["as_of"] ?? cells["period"]
      let status = Observation.Status(letters: cells["status"] ?? "A")
      self.status = status.letters
      bound = Bound(cells["bound"], of: value, status)
      rank = cells["rank"] ?? Observation.Rank.normal.rawValue
    case "corrections":
      kind = .correction
      date = cells["announced"]
      status = cells["kind"] ?? Correction.Kind.revision.rawValue
      rank = nil
      bound = cells["bound"].flatMap(Bound.init) ?? .exact
      previousBound = cells["previous_bound"].flatMap(Bound.init) ?? .exact
    default: return nil
    }
  }

  /// Whether it was published as one that does not hold.
  var isDeprecated: Bool { rank == Observation.Rank.deprecated.rawValue }

  /// The same without what its row says of how exact its numbers are.
  var withoutBounds: ReleasedRecord {
    var copy = self
    (copy.bound, copy.previousBound) = (.exact, .exact)
    return copy
  }

  /// Whether it says something else of the same thing.
  func differs(from other: ReleasedRecord) -> Bool {
    value != other.value || status != other.status || rank != other.rank
      || bound != other.bound
  }

  /// Whether it is the same number of the same source, for more or fewer of the areas; the country
  /// has all of them.
  func isRefiled(from other: ReleasedRecord) -> Bool {
    guard kind == .value, other.kind == .value, value != nil, value == other.value,
      bound == other.bound, indicator == other.indicator, source == other.source,
      date == other.date, area != other.area
    else { return false }
    let (own, others) = (Set(area.listed), Set(other.area.listed))
    return own.isSubset(of: others) || others.isSubset(of: own) || own == ["TH"] || others == ["TH"]
  }

  /// The record as an object of eleven members, each of them always there.
  var document: JSONDocument {
    func text(_ text: String?) -> JSONDocument { JSONDocument(text) ?? .null }
    func number(_ number: ExactNumber?) -> JSONDocument {
      number.map { .number($0.plain) } ?? .null
    }
    return .members([
      "kind": .text(kind.rawValue), "indicator": .text(indicator), "area": .text(area),
      "source": text(source), "date": text(date), "value": number(value),
      "bound": .text(bound.rawValue), "previous_value": number(previousValue),
      "previous_bound": kind == .correction ? .text(previousBound.rawValue) : .null,
      "status": text(status), "rank": text(rank),
    ])
  }
}
