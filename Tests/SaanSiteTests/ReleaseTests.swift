import SaanModel
import SaanPages
import SaanSite
import SaanText
import Testing

/// What readers have seen is kept: releases, changes, corrections.
@Suite struct ReleaseTests {
  /// The site after a release of its first values.
  private func released() async throws -> TestSite {
    let outputs = try await TestSite.withData.build().outputs
    return TestSite.withData.with([
      "content/data/releases/2024-01-01.json": outputs["data/observations-manifest.json"] ?? ""
    ])
  }

  @Test func nothingChangesByItself() async throws {
    let site = try await released()
    #expect(try await site.build().outputs["en/data/changes/index.html"]?.contains("[") == false)
  }

  /// Values are on the pages of figures whether or not their table is open data.
  @Test(arguments: ["th", "en"])
  func whatWasReleasedHasItsChangesWithoutADescription(_ language: String) async throws {
    let package = TestSite.withData.files["content/data/datapackage.yaml"] ?? ""
    let others = package.split(separator: "\n").filter { !$0.contains("name: observations,") }
    let described = others.joined(separator: "\n") + "\n"
    let site = try await released().with(["content/data/datapackage.yaml": described])
      .replacing("5915", with: "5913", in: "content/data/observations.csv")
      .replacing("5,915", with: "5,913", in: "content/data/observations.csv")
    let outputs = try await site.build().outputs
    #expect(outputs["data/observations-manifest.json"] == nil)
    // A unit that has no English name is left out there.
    let unit = language == "th" ? " กองทุน" : ""
    #expect(
      outputs["\(language)/data/changes/index.html"]?.contains("5,915\(unit)→5,913\(unit);") == true
    )
    #expect(outputs["\(language)/data/changes/atom.xml"] != nil)
    // Nothing was released, and no table is open data.
    let unreleased = site.without("content/data/releases/")
    #expect(try await unreleased.build().outputs["\(language)/data/changes/index.html"] == nil)
  }

  @Test func changedAddedAndRemovedValuesAreListed() async throws {
    let site = try await released().with([
      "content/data/observations.csv": """
      indicator,area,as_of,as_of_basis,value,source,quote
      funds.count,TH,2022-10-26,stated,5913,new,"5,913 กองทุน"
      funds.count,TH,2023-01-01,stated,6000,new,"6,000"

      """
    ])
    let page = try await site.build().outputs["en/data/changes/index.html"]
    #expect(page?.contains("[unreleased]Funds 5,915→5,913;+6,000;-4,101;") == true)
  }

  @Test func theFeedTellsOfEachReleaseAfterTheFirst() async throws {
    let first = try await released()
    let changed = first.replacing("5915", with: "5913", in: "content/data/observations.csv")
      .replacing("5,915", with: "5,913", in: "content/data/observations.csv")
    let now = try await changed.build().outputs["data/observations-manifest.json"]
    let site = changed.with(["content/data/releases/2024-02-01.json": now ?? ""])
    let feed = try #require(try await site.build().outputs["en/data/changes/atom.xml"])
    #expect(feed.contains("<title>Funds: 5,915 to 5,913</title>"))
    #expect(feed.contains("changes/#r2024-02-01</id>"))
    #expect(!feed.contains("r2024-01-01"))
  }

  @Test func aCorrectionIsShown() async throws {
    let site = TestSite.withData.with(["content/data/corrections.csv": Self.correction])
    let page = try await site.build().outputs["en/data/changes/index.html"]
    #expect(page?.contains("!5,913→5,915") == true)
  }

  @Test func aCorrectionIsNoNewValue() async throws {
    let site = try await released().with(["content/data/corrections.csv": Self.correction])
    let manifest = try await site.build().outputs["data/observations-manifest.json"]
    let outputs = try await site.with([
      "content/data/releases/2024-02-01.json": manifest ?? ""
    ]).build().outputs
    let page = outputs["en/data/changes/index.html"]
    #expect(page?.contains("[2024-02-01]~5,913→5,915;!") == true)
    let feed = outputs["en/data/changes/atom.xml"]
    #expect(feed?.contains("<title>Funds: 5,913 corrected to 5,915</title>") == true)
  }

  @Test func aCorrectionThatWasReleasedCannotVanish() async throws {
    let site = TestSite.withData.with(["content/data/corrections.csv": Self.correction])
    let manifest = try await site.build().outputs["data/observations-manifest.json"]
    let later = TestSite.withData.with([
      "content/data/releases/2024-01-01.json": manifest ?? ""
    ])
    #expect(
      try await later.check() == """
        error[vanished-correction]: the correction of 'funds.count' from 5,913 to 5,915 has vanished
          --> content/data/corrections.csv
           = hint: put its row back; if it was wrong itself, add a further correction
           = note: it was announced in the release of 2024-01-01

        """)
  }

  /// What an officer sees before the next release: each value, and the pages that will say other.
  @Test func whatHasChangedIsToldWithThePagesThatReadIt() async throws {
    func told(
      _ site: TestSite, since day: String? = nil, _ language: MessageLanguage = .english
    ) async throws -> String {
      let found = try await inspect(site.tree, site.options())
      let (loaded, plan) = (try #require(found.site), try #require(found.plan))
      let reads = try await SiteReads(loaded, plan, site.options())
      let outcome = try await explainChanges(
        since: day.flatMap { CalendarDate(iso: $0) }, in: loaded, reads: reads, language: language)
      return outcome.value ?? DiagnosticPrinter(language: language).text(outcome.diagnostics)
    }
    let site = try await released()
    #expect(try await told(site) == "nothing has changed since 1 January 2024\n")
    #expect(try await told(site, .thai) == "ไม่มีค่าใดเปลี่ยนตั้งแต่ 1 มกราคม 2567\n")
    let changed = site.replacing("5915", with: "5913", in: "content/data/observations.csv")
      .replacing("5,915", with: "5,913", in: "content/data/observations.csv")
    let english = try await told(changed, since: "2024-06-30").split(separator: "\n")
    #expect(english.first == "changes since 1 January 2024")
    #expect(english.contains("changed  funds.count  TH  2022-10-26  new  5,915 → 5,913"))
    #expect(english.contains("    /th/about/") && english.contains("    /en/figures/funds-count/"))
    // In the language of the text, wherever it is read.
    #expect(english.count { $0 == "        “ทั้งประเทศมี 5,913 กองทุน แล้ว”" } == 2)
    #expect(!english.contains { $0.hasSuffix("/gardens-count/") })
    let thai = try await told(changed, .thai).split(separator: "\n")
    #expect(thai.first == "ค่าที่เปลี่ยนตั้งแต่ 1 มกราคม 2567")
    #expect(thai.contains("เปลี่ยน  funds.count  TH  2022-10-26  new  5,915 → 5,913"))
    #expect(
      try await told(changed, since: "2023-12-31") == """
        error[nothing-released]: no values were released up to 2023-12-31
           = hint: the first release is of 2024-01-01

        """)
    #expect(
      try await told(TestSite.withData, .thai) == """
        error[nothing-released]: ยังไม่เคยบันทึกรุ่นของข้อมูล จึงไม่มีค่าเดิมให้เทียบ
           = hint: บันทึกค่าของวันนี้ด้วย 'saan data release'

        """)
  }

  /// A sentence that says the old number by hand goes on saying it.
  @Test(arguments: MessageLanguage.allCases)
  func aSentenceThatStaysBehindIsMarked(_ language: MessageLanguage) async throws {
    let site = try await released().with([
      "content/typed.th.md":
        "---\ntitle: พิมพ์เอง\n---\nปีก่อนมี 5,915 กองทุน\n\nบัดนี้ {{ figure(\"funds.count\") }} ที่ 15,915 ไม่ใช่\n"
    ]).replacing("5915", with: "5913", in: "content/data/observations.csv")
      .replacing("5,915", with: "5,913", in: "content/data/observations.csv")
    let lines = try await told(site, language).split(separator: "\n")
    let label = language == .thai ? "ยังเป็นค่าเดิม: " : "still: "
    #expect(lines.contains("        \(label)“ปีก่อนมี 5,915 กองทุน”"))
    #expect(lines.contains("        “บัดนี้ 5,913 กองทุน ที่ 15,915 ไม่ใช่”"))
    #expect(lines.count { $0.contains(label) } == 2)
  }

  private func told(
    _ site: TestSite, _ language: MessageLanguage
  ) async throws -> String {
    let found = try await inspect(site.tree, site.options())
    let (loaded, plan) = (try #require(found.site), try #require(found.plan))
    let reads = try await SiteReads(loaded, plan, site.options())
    let outcome = try await explainChanges(
      since: nil, in: loaded, reads: reads, language: language)
    return (outcome.value ?? "") + DiagnosticPrinter(language: language).text(outcome.diagnostics)
  }

  // MARK: Corrections

  /// Who has read the old number is told by a correction, or the build and the comparison ask for
  /// one.
  @Test func aChangeThatNoCorrectionTellsOfIsTold() async throws {
    let site = try await released()
      .replacing("5915", with: "5913", in: "content/data/observations.csv")
      .replacing("5,915", with: "5,913", in: "content/data/observations.csv")
    #expect(
      try await site.check() == """
        warning[unannounced-change]: 'funds.count' of TH was published as 5,915 and is now 5,913, and no correction tells readers so
          --> content/data/observations.csv › row 2 › value
           = hint: add a row to 'corrections': indicator funds.count, area TH, source new, previous_value 5915, value 5913, then kind, announced and reason; or put the old number back

        """)
    #expect(
      try await told(site, .thai).contains(
        "[unannounced-change]: 'funds.count' ของ TH เคยเผยแพร่เป็น 5,915 บัดนี้เป็น 5,913"))
    let head = "indicator,area,previous_value,value,kind,announced,reason\n"
    let announced = site.with([
      "content/data/corrections.csv": head + "funds.count,TH,5915,5913,error,2024-01-02,พิมพ์ผิด\n"
    ])
    #expect(try await announced.check() == "")
    // What changed in a release is told as well, until it is announced.
    let manifest = try await site.build().outputs["data/observations-manifest.json"]
    let later = site.with(["content/data/releases/2024-02-01.json": manifest ?? ""])
    #expect(try await later.check().contains("it changed in the release of 2024-02-01"))
  }

  @Test func aCorrectionOfNothingIsTold() async throws {
    let head = "indicator,area,previous_value,value,kind,announced,reason\n"
    func check(_ row: String) async throws -> String {
      try await released().with(["content/data/corrections.csv": head + row]).check()
    }
    #expect(
      try await check("funds.count,TH,,5915,error,2024-01-02,พิมพ์ผิด\n") == """
        warning[correction-of-nothing]: the correction of 'funds.count' does not say which value it corrects
          --> content/data/corrections.csv › row 2 › previous_value
           = hint: write in 'previous_value' the number that readers have seen

        """)
    #expect(
      try await check("funds.count,TH,5951,5915,error,2024-01-02,พิมพ์ผิด\n").contains(
        "write in 'previous_value' what was published: 4,101 or 5,915"))
    // Nobody knows what was published before the first release.
    let first = TestSite.withData.with([
      "content/data/corrections.csv": head + "funds.count,TH,5951,5915,error,2024-01-02,พิมพ์ผิด\n"
    ])
    #expect(try await first.check() == "")
  }

  private static let correction =
    "indicator,area,previous_value,value,kind,announced,reason\n"
    + "funds.count,TH,5913,5915,error,2023-12-01,พิมพ์ผิด\n"
}
