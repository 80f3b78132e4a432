import SaanData
import SaanModel
import SaanPublish
import SaanSite
import SaanText
import Testing

/// What changed since a release without being a value: sums that moved, rows of registers, how
/// complete these are, sources and descriptions.
@Suite struct MovedSumTests {
  private static let indicators =
    "id,name,name@en,description,unit,unit@en,aggregation,dataset,aggregate\n"
    + "members,สมาชิก,Members,ทุกคน,คน,people,sum,,\n"
    + "trees.n,ต้นไม้,Trees,,ต้น,trees,none,trees,count\n"

  private static let files: [String: String] = [
    "site.yaml": "title: {th: เว็บ, en: Site}\ntheme: commons\n",
    "content/index.th.md": "---\ntitle: เว็บ\n---\nก\n",
    "content/data/areas.csv":
      "code,class,name,name@en,parent\nTH,country,ไทย,Thailand,\nR-1,region,ภาคหนึ่ง,The East,TH\n"
      + "R-2,region,ภาคสอง,The West,TH\n10,province,จันทร์,Chan,R-1\n20,province,ดาว,Dao,R-1\n"
      + "30,province,ฟ้า,Fa,R-2\n",
    "content/data/sources.csv":
      "id,title,title@en,producer,producer@en\na,เล่มหนึ่ง,Book one,ก,Maker\n",
    "content/data/indicators.csv": indicators,
    "content/data/observations.csv":
      "indicator,area,as_of,as_of_basis,value,source\n"
      + "members,10,2023,stated,100,a\nmembers,20,2023,stated,50,a\nmembers,30,2023,stated,7,a\n",
    "content/data/trees.csv": "id,name,area\nt-1,ตะเคียน,10\nt-2,ยาง,10\nt-3,สัก,30\n",
    "content/data/datapackage.yaml":
      "name: x\nresources:\n  - {name: trees, path: trees.csv, title: {th: ทะเบียนต้นไม้, en: Register of trees}}\n",
    "content/data/register_coverage.csv": "register,area,status,as_of\n",
  ]

  private func changed(
    _ edits: [(file: String, old: String, new: String)]
  ) async throws -> (th: String, en: String, told: String, report: String) {
    var tree = Specimen.commons(Self.files)
    tree.add(
      "content/data/releases/2024-07-01.json",
      try await AsPublishedTests.release(of: tree, Specimen.options))
    for (file, old, new) in edits {
      let path = "content/data/\(file).csv"
      let text = try #require(tree.files[path]?.text)
      #expect(text.contains(old), "\(old)")
      tree.add(path, Array(text.replacing(old, with: new).utf8))
    }
    let result = try await build(tree, Specimen.options, into: MemorySink())
    let found = try await inspect(tree, Specimen.options)
    let (site, plan) = (try #require(found.site), try #require(found.plan))
    let reads = try await SiteReads(site, plan, Specimen.options)
    let report = try await explainChanges(since: nil, in: site, reads: reads, language: .english)
    func page(_ tag: String) throws -> String {
      let bytes = try #require(result.report?["\(tag)/data/changes/index.html"])
      return String(decoding: bytes, as: UTF8.self).between("<main", "</main>").withoutTags
    }
    return (
      try page("th"), try page("en"), DiagnosticPrinter().text(result.diagnostics),
      report.value ?? ""
    )
  }

  @Test func aSumThatMovedIsToldWithWhatMovedIt() async throws {
    let found = try await changed([("observations", "members,20,2023,stated,50,a\n", "")])
    #expect(found.en.contains("Sums of regions and the country"), "\(found.en)")
    #expect(
      found.en.contains(
        "Members, The East: from 150 people (in 2023) to at least 100 people (1 of 2 areas has"),
      "\(found.en)")
    #expect(found.en.contains("moved by what changed in Dao"), "\(found.en)")
    #expect(found.th.contains("ผลรวมของภาคและประเทศ"), "\(found.th)")
    #expect(found.th.contains("เปลี่ยนตามข้อมูลของดาว"), "\(found.th)")
    #expect(!found.en.contains("Members, The West"))
    #expect(
      found.report.contains("sum  members  R-1  150 (2/2, 2023) → at least 100 (1/2, 2023)"),
      "\(found.report)")
  }

  @Test func aProvinceInAnotherRegionMovesTwoSums() async throws {
    let found = try await changed([("areas", "Dao,R-1", "Dao,R-2")])
    #expect(found.en.contains("Members, The East: from 150 people (in 2023) to 100 people"))
    #expect(found.en.contains("Members, The West: from 7 people (in 2023) to 57 people"))
    #expect(!found.report.contains("nothing has changed"))
  }

  @Test func rowsOfARegisterThatChangedAreCounted() async throws {
    let found = try await changed([("trees", "t-1,ตะเคียน", "t-1,ตะเคียนทอง")])
    #expect(found.en.contains("Register of trees: 1 record changed"), "\(found.en)")
    #expect(found.th.contains("ทะเบียนต้นไม้: เปลี่ยน 1 รายการ"), "\(found.th)")
    #expect(found.report.contains("register  trees  10  rows: 2, 1 changed"), "\(found.report)")
    let both = try await changed([("trees", "t-2,ยาง,10\n", "t-2,ยางนา,10\nt-4,ไทร,10\n")])
    #expect(both.en.contains("Register of trees: 1 record more"), "\(both.en)")
    #expect(both.en.contains("Register of trees: 1 record changed"))
    let fewer = try await changed([("trees", "t-2,ยาง,10\n", "")])
    #expect(fewer.en.contains("Trees, Thailand: from at least 3 trees"), "\(fewer.en)")
  }

  @Test func coverageIsToldWithTheRegistersNameAndNothingThatIsTheSame() async throws {
    let unknown = try await changed([
      ("register_coverage", "as_of\n", "as_of\ntrees,10,unknown,2024-01-01\n")
    ])
    #expect(!unknown.en.contains("from not known to not known"), "\(unknown.en)")
    let complete = try await changed([
      ("register_coverage", "as_of\n", "as_of\ntrees,10,complete,2024-01-01\n")
    ])
    #expect(
      complete.en.contains(
        "Completeness of Register of trees, Chan: from not known to complete"), "\(complete.en)")
    #expect(complete.th.contains("ความครบถ้วนของทะเบียนต้นไม้"), "\(complete.th)")
  }

  @Test func sourcesAndDescriptionsThatAreOthersAreTold() async throws {
    let found = try await changed([
      ("sources", "Book one,ก,Maker", "Book two,ข,Other maker"),
      ("indicators", "Members,ทุกคน", "Members,นับเฉพาะผู้ใหญ่"),
    ])
    #expect(found.en.contains("Title of the source a: from Book one to Book two"), "\(found.en)")
    #expect(found.en.contains("Who made Book two: from Maker to Other maker"), "\(found.en)")
    #expect(found.th.contains("คำอธิบายของสมาชิก: เดิม ทุกคน เปลี่ยนเป็น นับเฉพาะผู้ใหญ่"), "\(found.th)")
    #expect(!found.report.contains("nothing has changed"))
    #expect(!found.told.contains("unannounced"), "\(found.told)")
  }
}
