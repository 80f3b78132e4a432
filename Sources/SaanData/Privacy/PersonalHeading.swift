import SaanText

/// What a column's heading says that its values tell about people.
///
/// It finds what values do not show themselves, such as the number of a house or a name on LINE.
/// Words that merely have these in them (`โทรทัศน์`, `ออนไลน์`) are named one by one, since in Thai
/// no space tells words apart.
package enum PersonalHeading: Sendable, Hashable, CaseIterable {
  case phone, citizenID, email, address, birthDate, lineID, personName, bankAccount, vehicle
  /// What says something of a person only in a list of persons: elsewhere it parts what is counted.
  case health, religion, income, socialMedia

  /// Reads a heading, in Thai or English, in any spelling that people use; `nil` for columns of
  /// other things: counts and costs, and what belongs to an office.
  package init?(_ heading: String) {
    let heading = HeadingWords(heading)
    guard !heading.isCount, let kind = Self.allCases.first(where: { $0.isSaid(by: heading) })
    else { return nil }
    let isAlways = [.citizenID, .birthDate, .personName].contains(kind)
    if !isAlways, heading.isOfOffice { return nil }
    self = kind
  }

  /// Whether a heading says who does something: below it two plain words are somebody's name.
  static func isOfRole(_ heading: String) -> Bool {
    let heading = HeadingWords(heading)
    return !heading.isCount
      && (heading.begins([
        "ประธาน", "รองประธาน", "ผู้ประสาน", "ผู้ติดต่อ", "ผู้รับผิดชอบ", "ผู้นำ", "แกนนำ",
        "หัวหน้า", "เลขานุการ", "เหรัญญิก", "กรรมการ", "กำนัน", "ผู้ใหญ่บ้าน",
      ])
        || heading.hasWord(["coordinator", "chair", "leader", "chairperson", "chairman"]))
  }

  /// Whether values are digits that are no number, such as `812345678`.
  var isOfDigits: Bool {
    [.phone, .citizenID, .lineID, .bankAccount, .vehicle].contains(self)
  }

  /// Whether a table with such a column is a list of persons.
  var showsPersons: Bool { [.citizenID, .birthDate, .personName].contains(self) }

  /// Whether it tells about people only in such a list.
  var needsPersons: Bool { [.health, .religion, .income, .socialMedia].contains(self) }

  private func isSaid(by heading: HeadingWords) -> Bool {
    switch self {
    case .phone:
      heading.has(["โทรศัพท์", "มือถือ", "เบอร์โทร", "เบอร์ติดต่อ", "หมายเลขติดต่อ", "phone", "contactn"])
        || (heading.begins(["เบอร์"]) && !heading.has(["ผู้สมัคร", "พรรค", "เสื้อ", "รองเท้า"]))
        || (heading.begins(["โทร"])
          && !heading.begins(["โทรทัศน์", "โทรสาร", "โทรมาตร", "โทรคมนาคม"]))
        || heading.hasWord(["tel", "cellphone"])
        || (heading.hasWord(["mobile"]) && heading.words.count <= 2)
    case .citizenID:
      heading.has([
        "เลขบัตร", "บัตรประชาชน", "บัตรประจำตัว", "ประจำตัวประชาชน", "เลขประชาชน", "เลข13หลัก",
        "หนังสือเดินทาง", "idcard", "citizenid", "nationalid", "passport", "identitycard",
      ]) || heading.words == ["cid"]
    case .email:
      heading.has(["อีเมล", "อีเมล์", "email", "gmail"]) || heading.words == ["mail"]
    case .address:
      heading.has(["บ้านเลขที่", "เลขที่บ้าน"])
        || (heading.has(["ที่อยู่"]) && !heading.has(["ที่อยู่อาศัย"]))
        || heading.hasWord(["address"])
    case .birthDate:
      (heading.has(["วันเกิด", "วันที่เกิด", "ปีเกิด"])
        && !heading.has(["เกิดเหตุ", "เกิดภัย", "เกิดขึ้น"]))
        || heading.has(["birthdate", "birthday", "dateofbirth", "birthyear", "yearofbirth"])
        || heading.hasWord(["dob"])
    case .lineID:
      (heading.has(["ไลน์"]) && !heading.has(["ออนไลน์"]))
        || (heading.hasWord(["line"]) && heading.hasWord(["id"]))
        || heading.words == ["line"] || heading.hasWord(["lineid", "idline"])
    case .personName, .bankAccount, .vehicle, .health, .religion, .income, .socialMedia:
      isSaidOfPersons(by: heading)
    }
  }

  private func isSaidOfPersons(by heading: HeadingWords) -> Bool {
    switch self {
    case .personName:
      heading.has(["ชื่อสกุล", "นามสกุล", "ชื่อเล่น", "surname", "lastname", "firstname"])
        || heading.begins([
          "ชื่อผู้", "ชื่อประธาน", "ชื่อรองประธาน", "ชื่อเลขา", "ชื่อเหรัญญิก", "ชื่อกรรมการ", "ชื่อแกนนำ",
          "ชื่อสมาชิก",
        ])
        || (heading.begins(["ผู้"]) && heading.ends(["ชื่อ"]))
    case .bankAccount:
      heading.has([
        "บัญชีธนาคาร", "เลขที่บัญชี", "เลขบัญชี", "หมายเลขบัญชี", "บัญชีเงินฝาก", "พร้อมเพย์", "bankaccount",
        "accountno", "accountnumber", "promptpay",
      ]) || heading.isOne(of: ["บช", "เลขบช", "เลขที่บช", "บัญชีเลขที่"])
    case .vehicle:
      heading.has([
        "ทะเบียนรถ", "ป้ายทะเบียน", "เลขทะเบียนรถ", "licenseplate", "licenceplate",
        "numberplate", "vehicleregistration",
      ])
    case .health:
      heading.has([
        "โรค", "สุขภาพ", "ความพิการ", "พิการ", "ผู้ป่วย", "หมู่เลือด", "กรุ๊ปเลือด", "การแพ้ยา", "disease",
        "illness",
        "disability", "bloodgroup", "bloodtype",
      ])
    case .religion: heading.begins(["ศาสนา"]) || heading.hasWord(["religion"])
    case .income: heading.begins(["รายได้", "เงินเดือน"]) || heading.hasWord(["income", "salary"])
    case .socialMedia: heading.has(["เฟซบุ", "เฟสบุ", "facebook", "อินสตาแกรม", "instagram"])
    default: false
    }
  }
}

