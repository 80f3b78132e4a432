/// The text as search compares it: composed, lower case, ASCII digits, nothing invisible.
///
/// The search script of the themes does the same to what a reader types; a change here must be made
/// there too. In order: NFC; zero-width characters and the soft hyphen go; no-break spaces become
/// spaces; `เเ` becomes `แ`; `ๅ` becomes `า`; a decomposed SARA AM is composed; Thai digits become
/// ASCII; commas that part thousands go, and no others; Latin becomes lower case.
public func normalizedForSearch(_ text: String) -> String {
  var bytes = [UInt8]()
  bytes.reserveCapacity(text.utf8.count)
  bytes.appendNormalized(text)
  return String(decoding: bytes, as: UTF8.self)
}

/// The normalised text without tone marks and with `ฎ` as `ฏ`: the second chance of a search.
public func foldedForSearch(_ text: String) -> String {
  let normalized = normalizedForSearch(text)
  var bytes = [UInt8]()
  bytes.reserveCapacity(normalized.utf8.count)
  withUTF8(of: normalized) { utf8 in
    var index = 0
    while index < utf8.count {
      let (second, third) = (utf8[at: index + 1], utf8[at: index + 2])
      switch (utf8[index], second, third) {
      case (0xE0, 0xB9, 0x87...0x8C): index += 3
      case (0xE0, 0xB8, 0x8E):
        bytes += [0xE0, 0xB8, 0x8F]
        index += 3
      case (let byte, _, _):
        bytes.append(byte)
        index += 1
      }
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

extension [UInt8] {
  /// Appends the text as search compares it.
  public mutating func appendNormalized(_ text: String) {
    withUTF8(of: text) { appendNormalized($0) }
  }

  /// Appends UTF-8 text as search compares it.
  public mutating func appendNormalized(_ utf8: UnsafeBufferPointer<UInt8>) {
    let start = count
    var needsComposition = false
    var index = 0
    while index < utf8.count {
      let byte = utf8[index]
      if byte < 0x80 {
        append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        index += 1
      } else if byte == 0xE0, utf8[at: index + 1] & 0xFE == 0xB8, index + 2 < utf8.count {
        appendNormalized(thai: utf8[index + 1], utf8[index + 2], since: start)
        index += 3
      } else {
        index += appendNormalized(other: utf8, at: index, since: start)
        needsComposition = needsComposition || byte == 0xCC || byte == 0xCD
      }
    }
    joinThousands(from: start)
    if needsComposition { composeLatin(from: start) }
  }

  /// Drops the commas that part thousands.
  ///
  /// They have one to three digits before them and three, not more, behind; others part the numbers
  /// of a list.
  private mutating func joinThousands(from start: Int) {
    guard self[start...].contains(0x2C) else { return }
    var kept = start
    var digits = 0
    for index in start..<count {
      let byte = self[index]
      let isOfThousands =
        byte == 0x2C && (1...3).contains(digits)
        && self[(index + 1)...].prefix(4).prefix(while: \.isDigit).count == 3
      digits = byte.isDigit ? digits + 1 : 0
      guard !isOfThousands else { continue }
      self[kept] = byte
      kept += 1
    }
    removeLast(count - kept)
  }

  private mutating func appendNormalized(thai second: UInt8, _ third: UInt8, since start: Int) {
    if second == 0xB9, third &- 0x90 < 10 { return append(third - 0x60) }
    // LAKKHANGYAO is an AA behind two letters alone, and looks like it.
    let (second, third) = second == 0xB9 && third == 0x85 ? (0xB8, 0xB2) : (second, third)
    if second == 0xB9, third == 0x80, endsWithThai(0xB9, 0x80, since: start) {
      self[count - 1] = 0x81
      return
    }
    if second == 0xB8, third == 0xB2, composeSaraAm(since: start) { return }
    append(0xE0)
    append(second)
    append(third)
    orderMarks(since: start)
  }

  private func endsWithThai(_ second: UInt8, _ third: UInt8, since start: Int) -> Bool {
    count >= start + 3 && self[count - 1] == third && self[count - 2] == second
      && self[count - 3] == 0xE0
  }

  /// Makes of NIKHAHIT, an optional tone mark and the SARA AA that comes now one SARA AM.
  private mutating func composeSaraAm(since start: Int) -> Bool {
    let saraAm: [UInt8] = [0xE0, 0xB8, 0xB3]
    if endsWithThai(0xB9, 0x8D, since: start) {
      removeLast(3)
      append(contentsOf: saraAm)
      return true
    }
    guard count >= start + 6, self[count - 1] &- 0x88 < 4, self[count - 2] == 0xB9,
      self[count - 3] == 0xE0, self[count - 4] == 0x8D, self[count - 5] == 0xB9,
      self[count - 6] == 0xE0
    else { return false }
    self[count - 4] = self[count - 1]
    removeLast(3)
    append(contentsOf: saraAm)
    return true
  }

  /// Puts the mark that was just appended before one of a higher combining class, as NFC does:
  /// PHINTHU (9) before SARA U and UU (103) before the tone marks (107).
  private mutating func orderMarks(since start: Int) {
    var end = count
    while end >= start + 6, self[end - 3] == 0xE0, self[end - 6] == 0xE0 {
      let last = thaiCombiningClass(self[end - 2], self[end - 1])
      let before = thaiCombiningClass(self[end - 5], self[end - 4])
      guard last > 0, before > last else { return }
      swapAt(end - 1, end - 4)
      swapAt(end - 2, end - 5)
      end -= 3
    }
  }

  /// Appends what is neither ASCII nor Thai, and says how many bytes it took.
  private mutating func appendNormalized(
    other utf8: UnsafeBufferPointer<UInt8>, at index: Int, since start: Int
  ) -> Int {
    switch (utf8[index], utf8[at: index + 1], utf8[at: index + 2]) {
    case (0xC2, 0xA0, _):
      append(0x20)
      return 2
    case (0xC2, 0xAD, _): return 2
    case (0xE2, 0x80, 0x8B...0x8D), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): return 3
    default: break
    }
    let end = Swift.min(index + ClusterScanner.scalarLength(utf8[index]), utf8.count)
    let scalar = UnsafeBufferPointer(rebasing: utf8[index..<end])
    if utf8[index] < 0xE0 || (utf8[index] == 0xE1 && utf8[at: index + 1] >= 0xB8) {
      append(text: String(decoding: scalar, as: UTF8.self).lowercased())
    } else {
      append(contentsOf: scalar)
    }
    return end - index
  }

  /// Composes letters and combining accents from the index on; rare enough to take the long way.
  private mutating func composeLatin(from start: Int) {
    let text = String(decoding: self[start...], as: UTF8.self)
    removeSubrange(start...)
    for character in text {
      if let composed = LatinLetters.composed[character] {
        append(text: String(composed))
      } else {
        append(text: String(character))
      }
    }
  }
}

/// The combining class of a Thai mark, 0 for anything else.
private func thaiCombiningClass(_ second: UInt8, _ third: UInt8) -> UInt8 {
  switch (second, third) {
  case (0xB8, 0xB8), (0xB8, 0xB9): 103
  case (0xB8, 0xBA): 9
  case (0xB9, 0x88...0x8B): 107
  default: 0
  }
}
