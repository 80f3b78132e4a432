import SaanSite
import SaanText
import Testing

/// How a site lays its own files, blocks and options over a theme, and a theme over another.
@Suite struct ThemeTests {
  /// A theme `child` that extends `plain`, with a page of blocks.
  private let site = TestSite().with([
    "themes/plain/templates/page.html":
      "{% block title %}{{ page.title }}{% endblock %}|{% block foot %}plain{% endblock %}",
    "themes/child/theme.yaml": "name: child\ncontract: \"1.0\"\nextends: plain\n",
  ]).replacing("theme: plain", with: "theme: child", in: "site.yaml")

  private func home(_ files: [String: String]) async throws -> String {
    let (outputs, diagnostics) = try await site.with(files).build()
    return outputs["th/index.html"] ?? DiagnosticPrinter().text(diagnostics)
  }

  @Test func aThemeTakesFromTheThemeItExtends() async throws {
    #expect(try await home([:]) == "หน้าแรก|plain")
  }

  @Test func theSitesFileReplacesTheThemes() async throws {
    #expect(
      try await home(["theme/templates/page.html": "<b>{{ page.title }}</b>"]) == "<b>หน้าแรก</b>")
  }

  @Test func theSiteChangesOneBlock() async throws {
    let block = "{% block foot %}ours, {{ super() }}{% endblock %}"
    // `child` has no page.html of its own: its name stands for what it inherits.
    for theme in ["child", "plain"] {
      let page = "{% extends \"\(theme)/page.html\" %}\(block)"
      #expect(try await home(["theme/templates/page.html": page]) == "หน้าแรก|ours, plain")
    }
  }

  @Test func theSitesNoticeIsToldInTheReadersLanguage() async throws {
    let page = "{{ site.notice or \"–\" }}"
    #expect(try await home(["theme/templates/page.html": page]) == "–")
    let told = site.replacing(
      "theme: child", with: "theme: child\nnotice: {th: ข้อมูลสังเคราะห์, en: Synthetic data}",
      in: "site.yaml"
    ).with(["theme/templates/page.html": page])
    let outputs = try await told.build().outputs
    #expect(outputs["th/index.html"] == "ข้อมูลสังเคราะห์")
    #expect(outputs["en/index.html"] == "Synthetic data")
  }

  @Test func blocksAreLaidOverEachOtherThroughAllThemes() async throws {
    let files = [
      "themes/child/templates/page.html":
        "{% extends \"plain/page.html\" %}{% block foot %}child, {{ super() }}{% endblock %}",
      "theme/templates/page.html":
        "{% extends \"child/page.html\" %}{% block title %}<i>{{ super() }}</i>{% endblock %}",
    ]
    #expect(try await home(files) == "<i>หน้าแรก</i>|child, plain")
  }

  @Test func whatIsReplacedIsNotCheckedUnlessItIsNamed() async throws {
    let replaced = site.with(["themes/plain/templates/page.html": "{{ page.nothing }}"])
    let good = replaced.with(["theme/templates/page.html": "{{ page.title }}"])
    #expect(try await good.check() == "")
    let bad = replaced.with(["theme/templates/page.html": "{% extends \"plain/page.html\" %}"])
    #expect(
      try await bad.check().contains(
        "[unknown-field]: page has no field 'nothing'\n  --> themes/plain/templates/page.html:1:9"))
  }

  @Test func optionsHaveDefaultsThatTheSiteMaySet() async throws {
    let shown = """
      {{ site.theme.title }} {{ site.theme.accent }} {{ site.theme.home | join(",") }} \
      {{ site.theme.dense }} {{ site.theme.width + 1 }} {{ site.theme.layout }}
      """
    let files = [
      "themes/plain/theme.yaml": optionsTheme, "themes/plain/templates/page.html": shown,
    ]
    #expect(try await home(files) == "ก #0b5f8a news False 61 wide")
    let chosen = """

      theme_options:
        title: {th: ข, en: b}
        accent: "#FA0"
        home: [events, news]
        dense: true
        width: 70.5
        layout: narrow

      """
    let settings = (site.files["site.yaml"] ?? "") + chosen
    #expect(
      try await home(files.merging(["site.yaml": settings]) { $1 })
        == "ข #FA0 events,news True 71.5 narrow")
  }

  @Test func aMisspeltOptionIsFoundInATemplate() async throws {
    let files = [
      "themes/plain/theme.yaml": optionsTheme,
      "themes/plain/templates/page.html": "{{ site.theme.acent }}",
    ]
    #expect(try await home(files).contains("did you mean 'accent'?"))
  }

  @Test func phrasesThatNobodyAsksForAreFoundInTheTheme() {
    let site = TestSite().replacing(
      "{% for item", with: "{{ t(\"read_more\") }}{% for item",
      in: "themes/plain/templates/list.html")
    #expect(DiagnosticPrinter().text(checkTheme(site.tree)) == "")
    let more = site.with(["themes/plain/phrases/en.yaml": phrasesEnglish + "more: More\n"])
    #expect(
      DiagnosticPrinter().text(checkTheme(more.tree)).contains(
        "warning[unused-phrase]: no template asks for the phrase 'more'\n  --> themes/plain/phrases/en.yaml:6:1"
      ))
    let computed = more.with(["themes/plain/templates/terms.html": "{{ t(\"mo\" ~ \"re\") }}"])
    #expect(!DiagnosticPrinter().text(checkTheme(computed.tree)).contains("unused-phrase"))
  }
}
