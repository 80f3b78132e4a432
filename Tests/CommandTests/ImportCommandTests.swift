import Foundation
import Testing

/// A workbook or a text as agencies have them, on its way into a table of the site.
@Suite struct ImportCommandTests {
  /// A register with titles above, a head of two rows, places in three columns, years of the
  /// Buddhist Era, people's numbers, a total and a note.
  private static let sheet = """
    ทะเบียนสภาองค์กรชุมชน\t\t\t\t\t\t\t
    \t\t\t\t\t\t\t
    ลำดับ\tชื่อสภา\tที่ตั้ง\t\t\tวันที่จดแจ้ง\tจำนวน\tโทร.
    \t\tตำบล\tอำเภอ\tจังหวัด\t\tองค์กร\t
    1\tสภาตำบลนาดี\tต.นาดี\tอ.เมืองสุรินทร์\tจ.สุรินทร์\t๓ ต.ค. ๒๕๕๔\t๒๕\t081-234-5678
    2\tสภาตำบลในเมือง\tในเมือง\tเมือง\tขอนแก่น\t2556\t30\t0812345678
    3\tสภาเขตดุสิต\t-\tเขตดุสิต\tกทม.\t26/10/65\t-\t
    รวม\t\t\t\t\t\t55\t
    หมายเหตุ: ข้อมูลเบื้องต้น\t\t\t\t\t\t\t

    """

  private func site() throws -> WorkFolder {
    let folder = try WorkFolder()
    _ = try folder.saan("new", "site", "s")
    try folder.write("register.txt", Self.sheet)
    return folder
  }

  private func importing(
    _ folder: WorkFolder, _ more: String..., language: String = "en"
  ) throws -> WorkFolder.Result {
    try folder.saan(
      ["data", "import", "register.txt", "--to", "councils", "-s", "s", "--lang", language] + more)
  }

  @Test func aRowIsExplainedCellByCell() throws {
    let folder = try WorkFolder()
    try folder.write("t.csv", "name,area\nฝายบน,สุรินทร์\n")
    let told = try folder.saan("data", "read", "t.csv", "--explain", "2", "--lang", "en")
    #expect(told.status == 0, "\(told.errors)")
    #expect(told.output.contains("ฝายบน") && told.output.contains("Surin"), "\(told.output)")
    let none = try folder.saan("data", "read", "t.csv", "--explain", "9", "--lang", "en")
    #expect(none.status == 1 && none.errors.contains("error[no-such-row]: the table has no row 9"))
  }

  @Test func whatWasUnderstoodIsToldBeforeAnythingIsWritten() throws {
    let folder = try site()
    let before = folder.text("s/content/data/councils.csv")
    let told = try importing(folder)
    #expect(told.status == 0, "\(told.errors)")
    for line in [
      "councils: 3 rows below the head in row 3-4", "  ชื่อสภา → name",
      "  องค์กร / จำนวน → organisations_count",
      "  วันที่จดแจ้ง: years of the Buddhist Era", "  โทร.: left out, personal data",
      "places: 3 of 3 rows, in 3 provinces", "row 8: a total, left out", "row 9: a note, left out",
      "added 3, changed 0, unchanged 0, not in the file 0", "nothing is written yet",
    ] { #expect(told.output.contains(line), "\(line)\n\(told.output)") }
    #expect(!told.output.contains("081"))
    #expect(folder.text("s/content/data/councils.csv") == before)
    let thai = try importing(folder, language: "th")
    #expect(thai.output.contains("ยังไม่ได้เขียนอะไร เติม --write"))
  }

  @Test func aWrittenImportIsPublished() throws {
    let folder = try site()
    #expect(try importing(folder, "--write").output.contains("written: content/data/councils.csv"))
    let table = try #require(folder.text("s/content/data/councils.csv"))
    #expect(
      table.split(separator: "\r\n").prefix(3) == [
        "id,name,registered_on,organisations_count,area",
        "320104-w7x9g,สภาตำบลนาดี,2011-10-03,25,320104", "400101-5rg25,สภาตำบลในเมือง,2013,30,400101",
      ], "\(table)")
    #expect(table.contains(",สภาเขตดุสิต,2022-10-26,,1002"))
    #expect(!table.contains("081"))
    let build = try folder.saan("build", "--source", "s", "--output", "o", "--lang", "en")
    #expect(build.status == 0, "\(build.errors)")
    let page = try #require(folder.text("o/th/councils/320104-w7x9g/index.html"))
    #expect(page.contains("สภาตำบลนาดี") && page.contains("3 ตุลาคม 2554"))
  }

