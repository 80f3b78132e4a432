import SaanText
import Testing

@testable import SaanData

/// Workbooks as programs other than Excel write them, and files that only look like such.
@Suite struct ForeignWorkbookTests {
  private func read(_ bytes: [UInt8], path: String = "x.xlsx") -> (table: Table?, report: String) {
    SaanDataTests.read(bytes, path: path)
  }

  /// A workbook of packed parts: `main` is the workbook, below it a sheet.
  private func packed(_ parts: [(String, String)]) -> [UInt8] {
    zipArchive(parts.map { (path: $0.0, bytes: Array($0.1.utf8)) }) ?? []
  }

  private func rows(_ cells: String) -> String {
    """
    <row r="1"><c r="A1" t="inlineStr"><is><t>v</t></is></c></row>\
    <row r="2">\(cells)</row>
    """
  }

  /// The one value of a sheet.
  private func value(_ cell: String, further: String = "") -> [String?] {
    let (table, report) = read(WorkbookFixture.workbook(rows: rows(cell), further: further))
    return report.isEmpty ? column("v", of: table) : [report]
  }

  @Test func partsLieWhereTheirLinksSay() {
    let strict = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    let book = packed([
      (
        "_rels/.rels",
        "<Relationships><Relationship Id='a' Type='\(strict)/officeDocument' Target='/book/Main.xml'/></Relationships>"
      ),
      (
        "book/main.xml",
        """
        <x:workbook xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main' xmlns:r='\(strict)'><x:sheets>\
        <x:sheet name='ก' r:id='b'/><x:sheet name='กราฟ' r:id='c'/></x:sheets></x:workbook>
        """
      ),
      (
        "book/_rels/main.xml.rels",
        """
        <Relationships><Relationship Id='b' Type='\(strict)/worksheet' Target='..\\cells\\One.xml'/>\
        <Relationship Id='c' Type='\(strict)/chartsheet' Target='chart.xml'/>\
        <Relationship Id='d' Type='\(strict)/sharedStrings' Target='./texts.xml'/>\
        <Relationship Id='e' Type='\(strict)/hyperlink' Target='https://example.org' TargetMode='External'/>\
        </Relationships>
        """
      ),
      (
        "book/texts.xml",
        """
        <sst><si><t>ชื่อ</t></si><si><r><t>บ้าน</t></r><r><rPr><b/></rPr><t>มั่นคง_x000D_</t></r>\
        <rPh sb='0' eb='1'><t>baan</t></rPh></si><si><t>a_x005F_x000D_b</t></si></sst>
        """
      ),
      (
        "cells/one.xml",
        """
        <x:worksheet xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main'><x:sheetData>\
        <x:row><x:c t='s'><x:v>0</x:v></x:c></x:row><x:row><x:c t='s'><x:v>1</x:v></x:c></x:row>\
        <x:row><x:c t='s'><x:v>2</x:v></x:c></x:row><x:row><x:c t='d'><x:v>2011-10-03T00:00:00</x:v></x:c></x:row>\
        </x:sheetData></x:worksheet>
        """
      ),
    ])
    let (table, report) = read(book)
    #expect(report == "")
    #expect(column("ชื่อ", of: table) == ["บ้านมั่นคง", "a_x000D_b", "2011-10-03"])
  }

  @Test(
    arguments: [
      ("0.30000000000000004", "0.3"), ("12.0", "12"), ("320104.0", "320104"), ("1E+5", "100000"),
      ("-0.10000000000000001", "-0.1"), ("1.2345678901234567E-5", "0.0000123456789012346"),
      ("20412.349999999999", "20412.35"), ("999999999999999.95", "1000000000000000"),
      ("3.5", "3.5"), ("0", "0"), ("1234567890123", "1234567890123"),
    ])
  func numbersAreWhatExcelShows(_ stored: String, _ shown: String) {
    #expect(value("<c r='A2'><v>\(stored)</v></c>") == [shown])
  }

  @Test func looksOfNumbersAreKept() {
    #expect(value("<c r='A2' s='4'><v>0.125</v></c>") == ["12.5%"])
    #expect(value("<c r='A2' s='3'><v>0.28999999999999998</v></c>") == ["29%"])
    #expect(value("<c r='A2' s='3'><v>1.5</v></c>") == ["150%"])
    #expect(value("<c r='A2' s='8'><v>0.39583333333333331</v></c>") == ["09:30"])
    #expect(value("<c r='A2' s='8'><v>36.5</v></c>") == ["36.5"])
  }

  @Test(
    arguments: [
      ("[$-D07041E]d mmmm yyyy", SheetLook.date), ("ว/ด/ปปปป", .date), ("mmm", .date),
      ("h:mm", .time), ("[h]:mm", .time), ("#,##0.00_);[Red](#,##0.00)", .number),
      ("0.0\" d\"", .number), ("0.00E+00", .number), ("General", .number), ("0.0%", .percent),
    ])
  func formatsAreReadByTheirLetters(_ format: String, _ look: SheetLook) {
    #expect(SheetLook(format: format) == look, "\(format)")
  }

