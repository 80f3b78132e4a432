import SaanText

/// A title with a name behind it: `นางสมศรี มีสุข`.
enum PersonName {
  /// The name in a text: the whole of it, or behind a bracket, a colon or another title.
  static func found(in text: String) -> String? {
    if isName(text[...]) { return text }
    for (index, sign) in zip(text.indices, text) where "(:".contains(sign) {
      let rest = text[text.index(after: index)...].drop(while: \.isWhitespace)
      let name = rest.prefix { !"),;/".contains($0) }
      if isName(name) { return String(name) }
    }
    return nil
  }

  /// Whether a text is two words that may be somebody's names, and not those of an office.
  static func isPlain(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.count == 2 && !bodies.contains(where: text.hasPrefix)
      && words.allSatisfy { word in
        word.unicodeScalars.count > 1
          && word.unicodeScalars.allSatisfy { (0x0E01...0x0E4E).contains($0.value) }
      }
  }

  /// What the names of offices, groups and places begin with.
  private static let bodies = [
    "สำนัก", "กรม", "กอง", "องค์", "เทศบาล", "มูลนิธิ", "กลุ่ม", "สภา", "เครือข่าย", "ศูนย์", "โรงเรียน",
    "มหาวิทยาลัย", "วิทยาลัย", "คณะ", "ฝ่าย", "บริษัท", "สมาคม", "วัด", "บ้าน", "ชุมชน", "อำเภอ", "จังหวัด",
    "ตำบล", "นายก", "นายอำเภอ", "หน่วย", "ทีม", "สถาบัน", "สถานี", "โครงการ", "งาน", "ไม่", "ยัง", "รอ",
    "ผู้",
    "กรรมการ", "ประธาน", "เจ้าหน้าที่", "สหกรณ์", "ห้าง", "ร้าน", "ธนาคาร", "พมจ", "หมู่", "ภาค", "เขต",
    "ทุก",
    "ชาว", "สมาชิก", "แกนนำ", "อบต", "อสม",
  ]

  private static func isName(_ text: Substring) -> Bool {
    for (title, fewest) in titles where text.hasPrefix(title) {
      let rest = text.dropFirst(title.count).drop(while: \.isWhitespace)
      // `ผู้ใหญ่บ้าน นายสมชาย ใจดี`
      if fewest > 1, isName(rest) { return true }
      guard !offices.contains(where: rest.hasPrefix) else { return false }
      let words = rest.split(whereSeparator: \.isWhitespace)
      return (fewest...5).contains(words.count)
        && words.prefix(2).allSatisfy {
          $0.unicodeScalars.count > 1 && $0.allSatisfy { $0.isLetter || $0 == "." }
        }
    }
    return false
  }

  /// The titles of persons, longer ones first, and how many words make a name behind them.
  static let titles: [(title: String, words: Int)] =
    ranks.map { ($0, 2) } + [
      ("นางสาว", 1), ("น.ส.", 1), ("นส.", 1), ("นาย", 2), ("นาง", 2), ("เด็กชาย", 1), ("เด็กหญิง", 1),
      ("ด.ช.", 1), ("ด.ญ.", 1), ("ดร.", 2), ("คุณ", 2), ("กำนัน", 2), ("ผู้ใหญ่บ้าน", 2), ("ผู้ใหญ่", 2),
      ("ผญบ.", 2), ("ผญ.", 2), ("สารวัตรกำนัน", 2), ("อาจารย์", 2), ("อ.ดร.", 1), ("ผศ.", 2),
      ("รศ.", 2), ("นพ.", 2), ("พญ.", 2), ("ทพ.", 2), ("ทพญ.", 2), ("Mr.", 1), ("Mrs.", 1),
      ("Ms.", 1), ("Miss ", 1), ("Mr ", 2), ("Mrs ", 2), ("Dr. ", 2), ("Dr ", 2),
    ]

