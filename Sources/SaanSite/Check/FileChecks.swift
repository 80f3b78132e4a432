import SaanFiles
import SaanModel
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
