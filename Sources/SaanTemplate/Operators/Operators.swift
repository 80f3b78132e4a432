import Glibc
import SaanText

/// Python's operators on our values.
///
/// The results are those of Jinja: `//` and `%` round down, `/` is never a whole number, and text
/// is joined to no number. Where Python's integers would grow beyond 64 bits it is an error and no
/// wrong number; what repeats a text asks the limits before it is made.
enum Operators {
  static func negative(_ value: Value) throws(TemplateFault) -> Value {
    if case .double(let number) = value { return .double(-number) }
    guard let number = value.integer else { throw .operandKind("-", value) }
    return .int(try checked(Int(0).subtractingReportingOverflow(number)))
  }

  static func positive(_ value: Value) throws(TemplateFault) -> Value {
    if case .double = value { return value }
    guard let number = value.integer else { throw .operandKind("+", value) }
    return .int(number)
  }

  private static func checked(
    _ result: (partialValue: Int, overflow: Bool)
  ) throws(TemplateFault) -> Int {
    if result.overflow { throw .overflow }
    return result.partialValue
  }

  static func apply(
    _ operation: ArithmeticOperator, _ left: Value, _ right: Value, limits: TemplateLimits
  ) throws(TemplateFault) -> Value {
    if let a = left.integer, let b = right.integer { return try integers(operation, a, b) }
    if let a = left.number, let b = right.number { return .double(try doubles(operation, a, b)) }
    switch operation {
    case .add: if let sum = try sum(left, right) { return sum }
    case .multiply:
      if let count = right.integer { return try repeated(left, count, operation, limits) }
      if let count = left.integer { return try repeated(right, count, operation, limits) }
    case .modulo:
      if case .string(let format) = left {
        let arguments: [Value] = if case .tuple(let values) = right { values } else { [right] }
        return .string(try PercentFormat.apply(format, arguments, [:], escapes: false, limits))
      }
      if case .html(let format) = left {
        let arguments: [Value] = if case .tuple(let values) = right { values } else { [right] }
        return .html(
          HTML(
            trusted: try PercentFormat.apply(format.markup, arguments, [:], escapes: true, limits)))
      }
    default: break
    }
    throw .operandKinds(operation.symbol, left, right)
  }

  private static func sum(_ left: Value, _ right: Value) throws(TemplateFault) -> Value? {
    switch (left, right) {
    case (.string(let a), .string(let b)): .string(a + b)
    case (.html(let a), .html(let b)): .html(HTML(trusted: a.markup + b.markup))
    case (.html(let a), .string(let b)): .html(HTML(trusted: a.markup + HTML(escaping: b).markup))
    case (.string(let a), .html(let b)): .html(HTML(trusted: HTML(escaping: a).markup + b.markup))
    case (.list(let a), .list(let b)): .list(a + b)
    case (.tuple(let a), .tuple(let b)): .tuple(a + b)
    default: nil
    }
  }

  private static func repeated(
    _ value: Value, _ count: Int, _ operation: ArithmeticOperator, _ limits: TemplateLimits
  ) throws(TemplateFault) -> Value {
    let count = max(0, count)
    let size: Int
    switch value {
    case .string(let text): size = text.utf8.count
    case .html(let html): size = html.markup.utf8.count
    case .list(let values), .tuple(let values): size = values.count
    default: throw .operandKinds(operation.symbol, value, .int(count))
    }
    let (total, overflow) = size.multipliedReportingOverflow(by: count)
    if value.text == nil {
      try limits.check(elements: overflow ? .max : total)
    } else {
      try limits.check(bytes: overflow ? .max : total)
    }
    switch value {
    case .string(let text): return .string(String(repeating: text, count: count))
    case .html(let html):
      return .html(HTML(trusted: String(repeating: html.markup, count: count)))
    case .tuple(let values): return .tuple(Array(repeatElement(values, count: count).joined()))
    case .list(let values): return .list(Array(repeatElement(values, count: count).joined()))
    default: return value
    }
  }

