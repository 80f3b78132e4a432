import SaanData
import SaanFiles
import SaanModel
import SaanText

/// A feed as all its forms tell it: addresses are whole, times after RFC 3339.
///
/// What a feed tells is settled here once; Atom and JSON Feed only spell it, so that its forms
/// cannot tell different things.
struct Feed: Sendable {
  /// One thing that it tells.
  struct Item: Sendable {
    let url: String
    /// What programs know it by, where that is not its address.
    var id: String?
    let title: String
    /// When it appeared, as far as that is known.
    var published: String?
    /// When it last changed.
    let updated: String
    /// Who wrote it, where that is not the site.
    var author: String?
    var summary: String?
  }

  /// Its own address.
  let url: String
  /// The page that tells the same.
  let homeURL: String
  let title: String
  let language: Language.Tag
  /// Who stands for what no item names an author of.
  let author: String
  /// When it last changed; `nil` while it never did.
  let updated: String?
  let items: [Item]

  /// Makes the feed of a job.
  ///
  /// - Parameter place: where the page lies that tells the same, such as `news/`.
  init(
    _ job: Job, _ reader: Reader, of place: String, title: String, updated: String?, items: [Item]
  ) {
    let language = reader.language
    url = reader.absolute(job.path) ?? ""
    homeURL = reader.absolute(reader.path(place, language)) ?? ""
    self.title = title
    self.language = language.tag
    author = reader.settings.title[language.tag]
    self.updated = updated
    self.items = items
  }
}

/// A file that is a feed, in one of its forms.
protocol FeedSubject: FileSubject {
  var format: FeedFormat { get }
  func feed(_ job: Job, _ reader: Reader) -> Feed
}

extension FeedSubject {
  var kind: String { "feed" }

  func write(_ job: Job, _ reader: Reader, into bytes: inout [UInt8]) throws(DiskError) {
    let feed = feed(job, reader)
    switch format {
    case .atom: feed.writeAtom(into: &bytes)
    case .json: feed.writeJSON(into: &bytes)
    }
  }
}
