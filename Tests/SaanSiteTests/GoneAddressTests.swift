import SaanModel
import SaanPublish
import SaanSite
import SaanText
import Testing

/// Addresses that the last build published and that nothing answers now.
@Suite struct GoneAddressTests {
  /// A sink into a place that was published before.
  private struct Again: OutputSink {
    let base = MemorySink()
    let formerAddresses: FormerAddresses

    func report(ofStanding fingerprint: BuildFingerprint) -> [String: [UInt8]]? { nil }
    func put(_ path: String, _ bytes: [UInt8]) -> (path: String, bytes: [UInt8]) {
      base.put(path, bytes)
    }
    func finish(
      _ receipts: [(path: String, bytes: [UInt8])], _ fingerprint: BuildFingerprint?
    ) -> [String: [UInt8]] { base.finish(receipts, fingerprint) }
    func cancel() {}
  }

  private let old = TestSite().with([
    "content/news/old.th.md": "---\ntitle: งานบุญ & ตลาด\ndate: 2022-10-26\n---\nก\n",
    "content/news/old.en.md": "---\ntitle: The fair\n---\nx\n",
    "content/about.th.md": "---\ntitle: เรา\n---\nก\n",
    "static/plan.pdf": "x", "themes/plain/assets/site.css": "a{}",
  ])

  private func renamed(_ aliases: String = "") -> TestSite {
    var site = old
    site.files["content/news/new.th.md"] =
      "---\ntitle: งานบุญ & ตลาด\ndate: 2022-10-26\n\(aliases)---\nก\n"
    site.files["content/news/new.en.md"] = "---\ntitle: The fair\n\(aliases)---\nx\n"
    site.files["content/news/old.th.md"] = nil
    site.files["content/news/old.en.md"] = nil
    return site
  }

  /// Builds a site where another was published.
  private func build(
    _ site: TestSite, over former: TestSite, isStrict: Bool = false,
    on today: CalendarDate = TestSite.today
  ) async throws -> Diagnostics {
    let outputs = try await former.build().outputs
    var addresses = FormerAddresses()
    addresses.outputs = Array(outputs.keys)
    addresses.title = { output in
      outputs[output].map { page in
        ["งานบุญ & ตลาด", "The fair"].first { page.contains($0.prefix(6)) } ?? ""
      }
    }
    return try await SaanSite.build(
      site.tree, BuildOptions(today: today), isStrict: isStrict,
      into: Again(formerAddresses: addresses)
    ).diagnostics
  }

