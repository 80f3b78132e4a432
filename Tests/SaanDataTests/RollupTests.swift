import SaanText
import Testing

@testable import SaanData

/// Sums over areas and registers, against sums that the test makes itself.
@Suite struct RollupTests {
  private static let sources = "id,producer,title\na,พอช.,ตาราง\n"

  @Test func registerTotalsEqualAnIndependentCount() async throws {
    let districts = ["3201", "3202", "1001", "1002"]
    var text = "id,name,area,members_count,beneficiaries_count,capital_baht\n"
    var (members, capital, rows) = ([String: Int](), [String: Int](), [String: Int]())
    var state: UInt64 = 42
    for index in 0..<2_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      // Rows lie in subdistricts, which the table of areas does not list.
      let district = districts[index % 3]
      let count = Int(state >> 40) % 5_000
      let satang = Int(state >> 30) % 1_000_000
      let baht = "\(satang / 100).\(satang % 100 < 10 ? "0" : "")\(satang % 100)"
      text += "f\(index),กองทุน \(index),\(district)0\(index % 9 + 1),\(count),0,\(baht)\n"
      for area in [district, String(district.prefix(2)), "TH"] {
        members[area, default: 0] += count
        capital[area, default: 0] += satang
        rows[area, default: 0] += 1
      }
    }
    let statistics = try await figures([
      "areas": smallCountry, "funds": text,
      "indicators": """
      id,name,unit_multiplier,aggregation,dataset,aggregate,field
      count,กองทุน,,sum,funds,count,
      members,สมาชิก,,sum,funds,sum,members_count
      capital,เงิน,6,sum,funds,sum,capital_baht
      mean,เฉลี่ย,,none,funds,mean,members_count

      """,
    ]).statistics
    for area in ["TH", "32", "10", "3201", "3202", "1001"] {
      #expect(statistics.rollup("count", area)?.value.int == rows[area])
      #expect(statistics.rollup("members", area)?.value.int == members[area])
      let satang = statistics.rollup("capital", area)?.value.timesPowerOfTen(8)
      #expect(satang?.int == capital[area])
      let mean = Double(members[area] ?? 0) / Double(rows[area] ?? 1)
      #expect(abs((statistics.rollup("mean", area)?.value.double ?? 0) - mean) < 0.01)
    }
    let bangkok = try #require(statistics.rollup("count", "10"))
    #expect((bangkok.reported, bangkok.expected) == (1, 2))
    #expect(statistics.rollup("count", "1002") == nil)
    #expect(statistics.rollup("count", "TH")?.unitClass == .province)
  }

  /// One province of the newest year is no sum of a country of which another had more before.
  @Test func aSumOfSomeIsNotLessThanAKnownPart() async throws {
    let older = "x,32,2021,stated,1234560,,,a\n"
    let none = try await load("sum", older + "x,10,2022,stated,0,,,a\n")
    #expect(none.rollup("x", "TH") == nil)
    let less = try await load("sum", older + "x,10,2022,stated,1000,,,a\n")
    #expect(less.rollup("x", "TH") == nil)
    let country = try #require(less.area("TH"))
    #expect(less.unadded(IndicatorID(0), country).map(\.reason) == [.date, .few])
    let more = try await load("sum", older + "x,10,2022,stated,2000000,,,a\n")
    #expect(more.rollup("x", "TH")?.value.int == 2_000_000)
    let alone = try await load("sum", "x,10,2022,stated,0,,,a\n")
    #expect(alone.rollup("x", "TH") == nil)
    let all = try await load("sum", "x,10,2022,stated,0,,,a\nx,32,2022,stated,0,,,a\n")
    #expect(all.rollup("x", "TH")?.value.isZero == true)
  }

  private func load(_ aggregation: String, _ observations: String) async throws -> Statistics {
    try await figures([
      "areas": smallCountry, "sources": Self.sources,
      "indicators": "id,name,stat_type,aggregation\nx,ค่า,count,\(aggregation)\n",
      "observations": "indicator,area,as_of,as_of_basis,value,numerator,denominator,source\n"
        + observations,
    ]).statistics
  }

  @Test func partialSumsSayAtLeastAndHowManyReported() async throws {
    let statistics = try await load("sum", "x,3201,2020,stated,7,,,a\nx,10,2020,stated,5,,,a\n")
    let surin = try #require(statistics.rollup("x", "32"))
    #expect(surin.value == ExactNumber(7))
    #expect((surin.reported, surin.expected) == (1, 2))
    #expect(surin.isAtLeast)
    let country = try #require(statistics.rollup("x", "TH"))
    #expect(country.value == ExactNumber(12))
    // Of one of the two only a district has a value.
    #expect(country.reported == 1 && country.partly == 1 && !country.isComplete)
  }

  @Test func aPublishedTotalStandsBesideTheComputedOne() async throws {
    let statistics = try await load(
      "sum", "x,TH,2020,stated,15,,,a\nx,32,2020,stated,7,,,a\nx,10,2020,stated,5,,,a\n")
    let country = try #require(statistics.rollup("x", "TH"))
    #expect(country.published?.value == ExactNumber(15))
    #expect(country.difference == ExactNumber(-3))
  }

  @Test func anAreasOwnValueCountsForTheAreasInsideIt() async throws {
    let statistics = try await load(
      "sum", "x,32,2020,stated,7,,,a\nx,3201,2020,stated,100,,,a\nx,10,2020,stated,5,,,a\n")
    #expect(statistics.rollup("x", "TH")?.value == ExactNumber(12))
  }

  @Test func valuesOfAnOlderYearAreNotMixedIn() async throws {
    let statistics = try await load("sum", "x,32,2019,stated,3,,,a\nx,10,2020,stated,5,,,a\n")
    let country = try #require(statistics.rollup("x", "TH"))
    #expect(country.value == ExactNumber(5))
    #expect((country.reported, country.expected) == (1, 2))
  }

  @Test func sharesAreWeighedAndOtherAggregationsHold() async throws {
    let rows = "x,32,2020,stated,50,10,20,a\nx,10,2020,stated,90,90,100,a\n"
    let weighted = try await figures([
      "areas": smallCountry, "sources": Self.sources,
      "indicators": "id,name,stat_type,aggregation\nx,ร้อยละ,percentage,weighted\n",
      "observations": "indicator,area,as_of,as_of_basis,value,numerator,denominator,source\n"
        + rows,
    ]).statistics
    #expect(weighted.rollup("x", "TH")?.value == ExactNumber("83.33"))
    #expect(try await load("max", rows).rollup("x", "TH")?.value == ExactNumber(90))
    #expect(try await load("none", rows).rollup("x", "TH") == nil)
  }
}
