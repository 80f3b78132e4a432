import SaanText

/// A heading of a text, for tables of contents and for links to it.
public struct Heading: Sendable, Hashable {
  /// 1 to 6.
  public let level: Int
  /// The fragment of links to it: unique in the text, with Thai letters kept.
  public let id: String
  /// The title without markup.
  public let title: String
  /// The heading in the source.
  public let span: SourceSpan
  /// The events of the title.
  let events: Range<Int>
}

/// A link or an image.
public struct Link: Sendable, Hashable {
  /// The position in the document's `links`.
  public let index: Int
  /// Where it leads, as written, but for escapes and entities.
  public let destination: String
  /// The title, empty when there is none.
  public internal(set) var title: String
  /// The destination in the source, or the block that it is in.
  public let span: SourceSpan
  /// Whether it is an image.
  public let isImage: Bool
  /// Whether its scheme may be linked to; if not, only the text is shown.
  public let isAllowed: Bool
  /// Whether there is anything to read or to see in it; of an image, what it shows in words.
  public internal(set) var hasText = true
}

/// A call of a shortcode, `{{ name(…) }}` or `{% name(…) %}` … `{% end %}`.
public struct Shortcode: Sendable, Hashable {
  /// The position in the document's `shortcodes`.
  public let index: Int
  /// The name of the shortcode.
  public let name: String
  /// `name(…)` in the source.
  public let call: SourceSpan
  /// All of it, from the first brace to the last.
  public let span: SourceSpan
  /// Whether it stands alone, not in a line of text; its HTML may then be a block.
  public let isBlock: Bool
  /// The bytes of the Markdown between `{% name(…) %}` and `{% end %}`.
  public let body: Range<Int>?
}

/// What a link or an image becomes in the output.
public struct ResolvedLink: Sendable, Hashable {
  /// The value of `href` or `src`, not escaped.
  public var href: String
  /// Further attributes, such as `width`, `height`, `hreflang`, not escaped.
  public var attributes: [Attribute]
  /// What the link says of the file behind it, such as `PDF`, `1.2 MB`, `14 pages`, not escaped;
  /// what its own words say already is left out.
  public var facts: [String]
  /// The attributes of each `source` that a browser may take in place of an image.
  public var sources: [[Attribute]]
  /// Whether it is what readers see first of a page, and is not to wait.
  public var isFirst = false

  /// An attribute's name and value.
  public struct Attribute: Sendable, Hashable {
    /// The name, which must be one of HTML's.
    public let name: String
    /// The value, not escaped.
    public let value: String

    /// Makes an attribute.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Makes the target of a link.
  public init(
    href: String, attributes: [Attribute] = [], sources: [[Attribute]] = [], facts: [String] = []
  ) {
    self.href = href
    self.attributes = attributes
    self.sources = sources
    self.facts = facts
  }
}

/// A text in Markdown, read once, to be written as often as needed.
///
/// It holds events and bytes, and nothing of the source or of cmark, so that one reading serves
/// every page, list and feed that shows the text, each with links of its own.
public struct MarkdownDocument: Sendable {
  /// The headings in their order.
  public let outline: [Heading]
  /// The links and images in the order in which they end.
  public let links: [Link]
  /// The shortcodes in the order in which they are shown; those in code are none.
  public let shortcodes: [Shortcode]
  /// The options it was read with.
  public let options: MarkdownOptions
  let events: [Event]
  let pool: [UInt8]

  /// The document with another title for each link and image that has one.
  package func mappingTitles(_ title: (Link) -> String) -> MarkdownDocument {
    let titled = links.map { link in
      var link = link
      if !link.title.isEmpty { link.title = title(link) }
      return link
    }
    return MarkdownDocument(
      outline: outline, links: titled, shortcodes: shortcodes, options: options, events: events,
      pool: pool)
  }

  /// Whether a line break stands between two Thai letters, whatever marks are beside it.
  func joinsThai(at index: Int) -> Bool {
    let before = events[..<index].last { $0.kind == .text || !$0.isMark }
    let after = events[(index + 1)...].first { $0.kind == .text || !$0.isMark }
    guard let before, let after, before.kind == .text, after.kind == .text else { return false }
    let (end, start) = (pool[before.range].suffix(3), pool[after.range].prefix(2))
    return isThai(end) && isThai(start)
  }

  private func isThai(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, let second = bytes.dropFirst().first else { return false }
    return first == 0xE0 && (second == 0xB8 || second == 0xB9)
  }
}
