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
  /// What a reader must know before comparing.
  var note: String?
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

  /// Below numbers of a register that are shown only where it is complete.
  var onlyComplete: String {
    pick(
      "แสดงเฉพาะพื้นที่ที่ทะเบียนครบถ้วนแล้ว", "Only areas whose register is complete are shown")
  }
  /// Below numbers of a register that may lack rows.
  var onlyRecorded: String {
    pick("นับเฉพาะที่บันทึกไว้แล้ว อาจมีมากกว่านี้", "Only what has been recorded so far; there may be more")
  }

  /// A column's heading over areas.
  func heading(_ areaClass: AreaClass?) -> String {
    guard let areaClass else { return pick("พื้นที่", "Area") }
    let word = one(areaClass)
    return isThai ? word : word.prefix(1).uppercased() + word.dropFirst()
  }

  /// What areas are counted in.
  func unit(_ areaClass: AreaClass?) -> ChartUnit {
    guard let areaClass else {
      return .counted(one: pick("พื้นที่", "area"), other: pick("พื้นที่", "areas"))
    }
    let other =
      switch areaClass {
      case .country: "countries"
      case .municipality: "municipalities"
      default: one(areaClass) + "s"
      }
    return .counted(one: one(areaClass), other: isThai ? one(areaClass) : other)
  }

  private func one(_ areaClass: AreaClass) -> String {
    switch areaClass {
    case .country: pick("ประเทศ", "country")
    case .region: pick("ภาค", "region")
    case .province: pick("จังหวัด", "province")
    case .district: pick("อำเภอ", "district")
    case .subdistrict: pick("ตำบล", "subdistrict")
    case .municipality: pick("เทศบาล", "municipality")
    }
  }
}
