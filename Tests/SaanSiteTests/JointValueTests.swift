import SaanSite
import SaanText
import Testing

/// Values of several areas jointly, and of one place only, as readers meet them.
@Suite struct JointValueTests {
  /// A page of the made-up site without tags and with plain spaces.
  private func text(_ path: String) async throws -> String {
    plain(try #require(try await Specimen.outputs[path + "index.html"], "no \(path)"))
  }

  private func plain(_ html: String) -> String {
    var (text, isTag) = ("", false)
    for character in html {
      if character == "<" || character == ">" {
        isTag = character == "<"
        if !isTag { text.append(" ") }
      } else if !isTag {
        text.append(character.isWhitespace || character == "\u{2060}" ? " " : character)
      }
    }
    return text.split(separator: " ").joined(separator: " ")
  }

  @Test func eachAreaSaysWithWhomItSharesAValue() async throws {
    let english = try await text("en/provinces/don-sommut/")
    #expect(english.contains("Shared ponds ponds e 45"), "\(english)")
    #expect(english.contains("e together with Tha Tuayang · as of 1 May 2022"), "\(english)")
    let thai = try await text("th/provinces/don-sommut/")
    #expect(thai.contains("บ่อน้ำร่วม บ่อ จ 45"), "\(thai)")
    #expect(thai.contains("จ ร่วมกับจังหวัดท่าตัวอย่าง · ณ วันที่ 1 พฤษภาคม 2565"), "\(thai)")
    let other = try await text("en/provinces/tha-tuayang/")
    #expect(other.contains("together with Don Sommut"))
    #expect(try await !text("en/provinces/bangkok/").contains("ponds"))
  }

  @Test func sumsAboveCountItOnceAndNameTheirDays() async throws {
    let english = try await text("en/country/")
    #expect(english.contains("Shared ponds ponds b 50"), "\(english)")
    #expect(!english.contains("95"))
    #expect(english.contains("from 1 May 2022 to 26 October 2022"))
    let thai = try await text("th/country/")
    #expect(thai.contains("บ่อน้ำร่วม บ่อ ข 50"), "\(thai)")
    #expect(thai.contains("ตั้งแต่ 1 พฤษภาคม 2565 ถึง 26 ตุลาคม 2565"))
    // A region in which nothing else is has the value as what it is.
    let region = try await text("en/regions/up/")
    #expect(region.contains("Don Sommut and Tha Tuayang together"), "\(region)")
    let regionThai = try await text("th/regions/up/")
    #expect(regionThai.contains("จังหวัดดอนสมมุติและจังหวัดท่าตัวอย่าง รวมกัน"), "\(regionThai)")
  }

  @Test func theFiguresPageNamesTheValuesOfASumAndTheScope() async throws {
    let english = try await text("en/figures/ponds-count/")
    #expect(english.contains("Applies to Don Sommut, Tha Tuayang and Ko Longdu"), "\(english)")
    #expect(english.contains("Source: Made-up almanac"))
    #expect(english.contains("Don Sommut and Tha Tuayang together 45 ponds"))
    #expect(english.contains("Ko Longdu 5 ponds"))
    #expect(!english.contains("of 5 provinces"))
    let thai = try await text("th/figures/ponds-count/")
    #expect(thai.contains("ค่าที่นำมารวม"))
    #expect(thai.contains("จังหวัดดอนสมมุติและจังหวัดท่าตัวอย่าง รวมกัน 45 บ่อ"), "\(thai)")
  }

  @Test func whatDoesNotCountTheSameIsListedWithTheReason() async throws {
    let english = try await text("en/regions/up/")
    #expect(english.contains("Values of smaller areas that are not added up Gardeners"))
    #expect(english.contains("not added: they do not count the same thing"))
    #expect(!english.contains("29,500"))
    let thai = try await text("th/regions/up/")
    #expect(thai.contains("ไม่นำมารวม เพราะนับสิ่งที่ต่างกัน"))
  }

  @Test func whatConcernsOneOrganisationStandsApart() async throws {
    let english = try await text("en/provinces/don-sommut/")
    let own = try #require(english.firstRange(of: "Figures of this place alone"))
    let guests = try #require(english.firstRange(of: "Guests of the seed fair"))
    #expect(own.lowerBound < guests.lowerBound)
    #expect(english.contains("of Network of Growers"))
    #expect(try await text("th/provinces/don-sommut/").contains("ของเครือข่ายคนปลูก"))
    #expect(try await !text("en/country/").contains("Guests of the seed fair"))
    #expect(try await !text("en/regions/up/").contains("Guests of the seed fair"))
  }

  @Test func filesGiveTheAreasTogether() async throws {
    let outputs = try await Specimen.outputs
    let csv = try #require(outputs["figures/ponds-count.csv"])
    #expect(csv.contains("ponds.count,,81; 82,"), "\(csv)")
    let place = try #require(outputs["provinces/tha-tuayang/data.csv"])
    #expect(place.contains("Shared ponds,,81; 82,"), "\(place)")
    #expect(outputs["country/data.csv"]?.contains(",almanac,") == true)
  }

  // MARK: Maps

  private static let map = TestSite.withPlaces.replacing(
    "{name: aggregation}", with: "{name: aggregation}, {name: scope}",
    in: "content/data/datapackage.yaml"
  ).replacing(
    "{name: source}, {name: status}", with: "{name: source}, {name: status}, {name: areas}",
    in: "content/data/datapackage.yaml"
  ).with([
    "content/data/indicators.csv":
      "id,name,name@en,unit,unit@en,unit_one@en,aggregation,scope\nfunds,กองทุน,Funds,กองทุน,funds,fund,none,50; 55\n",
    "content/data/observations.csv": """
    indicator,area,as_of,as_of_basis,value,source,status,areas
    funds,50,2022-10-26,stated,120,new,A,
    funds,,2021-10-26,stated,70,new,A,50; 55

    """,
  ]).withText(#"{{ map("tile", figure="funds") }}"#)

  @Test(arguments: ["en", "th"]) func aMapEndsWhereTheScopeDoes(_ language: String) async throws {
    let (outputs, found) = try await Self.map.build()
    #expect(DiagnosticPrinter().text(found) == "")
    let html = try #require(outputs["\(language)/a/index.html"])
    let isThai = language == "th"
    #expect(
      html.contains(isThai ? "<title>ตรัง: ไม่เกี่ยวข้อง</title>" : "<title>Trang: not applicable"))
    #expect(
      html.contains(
        isThai
          ? "<title>น่าน: มีเฉพาะค่ารวมกับพื้นที่อื่น</title>"
          : "<title>Nan: only together with others</title>"))
    #expect(html.contains(isThai ? ">ไม่เกี่ยวข้อง</text>" : ">not applicable</text>"))
    let note = isThai ? "รวมกัน 70 กองทุน" : "together: 70 funds"
    #expect(plain(html).contains(note), "\(plain(html))")
  }
}
