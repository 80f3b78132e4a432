import SaanText
import Testing

@testable import SaanData

/// Values at the edges of the rules: one more, one less, without a date, from some sources only.
@Suite struct EdgeTests {
  private func load(
    _ observations: String, reconciliations: String = "", today: String = "2026-01-01",
    indicator: String = "funds,กองทุน,sum,sum,,", parts: String = "", published: String = ""
  ) async throws -> (statistics: Statistics, codes: [String]) {
    let (statistics, found) = try await figures(
      [
        "areas": smallCountry,
        "sources":
          "id,producer,title,date_published\na,ก,ก,\(published)\nb,ข,ข,\nc,ค,ค,\n",
        "indicators":
          "id,name,stat_type,aggregation,cumulative,maximum\n\(indicator)\nmen,ชาย,sum,none,,\nwomen,หญิง,sum,none,,\n",
        "observations":
          "indicator,area,as_of,as_of_basis,value,source,rank,status\n" + observations,
        "reconciliations": "id,indicator,area,sources,cause,status,reason\n" + reconciliations,
        "parts": "whole,whole_area,part,part_area\n" + parts,
      ], today: today)
    return (statistics, found.all.map(\.code).sorted())
  }

  // MARK: Which value is shown

  @Test func aRowWithoutANumberNeverHidesOneThatHasIt() async throws {
    let found = try await load("funds,TH,2020,stated,7,a,,A\nfunds,TH,2022,stated,,a,,O\n")
    #expect(found.statistics.shown("funds", area: "TH")?.value == ExactNumber(7))
    let reversed = try await load("funds,TH,2022,stated,,a,,O\nfunds,TH,2020,stated,7,a,,A\n")
    #expect(reversed.statistics.shown("funds", area: "TH")?.value == ExactNumber(7))
  }

