import SaanData
import SaanModel
import SaanPublish
import SaanSite
import SaanText
import Testing

/// A site as a release knew it: the figures of that day in today's pages.
@Suite struct AsPublishedTests {
  private static let day = "2024-07-01"
  private static let path = "content/data/releases/\(day).json"

  /// The file of a release of what a site says.
  static func release(of tree: SourceTree, _ options: BuildOptions) async throws -> [UInt8] {
    let site = try #require(try await inspect(tree, options).site)
    let registers = site.figures.releasedRegisters(site.settings.registerTables)
    let date = try #require(CalendarDate(iso: day))
    return try #require(DataRelease.file(of: site.figures, registers: registers, date: date))
  }

  /// The made-up site on the day of its release, and as it was edited since.
  private static let sites = Task { () -> (then: SourceTree, now: SourceTree) in
    var then = Specimen.tree
    then.add(path, try await release(of: then, Specimen.options))
    var now = then
    try edit(
      &now, "observations", "stated,1250,,,A,almanac,12,\"1,250 แห่ง\"",
      "stated,1251,,,A,almanac,12,\"1,251 แห่ง\"")
    try edit(
      &now, "indicators", "gardens.count,สวนสมมุติ,Made-up gardens",
      "gardens.count,สวนใหม่,New gardens")
    try edit(&now, "sources", "ปูมสมมุติ,Made-up almanac", "ปูมใหม่,New almanac")
    try edit(
      &now, "trees", "t-1,ตะเคียนสมมุติ,Pretend takhian,810101,alive,3 ต.ค. 2554,31.5,1200",
      "t-9,ตะเคียนใหม่,New takhian,810101,alive,3 ต.ค. 2554,99.5,1300")
    // A text of today states what nobody had published by then.
    try edit(&now, "indicators", "gardens.town,", later + "gardens.town,")
    try edit(
      &now, "observations", "\ngardens.town,",
      "\nlater.count,TH,2022-11-01,stated,77,,,A,almanac,,77,normal,,,,,,,,,,\ngardens.town,")
    now.add(
      "content/later.th.md",
      Array("---\ntitle: ใหม่\n---\nมี {{ figure(\"later.count\") }} แล้ว\n".utf8))
    return (then, now)
  }

