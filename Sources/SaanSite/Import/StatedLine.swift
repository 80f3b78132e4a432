import SaanData
import SaanText

/// What a file says of its table above the head.
struct StatedLine: Sendable {
  let row: Int
  let text: String

  /// The day, month or year that the data are of, where the line says one.
  var asOf: CalendarPeriod? {
    for word in ["ณ วันที่", "ข้อมูล ณ", "ณ สิ้นเดือน", "ประจำเดือน", "as of", "As of", "As at", "as at"] {
      guard let found = text.ranges(of: word).first else { continue }
      var rest = text[found.upperBound...].drop { $0.isWhitespace || $0 == ":" }
      for lead in ["วันที่", "เดือน", "สิ้นเดือน"] where rest.hasPrefix(lead) {
        rest = rest.dropFirst(lead.count).drop(while: \.isWhitespace)
      }
      let end = rest.firstIndex { "(),;|".contains($0) } ?? rest.endIndex
      let day = rest[..<end].split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if case .success(let period) = CalendarPeriod.read(day) { return period }
    }
    return nil
  }

  /// What the table is called, where the line is a title: without its number.
  var caption: String? {
    guard asOf == nil else { return nil }
    var rest = text[...]
    if rest.hasPrefix("ตารางที่") {
      rest = rest.dropFirst("ตารางที่".count).drop {
        $0.isWhitespace || $0.isNumber || ".:-–".contains($0)
      }
    }
    let words = rest.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return (4...150).contains(words.count) && words.contains(where: \.isLetter) ? words : nil
  }
}

extension ChosenSheets {
  /// What stands above the head of the first sheet.
  var above: [StatedLine] {
    read[0].above.filter { $0.row < resource.dialect.head.lowerBound }
      .map { StatedLine(row: $0.row, text: $0.text) }
  }
}

extension TableImport {
  /// The lines above the head, for the report.
  var aboveLines: [Wording] {
    above.map { line in
      let text = line.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return Wording(
        en: "row \(line.row), above the head: \(text)", th: "แถว \(line.row) เหนือหัวตาราง: \(text)")
    }
  }

  /// What to write so that pages say of which day the data are, where the file says it above its
  /// head and no column does.
  var undated: [Wording] {
    guard !isUndescribable, let day = above.lazy.compactMap(\.asOf).first,
      table.column("as_of").flatMap({ table.heading($0) }) == nil
    else { return [] }
    let row = "register,area,status,as_of\n\(name),TH,partial,\(day.iso)"
    return [
      Wording(
        en:
          "the file gives the day of its data above the head, and pages do not know it: this row in content/data/register_coverage.csv says it (complete in place of partial, once every place is in the table)\n\n\(row)",
        th:
          "ไฟล์บอกวันของข้อมูลไว้เหนือหัวตาราง แต่หน้าเว็บยังไม่รู้ ให้บอกด้วยแถวนี้ใน content/data/register_coverage.csv (เมื่อตรวจแล้วว่ามีครบทุกแห่ง เปลี่ยน partial เป็น complete)\n\n\(row)"
      )
    ]
  }

  /// Whether its rows are in no register, so that nothing can be said of its completeness.
  private var isUndescribable: Bool { !rows.fields.contains("id") || table.column("area") == nil }
}
