import SaanText

/// A block's text as readers see it, each byte with its place in the source.
///
/// What is no text, such as code, and what was escaped is one byte below 9.
///
/// cmark has taken the markup and the escapes out of the text. So the source is gone along beside
/// it, and each byte is found where it was typed; only so many are compared.
struct ShownText {
  private(set) var bytes: [UInt8] = []
  /// Where each byte comes from, in the source file.
  private(set) var offsets: [Int] = []
  private let source: [UInt8]
  private var cursor: Int
  private let end: Int
  /// How many bytes may still be compared; after that places are those of the block.
  private var budget: Int

  private static let opaque: UInt8 = 1
  /// U+FFFD, which cmark puts where a character cannot be.
  private static let impossible: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// What is left of the number of bytes that may be compared.
  var rest: Int { budget }

  init(_ source: [UInt8], block: Range<Int>, budget: Int) {
    self.source = source
    cursor = block.lowerBound
    end = min(block.upperBound, source.count)
    self.budget = budget
  }

  /// The source's bytes that a range of the text comes from.
  func span(of range: Range<Int>) -> Range<Int> {
    guard let first = offsets[range].first, let last = offsets[range].last else {
      return cursor..<cursor
    }
    return first..<max(first, last) + 1
  }

  /// The text in a range, as messages quote it.
  func quoted(_ range: Range<Int>) -> String {
    let shown = bytes[range].prefix(while: { $0 != 0x0A }).map { $0 == Self.opaque ? 0x2A : $0 }
    let text = String(decoding: shown, as: UTF8.self)
    return text.count > 60 ? text.prefix(59) + "…" : text
  }

  // MARK: Building

  /// Adds something that is no text and ends at an offset of the source.
  mutating func addOpaque(endingAt end: Int? = nil) {
    append(Self.opaque, cursor)
    if let end { cursor = max(cursor, end) }
  }

  /// Adds a line break; the next line begins behind its markers.
  mutating func addLineBreak() {
    append(0x0A, cursor)
    guard cursor < end, let newline = source[cursor..<end].firstIndex(of: 0x0A) else { return }
    cursor = newline + 1
    while cursor < end, source[cursor] == 0x20 || source[cursor] == 0x09 || source[cursor] == 0x3E {
      cursor += 1
    }
  }

  /// Passes up to so many marks that stand at the cursor, and says whether there was one.
  @discardableResult
  mutating func skip(_ marks: StaticString, upTo count: Int) -> Bool {
    let start = cursor
    while cursor < min(end, start + count), isOne(of: marks, source[cursor]) { cursor += 1 }
    return cursor > start
  }

  /// Passes everything up to an offset.
  mutating func skip(to offset: Int) { cursor = min(max(cursor, offset), end) }

  /// Passes everything through the next of a byte.
  mutating func skip(through byte: UInt8) {
    if cursor < end, let found = source[cursor..<end].firstIndex(of: byte) { cursor = found + 1 }
  }

  private func isOne(of marks: StaticString, _ byte: UInt8) -> Bool {
    marks.withUTF8Buffer { $0.contains(byte) }
  }

  /// Adds text that stands at the cursor or behind it.
  mutating func add(_ text: ArraySlice<UInt8>) {
    var start = cursor
    while start < end, budget > 0 {
      if let (offsets, next) = match(text, at: start) {
        for (byte, offset) in zip(text, offsets) {
          // What is escaped stands for itself and is no markup.
          append(offset < 0 ? Self.opaque : byte, offset < 0 ? -offset - 1 : offset)
        }
        cursor = next
        return
      }
      start += 1
    }
    for byte in text { append(isMark(byte) ? Self.opaque : byte, min(cursor, max(0, end - 1))) }
  }

  private func isMark(_ byte: UInt8) -> Bool { byte < 0x80 && byte.isPunctuation }

  private mutating func append(_ byte: UInt8, _ offset: Int) {
    bytes.append(byte)
    offsets.append(offset)
  }

  /// The places of a text's bytes if it stands at an offset, those of escapes as `-offset - 1`.
  private mutating func match(
    _ text: ArraySlice<UInt8>, at start: Int
  ) -> (offsets: [Int], next: Int)? {
    var offsets: [Int] = []
    var position = start
    var index = text.startIndex
    while index < text.endIndex {
      budget -= 1
      guard position < end else { return nil }
      let byte = source[position]
      if byte == UInt8(ascii: "\\"), position + 1 < end, source[position + 1].isPunctuation,
        source[position + 1] == text[index]
      {
        offsets.append(-position - 1)
        position += 2
      } else if byte == UInt8(ascii: "&"), let length = entityLength(position),
        !text[index...].starts(with: source[position..<position + length])
      {
        let count = min(scalarLength(text[index]), text.endIndex - index)
        if text[index...].starts(with: Self.impossible) {
          // It stands for no character, and is told by the number that was typed.
          offsets += [position, position, position + length - 1]
        } else {
          for _ in 0..<count { offsets.append(-position - 1) }
        }
        index += count - 1
        position += length
      } else if byte == text[index] {
        offsets.append(position)
        position += 1
      } else {
        return nil
      }
      index += 1
    }
    return (offsets, position)
  }

  private func entityLength(_ start: Int) -> Int? {
    var position = start + 1
    while position < end, position < start + 34, source[position] != UInt8(ascii: ";") {
      guard
        source[position].isLetter || source[position].isDigit
          || source[position] == UInt8(ascii: "#")
      else { return nil }
      position += 1
    }
    return position < end && source[position] == UInt8(ascii: ";") ? position + 1 - start : nil
  }

  private func scalarLength(_ lead: UInt8) -> Int {
    lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }
}
