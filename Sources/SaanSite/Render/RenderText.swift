import SaanCharts
import SaanData
import SaanFiles
import SaanMarkdown
import SaanModel
import SaanPages
import SaanTemplate
import SaanText

/// Writes the texts of one page as HTML: links as this reader follows them, shortcodes as they were
/// made.
struct TextRenderer {
  let writer: ShortcodeWriter
  /// The site for the page's reader.
  let reader: Reader

  /// The whole text.
  func render() -> HTML {
    reader.noteText(of: writer.entry)
    return writer.html(of: writer.page.body, as: reader) { reader.fragment(of: $0) }
  }
}

/// Writes what the shortcodes of one text show, through the theme, and the text around them.
struct ShortcodeWriter {
  let session: RenderSession
  let entry: Entry
  let page: Page

  /// The site in the language that the text is in: its figures and phrases stay in it.
  var own: Reader { session.reader(of: page.language) }

  /// A text as a reader sees it.
  ///
  /// - Parameters:
  ///   - name: the name of the shortcode that it is inside of.
  ///   - fragment: what a call has become.
  func html(
    of text: PageText, inside name: String? = nil, as reader: Reader,
    _ fragment: (ShortcodeCall) -> Fragment?
  ) -> HTML {
    let calls = text.calls.map { shortcode -> HTML in
      guard let made = fragment(shortcode) else { return HTML(trusted: "") }
      // The links inside a block lead where the reader's own pages are.
      guard reader.tag != page.language, let body = shortcode.body.first,
        let call = shortcode.call
      else { return made.html }
      return html(
        of: shortcode, call, body: html(of: body, inside: call.name, as: reader, fragment)
      ).html
    }
    var bytes: [UInt8] = []
    let links = LinkWriter(reader: reader, entry: entry, shortcode: name)
    text.document.write(into: &bytes, link: links.resolve) { calls[$0.index] }
    return HTML(trusted: String(decoding: bytes, as: UTF8.self))
  }

  /// What the site is to a shortcode.
  ///
  /// It is -1 where an argument takes the name of what is shared, such as `lang`: then nothing of
  /// another call is copied.
  private func variant(of call: TemplateCall) -> Int {
    call.named.contains { sharedVariables.contains($0.name) } ? -1 : own.variant(for: nil)
  }

  /// What a call shows, and what went wrong in it.
  func html(
    of shortcode: ShortcodeCall, _ call: TemplateCall, body: HTML?
  ) -> (html: HTML, mistakes: Diagnostics) {
    var variables = call.variables
    variables.append(("page", Value(PageView(reader: own, entry: entry))))
    if let body { variables.append(("body", .html(body))) }
    var diagnostics = Diagnostics()
    var bytes: [UInt8] = []
    do {
      let template = "shortcodes/\(call.name).html"
      let found = try own.templates(for: template).render(
        template, globals: session.globals[own.languageID],
        variables: TemplateMap(variables), variant: variant(of: call), into: &bytes)
      for warning in found { diagnostics.add(warning) }
    } catch {
      let mistake = error.diagnostic.blaming(shortcode, call)
      diagnostics.add(own.asPublished == nil ? mistake : mistake.lowered)
      if own.asPublished != nil { bytes = Array("–".utf8) }
    }
    let html = HTML(trusted: String(decoding: bytes, as: UTF8.self))
    // Words in a line draw nothing.
    if html.wordsInLine == nil,
      bytes.firstRange(of: Array(own.language.words[.nothingPublished].utf8)) != nil
    {
      diagnostics.add(.emptyChart(at: call.nameSpan))
    }
    let described = page.source.path
    let note = Wording(en: "while rendering \(described)", th: "ขณะสร้าง \(described)")
    return (html, Diagnostics(diagnostics.all.map { $0.noting(note) }))
  }
}

extension TemplateCall {
  /// What it gives to the template of its shortcode.
  var variables: [(String, Value)] {
    let named = named.map { ($0.name, $0.value) }
    return [("args", .list(positional))] + named + [("kwargs", .map(TemplateMap(named)))]
  }
}

/// Writes where the links and pictures of an article lead.
private struct LinkWriter {
  let reader: Reader
  let entry: Entry
  /// The name of the shortcode that the text is inside of.
  let shortcode: String?

  /// The href of a link or the source of an image, for this reader.
  func resolve(_ link: Link) -> ResolvedLink? {
    guard link.isAllowed else { return nil }
    switch reader.target(of: link.destination, from: entry) {
    case .external(let url):
      return ResolvedLink(href: url)
    case .page(let target, let fragment):
      if target.key == entry.key, !fragment.isEmpty { return ResolvedLink(href: "#\(fragment)") }
      let href = reader.href(reader.path(of: target, reader.language))
      return ResolvedLink(
        href: href + anchor(fragment, in: target), attributes: hreflang(of: target))
    case .place(let place, let fragment):
      return ResolvedLink(
        href: reader.href(reader.path(meantBy: place))
          + (fragment.isEmpty ? "" : "#\(fragment)"))
    case .asset(let asset):
      return resolve(asset, link)
    case .dead:
      return nil
    }
  }

