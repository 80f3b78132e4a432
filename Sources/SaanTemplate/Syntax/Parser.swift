import SaanText

/// A place where the syntax is wrong; caught at the tag it is in.
///
/// It is boxed, since every call that may throw it keeps room for it on the stack.
indirect enum SyntaxMistake: Error {
  case found(Diagnostic)

  init(diagnostic: Diagnostic) { self = .found(diagnostic) }

  var diagnostic: Diagnostic {
    switch self {
    case .found(let diagnostic): diagnostic
    }
  }
}

/// Builds the tree of a template; after a mistake it goes on with the next tag.
///
/// A mistake costs its tag and no more, so that all mistakes of a template come in one run. It goes
/// down from tags to operators by calling itself, in Jinja's order, and therefore bounds how deep a
/// template may nest.
struct Parser {
  let file: SourceFile
  let tokens: [Token]
  var position = 0
  var diagnostics: Diagnostics
  /// Nesting of expressions and of tags, bounded so that hostile input cannot exhaust the stack.
  var depth = 0
  /// The tags that are open, outermost first.
  private(set) var open: [(tag: String, range: Range<Int>)] = []

  init(_ file: SourceFile, whitespace: WhitespaceOptions) {
    self.file = file
    var lexer = Lexer(file, whitespace: whitespace)
    lexer.run()
    tokens = lexer.tokens
    diagnostics = lexer.diagnostics
  }

  init(call file: SourceFile, range: Range<Int>) {
    self.file = file
    var lexer = Lexer(call: file, range: range)
    lexer.runInside()
    tokens = lexer.tokens
    diagnostics = lexer.diagnostics
  }

  mutating func parse() -> SyntaxTree {
    var body = [Statement]()
    while true {
      let (statements, end) = parseBody(until: [])
      body += statements
      // A stray `{% endif %}` has been reported; the text after it still belongs to the template.
      if end == nil { return SyntaxTree(body: body) }
    }
  }
}

// MARK: - Reading tokens

extension Parser {
  var current: Token { tokens[position] }
  var next: Token { tokens[min(position + 1, tokens.count - 1)] }
  /// Where the last token that was read ends.
  var lastEnd: Int { position > 0 ? tokens[position - 1].range.upperBound : 0 }

  mutating func advance() { if position < tokens.count - 1 { position += 1 } }

  func at(_ symbol: Token.Symbol) -> Bool { current.kind == .symbol(symbol) }

  func at(word: String) -> Bool { current.kind == .name(word) }

  mutating func take(_ symbol: Token.Symbol) -> Bool {
    guard at(symbol) else { return false }
    advance()
    return true
  }

  mutating func take(word: String) -> Bool {
    guard at(word: word) else { return false }
    advance()
    return true
  }

  mutating func expect(_ symbol: Token.Symbol) throws(SyntaxMistake) {
    guard take(symbol) else { throw unexpected("'\(symbol.rawValue)'") }
  }

  mutating func expect(word: String) throws(SyntaxMistake) {
    guard take(word: word) else { throw unexpected("'\(word)'") }
  }

  mutating func expectName() throws(SyntaxMistake) -> Binding {
    guard case .name(let name) = current.kind else { throw unexpected("a name", "ชื่อ") }
    let binding = Binding(name: name, range: current.range)
    advance()
    return binding
  }

  func unexpected(_ expected: String, _ expectedInThai: String? = nil) -> SyntaxMistake {
    SyntaxMistake(
      diagnostic: .unexpectedToken(
        current.description(in: file.bytes),
        expected: (expected, expectedInThai ?? expected), at: file.span(current.range)))
  }
}

// MARK: - Bodies

extension Parser {
  /// Parses until a tag of `ends`; leaves the position behind the tag's name.
  ///
  /// Returns nil as the end where the template ends first.
  mutating func parseBody(until ends: [String]) -> (body: [Statement], end: String?) {
    var body = [Statement]()
    while true {
      let token = current
      switch token.kind {
      case .end:
        if let tag = open.last, !ends.isEmpty {
          diagnostics.add(.unclosedTag(tag.tag, ends, at: file.span(tag.range)))
        }
        return (body, nil)
      case .text(let text):
        body.append(Statement(kind: .text(text), range: token.range))
        advance()
      case .outputBegin:
        advance()
        body.append(parseOutput(from: token.range.lowerBound))
      case .blockBegin:
        advance()
        if case .name(let word) = current.kind {
          if ends.contains(word) {
            advance()
            return (body, word)
          }
          if word.hasPrefix("end") || ["else", "elif"].contains(word) {
            diagnostics.add(
              .strayTag(word, open: open.last?.tag, at: file.span(current.range)))
            // The end of an outer tag closes the inner one too.
            if open.dropLast().contains(where: { word == "end" + $0.tag }) {
              position -= 1
              return (body, nil)
            }
            skipTag()
            continue
          }
        }
        if let statement = parseTag(from: token.range.lowerBound) { body.append(statement) }
      default: advance()
      }
    }
  }

  private mutating func parseOutput(from start: Int) -> Statement {
    do throws(SyntaxMistake) {
      let expression = try parseTuple()
      guard current.kind == .outputEnd else { throw unexpected("'}}'") }
      advance()
      return Statement(kind: .output(expression), range: start..<lastEnd)
    } catch {
      diagnostics.add(error.diagnostic)
      skipTag()
      return Statement(kind: .invalid, range: start..<lastEnd)
    }
  }

  /// Goes behind the end of the tag that the parser is in.
  mutating func skipTag() {
    while true {
      switch current.kind {
      case .outputEnd, .blockEnd:
        advance()
        return
      case .end, .text, .outputBegin, .blockBegin: return
      default: advance()
      }
    }
  }

  mutating func endTag() throws(SyntaxMistake) {
    guard current.kind == .blockEnd else { throw unexpected("'%}'") }
    advance()
  }

  /// Parses the head of a tag that has a body; a mistake in it does not lose the body.
  mutating func head<Head>(
    _ parse: (inout Parser) throws(SyntaxMistake) -> Head
  ) -> Head? {
    do throws(SyntaxMistake) {
      let head = try parse(&self)
      try endTag()
      return head
    } catch {
      diagnostics.add(error.diagnostic)
      skipTag()
      return nil
    }
  }

  /// Parses a body up to its end tag, with the rest of that tag.
  mutating func enclosed(_ tag: String, _ range: Range<Int>, until ends: [String]? = nil)
    -> (body: [Statement], end: String?)
  {
    open.append((tag, range))
    depth += Parser.depthOfTag
    defer {
      open.removeLast()
      depth -= Parser.depthOfTag
    }
    guard depth < Parser.maximumDepth else {
      diagnostics.add(.nestedTooDeeply(at: file.span(range)))
      position = tokens.count - 1
      return ([], nil)
    }
    return parseBody(until: ends ?? ["end" + tag])
  }

  /// Parses a body and its end tag.
  mutating func body(_ tag: String, _ range: Range<Int>) -> [Statement] {
    let (body, end) = enclosed(tag, range)
    if end != nil { finishEndTag() }
    return body
  }

  mutating func finishEndTag() {
    _ = head { _ in }
  }

  /// How many brackets may be open at once, or half as many tags.
  ///
  /// With this and the next, the deepest template still fits into a stack of 512 KB in a debug
  /// build. Python, and so Jinja, ends at 20 loops inside each other.
  static var maximumDepth: Int { 42 }
  /// What an open tag counts for, measured in brackets.
  static var depthOfTag: Int { 2 }
  /// How many expressions may lie inside each other, as in a chain of filters.
  static var maximumHeight: Int { 50 }
}
