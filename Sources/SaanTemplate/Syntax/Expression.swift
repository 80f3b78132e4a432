/// An expression and the bytes it was written with.
struct Expression: Sendable {
  indirect enum Kind: Sendable {
    case literal(Value)
    case name(String)
    /// The range is the member's name alone.
    case member(Expression, String, Range<Int>)
    case subscripted(Expression, Expression)
    /// Only as the index of a subscript.
    case slice(Expression?, Expression?, Expression?)
    case list([Expression])
    case tuple([Expression])
    case map([(key: Expression, value: Expression)])
    case negative(Expression)
    case positive(Expression)
    case not(Expression)
    case arithmetic(ArithmeticOperator, Expression, Expression)
    case concatenation([Expression])
    case comparison(Expression, [(ComparisonOperator, Expression)])
    case and(Expression, Expression)
    case or(Expression, Expression)
    case conditional(test: Expression, then: Expression, otherwise: Expression?)
    /// The operand is nil in `{% filter %}`, where it is the captured text.
    case filter(Expression?, NamedCall)
    case test(Expression, NamedCall)
    case call(Expression, CallArguments)
    /// Where the syntax was wrong; a diagnostic has been made.
    case invalid
  }

  let kind: Kind
  let range: Range<Int>
  /// How many expressions lie inside each other, this one included.
  let height: Int

  init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
    height = 1 + (kind.children.lazy.map(\.height).max() ?? 0)
  }

  /// The value, where it is written out.
  var literal: Value? {
    if case .literal(let value) = kind { value } else { nil }
  }
}

/// A filter or a test by its name.
struct NamedCall: Sendable {
  let name: String
  let nameRange: Range<Int>
  let arguments: CallArguments
}

/// What stands between the brackets of a call.
struct CallArguments: Sendable {
  struct Named: Sendable {
    let name: String
    let nameRange: Range<Int>
    let value: Expression
  }

  var positional: [Expression] = []
  var named: [Named] = []
  /// The list behind `*`.
  var spread: Expression?
  /// The map behind `**`.
  var namedSpread: Expression?
  var range: Range<Int> = 0..<0

  /// Whether the number of arguments is known before rendering.
  var isFixed: Bool { spread == nil && namedSpread == nil }
}

enum ArithmeticOperator: Int32, Sendable {
  case add, subtract, multiply, divide, floorDivide, modulo, power

  var symbol: String {
    switch self {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .floorDivide: "//"
    case .modulo: "%"
    case .power: "**"
    }
  }
}

enum ComparisonOperator: Int32, Sendable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, contained, notContained

  var symbol: String {
    switch self {
    case .equal: "=="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .contained: "in"
    case .notContained: "not in"
    }
  }
}
