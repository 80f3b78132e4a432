import SaanData
import SaanModel
import SaanPages
import SaanTemplate
import SaanText

/// What there is of a kind in the site's data, for people and for scripts.
package enum DataList: String, Sendable, CaseIterable {
  case datasets, figures, sources, registers, promises

  /// The members of each thing, in the order of the tables.
  ///
  /// - Parameter language: the language of words and dates; nil for scripts.
  func rows(
    _ site: Site, _ language: MessageLanguage? = nil
  ) -> [[(name: String, value: JSONDocument)]] {
    let figures = site.figures
    let tag: Language.Tag = language == .thai ? .thai : .english
    switch self {
    case .datasets:
      return figures.package.tables.map { table in
        let title = figures.package.descriptor.resource(table.name)?.title
        return [
          ("name", .text(table.name)), ("rows", .count(table.count)),
          ("columns", .count(table.publicFields.count)), ("path", .text(table.path)),
          ("title", .text(title?[tag] ?? table.name)),
        ]
      }
    case .figures: return figures.indicators.ids.map { figure($0, figures, language) }
    case .registers:
      return site.registers.map { register in
        [
          ("name", .text(register.settings.name)), ("table", .text(register.table.name)),
          ("records", .count(register.count)), ("provinces", .count(register.provincesCount)),
          ("path", .text("/\(register.settings.path)/")),
          ("title", .text(register.title[tag])),
        ]
      }
    case .promises:
      let tracker = site.tracker.value
      return tracker.promises.map { promise in
        let state = tracker.state(of: promise, today: site.today, figures.sources)
        return [
          ("id", .text(promise.id)), ("party", .text(promise.party)),
          ("progress", .text(state.progress.rawValue)),
          ("checked_on", .text(listed(state.checkedOn, language))),
          ("overdue", .flag(state.isOverdue)), ("stale", .flag(state.isStale)),
          ("single_source", .flag(state.hasSingleSource)), ("retired", .flag(promise.isRetired)),
          ("merged_into", .text(promise.mergedInto ?? "–")),
          ("title", .text(promise.title[tag])),
        ]
      }
    case .sources:
      return figures.sources.ids.map { index in
        let source = figures.sources[index]
        return [
          ("id", .text(source.id)),
          ("published", .text(listed(source.datePublished, language))),
          ("values", .count(figures.observations.filter { $0.source == index }.count)),
          ("title", .text(source.title[tag])),
        ]
      }
    }
  }

  /// The value that an indicator is known by, published or added up.
  private func figure(
    _ index: IndicatorID, _ figures: Statistics, _ language: MessageLanguage?
  ) -> [(name: String, value: JSONDocument)] {
    let areas = figures.areas(of: index)
    let country = figures.area("TH")
    let area = country.flatMap { areas.contains($0) ? $0 : nil } ?? areas.first
    let value = area.flatMap { figures.shown(index, $0) }
    let sum = area == nil ? country.flatMap { figures.rollup(index, $0) } : nil
    let place = area ?? (sum == nil ? nil : country)
    let bound = value?.bound ?? sum?.told ?? .exact
    let origin = value.map { figures.sources[$0.source].id } ?? sum?.origin.name
    return [
      ("id", .text(figures.indicators[index].id)),
      ("value", .text(amount(value?.value ?? sum?.value, bound, language))),
      ("as_of", .text(listed(value?.date ?? sum?.newest, language))),
      ("area", .text(place.map { figures.areas.all[$0].code } ?? "–")),
      ("source", .text(origin ?? "–")),
      ("disagree", .flag(areas.contains { figures.disagreement(index, $0) != nil })),
    ]
  }

  /// A line per thing in columns, with a heading.
  package func table(_ site: Site, language: MessageLanguage) -> String {
    listTable(rows(site, language), language)
  }

  /// An array of objects.
  package func json(_ site: Site) -> [UInt8] { listJSON(rows(site)) }
}

