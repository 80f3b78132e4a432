import SaanData
import SaanModel
import SaanPages
import SaanText

/// Why a figure shows what it shows: each value with its place, and the choice between them.
///
/// - Parameters:
///   - area: the one whose values are told, by code, slug or name; all without one.
///   - pages: what reads it, with the sentences that state it.
/// - Returns: `nil` when the site has no such indicator or area, with what to say about that.
package func explainFigure(
  _ id: String, area: String? = nil, in site: Site, pages: ReadingPages = ReadingPages(),
  language: MessageLanguage
) -> Outcome<String?> {
  let figures = site.figures
  guard let index = figures.indicator(id) else {
    let kind = Wording(en: "figure", th: "ตัวเลข")
    let name = Located(id, at: nowhere.start)
    let unknown = Diagnostic.unknownName(
      "unknown-figure", kind, name, among: figures.indicators.map(\.id))
    return Outcome(nil, Diagnostics([unknown.withoutPlace]))
  }
  var wanted: Set<AreaID>?
  if let text = area {
    guard let area = figures.area(text) else {
      let unknown = Diagnostic.unknownArea(
        text, in: figures.areas, suggestion: figures.areas.suggestion(for: text),
        at: nowhere.start.place)
      return Outcome(nil, Diagnostics([unknown.withoutPlace]))
    }
    wanted = Set([area] + figures.together(index, area))
  }
  func isWanted(_ area: AreaID) -> Bool { wanted?.contains(area) ?? true }
  let tag: Language.Tag = language == .thai ? .thai : .english
  var lines = ["\(id)  \(figures.indicators[index].name[tag])"]
  let published = figures.areas(of: index)
  for area in published where isWanted(area) {
    lines += publishedLines(index, area, figures, language)
  }
  for area in figures.areas.all.ids where isWanted(area) && !published.contains(area) {
    lines += summedLines(index, area, figures, language)
  }
  if lines.count == 1, let area {
    let known = figures.areas.all.filter {
      figures.shown(index, $0.id) != nil || figures.rollup(index, $0.id) != nil
    }
    let why = figures.area(area).flatMap { figures.whyNone(index, $0) }
    return Outcome(nil, Diagnostics([.noFigureValue(id, of: area, known: known, why: why)]))
  }
  lines += sources(of: published.filter(isWanted), index, figures, tag, language)
  let readers = pages.lines(in: language)
  if !readers.isEmpty {
    let label = Wording(en: "read by these pages", th: "หน้าที่ใช้ตัวเลขนี้").text(in: language)
    lines += ["\n" + label] + readers
  }
  return Outcome(lines.joined(separator: "\n") + "\n")
}

/// The name of an area, every value that a source gives for it, and why one of them is shown.
private func publishedLines(
  _ index: IndicatorID, _ area: AreaID, _ figures: Statistics, _ language: MessageLanguage
) -> [String] {
  let tag: Language.Tag = language == .thai ? .thai : .english
  let shown = figures.shown(index, area)
  var lines = ["\n\(figures.areas.all[area].code)  \(figures.areas.all[area].name[tag])"]
  for value in figures.values(index, area) {
    let mark = value.row == shown?.row ? "→" : " "
    let words = [
      amount(value.value, value.bound, language), listed(value.date, language),
      value.rank.wording.text(in: language),
      figures.sources[value.source].id, figures.place(of: value).line,
    ]
    lines.append("  \(mark) " + words.joined(separator: "  "))
  }
  if let sum = figures.rollup(index, area) {
    lines.append("    " + summed(sum, figures, language))
  }
  lines += figures.explainedParts(index, area, language: language)
  if let shown { lines.append("    " + choice(shown, figures).text(in: language)) }
  if let reason = figures.disagreement(index, area) {
    let words = reason.reconciliation?.reason?[tag] ?? reason.reconciliation?.cause.rawValue
    let none = Wording(en: "nobody has said why", th: "ยังไม่มีใครบอกว่าเพราะเหตุใด")
    let label = Wording(en: "sources disagree: ", th: "แหล่งข้อมูลไม่ตรงกัน: ")
    lines.append("    " + label.text(in: language) + (words ?? none.text(in: language)))
  }
  return lines
}

/// The name of an area of which no source gives a value, and what is added up there.
private func summedLines(
  _ index: IndicatorID, _ area: AreaID, _ figures: Statistics, _ language: MessageLanguage
) -> [String] {
  let tag: Language.Tag = language == .thai ? .thai : .english
  let sum = figures.rollup(index, area)
  guard sum != nil || !figures.unadded(index, area).isEmpty else { return [] }
  return ["\n\(figures.areas.all[area].code)  \(figures.areas.all[area].name[tag])"]
    + (sum.map { ["  → " + summed($0, figures, language)] } ?? [])
    + figures.explainedParts(index, area, language: language)
}

/// A sum and what it was made from.
private func summed(_ sum: Rollup, _ figures: Statistics, _ language: MessageLanguage) -> String {
  amount(sum.value, sum.bound, language, of: sum.extent) + "  "
    + figures.explained(sum).text(in: language)
}

/// The sources of an indicator's values in some areas, each with who made it and where it lies.
private func sources(
  of areas: [AreaID], _ indicator: IndicatorID, _ figures: Statistics, _ tag: Language.Tag,
  _ language: MessageLanguage
) -> [String] {
  var seen = Set<SourceID>()
  let used = areas.flatMap { figures.values(indicator, $0) }
    .map(\.source).filter { seen.insert($0).inserted }
  guard !used.isEmpty else { return [] }
  let label = Wording(en: "sources", th: "แหล่งข้อมูล").text(in: language)
  return ["\n" + label]
    + used.map { id in
      let source = figures.sources[id]
      let words = [source.id, source.title[tag], source.producer[tag], source.url]
      return "    " + words.compactMap { $0 }.joined(separator: "  ")
    }
}

extension Observation.Rank {
  /// The rank in words.
  fileprivate var wording: Wording {
    switch self {
    case .preferred: Wording(en: "preferred", th: "เลือกแสดง")
    case .normal: Wording(en: "normal", th: "ปกติ")
    case .deprecated: Wording(en: "deprecated", th: "ไม่ใช้แล้ว")
    }
  }
}

private func choice(_ shown: Observation, _ figures: Statistics) -> Wording {
  if shown.rank == .preferred {
    return Wording(en: "shown because its rank is preferred", th: "แสดงค่านี้เพราะเลือกไว้ (preferred)")
  }
  let others = figures.values(shown.indicator, shown.area).filter { $0.rank != .deprecated }
  if figures.isTied(shown) {
    return Wording(
      en: "shown because it comes first among several that are as new",
      th: "แสดงค่านี้เพราะอยู่ก่อนในบรรดาค่าที่ใหม่เท่ากัน")
  }
  return others.count > 1
    ? Wording(en: "shown because its date is the newest", th: "แสดงค่านี้เพราะวันที่ใหม่ที่สุด")
    : Wording(en: "shown because it is the only one", th: "แสดงค่านี้เพราะมีค่าเดียว")
}

/// Where what is asked on the command line stands.
let nowhere = SourceFile(path: "", bytes: [])

extension Diagnostic {
  /// The same of what was asked on the command line.
  var withoutPlace: Diagnostic { Diagnostic(severity, code, message, hint: hint) }
}
