import Foundation
import Testing

/// What an officer who knows nothing of the program is told when a sheet is not what it seems.
@Suite struct ImportTruthTests {
  private func site() throws -> WorkFolder {
    let folder = try WorkFolder()
    _ = try folder.saan("new", "site", "s")
    return folder
  }

  private func importing(
    _ folder: WorkFolder, _ text: String, to table: String, _ more: String...,
    language: String = "en"
  ) throws -> WorkFolder.Result {
    try folder.write("t.csv", text)
    return try folder.saan(
      ["data", "import", "t.csv", "--to", table, "-s", "s", "--lang", language] + more)
  }

  @Test func oneBadCellStopsTheImportAndTypesAreShown() throws {
    let folder = try site()
    let rows = (1...9).map { "สวน\($0),น่าน,\($0 * 10),\($0) ต.ค. 2554\n" }.joined()
    let text = "ชื่อสวน,จังหวัด,ต้นไม้,วันปลูก\n" + rows + "สวนท้าย,ตรัง,2O0,31 ก.พ. 2554\n"
    let told = try importing(folder, text, to: "gardens", "--write")
    #expect(told.status == 1 && folder.text("s/content/data/gardens.csv") == nil)
    for line in [
      "warning[mixed-column]: 9 of 10 values of 'ต้นไม้' are whole numbers",
      "error[bad-number]: number '2O0'", "t.csv › row 11 › ต้นไม้",
      "write 200 if the letter 'O' is to be the digit 0", "error[bad-date]",
      "t.csv › row 11 › วันปลูก",
    ] { #expect(told.errors.contains(line), "\(line)\n\(told.errors)") }
    #expect(told.errors.hasSuffix("2 errors, 2 warnings\n"), "\(told.errors)")
    for line in ["  ชื่อสวน → name (text)", "(whole numbers)", "(days)"] {
      #expect(told.output.contains(line), "\(line)\n\(told.output)")
    }
    let thai = try importing(folder, text, to: "gardens", language: "th")
    #expect(thai.output.contains("  ชื่อสวน → name (ข้อความ)"), "\(thai.output)")
    #expect(thai.errors.contains("'ต้นไม้' มีจำนวนเต็ม 9 ใน 10 ค่า"), "\(thai.errors)")
    let infer = try folder.saan("data", "infer", "t.csv", "--lang", "en")
    #expect(infer.status == 1 && infer.errors.contains("t.csv › row 11 › ต้นไม้"))
    let as0 = try importing(
      folder, text, to: "gardens", "--text", "ต้นไม้", "--text", "วันปลูก")
    #expect(as0.status == 0, "\(as0.errors)")
  }

  @Test func aPhoneNumberInANameIsToldByItsRow() throws {
    let folder = try site()
    let told = try importing(
      folder, "ชื่อกลุ่ม,จังหวัด\nบน,น่าน\nกลุ่ม 081-234-5678,น่าน\nล่าง,ตรัง\n", to: "groups", "--write")
    #expect(told.status == 1 && folder.text("s/content/data/groups.csv") == nil)
    #expect(
      told.errors.contains("error[private-data]: a mobile phone number (081-xxx-5678)")
        && told.errors.contains("t.csv › row 3 › ชื่อกลุ่ม"), "\(told.errors)")
    let council = try importing(
      folder, "ชื่อสภา,จังหวัด,หมายเหตุ\nบน,น่าน,-\nล่าง,ตรัง,โทร 081-234-5678\n", to: "councils")
    #expect(
      council.output.contains(
        "  หมายเหตุ: left out, personal data: row 3 has a mobile phone number\n"
      ), "\(council.output)")
  }

  @Test func personsAreWithheldAndTold() throws {
    let folder = try site()
    let text =
      "กลุ่ม,ประธาน,เลขที่บัญชี,สมาชิก\nบน,นางสมศรี มีสุข,123-4-56789-0,5\nล่าง,นายดี ใจงาม,123-4-56789-1,6\n"
    let told = try importing(folder, text, to: "groups", "--write")
    #expect(told.status == 0, "\(told.errors)")
    #expect(
      told.output.contains(
        "  ประธาน: left out, personal data: 2 of its values have a person's name, the first in row 2"
      )
        && told.output.contains("  เลขที่บัญชี: left out, personal data: its heading says"),
      "\(told.output)")
    let table = try #require(folder.text("s/content/data/groups.csv"))
    #expect(!table.contains("สมศรี") && !table.contains("56789") && table.contains("บน"))
    let thai = try importing(folder, text, to: "others", language: "th")
    #expect(
      thai.output.contains("  ประธาน: ไม่นำเข้า เป็นข้อมูลส่วนบุคคล: มี 2 ค่าที่มีชื่อบุคคล ค่าแรกที่แถว 2"),
      "\(thai.output)")
  }

  @Test func anIdIsNeverGivenToAnotherRow() throws {
    let folder = try site()
    let head = "ชื่อสภา,จังหวัด,จำนวนองค์กร\n"
    func ids() -> [String: String] {
      let lines = folder.text("s/content/data/councils.csv")?.split(separator: "\r\n") ?? []
      return Dictionary(
        lines.dropFirst().map { line in
          let cells = line.split(separator: ",").map(String.init)
          return (cells[1], cells[0])
        }, uniquingKeysWith: { first, _ in first })
    }
    _ = try importing(folder, head + "หนึ่ง,น่าน,1\nสอง,น่าน,2\n", to: "councils", "--write")
    let first = ids()
    #expect(first.count == 2 && first.values.allSatisfy { $0.hasPrefix("55-") }, "\(first)")
    _ = try importing(folder, head + "สาม,น่าน,33\n", to: "councils", "--write", "--replace")
    let taken = try importing(folder, head + "ต่างคน,น่าน,4\n", to: "councils", "--replace")
    #expect(taken.output.contains("  taken out: สาม"), "\(taken.output)")
    _ = try importing(folder, head + "สี่,น่าน,44\n", to: "councils", "--write", "--replace")
    let later = ids()
    #expect(Set(later.values).isDisjoint(with: first.values))
    // One that comes back has its address again.
    _ = try importing(folder, head + "หนึ่ง,น่าน,1\n", to: "councils", "--write", "--replace")
    #expect(ids()["หนึ่ง"] == first["หนึ่ง"])
  }

  @Test func rowsThatAreAlikeAreTold() throws {
    let folder = try site()
    let head = "ชื่อสภา,ตำบล,อำเภอ,จังหวัด,จำนวนองค์กร,จำนวนสมาชิก\n"
    let place = "นาดี,เมืองสุรินทร์,สุรินทร์"
    let twice = try importing(
      folder, head + "หนึ่ง,\(place),20,200\nหนึ่ง,\(place),21,210\n", to: "councils")
    #expect(
      twice.errors.contains("warning[repeated-row]: 'หนึ่ง' stands in row 2 already")
        && twice.errors.contains("t.csv › row 3 › ชื่อสภา"), "\(twice.errors)")
    let strict = try importing(
      folder, head + "หนึ่ง,\(place),20,200\nหนึ่ง,\(place),21,210\n", to: "councils", "--strict",
      "--write")
    #expect(strict.status == 1)
    #expect(folder.text("s/content/data/councils.csv")?.contains("หนึ่ง") == false)
    _ = try importing(folder, head + "สภา ง,\(place),20,200\n", to: "councils", "--write")
    let renamed = try importing(
      folder, head + "สภา ง (เปลี่ยนชื่อ),\(place),20,200\n", to: "councils")
    #expect(
      renamed.errors.contains(
        "warning[renamed-row]: 'สภา ง (เปลี่ยนชื่อ)' may be 'สภา ง' of the table by a new name"),
      "\(renamed.errors)")
    #expect(renamed.output.contains("  added: สภา ง (เปลี่ยนชื่อ)"), "\(renamed.output)")
    let thai = try importing(
      folder, head + "สภา ง (เปลี่ยนชื่อ),\(place),20,200\nสภา ง (เปลี่ยนชื่อ),\(place),1,2\n",
      to: "councils", language: "th")
    #expect(
      thai.errors.contains("'สภา ง (เปลี่ยนชื่อ)' อาจเป็น 'สภา ง' ในตารางที่เปลี่ยนชื่อ")
        && thai.errors.contains("'สภา ง (เปลี่ยนชื่อ)' มีอยู่แล้วที่แถว 2 โดย 'ชื่อสภา'"), "\(thai.errors)")
  }

  @Test func wideTablesHaveAKeyAndRepeatNothingSilently() throws {
    let folder = try site()
    let noName = try importing(
      folder, "จังหวัด,2563,2564,หมายเหตุ\nน่าน,1,2,ดี\nตรัง,3,4,\n", to: "wide", "--write")
    #expect(noName.status == 0, "\(noName.errors)")
    let same = try importing(
      folder, "ชื่อ,จังหวัด,2563,2564\nก,น่าน,1,2\nก,แพร่,3,4\n", to: "gardens", "--write")
    #expect(same.status == 0, "\(same.errors)")
    #expect(
      folder.text("s/content/data/datapackage.yaml")?.contains("primaryKey: [name, area, year]")
        == true)
    let beside = try importing(
      folder, "จังหวัด,2563,2564,เพิ่ม/ลด,ร้อยละ,พื้นที่ป่า\nน่าน,1,2,1,50,7\nน่าน,1,2,1,50,7\n", to: "moves")
    for line in [
      "warning[total-column]: the column 'เพิ่ม/ลด' is worked out from others",
      "the column 'ร้อยละ' is worked out", "warning[repeated-column]: the number in 'พื้นที่ป่า'",
      "error[repeated-row]", "t.csv › row 3",
    ] { #expect(beside.errors.contains(line), "\(line)\n\(beside.errors)") }
    let fiscal = try importing(
      folder, "ชื่อ,ปีงบประมาณ 2565,ปีงบประมาณ 2566,ปีงบฯ 67\nก,1,2,3\nข,4,5O,6\n", to: "fiscal")
    #expect(
      fiscal.errors.contains("3 columns are years (2565..2567)")
        && fiscal.errors.contains("t.csv › row 3 › ปีงบประมาณ 2566"), "\(fiscal.errors)")
    for head in ["2021,2022,2566", "2565 (ชาย),2565 (หญิง),รวม", "ม.ค. 66,ก.พ. 66,รวม"] {
      let told = try importing(folder, "ชื่อ,\(head)\nก,1,2,3\nข,4,5,9\n", to: "stays")
      #expect(told.errors.contains("warning[wide-columns]"), "\(head)\n\(told.errors)")
      #expect(told.errors.contains("'รวม' beside them") == head.contains("รวม"))
    }
  }

  @Test func wordsForNoValueHoldInEveryMonth() throws {
    let folder = try site()
    let head = "ชื่อสวน,จังหวัด,ต้นไม้,เปิดเมื่อ\n"
    let first = try importing(
      folder, head + "บน,น่าน,1,2555\nล่าง,ตรัง,2,2556\n", to: "gardens", "--write")
    #expect(first.status == 0, "\(first.errors)")
    let next = try importing(
      folder, head + "บน,น่าน,n/a,-\nล่าง,ตรัง,ไม่มีข้อมูล,\nใหม่,ตรัง,-,2557\n", to: "gardens", "--write")
    #expect(next.status == 0, "\(next.errors)")
  }

  @Test func aNameOfAnotherClassIsSaidToBeOne() throws {
    let folder = try site()
    func told(_ province: String, language: String = "en") throws -> String {
      try importing(
        folder, "ชื่อสภา,จังหวัด\nก,\(province)\n", to: "councils", language: language
      ).errors
    }
    #expect(
      try told("ภาคเหนือ").contains(
        "'ภาคเหนือ' is a region (R-north), and this column is for a province"))
    #expect(
      try told("ภาคเหนือ", language: "th").contains("'ภาคเหนือ' เป็นภาค (R-north) แต่คอลัมน์นี้เป็นจังหวัด"))
    #expect(try told("R-north").contains("is a region"))
    #expect(try told("เมืองเลย").contains("'เมืองเลย' is a district"))
    #expect(try told("สร.").contains("'สุรินทร์'"))
    #expect(try told("รวมเลย").contains("the row may add up others"))
    #expect(try told("สุรินทร").contains("did you mean 'สุรินทร์'?"))
  }

  @Test func aRegisterThatNothingShowsIsTold() throws {
    let folder = try site()
    let told = try importing(
      folder, "ชื่อโครงการ,จังหวัด,ครัวเรือน\nก,น่าน,5\n", to: "housing", language: "th")
    #expect(
      told.output.hasSuffix(
        """
        ยังไม่มีหน้าใดแสดงแถวของ 'housing' ให้เพิ่มใต้บรรทัด 'collections:' ใน site.yaml ให้ผู้อ่านพบจากเมนูด้วยบรรทัด - {url: /housing/, title: {th: ทะเบียนโครงการที่อยู่อาศัย, en: Register of housing projects}}

          housing:
            table: housing
            title: {th: ทะเบียนโครงการที่อยู่อาศัย, en: Register of housing projects}
            columns: [households_count]

        """), "\(told.output)")
    let shown = try importing(folder, "ชื่อสภา,จังหวัด\nก,น่าน\n", to: "councils")
    #expect(!shown.output.contains("collections:"))
  }

  @Test func aRowIsExplainedByTheTableItIsFor() throws {
    let folder = try site()
    try folder.write("t.csv", "ชื่อกองทุน,จังหวัด,สมาชิก,ข้อมูล ณ วันที่\nก,น่าน,\"๑,๒๓๔\",ก.ย. 2569\n")
    let told = try folder.saan(
      "data", "read", "t.csv", "--to", "funds", "-s", "s", "--explain", "2", "--lang", "en")
    #expect(
      told.output.contains("members_count = 1234 ← 2:3 '๑,๒๓๔' 'สมาชิก', read as integer")
        && told.output.contains("as_of = 2026-09"), "\(told.output)\n\(told.errors)")
    let records = try folder.saan("data", "read", "t.csv", "--to", "funds", "-s", "s")
    #expect(records.output.contains("\"members_count\": 1234"), "\(records.output)")
    let unknown = try folder.saan(
      "data", "read", "t.csv", "--to", "nothing", "-s", "s", "--lang", "en")
    #expect(unknown.errors.contains("the site has no table 'nothing'"), "\(unknown.errors)")
  }
}
