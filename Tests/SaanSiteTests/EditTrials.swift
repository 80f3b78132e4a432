import Foundation
import SaanModel
import SaanPublish
import SaanSite
import SaanText
import Synchronization
import TestSupport
import Testing

/// A build after an edit publishes what a build of everything would, to the byte.
@Suite struct EditTrials {
  @Test func editsOfAllKindsToASmallSite() async throws {
    let news = (1...3).map { number in
      (
        "content/news/n\(number).th.md",
        "---\ntitle: ข่าว \(number)\ndate: 2023-01-0\(number)\ntopics: [housing]\n---\nเนื้อหา\n"
      )
    }
    let site = TestSite.withForests.with(Dictionary(uniqueKeysWithValues: news))
    try await expectTheSame(
      EditedSite.Edit.allCases, on: site.tree, site.options(),
      from: Standing(site.tree, site.options()))
  }

  /// A sentence that stands on its own page and nowhere else is no reason to make others again; in
  /// the trials this repository's site is worked on as well.
  @Test func editsToASiteOfEverything() async throws {
    let path = "content/news/seeds.th.md"
    var tree = Specimen.tree
    var standing = try await Standing(tree, Specimen.options)
    tree.add(path, Array(((tree.files[path]?.text ?? "") + "\nอีกหนึ่งประโยค\n").utf8))
    #expect(try await standing.rebuild(tree, Specimen.options, after: "a sentence"))
    // Beside it what search knows of its text.
    let others = standing.made.filter { !$0.contains("/search/") }
    #expect(others.count <= 4, "\(standing.made)")
    #expect(!standing.made.contains { $0.hasPrefix("en/search/") })
    #expect(!standing.made.contains { $0.contains("/search/n") })
    #expect(standing.made.contains("th/news/seeds/index.html"))
    // What a value promises changes what the region says of it, though no number does.
    let values = "content/data/observations.csv"
    let exact = (tree.files[values]?.text ?? "").replacing("20500,,,E,", with: "20500,,,A,")
    tree.add(values, Array(exact.utf8))
    #expect(try await standing.rebuild(tree, Specimen.options, after: "a bound"))
    #expect(standing.made.contains("th/regions/up/index.html"))
    try await expectTheSame(
      [.translation, .lostTranslation, .cell, .coverage, .word], on: tree, Specimen.options,
      from: standing)
    guard Trials.areFull else { return }
    var chance = Chance(seed: Trials.seed &+ 1)
    let edits = (0..<300).map { _ in chance.one(of: EditedSite.Edit.allCases) }
    let own = try await readRepository()
    let today = try #require(CalendarDate(iso: "2026-12-01"))
    let options = BuildOptions(today: today, jobs: 2)
    try await expectTheSame(edits, on: own, options, from: Standing(own, options))
  }

  /// What areas have jointly, and where an indicator applies, reaches the pages of all of them and
  /// of what is around them.
  @Test func editsToWhatAreasHaveJointly() async throws {
    var tree = Specimen.tree
    var standing = try await Standing(tree, Specimen.options)
    let edits = [
      ("observations", "2022-05-01,stated,45,", "2022-05-01,stated,46,"),
      ("indicators", "81; 82; 83", "10; 81; 82; 83"),
      ("observations", ",,81; 82", ",,10; 82"),
      ("indicators", ",growers", ",81"),
    ]
    for (table, old, new) in edits {
      let path = "content/data/\(table).csv"
      let text = tree.files[path]?.text ?? ""
      #expect(text.contains(old))
      tree.add(path, Array(text.replacing(old, with: new).utf8))
      #expect(try await standing.rebuild(tree, Specimen.options, after: "\(old) to \(new)"))
      #expect(!standing.made.isEmpty)
    }
  }

  private func expectTheSame(
    _ edits: [EditedSite.Edit], on tree: SourceTree, _ options: BuildOptions,
    from first: Standing
  ) async throws {
    var site = EditedSite(tree)
    var standing = first
    var chance = Chance(seed: Trials.seed)
    var published = 0
    for (round, edit) in edits.enumerated() {
      let before = site
      let what = site.apply(edit, &chance)
      if edit == .damagedLedger { standing.damageLedger() }
      if edit == .lostLedger { standing.ledger = nil }
      // An edit that breaks the site proves nothing: it is undone, and most must not.
      if try await standing.rebuild(site.tree, options, after: "\(round): \(what)") {
        published += 1
      } else {
        site = before
      }
    }
    #expect(published * 3 >= edits.count * 2)
  }
}

/// What stands published, and what the next build is told of it.
private struct Standing {
  private(set) var outputs: [String: [UInt8]]
  var ledger: Ledger?
  /// What the last build made again.
  private(set) var made: Set<String> = []

  init(_ tree: SourceTree, _ options: BuildOptions) async throws {
    let result = try await build(tree, options, notes: .ledger(nil), into: MemorySink())
    outputs = try #require(result.report, "\(DiagnosticPrinter().text(result.diagnostics))")
    ledger = result.ledger
  }

  /// Flips a bit of the ledger, as a bad disk would.
  mutating func damageLedger() {
    guard var bytes = ledger?.bytes else { return }
    bytes[bytes.count / 2] ^= 4
    ledger = Ledger(bytes)
    #expect(ledger == nil)
  }

  /// Builds with the ledger and without, and expects the same; whether anything was published.
  mutating func rebuild(
    _ tree: SourceTree, _ options: BuildOptions, after edit: String
  ) async throws -> Bool {
    let sink = CountingSink(base: MemorySink(former: outputs))
    let kept = try await build(tree, options, notes: .ledger(ledger), into: sink)
    let fresh = try await build(tree, options, into: MemorySink())
    #expect(
      DiagnosticPrinter().text(kept.diagnostics) == DiagnosticPrinter().text(fresh.diagnostics),
      "after \(edit)")
    guard let report = kept.report, let whole = fresh.report else {
      #expect(kept.report == nil && fresh.report == nil, "after \(edit)")
      return false
    }
    let differing = Set(report.keys).union(whole.keys).filter { report[$0] != whole[$0] }
    #expect(differing.isEmpty, "after \(edit): \(differing.sorted().prefix(5))")
    made = sink.made.withLock { $0 }
    outputs = report
    ledger = kept.ledger
    #expect(ledger != nil)
    return true
  }
}

/// A sink that remembers what was made and not kept.
private final class CountingSink: OutputSink {
  let base: MemorySink
  let made = Mutex<Set<String>>([])

  init(base: MemorySink) { self.base = base }

  func report(ofStanding fingerprint: BuildFingerprint) -> [String: [UInt8]]? { nil }
  func put(_ path: String, _ bytes: [UInt8]) -> (path: String, bytes: [UInt8]) {
    made.withLock { _ = $0.insert(path) }
    return base.put(path, bytes)
  }
  func keep(_ path: String, _ known: LedgerOutput) -> (path: String, bytes: [UInt8])? {
    base.keep(path, known)
  }
  func published(_ path: String) -> [UInt8]? { base.published(path) }
  func entry(of receipt: (path: String, bytes: [UInt8])) -> Manifest.Entry? {
    base.entry(of: receipt)
  }
  func finish(
    _ receipts: [(path: String, bytes: [UInt8])], _ fingerprint: BuildFingerprint?
  ) -> [String: [UInt8]] { base.finish(receipts, fingerprint) }
  func cancel() {}
}
