import SaanText
import Testing

@testable import SaanData

/// Columns of which nearly all cells are numbers or dates, and some are not.
@Suite struct MixedColumnTests {
  private func drafted(
    _ text: String, texts: [String] = [], path: String = "t.csv"
  ) -> (yaml: String, told: String) {
    let outcome = inferSchema(DataFile(path: path, bytes: Array(text.utf8)), texts: texts)
    return (outcome.value ?? "", DiagnosticPrinter().text(outcome.diagnostics))
  }

  private static let typo =
    "ชื่อ,ระดับน้ำ\n" + (1...38).map { "ก\($0),\($0 * 10)\n" }.joined() + "ข,2O0\n"

  @Test func oneBadCellMakesNoTextOfNumbers() throws {
    let (yaml, told) = drafted(Self.typo)
    #expect(yaml.contains("type: integer, aliases: [ระดับน้ำ]"), "\(yaml)")
    #expect(
      told == """
        warning[mixed-column]: 38 of 39 values of 'ระดับน้ำ' are whole numbers, so all are to be: this is the first one that is not
          --> t.csv › row 40 › ระดับน้ำ
           = hint: correct the cells that are told; if the column is text: --text ระดับน้ำ

        """, "\(told)")
    let file = DataFile(path: "t.csv", bytes: Array(Self.typo.utf8))
    var resource = Resource(name: "t", path: "t.csv")
    resource.schema =
      PackageDescriptor.parse(SourceFile(path: "d.yaml", text: yaml)).value
      .resources.first?.schema
    let read = DiagnosticPrinter().text(readTable(file, as: resource).diagnostics)
    #expect(
      read.contains("number '2O0': 'O' does not belong in a number")
        && read.contains("row 40 › ระดับน้ำ")
        && read.contains("write 200 if the letter 'O' is to be the digit 0"), "\(read)")
  }

  @Test func whoSaysThatItIsTextIsHeard() {
    let (yaml, told) = drafted(Self.typo, texts: ["ระดับน้ำ"])
    #expect(yaml.contains("type: string, aliases: [ระดับน้ำ]") && told.isEmpty, "\(told)")
    #expect(drafted(Self.typo, texts: ["ระดับ"]).told.contains("error[text-of-nothing]"))
  }

  @Test func datesAndYearsAreNoTextForOneOfThem() {
    let days = (1...9).map { "ก\($0),\($0) ต.ค. 2554\n" }.joined() + "ข,31 ก.พ. 2554\n"
    let (dates, told) = drafted("ชื่อ,เปิด\n" + days)
    #expect(dates.contains("type: date, aliases: [เปิด]"), "\(dates)")
    #expect(told.contains("9 of 10 values of 'เปิด' are days"))
    let years = drafted("ชื่อ,ปี\nก,2561\nข,2562\nค,2563\nง,2564\nจ,256S\n")
    #expect(
      years.yaml.contains("{name: year, type: year, aliases: [ปี]")
        && years.yaml.contains("calendar: buddhist"), "\(years.yaml)")
  }

  @Test func whatStaysTextIsToldWhereItLooksOtherwise() {
    let told = drafted("ชื่อ,ค่า\nก,10\nข,20\nค,ประมาณ 300\nง,5 ครัวเรือน\n").told
    #expect(
      told.hasPrefix(
        "warning[text-column]: 'ค่า' is read as text: 2 of 4 values are whole numbers, and this is the first one that is not\n  --> t.csv › row 4 › ค่า\n"
      ), "\(told)")
    // The heading says that numbers are meant.
    let counts = drafted("ชื่อ,สมาชิก\nก,\"๑,๒๐๐\"\nข,\"1.234,5\"\nค,ประมาณ 300\nง,5 ครัวเรือน\n").told
    #expect(counts.contains("1 of 4 values are whole numbers"), "\(counts)")
    let half = drafted("ชื่อ,จำนวนบ้าน\nก,10\nข,20\nค,ราว 30\nง,x\n").yaml
    #expect(half.contains("type: integer, aliases: [จำนวนบ้าน]"), "\(half)")
    for text in [
      "ชื่อ,กลุ่ม\nก,บน\nข,ล่าง\nค,5\n", "ชื่อ,หมายเหตุ\nก,1\nข,2\nค,ไม่มา\n",
      "รหัส,ห้อง\n1,101\n2,102\n",
    ] { #expect(drafted(text).told.isEmpty, "\(text)") }
  }

  @Test func aColumnThatHappensToBeFullNeedNotBeSo() {
    let yaml = drafted("ชื่อ,จังหวัด,เปิดเมื่อ\nก,น่าน,2555\nข,ตรัง,2556\n").yaml
    #expect(yaml.contains("aliases: [ชื่อ], title: {th: ชื่อ}, constraints: {required: true}"))
    #expect(
      !yaml.contains("aliases: [เปิดเมื่อ], title: {th: เปิดเมื่อ}, calendar: buddhist, constraints"))
    #expect(yaml.split(separator: "required: true").count == 2, "\(yaml)")
  }

  @Test(arguments: [
    ("12O", "120", "O", "0"), ("1O", "10", "O", "0"), ("l2", "12", "l", "1"),
    ("1,2o0", "1200", "o", "0"), ("I5.5", "15.5", "I", "1"),
  ])
  func lettersForDigits(_ text: String, _ number: String, _ letter: String, _ digit: String) {
    let told = Diagnostic.badNumber(text, .unreadable("O"))
    #expect(
      told.hint
        == Wording(
          en: "write \(number) if the letter '\(letter)' is to be the digit \(digit)",
          th: "ถ้าตัวอักษร '\(letter)' หมายถึงเลข \(digit) ให้เขียน \(number)"))
  }

  @Test func aShareOfOneAmongPercentagesIsTold() {
    let told = drafted("ชื่อ,ร้อยละ\nก,45%\nข,0.5\nค,50\n").told
    #expect(told.hasPrefix("warning[mixed-shares]") && told.contains("row 3 › ร้อยละ"), "\(told)")
    #expect(drafted("ชื่อ,ร้อยละ\nก,45%\nข,50\n").told.isEmpty)
    #expect(drafted("ชื่อ,ร้อยละ\nก,0.5\nข,50\n").told.isEmpty)
  }

  @Test func unitsAreNoDigits() {
    for text in ["12 องค์กร", "5 l", "O", "12x"] {
      #expect(Diagnostic.badNumber(text, .empty).hint?.en.contains("the digit") == false)
    }
  }
}
