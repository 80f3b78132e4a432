import Foundation
import SaanText
import Testing

@testable import SaanData

/// What is known of each place: sums that add up on every level, ranks, values side by side.
@Suite struct ProfileTests {
  /// The country with its 77 provinces, as the program has it.
  private static let country = String(decoding: gazetteer.bytes(.areas), as: UTF8.self)

  private static let indicators = """
    id,name,unit_multiplier,stat_type,aggregation,dataset,aggregate,field,filter
    funds,กองทุน,,count,sum,funds,count,,
    members,สมาชิก,,sum,sum,funds,sum,members_count,
    capital,เงิน,6,sum,sum,funds,sum,capital_baht,
    homes,บ้าน,,sum,sum,housing,sum,households_count,setting=urban
    reported,รายงาน,,count,sum,,,,
    rate,อัตรา,,percentage,weighted,,,,

    """

  /// Registers of 3,000 rows each and a value for each province.
  private static func registers(of codes: [String]) -> [String: String] {
    var seed: UInt64 = 7
    func random(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % bound
    }
    var funds = "id,name,area,members_count,capital_baht\n"
    var housing = "id,name,area,setting,households_count\n"
    for index in 0..<3_000 {
      let code = codes[random(60)]
      // Some rows don't know their members.
      let members = index % 13 == 0 ? "" : String(random(3_000))
      let capital = "\(random(900_000)).\(10 + random(89))"
      funds += "f\(index),กองทุน,\(code),\(members),\(capital)\n"
      let setting = index % 3 == 0 ? "urban" : "rural"
      housing += "h\(index),บ้าน,\(code),\(setting),\(random(400))\n"
    }
    var observations = "indicator,area,as_of,as_of_basis,value,source\n"
    for code in codes { observations += "reported,\(code),2022-10-26,stated,\(random(900)),a\n" }
    return ["funds": funds, "housing": housing, "observations": observations]
  }

