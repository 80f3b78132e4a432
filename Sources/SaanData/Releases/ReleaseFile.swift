import SaanText

/// The file of a release: a JSON array with one row on each line, after the digest of them all.
///
/// A release tells what readers have seen on its day, so nobody may change it afterwards, nor give
/// it another day: the digest, which covers both, shows when somebody has. Files of earlier
/// versions have no day, or neither digest nor whole rows; they are read too.
struct ReleaseFile {
  let rows: [ReleasedRow]
  /// Whether it holds all that figures are made of, and what registers came to; files of earlier
  /// versions hold numbers alone.
  let isWhole: Bool

  /// The file of rows as they are published on a day.
  static func bytes(_ rows: [ReleasedRow], date: CalendarDate) -> [UInt8] {
    let body = Array(("\n" + rows.map(\.line).joined(separator: ",\n") + "\n]\n").utf8)
    let head = ReleasedRow(
      "release", ["date": date.iso, "digest": digest(of: body[...], date: date.iso)])
    return Array(("[\n" + head.line + ",").utf8) + body
  }

  /// Reads a file, and tells whether it is as it was written.
  ///
  /// - Parameter date: the day that the file is named after.
  /// - Returns: no file where it cannot be read or has no rows, which is told.
  static func read(_ file: SourceFile, date: CalendarDate) -> Outcome<ReleaseFile?> {
    var issues = IssueBook(path: file.path, sheet: nil, limit: DataLimits().mistakesPerColumn)
    let data = DataFile(path: file.path, bytes: file.bytes)
    guard let records = JSONReader.texts(data, &issues) else {
      return Outcome(nil, issues.diagnostics)
    }
    let rows = records.compactMap { ReleasedRow(record: $0) ?? ReleasedRow(olderRecord: $0) }
    var found = issues.diagnostics
    let isWhole = records.contains { record in record.contains { $0.column == "table" } }
    let head = rows.first { $0.table == "release" }
    let kept = rows.filter { $0.table != "release" }
    guard !kept.isEmpty else {
      found.add(.emptyRelease(file.path))
      return Outcome(nil, found)
    }
    if isWhole, head?["digest"] != digest(afterHeadOf: file.bytes, date: head?["date"]) {
      found.add(.changedRelease(file.path))
    } else if let day = head?["date"], day != date.iso {
      found.add(.movedRelease(file.path, from: day))
    }
    return Outcome(ReleaseFile(rows: kept, isWhole: isWhole), found)
  }

  /// The digest of the lines below the first object; without carriage returns, which come and go.
  private static func digest(afterHeadOf bytes: [UInt8], date: String?) -> String? {
    let separator = Array("},".utf8)
    guard let head = bytes.firstRange(of: separator) else { return nil }
    return digest(of: bytes[head.upperBound...], date: date)
  }

  private static func digest(of bytes: ArraySlice<UInt8>, date: String?) -> String {
    var digest = SHA256()
    digest.add(Array((date ?? "").utf8))
    digest.add(bytes.filter { $0 != UInt8(ascii: "\r") })
    return digest.hex()
  }
}

extension ReleasedRow {
  /// Reads a record of an earlier version: a value or a correction by some of its cells.
  fileprivate init?(olderRecord record: [(column: String, text: String)]) {
    let old = Dictionary(record.map { ($0.column, $0.text) }) { first, _ in first }
    switch old["kind"] {
    case "value":
      let isDay = old["date"].flatMap { CalendarDate(iso: $0) }?.isSpan == false
      self.init(
        "observations",
        [
          "indicator": old["indicator"], "area": old["area"], "as_of": isDay ? old["date"] : nil,
          "period": isDay ? nil : old["date"], "value": old["value"], "status": old["status"],
          "source": old["source"], "rank": old["rank"],
        ])
    case "correction":
      self.init(
        "corrections",
        [
          "indicator": old["indicator"], "area": old["area"], "source": old["source"],
          "previous_value": old["previous_value"], "value": old["value"], "kind": old["status"],
          "announced": old["date"],
        ])
    default: return nil
    }
  }
}
