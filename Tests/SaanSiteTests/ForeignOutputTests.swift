import Glibc
import SaanFiles
import SaanPublish
import SaanText
import Testing

/// What lies in an output folder that no build wrote: it stays, whatever it is.
@Suite struct ForeignOutputTests {
  @Test func foreignThingsKeepEverything() throws {
    let folder = Folder()
    _ = try folder.publish(["index.html": "one", "th/a.html": "one"])
    for name in [".git/refs/tags", "th/mine", "closed"] {
      try FileSystem.makeDirectories(folder.path("public/\(name)"))
    }
    try folder.write("public/.git/HEAD", "ref")
    try folder.write("public/th/mine/x.txt", "mine")
    try folder.link("public/th/link", to: "no/such/file")
    try folder.hardLink("public/.git/HEAD", as: "public/th/same")
    try #require(mkfifo(folder.path("public/pipe"), 0o600) == 0)
    try folder.makeFile(namedBy: [0xA1, 0xD2, 0x2E, 0x67], in: "public/th/mine")
    for (name, mode) in [
      ("th", 0o2775), ("th/mine", 0o711), ("closed", 0o700), (".git/HEAD", 0o444), ("", 0o751),
    ] {
      try #require(chmod(folder.path("public/\(name)"), mode_t(mode)) == 0)
    }
    folder.setNewer("public/.git/refs")
    let before = try folder.listing("public", ignoring: ["index.html", "th/a.html"])
    for round in ["two", "three"] {
      _ = try folder.publish(["index.html": round, "th/a.html": round])
      #expect(try folder.listing("public", ignoring: ["index.html", "th/a.html"]) == before)
    }
    #expect(try folder.text("public/index.html") == "three")
    _ = try cleanOutput(folder.path("public"))
    let left = try folder.listing("public", ignoring: [])
    #expect(left == before.filter { !$0.hasPrefix(".saan") })
  }

  @Test(arguments: ["notes.txt", "photos", ".git"])
  func aFolderWithForeignThingsIsTakenOnlyByForce(_ name: String) throws {
    let folder = Folder()
    try FileSystem.makeDirectories(folder.path("public/\(name)"))
    let error = #expect(throws: DiskError.self) { try folder.publish(["index.html": "one"]) }
    let text = DiagnosticPrinter().text(Diagnostics([try #require(error).diagnostic]))
    #expect(
      text.replacing(folder.root, with: "") == """
        error[foreign-output]: /public holds what no build wrote: \(name)/
           = hint: name an empty folder with --output, or add --force: what is there stays as it is

        """)
    #expect(FileSystem.status(folder.path("public/index.html")) == nil)
    _ = try folder.publish(["index.html": "one"], force: true)
    _ = try folder.publish(["index.html": "two"])
    #expect(FileSystem.status(folder.path("public/\(name)"))?.kind == .directory)
  }

  @Test func anEmptyFolderAndOneWithLeftoversOfTheSystemAreTaken() throws {
    let folder = Folder()
    try FileSystem.makeDirectories(folder.path("public"))
    try folder.write("public/Thumbs.db", "x")
    _ = try folder.publish(["index.html": "one"])
    #expect(try folder.text("public/Thumbs.db") == "x")
  }

  @Test func somethingInTheWayOfAnOutputIsNeverOverwritten() throws {
    let folder = Folder()
    _ = try folder.publish(["index.html": "one", "page/index.html": "one", "file": "one"])
    try FileSystem.removeTree(folder.path("public/page"))
    try folder.link("public/page", to: "../elsewhere")
    try FileSystem.removeTree(folder.path("public/file"))
    try FileSystem.create(folder.path("public/file/mine"), Array("mine".utf8))
    try FileSystem.makeDirectories(folder.path("elsewhere"))
    for outputs in [["file": "two"], ["page/index.html": "two"], ["page": "two"], ["file": "one"]] {
      let error = #expect(throws: DiskError.self) {
        try folder.publish(["index.html": "one"].merging(outputs) { $1 })
      }
      #expect(error?.diagnostic.code == "foreign-file", "\(outputs)")
    }
    #expect(try folder.text("public/file/mine") == "mine")
    #expect(try FileSystem.names(in: folder.path("elsewhere")).isEmpty)
  }

  @Test func aFileMayBecomeAFolderAndAFolderAFile() throws {
    for isWhole in [true, false] {
      let folder = Folder()
      _ = try folder.publish(["a": "one", "b/c": "two"])
      _ = try folder.publish(["a/c": "one", "b": "two"], whole: isWhole)
      #expect(try folder.text("public/a/c") == "one")
      #expect(try folder.text("public/b") == "two")
    }
  }

  @Test func aFileOfTheSameSizeAndAnOlderTimeIsNoticed() throws {
    let folder = Folder()
    _ = try folder.publish(["index.html": "one", "b.html": "one"])
    usleep(20_000)
    for name in ["index.html", "b.html"] {
      try folder.write("public/\(name)", "own")
      folder.setTime("public/\(name)", 1_000_000)
    }
    let report = try folder.publish(["index.html": "one", "b.html": "two"])
    #expect(report.written == 2)
    let text = DiagnosticPrinter().text(report.diagnostics).replacing(folder.root, with: "")
    #expect(
      text.hasPrefix(
        """
        warning[replaced-file]: somebody had changed this published file; it was written anew
          --> /public/b.html
        """))
    #expect(try folder.text("public/index.html") == "one")
  }

