import SaanData
import SaanTemplate
import SaanText

/// What there is of a kind in the site's data, for people and for scripts.
package enum DataList: String, Sendable, CaseIterable {
  case datasets, figures, sources, registers

  /// The members of each thing, in the order of the tables.
  func rows(_ site: Site) -> [[(name: String, value: JSONDocument)]] {
    let figures = site.figures
    switch self {
    case .datasets:
      return figures.package.tables.map { table in
        let title = figures.package.descriptor.resource(table.name)?.title
        return [
          ("name", .text(table.name)), ("rows", .count(table.count)),
          ("columns", .count(table.publicFields.count)), ("path", .text(table.path)),
          ("title", .text(title?.text(in: .english)?.text ?? table.name)),
        ]
      }
    case .figures:
      return figures.indicators.indices.map { index in
        let areas = figures.areas(of: index)
        let country = figures.area("TH")
        let area = country.flatMap { areas.contains($0) ? $0 : nil } ?? areas.first
        let shown = area.flatMap { figures.shown(index, $0) }
        return [
          ("id", .text(figures.indicators[index].id)),
          ("value", .text(shown?.value?.text(.grouped) ?? "–")),
          ("as_of", .text(shown?.asOf?.iso ?? "–")),
          ("area", .text(area.map { figures.areas.all[$0].code } ?? "–")),
          ("source", .text(shown.map { figures.sources[$0.source].id } ?? "–")),
          ("disagree", .flag(areas.contains { figures.disagreement(index, $0) != nil })),
        ]
      }
    case .registers:
      return site.registers.map { register in
        [
          ("name", .text(register.settings.name)), ("table", .text(register.table.name)),
          ("records", .count(register.count)), ("provinces", .count(register.provincesCount)),
          ("path", .text("/\(register.settings.path)/")),
          ("title", .text(register.title[.english])),
        ]
      }
    case .sources:
      return figures.sources.indices.map { index in
        let source = figures.sources[index]
        return [
          ("id", .text(source.id)),
          ("published", .text(source.datePublished?.iso ?? "–")),
          ("values", .count(figures.observations.filter { $0.source == index }.count)),
          ("title", .text(source.title[.english])),
        ]
      }
    }
  }

  /// A line per thing in columns, with a heading.
  package func table(_ site: Site) -> String {
    let rows = rows(site)
    guard let first = rows.first else { return "" }
    let cells = [first.map(\.name)] + rows.map { $0.map { $0.value.plain } }
    let widths = first.indices.map { column in cells.map { $0[column].displayWidth }.max() ?? 0 }
    return cells.map { row in
      let padded = row.enumerated().map { index, cell in
        index == row.count - 1
          ? cell : cell + String(repeating: " ", count: widths[index] - cell.displayWidth)
      }
      return padded.joined(separator: "  ") + "\n"
    }.joined()
  }

  /// An array of objects.
  package func json(_ site: Site) -> [UInt8] {
    JSONDocument.list(rows(site).map { .object($0.map { (key: $0.name, value: $0.value) }) }).bytes
  }
}

extension JSONDocument {
  /// A plain value as a line of text shows it.
  fileprivate var plain: String {
    switch self {
    case .text(let text): text
    case .number(let digits): digits
    case .flag(let flag): flag ? "yes" : "no"
    default: ""
    }
  }
}

/// Why a figure shows what it shows: each value with its place, and the choice between them.
///
/// - Returns: `nil` when the site has no such indicator, with what to say about that.
package func explainFigure(_ id: String, in site: Site, language: MessageLanguage)
  -> Outcome<String?>
{
  let figures = site.figures
  guard let index = figures.indicator(id) else {
    let kind = Wording(en: "figure", th: "ตัวเลข")
    let name = Located(id, at: SourceFile(path: "", bytes: []).start)
    var unknown = Diagnostic.unknownName(
      "unknown-figure", kind, name, among: figures.indicators.map(\.id))
    unknown = Diagnostic(unknown.severity, unknown.code, unknown.message, hint: unknown.hint)
    return Outcome(nil, Diagnostics([unknown]))
  }
  let tag: Language.Tag = language == .thai ? .thai : .english
  var lines = ["\(id)  \(figures.indicators[index].name[tag])"]
  let published = figures.areas(of: index)
  let country = figures.area("TH").map { published.contains($0) ? [] : [$0] } ?? []
  for area in country + published where figures.figure(index, area) != nil {
    let shown = figures.shown(index, area)
    lines.append("\n\(figures.areas.all[area].code)  \(figures.areas.all[area].name[tag])")
    for value in figures.values(index, area) {
      let mark = value.row == shown?.row ? "→" : " "
      let words = [
        value.value?.text(.grouped) ?? "–", value.asOf?.iso ?? "–", value.rank.rawValue,
        figures.sources[value.source].id, figures.place(of: value).line,
      ]
      lines.append("  \(mark) " + words.joined(separator: "  "))
    }
    if let rollup = figures.rollup(index, area) {
      let total = rollup.value.text(.grouped)
      lines.append("    \(total)  " + figures.sum(rollup).text(in: language))
      for part in rollup.parts.prefix(100).map({ figures.observations[$0] }) {
        let words = [
          part.value?.text(.grouped) ?? "–", figures.areas.all[part.area].code,
          figures.sources[part.source].id, figures.place(of: part).line,
        ]
        lines.append("      + " + words.joined(separator: "  "))
      }
    }
    for line in figures.explainedUnadded(index, area, language: language) {
      lines.append("      – " + line)
    }
    if let shown { lines.append("    " + choice(shown, figures).text(in: language)) }
    if let reason = figures.disagreement(index, area) {
      let words = reason.reconciliation?.reason?[tag] ?? reason.reconciliation?.cause.rawValue
      let none = Wording(en: "nobody has said why", th: "ยังไม่มีใครบอกว่าเพราะเหตุใด")
      let label = Wording(en: "sources disagree: ", th: "แหล่งข้อมูลไม่ตรงกัน: ")
      lines.append("    " + label.text(in: language) + (words ?? none.text(in: language)))
    }
  }
  return Outcome(lines.joined(separator: "\n") + "\n")
}

