import SaanText
import Testing

@testable import SaanData

/// Which value is shown, which disagree, and how numbers are found in text.
@Suite struct FigureTests {
  private static let sources = """
    id,producer,title
    a,พอช.,บทความ
    b,เครือข่าย,หน้าเว็บ

    """

  private func load(_ observations: String, reconciliations: String = "") async throws -> Statistics
  {
    try await figures([
      "areas": smallCountry, "sources": Self.sources,
      "indicators":
        "id,name,name@en,unit,unit@en,unit_one@en\nfunds,กองทุน,Funds,กองทุน,funds,fund\n",
      "observations": "indicator,area,as_of,as_of_basis,value,source,rank\n" + observations,
      "reconciliations": "id,indicator,area,cause,status,preferred,reason\n" + reconciliations,
    ]).statistics
  }

  @Test(arguments: [
    ("2 ล้าน 5 แสนคน", "2500000", "คน", true), ("4 ล้านคน", "4", "คน", false),
    ("4 ล้านคน", "4000000", "คน", true), ("150 thousand people", "150", "คน", false),
    ("20,413 ล้านบาท", "20413", "ล้านบาท", true), ("3 แสนบาท", "3", "แสนบาท", true),
    ("150 พันธุ์", "150", "พันธุ์", true), ("4 millionaires", "4000000", "คน", false),
  ])
  func aQuotationStatesTheValueInItsUnit(
    quote: String, value: String, unit: String, isStated: Bool
  ) async throws {
    let found = try await figures([
      "sources": "id,title,producer\ns,เล่ม,ก\n", "indicators": "id,name,unit\nn,จำนวน,\(unit)\n",
      "observations": "indicator,area,as_of,as_of_basis,value,source,quote\n"
        + "n,TH,2023,stated,\(value),s,\"\(quote)\"\n",
    ]).diagnostics.all.map(\.code)
    #expect(found.contains("quote-without-value") != isStated, "\(found)")
  }

