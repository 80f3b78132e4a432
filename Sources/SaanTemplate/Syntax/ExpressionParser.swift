import SaanText

extension Parser {
  mutating func parseExpression(allowsIf: Bool = true) throws(SyntaxMistake) -> Expression {
    try descend()
    defer { depth -= 1 }
    var left = try parseBinary(.or)
    guard allowsIf else { return left }
    while take(word: "if") {
      let test = try parseBinary(.or)
      let otherwise = take(word: "else") ? try parseExpression() : nil
      left = try expression(.conditional(test: test, then: left, otherwise: otherwise), from: left)
    }
    return left
  }

  /// One level further in; whoever calls it comes up again.
  private mutating func descend() throws(SyntaxMistake) {
    guard depth < Parser.maximumDepth else {
      throw SyntaxMistake(diagnostic: .nestedTooDeeply(at: file.span(current.range)))
    }
    depth += 1
  }

  /// One expression, or a tuple of several separated by commas.
  mutating func parseTuple(
    allowsIf: Bool = true, until word: String? = nil, isEnclosed: Bool = false
  ) throws(SyntaxMistake) -> Expression {
    let start = current.range.lowerBound
    var elements: [Expression] = []
    var isTuple = false
    while true {
      if isTupleEnd || word.map({ at(word: $0) }) == true { break }
      elements.append(try parseExpression(allowsIf: allowsIf))
      guard take(.comma) else { break }
      isTuple = true
    }
    if !isTuple, let only = elements.first { return only }
    guard isTuple || isEnclosed else { throw unexpected("an expression", "นิพจน์") }
    return try checked(Expression(kind: .tuple(elements), range: start..<max(start, lastEnd)))
  }

  private var isTupleEnd: Bool {
    switch current.kind {
    case .outputEnd, .blockEnd, .symbol(.rightParenthesis), .end: true
    default: false
    }
  }

  /// A node of the tree, which must not become so high that walking it would exhaust the stack.
  ///
  /// Brackets are counted on the way in; chains such as `x|f|f|f` only show here.
  func expression(
    _ kind: Expression.Kind, from first: Expression
  ) throws(SyntaxMistake) -> Expression {
    try checked(Expression(kind: kind, range: first.range.lowerBound..<lastEnd))
  }

  private var depthOfTags: Int { open.count * Parser.depthOfTag }

  private func checked(_ expression: Expression) throws(SyntaxMistake) -> Expression {
    guard expression.height + depthOfTags <= Parser.maximumHeight else {
      throw SyntaxMistake(diagnostic: .nestedTooDeeply(at: file.span(expression.range)))
    }
    return expression
  }

  mutating func parseUnary(withFilters: Bool = true) throws(SyntaxMistake) -> Expression {
    let start = current.range.lowerBound
    var result: Expression
    if at(.minus) || at(.plus) {
      try descend()
      defer { depth -= 1 }
      let isNegative = at(.minus)
      advance()
      let operand = try parseUnary(withFilters: false)
      result = Expression(
        kind: isNegative ? .negative(operand) : .positive(operand), range: start..<lastEnd)
    } else {
      result = try parsePrimary()
    }
    result = try parsePostfix(result)
    return withFilters ? try parseFilterChain(result) : result
  }

  private mutating func parsePrimary() throws(SyntaxMistake) -> Expression {
    let token = current
    let kind: Expression.Kind
    switch token.kind {
    case .name(let name):
      advance()
      kind =
        switch name {
        case "true", "True": .literal(.bool(true))
        case "false", "False": .literal(.bool(false))
        case "none", "None": .literal(.none)
        default: .name(name)
        }
    case .string(let first):
      advance()
      var text = first
      while case .string(let more) = current.kind {
        text += more
        advance()
      }
      kind = .literal(.string(text))
    case .integer(let value):
      advance()
      kind = .literal(.int(value))
    case .double(let value):
      advance()
      kind = .literal(.double(value))
    case .symbol(.leftParenthesis):
      advance()
      let inner = try parseTuple(isEnclosed: true)
      try expect(.rightParenthesis)
      return Expression(kind: inner.kind, range: token.range.lowerBound..<lastEnd)
    case .symbol(.leftBracket): kind = .list(try parseList())
    case .symbol(.leftBrace): kind = .map(try parseMap())
    default: throw unexpected("an expression", "นิพจน์")
    }
    return try checked(Expression(kind: kind, range: token.range.lowerBound..<lastEnd))
  }

  private mutating func parseList() throws(SyntaxMistake) -> [Expression] {
    advance()
    var elements: [Expression] = []
    while !at(.rightBracket) {
      if !elements.isEmpty { try expect(.comma) }
      if at(.rightBracket) { break }
      elements.append(try parseExpression())
    }
    try expect(.rightBracket)
    return elements
  }

  private mutating func parseMap() throws(SyntaxMistake) -> [(key: Expression, value: Expression)] {
    advance()
    var pairs: [(key: Expression, value: Expression)] = []
    while !at(.rightBrace) {
      if !pairs.isEmpty { try expect(.comma) }
      if at(.rightBrace) { break }
      let key = try parseExpression()
      try expect(.colon)
      pairs.append((key, try parseExpression()))
    }
    try expect(.rightBrace)
    return pairs
  }

