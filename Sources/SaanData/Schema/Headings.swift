import SaanText

/// The headings of spreadsheets, and what else they may be called.
package enum Headings {
  /// How a heading may be meant: by a name, and what stands in brackets behind that.
  struct Reading {
    let name: String
    let bracket: String?
  }

  /// How a heading may be meant, as it stands first: without what stands in brackets behind it, as
  /// in `สมาชิก (คน)`, and of a head of two rows, joined as `องค์กร / จำนวน`, the lower one alone and
  /// behind the upper one.
  static func readings(of heading: String) -> [Reading] {
    var forms = [heading]
    let levels = heading.components(partedBy: " / ")
    if levels.count > 1 {
      forms += [levels[0], levels.reversed().joined(), levels.reversed().joined(separator: " ")]
    }
    return forms.map { Reading(name: $0, bracket: nil) }
      + forms.compactMap { form in
        unit(of: form).map { Reading(name: withoutBracket(form), bracket: $0) }
      }
  }

  private static func withoutBracket(_ heading: String) -> String {
    bracket(of: heading).map { String(heading[..<$0]).trimmed } ?? heading
  }

  /// The names that a heading may be meant by: without brackets only where these say a unit, or
  /// nothing that makes it something else.
  package static func forms(of heading: String) -> [String] {
    readings(of: heading).filter { reading in
      reading.bracket.map { HeadingBracket($0).isHarmless } ?? true
    }.map(\.name)
  }

  /// What stands in brackets behind a heading: `ล้านบาท` of `งบประมาณ (ล้านบาท)`.
  static func unit(of heading: String) -> String? {
    bracket(of: heading).map { String(heading[$0...].dropFirst().dropLast()).trimmed }
  }

  /// The unit of counts and measures that stands behind a heading, in both languages, and the
  /// heading without it: `คน` of `สมาชิก (คน)`; `nil` of what only parts them, as `(ชาย)`.
  static func measured(
    _ heading: String
  ) -> (bare: String, unit: (thai: String, english: String))? {
    guard let said = unit(of: heading), case let bare = withoutBracket(heading), !bare.isEmpty,
      let unit = units.first(where: { [$0.thai, $0.english].contains(said.lowercased()) })
    else { return nil }
    return (bare, unit)
  }

  private static let units: [(thai: String, english: String)] = [
    ("คน", "people"), ("ราย", "persons"), ("บาท", "baht"), ("ล้านบาท", "million baht"),
    ("พันบาท", "thousand baht"), ("แสนบาท", "hundred thousand baht"), ("ร้อยละ", "per cent"),
    ("%", "%"), ("ไร่", "rai"), ("งาน", "ngan"), ("ตารางวา", "square wa"),
    ("ตร.ว.", "sq wa"), ("ตารางเมตร", "square metres"), ("ตร.ม.", "sq m"),
    ("ตารางกิโลเมตร", "square kilometres"), ("ตร.กม.", "sq km"), ("เฮกตาร์", "hectares"),
    ("ครัวเรือน", "households"), ("หลังคาเรือน", "houses"), ("หลัง", "houses"),
    ("ครอบครัว", "families"), ("องค์กร", "organisations"), ("แห่ง", "places"),
    ("กองทุน", "funds"), ("ชุมชน", "communities"), ("หมู่บ้าน", "villages"),
    ("ตำบล", "subdistricts"), ("อำเภอ", "districts"), ("จังหวัด", "provinces"),
    ("โครงการ", "projects"), ("กลุ่ม", "groups"), ("เครือข่าย", "networks"), ("ต้น", "trees"),
    ("ตัว", "animals"), ("แปลง", "plots"), ("ชิ้น", "pieces"), ("เรื่อง", "items"),
    ("กิโลกรัม", "kilograms"), ("กก.", "kg"), ("ตัน", "tonnes"), ("กิโลเมตร", "kilometres"),
    ("กม.", "km"), ("เมตร", "metres"), ("ลิตร", "litres"), ("ลูกบาศก์เมตร", "cubic metres"),
    ("ลบ.ม.", "cubic m"), ("ปี", "years"), ("เดือน", "months"), ("วัน", "days"),
    ("ชั่วโมง", "hours"), ("ครั้ง", "times"),
  ]

  /// Whether a heading says that the column numbers the lines of a sheet.
  package static func isRunningNumber(_ heading: String) -> Bool {
    ["ลำดับ", "ลำดับที่", "ที่", "No.", "no.", "#"].contains(heading)
  }

  private static func bracket(of heading: String) -> String.Index? {
    guard heading.hasSuffix(")"), let open = heading.lastIndex(of: "("), open > heading.startIndex
    else { return nil }
    return open
  }
}

extension String {
  fileprivate func components(partedBy separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}

extension Field {
  /// Whether a file's headings have the field, by its name or another.
  package func isAmong(_ header: [String]) -> Bool {
    let names = Set([name] + aliases)
    return header.contains { heading in
      Headings.readings(of: heading).contains { names.contains($0.name) && allows($0.bracket) }
    }
  }

  /// Whether a heading is one of the field with these words in brackets behind it: its unit, its
  /// name in another language, or what says nothing of the values.
  func allows(_ bracket: String?) -> Bool {
    guard let bracket, !([name] + aliases + (title?.all ?? [])).contains(bracket) else {
      return true
    }
    let own = unit ?? KnownColumns.unit(of: name)
    return HeadingBracket(bracket).fits(own?.all ?? [])
  }
}
