import SaanText

/// The words around a chart, in the reader's language.
public struct ChartText: Sendable, Hashable {
  /// What the chart shows; it names the chart for screen readers and the table.
  public var title: String
  /// What there is to see; a sentence made from the data when it is `nil`.
  public var description: String?
  /// What else a reader should know before looking, under the title.
  public var caption: String?
  /// Where the numbers come from and as of when, in one line.
  public var source: HTML?
  /// The heading of the table's first column: `จังหวัด`.
  public var itemHeading: String
  /// The heading of the values, where the unit does not say enough.
  public var valueHeading: String?
  /// The fixed words of the language.
  public var words: ChartWords

  /// Makes the words around a chart.
  public init(
    title: String, description: String? = nil, source: String? = nil, itemHeading: String,
    valueHeading: String? = nil, words: ChartWords
  ) {
    self.title = title
    self.description = description
    self.source = source.map { HTML(escaping: $0) }
    self.itemHeading = itemHeading
    self.valueHeading = valueHeading
    self.words = words
  }
}

/// The fixed words that charts use, once per language.
public struct ChartWords: Sendable, Hashable {
  /// For a value that nobody reported.
  public var noData: String
  /// For a question that does not arise.
  public var notApplicable: String
  /// For values whose date is unknown.
  public var noDate: String
  /// For a change in the way of counting.
  public var seriesBreak: String
  /// For the value shown elsewhere.
  public var preferred: String
  /// For sources that give different values for one date.
  public var disagree: String
  /// For what is to be reached.
  public var target: String
  /// For the middle value.
  public var median: String
  /// For the sum of a bar's parts.
  public var total: String
  /// For a total that a source prints beside its parts.
  public var printedTotal: String
  /// Before how far that is from the sum of the parts.
  public var difference: String
  /// For a chart without any value.
  public var empty: String
  /// What opens the table.
  public var openTable: String
  /// Heading of the column of values that have no unit.
  public var value: String
  /// Heading of the column of dates.
  public var asOf: String
  /// Heading of the column of sources.
  public var source: String
  /// Heading of the column of series.
  public var series: String

  /// The words of Thai.
  public static let thai = ChartWords(
    noData: "ไม่มีข้อมูล", notApplicable: "ไม่เกี่ยวข้อง", noDate: "ไม่ระบุวันที่",
    seriesBreak: "เปลี่ยนวิธีนับ", preferred: "ค่าที่ใช้", disagree: "แหล่งข้อมูลไม่ตรงกัน",
    target: "เป้าหมาย", median: "ค่ากลาง", total: "รวม",
    printedTotal: "ยอดรวมที่แหล่งข้อมูลให้ไว้", difference: "ผลต่าง",
    empty: "ยังไม่มีข้อมูลที่เผยแพร่",
    openTable: "ดูข้อมูลเป็นตาราง", value: "ค่า", asOf: "ข้อมูล ณ วันที่", source: "แหล่งข้อมูล",
    series: "ชุดข้อมูล")
  /// The words of English.
  public static let english = ChartWords(
    noData: "no data", notApplicable: "not applicable", noDate: "no date",
    seriesBreak: "counted differently from here", preferred: "value used",
    disagree: "sources disagree", target: "target", median: "median", total: "Total",
    printedTotal: "Total that the source gives", difference: "Difference",
    empty: "No data has been published yet", openTable: "View the data as a table",
    value: "Value", asOf: "As of", source: "Source", series: "Series")

  /// The words of the language, English for one that has none here.
  public static func of(_ language: Language) -> ChartWords {
    language.isThaiReader ? .thai : .english
  }
}
