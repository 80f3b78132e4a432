import SaanData
import SaanMarkdown
import SaanModel
import SaanPages
import SaanTemplate
import SaanText

extension Check {
  static let doubledWords = Check(
    name: "doubled words",
    summary:
      "No word such as “about” stands beside a figure that says one itself, and no unit after one that shows it."
  ) { site, _ in
    site.allPages.flatMap { _, page in
      page.body.allCalls.flatMap { shortcode -> [Diagnostic] in
        guard let call = shortcode.call else { return [] }
        return findDoubledWords(
          around: shortcode.shortcode.span.range, call, in: page.source.bytes,
          language: page.language, site.figures
        ) { page.source.span($0).place }
      }
    }
  }
}

/// The findings about words beside a call that its figure says already.
///
/// - Parameters:
///   - range: where the call stands among the bytes of its text.
///   - tag: the language of the text.
///   - place: where a range of the text is to be found.
func findDoubledWords(
  around range: Range<Int>, _ call: TemplateCall, in bytes: [UInt8], language tag: Language.Tag,
  _ figures: Statistics, place: (Range<Int>) -> Place
) -> [Diagnostic] {
  guard call.isFigure, let id = call.positional.first?.text,
    let indicator = figures.indicator(id)
  else { return [] }
  let beside = WordsBeside(bytes, range)
  var found: [Diagnostic] = []
  let bound = figures.told(call, indicator)
  if bound != .exact, beside.hasQualifier {
    found.append(.doubledBound(bound, figure: id, at: place(range)))
  }
  if call["unit"]?.isTrue ?? true {
    let shown = figures.shown(
      id, area: call["area"]?.text ?? "TH", source: call["source"]?.text)
    let unit = shown.map(figures.unit) ?? figures.indicators[indicator].unit
    if let word = unit.flatMap({ beside.unit($0[tag]) }) {
      let text = String(decoding: bytes[word], as: UTF8.self)
      found.append(.doubledUnit(id, word: text, at: place(word)))
    }
  }
  return found
}

extension Statistics {
  /// What the number of a call promises, published or added up.
  fileprivate func told(_ call: TemplateCall, _ indicator: IndicatorID) -> Bound {
    let area = call["area"]?.text ?? "TH"
    if let shown = shown(indicators[indicator].id, area: area, source: call["source"]?.text) {
      return shown.bound
    }
    return self.area(area).flatMap { value(indicator, $0) }?.told ?? .exact
  }
}

/// The words on both sides of a call, whatever marks of Markdown and HTML stand between.
private struct WordsBeside {
  private let bytes: [UInt8]
  /// Where the word before it ends, and the one behind it begins.
  private let end: Int
  private let start: Int

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    var (end, start) = (range.lowerBound, range.upperBound)
    while let mark = lengthOfMark(endOf: bytes[..<end]) { end -= mark }
    while let mark = lengthOfMark(startOf: bytes[start...]) { start += mark }
    (self.end, self.start) = (end, start)
  }

  /// Whether a word on either side says how much the number promises.
  var hasQualifier: Bool {
    let before = String(decoding: bytes[max(0, end - Self.reach)..<end], as: UTF8.self)
    if Bound.qualifier(endOf: before) != nil { return true }
    let behind = bytes[start..<min(bytes.count, start + Self.reach)]
    return Bound.qualifier(startOf: String(decoding: behind, as: UTF8.self)) != nil
  }

  /// No qualifier is longer, in bytes.
  private static let reach = 60

  /// The bytes of a unit's name behind it.
  func unit(_ unit: UnitName) -> Range<Int>? {
    let names = [unit.other, unit.one]
    let words = names + (names.contains(where: percentWords.contains) ? percentWords : [])
    for word in words where !word.isEmpty {
      let range = start..<start + word.utf8.count
      guard range.upperBound <= bytes.count,
        zip(bytes[range], word.utf8).allSatisfy({ lowercased($0) == lowercased($1) }),
        endsWord(bytes, at: range.upperBound)
      else { continue }
      return range
    }
    return nil
  }
}

private let percentWords = ["%", "ร้อยละ", "เปอร์เซ็นต์", "per cent", "percent"]

/// Spaces, also those that do not break, and marks of emphasis, quotation and links.
private let marks: [[UInt8]] = [
  " ", "\n", "\r", "\t", "*", "_", "~", "[", "]", "\"", "'", "“", "”", "‘", "’", "\u{A0}",
  "\u{2060}",
  "\u{200B}", "&nbsp;",
].map { Array($0.utf8) }

/// The bytes of a mark at the end of a text: a tag, the address of a link, or a single mark.
private func lengthOfMark(endOf bytes: ArraySlice<UInt8>) -> Int? {
  for (closing, opening) in [(">", "<"), (")", "](")] where bytes.last == closing.utf8.first {
    let opening = Array(opening.utf8)
    let line = bytes.suffix(400)
    let start = line.indices.last { line[$0...].starts(with: opening) }
    if let start { return bytes.endIndex - start }
  }
  return marks.first { bytes.suffix($0.count).elementsEqual($0) }?.count
}

/// The bytes of a mark at the start of a text.
private func lengthOfMark(startOf bytes: ArraySlice<UInt8>) -> Int? {
  if bytes.first == UInt8(ascii: "<"), let end = bytes.prefix(400).firstIndex(of: UInt8(ascii: ">"))
  {
    return end + 1 - bytes.startIndex
  }
  // The address of a link in which the call stands.
  if bytes.starts(with: "](".utf8), let end = bytes.prefix(400).firstIndex(of: UInt8(ascii: ")")) {
    return end + 1 - bytes.startIndex
  }
  return marks.first { bytes.starts(with: $0) }?.count
}

private func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

/// Whether the word ends here; Thai words that go on to mean something else are told apart.
private func endsWord(_ bytes: [UInt8], at end: Int) -> Bool {
  guard end < bytes.count else { return true }
  if bytes[end - 1] < 0x80, lowercased(bytes[end]) &- 0x61 < 26 { return false }
  let rest = bytes[end...]
  return !["ละ", "ที่", "นี้", "แรก"].contains { rest.starts(with: $0.utf8) }
}
