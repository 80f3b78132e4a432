import SaanFiles
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
  /// Who paints the pictures that other sites show; `nil` where nobody does.
  package var cardPainter: CardPainter?
  /// Whether there is nobody because the program for it is not installed.
  package var lacksPainter = false
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

/// Who makes a picture of a drawing for other sites to show: a program of others, with the theme's
/// fonts and no others.
///
/// It is an input of a build as the day is: without one there are no cards.
package struct CardPainter: Sendable, Equatable {
  /// The program with its version: another one may paint other bytes.
  package let version: String
  /// Paints a drawing as PNG; of trouble with the program it tells as of trouble with a disk.
  package let paint: @Sendable (_ svg: [UInt8], _ fonts: [Asset]) throws(DiskError) -> [UInt8]

  /// Names a painter.
  package init(
    version: String,
    paint: @escaping @Sendable (_ svg: [UInt8], _ fonts: [Asset]) throws(DiskError) -> [UInt8]
  ) {
    (self.version, self.paint) = (version, paint)
  }

  /// Whether both paint the same bytes.
  package static func == (left: Self, right: Self) -> Bool { left.version == right.version }
}
