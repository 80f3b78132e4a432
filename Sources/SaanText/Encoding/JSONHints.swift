/// What people write who write JSON by hand, or what a program left out, and how it is mended.
///
/// It is guessed from what stands where the scanner stopped and from the byte before: these tell
/// the mistakes that people make. Reading on into broken JSON would guess further than anybody
/// knows.
package enum JSONHint: Sendable, CaseIterable {
  case empty, cutOff, commaAtEnd, commaMissing, quotes, name, remark, word, number, twice, text
  case other

  /// Looks at what stands where something else was expected.
  ///
  /// - Parameter offset: where the mistake is, in bytes.
  package init(_ bytes: [UInt8], at offset: Int) {
    if offset < bytes.count, bytes[offset] < 0x20 {
      self = .text
      return
    }
    let before = bytes[..<min(offset, bytes.count)].last { !$0.isJSONSpace }
    let rest = bytes[min(offset, bytes.count)...]
    guard let byte = rest.first(where: { !$0.isJSONSpace }) else {
      self = before == nil ? .empty : .cutOff
      return
    }
    let isAfterComma = before == UInt8(ascii: ",")
    switch byte {
    case UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ","):
      self = isAfterComma ? .commaAtEnd : .other
    case UInt8(ascii: "'"), UInt8(ascii: "`"), 0xE2: self = .quotes
    case UInt8(ascii: "/"), UInt8(ascii: "#"): self = .remark
    case UInt8(ascii: "\""): self = .init(quotationMarkAt: rest, behind: before)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      self = before.map { "}]\"".utf8.contains($0) || $0.isDigit } == true ? .commaMissing : .other
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), 0x30...0x39: self = .number
    default:
      let isName = before == UInt8(ascii: "{") || isAfterComma
      let word = rest.prefix { $0.isASCIILetter || $0 >= 0x80 || $0 == UInt8(ascii: "_") }
      let isColon = rest.dropFirst(word.count).first { !$0.isJSONSpace } == UInt8(ascii: ":")
      self = word.isEmpty ? .other : isName && isColon ? .name : .word
    }
  }

  /// A text where none may stand: a comma is missing before it, its end is, or it is there twice.
  private init(quotationMarkAt rest: ArraySlice<UInt8>, behind before: UInt8?) {
    let isOpening = before.map { "{,[:".utf8.contains($0) } ?? true
    let line = rest.prefix { $0 != 0x0A }
    if !isOpening {
      self = .commaMissing
    } else {
      self = line.count { $0 == UInt8(ascii: "\"") } < 2 ? .text : .twice
    }
  }

  /// What to do about it.
  package var wording: Wording {
    switch self {
    case .empty:
      Wording(
        en: "the file is empty: write the rows, as in [{\"name\": \"Nan\"}], or delete it",
        th: "ไฟล์ว่างเปล่า ให้เขียนแถวข้อมูลแบบ [{\"name\": \"น่าน\"}] หรือลบไฟล์")
    case .cutOff:
      Wording(
        en: "the file ends too early: copy it again whole, or close what is open with ] or }",
        th: "ไฟล์จบก่อนเวลา ให้คัดลอกมาใหม่ทั้งไฟล์ หรือเติม ] หรือ } ที่ขาด")
    case .commaAtEnd:
      Wording(
        en: "delete the comma before it: none follows the last value",
        th: "ลบจุลภาคข้างหน้า เพราะหลังค่าสุดท้ายไม่มีจุลภาค")
    case .commaMissing:
      Wording(
        en: "write a comma between this and what stands before it",
        th: "ใส่จุลภาคคั่นระหว่างค่านี้กับค่าก่อนหน้า")
    case .quotes:
      Wording(
        en: "use straight double quotation marks: \"name\"", th: "ใช้เครื่องหมายคำพูดตรงแบบคู่: \"ชื่อ\"")
    case .name:
      Wording(
        en: "put the name in quotation marks: \"name\": …", th: "ใส่เครื่องหมายคำพูดรอบชื่อ: \"ชื่อ\": …")
    case .remark:
      Wording(
        en: "delete the remark: JSON has none", th: "ลบหมายเหตุนี้ เพราะ JSON ไม่มีหมายเหตุ")
    case .word:
      Wording(
        en: "put a text in quotation marks; without them there are only true, false and null",
        th: "ข้อความต้องอยู่ในเครื่องหมายคำพูด คำที่เขียนเปล่า ๆ ได้มีเพียง true, false และ null")
    case .number:
      Wording(
        en: "write a number as 1234.5, without zeros in front; anything else in quotation marks",
        th: "เขียนตัวเลขแบบ 1234.5 โดยไม่มี 0 นำหน้า อย่างอื่นให้ใส่ในเครื่องหมายคำพูด")
    case .twice:
      Wording(
        en: "give it another name, or delete one of the two", th: "ใช้ชื่ออื่น หรือลบออกหนึ่งรายการ")
    case .text:
      Wording(
        en: "end the text on the same line with \"; write \\n for a new line inside it",
        th: "ปิดข้อความด้วย \" ในบรรทัดเดียวกัน ถ้าต้องการขึ้นบรรทัดใหม่ในข้อความ ให้เขียน \\n")
    case .other:
      Wording(
        en: "export the file again from the program that made it, or keep the table as CSV",
        th: "ส่งออกไฟล์ใหม่จากโปรแกรมที่สร้าง หรือเก็บตารางเป็น CSV")
    }
  }
}

extension UInt8 {
  fileprivate var isJSONSpace: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }
  fileprivate var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
}
