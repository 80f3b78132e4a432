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
  let isWhole = last.release.registers != nil
  let now = DataRelease(
    site.figures, registers: isWhole ? tables : nil, tellsWords: isWhole)
  let changes = DataChanges(from: last.release, to: now)
  let cells = changes.cells(in: site.figures)
  let report = ChangeReport(
    figures: site.figures, pages: try await reads.pages(reading: cells),
    typed: site.typedNumbers(outdated: cells),
    bounds: CorrectedBounds(site.releases, now: now), language: language)
  let rows =
    last.release.lastingChanges(in: site.figures) + last.release.eventChanges(in: site.figures)
  let since = last.date.text(in: language == .thai ? .thai : .english)
  let head =
    changes.isEmpty && rows.isEmpty
    ? Wording(en: "nothing has changed since \(since)", th: "ไม่มีค่าใดเปลี่ยนตั้งแต่ \(since)")
    : Wording(en: "changes since \(since)", th: "ค่าที่เปลี่ยนตั้งแต่ \(since)")
  return Outcome(
    ([head.text(in: language)] + report.lines(of: changes)
      + rows.map { "\n" + $0.line(in: language) }).joined(separator: "\n") + "\n",
    Diagnostics(
      unannouncedChanges([last.release], now: now, in: site.figures)
        + changesOfLastingRows([last.release], in: site.figures)
        + vanishedEvents([last.release], in: site.figures)))
}

/// What has changed in lines, each value with the pages and the texts that say it.
private struct ChangeReport {
  let figures: Statistics
  let pages: [FigureCell: ReadingPages]
  let typed: [FigureCell: [TypedNumber]]
  let bounds: CorrectedBounds
  let language: MessageLanguage

  func lines(of changes: DataChanges) -> [String] {
    let added = changes.added.map {
      lines(Wording(en: "added", th: "เพิ่ม"), $0, $0.shown(in: language))
    }
    let changed = changes.changed.map { before, after in
      lines(
        Wording(en: "changed", th: "เปลี่ยน"), after,
        (before.area == after.area ? "" : "\(before.area): ")
          + "\(before.shown(in: language)) → \(after.shown(in: language))")
    }
    let removed = changes.removed.map {
      lines(Wording(en: "withdrawn", th: "ถอน"), $0, $0.shown(in: language))
    }
    let corrected = changes.corrections.map { record in
      let promised = bounds.bounds(of: record)
      let before = amount(record.previousValue, promised.before, language)
      let after = amount(record.value, promised.after, language)
      return lines(Wording(en: "correction", th: "แก้ไข"), record, "\(before) → \(after)")
    }
    let registers = changes.registers.map { change in
      let readers = figures.cells(of: change).compactMap { pages[$0] }
      return ["\n" + change.line(in: language)]
        + ReadingPages.joining(readers).lines(in: language)
    }
    let words = changes.words.map { change in
      let readers = figures.cells(of: change).compactMap { pages[$0] }
      return ["\n" + change.line(in: language)]
        + ReadingPages.joining(readers).lines(in: language)
    }
    let sums = changes.sums.map { ["\n" + $0.line(in: language)] }
    return (added + changed + removed + corrected + sums + words + registers).flatMap { $0 }
  }

  private func lines(
    _ label: Wording, _ record: ReleasedRecord, _ values: String
  ) -> [String] {
    let place = [record.indicator, record.area, record.date, record.source].compactMap { $0 }
    let head = "\n\(label.text(in: language))  \(place.joined(separator: "  "))  \(values)"
    guard let cell = figures.cell(record) else { return [head] }
    return [head] + (pages[cell] ?? ReadingPages()).lines(in: language)
      + (typed[cell] ?? []).map { $0.line(in: language) }
  }
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
    for change in words {
      for cell in figures.cells(of: change).prefix(Self.mostRegisterAreas) {
        all[cell, default: ([], [])].now += figures.values(cell.indicator, cell.area)
          .compactMap(\.value)
      }
    }
    // A number that another source still gives is not outdated, nor is one that was given for an
    // area and now is for several together.
    for (cell, values) in all where !values.before.isEmpty {
      let current = figures.areas(of: cell.indicator).flatMap {
        figures.values(cell.indicator, $0).compactMap(\.value)
      }
      all[cell]?.before = values.before.filter { !current.contains($0) }
    }
    return all
  }
}

extension Site {
  /// The former values that are typed into texts, wherever these are shown: in a menu, a caption,
  /// on a page that reads no figure.
  ///
  /// A number such as 2,000 may be of anything else, unless the text says what it counts.
  fileprivate func typedNumbers(
    outdated cells: [FigureCell: (now: [ExactNumber], before: [ExactNumber])]
  ) -> [FigureCell: [TypedNumber]] {
    let outdated = cells.flatMap { cell, values in
      values.before.map { (number: $0, indicator: cell.indicator, area: cell.area) }
    }
    let reasons = figures.package["corrections"]?.path
    let found = typed(TypedFigures(outdated: outdated)).filter { number in
      let words = FigureInTexts(number.known.indicator, of: figures)
      return number.place.path != reasons
        && (number.known.isTelling || words.isAbout(number.text))
    }
    return Dictionary(grouping: found) {
      FigureCell(indicator: $0.known.indicator, area: $0.known.area)
    }
  }
}

