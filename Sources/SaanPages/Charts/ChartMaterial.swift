import SaanCharts
import SaanData
import SaanText

/// The numbers of a chart and what is known of them, from wherever they come.
struct ChartMaterial: Sendable {
  var series: [ChartSeries]
  var unit = ChartUnit.none
  /// What the points are: provinces, councils.
  var items = ChartUnit.none
  /// The heading of the table's first column.
  var itemHeading: String
  /// The heading of the values, where the unit does not say enough.
  var valueHeading: String?
  /// A title, for charts that are given none.
  var title: String?
  /// What all values are a number of, where that is not quite what their figure counts.
  var name: String?
  /// The titles of the sources, each once.
  var sources: [String] = []
  /// Where the sources are told in full.
  var sourceHref: String?
  /// Whether the points' dates say as of when the values hold, rather than what they are about.
  var hasAsOf = false
  /// Whether the order says something already, as that of dates or of a table's rows.
  var isOrdered = true
  /// What a reader must know before comparing.
  var note: String?
  /// The total that a source prints beside these parts.
  var printedTotal: BoundedNumber?
  /// Values of several areas jointly, which stand at none of them, in words.
  var together: [String] = []

  var points: [ChartPoint] { series.flatMap(\.points) }

  /// Adds something that a reader must know.
  mutating func add(note more: String?) {
    guard let more else { return }
    note = note.map { "\($0) · \(more)" } ?? more
  }
}

/// The words of charts for kinds of places.
extension LanguageWords {
  /// A column's heading over areas.
  func heading(_ areaClass: AreaClass?, ofDivision: Bool = false) -> String {
    heading(word(areaClass, ofDivision))
  }

  /// What areas are counted in; regions of an organisation's own division are sub-regions.
  func unit(_ areaClass: AreaClass?, ofDivision: Bool = false) -> ChartUnit {
    unit(word(areaClass, ofDivision))
  }

  /// What things are counted in.
  func unit(_ word: Word) -> ChartUnit {
    let noun = noun(word)
    return .counted(one: noun.one, other: noun.other)
  }

  private func word(_ areaClass: AreaClass?, _ ofDivision: Bool) -> Word {
    switch areaClass {
    case nil, .together: .area
    case .country: .country
    case .region: ofDivision ? .subregion : .regionInCharts
    case .province: .province
    case .district: .district
    case .subdistrict: .subdistrict
    case .municipality: .municipality
    }
  }
}
