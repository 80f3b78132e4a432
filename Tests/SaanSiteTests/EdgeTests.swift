import Glibc
import SaanModel
import SaanPublish
import SaanSite
import SaanText
import Testing

/// Order, limits and dates where one more or one less makes the difference, as readers see them.
@Suite struct EdgeTests {
  /// Articles of the collection `news` by their names, each with lines of front matter.
  private func site(_ articles: [String: String], translated: Bool = false) -> TestSite {
    var files: [String: String] = [:]
    for (name, lines) in articles {
      files["content/news/\(name).th.md"] = "---\ntitle: ข่าว \(name)\n\(lines)\n---\nก\n"
      if translated { files["content/news/\(name).en.md"] = "---\ntitle: News \(name)\n---\nA\n" }
    }
    return TestSite().with(files)
  }

  private func page(
    _ template: String, _ path: String, of site: TestSite, _ name: String = "page.html"
  ) async throws -> String {
    let (outputs, found) = try await site.with(["themes/plain/templates/\(name)": template]).build()
    return outputs[path] ?? DiagnosticPrinter().text(found)
  }

  // MARK: Days

  /// Today is 2024-10-04.
  @Test(arguments: [
    ("publish_date: 2024-10-04", true), ("publish_date: 2024-10-05", false),
    ("expiry_date: 2024-10-05", true), ("expiry_date: 2024-10-04", false),
    ("publish_date: 2024-10-04\nexpiry_date: 2024-10-05", true), ("draft: true", false),
    ("draft: false", true),
  ])
  func aPageIsOutFromItsDayUntilTheDayItExpires(lines: String, isOut: Bool) async throws {
    let outputs = try await site(["a": "date: 2024-01-01\n" + lines], translated: true).build()
      .outputs
    for language in ["th", "en"] {
      #expect((outputs["\(language)/news/a/index.html"] != nil) == isOut)
      #expect(outputs["\(language)/atom.xml"]?.contains("/news/a/") == isOut)
      #expect(outputs["\(language)/news/index.html"]?.contains("/news/a/") == isOut)
    }
    #expect(outputs["sitemap.xml"]?.contains("/news/a/") == isOut)
  }

