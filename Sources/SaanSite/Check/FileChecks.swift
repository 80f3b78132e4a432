import SaanFiles
import SaanMarkdown
import SaanModel
import SaanPages
import SaanTemplate
import SaanText

extension Check {
  static let unusedFiles = Check(
    name: "files", summary: "A file beside the articles is one that something refers to."
  ) { site, _ in
    let unused = site.assets.keys.filter { path in
      !site.assetUse.used.contains(path) && !site.assetUse.waiting.contains(path)
        && (path.hasPrefix("content/") || path.hasPrefix("static/"))
    }
    let articles = unused.filter(isLikeArticle)
    let folders = Dictionary(grouping: unused.filter { !isLikeArticle($0) }) {
      FilePath.parent(of: $0)
    }
    return articles.map { .unreadArticle($0) }
      + folders.map { .unusedFiles($1.sorted(), in: $0) }
  }

  static let staticFiles = Check(
    name: "static", summary: "A pattern under 'static' in site.yaml names a file."
  ) { site, _ in
    (site.settings.staticGlobs ?? []).filter { glob in
      !site.assetUse.used.contains(where: glob.matches)
    }.map { glob in
      let sources = [site.settings.source.path] + site.allPages.map(\.page.source.path)
      return sources.first(where: glob.matches).map { .staticSource(glob.text, $0) }
        ?? .idleStaticGlob(glob.text)
    }
  }
}

extension Check {
  static let media = Check(
    name: "media",
    summary: "A film or a recording is there, browsers play it, and it says in words what is heard."
  ) { site, _ in
    // A site may have a shortcode of its own by such a name, which takes something else.
    let players = ["video", "audio", "picture", "document"].filter {
      site.theme.templates.reads("files", in: "shortcodes/\($0).html")
    }
    guard !players.isEmpty else { return [] }
    return site.allPages.flatMap { entry, page in
      page.body.allCalls.compactMap(\.call).filter { players.contains($0.name) }
        .flatMap { mistakes(in: $0, of: entry, site) }
    }
  }
}

/// What is wrong with what a shortcode for a film or a recording names.
private func mistakes(in call: TemplateCall, of entry: Entry, _ site: Site) -> [Diagnostic] {
  guard let name = call.positional.first?.text, let span = call.span() else {
    return [.mediaWithoutFile(call)]
  }
  let isPlayed = ["video", "audio"].contains(call.name)
  func file(_ name: String, _ span: SourceSpan) -> (asset: Asset?, mistake: Diagnostic?) {
    if case .asset(let asset) = LinkTarget(name, from: entry, in: site) { return (asset, nil) }
    return (
      nil, .missingFile(name, at: span, near: NearFiles(entry, in: site).name(closestTo: name))
    )
  }
  var found: [Diagnostic] = []
  for key in ["poster", "captions"] {
    guard let name = call[key]?.text, let span = call.span(of: key) else { continue }
    let (asset, mistake) = file(name, span)
    found += [mistake].compactMap { $0 }
    guard let asset else { continue }
    if key == "poster" {
      found += [site.mistake(showing: asset, as: name, at: span.place)].compactMap { $0 }
    }
    if key == "captions", !asset.holdsCaptions { found.append(.badCaptions(name, at: span)) }
  }
  if isPlayed, name.contains("://") { return found }
  let (asset, mistake) = file(name, span)
  found += [mistake].compactMap { $0 }
  guard let asset else { return found }
  guard isPlayed else { return found + mistakes(in: call, showing: asset, as: name, span, site) }
  let isFilm = call.name == "video"
  if !asset.isPlayed(as: isFilm) { found.append(.unplayedFile(name, isFilm: isFilm, at: span)) }
  let isToldInWords = ["captions", "transcript"].contains { call[$0]?.text != nil }
  if isFilm, call["captions"]?.text == nil, call["silent"]?.isTrue != true {
    found.append(.filmWithoutCaptions(name, at: span))
  } else if !isFilm, !isToldInWords {
    found.append(.recordingWithoutWords(name, at: span))
  }
  return found
}

/// What is wrong with a picture that a shortcode shows, or with what is said of it.
private func mistakes(
  in call: TemplateCall, showing asset: Asset, as name: String, _ span: SourceSpan, _ site: Site
) -> [Diagnostic] {
  guard call.name == "picture" else { return [] }
  if let mistake = site.mistake(showing: asset, as: name, at: span.place) { return [mistake] }
  let isSaid = call["alt"]?.text?.isEmpty == false || call["decorative"]?.isTrue == true
  let isPlaced = call["focus"]?.text.map { PictureFocus($0.split(separator: ",")) != nil } ?? true
  return (isSaid ? [] : [.pictureCallWithoutAlt(name, at: span)])
    + (isPlaced ? [] : [.badFocus(at: call.span(of: "focus") ?? span)])
}

extension Asset {
  /// Whether browsers play it: films and recordings in the forms that all of them know.
  fileprivate func isPlayed(as isFilm: Bool) -> Bool {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return (isFilm ? ["mp4", "m4v", "webm"] : ["mp3", "m4a", "ogg", "oga", "opus", "wav"])
      .contains(ending)
  }

  /// Whether it is a file of captions as browsers read them (WebVTT).
  fileprivate var holdsCaptions: Bool {
    guard let bytes = try? read() else { return false }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    return bytes.dropFirst(bytes.starts(with: mark) ? 3 : 0).starts(with: "WEBVTT".utf8)
  }
}

/// Whether somebody may take the file for an article: a text with an ending that is not read.
private func isLikeArticle(_ path: String) -> Bool {
  guard path.hasPrefix("content/") else { return false }
  let name = FilePath.lastPart(of: path).lowercased()
  return articleEndings.contains(where: name.hasSuffix)
}

private let articleEndings = [
  ".md", ".markdown", ".mdown", ".mdwn", ".mkd", ".mkdn", ".mdtext", ".mdx", ".docx", ".doc",
  ".odt",
  ".rtf", ".html", ".htm", ".txt", ".pages", ".gdoc",
]

extension Diagnostics {
  /// Without what only follows from a mistake in an article: what lies beside an article that
  /// cannot be read, or that names it wrongly, is referred to by nothing for this reason alone; and
  /// braces that are told as a shortcode are not told as braces.
  var withoutConsequences: Diagnostics {
    let shortcodes = Set(all.filter { $0.code.hasPrefix("shortcode-") }.compactMap(\.place))
    let faulty = Set(
      all.filter { $0.severity == .error }.compactMap(\.place?.path)
        .filter { $0.hasSuffix(".md") }.map { "\(FilePath.parent(of: $0))/" })
    guard !faulty.isEmpty else { return self }
    return Diagnostics(
      all.filter { found in
        if found.code == "leftover-markup", let place = found.place {
          return !shortcodes.contains(place)
        }
        guard found.code == "unused-file", let path = found.place?.path else { return true }
        return !faulty.contains { "\(path)/".hasPrefix($0) }
      })
  }
}
