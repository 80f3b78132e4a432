extension CalendarDate {
  /// Makes a date from its ISO 8601 form, a span from two with a slash between them; `nil` for any
  /// other form, era or impossible day.
  public init?(iso text: String) {
    if let slash = text.firstIndex(of: "/") {
      guard let first = CalendarDate(iso: String(text[..<slash])), !first.isSpan,
        let last = CalendarDate(iso: String(text[text.index(after: slash)...])), !last.isSpan,
        let period = CalendarPeriod(first, last)
      else { return nil }
      self.init(period)
      return
    }
    guard case .success(let date)? = withUTF8(of: text, Self.readISO) else { return nil }
    self = date
  }

  /// The date that a user wrote: ISO, `พ.ศ. 2554`, `3 ตุลาคม 2554`, `21 ส.ค.2551`,
  /// `3 October 2011`, `BE 2554`, `26/10/2565`; Thai digits and missing dots and spaces are fine.
  public static func read(_ text: String) -> Result<CalendarDate, DateMistake> {
    withUTF8(of: text, read(utf8:))
  }

  /// The date that a user wrote, from its bytes.
  public static func read(
    utf8: UnsafeBufferPointer<UInt8>
  ) -> Result<CalendarDate, DateMistake> {
    if let date = readISO(utf8) { return date }
    let condensed = Condensed(utf8)
    if condensed.isWhole, let date = condensed.bytes.withUnsafeBufferPointer(readISO) {
      return date
    }
    var reader = DateReader(condensed: condensed.bytes[...])
    return reader.read()
  }

  /// Reads `yyyy`, `yyyy-mm` or `yyyy-mm-dd`; `nil` when the text has another shape.
  private static func readISO(
    _ utf8: UnsafeBufferPointer<UInt8>
  ) -> Result<CalendarDate, DateMistake>? {
    guard utf8.count == 4 || utf8.count == 7 || utf8.count == 10 else { return nil }
    var numbers = (0, 0, 0)
    for (index, byte) in utf8.enumerated() {
      switch (index, Int(byte) - 0x30) {
      case (4, -3), (7, -3): continue
      case (4, _), (7, _): return nil
      case (0..<4, 0...9): numbers.0 = numbers.0 * 10 + Int(byte) - 0x30
      case (5..<7, 0...9): numbers.1 = numbers.1 * 10 + Int(byte) - 0x30
      case (8..<10, 0...9): numbers.2 = numbers.2 * 10 + Int(byte) - 0x30
      default: return nil
      }
    }
    let written = WrittenDate(
      year: numbers.0, month: utf8.count > 4 ? numbers.1 : nil,
      day: utf8.count > 7 ? numbers.2 : nil)
    return written.resolved(as: .gregorian)
  }
}

/// Text without what dates may be written with or without: spaces, dots, commas, letter case.
///
/// Thai digits become ASCII. Numbers that something stood between are kept apart by one space.
private struct Condensed {
  private(set) var bytes = [UInt8]()
  /// Whether nothing but surrounding space was left out.
  private(set) var isWhole = true
  private var gap = false

  init(_ utf8: UnsafeBufferPointer<UInt8>) {
    bytes.reserveCapacity(utf8.count)
    var index = 0
    while index < utf8.count {
      let byte = utf8[index]
      let (second, third) = (utf8[at: index + 1], utf8[at: index + 2])
      switch (byte, second, third) {
      case (0x20, _, _), (0x09, _, _), (0x2C, _, _), (0x2E, _, _): skip()
      case (0xC2, 0xA0, _):
        skip()
        index += 1
      case (0xE2, 0x80, 0x8B), (0xEF, 0xBB, 0xBF): index += 2
      case (0xE0, 0xB9, 0x90...0x99):
        add(0x30 + third - 0x90)
        index += 2
      case (0x41...0x5A, _, _): add(byte | 0x20)
      default: add(byte)
      }
      index += 1
    }
  }

  private mutating func skip() { gap = true }

  private mutating func add(_ byte: UInt8) {
    if gap, let last = bytes.last {
      isWhole = false
      if last.isDigit, byte.isDigit { bytes.append(0x20) }
    }
    gap = false
    bytes.append(byte)
  }
}

/// Reads the worded forms from condensed text: weekday, day, month, era and year in their order.
///
/// The order is fixed, and what could be two days is never guessed: years of two digits are
/// refused, and numbers of the common era whose day and month could change places. A word of a Thai
/// month says the Buddhist Era where no era is written.
private struct DateReader {
  private var rest: ArraySlice<UInt8>

  init(condensed: ArraySlice<UInt8>) { rest = condensed }

  mutating func read() -> Result<CalendarDate, DateMistake> {
    guard !rest.isEmpty else { return .failure(.unreadable) }
    if isNumeric { return numericDate ?? .failure(numericMistake) }
    var written = WrittenDate()
    written.weekday = takeWeekday()
    if let day = takeDay() { written.day = day }
    let month = takeMonth()
    written.month = month?.number
    if written.day == nil, month?.isThai == false, rest.first?.isDigit == true {
      written.day = takeAmericanDay()
    }
    guard written.month != nil || written.day == nil else { return .failure(.unreadable) }
    return readYear(written, month: month)
  }