  private static func integers(
    _ operation: ArithmeticOperator, _ a: Int, _ b: Int
  ) throws(TemplateFault) -> Value {
    switch operation {
    case .add: return .int(try checked(a.addingReportingOverflow(b)))
    case .subtract: return .int(try checked(a.subtractingReportingOverflow(b)))
    case .multiply: return .int(try checked(a.multipliedReportingOverflow(by: b)))
    case .divide:
      if b == 0 { throw .divisionByZero }
      return .double(Double(a) / Double(b))
    case .floorDivide:
      if b == 0 { throw .divisionByZero }
      let quotient = try checked(a.dividedReportingOverflow(by: b))
      return .int(quotient * b != a && (a < 0) != (b < 0) ? quotient - 1 : quotient)
    case .modulo:
      if b == 0 { throw .divisionByZero }
      if b == -1 { return .int(0) }
      let rest = a % b
      return .int(rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest)
    case .power: return try power(a, b)
    }
  }

  private static func power(_ base: Int, _ exponent: Int) throws(TemplateFault) -> Value {
    guard exponent >= 0 else {
      if base == 0 { throw .divisionByZero }
      return .double(pow(Double(base), Double(exponent)))
    }
    var (result, factor, rest) = (1, base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result = try checked(result.multipliedReportingOverflow(by: factor)) }
      rest >>= 1
      if rest > 0 { factor = try checked(factor.multipliedReportingOverflow(by: factor)) }
    }
    return .int(result)
  }

  private static func doubles(
    _ operation: ArithmeticOperator, _ a: Double, _ b: Double
  ) throws(TemplateFault) -> Double {
    switch operation {
    case .add: return a + b
    case .subtract: return a - b
    case .multiply: return a * b
    case .divide:
      if b == 0 { throw .divisionByZero }
      return a / b
    case .floorDivide, .modulo:
      if b == 0 { throw .divisionByZero }
      let rest = fmod(a, b)
      let sameSign = rest == 0 || (rest < 0) == (b < 0)
      if operation == .modulo { return rest == 0 ? copysign(0, b) : sameSign ? rest : rest + b }
      return ((a - (sameSign ? rest : rest + b)) / b).rounded(.toNearestOrEven)
    case .power:
      if a == 0, b < 0 { throw .divisionByZero }
      if a < 0, b != b.rounded() { throw .overflow }
      let result = pow(a, b)
      if result.isInfinite, a.isFinite, b.isFinite { throw .overflow }
      return result
    }
  }

  /// The texts of values in one; in HTML `none` adds nothing, as it prints nothing.
  static func concatenation(_ all: [Value], escapes: Bool) -> Value {
    let values = escapes ? all.filter { !$0.isNone } : all
    let hasMarkup =
      escapes
      && values.contains { value in if case .html = value { true } else { false } }
    guard hasMarkup else { return .string(values.map(\.description).joined()) }
    return .html(HTML(trusted: values.map(\.escaped).joined()))
  }

  static func holds(
    _ operation: ComparisonOperator, _ left: Value, _ right: Value
  ) throws(TemplateFault) -> Bool {
    switch operation {
    case .equal: return left.isEqual(to: right)
    case .notEqual: return !left.isEqual(to: right)
    case .less: return try left.isLess(than: right)
    case .greater: return try right.isLess(than: left)
    case .lessOrEqual:
      if left.isEqual(to: right) { return true }
      return try left.isLess(than: right)
    case .greaterOrEqual:
      if left.isEqual(to: right) { return true }
      return try right.isLess(than: left)
    case .contained: return try contains(right, left)
    case .notContained: return try !contains(right, left)
    }
  }

  static func contains(_ container: Value, _ value: Value) throws(TemplateFault) -> Bool {
    switch container {
    case .string, .html:
      guard let part = value.text else { throw .operandKinds("in", value, container) }
      return part.isEmpty || (container.text ?? "").firstRange(of: part) != nil
    case .map(let map): return map[key: value] != nil
    default:
      guard let elements = container.elements else { throw .notIterable(container) }
      return elements.contains { $0.isEqual(to: value) }
    }
  }
}
