import SaanSite
import SaanText
import Testing

/// What a site says to its theme, and where the theme comes from.
@Suite struct ThemeChoiceTests {
  private let coloured = TestSite().with([
    "themes/plain/theme.yaml": """
    contract: "1.0"
    options:
      accent: {type: colour, default: "", readable_on: ["#fcfbf8", "#f3f1ea", "#ffffff"]}
      accent_dark: {type: colour, default: "", readable_on: ["#15181a", "#1f2427", "#10191a"]}
      line: {type: colour, default: ""}

    """
  ])

  private func told(_ options: String) async throws -> [String] {
    let site = coloured.with([
      "site.yaml": (coloured.files["site.yaml"] ?? "") + "theme_options: {\(options)}\n"
    ])
    return try await inspect(site.tree, site.options()).diagnostics.all.map {
      "\($0.severity.rawValue)[\($0.code)] \($0.message.en) – \($0.hint?.en ?? "")"
    }
  }

  @Test(arguments: [
    // The theme's own colours, the darkest that just do, and none.
    "accent: \"#0f5c63\"", "accent_dark: \"#84cbc5\"", "accent: \"\"", "accent: \"#000\"",
    "accent: \"#696969\"", "line: \"#eeeeee\"",
  ])
  func aColourThatCanBeReadIsTaken(_ option: String) async throws {
    #expect(try await told(option) == [])
  }

  @Test(arguments: [
    ("accent: \"#ffcc00\"", "'#ffcc00' on '#f3f1ea' has a contrast of 1.3:1"),
    ("accent: \"#fff\"", "'#fff' on '#ffffff' has a contrast of 1.0:1"),
    ("accent: \"#777777\"", "'#777777' on '#f3f1ea' has a contrast of 3.9:1"),
    ("accent_dark: \"#0f5c63\"", "'#0f5c63' on '#1f2427' has a contrast of 2.0:1"),
  ])
  func aFaintColourComesWithTheNearestThatCanBeRead(
    _ option: String, _ message: String
  ) async throws {
    let found = try await told(option)
    #expect(found.count == 1)
    #expect(
      found.first?.hasPrefix("warning[faint-colour] \(message), and text needs 4.5:1") == true,
      "\(found)")
    // The colour that is offered is taken, and one that is hardly different is not.
    let offered = try #require(found.first?.split(separator: "'").last { $0.hasPrefix("#") })
    let name = option.prefix { $0 != ":" }
    #expect(try await told("\(name): \"\(offered)\"") == [], "\(offered)")
  }

  @Test func theNearestColourKeepsItsHue() async throws {
    // A yellow becomes a dark yellow, not grey, blue or black.
    let found = try await told("accent: \"#ffcc00\"")
    let offered = try #require(found.first?.split(separator: "'").last { $0.hasPrefix("#") })
    let parts = [1, 3, 5].compactMap { Int(offered.dropFirst($0).prefix(2), radix: 16) }
    #expect(parts[0] > parts[1] && parts[1] > parts[2] + 40, "\(offered)")
  }

  @Test func aLogoTellsItsSizeSoThatItsPlaceIsKept() async throws {
    let logo = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4000 300\"/>"
    let (outputs, _) = try await TestSite().with([
      "theme/assets/โลโก้.svg": logo, "theme/assets/css/a.css": "a{}",
      "theme/templates/home.html": """
      {% set size = asset_size("โลโก้.svg") %}{{ size.width }}×{{ size.height }} \
      {{ asset_size("css/a.css") is none }}
      """,
    ]).build()
    #expect(outputs["th/index.html"] == "4000×300 True")
  }

  // MARK: Phrases of the program

  /// The phrases that Swift asks for, of a theme that has pages of all kinds.
  private static let phrases = [
    "home", "undated", "source", "yes", "no", "not_found_title", "provinces_title",
    "regions_title", "regions_summary", "region_of_scheme", "division_of", "figures_title",
    "figures_summary", "other_figures", "column_as_of", "as_of", "as_of_year", "as_of_published",
    "computed_value", "datasets_title", "datasets_summary", "data_version", "how_to_cite",
    "licence_title", "register_in_area", "register_area_summary", "register_area_so_far",
    "record_summary",
    "register_elsewhere", "changes_title", "changes_summary", "value_changed", "value_added",
    "value_removed", "value_corrected",
  ]

  @Test(arguments: phrases)
  func aPhraseThatTheProgramShowsIsRequired(_ key: String) async throws {
    var site = TestSite()
    for template in ["regions", "region", "figure", "dataset", "record", "changes"] {
      site.files["themes/plain/templates/\(template).html"] = "x"
    }
    let all = Self.phrases.filter { $0 != key }.map { "\($0): x\n" }.joined()
    site.files["themes/plain/phrases/th.yaml"] = all
    site.files["themes/plain/phrases/en.yaml"] = all
    let found = try await inspect(site.tree, site.options()).diagnostics.all
      .filter { $0.code == "missing-phrase" }
    #expect(
      found.map(\.message.en) == [
        "the phrase '\(key)' is missing in themes/plain/phrases/th.yaml, themes/plain/phrases/en.yaml"
      ])
    #expect(found.first?.place?.path == "themes/plain/phrases/th.yaml")
  }
}