  private static func edit(
    _ tree: inout SourceTree, _ name: String, _ old: String, _ new: String
  ) throws {
    let text = try #require(
      tree.files["content/data/\(name).csv"].map { $0.text(in: 0..<$0.bytes.count) })
    #expect(text.contains(old))
    let edited = text.split(separator: old, omittingEmptySubsequences: false)
      .joined(separator: new)
    tree.add("content/data/\(name).csv", Array(edited.utf8))
  }

  private static let later =
    "later.count,สิ่งใหม่,Later,,,แห่ง,places,place,0,count,none,,,,,,,gardens,\n"

  private static func outputs(
    _ tree: SourceTree, as day: String? = nil
  ) async throws -> [String: String] {
    var options = Specimen.options
    options.asPublished = day.flatMap { CalendarDate(iso: $0) }
    let result = try await build(tree, options, into: MemorySink())
    #expect(!result.diagnostics.hasErrors, "\(DiagnosticPrinter().text(result.diagnostics))")
    return (result.report ?? [:]).mapValues { String(decoding: $0, as: UTF8.self) }
  }

  private static let builds = Task {
    let (then, now) = try await sites.value
    return (then: try await outputs(then), again: try await outputs(now, as: day), now: now)
  }

  /// All that shows figures is what a build of that day's tables makes, but for the note on each
  /// page and for what the records themselves would say.
  @Test func figuresAreThoseOfABuildFromTheTablesOfThatDay() async throws {
    let (then, again, _) = try await Self.builds.value
    let ofRecords = ["/trees/", "/plots/", "data/", "/search/"]
    let compared = then.keys.filter { path in
      !ofRecords.contains { ("/" + path).contains($0) } && !path.hasSuffix("sitemap.xml")
    }
    #expect(compared.count > 150)
    for path in compared.sorted() where path != "robots.txt" {
      let old = Self.withoutRegisters(then[path] ?? "").without(Self.notes)
      let new = Self.withoutRegisters(again[path] ?? "").without(Self.notes)
      #expect(old == new, "\(path): \(Self.difference(old, new))")
    }
    #expect(again["th/figures/gardens-count/index.html"]?.contains("1,250") == true)
    #expect(again["th/figures/gardens-count/index.html"]?.contains("1,251") == false)
    #expect(again["en/later/index.html"]?.contains("มี – แล้ว") == true)
    #expect(again["en/figures/later-count/index.html"] == nil)
  }

  @Test(arguments: [
    ("th", "ตัวเลขในเว็บชุดนี้เป็นไปตามรุ่นของข้อมูลที่เผยแพร่เมื่อ 1 กรกฎาคม 2567"),
    ("en", "The figures here are those published on 1 July 2024"),
  ])
  func everyPageSaysSoAndIsNotToBeFound(_ language: String, _ words: String) async throws {
    let again = try await Self.builds.value.again
    let pages = again.filter { $0.key.hasPrefix("\(language)/") && $0.key.hasSuffix(".html") }
    #expect(pages.count > 50)
    for (path, page) in pages {
      #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"), "\(path)")
      let leadsOn = page.contains("http-equiv=\"refresh\"")
      #expect(leadsOn || page.contains(words), "\(path)")
    }
    #expect(again["robots.txt"]?.contains("Sitemap") == false)
  }

  /// A release keeps no records, and their pages say so in place of saying that there are none.
  @Test(arguments: [
    ("th", "หน้านี้ไม่แสดงรายการในทะเบียน", "ยังไม่มีรายการใดเผยแพร่"),
    ("en", "The records themselves are left out here", "No record has been published yet"),
  ])
  func recordsAreLeftOut(_ language: String, _ words: String, _ none: String) async throws {
    let again = try await Self.builds.value.again
    let page = try #require(again["\(language)/trees/index.html"])
    #expect(page.contains(words) && !page.contains(none))
    #expect(again["\(language)/trees/t-1/index.html"] == nil)
    #expect(again["\(language)/trees/t-9/index.html"] == nil)
  }

  /// Of a register that came after the release nothing is said: neither that it had none nor that
  /// totals follow.
  @Test(arguments: ["th", "en"])
  func aLaterRegisterIsNotSaidToHaveBeenEmpty(_ language: String) async throws {
    var tree = Specimen.commons([
      "site.yaml": "title: {th: ใหม่, en: New}\ntheme: commons\n",
      "content/index.th.md": "---\ntitle: ใหม่\n---\nก\n",
      "content/data/sources.csv": "id,title,producer\nnew,เล่มใหม่,ก\n",
      "content/data/indicators.csv":
        "id,name,description,unit\nfunds.count,กองทุน,กองทุนทั้งหมด,กองทุน\n",
      "content/data/areas.csv":
        "code,class,name,name@en,parent\nTH,country,ไทย,Thailand,\n32,province,สุรินทร์,Surin,TH\n",
      "content/data/observations.csv":
        "indicator,area,as_of,as_of_basis,value,source\nfunds.count,TH,2022-10-26,stated,5915,new\n",
    ])
    tree.add(Self.path, try await Self.release(of: tree, Specimen.options))
    tree.add(
      "content/data/indicators.csv",
      Array(
        ("id,name,description,unit,unit@en,dataset,aggregate\n"
          + "funds.count,กองทุน,กองทุนทั้งหมด,กองทุน,funds,,\n"
          + "forests.count,ป่า,ป่าทั้งหมด,แปลงป่า,woods,forests,count\n").utf8))
    tree.add(
      "site.yaml",
      Array(
        ("title: {th: ใหม่, en: New}\ntheme: commons\n"
          + "collections:\n  forests: {table: forests}\n").utf8))
    tree.add("content/data/forests.csv", Array("id,name,area\nf-1,ป่าหนึ่ง,32\n".utf8))
    tree.add(
      "content/data/datapackage.yaml",
      Array(
        ("name: x\nresources:\n  - name: forests\n    path: forests.csv\n"
          + "    coverage: {status: complete, as_of: 2024-08-01}\n").utf8))
    let now = try await Self.outputs(tree)
    let place = now["\(language)/provinces/32/index.html"] ?? ""
    #expect(place.contains("id=\"place-registers\""))
    let then = try await Self.outputs(tree, as: Self.day)
    #expect(then["\(language)/forests/index.html"] != nil)
    let unsaid =
      ["id=\"place-registers\""]
      + (language == "th" ? ["แปลงป่า", "คือยอดตามที่"] : ["woods", "These are the figures"])
    for (path, page) in then where path.hasPrefix("\(language)/") && path.hasSuffix(".html") {
      for words in unsaid { #expect(!page.contains(words), "\(path) \(words)") }
    }
  }

  @Test func aDayWithoutAReleaseIsAnsweredWithThoseThereAre() async throws {
    let now = try await Self.builds.value.now
    var options = Specimen.options
    options.asPublished = CalendarDate(iso: "2024-07-02")
    func told(_ tree: SourceTree, _ language: MessageLanguage) async throws -> String {
      let result = try await build(tree, options, into: MemorySink())
      #expect(result.report == nil)
      return DiagnosticPrinter(language: language).text(result.diagnostics)
    }
    #expect(
      try await told(now, .english) == """
        error[no-such-release]: no data was released on 2024-07-02
           = hint: there are releases of 2024-01-15, 2024-06-01, 2024-07-01

        """)
    #expect(try await told(now, .thai).contains("ไม่มีรุ่นของข้อมูลวันที่ 2024-07-02"))
    #expect(
      try await told(TestSite.withData.tree, .english).contains(
        "there is no release yet; 'saan data release' writes down today's values"))
  }

  /// A file of an earlier version holds numbers alone; today's text may state what came later.
  @Test(arguments: ["th", "en"])
  func anOlderReleaseAndLaterFiguresAreShown(_ language: String) async throws {
    let old = try await TestSite.withData.build().outputs["data/observations-manifest.json"] ?? ""
    let site = TestSite.withData.with([
      Self.path: old,
      "content/data/indicators.csv":
        "id,name,name@en,unit\nfunds.count,กองทุน,Funds,กองทุน\nlater.count,สิ่งใหม่,Later,แห่ง\n",
      "content/later.th.md": "---\ntitle: ใหม่\n---\nมี {{ figure(\"later.count\") }} แล้ว\n",
      "content/data/observations.csv": """
      indicator,area,as_of,as_of_basis,value,source,quote
      funds.count,TH,2022-10-26,stated,5913,new,"5,913 กองทุน"
      later.count,TH,2024-09-01,stated,77,new,77

      """,
    ])
    var options = site.options()
    options.asPublished = CalendarDate(iso: Self.day)
    let (outputs, found) = try await site.build(options)
    #expect(!found.hasErrors, "\(DiagnosticPrinter().text(found))")
    #expect(outputs["\(language)/about/index.html"]?.contains("5,915 กองทุน") == true)
    #expect(outputs["\(language)/later/index.html"]?.contains("มี – แล้ว") == true)
    #expect(outputs["\(language)/figures/funds-count/index.html"]?.contains("4,101") == true)
    #expect(outputs["\(language)/figures/later-count/index.html"] == nil)
  }

  /// What several areas have jointly today, in whatever order a text names them, and nobody had
  /// published by then.
  @Test(arguments: ["th", "en"])
  func aLaterJointValueIsADash(_ language: String) async throws {
    var tree = RichPlaces.tree()
    tree.add(Self.path, try await Self.release(of: tree, Specimen.options))
    let rows =
      "indicator,area,areas,as_of,as_of_basis,value,status,source\n"
      + RichPlaces.provinces.map { "funds.count,\($0),,2022,stated,\(1_000 + $0),A,a\n" }.joined()
      + "gardens.count,,60; 61,2022,stated,7700,A,a\n"
    tree.add("content/data/observations.csv", Array(rows.utf8))
    tree.add(
      "content/later.th.md",
      Array("---\ntitle: ใหม่\n---\nมี {{ figure(\"gardens.count\", area=\"61; 60\") }} แล้ว\n".utf8))
    let today = try await Self.outputs(tree)
    #expect(today["\(language)/later/index.html"]?.contains("<data value=\"7700\">") == true)
    let then = try await Self.outputs(tree, as: Self.day)
    #expect(then["\(language)/later/index.html"]?.contains("มี – แล้ว") == true)
  }

  /// A value whose source or area is in no table any more cannot be shown, which is told.
  @Test func whatTodaysTablesHaveNoNamesForIsTold() async throws {
    let old = try await TestSite.withData.build().outputs["data/observations-manifest.json"] ?? ""
    let site = TestSite.withData.with([
      Self.path: old, "content/data/sources.csv": "id,title,producer\nnew,เล่มใหม่,ก\n",
      "content/data/observations.csv":
        "indicator,area,as_of,as_of_basis,value,source,quote\nfunds.count,TH,2022-10-26,stated,5915,new,5915\n",
    ])
    var options = site.options()
    options.asPublished = CalendarDate(iso: Self.day)
    let found = try await inspect(site.tree, options).diagnostics
    #expect(
      DiagnosticPrinter().text(found) == """
        warning[lost-release-values]: values of the release of 2024-07-01 that no table names any more: funds.count TH old
           = hint: put the rows of their indicators, areas and sources back into the tables

        """)
    #expect(
      DiagnosticPrinter(language: .thai).text(found) == """
        warning[lost-release-values]: ค่าของรุ่นวันที่ 2024-07-01 ที่ไม่มีตารางใดรองรับแล้ว: funds.count TH old
           = hint: ใส่แถวของตัวชี้วัด พื้นที่ และแหล่งข้อมูลเหล่านั้นกลับในตาราง

        """)
  }

  // MARK: What a release keeps

  /// Registers are told of by their rows' digests: what was recorded anew shows, not by whom.
  @Test(arguments: [
    ("th", "ทะเบียน", "เปลี่ยน 1 รายการ"), ("en", "Registers", "1 record changed"),
  ])
  func changesOfRegistersAreTold(_ language: String, _ title: String, _ words: String) async throws
  {
    let outputs = try await Self.today.value
    let page = try #require(outputs["\(language)/data/changes/index.html"])
    #expect(page.contains("<h3>\(title)</h3>") && page.contains(words))
    #expect(!page.contains("Somebody"))
  }

  @Test func theComparisonTellsOfRegistersByArea() async throws {
    let now = try await Self.sites.value.now
    let found = try await inspect(now, Specimen.options)
    let (site, plan) = (try #require(found.site), try #require(found.plan))
    let reads = try await SiteReads(site, plan, Specimen.options)
    let told = try await explainChanges(since: nil, in: site, reads: reads, language: .english)
    let lines = try #require(told.value).split(separator: "\n")
    let start = try #require(
      lines.firstIndex(of: "register  trees  810101  rows: 1, 1 changed"))
    #expect(lines[start...].contains("    /en/figures/trees-height/"))
    #expect(lines[start...].contains { $0.contains("151.7") })
    // Of the number and of the indicator's name.
    #expect(told.diagnostics.all.map(\.code) == ["unannounced-change", "unannounced-change"])
  }

  private static let today = Task { try await outputs(try await sites.value.now) }

  @Test func aReleaseThatWasEditedIsTold() async throws {
    let then = try await Self.sites.value.then
    let written = try #require(then.files[Self.path]?.bytes)
    func codes(_ text: String) async throws -> [String] {
      var tree = then
      tree.add(Self.path, Array(text.utf8))
      return try await inspect(tree, Specimen.options).diagnostics.all.map(\.code)
    }
    let text = String(decoding: written, as: UTF8.self)
    #expect(try await codes(text) == [])
    // Line ends come and go with systems.
    let windows = text.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
    #expect(try await codes(windows) == [])
    let edited = text.split(separator: "\"1250\"", omittingEmptySubsequences: false)
      .joined(separator: "\"1260\"")
    #expect(edited != text)
    #expect(try await codes(edited).contains("changed-release"))
  }

  /// What stands in a register about people must be able to go.
  @Test func recordsAreNotCopied() async throws {
    let then = try await Self.sites.value.then
    let text = String(decoding: try #require(then.files[Self.path]?.bytes), as: UTF8.self)
    #expect(text.contains("\"table\": \"totals\"") && text.contains("\"register\": \"trees\""))
    #expect(!text.contains("ตะเคียนสมมุติ") && !text.contains("Pretend takhian"))
  }

  /// A site whose tables nobody has described, as a new one is.
  @Test(arguments: ["th", "en"])
  func aNewSiteHasItsChangesFromTheFirstRelease(_ language: String) async throws {
    let files = [
      "site.yaml": "title: {th: ใหม่, en: New}\ntheme: commons\n",
      "content/index.th.md": "---\ntitle: ใหม่\n---\nก\n",
      "content/data/sources.csv": "id,title,producer\nnew,เล่มใหม่,ก\n",
      "content/data/indicators.csv":
        "id,name,description,unit\nfunds.count,กองทุน,กองทุนทั้งหมด,กองทุน\n",
      "content/data/areas.csv": "code,class,name\nTH,country,ไทย\n",
      "content/data/observations.csv":
        "indicator,area,as_of,as_of_basis,value,source\nfunds.count,TH,2022-10-26,stated,5915,new\n",
    ]
    let page = "\(language)/data/changes/index.html"
    let before = try await Self.outputs(Specimen.commons(files))
    #expect(before[page] == nil)
    #expect(before["\(language)/figures/index.html"]?.contains("data/changes/") == false)
    var tree = Specimen.commons(files)
    tree.add(Self.path, try await Self.release(of: tree, Specimen.options))
    let after = try await Self.outputs(tree)
    let day = language == "th" ? "1 กรกฎาคม 2567" : "1 July 2024"
    #expect(after[page]?.contains(day) == true)
    #expect(after["\(language)/figures/index.html"]?.contains("data/changes/") == true)
  }

  // MARK: Comparing

  private static let notes = [
    "<meta name=\"robots\" content=\"noindex\">",
    "ตัวเลขในเว็บชุดนี้เป็นไปตามรุ่นของข้อมูลที่เผยแพร่เมื่อ 1 กรกฎาคม 2567 ไม่ใช่รุ่นล่าสุด "
      + "ส่วนการแบ่งพื้นที่เป็นของปัจจุบัน และไม่มีหน้าของรายการในทะเบียน ",
    "The figures here are those published on 1 July 2024, not the newest; the division into "
      + "areas is today’s, and pages of records are left out. ",
  ]

  /// A page without what tells how many records a place has.
  private static func withoutRegisters(_ page: String) -> String {
    ["place-registers", "place-districts", "place-fill"].reduce(page) { page, name in
      let start = "<section class=\"band\" aria-labelledby=\"\(name)\">"
      guard let open = page.firstRange(of: start),
        let close = page[open.upperBound...].firstRange(of: "</section>\n")
      else { return page }
      return String(page[..<open.lowerBound] + page[close.upperBound...])
    }
  }

  private static func difference(_ old: String, _ new: String) -> String {
    let lines = zip(old.split(separator: "\n"), new.split(separator: "\n"))
    return lines.first { $0.0 != $0.1 }.map { "\($0.0)\n≠ \($0.1)" } ?? "length"
  }
}

extension String {
  fileprivate func without(_ texts: [String]) -> String {
    texts.reduce(self) { text, part in
      text.split(separator: part, omittingEmptySubsequences: false).joined()
    }
  }
}
