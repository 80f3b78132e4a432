import SaanText
import TestSupport
import Testing

@testable import SaanData

/// The text of every diagnostic in both languages.
@Suite struct CatalogueTests {
  static let place = Place.cell(path: "f.csv", sheet: nil, row: 2, column: "v")
  private static let kind = Wording(en: "field", th: "คอลัมน์")

  private static let values: [Diagnostic] = [
    .requiredValue("name", at: place), .notWhole("2.5", at: place), .notBoolean("x", at: place),
    .wrongPrecision("2011", type: .date, at: place),
    .wrongPrecision("2011-10", type: .year, at: place),
    .wrongPrecision("2011", type: .yearmonth, at: place),
  ]

  private static let rules: [Diagnostic] = [
    .belowMinimum("1", limit: "2", at: place), .aboveMaximum("3", limit: "2", at: place),
    .tooShort("x", count: 1, limit: 2, at: place), .tooLong("xxx", count: 3, limit: 2, at: place),
    .notAllowed("z", among: ["active", "closed"], at: place),
    .patternMismatch("x", pattern: "[0-9]+", example: "12", at: place),
    .duplicateValue("x", firstRow: 1, at: place),
    .duplicateKey(["10", "2011"], fields: ["area", "year"], firstRow: 1, at: place),
    .unknownReference("99", resource: "areas", field: "code", near: nil, at: place),
    .datesOutOfOrder(start: ("start", "2012"), end: ("end", "2011"), at: place),
  ]

  private static let files: [Diagnostic] = [
    .wrongEncoding("CP874", at: place), .mixedEncodings(at: place),
    .notText(at: place), .nulByte(at: place), .emptyFile(at: place), .unclosedQuote(at: place),
    .strayQuote(at: place), .raggedRow(found: 3, expected: 2, at: place),
    .duplicateHeader("id", "id", of: Field("id"), at: place), .emptyHeader(position: 3, at: place),
    .unknownColumn("x", among: [], resource: "funds", at: place),
    .missingFile("f.csv", resource: "funds", at: place), .unknownFormat("dbf", at: place),
  ]

  private static let records: [Diagnostic] = [
    .notRecords(like: "[…]", at: place), .tooDeep(64, at: place), .aliasAsKey(at: place),
    .missingColumn("id", resource: "funds", at: place),
  ]

  private static let workbooks: [Diagnostic] = [
    .notAWorkbook(at: place), .workbookLocked(at: place), .workbookTruncated(at: place),
    .otherWorkbook(Wording(en: "a page", th: "หน้าเว็บ"), at: place),
    .unknownSheet("z", among: ["กองทุน"], at: place), .sheetNotNamed(["a", "b"], at: place),
    .workbookTooLarge("xl/x.xml", limit: 9, at: place), .tooManyEntries(9, limit: 5, at: place),
    .mergedHeader("A3:A4", more: 7, rows: 3...4, at: place),
    .mergedHeader("A3:B3", more: 0, rows: 3...3, at: place),
    .mergedCells("A2:A3", in: "ชื่อ", isAmount: false, at: place),
    .filledNothing("จังหวัต", among: ["จังหวัด"], at: place),
    .formulaWithoutValue(at: place), .formulaError("#REF!", at: place),
    .lostText(at: place), .noDay("0", at: place),
  ]

  private static let descriptors: [Diagnostic] = [
    .emptyDescriptor(at: place),
    .wrongShape(.quoted("name"), Wording(en: "a text", th: "ข้อความ"), at: place),
    .missingKey("path", kind, at: place), .unknownKey("nam", kind, among: ["name"], at: place),
    .duplicateName(kind, "id", at: place), .unknownType("bigint", at: place),
    .unknownField("x", among: [], at: place), .unknownResource("x", among: [], at: place),
    .unequalKeys(1, 2, at: place),
    .unequalTypes(Field("area", .integer), Field("code"), at: place), .badPattern("[", at: place),
    .unsupportedEncoding("cp874", at: place),
  ]

  func text(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { diagnostic in
      var lines = ["\(diagnostic.code): \(diagnostic.message.en)", "  \(diagnostic.message.th)"]
      if let hint = diagnostic.hint { lines += ["  > \(hint.en)", "  > \(hint.th)"] }
      return lines.joined(separator: "\n")
    }.joined(separator: "\n")
  }

