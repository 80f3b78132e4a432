import SaanText

/// How Markdown is read and written.
public struct MarkdownOptions: Sendable, Hashable {
  /// Whether HTML in the text is passed on; otherwise it is shown as it was typed.
  public var rawHTML: Bool
  /// Whether headings get an `id`.
  public var headingIDs: Bool
  /// Whether an image alone in a paragraph becomes a `figure`, and images load lazily.
  public var figures: Bool
  /// The label of the scrollable region that every table is wrapped in, which gets the table's
  /// number behind it, and code is reached by keyboard as such a region is; `nil` leaves them bare.
  public var tableLabel: String?
  /// The schemes that a destination may have; `nil` allows all.
  public var schemes: Set<String>?
  /// What is put before the ids of footnotes, so that several texts can be on one page.
  public var idPrefix: String
  /// The label of the links from a footnote back to the text.
  public var backLinkLabel: String
  /// Whether what was meant as markup and is none is told: for a page's text below its title.
  public var tellsLeftovers = false
  /// Whether a line break between two Thai letters is no space.
  public var joinsThaiLines = false
  /// How values that shortcodes state stand among the words of the text's language.
  public var values: ValueInText?
  /// Whether tables state scopes and alignments the way cmark-gfm does.
  package var isPlain: Bool
  /// How much of everything is read.
  package var limits: MarkdownLimits

  /// Makes options.
  public init(
    rawHTML: Bool = false, headingIDs: Bool = true, figures: Bool = true, tableLabel: String? = nil,
    schemes: Set<String>? = ["http", "https", "mailto", "tel"], idPrefix: String = "",
    backLinkLabel: String = "กลับไปที่เนื้อหา"
  ) {
    self.rawHTML = rawHTML
    self.headingIDs = headingIDs
    self.figures = figures
    self.tableLabel = tableLabel
    self.schemes = schemes
    self.idPrefix = idPrefix
    self.backLinkLabel = backLinkLabel
    isPlain = false
    limits = MarkdownLimits()
  }

  /// The HTML of the CommonMark and GFM specifications, with nothing added.
  public static let plain = {
    var options = MarkdownOptions(rawHTML: true, headingIDs: false, figures: false, schemes: nil)
    options.isPlain = true
    return options
  }()
}

/// How much of everything is read, so that no text can take the program's time or memory.
///
/// libcmark-gfm 0.29.0.gfm.6 needs quadratic time for each of these. The limits are far beyond
/// what people write; what is beyond them is shown as plain text.
package struct MarkdownLimits: Sendable, Hashable {
  /// The bytes of a document.
  package var documentSize = 2_000_000
  /// The markers of quotes and lists at the beginning of a line.
  package var markersPerLine = 100
  /// The column where a list may still begin.
  package var markerColumn = 200
  /// The cells of a table's row.
  package var cellsPerRow = 500
  /// The cells that may be missing from the rows of all tables.
  package var missingCells = 100_000
  /// The steps that the search for table heads may take.
  package var tableHeadWork = 300_000_000
  /// Runs of emphasis marks times closing brackets in a paragraph.
  package var emphasisTimesBrackets = 16_000_000
  /// Declarations and processing instructions of HTML in a paragraph.
  package var declarations = 64
  /// The bytes that all references together may write of their definitions, escaped.
  package var referenceBytes = 32_000_000
  /// Pictures that begin times closing brackets in a paragraph.
  package var picturesTimesBrackets = 4_000_000
  /// How much that was meant as markup is told.
  package var leftovers = 100
  /// The bytes that the search for the places of leftovers may compare.
  package var leftoverSearch = 4_000_000
  /// The mistakes with shortcodes that are reported.
  package var shortcodeProblems = 100
  /// The shortcodes without an end, after which no more are looked for.
  package var unclosedCalls = 1_000
  /// The bytes of a shortcode's call.
  package var shortcodeSize = 2_000
  /// The bytes that the search for the places of links may go through.
  package var placeSearch = 16_000_000
}
