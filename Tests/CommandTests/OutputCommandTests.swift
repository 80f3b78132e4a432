import Foundation
import Testing

/// The output folder as the user of the program meets it.
@Suite struct OutputCommandTests {
  private func made() throws -> WorkFolder {
    let folder = try WorkFolder()
    _ = try folder.saan("new", "site", "s")
    return folder
  }

  @Test(arguments: [".", "content", "themes/x", "..", "/"])
  func theSiteItselfIsNoOutput(_ output: String) throws {
    let folder = try made()
    let path = output == "/" ? output : "s/\(output)"
    let build = try folder.saan("build", "--source", "s", "--output", path, "--lang", "en")
    #expect(build.status == 2)
    #expect(build.errors.contains("error[refused-output]: the site cannot be published into"))
  }

  @Test func foreignFilesAreTakenInByForceOnly() throws {
    let folder = try made()
    try FileManager.default.createDirectory(
      atPath: folder.path("o"), withIntermediateDirectories: true)
    try folder.write("o/notes.txt", "mine")
    let refused = try folder.saan("build", "--source", "s", "--output", "o", "--lang", "en")
    #expect(refused.status == 2 && refused.errors.contains("error[foreign-output]"))
    #expect(try folder.saan("build", "--source", "s", "--output", "o", "--force").status == 0)
    #expect(folder.text("o/notes.txt") == "mine")
    #expect(try folder.saan("clean", "--output", "o").status == 0)
    #expect(try folder.contents("o").keys.sorted() == ["notes.txt"])
  }

  @Test func theFolderOfTheSiteIsCleanedWhereNoneIsNamed() throws {
    let folder = try made()
    _ = try folder.saan("build", "--source", "s")
    let made = try folder.contents("s/public").count
    let clean = try folder.saan("clean", "--source", "s", "--lang", "en")
    #expect(made > 10 && clean.output == "removed \(made) files\n", "\(made): \(clean.output)")
    #expect(!FileManager.default.fileExists(atPath: folder.path("s/public/index.html")))
  }

  @Test func keptPicturesAreRemovedOnDemand() throws {
    let folder = try made()
    _ = try folder.saan("build", "--source", "s", "--output", "o")
    let before = try folder.contents("o")
    try FileManager.default.createDirectory(
      atPath: folder.path("s/.saan/images"), withIntermediateDirectories: true)
    try folder.write("s/.saan/images/\(String(repeating: "a", count: 32))", "x")
    let cleaned = try folder.saan("clean", "--images", "--source", "s", "--lang", "en")
    #expect(cleaned.status == 0 && cleaned.output == "removed 1 file\n")
    #expect(!FileManager.default.fileExists(atPath: folder.path("s/.saan/images")))
    #expect(try folder.contents("o") == before)
    let again = try folder.saan("clean", "--images", "--source", "s", "--lang", "th")
    #expect(again.output == "ลบแล้ว 0 ไฟล์\n")
  }

  @Test func draftsDoNotGoUnnoticedIntoAFolder() throws {
    let folder = try made()
    let build = ["build", "--source", "s", "--output", "o", "--lang"]
    let drafts = try folder.saan(build + ["en", "--drafts", "--future"])
    #expect(drafts.status == 0)
    #expect(
      drafts.errors.hasSuffix(
        "o was made with --drafts --future and holds pages that are not for everybody yet: do not publish it\n"
      ))
    #expect(try folder.saan(build + ["th", "--drafts"]).errors.contains("ห้ามนำขึ้นเว็บ"))
    #expect(folder.text("o/.saan-manifest")?.contains(" drafts\n") == true)
    #expect(try !folder.saan(build + ["en"]).errors.contains("do not publish it"))
    #expect(folder.text("o/.saan-manifest")?.contains(" drafts\n") == false)
  }

  @Test func cleanTellsWhatItKeeps() throws {
    let folder = try made()
    _ = try folder.saan("build", "--source", "s", "--output", "o")
    try folder.write("o/robots.txt", "own")
    let clean = try folder.saan("clean", "--output", "o", "--lang", "en")
    #expect(clean.status == 0)
    #expect(clean.errors.contains("warning[kept-file]") && clean.errors.contains("o/robots.txt"))
    #expect(try folder.contents("o").keys.sorted() == ["robots.txt"])
  }
}
