import Glibc

/// Finds places in the prepared text: of lines, of destinations.
///
/// cmark says where blocks lie, and not where in them an address is written. It is looked for
/// behind the last one that was found, for links come in their order. Only so many bytes are gone
/// through, after which the block is place enough, so that no text can be made to take long.
struct SourcePlaces {
  private let bytes: [UInt8]
  private let lineStarts: [Int]
  private let definitionStarts: [Int]
  /// How many bytes may still be searched; after that a link's place is its block.
  private var searchLimit: Int
  /// The destinations of reference definitions, made when one is needed.
  private var definitions: [ArraySlice<UInt8>: Range<Int>]?
  /// Where the last destination was found.
  private var cursor = 0
  private var braceCursor = 0
  private var textCursor = 0

  init(_ text: PreparedText, searchLimit: Int) {
    bytes = text.bytes
    definitionStarts = text.definitions
    self.searchLimit = searchLimit
    lineStarts = Self.lineStarts(text.bytes)
  }

  /// Where lines begin, as cmark counts them: `\n`, `\r\n` and `\r` end a line.
  private static func lineStarts(_ bytes: [UInt8]) -> [Int] {
    var starts = [0]
    bytes.withUnsafeBufferPointer { buffer in
      var position = 0
      while position < buffer.count {
        let byte = buffer[position]
        position += 1
        if byte == 0x0A {
          starts.append(position)
        } else if byte == 0x0D, position >= buffer.count || buffer[position] != 0x0A {
          starts.append(position)
        }
      }
    }
    return starts
  }

  /// The offset of a line and a column in bytes, both counted from 1 as cmark does.
  func offset(line: Int32, column: Int32) -> Int {
    guard line >= 1 else { return 0 }
    guard line <= lineStarts.count else { return bytes.count }
    return min(lineStarts[Int(line) - 1] + max(0, Int(column) - 1), bytes.count)
  }

  /// The offset after a line, without its line break.
  func end(line: Int32) -> Int {
    guard line >= 1, Int(line) < lineStarts.count else { return bytes.count }
    var end = lineStarts[Int(line)]
    while end > lineStarts[Int(line) - 1], bytes[end - 1].isLineEnd { end -= 1 }
    return end
  }

  /// The first byte of a value in a range.
  func first(_ byte: UInt8, in range: Range<Int>) -> Int? {
    bytes[range.clamped(to: 0..<bytes.count)].firstIndex(of: byte)
  }

  /// The next wrong brace in a block.
  mutating func nextBrace(in block: Range<Int>) -> Int? {
    let start = max(braceCursor, block.lowerBound)
    guard start < block.upperBound,
      let found = first(StandIn.wrongBrace, in: start..<block.upperBound)
    else { return nil }
    braceCursor = found + 1
    return found
  }

  /// The next place of a text in a block.
  mutating func text(_ text: UnsafeBufferPointer<UInt8>, in block: Range<Int>) -> Range<Int>? {
    let start = max(textCursor, block.lowerBound)
    guard start < block.upperBound, searchLimit > 0 else { return nil }
    let found = find(text, in: start..<block.upperBound)
    guard let found else { return nil }
    textCursor = found + text.count
    return found..<textCursor
  }

  /// The destination in a block, or in a definition.
  mutating func destination(_ url: UnsafeBufferPointer<UInt8>, in block: Range<Int>) -> Range<Int>?
  {
    guard searchLimit > 0 else { return nil }
    guard !url.isEmpty else { return emptyDestination(in: block) }
    let start = max(cursor, block.lowerBound)
    if start < block.upperBound, let found = search(url, in: start..<block.upperBound) {
      cursor = found.upperBound
      return found
    }
    if definitions == nil { definitions = readDefinitions() }
    return definitions?[ArraySlice(url)]
  }

  /// The parentheses of a link that leads nowhere, `()` or `(<>)`.
  private mutating func emptyDestination(in block: Range<Int>) -> Range<Int>? {
    var position = max(cursor, block.lowerBound)
    while position + 2 < block.upperBound {
      position += 1
      guard bytes[position - 1] == UInt8(ascii: "]"), bytes[position] == UInt8(ascii: "(") else {
        continue
      }
      let rest = bytes[(position + 1)..<block.upperBound]
      guard
        let end = rest.firstIndex(where: { !$0.isWhitespace && !"<>".utf8.contains($0) }),
        bytes[end] == UInt8(ascii: ")") || bytes[end] == UInt8(ascii: "\"")
      else { continue }
      cursor = end + 1
      return position..<cursor
    }
    // It is a reference's, and so may all the others be.
    searchLimit -= block.count
    return nil
  }

  /// The first occurrence that follows `(` or `<` or is an address by itself.
  private mutating func search(
    _ url: UnsafeBufferPointer<UInt8>, in range: Range<Int>
  ) -> Range<Int>? {
    var position = range.lowerBound
    while let found = find(url, in: position..<range.upperBound) {
      if isDestination(found) { return found..<found + url.count }
      position = found + 1
    }
    return nil
  }

  /// The first occurrence of a text; what it costs is taken from the limit.
  private mutating func find(_ text: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Int? {
    guard let first = text.first else { return nil }
    var cost = 0
    defer { searchLimit -= cost + 64 }
    return bytes.withUnsafeBufferPointer { bytes in
      var position = range.lowerBound
      while position + text.count <= range.upperBound, cost < searchLimit,
        let base = bytes.baseAddress,
        let match = memchr(base + position, Int32(first), range.upperBound - position)
      {
        let found = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(match))
        guard found + text.count <= range.upperBound else { break }
        var length = 1
        while length < text.count, bytes[found + length] == text[length] { length += 1 }
        cost += found - position + length
        if length == text.count { return found }
        position = found + 1
      }
      cost += max(0, range.upperBound - position)
      return nil
    }
  }

  private func isDestination(_ offset: Int) -> Bool {
    var before = offset - 1
    while before >= 0, bytes[before].isWhitespace { before -= 1 }
    guard before >= 0 else { return false }
    return bytes[before] == UInt8(ascii: "(") || bytes[before] == UInt8(ascii: "<")
  }

  private func readDefinitions() -> [ArraySlice<UInt8>: Range<Int>] {
    var result: [ArraySlice<UInt8>: Range<Int>] = [:]
    for start in definitionStarts {
      let window = start..<min(bytes.count, start + 1_000)
      guard let close = bytes[window].firstIndex(of: UInt8(ascii: "]")),
        close + 1 < bytes.count, bytes[close + 1] == UInt8(ascii: ":")
      else { continue }
      var first = CallScanner.skipSpace(bytes, close + 2)
      if first < bytes.count, bytes[first] == UInt8(ascii: "<") { first += 1 }
      let end = bytes[first...].firstIndex { $0.isWhitespace || $0 == UInt8(ascii: ">") }
      let range = first..<(end ?? bytes.count)
      if result[bytes[range]] == nil { result[bytes[range]] = range }
    }
    return result
  }
}
