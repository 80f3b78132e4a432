import Foundation
import Testing

/// The sheet of answers of a policy team, in its own words, on its way into the table of answers.
@Suite struct AnswerSheetTests {
  private static let tables = [
    "sources": """
    id,producer,title,title@en
    letter,เครือข่าย,หนังสือถึงพรรค,Letter to the parties
    reply,พรรคมะม่วง,หนังสือตอบ,Reply
    talk,สถานีข่าว,คำปราศรัย,Speech

    """,
    "proposals": "id,set,title,ask,source\nland,ชุด,ที่ดิน,ขอที่ดิน,letter\n",
    "asks": """
    id,proposal,text,text@en,source
    land-1,land,ทำรายชื่อแปลงที่ว่าง,List the vacant plots,letter
    land-2,land,ให้ใช้โดยไม่เก็บค่าเช่า,Let them be used without rent,letter

    """,
    "parties": """
    id,name,name@en,short_name,source
    mango,พรรคมะม่วง,Mango Party,มะม่วง,letter
    banana,พรรคกล้วย,Banana Party,กล้วย,letter

    """,
  ]

  private static let sheet = """
    พรรค\tข้อย่อย\tคำตอบ\tเงื่อนไข\tวันที่\tหลักฐาน
    พรรคมะม่วง\tทำรายชื่อแปลงที่ว่าง\tเห็นด้วย\t\t20 ม.ค. 69\tหนังสือตอบ; คำปราศรัย
    มะม่วง\tland-2\tเห็นด้วยแบบมีเงื่อนไข\tไม่เกินห้าปี\t25 ม.ค. 69\tหนังสือตอบ
    พรรคกล้วย\tทำรายชื่อแปลงที่ว่าง\tไม่เห็นด้วย\t\t25 มกราคม 69\tคำปราศรัย
    พรรคกล้วย\tให้ใช้โดยไม่เก็บค่าเช่า\tถามแล้วยังไม่ตอบ\t\tก.พ. 69\t

    """

  private func site(_ sheet: String = sheet) throws -> WorkFolder {
    let folder = try WorkFolder()
    _ = try folder.saan("new", "site", "s")
    for (name, text) in Self.tables { try folder.write("s/content/data/\(name).csv", text) }
    try folder.write("answers.txt", sheet)
    return folder
  }

  private func importing(
    _ folder: WorkFolder, _ more: String..., language: String = "en"
  ) throws -> WorkFolder.Result {
    try folder.saan(
      ["data", "import", "answers.txt", "--to", "commitments", "-s", "s", "--lang", language]
        + more)
  }

  @Test func wordsNamesAndShortYearsAreUnderstood() throws {
    let folder = try site()
    let told = try importing(folder, "--write")
    #expect(told.status == 0, "\(told.errors)")
    for line in [
      "  คำตอบ → stance", "  พรรค → party", "  ข้อย่อย → ask", "  หลักฐาน → evidence",
      "  วันที่: years of the Buddhist Era", "added 4, changed 0, unchanged 0",
    ] { #expect(told.output.contains(line), "\(line)\n\(told.output)") }
    let table = try #require(folder.text("s/content/data/commitments.csv"))
    #expect(
      table.split(separator: "\r\n").map(String.init) == [
        "party,ask,stance,conditions,date,evidence",
        "mango,land-1,agree,,2026-01-20,reply; talk",
        "mango,land-2,agree_with_conditions,ไม่เกินห้าปี,2026-01-25,reply",
        "banana,land-1,disagree,,2026-01-25,talk", "banana,land-2,no_reply,,2026-02,",
      ], "\(table)")
    let build = try folder.saan(
      "build", "--source", "s", "--output", "o", "--lang", "en", "--clock", "2026-11-30")
    #expect(build.status == 0, "\(build.errors)")
    for (language, answer) in [("th", "เห็นด้วยแบบมีเงื่อนไข"), ("en", "agrees with conditions")] {
      #expect(folder.text("o/\(language)/promises/matrix/index.html")?.contains(answer) == true)
    }
  }

