import SaanText
import Testing

@testable import SaanData

@Suite struct DelimitedTextTests {
  @Test func plainRowsKeepTheirOrder() {
    let (table, report) = read("id,name\n1,น่าน\n2,แพร่\n")
    #expect(report == "")
    #expect(column("id", of: table) == ["1", "2"])
    #expect(column("name", of: table) == ["น่าน", "แพร่"])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func everyLineBreakEndsARow(_ end: String) {
    let (table, report) = read(["a,b", "1,2", "3,", ""].joined(separator: end))
    #expect(report == "")
    #expect(column("a", of: table) == ["1", "3"])
    #expect(column("b", of: table) == ["2", nil])
  }

  @Test func aByteOrderMarkIsNoPartOfTheHeader() {
    #expect(column("id", of: read("\u{FEFF}id\n7\n").table) == ["7"])
  }

  @Test func quotesHoldDelimitersLineBreaksAndQuotes() {
    let (table, report) = read(
      "a,b\n\"x, y\",\"line\r\nbreak\"\n\"say \"\"hi\"\"\",\"\"\n\"\",\"z\"")
    #expect(report == "")
    #expect(column("a", of: table) == ["x, y", "say \"hi\"", nil])
    #expect(column("b", of: table) == ["line\r\nbreak", nil, "z"])
  }

  @Test func quotedCellsMayStandAnywhereInARow() {
    let (table, report) = read("a,b,c\n\"1\",2,\"3\"\r\n4,\"5\",6\r\n\"7\",\"8\",\"9\"\r\n1,2,3")
    #expect(report == "")
    #expect(column("a", of: table) == ["1", "4", "7", "1"])
    #expect(column("b", of: table) == ["2", "5", "8", "2"])
    #expect(column("c", of: table) == ["3", "6", "9", "3"])
  }

  @Test func rowNumbersAreThoseOfASpreadsheet() {
    let table = read("a,b\n1,\"x\ny\"\n\n,\n2,z\n").table
    #expect(table?.rows.map(\.number) == [2, 5])
    #expect(
      table?[1].place("b") == .cell(path: "funds.csv", sheet: nil, row: 5, column: "b"))
  }

  @Test func emptyColumnsAtTheEndOfASpreadsheetAreNone() {
    let (table, report) = read("a,b,,\n1,2,,\n3,4,,\n")
    #expect(report == "")
    #expect(table?.fields.map(\.name) == ["a", "b"])
  }

  @Test func aRowOfAnotherWidthIsAMistakeAndStays() {
    let (table, report) = read("a,b\n1\n1,2,3\n")
    #expect(
      report == """
        error[ragged-row]: the row has 1 value, the header has 2
          --> funds.csv › row 2

        error[ragged-row]: the row has 3 values, the header has 2
          --> funds.csv › row 3
           = hint: put a value with a comma in quotation marks

        """)
    #expect(table?.count == 2)
  }

  @Test func anUnclosedQuoteIsToldWhereItOpens() {
    #expect(
      read("a,b\n1,2\n3,\"oops\n4,5\n").report == """
        error[unclosed-quote]: the quotation mark that opens here never closes
          --> funds.csv › row 3 › b
           = hint: write a quotation mark inside quotes twice: ""

        """)
  }

  @Test func textAfterAClosingQuoteIsAMistake() {
    let (table, report) = read("a,b\n\"1\"x,2\n3,\"4\" y\n5,6\n")
    #expect(report.contains("error[stray-quote]: there is text after the closing quotation mark"))
    #expect(column("b", of: table) == ["2", "4", "6"])
  }

  @Test func valuesOfEveryLengthAreCutAtTheRightByte() {
    // The scanner looks at eight bytes at a time; every alignment has to come out the same.
    for first in 0..<20 {
      for second in 0..<20 {
        let (a, b) = (String(repeating: "x", count: first), String(repeating: "y", count: second))
        let table = read("a,b,c\n\(a),\(b),1\r\n\"\(b)\",\(a),2").table
        #expect(column("a", of: table) == [a, b].map { $0.isEmpty ? nil : $0 })
        #expect(column("b", of: table) == [b, a].map { $0.isEmpty ? nil : $0 })
        #expect(column("c", of: table) == ["1", "2"])
      }
    }
  }

  @Test func manyRowsPassThroughManyBlocks() {
    let lines = (1...10_000).map { "\($0),ชื่อ \($0)" }
    let table = read("id,name\n" + lines.joined(separator: "\n")).table
    #expect(table?.count == 10_000)
    #expect(table?[9_999].string("name") == "ชื่อ 10000")
    #expect(table?[9_999].number == 10_001)
  }
}
