import SaanText

extension KnownColumns {
  /// The word to write for one that people write instead: `more_than` for `กว่า`, `province` for
  /// `จังหวัด`; `nil` where nobody knows what is meant, or the column has no such word.
  static func hint(for written: String, among allowed: [String]) -> Wording? {
    let meant = meant(by: written, among: allowed)
    guard let first = meant.first else { return nil }
    guard meant.count > 1 else {
      return Wording(en: "write \(first)", th: "เขียน \(first)")
    }
    func told(_ language: Language) -> String {
      meant.map { word in
        explained[word].map { "\(word) (\(language == .thai ? $0.th : $0.en))" } ?? word
      }.joined(separator: language == .thai ? " หรือ " : " or ")
    }
    return Wording(en: "write \(told(.english))", th: "เขียน \(told(.thai))")
  }

  /// The words of a column that a text of people can mean.
  static func meant(by written: String, among allowed: [String]) -> [String] {
    let text = written.trimmed.lowercased()
    let bound = Bound.qualifier(endOf: text) ?? Bound.qualifier(startOf: text)
    let meanings = meanings[text] ?? meanings[text.filter { !$0.isWhitespace }] ?? []
    return ([bound?.rawValue].compactMap { $0 } + meanings).filter(allowed.contains)
  }

  /// Words with what pages call them in Thai, where sheets may use that as well:
  /// `agree (เห็นด้วย)`.
  static func explaining(_ words: [String]) -> String {
    words.map { word in onPages[word].map { "\(word) (\($0))" } ?? word }.joined(separator: ", ")
  }

  /// What pages call the answers of parties and what reviews find.
  private static let onPages = [
    "agree": "เห็นด้วย", "disagree": "ไม่เห็นด้วย", "neutral": "เป็นกลาง",
    "agree_with_conditions": "เห็นด้วยแบบมีเงื่อนไข", "no_reply": "ถามแล้วยังไม่ตอบ",
    "not_asked": "ยังไม่ได้ถาม", "kept": "ทำแล้ว", "partly_kept": "ทำได้บางส่วน",
    "abandoned": "ไม่ทำตามสัญญา", "in_progress": "กำลังดำเนินการ", "stalled": "หยุดชะงัก",
    "proposed": "เสนอแล้ว", "clarifying": "รอคำชี้แจง", "disputed": "ข้อมูลขัดกัน",
    "cannot_be_checked": "ตรวจสอบไม่ได้", "no_movement_found": "ตรวจแล้วไม่พบความเคลื่อนไหว",
  ]

  /// What words mean of which one that people write could be either.
  private static let explained: [String: Wording] = [
    "error": Wording(en: "the former value was wrong", th: "ค่าเดิมผิด"),
    "revision": Wording(en: "its source has revised it", th: "ต้นทางปรับข้อมูล"),
  ]

