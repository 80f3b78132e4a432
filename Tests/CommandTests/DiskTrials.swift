import Foundation
import TestSupport
import Testing

/// Whatever ends a build, and however many there are at once, readers find a whole site.
@Suite struct DiskTrials {
  private func write(_ word: String, _ folder: WorkFolder) throws {
    for number in 0..<150 {
      try folder.write(
        "s/content/news/n\(number).th.md", "---\ntitle: ข่าว \(number)\n---\n\(word)\n")
    }
  }

  @Test func aBuildThatIsKilledLeavesTheOldSiteOrTheNewOne() throws {
    let folder = try WorkFolder()
    _ = try folder.saan("new", "site", "s")
    var sites: [[String: Data]] = []
    let words = ["เก่า", "ใหม่"]
    for word in words {
      try write(word, folder)
      _ = try folder.saan("build", "--source", "s", "--output", "o")
      sites.append(try folder.contents("o"))
    }
    #expect(sites[0] != sites[1])
    for attempt in 0..<Trials.count(sample: 6, full: 400) {
      let delay = Trials.areFull ? 2 * attempt : 40 * attempt + 2
      try write(words[attempt % 2], folder)
      try folder.killBuild(after: .milliseconds(delay), "--source", "s", "--output", "o")
      let found = try folder.contents("o")
      #expect(sites.contains(found), "after \(delay) ms")
    }
    // What was killed stands in nobody's way.
    try write(words[0], folder)
    #expect(try folder.saan("build", "--source", "s", "--output", "o").status == 0)
    #expect(try folder.contents("o") == sites[0])
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.root.path)
    #expect(Set(left) == ["s", "o"])
  }
}
