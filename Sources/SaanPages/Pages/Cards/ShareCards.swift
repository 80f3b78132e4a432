import SaanData
import SaanFiles
import SaanModel
import SaanTemplate
import SaanText

extension PageKind {
  static let cards = PageKind(
    outputs: [.cards],
    fields: [
      PageField(
        "card", .record(ShareCardRecord.self),
        "the picture that other sites show beside a link to the page: its own, else that of the section or the site; none where none are made"
      ) { page in page.card.map { Value($0) } ?? .none }
    ],
    ownTemplates: [
      ShareCard.template: Wording(en: "the pictures that other sites show", th: "ภาพที่เว็บอื่นแสดง")
    ])
}

extension OutputFormat {
  static let cards: OutputFormat = OutputFormat(
    name: "share cards",
    summary:
      "Pictures of 1200 × 630 pixels that other sites show beside a link: of the site, of its lists and of the articles of collections with 'card: true', where the theme has the template card.svg and rsvg-convert is installed.",
    needsBaseURL: true,
    planLast: { planner, jobs in planner.cards(of: jobs) })
}

extension Planner {
  /// The cards of the site: of its home page, of its lists, and of the articles that get one.
  fileprivate func cards(of jobs: [Job]) -> [Job] {
    guard let painter = site.cardPainter, site.hasCards, hasTemplate(ShareCard.template)
    else { return [] }
    let addresses = PublishedAddresses(
      routes: routes, listings: listings, outputs: jobs.lazy.map(\.output))
    let context = SiteContext(site: site, plan: addresses, today: site.today)
    let door = Door(context, .none)
    let fonts = site.theme.fonts.map(\.digest.description).joined()
    return languages.ids.flatMap { language -> [Job] in
      let reader = Reader(door, language: language)
      let globals = site.theme.templates.bind(TemplateGlobals(of: reader))
      return jobs.filter { $0.language == language && hasCard($0) }.map { page in
        let card = ShareCard(of: page, reader, globals)
        let digest = Digest(of: card.svg + Array(fonts.utf8)).short
        let stem = page.path.split(separator: "/").joined(separator: "-")
        return job(
          "/assets/cards/\(stem.isEmpty ? "site" : stem).\(digest).png",
          CardFile(shown: card, painter: painter, fonts: site.theme.fonts),
          language: language, origin: page.origin)
      }
    }
  }

  private func hasCard(_ job: Job) -> Bool {
    guard job.template != nil else { return false }
    if job.kind == "home" || job.subject.isFirstOfList { return true }
    guard job.kind == "page", let entry = job.subject.entry,
      entry.has(languages[job.language].tag)
    else { return false }
    return site.settings.collection(containing: entry.key)?.hasCards == true
  }
}

extension Site {
  /// Whether some collection asks for cards.
  package var hasCards: Bool { settings.collections.contains(where: \.hasCards) }
}

extension ShareCard {
  fileprivate init(of job: Job, _ reader: Reader, _ globals: BoundGlobals) {
    let view = PageView(reader: reader, job: job)
    let site = SiteView(reader: reader, currentPath: job.path)
    var bytes: [UInt8] = []
    var found: [Diagnostic] = []
    do {
      found = try reader.templates(for: Self.template).render(
        Self.template, globals: globals,
        variables: TemplateMap([("page", Value(view)), ("site", Value(site))]), into: &bytes)
    } catch {
      found = [error.diagnostic]
      bytes = []
    }
    let note = Wording(en: "while drawing the card of \(job.path)", th: "ขณะวาดการ์ดของ \(job.path)")
    let name = reader.settings.title.spoken(for: reader.tag).text
    self.init(
      page: job.path, svg: bytes, entry: job.subject.entry, language: reader.tag,
      alt: view.kind == "home" || view.title == name ? name : "\(view.title) – \(name)",
      mistakes: found.map { $0.noting(note) })
  }
}

/// A card as it is published.
private struct CardFile: FileSubject {
  let shown: ShareCard
  let painter: CardPainter
  let fonts: [Asset]

  var kind: String { "card" }
  var card: ShareCard? { shown }

  func source(in site: Site) -> Place? {
    shown.entry.map { .file(path: $0.page(for: shown.language).source.path) }
  }

  func write(_ job: Job, _ reader: Reader, into bytes: inout [UInt8]) throws(DiskError) {
    bytes += try painter.paint(shown.svg, fonts)
  }
}

/// The card of a page as templates see it.
struct ShareCardRecord: TemplateRecord {
  let url: String
  let alt: String
  let isOwn: Bool

  static let table = ObjectTable<ShareCardRecord>(
    "card",
    [
      .init("url", .string) { .string($0.url) },
      .init("width", .number) { _ in .int(ShareCard.size.width) },
      .init("height", .number) { _ in .int(ShareCard.size.height) },
      .init("alt", .string) { .string($0.alt) },
      .init("is_own", .bool) { .bool($0.isOwn) },
    ])
}

extension PublishedAddresses {
  /// Notes which of the outputs are cards, and of which pages.
  package mutating func take(cards jobs: [Job]) {
    for job in jobs {
      guard let card = job.subject.card else { continue }
      cards[card.page] = (job.path, card.alt)
    }
  }
}

extension PageView {
  /// The page's own card; else that of the page in the language that it is shown in; else that of
  /// the nearest page above it.
  var card: ShareCardRecord? {
    var own = [path]
    if let entry, isFallback, let index = originalLanguage(of: entry) {
      own.append(reader.path(of: entry, reader.languages[index]))
    }
    var above = path
    var others: [String] = []
    while let slash = above.dropLast().lastIndex(of: "/") {
      above = String(above[...slash])
      others.append(above)
    }
    // A template that comes or goes brings cards or takes them.
    _ = reader.templates(for: ShareCard.template)
    for page in own + others {
      guard let card = reader.cards[page], reader.publishes(card.path),
        let url = reader.absolute(card.path)
      else { continue }
      return ShareCardRecord(url: url, alt: card.alt, isOwn: own.contains(page))
    }
    return nil
  }
}
