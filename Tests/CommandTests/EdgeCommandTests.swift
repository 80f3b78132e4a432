import Foundation
import Testing

/// Exit statuses, counts and options as scripts and people meet them.
@Suite struct EdgeCommandTests {
  private func site(_ files: [String: String] = [:]) throws -> WorkFolder {
    let folder = try WorkFolder()
    _ = try folder.saan("new", "site", "s")
    for (path, text) in files { try folder.write("s/" + path, text) }
    return folder
  }

  private let warning = ["content/w.txt": "ก"]
  private let mistake = ["content/m.th.md": "---\ntitle: ก\n---\n[ข](gone.th.md)\n"]

  @Test func checkTellsHowManyAndEndsAccordingly() throws {
    for (files, status, verdict) in [
      ([:], 0, "0 errors, 0 warnings"), (warning, 0, "0 errors, 1 warning"),
      (mistake, 1, "1 error, 0 warnings"),
    ] as [([String: String], Int32, String)] {
      let check = try site(files).saan("check", "--source", "s", "--lang", "en")
      #expect(check.status == status)
      #expect(check.errors.contains(verdict), "\(check.errors)")
    }
  }

  @Test func quietLeavesErrorsOnly() throws {
    let folder = try site(warning.merging(mistake) { $1 })
    let loud = try folder.saan("check", "--source", "s", "--lang", "en")
    #expect(loud.errors.contains("warning[") && loud.errors.contains("error["))
    let quiet = try folder.saan("check", "--source", "s", "--lang", "en", "--quiet")
    #expect(!quiet.errors.contains("warning[") && quiet.errors.contains("error["))
    #expect(!quiet.errors.contains("1 error,"))
  }

  @Test func optionsThatMakeNoSenseAreRefused() throws {
    let folder = try site()
    for option in [
      "--jobs=0", "--jobs=x", "--clock=2026-11", "--clock=2026-02-30", "--base-url=example.org",
      "--base-url=https://example.org/?a", "--format=xml", "--lang=de",
    ] {
      let result = try folder.saan("check", "--source", "s", option)
      #expect(result.status > 1, "\(option): \(result.errors)")
      #expect(!result.errors.contains("0 errors"), "\(option)")
    }
  }

  @Test func optionsThatMakeSenseAreTaken() throws {
    let check = try site().saan(
      "check", "--source", "s", "--jobs=1", "--clock=2099-01-01",
      "--base-url=https://example.org/a/", "--strict", "--lang=th")
    #expect(check.status == 0, "\(check.errors)")
    #expect(check.errors.contains("ข้อผิดพลาด 0 รายการ คำเตือน 0 รายการ"))
  }

  @Test func aFolderThatIsNoneIsToldWithWhatToWrite() throws {
    let folder = try site()
    let gone = try folder.saan("check", "--source", "nowhere", "--lang", "en")
    #expect(gone.status == 2)
    #expect(
      gone.errors.hasSuffix(
        "   = hint: name the folder that site.yaml lies in, seen from this one: --source DIR; "
          + "'saan new site DIR' makes a new one\n"), "\(gone.errors)")
    let file = try folder.saan("build", "--source", "s/site.yaml", "--lang", "th")
    #expect(file.status == 2)
    #expect(file.errors.hasSuffix("   = hint: ระบุโฟลเดอร์ที่มีไฟล์นี้: --source s\n"), "\(file.errors)")
  }

  /// Also where there is no result, and where nothing could be done.
  @Test(arguments: [
    ("reference tests", 0), ("list figures --source s", 0), ("list pages --gone --source s", 0),
    ("list pages --source nowhere", 2), ("explain page /nope/ --source s", 1),
    ("data infer e.csv", 1), ("data read e.csv", 1), ("data read gone.csv", 2),
    ("template render t.html", 0), ("template render f.html", 1), ("template render gone.html", 2),
    ("new page x --source nowhere", 2), ("clean --output s/content", 2),
  ])
  func everyCommandAnswersInJSON(words: String, status: Int32) throws {
    let folder =
      words.contains("--source s") || words.contains("s/") ? try site() : try WorkFolder()
    try folder.write("e.csv", "")
    try folder.write("t.html", "<b>1</b>")
    try folder.write("f.html", "<b>{{ nosuch }}</b>")
    let run = try folder.saan(words.split(separator: " ").map(String.init) + ["--format", "json"])
    #expect(run.status == status, "\(run.errors)")
    let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    // A mistake is told as a list of what was found.
    #expect((value as? [Any])?.isEmpty == false || status == 0, "\(run.output)")
  }

  @Test func strictMakesAWarningAnError() throws {
    let folder = try site(warning)
    #expect(try folder.saan("check", "--source", "s", "--strict").status == 1)
    #expect(try folder.saan("build", "--source", "s", "--output", "o", "--strict").status == 1)
    #expect(folder.text("o/index.html") == nil)
  }
}
