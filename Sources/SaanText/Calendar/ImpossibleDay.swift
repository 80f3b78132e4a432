/// The days in running text that no calendar has: `30 กุมภาพันธ์`, `31 April`, `29 ก.พ. 2566`.
///
/// Numbers before a month's name are looked at, the 29th of February only with a year, and
/// `31/11/2566` with a year of four digits, alone between spaces or words.
///
/// - Returns: the bytes from the day's first digit to the month's last letter, or the year's.
public func findImpossibleDays(in utf8: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
  var found: [Range<Int>] = []
  var index = 0
  while let day = nextDigits(in: utf8, from: index) {
    index = day.end
    if day.count < 3, day.end < utf8.count, utf8[day.end] == UInt8(ascii: "/") {
      if let date = numericDate(in: utf8, day: day.value, from: day.start, to: day.end) {
        index = date.end
        if date.isImpossible { found.append(day.start..<date.end) }
      }
      continue
    }
    guard day.count < 3, day.value > 28, let month = monthName(in: utf8, at: day.end) else {
      continue
    }
    let (days, end) = longest(month.number, year: month.end, in: utf8)
    if day.value > days { found.append(day.start..<end) }
  }
  return found
}

/// The date `d/m/yyyy` whose day is read already; `nil` for other numbers with slashes.
///
/// A day past 39 and a month past 19 are no slips of a finger, and `12/31/2023` has an order of its
/// own.
private func numericDate(
  in utf8: UnsafeBufferPointer<UInt8>, day: Int, from start: Int, to slash: Int
) -> (isImpossible: Bool, end: Int)? {
  guard start == 0 || !"/.-=_%".utf8.contains(utf8[start - 1]), 1...39 ~= day,
    let month = digits(in: utf8, at: slash + 1), month.count < 3, 1...31 ~= month.value,
    month.end < utf8.count, utf8[month.end] == UInt8(ascii: "/"),
    let year = digits(in: utf8, at: month.end + 1), year.count == 4,
    1800...2100 ~= year.value || 2400...2700 ~= year.value,
    year.end == utf8.count || !"/-%_=".utf8.contains(utf8[year.end])
  else { return nil }
  let isBuddhist = year.value > 2100
  if month.value > 12 {
    let isMonthFirst = !isBuddhist && day <= 12
    return (!isMonthFirst && month.value < 20, year.end)
  }
  let gregorian = isBuddhist ? year.value - 543 : year.value
  return (day > days(of: month.value, isLeap: isLeap(gregorian)), year.end)
}

private func days(of month: Int, isLeap: Bool) -> Int {
  switch month {
  case 4, 6, 9, 11: 30
  case 2: isLeap ? 29 : 28
  default: 31
  }
}

private func isLeap(_ year: Int) -> Bool {
  year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// The month whose name stands behind a day, and where the name ends.
func monthName(
  in utf8: UnsafeBufferPointer<UInt8>, at offset: Int
) -> (number: Int, end: Int)? {
  let start = skippingSpaces(in: utf8, from: offset)
  guard start < utf8.count, start - offset <= 2 else { return nil }
  let isLatin = utf8[start] < 0x80
  let lists =
    isLatin
    ? [CalendarNames.englishMonths] : [CalendarNames.thaiMonths, CalendarNames.thaiShortMonths]
  for names in lists {
    for (index, name) in names.enumerated() {
      let end = start + name.utf8CodeUnitCount
      let bytes = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
      if end <= utf8.count, utf8[start..<end].elementsEqual(bytes) { return (index + 1, end) }
    }
  }
  return nil
}

/// How many days a month has at most, and in the year behind it, if one stands there.
private func longest(
  _ month: Int, year offset: Int, in utf8: UnsafeBufferPointer<UInt8>
) -> (days: Int, end: Int) {
  guard month == 2 else { return (days(of: month, isLeap: true), offset) }
  var start = skippingSpaces(in: utf8, from: offset)
  for label in ["พ.ศ.", "ค.ศ."] where utf8[start...].starts(with: label.utf8) {
    start = skippingSpaces(in: utf8, from: start + label.utf8.count)
  }
  guard let year = digits(in: utf8, at: start), year.count == 4 else { return (29, offset) }
  let gregorian = year.value > 2400 ? year.value - 543 : year.value
  return isLeap(gregorian) ? (29, offset) : (28, year.end)
}

/// Behind the spaces, also those that do not break.
func skippingSpaces(in utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  var index = start
  while index < utf8.count {
    if utf8[index] == 0x20 {
      index += 1
    } else if utf8[index] == 0xC2, index + 1 < utf8.count, utf8[index + 1] == 0xA0 {
      index += 2
    } else {
      break
    }
  }
  return index
}
