import SaanModel
import SaanPublish
import SaanSite
import SaanText
import TestSupport
import Testing

/// Pages and drawings that are heavier than they should be.
@Suite struct WeightTests {
  private let site = TestSite().with([
    "content/a.th.md": "---\ntitle: ก\n---\n" + String(repeating: "ข้อความ ", count: 4000),
    "content/b.th.md": "---\ntitle: ข\ntemplate: heavy.html\n---\n",
    "themes/plain/templates/heavy.html":
      "<svg>\(String(repeating: "<g/>", count: 5200))</svg><svg><g class=\"ch-map\"></g>\(String(repeating: "<g/>", count: 5200))</svg>",
  ])

  private func settings(_ more: String) -> TestSite {
    site.with(["site.yaml": (site.files["site.yaml"] ?? "") + more])
  }

  @Test func whatIsOverItsBudgetIsNamedWithItsFile() async throws {
    let result = try await build(site.tree, site.options(), into: DiscardingSink())
    let printed = MessageLanguage.allCases.map {
      DiagnosticPrinter(language: $0).text(result.diagnostics)
    }
    try expectGolden(printed.joined(separator: "\n"), "Mistakes/budgets-exceeded.txt")
    #expect(result.report != nil)
  }

  @Test func aSiteSetsItsBudgets() async throws {
    let roomy = settings("budgets: {page: 200, chart: 30, map: 10}\n")
    let found = try await roomy.build().diagnostics
    #expect(found.all.map(\.code) == ["heavy-drawing"])
    #expect(
      DiagnosticPrinter().text(found).contains("a map on /en/b/ weighs 20.3 KB, more than 10 KB"))
  }

  @Test func aSiteWeighsTheRule() async throws {
    let strict = settings("rules: {heavy-page: error, heavy-drawing: {severity: off, reason: r}}\n")
    let (outputs, found) = try await strict.build()
    #expect(outputs.isEmpty)
    #expect(found.all.filter { $0.severity == .error }.map(\.code) == ["heavy-page"])
    #expect(!found.all.contains { $0.code == "heavy-drawing" })
    let isStopped = try await build(
      site.tree, site.options(), isStrict: true, into: DiscardingSink())
    #expect(isStopped.report == nil)
  }

  @Test func pagesOfOneTemplateAreToldOnce() async throws {
    let provinces = (10..<60).map { "\($0),province,จ\($0),TH" }.joined(separator: "\n")
    let many = TestSite().with([
      "content/data/areas.csv": "code,class,name,parent\nTH,country,ไทย,\n\(provinces)\n",
      "themes/plain/templates/province.html": String(repeating: "ก", count: 21_000),
    ])
    let found = try await many.build().diagnostics
    #expect(found.all.count == 1)
    #expect(DiagnosticPrinter().text(found).contains("and 99 more made by province.html"))
  }

  /// Of a long list the settings say how much of it a page shows.
  @Test func aLongListIsToldHowItGetsShorter() async throws {
    let item = String(repeating: "ก", count: 300)
    var files = [
      "themes/plain/templates/list.html": "{% for item in page.items %}\(item){% endfor %}"
    ]
    for number in 10..<99 {
      files["content/news/a\(number).th.md"] = "---\ntitle: T\(number)\n---\n"
    }
    let long = TestSite().replacing("per_page: 2", with: "per_page: 500", in: "site.yaml")
      .with(files)
    let found = try await long.build().diagnostics
    #expect(found.all.map(\.code).contains("heavy-page"))
    let report = DiagnosticPrinter().text(found)
    #expect(report.contains("/news/ weighs") && report.contains("per_page"), "\(report)")
  }

  @Test func theHeaviestPagesAreListed() async throws {
    let result = try await build(site.tree, site.options(), into: DiscardingSink())
    #expect(result.heaviest.count == 5)
    #expect(result.heaviest.map(\.page) == result.heaviest.map(\.page).sorted(by: >))
    #expect(result.heaviest.first?.output == "en/a/index.html")
  }
}
