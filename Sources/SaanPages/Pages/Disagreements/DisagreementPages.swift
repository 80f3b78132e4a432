import SaanData
import SaanModel
import SaanTemplate
import SaanText

extension PageKind {
  static let disagreements = PageKind(
    outputs: [.disagreements], fields: disagreementFields,
    ownTemplates: [
      "disagreements.html": Wording(en: "what sources disagree about", th: "ตัวเลขที่แหล่งข้อมูลไม่ตรงกัน")
    ])
}

extension OutputFormat {
  fileprivate static let disagreements: OutputFormat = OutputFormat(
    name: "figures/disagreements",
    summary: """
      Every figure whose sources differ, by cause and by how far the question has come, where the \
      theme has a template for it.
      """,
    plan: { planner in
      guard planner.hasTemplate("disagreements.html"), !planner.site.figures.observations.isEmpty
      else { return [] }
      return planner.pages(
        "figures/disagreements/", DisagreementsPage(), template: "disagreements.html")
    })
}

/// Everything that sources disagree about.
private struct DisagreementsPage: Subject {
  var kind: String { "disagreements" }
  func source(in site: Site) -> Place? { site.place(ofTable: "reconciliations") }
  func title(of page: PageView) -> TitledText? { page.phrase(.disagreementsTitle) }
  func lead(of page: PageView) -> TitledText? { page.phrase(.disagreementsSummary) }
  func parents(of page: PageView) -> [Value]? {
    let path = page.reader.path("figures/", page.reader.language)
    return page.reader.publishes(path) ? [page.link(.figuresTitle, to: "figures/")] : []
  }
  var showsValues: Bool { true }
  func searchTexts(of page: PageView) -> [String] {
    page.reader.figures.disagreements.flatMap { found -> [String] in
      let values = ([found.shown] + found.others).map {
        FigureView(reader: page.reader, observation: $0, isPicked: true)
      }
      return values.map(\.name) + values.map(\.text)
        + [found.reconciliation?.reason?[page.reader.tag]].compactMap { $0 }
    }
  }

  /// The disagreements by cause, those that nobody has looked into first.
  func groups(_ reader: Reader) -> [Value] {
    let all = reader.figures.disagreements.map {
      DisagreementView(reader: reader, disagreement: $0)
    }
    let causes = [DisagreementView.unknown] + Reconciliation.Cause.allCases.map(\.rawValue)
    let statuses = [DisagreementView.unknown] + Reconciliation.Status.allCases.map(\.rawValue)
    return causes.compactMap { cause in
      let own = all.filter { $0.cause == cause }
      guard !own.isEmpty else { return nil }
      let parts = statuses.compactMap { status -> Value? in
        let items = own.filter { $0.status == status }
        guard !items.isEmpty else { return nil }
        return Value(DisagreementStatusRecord(status: status, items: items.map { Value($0) }))
      }
      return Value(DisagreementGroupRecord(cause: cause, count: own.count, statuses: parts))
    }
  }
}

private let disagreementFields: [PageField] = [
  .init(
    "disagreement_groups", .list(of: .record(DisagreementGroupRecord.self)),
    "what sources disagree about, by cause, on the page of disagreements"
  ) { page in
    (page.subject as? DisagreementsPage).map { .list($0.groups(page.reader)) } ?? []
  }
]

/// The disagreements of one cause.
struct DisagreementGroupRecord: TemplateRecord {
  let cause: String
  let count: Int
  let statuses: [Value]

  static let table = ObjectTable<DisagreementGroupRecord>(
    "disagreements of a cause",
    [
      .init("cause", .string) { .string($0.cause) },
      .init("count", .number) { .int($0.count) },
      .init("statuses", .list(of: .record(DisagreementStatusRecord.self))) { .list($0.statuses) },
    ])
}

/// The disagreements of one cause about which the question has come equally far.
struct DisagreementStatusRecord: TemplateRecord {
  let status: String
  let items: [Value]

  static let table = ObjectTable<DisagreementStatusRecord>(
    "disagreements of a status",
    [
      .init("status", .string) { .string($0.status) },
      .init("items", .list(of: .object(DisagreementView.self))) { .list($0.items) },
    ])
}