extension TypedNumber {
  /// Where it stands and in which words, on one line.
  fileprivate func line(in language: MessageLanguage) -> String {
    let label = Wording(en: "still typed: ", th: "ยังพิมพ์ค่าเดิมไว้: ").text(in: language)
    let words = text.ranges(of: number).first.map { text.cut(around: $0) } ?? text
    let said = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return "    \(label)\(place.text(in: language)) “\(said)”"
  }
}

extension RegisterChange {
  /// What changed in a register's rows of an area, on one line.
  fileprivate func line(in language: MessageLanguage) -> String {
    let label = Wording(en: "register", th: "ทะเบียน").text(in: language)
    let place = [name, area].filter { !$0.isEmpty }.joined(separator: "  ")
    let count = altered.map { String($0) }
    let rows =
      before == after
      ? Wording(
        en: "rows: \(after), \(count ?? "some") changed",
        th: "\(after) แถว " + (count.map { "เปลี่ยน \($0) แถว" } ?? "มีแถวที่เปลี่ยน"))
      : Wording(en: "rows: \(before) → \(after)", th: "\(before) → \(after) แถว")
    return "\(label)  \(place)  \(rows.text(in: language))"
  }
}

extension SumChange {
  /// A sum of a region or the country that is another than before, on one line.
  fileprivate func line(in language: MessageLanguage) -> String {
    let label = Wording(en: "sum", th: "ผลรวม").text(in: language)
    func told(_ sum: ReleasedSum) -> String {
      let of = sum.expected > 0 ? ["\(sum.reported)/\(sum.expected)"] : []
      let notes = of + [sum.asOf?.iso].compactMap { $0 }
      return amount(sum.value, sum.bound, language)
        + (notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))")
    }
    let place = "\(before.indicator)  \(before.area)"
    return "\(label)  \(place)  \(told(before)) → \(after.map(told) ?? "–")"
  }
}

extension LastingChange {
  /// What is otherwise of a proposal, a party or a promise, on one line.
  fileprivate func line(in language: MessageLanguage) -> String {
    guard let column else {
      let label =
        isGone
        ? Wording(en: "gone", th: "หายไป") : Wording(en: "added", th: "เพิ่ม")
      return "\(label.text(in: language))  \(table)  \(id)"
    }
    let label = Wording(en: "changed", th: "เปลี่ยน").text(in: language)
    return "\(label)  \(table)  \(id)  \(column): \(before ?? "–") → \(after ?? "–")"
  }
}

extension WordChange {
  /// What is said in other words, on one line.
  fileprivate func line(in language: MessageLanguage) -> String {
    let label = Wording(en: "described", th: "คำบอก").text(in: language)
    let place = [id, area, date, source].compactMap { $0 }.joined(separator: "  ")
    let said = texts.map { "\($0.column): \($0.before ?? "–") → \($0.after ?? "–")" }
    return "\(label)  \(place)  \(said.joined(separator: "; "))"
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

  /// What is shown with the words; nothing of a register, whose rows are the same.
  fileprivate func cells(of change: WordChange) -> [FigureCell] {
    if change.isOfSource {
      return source(change.id).map { source in
        values(ofSource: source).map { FigureCell(indicator: $0.indicator, area: $0.area) }
      } ?? []
    }
    let own = change.area.flatMap { area($0) }
    if change.isOfCoverage || change.isOfCoverageDay {
      guard let own else { return [] }
      return indicators.ids.filter { indicators[$0].register?.table == change.id }
        .flatMap { indicator in
          ([own] + areas.ancestors[own]).map { FigureCell(indicator: indicator, area: $0) }
        }
    }
    guard change.changesMeaning || change.table == "observations",
      let indicator = indicator(change.id)
    else { return [] }
    guard change.table == "indicators" || own != nil else { return [] }
    return (own.map { [$0] } ?? knownAreas(of: indicator)).map {
      FigureCell(indicator: indicator, area: $0)
    }
  }

  /// The areas that an indicator has a value for, published or worked out.
  private func knownAreas(of indicator: IndicatorID) -> [AreaID] {
    let published = areas(of: indicator)
    return published
      + areas.all.ids.filter { rollup(indicator, $0) != nil && !published.contains($0) }
  }

  /// The indicator and the area of a value that was published, as far as they are still there.
  fileprivate func cell(_ record: ReleasedRecord) -> FigureCell? {
    guard let indicator = indicator(record.indicator), let area = area(record.area) else {
      return nil
    }
    return FigureCell(indicator: indicator, area: area)
  }
}
