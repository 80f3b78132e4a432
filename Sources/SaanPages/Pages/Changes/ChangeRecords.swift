import SaanData
import SaanModel
import SaanTemplate
import SaanText

/// The changes of the values as templates and the feed see them.
extension Reader {
  /// The history as groups for the page of changes.
  var changeGroups: [Value] {
    let (bounds, units) = (correctedBounds, unitsOfChanges)
    return history.map { step in
      Value(
        ChangeGroupRecord(
          id: step.date?.iso ?? "unreleased", date: step.date,
          added: step.added.map { change(nil, $0, units) },
          changed: step.changed.map { change($0.before, $0.after, units) }
            + step.toldWords.compactMap { change($0) },
          removed: step.removed.map { change($0, nil, units) },
          corrected: step.corrections.map { correction($0, bounds, units) },
          registers: registerChanges(step).map { Value($0) },
          sums: step.sums.map { Value(movedSum($0, step)) }))
    }
  }

  /// The corrections that have been announced, the newest first.
  func corrections(_ isTold: (Correction) -> Bool) -> [Value] {
    guard figures.corrections.contains(where: isTold) else { return [] }
    let (figures, bounds, units) = (figures, correctedBounds, unitsOfChanges)
    var records: [Int: ReleasedRecord] = [:]
    for record in release.records where record.kind == .correction {
      if let row = record.row { records[row] = record }
    }
    let sorted = figures.corrections.enumerated().filter { isTold($0.element) }.sorted {
      left, right in
      let (a, b) = (left.element.announced?.iso ?? "", right.element.announced?.iso ?? "")
      return (a, -left.offset) > (b, -right.offset)
    }
    let prose = Prose(language)
    return sorted.map { _, correction in
      let area = figures.areas.all[correction.area]
      let promised =
        records[correction.row].map { bounds.bounds(of: $0) } ?? (before: .exact, after: .exact)
      let noun = records[correction.row].flatMap { units.noun(of: $0) }
      let value = corrected(by: correction)
      let source = value?.source ?? correction.source
      return Value(
        CorrectionRecord(
          name: figures.indicators[correction.indicator].name[tag],
          url: url(ofIndicator: correction.indicator), areaCode: area.code, area: area.name[tag],
          announced: correction.announced,
          before: correction.previousValue.map { text($0, promised.before, noun) },
          after: correction.value.map { text($0, promised.after, noun) },
          kind: correction.kind.rawValue,
          valueDate: value.map { $0.time.map(prose.when) ?? prose.asOf(nil) },
          source: source.map { figures.sources[$0].title[tag] },
          reason: correction.reason?[tag]))
    }
  }

  /// A step in lines of plain text.
  func changeLines(_ step: DataChanges) -> [String] {
    let units = unitsOfChanges
    func line(_ phrase: Phrase, _ record: ReleasedRecord) -> String {
      self.phrase(phrase, ["name": name(of: record), "value": text(record, units)])
    }
    let bounds = correctedBounds
    let corrected = step.corrections.map { record -> String in
      let promised = bounds.bounds(of: record)
      let noun = units.noun(of: record)
      let before = text(record.previousValue, promised.before, noun)
      guard record.value != nil else {
        return phrase(.valueRemoved, ["name": name(of: record), "value": before])
      }
      return phrase(
        .valueCorrected,
        [
          "name": name(of: record), "value": text(record.value, promised.after, noun),
          "before": before,
        ])
    }
    let changed = step.changed.map { pair -> String in
      let told = told(pair.before, pair.after, units)
      return phrase(
        .valueChanged,
        ["name": told.name, "value": told.after ?? "–", "before": told.before ?? "–"])
    }
    let described = step.toldWords.compactMap { change -> String? in
      guard let said = texts(change) else { return nil }
      return phrase(
        .valueChanged,
        ["name": name(of: change), "value": said.after ?? "–", "before": said.before])
    }
    return corrected + changed + described
      + step.added.map { line(.valueAdded, $0) } + step.removed.map { line(.valueRemoved, $0) }
      + registerChanges(step).map(\.text)
      + step.sums.map { sum in
        let told = movedSum(sum, step)
        let line = phrase(
          .valueChanged,
          ["name": told.name, "value": told.after ?? "–", "before": told.before ?? "–"])
        return told.why.map { "\(line) (\($0))" } ?? line
      }
  }

