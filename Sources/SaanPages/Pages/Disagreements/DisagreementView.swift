import SaanData
import SaanModel
import SaanTemplate
import SaanText

/// Values of one figure that are not the same, as templates see them.
struct DisagreementView: Sendable {
  let reader: Reader
  let disagreement: Disagreement

  /// The word for what nobody has looked into.
  static let unknown = "not_reconciled"

  private var figures: FigureReader { reader.figures }
  private var shown: FigureView { view(disagreement.shown) }
  private var reason: Reconciliation? { disagreement.reconciliation }

  var cause: String { reason?.cause.rawValue ?? Self.unknown }
  var status: String { reason?.status.rawValue ?? Self.unknown }

  private func view(_ value: Observation) -> FigureView {
    FigureView(reader: reader, observation: value, isPicked: true)
  }

  /// The id of its part of the page: unique for indicator, area and value.
  private var anchor: String {
    "d-" + slugOfCode(shown.indicator.id) + "-" + slugOfCode(areaCode)
      + "-\(disagreement.shown.row + 1)"
  }

  private var areaCode: String { figures.areas.all[disagreement.shown.area].code }

  /// The value that the others are held against, and the others with the difference.
  private var values: [Value] {
    [Value(DifferentValueRecord(difference: nil, figure: Value(shown)))]
      + disagreement.others.map {
        Value(DifferentValueRecord(difference: difference($0), figure: Value(view($0))))
      }
  }

  /// How far a value lies from the one that it is held against, in its unit and in per cent of
  /// that; about so much where one of both is "about", `nil` where they count in different units
  /// or one is but an end of what is meant, such as "more than".
  private func difference(_ other: Observation) -> String? {
    let base = disagreement.shown
    let unit = figures.unit(of: other)?[reader.tag]
    guard let value = other.value, let held = base.value,
      figures.unit(of: base)?[reader.tag].other == unit?.other,
      let away = value.subtracting(held)
    else { return nil }
    guard !away.isZero else { return reader.phrase(.differenceNone) }
    guard [other.bound, base.bound].allSatisfy({ [.exact, .about].contains($0) }) else {
      return nil
    }
    let distance = (away.isNegative ? away.negated : away)?.trimmed ?? away
    let hedge: Bound = other.bound == .exact && base.bound == .exact ? .exact : .about
    let prose = Prose(reader.language, bindsNumbers: false)
    // What shares lie apart by is no share of anything.
    let amount =
      unit?.noun.isPercent == true
      ? prose.hedged(
        reader.phrase(
          .percentagePoints, ["number": distance.text()],
          count: distance == ExactNumber(1) ? 1 : 2), hedge)
      : prose.amount(distance, unit?.noun, hedge: hedge)
    let text = reader.phrase(
      away.isNegative ? .differenceBelow : .differenceAbove, ["amount": amount])
    return percent(distance, of: held, hedge).map { "\(text) (\($0))" } ?? text
  }

  /// A share to two decimals; what rounds to nothing is said to be less than that.
  private func percent(
    _ distance: ExactNumber, of held: ExactNumber, _ hedge: Bound
  ) -> String? {
    let whole = held.isNegative ? held.negated : held
    guard let share = whole.flatMap({ distance.percent(of: $0, decimals: 2) }) else { return nil }
    guard !share.isZero else { return reader.phrase(.differenceTiny) }
    let percent = reader.phrase(.differencePercent, ["number": share.trimmed.text(.grouped)])
    // Thai puts no space between two words of its own: `ประมาณร้อยละ 12`.
    return [reader.language.words.qualifier(hedge), percent].compactMap { $0 }
      .joined(separator: percent.first?.isASCII == false ? "" : " ")
  }
}

extension DisagreementView: TemplateObject {
  static let table = ObjectTable<DisagreementView>(
    "disagreement",
    [
      .init("anchor", .string, "the id of its part of the page") { .string($0.anchor) },
      .init("name", .string, "what is counted") { .string($0.shown.name) },
      .init("url", .string, "the href of the figure's own page, if it has one") {
        Value($0.shown.url)
      },
      .init("area", .record(AreaLinkRecord.self), "the area") { $0.shown.area },
      .init(
        "values", .list(of: .record(DifferentValueRecord.self)),
        "the value that the others are held against, then these"
      ) { .list($0.values) },
      .init("cause", .string, "why they differ: a word of the table, or not_reconciled") {
        .string($0.cause)
      },
      .init("status", .string, "how far the question has come: a word, or not_reconciled") {
        .string($0.status)
      },
      .init("reason", .string, "why they differ, in a sentence") { view in
        Value(view.reason?.reason?[view.reader.tag])
      },
      .init("asked", .string, "what was asked of whom") { view in
        Value(view.reason?.asked?[view.reader.tag])
      },
      .init("asked_on", .any, "when that was asked") { Value(date: $0.reason?.askedOn) },
    ])
}

/// One of several values that differ.
struct DifferentValueRecord: TemplateRecord {
  /// How far it lies from the first, in words.
  let difference: String?
  let figure: Value

  static let table = ObjectTable<DifferentValueRecord>(
    "value that differs",
    [
      .init("difference", .string) { Value($0.difference) },
      .init("figure", .object(FigureView.self)) { $0.figure },
    ])
}
