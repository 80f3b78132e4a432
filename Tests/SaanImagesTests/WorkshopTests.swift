import Glibc
import SaanFiles
import SaanImages
import SaanPublish
import SaanText
import Testing

/// Programs of others are started under limits, and what they made is kept.
@Suite struct WorkshopTests {
  let folder: WorkFolder

  init() throws { folder = try WorkFolder() }

  private func order(_ tool: Tool, _ text: String = "ผ้าทอ") -> ToolOrder {
    ToolOrder(
      tool, ["in.txt", "out.txt"], inputs: [.init("in.txt", Array(text.utf8))], output: "out.txt")
  }

  private func mistake(_ order: ToolOrder) -> ToolMistake? {
    do throws(ToolMistake) {
      _ = try folder.workshop().make(order)
      return nil
    } catch { return error }
  }

  private func told(_ order: ToolOrder) -> String {
    let found = mistake(order)?.diagnostic(
      of: Wording(en: "the picture a.jpg", th: "รูป a.jpg"), at: .file(path: "content/a.jpg"))
    guard let found else { return "" }
    #expect(["missing-tool", "failed-tool"].contains(found.code))
    return "\(found.code)|\(found.message.en)|\(found.message.th)|\(found.hint?.en ?? "")"
      + "|\(found.hint?.th ?? "")" + found.notes.map { "|\($0.en)" }.joined()
  }

