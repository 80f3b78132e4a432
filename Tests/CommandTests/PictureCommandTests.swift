import Foundation
import Testing

/// Pictures as the user of the program meets them.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/vips")))
struct PictureCommandTests {
  /// A new site with an article that shows some photographs.
  private func made(_ count: Int) throws -> WorkFolder {
    let folder = try WorkFolder()
    _ = try folder.saan("new", "site", "s")
    let article = "s/content/walk"
    try FileManager.default.createDirectory(
      atPath: folder.path(article), withIntermediateDirectories: true)
    var text = "---\ntitle: เดิน\n---\n"
    for index in 1...count {
      let name = "\(article)/p\(index).jpg"
      let line =
        "vips gaussnoise n.v 1000 700 --mean \(90 + index * 10) --sigma 40 && vips jpegsave n.v \(name) --Q 80"
      #expect(try folder.shell(line).status == 0)
      text += "\n![ทุ่งนา](p\(index).jpg)\n"
    }
    try folder.write("\(article)/index.th.md", text)
    return folder
  }

  @Test func aBuildThatIsKilledLeavesNoWrongPicture() throws {
    let folder = try made(3)
    for delay in [400, 650, 900] {
      try folder.killBuild(after: .milliseconds(delay), "--source", "s", "--output", "o")
    }
    let kept = try folder.saan("build", "--source", "s", "--output", "o", "--lang", "en")
    #expect(kept.status == 0, "\(kept.errors)")
    #expect(kept.errors.contains("largest pictures, KB"))
    let published = try folder.contents("o")
    #expect(published.keys.count { $0.hasSuffix(".webp") } == 9)
    #expect(try folder.saan("clean", "--images", "--source", "s").status == 0)
    #expect(try folder.saan("build", "--source", "s", "--output", "p").status == 0)
    #expect(try folder.contents("p") == published)
  }
}
