import Foundation

/// A text in which words are found without looking at every character of every line.
///
/// Positions are offsets of bytes; lines are counted from 0, the empty one at the end as well.
struct ScannedText {
  /// The text and a zero, by which the functions of C know its end.
  private let bytes: [UInt8]
  /// Where each line begins.
  private let starts: [Int]

  init(_ text: [UInt8]) {
    let filled = text.contains(0) ? text.map { $0 == 0 ? UInt8(ascii: " ") : $0 } : text
    bytes = filled + [0]
    starts = bytes.withUnsafeBufferPointer { buffer in
      var starts = [0]
      guard let base = buffer.baseAddress else { return starts }
      var position = 0
      while let hit = memchr(base + position, 0x0A, buffer.count - position) {
        position = UnsafeRawPointer(hit) - UnsafeRawPointer(base) + 1
        starts.append(position)
      }
      return starts
    }
  }

  init(_ text: String) { self.init(Array(text.utf8)) }

  var end: Int { bytes.count - 1 }
  var lineCount: Int { starts.count }
  var string: String { self[0..<end] }

  subscript(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// - Returns: 0 at the end.
  func byte(at position: Int) -> UInt8 { bytes[position] }

  /// The bytes of a line, its newline left out.
  func line(_ number: Int) -> Range<Int> {
    starts[number]..<(number + 1 < starts.count ? starts[number + 1] - 1 : end)
  }

  func line(at position: Int) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= position { low = middle } else { high = middle }
    }
    return low
  }
}

// MARK: - Finding

extension ScannedText {
  func contains(_ word: String) -> Bool { position(of: word, from: 0) != nil }

  /// Where a word begins, each time that it stands in the text.
  func positions(of word: String) -> [Int] {
    var found: [Int] = []
    while let hit = position(of: word, from: found.last.map { $0 + 1 } ?? 0) { found.append(hit) }
    return found
  }

  /// The lines that hold a word.
  func lines(with word: String) -> [(number: Int, text: String)] {
    var found: [(number: Int, text: String)] = []
    var start = 0
    while let hit = position(of: word, from: start) {
      let number = line(at: hit)
      let range = line(number)
      found.append((number, self[range]))
      start = range.upperBound
    }
    return found
  }

  /// Where the next of some ASCII characters stands, or the text ends.
  func next(of characters: String, from position: Int) -> Int {
    withText(from: position) { position + Int(strcspn($0, characters)) }
  }

  /// Where a run of nothing but some ASCII characters ends.
  func end(of characters: String, from position: Int) -> Int {
    withText(from: position) { position + Int(strspn($0, characters)) }
  }

  func has(_ word: String, at position: Int) -> Bool {
    withText(from: position) { strncmp($0, word, word.utf8.count) == 0 }
  }

  private func position(of word: String, from start: Int) -> Int? {
    withText(from: start) { text in strstr(text, word).map { start + (UnsafePointer($0) - text) } }
  }

  private func withText<Result>(from position: Int, _ body: (UnsafePointer<CChar>) -> Result)
    -> Result
  {
    bytes.withUnsafeBufferPointer { buffer in
      buffer[position...].withMemoryRebound(to: CChar.self) { text in
        guard let start = text.baseAddress else { preconditionFailure("a zero ends every text") }
        return body(start)
      }
    }
  }
}

// MARK: - Words

/// What stands in a text of code: a word, or a bracket between words.
struct CodeWord {
  /// Of a word, a number that stands for its letters; 0 for a bracket.
  let key: UInt64
  let range: Range<Int>
  /// The bracket, or the first letter.
  let first: UInt8
  /// The byte before it, spaces left out, and the one right behind it.
  let before: UInt8
  let after: UInt8
}

extension ScannedText {
  /// Hands out the words and brackets of code in their order; numbers are none.
  func forEachWord(_ body: (CodeWord) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      var (position, before) = (0, UInt8(ascii: "\n"))
      while position < bytes.count - 1 {
        let first = bytes[position]
        var (after, key) = (position, 14_695_981_039_346_656_037 as UInt64)
        while Self.isOfWord(bytes[after]) {
          key = (key ^ UInt64(bytes[after])) &* 1_099_511_628_211
          after += 1
        }
        let isBracket = after == position && Self.brackets.contains(first)
        if isBracket { after += 1 }
        if isBracket || (after > position && first &- 0x30 >= 10) {
          body(
            CodeWord(
              key: isBracket ? 0 : key, range: position..<after, first: first, before: before,
              after: bytes[after]))
        }
        position = max(after, position + 1)
        if first > 0x20 { before = bytes[position - 1] }
      }
    }
  }

  private static let brackets = Array("(){}[]".utf8)

  @inline(__always)
  private static func isOfWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F || byte >= 0x80
  }
}