extension Field {
  /// What the column's names, in the file and in its description, say that it tells about people.
  ///
  /// A column with a unit counts something, one of truth values says only whether there is one, and
  /// addresses may be those of pages.
  func personalHeading(_ header: String?) -> PersonalHeading? {
    guard unit == nil, type != .boolean, !["url", "link", "website"].contains(name) else {
      return nil
    }
    let headings = (header.map { [$0] } ?? []) + [name] + aliases + (title?.all ?? [])
    return headings.lazy.compactMap { PersonalHeading($0) }.first
  }

  /// Whether a heading says that the values below it are codes.
  static func isCode(_ heading: String) -> Bool {
    let heading = heading.lowercased()
    return heading.hasSuffix("code") || heading.hasSuffix("id")
      || ["รหัส", "เลขที่", "เลขทะเบียน"].contains(where: heading.containsBytes)
  }
}

/// A heading as it is looked through.
private struct HeadingWords {
  /// The letters and digits in lower case, without what stands between them.
  private let text: String
  /// The words in Latin letters.
  let words: [String]

  init(_ heading: String) {
    let lower = heading.lowercased()
    text = lower.filter { $0.isLetter || $0.isNumber }
    words = lower.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.map(String.init)
  }

  func has(_ parts: [String]) -> Bool { parts.contains(where: text.containsBytes) }
  func begins(_ parts: [String]) -> Bool { parts.contains { text.utf8.starts(with: $0.utf8) } }
  func ends(_ parts: [String]) -> Bool { parts.contains { text.hasSuffix($0) } }
  func isOne(of names: [String]) -> Bool { names.contains(text) }
  func hasWord(_ wanted: [String]) -> Bool { wanted.contains { words.contains($0) } }

  /// Whether it counts or prices things, such as `จำนวนโทรศัพท์`.
  var isCount: Bool {
    begins(["จำนวน", "ร้อยละ", "สัดส่วน", "ค่า", "งบ", "ราคา", "อัตรา", "ยอด"])
      || hasWord(["count", "percent", "share", "cost", "expense", "budget", "fee", "rate", "has"])
  }

  /// Whether it names an office's, and no person's.
  var isOfOffice: Bool {
    let offices = [
      "สำนักงาน", "หน่วยงาน", "องค์กร", "องค์การ", "ศูนย์", "ที่ทำการ", "สายด่วน", "เว็บ", "โครงการ",
      "office", "organisation", "organization", "agency", "hotline", "website", "webaddress",
      "maintainer", "publisher", "official",
    ]
    let people = [
      "ประธาน", "ผู้", "กรรมการ", "เจ้าหน้าที่", "สมาชิก", "แกนนำ", "เลขา", "เหรัญญิก", "ส่วนตัว", "บ้าน",
      "contact", "chair", "leader", "person", "member", "staff", "officer",
    ]
    return has(offices) && !has(people)
  }
}
