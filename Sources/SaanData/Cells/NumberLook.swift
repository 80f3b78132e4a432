import SaanText

/// What a number column says of its values: what may stand beside them, and where they may be
/// personal data.
struct NumberLook {
  private let isPrivate: Bool
  private let isMeasure: Bool
  private let isPercent: Bool
  private let allowance: ContactAllowance

  /// Of a column that nobody publishes.
  static let none = NumberLook()

  private init() { (isPrivate, isMeasure, isPercent, allowance) = (true, true, false, .nothing) }

  init(_ field: Field, _ allowance: ContactAllowance) {
    isPrivate = field.isPrivate
    isMeasure = field.isMeasure
    isPercent = field.isPercent
    self.allowance = allowance
  }

  /// The part of a cell that is the number: without `%` in a column of per cent, which is where
  /// `12.5%` means 12.5, and without the `.-` that closes amounts of money.
  func number(in cell: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    if isPercent, cell.last == UInt8(ascii: "%") {
      return UnsafeBufferPointer(rebasing: cell.dropLast()).trimmed
    }
    let isClosed = cell.count > 2 && cell.suffix(2).elementsEqual(".-".utf8)
    return isClosed ? UnsafeBufferPointer(rebasing: cell.dropLast(2)) : cell
  }

  /// Objects to a citizen's number, and to a phone number whose leading zero would be lost.
  @inline(__always)
  func check(_ cell: UnsafeBufferPointer<UInt8>) throws(CellMistake) {
    guard !isPrivate else { return }
    let found = PrivateData.findInNumber(cell, isMeasure: isMeasure)
    if found.isEmpty { return }
    if let finding = found.first(where: { allowance.index(of: $0) == nil }) {
      throw .privateData(finding)
    }
  }
}

extension Field {
  /// Whether its numbers surely count or measure something: it has a unit, or a name that says so.
  var isMeasure: Bool {
    guard [.integer, .number].contains(type) else { return false }
    return unit != nil || ([name] + aliases).contains(where: Self.isMeasure)
  }

  /// Whether its numbers are per cent, as its unit says.
  var isPercent: Bool { unit?.all.contains { CountedNoun($0).isPercent } ?? false }

  /// Whether a heading says that numbers below it count or measure something.
  static func isMeasure(_ heading: String) -> Bool {
    let words = heading.lowercased().split { !$0.isLetter || !$0.isASCII }
    return wordsOfMeasures.contains { word in words.contains { $0 == word } }
      || thaiWordsOfMeasures.contains(where: heading.containsBytes)
  }

  private static let wordsOfMeasures: Set<Substring> = [
    "amount", "area", "baht", "balance", "budget", "capital", "cost", "count", "debt",
    "denominator",
    "expenditure", "expense", "gdp", "income", "loan", "money", "numerator", "population", "price",
    "quantity", "revenue", "sales", "sum", "thb", "total", "value", "volume",
  ]
  private static let thaiWordsOfMeasures = [
    "บาท", "งบ", "เงิน", "มูลค่า", "จำนวน", "ราคา", "รายได้", "รายจ่าย", "ยอด", "ประชากร", "ปริมาณ",
    "ต้นทุน", "หนี้", "รวม",
  ]
}
