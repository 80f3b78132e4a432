import SaanData
import SaanModel
import SaanPages
import SaanText

/// What has changed in the values since a release, and the pages that read what has changed.
///
/// - Parameters:
///   - day: the last release up to this day is compared; the last of all without one.
///   - reads: what outputs read, for the pages.
/// - Returns: `nil` where there is no such release, which is told; with changes that no correction
///   tells of.
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
  let tables = site.figures.releasedRegisters(site.settings.registerTables)
  let now = DataRelease(site.figures, registers: last.release.registers.map { _ in tables })
  let changes = DataChanges(from: last.release, to: now)
  let pages = try await reads.pages(reading: changes.cells(in: site.figures))
  var lines: [String] = []
  func add(_ label: Wording, _ record: ReleasedRecord, _ values: String) {
    let place = [record.indicator, record.area, record.date, record.source].compactMap { $0 }
    lines.append("\n\(label.text(in: language))  \(place.joined(separator: "  "))  \(values)")
    let readers = site.figures.cell(record).flatMap { pages[$0] } ?? []
    lines += readers.flatMap { $0.lines(in: language) }
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
  for change in changes.registers {
    lines.append("\n" + change.line(in: language))
    let readers = site.figures.cells(of: change).flatMap { pages[$0] ?? [] }
    lines += ReadingPage.joining(readers).flatMap { $0.lines(in: language) }
  }
  let since = last.date.text(in: language == .thai ? .thai : .english)
  let head =
    changes.isEmpty
    ? Wording(en: "nothing has changed since \(since)", th: "ไม่มีค่าใดเปลี่ยนตั้งแต่ \(since)")
    : Wording(en: "changes since \(since)", th: "ค่าที่เปลี่ยนตั้งแต่ \(since)")
  return Outcome(
    ([head.text(in: language)] + lines).joined(separator: "\n") + "\n",
    Diagnostics(unannouncedChanges([last.release], now: now, in: site.figures)))
}

extension DataChanges {
  /// For how many areas of registers the pages are named.
  private static let mostRegisterAreas = 100

  /// The values that are new, other or gone: what they are now and what they were.
  fileprivate func cells(
    in figures: Statistics
  ) -> [FigureCell: (now: [ExactNumber], before: [ExactNumber])] {
    var all: [FigureCell: (now: [ExactNumber], before: [ExactNumber])] = [:]
    func add(_ record: ReleasedRecord, now: ExactNumber?, before: ExactNumber?) {
      guard let cell = figures.cell(record) else { return }
      all[cell, default: ([], [])].now += [now].compactMap { $0 }
      all[cell, default: ([], [])].before += [before].compactMap { $0 }
    }
    for record in added { add(record, now: record.value, before: nil) }
    for (before, after) in changed {
      let isOther = before.value != after.value
      add(after, now: after.value, before: isOther ? before.value : nil)
    }
    for record in removed { add(record, now: nil, before: record.value) }
    for record in corrections { add(record, now: record.value, before: record.previousValue) }
    // After an import of thousands nobody reads on which pages.
    for change in registers.prefix(Self.mostRegisterAreas) {
      for cell in figures.cells(of: change) {
        all[cell, default: ([], [])].now += [figures.rollup(cell.indicator, cell.area)?.value]
          .compactMap { $0 }
      }
    }
    // A number that another source still gives is not outdated.
    for (cell, values) in all {
      let current = figures.values(cell.indicator, cell.area).compactMap(\.value)
      all[cell]?.before = values.before.filter { !current.contains($0) }
    }
    return all
  }
}

extension RegisterChange {
  /// What changed in a register's rows of an area, on one line.
  fileprivate func line(in language: MessageLanguage) -> String {
    let label = Wording(en: "register", th: "ทะเบียน").text(in: language)
    let place = [name, area].filter { !$0.isEmpty }.joined(separator: "  ")
    let rows =
      before == after
      ? Wording(en: "rows: \(after), some changed", th: "\(after) แถว มีแถวที่เปลี่ยน")
      : Wording(en: "rows: \(before) → \(after)", th: "\(before) → \(after) แถว")
    return "\(label)  \(place)  \(rows.text(in: language))"
  }
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
  /// What is computed of a register in an area.
  fileprivate func cells(of change: RegisterChange) -> [FigureCell] {
    guard let area = area(change.area) else { return [] }
    return indicators.ids.filter { indicators[$0].register?.table == change.name }
      .map { FigureCell(indicator: $0, area: area) }
  }

  /// The indicator and the area of a value that was published, as far as they are still there.
  fileprivate func cell(_ record: ReleasedRecord) -> FigureCell? {
    guard let indicator = indicator(record.indicator), let area = area(record.area) else {
      return nil
    }
    return FigureCell(indicator: indicator, area: area)
  }
}