private func choice(_ shown: Observation, _ figures: Statistics) -> Wording {
  if shown.rank == .preferred {
    return Wording(en: "shown because its rank is preferred", th: "แสดงค่านี้เพราะเลือกไว้ (preferred)")
  }
  let others = figures.values(shown.indicator, shown.area).filter { $0.rank != .deprecated }
  return others.count > 1
    ? Wording(en: "shown because its date is the newest", th: "แสดงค่านี้เพราะวันที่ใหม่ที่สุด")
    : Wording(en: "shown because it is the only one", th: "แสดงค่านี้เพราะมีค่าเดียว")
}

/// How a page comes about: its output, template, source, and the language of its text.
///
/// - Parameter path: the site path, such as `/en/news/x/`, or the source file of an article.
package func explainPage(
  _ path: String, in site: Site, _ plan: BuildPlan, language: MessageLanguage
)
  -> Outcome<String?>
{
  let jobs = plan.pages.filter {
    $0.path == path || $0.path == path + "/" || ($0.origin?.path == path && !$0.isOneOfMany)
  }
  guard !jobs.isEmpty else {
    if let text = explainHeldBack(path, in: site, plan, language: language) {
      return Outcome(text)
    }
    let hint = didYouMean(path, among: plan.pages.map(\.path))
    return Outcome(nil, Diagnostics([.unknownPage(path, hint: hint)]))
  }
  let tags = plan.routes.languages.map(\.tag)
  let texts = jobs.map { job in
    var lines: [(Wording, String)] = [
      (Wording(en: "page", th: "หน้า"), job.path), (Wording(en: "output", th: "ไฟล์"), job.output),
      (Wording(en: "kind", th: "ชนิด"), job.kind),
      (Wording(en: "template", th: "เทมเพลต"), job.template ?? "–"),
      (Wording(en: "source", th: "ต้นทาง"), job.origin?.line ?? "–"),
      (Wording(en: "reader", th: "ผู้อ่าน"), tags[job.language].rawValue),
    ]
    if case .page(let entry) = job.subject {
      let page = entry.page(for: tags[job.language])
      let label = Wording(en: "text", th: "เนื้อหา")
      lines.append((label, languageChoice(entry, page, tags[job.language]).text(in: language)))
      if let held = site.heldBack.first(where: {
        $0.key == entry.key && $0.language == tags[job.language]
      }) {
        lines.append((heldBackLabel, held.explanation.text(in: language)))
      }
      let used = Set(
        page.body.allCalls.compactMap(\.call).filter { $0.name == "figure" }
          .compactMap { $0.positional.first?.text })
      if !used.isEmpty {
        lines.append((Wording(en: "figures", th: "ตัวเลข"), used.sorted().joined(separator: ", ")))
      }
    }
    if case .area(let area) = job.subject {
      lines.append((Wording(en: "area", th: "พื้นที่"), area.code))
      let label = Wording(en: "figures", th: "ตัวเลข")
      let rows = site.figures.explainedRows(of: area.code, language: language)
      lines += rows.isEmpty ? [(label, "–")] : rows.map { (label, $0) }
    }
    return lines.map { label, text in
      let name = label.text(in: language)
      return name + String(repeating: " ", count: max(1, 10 - name.displayWidth)) + text + "\n"
    }.joined()
  }
  return Outcome(texts.joined(separator: "\n"))
}

extension Job {
  /// Whether it is one of the thousands of pages that one table makes.
  fileprivate var isOneOfMany: Bool {
    switch subject {
    case .record, .registerArea: true
    default: false
    }
  }
}

private func languageChoice(_ entry: Entry, _ page: Page, _ reader: Language.Tag) -> Wording {
  let own = page.language.rawValue
  if page.language == reader {
    return Wording(
      en: "written in \(own): \(page.source.path)", th: "เขียนเป็น \(own): \(page.source.path)")
  }
  return Wording(
    en: "no translation into \(reader.rawValue): the original in \(own) is shown with a notice",
    th: "ไม่มีฉบับแปลเป็น \(reader.rawValue) จึงแสดงต้นฉบับภาษา \(own) พร้อมข้อความแจ้ง")
}

extension Place {
  /// The place on one line.
  var line: String {
    switch self {
    case .cell(let path, let sheet, let row, let column):
      [path, sheet, String(row), column].compactMap { $0 }.joined(separator: " › ")
    default: path
    }
  }
}
