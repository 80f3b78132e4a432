import Foundation
import Testing

/// What an officer would not notice in a workbook, and readers of the site would be misled by.
@Suite struct ImportHarmTests {
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

  private func expect(
    _ lines: [String], in text: String, _ location: SourceLocation = #_sourceLocation
  ) {
    for line in lines {
      #expect(text.contains(line), "\(line)\n\(text)", sourceLocation: location)
    }
  }

  @Test(arguments: ["รหัส", "ID", "รหัสสมาชิก", "รหัสประจำตัว"])
  func numbersOfPersonsCallNoRow(_ head: String) throws {
    let folder = try site()
    let file =
      "\(head),ชื่อกลุ่ม,จังหวัด,สมาชิก\n1234567890121,กลุ่มหนึ่ง,สุรินทร์,5\n1101700203450,กลุ่มสอง,น่าน,7\n"
    let first = try importing(folder, file, to: "groups", "--write")
    #expect(first.status == 0, "\(first.errors)")
    expect(["  \(head): left out, personal data"], in: first.output)
    let descriptor = try #require(folder.text("s/content/data/datapackage.yaml"))
    #expect(!descriptor.contains("private") && !descriptor.contains("aliases: [\(head)]"))
    expect(["primaryKey: id"], in: descriptor)
    let table = try #require(folder.text("s/content/data/groups.csv"))
    let again = try importing(folder, file, to: "groups", "--write")
    expect(["added 0, changed 0, unchanged 2, not in the file 0"], in: again.output)
    #expect(folder.text("s/content/data/groups.csv") == table)
    #expect(!(table + again.output + again.errors).contains("1234567890121"))
    let blank = try importing(folder, file.replacing("1101700203450", with: ""), to: "groups")
    #expect(blank.status == 0, "\(blank.errors)")
    expect(["unchanged 2"], in: blank.output)
  }

  @Test func aRowWithoutNameAndPlaceIsNoRecord() throws {
    let folder = try site()
    let rows = "ชื่อกลุ่ม,จังหวัด,สมาชิก\nก,น่าน,10\nข,ตรัง,25\n"
    let total = try importing(folder, rows + ",,35\n", to: "groups")
    #expect(total.status == 0, "\(total.errors)")
    expect(["row 4: a total, left out", "places: 2 of 2 rows"], in: total.output)
    expect(["warning[total-row]: this row has no name and no place"], in: total.errors)
    let other = try importing(folder, rows + ",,36\n", to: "groups", "--write")
    #expect(other.status == 1 && folder.text("s/content/data/groups.csv") == nil)
    expect(
      [
        "error[nameless-row]: this row has numbers, and no name and no place", "t.csv › row 4",
        "write 'ชื่อกลุ่ม' in it; if it adds up others, write 'รวม' there",
      ], in: other.errors)
    let thai = try importing(folder, rows + ",,36\n", to: "groups", language: "th")
    expect(["แถวนี้มีแต่ตัวเลข ไม่มีชื่อและพื้นที่", "ใส่ 'ชื่อกลุ่ม' ของแถวนี้"], in: thai.errors)
  }

  @Test func whatTheNextFileLacksIsTold() throws {
    let folder = try site()
    _ = try importing(
      folder, "ชื่อกลุ่ม,จังหวัด,สมาชิก,สถานะ\nก,น่าน,10,เปิด\nข,ตรัง,25,เปิด\n", to: "groups", "--write")
    let next = "ชื่อกลุ่ม,จังหวัด,จำนวนสมาชิก (คน)\nก,น่าน,99\nข,ตรัง,98\n"
    let told = try importing(folder, next, to: "groups")
    #expect(told.status == 0, "\(told.errors)")
    expect(
      [
        "warning[untold-columns]: the file says nothing of 'สมาชิก', 'สถานะ': what the table had in 2 rows stays as it was last time",
        "write the heading in the file as the table has it: 'จำนวนสมาชิก (คน)' → 'สมาชิก'",
      ], in: told.errors)
    expect(["has no such column; did you mean 'สมาชิก' (members_count)?"], in: told.output)
    #expect(try importing(folder, next, to: "groups", "--replace", "--strict").status == 1)
    let thai = try importing(folder, next, to: "groups", language: "th")
    expect(["ในไฟล์ไม่มีข้อมูลของ 'สมาชิก', 'สถานะ' ค่าครั้งก่อนใน 2 แถวจึงยังคงเดิม"], in: thai.errors)
    let empty = try importing(folder, "ชื่อกลุ่ม,จังหวัด,สมาชิก\n", to: "groups", "--replace")
    expect(["error[nothing-to-replace-by]", "would take out all 2 of the table"], in: empty.errors)
    let alone = try importing(folder, "ชื่อกลุ่ม,จังหวัด,สถานะ\nก,น่าน,ปิด\n", to: "groups")
    expect(
      ["says nothing of 'สมาชิก'", "in 1 row stays", "add the columns to the file"], in: alone.errors
    )
  }

