import Foundation
import Testing

/// Places as whoever starts a site meets them.
@Suite struct PlaceCommandTests {
  @Test func aNewSiteHasAllProvincesAndAnEmptyRegister() throws {
    let folder = try WorkFolder()
    _ = try folder.saan("new", "site", "s")
    let build = try folder.saan("build", "--source", "s", "--output", "o", "--lang", "en")
    #expect(build.status == 0, "\(build.errors)")
    for language in ["th", "en"] {
      let provinces = try FileManager.default.contentsOfDirectory(
        atPath: folder.path("o/\(language)/provinces"))
      #expect(provinces.count { !$0.contains(".") } == 77)
      let regions = try FileManager.default.contentsOfDirectory(
        atPath: folder.path("o/\(language)/regions"))
      #expect(regions.count { !$0.contains(".") } == 6)
      // No district has a page as long as nothing is known of it.
      #expect(
        !FileManager.default.fileExists(
          atPath: folder.path("o/\(language)/provinces/surin/3201/index.html")))
    }
    let register = try String(
      contentsOfFile: folder.path("o/th/councils/index.html"), encoding: .utf8)
    #expect(register.contains("ทะเบียนสภาองค์กรชุมชน"))
  }

  @Test func aRegisterIsFilledWithNamesAsPeopleWriteThem() throws {
    let folder = try WorkFolder()
    _ = try folder.saan("new", "site", "s")
    try folder.write(
      "s/content/data/councils.csv",
      """
      id,name,area
      c-1,สภาองค์กรชุมชนตำบลในเมือง,ต.ในเมือง อ.เมืองขอนแก่น จ.ขอนแก่น
      c-2,สภาองค์กรชุมชนเขตบางรัก,เขตบางรัก กทม.

      """)
    let build = try folder.saan("build", "--source", "s", "--output", "o", "--lang", "en")
    #expect(build.status == 0, "\(build.errors)")
    for path in [
      "th/councils/in/khon-kaen/index.html", "en/provinces/khon-kaen/4001/index.html",
      "th/provinces/bangkok/1004/index.html",
    ] { #expect(FileManager.default.fileExists(atPath: folder.path("o/\(path)")), "\(path)") }
    #expect(
      !FileManager.default.fileExists(
        atPath: folder.path("o/th/provinces/khon-kaen/4002/index.html")))
    try folder.write(
      "s/content/data/councils.csv", "id,name,area\nc-1,ก,ต.ในเมือง\nc-2,ข,สุรินทร\n")
    let wrong = try folder.saan("check", "--source", "s", "--lang", "th")
    #expect(wrong.status == 1)
    #expect(wrong.errors.contains("error[ambiguous-area]: 'ต.ในเมือง' เป็นชื่อของพื้นที่"))
    #expect(wrong.errors.contains("180101 (เมืองชัยนาท ชัยนาท)"), "\(wrong.errors)")
    #expect(wrong.errors.contains("หมายถึง 'สุรินทร์' หรือไม่"), "\(wrong.errors)")
  }

  @Test func theEmptyRegisterTakesTheColumnsOfAnAgencysSheet() throws {
    let folder = try WorkFolder()
    _ = try folder.saan("new", "site", "s")
    let head = try #require(folder.text("s/content/data/councils.csv"))
    try folder.write(
      "s/content/data/councils.csv",
      head + "c-1,สภาองค์กรชุมชนตำบลในเมือง,,ขอนแก่น,เมืองขอนแก่น,ในเมือง,3 ต.ค. 2554,,25,1234\n")
    let build = try folder.saan("build", "--source", "s", "--output", "o", "--lang", "en")
    #expect(build.status == 0, "\(build.errors)")
    let thai = try #require(folder.text("o/th/councils/index.html"))
    let english = try #require(folder.text("o/en/councils/index.html"))
    #expect(thai.contains("วันที่จดแจ้ง") && thai.contains("สมาชิกสภา"))
    #expect(english.contains("Registered on") && !english.contains("people_count"))
    #expect(folder.text("o/th/provinces/khon-kaen/4001/index.html") != nil)
  }

  @Test func codesAreFoundByNameAnywhere() throws {
    let folder = try WorkFolder()
    let found = try folder.saan("list", "areas", "--search", "สุริน", "--lang", "th")
    #expect(found.status == 0)
    let lines = found.output.split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.hasPrefix("32 ") && $0.contains("จังหวัด") })
    #expect(
      lines.contains { $0.hasPrefix("3201") && $0.contains("อำเภอ") && $0.contains("32000") })
    let english = try folder.saan("list", "areas", "--search", "surin", "--lang", "en")
    #expect(english.output.contains("Mueang Surin"))
    let all = try folder.saan("list", "areas", "--format", "json")
    #expect(all.output.contains("\"code\": \"96\"") || all.output.contains("\"code\":\"96\""))
    #expect(try folder.saan("list", "areas", "--search", "ไม่มีที่นี้").status == 1)
  }
}
