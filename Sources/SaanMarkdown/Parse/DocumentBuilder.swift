import CCmarkGFM
import SaanText

/// Turns the walk through cmark's tree into events, links, headings and diagnostics.
///
/// The tree is walked once and freed, so that nothing of C outlives it. What is left is a flat list
/// of events over one pool of bytes, from which HTML and plain text are written as often as needed.
/// The walk tells one node at a time; what a node must know of those before it, such as its block
/// and the lists that are open, stands here.
struct DocumentBuilder {
  let source: SourceFile
  let text: PreparedText
  let options: MarkdownOptions
  var events: [Event] = []
  var pool: [UInt8] = []
  var links: [Link] = []
  var headings: [Heading] = []
  var shortcodes: [Shortcode] = []
  /// The index in `shortcodes` of each mask that is one.
  var shortcodeOfMask: [Int: Int] = [:]
  var diagnostics = Diagnostics()
  var places: SourcePlaces
  var ids = HeadingIDs()
  /// The block whose text is being read, in the prepared text.
  var block = 0..<0
  /// Where the block's events begin.
  var blockStart = 0
  /// Links and images that are open, with the event that began them.
  var open: [(event: Int, isImage: Bool)] = []
  /// Tables that are open: their alignments and the column that comes next.
  var alignments: [UInt8] = []
  var column = 0
  var isHeader = false
  var bodyRows = 0
  /// Lists that are open: how the numbers of their items go on; `nil` for those without numbers.
  var counts: [ListCount?] = []
  /// Whether the block has text that may need a second look.
  var hasTilde = false
  var hasAt = false
  /// Whether the block has text that may have been meant as markup.
  var isSuspect = false
  /// Whether marks of emphasis stand behind a digit in the block.
  var hasNumberBesideMarks = false
  var leftoversTold = 0
  var leftoverBudget: Int
  var quoteDepth = 0
  /// How many tags of HTML were told that have not ended, by their names.
  var openTags: [String: Int] = [:]
  var isInCell = false
  var limitsReported: Set<StandIn.Limit> = []
  var problemsReported = 0
  var noteCount = 0
  /// Where blocks of code stand in the source.
  var codeBlocks: [Range<Int>] = []

  init(source: SourceFile, text: PreparedText, options: MarkdownOptions) {
    self.source = source
    self.text = text
    self.options = options
    leftoverBudget = options.limits.leftoverSearch
    places = SourcePlaces(text, searchLimit: options.limits.placeSearch)
    events.reserveCapacity(text.bytes.count / 40 + 16)
    pool.reserveCapacity(text.bytes.count + 16)
  }

  /// A document whose text is shown as it is.
  static func unread(
    _ source: SourceFile, range: Range<Int>, options: MarkdownOptions, because mistake: Diagnostic
  ) -> Outcome<MarkdownDocument> {
    let empty = PreparedText(source, range: 0..<0)
    var builder = DocumentBuilder(source: source, text: empty, options: options)
    builder.pool = Array(source.bytes[range])
    builder.events = [
      Event(.paragraphStart), Event(.text, range: 0..<builder.pool.count), Event(.paragraphEnd),
    ]
    builder.diagnostics.add(mistake)
    return builder.finish()
  }

  /// Offsets of the prepared text as offsets of the source.
  func inSource(_ range: Range<Int>) -> Range<Int> {
    range.lowerBound + text.base..<range.upperBound + text.base
  }

  func span(_ range: Range<Int>) -> SourceSpan { source.span(inSource(range)) }

  /// The document and what was found.
  mutating func finish() -> Outcome<MarkdownDocument> {
    tellLostDefinitions()
    tellSecondFrontMatter()
    return Outcome(
      MarkdownDocument(
        outline: headings, links: links, shortcodes: shortcodes, options: options, events: events,
        pool: pool),
      diagnostics)
  }
}
