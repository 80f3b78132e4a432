public import SaanText

/// A call with literal arguments, as content writes it: `figure("funds.count", unit=false)`.
public struct TemplateCall: Sendable {
  /// What is called.
  public let name: String
  /// Where its name stands.
  public let nameSpan: SourceSpan
  /// The arguments without a name.
  public let positional: [Value]
  /// The arguments with a name, in order.
  public let named: [(name: String, value: Value)]

  /// Where the values stand, in the order of the call.
  let spans: (positional: [SourceSpan], named: [SourceSpan])

  /// Where the value of an argument stands: of a named one, or without a name of the first.
  public func span(of name: String? = nil) -> SourceSpan? {
    guard let name else { return spans.positional.first }
    return zip(named, spans.named).first { $0.0.name == name }?.1
  }

  /// The call with another text for each that it is given, which may stand in a list.
  package func mappingTexts(_ other: (String, SourceSpan) -> String) -> TemplateCall {
    func mapped(_ value: Value, _ span: SourceSpan) -> Value {
      switch value {
      case .string(let text): .string(other(text, span))
      case .list(let values): .list(values.map { mapped($0, span) })
      default: value
      }
    }
    return TemplateCall(
      name: name, nameSpan: nameSpan,
      positional: zip(positional, spans.positional).map { mapped($0, $1) },
      named: zip(named, spans.named).map { ($0.name, mapped($0.value, $1)) }, spans: spans)
  }

  /// The named argument, if it is there.
  public subscript(name: String) -> Value? { named.first { $0.name == name }?.value }
}

/// Reads a call of literals from a part of a file; nil when it is none, which is reported.
public func parseCall(_ source: SourceFile, range: Range<Int>) -> Outcome<TemplateCall?> {
  var parser = Parser(call: source, range: range)
  do throws(SyntaxMistake) {
    let name = try parser.expectName()
    let arguments =
      parser.at(.leftParenthesis) ? try parser.parseArguments() : CallArguments()
    guard parser.current.kind == .end else {
      throw parser.unexpected("the end of the call", "จุดสิ้นสุดของการเรียก")
    }
    func literal(_ expression: Expression) throws(SyntaxMistake) -> Value {
      guard let value = expression.literalValue else {
        throw SyntaxMistake(diagnostic: .callNotLiteral(at: source.span(expression.range)))
      }
      return value
    }
    for spread in [arguments.spread, arguments.namedSpread].compactMap({ $0 }) {
      _ = try literal(Expression(kind: .invalid, range: spread.range))
    }
    var positional: [Value] = []
    for expression in arguments.positional { positional.append(try literal(expression)) }
    var named: [(name: String, value: Value)] = []
    for argument in arguments.named { named.append((argument.name, try literal(argument.value))) }
    let call = TemplateCall(
      name: name.name, nameSpan: source.span(name.range), positional: positional, named: named,
      spans: (
        arguments.positional.map { source.span($0.range) },
        arguments.named.map { source.span($0.value.range) }
      ))
    return Outcome(parser.diagnostics.hasErrors ? nil : call, parser.diagnostics)
  } catch {
    var diagnostics = parser.diagnostics
    diagnostics.add(error.diagnostic)
    return Outcome(nil, diagnostics)
  }
}

extension Expression {
  /// The value, if nothing has to be looked up or computed.
  var literalValue: Value? {
    switch kind {
    case .literal(let value): return value
    case .negative(let operand):
      switch operand.literalValue {
      case .int(let number): return number == .min ? nil : .int(-number)
      case .double(let number): return .double(-number)
      default: return nil
      }
    case .list(let elements), .tuple(let elements):
      let values = elements.compactMap(\.literalValue)
      return values.count == elements.count ? .list(values) : nil
    default: return nil
    }
  }
}
