import SaanText

extension Feed {
  /// The feed as RFC 4287 has it.
  func writeAtom(into bytes: inout [UInt8]) {
    bytes += Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    bytes += Array(
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(language.rawValue)\">\n".utf8)
    bytes.appendElement("id", url)
    bytes.appendElement("title", title)
    // A feed must say when it last changed, also one that never did.
    bytes.appendElement("updated", updated ?? "1970-01-01T00:00:00Z")
    bytes.appendLink(url, rel: "self", type: FeedFormat.atom.mediaType)
    bytes.appendLink(homeURL, rel: "alternate", type: "text/html")
    bytes.appendAuthor(author)
    for item in items { append(item, to: &bytes) }
    bytes += Array("</feed>\n".utf8)
  }

  private func append(_ item: Item, to bytes: inout [UInt8]) {
    bytes += Array("<entry>\n".utf8)
    bytes.appendElement("id", item.id ?? item.url)
    bytes.appendElement("title", item.title)
    if let published = item.published { bytes.appendElement("published", published) }
    bytes.appendElement("updated", item.updated)
    bytes.appendLink(item.url, rel: "alternate", type: "text/html")
    if let author = item.author { bytes.appendAuthor(author) }
    if let summary = item.summary { bytes.appendElement("summary", summary) }
    bytes += Array("</entry>\n".utf8)
  }
}

extension [UInt8] {
  /// Appends an element that holds a text.
  fileprivate mutating func appendElement(_ name: String, _ text: String) {
    self += Array("<\(name)>".utf8)
    appendEscaped(text)
    self += Array("</\(name)>\n".utf8)
  }

  /// Appends a link of a feed or an entry.
  fileprivate mutating func appendLink(_ url: String, rel: String, type: String) {
    self += Array("<link rel=\"\(rel)\" type=\"\(type)\" href=\"".utf8)
    appendEscaped(url)
    self += Array("\"/>\n".utf8)
  }

  fileprivate mutating func appendAuthor(_ name: String) {
    self += Array("<author>".utf8)
    appendElement("name", name)
    self += Array("</author>\n".utf8)
  }
}
