import SaanModel
import SaanText

/// The descriptor of a site with one more table in it.
struct DescriptorEntry {
  /// Where it lies below the site's folder.
  static let path = "content/data/datapackage.yaml"

  /// The whole text; `nil` where the descriptor has a form that nothing can be added to.
  let text: String

  /// Adds an entry as `TableDraft` writes it, with two spaces before its hyphen.
  init?(adding entry: String, to tree: SourceTree) {
    guard let file = tree.files[Self.path] else {
      guard tree.files["content/data/datapackage.json"] == nil else { return nil }
      text = "name: data\nresources:\n\(entry)"
      return
    }
    let old = String(decoding: file.bytes, as: UTF8.self)
    var lines = old.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    guard let head = lines.firstIndex(where: { $0.hasPrefix("resources:") }) else {
      text = (lines + ["resources:"]).joined(separator: "\n") + "\n" + entry
      return
    }
    let behind = lines[head].dropFirst("resources:".count).prefix { $0 != "#" }
    guard behind.allSatisfy(\.isWhitespace) else { return nil }
    // The list ends where something stands at its own level that is none of its items.
    let items = lines[(head + 1)...]
    guard let first = items.first(where: { !Self.isBlank($0) }), Self.isItem(first) else {
      return nil
    }
    let depth = Self.depth(first)
    let end = items.firstIndex { line in
      !Self.isBlank(line)
        && (Self.depth(line) < depth || Self.depth(line) == depth && !Self.isItem(line))
    }
    let own = entry.split(separator: "\n").map { line in
      String(repeating: " ", count: depth) + line.dropFirst(2)
    }
    lines.insert(contentsOf: own, at: end ?? lines.endIndex)
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func isItem(_ line: String) -> Bool { line.drop { $0 == " " }.hasPrefix("- ") }
  private static func depth(_ line: String) -> Int { line.prefix { $0 == " " }.count }

  private static func isBlank(_ line: String) -> Bool {
    let text = line.drop { $0 == " " }
    return text.isEmpty || text.hasPrefix("#")
  }
}
