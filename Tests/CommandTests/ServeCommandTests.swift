import Foundation
import TestSupport
import Testing

/// What a server sends for a path.
private func get(_ path: String, from line: String, _ folder: WorkFolder) throws -> String {
  let port = try #require(line.firstMatch(of: /^http:\/\/127\.0\.0\.1:(\d+)\//)).1
  let request = "GET \(path) HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n"
  return try folder.run(
    "/bin/bash", ["-c", "exec 3<>/dev/tcp/127.0.0.1/\(port); printf '\(request)' >&3; cat <&3"],
    in: folder.root.path, environment: ["PATH": "/usr/bin:/bin"]
  ).output
}

/// Writes an article, and waits until the server shows it.
private func save(_ text: String, from line: String, _ folder: WorkFolder) throws {
  try Data("---\ntitle: ก\n---\n\(text)\n".utf8).write(
    to: URL(fileURLWithPath: folder.path("s/content/news/first.th.md")), options: .atomic)
  for _ in 0..<500 {
    if try get("/th/news/first/", from: line, folder).contains(text) { return }
    Thread.sleep(forTimeInterval: 0.02)
  }
  Issue.record("the page never says “\(text)”")
}

/// The preview as it is started and ended.
@Suite struct ServeCommandTests {
  @Test func aNewSiteIsServedUntilItIsInterrupted() throws {
    let folder = try WorkFolder()
    _ = try folder.saan("new", "site", "s")
    _ = try folder.saan("new", "page", "news/first", "--source", "s")
    let (process, line) = try folder.start("serve", "--source", "s", "--port", "0", "--lang", "th")
    #expect(line.hasSuffix("/  (กด Ctrl-C เพื่อเลิก)\n"))
    // Drafts as well.
    #expect(try get("/th/news/first/", from: line, folder).hasPrefix("HTTP/1.1 200 OK\r\n"))
    let clock = ContinuousClock()
    let took = clock.measure {
      process.interrupt()
      process.waitUntilExit()
    }
    #expect(took < .seconds(2))
    #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGINT)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("")) == ["s"])
  }

  /// So a full disk is none of its business.
  @Test func nothingIsWritten() throws {
    let folder = try WorkFolder()
    _ = try folder.saan("new", "site", "s")
    _ = try folder.saan("new", "page", "news/first", "--source", "s")
    let (process, line) = try folder.start("serve", "--source", "s", "--port", "0", writes: false)
    for round in 1...3 { try save("รอบที่ \(round)", from: line, folder) }
    process.terminate()
    process.waitUntilExit()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("")) == ["s"])
  }

  @Test func theAddressIsForScriptsAsWell() throws {
    let folder = try WorkFolder()
    _ = try folder.saan("new", "site", "s")
    let (process, line) = try folder.start(
      "serve", "--source", "s", "--port", "0", "--format", "json", "--base-url",
      "https://example.org/our/")
    #expect(line.contains(/^\{"url": "http:\/\/127\.0\.0\.1:\d+\/our\/"\}\n$/))
    process.terminate()
    process.waitUntilExit()
  }

  @Test func whatCannotBeServedIsTold() throws {
    let folder = try WorkFolder()
    let gone = try folder.saan("serve", "--source", "gone", "--port", "0", "--lang", "th")
    #expect(gone.status == 2)
    #expect(gone.errors.contains("error[disk]: อ่าน gone ไม่ได้"))
    for (words, told) in [
      (["--editor", "word"], "--editor must be one of"), (["--port", "70000"], "--port must be"),
      (["--base-url", "x"], "--base-url must be like"),
    ] {
      let run = try folder.saan(["serve", "--lang", "en"] + words)
      #expect(run.status == 2 && run.errors.contains(told), "\(words)")
    }
  }
}

/// Whoever writes for a day does not fill the machine's memory.
@Suite struct ServeTrials {
  @Test func memoryStaysWhatItIs() throws {
    let folder = try WorkFolder()
    _ = try folder.saan("new", "site", "s")
    _ = try folder.saan("new", "page", "news/first", "--source", "s")
    let (process, line) = try folder.start("serve", "--source", "s", "--port", "0")
    /// In kilobytes.
    func memory() throws -> Int {
      let status = try String(
        contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
      return Int(try #require(status.firstMatch(of: /VmRSS:\s+(\d+)/)).1) ?? 0
    }
    let count = Trials.count(sample: 20, full: 1000)
    for round in 1...(count / 4) { try save("รอบที่ \(round).", from: line, folder) }
    let before = try memory()
    for round in (count / 4 + 1)...count { try save("รอบที่ \(round).", from: line, folder) }
    let after = try memory()
    #expect(after < before * 5 / 4 + 8 << 10, "\(before) kB, then \(after) kB")
    process.terminate()
    process.waitUntilExit()
  }
}