  @Test func aRenamedPageIsToldWithTheLineToAdd() async throws {
    let found = try await build(renamed(), over: old)
    #expect(
      DiagnosticPrinter().text(found) == """
        warning[address-gone]: '/en/news/old/' and '/th/news/old/' were published, and nothing answers there now
          --> content/news/new.th.md
           = hint: if the page moved here, write 'aliases: [/news/old/]' in content/news/new.th.md, content/news/new.en.md

        """)
    #expect(try await build(renamed("aliases: [/news/old/]\n"), over: old).isEmpty)
    #expect(try await build(renamed(), over: old, isStrict: true).hasErrors)
  }

  @Test func aLinkToARenamedFileNamesTheNewOne() async throws {
    for head in ["", "aliases: [/news/old/]\n"] {
      var site = renamed(head)
      site.files["content/about.th.md"] = "---\ntitle: เรา\n---\n[ก](news/old.th.md)\n"
      let found = try await build(site, over: old).all.filter { $0.code == "dead-link" }
      #expect(found.map(\.hint?.en) == ["did you mean 'news/new.th.md'?"])
      #expect(found.map(\.hint?.th) == ["หมายถึง 'news/new.th.md' หรือไม่"])
    }
  }

  @Test func aThemeThatIsNotThereMakesNothingGone() async throws {
    let site = old.replacing("theme: plain", with: "theme: plian", in: "site.yaml")
    let found = try await build(site, over: old)
    #expect(found.all.contains { $0.code == "unknown-theme" })
    #expect(!found.all.contains { $0.code == "address-gone" })
  }

  @Test func theLineBelongsIntoTheFileOfTheLanguage() async throws {
    // Only the English address is gone, and the English text has it to say.
    var site = renamed("aliases: [/news/old/]\n")
    site.files["content/news/new.en.md"] = "---\ntitle: The fair\n---\nx\n"
    #expect(
      DiagnosticPrinter().text(try await build(site, over: old)) == """
        warning[address-gone]: '/en/news/old/' was published, and nothing answers there now
          --> content/news/new.en.md
           = hint: if the page moved here, write 'aliases: [/news/old/]' in content/news/new.en.md

        """)
    // Without one, the Thai file answers for both.
    var thai = renamed()
    thai.files["content/news/new.en.md"] = nil
    let report = DiagnosticPrinter(language: .thai).text(try await build(thai, over: old))
    #expect(
      report.contains("ให้เขียน 'aliases: [/news/old/]' ใน content/news/new.th.md\n"), "\(report)")
  }

  @Test func aRedirectToARenamedPageNamesItsNewPlace() async throws {
    var former = old
    former.files["site.yaml", default: ""] +=
      "redirects: {/2565/10/26/งาน/: news/old, /2565/fair.html: news/old}\n"
    var site = renamed()
    site.files["site.yaml"] = former.files["site.yaml"]
    let report = DiagnosticPrinter().text(try await build(site, over: former))
    #expect(report.ranges(of: "error[dead-redirect]").count == 2, "\(report)")
    #expect(report.ranges(of: "hint: the page is now 'news/new': write that").count == 2)
    #expect(report.ranges(of: "[address-gone]").count == 1)
    #expect(!report.contains("'/2565/fair.html' was published"))
  }

  @Test func whatWaitsForTheSitesAddressIsNotMissed() async throws {
    let known = TestSite.withData
    let outputs = try await known.build().outputs
    let site = known.replacing("base_url: https://example.org/\n", with: "", in: "site.yaml")
    let left = Set(outputs.keys).subtracting(try await site.build().outputs.keys)
    #expect(left.isSuperset(of: ["sitemap.xml", "th/atom.xml", "data/catalog.jsonld"]), "\(left)")
    let report = DiagnosticPrinter().text(try await build(site, over: known))
    #expect(!report.contains("address-gone"), "\(report)")
  }

  @Test func aDeletedPageIsWithdrawnOrRedirected() async throws {
    var site = old
    site.files["content/about.th.md"] = nil
    let found = try await build(site, over: old)
    #expect(
      DiagnosticPrinter(language: .thai).text(found) == """
        warning[address-gone]: เคยเผยแพร่ '/en/about/' และ '/th/about/' แต่ตอนนี้ไม่มีสิ่งใดอยู่ที่นั่น
          --> site.yaml
           = hint: เขียน 'aliases: [/about/]' ในหน้าที่ใช้แทน หรือถ้าถอนหน้าออกแล้วให้เขียนในไฟล์นี้ว่า 'gone: [/en/about/, /th/about/]'

        """)
    site.files["themes/plain/templates/gone.html"] = "x"
    site.files["themes/plain/phrases/th.yaml", default: ""] += "gone_title: ถอนแล้ว\n"
    site.files["themes/plain/phrases/en.yaml", default: ""] += "gone_title: Withdrawn\n"
    let withdrawn = site.replacing(
      "theme: plain", with: "theme: plain\ngone: [/th/about/]\nredirects: {/en/about/: news}",
      in: "site.yaml")
    #expect(try await build(withdrawn, over: old).isEmpty)
  }

  /// A day in the past of no address is what its author asked for, in whatever language it shows.
  @Test(arguments: ["th", "en"])
  func anExpiredPageIsMissedInNoLanguage(_ language: String) async throws {
    let fields = "expiry_date: 2024-10-05\ntopics: [housing]\naliases: [/holiday/, /x.html]\n"
    let site = old.with([
      "content/news/new-year.\(language).md": "---\ntitle: ปีใหม่\nslug: rest\n\(fields)---\nก\n"
    ])
    let outputs = try await site.build().outputs
    for path in ["news/rest", "holiday", "topics/housing"] {
      #expect(outputs["th/\(path)/index.html"] != nil && outputs["en/\(path)/index.html"] != nil)
    }
    let tomorrow = TestSite.today.adding(days: 1)
    let found = try await build(site, over: site, isStrict: true, on: tomorrow)
    #expect(found.isEmpty, "\(DiagnosticPrinter().text(found))")
    // What is deleted is missed.
    #expect(try await !build(old, over: site, on: tomorrow).isEmpty)
  }

  @Test func aTextThatExpiresLeavesTheOtherLanguage() async throws {
    let site = old.with([
      "content/news/x.th.md": "---\ntitle: ก\n---\nก\n",
      "content/news/x.en.md": "---\ntitle: a\nslug: y\nexpiry_date: 2024-10-05\n---\nx\n",
    ])
    // The Thai text stands in under its own address.
    let tomorrow = TestSite.today.adding(days: 1)
    #expect(try await build(site, over: site, isStrict: true, on: tomorrow).isEmpty)
  }

  @Test func anAddressInNoLanguageIsARedirects() async throws {
    let redirects =
      "theme: plain\nredirects:\n  /category/news-th/: about\n  /2022/fair/: news/old\n"
    let former = old.replacing("theme: plain\n", with: redirects, in: "site.yaml")
    var site = renamed("aliases: [/news/old/]\n")
    let found = try await build(site, over: former)
    #expect(
      DiagnosticPrinter().text(found) == """
        warning[address-gone]: '/2022/fair/' was published, and nothing answers there now
          --> site.yaml
           = hint: write here under 'redirects:', two spaces in, the page that took its place: '/2022/fair/: news/my-article', or 'gone: [/2022/fair/]' if it was withdrawn

        warning[address-gone]: '/category/news-th/' was published, and nothing answers there now
          --> site.yaml
           = hint: write here under 'redirects:', two spaces in, the page that took its place: '/category/news-th/: news/my-article', or 'gone: [/category/news-th/]' if it was withdrawn

        """)
    #expect(
      DiagnosticPrinter(language: .thai).text(found).contains(
        "hint: เขียนในไฟล์นี้ใต้ 'redirects:' โดยย่อหน้าสองช่อง ว่าหน้าใดใช้แทน: '/2022/fair/: news/my-article' หรือถ้าถอนหน้าออกแล้วให้เขียน 'gone: [/2022/fair/]'\n"
      ))
    // What the hint says settles it.
    site = site.replacing(
      "theme: plain\n",
      with: "theme: plain\nredirects:\n  /category/news-th/: about\n  /2022/fair/: news/new\n",
      in: "site.yaml")
    #expect(try await build(site, over: former, isStrict: true).isEmpty)
  }

  @Test func aListOfAddressesSaysWhatAnswersEach() async throws {
    var former = FormerAddresses()
    former.outputs = ["2022/fair/index.html", "th/news/old/index.html", "category/x/index.html"]
    former.title = { $0.hasPrefix("category") ? nil : "The fair" }
    let (site, plan, _) = try await inspect(renamed().tree, renamed().options())
    let gone = goneAddresses(former, try #require(site), try #require(plan))
    #expect(
      gone.table == """
        /2022/fair/  → site.yaml  redirects: {/2022/fair/: news/new}
        /category/x/  → site.yaml  redirects: {/category/x/: …}
        /th/news/old/  → content/news/new.th.md  aliases: [/news/old/]

        """)
    #expect(
      gone.json.hasPrefix(
        "[\n  {\"path\": \"/2022/fair/\", \"redirect\": \"/2022/fair/\", \"successor\": "))
  }

  @Test func whatNobodySharesIsNotTold() async throws {
    var site = old.with(["themes/plain/assets/site.css": "b{}"])
    for number in 0..<5 {
      site.files["content/news/n\(number).th.md"] = "---\ntitle: ก\(number)\n---\nก\n"
    }
    let full = site
    for number in 0..<5 { site.files["content/news/n\(number).th.md"] = nil }
    let found = try await build(site, over: full)
    #expect(found.all.count == 5 && found.all.allSatisfy { $0.message.en.contains("/news/n") })
    #expect(try await build(old, over: site).isEmpty)
    var bare = old
    bare.files["static/plan.pdf"] = nil
    #expect(
      try await build(bare, over: old).all.map(\.message.en) == [
        "'/plan.pdf' was published, and nothing answers there now"
      ])
  }

  @Test func aFileThatIsGoneComesBackOrIsWithdrawn() async throws {
    var site = old
    site.files["static/plan.pdf"] = nil
    let found = try await build(site, over: old)
    #expect(
      DiagnosticPrinter().text(found) == """
        warning[address-gone]: '/plan.pdf' was published, and nothing answers there now
          --> site.yaml
           = hint: put the file into static/plan.pdf again, or write here 'gone: [/plan.pdf]' if it was withdrawn

        """)
    #expect(
      DiagnosticPrinter(language: .thai).text(found).contains(
        "hint: วางไฟล์ไว้ที่ static/plan.pdf อีกครั้ง หรือถ้าถอนไฟล์แล้วให้เขียนในไฟล์นี้ว่า 'gone: [/plan.pdf]'\n"))
    let withdrawn = site.replacing(
      "theme: plain", with: "theme: plain\ngone: [/plan.pdf]", in: "site.yaml")
    let settled = try await build(withdrawn, over: old, isStrict: true)
    #expect(settled.all.map(\.code) == ["address-of-file"] && !settled.hasErrors)
  }

  @Test func ofManyTheFirstAreToldAndTheNumber() async throws {
    var site = old
    for number in 0..<50 {
      site.files["content/n\(number).th.md"] = "---\ntitle: ก\(number)\n---\nก\n"
    }
    let found = try await build(old, over: site).all
    #expect(found.count == 21)
    #expect(
      found.contains { $0.message.en == "30 more addresses that were published answer no more" })
  }

  @Test func aFolderRemembersUntilItIsSettled() async throws {
    let folder = Folder()
    func build(_ site: TestSite) async throws -> [String] { try await publish(site, folder) }
    #expect(try await build(old) == [])
    // Known again by its title, also when the old page has long been removed.
    for _ in 0..<3 { #expect(try await build(renamed()) == ["content/news/new.th.md"]) }
    let former = try OutputFolder(folder.path("out")).formerAddresses()
    let (site, plan, _) = try await inspect(renamed().tree, renamed().options())
    let gone = goneAddresses(former, try #require(site), try #require(plan))
    #expect(
      gone.table
        == "/en/news/old/  → content/news/new.en.md  aliases: [/news/old/]\n"
        + "/th/news/old/  → content/news/new.th.md  aliases: [/news/old/]\n")
    #expect(
      gone.json.hasPrefix(
        "[\n  {\"path\": \"/en/news/old/\", \"alias\": \"/news/old/\", \"successor\": \"content/news/new.en.md\"},"
      ))
    #expect(try await build(renamed("aliases: [/news/old/]\n")) == [])
    #expect(try await build(renamed("aliases: [/news/old/]\n")) == [])
  }

  /// Builds into a folder: where what is told stands.
  private func publish(
    _ site: TestSite, _ folder: Folder, previewsDrafts: Bool = false
  ) async throws -> [String] {
    var options = site.options()
    options.includesDrafts = previewsDrafts
    let output = try OutputFolder(folder.path("out"))
    let lock = try output.lock()
    let sink = try DiskSink(output, marks: options.marks)
    let result = try await SaanSite.build(site.tree, options, into: sink)
    sink.close()
    lock.release()
    return result.diagnostics.all.map { $0.place?.path ?? "" }
  }

  /// The file that names what was published goes to the web server with the rest.
  @Test func whatOnlyAPreviewShowedLeavesNothing() async throws {
    let folder = Folder()
    let draft =
      "---\ntitle: ร่างลับมาก\ndate: 2022-10-26\ntopics: [housing]\naliases: [/secret/]\ndraft: true\n---\nก\n"
    let site = old.with(["content/news/a.th.md": draft])
    func manifest() throws -> String { try folder.text("out/.saan-manifest") }
    // Also where the folder was published before, and where drafts are looked at twice.
    for isFirst in [true, false] {
      for _ in 0..<2 {
        #expect(try await publish(site, folder, previewsDrafts: true) == [])
        #expect(try manifest().contains("th/news/a/index.html"))
      }
      #expect(try await publish(isFirst ? site : old, folder) == [])
      for word in ["ร่างลับ", "news/a/", "secret", "topics/housing", "gone ", "preview "] {
        #expect(try !manifest().contains(word), "\(word)")
      }
    }
    // What was out before it became a draft is missed, by its address alone.
    #expect(
      try await publish(old.with(["content/news/a.th.md": draft.replacingDraft]), folder) == [])
    #expect(try await publish(site, folder, previewsDrafts: true) == [])
    #expect(try await publish(site, folder) == [])
    #expect(try manifest().contains("gone th/news/a/index.html\t"))
    #expect(try !manifest().contains("ร่างลับ"))
    #expect(try await publish(old, folder).contains("site.yaml"))
  }

  @Test func aFolderOfAnOlderProgramIsStillKnown() async throws {
    let folder = Folder()
    #expect(try await publish(renamed(), folder) == [])
    let text = try folder.text("out/.saan-manifest")
    let start = text.firstIndex(of: "\n") ?? text.endIndex
    try folder.write(
      "out/.saan-manifest",
      text[..<start] + "\ngone th/news/old/index.html\tงานบุญ & ตลาด" + text[start...])
    #expect(try await publish(renamed(), folder) == ["content/news/new.th.md"])
    #expect(try !folder.text("out/.saan-manifest").contains("งานบุญ"))
    #expect(try await publish(renamed(), folder) == ["content/news/new.th.md"])
  }
}

extension String {
  /// An article that is out.
  fileprivate var replacingDraft: String {
    split(separator: "\n", omittingEmptySubsequences: false).filter { $0 != "draft: true" }
      .joined(separator: "\n")
  }
}
