import SaanText
import Testing

@testable import SaanData

/// Places by the names that tables write for them, looked up in the gazetteer.
@Suite struct PlaceNameTests {
  private static let country = allAreas(
    of: DataPackage(descriptor: PackageDescriptor(path: "d"), tables: []), in: gazetteer,
    GazetteerSettings())

  private func code(_ text: String) -> String? {
    Self.country.index(text).map { Self.country.all[$0].code }
  }

  @Test(arguments: [
    ("32", "32"), ("surin", "32"), ("TH-32", "32"), ("จ.สุรินทร์", "32"), ("Surin Province", "32"),
    ("กทม.", "10"), ("กรุงเทพฯ", "10"), ("กรุงเทพมหานคร", "10"), ("Bangkok", "10"),
    ("Krung Thep", "10"), ("โคราช", "30"), ("ศรีษะเกษ", "33"), ("Buriram", "31"),
    ("พระนครศรีอยุธยา", "14"), ("อ.พระนครศรีอยุธยา", "1401"), ("ชัยนาท", "18"),
    ("ต.ในเมือง อ.เมืองขอนแก่น จ.ขอนแก่น", "400101"), ("ต.ในเมือง อ.เมือง จ.ขอนแก่น", "400101"),
    ("ตำบลในเมือง อำเภอเมืองขอนแก่น จังหวัดขอนแก่น 40000", "400101"),
    ("จ.ขอนแก่น อ.เมืองขอนแก่น ต.ในเมือง", "400101"),
    ("ต.ในเมืองอ.เมืองขอนแก่นจ.ขอนแก่น", "400101"), ("ต. ในเมือง อ. เมือง จ. ขอนแก่น", "400101"),
    ("ในเมือง เมืองขอนแก่น ขอนแก่น", "400101"), ("ในเมือง, เมืองขอนแก่น, ขอนแก่น", "400101"),
    ("Nai Mueang, Mueang Khon Kaen, Khon Kaen", "400101"),
    ("Tambon Nai Mueang, Amphoe Mueang Khon Kaen, Changwat Khon Kaen", "400101"),
    ("แขวงสีลม เขตบางรัก กทม.", "100402"), ("กทม เขตบางรัก", "1004"), ("เขตบางรัก กรุงเทพฯ", "1004"),
    ("อำเภอเมืองสุรินทร์", "3201"), ("เมืองสุรินทร์", "3201"), ("อ.เมือง จ.สุรินทร์", "3201"),
  ])
  func aPlaceIsMeant(_ text: String, _ code: String) {
    #expect(self.code(text) == code)
  }

  @Test(arguments: [
    "ต.ในเมือง", "ในเมือง", "ต.ในเมือง อ.เมืองสุรินทร์ จ.ขอนแก่น", "สุรินทร", "สุริน", "ต.สุรินทร์",
    "4099", "400199", "99", "อ.เมือง", "ต.ในเมือง จ.อยุธยาา", "เทศบาลเมืองสุรินทร์",
    "เทศบาลเมืองสุรินทร์ อ.เมืองสุรินทร์ จ.สุรินทร์", "Nai Mueang, Khon Khaen",
  ])
  func noPlaceIsGuessed(_ text: String) {
    #expect(code(text) == nil)
  }

  @Test func everyWrittenFormMeansItsPlaceOrSeveral() {
    let areas = Self.country
    var (written, ambiguous) = (0, 0)
    for area in areas.all(.subdistrict) {
      let path = areas.path(upFrom: area)
      let (district, province) = (path[0], path[1])
      let isInBangkok = province.code == "10"
      let (t, d, p) = (area.name[.thai], district.name[.thai], province.name[.thai])
      let forms =
        isInBangkok
        ? ["แขวง\(t) เขต\(d) กทม."]
        : ["ต.\(t) อ.\(d) จ.\(p)", "จังหวัด\(p) อำเภอ\(d) ตำบล\(t)"]
      for form in forms.prefix(written % 3 == 0 ? 2 : 1) {
        let found = areas.meant(by: form)
        written += 1
        if found.count > 1 { ambiguous += 1 }
        #expect(found.contains(area.id), "\(form)")
      }
    }
    #expect(written > 9_000 && ambiguous < 10, "\(written) \(ambiguous)")
  }

