import SaanText

extension KnownColumns {
  /// What a column of the tables of proposals, parties and promises, and of sources, is called on
  /// pages and in the sheets of who keeps them.
  typealias TrackerHeading = (thai: String, english: String, others: [String])

  /// What a column is called, its translation too; `nil` of columns of other tables.
  static func trackerHeading(of column: String, in table: String) -> TrackerHeading? {
    guard tracked.contains(table) || table == "sources" else { return nil }
    if let own = trackerHeadings[column], column.contains("@") { return own }
    let base = String(column.prefix { $0 != "@" })
    guard let known = trackerHeadings["\(table).\(base)"] ?? trackerHeadings[base] else {
      return nil
    }
    switch column.dropFirst(base.count) {
    case "": return known
    case "@en":
      return (
        known.thai + "ภาษาอังกฤษ", known.english + " in English",
        ([known.thai] + known.others).flatMap { ["\($0) (อังกฤษ)", "\($0) (ภาษาอังกฤษ)"] }
      )
    case "@th": return (known.thai + "ภาษาไทย", known.english + " in Thai", [])
    default: return nil
    }
  }

  /// By column, where it matters with the table in front.
  private static let trackerHeadings: [String: TrackerHeading] =
    ofProposals.merging(ofParties) { one, _ in one }.merging(ofPromises) { one, _ in one }
    .merging(ofSources) { one, _ in one }

  private static let ofSources: [String: TrackerHeading] = [
    "producer": ("ผู้จัดทำ", "Made by", ["หน่วยงาน"]),
    "sources.title": ("ชื่อเอกสาร", "Title", ["ชื่อเรื่อง"]),
    "sources.url": ("ที่อยู่เว็บ", "Address", ["ลิงก์"]),
    "date_published": ("วันที่เผยแพร่", "Published on", []),
    "date_accessed": ("วันที่สืบค้น", "Retrieved on", ["วันที่เข้าถึง"]),
    "archived_url": ("สำเนาที่เก็บไว้", "Archived copy", []),
    "citation": ("การอ้างอิง", "Citation", []), "license": ("สัญญาอนุญาต", "Licence", []),
  ]

  private static let ofProposals: [String: TrackerHeading] = [
    "id": ("รหัส", "Id", []), "source": ("แหล่งที่มา", "Source", ["แหล่งข้อมูล"]),
    "set": ("ชุดข้อเสนอ", "Set", ["ชุด"]), "number": ("ลำดับ", "Number", ["ข้อที่", "ลำดับที่"]),
    "title": ("ชื่อเรื่อง", "Title", ["ชื่อข้อเสนอ"]), "ask": ("สิ่งที่ขอ", "What is asked", ["ขอให้"]),
    "presenter": ("ผู้ยื่น", "Put forward by", ["ผู้เสนอ"]),
    "addressee": ("ผู้รับ", "Addressed to", ["ยื่นต่อ", "ถึง"]),
    "presented_on": ("วันที่ยื่น", "Put forward on", ["วันยื่น"]),
    "topics": ("หัวข้อ", "Topics", []), "areas": ("พื้นที่", "Areas", []),
    "status": ("สถานะ", "Status", []), "legal_basis": ("ฐานกฎหมาย", "Legal basis", ["กฎหมาย"]),
    "cost": ("ค่าใช้จ่าย", "Cost in baht", []), "cost_note": ("ที่มาของค่าใช้จ่าย", "Note on cost", []),
    "proposal": ("ข้อเสนอ", "Proposal", []), "text": ("ข้อย่อย", "Ask", ["ข้อความ", "ข้อเรียกร้อง"]),
    "measure": ("ตรวจจาก", "Measured by", ["ตัวชี้วัด"]), "target": ("เป้าหมาย", "Target", []),
    "method": ("วิธีติดตาม", "Way to follow up", ["วิธี"]),
    "description": ("คำอธิบาย", "Description", ["รายละเอียด"]),
    "proposals": ("ข้อเสนอ", "Proposals", []), "promises": ("คำสัญญา", "Promises", []),
    "actor": ("ผู้ดำเนินการ", "Done by", []), "result": ("ผล", "Result", ["ผลที่ได้"]),
    "next_due": ("ขั้นต่อไปภายในวันที่", "Next step by", ["กำหนดขั้นต่อไป"]),
  ]