  /// Sheets have the proposal beside the ask; the ask says it, and what contradicts it is told.
  @Test func theProposalOfAnAskIsCheckedAndLeftOut() throws {
    let both =
      Self.sheet.replacing("พรรค\t", with: "ข้อเสนอ\tพรรค\t")
      .split(separator: "\n").enumerated().map { $0 == 0 ? $1 : "ที่ดิน\t" + $1 }
      .joined(separator: "\n") + "\n"
    let folder = try site(both)
    try folder.write(
      "s/content/data/proposals.csv",
      "id,set,title,ask,source\nland,ชุด,ที่ดิน,ขอที่ดิน,letter\nwater,ชุด,น้ำ,ขอน้ำ,letter\n")
    let told = try importing(folder, "--write")
    #expect(told.status == 0, "\(told.errors)")
    let table = try #require(folder.text("s/content/data/commitments.csv"))
    #expect(table.hasPrefix("party,ask,stance,"), "\(table)")
    #expect(
      try folder.saan("check", "-s", "s", "--lang", "en", "--clock", "2026-11-30").status == 0)
    // The same answers from a sheet without the column are the same rows.
    try folder.write("answers.txt", Self.sheet)
    #expect(try importing(folder).output.contains("added 0, changed 0, unchanged 4"))
    try folder.write("answers.txt", both.replacing("ที่ดิน\tพรรคมะม่วง", with: "น้ำ\tพรรคมะม่วง"))
    let wrong = try importing(folder, "--write")
    #expect(wrong.status == 1)
    #expect(
      wrong.errors.contains("'land-1' is an ask of 'land', and this row names 'water'"),
      "\(wrong.errors)")
    #expect(wrong.errors.contains("row 2 › ข้อเสนอ"), "\(wrong.errors)")
  }

  /// A sheet with a column for each party: its head may leave out what all of them are.
  @Test func aSheetWithAColumnForEachPartyIsRead() throws {
    let folder = try site(
      """
      ข้อย่อย\tพรรคมะม่วง\tพรรคกล้วย\tวันที่\tหลักฐาน
      ทำรายชื่อแปลงที่ว่าง\tเห็นด้วย\tไม่เห็นด้วย\t20 ม.ค. 69\tคำปราศรัย
      ให้ใช้โดยไม่เก็บค่าเช่า\tสนับสนุน\tยังไม่ตอบ\t20 ม.ค. 69\tคำปราศรัย

      """)
    for columns in ["พรรคมะม่วง,พรรคกล้วย:party:stance", "พรรค*:party:stance"] {
      let told = try importing(folder, "--unpivot", columns, "--write")
      #expect(told.status == 0, "\(told.errors)\n\(told.output)")
      let table = try #require(folder.text("s/content/data/commitments.csv"))
      #expect(table.contains("land-1,mango,agree") || table.contains("mango,land-1,agree"))
      #expect(table.contains("land-2,banana,no_reply") || table.contains("banana,land-2,no_reply"))
      #expect(table.split(separator: "\r\n").count == 5, "\(table)")
    }
  }

  @Test func wordsThatNobodyKnowsAreToldWithTheOnesOfSheets() throws {
    let folder = try site(Self.sheet.replacing("\tไม่เห็นด้วย", with: "\tงดออกเสียง"))
    let told = try importing(folder, language: "th").errors
    #expect(told.contains("agree_with_conditions (เห็นด้วยแบบมีเงื่อนไข)"), "\(told)")
  }

  /// The next month's sheet is held against the table: nothing is new that was there.
  @Test func theSameSheetChangesNothing() throws {
    let folder = try site()
    _ = try importing(folder, "--write")
    #expect(try importing(folder).output.contains("added 0, changed 0, unchanged 4"))
    try folder.write(
      "answers.txt", Self.sheet.replacing("\tไม่เห็นด้วย", with: "\tเห็นด้วย"))
    let told = try importing(folder).output
    #expect(told.contains("added 0, changed 1, unchanged 3"), "\(told)")
    #expect(told.contains("  banana, land-1, 2026-01-25 › Answer: disagree → agree"), "\(told)")
  }

  /// A sheet whose headings nobody knows is no sheet of the same answers.
  @Test func aHeadingThatNobodyKnowsIsToldWithTheOneToWrite() throws {
    let folder = try site()
    _ = try importing(folder, "--write")
    try folder.write(
      "answers.txt",
      Self.sheet.replacing("\tข้อย่อย\tคำตอบ", with: "\tข้อ\tท่าทีของพรรค"))
    let told = try importing(folder, language: "th")
    #expect(told.status == 1)
    #expect(told.errors.contains("ให้ตั้งหัวคอลัมน์ว่า 'คำตอบ' หรือ 'stance'"), "\(told.errors)")
    #expect(told.output.contains("เหมือนเดิม 0 ไม่มีในไฟล์ 4"), "\(told.output)")
    #expect(told.output.contains("ไม่มีในไฟล์: banana, land-2, 2026-02"), "\(told.output)")
    let english = try importing(folder).errors
    #expect(english.contains("head the column 'คำตอบ' or 'stance'"), "\(english)")
  }

  @Test func whatIsNotUnderstoodIsToldOnceWithItsPlace() throws {
    let folder = try site(
      Self.sheet.replacing("เห็นด้วยแบบมีเงื่อนไข", with: "น่าสนใจ")
        .replacing("\tไม่เห็นด้วย", with: "\tน่าสนใจ").replacing("พรรคกล้วย", with: "พรรคกลวย"))
    let told = try importing(folder, "--write")
    #expect(told.status == 1)
    #expect(told.errors.ranges(of: "error[unknown-word]").count == 1, "\(told.errors)")
    #expect(told.errors.contains("row 3 › คำตอบ"), "\(told.errors)")
    #expect(told.errors.ranges(of: "error[unknown-reference]").count == 1, "\(told.errors)")
    #expect(told.errors.contains("'พรรคกลวย' is no 'id' and no name in table 'parties'"))
    #expect(folder.text("s/content/data/commitments.csv") == nil)
    let thai = try importing(folder, language: "th").errors
    #expect(thai.contains("ตาราง 'parties' ไม่มี 'id' หรือชื่อ 'พรรคกลวย'"), "\(thai)")
  }
}
