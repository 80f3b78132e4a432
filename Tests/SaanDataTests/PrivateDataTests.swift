import SaanText
import Testing

@testable import SaanData

@Suite struct PrivateDataTests {
  private func find(_ text: String) -> PrivateData.Kind? {
    PrivateData.findings(in: text).first?.kind
  }

  @Test(arguments: [
    "1101700203450", "1-1017-00203-45-0", "๑๑๐๑๗๐๐๒๐๓๔๕๐", "นายสม 1101700203450 ประธาน",
    "บัตร ๑-๑๐๑๗-๐๐๒๐๓-๔๕-๐", "1 1017 00203 45 0", "1\u{A0}1017\u{A0}00203\u{A0}45\u{A0}0",
    "1.1017.00203.45.0", "1–1017–00203–45–0", "1 - 1017 - 00203 - 45 - 0",
    "1 1 0 1 7 0 0 2 0 3 4 5 0",
    "**1101700203450**", "1\u{200B}1017\u{200B}00203450", "เลข1101700203450ของ", "1-10170020345-0",
    "１１０１７００２０３４５０", "| ก | 1101700203450 |", "ปี 2565 1101700203450 12",
    "1/1017/00203/45/0", "ID1101700203450", "เลขที่ID1101700203450", "CID1101700203450",
    "1-1017-00203-\n45-0", "> 1-1017-\r\n00203-45-0", "๑-๑๐๑๗-\n๐๐๒๐๓-๔๕-๐", "1–1017–\n00203–45–0",
    #"{"id": "\u0031101700203450"}"#, "https://x.org/?id=1101700203450", "1-<b>1017</b>-00203-45-0",
    "https://x.org/a?b=c&cid=1101700203450",
  ])
  func citizenNumbersAreFound(_ text: String) { #expect(find(text) == .citizenID) }

  /// A digit is wrong, so that the last one does not check; the others give the person away.
  @Test(arguments: [
    "1-1037-02071-81-2", "๑-๑๐๓๗-๐๒๐๗๑-๘๑-๒", "นายสม 1–1037–02071–81–2 ประธาน",
    "1 - 1037 - 02071 - 81 - 2",
    "เลขบัตรประชาชน 1103702071812", "เลขประจำตัวประชาชน: 1 1037 02071 81 2",
    "บัตรประชาชนเลขที่ 1103702071812",
    "ID card no. 1103702071812", "Citizen ID 1-10370207181-2", "1103702071812 (เลขบัตรประชาชน)",
    "บัตรประจำตัวประชาชน ๑๑๐๓๗๐๒๐๗๑๘๑๒", "| เลขบัตรประชาชน | 1103702071812 |",
    "1 1037 02071 81 2", "๑ ๑๐๓๗ ๐๒๐๗๑ ๘๑ ๒", "รหัส 1 1037 02071 81 2", "เลขบัตร 1103702071812",
    "เลข 13 หลัก 1103702071812", "บัตร ปชช. 1103702071812",
    "| ชื่อ | เลขบัตรประชาชน |\n|---|---|\n| ก | 1103702071813 |\n| ข | - |",
    "no,citizen id\n1,x\n2,1103702071812\n", "no\tเลขบัตร\n1\t1103702071812",
  ])
  func mistypedCitizenNumbersAreFound(_ text: String) { #expect(find(text) == .citizenID) }

  @Test(arguments: [
    "0812345678", "081-234-5678", "โทร. 08 1234 5678", "+66 81 234 5678", "๐๘๑-๒๓๔-๕๖๗๘",
    "ประธาน 0612345678.", "0812345678, 0898765432", "(081) 234-5678", "081.234.5678",
    "081–234–5678", "โทร.0812345678", "โทร0812345678", "tel:0812345678", "+66(0)812345678",
    "(+66) 81-234-5678", "0066812345678", "66 81 234 5678", "081 - 234 - 5678", "081-**234**-5678",
    "081\\-234\\-5678", "081&#45;234&#45;5678", "https://wa.me/66812345678", "tel:+66812345678",
    "https://line.me/ti/p/~0812345678", "081-234-5678-9", "0 8 1 2 3 4 5 6 7 8", "๐๘๑ ๒๓๔ ๕๖๗๘",
    "0812345678 0898765432", "081\u{202F}234\u{202F}5678", "_0812345678_",
    "66812345678", "ติดต่อ 081 234 5678 คนดูแล", "081/234/5678", "081-\n234-5678", "081-234-\n  5678",
    "081-<b>234</b>-5678", "081-<span class=\"x\">234-5678</span>",
    "<a href=\"tel:0812345678\">โทร</a>", "https://x.org/?tel=0812345678",
    "0812345678 คนึงนิจ", "0812345678/0898765432", #"\u0030812345678"#, "โทร 0812345678 คน",
  ])
  func mobileNumbersAreFound(_ text: String) { #expect(find(text) == .mobile) }

  @Test(arguments: [
    "02-123-4567", "+6621234567", "053-123456", "โทร 021234567", "(02) 123 4567", "0-2123-4567",
    "โทรสาร ๐๒-๑๒๓-๔๕๖๗", "02-123-4567-8", "044 123 456",
  ])
  func landlinesAreFound(_ text: String) { #expect(find(text) == .landline) }

  @Test(arguments: [
    "somchai@gmail.com", "อีเมล a.b+c@mail.example.co.th", "x@y.org; info@z.org",
    "[เขียน](mailto:some_one@network.example)", "some\\_one@network.example", "a%40b.org",
    "somchai&#64;gmail.com", "info@gmail.com", "สมชาย@gmail.com", "อีเมลsomchai@gmail.com",
    "https://x.org/?mail=a@b.org", "SOMCHAI@GMAIL.COM", "a＠b.org",
    "somsri (at) gmail.com", "somsri[at]gmail.com", "somsri [AT] gmail [dot] com",
    "somsri{at}gmail(dot)com", "somsri( at )gmail.com",
  ])
  func personalAddressesAreFound(_ text: String) { #expect(find(text) == .personalEmail) }

  @Test func officesHaveAddressesOfTheirOwn() {
    #expect(find("ติดต่อ info@codi.or.th") == .officeEmail)
    #expect(PrivateData.findings(in: "a@b.org c@d.org").map(\.normal) == ["a@b.org", "c@d.org"])
  }

  @Test(arguments: [
    "", "1101700203452", "1234567890123", "f-0812345678", "20412350000.00",
    "https://example.org/p/1101700203450", "2011-10-03", "กองทุนสวัสดิการชุมชนตำบลหนองบัว 12",
    "0812345", "08123456789", "@", "ราคา 5,915,000,000,000 บาท", "ปี ๒๕๕๔ ถึง ๒๕๖๕", "021234567",
    "2554 2555 2556 2557", "0.0812345678", "1101700203450 บาท", "1,101,700,203,450",
    "1101700203450.50", "110170020345.0", "0105536000315", "978-616-1234-56-7",
    "06-12-2565 10.30 น.",
    "08-11-2565 09.00-12.00", "09.00-12.00 15", "ที่ มท 0808.2/12345", "พม 0001/ว123",
    "089-1-23456-7",
    "13.756331 100.501762", "https://www.facebook.com/1101700203450/posts/pfbid0812345678",
    "https://medium.com/@user.name", "photo@2x.png", "npm@1.2.3", "$1101700203450",
    "20221026103015", "ศธ 04232.1234", "https://www.google.com/maps/@13.75,100.50,15z", "a @ b.c",
    "1101700203450%", "รุ่น 1101700203450A",
    "0-9940-00160-09-7", "เลขที่ 0-1055-36000-31-5", "0 9940 00160 09 7", "10.1234/0812345678",
    "doi:10.1234/5678/0812345678", "081 234 5678 ไร่", "0812345678 ครัวเรือน", "081 234 5678 rai",
    "044 123 456 คน", "0.8.1234.5678", "1-\n2", "2565-\n081 234", "(at) home", "see (at) gmail com",
    "1103702071812", "1 1037 02071 81 2 3", "1 2565 12345 10 5", "1 1037 02071 81 2 คน",
    "3 1037 02071 81 2 ไร่", "9 1037 02071 81 2", "5 1 1037 02071 81 2",
    "https://x.org/?t=1101700203450", "https://www.facebook.com/photo?fbid=1101700203450",
    "| เลขบัตรประชาชน | รหัส |\n|---|---|\n| x | 1103702071812 |",
    "| เลขบัตรประชาชน |\n|---|\n| x |\n\n1103702071812", "<div>1</div>081<p>234</p>5678",
    "0-1055-36000-31-6", "9-1037-02071-81-2",
    "1-1037-02071-81-2-5", "ทำบัตรประชาชน 2566 2567 12345", "บัตรประชาชน 1,103,702,071,812 บาท",
    "บัตรประชาชน 1103702071812 บาท", "งบทำบัตรประชาชน 1103702071812 คน", "บัตรประชาชน 11037020718.12",
    "ทำบัตรประชาชน 12 345 678 9012 1 ครั้ง", "เลขประจำตัวผู้เสียภาษี 0994000160098",
    "บัตรประชาชนของทุกคนที่มาร่วมงานและลงชื่อไว้ ส่วนรหัสพัสดุคือ 1103702071812",
    "66812345678 บาท", "รุ่น v0.8.1234.5678", "1/1017/0020/345/0", "08/12/2565 09/12/2565",
  ])
  func otherTextIsLeftAlone(_ text: String) { #expect(find(text) == nil) }

  @Test(arguments: [
    ("https://somsri:secret@host.example/x", "somsri:…@"), ("ftp://a:b@10.0.0.1", "a:…@"),
  ])
  func passwordsInAddressesAreFound(_ text: String, _ masked: String) {
    let found = PrivateData.findings(in: "ดู " + text + " ครับ")
    #expect(found.map(\.kind) == [.password] && found.map(\.masked) == [masked])
  }

  @Test(arguments: [
    "https://somsri@host.example/x", "https://host.example/a:b@c", "http://[::1]:80/@x", "a:b@",
    "https://host.example:80/?q=a:b@",
  ])
  func whereNoPasswordStandsNoneIsFound(_ text: String) {
    #expect(!PrivateData.findings(in: text).contains { $0.kind == .password })
  }

  @Test(arguments: [
    ("somsri-0812345678", true), ("t0812345678", true), ("f-081-234-5678", true),
    ("0812345678_x", true), ("x1101700203450y", true), ("สมศรี-0812345678", true),
    ("report-08-12-2565-10", false), ("isbn-978-616-1234-56-7", false), ("c-4501", false),
    ("news/2026-10-26-a", false),
  ])
  func namesHideNoNumber(_ name: String, _ isFound: Bool) {
    #expect(PrivateData.findings(inName: name).isEmpty != isFound)
  }

  @Test func aColumnOfCitizensNumbersMayHaveAWrongDigit() {
    let cells = ["1103702071812", "1 1037 02071 81 2", "110370207181", "0994000160098", "-"]
    let text = "เลขบัตรประชาชน,x\n" + cells.map { $0 + ",1103702071812\n" }.joined()
    let report = read(text, TableSchema(fields: [Field("เลขบัตรประชาชน"), Field("x")])).report
    for row in 2...6 {
      #expect(report.contains("› row \(row) › เลขบัตรประชาชน") == (row < 4), "\(row)")
    }
    #expect(!report.contains("› x"))
    let hidden = TableSchema(fields: [Field("เลขบัตรประชาชน") { $0.isPrivate = true }, Field("x")])
    #expect(read(text, hidden).report == "")
  }

  @Test func eachIsFoundAtItsPlace() {
    let text = "โทร 081-234-5678 หรือ ๐๒-๑๒๓-๔๕๖๗ อีเมล a@b.org\nบัตร 1 1017 00203 45 0"
    let bytes = Array(text.utf8)
    let found = PrivateData.findings(in: text)
    #expect(
      found.map { String(decoding: bytes[$0.range], as: UTF8.self) }.sorted() == [
        "081-234-5678", "1 1017 00203 45 0", "a@b.org", "๐๒-๑๒๓-๔๕๖๗",
      ])
  }

  @Test func whatAnOrganisationPublishesIsAllowed() {
    let file = SourceFile(path: "site.yaml", text: "")
    let entries = ["INFO@network.example", "02 123 4567", "@council.example", "+66 81-234-5678"]
    let allowance = ContactAllowance(entries.map { Located($0, at: file.start) })
    func index(_ text: String) -> Int? {
      PrivateData.findings(in: text).first.flatMap { allowance.index(of: $0) }
    }
    #expect(index("info@network.example") == 0)
    #expect(index("(02) 123-4567") == 1)
    #expect(index("a@council.example") == 2)
    #expect(index("b@mail.council.example") == 2)
    #expect(index("๐๘๑-๒๓๔-๕๖๗๘") == 3)
    #expect(index("a@xcouncil.example") == nil)
    #expect(index("081-234-5679") == nil)
  }

  @Test func everyLengthBeforeANumberComesOutTheSame() {
    for length in 0..<24 {
      let lead = String(repeating: "ก ", count: length)
      #expect(find(lead + "๐๘๑๒๓๔๕๖๗๘") == .mobile)
      #expect(find(String(repeating: "x", count: length) + " a@b.co") == .personalEmail)
    }
  }

  @Test(arguments: [FieldType.string, .any, .integer, .number])
  func everyTypeOfColumnIsLookedAt(_ type: FieldType) {
    for value in ["1101700203450", "0812345678", "๐๘๑๒๓๔๕๖๗๘"] {
      let schema = TableSchema(fields: [Field("v", type)])
      #expect(read("v\n\(value)\n", schema).report.hasPrefix("error[private-data]"))
      let hidden = TableSchema(fields: [Field("v", type) { $0.isPrivate = true }])
      #expect(read("v\n\(value)\n", hidden).report == "")
    }
  }

  @Test func publishedColumnsMayNotHaveThem() {
    let schema = TableSchema(fields: [
      Field("id", .integer), Field("note"), Field("tel", .integer),
      Field("chair") { $0.isPrivate = true },
    ])
    let text = "id,note,tel,chair\n1101700203450,081-234-5678,0812345678,a@gmail.com\n"
    let (_, report) = read(text, schema)
    #expect(
      report == """
        error[private-data]: a citizen's 13-digit number (1-1017-xxxxx-45-0) stands in a column that is published
          --> funds.csv › row 2 › id
           = hint: remove it, or mark the field 'private: true' in the descriptor

        error[private-data]: a mobile phone number (081-xxx-5678) stands in a column that is published
          --> funds.csv › row 2 › note
           = hint: remove it, or mark the field 'private: true' in the descriptor; if it is an organisation's own, list it in site.yaml: privacy: {allow: [...]}

        error[private-data]: a mobile phone number (081-xxx-5678) stands in a column that is published
          --> funds.csv › row 2 › tel
           = hint: remove it, or mark the field 'private: true' in the descriptor; if it is an organisation's own, list it in site.yaml: privacy: {allow: [...]}

        """)
  }

  @Test(arguments: [
    ("capital_baht", ""), ("จำนวนเงิน", ""), ("v", "บาท"), ("value", ""), ("งบประมาณ 2565", ""),
  ])
  func amountsAreNoNumbersOfCitizens(_ name: String, _ unit: String) {
    for type in [FieldType.integer, .number] {
      let schema = TableSchema(fields: [
        Field(name, type) { if !unit.isEmpty { $0.unit = Localized(unit) } }
      ])
      #expect(read("\(name)\n1101700203450\n", schema).report == "")
      #expect(read("\(name)\n0812345678\n", schema).report.contains("private-data"))
    }
  }

  @Test func amountsOfAnUndescribedTableAreKept() throws {
    let rows = (0..<40).map { "\($0),\(1_101_700_203_450 + $0 * 77),\($0 % 3 * 1000 + 5)" }
    let text = "n,GPP,x\n" + rows.joined(separator: "\n") + "\n"
    let draft = inferSchema(DataFile(path: "t.csv", bytes: Array(text.utf8)))
    #expect(try #require(draft.value).contains("private") == false)
    #expect(draft.diagnostics.isEmpty)
  }

  @Test func whatADraftHidesIsTold() throws {
    let text = "ชื่อ,เลขบัตร,หมายเหตุ\nก,1101700203450,โทร 081-234-5678\nข,1101700203450,-\n"
    let file = DataFile(path: "t.csv", bytes: Array(text.utf8))
    let draft = inferSchema(file)
    #expect(draft.diagnostics.all.map(\.code) == ["column-made-private", "column-made-private"])
    #expect(try #require(draft.value).split(separator: "private: true").count == 3)
    let reading = inferSchema(file, keepsHeadings: true).diagnostics
    #expect(
      DiagnosticPrinter().text(reading).hasPrefix(
        """
        warning[column-left-out]: column 'เลขบัตร' is left out: 2 of its values have a citizen's 13-digit number or the like (1-1017-xxxxx-45-0)
          --> t.csv › row 2 › เลขบัตร
        """))
  }

  @Test(arguments: [
    "rsync -av public/ you@example.org:/var/www/site/", "scp a.csv som@host.example.org:~/data",
  ])
  func aPlaceOnAnotherMachineIsNoAddress(_ text: String) { #expect(find(text) == nil) }
}
