import SaanText
import Testing

@testable import SaanData

@Suite struct WorkbookTests {
  private let header = """
    <row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="inlineStr"><is><t>value</t></is></c></row>
    """

  private func read(_ bytes: [UInt8], sheet: String? = nil) -> (table: Table?, report: String) {
    SaanDataTests.read(bytes, path: "funds.xlsx", sheet: sheet)
  }

  @Test func everyKindOfCellIsRead() {
    let rows =
      header + """
        <row r="5"><c r="A5" t="s"><v>1</v></c><c r="B5"><v>20412.349999999999</v></c></row>
        <row r="6"><c r="A6" t="str"><f>A5&amp;"x"</f><v>น่านx</v></c><c r="B6" s="1"><v>40819</v></c></row>
        <row r="7"><c r="A7" t="b"><v>1</v></c><c r="B7" s="2"><v>40819.5</v></c></row>
        <row r="8"><c r="A8" t="inlineStr"><is><r><t>a</t></r><r><t>&amp;b</t></r></is></c></row>
        <row r="9"><c r="B9" s="1"/></row>
        """
    let (table, report) = read(WorkbookFixture.workbook(rows: rows, strings: ["ชื่อ", "น่าน"]))
    #expect(report == "")
    #expect(table?.fields.map(\.name) == ["ชื่อ", "value"])
    #expect(column("ชื่อ", of: table) == ["น่าน", "น่านx", "true", "a&b"])
    #expect(column("value", of: table) == ["20412.35", "2011-10-03", "2011-10-03T12:00:00", nil])
    #expect(table?.rows.map(\.number) == [5, 6, 7, 8])
  }

