import Foundation
import SaanModel
import SaanPublish
import SaanSite
import SaanText
import Testing

/// What lets a reader keep, follow, cite and pass on a page.
@Suite struct PassedOnTests {
  private static let outputs = Task { try await RichPlaces.pages(RichPlaces.tree()) }

  private func output(_ path: String) async throws -> String {
    try #require(try await Self.outputs.value[path], "\(path)")
  }

  // MARK: Feeds

  @Test func topicsAndProvincesWithArticlesHaveFeeds() async throws {
    let feeds = try await Self.outputs.value.keys.filter { $0.hasSuffix("atom.xml") }
    // Notes have no feed, so their topic and province have none; one article is in Thai alone.
    #expect(
      feeds.sorted() == [
        "en/atom.xml", "en/news/atom.xml", "en/provinces/p50/atom.xml", "en/topics/water/atom.xml",
        "th/atom.xml", "th/news/atom.xml", "th/provinces/p50/atom.xml",
        "th/provinces/p51/atom.xml", "th/topics/water/atom.xml",
      ])
    let json = try await Self.outputs.value.keys.filter { $0.hasSuffix("feed.json") }
    #expect(
      json.map { $0.replacing("feed.json", with: "atom.xml") }.sorted() == feeds.sorted(),
      "JSON Feed stands beside Atom everywhere")
  }

  @Test func theyHoldWhatTheirPageLists() async throws {
    let water = try await output("th/topics/water/atom.xml")
    #expect(water.contains("<title>น้ำ – เครือข่าย</title>"))
    #expect(
      water.contains("<link href=\"https://example.org/th/topics/water/\"")
        || water.contains("href=\"https://example.org/th/topics/water/\""))
    #expect(water.parts("<entry>", "</entry>").count == 2)
    #expect(water.contains("ฝายชุมชน") && water.contains("บ่อน้ำ"))
    let place = try await output("en/provinces/p50/feed.json")
    #expect(
      place.contains("\"title\":\"Province 50 – Network\"")
        || place.contains("\"title\": \"Province 50 – Network\""))
    #expect(place.contains("A weir") && !place.contains("บ่อน้ำ"))
  }

  @Test(arguments: ["topics/water/", "provinces/p50/", "news/"], ["th", "en"])
  func pagesAnnounceTheirFeedsAndShowThem(_ place: String, language: String) async throws {
    let page = try await output("\(language)/\(place)index.html")
    let (head, body) = (page.between("<head>", "</head>"), page.between("<main", "</main>"))
    for (file, type) in [("atom.xml", "atom"), ("feed.json", "feed")] {
      let ending = type == "atom" ? "xml" : "json"
      #expect(head.contains("rel=\"alternate\" type=\"application/\(type)+\(ending)\""))
      #expect(head.contains("href=\"/\(language)/\(place)\(file)\""))
      #expect(body.contains("<a href=\"/\(language)/\(place)\(file)\""))
    }
    let other = try await output("\(language)/provinces/p60/index.html")
    #expect(!other.contains("provinces/p60/atom.xml") && !other.contains("class=\"small feeds\""))
  }

  // MARK: Keeping

  private struct Manifest: Decodable {
    let name: String
    let lang: String
  }

  @Test func theManifestSaysWhatTheSiteIs() async throws {
    let thai = try await output("th/site.webmanifest")
    let read = try JSONDecoder().decode(Manifest.self, from: Data(thai.utf8))
    #expect(read.name == "เครือข่าย" && read.lang == "th")
    #expect(thai.contains("\"start_url\": \"./\""))
    #expect(
      thai.contains("favicon.") && thai.contains("\"sizes\": \"any\", \"type\": \"image/svg+xml\""))
    #expect(try await output("en/site.webmanifest").contains("\"name\": \"Network\""))
    for language in ["th", "en"] {
      for path in ["", "news/dam/", "provinces/"] {
        let head = try await output("\(language)/\(path)index.html").between("<head>", "</head>")
        #expect(head.contains("<link rel=\"manifest\" href=\"/\(language)/site.webmanifest\">"))
        #expect(head.contains("<meta name=\"color-scheme\" content=\"light dark\">"))
      }
    }
  }

  @Test func anIconOfTheSitesOwnTakesThePlaceOfTheThemes() async throws {
    var tree = RichPlaces.tree([
      "site.yaml": (RichPlaces.files["site.yaml"] ?? "")
        + "theme_options: {icon: icons/mine.png, logo: wide.svg}\n",
      "theme/assets/wide.svg":
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 90 10\"></svg>",
    ])
    // A picture of 512 by 512, without its points.
    let head: [UInt8] = [
      0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 2,
      0, 0, 0, 2, 0, 8, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0, 0, 0, 0,
    ]
    tree.add("theme/assets/icons/mine.png", head)
    let pages = try await RichPlaces.pages(tree)
    let manifest = try #require(pages["th/site.webmanifest"])
    #expect(manifest.contains("\"sizes\": \"512x512\", \"type\": \"image/png\""))
    let page = try #require(pages["th/index.html"])
    #expect(page.contains("<link rel=\"apple-touch-icon\" href=\"/assets/icons/mine."))
    #expect(page.contains("<link rel=\"icon\" href=\"/assets/icons/mine."))
  }

  // MARK: Where a page stands, citing, passing on

  @Test func searchEnginesSeeWhereAPageStands() async throws {
    let head = try await output("en/provinces/p50/index.html").between("<head>", "</head>")
    let data = head.between("<script type=\"application/ld+json\">", "</script>")
    #expect(data.contains("\"@type\":\"BreadcrumbList\""))
    for (position, name, path) in [(1, "Home", ""), (2, "Provinces", "provinces/")] {
      #expect(
        data.contains(
          "\"position\":\(position),\"name\":\"\(name)\","
            + "\"item\":{\"@id\":\"https://example.org/en/\(path)\"}"))
    }
    #expect(data.contains("\"position\":4,\"name\":\"Province 50\"}]"))
    #expect(try await !output("en/index.html").contains("BreadcrumbList"))
  }

  @Test func anArticleSaysWhenItChanged() async throws {
    let text = try await output("th/news/dam/index.html").between("<main", "</main>")
    #expect(text.contains("<time datetime=\"2024-03-01\">"))
  }

  @Test(arguments: ["th", "en"]) func pagesArePassedOnByPlainLinks(_ language: String) async throws
  {
    for path in ["news/dam/", "provinces/p50/", "figures/funds-count/"] {
      let page = try await output("\(language)/\(path)index.html")
      let share = page.between("<nav class=\"share\"", "</nav>")
      let slashed = path.replacing("/", with: "%2F")
      let address = "https%3A%2F%2Fexample.org%2F\(language)%2F\(slashed)"
      let plain = "https%3A//example.org/\(language)/\(path)"
      for start in [
        "https://line.me/R/share?text=", "https://www.facebook.com/sharer/sharer.php?u=",
        "https://x.com/intent/post?url=", "mailto:?subject=",
      ] {
        let link = share.parts("href=\"", "\"").first { $0.contains(start) } ?? ""
        #expect(link.contains(address) || link.contains(plain), "\(start) \(share)")
      }
      // Nothing is asked of anybody else before a click.
      #expect(
        page.parts("<script", ">").allSatisfy {
          !$0.contains("src=\"http") && !$0.contains("src=\"//")
        })
    }
    #expect(try await !output("\(language)/index.html").contains("class=\"share\""))
  }

  @Test(arguments: ["th", "en"]) func aCitationStandsThereWithoutAScript(_ language: String)
    async throws
  {
    let page = try await output("\(language)/figures/funds-count/index.html")
    let section = page.between("<section class=\"citations\"", "</section>")
    #expect(section.contains(language == "th" ? "data-copy=\"คัดลอก\"" : "data-copy=\"Copy\""))
    #expect(section.parts("class=\"citation\"", "</p>").count == 2 && !section.contains("<button"))
    #expect(page.contains("/assets/js/copy."))
  }

  @Test func thePageNotFoundLeadsOn() async throws {
    let page = try await output("404.html")
    for language in ["th", "en"] {
      let ways = page.between("<section lang=\"\(language)\"", "</section>")
      for place in ["", "provinces/", "figures/"] {
        #expect(ways.contains("<a href=\"/\(language)/\(place)\">"), "\(language) \(place)")
      }
    }
    let bare = try await ShippedThemeTests().build().pages["404.html"] ?? ""
    #expect(bare.contains("<a href=\"/th/\">") && !bare.contains("provinces/"))
  }
}
