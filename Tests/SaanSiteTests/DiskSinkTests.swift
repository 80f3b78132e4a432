import Glibc
import SaanFiles
import SaanModel
import SaanPublish
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

  /// The folder is exchanged for another, unless one file alone changes: that one is moved in.
  @Test func oneFileIsChangedWithoutTouchingTheOthers() throws {
    let folder = Folder()
    _ = try folder.publish(["a.html": "one", "th/b.html": "two"])
    let (whole, inner) = (try folder.inode("public"), try folder.inode("public/th"))
    let report = try folder.publish(["a.html": "one", "th/b.html": "TWO"])
    #expect(report.written == 1 && report.unchanged == 1 && report.removed == 0)
    #expect(try folder.text("public/th/b.html") == "TWO")
    #expect(try folder.inode("public") == whole && folder.inode("public/th") == inner)
    #expect(try folder.publish(["a.html": "one", "th/b.html": "TWO"]).unchanged == 2)
    _ = try folder.publish(["a.html": "ONE", "th/b.html": "2"])
    #expect(try folder.inode("public") != whole)
    let second = try folder.inode("public")
    // What comes or goes makes more than one change.
    _ = try folder.publish(["a.html": "ONE", "th/c.html": "3"])
    #expect(try folder.inode("public") != second)
    #expect(FileSystem.status(folder.path("public/th/b.html")) == nil)
    #expect(FileSystem.status(folder.path(".public.saan-staging")) == nil)
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
    #expect(throws: DiskError.self) { try folder.publish(["index.html": "theirs"], force: true) }
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
    func publish(
      _ site: TestSite, today: CalendarDate = TestSite.today, usesLedger: Bool = true
    ) async throws -> (report: DiskSink.Report?, rendered: Bool) {
      var options = site.options()
      options.today = today
      options.usesLedger = usesLedger
      let rendered = Flag()
      let sink = try DiskSink(folder.opened())
      let result = try await build(site.tree, options, into: sink) { _, _ in rendered.set() }
      sink.close()
      return (result.report, rendered.isSet)
    }
    let first = try await publish(site)
    #expect(first.rendered)
    let manifest = try folder.inode("public/.saan-manifest")
    let second = try await publish(site)
    #expect(!second.rendered)
    #expect(second.report?.unchanged == first.report?.written)
    #expect(second.report?.written == 0)
    let again = try await publish(site, usesLedger: false)
    #expect(again.rendered && again.report == second.report)
    #expect(try folder.inode("public/.saan-manifest") == manifest)
    try FileSystem.removeTree(folder.path("public/th/a/index.html"))
    #expect(try await publish(site).report?.written == 1)
    folder.setNewer("public/th/a/index.html")
    #expect(try await !publish(site).rendered)
    #expect(try await publish(site, today: CalendarDate(dayNumber: 20_001)).rendered)
    let edited = site.replacing("หนึ่ง", with: "สอง", in: "content/a.th.md")
    #expect(try await publish(edited).report?.written ?? 0 > 0)
    #expect(try folder.text("public/th/a/index.html").contains("สอง"))
  }

  @Test func aBuildThatIsCancelledLeavesTheFormerSite() throws {
    let folder = Folder()
    _ = try folder.publish(["index.html": "one"])
    let sink = try DiskSink(folder.opened())
    _ = try sink.put("index.html", Array("two".utf8))
    sink.cancel()
    #expect(try folder.text("public/index.html") == "one")
    #expect(try FileSystem.names(in: folder.root) == ["public"])
  }

  @Test func leftoversOfAKilledBuildDoNoHarm() throws {
    let folder = Folder()
    _ = try folder.publish(["index.html": "one"])
    let killed = try DiskSink(folder.opened())
    _ = try killed.put("half.html", Array("half".utf8))
    _ = try folder.publish(["index.html": "two"])
    #expect(try folder.text("public/index.html") == "two")
    #expect(FileSystem.status(folder.path("public/half.html")) == nil)
  }

  @Test func twoBuildsIntoOneFolderDoNotMix() throws {
    let folder = Folder()
    let lock = try folder.opened().lock()
    #expect(throws: DiskError.self) { try lockAgain(folder) }
    _ = consume lock
  }

  private func lockAgain(_ folder: Folder) throws {
    let lock = try folder.opened().lock()
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
