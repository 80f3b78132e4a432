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
  /// The titles of the sources, each once.
  var sources: [String] = []
  /// Where the sources are told in full.
  var sourceHref: String?
  /// Whether the points' dates say as of when the values hold, rather than what they are about.
  var hasAsOf = false
  /// Whether the order says something already, as that of dates or of a table's rows.
  var isOrdered = true
  /// How many points a limit left out.
  var leftOut = 0

  var points: [ChartPoint] { series.flatMap(\.points) }
}

/// The words for kinds of places and the like, for headings and counts.
struct ChartNouns: Sendable {
  let language: Language
  private var isThai: Bool { language.tag == .thai }

  func pick(_ thai: String, _ english: String) -> String { isThai ? thai : english }

  var item: String { pick("รายการ", "Item") }
  var indicator: String { pick("ตัวเลข", "Figure") }
  var year: String { pick("ปี", "Year") }
  var other: String { pick("ไม่ระบุ", "Not stated") }

  /// A column's heading over areas.
  func heading(_ areaClass: AreaClass?, isDivision: Bool = false) -> String {
    guard let areaClass else { return pick("พื้นที่", "Area") }
    let word = one(areaClass, isDivision)
    return isThai ? word : word.prefix(1).uppercased() + word.dropFirst()
  }

  /// What areas are counted in; regions of an organisation's own division are sub-regions.
  func unit(_ areaClass: AreaClass?, isDivision: Bool = false) -> ChartUnit {
    guard let areaClass else {
      return .counted(one: pick("พื้นที่", "area"), other: pick("พื้นที่", "areas"))
    }
    let one = one(areaClass, isDivision)
    let other =
      switch areaClass {
      case .country: "countries"
      case .municipality: "municipalities"
      default: one + "s"
      }
    return .counted(one: one, other: isThai ? one : other)
  }

  private func one(_ areaClass: AreaClass, _ isDivision: Bool) -> String {
    switch areaClass {
    case .country: pick("ประเทศ", "country")
    case .region where isDivision: pick("ภูมิภาคย่อย", "sub-region")
    case .region: pick("ภาค", "region")
    case .province: pick("จังหวัด", "province")
    case .district: pick("อำเภอ", "district")
    case .subdistrict: pick("ตำบล", "subdistrict")
    case .municipality: pick("เทศบาล", "municipality")
    }
  }
}
