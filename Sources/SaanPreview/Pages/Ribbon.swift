import SaanModel
import SaanText

extension HeldBack.Reason {
  /// What is said on a page that only a preview shows.
  ///
  /// - Parameter language: the site's language in whose words the day is told; in figures without.
  func ribbon(in language: Language?) -> Wording {
    let text = { (day: Moment) in
      language.map { day.date.text(.long, in: $0) } ?? day.date.iso
    }
    return switch self {
    case .draft: Wording(en: "Draft: not published", th: "ฉบับร่าง ยังไม่เผยแพร่")
    case .scheduled(let day):
      Wording(en: "Published from \(text(day)) on", th: "เผยแพร่ตั้งแต่ \(text(day))")
    case .expired(let day):
      Wording(
        en: "No longer published since \(text(day))", th: "เลิกเผยแพร่ตั้งแต่ \(text(day))")
    }
  }
}

extension Wording {
  /// What is said while mistakes keep what was written from being shown.
  static let changesHeldBack = Wording(
    en: "This is the page as it was before. Changes are shown when the errors are mended.",
    th: "หน้านี้ยังเป็นของเดิม สิ่งที่แก้ไว้จะแสดงเมื่อแก้ข้อผิดพลาดหมดแล้ว")

  /// What is said while the whole site is read.
  static let readingAnew = Wording(
    en: "Reading the whole site anew …", th: "กำลังอ่านเว็บใหม่ทั้งหมด …")
}
