import Glibc
import SaanPublish
import SaanText
import Testing

@testable import SaanPreview

/// What is told of a folder, and what a request asks for.
@Suite struct WatchTests {
  @Test func partsAreReadAsBrowsersWriteThem() {
    #expect(ByteRange("bytes=0-0", of: 10) == .part(0..<1))
    #expect(ByteRange("bytes=9-", of: 10) == .part(9..<10))
    #expect(ByteRange("bytes=-99", of: 10) == .part(0..<10))
    #expect(ByteRange("bytes=-0", of: 10) == .outside)
    #expect(ByteRange("bytes=0-", of: 0) == .outside)
    for text in ["bytes=", "bytes=-", "bytes=a-b", "bytes=1", "bytes=1-2-3", "octets=1-2"] {
      #expect(ByteRange(text, of: 10) == .whole, "\(text)")
    }
  }

  @Test func addressesOfOtherMachinesCountWhereOthersAreServed() {
    let open = HostGuard(isOpen: true)
    for host in ["10.0.0.1:8000", "[fe80::1]:8000", "[2001:db8::1]", "localhost"] {
      #expect(open.allows(host: host), "\(host)")
    }
    for host in ["10.0.0.1.nip.io", "1.2.3.4.5", "256.1.1.1", "[::1", "evil.example"] {
      #expect(!open.allows(host: host), "\(host)")
    }
  }

  @Test func whatIsLeftOfEventsIsLookedForByName() async throws {
    let folder = Folder()
    try FileSystem.create(folder.path("s/a/b.txt"), [1])
    let stamps = FolderStamps([folder.path("s"), folder.path("s/a")])
    #expect(stamps == FolderStamps([folder.path("s"), folder.path("s/a")]))
    try FileSystem.create(folder.path("s/a/c.txt"), [1])
    #expect(stamps != FolderStamps([folder.path("s"), folder.path("s/a")]))
  }

  /// The system keeps so many events and no more; what was lost is looked for.
  @Test func lostEventsAreLookedFor() throws {
    let folder = Folder()
    for name in ["s/a.txt", "s/b.txt"] { try FileSystem.create(folder.path(name), [1]) }
    let inotify = try #require(Inotify())
    _ = try inotify.watch(folder.path("s"))
    // It is 16,384 as a rule; of equal events that follow each other one is kept.
    for round in 0..<(1 << 17) {
      _ = chmod(folder.path(round % 2 == 0 ? "s/a.txt" : "s/b.txt"), 0o644)
    }
    let events = inotify.events()
    #expect(events.contains { $0.isOverflow })
    let watcher = FolderWatcher(folder.path("s"), nil, tellOfPolling: {}, tell: { _ in })
    defer { watcher.stop() }
    var change = FolderChange()
    watcher.note(Array(events.prefix(10)), in: &change)
    #expect(!change.isUnclear)
    watcher.note(events, in: &change)
    #expect(change.isUnclear)
    inotify.close()
  }

  /// What cannot be watched is looked at, which is told once.
  @Test func withoutWatchesTheFolderIsLookedAt() async throws {
    let folder = Folder()
    try FileSystem.create(folder.path("s/a.txt"), [1])
    let (polling, changes) = (PreviewedSite.Lines(), PreviewedSite.Lines())
    let descriptor = open("/dev/null", O_RDONLY)
    let watcher = FolderWatcher(folder.path("s"), Inotify(descriptor: descriptor)) {
      polling.add("polling")
    } tell: { change in
      if change.isUnclear { changes.add("change") }
    }
    watcher.watch([])
    watcher.watch([])
    #expect(polling.all.count == 1)
    let before = changes.all.count
    try FileSystem.create(folder.path("s/b.txt"), [1])
    for _ in 0..<500 where changes.all.count == before {
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(changes.all.count > before)
    watcher.stop()
  }

  @Test func theTagStandsAtTheEndOfTheBody() {
    let tag = "<script src=\"/__saan/preview.js\" data-digest=\"d\" defer></script>"
    for (page, expected) in [
      ("<body>a</body></html>", "<body>a\(tag)</body></html>"), ("<p>a", "<p>a\(tag)"),
      ("<pre></body></pre></BODY>", "<pre></body></pre>\(tag)</BODY>"), ("", tag),
    ] {
      let page = PreviewTag.added(to: Array(page.utf8), digest: "d")
      #expect(String(decoding: page, as: UTF8.self) == expected)
    }
  }
}
