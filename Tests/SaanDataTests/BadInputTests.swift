import SaanText
import Testing

@testable import SaanData

@Suite struct BadInputTests {
  /// `น่าน` in CP874.
  private let oldThai: [UInt8] = [0xB9, 0xE8, 0xD2, 0xB9]

  @Test func encodingsAreToldApart() {
    let file = Array("[{\"name\": \"".utf8) + oldThai + Array("\"}]".utf8)
    #expect(
      read(file, path: "x.json").report == """
        error[wrong-encoding]: the file is written in CP874, not in UTF-8
          --> x.json › row 1
           = hint: open it in the program that wrote it and save it again as UTF-8

        """)
    let mixed = Array("id,name\n1,แพร่\n2,".utf8) + oldThai + [0x0A]
    #expect(
      read(mixed, path: "x.csv").report.hasPrefix(
        "error[mixed-encodings]: the file is UTF-8 up to here and goes on in CP874 (TIS-620)\n"
          + "  --> x.csv › row 3\n"))
    let wide: [UInt8] = [0xFF, 0xFE, 0x69, 0, 0x64, 0, 0x0A, 0]
    #expect(
      read(wide, path: "x.json").report.hasPrefix(
        "error[wrong-encoding]: the file is written in UTF-16, not in UTF-8"))
    #expect(
      read(Array("id\nx".utf8) + [0xFE, 0x81], path: "x.csv").report == """
        error[wrong-encoding]: the bytes here are no UTF-8 text
          --> x.csv › row 2
           = hint: save the file as 'CSV UTF-8'

        """)
  }

  @Test func everyBrokenSequenceIsNoticed() {
    let broken: [[UInt8]] = [
      [0x80], [0xC2], [0xE0, 0x80, 0x80], [0xE0, 0xB8], [0xED, 0xA0, 0x80],
      [0xF4, 0x90, 0x80, 0x80],
      [0xF0, 0x80, 0x80, 0x80], [0xFF], [0xF0, 0x9F, 0x98], [0],
    ]
    for sequence in broken {
      for lead in 0..<17 {
        let bytes = [UInt8](repeating: 0x61, count: lead) + sequence
        #expect(mistake(in: bytes) == lead)
        #expect(mistake(in: bytes + Array("xxxxxxxxx".utf8)) == lead)
      }
    }
    #expect(mistake(in: Array("aกé€😀\u{7F}ข".utf8)) == nil)
  }

  @Test func nulBytesAreRefused() {
    #expect(
      read(Array("id\nx\n".utf8) + [0], path: "x.csv").report == """
        error[nul-byte]: the file has a NUL byte, it is damaged or no text
          --> x.csv › row 3
           = hint: open the file in the program that made it and save it anew as CSV UTF-8

        """)
  }

  @Test func filesWithoutATableAreTold() {
    #expect(
      read("", path: "x.csv").report == """
        error[no-header]: the file has no header row
          --> x.csv
           = hint: write the names of the columns into the first row

        """)
    #expect(read("\n\n,,\n", path: "x.csv").report.hasPrefix("error[no-header]"))
    #expect(
      read("a", path: "x.dbf").report == """
        error[unknown-format]: there is no data format 'dbf'
          --> x.dbf
           = hint: there are csv, txt, tsv, tab, json, yaml, yml, xlsx, xlsm, xls, xlsb, ods

        """)
  }

  @Test func limitsAreToldWithAPlace() {
    var limits = DataLimits()
    limits.maximumRows = 3
    limits.maximumCellBytes = 100
    limits.maximumColumns = 5
    let rows = String(repeating: "x\n", count: 50)
    #expect(
      read("id\n" + rows, limits: limits).report == """
        error[too-many-rows]: the table has more than 3 rows, reading stops here
          --> funds.csv › row 5
           = hint: part the table in several files

        """)
    let long = String(repeating: "x", count: 101)
    for cell in [long, "\"\(long)\"", "\"\"\"\(long)\""] {
      #expect(
        read("id\n\(cell)\n", limits: limits).report.hasPrefix(
          "error[cell-too-long]: the value has 10"))
    }
    #expect(
      read("[{\"id\": \"\(long)\"}]", path: "x.json", limits: limits).report.hasPrefix(
        "error[cell-too-long]"))
    #expect(
      read("- id: \(long)\n", path: "x.yaml", limits: limits).report.hasPrefix(
        "error[cell-too-long]"))
    #expect(
      read("a,b,c,d,e,f\n", limits: limits).report == """
        error[too-many-columns]: the table has 6 columns, at most 5 are read
          --> funds.csv › row 1
           = hint: delete columns that nobody needs, or part the table in two

        """)
    limits.maximumFileBytes = 10
    #expect(
      read("id\n" + rows, limits: limits).report == """
        error[file-too-large]: the file has 103 bytes, at most 10 are read
          --> funds.csv
           = hint: part the table in several files

        """)
  }

  @Test func anyCutOfAFileGivesAnAnswer() {
    let text = Array("id,name,\"q\"\"x\"\r\n1,\"น่าน, \"\"x\"\"\",2\r\n\"3\",,\n".utf8)
    for length in 0...text.count { _ = read(Array(text[..<length]), path: "x.csv") }
    let json = Array("[{\"a\": [1, {\"b\": \"\\u0e01\"}], \"c\": -1.5e3}, {\"c\": null}]".utf8)
    for length in 0..<json.count {
      #expect(read(Array(json[..<length]), path: "x.json").report != "")
    }
    let yaml = Array("- {a: [1, {b: \"\\u0e01\"}], c: -1.5e3}\n- c: ~\n".utf8)
    for length in 0..<yaml.count { _ = read(Array(yaml[..<length]), path: "x.yaml") }
  }
}

