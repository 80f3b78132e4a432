import SaanText

/// Cuts a template into tokens; what it cannot read becomes a diagnostic, and it goes on.
///
/// Whether text loses the blanks before it is said by the end of the tag in front, which is
/// remembered until the text comes. A tag without its end is noticed where the next one begins, so
/// that the rest of the template is read all the same.
struct Lexer {
  private let file: SourceFile
  private let bytes: [UInt8]
  private let whitespace: WhitespaceOptions
  /// Whether it reads a call in a text, where quotation marks may be curly.
  private let isCall: Bool
  private var position = 0
  private(set) var tokens: [Token] = []
  private(set) var diagnostics = Diagnostics()
  /// What the tag before the coming text asks of it.
  private var stripsNext = false
  private var dropsNewline = false

  init(_ file: SourceFile, whitespace: WhitespaceOptions) {
    isCall = false
    self.file = file
    self.whitespace = whitespace
    var end = file.bytes.count
    if !whitespace.keepsTrailingNewline, end > 0, file.bytes[end - 1] == UInt8(ascii: "\n") {
      end -= 1
      if end > 0, file.bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    }
    bytes = Array(file.bytes[..<end])
  }

  /// Starts inside a tag, for a call that stands alone.
  init(call file: SourceFile, range: Range<Int>) {
    isCall = true
    self.file = file
    whitespace = WhitespaceOptions()
    bytes = Array(file.bytes[..<min(range.upperBound, file.bytes.count)])
    position = range.lowerBound
  }

  mutating func run() {
    while position < bytes.count { lexTextThenTag() }
    tokens.append(Token(kind: .end, range: bytes.count..<bytes.count))
  }

  /// Reads everything as the inside of a tag.
  mutating func runInside() {
    while let token = nextInside() { tokens.append(token) }
    tokens.append(Token(kind: .end, range: bytes.count..<bytes.count))
  }
}

// MARK: - Text

extension Lexer {
  private mutating func lexTextThenTag() {
    let start = position
    var end = start
    while end < bytes.count, !isTagStart(end) { end += 1 }
    guard end < bytes.count else {
      addText(start..<end)
      position = end
      return
    }
    let tag = bytes[end + 1]
    let sign = end + 2 < bytes.count ? bytes[end + 2] : 0
    var textEnd = end
    if sign == UInt8(ascii: "-") {
      while textEnd > start, isSpace(bytes[textEnd - 1]) { textEnd -= 1 }
    } else if whitespace.stripsBlockIndent, sign != UInt8(ascii: "+"), tag != UInt8(ascii: "{") {
      textEnd = startOfBlankLine(before: end, from: start)
    }
    addText(start..<textEnd)
    position = end + 2
    if tag == UInt8(ascii: "#") { return skipComment(from: end) }
    if sign == UInt8(ascii: "-") || (sign == UInt8(ascii: "+") && tag == UInt8(ascii: "%")) {
      position += 1
    }
    if tag == UInt8(ascii: "%"), lexRaw(from: end) { return }
    lexTag(isOutput: tag == UInt8(ascii: "{"), from: end)
  }

