import Glibc
import SaanText
import Testing

@testable import SaanModel
@testable import SaanPublish
@testable import SaanSite

/// What a build notes for the next: read as it was written, or not at all.
@Suite struct LedgerFileTests {
  // MARK: The bytes

  @Test func aLedgerIsReadAsItWasWritten() throws {
    let ledger = LedgerSamples.small
    let read = try #require(Ledger(ledger.bytes))
    #expect(saysTheSame(read, ledger))
    #expect(read.outputs.map(\.path) == ["th/ข่าว/index.html", "en/index.html", "robots.txt"])
    #expect(read.outputs[0].known.identity == .max)
    #expect(read.outputs[2].known.reads == [])
    #expect(read.bytes == ledger.bytes)
    let empty = Ledger(build: LedgerSamples.digest(""), keys: [], outputs: [])
    #expect(saysTheSame(Ledger(empty.bytes), empty))
  }

  @Test func whatManyOutputsReadIsWrittenOnce() throws {
    let (reads, few) = (Array(Int32(0)..<60), Array(Int32(0)..<2))
    let size = LedgerSamples.large(1000, sharing: reads).bytes.count
    #expect(size - LedgerSamples.large(1000, sharing: few).bytes.count == 58)
    let mixed = Ledger(
      build: LedgerSamples.digest(""), keys: LedgerSamples.large(0, sharing: []).keys,
      outputs: (0..<64).map { ("\($0)", LedgerSamples.output("", [Int32(min($0, 62)), 63])) })
    #expect(saysTheSame(Ledger(mixed.bytes), mixed))
  }

  @Test func aDamagedLedgerIsNone() {
    let bytes = LedgerSamples.small.bytes
    var random = SeededNumbers(state: 2026)
    for position in bytes.indices {
      var flipped = bytes
      flipped[position] ^= UInt8.random(in: 1...255, using: &random)
      #expect(Ledger(flipped) == nil, "\(position)")
      #expect(Ledger(Array(bytes[..<position])) == nil, "\(position)")
    }
    #expect(Ledger(bytes + [0]) == nil)
    #expect(Ledger(Array("saan-manifest 3\n".utf8)) == nil)
  }

