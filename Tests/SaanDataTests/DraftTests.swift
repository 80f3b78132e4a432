import SaanText
import Testing

@testable import SaanData

/// What a draft of a description makes of an officer's sheet.
@Suite struct DraftTests {
  private func draft(_ text: String, path: String = "t.csv") -> String {
    inferSchema(DataFile(path: path, bytes: Array(text.utf8))).value ?? ""
  }

  @Test func codesAreTexts() {
    let yaml = draft("รหัส,จังหวัด,อำเภอ,ชื่อ,สมาชิก\n1,32,3201,ก,85\n2,55,5501,ข,12\n")
    #expect(yaml.contains("{name: id, type: string, aliases: [รหัส], title: {th: รหัส}"))
    #expect(yaml.contains("{name: province, type: string, aliases: [จังหวัด], title: {th: จังหวัด}"))
    // Two rows make no rule for the next ones, and places may be named in many ways.
    #expect(!yaml.contains("pattern"))
    let many = (10..<20).map { "0\($0),32\n" }.joined()
    let codes = draft("รหัสบัญชี,จังหวัด\n" + many)
    #expect(codes.contains("pattern: \"[0-9]{3}\"") && !codes.contains("pattern: \"[0-9]{2}\""))
    #expect(
      yaml.contains("{name: members_count, type: integer, aliases: [สมาชิก], title: {th: สมาชิก}"))
    // Counts of areas are numbers.
    #expect(draft("ชื่อ,ตำบล\nก,5\nข,12\n").contains("{name: subdistrict, type: integer"))
    #expect(draft("ชื่อ,จังหวัด\nก,น่าน\nข,สุรินทร์\n").contains("{name: province, type: string"))
  }

  @Test func aTableOfPlacesSaysWhatARegisterCallsThem() {
    let remark = "for a register, rename it: {name: area, aliases: [อำเภอ]}\n"
    #expect(draft("รหัส,อำเภอ\n1,ปัว\n").contains(remark))
    #expect(
      draft("รหัส,จังหวัด,อำเภอ\n1,น่าน,ปัว\n").contains(
        "      areaColumns: {province: province, district: district}\n"))
    for text in [
      "รหัส,พื้นที่,อำเภอ\n1,น่าน,ปัว\n", "จังหวัด,ตำบล\n5,7\n", "ชื่อ,สมาชิก\nก,5\n",
    ] {
      #expect(!draft(text).contains("for a register"), "\(text)")
    }
    #expect(!draft("id,name,อำเภอ\na,b,ปัว\n", path: "funds.csv").contains("for a register"))
  }

  @Test func aThaiFileHasATitle() {
    #expect(
      draft("ก,ข\n1,2\n", path: "ทะเบียน สวน.csv").contains("    title: {th: \"ทะเบียน สวน\"}\n"))
    #expect(!draft("ก,ข\n1,2\n", path: "gardens.csv").contains("    title:"))
  }

  @Test func headingsInEnglishAreEnglishTitles() {
    #expect(
      draft("Fund name,n\nA,1\n").contains(
        "{name: fund_name, type: string, aliases: [\"Fund name\"], title: {en: \"Fund name\"}"))
  }
}
