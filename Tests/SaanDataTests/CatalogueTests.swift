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
    .duplicateHeader("id", at: place), .emptyHeader(position: 3, at: place),
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
    .mergedCells("A2:A3", in: "ชื่อ", at: place),
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
          > type the value, or take 'required' out of the column's description if it may be missing
          > กรอกค่า หรือถ้าเว้นว่างได้ให้ลบ 'required' ออกจากคำอธิบายคอลัมน์
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
          > there are csv, tsv, json, yaml, xlsx
          > รูปแบบที่มีคือ csv, tsv, json, yaml, xlsx
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

  @Test func workbookMistakes() {
    #expect(
      text(Self.workbooks) == #"""
        not-a-workbook: the file is no XLSX workbook, or it is damaged
          ไฟล์นี้ไม่ใช่สมุดงาน XLSX หรือเสียหาย
          > save it as 'Excel Workbook (.xlsx)', without a password
          > บันทึกเป็น 'Excel Workbook (.xlsx)' โดยไม่ใส่รหัสผ่าน
        workbook-locked: the workbook is locked with a password
          สมุดงานนี้ล็อกด้วยรหัสผ่าน
          > open it, take the password out and save it: in Excel under File › Info › Protect Workbook › Encrypt with Password, in LibreOffice with File › Save As
          > เปิดไฟล์ เอารหัสผ่านออก แล้วบันทึก ใน Excel ที่ ไฟล์ › ข้อมูล › ปกป้องสมุดงาน › เข้ารหัสด้วยรหัสผ่าน ใน LibreOffice ที่ แฟ้ม › บันทึกเป็น
        workbook-truncated: the workbook breaks off before its end
          ไฟล์สมุดงานขาดตอนท้าย ไม่ครบทั้งไฟล์
          > download or copy the file once more
          > ดาวน์โหลดหรือคัดลอกไฟล์ใหม่อีกครั้ง
        not-a-workbook: the file is a page, not .xlsx
          ไฟล์นี้เป็นหน้าเว็บ ไม่ใช่ .xlsx
          > open it and save it anew: in Excel with File › Save As › Excel Workbook (.xlsx), in LibreOffice with File › Save As › Excel 2007–365 (.xlsx); where LibreOffice is installed, the program reads it by itself ('saan doctor' tells)
          > เปิดแล้วบันทึกใหม่ ใน Excel ที่ ไฟล์ › บันทึกเป็น › สมุดงาน Excel (.xlsx) ใน LibreOffice ที่ แฟ้ม › บันทึกเป็น › Excel 2007–365 (.xlsx) ถ้าเครื่องนี้ติดตั้ง LibreOffice โปรแกรมจะอ่านให้เอง (ดูด้วย 'saan doctor')
        unknown-sheet: the workbook has no sheet 'z'
          สมุดงานไม่มีแผ่นงาน 'z'
          > its sheets are 'กองทุน'
          > แผ่นงานที่มีคือ 'กองทุน'
        unknown-sheet: the workbook has 2 sheets, none is named
          สมุดงานมี 2 แผ่นงาน แต่ไม่ได้ระบุว่าแผ่นใด
          > set 'sheet' of the table to one of 'a', 'b' (for one command: --sheet)
          > กำหนด 'sheet' ของตารางเป็นหนึ่งใน 'a', 'b' (เฉพาะคำสั่งเดียว: --sheet)
        workbook-too-large: 'xl/x.xml' unpacks to far more than it should, at most 9 bytes are read
          'xl/x.xml' ขยายออกใหญ่เกินควร อ่านได้ไม่เกิน 9 ไบต์
          > copy the table's cells into a new workbook
          > คัดลอกเซลล์ของตารางไปไว้ในสมุดงานใหม่
        workbook-too-large: the workbook has 9 parts, at most 5 are read
          สมุดงานมี 9 ส่วน อ่านได้ไม่เกิน 5 ส่วน
          > copy the table's cells into a new workbook
          > คัดลอกเซลล์ของตารางไปไว้ในสมุดงานใหม่
        merged-header: the header has merged cells (A3:A4 and 7 more), so its columns have no names of their own
          หัวตารางมีเซลล์ที่ผสานกัน (A3:A4 และอีก 7 แห่ง) คอลัมน์จึงไม่มีชื่อของตัวเอง
          > unmerge them and give each column a heading of its own, or name all rows of the head with 'dialect: {headerRows: [3, 4]}' (for one command: --head-row 3-4)
          > ยกเลิกการผสานแล้วตั้งชื่อให้ทุกคอลัมน์ หรือระบุทุกแถวของหัวตารางด้วย 'dialect: {headerRows: [3, 4]}' (เฉพาะคำสั่งเดียว: --head-row 3-4)
        merged-header: the header has merged cells (A3:B3), so its columns have no names of their own
          หัวตารางมีเซลล์ที่ผสานกัน (A3:B3) คอลัมน์จึงไม่มีชื่อของตัวเอง
          > unmerge them and give each column a heading of its own
          > ยกเลิกการผสานแล้วตั้งชื่อให้ทุกคอลัมน์
        merged-cells: the cells A2:A3 are merged, only the first one holds the value
          เซลล์ A2:A3 ผสานกัน มีเพียงเซลล์แรกที่มีค่า
          > unmerge them and write the value in each, or say in the description of the table that it holds for all: dialect: {fillDown: ['ชื่อ']}
          > ยกเลิกการผสานแล้วใส่ค่าในทุกเซลล์ หรือเขียนในคำอธิบายตารางว่าค่านั้นเป็นของทุกแถว: dialect: {fillDown: ['ชื่อ']}
        unknown-column: 'fillDown' names the column 'จังหวัต', and the file has none of that name
          'fillDown' ระบุคอลัมน์ 'จังหวัต' แต่ในไฟล์ไม่มีคอลัมน์ชื่อนี้
          > did you mean 'จังหวัด'?
          > หมายถึง 'จังหวัด' หรือไม่
        formula-without-value: the formula has no stored value
          สูตรนี้ไม่มีค่าที่บันทึกไว้
          > open the workbook in a spreadsheet program and save it again
          > เปิดสมุดงานในโปรแกรมตารางคำนวณแล้วบันทึกใหม่
        formula-error: the formula came to #REF!
          สูตรนี้ให้ผลเป็น #REF!
          > put the formula right in the spreadsheet, or leave the cell empty, and save again
          > แก้สูตรในโปรแกรมตารางคำนวณ หรือเว้นช่องว่างไว้ แล้วบันทึกใหม่
        lost-text: the text of this cell is not in the workbook: the file is damaged
          ไม่มีข้อความของเซลล์นี้ในสมุดงาน ไฟล์เสียหาย
          > open the workbook in a spreadsheet program, type the cell again and save it
          > เปิดสมุดงานในโปรแกรมตารางคำนวณ พิมพ์เซลล์นี้ใหม่ แล้วบันทึก
        no-day: the cell is formatted as a date, but 0 is no day
          เซลล์นี้จัดรูปแบบเป็นวันที่ แต่ 0 ไม่ใช่วันใด
          > type the date again or leave the cell empty; for a number format the cell as a number
          > พิมพ์วันที่ใหม่หรือเว้นช่องว่างไว้ ถ้าเป็นจำนวน ให้จัดรูปแบบเซลล์เป็นตัวเลข
        """#)
  }

  @Test func descriptorMistakes() {
    #expect(
      text(Self.descriptors) == #"""
        empty-file: the file is empty
          ไฟล์ว่างเปล่า
          > delete it, or let 'saan data infer' write a draft
          > ลบไฟล์นี้ หรือให้ 'saan data infer' เขียนร่างให้
        wrong-shape: 'name' must be a text
          'name' ต้องเป็นข้อความ
          > write a text behind the ':'
          > เขียนข้อความหลัง ':'
        missing-key: field needs 'path'
          คอลัมน์ต้องมี 'path'
          > write a line 'path: …'
          > เขียนบรรทัด 'path: …'
        unknown-key: field has no key 'nam'
          คอลัมน์ไม่มีคีย์ 'nam'
          > did you mean 'name'?
          > หมายถึง 'name' หรือไม่
        duplicate-name: field 'id' is there twice
          คอลัมน์ 'id' ซ้ำกัน
          > rename one of the two
          > เปลี่ยนชื่ออันใดอันหนึ่ง
        unknown-type: there is no field type 'bigint'
          ไม่มีชนิดคอลัมน์ 'bigint'
          > there are string, integer, number, boolean, date, year, yearmonth, period, any
          > ชนิดที่มีคือ string, integer, number, boolean, date, year, yearmonth, period, any
        unknown-field: the schema has no field 'x'
          schema ไม่มีคอลัมน์ 'x'
        unknown-resource: the package has no resource 'x'
          ชุดข้อมูลไม่มีตาราง 'x'
        unequal-keys: the foreign key has 1 fields, its reference has 2
          คีย์อ้างอิงมี 1 คอลัมน์ แต่ปลายทางมี 2 คอลัมน์
          > name as many fields here as in 'reference'
          > ระบุจำนวนคอลัมน์ให้เท่ากับใน 'reference'
        unequal-types: the foreign key's field 'area' has the type integer, 'code' string
          คอลัมน์ 'area' ของคีย์อ้างอิงเป็นชนิด integer แต่ 'code' เป็นชนิด string
          > give both columns the same type
          > กำหนดชนิดของสองคอลัมน์ให้ตรงกัน
        bad-pattern: '[' is not a regular expression
          '[' ไม่ใช่นิพจน์ปรกติ (regular expression)
          > close every bracket that it opens; [A-Z]{2}-[0-9]{4} means two letters, - and four digits
          > ปิดวงเล็บทุกตัวที่เปิด เช่น [A-Z]{2}-[0-9]{4} หมายถึงตัวอักษรสองตัว - และตัวเลขสี่ตัว
        wrong-encoding: files in 'cp874' are not read, only UTF-8, UTF-16 and Windows Thai (CP874)
          ไม่อ่านไฟล์แบบ 'cp874' อ่านเฉพาะ UTF-8, UTF-16 และรหัสไทยของ Windows (CP874)
          > save the file as UTF-8
          > บันทึกไฟล์เป็น UTF-8
        """#)
  }
}
