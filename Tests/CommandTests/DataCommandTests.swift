import Foundation
import Testing

/// Work with tables on the command line.
@Suite struct DataCommandTests {
  private func site() throws -> WorkFolder {
    let folder = try WorkFolder()
    _ = try folder.saan("new", "site", "s")
    let data = folder.root.appending(path: "s/content/data")
    try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
    try folder.write("s/content/data/areas.csv", "code,class,name,parent\nTH,country,ไทย,\n")
    try folder.write("s/content/data/sources.csv", "id,title,producer\nr,เล่ม,ก\n")
    try folder.write("s/content/data/indicators.csv", "id,name\nfunds.count,กองทุน\n")
    try folder.write(
      "s/content/data/observations.csv",
      "indicator,area,as_of,as_of_basis,value,source\nfunds.count,TH,2022-10-26,stated,5915,r\n")
    return folder
  }

  @Test func aTableIsReadWithoutASite() throws {
    let folder = try WorkFolder()
    try folder.write("t.csv", "ชื่อ,จำนวน,วันที่\nก,\"1,200\",3 ต.ค. 2554\n")
    let read = try folder.saan("data", "read", "t.csv")
    #expect(read.status == 0, "\(read.errors)")
    #expect(read.output.contains(": 1200"))
    #expect(read.output.contains("\"2011-10-03\""))
    #expect(try folder.saan("data", "infer", "t.csv").output.contains("type: integer"))
    #expect(try folder.saan("data", "read", "gone.csv").status == 2)
  }

  @Test func whatIsWrongWithATableIsJSONWhenAskedFor() throws {
    let folder = try WorkFolder()
    try folder.write(
      "datapackage.yaml",
      "name: x\nresources: [{name: t, path: t.csv, schema: {fields: [{name: a, type: integer}]}}]\n"
    )
    try folder.write("t.csv", "a\n1\nx\n")
    let read = try folder.saan(
      "data", "read", "t.csv", "--schema", "datapackage.yaml", "--format", "json")
    #expect(read.status == 1)
    let found = try JSONSerialization.jsonObject(with: Data(read.errors.utf8)) as? [[String: Any]]
    #expect(found?.first?["path"] as? String == "t.csv")
    #expect(found?.first?["row"] as? Int == 3)
    #expect(found?.first?["field"] as? String == "a")
    #expect(found?.first?["code"] as? String == "bad-number")
  }

  @Test func aDescriptorOfSeveralTablesIsAskedForTheFile() throws {
    let folder = try WorkFolder()
    try folder.write(
      "datapackage.yaml",
      """
      name: x
      resources:
        - {name: one, path: data/one.csv, schema: {fields: [{name: a, type: integer}]}}
        - {name: two, path: data/two.csv, schema: schemas/two.json}
      """)
    for name in ["schemas", "data"] {
      try FileManager.default.createDirectory(
        at: folder.root.appending(path: name), withIntermediateDirectories: true)
    }
    try folder.write("schemas/two.json", "{\"fields\": [{\"name\": \"c\", \"type\": \"string\"}]}")
    try folder.write("data/one.csv", "a\n1\n")
    try folder.write("data/two.csv", "c\n01\n")
    let two = try folder.saan("data", "read", "data/two.csv", "--schema", "datapackage.yaml")
    #expect(two.status == 0, "\(two.errors)")
    #expect(two.output.contains("\"c\": \"01\"") || two.output.contains("\"c\":\"01\""))
    try folder.write("three.csv", "c\n01\n")
    let three = try folder.saan(
      "data", "read", "three.csv", "--schema", "datapackage.yaml", "--lang", "en")
    #expect(three.status == 1)
    #expect(three.errors.contains("the descriptor has no table with the file 'three.csv'"))
  }

