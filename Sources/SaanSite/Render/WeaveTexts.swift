import SaanData
import SaanMarkdown
import SaanModel
import SaanPages
import SaanTemplate
import SaanText

/// Makes what the shortcodes of all texts show, before any page is made.
///
/// A shortcode may show how other texts begin, and these may begin with a shortcode: such a text is
/// made again when the others are there. What asks for itself is told as a mistake.
///
/// - Parameters:
///   - marksFigures: whether what states a figure is marked so, for those who look for it.
///   - kept: what was woven before; of texts that would show the same it is taken over.
func weave(
  _ context: SiteContext, jobs: Int, marksFigures: Bool = false, keeping kept: KeptTexts? = nil
) async throws -> Weaving {
  var found = Diagnostics()
  var texts = context.site.allPages.filter { !$0.page.body.calls.isEmpty }
  var woven = WovenTexts.none
  var faulty = Set<String>()
  if let kept {
    let (same, others) = kept.parted(texts)
    woven = woven.adding(same)
    texts = others
  }
  while !texts.isEmpty {
    let sessions = SessionPool { [woven] in
      RenderSession(context, woven, notesReads: true, weaves: true)
    }
    let made = try await concurrentMap(texts, jobs: jobs) { text in
      sessions.use { WovenText(text.entry, text.page, in: $0, marksFigures: marksFigures) }
    }
    let isStuck = !made.contains(where: \.isWhole)
    let done = isStuck ? made : made.filter(\.isWhole)
    for text in done { found.merge(text.diagnostics) }
    faulty.formUnion(done.filter { !$0.isWhole || !$0.diagnostics.isEmpty }.map(\.path))
    if isStuck { found.merge(Diagnostics(circles(of: made).map { .shownTooEarly($0) })) }
    woven = woven.adding(done.map { ($0.path, $0.fragments) })
    texts = isStuck ? [] : zip(texts, made).filter { !$0.1.isWhole }.map(\.0)
  }
  return Weaving(
    texts: woven.whole(of: context.site), diagnostics: Diagnostics(mergingRepeats(found.all)),
    faulty: faulty)
}

/// What weaving all texts of a site has made.
struct Weaving: Sendable {
  let texts: WovenTexts
  let diagnostics: Diagnostics
  /// The files of texts with which something was wrong.
  let faulty: Set<String>
}

/// Makes again what the shortcodes of some texts show.
///
/// - Returns: `nil` where something is wrong with one.
func reweave(
  _ texts: [(entry: Entry, page: Page)], _ context: SiteContext, _ woven: WovenTexts
) -> WovenTexts? {
  let texts = texts.filter { !$0.page.body.calls.isEmpty }
  guard !texts.isEmpty else { return woven }
  let session = RenderSession(context, woven, notesReads: true, weaves: true)
  let made = texts.map { WovenText($0.entry, $0.page, in: session) }
  guard made.allSatisfy({ $0.isWhole && $0.diagnostics.isEmpty }) else { return nil }
  return woven.replacing(made.map { ($0.path, $0.fragments) })
}

/// The calls in texts that wait for themselves, by way of others or not.
private func circles(of texts: [WovenText]) -> [TemplateCall] {
  let awaited = Dictionary(texts.map { ($0.path, $0.awaited) }) { first, _ in first }
  return texts.filter { text in
    var reached = text.awaited
    var next = reached
    while !next.isEmpty {
      let further = next.reduce(into: Set<String>()) { $0.formUnion(awaited[$1] ?? []) }
      next = further.subtracting(reached)
      reached.formUnion(next)
    }
    return reached.contains(text.path) || reached.contains(WovenTexts.all)
  }.compactMap(\.asking)
}

/// What the shortcodes of one text show.
private struct WovenText {
  let path: String
  private(set) var fragments: [Int: Fragment] = [:]
  private(set) var diagnostics = Diagnostics()
  /// The texts that were asked for and are not made, by their files.
  private(set) var awaited: Set<String> = []
  /// The first call that asked for one.
  private(set) var asking: TemplateCall?
  private let marksFigures: Bool

  var isWhole: Bool { awaited.isEmpty }

  init(
    _ entry: Entry, _ page: Page, in session: RenderSession, marksFigures: Bool = false
  ) {
    self.marksFigures = marksFigures
    path = page.source.path
    let writer = ShortcodeWriter(session: session, entry: entry, page: page)
    weave(page.body, writer)
  }

  /// Makes the calls of a text, those inside each before it.
  private mutating func weave(_ text: PageText, _ writer: ShortcodeWriter) {
    for shortcode in text.calls {
      for body in shortcode.body { weave(body, writer) }
      guard let call = shortcode.call else { continue }
      let body = shortcode.body.first.map { text in
        writer.html(of: text, inside: call.name, as: writer.own) { inner in
          let made = fragments[inner.offset]
          writer.own.note(made?.reads ?? [])
          return made
        }
      }
      let (html, mistakes) = writer.html(of: shortcode, call, body: body)
      diagnostics.merge(mistakes)
      let noted = writer.session.takeWoven()
      if isWhole, !noted.awaited.isEmpty { asking = call }
      awaited.formUnion(noted.awaited)
      var seen: Set<Int> = []
      let words = html.wordsInLine
      fragments[shortcode.offset] = Fragment(
        html: marksFigures && words != nil ? html.stating(noted.stated) : html, words: words,
        figures: noted.reads.compactMap(\.shownIndicator).filter {
          seen.insert($0.position).inserted
        },
        stated: noted.stated,
        inArguments: shortcode.inArguments.compactMap { call in
          call.positional.first?.text.map {
            StatedFigure(id: $0, area: call["area"]?.text, source: call["source"]?.text)
          }
        }, reads: noted.reads)
    }
  }
}
