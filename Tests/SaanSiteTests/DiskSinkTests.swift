import Glibc
import SaanSite
import SaanText
import Synchronization
import Testing

/// Publishing into a folder: whole, only what changed, and nobody else's files.
@Suite struct DiskSinkTests {
  @Test func publishesEveryFileAndSaysSo() throws {
    let folder = Folder()
    let report = try folder.publish(["index.html": "one", "th/index.html": "two"])
    #expect(report.written == 2)
    #expect(try folder.text("public/th/index.html") == "two")
  }

  @Test func publishingTheSameAgainTouchesNothing() throws {
    let folder = Folder()
    _ = try folder.publish(["a/index.html": "one"])
    let before = try folder.inode("public/a/index.html")
    let report = try folder.publish(["a/index.html": "one"])
    #expect(report.written == 0 && report.unchanged == 1 && report.removed == 0)
    #expect(try folder.inode("public/a/index.html") == before)
  }

  @Test func onlyWhatChangedIsWritten() throws {
    let folder = Folder()
    _ = try folder.publish(["a.html": "one", "b.html": "two"])
    let kept = try folder.inode("public/b.html")
    let report = try folder.publish(["a.html": "ONE", "b.html": "two"])
    #expect(report.written == 1 && report.unchanged == 1)
    #expect(try folder.inode("public/b.html") == kept)
    #expect(try folder.text("public/a.html") == "ONE")
  }

  @Test func whatIsNoLongerPublishedIsRemoved() throws {
    let folder = Folder()
    _ = try folder.publish(["old/index.html": "old", "new/index.html": "new"])
    let report = try folder.publish(["new/index.html": "new"])
    #expect(report.removed == 1)
    #expect(FileSystem.status(folder.path("public/old")) == nil)
  }

  @Test func foreignFilesStayWhereTheyAre() throws {
    let folder = Folder()
    _ = try folder.publish(["index.html": "one"])
    try FileSystem.create(folder.path("public/.git/HEAD"), Array("ref".utf8))
    try FileSystem.create(folder.path("public/th/CNAME"), Array("example.org".utf8))
    let before = try folder.inode("public/.git/HEAD")
    _ = try folder.publish(["index.html": "two"])
    #expect(try folder.inode("public/.git/HEAD") == before)
    #expect(try folder.text("public/th/CNAME") == "example.org")
    #expect(try folder.text("public/index.html") == "two")
  }

  @Test func aForeignFileIsNeverOverwritten() throws {
    let folder = Folder()
    try FileSystem.create(folder.path("public/index.html"), Array("mine".utf8))
    #expect(throws: DiskError.self) { try folder.publish(["index.html": "theirs"]) }
    #expect(try folder.text("public/index.html") == "mine")
  }

  @Test func aFileThatSomebodyEditedIsWrittenAgain() throws {
    let folder = Folder()
    _ = try folder.publish(["index.html": "one"])
    try FileSystem.removeTree(folder.path("public/index.html"))
    try FileSystem.create(folder.path("public/index.html"), Array("own".utf8))
    folder.setNewer("public/index.html")
    let report = try folder.publish(["index.html": "one"])
    #expect(report.written == 1)
    #expect(try folder.text("public/index.html") == "one")
  }

  @Test func theSameBuildIsNotMadeAgain() async throws {
    let folder = Folder()
    let site = TestSite().with(["content/a.th.md": "---\ntitle: ก\n---\nหนึ่ง\n"])
    func publish(_ site: TestSite, today: CalendarDate = TestSite.today) async throws -> (
      report: DiskSink.Report?, rendered: Bool
    ) {
      var options = site.options()
      options.today = today
      let rendered = Flag()
      let sink = try DiskSink(output: folder.path("public"))
      let result = try await build(site.tree, options, into: sink) { _, _ in rendered.set() }
      try sink.close()
      return (result.report, rendered.isSet)
    }
    let first = try await publish(site)
    #expect(first.rendered)
    let manifest = try folder.inode("public/.saan-manifest")
    let second = try await publish(site)
    #expect(!second.rendered)
    #expect(second.report?.unchanged == first.report?.written)
    #expect(second.report?.written == 0)
    #expect(try folder.inode("public/.saan-manifest") == manifest)
    try FileSystem.removeTree(folder.path("public/th/a/index.html"))
    #expect(try await publish(site).report?.written == 1)
    folder.setNewer("public/th/a/index.html")
    #expect(try await publish(site).rendered)
    #expect(try await publish(site, today: CalendarDate(dayNumber: 20_001)).rendered)
    let edited = site.replacing("หนึ่ง", with: "สอง", in: "content/a.th.md")
    #expect(try await publish(edited).report?.written ?? 0 > 0)
    #expect(try folder.text("public/th/a/index.html").contains("สอง"))
  }

