import SaanText
import Testing

@testable import SaanData

/// Notes below a table: they are told of with a fix, and are no rows of it.
@Suite struct NoteRowTests {
  private static let head = "id,name,members\n"
  private static let rows = "a,หนึ่ง,120\nb,สอง,135\n"
  private static let schema = TableSchema(
    fields: [
      Field("id") { $0.constraints.required = true },
      Field("name") { $0.constraints.required = true }, Field("members", .integer),
    ], primaryKey: ["id"])

  private func told(_ rows: String, _ schema: TableSchema? = Self.schema) -> [Int] {
    let (table, report) = read(Self.head + rows, schema)
    let numbers = report.split(separator: "\n").filter { $0.contains("› row") }
      .compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }
    #expect(table?.rows.allSatisfy { !numbers.contains($0.number) } == true)
    #expect(!report.contains("error["), "\(report)")
    return numbers
  }

  @Test(arguments: [
    "หมายเหตุ: ข้อมูลยังไม่ครบ", "หมายเหตุ ข้อมูลยังไม่ครบ", "ที่มา: พอช.", "แหล่งที่มา : พอช.", "Source: CODI",
    "NOTE: not all have reported", "* ข้อมูล ณ วันที่ 1 มกราคม 2565", "*ข้อมูลเบื้องต้น",
    "ข้อมูล ณ วันที่ 1 ม.ค. 2565",
    "¹ นับรวมสาขา",
  ])
  func aNoteBelowTheTableIsNoRow(_ note: String) {
    #expect(told(Self.rows + "\(note),,\n") == [4])
    #expect(told(Self.rows + ",\(note),\n") == [4])
    // As it is typed below the table in an editor.
    #expect(told(Self.rows + "\(note)\n") == [4])
    #expect(told(Self.rows + ",,\n\(note),,\n2. อีกข้อหนึ่ง,,\n", nil).contains(5))
    #expect(read(Self.head + Self.rows + "\(note),,\n").table?.count == 2)
  }

  @Test(arguments: [
    "หมายเหตุดี,,", "ที่มา,,", "Source of Life,,", "Note,,", "*,,", "กองทุนหมายเหตุ: ก,,",
    "หมายเหตุ: ก,ข,",
    "หมายเหตุ: ก,,\nc,สาม,7",
  ])
  func namesAndRowsAmongOthersAreRows(_ row: String) {
    let (table, report) = read(Self.head + Self.rows + row + "\n")
    #expect(!report.contains("note-row"), "\(report)")
    #expect(table?.count == 2 + row.split(separator: "\n").count)
  }

  @Test func theMessageSaysWhatToDoAndTellsNobodysNumber() {
    let (_, report) = read(
      Self.head + Self.rows + "หมายเหตุ: ถามสมศรี 081-234-5678,,\n", Self.schema)
    #expect(
      report == """
        warning[note-row]: this row is a note below the table ('หมายเหตุ'), and is left out
          --> funds.csv › row 4
           = hint: delete it from the table; readers see what stands under 'description' or 'sources' in datapackage.yaml

        """)
  }

  @Test func aMergedNoteOfAWorkbookIsToldOnce() {
    func row(_ number: Int, _ cells: [String]) -> String {
      let all = zip("ABC", cells).filter { !$0.1.isEmpty }.map { column, text in
        "<c r=\"\(column)\(number)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
      }
      return "<row r=\"\(number)\">\(all.joined())</row>"
    }
    let bytes = WorkbookFixture.workbook(
      rows: row(1, ["id", "name", "members"]) + row(2, ["a", "หนึ่ง", "120"])
        + row(4, ["ที่มา: พอช.", "", ""]) + row(5, ["", "* ตัวเลขเบื้องต้น", ""]),
      after: "<mergeCells><mergeCell ref=\"A4:C4\"/></mergeCells>")
    let (table, report) = read(bytes, path: "t.xlsx", Self.schema)
    #expect(table?.count == 1)
    #expect(report.ranges(of: "warning[note-row]").count == 2, "\(report)")
    #expect(report.contains("› row 4") && report.contains("› row 5"))
    #expect(report.ranges(of: "[").count == 2, "\(report)")
  }

  @Test func aTotalAboveANoteIsToldToo() {
    let (table, report) = read(
      Self.head + Self.rows + ",รวม,255\nที่มา: พอช.,,\n* ตัวเลขเบื้องต้น,,\n", Self.schema)
    #expect(report.ranges(of: "warning[total-row]").count == 1)
    #expect(report.ranges(of: "warning[note-row]").count == 2)
    #expect(table?.count == 2)
  }

  @Test func aDraftOfTheDescriptionIsMadeWithoutThem() throws {
    let text = Self.head + Self.rows + "ที่มา: พอช.,,\n"
    let draft = inferSchema(DataFile(path: "t.csv", bytes: Array(text.utf8)))
    #expect(draft.diagnostics.all.map(\.code) == ["note-row"])
    #expect(try #require(draft.value).contains("primaryKey: id"))
    #expect(try #require(draft.value).contains("type: integer"))
  }
}