  /// What changed in each register as a whole.
  private func registerChanges(_ step: DataChanges) -> [RegisterChangeRecord] {
    var names: [String] = []
    let byName = Dictionary(grouping: step.registers) { change in
      if !names.contains(change.name) { names.append(change.name) }
      return change.name
    }
    return names.flatMap { name -> [RegisterChangeRecord] in
      let changes = byName[name] ?? []
      let (before, after) = (
        changes.map(\.before).reduce(0, +), changes.map(\.after).reduce(0, +)
      )
      let title = figures.title(ofTable: name, in: tag)
      let altered = changes.compactMap(\.altered).reduce(0, +)
      var texts: [String] = []
      if after != before {
        texts.append(
          phrase(
            after > before ? .recordsAdded : .recordsRemoved, ["name": title],
            count: abs(after - before)))
      }
      if altered > 0 {
        texts.append(
          language.words.text(
            .recordsAltered, ["name": title, "count": ExactNumber(altered).text()],
            count: altered))
      }
      if texts.isEmpty { texts = [phrase(.recordsChanged, ["name": title])] }
      return texts.map {
        RegisterChangeRecord(name: title, url: page(ofTable: name), text: $0)
      }
    }
  }

  private func text(_ record: ReleasedRecord, _ units: UnitsOfChanges) -> String {
    text(record.value, record.bound, units.noun(of: record))
  }

  private func text(_ value: ExactNumber?, _ bound: Bound, _ noun: CountedNoun?) -> String {
    let prose = Prose(language, bindsNumbers: false)
    return value.map { prose.amount($0, noun, hedge: bound) } ?? "–"
  }

  /// What the numbers of all changes count.
  private var unitsOfChanges: UnitsOfChanges {
    UnitsOfChanges(figures: figures, history: history, tag: tag)
  }

  private func name(of record: ReleasedRecord) -> String {
    name(record.indicator, in: record.area)
  }

  func name(_ indicator: String, in code: String?) -> String {
    let name = figures.indicator(indicator).map { figures.indicators[$0].name[tag] }
    let area = code == "TH" ? nil : code.flatMap { areaName($0) }
    return Prose(language).enumeration([name ?? indicator, area].compactMap { $0 })
  }

  /// The name of an area; of several with the word that they are meant together.
  func areaName(_ code: String) -> String? {
    guard let area = figures.area(code).map({ figures.areas.all[$0] }) else {
      // What several have jointly no longer stands for anything.
      guard let members = figures.areas.listed(code) else { return nil }
      return Prose(language).allTogether(members.map { figures.areas.all[$0].name[tag] })
    }
    let name = area.name[tag]
    return area.areaClass == .together ? language.words.text(.sharedBy, ["names": name]) : name
  }

  /// What a value is called, and what it was and is; with the areas where these are others.
  private func told(
    _ before: ReleasedRecord?, _ after: ReleasedRecord?, _ units: UnitsOfChanges
  ) -> (name: String, before: String?, after: String?) {
    guard let before, let after, before.area != after.area else {
      let title = (after ?? before).map { name(of: $0) }
      return (title ?? "", before.map { text($0, units) }, after.map { text($0, units) })
    }
    func placed(_ record: ReleasedRecord) -> String {
      "\(text(record, units)) (\(areaName(record.area) ?? record.area))"
    }
    return (name(after.indicator, in: nil), placed(before), placed(after))
  }

  private func change(
    _ before: ReleasedRecord?, _ after: ReleasedRecord?, _ units: UnitsOfChanges
  ) -> Value {
    guard let record = after ?? before else { return .none }
    let told = told(before, after, units)
    return change(record, told.before, told.after, name: told.name)
  }

  /// What the numbers of corrections promise.
  private var correctedBounds: CorrectedBounds { CorrectedBounds(releases, now: release) }

  private func correction(
    _ record: ReleasedRecord, _ bounds: CorrectedBounds, _ units: UnitsOfChanges
  ) -> Value {
    let (before, after) = bounds.bounds(of: record)
    let noun = units.noun(of: record)
    return change(
      record, record.previousValue.map { text($0, before, noun) },
      record.value.map { text($0, after, noun) })
  }

