import CLibthai
import CThaiWords
import Glibc

/// Where one Thai word ends and the next begins, as offsets into the UTF-8, ascending.
///
/// They come from the dictionary that is a part of the program, so that the same text is cut in the
/// same places everywhere; where the dictionary has no words, there are none. A break lies between
/// two Thai letters and never before what belongs to the word in front of it.
package func thaiWordBreaks(in utf8: UnsafeBufferPointer<UInt8>) -> [Int] {
  var breaks: [Int] = []
  var start = 0
  while start < utf8.count {
    guard utf8[start] == 0xE0 else {
      start += 1
      continue
    }
    let end = endOfThai(in: utf8, from: start)
    guard end > start + 6 else {
      start = max(end, start + 1)
      continue
    }
    let found = ThaiDictionary.words.breaks(in: UnsafeBufferPointer(rebasing: utf8[start..<end]))
    breaks += found.map { start + $0 }.filter { mayBreak(utf8, at: $0) }
    start = end
  }
  return breaks
}

/// The end of the Thai letters that begin at the offset.
private func endOfThai(in utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  var index = start
  while index + 2 < utf8.count, utf8[index] == 0xE0, utf8[index + 1] & 0xFE == 0xB8 { index += 3 }
  return index
}

/// Whether a line may begin at the Thai letter: not with a mark, nor with `ๆ`, `ฯ` or what ends a
/// syllable.
private func mayBreak(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
  switch (utf8[index + 1], utf8[index + 2]) {
  case (0xB8, 0xAF...0xBA), (0xB9, 0x85...0x8E): false
  default: true
  }
}

/// The dictionary as libthai holds it, which reads it and never writes.
private struct ThaiDictionary: Sendable {
  static let words = ThaiDictionary()

  /// Where libthai has it; `nil` on a machine that has no files in memory.
  private let address: UInt?

  private init() {
    var file = thai_words_open()
    guard file.descriptor >= 0 else {
      address = nil
      return
    }
    let breaker = withUnsafePointer(to: &file.path) { path in
      path.withMemoryRebound(to: CChar.self, capacity: 64) { th_brk_new($0) }
    }
    close(file.descriptor)
    address = breaker.map { UInt(bitPattern: $0) }
  }

  /// The breaks in letters of Thai alone.
  func breaks(in thai: UnsafeBufferPointer<UInt8>) -> [Int] {
    guard let address, let breaker = OpaquePointer(bitPattern: address) else { return [] }
    let count = thai.count / 3
    // TIS-620 has the letters in Unicode's order.
    var letters = [UInt8](repeating: 0, count: count + 1)
    for index in 0..<count {
      let upper: UInt8 = (thai[index * 3 + 1] & 1) << 6
      let lower: UInt8 = thai[index * 3 + 2] & 0x3F
      letters[index] = 0xA0 + (upper | lower)
    }
    var positions = [Int32](repeating: 0, count: count)
    let found = th_brk_find_breaks(breaker, letters, &positions, count)
    return positions.prefix(Int(max(0, found))).map { Int($0) * 3 }.filter { $0 > 0 }
  }
}