private func mistake(in bytes: [UInt8]) -> Int? {
  bytes.withUnsafeBufferPointer { TextLook($0).mistake }
}

/// Files as other programs save them.
@Suite struct ForeignFileTests {
  private let rows = "รหัส,ชื่อ,สมาชิก\nC1,สภาบ้านไผ่,\"1,234\"\n"

  private func bytes(utf16 text: String, isBigEndian: Bool, hasMark: Bool) -> [UInt8] {
    ((hasMark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBigEndian ? pair : pair.reversed()
    }
  }

  private func bytes(thai text: String) -> [UInt8] {
    text.unicodeScalars.map { $0.value < 0x80 ? UInt8($0.value) : UInt8($0.value - 0x0E01 + 0xA1) }
  }

  private func expectRead(_ bytes: [UInt8], _ encoding: String) {
    let outcome = readTable(
      DataFile(path: "x.csv", bytes: bytes), as: Resource(name: "x", path: "x.csv"))
    #expect(column("ชื่อ", of: outcome.value) == ["สภาบ้านไผ่"])
    #expect(column("สมาชิก", of: outcome.value) == ["1,234"])
    #expect(outcome.diagnostics.all.map(\.severity) == [.note])
    #expect(outcome.diagnostics.all.first?.message.en.contains(encoding) == true)
  }

  @Test func otherEncodingsAreRead() {
    expectRead(bytes(thai: rows), "CP874")
    for isBigEndian in [false, true] {
      for hasMark in [false, true] {
        expectRead(bytes(utf16: rows, isBigEndian: isBigEndian, hasMark: hasMark), "UTF-16")
      }
    }
  }

  @Test func aDescriptorMayNameTheEncoding() {
    let text = "name: x\nresources: [{name: x, path: x.csv, encoding: windows-874}]\n"
    let outcome = PackageDescriptor.parse(SourceFile(path: "datapackage.yaml", text: text))
    #expect(outcome.diagnostics.isEmpty)
    let read = readTable(
      DataFile(path: "x.csv", bytes: bytes(thai: rows)), as: outcome.value.resources[0])
    #expect(read.diagnostics.isEmpty)
    #expect(column("ชื่อ", of: read.value) == ["สภาบ้านไผ่"])
  }

  @Test func titlesAboveTheHeadAreToldOnce() {
    let text = "ทะเบียนสภา\nข้อมูล ณ 2565\n\nรหัส,ชื่อ,สมาชิก\nC1,ก,5\nC2,ข,6\n"
    #expect(
      read(text).report == """
        error[head-not-first]: the head of the table seems to be row 4
          --> funds.csv › row 4
           = hint: delete the rows above it, or set 'dialect: {headerRows: [4]}' (for one command: --head-row 4)

        """)
    let descriptor = "name: x\nresources: [{name: x, path: x.csv, dialect: {headerRows: [4]}}]\n"
    let outcome = PackageDescriptor.parse(SourceFile(path: "datapackage.yaml", text: descriptor))
    let file = DataFile(path: "x.csv", bytes: Array(text.utf8))
    let table = readTable(file, as: outcome.value.resources[0])
    #expect(table.diagnostics.isEmpty)
    #expect(column("ชื่อ", of: table.value) == ["ก", "ข"])
    #expect(table.value?.rows.map(\.number) == [5, 6])
  }

