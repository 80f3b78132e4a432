import Glibc

/// A year in running text whose label and number disagree.
public struct EraMistake: Sendable, Hashable {
  /// The bytes from the label to the year's last digit.
  public let range: Range<Int>
  /// What is wrong.
  public let mistake: DateMistake
}

/// The years in the text whose label names the other era: `พ.ศ. 2011`, `ค.ศ. 2554`.
///
/// Only years with a label are looked at, for a number alone may count anything.
public func findEraMistakes(in text: String) -> [EraMistake] {
  withUTF8(of: text) { findEraMistakes(in: $0) }
}

/// The years in UTF-8 text whose label names the other era.
public func findEraMistakes(in utf8: UnsafeBufferPointer<UInt8>) -> [EraMistake] {
  guard EraLabel.mayBe(in: utf8) else { return [] }
  var mistakes = [EraMistake]()
  var index = 0
  while let number = nextDigits(in: utf8, from: index) {
    if number.count == 4 || number.count == 2,
      let label = EraLabel(before: number.start, in: utf8),
      case .failure(let mistake) = WrittenDate(year: number.value).resolved(as: label.era),
      mistake != .beforeModernCalendar
    {
      mistakes.append(EraMistake(range: label.start..<number.end, mistake: mistake))
    }
    index = number.end
  }
  return mistakes
}

/// The first run of ASCII or Thai digits at the index or behind it.
func nextDigits(
  in utf8: UnsafeBufferPointer<UInt8>, from start: Int
) -> (start: Int, value: Int, count: Int, end: Int)? {
  for index in start..<utf8.count where startsDigit(utf8, at: index) {
    if let found = digits(in: utf8, at: index) {
      return (index, found.value, found.count, found.end)
    }
  }
  return nil
}

@inline(__always)
private func startsDigit(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
  let byte = utf8[index]
  if byte != 0xE0 { return byte.isDigit }
  return utf8[at: index + 1] == 0xB9 && utf8[at: index + 2] &- 0x90 < 10
}

/// The run of ASCII or Thai digits at the index.
func digits(
  in utf8: UnsafeBufferPointer<UInt8>, at start: Int
) -> (value: Int, count: Int, end: Int)? {
  var (value, count, index) = (0, 0, start)
  while index < utf8.count {
    let byte = utf8[index]
    if byte.isDigit {
      value = value &* 10 &+ Int(byte - 0x30)
      index += 1
    } else if startsDigit(utf8, at: index) {
      value = value &* 10 &+ Int(utf8[index + 2] - 0x90)
      index += 3
    } else {
      break
    }
    count += 1
  }
  return count > 0 ? (value, count, index) : nil
}

/// An era's name in front of a year.
private struct EraLabel {
  let era: Era
  let start: Int

  /// Whether the text has one of the letters that every label has: ศ, or a capital E or D.
  ///
  /// Most tables have none, and finding that out takes a tenth of looking at every number.
  static func mayBe(in utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = utf8.baseAddress else { return false }
    // By pieces that stay in the processor's cache until the last of the three was looked for.
    return stride(from: 0, to: utf8.count, by: 1 << 16).contains { start in
      let count = min(1 << 16, utf8.count - start)
      // ศ is E0 B8 A8, and A8 ends no other letter of Thai text.
      return memchr(base + start, 0xA8, count) != nil || memchr(base + start, 0x45, count) != nil
        || memchr(base + start, 0x44, count) != nil
    }
  }

  init?(before index: Int, in utf8: UnsafeBufferPointer<UInt8>) {
    var end = index
    while end > 0 {
      if utf8[end - 1] == 0x20 {
        end -= 1
      } else if end > 1, utf8[end - 1] == 0xA0, utf8[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
    guard end > 1 else { return nil }
    for (name, era) in Self.names {
      let start = end - name.utf8CodeUnitCount
      guard start >= 0 else { continue }
      let bytes = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
      guard utf8[start..<end].elementsEqual(bytes) else { continue }
      // BE in MAYBE is no label.
      if bytes[0] < 0x80, start > 0, utf8[start - 1] | 0x20 > 0x60, utf8[start - 1] < 0x80 {
        continue
      }
      (self.era, self.start) = (era, start)
      return
    }
    return nil
  }

  private static let names: [(StaticString, Era)] = [
    ("พ.ศ.", .buddhist), ("ค.ศ.", .gregorian), ("พศ.", .buddhist), ("คศ.", .gregorian),
    ("พ.ศ", .buddhist), ("ค.ศ", .gregorian), ("พศ", .buddhist), ("คศ", .gregorian),
    ("พุทธศักราช", .buddhist), ("คริสต์ศักราช", .gregorian), ("B.E.", .buddhist),
    ("C.E.", .gregorian), ("A.D.", .gregorian), ("BE", .buddhist), ("CE", .gregorian),
    ("AD", .gregorian),
  ]
}
