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
      "No word such as “about” stands beside a figure that says one itself or is exact, no unit after one that shows it or has another, no digit that touches it, and no “as of” with another day."
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
  if let part = beside.partOfNumber {
    let text = String(decoding: bytes[part], as: UTF8.self)
    found.append(.gluedToFigure(id, text, at: place(part)))
  }
  let bound = figures.told(call, indicator)
  if bound == .exact, let said = beside.sign {
    found.append(.boundBesideExact(said, figure: id, at: place(range)))
  }
  switch (bound, bound == .exact && beside.sign != nil ? nil : beside.qualifier) {
  // Of a limit it is said that something is at most or at least that much.
  case (_, nil), (.exact, .atLeast), (.exact, .atMost), (.exact, .exact): break
  // In English that is also what a page is about.
  case (.exact, .about) where tag != .thai: break
  case (.exact, let said?):
    found.append(.boundBesideExact(said, figure: id, at: place(range)))
  default: found.append(.doubledBound(bound, figure: id, at: place(range)))
  }
  if let time = figures.time(call, indicator),
    let said = SaidDates(bytes, around: range).first(unlike: time)
  {
    let own = figures.values(of: call, indicator).first { $0.date?.contains(said) ?? false }
    found.append(
      .otherDate(
        said, than: time.newest, figure: id, source: own.map { figures.sources[$0.source].id },
        at: place(range)))
  }
  let shown = figures.shown(id, area: call["area"]?.text ?? "TH", source: call["source"]?.text)
  let unit = shown.map(figures.unit) ?? figures.indicators[indicator].unit
  let own = unit.flatMap { beside.unit($0[tag]) }
  if call["unit"]?.isTrue ?? true {
    if let word = own ?? unit.flatMap({ beside.percentBefore($0[tag]) }) {
      let text = String(decoding: bytes[word], as: UTF8.self)
      found.append(.doubledUnit(id, word: text, at: place(word)))
    } else if let word = beside.multiplier {
      found.append(beside.otherUnit(word, id, unit?[tag], place))
    }
  } else if own == nil, let word = beside.multiplier ?? beside.unit(of: figures, tag) {
    found.append(beside.otherUnit(word, id, unit?[tag], place))
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

extension Statistics {
  /// When the number of a call is of; `nil` where nothing says so.
  fileprivate func time(_ call: TemplateCall, _ indicator: IndicatorID) -> FigureTime? {
    let area = call["area"]?.text ?? "TH"
    let id = indicators[indicator].id
    if let shown = shown(id, area: area, source: call["source"]?.text) { return shown.time }
    return self.area(area).flatMap { value(indicator, $0) }?.time
  }

  /// All that sources give for what a call states.
  fileprivate func values(of call: TemplateCall, _ indicator: IndicatorID) -> [Observation] {
    area(call["area"]?.text ?? "TH").map { values(indicator, $0) } ?? []
  }
}

/// The dates that the sentence around a call says its numbers to be of: `as of 3 October 2011`, `ณ
/// วันที่ 3 ตุลาคม 2554`.
private struct SaidDates {
  private var dates: [CalendarDate] = []
  private var text = ""

  init(_ bytes: [UInt8], around range: Range<Int>) {
    let before = bytes[..<range.lowerBound].suffix(Self.reach)
    let after = bytes[range.upperBound...].prefix(Self.reach)
    // What stands beyond another call, a line or a full stop is about something else.
    var start = before.endIndex
    while start > before.startIndex, !Self.endsSentence(bytes, at: start - 1) { start -= 1 }
    var end = after.startIndex
    while end < after.endIndex, !Self.endsSentence(bytes, at: end) { end += 1 }
    for part in [bytes[start..<range.lowerBound], bytes[range.upperBound..<end]] {
      let words = String(decoding: part, as: UTF8.self)
      dates += Self.dates(in: words)
      text += words
    }
  }

  /// The first date that is not the figure's, where none is.
  func first(unlike time: FigureTime) -> CalendarDate? {
    let isKnown = dates.contains { said in
      [time.oldest, time.newest].contains { $0.contains(said) || said.contains($0) }
        || time.oldest.firstDay <= said.firstDay && said.lastDay <= time.newest.lastDay
    }
    guard !isKnown, let said = dates.first else { return nil }
    // Of two times in one sentence the figure may well be of its own.
    let years = [time.newest.year, time.newest.buddhistYear]
    let namesOwn = said.year != time.newest.year && years.contains { text.contains(String($0)) }
    return namesOwn ? nil : said
  }

  /// No sentence is read further, in bytes.
  private static let reach = 240

  private static func endsSentence(_ bytes: [UInt8], at index: Int) -> Bool {
    switch bytes[index] {
    case 0x0A, UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"): true
    case UInt8(ascii: "."), UInt8(ascii: ";"):
      // Not the points of `พ.ศ.` and `26 Oct.`
      index + 1 < bytes.count && bytes[index + 1] == 0x20 && index > 0 && bytes[index - 1] < 0x80
        && !(bytes[index - 1] &- 0x30 < 10 && bytes[index] == UInt8(ascii: "."))
        || bytes[index] == UInt8(ascii: ";")
    default: false
    }
  }

  private static func dates(in text: String) -> [CalendarDate] {
    var found: [CalendarDate] = []
    var lower = text.lowercased()
    // To look through letters takes long, and few sentences say a date so.
    let mayTell = lower.withUTF8 { bytes in
      ["ณ ", "as of", "as at"].contains { bytes.firstIndex(of: Array($0.utf8), from: 0) != nil }
    }
    guard mayTell else { return [] }
    for word in ["as of", "as at", "ณ วันที่", "ณ เดือน", "ณ ปี", "ณ "] {
      for match in lower.ranges(of: word) {
        let rest = lower[match.upperBound...].split(whereSeparator: \.isWhitespace).prefix(5)
        let read = (1...5).reversed().lazy.compactMap { count -> CalendarDate? in
          guard count <= rest.count else { return nil }
          let words = rest.prefix(count).joined(separator: " ")
            .trimmingSuffix { ",.)(:”\"".contains($0) }
          return (try? CalendarPeriod.read(words).get()).map { CalendarDate($0) }
        }.first
        if let read { found.append(read) }
      }
    }
    return found
  }
}

extension String {
  fileprivate func trimmingSuffix(_ isLeft: (Character) -> Bool) -> String {
    var text = Substring(self)
    while let last = text.last, isLeft(last) { text = text.dropLast() }
    return String(text)
  }
}

/// The words on both sides of a call, whatever marks of Markdown and HTML stand between.
private struct WordsBeside {
  private let bytes: [UInt8]
  /// Where the call stands.
  private let range: Range<Int>
  /// Where the word before it ends, and the one behind it begins.
  private let end: Int
  private let start: Int

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    (self.bytes, self.range) = (bytes, range)
    var (end, start) = (range.lowerBound, range.upperBound)
    while let mark = lengthOfMark(endOf: bytes[..<end]) { end -= mark }
    while let mark = lengthOfMark(startOf: bytes[start...]) { start += mark }
    (self.end, self.start) = (end, start)
  }

  /// What a word on either side says of how much the number promises; `nil` where none does.
  var qualifier: Bound? {
    let before = String(decoding: bytes[max(0, end - Self.reach)..<end], as: UTF8.self)
    let behind = bytes[start..<min(bytes.count, start + Self.reach)]
    return Bound.qualifier(endOf: before)
      ?? Bound.qualifier(startOf: String(decoding: behind, as: UTF8.self))
  }

  /// What a sign that touches the number says of it: of no limit one writes so.
  var sign: Bound? {
    if bytes[range.upperBound...].starts(with: "+".utf8) { return .atLeast }
    let before = bytes[..<range.lowerBound].reversed().drop { $0 == UInt8(ascii: " ") }
    // Two of them strike it through.
    if before.starts(with: "~~".utf8) { return nil }
    let signs: [(String, Bound)] = [
      ("~", .about), ("≈", .about), ("≥", .atLeast), ("⩾", .atLeast), ("≤", .atMost),
      ("⩽", .atMost),
    ]
    return signs.first { before.starts(with: Array($0.0.utf8).reversed()) }?.1
  }

  /// The digits, or the sign, that touch the call on either side and so become a part of its
  /// number: `9{{…}}`, `{{…}},000`, `-{{…}}`.
  var partOfNumber: Range<Int>? {
    let (before, after) = (bytes[..<range.lowerBound], bytes[range.upperBound...])
    var start = before.endIndex
    while start > 0, bytes[start - 1].isOfNumber { start -= 1 }
    if start < before.endIndex, bytes[start..<before.endIndex].contains(where: \.isDigit) {
      return start..<range.lowerBound
    }
    for sign in ["-", "−"].map({ Array($0.utf8) }) where before.suffix(sign.count) == sign[...] {
      let rest = before.dropLast(sign.count)
      // Behind a letter, a digit or another call it joins two things.
      let isSign = rest.last.map {
        [0x0A, 0x20, UInt8(ascii: "("), UInt8(ascii: "*")].contains($0)
      }
      return isSign ?? true ? rest.endIndex..<range.lowerBound : nil
    }
    let rest = after.prefix { $0.isOfNumber }
    guard let digit = rest.firstIndex(where: \.isDigit), digit <= rest.startIndex + 1 else {
      return nil
    }
    return rest.startIndex..<rest.endIndex
  }

  /// A word that makes the number before it many times as large.
  var multiplier: Range<Int>? {
    lengthOfScaleWord(in: bytes, at: start).map { start..<start + $0 }
  }

  /// The unit of another figure behind it.
  func unit(of figures: Statistics, _ tag: Language.Tag) -> Range<Int>? {
    let units = figures.indicators.compactMap(\.unit) + figures.observations.compactMap(\.unit)
    // In English the word for one is also said of others: `community leaders`.
    let names = units.map { $0[tag].other }
    let common = ["คน", "ครัวเรือน", "บาท", "people", "households", "baht"]
    return word(of: Set(names + common + percentWords).sorted { ($1.count, $0) < ($0.count, $1) })
  }

  /// What says of a percentage before it that it is one.
  func percentBefore(_ unit: UnitName) -> Range<Int>? {
    guard percentWords.contains(unit.other), bytes[..<end].ends(with: "ร้อยละ") else { return nil }
    return end - "ร้อยละ".utf8.count..<end
  }

  /// That a word behind it says another unit than the figure has.
  func otherUnit(
    _ word: Range<Int>, _ figure: String, _ unit: UnitName?, _ place: (Range<Int>) -> Place
  ) -> Diagnostic {
    .otherUnit(
      figure, said: String(decoding: bytes[word], as: UTF8.self), unit: unit?.other,
      at: place(word))
  }

  /// No qualifier is longer, in bytes.
  private static let reach = 60

  /// The bytes of a unit's name behind it.
  func unit(_ unit: UnitName) -> Range<Int>? {
    let names = [unit.other, unit.one]
    return word(of: names + (names.contains(where: percentWords.contains) ? percentWords : []))
  }

  /// The bytes of the first of the words that stands behind it.
  private func word(of words: [String]) -> Range<Int>? {
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

extension UInt8 {
  fileprivate var isDigit: Bool { self &- 0x30 < 10 }

  /// Whether numbers are made of it: digits with points and commas between.
  fileprivate var isOfNumber: Bool {
    isDigit || self == UInt8(ascii: ",") || self == UInt8(ascii: ".")
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with word: String) -> Bool {
    suffix(word.utf8.count).elementsEqual(word.utf8)
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