  /// What a later version wrote, or somebody who knows how to seal.
  @Test func aSealedLedgerOfNonsenseIsNone() {
    let content = Array(LedgerSamples.small.bytes.dropLast(16))
    #expect(Ledger(LedgerSamples.sealed(content)) != nil)
    var newer = content
    newer[7] += 1
    #expect(Ledger(LedgerSamples.sealed(newer)) == nil)
    #expect(Ledger(LedgerSamples.sealed(content + [0])) == nil)
    let head = Array(content[..<24])
    let many: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F]
    for tail in [
      many, [0] + many, [0, 0] + many, [0, 1] + many, [1] + many, many + [0xFF, 1],
      [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0], [0, 1, 1, 0, 0], [0x80],
    ] as [[UInt8]] {
      #expect(Ledger(LedgerSamples.sealed(head + tail)) == nil, "\(tail)")
    }
  }

  @Test func whateverIsSealedIsReadToAnEnd() {
    let content = Array(LedgerSamples.small.bytes.dropLast(16))
    var random = SeededNumbers(state: 2569)
    var read = 0
    for _ in 0..<4000 {
      var bytes = content
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let position = Int.random(in: 8..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[position] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 2: bytes.remove(at: position)
        default: bytes.insert(UInt8.random(in: 0...255, using: &random), at: position)
        }
      }
      guard let ledger = Ledger(LedgerSamples.sealed(bytes)) else { continue }
      read += 1
      for (_, known) in ledger.outputs {
        #expect(known.reads.allSatisfy { ledger.keys.indices.contains(Int($0)) })
        #expect(zip(known.reads, known.reads.dropFirst()).allSatisfy(<))
        #expect(min(known.size, known.chart, known.map) >= 0)
      }
    }
    // A letter or a digest may be another one.
    #expect(read > 100 && read < 4000)
  }

  // MARK: The file

  private func file(
    _ folder: Folder, output: String = "public", options: String = ""
  ) -> LedgerFile {
    LedgerFile(
      ofSite: folder.path("site"), output: folder.path(output),
      options: LedgerSamples.digest(options))
  }

  private func site() throws -> Folder {
    let folder = Folder()
    try FileSystem.makeDirectories(folder.path("site"))
    return folder
  }

  @Test func theLedgerLiesBesideTheSettingsForNobodyElse() throws {
    let folder = try site()
    #expect(file(folder).read() == nil)
    #expect(FileSystem.status(folder.path("site/.saan")) == nil)
    #expect(file(folder).write(LedgerSamples.small) == nil)
    #expect(saysTheSame(file(folder).read(), LedgerSamples.small))
    #expect(FileSystem.status(folder.path("site/.saan"))?.mode == 0o700)
    #expect(try folder.text("site/.saan/.gitignore") == "*\n")
    let names = try FileSystem.names(in: folder.path("site/.saan"))
    #expect(names.count == 2)
    let name = try #require(names.last)
    #expect(name.wholeMatch(of: /[0-9a-f]{10}\.ledger/) != nil)
    #expect(FileSystem.status(folder.path("site/.saan/\(name)"))?.mode == 0o600)
    #expect(try FileSystem.names(in: folder.root) == ["site"])
    // What somebody put there instead is his.
    try folder.write("site/.saan/.gitignore", "mine\n")
    #expect(file(folder).write(LedgerSamples.small) == nil)
    #expect(try folder.text("site/.saan/.gitignore") == "mine\n")
  }

  @Test func everyOutputFolderAndEverySetOfOptionsHasALedger() throws {
    let folder = try site()
    #expect(file(folder).write(LedgerSamples.small) == nil)
    for other in [file(folder, output: "preview"), file(folder, options: "drafts")] {
      #expect(other.read() == nil)
      #expect(other.write(LedgerSamples.large(3, sharing: [])) == nil)
    }
    #expect(saysTheSame(file(folder).read(), LedgerSamples.small))
    #expect(file(folder, output: "site/../public/").read() != nil)
    #expect(file(folder, output: "preview").read()?.outputs.count == 3)
  }

  @Test func theOldestOfMoreThanEightGo() throws {
    let folder = try site()
    #expect(file(folder, output: "first").write(LedgerSamples.small) == nil)
    let first = try #require(FileSystem.names(in: folder.path("site/.saan")).last)
    folder.setTime("site/.saan/\(first)", 1000)
    let others = ["notes.txt", "a.ledger", "0123456789.ledger.txt", "012345678X.ledger"]
    for name in others { try folder.write("site/.saan/\(name)", "") }
    // What a build left that was killed.
    try folder.write("site/.saan/0123456789.ledger.new", "")
    folder.setTime("site/.saan/0123456789.ledger.new", 1)
    for number in 2...8 {
      #expect(file(folder, output: "\(number)").write(LedgerSamples.small) == nil)
    }
    #expect(file(folder, output: "first").read() != nil)
    #expect(FileSystem.status(folder.path("site/.saan/0123456789.ledger.new")) == nil)
    #expect(file(folder, output: "9").write(LedgerSamples.small) == nil)
    #expect(file(folder, output: "first").read() == nil)
    #expect((2...9).allSatisfy { file(folder, output: "\($0)").read() != nil })
    let left = try FileSystem.names(in: folder.path("site/.saan"))
    #expect(left.count == 8 + 1 + others.count)
    #expect(Set(others).isSubset(of: left))
  }

  @Test func aDamagedFileIsWrittenAnew() throws {
    let folder = try site()
    #expect(file(folder).write(LedgerSamples.small) == nil)
    let name = try #require(FileSystem.names(in: folder.path("site/.saan")).last)
    for damage in ["", "saanlgr", "x"] {
      try folder.write("site/.saan/\(name)", damage)
      #expect(file(folder).read() == nil)
      #expect(file(folder).write(LedgerSamples.small) == nil)
      #expect(saysTheSame(file(folder).read(), LedgerSamples.small))
    }
    // A link is replaced, not followed.
    try folder.write("own.txt", "own")
    try FileSystem.removeTree(folder.path("site/.saan/\(name)"))
    try folder.link("site/.saan/\(name)", to: "../../own.txt")
    #expect(file(folder).read() == nil)
    #expect(file(folder).write(LedgerSamples.small) == nil)
    #expect(saysTheSame(file(folder).read(), LedgerSamples.small))
    #expect(try folder.text("own.txt") == "own")
  }

  @Test func whereNothingCanBeNotedANoteSaysSo() throws {
    let folder = try site()
    try FileSystem.makeDirectories(folder.path("elsewhere"))
    try folder.link("site/.saan", to: "../elsewhere")
    let link = file(folder).write(LedgerSamples.small)
    #expect(link?.code == "ledger-unwritable")
    #expect(file(folder).read() == nil)
    #expect(try FileSystem.names(in: folder.path("elsewhere")).isEmpty)
    try FileSystem.removeTree(folder.path("site/.saan"))
    try folder.write("site/.saan", "own")
    #expect(file(folder).write(LedgerSamples.small)?.code == "ledger-unwritable")
    #expect(try folder.text("site/.saan") == "own")
    try FileSystem.removeTree(folder.path("site/.saan"))
    #expect(file(folder).write(LedgerSamples.small) == nil)
    let name = try #require(FileSystem.names(in: folder.path("site/.saan")).last)
    try FileSystem.removeTree(folder.path("site/.saan/\(name)"))
    try FileSystem.makeDirectories(folder.path("site/.saan/\(name)/own"))
    #expect(file(folder).read() == nil)
    let told = try #require(file(folder).write(LedgerSamples.small))
    #expect(told.severity == .note)
    let texts = MessageLanguage.allCases.map { language in
      DiagnosticPrinter(language: language).text(told)
        .replacing(folder.root, with: "").replacing(name, with: "x.ledger")
    }
    #expect(
      texts == [
        """
        note[ledger-unwritable]: nothing could be noted in /site/.saan for the next build, which makes every page again: Is a directory
           = hint: the site itself is published whole; for faster builds remove /site/.saan, which may be deleted at any time, or allow yourself to write there

        """,
        """
        note[ledger-unwritable]: จดลงใน /site/.saan ไว้ให้การสร้างครั้งต่อไปไม่ได้ ครั้งต่อไปจึงสร้างใหม่ทุกหน้า: เป็นโฟลเดอร์ ไม่ใช่ไฟล์
           = hint: เว็บที่เผยแพร่ครบถ้วนดี ถ้าอยากให้สร้างเร็วขึ้น ให้ลบ /site/.saan ซึ่งลบได้ทุกเมื่อ หรือให้สิทธิ์เขียนที่นั่นแก่ตนเอง

        """,
      ])
    #expect(try FileSystem.names(in: folder.path("site/.saan")) == [".gitignore", name])
    #expect(file(Folder()).write(LedgerSamples.small)?.code == "ledger-unwritable")
  }

  // MARK: The site

  @Test func nothingOfItIsEverASource() async throws {
    let folder = try site()
    let settings = "static: [.saan, .saan/notes.txt, \".saan/**\", all/.saan/x]\n"
    var files = TestSite().files
    files["site.yaml", default: ""] += settings
    for name in [".saan/notes.txt", "content/.saan/a.th.md", "static/.saan/x", "all/.saan/x"] {
      files[name] = "notes"
    }
    for (path, text) in files {
      try FileSystem.create(folder.path("site/\(path)"), Array(text.utf8))
    }
    let tree = try await readTree(at: folder.path("site"), jobs: 1)
    #expect(!(Array(tree.files.keys) + tree.assets.keys).contains { $0.contains(".saan") })
    #expect(tree.diagnostics.all.isEmpty)
    try folder.link("site/static/notes", to: "../.saan")
    let linked = try await readTree(at: folder.path("site"), jobs: 1)
    #expect(linked.diagnostics.all.map(\.code) == ["outside-link"])
    #expect(!linked.assets.keys.contains { $0.contains("notes") })
  }

  @Test func aNewSiteKeepsItOutOfVersionControl() throws {
    let ignored = try #require(
      starterFiles(today: TestSite.today).first { $0.path == ".gitignore" })
    #expect(ignored.text.split(separator: "\n").contains("\(LedgerFile.folderName)/"))
  }

  @Test func theOptionChangesNothingThatIsPublished() {
    var options = TestSite().options()
    let fingerprint = BuildFingerprint(TestSite().tree, options)
    options.usesLedger = false
    #expect(BuildFingerprint(TestSite().tree, options) == fingerprint)
  }
}
