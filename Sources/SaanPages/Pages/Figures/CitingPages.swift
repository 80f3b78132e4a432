import SaanData
import SaanMarkdown
import SaanModel
import SaanTemplate
import SaanText

extension Reader {
  /// The newest pages that show an indicator, with the sentences that do, as templates see them.
  func citingPages(of indicator: IndicatorID, limit: Int) -> [Value] {
    citations(of: indicator).prefix(limit).map { citation in
      let view = PageView(reader: self, entry: citation.entry)
      noteText(of: citation.entry)
      let page = citation.entry.page(for: tag)
      let own = reading(page.language)
      let excerpts = citation.calls.map { Excerpt(page, around: $0, own) }
        .reduce(into: [Excerpt]()) { told, next in
          // One line of text that states it several times is told once.
          if told.last?.reaches(next) != true { told.append(next) }
        }
      var seen = Set<String>()
      let sentences = excerpts.map(\.text).filter { !$0.isEmpty && seen.insert($0).inserted }
      return Value(
        CitingPageRecord(
          title: view.title, titleLanguage: view.titleAndLanguage.language.rawValue,
          url: view.url, textLanguage: page.language.rawValue,
          sentences: sentences.map { .string($0) }))
    }
  }
}

/// The words around a figure in a page's text, without markup.
struct Excerpt {
  /// What a reader sees of the paragraph, cut to a length that fits a list.
  let text: String
  /// The whole paragraph, and where in it the figure stands.
  private let paragraph: String
  private let start: Int

  /// Whether another figure of the paragraph stands within the words around this one.
  func reaches(_ other: Excerpt) -> Bool {
    !paragraph.isEmpty && paragraph == other.paragraph && other.start <= start + Self.reach
  }

  /// How many characters may stand on each side of the figure.
  private static let reach = 90

  /// Takes the words around a call from the block of the text that it stands in.
  init(_ page: Page, around call: ShortcodeCall, _ reader: Reader) {
    let text = page.body.text(with: call)
    let (before, shown, after) =
      text?.document.words(around: call.shortcode) { other in
        text.flatMap { reader.fragment(of: $0.calls[other.index])?.words }
      } ?? ("", "", "")
    (paragraph, start) = (before + shown + after, before.count)
    self.text = (Self.end(of: before) + shown + Self.beginning(of: after)).trimmedOfMarks
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

extension String {
  /// The text with runs of spaces made one, and without spaces and a table's edges at its ends.
  fileprivate var trimmedOfMarks: String {
    var words = split(separator: " ")[...]
    while words.first == "·" { words.removeFirst() }
    while words.last == "·" { words.removeLast() }
    return words.joined(separator: " ")
  }
}

/// A page that shows an indicator, with the sentences that do.
struct CitingPageRecord: TemplateRecord {
  let title: String
  let titleLanguage: String
  let url: String
  let textLanguage: String
  let sentences: [Value]

  static let table = ObjectTable<CitingPageRecord>(
    "citing page",
    [
      .init("title", .string) { .string($0.title) },
      .init("title_lang", .string) { .string($0.titleLanguage) },
      .init("url", .string) { .string($0.url) },
      .init("text_lang", .string) { .string($0.textLanguage) },
      .init("sentences", .list(of: .string)) { .list($0.sentences) },
    ])
}
