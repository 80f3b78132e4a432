import Foundation

/// Puts a block of a guide into a file as a reader would: into the whole file, or to what is there.
///
/// - A template, or a page with its own front matter, is a whole file.
/// - Other Markdown is added at the end of the page.
/// - Rows of a table go under those that are there, into the columns of the same name; where the
///   first column tells rows apart, a row takes the place of the one with the same name.
/// - YAML with every key that the file has is the whole file. Other YAML goes key by key into the
///   file, or into the front matter of a page: lists and maps that are there already get what is
///   new, other keys the new value. A block that begins with an indent is one more entry of what
///   the file ends with.
struct Placing {
  let language: String
  let text: String

  /// - Parameter old: the file's text, if there is one.
  func result(in path: String, old: String?) -> String {
    let isPage = path.hasSuffix(".md")
    switch language {
    case "markdown":
      if text.hasPrefix("---\n") { return text }
      return (old ?? "---\ntitle: \(text.count)\n---\n") + "\n" + text
    case "yaml":
      guard isPage else { return old.map { merged(text, into: $0) } ?? text }
      let parts = (old ?? "---\n---\n").components(separatedBy: "---\n")
      return (["", merged(text, into: parts[1])] + parts.dropFirst(2)).joined(separator: "---\n")
    case "csv": return old.map { mergedRows(into: $0) } ?? text
    default: return text
    }
  }

  /// The keys that a block of YAML sets to something new, where the page has them already.
  func replacedKeys(of old: String) -> Set<String> {
    language == "yaml" ? keys(of: text).intersection(keys(of: old)) : []
  }

  private func keys(of yaml: String) -> Set<String> {
    Set(entries(of: lines(yaml), indent: 0).compactMap(\.key))
  }

  private func lines(_ text: String) -> [String] {
    text.components(separatedBy: "\n").filter { !$0.trimmingCharacters(in: .whitespaces).isEmpty }
  }

  private func merged(_ new: String, into old: String) -> String {
    if new.hasPrefix(" ") { return old + new }
    let (names, had) = (keys(of: new), keys(of: old))
    if had.isSubset(of: names) { return new }
    return merged(lines(new), into: lines(old), indent: 0).joined(separator: "\n") + "\n"
  }

  private func merged(_ new: [String], into old: [String], indent: Int) -> [String] {
    var kept = entries(of: old, indent: indent)
    for entry in entries(of: new, indent: indent) {
      guard let key = entry.key, let place = kept.firstIndex(where: { $0.key == key }) else {
        kept.append(entry)
        continue
      }
      if let deeper = entry.indentOfChildren, deeper == kept[place].indentOfChildren {
        kept[place].lines =
          [entry.lines[0]]
          + merged(
            Array(entry.lines.dropFirst()), into: Array(kept[place].lines.dropFirst()),
            indent: deeper)
      } else {
        kept[place] = entry
      }
    }
    return kept.flatMap(\.lines)
  }

  /// A key or an item with everything below it.
  private struct Entry {
    /// `nil` for an item of a list and for a comment.
    let key: String?
    var lines: [String]

    /// How far the entries below are indented; `nil` when the value stands in the key's own line.
    var indentOfChildren: Int? {
      guard lines.count > 1, lines[0].hasSuffix(":") else { return nil }
      return lines[1].prefix { $0 == " " }.count
    }
  }

  private func entries(of lines: [String], indent: Int) -> [Entry] {
    lines.reduce(into: []) { entries, line in
      if line.prefix(while: { $0 == " " }).count > indent, !entries.isEmpty {
        entries[entries.count - 1].lines.append(line)
      } else {
        let text = line.dropFirst(indent)
        let isKey = !text.hasPrefix("-") && !text.hasPrefix("#")
        let key = isKey ? text.prefix { $0 != ":" } : nil
        entries.append(Entry(key: key.map(String.init), lines: [line]))
      }
    }
  }
}

extension Placing {
  private func mergedRows(into old: String) -> String {
    let (former, added) = (rows(of: old), rows(of: text))
    guard let head = former.first, let given = added.first else { return text }
    guard Set(given).isSubset(of: head) else { return text }
    var result = former
    for row in added.dropFirst() {
      let cells = Dictionary(uniqueKeysWithValues: zip(given, row))
      let whole = head.map { cells[$0] ?? "" }
      let isThere = former.contains { old in
        zip(head, old).allSatisfy { cells[$0] == nil || cells[$0] == $1 }
      }
      if isThere { continue }
      let same = former.indices.filter { former[$0].first == whole.first }
      let tellsApart = Set(former.map(\.first)).count == former.count
      if tellsApart, let place = same.first { result[place] = whole } else { result.append(whole) }
    }
    return result.map { $0.map(quoted).joined(separator: ",") + "\n" }.joined()
  }

  private func quoted(_ cell: String) -> String {
    cell.contains { ",\"".contains($0) }
      ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
  }

  /// The rows of a table without line breaks in its cells.
  private func rows(of csv: String) -> [[String]] {
    csv.split(separator: "\n").map { line in
      var cells = [""]
      var isQuoted = false
      for character in line {
        switch character {
        case "\"": isQuoted.toggle()
        case "," where !isQuoted: cells.append("")
        default: cells[cells.count - 1].append(character)
        }
      }
      return cells
    }
  }
}
