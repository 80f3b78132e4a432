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
    let last = Folded(path.split(separator: "/").last.map(String.init) ?? path)
    if let moved = all.first(where: { Folded($0).isFile(last) }) { return moved }
    return closestName(to: path, among: beside) ?? closestName(to: path, among: all)
  }

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

/// The address that a link means which lacks `https://`: `www.codi.or.th`, `facebook.com/codi`;
/// `nil` when it looks like a file.
func addressWithScheme(_ link: String) -> String? {
  for typo in ["https//", "http//", "https:/", "http:/", "https/", "http/"]
  where link.lowercased().hasPrefix(typo) {
    return "https://" + link.dropFirst(typo.count).drop { $0 == "/" }
  }
  if link.contains("@"), !link.contains("/"), looksLikeHost(link.drop { $0 != "@" }.dropFirst()) {
    return "mailto:" + link
  }
  let host = link.prefix { !"/?#:".contains($0) }
  guard looksLikeHost(host) else { return nil }
  let ending = host.drop { $0 != "." }.split(separator: ".").last?.lowercased() ?? ""
  let isSure = host.lowercased().hasPrefix("www.") || host.endIndex < link.endIndex
  return isSure && !fileEndings.contains(ending) || topDomains.contains(ending)
    ? "https://" + link : nil
}

private func looksLikeHost(_ text: Substring) -> Bool {
  let labels = text.split(separator: ".", omittingEmptySubsequences: false)
  return labels.count > 1 && (labels.last?.count ?? 0) > 1
    && labels.last?.allSatisfy(\.isLetter) == true
    && labels.allSatisfy { label in
      !label.isEmpty && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    }
}

/// The ends of hosts that no file has; countries of two letters that are file endings are left out.
private let topDomains: Set<String> = [
  "com", "org", "net", "edu", "gov", "int", "info", "biz", "app", "dev", "io", "co", "me", "tv",
  "asia", "th", "la", "kh", "mm", "vn", "sg", "jp", "uk", "eu", "de", "fr", "au", "link", "page",
  "site", "online", "xyz", "news", "ee", "be", "gl", "ly", "ไทย",
]

/// The ends of files that authors link to.
private let fileEndings: Set<String> = [
  "md", "markdown", "html", "htm", "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt",
  "ods", "csv", "tsv", "json", "yaml", "yml", "txt", "zip", "jpg", "jpeg", "png", "gif", "svg",
  "webp", "avif", "mp", "mov", "php",
]
