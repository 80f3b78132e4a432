import Glibc
import SaanFiles
import SaanModel
import SaanPublish
import SaanSite
import SaanText
import Testing

/// Names that would lead an output out of the folder of the published site.
@Suite struct OutsideTests {
  private static let names = [
    "../../../../evil", "..", ".", "", "/", "a/", "/abs", "a//b", "a/../b", "a b", "a?b", "a#b",
    "a%2e", "a\\b", "ข่าว", "A",
  ]

  private func settings(_ more: String) -> TestSite {
    let site = TestSite()
    return site.with(["site.yaml": (site.files["site.yaml"] ?? "") + more])
  }

  private func codes(_ site: TestSite) async throws -> [String] {
    try await site.build().diagnostics.all.map(\.code)
  }

  private func quoted(_ text: String) -> String { "\"" + text.replacing("\\", with: "\\\\") + "\"" }

  @Test(arguments: names)
  func noSettingLeadsAnAddressElsewhere(_ name: String) async throws {
    let name = quoted(name)
    let news = "news: {title: {th: ข่าว, en: News}, "
    for site in [
      TestSite().replacing(news, with: news + "path: \(name), ", in: "site.yaml"),
      TestSite().replacing(news, with: name + news.dropFirst(4), in: "site.yaml"),
      TestSite().replacing(
        "    title: {th: หัว", with: "    path: \(name)\n    title: {th: หัว", in: "site.yaml"),
      TestSite().replacing("      housing:", with: "      \(name):", in: "site.yaml"),
      TestSite().replacing("  topics:", with: "  \(name):", in: "site.yaml"),
      settings("languages: {th: {prefix: \(name)}, en: {}}\n"),
      settings("languages: {th: {}, \(name == "\"A\"" ? "\"!\"" : name): {}}\n"),
    ] {
      #expect(try await codes(site).first == "bad-slug", "\(site.files["site.yaml"] ?? "")")
      #expect(try await codes(site).count { $0 == "bad-slug" } == 1)
    }
  }

  @Test(arguments: ["../../../../../x", "../nan", "a/b", "..", "น่าน", "Nan", "a?b"])
  func noRowOfATableLeadsAnAddressElsewhere(_ slug: String) async throws {
    let site = TestSite().with([
      "content/data/areas.csv": """
      code,class,name,parent,slug
      TH,country,ไทย,,thailand
      55,province,น่าน,TH,\(slug)

      """
    ])
    let found = try await site.build().diagnostics.all
    #expect(found.map(\.code) == ["bad-slug"])
    #expect(
      found.first?.place
        == .cell(path: "content/data/areas.csv", sheet: nil, row: 3, column: "slug"))
  }

  @Test(arguments: ["../../x", "..", "a/../../b", "a?b", "a//b"])
  func noIndicatorLeadsAnAddressElsewhere(_ id: String) async throws {
    let site = TestSite.withData.replacing(
      "funds.count", with: id, in: "content/data/indicators.csv"
    )
    .replacing("funds.count", with: id, in: "content/data/observations.csv")
    .with(["content/about.th.md": "---\ntitle: ก\n---\n"])
    let (outputs, found) = try await site.build()
    // Dots are hyphens in addresses.
    #expect(
      found.all.contains { $0.code == "bad-slug" }
        == (id != ".." && id != "a/../../b" && id != "../../x"))
    #expect(outputs.keys.allSatisfy { !$0.contains("..") && !$0.contains("//") })
  }

  @Test(arguments: ["../../../../esc", "../x", "..", ".", "a/b", "A", "ชุด", "a b", ".a"])
  func noNameOfDataLeadsAFileElsewhere(_ name: String) async throws {
    let path = "content/data/datapackage.yaml"
    for (old, line) in [("name: test-data", 1), ("name: gardens", 11)] {
      let site = TestSite.withData.replacing(old, with: "name: \(quoted(name))", in: path)
      let found = try await site.build().diagnostics.all.filter { $0.severity == .error }
      #expect(found.map(\.code) == ["bad-name"])
      #expect(DiagnosticPrinter().text(Diagnostics(found)).contains("\(path):\(line):"))
    }
  }

  @Test(arguments: ["../x", "a/../../x", "/tmp/saan-x", "", "a//x", "./x", "th/", "."])
  func theSinkRefusesWhatIsNotBelowTheOutput(_ path: String) throws {
    let folder = Folder()
    let error = #expect(throws: DiskError.self) { try folder.publish([path: "evil"]) }
    #expect(error?.diagnostic.code == "outside-output")
    #expect(
      try FileSystem.names(in: folder.root).allSatisfy { $0.hasPrefix(".public") || $0 == "public" }
    )
  }

  @Test func aPipeInTheSettingsPlaceIsToldAndNotWaitedFor() async throws {
    let folder = Folder()
    try #require(mkfifo(folder.path("site.yaml"), 0o644) == 0)
    let tree = try await readTree(at: folder.root, jobs: 1)
    let found = try await inspect(tree, BuildOptions(today: TestSite.today)).diagnostics
    #expect(Set(found.all.map(\.code)) == ["special-file", "empty-site"])
  }

  @Test func aSiteWithoutMenusHasAnEmptyOne() async throws {
    let list = "themes/plain/templates/list.html"
    let site = TestSite().with([
      list: "<h1>{{ page.title }}</h1><nav>{% for l in site.menus.main %}x{% endfor %}</nav>"
    ])
    let (outputs, found) = try await site.build()
    #expect(found.isEmpty)
    #expect(outputs["th/news/index.html"]?.contains("<nav></nav>") == true)
  }

  @Test(arguments: ["", " ", "\t"])
  func aSiteIsNotMadeInNoFolder(_ directory: String) {
    let error = #expect(throws: DiskError.self) {
      try makeSite(at: directory, today: TestSite.today, themes: .folder("themes"))
    }
    #expect(error?.diagnostic.hint != nil)
  }
}

extension MistakeTests.Case {
  static let outside: [Self] = [
    Self(
      "address-outside", replacing: "news: {", with: "news: {path: ../../../Ma ea, ",
      in: "site.yaml"),
    Self(
      "file-and-folder", replacing: "theme: plain\n",
      with: "theme: plain\nredirects: {/x.html: /news/, /x.html/y: /news/}\n", in: "site.yaml"),
    Self(
      "data-name",
      TestSite.withData.replacing(
        "name: test-data", with: "name: ../../Test Data", in: "content/data/datapackage.yaml"
      ).replacing("name: gardens", with: "name: ../สวน", in: "content/data/datapackage.yaml").files),
  ]
}
