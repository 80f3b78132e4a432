import SaanData
import SaanModel
import SaanPages
import SaanText

/// What has changed in the values since a release, and the pages that read what has changed.
///
/// - Parameters:
///   - day: the last release up to this day is compared; the last of all without one.
///   - reads: what outputs read, for the pages.
/// - Returns: `nil` where there is no such release, which is told.
package func explainChanges(
  since day: CalendarDate?, in site: Site, reads: SiteReads, language: MessageLanguage
) async throws -> Outcome<String?> {
  let known = site.releases.compactMap { release in
    release.date.map { (date: $0, release: release) }
  }
  guard !known.isEmpty else { return Outcome(nil, Diagnostics([.nothingReleased()])) }
  let earlier = known.filter { release in day.map { release.date.iso <= $0.iso } ?? true }
  guard let last = earlier.max(by: { $0.date.iso < $1.date.iso }) else {
    return Outcome(nil, Diagnostics([.noReleaseUpTo(day?.iso ?? "", first: known[0].date.iso)]))
  }
  let changes = DataChanges(from: last.release, to: DataRelease(site.figures))
  let pages = try await reads.pages(reading: changes.cells.compactMap { site.figures.cell($0) })
  var lines: [String] = []
  func add(_ label: Wording, _ record: ReleasedRecord, _ values: String) {
    let place = [record.indicator, record.area, record.date, record.source].compactMap { $0 }
    lines.append("\n\(label.text(in: language))  \(place.joined(separator: "  "))  \(values)")
    let readers = site.figures.cell(record).flatMap { pages[$0] } ?? []
    lines += readers.map { "    " + $0 }
  }
  for record in changes.added {
    add(Wording(en: "added", th: "เพิ่ม"), record, record.shown(in: language))
  }
  for (before, after) in changes.changed {
    add(
      Wording(en: "changed", th: "เปลี่ยน"), after,
      "\(before.shown(in: language)) → \(after.shown(in: language))")
  }
  for record in changes.removed {
    add(Wording(en: "withdrawn", th: "ถอน"), record, record.shown(in: language))
  }
  for record in changes.corrections {
    add(Wording(en: "correction", th: "แก้ไข"), record, record.shown(in: language))
  }
  let since = last.date.text(in: language == .thai ? .thai : .english)
  let head =
    changes.isEmpty
    ? Wording(en: "nothing has changed since \(since)", th: "ไม่มีค่าใดเปลี่ยนตั้งแต่ \(since)")
    : Wording(en: "changes since \(since)", th: "ค่าที่เปลี่ยนตั้งแต่ \(since)")
  return Outcome(([head.text(in: language)] + lines).joined(separator: "\n") + "\n")
}

extension DataChanges {
  /// The values that are new, other or gone.
  fileprivate var cells: [ReleasedRecord] { added + changed.map(\.after) + removed + corrections }
}

extension ReleasedRecord {
  /// The value for people; with its status and rank, since either may be all that has changed.
  fileprivate func shown(in language: MessageLanguage) -> String {
    let number = amount(value, bound, language)
    let notes = [status, rank == "normal" ? nil : rank].compactMap { $0 }.filter { $0 != "A" }
    return notes.isEmpty ? number : "\(number) (\(notes.joined(separator: ", ")))"
  }
}

extension Statistics {
  /// The indicator and the area of a value that was published, as far as they are still there.
  fileprivate func cell(_ record: ReleasedRecord) -> FigureCell? {
    guard let indicator = indicator(record.indicator), let area = area(record.area) else {
      return nil
    }
    return FigureCell(indicator: indicator, area: area)
  }
}
