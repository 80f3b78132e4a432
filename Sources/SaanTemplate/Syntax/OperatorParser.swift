import SaanText

extension Parser {
  /// How tightly operators bind, the loosest first.
  enum Precedence: Int, Comparable {
    case or, and, not, comparison, sum, concatenation, product, power, unary

    var tighter: Precedence { Precedence(rawValue: rawValue + 1) ?? .unary }

    static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }
  }

  /// Operands and the operators between them that bind at least as tightly as `lowest`.
  ///
  /// One function for all levels, since every level of its own would be a frame on the stack for
  /// each bracket that is open.
  mutating func parseBinary(_ lowest: Precedence) throws(SyntaxMistake) -> Expression {
    var left = lowest <= .not && at(word: "not") ? try parseNot() : try parseUnary()
    while let precedence = operatorPrecedence, precedence >= lowest {
      switch precedence {
      case .comparison: left = try parseComparison(left)
      case .concatenation: left = try parseConcatenation(left)
      default:
        let symbol = current.kind
        advance()
        let right = try parseBinary(precedence.tighter)
        left = try expression(Self.binary(symbol, left, right), from: left)
      }
    }
    return left
  }

  private var operatorPrecedence: Precedence? {
    switch current.kind {
    case .name("or"): .or
    case .name("and"): .and
    case .name("in"), .symbol(.equal), .symbol(.notEqual), .symbol(.less), .symbol(.lessOrEqual),
      .symbol(.greater), .symbol(.greaterOrEqual):
      .comparison
    case .name("not") where next.kind == .name("in"): .comparison
    case .symbol(.plus), .symbol(.minus): .sum
    case .symbol(.tilde): .concatenation
    case .symbol(.multiply), .symbol(.divide), .symbol(.floorDivide), .symbol(.modulo): .product
    case .symbol(.power): .power
    default: nil
    }
  }

  private static func binary(
    _ symbol: Token.Kind, _ left: Expression, _ right: Expression
  ) -> Expression.Kind {
    switch symbol {
    case .name("or"): .or(left, right)
    case .name("and"): .and(left, right)
    case .symbol(.plus): .arithmetic(.add, left, right)
    case .symbol(.minus): .arithmetic(.subtract, left, right)
    case .symbol(.multiply): .arithmetic(.multiply, left, right)
    case .symbol(.divide): .arithmetic(.divide, left, right)
    case .symbol(.floorDivide): .arithmetic(.floorDivide, left, right)
    case .symbol(.modulo): .arithmetic(.modulo, left, right)
    default: .arithmetic(.power, left, right)
    }
  }

  private mutating func parseNot() throws(SyntaxMistake) -> Expression {
    let start = current.range.lowerBound
    var count = 0
    while take(word: "not") { count += 1 }
    var result = try parseBinary(.comparison)
    for _ in 0..<min(count, 2 - count % 2) {
      result = Expression(kind: .not(result), range: start..<lastEnd)
    }
    return result
  }

  private mutating func parseComparison(_ first: Expression) throws(SyntaxMistake) -> Expression {
    var rest: [(ComparisonOperator, Expression)] = []
    while let operation = takeComparison() { rest.append((operation, try parseBinary(.sum))) }
    return try expression(.comparison(first, rest), from: first)
  }

  private mutating func takeComparison() -> ComparisonOperator? {
    let operation: ComparisonOperator
    switch current.kind {
    case .symbol(.equal): operation = .equal
    case .symbol(.notEqual): operation = .notEqual
    case .symbol(.less): operation = .less
    case .symbol(.lessOrEqual): operation = .lessOrEqual
    case .symbol(.greater): operation = .greater
    case .symbol(.greaterOrEqual): operation = .greaterOrEqual
    case .name("in"): operation = .contained
    case .name("not") where next.kind == .name("in"):
      advance()
      operation = .notContained
    default: return nil
    }
    advance()
    return operation
  }

  private mutating func parseConcatenation(
    _ first: Expression
  ) throws(SyntaxMistake) -> Expression {
    var parts = [first]
    while take(.tilde) { parts.append(try parseBinary(.product)) }
    return try expression(.concatenation(parts), from: first)
  }
}
