import SaanPublish
import SaanSite
import SaanText
import Testing

/// Sources have pages, and every value leads to its own.
@Suite struct SourcePageTests {
  /// The pages of the made-up site whose values are looked at, by their site paths.
  private static func pages() async throws -> [String: String] {
    var pages: [String: String] = [:]
    for (output, text) in try await Specimen.outputs where output.hasSuffix("index.html") {
      pages["/below/" + output.dropLast("index.html".count)] = text
    }
    return pages
  }

  /// A source's page, or a register of this site, which is a source as well.
  private func isSource(_ href: String) -> Bool {
    let parts = href.split(separator: "/")
    return parts.count == 4 && parts[2] == "sources" || href.contains("/trees/")
  }

  @Test func everyValueLeadsToItsSourceInTwoLinks() async throws {
    let pages = try await Self.pages()
    var seen = 0
    // A register is its own source.
    for (path, page) in pages.sorted(by: { $0.key < $1.key }) where !path.contains("/trees/") {
      for value in linkedValues(page) {
        seen += 1
        let isNear =
          isSource(path)
          || value.links.contains { href in
            guard let next = href.split(separator: "#").first.map(String.init) else { return false }
            if isSource(next) { return pages[next] != nil }
            guard next.contains("/figures/"), let figure = pages[next] else { return false }
            return figure.ranges(of: "href=\"").contains { range in
              isSource(String(figure[range.upperBound...].prefix { $0 != "\"" }))
            }
          }
        #expect(isNear, "\(path): \(value.text) leads to \(value.links)")
      }
    }
    #expect(seen > 400, "\(seen)")
  }

  @Test func aValueWithoutALinkBesideItIsFound() {
    let page = """
      <ul><li><a href="/s/">a</a> <data value="1">1</data></li><li><p><data value="2">2</data>
      </p></li></ul><p><a href="/x/"><data value="3">3</data></a></p>
      """
    #expect(linkedValues(page).map(\.text) == ["1", "2", "3"])
    #expect(linkedValues(page).map(\.links) == [["/s/"], [], ["/x/"]])
  }

