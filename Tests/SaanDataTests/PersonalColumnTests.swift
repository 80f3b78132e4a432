import SaanText
import Testing

@testable import SaanData

/// What columns as a whole give away about people: by their headings, and by phone numbers whose
/// leading zero a spreadsheet dropped.
@Suite struct PersonalColumnTests {
  @Test(arguments: [
    ("เบอร์", PersonalHeading.phone), ("เบอร์โทรประธาน", .phone), ("หมายเลขโทรศัพท์", .phone),
    ("โทร.", .phone), ("มือถือ", .phone), ("เบอร์โทร / ประธาน", .phone), ("phone", .phone),
    ("Tel.", .phone), ("contact_phone", .phone), ("Mobile No", .phone),
    ("เบอร์โทรผู้จัดการเงินกองทุน", .phone),
    ("เลขบัตรประชาชน", .citizenID), ("เลขประจำตัวประชาชน 13 หลัก", .citizenID), ("id_card", .citizenID),
    ("National ID", .citizenID), ("อีเมล์", .email), ("E-mail", .email), ("ที่อยู่", .address),
    ("บ้านเลขที่", .address), ("home address", .address), ("วันเกิด", .birthDate),
    ("วัน/เดือน/ปีเกิด", .birthDate), ("date_of_birth", .birthDate), ("DOB", .birthDate),
    ("ไอดีไลน์", .lineID), ("Line ID", .lineID), ("line_id", .lineID),
    ("ชื่อ-สกุล", .personName), ("ชื่อ – นามสกุล", .personName), ("ชื่อผู้ประสานงาน", .personName),
    ("ชื่อประธาน", .personName), ("ผู้พิการ (ชื่อ)", .personName), ("Surname", .personName),
    ("บัญชีธนาคาร", .bankAccount), ("เลขที่บัญชี", .bankAccount), ("Bank account no.", .bankAccount),
    ("ทะเบียนรถ", .vehicle), ("License plate", .vehicle), ("โรคประจำตัว", .health),
    ("ศาสนา", .religion), ("รายได้/เดือน", .income), ("เฟซบุ๊ก", .socialMedia),
  ])
  func headingsSayIt(_ heading: String, _ kind: PersonalHeading) {
    #expect(PersonalHeading(heading) == kind)
  }

  @Test(arguments: [
    "จำนวนโทรศัพท์", "ค่าโทรศัพท์", "โทรทัศน์", "เบอร์ผู้สมัคร", "โทรศัพท์สำนักงาน", "office phone",
    "ที่อยู่อาศัย", "ที่อยู่เว็บไซต์", "web_address", "วันเกิดเหตุ", "ออนไลน์", "pipeline", "online_id",
    "deadline",
    "ชื่อตัวชี้วัด", "ชื่อกองทุน", "จำนวนผู้ป่วย", "จำนวนทะเบียนรถ", "บัญชีรายชื่อ", "ประธาน",
    "รหัส", "พื้นที่", "สมาชิก", "id", "area", "hotel", "members", "รวมเงินกองทุน", "telling",
  ])
  func otherHeadingsDoNot(_ heading: String) { #expect(PersonalHeading(heading) == nil) }

  private func report(
    _ heading: String, _ values: [String], _ type: FieldType,
    _ change: (inout Field) -> Void = { _ in }
  ) -> String {
    let schema = TableSchema(fields: [Field("id"), Field(heading, type, change)])
    let rows = values.enumerated().map { "f\($0.offset),\"\($0.element)\"\n" }
    return read("id,\(heading)\n" + rows.joined(), schema).report
  }

  @Test(arguments: [FieldType.string, .integer, .number])
  func numbersWithoutTheirZeroArePhoneNumbers(_ type: FieldType) {
    #expect(
      report("เบอร์", ["812345678", "44123456", "898765432"], type) == """
        error[private-data]: a mobile phone number (081-xxx-5678) stands in a column that is published
          --> funds.csv › row 2 › เบอร์
           = hint: remove it, or mark the field 'private: true' in the descriptor; if it is an organisation's own, list it in site.yaml: privacy: {allow: [...]}

        error[private-data]: a mobile phone number (089-xxx-5432) stands in a column that is published
          --> funds.csv › row 4 › เบอร์
           = hint: remove it, or mark the field 'private: true' in the descriptor; if it is an organisation's own, list it in site.yaml: privacy: {allow: [...]}

        """)
    #expect(report("เบอร์", ["812345678"], type) { $0.isPrivate = true } == "")
  }

