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

  /// What is to be known of a value, in SDMX's letters; one value may have several.
  package struct Status: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    /// Makes a set of flags.
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// A: nothing to remark.
    package static let normal = Status(rawValue: 1)
    /// E: estimated; without a bound of its own such a value is given as about.
    package static let estimated = Status(rawValue: 2)
    /// P: provisional, or no more than a plan.
    package static let provisional = Status(rawValue: 4)
    /// B: the series breaks here.
    package static let seriesBreak = Status(rawValue: 8)
    /// O: the value is missing.
    package static let missing = Status(rawValue: 16)
    /// N: there can be no value.
    package static let notApplicable = Status(rawValue: 32)

    static let letters: [(letter: Character, status: Status)] = [
      ("A", .normal), ("E", .estimated), ("P", .provisional), ("B", .seriesBreak),
      ("O", .missing), ("N", .notApplicable),
    ]
  }

  package let indicator: IndicatorID
  /// The index of the area in `Statistics.areas`.
  package let area: AreaID
  /// Whether it belongs to several areas jointly, for which `area` stands.
  package let isTogether: Bool
  /// The index of the source in `Statistics.sources`.
  package let source: SourceID
  /// `nil` when the value is missing or there can be none; `status` says which.
  package let value: ExactNumber?
  /// What the source promises of it: the column `bound`; without one, status E means about.
  package let bound: Bound
  package let valueText: String?
  package let numerator: ExactNumber?
  package let denominator: ExactNumber?
  /// The day, month, year or span that its source says it is true for.
  package let asOf: CalendarDate?
  /// The time that the value covers, where that is not a moment.
  package let period: CalendarPeriod?
  package let asOfBasis: AsOfBasis
  package let status: Status
  package let rank: Rank
  package let rankReason: Localized<String>?
  package let page: String?
  package let quote: String?
  /// What is counted, in words of its own where the indicator's do not fit.
  package let name: Localized<String>?
  package let unit: Localized<UnitName>?
  package let note: Localized<String>?
  /// When the value was entered.
  package let recorded: CalendarDate?
  /// Its row in the `observations` table, for places.
  package let row: Int
}

extension Observation {
  /// Reads a row; `nil` when its indicator, area or source is not known.
  init?(
    _ row: Row, indicator: IndicatorID?, area: AreaID?, isTogether: Bool, source: SourceID?
  ) {
    guard let indicator, let area, let source else { return nil }
    self.isTogether = isTogether
    self.indicator = indicator
    self.area = area
    self.source = source
    value = row.exactNumber("value")
    valueText = row.string("value_text")
    numerator = row.exactNumber("numerator")
    denominator = row.exactNumber("denominator")
    asOf = row.period("as_of").map { CalendarDate($0) }
    period = row.period("period")
    asOfBasis = row.string("as_of_basis").flatMap(AsOfBasis.init) ?? .unknown
    status = Status(letters: row.string("status") ?? "A")
    bound = Bound(row.string("bound"), of: value, status)
    rank = row.string("rank").flatMap(Rank.init) ?? .normal
    rankReason = row.localized("rank_reason")
    page = row.string("page")
    quote = row.string("quote")
    name = row.localized("name")
    unit = row.unit()
    note = row.localized("note")
    recorded = row.date("recorded")
    self.row = row.index
  }

  /// Whether it may still change, or is but planned.
  package var isProvisional: Bool { status.contains(.provisional) }

  /// The value with what it promises.
  package var bounded: BoundedNumber? { value.map { BoundedNumber($0, bound) } }

  /// The least that it can be; `nil` where "about" or "nearly" leaves that open.
  var least: ExactNumber? {
    switch bound {
    case .exact, .moreThan, .atLeast: value
    case .atMost: value.map { $0.isNegative ? $0 : .zero }
    case .about, .nearly: nil
    }
  }

  /// Whether it is surely less than a number.
  func isBelow(_ number: ExactNumber) -> Bool {
    guard let value else { return false }
    switch bound {
    case .exact, .atMost: return value < number
    case .nearly: return value <= number
    case .about, .moreThan, .atLeast: return false
    }
  }

  /// When it is of: the as-of date, else the period that it covers.
  package var date: CalendarDate? { asOf ?? period.map { CalendarDate($0) } }
  /// How that date is known.
  package var dateBasis: DateBasis { asOfBasis == .publicationDate ? .published : .stated }
  /// When it is of; `nil` where its source states no date.
  package var time: FigureTime? {
    date.map { FigureTime($0, dateBasis) }
  }

  /// Whether the value is of an earlier date, which is one that ends earlier; values without a date
  /// come before all others.
  func isOlder(than other: Observation) -> Bool {
    switch (date, other.date) {
    case (nil, nil), (_?, nil): false
    case (nil, _?): true
    case (let mine?, let theirs?): (mine.lastDay, mine) < (theirs.lastDay, theirs)
    }
  }
}

extension Observation.Status {
  /// The flags in the letters of the `observations` table.
  package var letters: String { String(Self.letters.filter { contains($0.status) }.map(\.letter)) }

  /// Reads letters with or without separators; unknown ones are left out.
  init(letters: String) {
    self.init()
    for letter in letters.uppercased() {
      if let known = Self.letters.first(where: { $0.letter == letter }) { insert(known.status) }
    }
  }
}

extension Bound {
  /// What a cell of the column `bound` says of a value; without one, status E means about.
  init(_ cell: String?, of value: ExactNumber?, _ status: Observation.Status) {
    let said = cell.flatMap(Bound.init) ?? (status.contains(.estimated) ? .about : .exact)
    self = value == nil ? .exact : said
  }
}

/// What a value counts, and in which unit: values of unlike kinds are neither added up nor held
/// against each other.
package struct ValueKind: Sendable, Hashable {
  /// What it counts, where that is not quite what its indicator does; empty otherwise.
  package let name: String
  /// The unit, in the words of the tables.
  package let unit: String

  /// The kind of a value.
  package init(_ value: Observation, of indicator: Indicator) {
    name = value.name?[.thai] ?? ""
    unit = (value.unit ?? indicator.unit)?[.thai].other ?? ""
  }

  /// What an indicator's values count where they say nothing else.
  init(of indicator: Indicator) {
    name = ""
    unit = indicator.unit?[.thai].other ?? ""
  }
}
