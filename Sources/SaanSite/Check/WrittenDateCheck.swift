import SaanData
import SaanModel
import SaanText

extension Check {
  static let writtenDates = Check(
    name: "written dates",
    summary: "A year is of the era before it; a day is in the calendar, and its weekday too."
  ) { site, _ in
    site.allPages.flatMap { _, page -> [Diagnostic] in
      let source = page.source
      lazy var fields = source.rangesOfDateFields
      func span(_ range: Range<Int>) -> SourceSpan? {
        // Dates in fields that must be dates have been read, and judged, already.
        fields.contains { $0.overlaps(range) } ? nil : source.span(range)
      }
      return source.bytes.withUnsafeBufferPointer { bytes in
        findEraMistakes(in: bytes).compactMap { found in
          span(found.range).map { .eraMistake(found.mistake, at: $0.place) }
        }
          + findImpossibleDays(in: bytes).compactMap { range in
            span(range).map { .impossibleDate(at: $0) }
          }
          + findWrongWeekdays(in: bytes).compactMap { found in
            span(found.range).map { .wrongWeekday(found.actual, at: $0) }
          }
      }
    }
  }
}

extension SourceFile {
  /// The lines of the front matter whose values are read as dates.
  fileprivate var rangesOfDateFields: [Range<Int>] {
    let keys = ["date:", "updated:", "publish_date:", "expiry_date:", "start:", "end:"]
    let end = startOfBody
    var lines: [Range<Int>] = []
    var start = 0
    while start < end {
      let line = start..<(bytes[start..<end].firstIndex(of: 0x0A) ?? end)
      let field = bytes[line].drop { $0 == 0x20 }
      if keys.contains(where: { field.starts(with: $0.utf8) }) { lines.append(line) }
      start = line.upperBound + 1
    }
    return lines
  }
}