  /// The ranks of police and army.
  private static let ranks = [
    "ว่าที่ ร.ต.", "ว่าที่ร้อยตรี", "ว่าที่ ร.ท.", "ว่าที่ ร.อ.", "พล.ต.อ.", "พล.ต.ท.", "พล.ต.ต.", "พล.อ.",
    "พล.ท.", "พล.ต.", "พ.ต.อ.", "พ.ต.ท.", "พ.ต.ต.", "ร.ต.อ.", "ร.ต.ท.", "ร.ต.ต.", "จ.ส.ต.",
    "ส.ต.อ.",
    "ส.ต.ท.", "ส.ต.ต.", "จ.ส.อ.", "จ.ส.ท.", "ส.อ.", "ส.ท.", "พ.อ.", "พ.ท.", "พ.ต.", "ร.อ.",
    "ร.ท.", "ร.ต.", "ด.ต.", "ดาบตำรวจ",
  ]

  /// What goes on with a title as the name of an office, of a place or another word.
  private static let offices = [
    "กเทศ", "กอบต", "กอบจ", "กองค์การ", "กสมาคม", "กรัฐมนตรี", "กเมือง", "กสภา", "กฯ", "อำเภอ", "ทะเบียน",
    "จ้าง", "หน้า", "รอง", "ตำบล", "บ้าน", "หมู่", "ประจำ", "ผู้ใหญ่", "แพทย์", "สารวัตร", "อสม", "และ", "ภาพ",
    "ธรรม", "ค่า", "สมบัติ", "ประโยชน์", "ลักษณะ", "วุฒิ", "ครู", "พ่อ", "แม่", "ตา", "ยาย", "ใน", "ของ",
    "อายุ",
    "ใหญ่", "เลี้ยง", "สูง", "พิการ", "ประสบ",
  ]
}

/// The number of an account beside the name of a bank: `ธ.กรุงไทย 123 4 56789 0`.
enum BankAccount {
  static func number(in text: String) -> String? {
    guard banks.contains(where: text.containsBytes) else { return nil }
    var digits = ""
    for character in text + "/" {
      if let digit = character.wholeNumberValue {
        digits += String(digit)
      } else if !"- ".contains(character) {
        if (10...15).contains(digits.count) { return digits }
        digits = ""
      }
    }
    return nil
  }

  private static let banks = [
    "ธ.", "ธนาคาร", "ออมสิน", "กรุงไทย", "กสิกร", "ไทยพาณิชย์", "กรุงศรี", "ธกส", "ทหารไทย", "บัญชี", "บ/ช",
    "พร้อมเพย์", "ttb", "TTB", "KTB", "SCB", "KBank", "KBANK", "bank", "Bank", "account", "Account",
  ]
}

/// A person's name on Line: `Line: somchai99`, `ไลน์ somchai99`.
enum LineName {
  static func found(in text: String) -> String? {
    let lower = text.lowercased()
    for word in ["ไอดีไลน์", "ไลน์", "lineid", "line id", "id line", "line"] {
      guard let range = lower.firstRange(of: word) else { continue }
      let isApart = lower[..<range.lowerBound].last.map { !$0.isLetter && !$0.isNumber } ?? true
      var rest = lower[range.upperBound...]
      if rest.hasPrefix(" id") { rest = rest.dropFirst(3) }
      let between = rest.prefix { " :.=-@".contains($0) }
      // A sign or a Thai word tells it from a line of something.
      let isSaid = word != "line" || between.contains { ":=@".contains($0) }
      let id = rest.dropFirst(between.count).prefix { $0.isASCII && !$0.isWhitespace && $0 != "," }
      guard isApart || !word.utf8.allSatisfy({ $0 < 0x80 }), isSaid, !between.isEmpty,
        id.count >= 3, !offices.contains(where: id.hasPrefix),
        id.allSatisfy({ $0.isLetter || $0.isNumber || "._-".contains($0) }),
        id.contains(where: \.isLetter)
      else { continue }
      return String(id)
    }
    return nil
  }

  /// What is behind the word in the name of a service or of an office's page.
  private static let offices = ["oa", "official", "group", "today", "man", "notify", "pay"]
}