  @Test func aSeriesTakesThePreferredValueOfADate() async throws {
    let found = try await load(
      """
      funds,TH,2020,stated,1,a,,A
      funds,TH,2020,stated,2,b,preferred,A
      funds,TH,2020,stated,3,c,,A
      funds,TH,2021,stated,4,a,,A
      funds,TH,2021,stated,5,b,,A

      """)
    #expect(
      found.statistics.figure("funds", "TH")?.series.map(\.value)
        == [2, 4].map(ExactNumber.init))
  }

  // MARK: What disagrees

  @Test func anUndatedValueIsHeldAgainstTheNewestYear() async throws {
    let shown = try await load("funds,TH,,unknown,10,a,preferred,A\nfunds,TH,2022,stated,12,b,,A\n")
    #expect(shown.statistics.figure("funds", "TH")?.disagreement?.others.count == 1)
    #expect(shown.codes == ["unreconciled"])
    let other = try await load("funds,TH,,unknown,10,a,,A\nfunds,TH,2022,stated,12,b,,A\n")
    #expect(other.statistics.figure("funds", "TH")?.disagreement?.others.count == 1)
    let older = try await load(
      "funds,TH,,unknown,12,a,,A\nfunds,TH,2022,stated,12,b,,A\nfunds,TH,2019,stated,9,c,,A\n")
    #expect(older.statistics.figure("funds", "TH")?.disagreement == nil)
  }

  @Test func aReconciliationExcusesTheSourcesThatItNames() async throws {
    let values = """
      funds,TH,2022-05,stated,12,a,preferred,A
      funds,TH,2022-05,stated,15,b,,A
      funds,TH,2022-05,stated,17,c,,A

      """
    let some = try await load(values, reconciliations: "r,funds,TH,a; b,unexplained,open,ไม่รู้\n")
    #expect(some.statistics.figure("funds", "TH")?.disagreement?.reconciliation == nil)
    #expect(some.codes == ["nothing-to-reconcile", "unreconciled"])
    let all = try await load(
      values, reconciliations: "r,funds,TH,a; b; c,unexplained,open,ไม่รู้\n")
    #expect(all.statistics.figure("funds", "TH")?.disagreement?.reconciliation != nil)
    #expect(all.codes == [])
  }

  // MARK: Sums

  @Test(arguments: [("10.3", []), ("10.1", []), ("10.6", ["parts-differ"])])
  func partsMayMissTheirWholeByRoundingOnly(whole: String, codes: [String]) async throws {
    // Two terms of one decimal and their sum: 0.05 for each of the three.
    let found = try await load(
      """
      funds,TH,2022,stated,\(whole),a,,A
      men,TH,2022,stated,5.1,a,,A
      women,TH,2022,stated,5.1,a,,A

      """, parts: "funds,TH,men,TH\nfunds,TH,women,TH\n")
    #expect(found.codes == codes)
  }

  @Test func wholeNumbersAreNotRounded() async throws {
    let found = try await load(
      "funds,TH,2022,stated,11,a,,A\nfunds,32,2022,stated,5,a,,A\nfunds,10,2022,stated,5,a,,A\n")
    #expect(found.codes == ["areas-differ"])
  }

  @Test func aSumIsOfOneYearAndSaysWhatIsMissing() async throws {
    let found = try await load("funds,32,2022,stated,12,a,,A\nfunds,10,2019,stated,9,a,,A\n")
    let sum = try #require(found.statistics.rollup("funds", "TH"))
    #expect(sum.value == ExactNumber(12))
    #expect(sum.isAtLeast && sum.reported == 1 && sum.expected == 2)
    let whole = try await load("funds,32,2022,stated,5,a,,A\nfunds,10,2022-03,stated,9,a,,A\n")
    let all = try #require(whole.statistics.rollup("funds", "TH"))
    #expect(all.value == ExactNumber(14) && !all.isAtLeast)
    #expect(all.oldest?.iso == "2022" && all.newest?.iso == "2022-03")
  }

  @Test func aRegisterIsSummedWithoutItsEmptyCells() async throws {
    let values = try await load("funds,3201,2022,stated,5,a,,A\nfunds,1001,2022,stated,4,a,,A\n")
    let row = try #require(values.statistics.area("TH"))
    let value = try #require(values.statistics.value(IndicatorID(0), row))
    #expect(value.number == ExactNumber(9) && value.extent == .parts && !value.isOfOneArea)
    let surin = try #require(values.statistics.area("32"))
    #expect(values.statistics.value(IndicatorID(0), surin)?.isOfOneArea == true)
  }

  // MARK: Ranks

  @Test func equalNumbersShareARankAndPartialSumsHaveNone() async throws {
    let found = try await load("funds,32,2022,stated,5,a,,A\nfunds,10,2022,stated,5,a,,A\n")
    let statistics = found.statistics
    for code in ["32", "10"] {
      let area = try #require(statistics.area(code))
      #expect(
        statistics.profiles.rows[area].first?.standing == Standing(rank: 1, count: 2, level: 1))
    }
    let partial = try await load("funds,32,2022,stated,5,a,,A\nfunds,1001,2022,stated,7,a,,A\n")
    let bangkok = try #require(partial.statistics.area("10"))
    #expect(partial.statistics.profiles.rows[bangkok].first?.value?.extent == .parts)
    #expect(partial.statistics.profiles.rows[bangkok].first?.standing == nil)
  }

  // MARK: Days

  @Test(arguments: [("2026-01-01", []), ("2026-01-02", ["future-as-of"])])
  func aValueMayBeOfToday(day: String, codes: [String]) async throws {
    let found = try await load("funds,TH,\(day),stated,5,a,,A\n")
    #expect(found.codes == codes)
  }

  @Test(arguments: [("2022-03-05", []), ("2022-03-06", ["as-of-after-publication"])])
  func aValueMayBeOfTheDayOfItsSource(day: String, codes: [String]) async throws {
    let found = try await load("funds,TH,\(day),stated,5,a,,A\n", published: "2022-03-05")
    #expect(found.codes == codes)
  }

  // MARK: Bounds

  @Test(arguments: [
    ("100", []), ("100.1", ["out-of-bounds"]), ("0", []), ("-1", ["out-of-bounds"]),
  ])
  func aPercentageLiesBetweenNothingAndAll(value: String, codes: [String]) async throws {
    let found = try await load(
      "funds,TH,2022,stated,\(value),a,,A\n", indicator: "funds,สัดส่วน,percentage,none,,")
    #expect(found.codes == codes)
  }

  @Test func aCumulativeFigureFallsAtABreakOnly() async throws {
    let indicator = "funds,กองทุน,sum,none,true,"
    let fall = try await load(
      "funds,TH,2020,stated,57,a,,A\nfunds,TH,2021,stated,52,a,,A\n", indicator: indicator)
    #expect(fall.codes == ["cumulative-fall"])
    let atBreak = try await load(
      "funds,TH,2020,stated,57,a,,A\nfunds,TH,2021,stated,52,a,,B\n", indicator: indicator)
    #expect(atBreak.codes == [])
  }

  // MARK: Numbers of people

  @Test(arguments: [
    ("02-1234567", true), ("02 123 4567", true), ("021234567", false), ("0612345678", true),
    ("0712345678", false), ("044-511234", true),
  ])
  func aLandlineIsToldByItsSeparators(text: String, isPhone: Bool) {
    #expect(PrivateData.findings(in: text).isEmpty != isPhone)
  }
}
