import SaanData
import SaanMarkdown
import SaanModel
import SaanText

/// What a call of a shortcode has become: made once, for all pages that show it.
package struct Fragment: Sendable {
  /// What stands in the text.
  package let html: HTML
  /// The words that it puts into a line; `nil` where it is more than words.
  package let words: String?
  /// The indicators whose values it has asked for, each once.
  package let figures: [IndicatorID]
  /// The values that it was given one by one, in the order in which it asked.
  package let stated: [StatedFigure]
  /// The values that the texts among its arguments state, such as a caption.
  package let inArguments: [StatedFigure]
  /// What it has asked of the site, for the notes of who shows it.
  package let reads: [ReadKey]

  /// Takes what a call has become, with what it did meanwhile.
  package init(
    html: HTML, words: String?, figures: [IndicatorID], stated: [StatedFigure],
    inArguments: [StatedFigure], reads: [ReadKey]
  ) {
    self.html = html
    self.words = words
    self.figures = figures
    self.stated = stated
    self.inArguments = inArguments
    self.reads = reads
  }
}

extension Fragment {
  /// The same, which has asked for one thing more.
  fileprivate func reading(_ key: ReadKey) -> Fragment {
    Fragment(
      html: html, words: words, figures: figures, stated: stated, inArguments: inArguments,
      reads: reads + [key])
  }
}

/// A page that shows an indicator, with the places where it does.
package struct FigureCitation: Sendable {
  package let entry: Entry
  /// The calls in its text that state a value in a line; none where it is drawn, or where only the
  /// front matter names it.
  package var calls: [ShortcodeCall]
}

/// What the shortcodes of all texts show, and so which texts say which figure.
///
/// Texts are woven before pages, because pages ask what texts say: a list how they begin, the page
/// of a figure which sentences state it. Which call states a figure is seen by what it asks for, so
/// a theme may call its shortcodes whatever it likes.
package final class WovenTexts: Sendable {
  private let fragments: [String: [Int: Fragment]]
  /// The pages that show each indicator, by language, the newest first; `nil` while texts are made.
  private let citations: ByID<Language, Lazily<[IndicatorID: [FigureCitation]]>>?

  /// What stands for all texts where a file's path stands for one.
  package static let all = ""

  /// While the first text is made.
  package static let none = WovenTexts(fragments: [:], citations: nil)

  private init(
    fragments: [String: [Int: Fragment]],
    citations: ByID<Language, Lazily<[IndicatorID: [FigureCitation]]>>?
  ) {
    self.fragments = fragments
    self.citations = citations
  }

  /// What a call has become; `nil` where it is not made.
  package func fragment(of call: ShortcodeCall) -> Fragment? {
    fragments[call.path]?[call.offset]
  }

  /// What all calls of a text have become, by where they begin; `nil` where none is made.
  package func fragments(of path: String) -> [Int: Fragment]? { fragments[path] }

  /// The pages that show an indicator; `nil` while texts are made.
  package func citations(of indicator: IndicatorID, language: LanguageID) -> [FigureCitation]? {
    citations.map { $0[language].value[indicator, default: []] }
  }

  /// These texts and more: by file, what the calls at each offset have become.
  package func adding(_ more: [(path: String, fragments: [Int: Fragment])]) -> WovenTexts {
    var all = fragments
    for (path, fragments) in more { all[path] = fragments }
    return WovenTexts(fragments: all, citations: nil)
  }

  /// These texts, some of them made again; which pages show a figure stays as it was.
  package func replacing(_ texts: [(path: String, fragments: [Int: Fragment])]) -> WovenTexts {
    var all = fragments
    for (path, fragments) in texts { all[path] = fragments }
    return WovenTexts(fragments: all, citations: citations)
  }

  /// The same while nobody knows what registers say now: of those who show what was made of rows it
  /// is noted that they ask for all that is counted of rows.
  package var awaitingRegisters: WovenTexts {
    let waiting = fragments.filter { text in
      text.value.values.contains { $0.reads.contains(where: \.isOfRegister) }
    }
    guard !waiting.isEmpty else { return self }
    return replacing(
      waiting.map { path, made in (path, made.mapValues { $0.reading(.package) }) })
  }

  /// The same when no text of a site is left to make.
  package func whole(of site: Site) -> WovenTexts {
    WovenTexts(
      fragments: fragments,
      citations: site.settings.languages.byID { language in
        Lazily { self.makeCitations(site, language) }
      })
  }

  private func makeCitations(
    _ site: Site, _ language: Language
  ) -> [IndicatorID: [FigureCitation]] {
    var found: [IndicatorID: [FigureCitation]] = [:]
    for entry in site.entries.sortedNewestFirst() {
      var calls: [IndicatorID: [ShortcodeCall]] = [:]
      for call in entry.page(for: language.tag).body.allCalls {
        guard let fragment = fragment(of: call) else { continue }
        let inTexts = fragment.inArguments.compactMap { site.figures.indicator($0.id) }
        for indicator in fragment.figures + inTexts { calls[indicator, default: []] += [] }
        guard fragment.words != nil else { continue }
        for indicator in Set(fragment.stated.compactMap { site.figures.indicator($0.id) }) {
          calls[indicator, default: []].append(call)
        }
      }
      for id in entry.original.front.figures ?? [] {
        site.figures.indicator(id.value).map { calls[$0, default: []] += [] }
      }
      for (indicator, calls) in calls {
        found[indicator, default: []].append(FigureCitation(entry: entry, calls: calls))
      }
    }
    return found
  }
}

extension ShortcodeCall {
  /// The file of the text.
  package var path: String { shortcode.span.file.path }
  /// Where the call begins in it.
  package var offset: Int { shortcode.span.range.lowerBound }
}
