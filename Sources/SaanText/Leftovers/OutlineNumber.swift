/// A number such as `1.2` or `๑.๒.๑` at the beginning of a line.
struct OutlineNumber {
  let parts: [Int]
  let range: Range<Int>
  /// Whether it was told already that the lines are no list.
  var isTold = false

  /// Whether a number is the next one of the same outline: `1.3` or `1.2.1` behind `1.2`.
  func comesBefore(_ other: OutlineNumber) -> Bool {
    let (old, new) = (parts, other.parts)
    if new.count == old.count {
      return new.dropLast().elementsEqual(old.dropLast())
        && new.last == old.last.map { $0 + 1 }
    }
    return new.dropLast().elementsEqual(old) && new.last == 1
  }

  /// The words that make such a number an amount.
  static let units = [
    "ล้าน", "พัน", "แสน", "หมื่น", "ร้อย", "บาท", "ไร่", "เท่า", "เมตร", "กิโล", "กม.", "กก.", "ตัน", "ลิตร",
    "คน", "ราย", "ครัวเรือน", "ชั่วโมง", "ชม.", "ปี", "วัน", "เปอร์เซ็นต์", "จุด", "คะแนน", "%", "million",
    "billion", "percent", "km", "kg", "m ", "rai", "times", "points", "hours", "years", "days",
  ]
}

extension LeftoverScanner {
  /// Tells of the second of two lines that one outline numbers: they run together.
  mutating func followOutline(_ last: inout OutlineNumber?, at start: Int) {
    guard var number = outlineNumber(start) else { return }
    if let last, last.comesBefore(number) {
      if !last.isTold { found.append(Leftover(kind: .numbering, range: last.range)) }
      number.isTold = true
    }
    last = number
  }

  private func outlineNumber(_ start: Int) -> OutlineNumber? {
    var parts: [Int] = []
    var end = start
    while parts.count < 4, let (value, next) = smallNumber(end) {
      parts.append(value)
      end = next
      guard at(next) == UInt8(ascii: ".") else { break }
      end = next + 1
    }
    guard parts.count > 1, at(end) == 0x20 else { return nil }
    let words = text(end + 1..<min(utf8.count, end + 40))
    guard !OutlineNumber.units.contains(where: words.hasPrefix) else { return nil }
    return OutlineNumber(
      parts: parts, range: start..<(at(end - 1) == UInt8(ascii: ".") ? end - 1 : end))
  }

  /// A number of one or two digits, of ASCII or Thai.
  private func smallNumber(_ start: Int) -> (value: Int, end: Int)? {
    var (value, end) = (0, start)
    for count in 0... {
      guard let length = digitLength(end) else { return count > 0 ? (value, end) : nil }
      guard count < 2 else { return nil }
      value = value * 10 + Int(at(end + length - 1) & 0x0F)
      end += length
    }
    return nil
  }

  /// `[ ]`, `:::` and `!!! note` at the beginning of a line.
  func lineSign(_ start: Int, _ end: Int) -> Leftover? {
    if at(start) == UInt8(ascii: "["), [0x20, 0x78, 0x58].contains(at(start + 1)),
      at(start + 2) == UInt8(ascii: "]"), at(start + 3) == 0x20
    {
      return Leftover(kind: .box, range: start..<start + 3)
    }
    if at(start) == UInt8(ascii: "!"), runEnd(start) == start + 3, at(start + 3) == 0x20,
      isASCIILetter(at(start + 4))
    {
      return Leftover(kind: .foreign, range: start..<end)
    }
    guard at(start) == UInt8(ascii: ":"), runEnd(start) - start > 2 else { return nil }
    return Leftover(kind: .foreign, range: start..<end)
  }
}
