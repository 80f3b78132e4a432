extension Moment {
  /// The date that a user wrote, with the time of day and the zone where they stand behind it:
  /// `2022-10-25T20:30:00Z`, `2026-12-15 09:00`, `15 ธันวาคม 2569 เวลา 09.00 น.`, `26/10/2565`.
  ///
  /// A time without a zone is Thailand's; one with a zone is moved there, and with it the day.
  /// Numbers with slashes are day, month, year; a Gregorian one whose first two could change
  /// places is refused.
  public static func read(_ text: String) -> Result<Moment, DateMistake> {
    let whole = MomentReader(text)
    var reader = whole
    let time = reader.takeTime()
    let date = reader.readDate()
    if date == .failure(.unreadable), whole.isTimeRange { return .failure(.timeRange) }
    guard let time else { return date.map { Moment($0) } }
    guard time.isPossible else { return .failure(.impossibleTime) }
    guard !reader.isEmpty else { return .failure(.timeWithoutDay) }
    return date.flatMap { day in
      guard day.precision == .day else { return .failure(.timeWithoutDay) }
      let seconds = time.seconds + (time.offset.map { 7 * 3600 - $0 } ?? 0)
      let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
      return .success(Moment(day.adding(days: days), second: seconds - days * 86_400))
    }
  }
}

/// A time of day as it was written.
private struct WrittenTime {
  var hour: Int
  var minute = 0
  var second = 0
  /// `true` for p.m., `false` for a.m.
  var isAfternoon: Bool?
  /// Seconds that the zone is ahead of UTC.
  var offset: Int?

  var isPossible: Bool {
    let fits = minute < 60 && second < 60 && abs(offset ?? 0) <= 14 * 3600
    if isAfternoon != nil { return fits && (1...12).contains(hour) }
    return fits && (hour < 24 || (hour == 24 && minute == 0 && second == 0))
  }

  var seconds: Int {
    let hour = isAfternoon.map { self.hour % 12 + ($0 ? 12 : 0) } ?? self.hour
    return hour * 3600 + minute * 60 + second
  }
}

/// Takes the time from the end of the text, for in front of it a date may have many forms.
private struct MomentReader {
  private var rest: ArraySlice<UInt8>

  /// Keeps the text's bytes with Thai digits as ASCII, letters in lower case, and without
  /// invisible characters and curly quotation marks.
  init(_ text: String) {
    var bytes = [UInt8]()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{E50}"..."\u{E59}":
        bytes.append(0x30 + UInt8(truncatingIfNeeded: scalar.value - 0xE50))
      case "A"..."Z": bytes.append(UInt8(truncatingIfNeeded: scalar.value) | 0x20)
      case "\u{A0}", "\u{202F}", "\t": bytes.append(0x20)
      case "\u{200B}", "\u{FEFF}", "\u{AD}", "\u{2018}"..."\u{201F}": continue
      default: bytes += Array(String(scalar).utf8)
      }
    }
    rest = bytes[...]
    trim()
  }

  var isEmpty: Bool { rest.isEmpty }

  /// Whether the text ends in two times: `09.00-12.00 น.`, `9:00 ถึง 12:00`.
  var isTimeRange: Bool {
    var first = self
    guard first.takeTime(isFirst: false) != nil else { return false }
    first.trim()
    guard first.take(["-", "–", "—", "ถึง", "to"]) else { return false }
    return first.takeTime() != nil
  }

  private mutating func trim() {
    while rest.last == 0x20 { rest.removeLast() }
    while rest.first == 0x20 { rest.removeFirst() }
  }

  private mutating func take(_ words: [String]) -> Bool {
    guard let word = words.first(where: { rest.reversed().starts(with: $0.utf8.reversed()) })
    else { return false }
    rest.removeLast(word.utf8.count)
    trim()
    return true
  }

  /// Takes a run of one or two digits.
  private mutating func takeNumber() -> Int? {
    let digits = rest.suffix(2).reversed().prefix(while: \.isDigit).reversed()
    guard !digits.isEmpty else { return nil }
    rest.removeLast(digits.count)
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}

// MARK: - The time