  @Test func bothDaySystemsAreKnown() {
    let rows = """
      <row r="1"><c r="A1" t="inlineStr"><is><t>d</t></is></c></row>
      <row r="2"><c r="A2" s="1"><v>1</v></c></row><row r="3"><c r="A3" s="1"><v>61</v></c></row>
      """
    #expect(
      column("d", of: read(WorkbookFixture.workbook(rows: rows)).table)
        == ["1900-01-01", "1900-03-01"])
    #expect(
      column("d", of: read(WorkbookFixture.workbook(rows: rows, date1904: true)).table)
        == ["1904-01-02", "1904-03-02"])
  }

  @Test func formatsOfThaiExcelAreKnown() {
    let rows = """
      <row r="1"><c r="A1" t="inlineStr"><is><t>d</t></is></c></row>
      <row r="2"><c r="A2" s="6"><v>0.45</v></c></row><row r="3"><c r="A3" s="7"><v>40819</v></c></row>
      """
    #expect(
      column("d", of: read(WorkbookFixture.workbook(rows: rows)).table) == ["45%", "2011-10-03"])
  }

  @Test func aSheetIsChosenByItsName() {
    let book = WorkbookFixture.workbook(rows: header, strings: ["a"], sheets: ["ปี 2565", "ปี 2566"])
    #expect(read(book, sheet: "ปี 2566").report == "")
    #expect(
      read(book, sheet: "ปี 2567").report == """
        error[unknown-sheet]: the workbook has no sheet 'ปี 2567'
          --> funds.xlsx
           = hint: did you mean 'ปี 2565'?

        """)
    #expect(
      read(book).report == """
        error[unknown-sheet]: the workbook has 2 sheets, none is named
          --> funds.xlsx
           = hint: set 'sheet' of the table to one of 'ปี 2565', 'ปี 2566' (for one command: --sheet)

        """)
  }

  @Test func mergedCellsAreRefused() {
    let rows = header + "<row r=\"4\"><c r=\"A4\"><v>1</v></c><c r=\"B4\"><v>1</v></c></row>"
    let merges = """
      <mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:A3"/><mergeCell ref="A4:A9"/>\
      <mergeCell ref="Z4:Z9"/></mergeCells>
      """
    #expect(
      read(WorkbookFixture.workbook(rows: rows, strings: ["a"], after: merges)).report == """
        error[merged-header]: the header has merged cells (A2:A3), so its columns have no names of their own
          --> funds.xlsx › row 3
           = hint: unmerge them and give each column a heading of its own, or name all rows of the head with 'dialect: {headerRows: [2, 3]}' (for one command: --head-row 2-3)

        error[merged-cells]: the cells A4:A9 are merged, only the first one holds the value
          --> funds.xlsx › row 4
           = hint: unmerge them and write in each row what belongs to it alone: one amount for all rows, written in each, would be added up as often as there are rows; if each row really has the whole, say in the description of the table that it holds for all: dialect: {fillDown: ['a']}

        """)
  }

  @Test func brokenFormulasAreToldByCell() {
    let rows =
      header + """
        <row r="4"><c r="A4"><f>B4*2</f></c><c r="B4" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>
        """
    #expect(
      read(WorkbookFixture.workbook(rows: rows, strings: ["a"])).report == """
        error[formula-error]: the formula came to #DIV/0!
          --> funds.xlsx › row 4 › value
           = hint: put the formula right in the spreadsheet, or leave the cell empty, and save again

        error[formula-without-value]: the formula has no stored value
          --> funds.xlsx › row 4 › a
           = hint: open the workbook in a spreadsheet program and save it again

        """)
  }

  @Test func aTextThatTheWorkbookLacksIsToldByCell() {
    let rows =
      header + "<row r=\"4\"><c r=\"A4\" t=\"s\"><v>9</v></c><c r=\"B4\" t=\"s\"><v>x</v></c></row>"
    let report = read(WorkbookFixture.workbook(rows: rows, strings: ["a"])).report
    #expect(report.split(separator: "error[lost-text]").count == 2)
    #expect(report.contains("row 4 › a\n") && report.contains("row 4 › value\n"))
  }

  @Test(arguments: ["0", "-1", "0.5", "2958466", "1e300"])
  func aDateThatIsNoDayIsToldByCell(_ serial: String) {
    let rows = header + "<row r=\"4\"><c r=\"A4\" s=\"1\"><v>\(serial)</v></c></row>"
    let report = read(WorkbookFixture.workbook(rows: rows, strings: ["a"])).report
    #expect(report.hasPrefix("error[no-day]") && report.contains("row 4 › a\n"))
    #expect(report.contains("but \(serial) is no day"))
  }

  @Test func theFirstDayOfAWorkbookFromAMacIsADay() {
    let rows = header + "<row r=\"4\"><c r=\"A4\" s=\"1\"><v>0</v></c></row>"
    let (table, report) = read(
      WorkbookFixture.workbook(rows: rows, strings: ["a"], date1904: true))
    #expect(report == "" && column("a", of: table) == ["1904-01-01"])
  }

  @Test func valuesBesideTheTableAreAMistake() {
    let rows = header + "<row r=\"4\"><c r=\"A4\"><v>1</v></c><c r=\"E4\"><v>1</v></c></row>"
    #expect(
      read(WorkbookFixture.workbook(rows: rows, strings: ["a"])).report.hasPrefix(
        "error[ragged-row]: column E has values but no heading\n  --> funds.xlsx › row 4\n"))
  }

  @Test func aFileThatIsNoWorkbookIsRefused() {
    let report = """
      error[not-a-workbook]: the file is no XLSX workbook, or it is damaged
        --> funds.xlsx
         = hint: save it as 'Excel Workbook (.xlsx)', without a password

      """
    #expect(read(Array("id,name\n".utf8)).report == report)
    #expect(read([]).report == report)
    #expect(read(WorkbookFixture.zip([("a.txt", "x")])).report == report)
    let entity = "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><worksheet>&a;</worksheet>"
    let book = WorkbookFixture.workbook(rows: "")
    #expect(
      read(Array(book.dropLast(30))).report.hasPrefix(
        "error[workbook-truncated]: the workbook breaks off before its end"))
    #expect(
      read(WorkbookFixture.workbook(rows: "<row><c r=\"A1\"")).report == report)
    #expect(
      read(
        WorkbookFixture.zip([("xl/workbook.xml", entity), ("xl/_rels/workbook.xml.rels", entity)])
      ).report == report)
  }

  @Test func aBombIsNotUnpacked() {
    let bomb = WorkbookFixture.zip([("xl/workbook.xml", "<workbook/>")], claimedSize: 4_000_000_000)
    #expect(
      read(bomb).report == """
        error[workbook-too-large]: 'xl/workbook.xml' unpacks to far more than it should, at most 512000000 bytes are read
          --> funds.xlsx
           = hint: copy the table's cells into a new workbook

        """)
    let entries = WorkbookFixture.zip((0...10_000).map { ("p\($0)", "") })
    #expect(
      read(entries).report == """
        error[workbook-too-large]: the workbook has 10001 parts, at most 10000 are read
          --> funds.xlsx
           = hint: copy the table's cells into a new workbook

        """)
  }
}
