import SaanText
import Testing

@testable import SaanData

/// Heads of tables as spreadsheets have them: below titles, in several rows, merged.
@Suite struct HeadTests {
  /// A sheet with a title, a blank row, a head of two rows and data with personal data from
  /// row 5 on.
  private static let sheet: [[String]] = [
    ["ทะเบียนสภา"], [], ["ลำดับ", "ชื่อสภา", "ที่ตั้ง", "", "", "สมาชิก", "", "วันจดแจ้ง", "เลขบัตร"],
    ["", "", "จังหวัด", "อำเภอ", "ตำบล", "ชาย", "หญิง"],
    ["1", "สภา ก", "สุรินทร์", "เมือง", "ในเมือง", "๑๒๐", "135", "3 ต.ค. 2554", "1-1017-00203-45-0"],
    ["2", "สภา ข", "สุรินทร์", "ปราสาท", "กังแอน", "90", "98", "5 ต.ค. 2554", "1-1017-00203-45-0"],
  ]
  private static let names = [
    "ลำดับ", "ชื่อสภา", "จังหวัด / ที่ตั้ง", "อำเภอ / ที่ตั้ง", "ตำบล / ที่ตั้ง", "ชาย / สมาชิก",
    "หญิง / สมาชิก", "วันจดแจ้ง", "เลขบัตร",
  ]
  private static let merges = [
    "A1:I1", "A3:A4", "B3:B4", "C3:E3", "F3:G3", "H3:H4", "I3:I4",
  ]

  private static func workbook(_ rows: [[String]], merges: [String] = []) -> [UInt8] {
    let letters = Array("ABCDEFGHIJKL")
    let xml = rows.enumerated().filter { !$0.element.isEmpty }.map { number, cells in
      let all = cells.enumerated().filter { !$0.element.isEmpty }.map { column, text in
        "<c r=\"\(letters[column])\(number + 1)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
      }
      return "<row r=\"\(number + 1)\">\(all.joined())</row>"
    }
    let merged = merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
    return WorkbookFixture.workbook(
      rows: xml.joined(), after: "<mergeCells>\(merged)</mergeCells>")
  }

  private static func csv(_ rows: [[String]]) -> [UInt8] {
    Array(rows.map { $0.joined(separator: ",") + "\n" }.joined().utf8)
  }

  private static let files = [
    ("t.xlsx", workbook(sheet, merges: merges)), ("t.csv", csv(sheet)),
  ]

  private func read(
    _ file: (path: String, bytes: [UInt8]), head: ClosedRange<Int>? = nil
  ) -> (table: Table?, report: String) {
    var resource = Resource(name: "funds", path: file.path)
    if let head { resource.dialect.head = head }
    let outcome = readTable(DataFile(path: file.path, bytes: file.bytes), as: resource)
    return (outcome.value, DiagnosticPrinter().text(outcome.diagnostics))
  }