  private mutating func parsePostfix(_ first: Expression) throws(SyntaxMistake) -> Expression {
    var result = first
    while true {
      if take(.dot) {
        let token = current
        switch token.kind {
        case .name(let name):
          advance()
          result = try expression(.member(result, name, token.range), from: first)
        case .integer(let index):
          advance()
          let position = Expression(kind: .literal(.int(index)), range: token.range)
          result = try expression(.subscripted(result, position), from: first)
        default: throw unexpected("a name or a number", "ชื่อหรือตัวเลข")
        }
      } else if at(.leftBracket) {
        let index = try parseIndex()
        result = try expression(.subscripted(result, index), from: first)
      } else if at(.leftParenthesis) {
        let arguments = try parseArguments()
        result = try expression(.call(result, arguments), from: first)
      } else {
        return result
      }
    }
  }

  private mutating func parseIndex() throws(SyntaxMistake) -> Expression {
    let start = current.range.lowerBound
    advance()
    let first = at(.colon) ? nil : try parseExpression()
    guard take(.colon) else {
      try expect(.rightBracket)
      guard let first else { throw unexpected("an expression", "นิพจน์") }
      return first
    }
    let second = at(.colon) || at(.rightBracket) ? nil : try parseExpression()
    let third = take(.colon) && !at(.rightBracket) ? try parseExpression() : nil
    try expect(.rightBracket)
    return try checked(Expression(kind: .slice(first, second, third), range: start..<lastEnd))
  }

  private mutating func parseFilterChain(_ first: Expression) throws(SyntaxMistake) -> Expression {
    var result = first
    while true {
      if at(.pipe) {
        guard let filtered = try parseFilters(result) else { return result }
        result = filtered
      } else if at(word: "is") {
        result = try parseTest(result)
      } else if at(.leftParenthesis) {
        let arguments = try parseArguments()
        result = try expression(.call(result, arguments), from: first)
      } else {
        return result
      }
    }
  }

  /// A chain of filters; without an operand it stands for captured text.
  mutating func parseFilters(
    _ operand: Expression?, startsInline: Bool = false
  ) throws(SyntaxMistake) -> Expression? {
    var result = operand
    var isFirst = startsInline
    while isFirst || take(.pipe) {
      isFirst = false
      let name = try dottedName()
      let arguments = at(.leftParenthesis) ? try parseArguments() : CallArguments()
      let call = NamedCall(name: name.name, nameRange: name.range, arguments: arguments)
      let start = result?.range.lowerBound ?? name.range.lowerBound
      result = try checked(Expression(kind: .filter(result, call), range: start..<lastEnd))
    }
    return result
  }

  private mutating func dottedName() throws(SyntaxMistake) -> Binding {
    var name = try expectName()
    while take(.dot) {
      let part = try expectName()
      name = Binding(
        name: name.name + "." + part.name,
        range: name.range.lowerBound..<part.range.upperBound)
    }
    return name
  }

  private mutating func parseTest(_ operand: Expression) throws(SyntaxMistake) -> Expression {
    advance()
    let isNegated = take(word: "not")
    let name = try dottedName()
    var arguments = CallArguments()
    arguments.range = name.range
    if at(.leftParenthesis) {
      arguments = try parseArguments()
    } else if takesArgument {
      if at(word: "is") {
        throw SyntaxMistake(diagnostic: .chainedTests(at: file.span(current.range)))
      }
      let primary = try parsePrimary()
      arguments.positional = [try parsePostfix(primary)]
      arguments.range = arguments.positional[0].range
    }
    let call = NamedCall(name: name.name, nameRange: name.range, arguments: arguments)
    let test = try expression(.test(operand, call), from: operand)
    return isNegated ? try expression(.not(test), from: operand) : test
  }

  /// Whether what follows a test's name is its argument, written without brackets.
  private var takesArgument: Bool {
    switch current.kind {
    case .name(let word): !["else", "or", "and"].contains(word)
    case .string, .integer, .double, .symbol(.leftBracket), .symbol(.leftBrace): true
    default: false
    }
  }

  mutating func parseArguments() throws(SyntaxMistake) -> CallArguments {
    let start = current.range.lowerBound
    try expect(.leftParenthesis)
    var arguments = CallArguments()
    var needsComma = false
    while !at(.rightParenthesis) {
      if needsComma {
        try expect(.comma)
        if at(.rightParenthesis) { break }
      }
      needsComma = true
      let mark = current.range
      if take(.multiply) {
        arguments.spread = try parseExpression()
      } else if take(.power) {
        arguments.namedSpread = try parseExpression()
      } else if case .name(let name) = current.kind, next.kind == .symbol(.assign) {
        advance()
        advance()
        if arguments.named.contains(where: { $0.name == name }) {
          diagnostics.add(.repeatedArgument(name, at: file.span(mark)))
        }
        arguments.named.append(
          CallArguments.Named(name: name, nameRange: mark, value: try parseExpression()))
      } else {
        guard arguments.named.isEmpty, arguments.isFixed else {
          throw SyntaxMistake(diagnostic: .positionalAfterNamed(at: file.span(mark)))
        }
        arguments.positional.append(try parseExpression())
      }
    }
    try expect(.rightParenthesis)
    arguments.range = start..<lastEnd
    return arguments
  }
}
