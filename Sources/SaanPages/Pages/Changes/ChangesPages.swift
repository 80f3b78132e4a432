import SaanData
import SaanFiles
import SaanModel
import SaanTemplate
import SaanText

extension PageKind {
  static let changes = PageKind(
    outputs: [.observationsManifest, .changes, .changesFeed],
    fields: changesFields)
}

extension OutputFormat {
  fileprivate static let observationsManifest: OutputFormat = OutputFormat(
    name: "data/observations-manifest.json",
    summary: "Every value in a form that two builds can be compared by.",
    plan: { planner in
      planner.publishesValues
        ? [planner.job("/data/observations-manifest.json", ObservationsManifest())] : []
    })

  fileprivate static let changes: OutputFormat = OutputFormat(
    name: "data/changes", summary: "What changed in the values from release to release.",
    plan: { planner in
      planner.tellsChanges
        ? planner.pages("data/changes/", ChangesPage(), template: "changes.html") : []
    })

  fileprivate static let changesFeed: OutputFormat = OutputFormat(
    name: "data/changes/atom.xml", summary: "The released changes of the values as a feed.",
    needsBaseURL: true,
    plan: { planner in
      guard planner.tellsChanges else { return [] }
      return planner.languages.enumerated().map { index, language in
        planner.job(
          planner.routes.path("data/changes/atom.xml", language), ChangesFile(), language: index)
      }
    })
}

extension Planner {
  fileprivate var publishesValues: Bool {
    publishedTables.contains { site.figures.package.tables[$0].name == "observations" }
  }

  /// Values that were released stand on the pages of figures, whether or not their table is
  /// described as open data.
  fileprivate var tellsChanges: Bool {
    (publishesValues || !site.releases.isEmpty) && hasTemplate("changes.html")
  }
}

/// Every value in a form that two builds can be compared by.
private struct ObservationsManifest: FileSubject {
  var kind: String { "data file" }

  func write(_ job: Job, _ reader: Reader, into bytes: inout [UInt8]) throws(DiskError) {
    bytes += reader.release.json
  }
}

/// What changed in the values since they were first published.
private struct ChangesPage: Subject {
  var kind: String { "changes" }
  func title(of page: PageView) -> TitledText? { page.phrase(.changesTitle) }
  func lead(of page: PageView) -> TitledText? { page.phrase(.changesSummary) }
  func parents(of page: PageView) -> [Value]? { page.parentsOfData }
  var feedPlace: String? { "data/changes/" }
  var showsTables: Bool { true }
}

private let changesFields: [PageField] = [
  .init(
    "change_groups", .list(of: .record(ChangeGroupRecord.self)),
    "what changed in the values, release by release"
  ) { page in
    page.subject is ChangesPage ? .list(page.reader.changeGroups) : []
  },
  .init(
    "corrections", .list(of: .record(CorrectionRecord.self)),
    "the corrections that have been announced"
  ) { page in
    page.subject is ChangesPage ? .list(page.reader.corrections) : []
  },
  .init("first_release", .any, "the day of the data's first release") { page in
    Value(date: page.reader.releases.first?.date)
  },
  .init(
    "built", .any, "the day of the data's newest release, on pages of figures, places and data"
  ) { page in
    page.subject.showsValues ? Value(date: page.reader.releases.last?.date) : .none
  },
]

/// The changes as a feed.
private struct ChangesFile: FileSubject {
  var kind: String { "feed" }

  func write(_ job: Job, _ reader: Reader, into bytes: inout [UInt8]) throws(DiskError) {
    ChangesFeed(reader: reader, job: job).write(into: &bytes)
  }
}

/// The feed of changed values: an entry for each release after the first.
private struct ChangesFeed {
  let reader: Reader
  let job: Job

  private var language: Language { reader.language }

  func write(into bytes: inout [UInt8]) {
    let page = reader.absolute(reader.path("data/changes/", language)) ?? ""
    let own = reader.absolute(job.path) ?? ""
    let title = reader.phrase(.changesTitle)
    let steps = reader.history.filter { $0.date != nil }
    // A feed must say when it last changed; before the second release it never did.
    let updated = (steps.first?.date ?? reader.releases.last?.date)?.rfc3339
    bytes += Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    bytes += Array(
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(language.tag.rawValue)\">\n".utf8)
    bytes.appendElement("id", own)
    bytes.appendElement("title", "\(title) – \(reader.settings.title[language.tag])")
    bytes.appendElement("updated", updated ?? "1970-01-01T00:00:00Z")
    bytes.appendLink(own, rel: "self", type: "application/atom+xml")
    bytes.appendLink(page, rel: "alternate", type: "text/html")
    bytes += Array("<author>".utf8)
    bytes.appendElement("name", reader.settings.title[language.tag])
    bytes += Array("</author>\n".utf8)
    for step in steps { append(step, page: page, to: &bytes) }
    bytes += Array("</feed>\n".utf8)
  }

  private func append(_ step: DataChanges, page: String, to bytes: inout [UInt8]) {
    guard let date = step.date else { return }
    let link = "\(page)#r\(date.iso)"
    let lines = reader.changeLines(step)
    bytes += Array("<entry>\n".utf8)
    bytes.appendElement("id", link)
    bytes.appendElement("title", lines.first ?? date.text(in: language))
    bytes.appendElement("updated", date.rfc3339)
    bytes.appendLink(link, rel: "alternate", type: "text/html")
    bytes.appendElement("summary", lines.joined(separator: "\n"))
    bytes += Array("</entry>\n".utf8)
  }
}
