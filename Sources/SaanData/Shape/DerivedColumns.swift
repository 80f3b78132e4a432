import SaanText

extension Headings {
  /// Whether a heading says that its numbers are worked out from those beside: `ร้อยละ`, `เพิ่ม/ลด`.
  static func isDerived(_ heading: String) -> Bool {
    readings(of: heading).contains { reading in
      TotalRows.isStatistic(reading.name)
        || derived.contains(reading.name.lowercased().filter { $0.isLetter || $0 == "%" })
    }
  }

  private static let derived: Set<String> = [
    "เพิ่มลด", "เพิ่มขึ้น", "ลดลง", "เพิ่มขึ้นลดลง", "ผลต่าง", "ส่วนต่าง", "เปลี่ยนแปลง", "การเปลี่ยนแปลง",
    "อัตราการเปลี่ยนแปลง", "ร้อยละการเปลี่ยนแปลง", "อัตราการเพิ่ม", "อัตราเพิ่ม", "อัตราการเติบโต", "การเติบโต",
    "%เปลี่ยนแปลง", "สัดส่วน", "change", "changes", "difference", "growth", "growthrate", "increase",
    "decrease", "%change", "share",
  ]
}
