import SaanData
import SaanMarkdown
import SaanText

/// What a link in an article leads to.
///
/// Authors write the file beside them, a path of the site, or what a program pasted, with `%20` and
/// all. The language in the name of a file does not count, for readers are led to the article in
/// their own.
package enum LinkTarget: Sendable {
  /// Another site, an e-mail address, a telephone number.
  case external(String)
  /// An article, maybe at one of its headings; an empty fragment is none.
  case page(Entry, fragment: String)
  /// A path of this site that is no article: `/provinces/surin/`, without the language.
  case place(String, fragment: String)
  /// A file beside the article, or a fixed one.
  case asset(Asset)
  /// Nothing.
  case dead

  /// Finds what a destination written in an article means.
  ///
  /// - Parameter folder: the key of the folder that the article lies in.
  package init(_ destination: String, from entry: Entry, in site: Site) {
    if Self.isExternal(destination) {
      self = .external(destination)
      return
    }
    let (path, fragment) = Self.split(destination)
    if let asset = Self.assetNamed(destination, from: entry, in: site) {
      self = .asset(asset)
    } else if path.isEmpty {
      self = .page(entry, fragment: fragment)
    } else if path.hasPrefix("/") {
      self = Self.absolute(path, fragment: fragment, in: site)
    } else if let resolved = Self.join(entry.folder, path) {
      self = Self.relative(resolved, fragment: fragment, in: site)
    } else {
      self = .dead
    }
  }

  /// The key of the article that a destination names, whether or not there is one.
  package static func key(_ destination: String, from entry: Entry, in site: Site) -> String? {
    let (path, _) = split(destination)
    if path.hasPrefix("/") { return steps(of: path).joined(separator: "/") }
    guard path.hasSuffix(".md") else { return nil }
    return join(entry.folder, path).map { key(ofFile: $0, in: site) }
  }

  private static func isExternal(_ destination: String) -> Bool {
    if destination.hasPrefix("//") { return true }
    return destination.utf8.first { ":/?#".utf8.contains($0) } == UInt8(ascii: ":")
  }

  /// The file whose name has the `#` of the destination in it: `plan #1.png`.
  private static func assetNamed(
    _ destination: String, from entry: Entry, in site: Site
  ) -> Asset? {
    guard destination.utf8.contains(UInt8(ascii: "#")) else { return nil }
    for name in [destination, percentDecoded(destination)] {
      let asset =
        name.hasPrefix("/")
        ? site.fixedAsset(name) : join(entry.folder, name).flatMap { site.asset("content/" + $0) }
      if let asset { return asset }
    }
    return nil
  }

  private static func split(_ destination: String) -> (path: String, fragment: String) {
    guard let hash = destination.utf8.firstIndex(of: UInt8(ascii: "#")) else {
      return (destination, "")
    }
    return (String(destination[..<hash]), String(destination[destination.index(after: hash)...]))
  }

  /// The names between the slashes of a path.
  private static func steps(of path: String) -> [Substring] {
    path.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
  }

  /// `news/x` joined with `../about/history.th.md`; `nil` when it leads out of the content.
  private static func join(_ folder: String, _ path: String) -> String? {
    var parts = steps(of: folder)
    for part in steps(of: path) where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts.joined(separator: "/")
  }

  private static func relative(_ path: String, fragment: String, in site: Site) -> LinkTarget {
    if let asset = site.asset("content/" + path) { return .asset(asset) }
    // Programs that write links put %20 for a space.
    let path = percentDecoded(path)
    if path.hasSuffix(".md") {
      return site.entry(key(ofFile: path, in: site)).map { .page($0, fragment: fragment) } ?? .dead
    }
    return site.asset("content/" + path).map { .asset($0) } ?? .dead
  }

  /// The key of a content file's path, with or without its language.
  package static func key(ofFile path: String, in site: Site) -> String {
    var stem = String(path.dropLast(".md".count))
    for language in site.settings.languages where stem.hasSuffix("." + language.tag.rawValue) {
      stem = String(stem.dropLast(language.tag.rawValue.count + 1))
      break
    }
    if stem == "index" { return "" }
    return stem.hasSuffix("/index") ? String(stem.dropLast("/index".count)) : stem
  }

  private static func absolute(_ path: String, fragment: String, in site: Site) -> LinkTarget {
    for path in [path, percentDecoded(path)] {
      if let asset = site.fixedAsset(path) { return .asset(asset) }
    }
    let key = steps(of: path).joined(separator: "/")
    if let entry = site.entry(key) { return .page(entry, fragment: fragment) }
    return .place(String(path.drop { $0 == "/" }), fragment: fragment)
  }
}
