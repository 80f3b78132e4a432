/// The days in running text that no calendar has: `30 กุมภาพันธ์`, `31 April`, `29 ก.พ. 2566`.
///
/// Only a number before a month's name is looked at, and the 29th of February only with a year.
///
/// - Returns: the bytes from the day's first digit to the month's last letter, or the year's.
public func findImpossibleDays(in utf8: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
  var found: [Range<Int>] = []
  var index = 0
  while let day = nextDigits(in: utf8, from: index) {
    index = day.end
    guard day.count < 3, day.value > 28, let month = monthName(in: utf8, at: day.end) else {
      continue
    }
    let (days, end) = longest(month.number, year: month.end, in: utf8)
    if day.value > days { found.append(day.start..<end) }
  }
  return found
}

/// The month whose name stands behind a day, and where the name ends.
private func monthName(
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
  switch month {
  case 4, 6, 9, 11: return (30, offset)
  case 2: break
  default: return (31, offset)
  }
  var start = skippingSpaces(in: utf8, from: offset)
  for label in ["พ.ศ.", "ค.ศ."] where utf8[start...].starts(with: label.utf8) {
    start = skippingSpaces(in: utf8, from: start + label.utf8.count)
  }
  guard let year = digits(in: utf8, at: start), year.count == 4 else { return (29, offset) }
  let gregorian = year.value > 2400 ? year.value - 543 : year.value
  let isLeap = gregorian % 4 == 0 && (gregorian % 100 != 0 || gregorian % 400 == 0)
  return isLeap ? (29, offset) : (28, year.end)
}

/// Behind the spaces, also those that do not break.
private func skippingSpaces(in utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
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
