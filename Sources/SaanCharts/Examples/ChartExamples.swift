import SaanText

extension ChartKind {
  /// A chart that shows what the kind is good for.
  public func example(in language: Language) -> Chart {
    switch self {
    case .bar: ChartExamples.bar(self, language)
    case .groupedBar: ChartExamples.groupedBar(self, language)
    case .stackedBar: ChartExamples.stackedBar(self, language)
    case .line: ChartExamples.line(self, language)
    case .dotPlot: ChartExamples.dotPlot(self, language)
    case .strip: ChartExamples.strip(self, language)
    case .progress: ChartExamples.progress(self, language)
    case .smallMultiples: ChartExamples.smallMultiples(self, language)
    case .tileMap: ChartExamples.tileMap(self, language)
    case .outlineMap: ChartExamples.outlineMap(self, language)
    }
  }
}

/// A chart of each kind, for the manual and for tests, from published figures of CODI where there
/// are some and made up where it says so.
enum ChartExamples {
  static func bar(_ kind: ChartKind, _ language: Language) -> Chart {
    let say = Say(language)
    var points = SubRegion.all.map { region in
      ChartPoint(ChartLabel(say(region.thai, region.english)), ChartValue(region.councils))
    }
    points.sort { ($0.value.number ?? .zero) > ($1.value.number ?? .zero) }
    return say.chart(
      kind, ChartData(points: points, unit: say.councils, items: say.regions),
      title: say("สภาองค์กรชุมชน แยกตามภาค", "Community councils by region"),
      heading: say("ภาค", "Region"),
      source: say(
        "ที่มา: พอช. ข้อมูล ณ 1 กันยายน 2557", "Source: CODI. Data as of 1 September 2014"))
  }

  static func groupedBar(_ kind: ChartKind, _ language: Language) -> Chart {
    let say = Say(language)
    let regions = SubRegion.all.prefix(4)
    func series(_ label: String, _ value: (SubRegion) -> ChartValue) -> ChartSeries {
      ChartSeries(
        ChartLabel(label),
        regions.map { ChartPoint(ChartLabel(say($0.thai, $0.english)), value($0)) })
    }
    let data = ChartData(
      [
        series(say("ตำบลและเทศบาล", "Subdistricts and municipalities")) {
          ChartValue($0.subdistricts)
        },
        series(say("สภาองค์กรชุมชน", "Community councils")) { ChartValue($0.councils) },
        series(say("สภาดิจิทัล (สมมุติ)", "Digital councils (made up)")) {
          $0.councils == 158 ? .missing : $0.councils == 559 ? 0 : .notApplicable
        },
      ], unit: say.councils, items: say.regions)
    return say.chart(
      kind, data, title: say("ตำบลที่มีสภาองค์กรชุมชน", "Subdistricts with a community council"),
      heading: say("ภาค", "Region"))
  }

  static func stackedBar(_ kind: ChartKind, _ language: Language) -> Chart {
    let say = Say(language)
    let whole = ChartLabel(say("เงินกองทุนทั้งหมด", "All the funds’ money"))
    let parts: [(String, Int)] = [
      (say("สมาชิกสมทบ", "Members"), 2_807_150_000),
      (say("รัฐบาลสมทบ", "State"), 1_058_640_000),
      (say("องค์กรปกครองส่วนท้องถิ่นสมทบ", "Local government"), 155_710_000),
      (say("แหล่งอื่น ๆ", "Other"), 281_340_000),
    ]
    let data = ChartData(
      parts.map {
        ChartSeries(ChartLabel($0.0), [ChartPoint(whole, ChartValue($0.1), key: "all")])
      }, unit: .baht)
    return say.chart(
      kind, data,
      title: say("เงินกองทุนสวัสดิการชุมชนมาจากไหน", "Where the welfare funds’ money comes from"),
      heading: say("กองทุน", "Funds"),
      source: say("ที่มา: พอช. ข้อมูล ณ 31 สิงหาคม 2556", "Source: CODI. Data as of 31 August 2013"))
  }

  static func line(_ kind: ChartKind, _ language: Language) -> Chart {
    let say = Say(language)
    func series(_ label: String, _ values: [ChartValue]) -> ChartSeries {
      ChartSeries(
        ChartLabel(label),
        values.enumerated().map { ChartPoint(date: CalendarDate(year: 2013 + $0), $1) })
    }
    var data = ChartData(
      [
        series(
          say("สภาองค์กรชุมชน", "Community councils"),
          [4100, 4331, 4900, 5600, .missing, 6700, 7100, 7400, 7600, 7795]),
        series(
          say("กองทุนสวัสดิการ", "Welfare funds"),
          [5660, 5600, 5500, 5530, 5700, 5800, 5850, 3900, 4100, 4300]),
      ], unit: say.places)
    data.series[1].points[7].isBreak = true
    return say.chart(
      kind, data,
      title: say(
        "สภาและกองทุน พ.ศ.\u{00A0}2556–2565 (สมมุติ)", "Councils and funds, 2013–2022 (made up)"),
      heading: say("ปี", "Year"))
  }

