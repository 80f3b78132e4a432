import SaanData
import SaanTemplate
import SaanText

/// Figures of a place as the lines of one table.
///
/// What is true of most of them, their date and their source, is said once above; each number that
/// departs from it has a mark, and what it departs by stands once below.
struct FigureLines: Sendable {
  let reader: Reader
  /// The lines in the order of the topics.
  let lines: [FigureLine]
  /// What most numbers have in common.
  private let common: Remark?
  /// What others have, each once, in the order of the marks.
  private let remarks: [Remark]

  /// - Parameter told: the country's values that stand elsewhere on the page.
  init(_ rows: [AreaRowView], in reader: Reader, told: [IndicatorID: AreaValue] = [:]) {
    self.reader = reader
    let topics = reader.places.topics
    let sorted = rows.enumerated().sorted { left, right in
      let (a, b) = (left.element.row.indicator, right.element.row.indicator)
      return (topics[a], left.offset) < (topics[b], right.offset)
    }.map(\.element)
    let own = sorted.compactMap(\.remark)
    let countries = sorted.map { row in
      row.country.flatMap { $0.value.isSame(as: told[row.row.indicator]) ? nil : $0 }
    }
    let wider = zip(sorted, countries).flatMap { row, country in
      [row.region, country].compactMap { $0.map(row.remark(of:)) }
    }
    let common = Self.common(own, beside: wider)
    var remarks: [Remark] = []
    func mark(_ remark: Remark?) -> Int? {
      guard let remark, let common else { return nil }
      guard !remark.isIn(common) else { return nil }
      if let known = remarks.firstIndex(of: remark) { return known }
      remarks.append(remark)
      return remarks.count - 1
    }
    lines = zip(sorted, countries).map { row, country in
      let region = row.region
      return FigureLine(
        row: row, region: region, country: country,
        isToldElsewhere: country == nil && row.country != nil, mark: mark(row.remark),
        regionMark: mark(region.map(row.remark(of:))),
        countryMark: mark(country.map(row.remark(of:))))
    }
    (self.common, self.remarks) = (common, remarks)
  }

  /// The date and origin that most have; of several that as many have, the first.
  ///
  /// With whom a number is shared, and whose own it is, is only said of all: no mark could take it
  /// back.
  private static func common(_ own: [Remark], beside wider: [Remark]) -> Remark? {
    let reaches = Set((own + wider).map(\.reach)), owners = Set((own + wider).map(\.organisation))
    let remarks = own.map { remark in
      var remark = remark
      if reaches.count > 1 { remark.reach = nil }
      if owners.count > 1 { remark.organisation = nil }
      return remark
    }
    var counts: [Remark: Int] = [:]
    for remark in remarks { counts[remark, default: 0] += 1 }
    let most = counts.values.max()
    return remarks.first { counts[$0] == most }
  }

  /// The lines of each topic, where there are several topics.
  private var groups: [Value] {
    let topics = reader.places.topics
    return Dictionary(grouping: lines.indices) { topics[lines[$0].row.row.indicator] }
      .sorted { $0.key < $1.key }
      .map { topic, members in
        let slug = lines[members[0]].row.topic
        let term = slug.flatMap { reader.termValue($0) }
        let title = term.flatMap { value -> String? in
          guard case .map(let record) = value else { return nil }
          return record["title"]?.text
        }
        return Value(
          TopicLinesRecord(
            title: title, topic: term ?? .none, lines: members.map { Value(lines[$0]) }))
      }
  }

  private func value(_ remark: Remark, _ place: Int?) -> Value {
    // Below the table only what the caption does not say.
    let said = place == nil ? nil : common
    let isSameDate = said?.date == remark.date
    let isSameOrigin = said.map(remark.hasOrigin) ?? false
    return Value(
      RemarkRecord(
        mark: place.map { Prose(reader.language).mark($0) }, date: isSameDate ? nil : remark.date,
        reach: remark.reach, organisation: remark.organisation, isAddedUp: remark.isAddedUp,
        isRatio: remark.isRatio,
        isOfRegister: remark.isOfRegister,
        sources: isSameOrigin
          ? [] : remark.sources.map(reader.source) + remark.tables.map(reader.source(ofTable:))))
  }
}

