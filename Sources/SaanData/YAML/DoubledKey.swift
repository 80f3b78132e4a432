import SaanText

/// A key that stands twice in a mapping, each with a line of its own.
package struct DoubledKey {
  let name: String
  /// The first key, and the one that repeats it.
  let first, second: SourceSpan
  /// Whether entries stand below both, which can be joined.
  let isJoinable: Bool

  /// Looks for the key among the lines of a block mapping; `nil` where it is not found twice.
  ///
  /// - Parameters:
  ///   - offset: where one of the mapping's keys begins.
  ///   - range: the YAML in its file.
  package init?(_ name: String, besideKeyAt offset: Int, in source: SourceFile, _ range: Range<Int>)
  {
    let lines = KeyLine.all(in: source, range)
    guard let own = lines.lastIndex(where: { $0.start <= offset }) else { return nil }
    let indent = offset - lines[own].start
    // The mapping goes on until a line stands further out.
    let above = lines[..<own].lastIndex { $0.indent < indent }.map { $0 + 1 } ?? 0
    let below = lines[(own + 1)...].firstIndex { $0.indent < indent } ?? lines.endIndex
    let found = (above..<below).compactMap { index -> (span: SourceSpan, holdsEntries: Bool)? in
      let line = lines[index]
      guard line.indent == indent || index == own,
        let key = line.span(of: name, at: indent, in: source)
      else { return nil }
      let next = index + 1 < lines.endIndex ? lines[index + 1] : nil
      return (key.span, key.isAlone && next.map { $0.indent > indent && !$0.isItem } == true)
    }
    guard found.count > 1 else { return nil }
    // The one that was asked for, unless that is the first.
    let other = found.dropFirst().first { $0.span.range.lowerBound == offset } ?? found[1]
    (self.name, first, second) = (name, found[0].span, other.span)
    isJoinable = found[0].holdsEntries && other.holdsEntries
  }
}

/// A line of YAML that is neither empty nor a remark.
private struct KeyLine {
  let start: Int
  let indent: Int
  let text: Substring

  var isItem: Bool { text == "-" || text.hasPrefix("- ") }

  static func all(in source: SourceFile, _ range: Range<Int>) -> [KeyLine] {
    var start = range.lowerBound
    return source.text(in: range).split(separator: "\n", omittingEmptySubsequences: false)
      .compactMap { line in
        defer { start += line.utf8.count + 1 }
        let indent = line.utf8.prefix { $0 == UInt8(ascii: " ") }.count
        let text = line.dropFirst(indent)
        return text.isEmpty || text == "\r" || text.hasPrefix("#")
          ? nil : KeyLine(start: start, indent: indent, text: text)
      }
  }

  /// Where the key stands at a column, and whether it is alone in its line.
  func span(
    of name: String, at column: Int, in source: SourceFile
  ) -> (span: SourceSpan, isAlone: Bool)? {
    let rest = text.dropFirst(column - indent)
    for key in [name, "\"\(name)\"", "'\(name)'"] where rest.hasPrefix(key) {
      let value = rest.dropFirst(key.count).drop { $0 == " " }
      guard value.first == ":" else { continue }
      let words = value.dropFirst().drop { $0.isWhitespace }
      let begin = start + column
      return (
        source.span(begin..<begin + key.utf8.count), words.isEmpty || words.hasPrefix("#")
      )
    }
    return nil
  }
}

extension Diagnostic {
  /// A key that a mapping has twice; `nil` for the line of the first where nobody knows it.
  package static func duplicateKey(
    _ name: String, at span: SourceSpan, first: SourceSpan? = nil, isJoinable: Bool = false
  ) -> Diagnostic {
    let line = first?.position.line
    let place = line.map { Wording(en: ", first in line \($0)", th: " (ครั้งแรกในบรรทัด \($0))") }
    let message = Wording(
      en: "the key '\(name)' is given twice\(place?.en ?? "")",
      th: "มีคีย์ '\(name)' ซ้ำกัน\(place?.th ?? "")")
    let keepOne = Wording(en: "keep one of the two", th: "เก็บไว้เพียงหนึ่งรายการ")
    let hint = line.flatMap { line in
      !isJoinable
        ? nil
        : Wording(
          en:
            "put what stands below this line under the '\(name):' of line \(line), and take this line out",
          th: "ย้ายรายการใต้บรรทัดนี้ไปต่อท้ายรายการใต้ '\(name):' ในบรรทัด \(line) แล้วลบบรรทัดนี้")
    }
    return Diagnostic(
      .error, "duplicate-key", message, at: span.place, hint: hint ?? keepOne)
  }

  package static func duplicateKey(_ key: DoubledKey) -> Diagnostic {
    duplicateKey(key.name, at: key.second, first: key.first, isJoinable: key.isJoinable)
  }
}
