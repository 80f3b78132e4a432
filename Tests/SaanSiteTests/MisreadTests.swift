import SaanModel
import SaanPublish
import SaanSite
import SaanText
import TestSupport
import Testing

/// What pages show of rows and texts that are easily taken for something else.
@Suite struct MisreadTests {
  private static let forests = "content/data/forests.csv"

  @Test func aRowWithoutADistrictLiesInTheProvinceThatItNames() async throws {
    let lost = TestSite.withForests.replacing(",5501,", with: ",,", in: Self.forests)
    let before = try await lost.build().outputs
    #expect(before["th/forests/in/nan/index.html"] == nil)
    #expect(before["th/forests/in/elsewhere/index.html"] != nil)
    let site = TestSite.withForests
      .replacing(
        "- {name: area}", with: "- {name: area}\n        - {name: province}",
        in: "content/data/datapackage.yaml"
      )
      .replacing(",area,", with: ",area,province,", in: Self.forests)
      .replacing(",3205,", with: ",3205,,", in: Self.forests)
      .replacing(",320501,", with: ",320501,จังหวัดสุรินทร์,", in: Self.forests)
      .replacing(",32,", with: ",32,Surin,", in: Self.forests)
      .replacing(",5501,", with: ",,จ.น่าน,", in: Self.forests)
      .replacing(",TH,", with: ",TH,,", in: Self.forests)
    let (outputs, found) = try await site.build()
    #expect(found.all.map(\.code) == ["row-of-wider-area"], "\(DiagnosticPrinter().text(found))")
    for language in ["th", "en"] {
      #expect(outputs["\(language)/forests/in/elsewhere/index.html"] == nil)
      #expect(outputs["\(language)/forests/f-4/index.html"]?.contains("/provinces/nan/") == true)
    }
    #expect(outputs["th/forests/in/nan/index.html"]?.contains("ป่าน่าน") == true)
    #expect(outputs["en/forests/in/nan/index.html"]?.contains("Nan wood") == true)
  }

  @Test func chartsCountSuchRowsInTheProvinceAsListsDo() async throws {
    let chart = #"{{ chart("bar", dataset="gardens", by="area", areas=["50", "55"]) }}"#
    let site = TestSite.withPlaces.withText(chart)
      .replacing(
        "{name: area}, {name: status,", with: "{name: area}, {name: province}, {name: status,",
        in: "content/data/datapackage.yaml")
    for (row, north) in [("c,,น่าน,", "1"), ("c,,,", "register not known to be complete")] {
      var gardens = "id,area,province,status,opened,treasurer,people\n"
      gardens += "a,50,,open,2020-05-01,Somebody,12\n\(row)open,2021-03-01,Other,\n"
      let outputs = try await site.with(["content/data/gardens.csv": gardens]).build().outputs
      let table = (outputs["en/a/index.html"] ?? "").split(separator: "<table").last ?? ""
      let cells = table.split(separator: ">").map { String($0.prefix { $0 != "<" }) }
      let texts = cells.filter { !$0.allSatisfy(\.isWhitespace) }
      let name = texts.firstIndex(of: "Nan")
      #expect(name.map { texts[$0 + 1] } == north, "\(texts.prefix(20))")
    }
  }

  @Test func thaiTextIsNeverMarkedAsEnglish() async throws {
    let site = TestSite.withForests
      .replacing("theme: plain", with: "theme: plain\ndefault_language: en", in: "site.yaml")
      .replacing("        - {name: name@en}\n", with: "", in: "content/data/datapackage.yaml")
      .replacing("id,name,name@en,area", with: "id,name,area", in: Self.forests)
      .replacing(",,3205", with: ",3205", in: Self.forests)
      .replacing(",Bamboo wood", with: "", in: Self.forests)
      .replacing(",Great hill", with: "", in: Self.forests)
      .replacing("ป่าน่าน,Nan wood", with: "Nan wood", in: Self.forests)
      .replacing(",,TH", with: ",TH", in: Self.forests)
    let outputs = try await site.build().outputs
    for language in ["th", "en"] {
      let page = "\(language)/forests/f-2/index.html"
      #expect(outputs[page]?.hasPrefix("ป่าไผ่ [th]") == true, "\(outputs[page] ?? "")")
    }
    #expect(outputs["en/forests/f-4/index.html"]?.hasPrefix("Nan wood [en]") == true)
  }

  @Test func filesInTheWrongFolderAreToldWithTheRightOne() async throws {
    let folder = Folder()
    for (path, text) in TestSite().files {
      try FileSystem.create(folder.path(path), Array(text.utf8))
    }
    let quiet = [
      "README.md", "README.th.md", "CHANGELOG.md", "LICENSE", "docs/guide.th.md", "notes.md",
      ".github/a.th.md", "node_modules/x/a.en.md", "public/data/a.csv", "out/index.html",
      "out/a.th.md", "other/site.yaml", "other/content/a.th.md", "letters/a.docx", "letters/b.md",
    ]
    for path in quiet { try FileSystem.create(folder.path(path), Array("x".utf8)) }
    let options = BuildOptions(today: TestSite.today)
    let before = try await inspect(try await readTree(at: folder.root, jobs: 2), options)
    #expect(DiagnosticPrinter().text(before.diagnostics) == "")
    let lost = [
      "stray.th.md", "Content/news/x.th.md", "news/a.en.md", "news/b/index.th.md", "data/funds.csv",
      "data/old.xlsx", "templates/page.html", "phrases/th.yaml",
    ]
    for path in lost { try FileSystem.create(folder.path(path), Array("x".utf8)) }
    let found = try await inspect(try await readTree(at: folder.root, jobs: 2), options).diagnostics
    let printed = MessageLanguage.allCases.map { DiagnosticPrinter(language: $0).text(found) }
    try expectGolden(printed.joined(separator: "\n"), "Mistakes/files-in-the-wrong-folder.txt")
  }

  @Test func aDayThatCannotBeReadMakesNoDisagreement() async throws {
    let path = "content/data/observations.csv"
    let site = TestSite.withData.replacing("2013-08-31", with: "2556-08-31", in: path)
    let found = try await site.build().diagnostics
    #expect(found.all.map(\.code) == ["wrong-era"], "\(DiagnosticPrinter().text(found))")
  }

  @Test func checkingTablesSaysNothingOfTheSettings() async throws {
    let site = TestSite.withData.replacing(
      "base_url: https://example.org/\n", with: "", in: "site.yaml")
    #expect(try await checkData(site.tree, site.options()).isEmpty)
    #expect(try await site.build().diagnostics.all.map(\.code).contains("no-base-url"))
  }

  @Test func aPageWhoseOwnTextIsADraftIsExplainedAsPublished() async throws {
    let site = TestSite().with([
      "content/news/a.th.md": "---\ntitle: ก\ndraft: true\n---\n",
      "content/news/a.en.md": "---\ntitle: A\ndraft: false\n---\n",
    ])
    let (loaded, plan, _) = try await inspect(site.tree, site.options())
    let (found, planned) = (try #require(loaded), try #require(plan))
    for (language, words) in [
      (MessageLanguage.english, "held back only the text in th: it is a draft"),
      (.thai, "เฉพาะเนื้อหาภาษา th: เป็นฉบับร่าง"),
    ] {
      let text = explainPage("/th/news/a/", in: found, planned, language: language).value
      #expect(text?.contains(words) == true, "\(text ?? "")")
    }
  }
}