  @Test func theLinesAboveTheHeadAreShownAndUsed() throws {
    let folder = try site()
    let text =
      "ตารางที่ 3 จำนวนสมาชิกกลุ่มออมทรัพย์,,\nข้อมูล ณ วันที่ ๓๐ กันยายน ๒๕๖๙,,\nชื่อกลุ่ม,จังหวัด,สมาชิก (คน)\nก,น่าน,10\nข,ตรัง,25\n"
    let told = try importing(folder, text, to: "savings", "--write")
    #expect(told.status == 0, "\(told.errors)")
    expect(
      [
        "row 1, above the head: ตารางที่ 3 จำนวนสมาชิกกลุ่มออมทรัพย์",
        "row 2, above the head: ข้อมูล ณ วันที่ ๓๐ กันยายน ๒๕๖๙", "savings,TH,partial,2026-09-30",
      ], in: told.output)
    let descriptor = try #require(folder.text("s/content/data/datapackage.yaml"))
    expect(
      [
        "title: {th: \"จำนวนสมาชิกกลุ่มออมทรัพย์\"}".replacing("\"", with: ""),
        "unit: {th: คน, en: people}", "title: {th: สมาชิก}",
      ], in: descriptor)
    let thai = try importing(folder, text, to: "savings", language: "th")
    expect(
      ["แถว 2 เหนือหัวตาราง: ข้อมูล ณ วันที่ ๓๐ กันยายน ๒๕๖๙", "ไฟล์บอกวันของข้อมูลไว้เหนือหัวตาราง"],
      in: thai.output)
    let bare = try importing(folder, text.replacing(" (คน)", with: ""), to: "savings")
    expect(["unchanged 2"], in: bare.output)
  }

  @Test func rulesOfTheTableAreHeldAgainstTheFile() throws {
    let folder = try site()
    let told = try importing(
      folder, "ชื่อกองทุน,จังหวัด,สมาชิก,ผู้รับสวัสดิการ\nก,น่าน,120,5000\nข,ตรัง,20,10\n", to: "funds",
      "--write")
    #expect(told.status == 1 && folder.text("s/content/data/funds.csv") == nil)
    expect(["error[impossible-pair]", "t.csv › row 2", "ผู้รับสวัสดิการ"], in: told.errors)
    #expect(!told.errors.contains("funds.csv") && !told.errors.contains("beneficiaries_count"))
    let links = try importing(
      folder, "ชื่อหน่วยงาน,เว็บไซต์\nพอช.,www.codi.or.th\nอื่น,https://example.org\n", to: "links")
    #expect(links.status == 1)
    expect(["error[bad-address]", "t.csv › row 2 › เว็บไซต์"], in: links.errors)
  }

  @Test func placesInOneCellAreFoundUnderAnyHeading() throws {
    let folder = try site()
    let rows = "ก,ต.นาดี อ.เมือง จ.สุรินทร์\nข,ต.ในเมือง อ.เมือง จ.ขอนแก่น\n"
    let told = try importing(folder, "ชื่อกลุ่ม,ที่ตั้ง\n" + rows, to: "groups")
    expect(["  ที่ตั้ง → area (text)", "places: 2 of 2 rows, in 2 provinces"], in: told.output)
    let wrong = try importing(
      folder, "ชื่อกลุ่ม,ที่ตั้ง\n" + rows.replacing("นาดี", with: "นาดิ"), to: "groups")
    expect(["error[unknown-area]", "did you mean 'ต.นาดี อ.เมืองสุรินทร์ จ.สุรินทร์'?"], in: wrong.errors)
    let home = try importing(folder, "ชื่อสภา,ที่อยู่\n" + rows, to: "councils")
    expect(
      ["error[missing-column]", "column 'ที่อยู่' is left out, for it may hold addresses of homes"],
      in: home.errors)
    let thai = try importing(folder, "ชื่อสภา,ที่อยู่\n" + rows, to: "councils", language: "th")
    expect(["ให้แก้หัวคอลัมน์เป็น 'พื้นที่'"], in: thai.errors)
  }

  @Test func aFewRowsMakeNoRule() throws {
    let folder = try site()
    _ = try importing(folder, "ชื่อกลุ่ม,พื้นที่,รหัสบัญชี\nก,32,01\n", to: "groups", "--write")
    #expect(folder.text("s/content/data/datapackage.yaml")?.contains("pattern") == false)
    let next = try importing(
      folder, "ชื่อกลุ่ม,พื้นที่,รหัสบัญชี\nก,อ.ปราสาท จ.สุรินทร์,01\nข,3205,1234\n", to: "groups")
    #expect(next.status == 0, "\(next.errors)")
  }

