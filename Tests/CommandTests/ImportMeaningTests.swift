import Foundation
import Testing

/// Files that mean something else than they seem to: nothing of them is published as what it is
/// not.
@Suite struct ImportMeaningTests {
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

  private func page(_ folder: WorkFolder, _ path: String) throws -> String {
    let build = try folder.saan("build", "--source", "s", "--output", "o", "--lang", "en")
    #expect(build.status == 0, "\(build.errors)")
    return try #require(folder.text("o/\(path)"))
  }

  @Test(arguments: [
    "ร้อยละ", "%", "ครัวเรือน", "หญิง", "ชาย", "เดิม", "เป้าหมาย", "ออก", "ปี 2566", "ครั้ง", "USD",
  ])
  func whatStandsInBracketsMakesAnotherColumn(_ words: String) throws {
    let folder = try site()
    let text = "ชื่อสภา,จังหวัด,จำนวนสมาชิก (\(words))\nก,น่าน,12\nข,ตรัง,15\n"
    let told = try importing(folder, text, to: "councils", "--write")
    #expect(
      told.errors.contains(
        "warning[heading-bracket]: 'จำนวนสมาชิก (\(words))' is not read as 'people_count': '\(words)' may make it something else"
      ), "\(told.errors)")
    #expect(told.errors.contains("take '(\(words))' out of the heading"), "\(told.errors)")
    #expect(folder.text("s/content/data/councils.csv")?.contains("15") == false)
    let thai = try importing(folder, text, to: "councils", language: "th")
    #expect(
      thai.errors.contains("ไม่อ่าน 'จำนวนสมาชิก (\(words))' เป็นคอลัมน์ 'people_count'"), "\(thai.errors)"
    )
  }

  @Test func aUnitInBracketsIsThatOfTheColumn() throws {
    let folder = try site()
    let head = "ชื่อสภา (ตามประกาศ),จังหวัด (Province),จำนวนสมาชิก (คน),องค์กรชุมชน (แห่ง),วันที่จดแจ้ง (พ.ศ.)"
    let text = head.replacing(" (ตามประกาศ)", with: " (โปรดระบุ)") + "\nก,น่าน,12,3,2556\n"
    let told = try importing(folder, text, to: "councils", "--write")
    #expect(told.status == 0 && told.errors.contains("0 errors, 0 warnings"), "\(told.errors)")
    #expect(folder.text("s/content/data/councils.csv")?.contains(",ก,2013,3,12,55\r\n") == true)
    let both = try importing(
      folder, "ชื่อสภา,จังหวัด,สมาชิก,สมาชิก (หญิง)\nก,น่าน,12,7\n", to: "councils", "--write")
    #expect(both.status == 0 && !both.errors.contains("heading-bracket"), "\(both.errors)")
    #expect(both.output.contains("  สมาชิก (หญิง): left out"), "\(both.output)")
    let twice = try importing(
      folder, "ชื่อสภา,จังหวัด,สมาชิก,สมาชิก (คน)\nก,น่าน,12,7\n", to: "councils")
    #expect(
      twice.errors.contains(
        "error[duplicate-header]: 'สมาชิก' and 'สมาชิก (คน)' both mean the column 'people_count'"),
      "\(twice.errors)")
    #expect(try page(folder, "en/councils/index.html").contains("12"))
  }

  @Test func aDashBeforeANameIsKeptAndCountedOnce() throws {
    let folder = try site()
    let text = "ชื่อสภา,จังหวัด,จำนวนสมาชิก\n- สภาตำบลปัว,น่าน,10\n-สภาตำบลกันตัง,ตรัง,5\n+สภา,ตรัง,3\n"
    _ = try importing(folder, text, to: "councils", "--write")
    let table = try #require(folder.text("s/content/data/councils.csv"))
    #expect(table.contains(",- สภาตำบลปัว,") && !table.contains("'"), "\(table)")
    let again = try importing(folder, text, to: "councils", "--write")
    #expect(
      again.output.contains("added 0, changed 0, unchanged 3, not in the file 0"), "\(again.output)"
    )
    // A table that an earlier program wrote has the apostrophe.
    try folder.write(
      "s/content/data/councils.csv", table.replacing(",- สภา", with: ",'- สภา"))
    let mended = try importing(folder, text, to: "councils", "--write")
    #expect(mended.output.contains("unchanged 3"), "\(mended.output)")
    let after = try #require(folder.text("s/content/data/councils.csv"))
    #expect(after.contains(",- สภาตำบลปัว,") && !after.contains("'"), "\(after)")
    for language in ["th", "en"] {
      let shown = try page(folder, "\(language)/councils/index.html")
      #expect(shown.contains("- สภาตำบลปัว") && !shown.contains("&#39;- สภา"), "\(language)")
    }
  }

  @Test func personsInATableThatIsKnownAreToldEachTime() throws {
    let folder = try site()
    let text = """
      ชื่อกลุ่ม,จังหวัด,ผู้นำ,บช,ที่ตั้งกลุ่ม,ช่องทาง
      ก,น่าน,นายสมชาย ใจดี,-,99/0 หมู่ 3 ต.ในเวียง,Line: som0
      ข,ตรัง,-,-,วัด,เพจ

      """
    try folder.write(
      "s/content/data/datapackage.yaml",
      """
      name: d
      resources:
        - name: groups
          path: groups.csv
          schema:
            fields:
              - {name: id}
              - {name: name, aliases: [ชื่อกลุ่ม]}
              - {name: area, aliases: [จังหวัด]}
              - {name: leader, aliases: [ผู้นำ]}
              - {name: acc, aliases: [บช], private: true}
              - {name: place, aliases: [ที่ตั้งกลุ่ม]}
              - {name: contact, aliases: [ช่องทาง]}
            primaryKey: id

      """)
    let told = try importing(folder, text, to: "groups", "--write")
    let check = try folder.saan("data", "check", "--source", "s", "--lang", "en")
    let build = try folder.saan("build", "--source", "s", "--output", "o", "--lang", "en")
    for errors in [told.errors, check.errors, build.errors] {
      for what in ["a person's name", "the address of a house", "a Line id"] {
        #expect(
          errors.contains("is published, and 1 of its values looks like \(what)"), "\(errors)")
      }
      #expect(!errors.contains("สมชาย") && !errors.contains("som0"), "\(errors)")
    }
    #expect(told.errors.contains("t.csv › row 2 › ผู้นำ"), "\(told.errors)")
    let thai = try folder.saan("data", "check", "--source", "s", "--lang", "th")
    #expect(thai.errors.contains("จะถูกเผยแพร่ แต่มี 1 ค่าที่ดูเหมือนชื่อบุคคล"), "\(thai.errors)")
    let council = try importing(
      folder, "ชื่อสภา,จังหวัด\nนางสมศรี ดีใจ,น่าน\nสภา ก (นายสมชาย ใจดี ประธาน),ตรัง\n", to: "councils")
    #expect(
      council.errors.contains("warning[personal-values]: column 'ชื่อสภา' is published, and 2 of"),
      "\(council.errors)")
  }

  @Test func aSeriesStaysInItsPlace() throws {
    let folder = try site()
    _ = try importing(
      folder, "ชื่อสวน,จังหวัด,2563,2564\nบ้านใหม่,น่าน,1,2\n", to: "gardens", "--write")
    #expect(
      folder.text("s/content/data/datapackage.yaml")?.contains("primaryKey: [name, area, year]")
        == true)
    let next = try importing(
      folder, "ชื่อสวน,จังหวัด,2564,2565\nบ้านใหม่,ตรัง,100,200\n", to: "gardens", "--write")
    #expect(
      next.output.contains("added 2, changed 0, unchanged 0, not in the file 2"), "\(next.output)")
    let table = try #require(folder.text("s/content/data/gardens.csv"))
    #expect(table.contains("บ้านใหม่,2021,2,55") && table.contains("บ้านใหม่,2021,100,92"), "\(table)")
    // One more year is one more row.
    let year = try importing(
      folder, "ชื่อสวน,จังหวัด,2566\nบ้านใหม่,ตรัง,300\n", to: "gardens", "--write")
    #expect(year.status == 0 && year.output.contains("added 1, changed 0"), "\(year.output)")
  }

  @Test func numbersOfDocumentsAreNoMonths() throws {
    let folder = try site()
    let told = try importing(
      folder, "ชื่อกลุ่ม,จังหวัด,เลขที่จดแจ้ง,รหัสงบ\nก,น่าน,1/2560,1-2560\nข,ตรัง,12/2561,2-2560\n",
      to: "groups", "--write")
    #expect(told.status == 0, "\(told.errors)")
    let table = try #require(folder.text("s/content/data/groups.csv"))
    #expect(table.contains("1/2560") && table.contains("12/2561"), "\(table)")
    #expect(!table.contains("2017-01"), "\(table)")
  }

  @Test func octoberIsNoSubdistrict() throws {
    let folder = try site()
    let told = try importing(
      folder,
      "ชื่อสวน,จังหวัด,ประธาน,วันที่จดแจ้ง,สมาชิก\nก,น่าน,นายดี งาม,3 ต.ค. 2554,5\nข,ตรัง,นางดี งาม,4 ม.ค. 2555,6\n",
      to: "gardens", "--write")
    #expect(told.output.contains("  วันที่จดแจ้ง → registered_on (days)"), "\(told.output)")
    #expect(folder.text("s/content/data/gardens.csv")?.contains("2011-10-03") == true)
  }

  @Test func aFileWithoutRowsTakesNothingAway() throws {
    let folder = try site()
    let head = "ชื่อสภา,จังหวัด,จำนวนสมาชิก\n"
    _ = try importing(folder, head + "ก,น่าน,5\nข,ตรัง,6\n", to: "councils", "--write")
    let table = folder.text("s/content/data/councils.csv")
    let emptied = try importing(folder, head, to: "councils", "--write", "--replace")
    #expect(
      emptied.status == 1
        && emptied.errors.contains("error[import-of-no-rows]: the file has no row below its head")
        && emptied.errors.contains("all 2 rows of the table would go"), "\(emptied.errors)")
    #expect(folder.text("s/content/data/councils.csv") == table)
    let new = try importing(folder, "ชื่อ,จังหวัด,จำนวน\n", to: "others", "--write", language: "th")
    #expect(new.status == 1 && new.errors.contains("ไฟล์มีแต่หัวตาราง ไม่มีแถวข้อมูล"), "\(new.errors)")
    #expect(folder.text("s/content/data/others.csv") == nil)
  }

  @Test func oneRowInAMoreExactPlaceIsTold() throws {
    let folder = try site()
    let head = "ชื่อสภา,จังหวัด,อำเภอ,ตำบล,จำนวนสมาชิก\n"
    _ = try importing(folder, head + "สภา ก,น่าน,,,5\n", to: "councils", "--write")
    let told = try importing(folder, head + "สภา  ก,น่าน,ปัว,วรนคร,5\n", to: "councils")
    #expect(
      told.errors.contains("warning[renamed-row]: 'สภา ก' may be the row of this name")
        || told.errors.contains("warning[renamed-row]: 'สภา  ก' may be the row of this name"),
      "\(told.errors)")
    #expect(told.errors.contains("a place that says more or less: 55, now 5505"), "\(told.errors)")
    #expect(told.errors.contains("over 55 in that row of content/data/councils.csv"))
    let coded = try importing(
      folder, "รหัส,ชื่อสภา,จังหวัด\nn1,สภา ก,น่าน\n", to: "councils", "--write")
    #expect(coded.errors.contains("with another id: 55-"), "\(coded.errors)")
    let again = try importing(
      folder, "รหัส,ชื่อสภา,จังหวัด\nn1,สภา ก,น่าน\n", to: "councils", language: "th")
    #expect(again.errors.contains("อาจเป็นแถวชื่อเดียวกันที่มีอยู่ในตาราง"), "\(again.errors)")
    let spaces = try importing(
      folder, head + "สภา  ข,น่าน,ปัว,วรนคร,5\nสภา ข,น่าน,ปัว,วรนคร,5\n", to: "councils")
    #expect(spaces.errors.contains("warning[repeated-row]"), "\(spaces.errors)")
  }

  @Test func aPlaceInTheFirstRowOfAGroupIsAskedFor() throws {
    let folder = try site()
    let text = "ชื่อกลุ่ม,จังหวัด,จำนวน\nก,น่าน,1\nข,,2\nค,ตรัง,3\nง,,4\n"
    let told = try importing(folder, text, to: "groups")
    #expect(
      told.errors.contains("warning[blank-places]: 2 rows have no 'จังหวัด': this is the first")
        && told.errors.contains("add --fill-down จังหวัด") && told.errors.contains("row 3"),
      "\(told.errors)")
    let filled = try importing(folder, text, to: "groups", "--fill-down", "จังหวัด", "--write")
    #expect(filled.status == 0 && filled.output.contains("places: 4 of 4 rows"), "\(filled.output)")
    #expect(filled.errors.contains("0 errors, 0 warnings"), "\(filled.errors)")
    let council = try importing(
      folder, text.replacing("ชื่อกลุ่ม", with: "ชื่อสภา"), to: "councils", "--fill-down", "จังหวัด")
    #expect(council.status == 0 && council.output.contains("places: 4 of 4"), "\(council.errors)")
  }

  @Test func aHeadOfNumbersIsTold() throws {
    let folder = try site()
    let told = try importing(folder, "ก,น่าน,5\nข,ตรัง,6\n", to: "groups")
    #expect(told.errors.contains("warning[heading-number]: '5' in the head"), "\(told.errors)")
    let read = try folder.saan("data", "read", "t.csv", "--lang", "th")
    #expect(read.errors.contains("'5' ในหัวตารางเป็นตัวเลข แถวแรกอาจเป็นแถวข้อมูล"), "\(read.errors)")
  }

  @Test func columnsOfTimesAreNamedAsTheyAreTyped() throws {
    let folder = try site()
    let short = try importing(folder, "ชื่อ,63,64,65\nก,1,2,3\nข,4,5,6\n", to: "short")
    #expect(
      short.errors.contains("warning[wide-columns]")
        && short.errors.contains("--unpivot \"63,64,65:year:value\""), "\(short.errors)")
    let text = "ชื่อ,สมาชิก 2563,สมาชิก 2564,สมาชิก 2565\nก,1,2,3\nข,4,5,6\n"
    let long = try importing(folder, text, to: "long")
    #expect(long.errors.contains("--unpivot \"สมาชิก *:year:value\""), "\(long.errors)")
    let turned = try importing(
      folder, text, to: "long", "--unpivot", "สมาชิก *:year:value", "--write")
    #expect(turned.status == 0, "\(turned.errors)")
    #expect(folder.text("s/content/data/long.csv")?.contains("ก,2020,1") == true)
  }

  @Test func idsBehindNamesNameTheRows() throws {
    let folder = try site()
    _ = try importing(
      folder, "ชื่อกลุ่ม,จังหวัด,รหัส\nน้ำใส,น่าน,a1\nริมคลอง,ตรัง,a2\n", to: "groups", "--write")
    #expect(folder.text("s/content/data/datapackage.yaml")?.contains("primaryKey: id") == true)
  }

  @Test func aNewTableHasNoDescriptionToMarkAColumnIn() throws {
    let folder = try site()
    let told = try importing(
      folder, "ชื่อสภา,จังหวัด,ช่องทาง\nก,น่าน,เพจ\nข,ตรัง,โทร 081-234-5678\nค,ตรัง,จดหมาย\nง,ตรัง,เพจ\n",
      to: "groups")
    #expect(
      told.errors.contains("remove it from the file, or delete the column there"), "\(told.errors)")
    #expect(!told.errors.contains("in the descriptor"), "\(told.errors)")
  }
}
