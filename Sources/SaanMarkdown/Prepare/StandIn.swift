/// Control characters that take a character's place while cmark reads the text.
///
/// They mean nothing to cmark, take one byte as what they stand for, so that no offset moves, and
/// are replaced again when the text is taken out of cmark's tree. Only letters beside emphasis
/// marks are inserted: what stands on their other side still sees a punctuation mark, a full stop.
/// Control characters of the author's become `unknown`: HTML forbids them.
enum StandIn {
  /// The beginning of a mask, followed by six letters with the mask's index.
  static let mask: UInt8 = 0x01
  /// A brace where something is wrong with a shortcode.
  static let wrongBrace: UInt8 = 0x02
  static let star: UInt8 = 0x03
  static let underscore: UInt8 = 0x04
  static let less: UInt8 = 0x05
  static let pipe: UInt8 = 0x06
  static let tableDash: UInt8 = 0x07
  static let quote: UInt8 = 0x08
  static let listDash: UInt8 = 0x0E
  static let listPlus: UInt8 = 0x0F
  static let listStar: UInt8 = 0x10
  static let listDot: UInt8 = 0x11
  static let listParenthesis: UInt8 = 0x12
  static let noteBracket: UInt8 = 0x13
  static let definitionBracket: UInt8 = 0x14
  static let closingBracket: UInt8 = 0x15
  /// A letter beside a run of emphasis marks, after an inserted full stop.
  static let letterAfterStop: UInt8 = 0x16
  /// A letter beside a run of emphasis marks, before an inserted full stop.
  static let letterBeforeStop: UInt8 = 0x17
  /// A tilde that may strike text through.
  static let tilde: UInt8 = 0x18
  static let ampersand: UInt8 = 0x19
  static let unknown: UInt8 = 0x1A
  static let exclamation: UInt8 = 0x1B
  /// A star that multiplies.
  static let times: UInt8 = 0x1C

  /// What a stand-in stands for; 0 for what is none.
  static func original(_ byte: UInt8) -> UInt8 {
    switch byte {
    case wrongBrace: UInt8(ascii: "{")
    case star, listStar, times: UInt8(ascii: "*")
    case underscore: UInt8(ascii: "_")
    case less: UInt8(ascii: "<")
    case pipe: UInt8(ascii: "|")
    case tableDash, listDash: UInt8(ascii: "-")
    case quote: UInt8(ascii: ">")
    case listPlus: UInt8(ascii: "+")
    case listDot: UInt8(ascii: ".")
    case listParenthesis: UInt8(ascii: ")")
    case noteBracket, definitionBracket: UInt8(ascii: "[")
    case closingBracket: UInt8(ascii: "]")
    case tilde: UInt8(ascii: "~")
    case ampersand: UInt8(ascii: "&")
    case exclamation: UInt8(ascii: "!")
    default: 0
    }
  }

  /// The limit that made a stand-in necessary.
  static func limit(_ byte: UInt8) -> Limit? {
    switch byte {
    case star, underscore, closingBracket, exclamation: .emphasis
    case pipe: .cells
    case tableDash: .table
    case quote, listDash, listPlus, listStar, listDot, listParenthesis, noteBracket: .nesting
    case definitionBracket: .definition
    case less: .declarations
    default: nil
    }
  }

  /// What there was too much of.
  enum Limit: Hashable { case emphasis, cells, table, nesting, definition, declarations }
}
