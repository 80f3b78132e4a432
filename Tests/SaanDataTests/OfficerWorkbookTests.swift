import SaanText
import Testing

@testable import SaanData

/// What is in a workbook that a reader of the published table would miss or be misled by.
@Suite struct OfficerWorkbookTests {
  private static func text(_ cell: String, _ text: String) -> String {
    "<c r=\"\(cell)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
  }

  private static func book(
    _ third: [String], after: String, head: String, addresses: [String] = []
  ) -> DataFile {
    var rows =
      "<row r=\"1\">\(text("A1", "ชื่อ"))\(text("B1", "จังหวัด"))\(text("C1", head))</row>"
    for (index, cell) in third.enumerated() {
      let row = index + 2
      let province = index == 0 ? text("B2", "สุรินทร์") : ""
      rows += "<row r=\"\(row)\">\(text("A\(row)", "ก\(row)"))\(province)\(cell)</row>"
    }
    return DataFile(
      path: "t.xlsx",
      bytes: WorkbookFixture.workbook(rows: rows, after: after, addresses: addresses))
  }

  @Test func anAmountInMergedCellsIsNotThatOfEachRow() throws {
    let merges = "<mergeCells><mergeCell ref=\"B2:B4\"/><mergeCell ref=\"C2:C4\"/></mergeCells>"
    for (head, value, isFilled) in [
      ("งบประมาณ", "300000", false), ("ปี", "2566", true), ("รหัสกลุ่ม", "12", true),
    ] {
      let file = Self.book(
        ["<c r=\"C2\"><v>\(value)</v></c>", "", ""], after: merges, head: head)
      let shape = try #require(tableShapes(file).first)
      #expect(shape.merged == (isFilled ? ["จังหวัด", head] : ["จังหวัด"]))
      var resource = Resource(name: "t", path: "t.xlsx")
      resource.dialect.filledDown = shape.merged
      let outcome = readTable(file, as: resource)
      #expect(outcome.diagnostics.hasErrors != isFilled)
      guard !isFilled else { continue }
      #expect(outcome.value?.rows.compactMap { $0.string(head) } == ["300000"])
      let told = try #require(outcome.diagnostics.all.first { $0.code == "merged-cells" })
      #expect(told.message.en == "the cells C2:C4 are merged, only the first one holds the value")
      #expect(told.hint?.en.contains("write in each row what belongs to it alone") == true)
      #expect(told.hint?.th.contains("ยอดรวมของหลายแถวที่เขียนซ้ำทุกแถวจะถูกนับซ้ำ") == true)
      resource.dialect.filledDown.append(head)
      let filled = readTable(file, as: resource)
      #expect(filled.value?.rows.compactMap { $0.string(head) } == ["300000", "300000", "300000"])
      #expect(!filled.diagnostics.hasErrors)
    }
  }

  @Test func theAddressBehindACellIsReadOrTold() throws {
    let link = "<hyperlinks><hyperlink ref=\"C2\" r:id=\"a\"/></hyperlinks>"
    func read(_ head: String, _ cell: String) throws -> (value: String?, told: Diagnostic?) {
      let file = Self.book(
        [Self.text("C2", cell)], after: link, head: head, addresses: ["https://example.org/w"])
      let outcome = readTable(file, as: Resource(name: "t", path: "t.xlsx"))
      return (outcome.value?[0].string(head), outcome.diagnostics.all.first)
    }
    let site = try read("เว็บไซต์", "คลิกที่นี่")
    #expect(site.value == "https://example.org/w" && site.told == nil)
    let other = try read("รายละเอียด", "คลิกที่นี่")
    #expect(other.value == "คลิกที่นี่" && other.told?.code == "lost-link")
    #expect(
      other.told?.message.en
        == "behind this cell stands an address, which is not read: 'คลิกที่นี่' leads to https://example.org/w"
    )
    #expect(other.told?.message.th.hasPrefix("หลังเซลล์นี้มีที่อยู่เว็บซึ่งไม่ได้อ่าน") == true)
    #expect(other.told?.hint?.th.contains("ในคอลัมน์ของตัวเอง") == true)
    #expect(try read("รายละเอียด", "www.example.org/w/").told == nil)
  }

  @Test func whatStandsAboveTheHeadIsKnown() {
    let text = "ตารางที่ 3 สมาชิก,,\nข้อมูล ณ วันที่ ๓๐ กันยายน ๒๕๖๙,,\nชื่อ,จังหวัด,สมาชิก\nก,น่าน,1\nข,น่าน,2\n"
    let shapes = tableShapes(DataFile(path: "t.csv", bytes: Array(text.utf8)))
    #expect(shapes.first?.above.map(\.row) == [1, 2])
    #expect(shapes.first?.above.map(\.text) == ["ตารางที่ 3 สมาชิก", "ข้อมูล ณ วันที่ ๓๐ กันยายน ๒๕๖๙"])
  }

  @Test func aPrivateColumnCallsNoRow() {
    let text =
      "name: d\nresources:\n- name: t\n  path: t.csv\n  schema:\n    fields: [{name: id, private: true}, {name: x}]\n    primaryKey: id\n"
    let found = PackageDescriptor.parse(SourceFile(path: "d.yaml", text: text)).diagnostics.all
    #expect(found.map(\.code) == ["private-key"])
    #expect(
      found.first?.message.en
        == "rows are called by 'id', which is private: addresses and reports would show it")
    #expect(found.first?.hint?.en.contains("name another column as 'primaryKey'") == true)
    #expect(found.first?.hint?.th.contains("ระบุคอลัมน์อื่นใน 'primaryKey'") == true)
  }
}