// MARK: - Swift

/// The characters of the codes of diagnostics.
private let codeCharacters = "abcdefghijklmnopqrstuvwxyz0123456789-"

extension ScannedText {
  /// The text without comments and without the insides of strings; lines stay lines.
  ///
  /// A heuristic that serves this repository: block comments are banned by the style, and a string
  /// inside an interpolation is taken for the end of the outer one.
  func codeOnly() -> ScannedText {
    var output: [UInt8] = []
    var position = 0
    while true {
      let special = next(of: "/#\"", from: position)
      output += bytes[position..<special]
      position = special
      guard position < end else { return ScannedText(output) }
      if has("//", at: position) {
        position = next(of: "\n", from: position)
        continue
      }
      let quote = self.end(of: "#", from: position)
      guard byte(at: quote) == UInt8(ascii: "\"") else {
        output.append(byte(at: position))
        position += 1
        continue
      }
      let hashes = String(repeating: "#", count: quote - position)
      position = skipString(from: quote, hashes, into: &output)
    }
  }

  /// - Returns: where the string ends that begins at a quote.
  private func skipString(from quote: Int, _ hashes: String, into output: inout [UInt8]) -> Int {
    let isLong = has("\"\"\"", at: quote)
    let quotes = isLong ? "\"\"\"" : "\""
    let closing = quotes + hashes
    output += closing.utf8
    defer { output += closing.utf8 }
    var position = quote + quotes.utf8.count
    while true {
      position = next(of: "\"\\\n", from: position)
      if position == end { return end }
      if has(closing, at: position) { return position + closing.utf8.count }
      if byte(at: position) == UInt8(ascii: "\\"), hashes.isEmpty { position += 1 }
      if byte(at: position) == UInt8(ascii: "\n") {
        guard isLong else { return position }
        output.append(UInt8(ascii: "\n"))
      }
      position = min(position + 1, end)
    }
  }

  /// The words that stand alone in brackets or quotes, as `[dead-link]` and `"dead-link"`.
  func marked() -> Set<String> {
    var words: Set<String> = []
    var position = next(of: "\"[", from: 0)
    while position < end {
      let closing = byte(at: position) == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: "\"")
      let after = self.end(of: codeCharacters, from: position + 1)
      if after > position + 1, byte(at: after) == closing {
        words.insert(self[position + 1..<after])
      }
      position = next(of: "\"[", from: after)
    }
    return words
  }

  /// The codes of diagnostics that stand between an opening, as `error[`, and a closing.
  func codes(after opening: String, until closing: String) -> [(code: String, position: Int)] {
    positions(of: opening).compactMap { position in
      let start = position + opening.utf8.count
      let after = end(of: codeCharacters, from: start)
      guard after > start, has(closing, at: after) else { return nil }
      return (self[start..<after], position)
    }
  }

  /// The codes that are given to a diagnostic, in quotes after an opening and maybe a line break.
  func codesGiven(after opening: String) -> [(code: String, position: Int)] {
    positions(of: opening).compactMap { position in
      let quote = end(of: " \n\t", from: position + opening.utf8.count)
      let after = end(of: codeCharacters, from: quote + 1)
      guard has("\"", at: quote), after > quote + 1, has("\"", at: after) else { return nil }
      return (self[quote + 1..<after], position)
    }
  }

  /// The functions of a file and their lengths, told from the indentation that the style fixes.
  func functions() -> [(start: Int, length: Int)] {
    let openings = ["func ", "init(", "init?("]
    let candidates = Set(openings.flatMap { lines(with: $0) }.map(\.number))
    return candidates.sorted().compactMap { start in
      guard declares(start, openings) else { return nil }
      return length(ofFunctionAt: start).map { (start, $0) }
    }
  }

  /// - Returns: `nil` for a requirement of a protocol, which has no body: the next declaration
  ///   comes before any brace.
  private func length(ofFunctionAt start: Int) -> Int? {
    let depth = indent(of: start)
    for number in start + 1..<max(start + 1, lineCount) where indent(of: number) == depth {
      if byte(at: line(number).lowerBound + depth) == UInt8(ascii: "}") {
        return number - start + 1
      }
      if declares(number, ["func ", "init(", "let ", "var "]) { return nil }
    }
    return lineCount - start + 1
  }

  private func indent(of number: Int) -> Int {
    let start = line(number).lowerBound
    return end(of: " ", from: start) - start
  }

  /// Whether a line begins with one of these words, after attributes and modifiers.
  private func declares(_ number: Int, _ words: [String]) -> Bool {
    let line = line(number)
    let letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ @()"
    let beginning =
      line.lowerBound..<min(end(of: letters, from: line.lowerBound) + 2, line.upperBound)
    let text = self[beginning]
    return words.contains { text.contains($0) }
  }
}
