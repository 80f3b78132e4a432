import SaanMarkdown
import SaanTemplate
import SaanText

/// A Markdown text with the shortcodes that it calls and the texts inside them.
package struct PageText: Sendable {
  package let document: MarkdownDocument
  /// The calls in the order of the document's shortcodes.
  package let calls: [ShortcodeCall]

  /// Joins a document with its calls, one for each of its shortcodes.
  package init(document: MarkdownDocument, calls: [ShortcodeCall]) {
    (self.document, self.calls) = (document, calls)
  }

  /// The text with others where words stand that no markup is read in: titles of links and
  /// pictures, arguments of calls.
  package func mappingPlainTexts(_ other: (String, SourceSpan) -> String) -> PageText {
    PageText(
      document: document.mappingTitles { other($0.title, $0.span) },
      calls: calls.map { call in
        ShortcodeCall(
          shortcode: call.shortcode, call: call.call?.mappingTexts(other),
          body: call.body.map { $0.mappingPlainTexts(other) },
          inArguments: call.call?.figuresInTexts ?? [])
      })
  }

  /// The headings of the text itself.
  package var outline: [Heading] { document.outline }

  /// The text without markup and without what shortcodes show.
  package var plainText: String { document.plainText }

  /// How the text begins, with the short texts of what its shortcodes show; nil when it is empty.
  package func beginning(_ text: (ShortcodeCall) -> String?) -> String? {
    document.beginning { text(calls[$0.index]) }
  }

  /// The whole text without markup, with the texts of what its shortcodes show.
  package func text(_ text: (ShortcodeCall) -> String?) -> String {
    document.text { text(calls[$0.index]) }
  }

  /// The title of a heading, with the short texts of what its shortcodes show.
  package func title(of heading: Heading, _ text: (ShortcodeCall) -> String?) -> String {
    document.title(of: heading) { text(calls[$0.index]) }
  }

  /// The links and images of the text and of the texts inside it.
  package var links: [Link] { document.links + calls.flatMap(\.body).flatMap(\.links) }

  /// The names of the shortcodes that are called, each once.
  package var calledNames: [String] {
    var seen = Set<String>()
    return allCalls.compactMap(\.call?.name).filter { seen.insert($0).inserted }
  }

  /// This text, or the one inside a block of it, in which a call stands.
  package func text(with call: ShortcodeCall) -> PageText? {
    let offset = call.shortcode.span.range.lowerBound
    if calls.contains(where: { $0.shortcode.span.range.lowerBound == offset }) { return self }
    return calls.lazy.flatMap(\.body).compactMap { $0.text(with: call) }.first
  }

  /// The calls of the text and of the texts inside it.
  package var allCalls: [ShortcodeCall] { calls.flatMap { [$0] + $0.body.flatMap(\.allCalls) } }
}

/// A call of a shortcode in a page's text.
package struct ShortcodeCall: Sendable {
  package let shortcode: Shortcode
  /// The name and arguments; `nil` when they could not be read, which was reported.
  package let call: TemplateCall?
  /// The text between the call and its end: one for a block, none for a call alone.
  package let body: [PageText]
  /// The calls of figures that its author wrote into the texts among its arguments, such as a
  /// caption.
  package let inArguments: [TemplateCall]

  /// Joins a shortcode with what was read in it.
  package init(
    shortcode: Shortcode, call: TemplateCall?, body: [PageText], inArguments: [TemplateCall] = []
  ) {
    (self.shortcode, self.call, self.body) = (shortcode, call, body)
    self.inArguments = inArguments
  }
}

extension TemplateCall {
  /// The calls of figures in the texts among its arguments.
  fileprivate var figuresInTexts: [TemplateCall] {
    var texts: [String] = []
    _ = mappingTexts { text, _ in
      texts.append(text)
      return text
    }
    return texts.flatMap { text -> [TemplateCall] in
      let source = SourceFile(path: "", text: text)
      return source.bytes.withUnsafeBufferPointer { figureCalls(in: $0) }.compactMap {
        parseCall(source, range: $0.lowerBound + 2..<$0.upperBound - 2).value
      }
    }
  }
}