  @Test(arguments: [
    "81-234-5678", "๘๑๒๓๔๕๖๗๘", "66812345678", "812345678.0", "81 234 5678", "ประธาน 812345678",
    "44123456, 612345678",
  ])
  func theyAreFoundAsTheyAreTyped(_ value: String) {
    #expect(report("โทรศัพท์", [value], .string).hasPrefix("error[private-data]"), "\(value)")
  }

  @Test func aColumnOfThemNeedsNoHeading() {
    let numbers = ["812345678", "898765432", "612345679", "923456781"]
    for type in [FieldType.string, .integer] {
      #expect(report("ผู้ประสาน", numbers, type).contains("081-xxx-5678"))
      #expect(report("รหัสกองทุน", numbers, type) == "")
      #expect(report("จำนวนเงิน", numbers, type) == "")
      #expect(report("gpp", numbers + ["1234", "712345678"], type) == "")
    }
    #expect(report("gpp", numbers, .integer) { $0.unit = Localized("บาท") } == "")
    #expect(report("gpp", ["812345678.50", "898765432.25", "612345678.75"], .number) == "")
    #expect(report("gpp", ["812,345,678", "898,765,432", "612,345,678"], .string) == "")
    #expect(report("gpp", Array(numbers.prefix(2)), .integer) == "")
  }