  @Test(arguments: ["th", "en"])
  func theFourDatesAreKeptApart(_ language: String) async throws {
    let pages = try await Self.pages()
    let known = try #require(pages["/below/\(language)/sources/almanac/"])
    for day in ["2023-02-14", "2024-03-01", "2024-06-01"] {
      #expect(known.ranges(of: "<time datetime=\"\(day)\">").count >= 1, "\(day)")
    }
    let bare = try #require(pages["/below/\(language)/sources/leaflet/"])
    let side = bare.prefix(upTo: bare.firstRange(of: "class=\"body\"")?.lowerBound ?? bare.endIndex)
    let words =
      language == "th"
      ? ["แหล่งข้อมูลเผยแพร่เมื่อ</dt><dd>ไม่ระบุ", "เราเก็บข้อมูลเมื่อ</dt><dd>ไม่ได้บันทึกไว้"]
      : ["Published by the source</dt><dd>not stated", "Retrieved by us</dt><dd>not recorded"]
    for word in words { #expect(side.contains(word), "\(word)") }
  }

  @Test func everyValueStandsOnItsSourcesPageInTheSourcesWords() async throws {
    let page = try #require(try await Self.pages()["/below/en/sources/survey/"])
    // Six values of its own, and three where others say otherwise.
    #expect(linkedValues(page).count == 9)
    #expect(page.contains("<q lang=\"th\">ราว 1,300</q>"))
    #expect(page.contains("page 3"))
    #expect(page.contains(">no data<") && page.contains(">not applicable<"))
  }

  @Test func whoIsNamedByTablesAloneSaysWhere() async throws {
    let pages = try await Self.pages()
    let page = try #require(pages["/below/th/sources/leaflet/"])
    #expect(page.contains("<a href=\"/below/th/data/organisations/\""))
    #expect(page.contains("เครือข่ายคนปลูก"))
    let none = try #require(pages["/below/th/sources/ledger/"])
    #expect(none.contains("ไม่มีตัวเลขในเว็บนี้ที่มาจากแหล่งข้อมูลนี้"))
  }

  @Test func aSourceOfManyValuesNamesTheFirstAndSaysHowManyMore() async throws {
    let codes = (10..<50).map { String($0) }
    let site = Specimen.commons([
      "site.yaml": "title: {th: เว็บ, en: Site}\nbase_url: https://a.example/\ntheme: commons\n",
      "content/data/areas.csv": "code,class,name,parent\nTH,country,ไทย,\n"
        + codes.map { "\($0),province,จ\($0),TH\n" }.joined(),
      "content/data/sources.csv": "id,title,producer\nhome page,เล่ม,ก\n",
      "content/data/indicators.csv": "id,name,unit\nfunds.count,กองทุน,กองทุน\n",
      "content/data/observations.csv": "indicator,area,as_of,as_of_basis,value,source\n"
        + codes.map { "funds.count,\($0),2022,stated,\($0)7,home page\n" }.joined(),
    ])
    let result = try await build(site, Specimen.options, into: MemorySink())
    let page = String(
      decoding: result.report?["en/sources/home-page/index.html"] ?? [], as: UTF8.self)
    #expect(linkedValues(page).count == 24, "\(DiagnosticPrinter().text(result.diagnostics))")
    #expect(page.contains("and 16 more values on the figure’s page"))
    #expect(page.contains("40 values on this site come from this source."))
  }

  @Test(arguments: ["", "R-a,region,ภาคหนึ่ง,TH\n"])
  func withoutProvincesFiguresHavePagesAndPlacesNone(_ region: String) async throws {
    let site = Specimen.commons([
      "site.yaml": "title: {th: เว็บ, en: Site}\nbase_url: https://a.example/\ntheme: commons\n",
      "content/data/areas.csv": "code,class,name,parent\nTH,country,ไทย,\n" + region,
      "content/data/sources.csv": "id,title,producer\nbook,เล่ม,ก\n",
      "content/data/indicators.csv": "id,name,unit\nfunds.count,กองทุน,กองทุน\n",
      "content/data/observations.csv":
        "indicator,area,as_of,as_of_basis,value,source\nfunds.count,TH,2022,stated,17,book\n",
    ])
    let result = try await build(site, Specimen.options, into: MemorySink())
    #expect(!result.diagnostics.hasErrors, "\(DiagnosticPrinter().text(result.diagnostics))")
    let paths = try #require(result.report).keys
    #expect(paths.contains("th/figures/funds-count/index.html"))
    #expect(!paths.contains { $0.contains("country/") || $0.contains("regions/") })
  }

  @Test func whatIsInferredSaysSoWhereverItIsShown() async throws {
    let pages = try await Self.pages()
    let province = try #require(pages["/below/en/provinces/don-sommut/"])
    #expect(province.contains("That this province belongs here is inferred"))
    #expect(province.contains("Network of Growers"))
    #expect(province.contains(">inferred from the text<"))
    let stated = try #require(pages["/below/en/provinces/bangkok/"])
    #expect(!stated.contains("is inferred"))
    let region = try #require(pages["/below/th/regions/river/"])
    #expect(region.contains("จังหวัดที่อนุมานว่าอยู่ในกลุ่มนี้ โดยไม่มีแหล่งข้อมูลระบุ: ดอนสมมุติ"))
  }

  @Test func aThemeWithoutPagesOfSourcesLeadsToTheSourcesThemselves() async throws {
    let plain = TestSite.withData.with([
      "themes/plain/templates/figure.html":
        "{% for s in page.indicator.areas[0].values %}[{{ s.source.page_url or \"-\" }}]{% endfor %}"
    ])
    let page = try await plain.build().outputs["th/figures/funds-count/index.html"]
    #expect(page?.contains("[-][-]") == true)
  }
}