  private static let ofParties: [String: TrackerHeading] = [
    "name": ("ชื่อ", "Name", ["ชื่อพรรค"]), "short_name": ("ชื่อย่อ", "Short name", []),
    "founded": ("วันก่อตั้ง", "Founded", []), "dissolved": ("วันยุบ", "Dissolved", []),
    "merged_into": ("รวมเข้ากับ", "Merged into", []), "url": ("เว็บไซต์", "Website", []),
    "note": ("หมายเหตุ", "Note", []), "party": ("พรรค", "Party", ["พรรคการเมือง"]),
    "commitments.party": ("พรรค", "Party", ["พรรคการเมือง", "ชื่อพรรค"]),
    "role": ("ฝ่าย", "Side", []), "mandate": ("วาระ", "Term", []),
    "start": ("วันเริ่ม", "Start", ["เริ่ม"]), "end": ("วันสิ้นสุด", "End", ["สิ้นสุด"]),
    "election": ("การเลือกตั้ง", "Election", ["เลือกตั้ง"]), "date": ("วันที่", "Date", []),
    "commitments.ask": ("ข้อย่อย", "Ask", ["ข้อที่ถาม", "ข้อเรียกร้อง", "คำถาม"]),
    "stance": ("คำตอบ", "Answer", ["จุดยืน", "ท่าที", "คำตอบของพรรค"]),
    "conditions": ("เงื่อนไข", "Conditions", []),
    "words": ("ถ้อยคำ", "In its own words", ["คำพูด", "ถ้อยคำของพรรค", "ข้อความ"]),
    "words@en": ("คำแปลถ้อยคำเป็นภาษาอังกฤษ", "Its words in our English", ["คำแปลถ้อยคำ"]),
    "form": ("ตอบทาง", "Form", ["รูปแบบ", "ช่องทาง", "ตอบโดย"]),
    "commitments.date": ("วันที่", "Date", ["วันที่ตอบ", "ตอบเมื่อ"]),
    "evidence": ("หลักฐาน", "Evidence", ["แหล่งที่มา", "แหล่งข้อมูล", "อ้างอิง"]),
  ]

  private static let ofPromises: [String: TrackerHeading] = [
    "original_text": ("ถ้อยคำเดิม", "Original text", ["คำสัญญา", "ข้อความเดิม"]),
    "asks": ("ข้อย่อยที่ตอบ", "Asks", ["ข้อย่อย"]),
    "acceptance_criteria": ("เกณฑ์", "Criteria", ["เกณฑ์ว่าทำแล้ว"]),
    "criteria_on": ("วันที่เขียนเกณฑ์", "Criteria written on", []),
    "made_on": ("วันที่สัญญา", "Made on", ["สัญญาเมื่อ"]),
    "deadline": ("กำหนด", "Deadline", ["กำหนดเสร็จ", "ครบกำหนด"]),
    "budget_baht": ("งบประมาณ", "Budget in baht", []),
    "budget_origin": ("ที่มาของงบประมาณ", "Where the budget comes from", []),
    "split_from": ("แยกจาก", "Split from", []),
    "retired_reason": ("เหตุที่ถอน", "Why it is withdrawn", []),
    "review_every": ("ตรวจซ้ำทุกกี่วัน", "Days between reviews", []), "page": ("หน้า", "Page", []),
    "promise": ("คำสัญญา", "Promise", []), "type": ("ประเภท", "Kind", ["ชนิด"]),
    "review": ("การตรวจ", "Review", ["ตรวจแล้วหรือยัง"]), "progress": ("ความคืบหน้า", "Progress", []),
    "summary": ("สรุป", "Summary", ["เรื่องย่อ"]), "reason": ("เหตุผล", "Reason", ["เหตุที่ไม่ทำ"]),
    "reviewers": ("ผู้ตรวจ", "Reviewers", []), "bill": ("ร่างกฎหมาย", "Bill", []),
    "votes_for": ("เห็นด้วย", "Votes for", []), "votes_against": ("ไม่เห็นด้วย", "Votes against", []),
    "votes_abstain": ("งดออกเสียง", "Abstentions", []),
    "checked_on": ("วันที่ตรวจ", "Looked at on", ["ตรวจเมื่อ"]),
  ]
}