  private func isTagStart(_ index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "{"), index + 1 < bytes.count else { return false }
    let next = bytes[index + 1]
    return next == UInt8(ascii: "{") || next == UInt8(ascii: "%") || next == UInt8(ascii: "#")
  }

  private func startOfBlankLine(before end: Int, from start: Int) -> Int {
    var index = end
    while index > start, bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09 { index -= 1 }
    if index == 0 || bytes[index - 1] == UInt8(ascii: "\n") { return index }
    return end
  }

  private mutating func addText(_ range: Range<Int>) {
    var lower = range.lowerBound
    if stripsNext {
      while lower < range.upperBound, isSpace(bytes[lower]) { lower += 1 }
    } else if dropsNewline, lower < range.upperBound {
      if bytes[lower] == UInt8(ascii: "\n") {
        lower += 1
      } else if bytes[lower...].starts(with: [0x0D, 0x0A]) {
        lower += 2
      }
    }
    stripsNext = false
    dropsNewline = false
    guard lower < range.upperBound else { return }
    let text = bytes[lower..<range.upperBound]
    tokens.append(
      Token(kind: .text(normalized(text)), range: lower..<range.upperBound))
  }

  private func normalized(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard text.contains(0x0D) else { return Array(text) }
    var result = [UInt8]()
    var previous: UInt8 = 0
    for byte in text {
      if byte == 0x0D {
        result.append(0x0A)
      } else if byte != 0x0A || previous != 0x0D {
        result.append(byte)
      }
      previous = byte
    }
    return result
  }

  private mutating func skipComment(from start: Int) {
    var index = position
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "#"), bytes[index + 1] == UInt8(ascii: "}") {
        stripsNext = index > start + 2 && bytes[index - 1] == UInt8(ascii: "-")
        dropsNewline = whitespace.dropsNewlineAfterBlock && bytes[index - 1] != UInt8(ascii: "+")
        position = index + 2
        return
      }
      index += 1
    }
    position = bytes.count
    diagnostics.add(.unclosed("{#", "#}", at: file.span(start..<start + 2)))
  }

  /// Takes `{% raw %}` to `{% endraw %}` as text.
  private mutating func lexRaw(from start: Int) -> Bool {
    guard let head = rawTag("raw", at: position) else { return false }
    var index = head.end
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "{"), index + 1 < bytes.count,
        bytes[index + 1] == UInt8(ascii: "%")
      {
        var inner = index + 2
        let sign = inner < bytes.count ? bytes[inner] : 0
        if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { inner += 1 }
        if let tail = rawTag("endraw", at: inner) {
          var textEnd = index
          if sign == UInt8(ascii: "-") {
            while textEnd > head.end, isSpace(bytes[textEnd - 1]) { textEnd -= 1 }
          } else if whitespace.stripsBlockIndent, sign != UInt8(ascii: "+") {
            textEnd = startOfBlankLine(before: index, from: head.end)
          }
          stripsNext = head.strips
          addText(head.end..<textEnd)
          stripsNext = tail.strips
          dropsNewline = whitespace.dropsNewlineAfterBlock
          position = tail.end
          return true
        }
      }
      index += 1
    }
    diagnostics.add(.unclosed("{% raw %}", "{% endraw %}", at: file.span(start..<head.end)))
    position = bytes.count
    return true
  }

  private func rawTag(_ word: String, at start: Int) -> (end: Int, strips: Bool)? {
    var index = start
    while index < bytes.count, isSpace(bytes[index]) { index += 1 }
    guard bytes[index...].starts(with: word.utf8) else { return nil }
    index += word.utf8.count
    while index < bytes.count, isSpace(bytes[index]) { index += 1 }
    let strips = index < bytes.count && bytes[index] == UInt8(ascii: "-")
    if strips || (index < bytes.count && bytes[index] == UInt8(ascii: "+")) { index += 1 }
    guard bytes[index...].starts(with: [UInt8(ascii: "%"), UInt8(ascii: "}")]) else { return nil }
    return (index + 2, strips)
  }
}

// MARK: - Tags

extension Lexer {
  private mutating func lexTag(isOutput: Bool, from start: Int) {
    tokens.append(Token(kind: isOutput ? .outputBegin : .blockBegin, range: start..<position))
    var open = 0
    while true {
      skipSpace()
      if open == 0, endTag(isOutput: isOutput) { return }
      // A tag that begins inside a tag means that the end of this one is missing.
      guard position < bytes.count, !(isTagStart(position) && bytes[position + 1] == 0x25) else {
        diagnostics.add(
          .unclosed(
            isOutput ? "{{" : "{%", isOutput ? "}}" : "%}", at: file.span(start..<start + 2)))
        tokens.append(
          Token(kind: isOutput ? .outputEnd : .blockEnd, range: position..<position))
        return
      }
      guard let token = nextInside() else { continue }
      tokens.append(token)
      guard case .symbol(let symbol) = token.kind else { continue }
      switch symbol {
      case .leftBrace, .leftBracket, .leftParenthesis: open += 1
      case .rightBrace, .rightBracket, .rightParenthesis: open = max(0, open - 1)
      default: break
      }
    }
  }

  private mutating func endTag(isOutput: Bool) -> Bool {
    let first = isOutput ? UInt8(ascii: "}") : UInt8(ascii: "%")
    let sign = position < bytes.count ? bytes[position] : 0
    let hasSign = sign == UInt8(ascii: "-") || (sign == UInt8(ascii: "+") && !isOutput)
    let at = hasSign ? position + 1 : position
    guard at + 1 < bytes.count, bytes[at] == first, bytes[at + 1] == UInt8(ascii: "}") else {
      return false
    }
    tokens.append(Token(kind: isOutput ? .outputEnd : .blockEnd, range: position..<at + 2))
    stripsNext = sign == UInt8(ascii: "-")
    dropsNewline = !isOutput && whitespace.dropsNewlineAfterBlock && sign != UInt8(ascii: "+")
    position = at + 2
    return true
  }

  private mutating func skipSpace() {
    while position < bytes.count, isSpace(bytes[position]) { position += 1 }
  }

  /// The next token of a tag; nil at the end, or where a byte had to be dropped.
  private mutating func nextInside() -> Token? {
    skipSpace()
    guard position < bytes.count else { return nil }
    let start = position
    let byte = bytes[start]
    if isCall, let token = lexCurlyString() { return token }
    if isNameStart(byte) {
      while position < bytes.count, isNamePart(bytes[position]) { position += 1 }
      return Token(kind: .name(file.text(in: start..<position)), range: start..<position)
    }
    if isDigit(byte) { return lexNumber() }
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { return lexString(quote: byte) }
    let next = start + 1 < bytes.count ? bytes[start + 1] : nil
    if let symbol = Token.Symbol.beginning(byte, next) {
      position += symbol.rawValue.utf8.count
      return Token(kind: .symbol(symbol), range: start..<position)
    }
    position += 1
    diagnostics.add(.unexpectedCharacter(at: file.span(start..<position)))
    return position < bytes.count ? nextInside() : nil
  }