  @Test func dialectsOfTheStandardAreHonouredOrTold() {
    func found(_ dialect: String) -> (Resource, [String]) {
      let text = "name: x\nresources: [{name: x, path: x.csv, dialect: {\(dialect)}}]\n"
      let outcome = PackageDescriptor.parse(SourceFile(path: "datapackage.yaml", text: text))
      return (outcome.value.resources[0], outcome.diagnostics.all.map(\.code))
    }
    let (resource, codes) = found(
      "delimiter: ';', skipInitialSpace: true, quoteChar: '\"', header: true")
    #expect(codes.isEmpty)
    let file = DataFile(path: "x.csv", bytes: Array("a; b\n1; \"x; y\"\n".utf8))
    let table = readTable(file, as: resource)
    #expect(table.diagnostics.isEmpty)
    #expect(column("b", of: table.value) == ["x; y"])
    #expect(found("sheetName: ก").0.sheet == "ก")
    for told in ["header: false", "quoteChar: \"'\"", "nullSequence: x", "headerJoin: '-'"] {
      #expect(found(told).1 == ["unsupported-key"], "\(told)")
    }
    #expect(found("delimeter: ';'").1 == ["unknown-key"])
    #expect(found("headerRows: [1, 3]").1 == ["wrong-shape"])
  }

  @Test(arguments: [
    ("f-[0-9]{7}", "'f-', then 7 digits", "'f-' ตามด้วยตัวเลข 7 ตัว"),
    ("^\\d{2,4}$", "2 to 4 digits", "ตัวเลข 2 ถึง 4 ตัว"),
    (
      "[A-Z]+-?[0-9]",
      "1 or more capital letters A to Z, then perhaps one of '-', then one of digits",
      "อักษรตัวใหญ่ A ถึง Z 1 ตัวขึ้นไป ตามด้วยอาจมี'-'หนึ่งตัว ตามด้วยตัวเลขหนึ่งตัว"
    ),
  ])
  func aPatternIsPutInWords(_ pattern: String, _ en: String, _ th: String) {
    #expect(PatternWords(pattern)?.wording == Wording(en: en, th: th))
  }

  @Test func whatWordsDoNotMakeClearerIsLeft() {
    for pattern in ["(a|b)+", "[^x]", "a.*b", ""] { #expect(PatternWords(pattern) == nil) }
  }

  @Test func oldWorkbooksSayHowToBeSaved() {
    let file = DataFile(path: "x.xls", bytes: [0xD0, 0xCF])
    let found = readTable(file, as: Resource(name: "x", path: "x.xls")).diagnostics.all
    #expect(found.first?.hint?.en.contains("Excel Workbook (.xlsx)") == true)
  }

  @Test func aDraftOfACouncilsTablePasses() throws {
    let text = "รหัส,ชื่อสภา,จังหวัด,วันที่จดแจ้ง,จำนวนองค์กร\nC1,ก,32,3 ต.ค. 2554,5\nC2,ข,32,พ.ศ. 2554,-\n"
    let file = DataFile(path: "councils.csv", bytes: Array(text.utf8))
    let draft = try #require(inferSchema(file).value)
    let source = SourceFile(path: "datapackage.yaml", text: draft)
    let package = PackageDescriptor.parse(source)
    #expect(package.diagnostics.isEmpty)
    let schema = try #require(package.value.resources.first?.schema)
    #expect(schema.field("area") != nil && schema.field("registered_on")?.type == .period)
    #expect(readTable(file, as: package.value.resources[0]).diagnostics.isEmpty)
  }
}
