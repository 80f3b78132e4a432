import SaanText

/// Turns Markdown into HTML without a site: links stay as written, shortcodes are shown as typed.
package func renderMarkdown(
  _ bytes: [UInt8], rawHTML: Bool, isPlain: Bool
) -> Outcome<[UInt8]> {
  // Bytes that are no UTF-8 are replaced rather than refused: this is a filter among others.
  let source = SourceFile(path: "-", text: String(decoding: bytes, as: UTF8.self))
  var options = isPlain ? MarkdownOptions.plain : MarkdownOptions()
  options.rawHTML = rawHTML
  var diagnostics = Diagnostics()
  let document = parseMarkdown(source, options: options).value(reportingTo: &diagnostics)
  var output: [UInt8] = []
  document.write(
    into: &output, link: { $0.isAllowed ? ResolvedLink(href: $0.destination) : nil },
    shortcode: { HTML(escaping: $0.span.text) })
  return Outcome(output, diagnostics)
}
