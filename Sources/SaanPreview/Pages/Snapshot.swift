import SaanModel
import SaanPages
import SaanSite
import SaanText

/// What is served at one moment; a later one takes its place as a whole.
struct Snapshot: Sendable {
  /// The site as its files are now; `nil` where they are none.
  var current: StandingSite?
  /// The last site in whose loading no mistake was found; `nil` before there was one.
  var good: StandingSite?
  /// Everything that was found so far, on all pages.
  var findings = Diagnostics()
  /// What is wrong with the files themselves.
  var faults = SourceFaults()
  /// What stands over every page, such as that all is being read anew.
  var isReading = false

  /// The site that a page comes from: as the files are now, but for what cannot be read of them.
  ///
  /// A mistake in an article holds back this article alone; its page is what it was. One in the
  /// settings, the theme or the tables is on all pages, so all are what they were.
  func site(for output: String) -> StandingSite? {
    guard let current else { return good }
    guard let good, !faults.isEmpty else { return current }
    return holdsBack(output) ? good : current
  }
}

extension Snapshot {
  /// Whether a page is as it was before somebody made a mistake.
  func holdsBack(_ output: String) -> Bool {
    guard !faults.isEmpty, good != nil else { return false }
    guard current != nil, !faults.reachAllPages else { return true }
    let articles = [current, good].compactMap { $0?.plan.job(at: output)?.subject.entry }
    return articles.contains { $0.pages.contains { faults.articles.contains($0.source.path) } }
  }
}

/// Where errors are that keep files from being understood.
struct SourceFaults: Sendable {
  /// Articles with errors, by their files.
  private(set) var articles: Set<String> = []
  /// Whether there are any in files that all pages are made of.
  private(set) var reachAllPages = false

  var isEmpty: Bool { articles.isEmpty && !reachAllPages }

  /// Nothing is wrong.
  init() {}

  /// Looks at what was found in loading and planning.
  init(_ found: Diagnostics) {
    for error in found.all where error.severity == .error {
      if let path = Self.article(of: error) { articles.insert(path) }
      if Self.reachAllPages(error) { reachAllPages = true }
    }
  }

  /// Whether all pages are made of what something is wrong with.
  static func reachAllPages(_ error: Diagnostic) -> Bool {
    error.severity == .error && article(of: error) == nil && !ofAddresses.contains(error.code)
  }

  private static func article(of error: Diagnostic) -> String? {
    error.place.map(\.path).flatMap {
      $0.hasPrefix("content/") && $0.hasSuffix(".md") ? $0 : nil
    }
  }

  /// Errors after which the first of two pages stands where both would.
  private static let ofAddresses: Set<String> = ["same-url", "gone-but-published"]
}