  /// Reads a number.
  ///
  /// Behind a point it is the place of an element, so that `rows.0.1` has no fraction in it.
  private mutating func lexNumber() -> Token? {
    let start = position
    let previousIsDot: Bool =
      if case .symbol(.dot) = tokens.last?.kind { tokens.last?.range.upperBound == start } else {
        false
      }
    if bytes[start] == UInt8(ascii: "0"), start + 1 < bytes.count,
      let radix = [0x62: 2, 0x6F: 8, 0x78: 16][Int(bytes[start + 1] | 0x20)]
    {
      position += 2
      while position < bytes.count, isNamePart(bytes[position]) { position += 1 }
      return integerToken(start, digits: start + 2, radix: radix)
    }
    skipDigits()
    var isDouble = false
    if !previousIsDot {
      if position + 1 < bytes.count, bytes[position] == UInt8(ascii: "."),
        isDigit(bytes[position + 1])
      {
        isDouble = true
        position += 1
        skipDigits()
      }
      if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
        var next = position + 1
        if next < bytes.count, bytes[next] == 0x2B || bytes[next] == 0x2D { next += 1 }
        if next < bytes.count, isDigit(bytes[next]) {
          isDouble = true
          position = next
          skipDigits()
        }
      }
    }
    if !isDouble, !previousIsDot, position > start + 1, bytes[start] == UInt8(ascii: "0"),
      bytes[start..<position].contains(where: { $0 != UInt8(ascii: "0") && $0 != 0x5F })
    {
      diagnostics.add(.leadingZero(at: file.span(start..<position)))
    }
    guard isDouble else { return integerToken(start, digits: start, radix: 10) }
    let text = file.text(in: start..<position).filter { $0 != "_" }
    return Token(kind: .double(Double(text) ?? .infinity), range: start..<position)
  }

  private mutating func integerToken(_ start: Int, digits: Int, radix: Int) -> Token {
    let text = file.text(in: digits..<position).filter { $0 != "_" }
    let value = Int(text, radix: radix)
    if value == nil { diagnostics.add(.numberOutOfRange(at: file.span(start..<position))) }
    return Token(kind: .integer(value ?? 0), range: start..<position)
  }

  private mutating func skipDigits() {
    while position < bytes.count,
      isDigit(bytes[position])
        || (bytes[position] == UInt8(ascii: "_") && position + 1 < bytes.count
          && isDigit(bytes[position + 1]))
    { position += 1 }
  }

  /// A string in the quotation marks that word processors type, in a call that an author writes.
  private mutating func lexCurlyString() -> Token? {
    guard let single = isSingleCurlyQuote(position) else { return nil }
    let first = position + 3
    var end = first
    while end < bytes.count, isSingleCurlyQuote(end) != single { end += 1 }
    guard end < bytes.count else { return nil }
    let start = position
    position = end + 3
    return Token(
      kind: .string(StringEscapes.decode(bytes[first..<end])), range: start..<position)
  }

  /// Whether the quotation mark ‘ ’ “ ” at the offset is a single one; `nil` for none.
  private func isSingleCurlyQuote(_ offset: Int) -> Bool? {
    guard offset + 2 < bytes.count, bytes[offset] == 0xE2, bytes[offset + 1] == 0x80 else {
      return nil
    }
    switch bytes[offset + 2] {
    case 0x98, 0x99: return true
    case 0x9C, 0x9D: return false
    default: return nil
    }
  }

  private mutating func lexString(quote: UInt8) -> Token {
    let start = position
    var index = start + 1
    while index < bytes.count, bytes[index] != quote {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    if index >= bytes.count {
      // The rest of the line is taken as the string, so that what follows can still be looked at.
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      diagnostics.add(.unclosedString(at: file.span(start..<min(end, start + 20))))
      position = end
      return Token(kind: .string(""), range: start..<end)
    }
    position = index + 1
    return Token(
      kind: .string(StringEscapes.decode(bytes[(start + 1)..<index])), range: start..<position)
  }
}

/// The whitespace a template's text keeps; Jinja's standard by default.
public struct WhitespaceOptions: Sendable, Hashable {
  /// Jinja's `trim_blocks`: the line break after a tag is dropped.
  public var dropsNewlineAfterBlock = false
  /// Jinja's `lstrip_blocks`: blanks before a tag that begins its line are dropped.
  public var stripsBlockIndent = false
  /// Jinja's `keep_trailing_newline`.
  public var keepsTrailingNewline = false

  /// Makes Jinja's standard options.
  public init() {}
}

@inline(__always)
func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

@inline(__always)
func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

@inline(__always)
private func isNameStart(_ byte: UInt8) -> Bool {
  (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_") || byte >= 0x80
}

@inline(__always)
private func isNamePart(_ byte: UInt8) -> Bool { isNameStart(byte) || isDigit(byte) }
