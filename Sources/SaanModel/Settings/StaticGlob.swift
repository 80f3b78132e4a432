import SaanData
import SaanText

/// A pattern of `static:` in `site.yaml`, which names fixed files.
///
/// `*` and `?` stand for letters of one name, `**` for any folders. A pattern that names a folder
/// means all that is in it. Hidden names are meant only where the pattern itself begins with a dot.
package struct StaticGlob: Sendable {
  package let text: Located<String>
  private let parts: [Substring]

  /// Reads a pattern; `nil` when it could lead out of the site.
  init?(_ text: Located<String>) {
    self.text = text
    parts = text.value.split(separator: "/")
    let isClimbing = parts.contains("..") || parts.contains(".")
    if parts.isEmpty || isClimbing || text.value.hasPrefix("/") { return nil }
  }

  /// The first name, where it has no wildcards: what lies there is read from the site's folder.
  package var firstName: String? {
    parts[0].contains { $0 == "*" || $0 == "?" } ? nil : String(parts[0])
  }

  /// Whether the pattern names a file of the site.
  package func matches(_ path: String) -> Bool {
    if let name = path.droppingStatic, Self.match(parts[...], name.split(separator: "/")[...]) {
      return true
    }
    return firstName != nil && Self.match(parts[...], path.split(separator: "/")[...])
  }

  /// Whether the pattern may name something in a folder of the site.
  package func reaches(_ path: String) -> Bool {
    func reaches(_ path: some StringProtocol) -> Bool {
      Self.match(parts[...], path.split(separator: "/").map { Substring($0) }[...], isFolder: true)
    }
    return path.droppingStatic.map(reaches) == true || firstName != nil && reaches(path)
  }

  private static func match(
    _ parts: ArraySlice<Substring>, _ names: ArraySlice<Substring>, isFolder: Bool = false
  ) -> Bool {
    guard let name = names.first else { return isFolder || parts.isEmpty }
    guard let part = parts.first else { return names.allSatisfy { $0.first != "." } }
    let isShown = name.first != "." || part.first == "."
    if part == "**" {
      return match(parts.dropFirst(), names, isFolder: isFolder)
        || isShown && match(parts, names.dropFirst(), isFolder: isFolder)
    }
    return isShown && matchName(part, name)
      && match(parts.dropFirst(), names.dropFirst(), isFolder: isFolder)
  }

  private static func matchName(_ part: Substring, _ name: Substring) -> Bool {
    guard let first = part.first else { return name.isEmpty }
    if first == "*" {
      return matchName(part.dropFirst(), name)
        || !name.isEmpty && matchName(part, name.dropFirst())
    }
    guard let letter = name.first, first == "?" || first == letter else { return false }
    return matchName(part.dropFirst(), name.dropFirst())
  }
}

extension String {
  /// The path below `static/`.
  fileprivate var droppingStatic: Substring? {
    hasPrefix("static/") ? dropFirst("static/".count) : nil
  }
}

/// Reads `static:`, the patterns of fixed files; `nil` when `site.yaml` has none.
package func readStatic(_ reader: inout MappingReader) -> [StaticGlob]? {
  guard reader.node("static") != nil else { return nil }
  return reader.texts("static").compactMap { text in
    if let glob = StaticGlob(text) { return glob }
    reader.add(.badStaticGlob(text))
    return nil
  }
}

/// The patterns that a `site.yaml` names, before anything else of it is understood.
package func staticGlobs(_ settings: SourceFile) -> [StaticGlob] {
  guard let root = readYAML(settings).value else { return [] }
  var reader = MappingReader(root, subject: Wording(en: "site.yaml", th: "site.yaml "))
  let globs = readStatic(&reader) ?? []
  // Whatever is wrong is told when the settings are read.
  _ = reader.finish()
  return globs
}
