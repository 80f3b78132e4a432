import SaanModel
import SaanPublish
import SaanSite
import SaanText
import Testing

/// The pages that show every part of a theme.
@Suite struct StyleguideTests {
  private static let made = Task {
    try await makeStyleguide(
      Specimen.commons([
        "site.yaml": """
        title: {th: เครือข่าย, en: Network}
        theme: commons
        theme_options: {accent: "#7a1f3d", contribute_url: /nowhere/, map_figure: no.such}

        """,
        "content/index.th.md": "---\ntitle: หน้าแรก\n---\nสวัสดี\n",
      ]), Specimen.options)
  }

  private func pages() async throws -> [String: String] {
    let made = try await Self.made.value
    #expect(DiagnosticPrinter().text(made.diagnostics) == "")
    return made.value.mapValues { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: ["light", "dark"], ["th", "en"])
  func everyPartIsShown(_ scheme: String, language: String) async throws {
    let page = try #require(try await pages()["\(scheme)/\(language)/styleguide/index.html"])
    #expect(page.contains("<html lang=\"\(language)\">"))
    #expect(page.contains("name=\"color-scheme\" content=\"\(scheme)\""))
    for part in [
      "class=\"swatches\"", "class=\"prose\"", "class=\"button\"", "class=\"chips\"",
      "class=\"find big\"", "class=\"note", "class=\"notice\"", "class=\"entries",
      "class=\"stats\"",
      "class=\"lines", "<ul class=\"remarks\">", "class=\"dispute\"", "class=\"tiles\"",
      "class=\"key rows\"", "class=\"names\"", "ch-map", "ch-line", "class=\"facets\"",
      "class=\"figure-sources\"", "class=\"named\"", "class=\"organisations\"",
    ] { #expect(page.contains(part), "\(language) \(part)") }
    #expect(headingsWithoutContent(page.between("<main", "</main>")) == [])
  }

  @Test func eachSchemeIsTheSameWhateverTheSystemHas() async throws {
    let files = try await pages()
    for (path, text) in files where path.hasSuffix(".css") || path.hasSuffix(".html") {
      #expect(!text.contains("prefers-color-scheme"), "\(path)")
    }
    let sheets = files.filter { $0.key.contains("/css/site.") }
    #expect(sheets.count == 2 && Set(sheets.values).count == 2)
  }

  @Test func theSitesOptionsCount() async throws {
    let page = try #require(try await pages()["light/en/styleguide/index.html"])
    #expect(page.contains("--accent:#7a1f3d"))
  }

  @Test func itOpensFromAFolder() async throws {
    let files = try await pages()
    let index = try #require(files["index.html"])
    for view in ["light/th", "dark/th", "light/en", "dark/en"] {
      #expect(index.contains("href=\"\(view)/styleguide/index.html\""))
    }
    for (path, text) in files where path.hasSuffix("/styleguide/index.html") {
      for address in text.parts("href=\"", "\"") {
        #expect(!address.hasPrefix("href=\"/"), "\(path): \(address)")
      }
      // It leads to a page of each kind.
      #expect(text.contains("provinces/don-sommut/index.html"))
      #expect(text.contains("provinces/by/gardens-zones/index.html"))
    }
  }

  @Test func aThemeWithoutOneIsTold() async throws {
    let made = try await makeStyleguide(TestSite().tree, Specimen.options)
    #expect(made.value.isEmpty)
    #expect(made.diagnostics.all.map(\.code) == ["unknown-template"])
    #expect(made.diagnostics.all.first?.message.th.contains("styleguide.html") == true)
  }
}