  @Test func aBuildThatIsCancelledLeavesTheFormerSite() throws {
    let folder = Folder()
    _ = try folder.publish(["index.html": "one"])
    let sink = try DiskSink(output: folder.path("public"))
    _ = try sink.put("index.html", Array("two".utf8))
    sink.cancel()
    #expect(try folder.text("public/index.html") == "one")
    #expect(try FileSystem.names(in: folder.root) == ["public"])
  }

  @Test func leftoversOfAKilledBuildDoNoHarm() throws {
    let folder = Folder()
    _ = try folder.publish(["index.html": "one"])
    let killed = try DiskSink(output: folder.path("public"))
    _ = try killed.put("half.html", Array("half".utf8))
    _ = try folder.publish(["index.html": "two"])
    #expect(try folder.text("public/index.html") == "two")
    #expect(FileSystem.status(folder.path("public/half.html")) == nil)
  }

  @Test func twoBuildsIntoOneFolderDoNotMix() throws {
    let folder = Folder()
    let lock = try DiskSink.lock(output: folder.path("public"))
    #expect(throws: DiskError.self) { try lockAgain(folder.path("public")) }
    _ = consume lock
  }

  @Test func cleaningRemovesOnlyWhatABuildWrote() throws {
    let folder = Folder()
    _ = try folder.publish(["a/b/index.html": "one", "index.html": "two"])
    try FileSystem.create(folder.path("public/a/mine.txt"), Array("mine".utf8))
    #expect(try cleanOutput(folder.path("public")) == 2)
    #expect(try FileSystem.names(in: folder.path("public")) == ["a"])
    #expect(try FileSystem.names(in: folder.path("public/a")) == ["mine.txt"])
  }

  @Test func aFolderThatNoBuildWroteIsNotCleaned() throws {
    let folder = Folder()
    try FileSystem.create(folder.path("public/mine.txt"), Array("mine".utf8))
    #expect(throws: DiskError.self) { try cleanOutput(folder.path("public")) }
  }

  private func lockAgain(_ path: String) throws {
    let lock = try DiskSink.lock(output: path)
    _ = consume lock
  }
}

extension FileSystem {
  /// Makes a symbolic link whose target does not exist.
  static func link(toMissingFileAt path: String) throws {
    try #require(symlink("/no/such/file", path) == 0)
  }
}

/// Something that any task may set.
private final class Flag: Sendable {
  private let value = Atomic(false)

  var isSet: Bool { value.load(ordering: .relaxed) }
  func set() { value.store(true, ordering: .relaxed) }
}

/// A temporary folder that goes with the value.
final class Folder {
  let root: String

  init() {
    var template = Array("/tmp/saan-test-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { mkdtemp($0) != nil } ?? false
    }
    #expect(made)
    root = template.withUnsafeBufferPointer { pointer in
      String(decoding: pointer.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  deinit { try? FileSystem.removeTree(root) }

  func path(_ name: String) -> String { "\(root)/\(name)" }

  func text(_ name: String) throws -> String {
    String(decoding: try FileSystem.read(path(name)), as: UTF8.self)
  }

  func inode(_ name: String) throws -> UInt64 {
    var info = stat()
    try #require(lstat(path(name), &info) == 0)
    return UInt64(info.st_ino)
  }

  /// Gives a file a time of change in the future, as an edit after the build would.
  func setNewer(_ name: String) {
    var times = [
      timeval(tv_sec: time(nil) + 60, tv_usec: 0), timeval(tv_sec: time(nil) + 60, tv_usec: 0),
    ]
    utimes(path(name), &times)
  }

  /// Publishes texts into the folder `public`.
  func publish(_ outputs: [String: String]) throws -> DiskSink.Report {
    let sink = try DiskSink(output: path("public"))
    let receipts = try outputs.sorted { $0.key < $1.key }.map {
      try sink.put($0.key, Array($0.value.utf8))
    }
    let report = try sink.finish(receipts, nil)
    try sink.close()
    return report
  }
}
