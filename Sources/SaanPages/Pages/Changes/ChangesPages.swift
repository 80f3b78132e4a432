import SaanData
import SaanFiles
import SaanModel
import SaanTemplate
import SaanText

extension PageKind {
  static let changes = PageKind(
    outputs: [.observationsManifest, .changes] + OutputFormat.changesFeeds,
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

  fileprivate static let changesFeeds: [OutputFormat] = FeedFormat.allCases.map { format in
    OutputFormat(
      name: "data/changes/\(format.rawValue)",
      summary: "The released changes of the values as a feed, after \(format.standard).",
      needsBaseURL: true,
      plan: { planner in
        guard planner.tellsChanges else { return [] }
        return zip(planner.languages.ids, planner.languages).map { index, language in
          planner.job(
            planner.routes.path("data/changes/\(format.rawValue)", language),
            ChangesFeed(format: format), language: index)
        }
      })
  }
}

extension Planner {
  fileprivate var publishesValues: Bool {
    publishedTables.contains { site.figures.package.tables[$0].name == "observations" }
  }

  /// Values that were released, or corrected, stand on the pages of figures, whether or not their
  /// table is described as open data.
  fileprivate var tellsChanges: Bool {
    (publishesValues || !site.releases.isEmpty || !site.figures.corrections.isEmpty)
      && hasTemplate("changes.html")
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
  var tellsChanges: Bool { true }
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
    "the corrections that have been announced; on pages of figures and places theirs"
  ) { page in
    if page.subject is ChangesPage { return .list(page.reader.corrections { _ in true }) }
    if let indicator = page.subject.indicator {
      return .list(page.reader.corrections { $0.indicator == indicator })
    }
    let area = page.subject.area?.id
    return .list(area.map { area in page.reader.corrections { $0.area == area } } ?? [])
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

/// The feed of changed values: an item for each release after the first.
private struct ChangesFeed: FeedSubject {
  let format: FeedFormat

  func feed(_ job: Job, _ reader: Reader) -> Feed {
    let language = reader.language
    let page = reader.absolute(reader.path("data/changes/", language)) ?? ""
    let items = reader.history.compactMap { step -> Feed.Item? in
      guard let date = step.date else { return nil }
      let lines = reader.changeLines(step)
      return Feed.Item(
        url: "\(page)#r\(date.iso)", title: lines.first ?? date.text(in: language),
        updated: date.rfc3339, summary: lines.joined(separator: "\n"))
    }
    let title = reader.phrase(.changesTitle)
    return Feed(
      job, reader, of: "data/changes/",
      title: "\(title) – \(reader.settings.title[language.tag])",
      // Before the second release it never changed, but the values were published.
      updated: items.first?.updated ?? reader.releases.last?.date?.rfc3339, items: items)
  }
}
