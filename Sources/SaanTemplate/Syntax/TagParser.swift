import SaanText

extension Parser {
  /// The tags by their names; the manual's list is this one.
  static let tags = [
    "autoescape", "block", "call", "extends", "filter", "for", "from", "if", "import", "include",
    "macro", "print", "raw", "set", "with",
  ]

  /// Parses from the tag's name to the end of what belongs to the tag.
  mutating func parseTag(from start: Int) -> Statement? {
    guard case .name(let tag) = current.kind else {
      diagnostics.add(unexpected("the name of a tag", "ชื่อแท็ก").diagnostic)
      skipTag()
      return nil
    }
    let range = current.range
    advance()
    let kind: Statement.Kind
    switch tag {
    case "if": kind = parseIf(range)
    case "for": kind = parseFor(range)
    case "set": kind = parseSet(range)
    case "block": kind = parseBlock(range)
    case "macro": kind = parseMacro(range)
    case "call": kind = parseCallBlock(range)
    case "filter": kind = parseFilterBlock(range)
    case "with": kind = parseWith(range)
    case "autoescape": kind = parseAutoescape(range)
    default:
      guard let simple = parseSimpleTag(tag) else {
        diagnostics.add(.unknownTag(tag, among: Parser.tags, at: file.span(range)))
        skipTag()
        return nil
      }
      kind = simple
    }
    return Statement(kind: kind, range: start..<lastEnd)
  }

  /// Tags without a body.
  private mutating func parseSimpleTag(_ tag: String) -> Statement.Kind? {
    switch tag {
    case "extends":
      head { parser throws(SyntaxMistake) in .extends(try parser.parseExpression()) } ?? .invalid
    case "include": head { parser throws(SyntaxMistake) in try parser.includeHead() } ?? .invalid
    case "import": head { parser throws(SyntaxMistake) in try parser.importHead() } ?? .invalid
    case "from": head { parser throws(SyntaxMistake) in try parser.fromHead() } ?? .invalid
    case "print":
      head { parser throws(SyntaxMistake) in .output(try parser.parseTuple()) } ?? .invalid
    default: nil
    }
  }

  private mutating func includeHead() throws(SyntaxMistake) -> Statement.Kind {
    let template = try parseExpression()
    var ignoreMissing = false
    if at(word: "ignore"), next.kind == .name("missing") {
      advance()
      advance()
      ignoreMissing = true
    }
    let withContext = contextClause() ?? true
    return .include(template, ignoreMissing: ignoreMissing, withContext: withContext)
  }

  private mutating func importHead() throws(SyntaxMistake) -> Statement.Kind {
    let template = try parseExpression()
    try expect(word: "as")
    let name = try expectAssignable()
    return .importAll(template, name, withContext: contextClause() ?? false)
  }

  private mutating func fromHead() throws(SyntaxMistake) -> Statement.Kind {
    let template = try parseExpression()
    try expect(word: "import")
    var names: [(Binding, Binding)] = []
    while true {
      if let withContext = contextClause() {
        return .importNames(template, names, withContext: withContext)
      }
      let name = try expectName()
      if name.name.hasPrefix("_") {
        diagnostics.add(.privateImport(name.name, at: file.span(name.range)))
      }
      names.append((name, take(word: "as") ? try expectAssignable() : name))
      if let withContext = contextClause() {
        return .importNames(template, names, withContext: withContext)
      }
      guard take(.comma) else { return .importNames(template, names, withContext: false) }
    }
  }

  private mutating func contextClause() -> Bool? {
    guard at(word: "with") || at(word: "without"), next.kind == .name("context") else { return nil }
    let withContext = at(word: "with")
    advance()
    advance()
    return withContext
  }

