import SaanData
import SaanTemplate
import SaanText

/// The changes of the values as templates and the feed see them.
extension SiteContext {
  /// What changed from release to release, the newest first.
  var history: [DataChanges] {
    dataHistory(site.releases, now: DataRelease(site.figures))
  }

  /// The history as groups for the page of changes.
  func changeGroups(language: Int) -> [Value] {
    history.map { step in
      RecordShape.changeGroup(
        .string(step.date?.iso ?? "unreleased"), Value(date: step.date),
        .list(step.added.map { change(nil, $0, language) }),
        .list(step.changed.map { change($0.before, $0.after, language) }),
        .list(step.removed.map { change($0, nil, language) }),
        .list(step.corrections.map { correction($0, language) }))
    }
  }

  /// The corrections that have been announced, the newest first.
  func corrections(language: Int) -> [Value] {
    let tag = languages[language].tag
    let figures = site.figures
    let sorted = figures.corrections.enumerated().sorted { left, right in
      let (a, b) = (left.element.announced?.iso ?? "", right.element.announced?.iso ?? "")
      return (a, -left.offset) > (b, -right.offset)
    }
    return sorted.map { _, correction in
      RecordShape.correction(
        .string(figures.indicators[correction.indicator].name[tag]),
        Value(url(ofIndicator: correction.indicator, language: language)),
        .string(figures.areas.all[correction.area].code),
        .string(figures.areas.all[correction.area].name[tag]),
        Value(date: correction.announced), Value(correction.previousValue?.text(.grouped)),
        Value(correction.value?.text(.grouped)), .string(correction.kind.rawValue),
        Value(correction.reason?[tag]))
    }
  }

  /// A step in lines of plain text.
  func changeLines(_ step: DataChanges, language: Int) -> [String] {
    func line(_ phrase: Phrase, _ record: ReleasedRecord, before: String? = nil) -> String {
      let names = [
        "name": name(of: record, language), "value": text(record.value, record.bound, language),
        "before": before ?? "",
      ]
      return self.phrase(phrase, language: language, names)
    }
    return step.corrections.map {
      line(.valueCorrected, $0, before: text($0.previousValue, .exact, language))
    }
      + step.changed.map {
        line(.valueChanged, $0.after, before: text($0.before.value, $0.before.bound, language))
      }
      + step.added.map { line(.valueAdded, $0) } + step.removed.map { line(.valueRemoved, $0) }
  }

  private func text(_ value: ExactNumber?, _ bound: Bound, _ language: Int) -> String {
    value.map { Prose(languages[language]).hedged($0.text(.grouped), bound) } ?? "–"
  }

  private func name(of record: ReleasedRecord, _ language: Int) -> String {
    let tag = languages[language].tag
    let name = site.figures.indicator(record.indicator).map {
      site.figures.indicators[$0].name[tag]
    }
    let area = record.area == "TH" ? nil : site.figures.area(record.area)
    return [name ?? record.indicator, area.map { site.figures.areas.all[$0].name[tag] }]
      .compactMap { $0 }.joined(separator: ", ")
  }

  private func change(_ before: ReleasedRecord?, _ after: ReleasedRecord?, _ language: Int) -> Value
  {
    guard let record = after ?? before else { return .none }
    return change(
      record, before.map { text($0.value, $0.bound, language) },
      after.map { text($0.value, $0.bound, language) }, language)
  }

  private func correction(_ record: ReleasedRecord, _ language: Int) -> Value {
    change(
      record, text(record.previousValue, .exact, language), text(record.value, .exact, language),
      language)
  }

  private func change(
    _ record: ReleasedRecord, _ before: String?, _ after: String?, _ language: Int
  ) -> Value {
    let tag = languages[language].tag
    let source = record.source.flatMap { site.figures.source($0) }
    let index = site.figures.indicator(record.indicator)
    return RecordShape.change(
      .string(name(of: record, language)),
      Value(index.flatMap { url(ofIndicator: $0, language: language) }),
      Value(source.map { site.figures.sources[$0].title[tag] } ?? record.source),
      Value(date: record.date.flatMap { CalendarDate(iso: $0) }),
      Value(before), Value(after), .string(record.kind.rawValue))
  }
}