  @Test func whatAProgramMadeIsKeptAndMadeOnce() throws {
    let tool = try folder.tool("copy", "cat \"$1\" \"$1\" > \"$2\"")
    let first = folder.workshop(keeping: folder.kept)
    #expect(try first.make(order(tool)) == Array("ผ้าทอผ้าทอ".utf8))
    #expect(first.startedProcesses == 2)
    // The next build neither works nor asks for the version.
    let second = folder.workshop(keeping: folder.kept)
    #expect(try second.make(order(tool)) == Array("ผ้าทอผ้าทอ".utf8))
    #expect(second.startedProcesses == 0)
    // Other content, another revision and another version of the program are made anew.
    _ = try second.make(order(tool, "ฝาย"))
    var revised = order(tool)
    revised.revision = 1
    _ = try second.make(revised)
    #expect(second.startedProcesses == 2)
    let newer = try folder.tool("copy", version: "1.10", "cat \"$1\" > \"$2\"")
    #expect(
      try folder.workshop(keeping: folder.kept).make(order(newer)) == Array("ผ้าทอ".utf8))
    try folder.expectNothingLeft()
  }

  @Test func whatWasFinishedIsKept() throws {
    let tool = try folder.tool("copy", "cat \"$1\" > \"$2\"")
    let workshop = folder.workshop(keeping: folder.kept)
    _ = try workshop.make(order(tool, "ab")) { (made) throws(ToolMistake) in made.reversed() }
    #expect(try workshop.make(order(tool, "ab")) == Array("ba".utf8))
  }

  @Test func aFileThatIsNotWholeIsMadeAgain() throws {
    let tool = try folder.tool("copy", "cat \"$1\" > \"$2\"")
    let workshop = folder.workshop(keeping: folder.kept)
    _ = try workshop.make(order(tool))
    for name in try folder.keptNames() {
      let path = "\(folder.root)/site/.saan/images/\(name)"
      let bytes = try FileSystem.read(path)
      try FileSystem.removeTree(path)
      try FileSystem.create(path, Array(bytes.dropLast(2)))
    }
    let next = folder.workshop(keeping: folder.kept)
    #expect(try next.make(order(tool)) == Array("ผ้าทอ".utf8))
    #expect(next.startedProcesses == 2)
  }

  @Test func theLeastWantedGoFirst() throws {
    let kept = KeptFiles(ofSite: "\(folder.root)/site", mostBytes: 250)
    let keys = (0..<3).map { Digest(of: [UInt8($0)]) }
    for (index, key) in keys.enumerated() {
      kept.write(key, [UInt8](repeating: UInt8(index), count: 70))
      var times = [timeval(tv_sec: 1_000_000 + index, tv_usec: 0)]
      times.append(times[0])
      utimes("\(folder.root)/site/.saan/images/\(key.description)", &times)
    }
    // What is read is wanted.
    #expect(kept.read(keys[0])?.count == 70)
    kept.trim()
    #expect(kept.read(keys[0]) != nil)
    #expect(kept.read(keys[1]) == nil)
    #expect(kept.read(keys[2]) != nil)
    #expect(try KeptFiles.removeAll(ofSite: "\(folder.root)/site") == 2)
    #expect(try KeptFiles.removeAll(ofSite: "\(folder.root)/site") == 0)
  }

  @Test func aProgramThatIsMissingIsToldWithTheLineThatInstallsIt() {
    #expect(
      told(order(Tool(command: "vips-nowhere", debianPackage: "libvips-tools"))) == """
        missing-tool|the picture a.jpg cannot be made without vips-nowhere, which is not installed\
        |ทำรูป a.jpg ไม่ได้ เพราะยังไม่ได้ติดตั้ง vips-nowhere|install it: sudo apt install libvips-tools\
        |ติดตั้งด้วยคำสั่ง sudo apt install libvips-tools
        """)
  }

  @Test(arguments: [
    ("echo 'not enough data' >&2; cat in.txt > out.txt", "it warns of what it was given"),
    ("exit 3", "it could not read or write it"),
    (":", "it made no file"),
    ("ln -s /etc/passwd out.txt", "it made no file"),
    ("kill -SEGV $$", "it was ended by the system (signal 11)"),
    ("while :; do :; done", "it took longer than 1 seconds"),
    ("sleep 20", "it took longer than 1 seconds"),
    ("exec head -c 9000000 /dev/zero > out.txt", "the file grew too large"),
    ("yes warning >&2", "it warns without end"),
  ])
  func aProgramThatFailsIsToldWithItsReason(script: String, reason: String) throws {
    var order = order(try folder.tool("bad", script))
    order.limits.seconds = 1
    order.limits.fileSize = 1 << 20
    #expect(
      told(order).hasPrefix("failed-tool|the picture a.jpg could not be made by bad: \(reason)|"))
    #expect(told(order).count < 6000)
    try folder.expectNothingLeft()
  }

  @Test func aProgramSeesNothingOfOurs() throws {
    let tool = try folder.tool(
      "look",
      "{ env | sort; ls /proc/self/fd; grep SigBlk /proc/self/status; cat; echo \"$1\"; } > out.txt"
    )
    var order = ToolOrder(tool, ["$(touch /tmp/x); a b"], inputs: [], output: "out.txt")
    order.environment["EXTRA"] = "1"
    let text = String(decoding: try folder.workshop().make(order), as: UTF8.self)
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.contains("EXTRA=1"))
    #expect(lines.contains("SigBlk:\t0000000000000000"))
    #expect(lines.last == "$(touch /tmp/x); a b")
    #expect(!text.contains("USER=") && !text.contains("SWIFT"))
    #expect(lines.filter { Int($0) != nil } == ["0", "1", "2", "3"])
  }

  @Test func manyAtOnceMakeTheSame() async throws {
    let tool = try folder.tool("copy", "cat \"$1\" > \"$2\"")
    let workshop = folder.workshop(keeping: folder.kept)
    let order = order(tool)
    let made = try await concurrentMap(Array(0..<40), jobs: 4) { _ in try workshop.make(order) }
    #expect(Set(made) == [Array("ผ้าทอ".utf8)])
    #expect(try folder.keptNames().count == 2)
    #expect(folder.kept.diagnostic == nil)
  }

  @Test func aFolderThatTakesNothingIsToldOnce() throws {
    try FileSystem.create("\(folder.root)/site/.saan", [])
    let kept = folder.kept
    let workshop = folder.workshop(keeping: kept)
    _ = try workshop.make(order(try folder.tool("copy", "cat \"$1\" > \"$2\"")))
    let found = try #require(kept.diagnostic)
    #expect(found.code == "pictures-unkept")
    #expect(found.severity == .note)
    #expect(found.message.en.contains("/site/.saan/images, so that the next build"))
    #expect(found.message.th.contains("การสร้างครั้งต่อไปจึงทำรูปใหม่ทุกรูป"))
  }
}
