import SaanText

/// Something that is counted or measured, in the same way for every area and date.
package struct Indicator: Sendable {
  /// What kind of number it is.
  package enum Kind: String, Sendable, CaseIterable { case count, sum, ratio, percentage }

  /// How the values of areas make the value of the area around them.
  package enum Aggregation: String, Sendable, CaseIterable { case sum, weighted, max, none }

  /// How a register's rows make a value.
  package enum Computation: String, Sendable, CaseIterable { case count, sum, mean, ratio }

  /// The register that values are computed from.
  package struct Register: Sendable {
    package let table: String
    package let computation: Computation
    /// The column that is added up; of a ratio, `numerator/denominator`.
    package let field: String?
    /// Rows that count: `column=value`, all of them joined by `;`.
    package let filter: [(column: String, value: String)]
    /// What stands between semicolons and is no condition.
    package let unread: [String]
  }

  /// The indicators that values are worked out from where nobody publishes them.
  package struct Ratio: Sendable, Hashable {
    package let numerator: IndicatorID
    package let denominator: IndicatorID
  }

  package let id: String
  package let name: Localized<String>
  package let summary: Localized<String>?
  package let unit: Localized<UnitName>?
  /// The power of ten that values are multiplied with: 6 for millions.
  package let multiplier: Int
  /// How many decimals are shown; `nil` shows as many as the value has.
  package let precision: Int?
  package let kind: Kind
  package let aggregation: Aggregation
  /// Whether it counts everything since the beginning, so that it never falls.
  package let isCumulative: Bool
  /// Whether more is better; `nil` when neither is.
  package let isAscending: Bool?
  package let universe: Localized<String>?
  package let minimum: ExactNumber?
  package let maximum: ExactNumber?
  /// Before this there can be no value.
  package let earliest: CalendarDate?
  /// The index of the indicator whose value this one can't exceed.
  package internal(set) var atMost: IndicatorID?
  package let register: Register?
  /// The two indicators that it is the ratio of.
  package internal(set) var ratio: Ratio?
  package let topic: String?
  /// The areas that it can have values for.
  package internal(set) var scope = Scope.everywhere
  /// Its row in the `indicators` table.
  package let row: Int
}

/// The place of an indicator in `Statistics.indicators`.
package typealias IndicatorID = ID<Indicator>

extension Indicator {
  /// A value as it is shown, with no more decimals than `precision` says; what machines read keeps
  /// them all.
  ///
  /// What is but a least is not rounded up, nor a most down. A number above zero is never shown as
  /// zero, nor a share that is not the whole as 100: it keeps as many decimals as that takes.
  ///
  /// - Parameters:
  ///   - bound: what the value promises.
  ///   - isComputed: whether this program calculated it, so that nobody chose its decimals.
  package func shown(
    _ value: ExactNumber, _ bound: Bound = .exact, isComputed: Bool = false
  ) -> ExactNumber {
    guard let scale = isComputed ? precision ?? 2 : precision else { return value }
    let shown = value.shown(decimals: scale, bound, isShare: isShare)
    return isComputed ? shown.trimmed : shown
  }

  /// Whether values are hundredths of a whole, as its kind or its unit says.
  var isShare: Bool { kind == .percentage || unit?[.thai].noun.isPercent ?? false }
}

/// The word for what is counted, by number: "fund" and "funds", or the Thai classifier.
package struct UnitName: Sendable {
  package let one: String
  package let other: String

  /// Parts of a hundred.
  static let percent = UnitName(one: "%", other: "%")

  /// The word for a count.
  package func text(for value: ExactNumber) -> String { value.int == 1 ? one : other }

  /// The unit as a word of a sentence.
  package var noun: CountedNoun { CountedNoun(one: one, other: other) }
}

extension Row {
  /// The unit's columns: `unit`, `unit@en` and, for one of them, `unit_one@en`.
  func unit() -> Localized<UnitName>? {
    guard let other = localized("unit") else { return nil }
    let one = localized("unit_one")
    return Localized(
      other.tags.map { tag in
        let word = other[tag]
        let single = one.flatMap { $0.tags.contains(tag) ? $0[tag] : nil }
        return (tag, UnitName(one: single ?? word, other: word))
      })
  }
}

extension Indicator {
  /// Reads a row of the `indicators` table.
  init?(_ row: Row) {
    guard let id = row.string("id"), let name = row.localized("name") else { return nil }
    self.id = id
    self.name = name
    summary = row.localized("description")
    kind = row.string("stat_type").flatMap(Kind.init) ?? .count
    // A share in per cent needs no word for what it counts.
    unit = row.unit() ?? (kind == .percentage ? Localized(.percent) : nil)
    multiplier = row.integer("unit_multiplier", in: KnownTable.multipliers) ?? 0
    precision = row.integer("precision", in: KnownTable.precisions)
    aggregation = row.string("aggregation").flatMap(Aggregation.init) ?? .none
    isCumulative = row.boolean("cumulative") ?? false
    isAscending = row.boolean("ascending")
    universe = row.localized("universe")
    minimum = row.exactNumber("minimum")
    maximum = row.exactNumber("maximum")
    earliest = row.date("earliest")
    topic = row.string("topic")
    self.row = row.index
    register = row.string("dataset").map { table in
      let conditions = (row.string("filter") ?? "").listed.map { part in
        (part, part.split(separator: "=", maxSplits: 1).map { String($0).trimmed })
      }
      return Register(
        table: table,
        computation: row.string("aggregate").flatMap(Computation.init) ?? .count,
        field: row.string("field"),
        filter: conditions.compactMap { _, sides in
          sides.count == 2 ? (sides[0], sides[1]) : nil
        }, unread: conditions.filter { $0.1.count != 2 }.map(\.0))
    }
  }
}

extension String {
  /// Without spaces at its ends.
  var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text = text.dropFirst() }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }

  /// The entries of a cell that lists several, separated by semicolons.
  package var listed: [String] {
    split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
  }
}
