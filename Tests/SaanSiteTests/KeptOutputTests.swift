import SaanText
import Testing

@testable import SaanFiles
@testable import SaanModel
@testable import SaanPublish
@testable import SaanSite

/// Outputs that a build takes over from the last one without their bytes.
@Suite struct KeptOutputTests {
  private let site = ["a/index.html": "one", "b.html": "two", "c/d/e.txt": "three"]

  /// Publishes texts, and keeps others of which the texts are known.
  private func publish(
    _ folder: Folder, _ outputs: [String: String], keeping kept: [String: String] = [:],
    whole: Bool = true
  ) throws -> DiskSink.Report {
    let sink = try DiskSink(folder.opened(), switchesWhole: whole)
    let receipts = try outputs.sorted { $0.key < $1.key }.map {
      try sink.put($0.key, Array($0.value.utf8))
    }
    let others = try kept.map {
      try #require(sink.keep($0.key, LedgerSamples.output($0.value)), "\($0.key)")
    }
    let report = try sink.finish(receipts + others, nil)
    sink.close()
    return report
  }

  /// Whether an output would be kept of which the text is known.
  private func keeps(_ folder: Folder, _ path: String, _ text: String) throws -> Bool {
    let sink = try DiskSink(folder.opened())
    defer { sink.cancel() }
    return sink.keep(path, LedgerSamples.output(text)) != nil
  }

  private func texts(_ folder: Folder) throws -> [String: String] {
    var texts: [String: String] = [:]
    for path in site.keys where FileSystem.status(folder.path("public/\(path)")) != nil {
      texts[path] = try folder.text("public/\(path)")
    }
    return texts
  }