  @Test func valueMistakes() {
    #expect(
      text(Self.values) == #"""
        required-value: 'name' must not be empty
          'name' ต้องไม่ว่าง
          > type the value, or delete the row where it is none of the table's; if the value may be missing, take 'required' out of the column's description
          > กรอกค่า หรือลบแถวนี้ถ้าไม่ใช่แถวข้อมูล ถ้าเว้นว่างได้ให้ลบ 'required' ออกจากคำอธิบายคอลัมน์
        bad-number: '2.5' is not a whole number
          '2.5' ไม่ใช่จำนวนเต็ม
          > give the field the type 'number' if fractions are meant
          > ถ้าตั้งใจให้มีทศนิยม ให้กำหนดชนิดของคอลัมน์เป็น 'number'
        bad-boolean: 'x' is neither true nor false
          'x' ไม่ใช่ค่าจริงหรือเท็จ
          > write true or false
          > เขียน true หรือ false
        bad-date: '2011' is not a day such as 2011-10-03 or 3 ต.ค. 2554
          '2011' ไม่ใช่วัน เช่น 2011-10-03 หรือ 3 ต.ค. 2554
          > give the field the type 'period' if days, months and years are mixed
          > ถ้ามีทั้งวัน เดือน และปีปนกัน ให้กำหนดชนิดของคอลัมน์เป็น 'period'
        bad-date: '2011-10' is not a year such as 2011 or พ.ศ. 2554
          '2011-10' ไม่ใช่ปี เช่น 2011 หรือ พ.ศ. 2554
          > give the field the type 'period' if days, months and years are mixed
          > ถ้ามีทั้งวัน เดือน และปีปนกัน ให้กำหนดชนิดของคอลัมน์เป็น 'period'
        bad-date: '2011' is not a month such as 2011-10 or ต.ค. 2554
          '2011' ไม่ใช่เดือน เช่น 2011-10 หรือ ต.ค. 2554
          > give the field the type 'period' if days, months and years are mixed
          > ถ้ามีทั้งวัน เดือน และปีปนกัน ให้กำหนดชนิดของคอลัมน์เป็น 'period'
        """#)
  }

  private static let personal: [Diagnostic] = [
    "1-1017-00203-45-0", "081-234-5678", "02-123-4567", "053-123-456", "somchai@gmail.com",
    "info@network.example",
  ].flatMap { PrivateData.findings(in: $0) }.flatMap { finding -> [Diagnostic] in
    [.privateCell(finding, at: place), .privateText(finding, at: place)]
  }

  @Test func whatMustNotBePublished() throws {
    let number = try #require(PrivateData.findings(in: "1101700203450").first)
    let columns: [Diagnostic] =
      [
        .columnLeftOut("เลขบัตร", number, count: 1, at: Self.place),
        .columnMadePrivate("เลขบัตร", number, count: 12, at: Self.place),
        .personalHead(number, at: Self.place),
      ]
      + PersonalHeading.allCases.map { .personalColumn("x", $0, at: Self.place) } + [
        .columnLeftOut("เบอร์", .phone, at: Self.place),
        .columnMadePrivate("เบอร์", .phone, at: Self.place),
      ]
    let all = Self.personal + columns
    let places = all.map { DiagnosticPrinter().text($0) }
    #expect(places.allSatisfy { !$0.contains("00203") && !$0.contains("somchai") })
    try expectGolden(text(all) + "\n", "Planted/privacy.txt")
  }

  @Test func whatIsSaidOfTablesThatAreRead() throws {
    let schema = TableSchema(fields: [Field("name"), Field("tel") { $0.isPrivate = true }])
    let table = try #require(read("name,tel\nก,081-234-5678\n", schema).table)
    let hidden = try #require(Diagnostic.privateColumns(of: table))
    #expect(hidden.code == "private-columns")
    let all: [Diagnostic] = [
      hidden, .otherEncoding("UTF-16", at: Self.place), .headNotFirst(4...4, at: Self.place),
      .headNotFirst(3...4, at: Self.place), .totalRow("รวม", isSaid: false, at: Self.place),
      .totalRow("รวม", isSaid: true, at: Self.place), .noteRow("หมายเหตุ", at: Self.place),
      .besideTable("L", rows: 1, at: Self.place), .besideTable("L", rows: 7, at: Self.place),
      .otherLanguage(Field("name@en"), .thai, at: Self.place),
      .unsupportedKey("commentChar", at: Self.place), .missingSchemaFile("s.json", at: Self.place),
      .undescribedFile("three.csv", among: ["data/one.csv"], at: Self.place),
      .otherBracket("หญิง", of: "สมาชิก (หญิง)", Field("people_count"), at: Self.place),
      .otherScale("ล้านบาท", of: "งบ (ล้านบาท)", Field("budget_baht"), at: Self.place),
      .unknownFormat("xls", at: Self.place),
      .unknownFormat("ods", at: Self.place), .unknownFormat("pdf", at: Self.place),
      .outOfRange("per_page", 0, 1...100_000, at: Self.place),
    ]
    #expect(
      all.map(\.code).contains("other-encoding") && all.map(\.code).contains("column-language"))
    try expectGolden(text(all) + "\n", "Planted/tables.txt")
  }

  @Test func ruleMistakes() {
    #expect(
      text(Self.rules) == #"""
        below-minimum: 1 is below the minimum 2
          1 ต่ำกว่าค่าต่ำสุด 2
          > correct the value, or lower 'minimum' in the column's description
          > แก้ค่า หรือลด 'minimum' ในคำอธิบายคอลัมน์
        above-maximum: 3 is above the maximum 2
          3 สูงกว่าค่าสูงสุด 2
          > correct the value, or raise 'maximum' in the column's description
          > แก้ค่า หรือเพิ่ม 'maximum' ในคำอธิบายคอลัมน์
        too-short: 'x' has 1 characters, at least 2 are needed
          'x' มี 1 ตัวอักษร ต้องมีอย่างน้อย 2 ตัว
          > correct the value, or lower 'minLength' in the column's description
          > แก้ค่า หรือลด 'minLength' ในคำอธิบายคอลัมน์
        too-long: 'xxx' has 3 characters, at most 2 are allowed
          'xxx' มี 3 ตัวอักษร มีได้ไม่เกิน 2 ตัว
          > shorten the value, or raise 'maxLength' in the column's description
          > ย่อค่าให้สั้นลง หรือเพิ่ม 'maxLength' ในคำอธิบายคอลัมน์
        not-allowed: 'z' is none of the allowed values
          'z' ไม่อยู่ในค่าที่กำหนดไว้
          > allowed are 'active', 'closed'
          > ค่าที่ใช้ได้คือ 'active', 'closed'
        pattern-mismatch: 'x' does not have the form it must have: 1 or more digits
          'x' ไม่ตรงรูปแบบที่กำหนด: ตัวเลข 1 ตัวขึ้นไป
          > it should look like '12'
          > ควรเป็นแบบ '12'
        duplicate-value: 'x' already stands in row 1
          'x' ซ้ำกับแถว 1
          > correct one of the two rows, or delete it if it says the same
          > แก้แถวใดแถวหนึ่ง หรือลบออกถ้าเป็นข้อมูลเดียวกัน
        duplicate-key: the key (area, year) = (10, 2011) already stands in row 1
          คีย์ (area, year) = (10, 2011) ซ้ำกับแถว 1
          > correct one of the two rows, or delete it if it says the same
          > แก้แถวใดแถวหนึ่ง หรือลบออกถ้าเป็นข้อมูลเดียวกัน
        unknown-reference: '99' is not in column 'code' of table 'areas'
          ไม่พบ '99' ในคอลัมน์ 'code' ของตาราง 'areas'
          > add a row for it to 'areas', or write one that is there
          > เพิ่มแถวในตาราง 'areas' หรือใส่รหัสที่มีอยู่
        date-order: 'end' 2011 lies before 'start' 2012
          'end' 2011 มาก่อน 'start' 2012
          > correct the date that is wrong
          > แก้วันที่ที่ผิด
        """#)
  }

  @Test func fileMistakes() {
    #expect(
      text(Self.files) == #"""
        wrong-encoding: the file is written in CP874, not in UTF-8
          ไฟล์นี้เข้ารหัสแบบ CP874 ไม่ใช่ UTF-8
          > open it in the program that wrote it and save it again as UTF-8
          > เปิดด้วยโปรแกรมที่ใช้เขียน แล้วบันทึกใหม่เป็น UTF-8
        mixed-encodings: the file is UTF-8 up to here and goes on in CP874 (TIS-620)
          ไฟล์นี้เป็น UTF-8 ถึงตรงนี้ แล้วต่อด้วย CP874 (TIS-620)
          > open each part by itself, save it as UTF-8 and join them again
          > เปิดแต่ละส่วนแยกกัน บันทึกเป็น UTF-8 แล้วรวมใหม่
        wrong-encoding: the bytes here are no UTF-8 text
          ไบต์ตรงนี้ไม่ใช่ข้อความ UTF-8
          > save the file as 'CSV UTF-8'
          > บันทึกไฟล์เป็นแบบ 'CSV UTF-8'
        nul-byte: the file has a NUL byte, it is damaged or no text
          ไฟล์มีไบต์ NUL ไฟล์อาจเสียหายหรือไม่ใช่ข้อความ
          > open the file in the program that made it and save it anew as CSV UTF-8
          > เปิดไฟล์ด้วยโปรแกรมที่สร้าง แล้วบันทึกใหม่เป็น CSV UTF-8
        no-header: the file has no header row
          ไฟล์ไม่มีแถวหัวตาราง
          > write the names of the columns into the first row
          > เขียนชื่อคอลัมน์ไว้ในแถวแรก
        unclosed-quote: the quotation mark that opens here never closes
          เครื่องหมายคำพูดที่เปิดตรงนี้ไม่มีตัวปิด
          > write a quotation mark inside quotes twice: ""
          > เครื่องหมายคำพูดภายในค่าให้เขียนสองตัว: ""
        stray-quote: there is text after the closing quotation mark
          มีข้อความอยู่หลังเครื่องหมายคำพูดปิด
          > write a quotation mark inside quotes twice: ""
          > เครื่องหมายคำพูดภายในค่าให้เขียนสองตัว: ""
        ragged-row: the row has 3 values, the header has 2
          แถวนี้มี 3 ค่า แต่หัวตารางมี 2 คอลัมน์
          > put a value with a comma in quotation marks
          > ค่าที่มีจุลภาคให้ใส่ในเครื่องหมายคำพูด
        duplicate-header: two columns are headed 'id'
          มีสองคอลัมน์ที่ใช้หัวว่า 'id'
          > give each column a name of its own
          > ตั้งชื่อคอลัมน์ไม่ให้ซ้ำกัน
        empty-header: column 3 has no header
          คอลัมน์ที่ 3 ไม่มีหัว
          > write a name into the first row above it, or delete the column
          > เขียนชื่อไว้ในแถวแรกของคอลัมน์ หรือลบคอลัมน์นี้
        unknown-column: table 'funds' has no field 'x'
          ตาราง 'funds' ไม่มีคอลัมน์ 'x'
          > add the field to the descriptor, or its header to a field's 'aliases'
          > เพิ่มคอลัมน์ในไฟล์คำอธิบาย หรือเพิ่มชื่อหัวใน 'aliases' ของคอลัมน์
        missing-file: table 'funds' has no file 'f.csv'
          ไม่พบไฟล์ 'f.csv' ของตาราง 'funds'
          > put the file there, or correct 'path'
          > วางไฟล์ไว้ตามนั้น หรือแก้ 'path'
        unknown-format: there is no data format 'dbf'
          ไม่มีรูปแบบข้อมูล 'dbf'
          > there are csv, txt, tsv, tab, json, yaml, yml, xlsx, xlsm, xls, xlsb, ods
          > รูปแบบที่มีคือ csv, txt, tsv, tab, json, yaml, yml, xlsx, xlsm, xls, xlsb, ods
        """#)
  }

  @Test func recordMistakes() {
    #expect(
      text(Self.records) == #"""
        not-records: a table is a list of records with named values
          ตารางต้องเป็นรายการของระเบียนที่ค่ามีชื่อกำกับ
          > write a row as […]
          > เขียนแถวละรายการ เช่น […]
        too-deep: values are nested deeper than 64 levels
          ค่าซ้อนกันลึกเกิน 64 ชั้น
          > write it with fewer values inside others
          > ลดการซ้อนค่าในค่าลง
        alias-as-key: a '*' reference can't be a key
          ใช้การอ้าง '*' เป็นคีย์ไม่ได้
          > write the key itself
          > เขียนคีย์นั้นโดยตรง
        missing-column: table 'funds' needs a column 'id'
          ตาราง 'funds' ต้องมีคอลัมน์ 'id'
          > add it with a value in every row, such as a-1; if the table calls it otherwise, write that under 'aliases' in datapackage.yaml
          > เพิ่มคอลัมน์นี้และใส่ค่าทุกแถว เช่น a-1 ถ้าในตารางใช้ชื่ออื่น ให้เขียนชื่อนั้นไว้ที่ 'aliases' ใน datapackage.yaml
        """#)
  }

  @Test func workbookMistakes() throws {
    try expectGolden(text(Self.workbooks) + "\n", "Planted/workbooks.txt")
  }

  @Test func descriptorMistakes() throws {
    try expectGolden(text(Self.descriptors) + "\n", "Planted/descriptors.txt")
  }
}