  /// The fragment in the reader's translation: headings are paired by their order in the outline.
  private func anchor(_ fragment: String, in target: Entry) -> String {
    guard !fragment.isEmpty else { return "" }
    let wanted = percentDecoded(fragment)
    reader.noteText(of: target)
    let shown = target.page(for: reader.tag).body.outline
    if shown.contains(where: { $0.id == wanted }) { return "#\(wanted)" }
    for page in target.pages {
      guard let index = page.body.outline.firstIndex(where: { $0.id == wanted }) else { continue }
      if shown.indices.contains(index) { return "#\(shown[index].id)" }
    }
    return ""
  }

  private func hreflang(of target: Entry) -> [ResolvedLink.Attribute] {
    target.has(reader.tag)
      ? [] : [.init("hreflang", target.page(for: reader.tag).language.rawValue)]
  }

  private func resolve(_ asset: Asset, _ link: Link) -> ResolvedLink? {
    guard let path = reader.path(of: asset) else { return nil }
    guard link.isImage else {
      return ResolvedLink(
        href: reader.href(path), facts: FileFacts(asset, for: reader.language).all)
    }
    guard let pictures = reader.pictures(of: asset) else {
      return ResolvedLink(
        href: reader.href(path), attributes: asset.imageSize.map { Self.attributes(of: $0) } ?? [])
    }
    let sizes = reader.pictureSizes(in: shortcode)
    var attributes: [ResolvedLink.Attribute] = [
      .init("srcset", pictures.candidates(reader.href)), .init("sizes", sizes),
    ]
    attributes += Self.attributes(of: pictures.size)
    // Until the picture is there its colour stands in its place.
    if let colour = pictures.colour {
      attributes.append(.init("style", "background-color:\(colour)"))
    }
    var resolved = ResolvedLink(
      href: reader.href(pictures.path), attributes: attributes,
      sources: pictures.sources(reader.href).map { type, candidates in
        [.init("type", type), .init("srcset", candidates), .init("sizes", sizes)]
      })
    resolved.isFirst = isFirst(link)
    return resolved
  }

  /// Whether it is the first picture of a page whose head has none.
  private func isFirst(_ link: Link) -> Bool {
    entry.pages.contains { page in
      page.front.image == nil && page.body.links.first { $0.isImage }?.span == link.span
    }
  }

  private static func attributes(of size: ImageSize) -> [ResolvedLink.Attribute] {
    [.init("width", String(size.width)), .init("height", String(size.height))]
  }
}

extension Diagnostic {
  /// The mistake at the call that its author wrote, or at the row of its table: what a shortcode
  /// cannot work with came from there, for templates are checked before.
  fileprivate func blaming(_ shortcode: ShortcodeCall, _ call: TemplateCall) -> Diagnostic {
    if shortcode.body.isEmpty, code == "undefined-variable", message.en == "'body' is undefined" {
      return .callWithoutBody(call)
    }
    let given = argument(of: call)
    var blamed = Diagnostic(
      severity, code, given?.message ?? message, at: given?.place ?? call.nameSpan.place,
      notes: notes.map(\.withoutInstallation), hint: hint)
    if case .cell(path: "", _, let row, _)? = place {
      if let span = shortcode.row(row, in: call.nameSpan.file) {
        blamed = Diagnostic(severity, code, message, at: span.place, hint: hint)
      }
      return blamed
    }
    guard case .span(let span)? = place else { return blamed }
    let (line, column) = span.position
    let template = "\(span.file.path):\(line):\(column)"
    blamed.notes.append(
      Wording(en: "found in \(template)", th: "พบใน \(template)").withoutInstallation)
    return blamed
  }
}

extension Diagnostic {
  /// The mistake with the argument of a call whose text it quotes, and where that stands.
  fileprivate func argument(of call: TemplateCall) -> (message: Wording, place: Place?)? {
    for (name, value) in call.named {
      guard let text = value.text, !text.isEmpty, message.en.contains("'\(text)'"),
        !message.en.contains("'\(name)'")
      else { continue }
      let wording = Wording(
        en: "argument '\(name)' of '\(call.name)': \(message.en)",
        th: "อาร์กิวเมนต์ '\(name)' ของ '\(call.name)': \(message.th)")
      return (wording, call.span(of: name)?.place)
    }
    return nil
  }
}

extension ShortcodeCall {
  /// A row of the table in its body, counted from 1 below the line of dashes.
  fileprivate func row(_ number: Int, in file: SourceFile) -> SourceSpan? {
    guard let body = shortcode.body else { return nil }
    var left: Int?
    var start = body.lowerBound
    while start < body.upperBound {
      let line = file.span(start..<start).lineRange
      let text = file.text(in: line)
      if let count = left {
        if count == 1 { return file.span(line) }
        left = count - 1
      } else if text.contains("-"), text.allSatisfy({ "|-: \t".contains($0) }) {
        left = number
      }
      start = max(line.upperBound, start) + 1
    }
    return nil
  }
}

extension Wording {
  /// The sentence with the program's own templates named as themes are: `themes/commons/…`.
  fileprivate var withoutInstallation: Wording {
    func short(_ text: String) -> String {
      guard let themes = text.firstRange(of: "/themes/"),
        let start = text[..<themes.lowerBound].lastIndex(of: " "),
        text[text.index(after: start)...].hasPrefix("/")
      else { return text }
      return String(text[...start] + text[text.index(after: themes.lowerBound)...])
    }
    return Wording(en: short(en), th: short(th))
  }
}
