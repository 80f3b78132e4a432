import SaanText
import Testing

@testable import SaanData

/// Areas by the names that people write for them.
@Suite struct AreaNameTests {
  private static func table() async throws -> AreaTable {
    let areas = """
      code,class,name,name@en,parent,region_scheme,slug
      TH,country,ประเทศไทย,Thailand,,,
      H1,region,เขตสุขภาพที่ 1,Health Region 1,TH,health,
      94,province,ปัตตานี,Pattani,TH,,
      92,province,ตรัง,Trang,TH,,trang
      55,province,น่าน,Nan,TH,,nan
      5505,district,ปัว,Pua,55,,
      550501,subdistrict,ปัว,Pua,5505,,
      10,province,กรุงเทพมหานคร,Bangkok,TH,,
      1001,district,เขตพระนคร,Phra Nakhon District,10,,

      """
    return try await figures(["areas": areas]).statistics.areas
  }

  @Test func aWordForTheClassCounts() async throws {
    let areas = try await Self.table()
    for (text, code) in [
      ("ตรัง", "92"), ("จังหวัดตรัง", "92"), ("จ. ตรัง", "92"), ("Trang Province", "92"),
      ("trang province", "92"), ("Changwat Trang", "92"), ("trang", "92"),
      ("อำเภอปัว", "5505"), ("อ.ปัว", "5505"), ("Pua District", "5505"), ("Amphoe Pua", "5505"),
      ("ตำบลปัว", "550501"), ("Pua Subdistrict", "550501"), ("Tambon Pua", "550501"),
      ("พระนคร", "1001"), ("เขตพระนคร", "1001"), ("Phra Nakhon", "1001"),
      ("เขตสุขภาพที่ 1", "H1"),
    ] {
      #expect(areas.index(text).map { areas.all[$0].code } == code, "\(text)")
    }
    for text in [
      "ตำบลตรัง", "ต.ตรัง", "แขวงตรัง", "อำเภอน่าน", "Nan District", "Trang Subdistrict", "แขวงพระนคร",
      "จังหวัดปัว", "Tambon Trang", "Pua Province",
    ] {
      #expect(areas.index(text) == nil, "\(text)")
      #expect(areas.namesake(of: text) != nil, "\(text)")
    }
    // Two areas have the name; it takes a word to tell them apart.
    #expect(areas.index("ปัว") == nil && areas.namesake(of: "ปัว") == nil)
    #expect(areas.namesake(of: "ตำบลไหน") == nil)
  }
}
