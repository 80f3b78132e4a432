import SaanData
import SaanTemplate
import SaanText

/// The changes of the values as templates and the feed see them.
extension Reader {
  /// The history as groups for the page of changes.
  var changeGroups: [Value] {
    history.map { step in
      RecordShape.changeGroup(
        .string(step.date?.iso ?? "unreleased"), Value(date: step.date),
        .list(step.added.map { change(nil, $0) }),
        .list(step.changed.map { change($0.before, $0.after) }),
        .list(step.removed.map { change($0, nil) }),
        .list(step.corrections.map { correction($0) }))
    }
  }

  /// The corrections that have been announced, the newest first.
  var corrections: [Value] {
    let figures = figures
    let sorted = figures.corrections.enumerated().sorted { left, right in
      let (a, b) = (left.element.announced?.iso ?? "", right.element.announced?.iso ?? "")
      return (a, -left.offset) > (b, -right.offset)
    }
    return sorted.map { _, correction in
      RecordShape.correction(
        .string(figures.indicators[correction.indicator].name[tag]),
        Value(url(ofIndicator: correction.indicator)),
        .string(figures.areas.all[correction.area].code),
        .string(figures.areas.all[correction.area].name[tag]),
        Value(date: correction.announced), Value(correction.previousValue?.text(.grouped)),
        Value(correction.value?.text(.grouped)), .string(correction.kind.rawValue),
        Value(correction.reason?[tag]))
    }
  }

  /// A step in lines of plain text.
  func changeLines(_ step: DataChanges) -> [String] {
    func line(_ phrase: Phrase, _ record: ReleasedRecord, before: ExactNumber? = nil) -> String {
      let names = [
        "name": name(of: record), "value": text(record.value), "before": text(before),
      ]
      return self.phrase(phrase, names)
    }
    return step.corrections.map { line(.valueCorrected, $0, before: $0.previousValue) }
      + step.changed.map { line(.valueChanged, $0.after, before: $0.before.value) }
      + step.added.map { line(.valueAdded, $0) } + step.removed.map { line(.valueRemoved, $0) }
  }

  private func text(_ value: ExactNumber?) -> String { value?.text(.grouped) ?? "–" }

  private func name(of record: ReleasedRecord) -> String {
    let name = figures.indicator(record.indicator).map {
      figures.indicators[$0].name[tag]
    }
    let area = record.area == "TH" ? nil : figures.area(record.area)
    return [name ?? record.indicator, area.map { figures.areas.all[$0].name[tag] }]
      .compactMap { $0 }.joined(separator: ", ")
  }

  private func change(_ before: ReleasedRecord?, _ after: ReleasedRecord?) -> Value {
    guard let record = after ?? before else { return .none }
    return change(record, before.map { text($0.value) }, after.map { text($0.value) })
  }

  private func correction(_ record: ReleasedRecord) -> Value {
    change(record, text(record.previousValue), text(record.value))
  }

  private func change(
    _ record: ReleasedRecord, _ before: String?, _ after: String?
  ) -> Value {
    let source = record.source.flatMap { figures.source($0) }
    let index = figures.indicator(record.indicator)
    return RecordShape.change(
      .string(name(of: record)),
      Value(index.flatMap { url(ofIndicator: $0) }),
      Value(source.map { figures.sources[$0].title[tag] } ?? record.source),
      Value(date: record.date.flatMap { CalendarDate(iso: $0) }),
      Value(before), Value(after), .string(record.kind.rawValue))
  }
}
