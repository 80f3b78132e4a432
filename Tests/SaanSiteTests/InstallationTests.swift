import SaanFiles
import SaanModel
import SaanPublish
import SaanSite
import SaanText
import Testing

/// A program that was copied without its themes.
@Suite struct InstallationTests {
  private let hint = (
    english:
      "hint: the program is not installed completely: its themes are not in /opt/x/share/saan/themes; run 'sudo make install' in the folder of its source",
    thai:
      "hint: ติดตั้งโปรแกรมไม่ครบ เพราะไม่มีธีมของโปรแกรมใน /opt/x/share/saan/themes ให้สั่ง 'sudo make install' ในโฟลเดอร์ซอร์สของโปรแกรม"
  )
  private let themes = programThemes(beside: "/opt/x/bin/saan")

  private func tree(_ settings: String) async throws -> SourceTree {
    let folder = Folder()
    try FileSystem.create(folder.path("site.yaml"), Array(settings.utf8))
    return try await readTree(at: folder.root, jobs: 1, programThemes: themes)
  }

  private func report(_ found: Diagnostics, _ language: MessageLanguage) -> String {
    DiagnosticPrinter(language: language).text(found)
  }

  @Test func aBuildSaysSoAndWhereItLooked() async throws {
    let tree = try await tree("title: ก\ntheme: commons\n")
    let found = try await inspect(tree, BuildOptions(today: TestSite.today)).diagnostics
    #expect(report(found, .english).contains("error[unknown-theme]: there is no theme"))
    #expect(report(found, .english).contains(hint.english))
    #expect(report(found, .thai).contains(hint.thai))
  }

  @Test func ofAnotherThemeNothingIsSaidOfTheProgram() async throws {
    let tree = try await tree("title: ก\ntheme: ours\n")
    let found = try await inspect(tree, BuildOptions(today: TestSite.today)).diagnostics
    #expect(report(found, .english).contains("unknown-theme"))
    #expect(!report(found, .english).contains("install"))
  }

  @Test func aNewThemeSaysSo() async throws {
    let tree = try await tree("title: ก\ntheme: commons\n")
    let made = try makeTheme("ours", extending: "commons", in: tree, at: "/nowhere")
    #expect(made.value.isEmpty && report(made.diagnostics, .thai).contains(hint.thai))
  }

  @Test func aNewSiteIsNotMade() throws {
    let folder = Folder()
    let error = #expect(throws: DiskError.self) {
      try makeSite(at: folder.path("s"), today: TestSite.today, themes: themes)
    }
    let found = Diagnostics([try #require(error).diagnostic])
    #expect(
      report(found, .english).hasPrefix(
        "error[disk]: cannot read /opt/x/share/saan/themes/commons/theme.yaml: the program's theme is not there\n"
      ))
    #expect(report(found, .english).contains(hint.english))
    #expect(report(found, .thai).contains(hint.thai))
    #expect(FileSystem.status(folder.path("s")) == nil)
  }
}
