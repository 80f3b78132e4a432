import SaanText
import Testing

/// Fields of an article in two languages: those without words stand in any file, those with words
/// are each file's own.
@Suite struct SharedFieldTests {
  enum Placement: String, CaseIterable, Sendable { case thai, english, alike, differing }

  /// A field with two of its values, and what a page shows of the first.
  struct Field: Sendable, CustomTestStringConvertible {
    let name: String
    let one: String
    let other: String
    let shown: String
    var testDescription: String { name }
  }

  static let shared = [
    Field(
      name: "date", one: "date: 2022-10-26T09:00", other: "date: 2022-10-26",
      shown: "[2022-10-26T09:00]"),
    Field(
      name: "updated", one: "updated: 2023-01-02", other: "updated: 2023-01-03",
      shown: "(2023-01-02)"),
    Field(
      name: "topics", one: "topics: [housing, funds]", other: "topics: [housing]",
      shown: "topics housing funds"),
    Field(name: "areas", one: "areas: [\"32\"]", other: "areas: [\"50\"]", shown: "areas 32"),
    Field(
      name: "image.src", one: "image: {src: a.svg, alt: a}", other: "image: {src: b.svg, alt: a}",
      shown: "/assets/news/x/a."),
    Field(
      name: "figures", one: "figures: [members, funds]", other: "figures: [funds, members]",
      shown: "figures members funds"),
    Field(name: "weight", one: "weight: 3", other: "weight: 4", shown: "weight 3"),
    Field(
      name: "template", one: "template: a.html", other: "template: b.html", shown: "template A"),
    Field(
      name: "extra.start", one: "extra: {start: 15 ธันวาคม 2569 เวลา 09.00 น.}",
      other: "extra: {start: 2026-12-16}", shown: "start 09:00"),
    Field(
      name: "extra.end", one: "extra: {end: 2026-12-15T12:00}",
      other: "extra: {end: 2026-12-15T13:00}", shown: "end 12:00"),
  ]

  @Test(arguments: shared, Placement.allCases)
  func aFieldWithoutWordsStandsInAnyFile(_ field: Field, _ placement: Placement) async throws {
    for language in ["th", "en"] {
      let site = Self.site(default: language, field, placement)
      let (outputs, diagnostics) = try await site.build()
      if placement == .differing {
        let found = try #require(diagnostics.all.first { $0.code == "different-values" })
        #expect(found.message.en.contains("'\(field.name)'"))
        let (first, second) = language == "th" ? ("th", "en") : ("en", "th")
        #expect(found.message.th.contains("content/news/x/index.\(first).md:"))
        #expect(found.place?.path == "content/news/x/index.\(second).md")
        continue
      }
      #expect(!diagnostics.hasErrors, "\(diagnostics.all)")
      for reader in ["th", "en"] {
        let page = try #require(outputs["\(reader)/news/x/index.html"])
        #expect(page.contains(field.shown), "\(reader) under \(language): \(page)")
      }
    }
  }

  @Test func theOrderOfTopicsAndAreasIsNoDifference() async throws {
    let site = Self.site(
      default: "th",
      Field(
        name: "", one: "topics: [housing, funds]\nareas: [\"32\", surin]",
        other: "topics: [funds, housing]\nareas: [\"32\"]", shown: ""), .differing)
    let diagnostics = try await site.build().diagnostics
    #expect(!diagnostics.hasErrors, "\(diagnostics.all)")
  }

  @Test func aDateOfTheOtherLanguageIsInTheFeedsAndLists() async throws {
    let outputs = try await Self.site(default: "en", Self.shared[0], .thai).build().outputs
    for reader in ["th", "en"] {
      let feed = try #require(outputs["\(reader)/news/atom.xml"])
      #expect(feed.contains("<published>2022-10-26T09:00:00+07:00</published>"))
      #expect(feed.contains("<updated>2022-10-26T09:00:00+07:00</updated>"))
      #expect(!feed.contains("1970"))
    }
  }

  static let words = [
    Field(name: "summary", one: "summary: one", other: "summary: other", shown: "summary one"),
    Field(name: "author", one: "author: one", other: "author: other", shown: "author one"),
    Field(
      name: "alt", one: "image: {src: a.svg, alt: one}", other: "image: {alt: other}",
      shown: "alt one"),
    Field(
      name: "caption", one: "image: {src: a.svg, alt: x, caption: one}",
      other: "image: {alt: y, caption: other}", shown: "caption one"),
    Field(
      name: "credit", one: "image: {src: a.svg, alt: x, credit: one}",
      other: "image: {alt: y, credit: other}", shown: "credit one"),
    Field(
      name: "extra", one: "extra: {place: one}", other: "extra: {place: other}", shown: "place one"),
  ]