  @Test func upcomingEventsBeginWithThoseOfToday() async throws {
    let events = site([
      "past": "date: 2024-10-03", "today": "date: 2024-10-04", "soon": "date: 2024-10-05",
      "later": "date: 2025-01", "undated": "weight: 1",
    ])
    let template = """
      {% for p in collection("news", upcoming=true) %}{{ p.title }};{% endfor %}|\
      {% for p in collection("news", limit=2) %}{{ p.title }};{% endfor %}
      """
    #expect(
      try await page(template, "th/index.html", of: events)
        == "ข่าว today;ข่าว soon;ข่าว later;|ข่าว later;ข่าว soon;")
  }

  @Test func whatATranslationDoesNotSetIsInherited() async throws {
    let template = """
      {% if page.image %}{{ page.date }} {{ page.updated }} {{ page.author }} {{ page.image.src }} \
      {{ page.image.alt }}/{{ page.image.caption }}/{{ page.image.credit }}{% endif %}
      """
    let both = site([
      "a": """
      date: 2024-01-01
      updated: 2024-02-02
      author: ก
      image: {src: /p.svg, alt: อ, caption: ค, credit: ม}
      """
    ]).with([
      "content/news/a.en.md": "---\ntitle: A\nimage: {alt: alt, caption: words}\n---\nA\n",
      "static/p.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>",
    ])
    let thai = try await page(template, "th/news/a/index.html", of: both)
    #expect(thai.hasPrefix("2024-01-01 2024-02-02 ก /p.svg"))
    #expect(thai.hasSuffix("อ/ค/ม"))
    let english = try await page(template, "en/news/a/index.html", of: both)
    #expect(english.hasPrefix("2024-01-01 2024-02-02 ก /p.svg"))
    #expect(english.hasSuffix("alt/words/ม"))
  }

  // MARK: Lists

  @Test func aFeedHoldsTheNewestTwenty() async throws {
    let articles = Dictionary(
      uniqueKeysWithValues: (1...23).map { ("n\($0)", "date: 2024-01-\($0 < 10 ? "0" : "")\($0)") })
    let outputs = try await site(articles, translated: true).build().outputs
    for language in ["th", "en"] {
      for path in ["\(language)/atom.xml", "\(language)/news/atom.xml"] {
        let feed = try #require(outputs[path])
        let ids = feed.split(separator: "<entry>\n<id>").dropFirst().map { $0.prefix { $0 != "<" } }
        #expect(
          ids == (4...23).reversed().map { "https://example.org/\(language)/news/n\($0)/" })
        #expect(feed.contains("<updated>2024-01-23T00:00:00"))
      }
    }
  }

  @Test(arguments: [(2, 1), (3, 2), (4, 2), (5, 3)])
  func aListHasAsManyPagesAsItNeeds(count: Int, pages: Int) async throws {
    let articles = Dictionary(
      uniqueKeysWithValues: (1...count).map { ("n\($0)", "date: 2024-01-0\($0)") })
    let outputs = try await site(articles).build().outputs
    let lists = outputs.keys.filter { $0.hasPrefix("th/news/page/") }
    #expect(lists.count == pages - 1)
    let first = outputs["th/news/index.html"] ?? ""
    #expect(first.split(separator: "<a href").dropFirst().count == min(count, 2))
    let all = ([first] + lists.map { outputs[$0] ?? "" }).joined()
    for number in 1...count { #expect(all.contains("/th/news/n\(number)/")) }
  }

  @Test func aTopicListsFiftyToAPage() async throws {
    let articles = Dictionary(
      uniqueKeysWithValues: (1...51).map { ("n\($0)", "topics: [housing]") })
    let outputs = try await site(articles).build().outputs
    #expect(
      outputs["th/topics/housing/index.html"]?.split(separator: "<a href").dropFirst().count == 50)
    #expect(
      outputs["th/topics/housing/page/2/index.html"]?.split(separator: "<a href").count == 2)
  }

  @Test(arguments: [
    ("sort: date", "c b a d e"), ("sort: date, order: ascending", "e d a b c"),
    ("sort: weight, order: ascending", "e d a b c"), ("sort: title, order: ascending", "a b c d e"),
    ("sort: title, order: descending", "e d c b a"),
  ])
  func aListIsInTheOrderThatTheSettingsAskFor(setting: String, names: String) async throws {
    let articles = site([
      "a": "date: 2023-01-01\nweight: 3", "b": "date: 2024-01-01\nweight: 4",
      "c": "date: 2024-05-05", "d": "weight: 2", "e": "weight: 1",
    ]).replacing(
      "sort: date, group: year, per_page: 2", with: "\(setting), per_page: 9", in: "site.yaml")
    let list = try #require(try await articles.build().outputs["th/news/index.html"])
    let found = list.split(separator: "\">ข่าว ").dropFirst().map { String($0.prefix(1)) }
    #expect(found.joined(separator: " ") == names)
  }

  @Test func relatedPagesShareMostTopicsTheNewestFirst() async throws {
    let articles = site([
      "own": "date: 2024-01-01\ntopics: [housing, land]",
      "both": "date: 2020-01-01\ntopics: [land, housing]",
      "old": "date: 2021-01-01\ntopics: [housing]", "new": "date: 2023-01-01\ntopics: [land]",
      "mid": "date: 2022-01-01\ntopics: [housing]", "none": "date: 2024-02-02",
    ]).replacing(
      "housing: {th: ที่อยู่อาศัย, en: Housing}",
      with: "housing: {th: ที่อยู่อาศัย, en: Housing}\n      land: {th: ที่ดิน, en: Land}",
      in: "site.yaml")
    let template = "{% for p in page.related %}{{ p.title }};{% endfor %}"
    #expect(
      try await page(template, "th/news/own/index.html", of: articles)
        == "ข่าว both;ข่าว new;ข่าว mid;")
    #expect(try await page(template, "th/news/none/index.html", of: articles) == "")
  }

  @Test func longListsNameTheEndsAndTheNeighbours() async throws {
    let articles = Dictionary(
      uniqueKeysWithValues: (1...19).map { ("n\($0)", "weight: \($0)") })
    let template = """
      {% for p in page.paginator.pages %}{{ "… " if p.after_gap }}\
      {{ "[" ~ p.number ~ "]" if p.current else p.number }} {% endfor %}\
      {{ page.paginator.previous_url }} {{ page.paginator.next_url }}
      """
    let many = site(articles)
    #expect(
      try await page(template, "th/news/page/5/index.html", of: many, "list.html")
        == "1 … 3 4 [5] 6 7 … 10 /th/news/page/4/ /th/news/page/6/")
    #expect(
      try await page(template, "th/news/index.html", of: many, "list.html")
        == "[1] 2 3 … 10  /th/news/page/2/")
    #expect(
      try await page(template, "th/news/page/10/index.html", of: many, "list.html")
        == "1 … 8 9 [10] /th/news/page/9/ ")
  }

  @Test func aPlaceListsEightPagesOfACollection() async throws {
    let articles = (1...9).map {
      (
        "content/news/n\($0).th.md",
        "---\ntitle: ข่าว \($0)\ndate: 2024-01-0\($0)\nareas: [\"50\"]\n---\nก\n"
      )
    }
    let template = """
      {% for g in page.area.page_groups %}{{ g.name }} {{ g.count }}:\
      {% for p in g.items %} {{ p.title }}{% endfor %}{% endfor %}
      """
    let places = TestSite.withPlaces.with(Dictionary(uniqueKeysWithValues: articles))
    #expect(
      try await page(template, "th/provinces/chiang-mai/index.html", of: places, "province.html")
        == "news 9: " + (2...9).reversed().map { "ข่าว \($0)" }.joined(separator: " "))
  }

  @Test func aFiguresPageTellsFourAreasInFullAndTwentyPages() async throws {
    let rows = ["TH", "50", "55", "92", "N"].flatMap { code in
      ["funds,\(code),2022-10-26,stated,120,new,A", "funds,\(code),2013,stated,90,old,A"]
    }
    let articles = (1...21).map {
      ("content/news/n\($0).th.md", "---\ntitle: ข่าว \($0)\n---\nมี {{ figure(\"funds\") }}\n")
    }
    let template = """
      {% set i = page.indicator %}{% for c in i.areas_in_full %}{{ c.area.code }} {% endfor %}|\
      {% for c in i.areas_in_short %} {{ c.area.code }}{% endfor %}|\
      {{ i.cited_by | length }} of {{ i.cited_by_count }}
      """
    let figures = TestSite.withPlaces.with(Dictionary(uniqueKeysWithValues: articles)).with([
      "content/data/observations.csv":
        "indicator,area,as_of,as_of_basis,value,source,status\n" + rows.joined(separator: "\n"),
      "themes/plain/templates/figures.html": "",
      "themes/plain/shortcodes/figure.html": "{% set f = figure(args[0]) %}{{ f.text }}",
      "themes/plain/phrases/th.yaml": TestSite.withData.files["themes/plain/phrases/th.yaml"] ?? "",
      "themes/plain/phrases/en.yaml": TestSite.withData.files["themes/plain/phrases/en.yaml"] ?? "",
    ])
    let found = try await page(
      template, "th/figures/funds/index.html", of: figures, "figure.html")
    #expect(found == "TH 50 55 92 | N|20 of 21")
  }

  @Test func aBuildTellsOfItsFiveLargestPages() async throws {
    let site = TestSite().with([
      "content/a.th.md": "---\ntitle: ก\n---\n\(String(repeating: "ก", count: 999))\n"
    ])
    let heaviest = try await build(site.tree, site.options(), into: MemorySink()).heaviest
    #expect(heaviest.count == 5)
    #expect(heaviest.prefix(2).map(\.output).sorted() == ["en/a/index.html", "th/a/index.html"])
    #expect(heaviest.map(\.page) == heaviest.map(\.page).sorted(by: >))
  }

  // MARK: Texts and links

  @Test func aSummaryOfTheTextEndsInTime() async throws {
    let long = Array(repeating: "twelve chars", count: 20).joined(separator: " ")
    let text = TestSite().with(["content/a.en.md": "---\ntitle: A\n---\n\(long)\n"])
    let summary = try await page("{{ page.summary }}", "en/a/index.html", of: text)
    // Twelve phrases of thirteen letters are 155; a thirteenth would be 168.
    #expect(summary == Array(repeating: "twelve chars", count: 12).joined(separator: " ") + "…")
  }

  @Test func anAddressOfAnotherHostIsLeftAsItIs() async throws {
    let other = TestSite().with([
      "content/a.th.md": "---\ntitle: ก\n---\n[ข](/news/) [ค](https://example.net/y)\n"
    ])
    let template = "<a href=\"//example.net/x\">ก</a> {{ page.content }}"
    let html = try await page(template, "th/a/index.html", of: other)
    #expect(html.contains("href=\"//example.net/x\""))
    #expect(html.contains("href=\"https://example.net/y\""))
    #expect(!html.contains("/th//example.net"))
  }

  @Test func addressesThatDifferInCaseOnlyAreOne() async throws {
    let twice = TestSite().with([
      "content/news/ä/index.th.md": "---\ntitle: ก\n---\n",
      "content/news/Ä/index.th.md": "---\ntitle: ข\n---\n",
    ])
    #expect(try await twice.check().contains("same-url"))
    let files = TestSite().with(["static/Logo.png": "a", "static/logo.png": "b"])
    #expect(try await files.check().contains("same-url"))
  }

  @Test func aCodeIsInTheLanguageOfWhoeverReadsIt() async throws {
    let site = TestSite.withForests.replacing(
      "f-2,ป่าไผ่,Bamboo wood,", with: "f-2,KM-12,,", in: "content/data/forests.csv")
    let outputs = try await site.build().outputs
    for language in ["th", "en"] {
      #expect(
        outputs["\(language)/forests/f-2/index.html"]?.hasPrefix("KM-12 [\(language)]") == true)
      #expect(outputs["\(language)/forests/f-1/index.html"]?.hasPrefix("ป่าเก่า [th]") == true)
    }
  }

  // MARK: Files

  @Test func filesOfOtherProgramsAreNotRead() async throws {
    let folder = Folder()
    for (path, text) in TestSite().files {
      try FileSystem.create(folder.path(path), Array(text.utf8))
    }
    for name in ["~$table.csv", ".hidden.csv", "table.csv~"] {
      try FileSystem.create(folder.path("content/data/\(name)"), [0xFF, 0xFE])
      try FileSystem.create(folder.path("content/news/\(name)"), [0xFF, 0xFE])
    }
    let tree = try await readTree(at: folder.root, jobs: 2)
    #expect((Array(tree.files.keys) + tree.assets.keys).filter { $0.contains("table") } == [])
    #expect(tree.diagnostics.all.map(\.code) == ["hidden-files"])
  }

  @Test func aLinkedFolderOutsideTheSiteIsNotPublished() async throws {
    let (folder, outside) = (Folder(), Folder())
    for (path, text) in TestSite().files {
      try FileSystem.create(folder.path(path), Array(text.utf8))
    }
    try FileSystem.create(outside.path("secret.png"), [1])
    try #require(symlink(outside.root, folder.path("static-link")) == 0)
    try FileSystem.create(folder.path("static/own.png"), [1])
    try #require(symlink(outside.root, folder.path("static/linked")) == 0)
    try #require(symlink(outside.root, folder.path("content/linked")) == 0)
    let tree = try await readTree(at: folder.root, jobs: 2)
    #expect(tree.assets.keys.filter { $0.hasSuffix(".png") } == ["static/own.png"])
  }
}