  static func dotPlot(_ kind: ChartKind, _ language: Language) -> Chart {
    let say = Say(language)
    let codi = say("22 ปี พอช. เปลี่ยนผ่าน สานต่อ", "22 years of CODI")
    func point(_ date: CalendarDate?, _ value: Int, _ source: String) -> ChartPoint {
      ChartPoint(date: date, ChartValue(value), source: source)
    }
    let points = [
      point(CalendarDate(year: 2022, month: 10, day: 26), 7795, codi).with {
        $0.isPreferred = true
      },
      point(nil, 7795, say("หน้าเว็บของเครือข่าย", "The network’s page")).with {
        $0.bound = .about
      },
      point(
        CalendarDate(year: 2014, month: 9, day: 1), 4331,
        say("สถิติสภาองค์กรชุมชนรายภูมิภาคย่อย พอช.", "CODI, councils by sub-region")),
      point(
        CalendarDate(year: 2014, month: 9, day: 1), 3900,
        say("อีกแหล่งหนึ่ง (สมมุติ)", "Another source (made up)")),
    ]
    return say.chart(
      kind, ChartData(points: points, unit: say.councils),
      title: say("สภาองค์กรชุมชน ทุกค่าจากทุกแหล่ง", "Community councils: every value from every source"),
      heading: say("ข้อมูล ณ วันที่", "As of"))
  }

  static func progress(_ kind: ChartKind, _ language: Language) -> Chart {
    let say = Say(language)
    let points = [
      ChartPoint(
        ChartLabel(say("บ้านมั่นคงริมคลองลาดพร้าว", "Baan Mankong along Lat Phrao canal")), 3302,
        target: ExactNumber(7069)),
      ChartPoint(
        ChartLabel(say("ชุมชนในที่ดินการรถไฟ", "Communities on railway land")), .missing,
        target: ExactNumber(27084)),
    ]
    return say.chart(
      kind, ChartData(points: points, unit: say.households),
      title: say("บ้านที่สร้างแล้วเทียบกับเป้าหมาย", "Homes built against the target"),
      heading: say("โครงการ", "Project"))
  }
}

/// Both languages of an example.
struct Say {
  let language: Language

  init(_ language: Language) { self.language = language }

  func callAsFunction(_ thai: String, _ english: String) -> String {
    language.isThai ? thai : english
  }

  var councils: ChartUnit { noun("แห่ง", "council", "councils") }
  var places: ChartUnit { noun("แห่ง", "place", "places") }
  var households: ChartUnit { noun("ครัวเรือน", "household", "households") }
  var regions: ChartUnit { noun("ภาค", "region", "regions") }
  var provinces: ChartUnit { noun("จังหวัด", "province", "provinces") }

  private func noun(_ thai: String, _ one: String, _ other: String) -> ChartUnit {
    language.isThai ? .counted(thai) : .counted(one: one, other: other)
  }

  func chart(
    _ kind: ChartKind, _ data: ChartData, title: String, heading: String, source: String? = nil
  ) -> Chart {
    Chart(
      id: "\(kind.name)-\(language.tag.rawValue)", kind: kind, data: data,
      text: ChartText(
        title: title, source: source, itemHeading: heading),
      language: language)
  }
}

/// CODI's sub-regions with their councils on 1 September 2014.
struct SubRegion {
  let thai: String
  let english: String
  let subdistricts: Int
  let councils: Int

  static let all: [SubRegion] = [
    SubRegion("กรุงเทพฯ และปริมณฑล", "Bangkok and vicinity", 333, 158),
    SubRegion("กลางตอนบน", "Upper central", 924, 559),
    SubRegion("ตะวันตก", "West", 525, 310),
    SubRegion("ตะวันออก", "East", 522, 359),
    SubRegion("ใต้ตอนบน", "Upper south", 520, 321),
    SubRegion("ใต้ตอนล่าง", "Lower south", 565, 401),
    SubRegion("เหนือตอนบน", "Upper north", 770, 375),
    SubRegion("เหนือตอนล่าง", "Lower north", 594, 334),
    SubRegion("ตะวันออกเฉียงเหนือตอนกลาง", "Central northeast", 863, 429),
    SubRegion("ตะวันออกเฉียงเหนือตอนล่าง", "Lower northeast", 1142, 581),
    SubRegion("ตะวันออกเฉียงเหนือตอนบน", "Upper northeast", 697, 504),
  ]

  private init(_ thai: String, _ english: String, _ subdistricts: Int, _ councils: Int) {
    self.thai = thai
    self.english = english
    self.subdistricts = subdistricts
    self.councils = councils
  }
}