  @Test func misspeltNamesMeanNothing() {
    let areas = Self.country
    var meant = 0
    for (index, area) in areas.all(.subdistrict).enumerated() where index % 15 == 0 {
      let path = areas.path(upFrom: area)
      let name = area.name[.thai]
      let wrong = name.dropLast() + (name.last == "ฎ" ? "ฏ" : "ฎ")
      let text = "ต.\(wrong) อ.\(path[0].name[.thai]) จ.\(path[1].name[.thai])"
      if !areas.meant(by: text).isEmpty { meant += 1 }
      #expect(areas.nearest(text) == nil, "\(text)")
    }
    #expect(meant == 0)
  }

  @Test func aTableSaysCodesForItsNames() async throws {
    let councils = """
      id,name,area
      c1,ก,ต.ในเมือง อ.เมืองขอนแก่น จ.ขอนแก่น
      c2,ข,surin
      c3,ค,TH
      c4,ง,320101

      """
    let (package, _, found) = try await placedPackage(["councils": councils])
    #expect(
      package["councils"]?.rows.map { $0.string("area") } == ["400101", "32", "TH", "320101"])
    #expect(found.count(.error) == 0, "\(found.all)")
  }

  @Test func whatIsWrongIsToldWithWhatIsMeant() async throws {
    let councils = """
      id,name,area
      c1,ก,ต.ในเมือง
      c2,ข,ต.ในเมื่อง อ.เมืองขอนแก่น จ.ขอนแก่น
      c3,ค,4099
      c4,ง,สุรินทร

      """
    let observations = "indicator,area,value,source\na,สุรินทร,1,s\na,จ.สุรินทร์,1,s\n"
    let (_, _, found) = try await placedPackage([
      "councils": councils, "observations": observations,
      "indicators": "id,name,name@en\na,ก,A\n",
      "sources": "id,producer,producer@en,title,title@en\ns,ก,A,ก,A\n",
    ])
    let told = found.all.filter { $0.severity == .error }
    #expect(
      told.map(brief).sorted() == [
        "ambiguous-area councils.csv:2:area", "unknown-area councils.csv:3:area",
        "unknown-area councils.csv:4:area", "unknown-area councils.csv:5:area",
        "unknown-area observations.csv:2:area",
      ], "\(told)")
    let hints = told.map { $0.hint?.en ?? "" }
    #expect(hints.contains { $0.hasPrefix("write the code: ") && $0.contains("(Mueang ") })
    #expect(hints.contains { $0.contains("ในเมือง") })
    #expect(hints.contains { $0.contains("สุรินทร์") })
  }

  @Test func threeColumnsNameAPlaceTogether() async throws {
    let descriptor = """
      resources:
        - name: councils
          path: councils.csv
          schema:
            fields:
              - {name: id}
              - {name: name}
              - {name: province, aliases: [จังหวัด]}
              - {name: district, aliases: [อำเภอ]}
              - {name: subdistrict, aliases: [ตำบล]}
            areaColumns: {province: จังหวัด, district: อำเภอ, subdistrict: ตำบล}
      """
    let councils = """
      id,name,จังหวัด,อำเภอ,ตำบล
      c1,ก,ขอนแก่น,เมือง,ในเมือง
      c2,ข,จ.สุรินทร์,เมืองสุรินทร์,
      c3,ค,กรุงเทพมหานคร,เขตบางรัก,แขวงสีลม
      c4,ง,สุรินทร,เมืองสุรินทร์,ในเมือง
      c5,จ,สุรินทร์,เมืองสุรินทร์,เทศบาลเมืองสุรินทร์
      c6,ฉ,สุรินทร์,,

      """
    let (package, statistics, found) = try await placedPackage(
      ["councils": councils], descriptor: descriptor)
    let table = try #require(package["councils"])
    #expect(
      table.rows.map { $0.string("area") } == [
        "400101", "3201", "100402", "ต.ในเมือง อ.เมืองสุรินทร์ จ.สุรินทร",
        "เทศบาลเมืองสุรินทร์ อ.เมืองสุรินทร์ จ.สุรินทร์", "32",
      ])
    let rows = try #require(statistics.areas(ofRowsIn: "councils"))
    let codes = rows.map { row in
      AreaID(stored: row).map { statistics.areas.all[$0].code } ?? "-"
    }
    #expect(codes == ["400101", "3201", "100402", "-", "3201", "32"])
    let told = found.all.map(brief)
    #expect(told.contains("unknown-area councils.csv:5:ตำบล"), "\(told)")
    #expect(told.filter { $0.hasPrefix("unlisted-municipality") }.count == 1)
  }

  private func suggestion(_ text: String) -> String? {
    Self.country.suggestion(for: text).map { Self.country.written(Self.country.all[$0]) }
  }

  @Test(arguments: [
    ("ต.ในเมอง อ.เมืองสุรินทร์ จ.สุรินทร์", "ต.ในเมือง อ.เมืองสุรินทร์ จ.สุรินทร์"),
    ("ต.ในเมอง อ.เมือง จ.ขอนแก่น", "ต.ในเมือง อ.เมืองขอนแก่น จ.ขอนแก่น"),
    ("หมู่ 5 ต.ปราสาท อ.บ้านกรวด จ.บุรีรัมย์", "ต.ปราสาท อ.บ้านกรวด จ.บุรีรัมย์"),
    ("99/1 ม.3 ต.นาดี อ.เมือง จ.สุรินทร์", "ต.นาดี อ.เมืองสุรินทร์ จ.สุรินทร์"),
    ("ต.ปราสาท อ.ปราสาท จ.สุรินทร์", "อ.ปราสาท จ.สุรินทร์"),
    ("ต.นาดี อ.เมืองสุรินทร์ จ.สุรินท", "ต.นาดี อ.เมืองสุรินทร์ จ.สุรินทร์"),
    ("แขวงสีลม เขตบางรก กทม.", "แขวงสีลม เขตบางรัก กรุงเทพมหานคร"), ("จ.สุรินท", "สุรินทร์"),
  ])
  func aNearNameIsLookedForWhereTheOthersSay(_ text: String, _ meant: String) {
    #expect(suggestion(text) == meant)
  }

  @Test func noPlaceOfAnotherProvinceIsSuggested() {
    let areas = Self.country
    #expect(suggestion("ต.ในเมอง อ.ปราสาท จ.สุรินทร์") == nil)
    #expect(areas.suggestion(for: "ปาสาท", among: .subdistrict, beside: names("สุรินทร์")) == nil)
    for area in areas.all(.subdistrict) where Int(area.code).map({ $0 % 371 == 0 }) ?? false {
      let path = areas.path(upFrom: area)
      guard path.count == 2, path[1].code != "10" else { continue }
      let (name, district, province) = (area.name[.thai], path[0].name[.thai], path[1].name[.thai])
      for text in [
        "ต.\(name.dropLast()) อ.\(district) จ.\(province)",
        "ต.\(name) อ.\(district.dropFirst()) จ.\(province)",
        "ต.\(name)ก อ.\(district) จ.\(province)",
      ] {
        guard let found = areas.suggestion(for: text) else { continue }
        #expect(areas.all[found].code.hasPrefix(path[1].code), "\(text)")
      }
    }
  }

  private func names(_ province: String) -> [AreaName] { [AreaName(province, in: .province)] }

  @Test func theNumberOfAHouseIsToBeDeleted() {
    let text = "99/1 ม.3 ต.นาดี อ.เมือง จ.สุรินทร์"
    let told = Diagnostic.unknownArea(
      text, in: Self.country, suggestion: Self.country.suggestion(for: text),
      at: .file(path: "t.csv"))
    #expect(
      told.hint?.th == "ลบบ้านเลขที่และหมู่ที่ออก เขียนเพียง 'ต.นาดี อ.เมืองสุรินทร์ จ.สุรินทร์'")
    #expect(
      told.hint?.en
        == "delete the number of the house and of the village: 'ต.นาดี อ.เมืองสุรินทร์ จ.สุรินทร์' is enough"
    )
    let lost = Diagnostic.unknownArea(
      "ต.ในเมอง อ.ปราสาท จ.สุรินทร์", in: Self.country, suggestion: nil, at: .file(path: "t.csv"))
    #expect(lost.hint?.en.contains("saan list areas --search") == true)
    #expect(lost.hint?.th.contains("saan list areas --search") == true)
  }
}