/// What a number is true for and where it comes from.
struct Remark: Sendable, Hashable {
  /// The day, or that its source gives none, in words.
  let date: String
  /// How much of the area, or with whom.
  var reach: String?
  /// The organisation whose own it is.
  var organisation: String?
  var sources: [SourceID] = []
  var tables: [String] = []
  var isAddedUp = false
  var isRatio = false
  var isOfRegister = false
  /// Whether it is of a region or the country, whose sources their own pages tell.
  var isOfWiderArea = false

  /// Whether another's numbers come from the same place in the same way: what one source publishes
  /// and what is added up of its values are two things.
  fileprivate func hasOrigin(of other: Remark) -> Bool {
    sources == other.sources && tables == other.tables && isAddedUp == other.isAddedUp
      && isRatio == other.isRatio
  }

  /// Whether another says all that it says.
  fileprivate func isIn(_ other: Remark) -> Bool {
    isOfWiderArea ? date == other.date && reach == other.reach : self == other
  }
}

extension AreaRowView {
  /// What its own number is true for.
  fileprivate var remark: Remark? {
    guard let value = row.value else { return nil }
    var remark = Remark(date: asOf(value), reach: reach(value), organisation: organisation)
    if let published {
      remark.sources = [published.source]
    } else if let sum = figures.rollup(row.indicator, row.area) {
      remark.isAddedUp = true
      remark.isRatio = sum.origin == .ratio
      if case .register(let table) = sum.origin {
        remark.isOfRegister = true
        remark.tables = [table]
      } else {
        remark.sources = figures.sources(of: sum)
      }
    }
    return remark
  }

  /// What the number of a wider area is true for.
  fileprivate func remark(of wider: (area: Area, value: AreaValue)) -> Remark {
    var remark = Remark(
      date: asOf(wider.value), reach: extent(wider.value, inBangkok: wider.area.code == "10"))
    remark.isOfWiderArea = true
    return remark
  }
}

/// A figure with what it is held against, and the marks of what departs from its table's caption.
struct FigureLine: Sendable, TemplateObject {
  let row: AreaRowView
  fileprivate let region: (area: Area, value: AreaValue)?
  fileprivate let country: (area: Area, value: AreaValue)?
  /// Whether the country's value stands elsewhere on the page.
  private let isToldElsewhere: Bool
  fileprivate let mark: Int?
  fileprivate let regionMark: Int?
  fileprivate let countryMark: Int?

  fileprivate init(
    row: AreaRowView, region: (area: Area, value: AreaValue)?,
    country: (area: Area, value: AreaValue)?, isToldElsewhere: Bool, mark: Int?, regionMark: Int?,
    countryMark: Int?
  ) {
    (self.row, self.region, self.country) = (row, region, country)
    self.isToldElsewhere = isToldElsewhere
    (self.mark, self.regionMark, self.countryMark) = (mark, regionMark, countryMark)
  }

  private func text(_ mark: Int?) -> Value {
    Value(mark.map { row.area.prose.mark($0) })
  }

  static let table = ObjectTable<FigureLine>(
    "line of figures",
    [
      .init("name", .string, "what is counted") { .string($0.row.name) },
      .init("figure", .object(AreaRowView.self), "the figure") { Value($0.row) },
      .init("mark", .string, "the mark of what it departs by; none where the caption says all") {
        $0.text($0.mark)
      },
      .init("region_value", .record(AreaValueRecord.self), "the value of the region beside it") {
        $0.row.record($0.region)
      },
      .init("region_mark", .string, "the mark of that value") { $0.text($0.regionMark) },
      .init(
        "country_value", .record(AreaValueRecord.self),
        "the country's value beside it, unless it stands elsewhere on the page"
      ) { $0.row.record($0.country) },
      .init(
        "country_told", .bool, "whether that value is left out, as it stands elsewhere on the page"
      ) { .bool($0.isToldElsewhere) },
      .init("country_mark", .string, "the mark of that value") { $0.text($0.countryMark) },
    ])
}