  @Test(arguments: files)
  func aHeadOfTwoRowsIsFound(_ path: String, _ bytes: [UInt8]) {
    // Left alone, or named by one of its rows, or by a row of data.
    for head in [nil, 3...3, 4...4, 5...5, 6...6] {
      let (table, report) = read((path, bytes), head: head)
      #expect(table == nil)
      #expect(
        report == """
          error[head-not-first]: the head of the table seems to take rows 3 to 4, one below the other
            --> \(path) › row 3
             = hint: set 'dialect: {headerRows: [3, 4]}' (for one command: --head-row 3-4), or give each column one heading in row 4 and delete the rows above it

          """, "\(String(describing: head))")
    }
  }

  @Test(arguments: files)
  func itsLevelsAreOneHeadingEach(_ path: String, _ bytes: [UInt8]) throws {
    let (table, report) = read((path, bytes), head: 3...4)
    #expect(table?.fields.map(\.name) == Self.names)
    #expect(table?.rows.map(\.number) == [5, 6])
    #expect(!report.contains("merged") && !report.contains("ragged"))
    let draft = inferSchema(DataFile(path: path, bytes: bytes))
    let yaml = try #require(draft.value)
    #expect(yaml.contains("    dialect: {headerRows: [3, 4]}\n"))
    #expect(yaml.contains("{name: province, type: string, aliases: [\"จังหวัด / ที่ตั้ง\"]"))
    #expect(yaml.contains("private: true"))
  }

  @Test func aHeadOfTwoRowsMayBeginTheFile() {
    let rows = Array(Self.sheet.dropFirst(2))
    for file in [("t.xlsx", Self.workbook(rows)), ("t.csv", Self.csv(rows))] {
      #expect(read(file).report.contains("seems to take rows 1 to 2"))
      #expect(read(file, head: 1...2).table?.fields.map(\.name) == Self.names)
    }
  }

  @Test func titlesMayHaveSeveralCells() {
    let rows = [["ทะเบียน", "ปี 2565"], ["ก", "ข", "ค", "ง"], ["1", "2", "3", "4"]]
    #expect(read(("t.csv", Self.csv(rows))).report.contains("seems to be row 2\n"))
    // The widest row is one of data.
    let wide = [["ทะเบียน"], ["ชื่อ", "จังหวัด", "หมายเหตุ"], ["ก", "น่าน", "1", "2", "3"]]
    #expect(read(("t.csv", Self.csv(wide))).report.contains("seems to be row 2\n"))
  }

  @Test func plainHeadsAreTakenAsTheyAre() {
    for rows in [
      [["ชื่อ", "จังหวัด"], ["ก", "น่าน"]], [["ชื่อ", "2564", "2565"], ["ก", "1", "2"]],
      [["ชื่อ", "จังหวัด", "หมู่"], ["ก", "", ""], ["ข", "น่าน", "x"]], [["a"], ["b"]],
    ] { #expect(read(("t.csv", Self.csv(rows))).report.contains("head") == false) }
  }

  @Test func aRowOfPersonalDataIsNoHead() {
    let rows = [["ก", "081-234-5678"], ["ข", "089-876-5432"]]
    let (table, report) = read(("t.csv", Self.csv(rows)))
    #expect(table == nil)
    #expect(
      report.hasPrefix(
        "error[personal-head]: this row can't be the head of the table: it has a mobile phone number (081-xxx-5678)\n  --> t.csv › row 1\n"
      ))
    #expect(!report.contains("234"))
  }

  @Test func mergedHeadingsAreToldOnceWithTheirRows() {
    // Headings in merged cells that no second row parts.
    let rows = [["ชื่อ", "สมาชิก", "", "ปี"], ["", "", "", "เดือน"], ["ก", "1", "2", "x"]]
    let file = ("t.xlsx", Self.workbook(rows, merges: ["A1:A2", "B1:C2"]))
    #expect(
      read(file).report.contains(
        """
        error[merged-header]: the header has merged cells (A1:A2 and 1 more), so its columns have no names of their own
          --> t.xlsx › row 1
           = hint: unmerge them and give each column a heading of its own, or name all rows of the head with 'dialect: {headerRows: [1, 2]}' (for one command: --head-row 1-2)

        """))
  }

  @Test func valuesBesideASheetsTableAreToldOnce() {
    let rows =
      [["ก", "ข"]] + (0..<20).map { ["\($0)", "x", "", "1", "2"] } + [["9", "y", "", "", "3"]]
    #expect(
      read(("t.xlsx", Self.workbook(rows))).report == """
        error[ragged-row]: column D has values but no heading, here and in 20 more rows
          --> t.xlsx › row 2
           = hint: write a heading above them in the row of the head, or delete them; if the head is another row, set 'dialect: {headerRows: [...]}' (for one command: --head-row)

        """)
  }

  @Test func aDescriptorNamesTheRowsOfAHead() {
    func dialect(_ text: String) -> (ClosedRange<Int>?, String) {
      let outcome = PackageDescriptor.parse(
        SourceFile(
          path: "d.yaml",
          text: "resources: [{name: a, path: a.csv, dialect: {headerRows: \(text)}}]"))
      return (
        outcome.value.resources.first?.dialect.head, DiagnosticPrinter().text(outcome.diagnostics)
      )
    }
    #expect(dialect("[3, 4]") == (3...4, ""))
    #expect(dialect("2") == (2...2, ""))
    for text in ["[4, 3]", "[3, 5]", "[0]", "[a]", "[]"] {
      #expect(
        dialect(text).1.contains(
          "'headerRows' must be the number of a row, or of rows one below the other"), "\(text)")
    }
  }

  @Test(arguments: [
    ("budget (million baht)", true), ("budget (ล้านบาท)", true), ("budget (พันบาท)", true),
    ("budget (baht)", false), ("budget (ร้อยละ)", false), ("budget (ร้อยเอ็ด)", false),
    ("budget (พันธุ์)", false), ("budget", false),
  ])
  func aHeadingInMillionsIsNotReadAsOnes(heading: String, isTold: Bool) {
    let schema = TableSchema(fields: [
      Field("name"),
      Field("budget") {
        $0.type = .number
        $0.unit = Localized("บาท")
      },
    ])
    let found = SaanDataTests.read("name,\(heading)\nก,2.5\n", schema)
    #expect(found.report.contains("heading-unit") == isTold, "\(found.report)")
  }
}