  /// The value that a correction is about, where just one has the number that it gives.
  private func corrected(by correction: Correction) -> Observation? {
    let same = figures.values(correction.indicator, correction.area).filter {
      $0.value != nil && $0.value == correction.value
        && (correction.source == nil || $0.source == correction.source)
    }
    return same.count == 1 ? same.first : nil
  }

  private func change(
    _ record: ReleasedRecord, _ before: String?, _ after: String?, name own: String? = nil
  ) -> Value {
    let source = record.source.flatMap { figures.source($0) }
    let index = figures.indicator(record.indicator)
    return Value(
      ChangeRecord(
        name: own ?? name(of: record), url: index.flatMap { url(ofIndicator: $0) },
        source: source.map { figures.sources[$0].title[tag] } ?? record.source,
        asOf: record.date.flatMap { CalendarDate(iso: $0) }, before: before, after: after,
        kind: record.kind.rawValue))
  }
}

/// A value that was added, changed, removed or corrected.
struct ChangeRecord: TemplateRecord {
  let name: String
  let url: String?
  let source: String?
  let asOf: CalendarDate?
  let before: String?
  let after: String?
  let kind: String
  /// Of a sum: what moved it.
  var why: String?

  static let table = ObjectTable<ChangeRecord>(
    "change",
    [
      .init("name", .string) { .string($0.name) },
      .init("url", .string) { Value($0.url) },
      .init("source", .string) { Value($0.source) },
      .init("as_of", .any) { Value(date: $0.asOf) },
      .init("before", .string) { Value($0.before) },
      .init("after", .string) { Value($0.after) },
      .init("kind", .string) { .string($0.kind) },
      .init("why", .string, "of a sum: in which areas something changed that it is made from") {
        Value($0.why)
      },
    ])
}

/// What changed from one release to the next.
struct ChangeGroupRecord: TemplateRecord {
  let id: String
  let date: CalendarDate?
  let added: [Value]
  let changed: [Value]
  let removed: [Value]
  let corrected: [Value]
  let registers: [Value]
  let sums: [Value]

  static let table = ObjectTable<ChangeGroupRecord>(
    "change group",
    [
      .init("id", .string) { .string($0.id) },
      .init("date", .any) { Value(date: $0.date) },
      .init("added", .list(of: .record(ChangeRecord.self))) { .list($0.added) },
      .init("changed", .list(of: .record(ChangeRecord.self))) { .list($0.changed) },
      .init("removed", .list(of: .record(ChangeRecord.self))) { .list($0.removed) },
      .init("corrected", .list(of: .record(ChangeRecord.self))) { .list($0.corrected) },
      .init("registers", .list(of: .record(RegisterChangeRecord.self))) { .list($0.registers) },
      .init(
        "sums", .list(of: .record(ChangeRecord.self)),
        "the sums of regions and the country that are others than before"
      ) { .list($0.sums) },
    ])
}

/// What changed in a register, in a sentence.
struct RegisterChangeRecord: TemplateRecord {
  let name: String
  let url: String?
  let text: String

  static let table = ObjectTable<RegisterChangeRecord>(
    "register change",
    [
      .init("name", .string) { .string($0.name) },
      .init("url", .string) { Value($0.url) },
      .init("text", .string) { .string($0.text) },
    ])
}

/// A correction that has been announced.
struct CorrectionRecord: TemplateRecord {
  let name: String
  let url: String?
  let areaCode: String
  let area: String
  let announced: CalendarDate?
  let before: String?
  let after: String?
  let kind: String
  /// When the value that it corrects is of, where that is sure.
  let valueDate: String?
  let source: String?
  let reason: String?

  static let table = ObjectTable<CorrectionRecord>(
    "correction",
    [
      .init("name", .string) { .string($0.name) },
      .init("url", .string) { Value($0.url) },
      .init("area_code", .string) { .string($0.areaCode) },
      .init("area", .string) { .string($0.area) },
      .init("announced", .any) { Value(date: $0.announced) },
      .init("before", .string) { Value($0.before) },
      .init("after", .string) { Value($0.after) },
      .init("kind", .string) { .string($0.kind) },
      .init(
        "value_date", .string,
        "when the value that it corrects is of, in words; none where several have its number"
      ) { Value($0.valueDate) },
      .init("source", .string, "the source of that value") { Value($0.source) },
      .init("reason", .string) { Value($0.reason) },
    ])
}