  @Test func inlineTextsLeaveOutHowTheyAreSpoken() {
    let cell = "<c r='A2' t='inlineStr'><is><t>น่าน</t><rPh sb='0' eb='1'><t>nan</t></rPh></is></c>"
    #expect(value(cell) == ["น่าน"])
    #expect(value("<c r='A2' t='str'><f>B2</f><v>a_x000D_</v></c>") == ["a"])
  }

  @Test func formulasThatNobodyWorkedOutAreTold() {
    func isTold(_ cell: String, further: String = "") -> Bool {
      value(cell, further: further).first??.contains("the formula has no stored value") == true
    }
    let onLoad = "<calcPr fullCalcOnLoad='1'/>"
    #expect(isTold("<c r='A2'><f>B2*2</f><v></v></c>"))
    #expect(isTold("<c r='A2'><f>B2*2</f><v/></c>"))
    #expect(isTold("<c r='A2'><f>B2*2</f><v>0</v></c>", further: onLoad))
    #expect(value("<c r='A2'><f>B2*2</f><v>0</v></c>") == ["0"])
    #expect(value("<c r='A2'><f>B2*2</f><v>4</v></c>", further: onLoad) == ["4"])
    #expect(value("<c r='A2'><v>0</v></c>", further: onLoad) == ["0"])
  }

  @Test func whatOnlyLooksLikeAWorkbookIsTold() {
    let stream = "Workbook".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0] + Array(repeating: 0, count: 600) + stream
    let name = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    func said(_ bytes: [UInt8]) -> String { String(read(bytes).report.prefix { $0 != "\n" }) }
    #expect(
      said(compound) == "error[not-a-workbook]: the file is an old Excel file (.xls), not .xlsx")
    #expect(
      said(compound + name) == "error[workbook-locked]: the workbook is locked with a password")
    #expect(
      said(Array("<html><table>".utf8))
        == "error[not-a-workbook]: the file is a page of HTML that is called a workbook, not .xlsx")
    #expect(
      said(packed([("xl/workbook.bin", "x")]))
        == "error[not-a-workbook]: the file is a binary Excel file (.xlsb), not .xlsx")
    #expect(
      said(packed([("mimetype", "x"), ("content.xml", "x")]))
        == "error[not-a-workbook]: the file is an OpenDocument sheet (.ods), not .xlsx")
  }

  @Test func whichWorkbooksAnotherProgramReads() {
    func kind(_ path: String, _ bytes: [UInt8]) -> String? {
      DataFile(path: path, bytes: bytes).foreignWorkbook
    }
    let stream = "Workbook".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0, 0] + stream
    #expect(kind("a.xls", compound) == "xls" && kind("a.xlsx", compound) == "xls")
    #expect(kind("a.ods", packed([("mimetype", "x"), ("content.xml", "x")])) == "ods")
    #expect(kind("a.xls", Array("\n<table>".utf8)) == "html")
    #expect(kind("a.xlsx", WorkbookFixture.workbook(rows: "")) == nil)
    #expect(kind("a.csv", compound) == nil)
  }

  @Test func damageIsToldWhereverItIs() {
    var book = WorkbookFixture.workbook(rows: rows("<c r='A2'><v>1234567</v></c>"))
    let digits = Array("1234567".utf8)
    guard let place = book.indices.first(where: { book[$0...].starts(with: digits) }) else {
      Issue.record("the number is not there")
      return
    }
    book[place] = UInt8(ascii: "9")
    #expect(read(book).report.hasPrefix("error[not-a-workbook]"))
    let zeros = packed([
      ("xl/workbook.xml", "<workbook>" + String(repeating: " ", count: 3_000_000) + "</workbook>")
    ])
    #expect(read(zeros).report.hasPrefix("error[workbook-too-large]: 'xl/workbook.xml' unpacks"))
    let whole = packed([
      ("xl/workbook.xml", "<workbook/>"), ("a", String(repeating: "ก", count: 99)),
    ])
    for length in stride(from: 0, to: whole.count, by: 7) {
      #expect(read(Array(whole[..<length])).report.hasPrefix("error["))
    }
  }

  @Test func archivesAreUnpackedAsTheyWerePacked() throws {
    let texts = ["", "ก", (0..<40_000).map { "สภา \($0)\n" }.joined()]
    let bytes = packed(texts.enumerated().map { ("t/\($0.offset).txt", $0.element) })
    try (Array("MZ".utf8) + bytes).withUnsafeBufferPointer { bytes in
      var archive = try ZipArchive(bytes, limits: DataLimits())
      #expect(archive.names == ["t/0.txt", "t/1.txt", "t/2.txt"])
      for (index, text) in texts.enumerated() {
        let part = try archive.part("t/\(index).txt")
        #expect(part == Array(text.utf8))
      }
      let outside = try archive.part("../t/0.txt")
      #expect(outside == nil)
    }
    let twice = packed([("a", "1"), ("a", "2")])
    #expect(throws: ZipArchive.Mistake.damaged) {
      try twice.withUnsafeBufferPointer { _ = try ZipArchive($0, limits: DataLimits()).names }
    }
  }
}