  /// The words of columns by what people write in their place.
  private static let meanings: [String: [String]] = [
    "พอดี": ["exact"], "แน่นอน": ["exact"], "ตรง": ["exact"],
    // Corrections.
    "แก้ไข": ["error", "revision"], "แก้": ["error", "revision"], "แก้คำผิด": ["error"],
    "แก้ไขข้อผิดพลาด": ["error"], "ผิด": ["error"], "ผิดพลาด": ["error"], "พิมพ์ผิด": ["error"],
    "ปรับ": ["revision"], "ปรับปรุง": ["revision"], "ปรับข้อมูล": ["revision"],
    "ทบทวน": ["revision"], "correction": ["error", "revision"], "mistake": ["error"],
    "update": ["revision"],
    // How a date is known, and what is inferred.
    "ระบุ": ["stated"], "ตามต้นทาง": ["stated"], "อนุมาน": ["inferred"], "คาดคะเน": ["inferred"],
    "วันที่เผยแพร่": ["publication_date"], "เผยแพร่": ["publication_date"],
    "published": ["publication_date"], "ไม่ระบุ": ["unknown"], "ไม่ทราบ": ["unknown"],
    "ไม่รู้": ["unknown"],
    // Ranks, registers, reconciliations.
    "หลัก": ["preferred"], "ค่าที่ใช้": ["preferred"], "ปกติ": ["normal"],
    "ยกเลิก": ["deprecated", "cancelled", "abandoned"], "เลิกใช้": ["deprecated"],
    "ครบ": ["complete"], "ครบถ้วน": ["complete"], "บางส่วน": ["partial"], "ไม่ครบ": ["partial"],
    "ยังไม่ครบ": ["partial"], "ต่างวันที่": ["different_as_of"], "คนละวัน": ["different_as_of"],
    "ต่างขอบเขต": ["different_scope"], "ต่างนิยาม": ["different_definition"],
    "ปัดเศษ": ["rounding"], "หน่วยผิด": ["unit_error"], "ไม่ทราบสาเหตุ": ["unexplained"],
    "สอบถามแล้ว": ["asked_source"], "ถามต้นทางแล้ว": ["asked_source"],
    "อธิบายแล้ว": ["explained"],
    // Places, organisations, figures, events.
    "ประเทศ": ["country"], "ภาค": ["region"], "จังหวัด": ["province"], "อำเภอ": ["district"],
    "เขต": ["district"], "ตำบล": ["subdistrict"], "แขวง": ["subdistrict"],
    "เทศบาล": ["municipality"], "เครือข่าย": ["network"], "พรรค": ["party"],
    "พรรคการเมือง": ["party"], "หน่วยงาน": ["agency"], "สมาคม": ["association"],
    "เมือง": ["urban"], "ชนบท": ["rural"], "จำนวน": ["count"], "นับ": ["count"],
    "จำนวนเงิน": ["sum"], "เงิน": ["sum"], "มูลค่า": ["sum"], "amount": ["sum"], "money": ["sum"],
    "total": ["sum"], "share": ["percentage"], "percent": ["percentage"], "rate": ["ratio"],
    "สัดส่วน": ["percentage"], "อัตรา": ["ratio"], "average": ["mean"],
    "รวม": ["sum"], "ผลรวม": ["sum"], "เฉลี่ย": ["mean"], "ค่าเฉลี่ย": ["mean"],
    "อัตราส่วน": ["ratio"], "ร้อยละ": ["percentage"], "สูงสุด": ["max"], "ไม่รวม": ["none"],
    "ยืนยัน": ["confirmed"], "ยืนยันแล้ว": ["confirmed"],
    // Answers and promises, by the words of the pages too.
    "เห็นด้วย": ["agree"], "ไม่เห็นด้วย": ["disagree"], "เป็นกลาง": ["neutral"],
    "เห็นด้วยแบบมีเงื่อนไข": ["agree_with_conditions"],
    "เห็นด้วยมีเงื่อนไข": ["agree_with_conditions"],
    "เห็นด้วยโดยมีเงื่อนไข": ["agree_with_conditions"], "ไม่ตอบ": ["no_reply"],
    "agrees": ["agree"], "agrees with conditions": ["agree_with_conditions"],
    "disagrees": ["disagree"], "no reply": ["no_reply"], "asked, no reply": ["no_reply"],
    "not asked": ["not_asked"], "คัดค้าน": ["disagree"], "ไม่สนับสนุน": ["disagree"],
    "สนับสนุน": ["agree"], "มีเงื่อนไข": ["agree_with_conditions"],
    "สนับสนุนแบบมีเงื่อนไข": ["agree_with_conditions"],
    "ถามแล้วยังไม่ตอบ": ["no_reply"], "ยังไม่ตอบ": ["no_reply"], "ยังไม่ได้ถาม": ["not_asked"],
    "ไม่ได้ถาม": ["not_asked"], "ลงนาม": ["signed"], "เป็นหนังสือ": ["written"],
    "คำพูด": ["speech"], "ทางออนไลน์": ["online"], "เฟซบุ๊ก": ["online"], "facebook": ["online"],
    "ทำแล้ว": ["kept"], "ทำได้บางส่วน": ["partly_kept"], "ไม่ทำตามสัญญา": ["abandoned"],
    "กำลังดำเนินการ": ["in_progress"], "หยุดชะงัก": ["stalled"], "เสนอแล้ว": ["proposed"],
    "รอคำชี้แจง": ["clarifying"], "ข้อมูลขัดกัน": ["disputed"],
    "ตรวจสอบไม่ได้": ["cannot_be_checked"],
    "ตรวจแล้วไม่พบความเคลื่อนไหว": ["no_movement_found"], "ตรวจแล้ว": ["reviewed"],
  ]
}