  private mutating func parseIf(_ range: Range<Int>) -> Statement.Kind {
    var branches: [(Expression, [Statement])] = []
    var otherwise: [Statement] = []
    var ends = ["elif", "else", "endif"]
    var test = head { parser throws(SyntaxMistake) in try parser.parseTuple(allowsIf: false) }
    while true {
      let (body, end) = enclosed("if", range, until: ends)
      if ends.count == 1 {
        otherwise = body
      } else {
        branches.append((test ?? Expression(kind: .invalid, range: range), body))
      }
      switch end {
      case "elif":
        test = head { parser throws(SyntaxMistake) in try parser.parseTuple(allowsIf: false) }
      case "else":
        ends = ["endif"]
        finishEndTag()
      case nil: return .conditional(branches, otherwise: otherwise)
      default:
        finishEndTag()
        return .conditional(branches, otherwise: otherwise)
      }
    }
  }

  private mutating func parseFor(_ range: Range<Int>) -> Statement.Kind {
    let parsed = head {
      parser throws(SyntaxMistake) -> (Target, Expression, Expression?, Bool) in
      let target = try parser.parseTarget(until: "in")
      if target.names.contains("loop") {
        throw SyntaxMistake(
          diagnostic: .reservedName(
            "loop", at: parser.file.span(parser.tokens[parser.position - 1].range)))
      }
      try parser.expect(word: "in")
      let items = try parser.parseTuple(allowsIf: false, until: "recursive")
      let condition = parser.take(word: "if") ? try parser.parseExpression() : nil
      return (target, items, condition, parser.take(word: "recursive"))
    }
    var (body, end) = enclosed("for", range, until: ["else", "endfor"])
    var otherwise: [Statement] = []
    if end == "else" {
      finishEndTag()
      (otherwise, end) = enclosed("for", range)
    }
    if end != nil { finishEndTag() }
    guard let (target, items, condition, isRecursive) = parsed else { return .invalid }
    return .loop(
      Loop(
        target: target, items: items, condition: condition, isRecursive: isRecursive, body: body,
        otherwise: otherwise))
  }

  private mutating func parseSet(_ range: Range<Int>) -> Statement.Kind {
    enum Head {
      case value(Target, Expression)
      case block(Target, Expression?)
    }
    let parsed = head { parser throws(SyntaxMistake) -> Head in
      let target = try parser.parseTarget(until: nil, allowsNamespace: true)
      if parser.take(.assign) { return .value(target, try parser.parseTuple()) }
      return .block(target, try parser.parseFilters(nil))
    }
    switch parsed {
    case .value(let target, let expression): return .assignment(target, expression)
    case .block(let target, let filter):
      return .blockAssignment(target, filter: filter, body: body("set", range))
    case nil: return .invalid
    }
  }

  private mutating func parseBlock(_ range: Range<Int>) -> Statement.Kind {
    let parsed = head { parser throws(SyntaxMistake) -> (Binding, Bool, Bool) in
      let name = try parser.expectName()
      let isScoped = parser.take(word: "scoped")
      return (name, isScoped, parser.take(word: "required"))
    }
    let (body, end) = enclosed("block", range)
    if end != nil {
      if let parsed, !at(word: parsed.0.name), case .name(let other) = current.kind {
        diagnostics.add(
          .blockEndsWithOtherName(other, parsed.0.name, at: file.span(current.range)))
      }
      if case .name = current.kind { advance() }
      finishEndTag()
    }
    guard let (name, isScoped, isRequired) = parsed else { return .invalid }
    if isRequired, !body.allSatisfy(\.isBlank) {
      diagnostics.add(.requiredBlockHasContent(name.name, at: file.span(name.range)))
    }
    return .block(Block(name: name, isScoped: isScoped, isRequired: isRequired, body: body))
  }

  private mutating func parseMacro(_ range: Range<Int>) -> Statement.Kind {
    let parsed = head { parser throws(SyntaxMistake) -> (Binding, [Macro.Parameter]) in
      (try parser.expectAssignable(), try parser.parseSignature())
    }
    let body = body("macro", range)
    guard let (name, parameters) = parsed else { return .invalid }
    return .macro(Macro(name: name, parameters: parameters, body: body))
  }

