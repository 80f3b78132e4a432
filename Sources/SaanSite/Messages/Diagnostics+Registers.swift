import SaanData
import SaanText

/// The mistakes about registers, with their wording.
extension Diagnostic {
  /// - Parameter heading: the table's own name of its narrowest places, where it has any.
  static func tableWithoutArea(_ table: Located<String>, heading: String?) -> Diagnostic {
    let line = heading.map { "{name: area, aliases: [\($0)]}" }
    return Diagnostic(
      .error, "table-without-area",
      Wording(
        en: "the table '\(table.value)' has no column 'area'",
        th: "ตาราง '\(table.value)' ไม่มีคอลัมน์ 'area'"), at: table.span.place,
      hint: line.map {
        Wording(
          en: "a register is listed by area: in datapackage.yaml, call the narrowest one \($0)",
          th: "ทะเบียนจัดเรียงตามพื้นที่ ให้ตั้งชื่อคอลัมน์พื้นที่ที่แคบที่สุดใน datapackage.yaml ว่า \($0)")
      }
        ?? Wording(
          en: "a register is listed by area: give every row the code of its province or district",
          th: "ทะเบียนจัดเรียงตามพื้นที่ ให้ทุกแถวมีรหัสจังหวัดหรืออำเภอ"))
  }

  static func tableWithoutID(_ table: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "table-without-id",
      Wording(
        en: "the table '\(table.value)' has no column that names each row",
        th: "ตาราง '\(table.value)' ไม่มีคอลัมน์ที่ใช้เรียกแต่ละแถว"), at: table.span.place,
      hint: Wording(
        en: "add a column 'id', or name one as 'primaryKey' in the schema",
        th: "เพิ่มคอลัมน์ 'id' หรือระบุคอลัมน์ที่มีอยู่เป็น 'primaryKey' ใน schema"))
  }

  static func unknownColumn(
    _ column: Located<String>, table: String, among known: [String]
  ) -> Diagnostic {
    let all = known.joined(separator: ", ")
    return Diagnostic(
      .error, "unknown-column",
      Wording(
        en: "the table '\(table)' has no public column '\(column.value)'",
        th: "ตาราง '\(table)' ไม่มีคอลัมน์ที่เผยแพร่ชื่อ '\(column.value)'"),
      at: column.span.place,
      hint: didYouMean(column.value, among: known)
        ?? Wording(en: "its columns are \(all)", th: "คอลัมน์ที่มีคือ \(all)"))
  }

  static func privateColumn(_ column: Located<String>, table: String) -> Diagnostic {
    Diagnostic(
      .error, "private-column",
      Wording(
        en: "the column '\(column.value)' of the table '\(table)' is private",
        th: "คอลัมน์ '\(column.value)' ของตาราง '\(table)' เป็นข้อมูลที่ไม่เผยแพร่"),
      at: column.span.place,
      hint: Wording(
        en: "private columns never leave this computer: take it out of the list",
        th: "คอลัมน์นี้ออกนอกเครื่องนี้ไม่ได้ ให้เอาออกจากรายการ"))
  }

  static func notANumberColumn(_ column: Located<String>, table: String) -> Diagnostic {
    Diagnostic(
      .error, "not-a-number-column",
      Wording(
        en: "the column '\(column.value)' of the table '\(table)' holds no numbers to add up",
        th: "คอลัมน์ '\(column.value)' ของตาราง '\(table)' ไม่ใช่ตัวเลขที่รวมได้"),
      at: column.span.place,
      hint: Wording(
        en: "give it the type integer or number in the schema",
        th: "กำหนดชนิดใน schema เป็น integer หรือ number"))
  }

  static func badRecordID(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "bad-record-id",
      Wording(
        en: "'\(id)' cannot be part of an address", th: "'\(id)' ใช้เป็นส่วนหนึ่งของที่อยู่เว็บไม่ได้"),
      at: place,
      hint: Wording(
        en: "give every row an id of a-z, 0-9 and hyphens that will not change",
        th: "ให้ทุกแถวมีรหัสที่ใช้ a-z, 0-9 และขีด และไม่เปลี่ยนภายหลัง"))
  }

  static func sameRecordID(_ id: String, row: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "same-record-id",
      Wording(
        en: "'\(id)' gives this record the same address as row \(row)",
        th: "'\(id)' ทำให้รายการนี้มีที่อยู่ซ้ำกับแถว \(row)"),
      at: place,
      hint: Wording(
        en: "ids that differ only in capitals and signs are one in an address",
        th: "รหัสที่ต่างกันเพียงตัวพิมพ์ใหญ่เล็กหรือเครื่องหมายจะเป็นที่อยู่เดียวกัน"))
  }
}
