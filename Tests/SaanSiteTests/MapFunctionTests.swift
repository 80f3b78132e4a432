import SaanModel
import SaanText
import Testing

/// Maps of provinces, as tiles and as outlines.
@Suite struct MapFunctionTests {
  @Test func everyTileIsALinkWithNameAndValue() async throws {
    let html = try await TestSite.drawn(#"{{ map("tile", figure="funds") }}"#)
    #expect(
      html.contains("<a href=\"/en/provinces/chiang-mai/\"><title>Chiang Mai: 120 funds</title>"))
    #expect(html.contains("<title>Trang: no data</title>"))
    #expect(html.contains("role=\"document\""))
  }

  @Test func aProvinceWithoutDataIsHatched() async throws {
    let html = try await TestSite.drawn(#"{{ map("tile", figure="members") }}"#)
    #expect(html.contains("<pattern id=\""))
    #expect(html.contains(">no data</text>"))
    #expect(html.contains("No data has been published yet"))
  }

  @Test func theTableListsProvincesUnderTheirRegions() async throws {
    let rows = try await TestSite.rows(#"{{ map("tile", figure="funds", table="only") }}"#)
    #expect(rows == ["North", "Chiang Mai|120", "Nan|about 90", "South", "Trang|no data"])
  }

  @Test func aPartOfTheCountryBeginsInItsOwnCorner() async throws {
    let html = try await TestSite.drawn(#"{{ map("tile", figure="funds", within="S") }}"#)
    #expect(html.contains("<path d=\"M1.5 24.5h57v57"))
    #expect(!html.contains("Chiang Mai"))
  }

  @Test func outlinesAreCredited() async throws {
    let html = try await TestSite.drawn(#"{{ map("outline", figure="funds", highlight="50") }}"#)
    #expect(html.contains("· <span lang=\"en\">Drawn by us</span></p>"))
    #expect(html.contains("<path d=\"M40 0l40 0 0 40z\""))
    #expect(html.contains("class=\"ch-here\""))
  }

  @Test(arguments: ["th", "en"]) func whatIsNotOnTheMapIsSaidBelow(_ language: String) async throws
  {
    let site = TestSite.withPlaces.withText(#"{{ map("outline", figure="funds") }}"#)
    let page = try #require(try await site.build().outputs["\(language)/a/index.html"])
    let note = language == "th" ? "พื้นที่ที่ไม่อยู่ในแผนที่: ตรัง" : "Not on the map: Trang"
    #expect(page.contains(note), "\(page)")
    let whole = TestSite.withPlaces.withText(#"{{ map("tile", figure="funds") }}"#)
    let other = try #require(try await whole.build().outputs["\(language)/a/index.html"])
    #expect(!other.contains(String(note.prefix(12))))
  }

  @Test(arguments: ["th", "en"]) func rowsWithoutAnAreaAreCountedBelow(
    _ language: String
  ) async throws {
    let site = TestSite.withPlaces.withText(#"{{ map("tile", dataset="gardens") }}"#)
    let file = "content/data/gardens.csv"
    let other = site.with([file: (site.files[file] ?? "") + "d,,open,2021-03-01,Other,3\n"])
    let page = try #require(try await other.build().outputs["\(language)/a/index.html"])
    let note =
      language == "th"
      ? "แถวที่ไม่ระบุพื้นที่ซึ่งไม่ได้แสดง: 1 แถว" : "Rows without an area, which are not shown: 1"
    #expect(page.contains(note), "\(page)")
    let placed = try #require(try await site.build().outputs["\(language)/a/index.html"])
    #expect(!placed.contains(String(note.prefix(14))))
  }

  @Test func aRegisterFillsTheMap() async throws {
    let html = try await TestSite.drawn(#"{{ map("tile", dataset="gardens", breaks=[1, 2]) }}"#)
    #expect(html.contains("<title>Chiang Mai: 2</title>"))
    #expect(html.contains("<title>Trang: 0</title>"))
    #expect(html.contains(">≥ 2</text>"))
  }

  @Test func aRegisterThatMayLackRowsFillsOnlyWhatIsComplete() async throws {
    let map =
      #"{{ map("tile", dataset="gardens") }}{{ chart("bar", dataset="gardens", by="status") }}"#
    let site = TestSite.withPlaces.withText(map).replacing(
      "coverage: {status: complete", with: "coverage: {status: partial",
      in: "content/data/datapackage.yaml")
    let note = "Only areas whose register is complete are shown"
    func page(_ coverage: String) async throws -> String {
      let files = ["content/data/register_coverage.csv": "register,area,status,as_of\n" + coverage]
      return try #require(try await site.with(files).build().outputs["en/a/index.html"])
    }
    let partial = try await page("")
    #expect(
      partial.contains("<title>Chiang Mai: register not known to be complete</title>")
        && partial.contains(note)
    )
    // In a chart by another column each number is the least that it may be, and none the highest.
    #expect(partial.contains("at least ") && !partial.contains("highest"), "\(partial)")
    #expect(partial.contains("Only what has been recorded so far; there may be more"))
    let mixed = try await page("gardens,50,complete,2022\n")
    #expect(mixed.contains("<title>Chiang Mai: 2</title>"))
    #expect(
      mixed.contains("<title>Trang: register not known to be complete</title>")
        && mixed.contains(note))
  }

  @Test func withoutOutlinesThereIsNoOutlineMap() async throws {
    var site = TestSite.withPlaces.withText(#"{{ map("outline", figure="funds") }}"#)
    site.files[outlinesPath] = nil
    let found = try await site.build().diagnostics
    #expect(
      DiagnosticPrinter().text(found).contains(
        "an outline map needs the outlines of the areas\n  --> content/a.en.md:4:4"))
  }

  @Test func anOptionOfTheThemeNamesAFigure() async throws {
    let site = TestSite.withPlaces.with([
      "themes/plain/theme.yaml":
        "contract: \"1.0\"\noptions: {shown: {type: figure, default: \"\"}}\n",
      "themes/plain/templates/provinces.html":
        "{% if site.theme.shown %}{{ map('tile', figure=site.theme.shown) }}{% endif %}",
    ])
    func with(_ id: String) -> TestSite {
      site.with([
        "site.yaml": (site.files["site.yaml"] ?? "") + "theme_options: {shown: \(id)}\n"
      ])
    }
    let html = try await with("funds").build().outputs["en/provinces/index.html"] ?? ""
    #expect(html.contains("<title>Nan: about 90 funds</title>"))
    #expect(try await site.build().outputs["en/provinces/index.html"] == "")
    #expect(
      try await with("fnds").check().contains("there is no figure 'fnds'\n  --> site.yaml:"))
  }
}