  @Test(arguments: words)
  func aFieldWithWordsIsEachFilesOwn(_ field: Field) async throws {
    for language in ["th", "en"] {
      let outputs = try await Self.site(default: language, field, .differing).build().outputs
      #expect(outputs["th/news/x/index.html"]?.contains(field.shown) == true)
      let other = field.shown.replacingOne
      #expect(outputs["en/news/x/index.html"]?.contains(other) == true, "\(other)")
    }
  }

  @Test(arguments: words)
  func aTranslationInheritsTheWordsItLacks(_ field: Field) async throws {
    let fromThai = try await Self.site(default: "th", field, .thai).build().outputs
    #expect(fromThai["en/news/x/index.html"]?.contains(field.shown) == true)
    let fromEnglish = try await Self.site(default: "en", field, .english).build().outputs
    #expect(fromEnglish["th/news/x/index.html"]?.contains(field.shown) == true)
  }

  @Test(arguments: words.filter { $0.name != "summary" })
  func anOriginalInheritsTheWordsThatNothingElseStandsFor(_ field: Field) async throws {
    let outputs = try await Self.site(default: "en", field, .thai).build().outputs
    #expect(outputs["en/news/x/index.html"]?.contains(field.shown) == true)
  }

  @Test func theBeginningOfAnOriginalIsABetterSummaryThanOneInAnotherLanguage() async throws {
    let outputs = try await Self.site(default: "en", Self.words[0], .thai).build().outputs
    #expect(outputs["en/news/x/index.html"]?.contains("summary Text") == true)
    #expect(outputs["th/news/x/index.html"]?.contains("summary one") == true)
  }

  @Test func aSlugIsInheritedByTranslationsOnlyAndAliasesByNobody() async throws {
    let field = Field(
      name: "", one: "slug: flood\naliases: [/th/old/]", other: "", shown: "")
    let fromThai = try await Self.site(default: "th", field, .thai).build().outputs
    #expect(
      fromThai["th/news/flood/index.html"] != nil && fromThai["en/news/flood/index.html"] != nil)
    let underEnglish = try await Self.site(default: "en", field, .thai).build().outputs
    #expect(underEnglish["th/news/flood/index.html"] != nil)
    #expect(underEnglish["en/news/x/index.html"] != nil)
  }

  private static func site(
    default language: String, _ field: Field, _ placement: Placement
  ) -> TestSite {
    let thai = placement == .english ? "" : field.one + "\n"
    let english =
      switch placement {
      case .thai: ""
      case .differing: field.other + "\n"
      default: field.one + "\n"
      }
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>"
    let yaml = (TestSite().files["site.yaml"] ?? "").split(separator: "\n").map(String.init)
    let funds = "      funds: {th: กองทุน, en: Funds}"
    let settings = yaml.flatMap { $0.contains("housing:") ? [$0, funds] : [$0] }
    return TestSite().with([
      "site.yaml": settings.joined(separator: "\n") + "\ndefault_language: \(language)\n",
      "content/news/x/index.th.md": "---\ntitle: ไทย\n\(thai)---\nข้อความ\n",
      "content/news/x/index.en.md": "---\ntitle: English\n\(english)---\nText\n",
      "content/news/x/a.svg": drawing, "content/news/x/b.svg": drawing,
      "content/data/areas.csv":
        "code,class,name,name@en,parent,slug\nTH,country,ไทย,Thailand,,\n32,province,สุรินทร์,Surin,TH,surin\n50,province,เชียงใหม่,Chiang Mai,TH,chiang-mai\n",
      "content/data/sources.csv": "id,title,producer\nr,a,b\n",
      "content/data/indicators.csv": "id,name\nmembers,m\nfunds,f\n",
      "content/data/observations.csv":
        "indicator,area,as_of,as_of_basis,value,source\nmembers,TH,2022,stated,12,r\nfunds,TH,2022,stated,13,r\n",
      "themes/plain/templates/a.html": "template A{{ page.content }}",
      "themes/plain/templates/b.html": "template B{{ page.content }}",
      "themes/plain/templates/page.html": template,
    ])
  }

  private static let template = """
    [{{ page.date }}] ({{ page.updated }}) topics {{ page.topics | map(attribute="slug") | join(" ") }}
    areas {{ page.areas | map(attribute="code") | join(" ") }}
    figures {% for f in page.figures %}{{ f.id }} {% endfor %}
    weight {{ page.weight }} {% if page.extra.start is defined %}start {{ page.extra.start.time }}{% endif %}
    {% if page.extra.end is defined %}end {{ page.extra.end.time }}{% endif %}
    summary {{ page.summary }} author {{ page.author }} place {{ page.extra.place | default("") }}
    {% if page.image %}{{ page.image.src }} alt {{ page.image.alt }} caption {{ page.image.caption }} credit {{ page.image.credit }}{% endif %}
    """
}

extension String {
  /// What a page shows of a field's other value.
  fileprivate var replacingOne: String {
    hasSuffix("one") ? dropLast(3) + "other" : self
  }
}
