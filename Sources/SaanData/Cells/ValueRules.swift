import SaanText

/// A column's constraints, made ready to be asked for every value.
///
/// Bounds are read as the column's type and patterns compiled once, not for each of a million
/// cells; a column without rules costs one test of a flag. Texts are checked as bytes, and their
/// characters counted only where the number of bytes leaves a doubt.
struct ValueRules {
  let isRequired: Bool
  /// Whether text columns have anything to check.
  let checksText: Bool
  /// Whether typed columns have anything to check.
  let checksBounds: Bool
  private let field: Field
  private let allowed: [[UInt8]]
  /// The pattern, when it is a simple one.
  private let bytePattern: BytePattern?
  /// Any other pattern.
  private let expression: RegularExpression?
  private let minimum: ValueLimit?
  private let maximum: ValueLimit?
  /// Whether a value may not be the limit itself.
  private let excludesMinimum: Bool
  private let excludesMaximum: Bool

  /// Prepares the constraints; the descriptor's reader has already told what can't be read.
  init(_ field: Field) {
    self.field = field
    let constraints = field.constraints
    isRequired = constraints.required
    allowed = constraints.allowed.map { Array($0.utf8) }
    bytePattern = constraints.pattern.flatMap { BytePattern($0) }
    expression =
      bytePattern == nil ? constraints.pattern.flatMap { RegularExpression($0) } : nil
    // Of two limits on one side the one that is not to be reached is the stricter one as a rule.
    excludesMinimum = constraints.exclusiveMinimum != nil
    excludesMaximum = constraints.exclusiveMaximum != nil
    minimum = constraints.least.flatMap { ValueLimit($0, type: field.type) }
    maximum = constraints.most.flatMap { ValueLimit($0, type: field.type) }
    let checksForm = !allowed.isEmpty || constraints.pattern != nil
    checksText = checksForm || constraints.minLength != nil || constraints.maxLength != nil
    checksBounds = checksForm || minimum != nil || maximum != nil
  }

  /// Checks the value of a text column.
  func check(
    text cell: UnsafeBufferPointer<UInt8>, row: Int, column: Int, name: String,
    _ issues: inout IssueBook
  ) {
    checkForm(cell, row: row, column: column, name: name, &issues)
    let (least, most) = (field.constraints.minLength, field.constraints.maxLength)
    guard least != nil || most != nil else { return }
    // A character has at least one byte, so most values need no counting.
    if let most, cell.count > most, case let count = cell.string.count, count > most {
      issues.add("too-long", row: row, column: column, name: name) {
        .tooLong(shortened(cell), count: count, limit: most, at: $0)
      }
    }
    if let least, case let count = cell.string.count, count < least {
      issues.add("too-short", row: row, column: column, name: name) {
        .tooShort(shortened(cell), count: count, limit: least, at: $0)
      }
    }
  }

  /// Checks the value of a typed column.
  @inline(__always)
  func check<Value: Bounded>(
    _ value: Value, _ cell: UnsafeBufferPointer<UInt8>, row: Int, column: Int, name: String,
    _ issues: inout IssueBook
  ) {
    checkForm(cell, row: row, column: column, name: name, &issues)
    if let minimum, value.compare(with: minimum) < (excludesMinimum ? 1 : 0) {
      issues.add("below-minimum", row: row, column: column, name: name) {
        .belowMinimum(shortened(cell), limit: field.constraints.least ?? "", at: $0)
      }
    }
    if let maximum, value.compare(with: maximum) > (excludesMaximum ? -1 : 0) {
      issues.add("above-maximum", row: row, column: column, name: name) {
        .aboveMaximum(shortened(cell), limit: field.constraints.most ?? "", at: $0)
      }
    }
  }

  @inline(__always)
  private func isAllowed(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in allowed.indices
    where allowed[index].count == cell.count && cell.equals(allowed[index]) {
      return true
    }
    return false
  }

  private func verdict(
    of cell: UnsafeBufferPointer<UInt8>
  ) -> RegularExpression.Verdict {
    if let bytePattern { return bytePattern.matches(cell) ? .matches : .differs }
    return expression?.verdict(on: cell) ?? .matches
  }

  private func checkForm(
    _ cell: UnsafeBufferPointer<UInt8>, row: Int, column: Int, name: String,
    _ issues: inout IssueBook
  ) {
    if !allowed.isEmpty, !isAllowed(cell) {
      issues.add("not-allowed", row: row, column: column, name: name) {
        .notAllowed(
          shortened(cell), among: field.constraints.allowed, field.categories, at: $0)
      }
    }
    let pattern = field.constraints.pattern ?? ""
    switch verdict(of: cell) {
    case .matches: break
    case .differs:
      issues.add("pattern-mismatch", row: row, column: column, name: name) {
        .patternMismatch(shortened(cell), pattern: pattern, example: field.example, at: $0)
      }
    case .isTooSlow:
      issues.add("slow-pattern", row: row, column: column, name: name) {
        .slowPattern(shortened(cell), pattern: pattern, at: $0)
      }
    }
  }
}

extension Constraints {
  fileprivate var least: String? { exclusiveMinimum ?? minimum }
  fileprivate var most: String? { exclusiveMaximum ?? maximum }
}

/// A limit of a column of numbers or dates.
enum ValueLimit {
  case integer(Int64)
  case number(ExactNumber)
  case date(CalendarDate)

  /// Reads a limit as its column's type; `nil` when it can't be one.
  init?(_ text: String, type: FieldType) {
    switch type {
    case .integer, .number:
      if let integer = Int64(text) {
        self = .integer(integer)
      } else if let number = ExactNumber(text) {
        self = .number(number)
      } else {
        return nil
      }
    case .date, .year, .yearmonth, .period:
      guard let date = CalendarDate(iso: text) else { return nil }
      self = .date(date)
    case .string, .boolean, .any, .image:
      return nil
    }
  }
}

/// A value that can be held against a limit.
protocol Bounded {
  /// Below 0 when the value lies below the limit, above 0 when it lies above.
  func compare(with bound: ValueLimit) -> Int
}

extension Int64: Bounded {
  func compare(with bound: ValueLimit) -> Int {
    switch bound {
    case .integer(let limit): self < limit ? -1 : self > limit ? 1 : 0
    case .number(let limit): order(ExactNumber(Int(self)), limit)
    case .date: 0
    }
  }
}

extension Decimal18: Bounded {
  func compare(with bound: ValueLimit) -> Int {
    switch bound {
    case .integer(0): mantissa < 0 ? -1 : mantissa > 0 ? 1 : 0
    case .integer(let limit): exact.map { order($0, ExactNumber(Int(limit))) } ?? 0
    case .number(let limit): exact.map { order($0, limit) } ?? 0
    case .date: 0
    }
  }

  private var exact: ExactNumber? { ExactNumber(mantissa: mantissa, scale: Int(scale)) }
}

extension Bool: Bounded {
  func compare(with bound: ValueLimit) -> Int { 0 }
}

extension CalendarDate: Bounded {
  func compare(with bound: ValueLimit) -> Int {
    guard case .date(let limit) = bound else { return 0 }
    return lastDay < limit.firstDay ? -1 : firstDay > limit.lastDay ? 1 : 0
  }
}

extension CalendarPeriod: Bounded {
  func compare(with bound: ValueLimit) -> Int {
    guard case .date(let limit) = bound else { return 0 }
    return firstDay < limit.firstDay ? -1 : lastDay > limit.lastDay ? 1 : 0
  }
}

private func order<Value: Comparable>(_ left: Value, _ right: Value) -> Int {
  left < right ? -1 : left > right ? 1 : 0
}