  @Test func thePreferredValueIsShownElseTheNewestNormalOneAndADeprecatedOneNever() async throws {
    let newest = try await load(
      """
      funds,TH,2013-08-31,stated,5660,a,
      funds,TH,2022-10-26,stated,5915,a,
      funds,TH,2023-01-01,stated,6000,b,deprecated
      funds,TH,,unknown,5913,b,

      """)
    #expect(newest.shown("funds", area: "TH")?.value == ExactNumber(5915))
    #expect(newest.shown("funds", area: "TH", source: "b")?.value == ExactNumber(5913))
    #expect(
      newest.figure("funds", "TH")?.series.map(\.value) == [5660, 5915].map(ExactNumber.init))
    let rows = ["funds,TH,2013,stated,5660,a,preferred\n", "funds,TH,2022,stated,5915,a,\n"]
    for order in [rows, rows.reversed()] {
      let preferred = try await load(order.joined())
      #expect(preferred.shown("funds", area: "TH")?.value == ExactNumber(5660))
    }
    let deprecated = try await load("funds,TH,2013,stated,5660,a,deprecated\n")
    #expect(deprecated.shown("funds", area: "TH") == nil)
    #expect(deprecated.figure("funds", "TH")?.values.count == 1)
  }

  @Test func valuesOfOnePeriodDisagreeValuesOfOtherYearsAreASeries() async throws {
    let observations = """
      funds,TH,2013-08-31,stated,5660,a,
      funds,TH,2022-10-26,stated,5915,a,
      funds,TH,,unknown,5913,b,

      """
    let open = try await load(observations)
    let disagreement = try #require(open.figure("funds", "TH")?.disagreement)
    #expect(disagreement.others.map(\.value) == [ExactNumber(5913)])
    #expect(disagreement.reconciliation == nil)
    let explained = try await load(
      observations, reconciliations: "r,funds,TH,unexplained,open,a,แหล่งข้อมูลไม่ได้บอก\n")
    let reason = try #require(explained.figure("funds", "TH")?.disagreement?.reconciliation)
    #expect(reason.cause == .unexplained)
    #expect(reason.preferred == explained.source("a"))
  }

  @Test func whatASourceRoundsInOnePlaceItMayGiveInFullInTheNext() async throws {
    func codes(_ rows: String) async throws -> [String] {
      try await figures([
        "areas": smallCountry, "sources": Self.sources,
        "indicators":
          "id,name,name@en,unit,unit@en\nall,รวม,All,แห่ง,places\npart,ส่วน,Part,แห่ง,places\n",
        "parts": "whole,whole_area,part,part_area\nall,TH,part,TH\n",
        "observations": "indicator,area,as_of,as_of_basis,value,source,quote\n"
          + "part,TH,2022,stated,242674,a,\n" + rows,
      ]).diagnostics.all.map(\.code).sorted()
    }
    let full = "all,TH,2022,stated,242674,a,242674 แห่ง\n"
    let round = "all,TH,2022,stated,240000,a,รวม 240000 แห่ง\n"
    #expect(try await codes(full + round) == ["unreconciled"])
    #expect(try await codes(round) == ["parts-differ"])
    #expect(try await codes(full + full) == ["duplicate-observation"])
    #expect(
      try await codes(
        "all,TH,2022,stated,242674,a,\nall,TH,2022,stated,240000,a,\n"
      ).contains("duplicate-observation"))
  }

  @Test func roundingIsNoDisagreement() async throws {
    let rounded = try await load(
      "funds,TH,2022,stated,20412,a,\nfunds,TH,2022,stated,20412.35,b,\n")
    #expect(rounded.figure("funds", "TH")?.disagreement == nil)
    let beyond = try await load(
      "funds,TH,2022,stated,20413,a,\nfunds,TH,2022,stated,20412.35,b,\n")
    #expect(beyond.figure("funds", "TH")?.disagreement != nil)
  }

  @Test func unitsFollowTheNumberAndTheLanguage() async throws {
    let statistics = try await load("funds,TH,2022,stated,1,a,\n")
    let unit = try #require(
      statistics.shown("funds", area: "TH").flatMap { statistics.unit(of: $0) })
    #expect(unit[.english].text(for: ExactNumber(1)) == "fund")
    #expect(unit[.english].text(for: ExactNumber(2)) == "funds")
    #expect(unit[.thai].text(for: ExactNumber(1)) == "กองทุน")
  }

  @Test(arguments: [
    ("๒๓,๔๐๓ คน", 23_403), ("กว่า 10 ล้านคน", 10_000_000), ("4 ล้านคน", 4_000_000),
    ("2.5 แสนคน", 250_000), ("20.4 billion", 20_400_000_000), ("500-1,000 บาท", 1_000),
    ("ไม่เกิน 10คืน", 10), ("1,832 ชุมชน", 1_832),
  ])
  func numbersInTextAreUnderstood(text: String, value: Int) {
    #expect(QuotedNumber.all(in: text).contains { $0.scaled == ExactNumber(value) })
  }

  @Test func numbersTypedInProseAreFoundOutsideShortcodes() async throws {
    let statistics = try await load("funds,TH,2022,stated,5915,a,\nfunds,32,2022,stated,2022,a,\n")
    let text = "มี ๕,๙๑๕ กองทุน {{ figure(\"5915\") }} ในปี 2022 ที่ /a/5915 และ 5915"
    let found = typedFigures(in: Array(text.utf8), statistics)
    let texts = found.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) }
    #expect(texts == ["๕,๙๑๕", "5915"])
    #expect(found.first?.known.area == statistics.area("TH"))
    #expect(found.allSatisfy { $0.known.indicator == statistics.indicator("funds") })
  }

  @Test(arguments: [
    "5 915", "5\u{A0}915", "**5**,915", "5&nbsp;915", "5&#44;915", "５，９１５", "๕ ๙๑๕",
  ])
  func numbersTypedInOddFormsAreFound(text: String) async throws {
    let statistics = try await load("funds,TH,2022,stated,5915,a,\n")
    #expect(typedFigures(in: Array("มี \(text) กองทุน".utf8), statistics).count == 1)
    #expect(typedFigures(in: Array("มี \(text)0 กองทุน".utf8), statistics).isEmpty)
  }

  @Test(arguments: [
    (#"{{ chart("bar", rows=[["ก", 5915]]) }}"#, 1),
    (#"{{ chart("bar", title="ทั้ง 5915 แห่ง", figures=["a"]) }}"#, 1),
    (#"{{ stat(value="5,915") }}"#, 1),
    (#"{{ picture("bar-5915.svg", area="5915") }} {{ figure("a", 5915) }}"#, 0),
  ])
  func numbersThatReadersSeeOfACallAreFound(text: String, count: Int) async throws {
    let statistics = try await load("funds,TH,2022,stated,5915,a,\n")
    #expect(typedFigures(in: Array(text.utf8), statistics).count == count)
  }
}
