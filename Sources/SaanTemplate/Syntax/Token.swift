/// The smallest part of a template.
struct Token: Sendable {
  enum Kind: Sendable, Equatable {
    /// Text between tags, as it will be written.
    case text([UInt8])
    case outputBegin, outputEnd, blockBegin, blockEnd
    case name(String)
    case string(String)
    case integer(Int)
    case double(Double)
    case symbol(Symbol)
    case end
  }

  /// An operator or a bracket.
  enum Symbol: String, Sendable, CaseIterable {
    case floorDivide = "//"
    case power = "**"
    case equal = "=="
    case notEqual = "!="
    case greaterOrEqual = ">="
    case lessOrEqual = "<="
    case plus = "+"
    case minus = "-"
    case divide = "/"
    case multiply = "*"
    case modulo = "%"
    case tilde = "~"
    case leftBracket = "["
    case rightBracket = "]"
    case leftParenthesis = "("
    case rightParenthesis = ")"
    case leftBrace = "{"
    case rightBrace = "}"
    case greater = ">"
    case less = "<"
    case assign = "="
    case dot = "."
    case colon = ":"
    case pipe = "|"
    case comma = ","
    case semicolon = ";"

    /// The symbols that begin with a byte, with their second one; the longer ones first.
    private static let byFirstByte = allCases.reduce(into: [UInt8: [(Symbol, second: UInt8?)]]()) {
      let bytes = Array($1.rawValue.utf8)
      $0[bytes[0], default: []].append(($1, bytes.dropFirst().first))
    }

    /// The longest symbol that some bytes begin with.
    static func beginning(_ byte: UInt8, _ next: UInt8?) -> Symbol? {
      byFirstByte[byte]?.first { $0.second == nil || $0.second == next }?.0
    }
  }

  let kind: Kind
  /// Bytes of the file.
  let range: Range<Int>
}

extension Token {
  /// The token as messages name it.
  func description(in source: [UInt8]) -> (en: String, th: String) {
    switch kind {
    case .text, .end: ("the end of the template", "จุดสิ้นสุดของแม่แบบ")
    case .outputEnd, .blockEnd: ("the end of the tag", "จุดสิ้นสุดของแท็ก")
    case .outputBegin, .blockBegin: ("a new tag", "แท็กใหม่")
    default:
      (
        "'\(String(decoding: source[range], as: UTF8.self))'",
        "'\(String(decoding: source[range], as: UTF8.self))'"
      )
    }
  }
}
