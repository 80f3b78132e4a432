/// One step of the walk through a document.
///
/// It has sixteen bytes and no reference, so that a document is one array, whatever is in it.
struct Event: Sendable {
  enum Kind: UInt8 {
    case paragraphStart, paragraphEnd
    case headingStart, headingEnd
    case quoteStart, quoteEnd
    case listStart, listEnd
    case itemStart, itemEnd
    case codeBlock, htmlBlock, thematicBreak
    case tableStart, tableEnd
    case rowStart, rowEnd
    case cellStart, cellEnd
    case noteStart, noteEnd
    case text, softBreak, lineBreak, code, htmlInline
    case emphasisStart, emphasisEnd
    case strongStart, strongEnd
    case strikeStart, strikeEnd
    case linkStart, linkEnd
    case imageStart, imageEnd
    case figureStart, figureEnd
    case noteReference
    case shortcode
  }

  var kind: Kind
  /// The heading's level, the cell's alignment, flags.
  var detail: UInt8 = 0
  /// An index: of a link, a heading, a shortcode; the number of a list or a note.
  var value: Int32 = 0
  /// Bytes of the pool: text, code, HTML.
  var start: Int32 = 0
  var end: Int32 = 0

  var range: Range<Int> { Int(start)..<Int(end) }

  init(_ kind: Kind, detail: UInt8 = 0, value: Int = 0, range: Range<Int> = 0..<0) {
    self.kind = kind
    self.detail = detail
    self.value = Int32(truncatingIfNeeded: value)
    start = Int32(truncatingIfNeeded: range.lowerBound)
    end = Int32(truncatingIfNeeded: range.upperBound)
  }

  /// Whether it only marks the text beside it.
  var isMark: Bool {
    switch kind {
    case .emphasisStart, .emphasisEnd, .strongStart, .strongEnd, .strikeStart, .strikeEnd,
      .linkStart, .linkEnd:
      true
    default: false
    }
  }

  /// What `detail` says.
  enum Detail {
    static let tight: UInt8 = 1
    static let ordered: UInt8 = 1
    static let task: UInt8 = 1
    static let checked: UInt8 = 2
    static let header: UInt8 = 0x80
    static let hasBody: UInt8 = 1
    static let alone: UInt8 = 1
    static let firstNote: UInt8 = 1
  }
}
