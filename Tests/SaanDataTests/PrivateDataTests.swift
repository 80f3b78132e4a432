import SaanText
import Testing

@testable import SaanData

@Suite struct PrivateDataTests {
  private func find(_ text: String) -> PrivateData.Kind? {
    var text = text
    return text.withUTF8 { PrivateData.find(in: $0) }
  }

  @Test(arguments: [
    "1101700203450", "1-1017-00203-45-0", "๑๑๐๑๗๐๐๒๐๓๔๕๐", "นายสม 1101700203450 ประธาน",
    "บัตร ๑-๑๐๑๗-๐๐๒๐๓-๔๕-๐",
  ])
  func citizenNumbersAreFound(_ text: String) { #expect(find(text) == .citizenID) }

  @Test(arguments: [
    "0812345678", "081-234-5678", "โทร. 08 1234 5678", "+66 81 234 5678", "๐๘๑-๒๓๔-๕๖๗๘",
    "02-123-4567", "ประธาน 0612345678.", "+6621234567", "0812345678, 0898765432",
  ])
  func phoneNumbersAreFound(_ text: String) { #expect(find(text) == .phone) }

  @Test(arguments: ["somchai@gmail.com", "อีเมล a.b+c@mail.example.co.th", "x@y.org; info@z.org"])
  func personalAddressesAreFound(_ text: String) { #expect(find(text) == .email) }

  @Test(arguments: [
    "", "info@codi.or.th", "1101700203452", "1234567890123", "f-0812345678", "20412350000.00",
    "https://example.org/p/1101700203450", "2011-10-03", "กองทุนสวัสดิการชุมชนตำบลหนองบัว 12",
    "0812345", "08123456789", "@", "ราคา 5,915,000,000,000 บาท", "ปี ๒๕๕๔ ถึง ๒๕๖๕", "021234567",
    "2554 2555 2556 2557", "0.0812345678",
  ])
  func otherTextIsLeftAlone(_ text: String) { #expect(find(text) == nil) }

  @Test func everyLengthBeforeANumberComesOutTheSame() {
    for length in 0..<24 {
      let lead = String(repeating: "ก ", count: length)
      #expect(find(lead + "๐๘๑๒๓๔๕๖๗๘") == .phone)
      #expect(find(String(repeating: "x", count: length) + " a@b.co") == .email)
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
        error[private-data]: a citizen's 13-digit number stands in a column that is published
          --> funds.csv › row 2 › id
           = hint: remove it, or mark the field 'private: true' in the descriptor

        error[private-data]: a phone number stands in a column that is published
          --> funds.csv › row 2 › note
           = hint: remove it, or mark the field 'private: true' in the descriptor

        error[private-data]: a phone number stands in a column that is published
          --> funds.csv › row 2 › tel
           = hint: remove it, or mark the field 'private: true' in the descriptor

        """)
  }
}
