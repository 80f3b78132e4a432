import SaanText

/// The numbers of a chart as an HTML table that opens on demand.
///
/// It tells what the drawing has no place for: sources, dates, targets, and the places of a map
/// that no point speaks of. Series stand side by side unless there is more to tell of each value;
/// dates that all rows share, or that name the rows, get no column of their own.
struct DataTable {
  let chart: Chart
  private var words: LanguageWords { chart.language.words }
  private var unitHeading: String {
    let heading = chart.text.valueHeading ?? chart.data.unit.heading(in: chart.language)
    return heading.isEmpty ? words[.value] : heading
  }

  func write(into bytes: inout [UInt8]) {
    let isOpened = chart.table != .only
    if isOpened {
      bytes.append(
        chart.table == .open
          ? "<details class=\"chart-data\" open><summary>"
          : "<details class=\"chart-data\"><summary>")
      bytes.appendEscaped(words[.openTable])
      bytes.append("</summary>\n")
    } else {
      bytes.append("<div class=\"chart-data\">")
    }
    bytes.append("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"")
    bytes.appendEscaped(chart.text.title)
    bytes.append("\"><table>\n<caption>")
    chart.borrowed.append(chart.text.title, into: &bytes)
    bytes.append("</caption>\n")
    if isMatrix { writeMatrix(into: &bytes) } else { writeList(into: &bytes) }
    bytes.append(isOpened ? "</table></div></details>\n" : "</table></div></div>\n")
  }

  /// Several series that share their points stand side by side, unless there is more to tell of
  /// each value.
  private var isMatrix: Bool {
    chart.data.series.count > 1 && !isOneWhole
      && !chart.data.points.contains { $0.source != nil }
      && (isOverTime || !chart.data.points.contains { $0.date != nil })
  }

  /// Whether the series are the parts of a single bar, so that each is a row.
  private var isOneWhole: Bool {
    chart.kind.subject == .parts && chart.data.categories.count == 1
      && !chart.data.series.contains { $0.label.text.isEmpty }
  }

  private var isOverTime: Bool { chart.kind.subject == .time }

  // MARK: Side by side

  private func writeMatrix(into bytes: inout [UInt8]) {
    writeHead(
      [(chart.text.itemHeading, false)] + chart.data.series.map { ($0.label.text, true) },
      into: &bytes)
    let keyed = chart.data.series.map(\.pointsByKey)
    for category in chart.data.categories {
      bytes.append("<tr>")
      writeRowHead(category, into: &bytes)
      for points in keyed {
        write(points[category.key] ?? category.with { $0.value = .missing }, into: &bytes)
      }
      bytes.append("</tr>\n")
    }
    bytes.append("</tbody>")
  }

  // MARK: One below the other

  private func writeList(into bytes: inout [UInt8]) {
    let points = rows.map(\.point)
    let hasSeries = chart.data.series.count > 1 && !isOneWhole
    let hasTarget = points.contains { $0.target != nil }
    // Where the rows are named by their dates, a column of dates says it twice.
    let areDates = points.allSatisfy { $0.label.text == ($0.date?.iso ?? "") }
    // One date for all stands in the line of the source.
    let isSaid =
      chart.text.source != nil && Set(points.compactMap(\.date)).count == 1
      && points.allSatisfy { $0.date != nil || $0.value.number == nil }
      && Set(points.filter { $0.date != nil }.map(\.dateBasis)).count == 1
    let hasDate = !isOverTime && !areDates && !isSaid && points.contains { $0.date != nil }
    let hasSource = points.contains { $0.source != nil }
    var head: [(String, Bool)] = [(chart.text.itemHeading, false)]
    if hasSeries { head.append((words[.series], false)) }
    head.append((unitHeading, true))
    if hasTarget { head.append((words[.target], true)) }
    if hasDate { head.append((words[.asOf], false)) }
    if hasSource { head.append((words[.source], false)) }
    writeHead(head, into: &bytes)
    let groups = groups
    var group: ChartGroup?
    for (series, point) in groups.isEmpty ? rows : grouped(rows, by: groups) {
      if let next = groups[point.key], next != group {
        write(next, isFirst: group == nil, columns: head.count, into: &bytes)
        group = next
      }
      bytes.append("<tr>")
      writeRowHead(point, into: &bytes)
      if hasSeries { writeCell(series.text, into: &bytes) }
      write(point, into: &bytes)
      if hasTarget { writeTarget(point, into: &bytes) }
      if hasDate { writeDate(point, into: &bytes) }
      if hasSource { writeCell(point.source ?? "", into: &bytes) }
      bytes.append("</tr>\n")
    }
    bytes.append("</tbody>")
  }

  /// The points with their series; a map's places that no point tells of are rows too.
  private var rows: [(series: ChartLabel, point: ChartPoint)] {
    let rows = chart.data.series.flatMap { series in series.points.map { (series.label, $0) } }
    if isOneWhole { return rows.map { label, point in (label, point.with { $0.label = label }) } }
    guard chart.kind.showsPlaces else { return rows }
    let known = Set(chart.data.points.map(\.key))
    let hrefs = Dictionary(
      chart.data.places.map { ($0.key, $0.href) }, uniquingKeysWith: { first, _ in first })
    let silent = chart.data.places.filter { !known.contains($0.key) }.map {
      (ChartLabel(""), ChartPoint(ChartLabel($0.name), .missing, key: $0.key, href: $0.href))
    }
    return rows.map { label, point in
      (label, point.with { $0.href = $0.href ?? hrefs[point.key] ?? nil })
    } + silent
  }

  /// What the places of a map are listed under, by their keys.
  private var groups: [String: ChartGroup] {
    guard chart.kind.showsPlaces else { return [:] }
    return Dictionary(
      chart.data.places.compactMap { place in place.group.map { (place.key, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The rows of one group after those of another, the groups in the order of the rows.
  private func grouped(
    _ rows: [(series: ChartLabel, point: ChartPoint)], by groups: [String: ChartGroup]
  ) -> [(series: ChartLabel, point: ChartPoint)] {
    var seen = Set<ChartGroup>()
    let order = rows.compactMap { groups[$0.point.key] }.filter { seen.insert($0).inserted }
    return rows.filter { groups[$0.point.key] == nil }
      + order.flatMap { group in rows.filter { groups[$0.point.key] == group } }
  }

  private func write(
    _ group: ChartGroup, isFirst: Bool, columns: Int, into bytes: inout [UInt8]
  ) {
    if !isFirst { bytes.append("</tbody>\n<tbody>\n") }
    bytes.append(text: "<tr><th scope=\"rowgroup\" colspan=\"\(columns)\" id=\"")
    bytes.appendEscaped(group.id)
    bytes.append("\">")
    chart.borrowed.append(group.name, into: &bytes)
    bytes.append("</th></tr>\n")
  }

  // MARK: Cells

  private func writeHead(_ cells: [(text: String, isNumber: Bool)], into bytes: inout [UInt8]) {
    bytes.append("<thead><tr>")
    for cell in cells {
      bytes.append(cell.isNumber ? "<th scope=\"col\" class=\"num\">" : "<th scope=\"col\">")
      chart.borrowed.append(cell.text, into: &bytes)
      bytes.append("</th>")
    }
    bytes.append("</tr></thead>\n<tbody>\n")
  }

  private func writeRowHead(_ point: ChartPoint, into bytes: inout [UInt8]) {
    bytes.append("<th scope=\"row\"")
    if let language = point.label.language, language != chart.language.tag {
      bytes.append(" lang=\"")
      bytes.appendEscaped(language.rawValue)
      bytes.append("\"")
    }
    bytes.append(">")
    if let href = point.href {
      bytes.append("<a href=\"")
      bytes.appendEscaped(href)
      bytes.append("\">")
    }
    if let date = point.date, point.label.text == date.iso {
      writeDay(date, of: point, into: &bytes)
    } else if point.label.text.isEmpty {
      bytes.appendEscaped(point.date == nil ? words[.noDate] : "")
    } else if point.label.language == nil {
      chart.borrowed.append(point.label.text, into: &bytes)
    } else {
      bytes.appendEscaped(point.label.text)
    }
    if point.href != nil { bytes.append("</a>") }
    bytes.append("</th>")
  }

  private func write(_ point: ChartPoint, into bytes: inout [UInt8]) {
    switch point.value {
    case .number(let number):
      bytes.append("<td class=\"num\">")
      let hedge = point.bound.word().map(words.around) ?? ("", "")
      bytes.appendEscaped(hedge.0)
      let shown = point.shownNumber ?? number
      writeNumber(number, shown: shown, of: point.unit ?? chart.data.unit, into: &bytes)
      if case .counted(let one, let other)? = point.unit {
        bytes.append(" ")
        bytes.appendEscaped(shown == ExactNumber(1) ? one : other)
      }
      bytes.appendEscaped(hedge.1)
      let remarks = [
        point.name, point.isProvisional ? words[.provisional] : nil,
        point.isPreferred ? words[.preferred] : nil,
        point.isBreak ? words[.seriesBreak] : nil,
      ]
      for case let text? in remarks {
        bytes.append(" <span class=\"chart-remark\">")
        chart.borrowed.append(text, into: &bytes)
        bytes.append("</span>")
      }
    case .missing:
      bytes.append("<td class=\"chart-missing\">")
      bytes.appendEscaped(point.absenceText(words))
    case .notApplicable:
      bytes.append("<td class=\"chart-na\">")
      bytes.appendEscaped(words[.notApplicable])
    }
    bytes.append("</td>")
  }

  /// Writes a number, with the one for machines beside it where that looks different.
  private func writeNumber(
    _ number: ExactNumber, shown: ExactNumber, of unit: ChartUnit, into bytes: inout [UInt8]
  ) {
    let isPlain = unit != .percent && shown.text() == number.plain
    if !isPlain {
      bytes.append("<data value=\"")
      bytes.append(number, style: .plain)
      bytes.append("\">")
    }
    bytes.append(shown)
    if unit == .percent { bytes.append("%") }
    if !isPlain { bytes.append("</data>") }
  }

  private func writeTarget(_ point: ChartPoint, into bytes: inout [UInt8]) {
    bytes.append("<td class=\"num\">")
    if let target = point.target {
      let hedge = point.targetBound.word().map(words.around) ?? ("", "")
      bytes.appendEscaped(hedge.0)
      bytes.append(target)
      bytes.appendEscaped(hedge.1)
    }
    bytes.append("</td>")
  }

  private func writeDate(_ point: ChartPoint, into bytes: inout [UInt8]) {
    bytes.append("<td>")
    if let date = point.date {
      writeDay(date, of: point, into: &bytes)
    } else if point.value.number != nil {
      bytes.appendEscaped(words[.noDate])
    }
    bytes.append("</td>")
  }

  /// Writes a date; a year with its era, and the day of a publication as that.
  private func writeDay(_ date: CalendarDate, of point: ChartPoint, into bytes: inout [UInt8]) {
    let (before, after) = words.around(point.dateBasis)
    bytes.appendEscaped(before)
    bytes.appendTime(
      date, style: date.isOfYears ? .eraYear : .medium, in: chart.language)
    bytes.appendEscaped(after)
  }

  private func writeCell(_ text: String, into bytes: inout [UInt8]) {
    bytes.append("<td>")
    chart.borrowed.append(text, into: &bytes)
    bytes.append("</td>")
  }
}
