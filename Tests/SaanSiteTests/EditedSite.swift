import SaanModel
import SaanText
import TestSupport

/// A site that somebody works on: its files, and edits of all kinds, as chance wants them.
struct EditedSite {
  /// What somebody does to a site.
  enum Edit: CaseIterable {
    case sentence, title, slug, date, draft, alias, summary, newArticle, renamed, deleted
    case translation, draftTranslation, publishedTranslation, lostTranslation
    case cell, addedRow, removedRow, area, coverage
    case template, macro, phrase, word, setting, asset, picture
    case damagedLedger, lostLedger
  }

  /// What holds a translation back.
  private static let draft = "draft: true\n"
  private(set) var files: [String: [UInt8]]
  private var number = 0

  init(_ tree: SourceTree) {
    files = tree.files.mapValues(\.bytes)
    for (path, asset) in tree.assets where files[path] == nil { files[path] = try? asset.read() }
  }

  var tree: SourceTree {
    var tree = SourceTree()
    for (path, bytes) in files { tree.add(path, bytes) }
    return tree
  }

  /// Does it, and says what was done.
  mutating func apply(_ edit: Edit, _ chance: inout Chance) -> String {
    number += 1
    let number = number
    switch edit {
    case .sentence: return change(article(&chance)) { $0 + "\nประโยคที่ \(number)\n" }
    case .title: return setField("title", "ชื่อใหม่ \(number)", article(&chance))
    case .summary: return setField("summary", "สรุปใหม่ \(number)", article(&chance))
    case .slug: return setField("slug", "slug-\(number)", article(&chance))
    case .date: return setField("date", "2023-0\(1 + number % 9)-1\(number % 10)", article(&chance))
    case .draft: return setField("draft", number % 2 == 0 ? "true" : "false", article(&chance))
    case .alias: return setField("aliases", "[/old-\(number)/]", article(&chance))
    case .newArticle:
      files["content/news/new-\(number).th.md"] = Array(
        "---\ntitle: ข่าวที่ \(number)\ndate: 2024-01-0\(1 + number % 9)\n---\nเนื้อหา\n".utf8)
      return "new article \(number)"
    case .renamed:
      let path = article(&chance)
      let bytes = files.removeValue(forKey: path)
      let ending = (path.split(separator: "/").last ?? "").drop { $0 != "." }
      files["content/news/moved-\(number)\(ending)"] = bytes
      return "renamed \(path)"
    case .deleted:
      let path = article(&chance)
      files[path] = nil
      return "deleted \(path)"
    case .translation, .draftTranslation, .publishedTranslation, .lostTranslation:
      return translate(edit, &chance)
    case .cell: return changeCell(&chance)
    case .addedRow: return changeRows(&chance) { rows, row in rows.insert(rows[row], at: row) }
    case .removedRow: return changeRows(&chance) { rows, row in rows.remove(at: row) }
    case .area: return rename(areaIn: "content/data/areas.csv", &chance)
    case .coverage: return sayHowComplete(&chance)
    case .template: return change(template(&chance, "/templates/")) { $0 + "<!-- \(number) -->" }
    case .macro:
      return change(template(&chance, "/macros/")) {
        $0.replacing("{% endmacro %}", with: "<i>\(number)</i>{% endmacro %}", maxReplacements: 1)
      }
    case .phrase:
      return change(one(&chance) { $0.contains("/phrases/") && $0.hasSuffix(".yaml") }) {
        $0.replacing("news: ", with: "news: \(number) ", maxReplacements: 1)
      }
    case .word:
      files["theme/words/th.yaml"] = Array(
        "as_of_day: ณ วันที่ {date} (\(number))\nopen_table: ตาราง \(number)\n".utf8)
      return "words \(number)"
    case .setting:
      return change("site.yaml") {
        $0.replacing("title: {th: ", with: "title: {th: \(number)", maxReplacements: 1)
      }
    case .asset:
      return change(one(&chance) { $0.hasPrefix("themes/") && $0.hasSuffix(".css") }) {
        $0 + "\n/* \(number) */\n"
      }
    case .picture:
      return change(one(&chance) { $0.hasPrefix("content/") && $0.hasSuffix(".svg") }) {
        $0.replacing("</svg>", with: "<!-- \(number) --></svg>")
      }
    case .damagedLedger, .lostLedger: return "\(edit)"
    }
  }

  // MARK: Files

  private func one(_ chance: inout Chance, where isMeant: (String) -> Bool) -> String {
    let paths = files.keys.filter(isMeant).sorted()
    return paths.isEmpty ? "" : chance.one(of: paths)
  }

  private func article(_ chance: inout Chance) -> String { one(&chance, where: isArticle) }

  /// An article in one language, in a list that has a feed.
  private func untranslated(_ chance: inout Chance) -> String {
    one(&chance) { $0.hasPrefix("content/news/") && isArticle($0) && files[translated($0)] == nil }
  }

  private func isArticle(_ path: String) -> Bool {
    path.hasPrefix("content/") && path.hasSuffix(".md")
  }

