import SaanText
import TestSupport
import Testing

@testable import SaanData

extension CatalogueTests {
  private static let limits: [Diagnostic] = [
    .tooManyColumns(9, limit: 5, at: place), .tooManyRows(5, at: place),
    .cellTooLong(9, limit: 5, isQuoted: true, at: place), .fileTooLarge(9, limit: 5, path: "f.csv"),
  ]

  @Test func whatIsTooLargeIsTold() {
    #expect(
      text(Self.limits) == #"""
        too-many-columns: the table has 9 columns, at most 5 are read
          ตารางมี 9 คอลัมน์ อ่านได้ไม่เกิน 5 คอลัมน์
          > delete columns that nobody needs, or part the table in two
          > ลบคอลัมน์ที่ไม่ใช้ หรือแบ่งเป็นสองตาราง
        too-many-rows: the table has more than 5 rows, reading stops here
          ตารางมีมากกว่า 5 แถว จึงหยุดอ่านตรงนี้
          > part the table in several files
          > แบ่งตารางเป็นหลายไฟล์
        cell-too-long: the value has 9 bytes, at most 5 are read
          ค่านี้มี 9 ไบต์ อ่านได้ไม่เกิน 5 ไบต์
          > its closing quotation mark may be missing
          > อาจลืมเครื่องหมายคำพูดปิดของค่านี้
        file-too-large: the file has 9 bytes, at most 5 are read
          ไฟล์มี 9 ไบต์ อ่านได้ไม่เกิน 5 ไบต์
          > part the table in several files
          > แบ่งตารางเป็นหลายไฟล์
        """#)
  }

  @Test func whatIsSaidOfFilesThatAreNoJSON() throws {
    let all = JSONHint.allCases.map {
      Diagnostic.badJSON(expected: .quoted(":"), $0, at: Self.place)
    }
    try expectGolden(text(all) + "\n", "Planted/json.txt")
  }
}
