import SaanText

/// The names that Thai headings usually have in published tables, by how they begin.
///
/// The longer of two beginnings counts: `วันที่ก่อตั้ง` before `วันที่`.
private let usualNames: [(heading: String, name: String)] = [
  ("รหัส", "id"), ("ลำดับ", "number"), ("ชื่อ", "name"), ("จังหวัด", "province"),
  ("อำเภอ", "district"), ("เขต", "district"), ("ตำบล", "subdistrict"), ("แขวง", "subdistrict"),
  ("พื้นที่", "area"), ("ที่อยู่", "address"), ("ประเภท", "kind"), ("สถานะ", "status"),
  ("วันที่", "date"), ("วันที่ก่อตั้ง", "founded_on"), ("วันที่จดแจ้ง", "registered_on"),
  ("วันที่จดทะเบียน", "registered_on"), ("ข้อมูล ณ", "as_of"), ("ปี", "year"), ("เดือน", "month"),
  ("จำนวน", "count"), ("จำนวนสมาชิก", "members_count"), ("สมาชิก", "members_count"),
  ("จำนวนครัวเรือน", "households_count"), ("ครัวเรือน", "households_count"),
  ("จำนวนองค์กร", "organisations_count"),
  ("ชุมชน", "communities_count"), ("องค์กร", "organisations_count"), ("เงินกองทุน", "capital_baht"),
  ("งบประมาณ", "budget_baht"), ("เงิน", "amount"), ("แหล่งข้อมูล", "source"), ("ที่มา", "source"),
  ("หมายเหตุ", "note"), ("โทรศัพท์", "phone"), ("เบอร์", "phone"), ("มือถือ", "phone"), ("อีเมล", "email"),
  ("เลขบัตร", "id_card"), ("เลขประจำตัวประชาชน", "id_card"), ("วันเกิด", "birth_date"),
  ("ไลน์", "line_id"),
  ("ร้อยละ", "percent"), ("ที่ตั้ง", "location"), ("โครงการ", "project"), ("หน่วยงาน", "agency"),
  ("เว็บไซต์", "website"), ("ลิงก์", "url"), ("ผู้ประสานงาน", "coordinator"), ("ละติจูด", "lat"),
  ("ลองจิจูด", "lon"), ("ไตรมาส", "quarter"), ("ประเด็น", "topic"), ("เรื่อง", "title"),
  ("รายละเอียด", "detail"), ("ภาค", "region"), ("ภาคี", "partners"), ("หมู่บ้าน", "village"),
  ("อายุ", "age"), ("เพศ", "sex"), ("ผลการดำเนินงาน", "result"), ("เป้าหมาย", "target"),
  ("ผู้รับผิดชอบ", "responsible"), ("เขตเลือกตั้ง", "constituency"), ("แผ่นงาน", "sheet"),
  ("ประธาน", "chair"), ("วันจดแจ้ง", "registered_on"), ("ชาย", "men_count"), ("หญิง", "women_count"),
]

/// The header as a field's name: lower case with underscores; for Thai the name that known tables
/// have for it, or the usual one.
func fieldName(_ header: String, else fallback: String) -> String {
  let readings = Headings.readings(of: header)
  let same = usualNames.first { usual in
    readings.contains { $0.name == usual.heading && isNamed(usual.name, $0.bracket) }
  }?.name
  let known = readings.lazy.compactMap { reading in
    KnownColumns.name(of: reading.name).flatMap { isNamed($0, reading.bracket) ? $0 : nil }
  }.first
  if let name = same ?? known { return name }
  let usual = usualNames.filter { header.hasPrefix($0.heading) }
    .max { $0.heading.utf8.count < $1.heading.utf8.count }
  let bracket = Headings.unit(of: header)
  if let usual, isNamed(usual.name, bracket) { return usual.name }
  // What stands in brackets makes it another column: `สมาชิก (หญิง)`.
  if usual != nil, let other = usualNames.first(where: { $0.heading == bracket }) {
    return other.name
  }
  var name = ""
  for character in header.lowercased() {
    if character.isASCII, character.isLetter || character.isNumber || character == "@" {
      name.append(character)
    } else if !name.isEmpty, !name.hasSuffix("_") {
      name.append("_")
    }
  }
  while name.hasSuffix("_") { name.removeLast() }
  return name.contains(where: \.isLetter) ? name : fallback
}

/// Whether a column may have a name with these words in brackets behind its heading.
private func isNamed(_ name: String, _ bracket: String?) -> Bool {
  guard let bracket else { return true }
  let unit = KnownColumns.unit(of: name)?.all ?? []
  let isOfNames = ["id", "name", "area", "title"].contains(name)
  return HeadingBracket(bracket).fits(unit) || unit.isEmpty && !isOfNames
}

/// What readers see of a column that its file calls by its own name: never that name.
func usualTitle(_ name: String) -> String {
  if let known = titles[name] { return "{th: \(quoted(known.thai)), en: \(quoted(known.english))}" }
  let words = name.split(separator: "@")[0].split(separator: "_").joined(separator: " ")
  return "{en: \(quoted(words.prefix(1).uppercased() + words.dropFirst()))}"
}

/// The titles of columns that the program itself makes.
private let titles: [String: (thai: String, english: String)] = [
  "id": ("รหัส", "Id"), "area": ("พื้นที่", "Area"), "name": ("ชื่อ", "Name"), "year": ("ปี", "Year"),
  "value": ("ค่า", "Value"), "sheet": ("แผ่นงาน", "Sheet"), "file": ("ไฟล์", "File"),
  "province": ("จังหวัด", "Province"),
]

/// The name of a table that is made of a file.
package func draftName(of path: String) -> String {
  let file = path.split(separator: "/").last ?? ""
  return fieldName(String(file.split(separator: ".").first ?? ""), else: "table")
    .replacing("_", with: "-")
}

/// A text as YAML reads it back as that text.
func quoted(_ text: String) -> String {
  let isPlain =
    text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
        || ("0"..."9").contains(scalar) || scalar == "_" || scalar == "-" || scalar == "."
    } && text.unicodeScalars.first?.properties.isAlphabetic == true
    && !["true", "false", "null", "yes", "no", "on", "off"].contains(text.lowercased())
  if isPlain { return text }
  var bytes: [UInt8] = []
  bytes.appendJSON(text)
  return String(decoding: bytes, as: UTF8.self)
}