  /// The file of the same article in the other language.
  private func translated(_ path: String) -> String {
    path.dropLast(6) + (path.hasSuffix(".th.md") ? ".en.md" : ".th.md")
  }

  /// Works on the translations of articles.
  private mutating func translate(_ edit: Edit, _ chance: inout Chance) -> String {
    switch edit {
    case .lostTranslation:
      let path = one(&chance) { $0.hasSuffix(".en.md") && files[translated($0)] != nil }
      files[path] = nil
      return "deleted \(path)"
    case .publishedTranslation:
      let held = one(&chance) { isArticle($0) && text(of: $0).contains(Self.draft) }
      return change(held) { $0.replacing(Self.draft, with: "", maxReplacements: 1) }
    default:
      let path = untranslated(&chance)
      guard !path.isEmpty else { return "nothing" }
      let field = edit == .draftTranslation ? Self.draft : ""
      files[translated(path)] = Array(
        "---\ntitle: \"Number \(number)\"\n\(field)---\nIn other words \(number)\n".utf8)
      return "translated \(path)"
    }
  }

  private func text(of path: String) -> String {
    String(decoding: files[path] ?? [], as: UTF8.self)
  }

  private func template(_ chance: inout Chance, _ folder: String) -> String {
    one(&chance) {
      $0.hasSuffix(".html") && ($0.contains(folder) || $0.contains("/templates\(folder)"))
    }
  }

  private mutating func change(_ path: String, _ edit: (String) -> String) -> String {
    guard let bytes = files[path] else { return "nothing" }
    files[path] = Array(edit(String(decoding: bytes, as: UTF8.self)).utf8)
    return "changed \(path)"
  }

  private mutating func setField(_ key: String, _ value: String, _ path: String) -> String {
    "\(key): \(value) in "
      + change(path) { text in
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.first == "---" else { return text }
        if let old = lines.firstIndex(where: { $0.hasPrefix(key + ":") }) {
          lines[old] = "\(key): \(value)"
        } else {
          lines.insert("\(key): \(value)", at: 1)
        }
        return lines.joined(separator: "\n")
      }
  }

  // MARK: Tables

  private mutating func changeRows(
    _ chance: inout Chance, _ edit: (inout [String], Int) -> Void
  ) -> String {
    let path = one(&chance) { $0.hasPrefix("content/data/") && $0.hasSuffix(".csv") }
    var picked = 0
    return change(path) { text in
      var rows = text.split(separator: "\n").map(String.init)
      guard rows.count > 2 else { return text }
      picked = chance.one(of: Array(1..<rows.count))
      edit(&rows, picked)
      return rows.joined(separator: "\n") + "\n"
    } + " row \(picked)"
  }

  /// A digit of a number becomes another.
  private mutating func changeCell(_ chance: inout Chance) -> String {
    let digit = String(number % 10)
    return "cell, "
      + changeRows(&chance) { rows, row in
        guard let at = rows[row].lastIndex(where: \.isNumber) else { return }
        rows[row].replaceSubrange(at...at, with: digit)
      }
  }

  /// Somebody says of a register how much of it is there in a province.
  private mutating func sayHowComplete(_ chance: inout Chance) -> String {
    let path = "content/data/register_coverage.csv"
    let registers = files.keys.filter { path in
      let heading = text(of: path).prefix { $0 != "\n" }
      return path.hasPrefix("content/data/") && path.hasSuffix(".csv") && heading.hasPrefix("id,")
        && heading.contains(",area") && !heading.contains("indicator")
    }.sorted()
    let provinces = text(of: "content/data/areas.csv").split(separator: "\n").filter {
      $0.contains(",province,")
    }
    guard !registers.isEmpty, !provinces.isEmpty else { return "nothing" }
    let table = chance.one(of: registers).dropFirst("content/data/".count).dropLast(".csv".count)
    let province = chance.one(of: provinces).prefix { $0 != "," }
    let status = ["complete", "partial", "unknown"][number % 3]
    let heading = text(of: path).split(separator: "\n").first ?? "register,area,status,as_of"
    let rest = String(repeating: ",", count: heading.filter { $0 == "," }.count - 3)
    files[path] = Array("\(heading)\n\(table),\(province),\(status),2024-01-31\(rest)\n".utf8)
    return "\(table) \(status) in \(province)"
  }

  private mutating func rename(areaIn path: String, _ chance: inout Chance) -> String {
    var at = 0
    return "area, "
      + change(path) { text in
        var rows = text.split(separator: "\n").map(String.init)
        at = chance.one(of: Array(1..<rows.count))
        var cells = rows[at].split(separator: ",", omittingEmptySubsequences: false).map(
          String.init)
        for index in cells.indices
        where cells[index].unicodeScalars.contains(where: { $0.value >= 0xE00 && $0.value < 0xE80 })
        {
          cells[index] += "ใหม่"
          break
        }
        rows[at] = cells.joined(separator: ",")
        return rows.joined(separator: "\n") + "\n"
      } + " row \(at)"
  }
}
