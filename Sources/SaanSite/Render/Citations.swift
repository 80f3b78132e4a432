import SaanData
import SaanMarkdown
import SaanTemplate
import SaanText

/// A page that shows an indicator, with the places where it does.
struct FigureCitation: Sendable {
  let entry: Entry
  /// The calls in its text; none where only the front matter or a list of figures names it.
  var calls: [ShortcodeCall]
}

/// The pages that show each indicator, by the indicator's position, for one language; the newest
/// first.
func makeCitations(_ site: Site, _ language: Language) -> [Int: [FigureCitation]] {
  var found: [Int: [FigureCitation]] = [:]
  for entry in site.entries.sortedNewestFirst() {
    let page = entry.page(for: language.tag)
    var order: [Int] = []
    var calls: [Int: [ShortcodeCall]] = [:]
    func note(_ indicator: Int, _ call: ShortcodeCall? = nil) {
      if calls[indicator] == nil {
        order.append(indicator)
        calls[indicator] = []
      }
      if let call { calls[indicator]?.append(call) }
    }
    for call in page.body.allCalls {
      switch call.call?.name {
      case "figure":
        if let index = call.call?.positional.first?.text.flatMap(site.figures.indicator) {
          note(index, call)
        }
      case "figures":
        let named = call.call?.positional.compactMap { $0.text.flatMap(site.figures.indicator) }
        let topic = call.call?["topic"]?.text.map { site.figures.indicators(topic: $0) }
        for index in (named ?? []) + (topic ?? []) { note(index) }
      case "chart", "map":
        let drawn = [call.call?["figure"], call.call?["figures"]].compactMap { $0 }
          .flatMap { $0.listed ?? [$0] }
        for index in drawn.compactMap({ $0.text.flatMap(site.figures.indicator) }) { note(index) }
      default: break
      }
    }
    for id in entry.original.front.figures ?? [] {
      site.figures.indicator(id.value).map { note($0) }
    }
    for index in order {
      found[index, default: []].append(FigureCitation(entry: entry, calls: calls[index] ?? []))
    }
  }
  return found
}

extension SiteContext {
  /// The newest pages that show an indicator, with the sentences that do, as templates see them.
  func citingPages(of indicator: Int, language: Int, limit: Int) -> [Value] {
    citations[language][indicator, default: []].prefix(limit).map { citation in
      let view = PageView(context: self, entry: citation.entry, language: language)
      let page = citation.entry.page(for: languages[language].tag)
      let own = languages.firstIndex { $0.tag == page.language } ?? language
      var seen = Set<String>()
      let sentences = citation.calls.map { Excerpt(page, around: $0, self, language: own).text }
        .filter { !$0.isEmpty && seen.insert($0).inserted }
      return RecordShape.citingPage(
        .string(view.title), .string(view.titleAndLanguage.language.rawValue), .string(view.url),
        .string(page.language.rawValue), .list(sentences.map { .string($0) }))
    }
  }
}

/// The words around a figure in a page's text, without markup.
struct Excerpt {
  /// What a reader sees of the paragraph, cut to a length that fits a list.
  let text: String

  /// How many characters may stand on each side of the figure.
  private static let reach = 90

  /// Takes the words around a call; a table's row stands for itself.
  init(_ page: Page, around call: ShortcodeCall, _ context: SiteContext, language: Int) {
    let paragraph = Self.paragraph(in: page.source, around: call.shortcode.span.range)
    let inside = page.body.allCalls.filter {
      paragraph.contains($0.shortcode.span.range.lowerBound)
    }.sorted { $0.shortcode.span.range.lowerBound < $1.shortcode.span.range.lowerBound }
    var (before, after) = ("", "")
    var isPast = false
    var shown = ""
    var start = paragraph.lowerBound
    for other in inside where other.shortcode.span.range.lowerBound >= start {
      let range = other.shortcode.span.range
      let words = plain(page.source.text(in: start..<range.lowerBound))
      let value = Self.value(of: other, context, language: language)
      if isPast {
        after += words + value
      } else if range == call.shortcode.span.range {
        before += words
        shown = value
        isPast = true
      } else {
        before += words + value
      }
      start = min(range.upperBound, paragraph.upperBound)
    }
    after += plain(page.source.text(in: start..<paragraph.upperBound))
    text = (Self.end(of: before) + shown + Self.beginning(of: after)).trimmedOfMarks
  }

  private static func value(of call: ShortcodeCall, _ context: SiteContext, language: Int) -> String
  {
    guard let call = call.call, call.name == "figure", let id = call.positional.first?.text,
      let figure = context.figure(
        id, area: call["area"]?.text, source: call["source"]?.text, language: language)
    else { return "" }
    let withUnit = call["unit"].map { $0.isTrue } ?? true
    return withUnit ? figure.text : figure.numberText
  }

  /// The lines around an offset up to an empty line; a line of a table or a list alone.
  private static func paragraph(in source: SourceFile, around range: Range<Int>) -> Range<Int> {
    let line = source.span(range).lineRange
    if isAlone(line, in: source) { return line }
    var start = line.lowerBound
    while start > 0 {
      let previous = source.span(start - 1..<start - 1).lineRange
      if previous.isEmpty || isBoundary(previous, in: source) { break }
      start = previous.lowerBound
      if isAlone(previous, in: source) { break }
    }
    var end = line.upperBound
    while end < source.bytes.count {
      let next = source.span(end + 1..<end + 1).lineRange
      if next.isEmpty || next.lowerBound <= end || isAlone(next, in: source) { break }
      end = next.upperBound
    }
    return start..<end
  }

  /// Whether a line ends what came before and is no part of what follows: the fence of the front
  /// matter, a heading, a row of a table.
  private static func isBoundary(_ line: Range<Int>, in source: SourceFile) -> Bool {
    let text = source.text(in: line)
    return text == "---" || text.hasPrefix("#") || text.hasPrefix("|")
  }

  private static func isAlone(_ line: Range<Int>, in source: SourceFile) -> Bool {
    guard let first = source.bytes[line].first(where: { $0 != UInt8(ascii: " ") }) else {
      return false
    }
    return "|-*#>".utf8.contains(first)
  }

  private static func end(of text: String) -> String {
    guard text.count > reach else { return text }
    let kept = text.suffix(reach)
    return "…" + (kept.firstIndex(of: " ").map { kept[$0...].dropFirst() } ?? kept)
  }

  private static func beginning(of text: String) -> String {
    guard text.count > reach else { return text }
    let kept = text.prefix(reach)
    return (kept.lastIndex(of: " ").map { kept[..<$0] } ?? kept) + "…"
  }
}

/// Markdown without its marks, as far as a short quotation needs it: links leave their text,
/// cells a space, emphasis nothing.
private func plain(_ markdown: String) -> String {
  var text = ""
  var rest = Substring(markdown)
  while let character = rest.first {
    rest = rest.dropFirst()
    switch character {
    case "*", "`", "[", "#", ">": continue
    case "|": text += " · "
    case "\n", "\r\n": text.append(" ")
    case "]":
      guard rest.first == "(", let end = rest.firstIndex(of: ")") else { continue }
      rest = rest[rest.index(after: end)...]
    default: text.append(character)
    }
  }
  return text.hasPrefix("- ") ? String(text.dropFirst(2)) : text
}

extension String {
  /// The text with runs of spaces made one, and without spaces and a table's edges at its ends.
  fileprivate var trimmedOfMarks: String {
    var words = split(separator: " ")[...]
    while words.first == "·" { words.removeFirst() }
    while words.last == "·" { words.removeLast() }
    return words.joined(separator: " ")
  }
}
