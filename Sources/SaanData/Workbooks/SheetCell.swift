import SaanText

/// The cell of a sheet that is being read.
struct SheetCell {
  /// What the cell says that its value is.
  enum Kind { case number, shared, boolean, error, text, day }

  /// From 0; -1 before the first cell of a row.
  var column = -1
  private(set) var kind = Kind.number
  private(set) var style = 0
  private(set) var bytes: [UInt8] = []
  private(set) var hasValue = false
  var hasFormula = false
  /// Whether text that comes is of the value.
  private(set) var isOpen = false
  /// Whether text that comes says only how another is spoken.
  var isPhonetic = false

  /// Begins the value, or a part of it.
  mutating func open() { (isOpen, hasValue) = (!isPhonetic, true) }

  /// Ends the value, or a part of it.
  mutating func close() { isOpen = false }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: text) }

  /// Begins the next cell.
  mutating func begin(_ element: XMLElement) {
    (style, hasFormula, isPhonetic, kind) = (0, false, false, .number)
    isOpen = false
    hasValue = false
    bytes.removeAll(keepingCapacity: true)
    column += 1
    element.forEach { name, value in
      switch name {
      case "r": column = columnIndex(value) ?? column
      case "s": style = value.number ?? 0
      case "t": kind = Self.kind(value)
      default: break
      }
    }
  }

  private static func kind(_ name: XMLName) -> Kind {
    switch name {
    case "s": .shared
    case "str", "inlineStr": .text
    case "b": .boolean
    case "e": .error
    case "d": .day
    default: .number
    }
  }

  /// Whether its number may show as anything, for its style is not in the workbook.
  func hasLostStyle(in book: Workbook) -> Bool {
    kind == .number && style > 0 && hasValue && !book.hasStyle(style)
  }

  /// Whether no value is stored of a formula: an empty one is only where the formula gives texts.
  var isUnvalued: Bool { hasValue && bytes.isEmpty && kind == .number }

  /// Whether it is what programs store that work out no formula.
  var isZero: Bool { kind == .number && (bytes.isEmpty || bytes == [UInt8(ascii: "0")]) }

  /// Reads the escapes of a text.
  mutating func finish() {
    isOpen = false
    if kind == .text { readEscapes(&bytes, from: 0) }
  }

  /// The bytes as text.
  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The number that a text of digits alone is.
  fileprivate var index: Int? {
    var number = 0
    for byte in bytes {
      guard byte &- 0x30 < 10, number < 1_000_000_000_000 else { return nil }
      number = number * 10 + Int(byte &- 0x30)
    }
    return bytes.isEmpty ? nil : number
  }
}

/// What a cell of a sheet holds.
enum SheetContent {
  /// One of the texts that cells share.
  case shared(Range<Int>, index: Int)
  /// A number, or a text, as the cell has it.
  case number, text
  /// What the cell shows, other than it is stored.
  case made(String)
  case lostText
  case formulaError
  case noDay
  /// A day in a year of the Buddhist Era, as if it were of the other one.
  case buddhistDay(String)

  /// Reads a cell by its kind and its style.
  init(_ cell: SheetCell, _ book: Workbook) {
    switch cell.kind {
    case .shared:
      self =
        cell.index.flatMap { index in
          book.texts.range(index).map { .shared($0, index: index) }
        } ?? .lostText
    case .boolean: self = .made(cell.bytes == [UInt8(ascii: "1")] ? "true" : "false")
    case .error: self = .formulaError
    case .text: self = .text
    case .day:
      let text = cell.string
      self = .made(text.hasSuffix("T00:00:00") ? String(text.dropLast(9)) : text)
    case .number: self = Self.number(cell, book.look(ofStyle: cell.style), book)
    }
  }

  /// A number without the noise of its binary form; a date, a time or `45%` where the style shows
  /// such.
  private static func number(_ cell: SheetCell, _ look: SheetLook, _ book: Workbook) -> Self {
    if look == .number, SheetNumber.isShown(cell.bytes) { return .number }
    guard let double = Double(cell.string) else { return .text }
    switch look {
    case .date:
      guard let date = book.date(serial: double) else { return .noDay }
      guard let year = Int(date.prefix(4)), (2_400..<2_700).contains(year) else {
        return .made(date)
      }
      return .buddhistDay(date)
    case .percent:
      if let percent = SheetNumber.shown(double, shift: 2) { return .made(percent + "%") }
    case .time:
      if let time = Workbook.time(serial: double) { return .made(time) }
    case .padded(let width):
      if double >= 0, let text = SheetNumber.shown(double.rounded()) {
        return .made(String(repeating: "0", count: max(0, width - text.count)) + text)
      }
    case .number: break
    }
    if SheetNumber.isShown(cell.bytes) { return .number }
    return SheetNumber.shown(double).map { .made($0) } ?? .text
  }

  /// The same with the number that is stored, where what is shown is made of it.
  func withStored(_ cell: SheetCell) -> Self {
    switch self {
    case .made(let text) where cell.kind == .number: .made("\(text) (\(cell.string))")
    case .buddhistDay(let date): .made("\(date) (\(cell.string))")
    default: self
    }
  }
}
