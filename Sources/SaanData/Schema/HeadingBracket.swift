import SaanText

/// What stands in brackets behind a heading: a unit, a remark, or words that make the column
/// another one, such as `หญิง`, `ร้อยละ` or `เป้าหมาย`.
struct HeadingBracket {
  private let text: String
  /// What is counted or measured by it, without the word for thousands or millions.
  private let kinds: Set<Substring>
  private let isRemark: Bool

  init(_ words: String) {
    text = Self.plain(words)
    var unit = text[...]
    while let scale = Self.scales.first(where: { unit.hasPrefix($0) }), !unit.hasPrefix("ร้อยละ") {
      unit = unit.dropFirst(scale.count)
    }
    // Thousands of what is meant are told when the column is read.
    let isScale = unit.isEmpty && !text.isEmpty
    kinds = isScale ? ["any"] : Self.kinds(of: String(unit))
    isRemark =
      Self.remarks.contains(text)
      || text.count <= 2 && text.allSatisfy { $0.wholeNumberValue != nil }
  }

  /// Whether it is a unit of things, or a remark.
  var isHarmless: Bool { isRemark || !kinds.isEmpty && !kinds.contains("percent") }

  /// Whether it says nothing else than that values are counted in a unit.
  ///
  /// - Parameter unit: the unit in each language; none where it is not known.
  func fits(_ unit: [String]) -> Bool {
    if isRemark || unit.contains(where: { Self.plain($0) == text }) { return true }
    guard !unit.isEmpty else { return isHarmless }
    let own = unit.reduce(into: Set<Substring>()) { $0.formUnion(Self.kinds(of: Self.plain($1))) }
    return kinds.contains("any") || !own.isDisjoint(with: kinds)
  }

  private static func plain(_ words: String) -> String {
    words.lowercased().filter { $0.isLetter || $0.isNumber || "%฿$*".contains($0) }
  }

  private static func kinds(of unit: String) -> Set<Substring> {
    Set(units.filter { $0.words.contains(unit) }.map(\.kind))
  }

  private static let scales = [
    "ล้าน", "แสน", "หมื่น", "พัน", "ร้อย", "สิบ", "million", "billion", "thousand", "hundred", "ten",
  ]

  /// Units that mean the same, by what they count.
  private static let units: [(kind: Substring, words: Set<String>)] = [
    ("people", ["คน", "ราย", "ท่าน", "people", "person", "persons"]),
    ("households", ["ครัวเรือน", "หลังคาเรือน", "ครอบครัว", "households", "household", "families"]),
    ("houses", ["หลัง", "หลังคาเรือน", "ยูนิต", "houses", "homes", "units"]),
    ("baht", ["บาท", "baht", "thb", "฿"]),
    ("organisations", ["องค์กร", "องค์กรชุมชน", "กลุ่ม", "แห่ง", "organisations", "groups"]),
    ("communities", ["ชุมชน", "แห่ง", "communities"]),
    ("projects", ["โครงการ", "projects"]), ("funds", ["กองทุน", "แห่ง", "funds"]),
    ("councils", ["สภา", "แห่ง", "councils"]), ("times", ["ครั้ง", "times"]),
    ("villages", ["หมู่บ้าน", "villages"]), ("land", ["ไร่", "rai"]),
    ("metres", ["เมตร", "ม", "m", "metres", "meters"]),
    ("kilometres", ["กิโลเมตร", "กม", "km", "kilometres"]),
    ("squares", ["ตารางเมตร", "ตรม", "ตารางวา", "ตรว", "sqm"]),
    ("weight", ["กิโลกรัม", "กก", "kg", "ตัน", "tons", "tonnes"]), ("age", ["ปี", "years"]),
    ("percent", ["ร้อยละ", "%", "เปอร์เซ็นต์", "เปอร์เซนต์", "percent"]),
    ("pieces", ["ชิ้น", "ต้น", "ตัว", "เล่ม", "ฉบับ", "รายการ", "หน่วย", "items", "pieces"]),
  ]

  /// Remarks on how a column is filled in, and on the form of its values.
  private static let remarks: Set<String> = [
    "", "*", "ถ้ามี", "ระบุ", "โปรดระบุ", "ให้ระบุ", "กรุณาระบุ", "ตัวเลข", "จำนวน", "ภาษาไทย", "ไทย", "thai",
    "พศ", "คศ", "be", "ce", "ad", "วันเดือนปี", "วดป", "เดือนปี", "ddmmyyyy", "dmy", "yyyymmdd",
    "วันเดือนพศ", "optional", "required", "ifany", "จำเป็น", "ไม่บังคับ", "ชื่อ", "name",
  ]
}