  /// Reads the era, the year and what may follow it, and puts the date together.
  private mutating func readYear(
    _ written: WrittenDate, month: Month?
  ) -> Result<CalendarDate, DateMistake> {
    var written = written
    _ = take("ปี")
    var era = takeEra()
    guard let (year, digits) = takeNumber() else {
      return .failure(written.month != nil && rest.isEmpty && era == nil ? .noYear : .unreadable)
    }
    era = era ?? takeEra()
    guard rest.isEmpty else { return .failure(.unreadable) }
    guard digits != 2 else { return .failure(.twoDigitYear) }
    guard digits == 4 else { return .failure(.unreadable) }
    written.year = year
    guard era != nil || month != nil else { return .failure(.unreadable) }
    return written.resolved(as: era ?? (month?.isThai == true ? .buddhist : .gregorian))
  }

  /// Whether only digits, slashes and hyphens are left.
  private var isNumeric: Bool {
    rest.allSatisfy { $0.isDigit || $0 == 0x2F || $0 == 0x2D || $0 == 0x20 }
  }

  /// `26/10/2565`, `26-10-2565`, `26.10.2565`, `10/2565` and `2022/10/26`; `nil` for any
  /// other form.
  private var numericDate: Result<CalendarDate, DateMistake>? {
    let marks = Set(rest.filter { !$0.isDigit })
    guard let mark = marks.first, marks.count == 1 else { return nil }
    let parts = rest.split(separator: mark, omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts.allSatisfy({ (1...4).contains($0.count) }),
      parts.count(where: { $0.count > 2 }) == 1
    else { return nil }
    let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    if parts[0].count == 4, mark != 0x2D, parts.count == 3 {
      return WrittenDate(year: numbers[0], month: numbers[1], day: numbers[2])
        .resolved(as: .gregorian)
    }
    guard let year = numbers.last, parts.last?.count == 4 else { return nil }
    let era = Era.plausible(for: year) ?? .gregorian
    if parts.count == 2 { return WrittenDate(year: year, month: numbers[0]).resolved(as: era) }
    let (day, month) = (numbers[0], numbers[1])
    // Another order than the Thai one, or one that nobody can be sure of.
    if month > 12, day <= 12 { return .failure(.monthFirst(day: month, month: day, year: year)) }
    if era == .gregorian, day <= 12, month <= 12, day != month { return .failure(.numericOrder) }
    return WrittenDate(year: year, month: month, day: day).resolved(as: era)
  }

  private var numericMistake: DateMistake {
    let parts = rest.split { !$0.isDigit }
    guard parts.count > 1, parts.count <= 3 else { return .unreadable }
    if parts.allSatisfy({ $0.count <= 2 }) { return .twoDigitYear }
    return parts[0].count == 4 ? .unreadable : .numericOrder
  }
}

// MARK: - The parts

extension DateReader {
  fileprivate struct Month {
    let number: Int
    let isThai: Bool
  }

  private mutating func take(_ word: StaticString) -> Bool {
    let bytes = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard rest.starts(with: bytes) else { return false }
    rest = rest.dropFirst(bytes.count)
    return true
  }

  /// Takes a weekday with what stands around it, or the words "on the" alone.
  private mutating func takeWeekday() -> Weekday? {
    let whole = rest
    let isMarked = take("วัน")
    for (index, names) in DateWords.weekdays.enumerated() where names.contains(where: { take($0) })
    {
      _ = take("ที่")
      return Weekday(rawValue: index + 1)
    }
    if isMarked, !take("ที่") { rest = whole }
    if !isMarked { _ = take("ที่") }
    return nil
  }

  private mutating func takeDay() -> Int? {
    let whole = rest
    guard let (number, digits) = takeNumber() else { return nil }
    guard digits <= 2 else {
      rest = whole
      return nil
    }
    if rest.first?.isDigit == false { _ = take("st") || take("nd") || take("rd") || take("th") }
    return number
  }

  /// Takes the day that stands between month and year: `October 3, 2011`.
  private mutating func takeAmericanDay() -> Int? {
    let whole = rest
    if let day = takeDay(), rest.contains(where: \.isDigit) { return day }
    rest = whole
    return nil
  }

  private mutating func takeMonth() -> Month? {
    _ = take("เดือน")
    for (index, names) in DateWords.thaiMonths.enumerated()
    where names.contains(where: { take($0) }) {
      return Month(number: index + 1, isThai: true)
    }
    for (index, names) in DateWords.englishMonths.enumerated()
    where names.contains(where: { take($0) }) {
      return Month(number: index + 1, isThai: false)
    }
    return nil
  }

  private mutating func takeEra() -> Era? {
    if take("พุทธศักราช") || take("พศ") || take("be") { return .buddhist }
    if take("คริสต์ศักราช") || take("คศ") || take("ce") || take("ad") { return .gregorian }
    return nil
  }

  private mutating func takeNumber() -> (value: Int, digits: Int)? {
    if rest.first == 0x20 { rest = rest.dropFirst() }
    let digits = rest.prefix(while: \.isDigit)
    guard !digits.isEmpty, digits.count <= 9 else { return nil }
    rest = rest.dropFirst(digits.count)
    return (digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }, digits.count)
  }
}
