import SaanData
import SaanText

extension Feed {
  /// The feed as JSON Feed 1.1 has it: https://www.jsonfeed.org/version/1.1/.
  func writeJSON(into bytes: inout [UInt8]) {
    let document = JSONDocument.members([
      "version": "https://jsonfeed.org/version/1.1", "title": .text(title),
      "home_page_url": .text(homeURL), "feed_url": .text(url),
      "language": .text(language.rawValue), "authors": Self.authors(author),
      "items": .list(items.map(Self.document)),
    ])
    bytes += document.bytes
  }

  private static func document(_ item: Item) -> JSONDocument {
    .members([
      "id": .text(item.id ?? item.url), "url": .text(item.url), "title": .text(item.title),
      "summary": JSONDocument(item.summary),
      // An item must have a content of its own, where Atom is content with the link.
      "content_text": .text(item.summary ?? item.title),
      "date_published": JSONDocument(item.published), "date_modified": .text(item.updated),
      "authors": item.author.map(authors),
    ])
  }

  private static func authors(_ name: String) -> JSONDocument {
    .list([.members(["name": .text(name)])])
  }
}
