import SaanData
import SaanModel
import SaanPublish
import SaanSite
import SaanText
import Testing

/// What has changed since a release besides numbers: units and names, how complete a register is,
/// values that hold no more; and corrections one after the other.
@Suite struct WordChangeTests {
  private static let files = [
    "site.yaml": "title: {th: เว็บ, en: Site}\ntheme: commons\n",
    "content/index.th.md": "---\ntitle: เว็บ\n---\nก\n",
    "content/about.th.md": "---\ntitle: เกี่ยวกับ\n---\nมี {{ figure(\"funds\") }} แล้ว\n",
    "content/data/areas.csv": "code,class,name,name@en,parent\nTH,country,ไทย,Thailand,\n",
    "content/data/sources.csv": "id,title,producer\na,เล่มหนึ่ง,ก\nb,เล่มสอง,ข\n",
    "content/data/indicators.csv":
      "id,name,name@en,description,unit,unit@en\nfunds,กองทุน,Funds,ทั้งหมด,กองทุน,funds\n",
    "content/data/observations.csv":
      "indicator,area,as_of,as_of_basis,value,source,rank,rank_reason,note\n"
      + "funds,TH,2022,stated,1000,a,,,\nfunds,TH,2021,stated,900,b,,,\n",
    "content/data/trees.csv": "id,name,area\nt-1,ตะเคียน,TH\n",
    "content/data/datapackage.yaml":
      "name: x\nresources:\n  - {name: trees, path: trees.csv}\n",
    "content/data/register_coverage.csv":
      "register,area,status,as_of\ntrees,TH,complete,2024-01-01\n",
  ]

