import SaanModel
import SaanPages
import SaanSite
import SaanText
import Testing

/// What `saan data diff` finds that goes on saying a former value.
@Suite struct DataDiffTests {
  private func told(_ site: TestSite, _ language: MessageLanguage) async throws -> [String] {
    let found = try await inspect(site.tree, site.options())
    let (loaded, plan) = (try #require(found.site), try #require(found.plan))
    let reads = try await SiteReads(loaded, plan, site.options())
    let outcome = try await explainChanges(
      since: nil, in: loaded, reads: reads, language: language)
    return (outcome.value ?? "").split(separator: "\n").map(String.init)
  }

  /// The site after its number of funds was changed.
  private func changed(_ files: [String: String]) async throws -> TestSite {
    let outputs = try await TestSite.withData.build().outputs
    return TestSite.withData.with([
      "content/data/releases/2024-01-01.json": outputs["data/observations-manifest.json"] ?? ""
    ]).with(files).replacing("5915", with: "5913", in: "content/data/observations.csv")
      .replacing("5,915", with: "5,913", in: "content/data/observations.csv")
  }

  /// On a page that reads no figure, in Thai digits, beside a picture and in the settings.
  @Test(arguments: MessageLanguage.allCases)
  func typedNumbersAreFoundWhereverTheyStand(_ language: MessageLanguage) async throws {
    let site = try await changed([
      "content/typed.th.md": """
      ---
      title: พิมพ์เอง
      image: {src: a.svg, alt: ภาพ, caption: รวม 5,915 กองทุน}
      ---
      ปีก่อนมี ๕,๙๑๕ กองทุน จาก 15,915 แห่ง

      """,
      "content/a.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>5915 กองทุน</text></svg>",
      "site.yaml": (TestSite().files["site.yaml"] ?? "")
        + "description: {th: 'มี 5,915 กองทุน', en: 'There are 5,915 funds'}\n",
    ])
    let label = language == .thai ? "ยังพิมพ์ค่าเดิมไว้: " : "still typed: "
    let lines = try await told(site, language).filter { $0.contains(label) }
    #expect(
      lines.contains("    \(label)content/typed.th.md:5:7 “ปีก่อนมี ๕,๙๑๕ กองทุน จาก 15,915 แห่ง”"),
      "\(lines)")
    for place in ["content/typed.th.md:3:", "content/a.svg:1:", "site.yaml:"] {
      #expect(lines.contains { $0.hasPrefix("    \(label)\(place)") }, "\(place) \(lines)")
    }
    #expect(lines.count == 5, "\(lines)")
  }

  /// A note that states a figure is what its author wrote: right after a release nothing has
  /// changed, and once the figure does, its note has not.
  @Test(arguments: MessageLanguage.allCases)
  func aNoteThatStatesAFigureIsNoChange(_ language: MessageLanguage) async throws {
    let site = TestSite.withData.replacing(
      "{name: quote}]}}", with: "{name: quote}, {name: note}]}}",
      in: "content/data/datapackage.yaml"
    ).with([
      "content/data/observations.csv": """
      indicator,area,as_of,as_of_basis,value,source,quote,note
      funds.count,TH,2022-10-26,stated,5915,new,"5,915 กองทุน",
      funds.count,TH,2013-08-31,stated,4101,old,"4,101",ต่อมาเพิ่มเป็น {{ figure('funds.count') }}

      """
    ])
    let release = try await AsPublishedTests.release(of: site.tree, site.options())
    let path = "content/data/releases/2024-07-01.json"
    let released = site.with([path: String(decoding: release, as: UTF8.self)])
    let none =
      language == .thai
      ? "ไม่มีค่าใดเปลี่ยนตั้งแต่ 1 กรกฎาคม 2567" : "nothing has changed since 1 July 2024"
    #expect(try await told(released, language) == [none])
    let edited = released.replacing("5915", with: "5913", in: "content/data/observations.csv")
      .replacing("5,915", with: "5,913", in: "content/data/observations.csv")
    let lines = try await told(edited, language).filter { !$0.hasPrefix(" ") }
    #expect(lines.count == 2, "\(lines)")
  }

