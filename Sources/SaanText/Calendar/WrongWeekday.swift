/// A day in running text beside the name of another weekday.
public struct WrongWeekday: Sendable, Hashable {
  /// The bytes from the weekday to the year's last digit.
  public let range: Range<Int>
  /// The weekday that the day has.
  public let actual: Weekday
}

/// The days in running text whose weekday is another: `วันอาทิตย์ที่ 14 พฤศจิกายน 2569`,
/// `Sunday 14 November 2026`, `Sunday, November 14, 2026`.
///
/// Only days with a month's name and a year of four digits are looked at; a year without an era is
/// of the one that it is plausible in.
public func findWrongWeekdays(in utf8: UnsafeBufferPointer<UInt8>) -> [WrongWeekday] {
  var found: [WrongWeekday] = []
  var index = 0
  while let day = nextDigits(in: utf8, from: index) {
    index = day.end
    guard day.count < 3,
      let date = wholeDate(in: utf8, day: day.value, from: day.start, to: day.end),
      let weekday = weekday(in: utf8, before: date.start),
      let era = Era.plausible(for: date.year)
    else { continue }
    let written = WrittenDate(
      year: date.year, month: date.month, day: day.value, weekday: weekday.weekday)
    if case .failure(.weekdayMismatch(let actual)) = written.resolved(as: era) {
      found.append(WrongWeekday(range: weekday.start..<date.end, actual: actual))
    }
    index = date.end
  }
  return found
}

/// The month and the year around a day: behind it, or in the American order the month before it.
private func wholeDate(
  in utf8: UnsafeBufferPointer<UInt8>, day: Int, from start: Int, to end: Int
) -> (month: Int, year: Int, start: Int, end: Int)? {
  if let month = monthName(in: utf8, at: end) {
    return year(in: utf8, from: month.end).map { (month.number, $0.value, start, $0.end) }
  }
  guard let year = year(in: utf8, from: end) else { return nil }
  let before = withoutSpaces(in: utf8, before: start)
  for (index, name) in CalendarNames.englishMonths.enumerated() {
    if let begin = beginning(of: name, in: utf8, endingAt: before) {
      return (index + 1, year.value, begin, year.end)
    }
  }
  return nil
}

/// The year of four digits behind spaces, a comma and the name of its era.
private func year(
  in utf8: UnsafeBufferPointer<UInt8>, from offset: Int
) -> (value: Int, end: Int)? {
  var start = skippingSpaces(in: utf8, from: offset)
  if start < utf8.count, utf8[start] == UInt8(ascii: ",") {
    start = skippingSpaces(in: utf8, from: start + 1)
  }
  for label in ["ปี", "พ.ศ.", "ค.ศ."] where utf8[start...].starts(with: label.utf8) {
    start = skippingSpaces(in: utf8, from: start + label.utf8.count)
  }
  guard let year = digits(in: utf8, at: start), year.count == 4 else { return nil }
  return (year.value, year.end)
}

/// The weekday that ends before a date, with `วัน` before it or `ที่` behind it.
private func weekday(
  in utf8: UnsafeBufferPointer<UInt8>, before offset: Int
) -> (weekday: Weekday, start: Int)? {
  var end = withoutSpaces(in: utf8, before: offset)
  let isMarked: Bool
  if let start = beginning(of: "ที่", in: utf8, endingAt: end) {
    (end, isMarked) = (withoutSpaces(in: utf8, before: start), true)
  } else {
    isMarked = false
  }
  for index in CalendarNames.thaiWeekdays.indices {
    let names = [CalendarNames.thaiWeekdays[index], CalendarNames.englishWeekdays[index]]
    for name in names {
      guard let start = beginning(of: name, in: utf8, endingAt: end),
        let weekday = Weekday(rawValue: index + 1)
      else { continue }
      let word = beginning(of: "วัน", in: utf8, endingAt: start)
      let isAlone = start == 0 || utf8[start - 1] == 0x20 || utf8[start] < 0x80
      guard word != nil || isMarked || isAlone else { return nil }
      return (weekday, word ?? start)
    }
  }
  return nil
}

private func beginning(
  of word: StaticString, in utf8: UnsafeBufferPointer<UInt8>, endingAt end: Int
) -> Int? {
  let start = end - word.utf8CodeUnitCount
  let bytes = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
  return start >= 0 && utf8[start..<end].elementsEqual(bytes) ? start : nil
}

/// Before the spaces and the comma that end there.
private func withoutSpaces(in utf8: UnsafeBufferPointer<UInt8>, before offset: Int) -> Int {
  var end = offset
  while end > 0 {
    if utf8[end - 1] == 0x20 || utf8[end - 1] == UInt8(ascii: ",") {
      end -= 1
    } else if end > 1, utf8[end - 1] == 0xA0, utf8[end - 2] == 0xC2 {
      end -= 2
    } else {
      break
    }
  }
  return end
}