  /// The pages of changes, what is told of the site and what is told of its changes, after texts
  /// were replaced since the release.
  private func changed(
    _ edits: [(file: String, old: String, new: String)], _ more: [String: String] = [:]
  ) async throws -> (th: String, en: String, told: String, report: String) {
    var tree = Specimen.commons(Self.files)
    tree.add(
      "content/data/releases/2024-07-01.json",
      try await AsPublishedTests.release(of: tree, Specimen.options))
    for (file, old, new) in edits {
      let path = "content/data/\(file).csv"
      let text = Self.files[path] ?? ""
      #expect(text.contains(old))
      tree.add(path, Array(text.replacing(old, with: new).utf8))
    }
    for (path, text) in more { tree.add(path, Array(text.utf8)) }
    let result = try await build(tree, Specimen.options, into: MemorySink())
    let found = try await inspect(tree, Specimen.options)
    let (site, plan) = (try #require(found.site), try #require(found.plan))
    let reads = try await SiteReads(site, plan, Specimen.options)
    let report = try await explainChanges(since: nil, in: site, reads: reads, language: .english)
    return (
      try page("th", result.report), try page("en", result.report),
      DiagnosticPrinter().text(result.diagnostics), report.value ?? ""
    )
  }

  @Test func anOtherUnitOfAnIndicatorIsToldWithItsSentences() async throws {
    let found = try await changed([("indicators", "กองทุน,funds", "บาท,baht")])
    #expect(found.report.contains("described  funds  unit: กองทุน → บาท; unit@en: funds → baht"))
    let thai = try #require(found.report.split(separator: "    /th/about/").last)
    #expect(thai.prefix(200).contains("\n        “มี 1,000 บาท แล้ว”"), "\(found.report)")
    #expect(found.th.contains("หน่วยของกองทุน</a>: เดิม กองทุน เปลี่ยนเป็น บาท"), "\(found.th)")
    #expect(found.en.contains("Unit of Funds</a>: from funds to baht"))
    #expect(found.told.contains("warning[unannounced-change]: 'funds' was published with the unit"))
    #expect(try await changed([]).told.contains("unannounced") == false)
  }

  @Test func anOtherNameIsTold() async throws {
    let found = try await changed([("indicators", "กองทุน,Funds", "กองทุนใหม่,New funds")])
    #expect(found.en.contains("Name of New funds</a>: from Funds to New funds"))
    #expect(found.th.contains("เดิม กองทุน เปลี่ยนเป็น กองทุนใหม่"))
    #expect(found.told.contains("with the name “กองทุน”, “Funds”"), "\(found.told)")
  }

  /// A note is no other number: the comparison lists it, and readers are not bothered.
  @Test func anOtherNoteIsListedInTheComparisonAlone() async throws {
    let found = try await changed([("observations", "1000,a,,,", "1000,a,,,นับใหม่")])
    #expect(found.report.contains("described  funds  TH  2022  a  note: – → นับใหม่"))
    #expect(!found.told.contains("unannounced") && !found.en.contains("นับใหม่"))
  }

  @Test func whatIsSaidOfARegisterIsCompared() async throws {
    let found = try await changed([("register_coverage", "complete", "partial")])
    #expect(found.report.contains("described  trees  TH  status: complete → partial"))
    let gone = try await changed([
      ("register_coverage", "trees,TH,complete,2024-01-01\n", "")
    ])
    #expect(gone.report.contains("described  trees  TH  status: complete → –"), "\(gone.report)")
  }

  /// What a table's description says is kept by a release as what the table of coverage says is.
  @Test func whatADescriptionSaysOfARegisterIsCompared() async throws {
    func described(_ coverage: String) -> String {
      "name: x\nresources:\n  - {name: trees, path: trees.csv\(coverage)}\n"
    }
    let complete = described(", coverage: {status: complete, as_of: 2024-01-01, note: เทียบแล้ว}")
    var before = Specimen.commons(
      Self.files.filter { $0.key != "content/data/register_coverage.csv" })
    before.add("content/data/datapackage.yaml", Array(complete.utf8))
    let release = try await AsPublishedTests.release(of: before, Specimen.options)
    func found(_ now: String, _ more: [String: String] = [:]) async throws -> (
      th: String, en: String, told: String, report: String
    ) {
      let empty = "register,area,status,as_of\n"
      return try await changed(
        [],
        [
          "content/data/releases/2024-07-01.json": String(decoding: release, as: UTF8.self),
          "content/data/datapackage.yaml": now, "content/data/register_coverage.csv": empty,
        ].merging(more) { $1 })
    }
    let gone = try await found(described(""))
    #expect(gone.report.contains("described  trees  TH  status: complete → –"), "\(gone.report)")
    #expect(gone.en.contains("Completeness of trees: from complete to not known"), "\(gone.en)")
    #expect(gone.th.contains("ความครบถ้วนของ trees: เดิม ครบถ้วน เปลี่ยนเป็น ไม่ทราบว่าครบหรือไม่"))
    #expect(gone.told.contains("warning[unannounced-change]: 'trees' (TH)"), "\(gone.told)")
    // Said in the other place it is the same, with the note too.
    let table = "register,area,status,as_of,note\ntrees,TH,complete,2024-01-01,เทียบแล้ว\n"
    let moved = try await found(
      described(""), ["content/data/register_coverage.csv": table])
    #expect(!moved.report.contains("described") && !moved.told.contains("unannounced"))
    let same = try await found(complete)
    #expect(!same.report.contains("described"), "\(same.report)")
  }

  /// Numbers that were exact are "at least" again, or come about in another way.
  @Test func whatNumbersRestOnIsToldToReaders() async throws {
    let partial = try await changed([("register_coverage", "complete", "partial")])
    #expect(partial.told.contains("warning[unannounced-change]: 'trees' (TH)"), "\(partial.told)")
    #expect(
      partial.en.contains("Completeness of trees: from complete to records are missing"),
      "\(partial.en)")
    #expect(partial.th.contains("ความครบถ้วนของ trees: เดิม ครบถ้วน เปลี่ยนเป็น ยังไม่ครบ"))
    let gone = try await changed([
      ("register_coverage", "trees,TH,complete,2024-01-01\n", "")
    ])
    #expect(gone.en.contains("from complete to not known"), "\(gone.en)")
    #expect(gone.told.contains("put the old status back"))
    let scope = try await changed(
      [], ["content/data/indicators.csv": Self.indicators("none,country")])
    #expect(scope.en.contains("Where Funds applies</a>: from everywhere to country"))
    #expect(scope.th.contains("พื้นที่ที่ใช้กองทุน</a>: เดิม ทุกพื้นที่ เปลี่ยนเป็น country"))
    #expect(scope.told.contains("was published with the scope –"), "\(scope.told)")
  }

  private static func indicators(_ rule: String) -> String {
    "id,name,name@en,description,unit,unit@en,aggregation,scope,dataset,aggregate\n"
      + "funds,กองทุน,Funds,ทั้งหมด,กองทุน,funds,\(rule),,\n"
  }

  /// What the rows of a complete register came to was exact, and is another number now.
  @Test func anotherSumOfACompleteRegisterIsTold() async throws {
    let tree = "trees,ต้นไม้,Trees,ทั้งหมด,ต้น,trees,none,,trees,count\n"
    var before = Specimen.commons(Self.files)
    before.add("content/data/indicators.csv", Array((Self.indicators(",") + tree).utf8))
    let release = try await AsPublishedTests.release(of: before, Specimen.options)
    let found = try await changed(
      [],
      [
        "content/data/releases/2024-07-01.json": String(decoding: release, as: UTF8.self),
        "content/data/indicators.csv": Self.indicators(",") + tree,
        "content/data/trees.csv": "id,name,area\nt-1,ตะเคียน,TH\nt-2,ยาง,TH\n",
      ])
    #expect(found.en.contains("Trees</a>: from 1 tree"), "\(found.en)")
    #expect(found.th.contains("เดิม 1 ต้น เปลี่ยนเป็น 2 ต้น"), "\(found.th)")
    #expect(found.told.contains("'trees' of TH was published as 1 and is now 2"), "\(found.told)")
  }