  @Test func provincesAddUpToTheCountryAndToTheTablesThemselves() async throws {
    let areas = Self.country
    let codes = areas.split(separator: "\n").dropFirst().filter { $0.contains(",province,") }
      .map { String($0.prefix(2)) }
    try #require(codes.count == 77)
    let tables = Self.registers(of: codes)
    let statistics = try await figures(
      [
        "areas": areas, "sources": "id,producer,title\na,พอช.,ตาราง\n",
        "indicators": Self.indicators,
      ].merging(tables) { $1 }
    ).statistics

    /// The sum that a spreadsheet would show, in hundredths.
    func own(_ table: String, _ column: Int?, where keep: ([Substring]) -> Bool = { _ in true })
      -> Int
    {
      let rows = (tables[table] ?? "").split(separator: "\n").dropFirst()
        .map { $0.split(separator: ",", omittingEmptySubsequences: false) }.filter(keep)
      guard let column else { return rows.count * 100 }
      return rows.reduce(0) { sum, cells in
        let parts = cells[column].split(separator: ".")
        return sum + (Int(parts.first ?? "0") ?? 0) * 100
          + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
      }
    }
    let expected: [(id: String, hundredths: Int, power: Int)] = [
      ("funds", own("funds", nil), 2), ("members", own("funds", 3), 2),
      ("capital", own("funds", 4), 8),
      ("homes", own("housing", 4) { $0[3] == "urban" }, 2),
      ("reported", own("observations", 4), 2),
    ]
    #expect(
      Set(expected.map(\.id))
        == Set(statistics.indicators.filter { $0.aggregation == .sum }.map(\.id)))
    for (id, hundredths, power) in expected {
      let indicator = try #require(statistics.indicator(id))
      func sum(_ codes: [String]) -> ExactNumber? {
        codes.compactMap { statistics.area($0) }
          .compactMap { statistics.value(indicator, $0)?.number }.total
      }
      let country = try #require(sum(["TH"]))
      #expect(country.timesPowerOfTen(power)?.int == hundredths, "\(id)")
      #expect(sum(codes) == country, "\(id)")
      let regions = statistics.areas.all.filter { $0.scheme == "geographic" }.map(\.code)
      #expect(sum(regions) == country, "\(id)")
    }
  }

  private func row(_ statistics: Statistics, _ id: String, _ code: String) -> ProfileRow? {
    guard let area = statistics.area(code), let indicator = statistics.indicator(id) else {
      return nil
    }
    return statistics.profiles.rows[area].first { $0.indicator == indicator }
  }

  private func observed(_ rows: String) async throws -> Statistics {
    try await figures([
      "areas": Self.country, "sources": "id,producer,title\na,พอช.,ตาราง\n",
      "indicators": Self.indicators,
      "observations":
        "indicator,area,as_of,as_of_basis,value,numerator,denominator,status,source\n" + rows,
    ]).statistics
  }

  @Test func equalValuesShareARankAmongThoseThatReported() async throws {
    let statistics = try await observed(
      """
      reported,10,2022-10-26,stated,50,,,A,a
      reported,32,2022-10-26,stated,70,,,A,a
      reported,40,2022,stated,50,,,A,a
      reported,50,2022-01-31,stated,50.0,,,A,a
      reported,90,2022-10-26,stated,3,,,A,a
      reported,13,2021-10-26,stated,60,,,A,a
      reported,55,,unknown,41,,,A,a
      reported,56,2022-10-26,stated,,,,O,a

      """)
    func standing(_ code: String) -> Standing? { row(statistics, "reported", code)?.standing }
    #expect(standing("32") == Standing(rank: 1, count: 5, level: 0))
    #expect(standing("10") == Standing(rank: 2, count: 5, level: 2))
    #expect(standing("50") == Standing(rank: 2, count: 5, level: 2))
    #expect(standing("90") == Standing(rank: 5, count: 5, level: 0))
    // Another year has no place in that order, nor one alone; an unknown year has none.
    #expect(row(statistics, "reported", "13")?.value != nil)
    #expect(standing("13") == nil)
    #expect(row(statistics, "reported", "55")?.value?.number == ExactNumber(41))
    #expect(standing("55") == nil)
    // A place that sources name without a number has a row and no value.
    #expect(row(statistics, "reported", "56")?.value == nil)
    #expect(row(statistics, "reported", "56")?.shown != nil)
    #expect(row(statistics, "reported", "57") == nil)
    // The sums of regions are partial: they are shown, and not put in order.
    let north = try #require(row(statistics, "reported", "R-north"))
    #expect(north.value?.extent == .parts)
    #expect((north.value?.reported, north.value?.expected) == (1, 9))
    #expect(north.standing == nil)
  }

  @Test func aWiderAreaIsShownAsItWasAtTheTime() async throws {
    let statistics = try await observed(
      """
      reported,10,2011-10-03,stated,26,,,A,a
      reported,TH,2011-08-31,stated,400,,,A,a
      reported,TH,2022-10-26,stated,900,,,A,a

      """)
    let indicator = try #require(statistics.indicator("reported"))
    let country = try #require(statistics.area("TH"))
    let bangkok = row(statistics, "reported", "10")?.value
    #expect(statistics.value(indicator, country)?.number == ExactNumber(900))
    #expect(statistics.value(indicator, country, like: bangkok)?.number == ExactNumber(400))
    #expect(row(statistics, "reported", "TH")?.standing == nil)
  }

  @Test func ratesOfOneTimeCanBeCompared() async throws {
    let statistics = try await observed(
      "rate,10,2020,stated,90,90,100,A,a\nrate,32,2020,stated,50,10,20,A,a\nrate,40,2021,stated,5,1,20,A,a\n"
    )
    let (bangkok, surin, other) = (
      try #require(row(statistics, "rate", "10")?.value),
      try #require(row(statistics, "rate", "32")?.value),
      try #require(row(statistics, "rate", "40")?.value)
    )
    #expect(bangkok.isComparable(with: surin))
    #expect(!bangkok.isComparable(with: other))
  }
}