  @Test func anEditedFileThatIsNoLongerPublishedStaysAndIsTold() throws {
    for isWhole in [true, false] {
      let folder = Folder()
      _ = try folder.publish(["index.html": "one", "old.html": "one"])
      try folder.write("public/old.html", "own")
      let report = try folder.publish(["index.html": "two"], whole: isWhole)
      #expect(report.removed == 0)
      #expect(report.diagnostics.all.map(\.code) == ["kept-file"])
      #expect(try folder.text("public/old.html") == "own")
      #expect(try folder.publish(["index.html": "three"]).diagnostics.isEmpty)
    }
  }

  // MARK: File by file

  @Test func whereTreesCannotBeExchangedFilesMoveOneByOne() throws {
    let folder = Folder()
    _ = try folder.publish(["index.html": "one", "th/a.html": "one", "old/b.html": "one"])
    try folder.write("public/th/mine.txt", "mine")
    let before = try folder.inode("public")
    let outputs = ["index.html": "two", "th/a.html": "one", "new/c.html": "one"]
    let report = try folder.publish(outputs, whole: false)
    #expect(report.written == 2 && report.unchanged == 1 && report.removed == 1)
    #expect(try folder.inode("public") == before)
    #expect(try folder.text("public/index.html") == "two")
    #expect(try folder.text("public/th/mine.txt") == "mine")
    #expect(FileSystem.status(folder.path("public/old")) == nil)
    let names = try FileSystem.names(in: folder.path("public"))
    #expect(names == [".saan-manifest", "index.html", "new", "th"])
    #expect(try folder.publish(["index.html": "two"], whole: false).removed == 2)
  }

  /// A build that is killed between two files leaves its list and the files that are to come.
  @Test func whatAKilledBuildLeftUndoneIsDoneByTheNext() throws {
    let folder = Folder()
    _ = try folder.publish(["index.html": "one", "old.html": "one"])
    let sink = try DiskSink(folder.opened())
    _ = try sink.put("index.html", Array("two".utf8))
    let entry = "\(Digest(of: Array("two".utf8)).description) 3 index.html\n"
    try folder.write(".public.saan-staging/commit", "saan-manifest 3\n" + entry)
    sink.cancel()
    #expect(throws: Never.self) { try DiskSink(folder.opened()) }
    #expect(try folder.text("public/index.html") == "two")
    #expect(FileSystem.status(folder.path("public/old.html")) == nil)
  }

