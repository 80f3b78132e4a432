import SaanData
import SaanMarkdown
import SaanModel
import SaanPages
import SaanTemplate
import SaanText

extension Check {
  static let doubledBounds = Check(
    name: "doubled bounds",
    summary: "No word such as “about” stands before a figure that says one itself."
  ) { site, _ in
    site.allPages.flatMap { _, page in
      page.body.allCalls.compactMap { doubledBound(before: $0, on: page, in: site) }
    }
  }

  static let doubledUnits = Check(
    name: "doubled units", summary: "No sentence repeats the unit that its figure shows."
  ) { site, _ in
    site.allPages.flatMap { _, page in
      page.body.allCalls.compactMap { doubledUnit(behind: $0, on: page, in: site) }
    }
  }
}

/// The finding about a word before a figure that the figure says already.
private func doubledBound(
  before shortcode: ShortcodeCall, on page: Page, in site: Site
) -> Diagnostic? {
  guard let call = shortcode.call, call.isFigure, let id = call.positional.first?.text,
    let value = site.figures.shown(
      id, area: call["area"]?.text ?? "TH", source: call["source"]?.text),
    value.bound != .exact
  else { return nil }
  let start = shortcode.shortcode.span.range.lowerBound
  let before = page.source.text(in: max(0, start - longestQualifier)..<start)
  guard Bound.qualifier(endOf: before) != nil else { return nil }
  return .doubledBound(value.bound, figure: id, at: shortcode.shortcode.span)
}

/// No qualifier is longer, in bytes.
private let longestQualifier = 60

/// The finding about a word behind a figure that the figure says already.
private func doubledUnit(
  behind shortcode: ShortcodeCall, on page: Page, in site: Site
) -> Diagnostic? {
  guard let call = shortcode.call, call.isFigure, call["unit"]?.isTrue ?? true,
    let id = call.positional.first?.text, let indicator = site.figures.indicator(id)
  else { return nil }
  let shown = site.figures.shown(
    id, area: call["area"]?.text ?? "TH", source: call["source"]?.text)
  let unit = shown.map(site.figures.unit) ?? site.figures.indicators[indicator].unit
  guard let unit = unit?[page.language] else { return nil }
  let bytes = page.source.bytes
  var start = shortcode.shortcode.span.range.upperBound
  while start < bytes.count, isBetweenWords(bytes[start]) { start += 1 }
  let names = [unit.other, unit.one]
  let words = names + (names.contains(where: percentWords.contains) ? percentWords : [])
  for word in words {
    let end = start + word.utf8.count
    guard end <= bytes.count, !word.isEmpty,
      zip(bytes[start..<end], word.utf8).allSatisfy({ lowercased($0) == lowercased($1) }),
      endsWord(bytes, at: end)
    else { continue }
    return .doubledUnit(id, at: page.source.span(start..<end))
  }
  return nil
}

private let percentWords = ["%", "ร้อยละ", "เปอร์เซ็นต์", "per cent", "percent"]

/// Spaces, also those that do not break, one line break, and marks of emphasis.
private func isBetweenWords(_ byte: UInt8) -> Bool {
  " *_\n\r".utf8.contains(byte) || byte == 0xC2 || byte == 0xA0
}

private func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

/// Whether the word ends here; Thai words that go on to mean something else are told apart.
private func endsWord(_ bytes: [UInt8], at end: Int) -> Bool {
  guard end < bytes.count else { return true }
  if bytes[end - 1] < 0x80, lowercased(bytes[end]) &- 0x61 < 26 { return false }
  let rest = bytes[end...]
  return !["ละ", "ที่", "นี้", "แรก"].contains { rest.starts(with: $0.utf8) }
}
