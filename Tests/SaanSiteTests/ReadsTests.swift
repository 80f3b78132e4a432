import SaanModel
import SaanSite
import SaanText
import Testing

/// What `saan explain` says of what pages are made of.
@Suite struct ReadsTests {
  /// A theme may call its shortcode for figures whatever it likes.
  private let site = TestSite.withData.with([
    "themes/plain/shortcodes/amount.html": "{{ figure(args[0]).text }}",
    "content/other.th.md": "---\ntitle: อื่น\n---\nมี {{ amount(\"funds.count\") }}\n",
    "content/silent.th.md": "---\ntitle: เงียบ\n---\nไม่มีตัวเลข\n",
  ])

  private func reads() async throws -> (site: Site, plan: BuildPlan, reads: SiteReads) {
    let found = try await inspect(site.tree, site.options())
    let (loaded, plan) = (try #require(found.site), try #require(found.plan))
    return (loaded, plan, try await SiteReads(loaded, plan, site.options()))
  }

  @Test func aFigureNamesThePagesThatReadIt() async throws {
    let (loaded, _, reads) = try await reads()
    let pages = try await reads.pages(showing: "funds.count")
    let paths = pages.pages.map(\.path)
    #expect(paths.contains("/th/about/") && paths.contains("/en/other/"))
    #expect(!paths.contains("/th/silent/") && !paths.contains("/404.html"))
    #expect(try await reads.pages(showing: "no.such").pages.isEmpty)
    let about = ReadingPages(pages: pages.pages.filter { $0.path == "/th/about/" })
    let text = try #require(
      explainFigure("funds.count", in: loaded, pages: about, language: .thai).value)
    #expect(text.contains("\nแหล่งข้อมูล\n    new  เล่มใหม่  ก\n    old  เล่มเก่า  ข\n"))
    #expect(
      text.hasSuffix(
        """
        หน้าที่ใช้ตัวเลขนี้
            /th/about/
                “ทั้งประเทศมี 5,915 กองทุน แล้ว”

        """), "\(text)")
  }

  /// What `saan explain figure` says of a site.
  private func explained(
    _ id: String, area: String? = nil, in site: TestSite, _ language: MessageLanguage = .thai
  ) async throws -> (text: String?, told: String) {
    let found = try await inspect(site.tree, site.options())
    let (loaded, plan) = (try #require(found.site), try #require(found.plan))
    let reads = try await SiteReads(loaded, plan, site.options())
    let outcome = explainFigure(
      id, area: area, in: loaded, pages: try await reads.pages(showing: id, area: area),
      language: language)
    return (outcome.value, DiagnosticPrinter(language: language).text(outcome.diagnostics))
  }

  /// The same digits for other figures, in other places, and of things that are no figure.
  private static let digits = TestSite.withPlaces.with([
    "content/data/observations.csv": """
    indicator,area,as_of,as_of_basis,value,source,status
    funds,50,2022-10-26,stated,120,new,A
    funds,92,2022-10-26,stated,120,new,A
    members,50,2022-10-26,stated,120,new,A

    """,
    "themes/plain/shortcodes/figure.html": "{{ figure(args[0], area=area | default(none)).text }}",
    "content/a.th.md": """
    ---
    title: ก
    ---
    เหนือมี {{ figure("funds", area="50") }} แล้ว

    ใต้มี {{ figure("funds", area="92") }} เช่นกัน

    รวม {{ figure("members", area="50") }} ในกองทุน

    ห้องประชุมนั่งได้ 120 ที่

    พิมพ์เองว่าเชียงใหม่มี 120 กองทุน

    """,
  ])

  @Test func onlySentencesThatStateTheFigureAreListed() async throws {
    let all = try #require(try await explained("funds", in: Self.digits).text)
    for said in ["เหนือมี 120 กองทุน แล้ว", "ใต้มี 120 กองทุน เช่นกัน", "พิมพ์เองว่าเชียงใหม่มี 120 กองทุน"] {
      #expect(all.contains("“\(said)”"), "\(all)")
    }
    #expect(!all.contains("120 คน ในกองทุน") && !all.contains("ห้องประชุม"), "\(all)")
    let members = try #require(try await explained("members", in: Self.digits).text)
    #expect(members.contains("“รวม 120 คน ในกองทุน”") && !members.contains("เช่นกัน"), "\(members)")
  }

  @Test(arguments: ["92", "trang", "TRANG", "ตรัง", "จังหวัดตรัง"])
  func oneAreaIsTold(_ area: String) async throws {
    let text = try #require(try await explained("funds", area: area, in: Self.digits).text)
    #expect(text.contains("\n92  ตรัง\n") && !text.contains("\n50  "), "\(text)")
    #expect(text.contains("“ใต้มี 120 กองทุน เช่นกัน”"), "\(text)")
    #expect(!text.contains("เหนือมี") && !text.contains("พิมพ์เอง"), "\(text)")
  }

  @Test func whatIsUnknownIsToldWithWhatIsMeant() async throws {
    let area = try await explained("funds", area: "Tran", in: Self.digits, .english)
    #expect(area.text == nil && area.told.contains("error[unknown-area]"), "\(area.told)")
    #expect(area.told.contains("did you mean 'ตรัง'"), "\(area.told)")
    let figure = try await explained("fund", in: Self.digits)
    #expect(figure.told.contains("หมายถึง 'funds' หรือไม่"), "\(figure.told)")
    let none = try await explained("members", area: "trang", in: Self.digits)
    #expect(
      none.told.contains("ตัวเลข 'members' ไม่มีค่าสำหรับพื้นที่ 'trang'")
        && none.told.contains("ตัวเลขนี้มีค่าสำหรับ 50 (เชียงใหม่)"), "\(none.told)")
  }

  /// A menu, the site's description and what stands in place of a picture state it as well.
  @Test func textsBesideArticlesAreListed() async throws {
    let call = #"{{ figure('funds.count') }}"#
    let site = TestSite.withData.with([
      "site.yaml": (TestSite().files["site.yaml"] ?? "")
        + "description: {th: \"เว็บของ \(call)\", en: Site}\n"
        + "menus:\n  main:\n    - {url: /about/, title: {th: \"ทั้ง \(call)\", en: About}}\n",
      "content/b.th.md": """
      ---
      title: ข
      image: {src: a.svg, alt: "ภาพของ \(call)"}
      ---
      ![แผนที่ \(call) ทั่วประเทศ](a.svg)

      """,
      "content/a.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>\(call) รวม</text></svg>",
    ])
    for language in MessageLanguage.allCases {
      let text = try #require(try await explained("funds.count", in: site, language).text)
      for line in [
        "    site.yaml:", "“เว็บของ 5,915 กองทุน”", "“ทั้ง 5,915 กองทุน”",
        "    content/b.th.md:3:", "“ภาพของ 5,915 กองทุน”", "“แผนที่ 5,915 กองทุน ทั่วประเทศ”",
        "    content/a.svg:1:", "“5,915 กองทุน รวม”",
      ] {
        #expect(text.contains(line), "\(line) \(text)")
      }
    }
  }

  @Test func aPageNamesWhatItIsMadeOf() async throws {
    let (loaded, plan, reads) = try await reads()
    func lines(_ language: MessageLanguage) throws -> [String] {
      let text = explainPage("/th/other/", in: loaded, plan, reads: reads, language: language)
      return try #require(text.value).split(separator: "\n").map(String.init)
    }
    #expect(try lines(.english).contains("reads     figures: all, funds.count TH"))
    #expect(try lines(.english).contains("reads     texts: other"))
    #expect(
      try lines(.english).contains("reads     templates: page.html, shortcodes/amount.html"))
    #expect(try lines(.thai).contains("ใช้        เนื้อหา: other"))
  }
}
