import Glibc

/// The key by which the language's readers order the text: the dictionary's order, without a locale
/// library.
///
/// Keys are compared byte by byte. Leading vowels sort after their consonant, tone marks matter
/// only between words that are otherwise equal, spaces and punctuation only after that; numbers
/// sort by their value. In Thai, Latin comes after Thai; in other languages before it, and a space
/// before any letter.
public func sortKey(_ text: String, for language: Language) -> [UInt8] {
  var builder = SortKeyBuilder(thaiFirst: language.isThai)
  return builder.key(of: text)
}

extension Sequence {
  /// The elements by their names in the language's order; equal names keep their order.
  public func sorted(in language: Language, by name: (Element) -> String) -> [Element] {
    let elements = Array(self)
    return order(of: elements.map { sortKey(name($0), for: language) }).map { elements[$0] }
  }
}

extension Sequence<String> {
  /// The texts in the language's order.
  public func sorted(in language: Language) -> [String] {
    sorted(in: language) { $0 }
  }
}

/// The indices of the keys in their order; equal keys keep theirs.
///
/// This part is not generic, so that other modules' calls of the generic part run it specialised.
private func order(of keys: [[UInt8]]) -> [Int] {
  keys.indices.sorted { precedes(keys[$0], keys[$1]) }
}

private func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
  left.withUnsafeBytes { left in
    right.withUnsafeBytes { right in
      guard let a = left.baseAddress, let b = right.baseAddress else { return right.count > 0 }
      let order = memcmp(a, b, min(left.count, right.count))
      return order < 0 || (order == 0 && left.count < right.count)
    }
  }
}

/// Builds a key of four levels: letters, marks, letter case, and the bytes themselves.
///
/// The levels lie one behind the other, so that comparing two keys is comparing bytes: what differs
/// in a level counts before all that differs in later ones. The last level is the text itself, so
/// that only equal texts are equal. The order is ICU's for Thai and English, which tests hold it
/// to.
private struct SortKeyBuilder {
  private let thaiFirst: Bool
  private var letters = [UInt8]()
  private var marks = [UInt8]()
  private var cases = [UInt8]()

  init(thaiFirst: Bool) { self.thaiFirst = thaiFirst }

  /// Levels are parted by a byte below all weights, so that a shorter level sorts first.
  private static let levelEnd: UInt8 = 1
  private static let space: UInt8 = 4
  private static let punctuation: UInt8 = 5
  private static let number: UInt8 = 0x10
  /// The weight of a letter without mark or capital; runs of it at a level's end are left out.
  private static let common: UInt8 = 5
  private var firstThai: UInt8 { thaiFirst ? 0x20 : 0x70 }
  private var firstLatin: UInt8 { thaiFirst ? 0x70 : 0x20 }

  mutating func key(of text: String) -> [UInt8] {
    withUTF8(of: text) { utf8 in
      letters.reserveCapacity(utf8.count * 2 + 8)
      var index = 0
      while index < utf8.count { index = take(utf8, at: index) }
      finish(&marks)
      finish(&cases)
      letters += marks
      letters += cases
      letters.append(Self.levelEnd)
      letters.append(contentsOf: utf8)
    }
    return letters
  }

  private func finish(_ level: inout [UInt8]) {
    while level.last == Self.common { level.removeLast() }
    level.insert(Self.levelEnd, at: 0)
  }

  /// Takes one letter, mark, number or sign and returns where the next begins.
  private mutating func take(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = utf8[index]
    if byte < 0x80 { return take(ascii: byte, in: utf8, at: index) }
    if let code = thaiCode(utf8, at: index) { return take(thai: code, in: utf8, at: index) }
    let end = min(index + ClusterScanner.scalarLength(byte), utf8.count)
    switch (byte, utf8[at: index + 1]) {
    case (0xC2, 0xA0): addSign(Self.space)
    case (0xC2, _), (0xE2, 0x80), (0xE2, 0x81): addSign(Self.punctuation)
    // An accent on its own belongs to the letter before it.
    case (0xCC, let accent): marks.append(0x10 + (accent & 0x3F))
    default: take(other: UnsafeBufferPointer(rebasing: utf8[index..<end]))
    }
    return end
  }

