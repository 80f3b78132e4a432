import SaanSite
import SaanText
import TestSupport
import Testing

/// One page of each kind and language as readers get it from the theme that Saan comes with.
///
/// Each is compared with a file in `Pages/`, one tag to a line. A change of the theme or of the
/// program shows there what readers will see: `make golden` rewrites the files, `git diff` shows
/// the change, and what is not meant is a mistake.
@Suite struct SpecimenTests {
  /// A page of each kind by the name of its file, without the language.
  private static let pages: KeyValuePairs = [
    "home": "", "article": "news/opening/", "article-plain": "news/seeds/",
    "article-undated": "news/undated/", "event": "events/fair/",
    "event-of-a-row": "events/open-day/", "month": "events/months/2024-10/",
    "report": "reports/first/",
    "proposal": "proposals/p1/", "section": "about/", "page": "about/team/",
    "page-in-english-only": "about/group/one/", "list": "news/", "list-last": "news/page/3/",
    "list-of-events": "events/", "list-of-many-pages": "reports/",
    "list-of-proposals": "proposals/", "terms": "topics/",
    "term": "topics/seeds/", "country": "country/", "regions": "regions/",
    "region": "regions/up/", "region-of-a-scheme": "regions/river/", "provinces": "provinces/",
    "province": "provinces/don-sommut/", "province-empty": "provinces/thung-wang/",
    "district": "provinces/don-sommut/mueang-don-sommut/", "register": "trees/",
    "register-empty": "plots/", "register-area": "trees/in/don-sommut/",
    "register-area-last": "trees/in/don-sommut/page/2/", "record": "trees/t-1/",
    "record-bare": "trees/t-4/", "figures": "figures/", "figure": "figures/gardens-count/",
    "figure-of-areas": "figures/seeds-saved/", "figure-computed": "figures/trees-height/",
    "disagreements": "figures/disagreements/", "sources": "sources/",
    "source": "sources/almanac/", "source-bare": "sources/ledger/",
    "datasets": "data/", "dataset": "data/trees/", "changes": "data/changes/",
    "proposal-without-article": "proposals/p3/", "promises": "promises/",
    "promises-of-a-topic": "promises/by/topic/water/", "promise": "promises/garden/",
    "promise-bare": "promises/seed/", "promise-retired": "promises/tree/",
    "parties": "parties/", "party": "parties/mango/", "matrix": "promises/matrix/",
    "tracker-method": "promises/method/",
    "search": "search/",
  ]

  /// What is the same for all readers.
  private static let common = [
    "404.html", "index.html", "robots.txt", "sitemap.xml", "th/site.webmanifest", "data/README.md",
    "data/catalog.jsonld", "data/datapackage.json", "data/observations-manifest.json",
    "data/trees.csv", "data/trees.json", "data/trees/dataset.json", "figures/gardens-count.csv",
    "figures/gardens-count.json", "provinces/don-sommut/data.csv",
    "provinces/don-sommut/data.json",
  ]

  @Test(arguments: pages.map(\.key), ["th", "en"])
  func pageLooksLikeThis(_ name: String, language: String) async throws {
    let place = Self.pages.first { $0.key == name }?.value ?? ""
    let page = try #require(try await Specimen.outputs["\(language)/\(place)index.html"])
    try expectGolden(normalHTML(page), "Pages/\(name).\(language).html")
  }

  @Test(arguments: ["", "news/", "events/", "data/changes/", "promises/"], ["th", "en"])
  func feedLooksLikeThis(_ place: String, language: String) async throws {
    let feed = try #require(try await Specimen.outputs["\(language)/\(place)atom.xml"])
    let name = place.isEmpty ? "all" : place.split(separator: "/").joined(separator: "-")
    try expectGolden(normalHTML(feed), "Pages/feed-\(name).\(language).xml")
  }

  @Test(arguments: ["", "data/changes/"], ["th", "en"])
  func jsonFeedLooksLikeThis(_ place: String, language: String) async throws {
    let feed = try #require(try await Specimen.outputs["\(language)/\(place)feed.json"])
    let name = place.isEmpty ? "all" : place.split(separator: "/").joined(separator: "-")
    try expectGolden(feed, "Pages/feed-\(name).\(language).json")
  }

  @Test(arguments: ["", "events/open-day/"], ["th", "en"])
  func calendarLooksLikeThis(_ place: String, language: String) async throws {
    let name = place.isEmpty ? "events" : "event"
    let file = try #require(try await Specimen.outputs["\(language)/\(place)\(name).ics"])
    try expectGolden(file.replacing("\r\n", with: "\n"), "Pages/calendar-\(name).\(language).ics")
  }

  @Test(arguments: common) func fileLooksLikeThis(_ path: String) async throws {
    let text = try #require(try await Specimen.outputs[path])
    let isMarkup = path.hasSuffix(".html") || path.hasSuffix(".xml")
    let name = path.split(separator: "/").joined(separator: "-")
    try expectGolden(isMarkup ? normalHTML(text) : text, "Pages/\(name)")
  }

  @Test func redirectsLookLikeThis() async throws {
    let outputs = try await Specimen.outputs
    let redirects = outputs.filter { $1.contains("http-equiv=\"refresh\"") && $0 != "index.html" }
    let text = redirects.keys.sorted().map { "\($0)\n\(normalHTML(redirects[$0] ?? ""))" }
    try expectGolden(text.joined(separator: "\n"), "Pages/redirects.txt")
  }

  @Test func everyAddressIsListed() async throws {
    let paths = try await Specimen.outputs.keys.sorted()
    try expectGolden(
      normalHTML(paths.joined(separator: "<br>")).split(separator: "\n")
        .filter { $0 != "<br>" }.joined(separator: "\n") + "\n", "Pages/addresses.txt")
  }

  @Test func everyKindHasItsPage() async throws {
    let pages = Self.pages.map { "\($0.key)" }.joined(separator: " ")
    let seen = Set(
      pages.split { $0 == " " || $0 == "-" }.map(String.init) + [
        "404", "language-choice", "register_area", "asset", "area file", "calendar", "data file",
        "feed", "figure file", "manifest", "opensearch", "redirect", "robots", "search index",
        "sitemap", "tracker_method",
      ])
    #expect(try await Specimen.kinds.subtracting(seen) == [])
  }

  @Test func everyKindHasAThaiName() async throws {
    let kinds = try await Specimen.kinds.subtracting(["robots"])
    for kind in kinds {
      #expect(name(ofKind: kind, .english) == kind)
      #expect(
        name(ofKind: kind, .thai).unicodeScalars.contains { $0.value >= 0xE00 }, "\(kind)")
    }
  }

  @Test func pagesAreMadeLikeEachOther() {
    #expect(
      normalHTML("<p  class=b\n id='a'>x\n y</p><br /><!-- c\nd --><a href=\"/s.0123456789.css\">")
        == "<p class=b id='a'>\nx y\n</p>\n<br/>\n<!-- c d -->\n<a href=\"/s.….css\">\n")
    #expect(normalHTML("a\u{A0}b") == "a&nbsp;b\n")
    #expect(normalHTML("<script>if (a < b) {}</script>") == "<script>\nif (a < b) {}\n</script>\n")
    #expect(normalHTML("<a title=\"x > y\">") == "<a title=\"x > y\">\n")
  }
}
