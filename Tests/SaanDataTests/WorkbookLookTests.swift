import SaanText
import Testing

@testable import SaanData

/// What cells of a workbook show, and what is lost with their styles.
@Suite struct WorkbookLookTests {
  private func rows(_ cells: String) -> String {
    "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>v</t></is></c></row><row r=\"2\">\(cells)</row>"
  }

  @Test func zerosBeforeANumberAreShown() {
    #expect(
      SheetLook(format: "00000") == .padded(5) && SheetLook(format: "0000;-0000") == .padded(4))
    #expect(SheetLook(format: "0") == .number && SheetLook(format: "0.00") == .number)
    let book = WorkbookFixture.workbook(rows: rows("<c r=\"A2\" s=\"9\"><v>7</v></c>"))
    #expect(column("v", of: read(book, path: "t.xlsx").table) == ["007"])
  }

  @Test func aNumberWithoutItsStyleIsTold() {
    let report = read(
      WorkbookFixture.workbook(rows: rows("<c r=\"A2\" s=\"40\"><v>45000</v></c>")), path: "t.xlsx"
    ).report
    #expect(
      report == """
        error[lost-style]: whether 45000 is a number, a date or a percentage can't be told: the workbook lacks the style of the cell
          --> t.xlsx › row 2 › v
           = hint: open the workbook in a spreadsheet program, look at the cells and save it again

        """)
  }

  @Test func timesOfDayAreTold() {
    let schema = TableSchema(fields: [Field("d", .date)])
    #expect(
      read("d\n2023-03-15T08:30:00\n2023-03-16\n", schema).report == """
        note[time-left-out]: the time of day is left out: '2023-03-15T08:30:00' counts as a day
          --> funds.csv › row 2 › d
           = hint: where the time matters, write it into a column of its own

        """)
  }

  @Test func filesThatOnlyBeginLikeAnOldWorkbookAreNone() {
    func kind(_ bytes: [UInt8]) -> String? { DataFile(path: "a.xls", bytes: bytes).foreignWorkbook }
    let head: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let name = "Workbook".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(kind(head + Array(repeating: 0, count: 600)) == nil)
    #expect(kind(head + Array(repeating: 0, count: 600) + name + [0, 0]) == "xls")
    let told = read(head + Array(repeating: 0, count: 600), path: "a.xls").report
    #expect(told.contains("error[not-a-workbook]: the file is no XLSX workbook"), "\(told)")
  }

  @Test func anXMLWorkbookOf2003IsSaidToBeOne() {
    let bytes = Array(
      """
      <?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet/></Workbook>
      """.utf8)
    #expect(DataFile(path: "a.xls", bytes: bytes).foreignWorkbook == "xml")
    let told = read(bytes, path: "a.xls").report
    #expect(told.contains("the file is an 'XML Spreadsheet 2003'"), "\(told)")
  }

  @Test func anEmptySheetAmongAllIsLeftOut() {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let full = rows("<c r=\"A2\"><v>1</v></c>")
    func sheet(_ rows: String) -> String { "<worksheet><sheetData>\(rows)</sheetData></worksheet>" }
    let names = ["ก", "ว่าง", "ข"].enumerated()
    let bytes = WorkbookFixture.zip([
      (
        "xl/workbook.xml",
        "<workbook xmlns:r=\"\(office)\"><sheets>"
          + names.map { "<sheet name=\"\($0.element)\" r:id=\"s\($0.offset)\"/>" }.joined()
          + "</sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships>"
          + names.map {
            "<Relationship Id=\"s\($0.offset)\" Type=\"\(office)/worksheet\" Target=\"\($0.offset).xml\"/>"
          }.joined() + "</Relationships>"
      ),
      ("xl/0.xml", sheet(full)), ("xl/1.xml", sheet("")), ("xl/2.xml", sheet(full)),
    ])
    var resource = Resource(name: "t", path: "t.xlsx")
    resource.joined.isOfAllSheets = true
    let all = readTable(DataFile(path: "t.xlsx", bytes: bytes), as: resource)
    #expect(all.value?.count == 2)
    #expect(
      all.diagnostics.all.map(\.message.en) == ["the sheet 'ว่าง' is empty, and is left out"])
    #expect(all.diagnostics.all.map(\.message.th) == ["แผ่นงาน 'ว่าง' ว่าง จึงไม่อ่าน"])
    resource.joined.isOfAllSheets = false
    resource.sheet = "ว่าง"
    let one = readTable(DataFile(path: "t.xlsx", bytes: bytes), as: resource)
    #expect(one.diagnostics.all.map(\.message.en) == ["the sheet 'ว่าง' is empty"])
  }
}