  private mutating func take(
    ascii byte: UInt8, in utf8: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> Int {
    switch byte {
    case 0x61...0x7A: add(firstLatin + byte - 0x61)
    case 0x41...0x5A:
      add(firstLatin + byte - 0x41)
      cases[cases.count - 1] = Self.common + 1
    case 0x30...0x39: return takeNumber(in: utf8, at: index)
    case 0x20, 0x09, 0x0A, 0x0D: addSign(Self.space)
    default: addSign(Self.punctuation)
    }
    return index + 1
  }

  private mutating func take(
    thai code: UInt8, in utf8: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> Int {
    switch code {
    case 0x50...0x59: return takeNumber(in: utf8, at: index)
    case 0x40...0x44:
      // A leading vowel is spoken, and sorted, after its consonant.
      if let consonant = thaiCode(utf8, at: index + 3), consonant <= 0x2E {
        add(firstThai + consonant)
        add(firstThai + code)
        return index + 6
      }
      add(firstThai + code)
    case 0x3A: marks.append(0x0E)
    case 0x47...0x4E: marks.append(Self.markWeights[Int(code - 0x47)])
    case 0x2F, 0x46, 0x4F, 0x5A, 0x5B: addSign(Self.punctuation)
    default: add(firstThai + code)
    }
    return index + 3
  }

  /// The order of U+0E47–0E4E among themselves.
  private static let markWeights: [UInt8] = [0x08, 0x09, 0x0A, 0x0B, 0x0C, 0x07, 0x0D, 0x06]

  private mutating func take(other scalar: UnsafeBufferPointer<UInt8>) {
    let text = String(decoding: scalar, as: UTF8.self)
    if let first = text.unicodeScalars.first, let base = LatinLetters.bases[first] {
      add(firstLatin + (base.letter | 0x20) - 0x61)
      if base.letter < 0x60 { cases[cases.count - 1] = Self.common + 1 }
      marks.append(0x10 + base.accent)
      return
    }
    letters.append(contentsOf: text.lowercased().utf8)
    marks.append(Self.common)
    cases.append(Self.common)
  }

  /// Adds a number by how many digits it has and the digits, so that 9 comes before 10.
  private mutating func takeNumber(in utf8: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    var index = start
    let head = letters.count
    add(Self.number)
    letters.append(0)
    while index < utf8.count {
      let digit: UInt8
      if utf8[index].isDigit {
        digit = utf8[index] - 0x30
        index += 1
      } else if let code = thaiCode(utf8, at: index), code &- 0x50 < 10 {
        digit = code - 0x50
        index += 3
      } else if utf8[index] == 0x2C, utf8[at: index + 1].isDigit {
        index += 1
        continue
      } else {
        break
      }
      if digit > 0 || letters.count > head + 2 { letters.append(0x10 + digit) }
    }
    letters[head + 1] = UInt8(clamping: 0x10 + letters.count - head - 2)
    return index
  }

  private mutating func add(_ letter: UInt8) {
    letters.append(letter)
    marks.append(Self.common)
    cases.append(Self.common)
  }

  /// Adds a space or sign, which Thai order looks past.
  private mutating func addSign(_ weight: UInt8) {
    if !thaiFirst { add(weight) }
  }
}

/// The low byte of the scalar in the Thai block at the index: U+0E01 is 1.
@inline(__always)
func thaiCode(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt8? {
  guard index + 2 < utf8.count, utf8[index] == 0xE0, utf8[index + 1] & 0xFE == 0xB8 else {
    return nil
  }
  return (utf8[index + 1] & 1) << 6 | (utf8[index + 2] & 0x3F)
}
