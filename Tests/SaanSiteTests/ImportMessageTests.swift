import SaanText
import Testing

@testable import SaanSite

/// Messages of an import whose cause no text file can have.
@Suite struct ImportMessageTests {
  @Test func aSheetThatIsNotReadIsNamed() {
    let near = Diagnostic.unreadSheet("นครราชสีม", near: "นครราชสีมา", at: .file(path: "t.xlsx"))
    #expect(near.severity == .warning && near.code == "unread-sheet")
    #expect(
      near.message.en
        == "the sheet 'นครราชสีม' has the same head as those that are read, and is not read")
    #expect(near.message.th == "แผ่นงาน 'นครราชสีม' มีหัวตารางเหมือนแผ่นที่อ่าน แต่ไม่ได้อ่าน")
    #expect(near.hint?.en.contains("did you mean 'นครราชสีมา'?") == true)
    #expect(near.hint?.th.contains("หมายถึง 'นครราชสีมา' หรือไม่") == true)
    let other = Diagnostic.unreadSheet("สรุป", near: nil, at: .file(path: "t.xlsx"))
    #expect(other.hint?.en.contains("name the sheet after its province") == true)
    #expect(other.hint?.th.contains("ตั้งชื่อแผ่นงานตามจังหวัด") == true)
  }

  @Test(arguments: [
    ("ข้อมูล ณ วันที่ ๓๐ กันยายน ๒๕๖๙", "2026-09-30"), ("(ข้อมูล ณ 30 ก.ย. 2569)", "2026-09-30"),
    ("ณ สิ้นเดือน กันยายน 2569", "2026-09"), ("Data as of 30 September 2026", "2026-09-30"),
    ("ทะเบียนสภาองค์กรชุมชน", nil),
  ])
  func aLineAboveTheHeadSaysTheDay(_ text: String, _ day: String?) {
    #expect(StatedLine(row: 1, text: text).asOf?.iso == day)
  }

  @Test func aTitleAboveTheHeadIsACaption() {
    #expect(StatedLine(row: 1, text: "ตารางที่ 3  จำนวนสมาชิก").caption == "จำนวนสมาชิก")
    #expect(StatedLine(row: 1, text: "ตารางที่ ๓.๑ จำนวนสมาชิก").caption == "จำนวนสมาชิก")
    #expect(StatedLine(row: 2, text: "ข้อมูล ณ วันที่ 30 ก.ย. 2569").caption == nil)
  }
}
