import SaanFiles
import SaanModel
import SaanText

/// The files that an author could have meant, as seen from one article.
struct NearFiles {
  private let site: Site
  private let folder: String

  init(_ entry: Entry, in site: Site) {
    self.site = site
    folder = entry.folder
  }

  /// The file that a name most likely stands for, written as a link from the article's folder.
  ///
  /// First come files beside the article whose name is the same but for capitals, `jpeg`, spaces
  /// and hyphens or the ending, then such a file anywhere, then a file beside it that is spelt
  /// alike.
  func name(closestTo link: String) -> String? {
    let whole = percentDecoded(link)
    let path = percentDecoded(String(link.prefix { $0 != "#" && $0 != "?" }))
    guard !path.isEmpty else { return nil }
    let all = names
    let beside = all.filter { !$0.hasPrefix("../") && !$0.hasPrefix("/") }
    // The sign may be part of the name.
    for wanted in whole == path ? [Folded(path)] : [Folded(whole), Folded(path)] {
      if let same = beside.first(where: { Folded($0) == wanted }) { return same }
      let stem = wanted.stem
      if let other = beside.first(where: { Folded($0).stem == stem }) { return other }
    }
    if let named = article(named: Folded(path), among: beside) { return named }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    // Every folder has such a file; only the folder's name tells which.
    if isIndex(name), path.contains("/") { return index(inFolderLike: path, among: all) }
    let last = Folded(name)
    if let moved = all.first(where: { Folded($0).isFile(last) }) { return moved }
    return closestName(to: path, among: beside) ?? closestName(to: path, among: all)
  }

  /// The article that a name without an ending stands for: `budget-2570.th.md` for `budget-2570`.
  private func article(named wanted: Folded, among names: [String]) -> String? {
    let own = ".\(site.settings.defaultLanguage.tag.rawValue).md"
    let found = names.filter { $0.hasSuffix(".md") && Folded($0).begins(with: wanted) }
    return found.first { $0.hasSuffix(own) } ?? found.first
  }

  private func isIndex(_ name: String) -> Bool {
    name.hasPrefix("index.") && name.hasSuffix(".md")
  }

  /// The page of a folder whose name is spelt nearly as that in a path.
  private func index(inFolderLike path: String, among names: [String]) -> String? {
    let folders = names.filter { isIndex(String(FilePath.lastPart(of: $0))) && $0.contains("/") }
    let wanted = path.split(separator: "/").dropLast().last.map(String.init) ?? ""
    func folder(_ name: String) -> String {
      name.split(separator: "/").dropLast().last.map(String.init) ?? ""
    }
    guard wanted != "..", let near = closestName(to: wanted, among: folders.map(folder)) else {
      return nil
    }
    let ending = FilePath.lastPart(of: path)
    let found = folders.filter { folder($0) == near }
    return found.first { $0.hasSuffix("/" + ending) } ?? found.first
  }

  /// A file below `content/` as a link from the article's folder.
  func link(toFile path: String) -> String { link(to: String(path.dropFirst("content/".count))) }

  /// The articles and files of the site, as links from the folder, the nearest first.
  private var names: [String] {
    let articles = site.entries.flatMap { $0.pages.map { String($0.source.path) } }
    let beside = articles + site.assets.keys.filter { $0.hasPrefix("content/") }
    let links = beside.map { link(to: String($0.dropFirst("content/".count))) }
    return (links + site.assetUse.fixed.keys).sorted { left, right in
      (left.count { $0 == "/" }, left) < (right.count { $0 == "/" }, right)
    }
  }

  private func link(to path: String) -> String {
    let from = folder.split(separator: "/")
    let to = path.split(separator: "/")
    let common = zip(from, to.dropLast()).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: from.count - common)
    return (up + to.dropFirst(common).map(String.init)).joined(separator: "/")
  }
}

/// A file's name without what people mistype in it.
private struct Folded: Equatable {
  private let text: String

  init(_ name: String) {
    let plain = normalizedForSearch(name).filter { !" -_\u{A0}".contains($0) }
    text = plain.hasSuffix(".jpeg") ? String(plain.dropLast("jpeg".count)) + "jpg" : plain
  }

  var stem: Substring { text.lastIndex(of: ".").map { text[..<$0] } ?? text[...] }

  /// Whether it is the other with a language and an ending, or a folder's own page.
  func begins(with other: Folded) -> Bool {
    text.hasPrefix(other.text + ".") || text.hasPrefix(other.text + "/index.")
  }

  /// Whether the file at the end of this path is the other.
  func isFile(_ other: Folded) -> Bool {
    text == other.text || text.hasSuffix("/" + other.text)
  }
}

/// Whether a link names a file where it lies on its author's computer or in their office:
/// `\\\\server\\…`, `/Users/…`; drives and `file:` are no schemes that may be linked to.
func isPathOfComputer(_ link: String) -> Bool {
  let lowered = percentDecoded(link).lowercased()
  return ["\\\\", "\\", "/users/", "/home/", "~/"].contains(where: lowered.hasPrefix)
}
