import SaanData
import SaanFiles
import SaanImages
import SaanMarkdown
import SaanModel
import SaanPages
import SaanText

extension Check {
  static let pictures = Check(
    name: "pictures", summary: "A picture is light enough for readers on telephones."
  ) { site, plan in
    let limit = site.settings.budgets.picture
    return unmade(in: site)
      + plan.jobs.compactMap { job in
        guard let asset = job.subject.asset, asset.isPicture, asset.size > limit else { return nil }
        return .largePicture(asset.path, bytes: asset.size, limit: limit, size: asset.imageSize)
      }
  }
}

/// That photographs are published in their own size, for nobody is there to make them smaller.
private func unmade(in site: Site) -> [Diagnostic] {
  guard let workshop = site.workshop else { return [] }
  let rules = site.settings.pictures
  let count = site.assetUse.shown.count { path in
    site.assets[path]?.picture.map {
      RenditionSet(of: $0, widths: rules.widths, formats: rules.formats) != nil
    } == true
  }
  guard count > 0, workshop.find(.vipsthumbnail) == nil else { return [] }
  return [.unmadePictures(count, lacking: .vipsthumbnail)]
}

extension Check {
  static let tablePictures = Check(
    name: "pictures of tables",
    summary: "A picture that a table names is there, and the row says in words what it shows."
  ) { site, _ in
    site.figures.package.tables.flatMap { table in
      table.pictureColumns.flatMap { column in
        table.rows.flatMap { row in mistakes(with: row, column, in: site) }
      }
    }
  }
}

private func mistakes(with row: Row, _ column: Int, in site: Site) -> [Diagnostic] {
  guard let name = row.string(column) else { return [] }
  let place = row.place(column)
  guard let asset = site.picture(named: name) else {
    let files = site.assets.keys.filter { $0.hasPrefix("content/") && $0.contains(".") }
    let folder = "content/data/"
    let names = files.map { path in
      path.hasPrefix(folder) ? path.dropFirst(folder.count) : path.dropFirst("content/".count)
    }
    let near = names.first { $0.lowercased() == name.lowercased() }.map(String.init)
    return [
      .missingTablePicture(
        name, at: place, near: near ?? closestName(to: name, among: names.map(String.init)))
    ]
  }
  if let mistake = site.mistake(showing: asset, as: name, at: place) { return [mistake] }
  guard PictureNote.alt.text(of: row, column, in: site.settings.defaultLanguage.tag) == nil,
    !site.settings.languages.contains(where: {
      PictureNote.alt.text(of: row, column, in: $0.tag) != nil
    })
  else { return [] }
  let columnOfAlt = PictureNote.alt.column(of: row.table.fields[column].baseName)
  return [.missingTableAlt(name, column: columnOfAlt, at: place)]
}

extension Check {
  static let drawings = Check(
    name: "drawings", summary: "A drawing has words in the language of each page that shows it."
  ) { site, _ in
    guard site.settings.languages.count > 1 else { return [] }
    var pages: [String: [Page]] = [:]
    for (entry, page) in site.allPages {
      let names = page.body.links.filter(\.isImage).map(\.destination)
      for name in names + [page.front.image?.source?.value].compactMap({ $0 }) {
        guard case .asset(let asset) = LinkTarget(name, from: entry, in: site),
          asset.path.hasSuffix(".svg")
        else { continue }
        pages[asset.path, default: []].append(page)
      }
    }
    return pages.sorted { $0.key < $1.key }.flatMap { path, pages in
      site.assets[path].map { foreignWords(in: $0, on: pages, site.settings.languages) } ?? []
    }
  }
}

extension Check {
  static let drawingParts = Check(
    name: "drawing parts",
    summary: "A drawing has nothing in it that could run, or that is fetched from elsewhere."
  ) { _, plan in
    plan.jobs.compactMap(\.subject.asset).filter(\.isUntrustedDrawing).compactMap {
      asset -> Diagnostic? in
      guard let svg = asset.typed ?? (try? asset.read()) else { return nil }
      let clean = CleanDrawing(svg)
      let file = SourceFile(path: asset.path, bytes: svg)
      if clean.isBroken { return .brokenDrawing(asset.path) }
      return clean.removed.first.map { first in
        .activeDrawing(clean.removed.map(\.name), at: file.span(first.range).place)
      }
    }
  }
}

/// What is said of a drawing whose words are all in other languages than a page that shows it.
private func foreignWords(
  in drawing: Asset, on pages: [Page], _ languages: [Language]
) -> [Diagnostic] {
  guard let svg = drawing.typed ?? (try? drawing.read()) else { return [] }
  let pieces = DrawingTexts(svg).pieces
  let spoken = pieces.map { $0.language(among: languages) }
  guard let first = pieces.first, !spoken.contains(nil) else { return [] }
  var told = Set<Language.Tag>()
  return pages.compactMap { page in
    guard !spoken.contains(page.language), told.insert(page.language).inserted,
      let own = spoken.first ?? nil
    else { return nil }
    let file = SourceFile(path: drawing.path, bytes: svg)
    return .foreignDrawing(
      first.text, own, shownTo: page.language, on: page.source.path,
      at: file.span(first.range).place)
  }
}

extension Site {
  /// Why readers would not see a picture; `nil` where they do.
  func mistake(showing asset: Asset, as name: String, at place: Place) -> Diagnostic? {
    if asset.isShownByBrowsers || renditions(of: asset) != nil { return nil }
    guard asset.picture?.format == .heic else { return .unshownImage(name, at: place) }
    return ToolMistake.missing(.vipsthumbnail).diagnostic(
      of: Wording(
        en: "a picture that browsers show of \(name)", th: "รูปที่เบราว์เซอร์แสดงได้จาก \(name)"),
      at: place)
  }
}

extension Asset {
  /// Whether it is a picture that readers see, and not one of a camera or a program alone: HEIC,
  /// TIFF, PSD.
  var isShownByBrowsers: Bool {
    ["jpg", "jpeg", "jpe", "jfif", "png", "apng", "gif", "webp", "avif", "svg", "bmp", "ico"]
      .contains(ending)
  }

  /// Whether it is a drawing that no theme brought.
  fileprivate var isUntrustedDrawing: Bool {
    ending == "svg" && (path.hasPrefix("content/") || path.hasPrefix("static/"))
  }

  fileprivate var isPicture: Bool { isShownByBrowsers || ["tif", "tiff", "heic"].contains(ending) }

  private var ending: String { path.split(separator: ".").last.map { $0.lowercased() } ?? "" }
}
