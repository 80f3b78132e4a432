import SaanText
import Testing

@testable import SaanData

/// What cells say about persons, in the ways in which people write it.
@Suite struct AboutPersonTests {
  private func kind(_ text: String, isOfRole: Bool = false) -> PrivateData.Kind? {
    var text = text
    return text.withUTF8 { PrivateData.aboutPerson(in: $0, isOfRole: isOfRole)?.kind }
  }

  @Test(arguments: [
    "นายสมชาย ใจดี", "นส.สมศรี ดีงาม", "น.ส. สมศรี ดีงาม", "ด.ต.สมชาย ใจดี", "ดร.สมปอง มีสุข",
    "คุณสมชาย ใจดี", "กำนันสมชาย ใจดี", "ผู้ใหญ่บ้าน นายสมชาย ใจดี", "ผู้ใหญ่สมชาย ใจดี",
    "ว่าที่ ร.ต.สมชาย ใจดี", "สภา ก (นายสมชาย ใจดี ประธาน)", "ประธาน: นางสมศรี มีสุข", "Mr. Somchai Jaidee",
  ])
  func namesAreFound(_ text: String) { #expect(kind(text) == .personName) }

  @Test(arguments: [
    ("ธ.กรุงไทย 1234567890", PrivateData.Kind.bankAccount), ("ออมสิน 020123456789", .bankAccount),
    ("เลขบัญชี 123-4-56789-0 ธ.ก.ส.", .bankAccount), ("123-4-56789-0", .bankAccount),
    ("Line: som0", .lineID), ("Line: @somchai", .lineID), ("ไลน์ somchai99", .lineID),
    ("ติดต่อ Line ID somchai.j", .lineID), ("99/0 หมู่ 3 ต.ในเวียง", .houseAddress),
    ("12 ม.3 ต.นาดี", .houseAddress), ("5 ต.ในเวียง", .houseAddress),
  ])
  func otherThingsAreFound(_ text: String, _ kind: PrivateData.Kind) {
    #expect(self.kind(text) == kind)
  }

  @Test(arguments: [
    "3 ต.ค. 2554", "4 ต.ค. 55", "5 ม.ค. 2555", "3 หมู่บ้าน", "12 ตำบล", "คุณภาพชีวิต ดีขึ้น", "คุณธรรม นำไทย",
    "นายกเทศมนตรี ตำบลนาดี", "กำนัน ผู้ใหญ่บ้าน อสม.", "กำนันตำบลปัว อำเภอปัว", "ดร.", "นางรอง บุรีรัมย์",
    "Line 4 of the sheet", "online: yes", "ออนไลน์ 2565", "สภา ก (เดิม)", "กรุงไทย 250 ล้าน",
    "320104-w7x9g",
    "กองทุนสวัสดิการชุมชนตำบลนาดี", "2554-10-03",
  ])
  func otherTextsAreNone(_ text: String) { #expect(kind(text) == nil) }

  @Test func belowARoleTwoWordsAreAName() {
    #expect(kind("สมชาย ใจดี", isOfRole: true) == .personName && kind("สมชาย ใจดี") == nil)
    for office in ["สำนักงาน พมจ.", "กลุ่ม ออมทรัพย์", "เทศบาลตำบล ปัว", "ยังไม่มี ประธาน"] {
      #expect(kind(office, isOfRole: true) == nil, "\(office)")
    }
    #expect(PersonalHeading.isOfRole("ผู้ประสาน") && PersonalHeading.isOfRole("ประธานกลุ่ม"))
    #expect(!PersonalHeading.isOfRole("จำนวนกรรมการ") && !PersonalHeading.isOfRole("ชื่อ"))
    #expect(PersonalHeading("บช") == .bankAccount && PersonalHeading("บัญชีรายชื่อ") == nil)
  }

  @Test(arguments: ["O81-234-5678", "โทร o81 234 5678"])
  func aLetterInPlaceOfAZeroHidesNothing(_ text: String) {
    #expect(PrivateData.findings(in: text).first?.kind == .mobile)
  }

  @Test func spacesInAnAddressHideNothing() {
    #expect(PrivateData.findings(in: "somchai @ gmail.com").first?.normal == "somchai@gmail.com")
    #expect(PrivateData.findings(in: "ส่งที่ somchai @gmail.com ได้").first?.kind == .personalEmail)
    for text in ["5 @ 20.com", "ราคา 20 @ ตลาด", "me @ home.example"] {
      #expect(PrivateData.findings(in: text).isEmpty, "\(text)")
    }
  }

  @Test func adviceOnTheColumnEndsTheWarning() {
    func report(_ change: (inout Field) -> Void) -> String {
      let schema = TableSchema(fields: [Field("id"), Field("leader", .string, change)])
      return read("id,leader\ng1,นายสมชาย ใจดี\ng2,-\ng3,นางสมศรี มีสุข\n", schema).report
    }
    #expect(
      report { _ in } == """
        warning[personal-values]: column 'leader' is published, and 2 of its values look like a person's name
          --> funds.csv › row 2 › leader
           = hint: take out what belongs to a person; what an office is reached by may stay: 'private: false' in the column's description ends this warning

        """)
    #expect(report { $0.isPublic = true } == "" && report { $0.isPrivate = true } == "")
  }
}