  /// The same number of one area in place of the country's says something else.
  @Test func aNumberThatMovesToAnotherAreaIsMissedInItsFormer() async throws {
    let areas = (Self.files["content/data/areas.csv"] ?? "") + "32,province,สุรินทร์,Surin,TH\n"
    let found = try await changed(
      [("observations", "funds,TH,2022", "funds,32,2022")], ["content/data/areas.csv": areas])
    #expect(
      found.told.contains("'funds' of TH was published as 1,000 and has been withdrawn"),
      "\(found.told)")
  }

  @Test func aValueThatHoldsNoMoreIsToldAsWithdrawn() async throws {
    let found = try await changed([("observations", "1000,a,,", "1000,a,deprecated,ผิดเล่ม")])
    for (page, title) in [(found.th, "ค่าที่ถอนออก"), (found.en, "Withdrawn")] {
      let list = try #require(page.firstRange(of: "<h3>\(title)</h3>"))
      #expect(page[list.upperBound...].prefix(200).contains("1,000"), "\(page)")
    }
  }

  /// A number that its source gives for several areas together is told once, with its areas.
  @Test func aNumberForOtherAreasIsToldOnce() async throws {
    let head = "indicator,area,areas,as_of,as_of_basis,value,source\n"
    let tables = ["trees.csv", "register_coverage.csv", "datapackage.yaml"].map {
      "content/data/\($0)"
    }
    var tree = Specimen.commons(
      Self.files.filter { !tables.contains($0.key) && $0.key != "content/about.th.md" })
    func file(_ row: String) -> [UInt8] {
      Array((head + "funds,TH,,2022,stated,1000,a\n" + row).utf8)
    }
    tree.add(
      "content/data/areas.csv",
      Array(
        ("code,class,name,name@en,parent\nTH,country,ไทย,Thailand,\n32,province,สุรินทร์,Surin,TH\n"
          + "33,province,ศรีสะเกษ,Sisaket,TH\n").utf8))
    tree.add(
      "content/data/observations.csv",
      file("funds,32,,2022,stated,77,a\nfunds,TH,,2021,stated,88,a\n"))
    tree.add(
      "content/data/releases/2024-07-01.json",
      try await AsPublishedTests.release(of: tree, Specimen.options))
    tree.add(
      "content/data/observations.csv",
      file("funds,,32; 33,2022,stated,77,a\nfunds,,32; 33,2021,stated,88,a\n"))
    let result = try await build(tree, Specimen.options, into: MemorySink())
    let (th, en) = (try page("th", result.report), try page("en", result.report))
    #expect(en.contains("from 77 funds (Surin) to 77 funds (") && en.contains("together)"), "\(en)")
    #expect(th.contains("77 กองทุน (สุรินทร์)"), "\(th)")
    #expect(en.contains("from 88 funds (Thailand) to 88 funds ("), "\(en)")
    #expect(!en.contains("<h3>Added") && !en.contains("<h3>Withdrawn"))
    #expect(!result.diagnostics.all.map(\.code).contains("unannounced-change"))
  }

  /// A number is told with what it counts, unless that was something else once.
  @Test func numbersAreToldWithTheirUnits() async throws {
    let more = try await changed([("observations", "1000,a", "1100,a")])
    #expect(more.th.contains("เดิม 1,000 กองทุน เปลี่ยนเป็น 1,100 กองทุน"), "\(more.th)")
    #expect(more.en.contains("from 1,000 funds to 1,100 funds"), "\(more.en)")
    let other = try await changed([
      ("observations", "1000,a", "1100,a"), ("indicators", "กองทุน,funds", "บาท,baht"),
    ])
    #expect(other.en.contains("from 1,000 to 1,100"), "\(other.en)")
  }

  private func page(_ language: String, _ outputs: [String: [UInt8]]?) throws -> String {
    let bytes = try #require(outputs?["\(language)/data/changes/index.html"])
    return String(decoding: bytes, as: UTF8.self).replacing("\u{A0}", with: " ")
  }

  @Test func correctionsMayFollowEachOther() async throws {
    func told(_ rows: String) async throws -> String {
      try await changed(
        [("observations", "1000,a", "1100,a")],
        [
          "content/data/corrections.csv":
            "indicator,area,source,previous_value,value,kind,announced,reason\n" + rows
        ]
      ).told
    }
    let (first, second) = (
      "funds,TH,a,1000,1050,error,2024-07-02,นับขาด\n",
      "funds,TH,a,1050,1100,error,2024-07-03,นับขาดอีก\n"
    )
    #expect(!(try await told(first + second)).contains("unannounced-change"))
    #expect(try await told(second).contains("unannounced-change"))
    #expect(try await told(second.replacing(",a,", with: ",b,")).contains("unannounced-change"))
  }
}