  /// Pages that say nothing of a value are counted, and the history names the old one on purpose.
  @Test(arguments: MessageLanguage.allCases)
  func pagesWithoutASentenceAreCounted(_ language: MessageLanguage) async throws {
    let site = try await changed([
      "content/quiet.th.md":
        "---\ntitle: เงียบ\n---\n{{ figure(\"funds.count\") }}\n",
      "themes/plain/shortcodes/figure.html":
        "{% if page.title == \"เงียบ\" %}{% if figure(args[0]).value %}–{% endif %}{% else %}{{ figure(args[0]).text }}{% endif %}",
    ])
    let lines = try await told(site, language)
    let count =
      language == .thai
      ? "    หน้าที่ใช้ค่านี้โดยไม่ได้กล่าวไว้ในประโยค: "
      : "    pages that use it without saying it in a sentence: "
    #expect(lines.contains { $0.hasPrefix(count) }, "\(lines)")
    #expect(!lines.contains { $0.hasSuffix("/quiet/") || $0.hasSuffix("/data/changes/") })
  }

  /// A sentence that has the same number by chance does not state the figure.
  @Test func aNumberOfSomethingElseIsNotIt() async throws {
    let site = try await changed([
      "content/about.th.md": """
      ---
      title: เกี่ยวกับ
      ---
      ตำบลนี้มีประชากร 5,913 คน

      ทั้งประเทศมีกองทุน {{ figure("funds.count") }}

      """
    ])
    let lines = try await told(site, .thai)
    let page = try #require(lines.firstIndex(of: "    /th/about/"))
    #expect(lines[page + 1].contains("ทั้งประเทศมีกองทุน"), "\(lines)")
    #expect(!lines.contains { $0.contains("ประชากร") }, "\(lines)")
  }

  /// The day of a date is no value, nor is a number of other things in a sentence with the unit.
  @Test func theDayOfADateIsNotTheValue() async throws {
    let values =
      "indicator,area,as_of,as_of_basis,value,source,quote\nfunds.count,TH,2022-10-26,stated,1,new,\n"
    let before = TestSite.withData.with(["content/data/observations.csv": values])
    let manifest = try await before.build().outputs["data/observations-manifest.json"]
    let site = before.with([
      "content/data/releases/2024-01-01.json": manifest ?? "",
      "content/about.th.md": """
      ---
      title: เกี่ยวกับ
      ---
      {{ figure("funds.count") }}

      กองทุน ณ 1 กันยายน 2557

      ข้อมูล Funds as of 1 September 2014

      เดิมมี 1 กองทุน

      """,
    ]).replacing("stated,1,", with: "stated,3,", in: "content/data/observations.csv")
    let lines = try await told(site, .english).filter { $0.contains("still: ") }
    #expect(!lines.isEmpty && lines.allSatisfy { $0.contains("เดิมมี 1 กองทุน") }, "\(lines)")
  }

  /// 12 is neither in 1,127 nor in 12 million.
  @Test func aNumberInsideAnotherIsNotIt() async throws {
    let values =
      "indicator,area,as_of,as_of_basis,value,source,quote\nfunds.count,TH,2022-10-26,stated,12,new,\n"
    let before = TestSite.withData.with(["content/data/observations.csv": values])
    let manifest = try await before.build().outputs["data/observations-manifest.json"]
    let site = before.with([
      "content/data/releases/2024-01-01.json": manifest ?? "",
      "content/about.th.md":
        "---\ntitle: เกี่ยวกับ\n---\n{{ figure(\"funds.count\") }}\n\nกองทุนมีสมาชิก 1,127 คน\n\nกองทุนมีเงิน 12 ล้านบาท\n\nเดิมมี ๑๒ กองทุน\n",
    ]).replacing("stated,12,", with: "stated,13,", in: "content/data/observations.csv")
    let lines = try await told(site, .english).filter { $0.contains("still: ") }
    #expect(!lines.isEmpty && lines.allSatisfy { $0.contains("เดิมมี ๑๒ กองทุน") }, "\(lines)")
  }
}
