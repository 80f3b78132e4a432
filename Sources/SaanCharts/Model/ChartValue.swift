import SaanText

/// What stands at one place of a chart: three states with three marks, zero being a number.
public enum ChartValue: Sendable, Hashable {
  /// A number, which may be zero.
  case number(ExactNumber)
  /// Nothing is known.
  case missing
  /// The question does not arise here.
  case notApplicable

  /// A number, or `missing` where there is none.
  public init(_ number: ExactNumber?) { self = number.map(ChartValue.number) ?? .missing }

  /// A whole number.
  public init(_ number: Int) { self = .number(ExactNumber(number)) }

  /// The number, when there is one.
  public var number: ExactNumber? {
    if case .number(let number) = self { number } else { nil }
  }
}

extension ChartValue: ExpressibleByIntegerLiteral {
  /// A whole number.
  public init(integerLiteral value: Int) { self.init(value) }
}
