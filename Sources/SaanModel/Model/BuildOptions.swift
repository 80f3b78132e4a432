import SaanImages
import SaanText

/// What the user asked for, beside the files: nothing else may change the output.
package struct BuildOptions: Sendable, Equatable {
  /// The date that counts as today, for drafts of the future, expiry and upcoming events.
  package var today: CalendarDate
  package var jobs: Int
  package var baseURL: String?
  package var includesDrafts: Bool
  package var includesFuture: Bool
  /// Whether links are written relative to their page, for a site opened from a folder.
  package var usesRelativeURLs: Bool
  /// The day of the release whose values are shown in place of today's; `nil` for today's.
  package var asPublished: CalendarDate?
  /// Which program builds: another one may publish other bytes of the same site.
  package var program = ""
  /// Where pictures are made smaller; `nil` where they are published in their own size.
  package var workshop: Workshop?
  /// Whether outputs are kept whose sources have not changed, as the ledger of the last build says.
  package var usesLedger = true

  /// Makes options.
  package init(
    today: CalendarDate, jobs: Int = 1, baseURL: String? = nil, includesDrafts: Bool = false,
    includesFuture: Bool = false, usesRelativeURLs: Bool = false
  ) {
    self.today = today
    self.jobs = jobs
    self.baseURL = baseURL
    self.includesDrafts = includesDrafts
    self.includesFuture = includesFuture
    self.usesRelativeURLs = usesRelativeURLs
  }

  /// Which program makes the pictures of a site; empty where it has none, or there is no program.
  package func pictureMaker(for tree: SourceTree) -> String {
    tree.hasPhotographs ? workshop?.find(.vipsthumbnail)?.version ?? "" : ""
  }
}