  @Test func whatArrivesDuringTheSwitchIsNotLost() throws {
    let folder = Folder()
    _ = try folder.publish(["index.html": "one", "th/a.html": "one"])
    // As a build leaves it that was killed after the switch: the former tree is in the staging.
    try FileSystem.makeDirectories(folder.path(".public.saan-staging"))
    try folder.copy("public", to: ".public.saan-staging/tree")
    try folder.write(".public.saan-staging/tree/th/late.txt", "late")
    try FileSystem.create(
      folder.path(".public.saan-staging/tree/own/late.txt"), Array("late".utf8))
    _ = try folder.publish(["index.html": "two"])
    #expect(try folder.text("public/th/late.txt") == "late")
    #expect(try folder.text("public/own/late.txt") == "late")
    #expect(FileSystem.status(folder.path("public/th/a.html")) == nil)
    #expect(try FileSystem.names(in: folder.root) == ["public"])
  }

  @Test func messagesAreThereInThai() throws {
    let folder = Folder()
    try FileSystem.makeDirectories(folder.path("public/a/b"))
    let foreign = #expect(throws: DiskError.self) { try folder.publish(["a": "one"]) }
    let taken = #expect(throws: DiskError.self) { try folder.publish(["a": "one"], force: true) }
    _ = try folder.publish(["b": "one"], force: true)
    try folder.write("public/b", "own")
    let found =
      [try #require(taken).diagnostic, try #require(foreign).diagnostic]
      + (try folder.publish(["b": "two"]).diagnostics.all)
    let text = DiagnosticPrinter(language: .thai).text(Diagnostics(found))
    #expect(
      text.replacing(folder.root, with: "") == """
        error[foreign-file]: มีสิ่งที่โปรแกรมนี้ไม่ได้สร้างขวางอยู่: /public/a
           = hint: ย้ายออก หรือเลือกโฟลเดอร์อื่นด้วย --output

        error[foreign-output]: /public มีสิ่งที่โปรแกรมนี้ไม่ได้สร้าง: a/
           = hint: ระบุโฟลเดอร์ว่างด้วย --output หรือเติม --force ของเดิมทั้งหมดจะคงอยู่ตามเดิม

        warning[replaced-file]: มีผู้แก้ไขไฟล์ที่เผยแพร่นี้ โปรแกรมจึงเขียนใหม่ทับ
          --> /public/b
           = hint: ให้แก้ที่ไฟล์ต้นทางของเว็บ เพราะการสร้างครั้งต่อไปจะเขียนไฟล์ที่เผยแพร่ใหม่

        """)
  }

  @Test func theMarkOfDraftsStaysUntilABuildWithoutThem() throws {
    let folder = Folder()
    _ = try folder.publish(["index.html": "one"], marks: [.drafts, .future])
    #expect(try folder.text("public/.saan-manifest").hasPrefix("saan-manifest 4 drafts future\n"))
    let error = #expect(throws: DiskError.self) { try folder.opened().refuseHeldBack() }
    let told = Diagnostics([try #require(error).diagnostic])
    let texts = MessageLanguage.allCases.map { DiagnosticPrinter(language: $0).text(told) }
    #expect(
      texts.joined().replacing(folder.root, with: "") == """
        error[not-for-publication]: /public was made with --drafts --future and holds pages that are not for everybody yet: do not publish it
           = hint: build again without --drafts --future
        error[not-for-publication]: /public สร้างด้วย --drafts --future จึงมีหน้าที่ยังไม่ถึงเวลาเผยแพร่ ห้ามนำขึ้นเว็บ
           = hint: สร้างใหม่โดยไม่ใช้ --drafts --future

        """)
    _ = try folder.publish(["index.html": "one"])
    #expect(try folder.text("public/.saan-manifest").hasPrefix("saan-manifest 4\n"))
    try folder.opened().refuseHeldBack()
  }
}
