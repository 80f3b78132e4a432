import SaanData
import SaanFiles
import SaanText

/// Which files beside the articles are published: those that something refers to, and no others.
package struct AssetUse: Sendable {
  /// The source of each fixed file by its address, which begins with a slash.
  package let fixed: [String: String]
  /// The address of each fixed file by its source.
  package let addresses: [String: String]
  /// The sources of all files that are published.
  package private(set) var used: Set<String>
  /// The sources of those that articles show as pictures.
  package private(set) var shown: Set<String> = []
  /// The sources of those that articles lead to, or name in any other way.
  package private(set) var named: Set<String> = []
  /// The sources of those that articles give to shortcodes.
  package private(set) var given: Set<String> = []
  /// The sources of those that only pages mention which are not out today.
  package private(set) var waiting: Set<String> = []

  /// Starts with the fixed files.
  init(fixed: [String: String]) {
    self.fixed = fixed
    addresses = Dictionary(fixed.map { ($1, $0) }) { first, _ in first }
    used = Set(fixed.values)
  }

  /// Notes what the articles of a site refer to: links, images, the leading picture, whatever a
  /// value of `extra` or an argument of a shortcode names.
  ///
  /// - Parameter others: the texts of articles that are not out today, or could not be read.
  package func adding(_ site: Site, others: [SourceFile]) -> AssetUse {
    var use = self
    guard !site.assets.isEmpty else { return use }
    for (entry, page) in site.allPages {
      let files = page.names.value.compactMap { name -> (name: String, asset: Asset)? in
        // Most names are of articles.
        guard !name.hasSuffix(".md"),
          case .asset(let asset) = LinkTarget(name, from: entry, in: site)
        else { return nil }
        return (name, asset)
      }
      if !files.isEmpty { use.add(files, of: page) }
    }
    for table in site.figures.package.tables {
      for column in table.pictureColumns {
        for row in table.rows {
          guard let asset = row.string(column).flatMap({ site.picture(named: $0) }) else {
            continue
          }
          use.used.insert(asset.path)
          use.shown.insert(asset.path)
        }
      }
    }
    guard !others.isEmpty else { return use }
    let texts = others.map(\.text)
    use.waiting = Set(
      site.assets.keys.filter { path in
        // The texts were put right as they were read.
        let name = tidied(String(FilePath.lastPart(of: path))).text
        return !use.used.contains(path) && texts.contains { $0.contains(name) }
      })
    return use
  }

  /// Notes the files that an article names.
  private mutating func add(_ files: [(name: String, asset: Asset)], of page: Page) {
    let shown = namesOfPictures(page.front, page.body)
    let named = namesOfOthers(page.front, page.body)
    let given = namesInCalls(page.body)
    for (name, asset) in files {
      used.insert(asset.path)
      // What a shortcode is given it shows, where it can be shown.
      if given.contains(name) { self.given.insert(asset.path) }
      let isShown = given.contains(name) && asset.picture != nil
      if shown.contains(name) || isShown { self.shown.insert(asset.path) }
      if named.contains(name) || (given.contains(name) && !isShown) {
        self.named.insert(asset.path)
      }
    }
  }
}

/// The fixed files of a site: their source by the address that they have for ever.
///
/// What lies below `static/` is fixed where `site.yaml` has no `static:`; else the patterns decide.
func fixedFiles(_ assets: [String: Asset], _ globs: [StaticGlob]?) -> [String: String] {
  var fixed: [String: String] = [:]
  for path in assets.keys.sorted() {
    let isFixed = globs.map { $0.contains { $0.matches(path) } } ?? path.hasPrefix("static/")
    if isFixed { fixed[fixedAddress(of: path)] = path }
  }
  return fixed
}

/// `static/x` and `content/x` are published as `/x`.
private func fixedAddress(of path: String) -> String {
  for folder in ["static", "content"] where path.hasPrefix("\(folder)/") {
    return String(path.dropFirst(folder.count))
  }
  return "/" + path
}