  @Test func theNextFileIsHeldAgainstTheTable() throws {
    let folder = try site()
    _ = try importing(folder, "--write")
    let next = Self.sheet.replacing("\t30\t", with: "\t31\t")
      .replacing("3\tสภาเขตดุสิต\t-\tเขตดุสิต\tกทม.", with: "3\tสภาเขตบางรัก\t-\tเขตบางรัก\tกทม.")
    try folder.write("register.txt", next)
    let told = try importing(folder)
    #expect(
      told.output.contains("added 1, changed 1, unchanged 1, not in the file 1"), "\(told.output)")
    #expect(told.output.contains("สภาตำบลในเมือง (400101-5rg25) › Registered organisations: 30 → 31"))
    #expect(told.output.contains("not in the file: สภาเขตดุสิต"))
    _ = try importing(folder, "--write")
    #expect(folder.text("s/content/data/councils.csv")?.contains("สภาเขตดุสิต") == true)
    _ = try importing(folder, "--write", "--replace")
    #expect(folder.text("s/content/data/councils.csv")?.contains("สภาเขตดุสิต") == false)
  }

  @Test func nothingIsWrittenWithAMistakeInTheFile() throws {
    let folder = try site()
    try folder.write("register.txt", Self.sheet.replacing("จ.สุรินทร์", with: "สุรินทร"))
    let told = try importing(folder, "--write")
    #expect(told.status == 1)
    #expect(told.errors.contains("register.txt › row 5 › จังหวัด / ที่ตั้ง"), "\(told.errors)")
    #expect(told.errors.contains("did you mean 'สุรินทร์'?"))
    #expect(folder.text("s/content/data/councils.csv")?.contains("สภา") == false)
    let unknown = try folder.saan(
      "data", "import", "register.txt", "--to", "ป่าชุมชน", "-s", "s", "--lang", "en")
    #expect(unknown.status == 1 && unknown.errors.contains("small Latin letters"))
  }

  @Test func aNewTableGetsADescriptionThatPassesItsOwnCheck() throws {
    let folder = try site()
    try folder.write(
      "s/content/data/datapackage.yaml",
      """
      name: our
      resources:
      # ตารางของเรา
      - name: gardens
        path: gardens.csv
      keywords: [สวน]

      """)
    try folder.write("s/content/data/gardens.csv", "id,name\ng1,สวน\n")
    let told = try folder.saan(
      "data", "import", "register.txt", "--to", "networks", "-s", "s", "--lang", "en", "--write")
    #expect(told.status == 0, "\(told.errors)")
    for line in [
      "  โทร.: left out, personal data", "  ลำดับ: left out", "places: 3 of 3 rows",
      "and the description of the table in content/data/datapackage.yaml",
    ] { #expect(told.output.contains(line), "\(line)\n\(told.output)") }
    let descriptor = try #require(folder.text("s/content/data/datapackage.yaml"))
    #expect(
      descriptor.hasPrefix(
        """
        name: our
        resources:
        # ตารางของเรา
        - name: gardens
          path: gardens.csv
        - name: networks
          path: networks.csv

        """),
      "\(descriptor)")
    #expect(descriptor.hasSuffix("\nkeywords: [สวน]\n") && !descriptor.contains("phone"))
    let check = try folder.saan("data", "check", "--source", "s", "--lang", "en")
    #expect(check.status == 0 && check.errors.contains("0 errors"), "\(check.errors)")
    // Next month's file has its columns in another order, a value more and other digits.
    let next = Self.sheet.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      return cells.count < 8
        ? String(line) : ([cells[1], cells[0]] + cells[2...]).joined(separator: "\t")
    }.joined(separator: "\n").replacing("๒๕\t", with: "26\t")
    try folder.write("register.txt", next)
    let second = try folder.saan(
      "data", "import", "register.txt", "--to", "networks", "-s", "s", "--lang", "en")
    #expect(
      second.output.contains("added 0, changed 1, unchanged 2, not in the file 0"),
      "\(second.output)\n\(second.errors)")
    #expect(second.output.contains("สภาตำบลนาดี (320104-w7x9g) › องค์กร / จำนวน: 25 → 26"))
  }

  @Test func aDescriptorThatNothingCanBeAddedToIsTold() throws {
    let folder = try site()
    try folder.write("s/content/data/datapackage.yaml", "name: d\nresources: []\n")
    let told = try folder.saan(
      "data", "import", "register.txt", "--to", "networks", "-s", "s", "--lang", "en", "--write")
    #expect(
      told.status == 1 && told.errors.contains("error[import-beside-descriptor]")
        && told.errors.contains("- name: networks"), "\(told.errors)")
    #expect(folder.text("s/content/data/networks.csv") == nil)
  }

  @Test func yearsBecomeRowsOfANewTable() throws {
    let folder = try site()
    try folder.write("wide.csv", "จังหวัด,2563,ปี ๒๕๖๔,รวม\nสุรินทร์,1,2,3\nน่าน,4,,4\n")
    let told = try folder.saan(
      "data", "import", "wide.csv", "--to", "members", "-s", "s", "--lang", "en", "--write")
    #expect(told.output.contains("  2563, ปี ๒๕๖๔: a row for each, in 'year' and 'value'"))
    #expect(told.output.contains("  รวม: left out"))
    #expect(
      folder.text("s/content/data/members.csv")
        == "year,value,area\r\n2020,1,32\r\n2021,2,32\r\n2020,4,55\r\n")
    try folder.write("wide.csv", "จังหวัด,2563,2564\nสุรินทร์,1,9\nน่าน,4,5\n")
    let second = try folder.saan(
      "data", "import", "wide.csv", "--to", "members", "-s", "s", "--lang", "en")
    #expect(
      second.output.contains("added 1, changed 1, unchanged 2, not in the file 0")
        && second.output.contains("32, 2021 › Value: 2 → 9"), "\(second.output)\n\(second.errors)")
  }

  @Test func aRowSaysHowItsValuesCameToBe() throws {
    let folder = try site()
    let told = try folder.saan(
      "data", "read", "register.txt", "--explain", "5", "--lang", "en")
    #expect(told.output.contains("register.txt › row 5\n"), "\(told.output)\n\(told.errors)")
    #expect(
      told.output.contains("organisations_count = 25 ← 5:7 '๒๕' 'องค์กร / จำนวน', read as integer"),
      "\(told.output)")
    #expect(told.output.contains("= 2011-10-03 ← 5:6 '๓ ต.ค. ๒๕๕๔' 'วันที่จดแจ้ง', read as period"))
    #expect(told.output.contains("place: 320104, Na Di"))
    #expect(told.output.contains("private, not shown") && !told.output.contains("081"))
    let none = try folder.saan(
      "data", "read", "register.txt", "--explain", "8", "--lang", "en")
    #expect(
      none.status == 1 && none.errors.contains("total-row")
        && none.errors.contains("the table has no row 8"), "\(none.errors)")
  }

  @Test func aTableThatIsNoTextIsNotWrittenTo() throws {
    let folder = try site()
    try FileManager.default.moveItem(
      atPath: folder.path("s/content/data/councils.csv"),
      toPath: folder.path("s/content/data/councils.tsv"))
    try folder.write("s/content/data/councils.tsv", "id\tname\tarea\n")
    let told = try importing(folder, "--write")
    #expect(told.status == 1)
    #expect(
      told.errors.contains(
        "error[import-into-workbook]: the site reads this table from content/data/councils.tsv"),
      "\(told.errors)")
    #expect(folder.text("s/content/data/councils.tsv") == "id\tname\tarea\n")
  }
}