extension FigureLines: TemplateObject {
  static let table = ObjectTable<FigureLines>(
    "lines of figures",
    [
      .init("count", .number, "how many lines there are") { .int($0.lines.count) },
      .init("topics", .list(of: .record(TopicLinesRecord.self)), "the lines, topic by topic") {
        .list($0.groups)
      },
      .init(
        "common", .record(RemarkRecord.self),
        "the date and source of most of the numbers, which the caption says once"
      ) { lines in lines.common.map { lines.value($0, nil) } ?? .none },
      .init(
        "remarks", .list(of: .record(RemarkRecord.self)),
        "the dates and sources of the others, each once, by their marks"
      ) { lines in .list(lines.remarks.enumerated().map { lines.value($1, $0) }) },
      .init("has_trend", .bool, "whether any of them has values of several dates") { lines in
        .bool(lines.lines.contains { $0.row.trendText != nil })
      },
      .init("has_strip", .bool, "whether any of them has a strip of its peers") { lines in
        .bool(lines.lines.contains { $0.row.strip != nil })
      },
      .init("has_least", .bool, "whether any of their own numbers is but the least it may be") {
        lines in .bool(lines.lines.contains { $0.row.row.value?.told == .atLeast })
      },
      .init("has_region", .bool, "whether any of them has a value of the region beside it") {
        lines in .bool(lines.lines.contains { $0.region != nil })
      },
      .init("has_country", .bool, "whether any of them has the country's value beside it") {
        lines in .bool(lines.lines.contains { $0.country != nil })
      },
    ])
}

/// The lines of one topic.
struct TopicLinesRecord: TemplateRecord {
  let title: String?
  let topic: Value
  let lines: [Value]

  static let table = ObjectTable<TopicLinesRecord>(
    "lines of a topic",
    [
      .init("title", .string, "the topic's title") { Value($0.title) },
      .init("topic", .record(TermRecord.self), "the topic; none of those that have no topic") {
        $0.topic
      },
      .init("lines", .list(of: .object(FigureLine.self)), "its lines") { .list($0.lines) },
    ])
}

/// What numbers are true for and where they come from.
struct RemarkRecord: TemplateRecord {
  let mark: String?
  let date: String?
  let reach: String?
  let organisation: String?
  let isAddedUp: Bool
  let isRatio: Bool
  let isOfRegister: Bool
  let sources: [Value]

  static let table = ObjectTable<RemarkRecord>(
    "remark on figures",
    [
      .init("mark", .string, "the mark beside the numbers; none in the caption") {
        Value($0.mark)
      },
      .init("date", .string, "the date in words, or that there is none, unless the caption says it")
      { Value($0.date) },
      .init("coverage", .string, "how much of the area it is about, or with whom it is shared") {
        Value($0.reach)
      },
      .init("organisation", .string, "the organisation whose own the numbers are") {
        Value($0.organisation)
      },
      .init("computed", .bool, "whether the numbers were added up or divided") {
        .bool($0.isAddedUp)
      },
      .init("ratio", .bool, "whether each is one published number divided by another") {
        .bool($0.isRatio)
      },
      .init("of_register", .bool, "whether rows of a register were") { .bool($0.isOfRegister) },
      .init(
        "sources", .list(of: .record(SourceRecord.self)),
        "the sources or registers that they are from; none of wider areas or said by the caption"
      ) { .list($0.sources) },
    ])
}

/// What is known of a region that a place lies in or belongs to.
struct LinesAroundRecord: TemplateRecord {
  let name: String
  let area: Value
  let isInferred: Bool
  let lines: Value

  static let table = ObjectTable<LinesAroundRecord>(
    "lines of a region around",
    [
      .init("name", .string, "what the region is called") { .string($0.name) },
      .init("area", .object(AreaView.self)) { $0.area },
      .init("inferred", .bool, "whether nobody says that the place belongs to it") {
        .bool($0.isInferred)
      },
      .init("lines", .object(FigureLines.self)) { $0.lines },
    ])
}

/// The areas beside a place in one region.
struct NeighboursRecord: TemplateRecord {
  let name: String
  let area: Value
  let isInferred: Bool
  let areas: [Value]

  static let table = ObjectTable<NeighboursRecord>(
    "neighbours",
    [
      .init("name", .string, "what the region that they share is called") { .string($0.name) },
      .init("area", .object(AreaView.self), "the region that they share") { $0.area },
      .init("inferred", .bool, "whether nobody says that the place belongs to it") {
        .bool($0.isInferred)
      },
      .init("areas", .list(of: .object(AreaView.self)), "the others in it, in the order of names") {
        .list($0.areas)
      },
    ])
}