/// A line per thing in columns, with a heading.
func listTable(
  _ rows: [[(name: String, value: JSONDocument)]], _ language: MessageLanguage
) -> String {
  guard let first = rows.first else { return "" }
  let head = first.map { heading($0.name, language) }
  let cells = [head] + rows.map { $0.map { $0.value.plain(in: language) } }
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
func listJSON(_ rows: [[(name: String, value: JSONDocument)]]) -> [UInt8] {
  JSONDocument.list(rows.map { .object($0.map { (key: $0.name, value: $0.value) }) }).bytes
}

/// A number as the program tells it to those who run it, with what it does not promise.
func amount(
  _ number: ExactNumber?, _ bound: Bound, _ language: MessageLanguage?, of extent: Extent = .whole
) -> String {
  let prose = Prose(language == .thai ? .thai : .english, bindsNumbers: false)
  return number.map { prose.hedged($0.text(.grouped), bound, of: extent) } ?? "–"
}

/// A date as a list shows it: as machines write it, in Thai as people do.
func listed(_ date: CalendarDate?, _ language: MessageLanguage?) -> String {
  guard let date else { return "–" }
  guard language == .thai else { return date.iso }
  return date.text(date.isOfYears ? .eraYear : .medium, in: .thai)
}

private func heading(_ name: String, _ language: MessageLanguage) -> String {
  language == .thai ? thaiHeadings[name] ?? name : name
}

private let thaiHeadings = [
  "name": "ชื่อ", "rows": "แถว", "columns": "คอลัมน์", "path": "ที่อยู่", "title": "ชื่อเรื่อง",
  "id": "รหัส", "value": "ค่า", "as_of": "ข้อมูล ณ", "area": "พื้นที่", "source": "แหล่งข้อมูล",
  "disagree": "ไม่ตรงกัน", "table": "ตาราง", "records": "รายการ", "provinces": "จังหวัด",
  "published": "เผยแพร่", "values": "จำนวนค่า", "code": "รหัส", "class": "ระดับ",
  "name_en": "ชื่ออังกฤษ", "in": "อยู่ใน", "postal_code": "รหัสไปรษณีย์", "party": "พรรค",
  "progress": "สถานะ", "checked_on": "ตรวจล่าสุด", "overdue": "เลยกำหนด",
  "stale": "ถึงเวลาตรวจซ้ำ", "single_source": "แหล่งเดียว", "retired": "ถอนแล้ว",
  "merged_into": "นับรวมกับ",
]

extension Rollup.Origin {
  /// The table that was counted, or the areas.
  fileprivate var name: String {
    switch self {
    case .register(let table): table
    case .areas, .ratio: word
    }
  }
}

extension JSONDocument {
  /// A plain value as a line of text shows it.
  fileprivate func plain(in language: MessageLanguage) -> String {
    switch self {
    case .text(let text): text
    case .number(let digits): digits
    case .flag(let flag):
      Wording(en: flag ? "yes" : "no", th: flag ? "ใช่" : "ไม่").text(in: language)
    default: ""
    }
  }
}

/// How a page comes about: its output, template, source, and the language of its text.
///
/// - Parameters:
///   - path: the site path, such as `/en/news/x/`, or the source file of an article.
///   - reads: tells what the page reads; `nil` not to tell.
package func explainPage(
  _ path: String, in site: Site, _ plan: BuildPlan, reads: SiteReads? = nil,
  language: MessageLanguage
)
  -> Outcome<String?>
{
  let jobs = plan.pages.filter {
    $0.path == path || $0.path == path + "/" || ($0.origin?.path == path && !$0.subject.isOneOfMany)
  }
  guard !jobs.isEmpty else {
    if let text = explainHeldBack(path, in: site, plan, language: language) {
      return Outcome(text)
    }
    let hint = didYouMean(path, among: plan.pages.map(\.path))
    return Outcome(nil, Diagnostics([.unknownPage(path, hint: hint)]))
  }
  let tags = plan.routes.languages.byID { $0.tag }
  let texts = jobs.map { job in
    var lines: [(Wording, String)] = [
      (Wording(en: "page", th: "หน้า"), job.path), (Wording(en: "output", th: "ไฟล์"), job.output),
      (Wording(en: "kind", th: "ชนิด"), job.kind),
      (Wording(en: "template", th: "แม่แบบ"), job.template ?? "–"),
      (Wording(en: "source", th: "ต้นทาง"), job.origin?.line ?? "–"),
      (Wording(en: "reader", th: "ผู้อ่าน"), tags[job.language].rawValue),
    ]
    if let entry = job.subject.entry {
      let page = entry.page(for: tags[job.language])
      let label = Wording(en: "text", th: "เนื้อหา")
      lines.append((label, languageChoice(entry, page, tags[job.language]).text(in: language)))
      if let held = site.heldBack.first(where: {
        $0.key == entry.key && $0.language == tags[job.language]
      }) {
        let own = Wording(
          en: "only the text in \(held.language.rawValue): ",
          th: "เฉพาะเนื้อหาภาษา \(held.language.rawValue): ")
        let text = own.text(in: language) + held.explanation.text(in: language)
        lines.append((heldBackLabel, text))
      }
      if let used = reads?.stated(in: page), !used.isEmpty {
        lines.append((Wording(en: "figures", th: "ตัวเลข"), used.joined(separator: ", ")))
      }
    }
    if let area = job.subject.area {
      lines.append((Wording(en: "area", th: "พื้นที่"), area.code))
      let label = Wording(en: "figures", th: "ตัวเลข")
      let rows = site.figures.explainedRows(of: area.code, language: language)
      lines += rows.isEmpty ? [(label, "–")] : rows.map { (label, $0) }
    }
    let label = Wording(en: "reads", th: "ใช้")
    lines += (reads?.explained(job, in: language) ?? []).map { (label, $0) }
    return lines.map { label, text in
      let name = label.text(in: language)
      return name + String(repeating: " ", count: max(1, 10 - name.displayWidth)) + text + "\n"
    }.joined()
  }
  return Outcome(texts.joined(separator: "\n"))
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