  @Test func whatIsLeftOutIsSaid() throws {
    let folder = try WorkFolder()
    try folder.write("t.csv", "ชื่อ,เลขบัตร\nก,1101700203450\nข,1101700203450\n")
    let read = try folder.saan("data", "read", "t.csv", "--lang", "en")
    #expect(read.status == 0)
    #expect(!read.output.contains("1101700203450") && read.output.contains("ก"))
    #expect(read.errors.contains("warning[column-left-out]: column 'เลขบัตร' is left out"))
    try folder.write("titled.csv", "ทะเบียน\n\nก,ข,ค\n1,2,3\n")
    #expect(try folder.saan("data", "read", "titled.csv").errors.contains("head-not-first"))
    let titled = try folder.saan("data", "read", "titled.csv", "--head-row", "3")
    #expect(titled.status == 0 && titled.output.contains("1"), "\(titled.errors)")
  }

  @Test func theTablesAloneAreChecked() throws {
    let folder = try site()
    #expect(try folder.saan("data", "check", "--source", "s", "--lang", "en").status == 0)
    try folder.write("s/content/data/indicators.csv", "id,name\nfund.count,กองทุน\n")
    let check = try folder.saan("data", "check", "--source", "s", "--lang", "en")
    #expect(check.status == 1)
    #expect(check.errors.contains("'funds.count'"))
  }

  @Test func aReleaseIsWrittenOnceADay() throws {
    let folder = try site()
    let release = ["data", "release", "--source", "s", "--clock", "2026-11-21", "--lang", "en"]
    let first = try folder.saan(release)
    #expect(first.output == "content/data/releases/2026-11-21.json\n", "\(first.errors)")
    #expect(try folder.saan(release).status == 0)
    try folder.write(
      "s/content/data/observations.csv",
      "indicator,area,as_of,as_of_basis,value,source\nfunds.count,TH,2022-10-26,stated,5916,r\n")
    // What was published may be looked up, beside the site as it is.
    let then = try folder.saan(
      "build", "--source", "s", "--as-published", "2026-11-21", "--quiet", "--lang", "en")
    #expect(then.status == 0, "\(then.errors)")
    let page = folder.text("s/public-2026-11-21/en/figures/funds-count/index.html")
    #expect(page?.contains("5,915") == true && page?.contains("5,916") == false)
    #expect(folder.text("s/public/index.html") == nil)
    let second = try folder.saan(release)
    #expect(second.status == 1)
    #expect(second.errors.contains("error[release-exists]: there is a release of this day already"))
    // Today's values cannot have been published before that day.
    let earlier = try folder.saan(
      "data", "release", "--source", "s", "--clock", "2026-11-20", "--lang", "th")
    #expect(earlier.errors.contains("[later-release]: รุ่นวันที่ 2026-11-20 จะมาก่อนรุ่นวันที่ 2026-11-21"))
    #expect(folder.text("s/content/data/releases/2026-11-20.json") == nil)
    try folder.write(
      "s/content/data/observations.csv", "indicator,area,as_of,as_of_basis,value,source\n")
    let none = try folder.saan("data", "release", "--source", "s", "--lang", "en")
    #expect(none.errors.contains("error[nothing-to-release]: there is nothing to release"))
  }

  @Test func figuresSourcesAndTablesAreListed() throws {
    let folder = try site()
    let figures = try folder.saan("list", "figures", "--source", "s")
    #expect(figures.output.contains("funds.count  5,915  2022-10-26  TH    r"))
    let json = try folder.saan("list", "sources", "--source", "s", "--format", "json").output
    #expect(json.contains("\"values\": 1"))
    #expect(try folder.saan("list", "datasets", "--source", "s").output.contains("observations"))
  }

  @Test func aFigureAndAPageAreExplained() throws {
    let folder = try site()
    let figure = try folder.saan(
      "explain", "figure", "funds.count", "--source", "s", "--lang", "en")
    #expect(figure.output.contains("→ 5,915  2022-10-26  normal  r"))
    #expect(figure.output.contains("shown because it is the only one"))
    let page = try folder.saan("explain", "/en/news/welcome/", "--source", "s", "--lang", "en")
    #expect(page.output.contains("template"))
    #expect(page.output.contains("written in en: content/news/welcome.en.md"))
    let gone = try folder.saan("explain", "/en/nws/", "--source", "s", "--lang", "en")
    #expect(gone.status == 1)
    #expect(gone.errors.contains("error[unknown-page]: the site has no page '/en/nws/'"))
  }
}
