import SaanData
import SaanTemplate

/// How many promises stand where.
struct TrackerCounts {
  private let found: [PromiseState]
  private let reader: Reader

  init(_ reader: Reader, _ tracker: Tracker, _ promises: [Promise]) {
    self.reader = reader
    found = promises.map { reader.state(of: $0, tracker) }
  }

  var reviewed: Int { found.count(where: \.isReviewed) }
  var overdue: Int { found.count(where: \.isOverdue) }
  var stale: Int { found.count(where: \.isStale) }

  /// Every state that there is, those with none too, so that all parts have the same form.
  var states: [Value] {
    Progress.allCases.map { progress in
      Value(
        StateCountRecord(
          progress: progress.rawValue, count: found.count { $0.progress == progress },
          url: reader.hrefIfPublished(TrackerFilter.progress(progress).place)))
    }
  }
}

/// How many promises stand at one point.
struct StateCountRecord: TemplateRecord {
  let progress: String
  let count: Int
  let url: String?

  static let table = ObjectTable<StateCountRecord>(
    "state with its count",
    [
      .init("progress", .string) { .string($0.progress) },
      .init("count", .number) { .int($0.count) },
      .init("url", .string) { Value($0.url) },
    ])
}
