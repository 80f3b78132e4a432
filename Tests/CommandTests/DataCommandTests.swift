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
    let second = try folder.saan(release)
    #expect(second.status == 1)
    #expect(second.errors.contains("error[release-exists]: there is a release of this day already"))
    try folder.write(
      "s/content/data/observations.csv", "indicator,area,as_of,as_of_basis,value,source\n")
    let none = try folder.saan("data", "release", "--source", "s", "--lang", "en")
    #expect(none.errors.contains("error[nothing-to-release]: there are no values to release"))
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