  private mutating func parseCallBlock(_ range: Range<Int>) -> Statement.Kind {
    let parsed = head { parser throws(SyntaxMistake) -> ([Macro.Parameter], Expression) in
      let parameters = parser.at(.leftParenthesis) ? try parser.parseSignature() : []
      let call = try parser.parseExpression()
      guard case .call = call.kind else {
        throw SyntaxMistake(diagnostic: .callBlockWithoutCall(at: parser.file.span(call.range)))
      }
      return (parameters, call)
    }
    let body = body("call", range)
    guard let (parameters, call) = parsed else { return .invalid }
    let name = Binding(name: "caller", range: range)
    return .call(call, caller: Macro(name: name, parameters: parameters, body: body))
  }

  private mutating func parseSignature() throws(SyntaxMistake) -> [Macro.Parameter] {
    try expect(.leftParenthesis)
    var parameters: [Macro.Parameter] = []
    while !at(.rightParenthesis) {
      if !parameters.isEmpty { try expect(.comma) }
      let name = try expectAssignable()
      let standard = take(.assign) ? try parseExpression() : nil
      if standard == nil, parameters.last?.standard != nil {
        diagnostics.add(.parameterOrder(name.name, at: file.span(name.range)))
      }
      if parameters.contains(where: { $0.name.name == name.name }) {
        diagnostics.add(.repeatedParameter(name.name, at: file.span(name.range)))
      }
      parameters.append(Macro.Parameter(name: name, standard: standard))
    }
    try expect(.rightParenthesis)
    return parameters
  }

  private mutating func parseFilterBlock(_ range: Range<Int>) -> Statement.Kind {
    let filter = head { parser throws(SyntaxMistake) in
      try parser.parseFilters(nil, startsInline: true)
    }
    let body = body("filter", range)
    guard let filter, let filter else { return .invalid }
    return .filter(filter, body: body)
  }

  private mutating func parseWith(_ range: Range<Int>) -> Statement.Kind {
    let parsed = head { parser throws(SyntaxMistake) -> [(Target, Expression)] in
      var assignments: [(Target, Expression)] = []
      while parser.current.kind != .blockEnd {
        if !assignments.isEmpty { try parser.expect(.comma) }
        let target = try parser.parseTarget(until: nil)
        try parser.expect(.assign)
        assignments.append((target, try parser.parseExpression()))
      }
      return assignments
    }
    let body = body("with", range)
    return parsed.map { .with($0, body: body) } ?? .invalid
  }

  private mutating func parseAutoescape(_ range: Range<Int>) -> Statement.Kind {
    let flag = head { parser throws(SyntaxMistake) -> Bool in
      let value = try parser.parseExpression()
      guard case .literal(.bool(let flag)) = value.kind else {
        throw SyntaxMistake(diagnostic: .autoescapeNotLiteral(at: parser.file.span(value.range)))
      }
      return flag
    }
    let body = body("autoescape", range)
    return flag.map { .autoescape($0, body: body) } ?? .invalid
  }

  /// A name that may be given a meaning; for the others it is reported, and goes on.
  private mutating func expectAssignable() throws(SyntaxMistake) -> Binding {
    let name = try expectName()
    if ["true", "false", "none", "True", "False", "None"].contains(name.name) {
      diagnostics.add(.reservedName(name.name, at: file.span(name.range)))
    }
    return name
  }

  /// A name, names separated by commas, or a field of a namespace.
  private mutating func parseTarget(
    until word: String?, allowsNamespace: Bool = false
  ) throws(SyntaxMistake) -> Target {
    let start = current.range.lowerBound
    var targets: [Target] = []
    var isTuple = false
    repeat {
      if let word, at(word: word) { break }
      if at(.rightParenthesis) || at(.assign) { break }
      if take(.leftParenthesis) {
        targets.append(try parseTarget(until: nil))
        try expect(.rightParenthesis)
      } else {
        let name = try expectAssignable()
        if allowsNamespace, take(.dot) {
          targets.append(.namespace(name, field: try expectName().name))
        } else {
          targets.append(.name(name))
        }
      }
      if at(.comma) { isTuple = true }
    } while take(.comma)
    guard let first = targets.first else { throw unexpected("a name", "ชื่อ") }
    return isTuple ? .tuple(targets, start..<lastEnd) : first
  }
}

extension Statement {
  fileprivate var isBlank: Bool {
    if case .text(let bytes) = kind { bytes.allSatisfy(isSpace) } else { false }
  }
}
