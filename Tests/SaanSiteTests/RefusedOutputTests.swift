import SaanFiles
import SaanPublish
import SaanText
import Testing

/// Folders that a site is never published into, since it would read or bury itself.
@Suite struct RefusedOutputTests {
  private func site() throws -> Folder {
    let folder = Folder()
    for name in ["content/data", "content/news", "static", "themes/x", "theme", "archetypes"] {
      try FileSystem.makeDirectories(folder.path("site/\(name)"))
    }
    try FileSystem.makeDirectories(folder.path("elsewhere/deep"))
    try folder.link("to-site", to: "site")
    try folder.link("site/to-content", to: "content")
    return folder
  }

  private func refusal(_ output: String, in folder: Folder, linked: [String] = []) -> Diagnostic? {
    do {
      let output = output.hasPrefix("/") ? output : folder.path(output)
      try OutputFolder(output).refuse(publishing: folder.path("site"), linked: linked)
      return nil
    } catch {
      return error.diagnostic
    }
  }

  @Test(arguments: [
    "site", "site/.", "site/content/..", "to-site", ".", "site/..", "/", "/tmp", "site/content",
    "site/content/data", "site/content/new", "site/themes/x", "site/themes/new", "site/theme",
    "site/static/new", "site/.saan", "site/.saan/new", "site/archetypes", "site/to-content",
    "site/to-content/new/deep",
    "to-site/theme", "site/Content", "site/CONTENT/data/new", "site/public/../content",
  ])
  func isRefused(_ output: String) throws {
    let folder = try site()
    #expect(refusal(output, in: folder)?.code == "refused-output")
  }

  @Test(arguments: [
    "site/public", "site/docs", "site/docs/new", "public", "elsewhere/deep/new", "to-site/public",
    "site/contents", "site/themes-old", "site/.saan-new",
  ])
  func isFine(_ output: String) throws {
    let folder = try site()
    #expect(refusal(output, in: folder) == nil)
  }

  @Test func aFolderThatIsNotThereYetIsRefusedToo() throws {
    let folder = try site()
    try FileSystem.removeTree(folder.path("site/theme"))
    #expect(refusal("site/theme", in: folder)?.code == "refused-output")
  }

  @Test func theTargetsOfLinksAreRefused() throws {
    let folder = try site()
    try FileSystem.removeTree(folder.path("site/theme"))
    try folder.link("site/theme", to: "../elsewhere")
    for output in ["elsewhere", "elsewhere/deep/new"] {
      #expect(refusal(output, in: folder)?.code == "refused-output")
    }
    let linked = [folder.path("site/photos")]
    try FileSystem.makeDirectories(folder.path("site/photos"))
    #expect(refusal("site/photos/new", in: folder, linked: linked)?.code == "refused-output")
  }

  @Test func theReasonAndTheFixAreTold() throws {
    let folder = try site()
    let told = try #require(refusal("site/content/x", in: folder))
    let texts = MessageLanguage.allCases.map {
      DiagnosticPrinter(language: $0).text(Diagnostics([told])).replacing(folder.root, with: "")
    }
    #expect(
      texts.joined() == """
        error[refused-output]: the site cannot be published into /site/content/x: the site is made of what lies in content/
           = hint: name a folder of its own with --output, such as public
        error[refused-output]: เผยแพร่เว็บลงใน /site/content/x ไม่ได้: เว็บสร้างจากสิ่งที่อยู่ใน content/
           = hint: ระบุโฟลเดอร์ต่างหากด้วย --output เช่น public

        """)
  }
}
