import SaanText

/// Reads Markdown: CommonMark 0.29 with GFM's tables, task lists, strikethrough, bare addresses and
/// footnotes, and shortcodes.
///
/// - Parameters:
///   - source: the file; all spans point into it.
///   - range: the bytes of the file that are Markdown, without front matter; `nil` for all.
///   - options: how it is read and written.
public func parseMarkdown(
  _ source: SourceFile, range: Range<Int>? = nil, options: MarkdownOptions = MarkdownOptions()
) -> Outcome<MarkdownDocument> {
  let whole = 0..<source.bytes.count
  let range = range?.clamped(to: whole) ?? whole
  guard range.count <= options.limits.documentSize else {
    let size = range.count
    return DocumentBuilder.unread(
      source, range: range, options: options,
      because: .markdownTooLong(size, limit: options.limits.documentSize, at: source.span(range)))
  }
  let text = TextPreparer.prepare(source, range: range, limits: options.limits)
  var builder = DocumentBuilder(source: source, text: text, options: options)
  readTree(of: text.bytesForParser, into: &builder)
  return builder.finish()
}
