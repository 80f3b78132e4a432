import Foundation
import TestSupport
import Testing

/// Whatever ends a build, and however many there are at once, readers find a whole site.
@Suite struct DiskTrials {
  private let articles = Trials.count(sample: 40, full: 150)

  private func write(_ word: String, _ folder: WorkFolder) throws {
    for number in 0..<articles {
      try folder.write(
        "s/content/news/n\(number).th.md", "---\ntitle: ข่าว \(number)\n---\n\(word)\n")
    }
  }

  /// Files of others in the folder stay as they are, whatever happens.
  @Test func aBuildThatIsKilledLeavesTheOldSiteOrTheNewOne() throws {
    let folder = try WorkFolder()
    _ = try folder.saan("new", "site", "s")
    var sites: [[String: Data]] = []
    let words = ["เก่า", "ใหม่"]
    for word in words {
      try write(word, folder)
      _ = try folder.saan("build", "--source", "s", "--output", "o")
      try FileManager.default.createDirectory(
        atPath: folder.path("o/.git/refs"), withIntermediateDirectories: true)
      try folder.write("o/.git/HEAD", "ref")
      try folder.write("o/th/CNAME", "example.org")
      sites.append(try folder.contents("o"))
    }
    #expect(sites[0] != sites[1])
    for attempt in 0..<Trials.count(sample: 3, full: 400) {
      let delay = Trials.areFull ? 2 * attempt : 150 * attempt + 2
      try write(words[attempt % 2], folder)
      try folder.killBuild(after: .milliseconds(delay), "--source", "s", "--output", "o")
      let found = try folder.contents("o")
      #expect(sites.contains(found), "after \(delay) ms")
      #expect(FileManager.default.fileExists(atPath: folder.path("o/.git/refs")))
    }
    // What was killed stands in nobody's way.
    try write(words[0], folder)
    #expect(try folder.saan("build", "--source", "s", "--output", "o").status == 0)
    #expect(try folder.contents("o") == sites[0])
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.root.path)
    #expect(Set(left) == ["s", "o"])
  }
}
