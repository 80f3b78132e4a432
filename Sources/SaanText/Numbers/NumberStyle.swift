/// How a number is written for readers.
public struct NumberStyle: Sendable, Hashable {
  /// Which digits are used.
  public enum Digits: String, Sendable, Hashable, CaseIterable { case arabic, thai }

  /// At least so many decimals; `nil`: as many as the number was written with, but no more than
  /// the maximum.
  public var minimumFraction: Int?
  /// At most so many decimals; `nil`: all.
  public var maximumFraction: Int?
  /// Whether commas part groups of three digits.
  public var grouping: Bool
  /// Which digits are used.
  public var digits: Digits

  /// Makes a style.
  public init(
    minimumFraction: Int? = nil, maximumFraction: Int? = nil, grouping: Bool = true,
    digits: Digits = .arabic
  ) {
    self.minimumFraction = minimumFraction
    self.maximumFraction = maximumFraction
    self.grouping = grouping
    self.digits = digits
  }

  /// `20,412.35`, decimals as written.
  public static let grouped = NumberStyle()
  /// `20412.35`, decimals as written: for machines.
  public static let plain = NumberStyle(grouping: false)
  /// Exactly so many decimals.
  public static func fixed(_ count: Int) -> NumberStyle {
    NumberStyle(minimumFraction: count, maximumFraction: count)
  }
  /// At most so many decimals, without zeros at the end.
  public static func upTo(_ count: Int) -> NumberStyle {
    NumberStyle(minimumFraction: 0, maximumFraction: count)
  }
}

extension ExactNumber: CustomStringConvertible {
  /// The number for machines.
  public var description: String { plain }

  /// The number for readers, `20,412.35`.
  public func text(_ style: NumberStyle = .grouped) -> String {
    written { $0.append(self, style: style) }
  }

  /// The number for machines, `20412.35`.
  public var plain: String { text(.plain) }

  /// How the number is to be cut, and how many decimals are shown of it.
  fileprivate func prepared(for style: NumberStyle) -> (number: ExactNumber, decimals: Int) {
    var number = style.maximumFraction.map { rounded(toScale: max(0, $0)) } ?? self
    if style.minimumFraction != nil { number = number.trimmed }
    return (number, max(number.scale, min(style.minimumFraction ?? 0, 18)))
  }
}

extension [UInt8] {
  /// Appends the number as the style says.
  public mutating func append(_ number: ExactNumber, style: NumberStyle = .grouped) {
    let (number, decimals) = number.prepared(for: style)
    if number.isNegative { append("\u{2212}", plainAs: "-", style) }
    let unit = UInt64(ExactNumber.powerOfTen(number.scale))
    let (whole, fraction) = number.mantissa.magnitude.quotientAndRemainder(dividingBy: unit)
    append(digitsOf: whole, width: 1, grouping: style.grouping, style.digits)
    guard decimals > 0 else { return }
    append(UInt8(ascii: "."))
    if number.scale > 0 {
      append(digitsOf: fraction, width: number.scale, grouping: false, style.digits)
    }
    for _ in number.scale..<decimals { append(digit: 0, style.digits) }
  }

  /// Readers get a true minus sign, machines the hyphen.
  private mutating func append(
    _ minus: StaticString, plainAs hyphen: StaticString, _ style: NumberStyle
  ) {
    append(style.grouping ? minus : hyphen)
  }

  private mutating func append(
    digitsOf value: UInt64, width: Int, grouping: Bool, _ digits: NumberStyle.Digits
  ) {
    guard digits == .thai else { return append(digitsOf: value, to: width, grouping: grouping) }
    append(text: thaiDigits(written { $0.append(digitsOf: value, to: width, grouping: grouping) }))
  }

  @inline(__always)
  private mutating func append(digit: UInt8, _ digits: NumberStyle.Digits) {
    switch digits {
    case .arabic: append(0x30 &+ digit)
    case .thai:
      append(0xE0)
      append(0xB9)
      append(0x90 &+ digit)
    }
  }
}
