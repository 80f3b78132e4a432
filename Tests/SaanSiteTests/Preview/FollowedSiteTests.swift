import SaanModel
import SaanPages
import SaanPublish
import SaanSite
import SaanText
import TestSupport
import Testing

/// What is taken over from one look at a site to the next makes no difference: pages and findings
/// are those of a build from nothing.
@Suite struct FollowedSiteTests {
  @Test func editsOfAllKindsToASmallSite() async throws {
    let news = (1...3).map { number in
      (
        "content/news/n\(number).th.md",
        "---\ntitle: ข่าว \(number)\ndate: 2023-01-0\(number)\ntopics: [housing]\n---\nเนื้อหา\n"
      )
    }
    let site = TestSite.withForests.with(Dictionary(uniqueKeysWithValues: news))
    try await expectTheSame(EditedSite.Edit.allCases + EditedSite.Edit.allCases, on: site.tree)
  }

  /// Before all is loaded again an article is as it will be, if no more than its text, its title
  /// and its summary have changed.
  @Test func aGlanceShowsAnArticleAsItWillBe() async throws {
    let options = PreviewedSite.options
    let followed = try await FollowedSite(Specimen.tree, options)
    let path = "content/news/seeds.th.md"
    let text = Specimen.tree.files[path]?.text ?? ""
    var tree = Specimen.tree
    tree.add(path, Array((text + "\nอีกหนึ่งประโยค\n").utf8))
    let glance = try #require(try await followed.glance(at: tree)?.standing)
    let outputs = try #require(try await build(tree, options, into: MemorySink()).report)
    for output in ["th/news/seeds/index.html", "en/news/seeds/index.html"] {
      let page = try glance.make(try #require(glance.plan.job(at: output)))
      #expect(page.value == outputs[output] && page.diagnostics.isEmpty)
      let isShown = String(decoding: page.value, as: UTF8.self).contains("อีกหนึ่งประโยค")
      #expect(isShown == output.hasPrefix("th/"))
    }
    tree.add(path, Array(text.replacing("title: ", with: "title: ใหม่ ").utf8))
    let titled = try #require(try await followed.glance(at: tree)?.standing)
    let job = try #require(titled.plan.job(at: "th/news/seeds/index.html"))
    let renamed = try #require(try await build(tree, options, into: MemorySink()).report)
    #expect(try titled.make(job).value == renamed[job.output])
    for other in [
      text.replacing("\ndate: ", with: "\nweight: 3\ndate: "), text + "\n![ภาพ](other.png)\n",
      text + "\n{{ nothing() }}\n",
    ] {
      tree.add(path, Array(other.utf8))
      #expect(try await followed.glance(at: tree)?.standing == nil)
    }
    tree = Specimen.tree
    tree.add("content/news/another.th.md", Array(text.utf8))
    #expect(try await followed.glance(at: tree)?.standing == nil)
  }

  /// Before all is counted again a register shows what its rows say; whatever asks for more is what
  /// it was.
  @Test func aGlanceShowsARowAsItWillBe() async throws {
    let options = PreviewedSite.options
    let followed = try await FollowedSite(Specimen.tree, options)
    let path = "content/data/trees.csv"
    let text = Specimen.tree.files[path]?.text ?? ""
    let before = try #require(try await build(Specimen.tree, options, into: MemorySink()).report)
    var tree = Specimen.tree
    tree.add(path, Array(text.replacing(",31.5,1200,", with: ",32.5,1300,").utf8))
    let glance = try #require(try await followed.glance(at: tree)?.standing)
    let outputs = try #require(try await build(tree, options, into: MemorySink()).report)
    let record = "en/trees/t-1/index.html"
    #expect(outputs[record] != before[record])
    var made: Set<String> = []
    for (output, bytes) in outputs where bytes != before[output] {
      let page = try glance.make(try #require(glance.plan.job(at: output))).value
      if page == bytes { made.insert(output) } else { #expect(page == before[output], "\(output)") }
    }
    #expect(made.contains(record) && made.contains("th/trees/t-1/index.html"))
    // What is counted of rows is not known yet.
    #expect(!made.contains { $0.hasPrefix("figures/") || $0.hasPrefix("data/") }, "\(made)")
    for (part, other) in [("t-1,", "t-9,"), (",810101,", ",8102,")] {
      tree.add(path, Array(text.replacing(part, with: other).utf8))
      #expect(try await followed.glance(at: tree)?.standing == nil, "\(other)")
    }
    for other in ["observations", "organisations"] {
      let path = "content/data/\(other).csv"
      let text = Specimen.tree.files[path]?.text ?? ""
      tree = Specimen.tree
      tree.add(path, Array(text.replacing("12", with: "13").utf8))
      #expect(try await followed.glance(at: tree)?.standing == nil, "\(other)")
    }
  }
}

/// The rows of tables are shown on screen before the rules of tables are looked at, with all that
/// is counted of them; pages that nobody looks at wait for the load.
@Suite struct RowsAtAGlanceTests {
  @Test(arguments: [
    ("trees", "\nt-1,", "\nt-9,"),
    ("observations", "seeds.kinds,81,2022,stated,12,", "seeds.kinds,81,2022,stated,13,"),
    ("organisations", "12", "13"),
  ])
  func otherRowsAreShownOnScreenAtOnce(table: String, old: String, new: String) async throws {
    let options = PreviewedSite.options
    let followed = try await FollowedSite(Specimen.tree, options)
    let before = try #require(try await build(Specimen.tree, options, into: MemorySink()).report)
    let path = "content/data/\(table).csv"
    let text = Specimen.tree.files[path]?.text ?? ""
    var tree = Specimen.tree
    tree.add(path, Array(text.replacing(old, with: new).utf8))
    let outputs = try #require(try await build(tree, options, into: MemorySink()).report)
    // What is planned of all other pages waits for them.
    let pages = outputs.keys.filter { path in
      path.hasSuffix(".html") && !path.hasSuffix("search/index.html")
        && outputs[path] != before[path] && before[path] != nil
    }
    #expect(pages.count > 1, "\(pages)")
    for watched in [Set(pages), Set(pages.prefix(1))] {
      let glance = try #require(try await followed.glance(at: tree, on: watched.sorted()))
      let shown = try #require(glance.standing)
      for (output, bytes) in outputs where before[output] != nil {
        let page = try shown.make(try #require(shown.plan.job(at: output))).value
        let isRight = page == (watched.contains(output) ? bytes : before[output])
        #expect(isRight, "\(output)")
      }
      let loaded = try await FollowedSite(tree, options, after: followed, glance)
      let standing = try #require(loaded.standing)
      #expect(standing.plan.jobs.map(\.output) == outputs.keys.sorted())
    }
  }

  @Test func rowsThatCannotBeReadAreNotShown() async throws {
    let followed = try await FollowedSite(Specimen.tree, PreviewedSite.options)
    let path = "content/data/trees.csv"
    let text = Specimen.tree.files[path]?.text ?? ""
    var tree = Specimen.tree
    tree.add(path, Array((text + "t-99,?,?,?,?,?\n").utf8))
    #expect(try await followed.glance(at: tree, on: ["en/trees/index.html"])?.standing == nil)
  }
}

/// The same for as many edits as chance wants.
@Suite struct FollowedSiteTrials {
  /// In the trials two hundred edits, as chance wants them.
  @Test func editsToASiteOfEverything() async throws {
    var chance = Chance(seed: Trials.seed &+ 2)
    let all = EditedSite.Edit.allCases
    try await expectTheSame(
      Trials.areFull
        ? (0..<200).map { _ in chance.one(of: all) } : [.sentence, .title, .cell, .template],
      on: Specimen.tree)
  }
}

/// What is on screen while sites are edited, as far as they have it.
private let watched = [
  "th/index.html", "en/trees/index.html", "th/forests/index.html", "th/provinces/surin/index.html",
  "en/figures/index.html",
]

/// After each edit pages and findings are those of a build from nothing.
private func expectTheSame(_ edits: [EditedSite.Edit], on tree: SourceTree) async throws {
  var site = EditedSite(tree)
  var chance = Chance(seed: Trials.seed)
  let options = PreviewedSite.options
  var followed = try await FollowedSite(site.tree, options)
  var ledger: Ledger?
  var before: [String: [UInt8]] = [:]
  for (round, edit) in edits.enumerated() {
    let what = "\(round): " + site.apply(edit, &chance)
    let tree = site.tree
    let last = before
    before = [:]
    // A page of each kind is on screen: one of the register, of a place, of a figure, the home.
    let glance = try await followed.glance(at: tree, on: watched.filter { last[$0] != nil })
    let shown = [.cell, .addedRow, .removedRow].contains(edit) ? glance?.standing : nil
    followed = try await FollowedSite(tree, options, after: followed, glance)
    let checked = try await followed.checked()
    let rendered = try await followed.rendered(
      checked, former: FormerAddresses(), ledger: ledger)
    ledger = rendered.ledger ?? ledger
    let fresh = try await build(
      tree, options, readsBack: .onSmallSites, into: MemorySink())
    #expect(
      DiagnosticPrinter().text(rendered.found) == DiagnosticPrinter().text(fresh.diagnostics),
      "after \(what)")
    guard let outputs = fresh.report, let standing = followed.standing else { continue }
    #expect(standing.plan.jobs.map(\.output) == outputs.keys.sorted(), "after \(what)")
    let differing = try outputs.keys.filter { path in
      let job = try #require(standing.plan.job(at: path))
      return try standing.make(job).value != outputs[path]
    }
    #expect(differing.isEmpty, "after \(what): \(differing.sorted().prefix(5))")
    let torn = try outputs.filter { path, bytes in
      guard !last.isEmpty, let shown, let job = shown.plan.job(at: path) else { return false }
      let made = try shown.make(job).value
      return made != bytes && made != last[path]
    }
    #expect(torn.isEmpty, "at a glance after \(what): \(torn.keys.sorted().prefix(5))")
    before = outputs
  }
}
