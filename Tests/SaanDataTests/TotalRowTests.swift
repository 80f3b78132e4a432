import SaanText
import Testing

@testable import SaanData

/// Rows that add up others: they are told of, and are no rows of the table.
@Suite struct TotalRowTests {
  private static let schema = TableSchema(
    fields: [
      Field("id") { $0.constraints.required = true }, Field("name"), Field("area"),
      Field("members", .integer), Field("capital", .number),
    ], primaryKey: ["id"])
  private static let head = "id,name,area,members,capital\n"
  private static let rows = "a,หนึ่ง,32,120,10.5\nb,สอง,32,135,20\n"

  private func told(_ rows: String, _ schema: TableSchema? = Self.schema) -> [Int] {
    let (table, report) = read(Self.head + rows, schema)
    let numbers = report.split(separator: "\n").filter { $0.contains("› row") }
      .compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }
    // What is told is not read, and nothing else is said of it.
    #expect(table?.rows.allSatisfy { !numbers.contains($0.number) } == true)
    #expect(!report.contains("error["))
    #expect(report.ranges(of: "warning[total-row]").count == numbers.count)
    return numbers
  }

  @Test(arguments: [
    "รวม", "รวมทั้งสิ้น", "รวมทั้งหมด", "ยอดรวม", "ผลรวม", "Total", "GRAND TOTAL", "sub-total", " รวม ",
    "รวม:", "รวม (คน)", "รวม ทั้งสิ้น",
  ])
  func aWordForATotalIsEnough(_ word: String) {
    #expect(told(Self.rows + ",\(word),,255,30.5\n") == [4])
    #expect(told(Self.rows + "\(word),,,999,\n") == [4])
    #expect(told(Self.rows + ",,\(word),๒๕๕,\n") == [4])
    #expect(told(Self.rows + ",\(word),,,\n") == [4])
  }

  @Test func aSumWithoutAWordIsATotalToo() {
    #expect(told(Self.rows + ",,,255,30.5\n") == [4])
    #expect(
      told(Self.rows + ",,,255,\nc,สาม,33,7,1\nd,สี่,33,8,2\n,,,15,3\n,,,270,33.5\n") == [4, 7, 8])
    // What says otherwise, or is too little to be a sum, is a row.
    for row in [",,,254,30.5\n", ",,,255,30\n", ",สาม,,255,30.5\n", ",,32,255,30.5\n"] {
      #expect(!read(Self.head + Self.rows + row, Self.schema).report.contains("total-row"))
    }
    #expect(
      !read(Self.head + "a,หนึ่ง,32,120,1\n,,,120,1\n", Self.schema).report.contains("total-row"))
    #expect(
      read(Self.head + Self.rows + ",,,255,30.5\n", Self.schema).report.hasPrefix(
        "warning[total-row]: this row has no name and no place, and its numbers are the sums of those above: it is a total, and is left out\n  --> funds.csv › row 4\n"
      ))
  }

  @Test func aHeadThatComesAgainIsNoRow() {
    let (table, report) = read(Self.head + Self.rows + Self.head + "c,สาม,33,7,1\n", Self.schema)
    #expect(table?.rows.map(\.number) == [2, 3, 5])
    #expect(
      report == """
        warning[repeated-head]: this row repeats the head of the table, and is left out
          --> funds.csv › row 4
           = hint: delete it: to print the head on each page, Excel has 'Print Titles'

        """)
  }

  @Test func theMessageSaysWhatToDo() {
    #expect(
      read(Self.head + Self.rows + ",รวม,,255,\n", Self.schema).report == """
        warning[total-row]: this row is a total ('รวม'), and is left out: the program adds up itself
          --> funds.csv › row 4
           = hint: delete it, or say in the description of the table: dialect: {totalRows: skip}; of a record that is none, totalRows: keep

        """)
  }

  @Test func subtotalsInTheMiddleAreFound() {
    let more = "c,สาม,33,7,1\nd,สี่,33,8,2\n"
    #expect(
      told(Self.rows + ",รวมอำเภอปราสาท,,255,\n" + more + ",รวมอำเภอเมือง,,15,3\n,รวมทั้งสิ้น,,270,\n")
        == [4, 7, 8])
    #expect(told(Self.rows + "x,ปราสาท,รวม,255,\n" + more) == [4])
    #expect(told(Self.rows + "32,ปราสาท Total,,255,30.5\n" + more) == [4])
    #expect(told("0,รวมทั้งประเทศ,,255,30.5\n" + Self.rows) == [2])
  }

  @Test func tablesWithoutADescriptionAreLookedAtToo() throws {
    #expect(told(Self.rows + ",รวม,,255,\n", nil) == [4])
    let file = DataFile(path: "t.csv", bytes: Array((Self.head + Self.rows + ",รวม,,255,\n").utf8))
    let draft = inferSchema(file)
    #expect(draft.diagnostics.all.map(\.code) == ["total-row"])
    // The key is there in every row that is one.
    #expect(try #require(draft.value).contains("primaryKey: id"))
  }

  @Test func aWordInAColumnOfNumbersIsFound() {
    let schema = TableSchema(fields: [Field("no", .integer), Field("name"), Field("n", .integer)])
    let (table, report) = read("no,name,n\n1,ก,120\n2,ข,135\nรวม,,255\n", schema)
    #expect(report.hasPrefix("warning[total-row]") && !report.contains("bad-number"))
    #expect(table?.count == 2)
  }

  @Test(arguments: [
    "c,รวมใจ,32,255,30.5", "c,รวมพลังปราสาท,32,255,30.5", "c,กองทุนรวม,32,5,", "c,รวมไทย,,255,",
    "c,Totalitarian,32,255,", "c,รวมกลุ่มสตรี,32,7,", "c,รวมภาคีเครือข่าย,32,8,1",
    "c,Total Access,33,4,2",
    "c,สี่,32,255,30.5",
  ])
  func namesThatMerelyBeginSoAreRows(_ row: String) {
    #expect(told(Self.rows + row + "\n") == [])
    #expect(read(Self.head + Self.rows + row + "\n", Self.schema).table?.count == 3)
  }

  @Test func wordsOfOtherTablesAreNoTotals() {
    #expect(read("code,label\n1,ชาย\n2,หญิง\n9,รวม\n").table?.count == 3)
    let text = "indicator,area,basis,value,source\ntotal,TH,stated,12,a\ntotal,32,stated,12,b\n"
    #expect(read(text).table?.count == 2)
  }

  @Test(arguments: [
    "เฉลี่ย", "ค่าเฉลี่ย", "เฉลี่ยต่อจังหวัด", "ร้อยละ", "คิดเป็นร้อยละ", "สูงสุด", "ต่ำสุด", "ยอดยกมา", "ยกไป",
    "ค่าเฉลี่ย (คน)", "Average", "maximum", "Percent", "carried forward", "Balance brought forward",
  ])
  func whatIsWorkedOutIsNoRow(_ word: String) {
    #expect(told(Self.rows + ",\(word),32,127,15.25\n") == [4])
    #expect(told(Self.rows + "\(word),,,127,\n") == [4])
    #expect(told(Self.rows + ",\(word),,127,\n,รวม,,255,30.5\n") == [4, 5])
    let report = read(Self.head + Self.rows + ",\(word),,127,\n", Self.schema).report
    #expect(report.contains("this row is worked out from others ('\(word)'), and is left out"))
  }

  @Test func aTableOfStatisticsKeepsThem() {
    let text = "area,kind,n\n32,สูงสุด,5\n32,ต่ำสุด,1\n55,สูงสุด,6\n55,ต่ำสุด,2\n"
    #expect(read(text).table?.count == 4)
    #expect(read("name,n\nร้อยละของครัวเรือนที่มีน้ำ,5\nเฉลี่ยรายได้,1\n").table?.count == 2)
  }

  @Test func subtotalsOfPlacesAreFoundInAnyTextColumn() {
    let head = "ชื่อสภา,จังหวัด,อำเภอ,n\n"
    let rows = "ก,สุรินทร์,เมือง,10\nข,จ.สุรินทร์,ปราสาท,20\n"
    func count(_ more: String) -> Int? { read(head + rows + more).table?.count }
    #expect(count("รวมสุรินทร์,,,30\n") == 2)
    #expect(count(",รวมสุรินทร์,,31\n") == 2)
    #expect(count("รวมอำเภอเมือง,,,9\nค,เลย,เมือง,1\n,รวมเลย,,1\n") == 3)
    // Names that merely begin so.
    #expect(count("รวมใจ,สุรินทร์,ท่าตูม,30\n") == 3)
    #expect(count("รวมพล,,,30\n") == 3)
  }
}