extension MomentReader {
  /// The time at the end; nothing is taken when there is none.
  ///
  /// - Parameter isFirst: whether nothing but a date stands in front.
  fileprivate mutating func takeTime(isFirst: Bool = true) -> WrittenTime? {
    let whole = rest
    let isThai = take(["นาฬิกา", "น.", "น"])
    let offset = isThai ? nil : takeOffset()
    let isMorning = take(["a.m.", "am"])
    let isAfternoon = !isMorning && take(["p.m.", "pm"])
    var needsMinutes = true
    if isThai || isMorning || isAfternoon { needsMinutes = false }
    guard var time = takeClock(needsMinutes: needsMinutes), !isFirst || takeBoundary()
    else {
      rest = whole
      return nil
    }
    time.offset = offset
    if isMorning || isAfternoon { time.isAfternoon = isAfternoon }
    return time
  }

  /// Takes `Z`, `UTC`, `+07:00`, `+0700` or `+07`: how many seconds ahead of UTC.
  private mutating func takeOffset() -> Int? {
    if take(["z", "utc", "gmt"]) { return 0 }
    let whole = rest
    let length = rest.reversed().prefix { $0.isDigit || $0 == 0x3A }.count
    let numbers = rest.suffix(length).filter(\.isDigit).map { Int($0) - 0x30 }
    rest.removeLast(length)
    // A hyphen may be a date's, `2026-12-15`, or lead to the end, `09:00-12:00`: before a zone
    // stands a time, behind a `T`.
    guard let sign = rest.last, sign == 0x2B || sign == 0x2D, [2, 4].contains(numbers.count),
      rest.dropLast().contains(0x3A), sign == 0x2B || hasTimeMark
    else {
      rest = whole
      return nil
    }
    rest.removeLast()
    trim()
    let minutes = numbers.count == 4 ? numbers[2] * 10 + numbers[3] : 0
    let seconds = (numbers[0] * 10 + numbers[1]) * 3600 + minutes * 60
    return sign == 0x2B ? seconds : -seconds
  }

  /// Whether a `T` stands between two digits, as in ISO times.
  private var hasTimeMark: Bool {
    rest.indices.dropFirst().dropLast().contains { index in
      rest[index] == 0x74 && rest[index - 1].isDigit && rest[index + 1].isDigit
    }
  }

  /// Takes `9.00`, `09:00` or `09:00:30.5`; an hour alone only where a word says that it is one.
  private mutating func takeClock(needsMinutes: Bool) -> WrittenTime? {
    var parts: [Int] = []
    dropFraction()
    repeat {
      guard let number = takeNumber() else { return nil }
      parts.insert(number, at: 0)
    } while parts.count < 3 && takeClockMark()
    if let before = rest.last, before.isDigit || before == 0x2E || before == 0x3A { return nil }
    guard parts.count > 1 || !needsMinutes else { return nil }
    return WrittenTime(
      hour: parts[0], minute: parts.count > 1 ? parts[1] : 0,
      second: parts.count > 2 ? parts[2] : 0)
  }

  /// Takes the fraction of a second, which ISO times have behind two colons.
  private mutating func dropFraction() {
    let digits = rest.reversed().prefix(while: \.isDigit).count
    let front = rest.dropLast(digits)
    guard digits > 0, front.last == 0x2E, front.suffix(9).filter({ $0 == 0x3A }).count == 2 else {
      return
    }
    rest = front.dropLast()
  }

  private mutating func takeClockMark() -> Bool {
    guard let mark = rest.last, mark == 0x3A || mark == 0x2E, rest.dropLast().last?.isDigit == true
    else { return false }
    rest.removeLast()
    return true
  }

  /// Takes what stands between date and time; a time that hangs on to something else is none.
  private mutating func takeBoundary() -> Bool {
    let isApart = rest.isEmpty || rest.last == 0x20 || rest.last == 0x2C
    trim()
    if take(["เวลา", "ณ", "@"]) {
      _ = take(["ณ"])
    } else if isApart {
      _ = take([" at", ","])
    } else {
      guard rest.last == 0x74, rest.dropLast().last?.isDigit == true else { return false }
      rest.removeLast()
    }
    if rest.last == 0x2C { rest.removeLast() }
    trim()
    return true
  }
}

// MARK: - The date

extension MomentReader {
  /// The date that is left.
  fileprivate func readDate() -> Result<CalendarDate, DateMistake> {
    CalendarDate.read(String(decoding: rest, as: UTF8.self))
  }
}
