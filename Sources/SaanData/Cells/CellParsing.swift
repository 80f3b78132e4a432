import SaanText

/// Why a text is no value of its column's type.
enum CellMistake: Error, Sendable, Hashable {
  case date(DateMistake)
  case number(NumberMistake)
  /// A number with a word such as "about", in a column that can't keep it.
  case qualified(Bound)
  /// A number with a fraction in a column of whole numbers.
  case notWhole
  case notBoolean
  /// A year or month where a day belongs, or the other way round.
  case precision(FieldType)
  /// A phone number whose leading zero a number column would lose.
  case privateData(PrivateData.Finding)
}

/// Readings of plain ASCII forms, without copying; everything else goes to the tolerant readers.
enum PlainCell {
  /// A whole number of up to 18 digits.
  @inline(__always)
  static func integer(_ cell: UnsafeBufferPointer<UInt8>, _ head: CellHead) -> Int64? {
    head.integer(cell) ?? integer(cell)
  }

  private static func integer(_ cell: UnsafeBufferPointer<UInt8>) -> Int64? {
    var index = 0
    let isNegative = cell[0] == UInt8(ascii: "-")
    if isNegative { index = 1 }
    guard cell.count &- index > 0, cell.count &- index <= 18 else { return nil }
    var value: Int64 = 0
    while index < cell.count {
      let digit = cell[index] &- 0x30
      guard digit < 10 else { return nil }
      value = value &* 10 &+ Int64(digit)
      index &+= 1
    }
    return isNegative ? -value : value
  }

  /// A decimal number of up to 18 digits.
  @inline(__always)
  static func number(_ cell: UnsafeBufferPointer<UInt8>, _ head: CellHead) -> Decimal18? {
    head.number(cell) ?? number(cell)
  }

  private static func number(_ cell: UnsafeBufferPointer<UInt8>) -> Decimal18? {
    var index = 0
    let isNegative = cell[0] == UInt8(ascii: "-")
    if isNegative { index = 1 }
    var mantissa: Int64 = 0
    let first = index
    var point = -1
    while index < cell.count {
      let byte = cell[index]
      let digit = byte &- 0x30
      if digit < 10 {
        mantissa = mantissa &* 10 &+ Int64(digit)
      } else if byte == UInt8(ascii: "."), point < 0, index > first {
        point = index
      } else {
        return nil
      }
      index &+= 1
    }
    let scale = point < 0 ? 0 : cell.count &- point &- 1
    guard index > first, cell.count &- first <= 18, point < 0 || scale > 0 else { return nil }
    return Decimal18(
      mantissa: isNegative ? -mantissa : mantissa, scale: UInt8(truncatingIfNeeded: scale))
  }

  /// A day as `2011-10-03`, of a year that can only be meant as it stands.
  @inline(__always)
  static func date(_ cell: UnsafeBufferPointer<UInt8>, _ head: CellHead) -> CalendarDate? {
    guard let (year, month, day) = head.date(cell), commonEra.contains(year) else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// A year of four digits.
  static func year(_ cell: UnsafeBufferPointer<UInt8>) -> CalendarDate? {
    guard cell.count == 4, let year = digits(cell, 0, 4), commonEra.contains(year) else {
      return nil
    }
    return CalendarDate(year: year)
  }

  /// The number that the digits from one offset up to another make.
  @inline(__always)
  private static func digits(_ cell: UnsafeBufferPointer<UInt8>, _ from: Int, _ to: Int) -> Int? {
    var value = 0
    for index in from..<to {
      let digit = cell[index] &- 0x30
      guard digit < 10 else { return nil }
      value = value &* 10 &+ Int(digit)
    }
    return value
  }

  /// The years that can be meant as they stand; those of the Buddhist Era lie beyond
  /// (`Era.plausible`).
  private static let commonEra = 1800...2100
}

/// A decimal number as a column keeps it: nine bytes, the value to the last digit.
struct Decimal18 {
  let mantissa: Int64
  let scale: UInt8
}

/// Readings of every form that people write, from Thai digits to dates of the Buddhist Era.
///
/// Whatever it takes can be meant in one way only; what could be meant in two is a mistake that
/// says so.
enum TolerantCell {
  static func integer(
    _ cell: UnsafeBufferPointer<UInt8>, _ look: NumberLook = .none
  ) throws(CellMistake) -> Int64 {
    try look.check(cell)
    let number = try read(look.number(in: cell))
    guard let int = number.int else { throw .notWhole }
    return Int64(int)
  }

  static func number(
    _ cell: UnsafeBufferPointer<UInt8>, _ look: NumberLook = .none
  ) throws(CellMistake) -> Decimal18 {
    try look.check(cell)
    let number = try read(look.number(in: cell))
    return Decimal18(
      mantissa: number.mantissa, scale: UInt8(truncatingIfNeeded: number.scale))
  }

  /// - Parameters:
  ///   - trues: what stands for true in the column, where its description says so.
  ///   - falses: what stands for false.
  static func boolean(
    _ cell: UnsafeBufferPointer<UInt8>, trues: [String] = [], falses: [String] = []
  ) throws(CellMistake) -> Bool {
    let text = cell.string
    if trues.contains(text) { return true }
    if falses.contains(text) { return false }
    switch text.lowercased() {
    case "true", "1", "yes", "ใช่": return true
    case "false", "0", "no", "ไม่ใช่": return false
    default: throw .notBoolean
    }
  }

  /// A date with the precision that the column's type asks for.
  static func date(
    _ cell: UnsafeBufferPointer<UInt8>, _ type: FieldType
  ) throws(CellMistake) -> CalendarDate {
    let date: CalendarDate
    switch CalendarDate.read(utf8: cell) {
    case .success(let value): date = value
    case .failure(let mistake):
      // Spreadsheets keep the time of day with a date.
      guard case .success(let moment) = Moment.read(cell.string), moment.second != nil else {
        throw .date(mistake)
      }
      date = moment.date
    }
    let expected: CalendarDate.Precision =
      switch type {
      case .year: .year
      case .yearmonth: .month
      default: .day
      }
    guard date.precision == expected else { throw .precision(type) }
    return date
  }

  static func period(_ cell: UnsafeBufferPointer<UInt8>) throws(CellMistake) -> CalendarPeriod {
    switch CalendarPeriod.read(cell.string) {
    case .success(let value): return value
    case .failure(let mistake):
      guard case .success(let moment) = Moment.read(cell.string), moment.second != nil else {
        throw .date(mistake)
      }
      return CalendarPeriod(moment.date)
    }
  }

  private static func read(
    _ cell: UnsafeBufferPointer<UInt8>
  ) throws(CellMistake) -> ExactNumber {
    switch ExactNumber.read(utf8: cell) {
    case .success(let number): return number
    case .failure(let mistake):
      // Spreadsheets and JSON write very large and small numbers with an exponent.
      if cell.contains(where: { $0 | 0x20 == UInt8(ascii: "e") }), cell.count < 40,
        let double = JSONScanner.double(cell.string), let number = ExactNumber(double)
      {
        return number
      }
      throw .number(mistake)
    }
  }
}
