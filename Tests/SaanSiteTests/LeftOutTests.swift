import SaanModel
import SaanSite
import SaanText
import Testing

/// What a sum leaves out stands beside it, and a value that is but one end of what it may be is in
/// no class of a map.
@Suite struct LeftOutTests {
  private static let outputs = Task {
    let rows =
      RichPlaces.rows(
        "funds.count",
        RichPlaces.provinces.dropFirst(3).map { (area: "\($0)", value: "\(1_000 + $0)") })
      + "funds.count,50,2018,stated,77,A,a\n"
    let open =
      RichPlaces.rows(
        "councils.count",
        RichPlaces.provinces.dropFirst(2).map { (area: "\($0)", value: "\(100 + $0)") })
    let bounds =
      open.replacing(",A,a\n", with: ",A,a,\n") + "councils.count,50,2022,stated,300,A,a,at_most\n"
      + "councils.count,51,2022,stated,180,A,a,more_than\n"
    return try await RichPlaces.pages(
      RichPlaces.tree([
        "content/data/observations.csv":
          "indicator,area,as_of,as_of_basis,value,status,source,bound\n"
          + rows.replacing(",A,a\n", with: ",A,a,\n") + bounds
      ]))
  }

  private func page(_ path: String) async throws -> String {
    try #require(try await Self.outputs.value[path + "index.html"], "\(path)")
  }

  @Test func theRegionAndTheCountryListWhatTheirSumsLeaveOut() async throws {
    for place in ["regions/north", "country"] {
      let english = try await page("en/\(place)/")
        .between("aria-labelledby=\"place-unadded\"", "</section>").withoutTags
      #expect(english.contains("Province 50 77 funds"), "\(english)")
      let thai = try await page("th/\(place)/")
        .between("aria-labelledby=\"place-unadded\"", "</section>").withoutTags
      #expect(thai.contains("จังหวัด 50") && thai.contains("77 กองทุน"), "\(thai)")
    }
  }

  @Test func openValuesAreInNoClassOfAMap() async throws {
    for (language, legend) in [
      ("en", "no exact value (more than, at most)"), ("th", "ไม่ใช่ค่าแน่นอน (กว่า, ไม่เกิน)"),
    ] {
      let text = try await page("\(language)/provinces/by/councils-count/")
      let map = text.between("aria-labelledby=\"to-map\"", "</section>")
      #expect(map.contains(legend), "\(map.withoutTags)")
      // The highest class ends with the highest exact number.
      #expect(!map.contains("–300</text>"))
    }
  }
}