  @Test(arguments: [true, false])
  func aBuildThatKeepsAllButOnePublishesTheSite(whole: Bool) throws {
    let folder = Folder()
    _ = try folder.publish(site)
    let before = try folder.inode("public/c/d/e.txt")
    let report = try publish(
      folder, ["b.html": "TWO"], keeping: ["a/index.html": "one", "c/d/e.txt": "three"],
      whole: whole)
    #expect(report == DiskSink.Report(written: 1, unchanged: 2, removed: 0, bytesWritten: 3))
    #expect(
      try texts(folder) == ["a/index.html": "one", "b.html": "TWO", "c/d/e.txt": "three"])
    #expect(try folder.inode("public/c/d/e.txt") == before)
    #expect(try FileSystem.names(in: folder.root) == ["public"])
    // The list of the files is that of a build that made all of them.
    let other = Folder()
    _ = try other.publish(["a/index.html": "one", "b.html": "TWO", "c/d/e.txt": "three"])
    #expect(
      try folder.text("public/.saan-manifest") == other.text("public/.saan-manifest"))
    #expect(try keeps(folder, "a/index.html", "one"))
  }

  @Test(arguments: [true, false])
  func whatIsNeitherKeptNorPutIsRemoved(whole: Bool) throws {
    let folder = Folder()
    _ = try folder.publish(site)
    let report = try publish(folder, [:], keeping: ["b.html": "two"], whole: whole)
    #expect(report == DiskSink.Report(written: 0, unchanged: 1, removed: 2))
    #expect(try texts(folder) == ["b.html": "two"])
    #expect(FileSystem.status(folder.path("public/c")) == nil)
  }

  @Test func keepingEverythingWritesNothing() throws {
    let folder = Folder()
    _ = try folder.publish(site)
    let before = try folder.inode("public/.saan-manifest")
    let report = try publish(folder, [:], keeping: site)
    #expect(report == DiskSink.Report(unchanged: 3))
    #expect(try folder.inode("public/.saan-manifest") == before)
  }

  @Test func onlyWhatStandsAsItWasPublishedIsKept() throws {
    let folder = Folder()
    #expect(try !keeps(folder, "b.html", "two"))
    _ = try folder.publish(site)
    #expect(try keeps(folder, "b.html", "two"))
    // Other bytes were published last, or none.
    #expect(try !keeps(folder, "b.html", "TWO"))
    #expect(try !keeps(folder, "new.html", "two"))
    try folder.write("public/own.html", "two")
    #expect(try !keeps(folder, "own.html", "two"))
    // Somebody touched it, and then changed a letter of it.
    folder.setNewer("public/b.html")
    #expect(try keeps(folder, "b.html", "two"))
    try folder.write("public/b.html", "owt")
    #expect(try !keeps(folder, "b.html", "two"))
    let path = folder.path("public/b.html")
    try FileSystem.removeTree(path)
    #expect(try !keeps(folder, "b.html", "two"))
    try folder.write("two.html", "two")
    try folder.link("public/b.html", to: "../two.html")
    #expect(try !keeps(folder, "b.html", "two"))
    try FileSystem.removeTree(path)
    try FileSystem.makeDirectories(path)
    #expect(try !keeps(folder, "b.html", "two"))
    #expect(try keeps(folder, "a/index.html", "one"))
  }

  @Test func sinksThatHoldNothingKeepNothing() {
    let known = LedgerSamples.output("x")
    #expect(MemorySink().keep("a.html", known) == nil)
    #expect(DiscardingSink().keep("a.html", known) == nil)
    #expect(DiscardingSink().entry(of: ()) == nil)
  }

  // MARK: Sinks that look at what passes

  private let page =
    "<h1 id=\"top\">x</h1><a href=\"/gone/\">y</a><svg>\(String(repeating: "<g/>", count: 6000))</svg>"

  private func scales(
    _ folder: Folder, reads: Bool
  ) throws -> WeighingSink<ReadingSink<DiskSink>> {
    let book = AddressBook(outputs: ["a/index.html", "x.pdf"], baseURL: nil)
    return WeighingSink(
      base: ReadingSink(base: try DiskSink(folder.opened()), book: reads ? book : nil),
      budgets: WeightBudgets())
  }

  @Test(arguments: [true, false])
  func whatIsNotedOfAnOutputKeepsItTheNextTime(reads: Bool) throws {
    let folder = Folder()
    let sink = try scales(folder, reads: reads)
    let put = try sink.put("a/index.html", Array(page.utf8))
    let file = try sink.put("x.pdf", [1, 2])
    let noted = try #require(sink.noted(put, reads: [1, 5]))
    #expect(noted == LedgerSamples.output(page, [1, 5], chart: 24_011))
    #expect(sink.noted(file, reads: [])?.size == 2)
    _ = try sink.finish([put, file], nil)
    sink.base.base.close()

    let next = try scales(folder, reads: reads)
    let kept = try #require(next.keep("a/index.html", noted))
    #expect(next.noted(kept, reads: [1, 5]) == noted)
    #expect(kept.weight?.page == page.utf8.count && kept.weight?.chart == 24_011)
    #expect(kept.base.reading?.dead.map(\.target) == (reads ? ["/gone/"] : nil))
    #expect(kept.base.reading?.dead.map(\.target) == put.base.reading?.dead.map(\.target))
    #expect(kept.base.reading?.identifiers == put.base.reading?.identifiers)
    let keptFile = try #require(
      next.keep(
        "x.pdf",
        LedgerOutput(
          reads: [], digest: Digest(of: [1, 2]), size: 2)))
    #expect(keptFile.weight == nil && keptFile.base.reading == nil)
    let report = try next.finish([kept, keptFile], nil)
    #expect(report == DiskSink.Report(unchanged: 2))
  }

  @Test func aSinkThatMayNotKeepLetsNobodyElse() throws {
    let folder = Folder()
    _ = try folder.publish(["a/index.html": page])
    #expect(try scales(folder, reads: true).keep("a/index.html", LedgerSamples.output("x")) == nil)
    let book = AddressBook(outputs: ["a/index.html"], baseURL: nil)
    let memory = WeighingSink(
      base: ReadingSink(base: DiscardingSink(), book: book), budgets: WeightBudgets())
    #expect(memory.keep("a/index.html", LedgerSamples.output(page)) == nil)
    let put = try memory.put("a/index.html", Array(page.utf8))
    #expect(memory.noted(put, reads: []) == nil)
    #expect(put.weight?.chart == 24_011)
  }
}
