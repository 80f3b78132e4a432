import SaanModel
import SaanPublish
import SaanSite
import SaanText
import Testing

/// A site with the theme that Saan comes with, and twelve provinces in three zones.
enum RichPlaces {
  static let provinces = 50..<62

  /// The files of the site.
  ///
  /// - Parameter more: further files, and those that take another's place.
  static func tree(_ more: [String: String] = [:]) -> SourceTree {
    Specimen.commons(files.merging(more) { $1 })
  }

  /// The pages of a site by their paths.
  static func pages(_ tree: SourceTree) async throws -> [String: String] {
    let result = try await build(
      tree, BuildOptions(today: Specimen.today, jobs: 2), into: MemorySink())
    let errors = result.diagnostics.all.filter { $0.severity == .error }
    #expect(DiagnosticPrinter().text(Diagnostics(errors)) == "")
    return (result.report ?? [:]).mapValues { String(decoding: $0, as: UTF8.self) }
  }

  /// Values of one figure in areas, as rows of `observations`.
  static func rows(
    _ indicator: String, _ values: some Sequence<(area: String, value: String)>, more: String = ""
  ) -> String {
    values.map { "\(indicator),\($0.area),2022,stated,\($0.value),A,a\(more)\n" }.joined()
  }

  static let header = "indicator,area,as_of,as_of_basis,value,status,source\n"

  /// Funds of every province, councils of every zone, gardens of nine provinces only.
  static let observations =
    header
    + rows("funds.count", provinces.map { (area: "\($0)", value: "\(1_000 + $0)") })
    + rows(
      "councils.count",
      zip(["Z-1", "Z-2", "Z-3"], ["30", "10", "20"]).map { (area: $0, value: $1) })
    + rows("gardens.count", provinces.prefix(9).map { (area: "\($0)", value: "\(2_000 + $0)") })

  /// Thirteen figures of most provinces, at three dates and from two sources that differ, a
  /// register, and what only some places have.
  static let manyFigures: [String: String] = {
    let numbers = 1...13
    var values = "indicator,area,as_of,as_of_basis,value,status,source,note\n"
    for number in numbers {
      for province in provinces where (province + number) % 7 != 0 {
        for (year, step) in [(2018, 0), (2020, 7), (2022, 11)] {
          let value = number * 10_000 + province * 100 + step * (number % 3 - 1)
          values +=
            "f\(number),\(province),\(year),stated,\(value),A,\(number % 4 == 0 ? "b" : "a"),\n"
        }
      }
      values += "f\(number),TH,2022,stated,\(number * 1_000_000 + 3),A,a,\n"
      values += "f\(number),N,2022,stated,\(number * 500_000 + 5),A,a,\n"
    }
    values += "f1,50,2022,stated,19999,A,b,\nf14,50,2022,stated,17,A,b,\n"
    values += "f15,61,2022,stated,,O,a,ไม่มีใครนับ\n"
    return [
      "site.yaml": (files["site.yaml"] ?? "")
        + "  wells: {title: {th: ทะเบียนบ่อ, en: Register of wells}, table: wells}\n",
      "content/data/sources.csv":
        "id,title,title@en,producer,producer@en\na,รายงาน,A report,ผู้ทำ,Maker\nb,แบบสำรวจ,A survey,ผู้นับ,Counter\n",
      "content/data/indicators.csv": "id,name,name@en,unit,unit@en,aggregation,topic\n"
        + (1...15).map { number in
          "f\(number),ตัวเลขที่ \(number),Figure \(number),แห่ง,places,none,\(number % 2 == 0 ? "water" : "land")\n"
        }.joined(),
      "content/data/observations.csv": values,
      "content/data/organisations.csv": "id,name,name@en,area\nclub,ชมรม,The club,50\n",
      "content/data/datapackage.yaml": """
      name: test-data
      title: {th: ข้อมูลทดสอบ, en: Test data}
      resources:
        - name: wells
          path: wells.csv
          title: {th: บ่อ, en: Wells}
          schema: {primaryKey: id, fields: [{name: id}, {name: name}, {name: area}, {name: depth, type: integer}]}

      """,
      "content/data/wells.csv": "id,name,area,depth\nw1,บ่อหนึ่ง,50,12\nw2,บ่อสอง,50,7\nw3,บ่อสาม,53,\n",
    ]
  }()

  private static let areas: String = {
    var text =
      "code,class,name,name@en,parent,region_scheme,slug,abbr,tile_col,tile_row\n"
      + "TH,country,ประเทศไทย,Thailand,,,thailand,,,\nN,region,ภาคเหนือ,The North,TH,geographic,north,,,\n"
    for zone in 1...3 {
      text += "Z-\(zone),region,เขต \(zone),Zone \(zone),TH,zones,zone-\(zone),,,\n"
    }
    for code in provinces {
      let (column, row) = ((code - 50) % 4, (code - 50) / 4)
      text +=
        "\(code),province,จังหวัด \(code),Province \(code),N,,p\(code),จ\(code),\(column),\(row)\n"
    }
    return text
  }()

  static let files: [String: String] = [
    "site.yaml": """
    title: {th: เครือข่าย, en: Network}
    base_url: https://example.org/
    theme: commons
    taxonomies:
      topics:
        title: {th: หัวข้อ, en: Topics}
        terms:
          water: {th: น้ำ, en: Water}
          land: {th: ที่ดิน, en: Land}
    collections:
      news: {title: {th: ข่าว, en: News}, template: article.html, sort: date, feed: true}
      notes: {title: {th: บันทึก, en: Notes}, sort: title}

    """,
    "content/index.th.md": "---\ntitle: หน้าแรก\n---\nสวัสดี\n",
    "content/index.en.md": "---\ntitle: Home\n---\nHello\n",
    "content/news/dam.th.md":
      "---\ntitle: ฝายชุมชน\ndate: 2024-02-01\nupdated: 2024-03-01\ntopics: [water]\nareas: [\"50\"]\n---\nก\n",
    "content/news/dam.en.md": "---\ntitle: A weir\n---\nText\n",
    "content/news/well.th.md":
      "---\ntitle: บ่อน้ำ\ndate: 2024-01-01\ntopics: [water]\nareas: [\"51\"]\n---\nก\n",
    "content/notes/deed.th.md":
      "---\ntitle: โฉนด\ndate: 2024-01-02\ntopics: [land]\nareas: [\"52\"]\n---\nก\n",
    "content/data/areas.csv": areas,
    "content/data/area_groups.csv": "group,area,basis\n"
      + provinces.map { "Z-\(($0 - 50) / 4 + 1),\($0),\($0 == 50 ? "inferred" : "stated")\n" }
      .joined(),
    "content/data/sources.csv":
      "id,title,title@en,producer,producer@en\na,รายงาน,A report,ผู้ทำ,Maker\n",
    "content/data/indicators.csv": """
    id,name,name@en,unit,unit@en,unit_one@en,aggregation
    funds.count,กองทุน,Funds,กองทุน,funds,fund,sum
    councils.count,สภา,Councils,แห่ง,councils,council,none
    gardens.count,สวน,Gardens,แห่ง,gardens,garden,none

    """,
    "content/data/observations.csv": observations,
  ]
}
