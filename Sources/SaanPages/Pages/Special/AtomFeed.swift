import SaanData
import SaanFiles
import SaanModel
import SaanText

extension OutputFormat {
  static let atomFeeds: OutputFormat = OutputFormat(
    name: "atom.xml",
    summary: "The newest articles of a language and of a collection, after RFC 4287.",
    needsBaseURL: true,
    plan: { planner in
      planner.languages.enumerated().flatMap { index, language in
        let feeds = planner.listings.filter { planner.hasFeed($0) }
        return ([nil] + feeds).map { listing in
          planner.job(
            planner.routes.path((listing?.place ?? "") + "atom.xml", language),
            FeedFile(listing: listing), language: index)
        }
      }
    })
}

/// The newest articles, of one collection or of all.
private struct FeedFile: FileSubject {
  let listing: Listing?

  var kind: String { "feed" }

  func write(_ job: Job, _ reader: Reader, into bytes: inout [UInt8]) throws(DiskError) {
    AtomFeed(reader: reader, listing: listing, job: job).write(into: &bytes)
  }
}

extension Planner {
  fileprivate func hasFeed(_ listing: Listing) -> Bool {
    guard case .collection(let index) = listing.kind else { return false }
    return site.settings.collections[index].hasFeed
  }
}

/// One feed: what is in it and what stands around it.
private struct AtomFeed {
  /// How many articles a feed holds.
  static let limit = 20

  let reader: Reader
  /// The list whose articles it holds; without one, those of every list that has a feed.
  let listing: Listing?
  let job: Job

  private var language: Language { reader.language }

  /// The newest dated articles that are written in the language, with when they changed.
  private func views(_ today: CalendarDate) -> [(view: PageView, updated: String)] {
    let listings = listing.map { [$0] } ?? reader.listingsWithFeeds
    return listings.flatMap { reader.articles(of: $0) }
      // A view notes its article: one that is left out today may be translated tomorrow.
      .map { PageView(reader: reader, entry: $0) }
      .filter { !$0.isFallback && $0.date != nil }
      .map { (view: $0, updated: $0.updated(by: today)) }
      .sorted { ($0.updated, $1.view.path) > ($1.updated, $0.view.path) }
      .prefix(Self.limit).map { $0 }
  }

  private var title: String {
    let site = reader.settings.title[language.tag]
    guard let listing, case .collection(let index) = listing.kind else { return site }
    return "\(reader.settings.collections[index].title[language.tag]) – \(site)"
  }

  func write(into bytes: inout [UInt8]) {
    let today = reader.today
    let views = views(today)
    let own = reader.absolute(job.path) ?? ""
    let home = reader.absolute(reader.path(listing?.place ?? "", language)) ?? ""
    // A feed must say when it last changed; one without articles never did.
    let updated = views.map(\.updated).max() ?? "1970-01-01T00:00:00Z"
    bytes += Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    bytes += Array(
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(language.tag.rawValue)\">\n".utf8)
    bytes.appendElement("id", own)
    bytes.appendElement("title", title)
    bytes.appendElement("updated", updated)
    bytes.appendLink(own, rel: "self", type: "application/atom+xml")
    bytes.appendLink(home, rel: "alternate", type: "text/html")
    bytes += Array("<author>".utf8)
    bytes.appendElement("name", reader.settings.title[language.tag])
    bytes += Array("</author>\n".utf8)
    for (view, updated) in views { append(view, updated, today, to: &bytes) }
    bytes += Array("</feed>\n".utf8)
  }

  private func append(
    _ view: PageView, _ updated: String, _ today: CalendarDate, to bytes: inout [UInt8]
  ) {
    bytes += Array("<entry>\n".utf8)
    let link = view.permalink ?? ""
    bytes.appendElement("id", link)
    bytes.appendElement("title", view.title)
    if let date = view.published(by: today) { bytes.appendElement("published", date.rfc3339) }
    bytes.appendElement("updated", updated)
    bytes.appendLink(link, rel: "alternate", type: "text/html")
    if let author = view.page?.front.author {
      bytes += Array("<author>".utf8)
      bytes.appendElement("name", author)
      bytes += Array("</author>\n".utf8)
    }
    if let summary = view.summary { bytes.appendElement("summary", summary) }
    bytes += Array("</entry>\n".utf8)
  }
}

extension PageView {
  /// When the article appeared, as far as it says, but never a day to come.
  fileprivate func published(by today: CalendarDate) -> Moment? {
    guard let front = entry?.original.front else { return nil }
    return [front.published, page?.front.publishDate ?? front.publishDate]
      .lazy.compactMap { $0 }.first { $0.date.firstDay <= today }
  }

  /// When the article last changed, as feeds write it, which RFC 4287 asks for: what it says of
  /// that, else the day of its event, but never a time to come.
  fileprivate func updated(by today: CalendarDate) -> String {
    let stated = [page?.front.updated, published(by: today)].lazy.compactMap { $0 }
      .first { $0.date.firstDay <= today }
    return (stated ?? min(date ?? Moment(today), Moment(today))).rfc3339
  }
}

extension [UInt8] {
  /// Appends an element that holds a text.
  mutating func appendElement(_ name: String, _ text: String) {
    self += Array("<\(name)>".utf8)
    appendEscaped(text)
    self += Array("</\(name)>\n".utf8)
  }

  /// Appends a link of a feed or an entry.
  mutating func appendLink(_ url: String, rel: String, type: String) {
    self += Array("<link rel=\"\(rel)\" type=\"\(type)\" href=\"".utf8)
    appendEscaped(url)
    self += Array("\"/>\n".utf8)
  }
}