  @Test func rowsAreCalledByWhatTheyAre() throws {
    let folder = try site()
    let told = try importing(
      folder, "โครงการ,จังหวัด,งบประมาณ (บาท)\nซ่อมฝาย,น่าน,1000\nปลูกป่า,ตรัง,2000\n", to: "projects")
    expect(["  โครงการ → name (text)"], in: told.output)
    #expect(!told.errors.contains("unnamed-rows"))
    let nameless = try importing(
      folder, "งานที่ทำ,จังหวัด,งบประมาณ\nซ่อมฝาย,น่าน,1000\nปลูกป่า,ตรัง,2000\n", to: "works")
    expect(
      [
        "warning[unnamed-rows]: no column says what a row is called",
        "write 'ชื่อ' before the heading that names the rows: one of 'งานที่ทำ'",
      ], in: nameless.errors)
    let thai = try importing(
      folder, "งานที่ทำ,จังหวัด,งบประมาณ\nซ่อมฝาย,น่าน,1000\n", to: "works", language: "th")
    expect(["ไม่มีคอลัมน์ที่บอกชื่อของแต่ละแถว", "เติมคำว่า 'ชื่อ' หน้าหัวคอลัมน์"], in: thai.errors)
  }

  @Test func valuesOfPersonsAreToldAtEveryCheck() throws {
    let folder = try site()
    let text = "ชื่อกลุ่ม,จังหวัด,ผู้ติดต่อ\nก,น่าน,นางสมศรี มีสุข\nข,ตรัง,สำนักงาน\nค,ตรัง,ศูนย์\n"
    let told = try importing(folder, text, to: "groups", "--write")
    #expect(told.errors.ranges(of: "warning[personal-values]").count == 1, "\(told.errors)")
    let check = try folder.saan("data", "check", "-s", "s", "--lang", "en")
    expect(
      ["warning[personal-values]: column 'ผู้ติดต่อ'", "content/data/groups.csv › row 2"]
        .map { $0.replacing("'ผู้ติดต่อ'", with: "'") }, in: check.output + check.errors)
    let forests = try importing(
      folder, "ชื่อป่าชุมชน,จังหวัด,ชื่อผู้ประสานงาน,ตั้งเมื่อ\nป่าบน,น่าน,สมศรี,1 ต.ค. 65\n", to: "forests")
    #expect(!forests.errors.contains("list-of-persons"), "\(forests.errors)")
    #expect(!forests.errors.contains("address of a house"))
    expect(["  ชื่อป่าชุมชน → name", "  ชื่อผู้ประสานงาน: left out"], in: forests.output)
  }

  @Test func aHundredfoldChangeIsTold() throws {
    let folder = try site()
    let head = "ชื่อกลุ่ม,จังหวัด,ร้อยละ\n"
    _ = try importing(folder, head + "ก,น่าน,12.5%\nข,ตรัง,40%\n", to: "shares", "--write")
    let told = try importing(folder, head + "ก,น่าน,0.125\nข,ตรัง,41\n", to: "shares")
    expect(
      [
        "warning[other-scale]: 12.5 became 0.125, exactly a hundredth", "t.csv › row 2 › ร้อยละ",
        "write 12.5, or give the cells the format of per cent",
      ], in: told.errors)
    let thai = try importing(folder, head + "ก,น่าน,1250\n", to: "shares", language: "th")
    expect(["ค่าเปลี่ยนจาก 12.5 เป็น 1250 คือร้อยเท่าพอดี"], in: thai.errors)
  }

  @Test func provincePagesNameEachNumber() throws {
    let folder = try site()
    let text = "โครงการ,จังหวัด,ชาย (คน),หญิง (คน),ร้อยละ\nซ่อมฝาย,สุรินทร์,\"1,200\",10,12.5%\n"
    let told = try importing(folder, text, to: "projects", "--write")
    #expect(told.status == 0, "\(told.errors)")
    _ = try importing(
      folder, "ชื่อหน่วยงาน,เว็บไซต์\nอื่น,https://example.org\n", to: "links", "--write")
    let settings = try #require(folder.text("s/site.yaml"))
    try folder.write(
      "s/site.yaml",
      settings.replacing(
        "collections:\n",
        with: "collections:\n  projects:\n    table: projects\n  links:\n    table: links\n"))
    let build = try folder.saan("build", "--source", "s", "--output", "o", "--lang", "en")
    #expect(build.status == 0, "\(build.errors)")
    let page = try #require(folder.text("o/th/provinces/surin/index.html"))
      .replacing(/<[^>]*>/, with: "")
    expect(["ชาย 1,200 คน", "หญิง 10 คน", "ร้อยละ 12.5%"], in: page)
    // What has no places is no gap of a province.
    let other = try #require(folder.text("o/th/provinces/nan/index.html"))
    let fill = try #require(other.range(of: "place-fill"))
    let asked = String(other[fill.lowerBound...].prefix(4000))
    #expect(asked.contains("/projects/") && !asked.contains("/links/"))
    #expect(asked.contains("ยังไม่มีรายการที่บันทึกไว้"))
  }
}