  @Test func aPublishedColumnWithSuchAHeadingIsTold() {
    #expect(
      report("ที่อยู่", ["12 หมู่ 3", "9"], .string) == """
        warning[personal-column]: column 'ที่อยู่' is published, and its heading says that it holds addresses of homes
          --> funds.csv › row 2 › ที่อยู่
           = hint: mark the field 'private: true' in the descriptor, or 'private: false' if nobody's own data is in it

        """)
    #expect(report("ที่อยู่", ["12 หมู่ 3"], .string) { $0.isPublic = true } == "")
    #expect(report("ที่อยู่", [""], .string) == "")
    #expect(report("a", ["x"], .string) { $0.aliases = ["วันเกิด"] }.contains("personal-column"))
    #expect(report("มีโทรศัพท์", ["ใช่"], .boolean) == "")
    #expect(
      report("โทรศัพท์", ["12"], .integer) { $0.unit = Localized("เครื่อง") } == "")
    // Once is enough.
    #expect(!report("เบอร์", ["0812345678"], .string).contains("personal-column"))
  }

  @Test func aDescriptorSaysThatAColumnIsPublished() throws {
    let source = SourceFile(
      path: "d.yaml",
      text:
        "resources: [{name: a, path: a.csv, schema: {fields: [{name: x, private: false}, {name: y}]}}]"
    )
    let fields = try #require(PackageDescriptor.parse(source).value.resources.first?.schema?.fields)
    #expect(fields.map(\.isPublic) == [true, false])
  }

  @Test func aDraftMakesThemPrivate() throws {
    let text = "ชื่อ,เบอร์,ที่อยู่,วันเกิด,ไลน์\nก,812345678,12,2500,x\nข,44123456,9/1,2501,y\n"
    let draft = inferSchema(DataFile(path: "t.csv", bytes: Array(text.utf8)))
    let yaml = try #require(draft.value)
    #expect(yaml.split(separator: "private: true").count == 5)
    #expect(yaml.contains("{name: phone, type: string, aliases: [เบอร์]"))
    #expect(draft.diagnostics.all.map(\.code) == Array(repeating: "column-made-private", count: 4))
    #expect(
      DiagnosticPrinter().text(draft.diagnostics).contains(
        "column 'เบอร์' is marked private: its heading says that it holds phone numbers"))
    let reading = inferSchema(DataFile(path: "t.csv", bytes: Array(text.utf8)), keepsHeadings: true)
    #expect(reading.diagnostics.all.map(\.code) == Array(repeating: "column-left-out", count: 4))
  }

  @Test func aDraftMakesColumnsOfTheirValuesPrivate() throws {
    let text = "ชื่อ,ผู้ประสาน\nก,812345678\nข,898765432\nค,612345671\n"
    let draft = inferSchema(DataFile(path: "t.csv", bytes: Array(text.utf8)))
    #expect(try #require(draft.value).contains("private: true"))
    #expect(DiagnosticPrinter().text(draft.diagnostics).contains("081-xxx-5678"))
  }

  private func drafted(_ text: String, isImported: Bool = false) -> (yaml: String, told: String) {
    let outcome = draftTable(
      DataFile(path: "t.csv", bytes: Array(text.utf8)), isImported: isImported)
    return (
      outcome.value?.document ?? "", DiagnosticPrinter().text(outcome.diagnostics)
    )
  }

  @Test(arguments: [
    ("ประธาน", "นางสมศรี มีสุข", "a person's name or the like (นาง…)"),
    ("ผู้รับผิดชอบ", "น.ส.สมหญิง ใจดี", "a person's name"),
    ("ธนาคาร", "123-4-56789-0", "the number of a bank account or the like (123-x-xxxxx-0)"),
    ("รถ", "1กข 1234 สุรินทร์", "the plate of a vehicle"),
  ])
  func aDraftFindsPersonsByTheirValues(_ heading: String, _ value: String, _ what: String) {
    let (yaml, told) = drafted("กลุ่ม,\(heading)\nก,\(value)\nข,\(value)\nค,-\n")
    #expect(
      yaml.contains("aliases: [\(heading)], title: {th: \(heading)}, private: true"), "\(yaml)")
    #expect(
      told.hasPrefix("warning[column-made-private]: column '\(heading)' is marked private: 2 ")
        && told.contains(what) && told.contains("t.csv › row 2 › \(heading)"), "\(told)")
    #expect(!told.contains("สมศรี") && !told.contains("56789"))
  }

  @Test func singlePersonsInAColumnOfOthersAreTold() {
    let (yaml, told) = drafted("กลุ่ม,ที่ตั้ง\nก,ศาลากลาง\nข,99/1 หมู่ 3 ต.นาดี\nค,วัด\n")
    #expect(!yaml.contains("private"), "\(yaml)")
    #expect(
      told.hasPrefix(
        "warning[personal-values]: column 'ที่ตั้ง' is published, and 1 of its values looks like the address of a house\n  --> t.csv › row 3 › ที่ตั้ง"
      ), "\(told)")
    for office in ["นายกเทศมนตรีตำบลนาดี ดูแล", "นายอำเภอ เมือง", "นางรอง บุรีรัมย์", "12 มกราคม"] {
      #expect(drafted("กลุ่ม,ดูแล\nก,\(office)\nข,x\n").told.isEmpty, "\(office)")
    }
  }

  @Test func aListOfPersonsWithholdsWhatIsElsewhereOnlyAWord() {
    let (yaml, _) = drafted(
      "ชื่อ-สกุล,ศาสนา,โรคประจำตัว,รายได้/เดือน,ที่ตั้ง,เพศ\nนางก ข,พุทธ,เบาหวาน,9000,5/1 หมู่ 2,หญิง\n")
    #expect(yaml.split(separator: "private: true").count == 6, "\(yaml)")
    let list = drafted("ชื่อ-สกุล,เพศ\nนางก ข,หญิง\n", isImported: true).told
    #expect(
      list.contains(
        "warning[list-of-persons]: this looks like a list of persons, and each row goes on telling of one: 'เพศ'"
      ), "\(list)")
    let (counts, told) = drafted("ศาสนา,จำนวน\nพุทธ,10\nอิสลาม,5\n")
    #expect(!counts.contains("private") && told.isEmpty, "\(counts)")
  }

  @Test func fewPersonalValuesAreMistakesInATableThatIsImported() {
    let text = "ชื่อกลุ่ม,n\nก,1\nกลุ่ม 081-234-5678,2\nค,3\n"
    #expect(drafted(text).yaml.contains("private: true"))
    #expect(!drafted(text, isImported: true).yaml.contains("private: true"))
  }

  @Test func aPhoneNumberAmongCountsIsNone() {
    let told = report("สมาชิก", ["85", "812345678", "120"], .integer)
    #expect(
      told.hasPrefix("error[private-data]: a mobile phone number (081-xxx-5678)")
        && told.contains("row 3 › สมาชิก"), "\(told)")
    #expect(report("จำนวนเงิน", ["85", "812345678"], .integer) == "")
    #expect(report("สมาชิก", ["85", "81234567"], .integer) == "")
  }
}
