import SaanSite
import SaanText
import Testing

/// What pages say of numbers from registers that lack cells, districts or days.
@Suite struct RegisterNumberTests {
  private static let areas =
    (RichPlaces.files["content/data/areas.csv"] ?? "")
    .split(separator: "\n").map { line in
      if line.hasPrefix("code,") { return line + ",provinces\n" }
      return line + (line.hasPrefix("TH,") || line.hasPrefix("N,") ? ",12\n" : ",\n")
    }.joined()
    + "5001,district,เมืองหนึ่ง,First,50,,first,,,,\n5002,district,เมืองสอง,Second,50,,second,,,,\n"

  /// The pages of a site with a register of wells.
  ///
  /// - Parameters:
  ///   - rows: the wells, with their areas.
  ///   - coverage: what is said of the register as a whole.
  private static func pages(
    _ rows: String, coverage: String = "{status: complete, as_of: 2024-01-01}",
    more: [String: String] = [:]
  ) async throws -> [String: String] {
    let files = [
      "site.yaml": (RichPlaces.files["site.yaml"] ?? "")
        + "  wells: {title: {th: ทะเบียนบ่อ, en: Register of wells}, table: wells}\n",
      "content/data/areas.csv": areas,
      "content/data/indicators.csv": """
      id,name,name@en,unit,unit@en,unit_one@en,stat_type,dataset,aggregate,field,filter
      wells.depth,ความลึกเฉลี่ย,Mean depth,เมตร,metres,metre,ratio,wells,mean,depth,
      wells.used,บ่อที่ใช้,Wells in use,บ่อ,wells,well,count,wells,count,,state=used
      wells.share,ส่วนที่แห้ง,Dry part,%,%,%,ratio,wells,ratio,dry/depth,

      """,
      "content/data/observations.csv": RichPlaces.header,
      "content/data/datapackage.yaml": """
      name: test-data
      title: {th: ข้อมูลทดสอบ, en: Test data}
      resources:
        - name: wells
          path: wells.csv
          title: {th: บ่อ, en: Wells}
          coverage: \(coverage)
          schema: {primaryKey: id, fields: [{name: id}, {name: name}, {name: area}, {name: depth, type: integer}, {name: dry, type: integer}, {name: state}]}

      """,
      "content/data/wells.csv": "id,name,area,depth,dry,state\n" + rows,
      "content/a.th.md":
        "---\ntitle: ก\n---\nลึก {{ figure(\"wells.depth\") }} ใช้ {{ figure(\"wells.used\") }} แห้ง {{ figure(\"wells.share\") }}\n",
      "content/a.en.md":
        "---\ntitle: A\n---\nDeep {{ figure(\"wells.depth\") }} used {{ figure(\"wells.used\") }} dry {{ figure(\"wells.share\") }}\n",
    ]
    return try await RichPlaces.pages(RichPlaces.tree(files.merging(more) { $1 }))
  }

  private func plain(_ page: String?) -> String { KindsOfValuesTests.plain(page) }

  /// A mean of the rows that have a value, a count whose filter meets an empty cell, and a ratio in
  /// per cent.
  @Test(arguments: ["th", "en"])
  func emptyCellsOfACompleteRegisterAreSaid(_ language: String) async throws {
    let pages = try await Self.pages(
      "w1,บ่อหนึ่ง,50,12,3,used\nw2,บ่อสอง,50,18,6,\nw3,บ่อสาม,51,,,used\n")
    let text = plain(pages["\(language)/a/index.html"])
    let (mean, least) =
      language == "th"
      ? ("15 เมตร จากที่มีข้อมูล", "อย่างน้อย 2 บ่อ")
      : ("15 metres among those with data", "at least 2 wells")
    #expect(text.contains(mean), "\(text)")
    #expect(text.contains(least), "\(text)")
    #expect(text.contains("30%"), "\(text)")
  }

  /// A row that names a province but no district may lie in any of its districts.
  @Test(arguments: ["th", "en"])
  func districtsBesideARowWithoutOneAreNotWhole(_ language: String) async throws {
    let pages = try await Self.pages(
      "w1,บ่อหนึ่ง,5001,12,3,used\nw2,บ่อสอง,50,18,6,used\nw3,บ่อสาม,51,1,1,used\n")
    let place = plain(pages["\(language)/provinces/p50/index.html"])
    let (name, none) =
      language == "th" ? ("เมืองหนึ่ง", "ขีดหมายถึงไม่มี") : ("First", "A dash means none")
    #expect(place.contains("\(name) ≥ 1"), "\(place)")
    #expect(!place.contains(none))
    let whole = try await Self.pages("w1,บ่อหนึ่ง,5001,12,3,used\nw3,บ่อสาม,51,1,1,used\n")
    let other = plain(whole["\(language)/provinces/p50/index.html"])
    #expect(other.contains("\(name) 1") && other.contains(none), "\(other)")
  }

  /// Of provinces that were complete on several days the register is so as of the first.
  @Test(arguments: [
    ("th", "1 มกราคม 2567", "1 มีนาคม 2567"), ("en", "1 January 2024", "1 March 2024"),
  ])
  func theRegisterIsAsOldAsItsOldestPart(
    _ language: String, _ oldest: String, _ newest: String
  ) async throws {
    let said = RichPlaces.provinces.map {
      "wells,\($0),complete,2024-0\($0 == 61 ? 3 : 1)-01\n"
    }.joined()
    let pages = try await Self.pages(
      "w1,บ่อหนึ่ง,50,12,3,used\nw3,บ่อสาม,51,1,1,used\n",
      coverage: "{status: unknown, as_of: 2023-01-01}",
      more: ["content/data/register_coverage.csv": "register,area,status,as_of\n" + said])
    let page = plain(pages["\(language)/wells/index.html"])
    let words = language == "th" ? "ครบถ้วน ณ วันที่ " : "complete as of "
    #expect(page.contains(words + oldest), "\(page)")
    #expect(!page.contains(words + newest), "\(page)")
  }
}
