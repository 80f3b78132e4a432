/// Writes diagnostics for people, with the line they point at and a caret under it.
///
/// A place is a range of bytes until here, for only people count lines. The caret stands where a
/// terminal shows the words, in whose cells the marks of Thai take no room. What cannot be seen is
/// shown by its name, so that no text of a file commands the terminal.
public struct DiagnosticPrinter: Sendable {
  /// The language of the sentences.
  public let language: MessageLanguage
  /// How many diagnostics are written out; the rest are counted.
  public let limit: Int

  /// Makes a printer.
  public init(language: MessageLanguage = .english, limit: Int = 50) {
    self.language = language
    self.limit = limit
  }

  /// All of the collection as text, in the order of path and place, ending in a line break.
  public func text(_ diagnostics: Diagnostics) -> String {
    let sorted = diagnostics.sorted
    var output = sorted.prefix(limit).map { text($0) }.joined(separator: "\n")
    if sorted.count > limit {
      let rest = Wording(
        en: "… and \(sorted.count - limit) more", th: "… และอีก \(sorted.count - limit) รายการ")
      output += "\n\(rest.text(in: language))\n"
    }
    return output
  }

  /// One diagnostic as text, ending in a line break.
  public func text(_ diagnostic: Diagnostic) -> String {
    var lines = [
      "\(diagnostic.severity.rawValue)[\(diagnostic.code)]: \(diagnostic.message.text(in: language))"
    ]
    if let place = diagnostic.place {
      lines += placeLines(place).prefix(diagnostic.hidesSource ? 1 : 3)
    }
    if let hint = diagnostic.hint { lines.append("   = hint: \(hint.text(in: language))") }
    lines += diagnostic.notes.map { "   = note: \($0.text(in: language))" }
    return makingVisible(lines.joined(separator: "\n")) + "\n"
  }

  private func placeLines(_ place: Place) -> [String] {
    let path = "  --> " + place.text(in: language)
    guard case .span(let span) = place, let excerpt = excerpt(span) else { return [path] }
    let gutter = "\(excerpt.line) | "
    let length = max(1, excerpt.marked.displayWidth)
    return [
      path, gutter + excerpt.lead + excerpt.marked + excerpt.rest,
      String(repeating: " ", count: gutter.count - 2) + "| "
        + String(repeating: " ", count: excerpt.lead.displayWidth)
        + String(repeating: "^", count: min(length, 100)),
    ]
  }

  /// The line that a mistake is in, taken apart where it stands.
  package struct Excerpt: Sendable {
    package let line: Int
    package let lead: String
    package let marked: String
    package let rest: String
  }

  /// The line of a span; of a very long line only the part around the span, and nothing of an empty
  /// one.
  package func excerpt(_ span: SourceSpan) -> Excerpt? {
    let lineRange = span.lineRange
    guard !lineRange.isEmpty else { return nil }
    let (before, window) = visiblePart(of: span, in: lineRange)
    let marked = span.range.clamped(to: window)
    let text = { (range: Range<Int>) in clean(span.file.text(in: range)) }
    return Excerpt(
      line: span.position.line, lead: before + text(window.lowerBound..<marked.lowerBound),
      marked: text(marked),
      rest: text(marked.upperBound..<window.upperBound)
        + (window.upperBound < lineRange.upperBound ? "…" : ""))
  }

  private func visiblePart(of span: SourceSpan, in line: Range<Int>) -> (String, Range<Int>) {
    let bytesShown = 360
    guard line.count > bytesShown else { return ("", line) }
    let start = boundary(max(line.lowerBound, span.range.lowerBound - 120), in: span.file)
    let end = boundary(min(line.upperBound, start + bytesShown), in: span.file)
    return (start > line.lowerBound ? "…" : "", start..<max(start, end))
  }

  /// The nearest offset at or before `offset` where a UTF-8 sequence begins.
  private func boundary(_ offset: Int, in file: SourceFile) -> Int {
    var offset = offset
    while offset > 0, offset < file.bytes.count, file.bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  /// The text with tabs as two spaces and characters that cannot be seen by their names, so that
  /// cells are counted as a terminal shows them.
  private func clean(_ text: String) -> String {
    makingVisible(text.replacingTabs)
  }
}

extension String {
  fileprivate var replacingTabs: String {
    guard utf8.contains(0x09) else { return self }
    return split(separator: "\t", omittingEmptySubsequences: false).joined(separator: "  ")
  }
}
