import SaanModel
import SaanPublish
import SaanSite
import SaanText
import Testing

/// Names that a reader is shown in another language say which (WCAG 3.1.2), wherever they stand.
@Suite struct BorrowedTextTests {
  /// A site with one of everything whose tables have Thai words only.
  private static let thai = Task {
    var tree = site(languages: "[th, en]")
    for (path, file) in tree.files where path.hasSuffix(".csv") {
      tree.add(path, Array(withoutEnglish(file.text).utf8))
    }
    return try await outputs(of: tree)
  }
  /// The same with English words, from which Malay readers borrow.
  private static let english = Task { try await outputs(of: site(languages: "[en, th]")) }

  private static func site(languages fallback: String) -> SourceTree {
    var tree = Specimen.tree
    let settings = tree.files["site.yaml"]?.text ?? ""
    tree.add(
      "site.yaml",
      Array(
        (settings + """

          languages:
            th: {name: ไทย}
            en: {name: English}
            ms: {name: Bahasa Melayu, fallback: \(fallback)}

          """).utf8))
    tree.add("theme/words/ms.yaml", Array(wordsMalay.utf8))
    tree.add(
      "themes/commons/phrases/ms.yaml", tree.files["themes/commons/phrases/en.yaml"]?.bytes ?? [])
    return tree
  }

  private static func outputs(of tree: SourceTree) async throws -> [String: String] {
    let result = try await build(tree, Specimen.options, into: MemorySink())
    let errors = result.diagnostics.all.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(DiagnosticPrinter().text(result.diagnostics))")
    return (result.report ?? [:]).mapValues { String(decoding: $0, as: UTF8.self) }
  }

  /// A table whose English columns are empty.
  private static func withoutEnglish(_ table: String) -> String {
    let lines = table.split(separator: "\n").map(cells)
    guard let head = lines.first else { return table }
    let rows = lines.dropFirst().map { row in
      row.enumerated().map { head[$0.offset].hasSuffix("@en") ? "" : $0.element }
    }
    return ([head] + rows).map { $0.joined(separator: ",") + "\n" }.joined()
  }

  /// The cells of a row as they are written, with their quotes.
  private static func cells(_ row: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in row {
      if character == "\"" { isQuoted.toggle() }
      if character == ",", !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  /// What can hold no element: the name of the window, and of a drawing and its parts.
  ///
  /// A name that is borrowed as a whole is marked there as well.
  private static let plainElements: Set<String> = ["title", "desc"]

  /// The texts with Thai letters that a page does not call Thai.
  private func unmarked(_ page: String) -> [String] {
    spokenTexts(page).filter { text in
      text.language != "th" && !Self.plainElements.contains(text.elements.last ?? "")
        && text.text.unicodeScalars.contains { (0xE01...0xE5B).contains($0.value) }
    }.map { "\($0.elements.suffix(3).joined(separator: ">")): \($0.text)" }
  }

  private func expectMarked(_ outputs: [String: String], below folder: String) {
    let pages = outputs.filter { $0.key.hasPrefix(folder) && $0.key.hasSuffix(".html") }
    #expect(pages.count > 60)
    var found: [String] = []
    for (path, page) in pages.sorted(by: { $0.key < $1.key }) {
      found += unmarked(page).map { "\(path): \($0)" }
    }
    #expect(found.isEmpty, "\(found.count)\n\(found.joined(separator: "\n"))")
  }

  @Test(arguments: ["th", "en", "ms"])
  func everyThaiTextOfAPageIsCalledThai(_ language: String) async throws {
    expectMarked(try await Self.thai.value, below: language + "/")
  }

  @Test func pagesInTheirOwnLanguageAreNotMarked() async throws {
    // Pages that say how to cite them do so in all languages.
    for (path, page) in try await Self.thai.value
    where path.hasPrefix("th/") && path.hasSuffix(".html")
      && !page.contains("class=\"citation\"")
    {
      #expect(!page.contains("<span lang=\"th\">"), "\(path)")
    }
  }

  /// English shares its letters with Malay, so that names are known by the tables.
  @Test func englishNamesOnMalayPagesAreCalledEnglish() async throws {
    let outputs = try await Self.english.value
    for (path, marks) in [
      ("figures/gardens-count/", ["<dd><span lang=\"en\">gardens</span></dd>"]),
      (
        "provinces/don-sommut/",
        [
          "di <span lang=\"en\">Upland</span>, mempunyai",
          "<span class=\"unit\"><span lang=\"en\">gardens</span></span>",
        ]
      ),
      (
        "provinces/",
        [
          "-t\" lang=\"en\">", "<figcaption><span lang=\"en\">",
          "\"><span lang=\"en\">Upland</span></th>",
        ]
      ),
    ] {
      let page = try #require(outputs["ms/\(path)index.html"])
      for mark in marks { #expect(page.contains(mark), "\(path) \(mark)") }
    }
  }

  /// What is borrowed is read like anything else: a page that a name stood on is made again when
  /// the name is the reader's own, or nobody's.
  @Test func aPageIsMadeAgainWhenWhatItBorrowsChanges() async throws {
    let base = TestSite.withData
    let site = base.with([
      "site.yaml": (base.files["site.yaml"] ?? "")
        + "languages: {th: {}, en: {}, ms: {name: Bahasa Melayu, fallback: [en, th]}}\n",
      "theme/words/ms.yaml": wordsMalay,
      "themes/plain/phrases/ms.yaml": base.files["themes/plain/phrases/en.yaml"] ?? "",
      "themes/plain/shortcodes/say.html": "{{ args[0] | marked }}",
      "content/said.ms.md": "---\ntitle: Kata\n---\n{{ say(\"Funds sini\") }}\n",
    ])
    let first = try await build(
      site.tree, site.options(), notes: .ledger(nil), into: MemorySink())
    let before = try #require(first.report, "\(DiagnosticPrinter().text(first.diagnostics))")
    func page(_ outputs: [String: [UInt8]]) throws -> String {
      String(decoding: try #require(outputs["ms/said/index.html"]), as: UTF8.self)
    }
    #expect(try page(before).contains("<span lang=\"en\">Funds</span> sini"))
    let edited = site.replacing(",Funds,", with: ",Money,", in: "content/data/indicators.csv")
    let kept = try await build(
      edited.tree, edited.options(), notes: .ledger(first.ledger),
      into: MemorySink(former: before))
    let after = try page(try #require(kept.report))
    #expect(after.contains("Funds sini"), "\(after)")
  }
}
