import SaanData
import SaanText

extension Located<String> {
  /// The value without the curly quotation marks around it, which a word processor makes of
  /// straight ones; for values that are no words.
  var unquoted: Located<String> {
    guard let first = value.first, let last = value.last, value.count > 1,
      CurlyQuotes.pairs.contains(where: { $0.open == first && $0.close == last })
    else { return self }
    return Located(String(value.dropFirst().dropLast()), at: span)
  }
}

enum CurlyQuotes {
  static let pairs: [(open: Character, close: Character)] = [
    ("“", "”"), ("„", "“"), ("‟", "”"), ("”", "”"), ("‘", "’"), ("’", "’"),
  ]
}

/// The file with straight quotation marks in place of the curly ones around a text that YAML
/// would not read otherwise: `title: “เวที: บทเรียน”`.
///
/// Spaces fill up, so that every place stays the same. A text that YAML reads keeps its marks.
func straightened(_ source: SourceFile, _ range: Range<Int>) -> SourceFile {
  // “ and its kin are E2 80 98…9F; Thai text has no E2.
  guard source.bytes[range].contains(0xE2) else { return source }
  var bytes = source.bytes
  var start = range.lowerBound
  var isChanged = false
  while start < range.upperBound {
    let stop =
      bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "\n")) ?? range.upperBound
    if let quoted = CurlyValue(bytes, start..<stop) {
      isChanged = true
      let mark = quoted.mark
      bytes.replaceSubrange(quoted.open, with: [0x20, 0x20, mark])
      bytes.replaceSubrange(quoted.close, with: [mark, 0x20, 0x20])
    }
    start = stop + 1
  }
  return isChanged ? SourceFile(path: source.path, bytes: bytes) : source
}

/// A value that stands in curly quotation marks as a whole and needs straight ones.
private struct CurlyValue {
  let open: Range<Int>
  let close: Range<Int>
  /// The straight mark that is not in the text.
  let mark: UInt8

  init?(_ bytes: [UInt8], _ line: Range<Int>) {
    guard let colon = bytes[line].firstIndex(of: UInt8(ascii: ":")),
      let start = bytes[(colon + 1)..<line.upperBound].firstIndex(where: { $0 != 0x20 }),
      start > colon + 1,
      let last = bytes[line].lastIndex(where: { $0 != 0x20 && $0 != 0x0D }), last - start > 6
    else { return nil }
    open = start..<start + 3
    close = last - 2..<last + 1
    let marks = [bytes[open], bytes[close]].map { String(decoding: $0, as: UTF8.self) }
    guard
      CurlyQuotes.pairs.contains(where: {
        String($0.open) == marks[0] && String($0.close) == marks[1]
      })
    else { return nil }
    let text = String(decoding: bytes[open.upperBound..<close.lowerBound], as: UTF8.self)
    guard text.contains(": ") || text.contains(" #") || text.hasSuffix(":"),
      let mark = ["\"", "'"].first(where: { !text.contains($0) }), !text.contains("\\")
    else { return nil }
    self.mark = mark == "\"" ? 0x22 : 0x27
  }
}
