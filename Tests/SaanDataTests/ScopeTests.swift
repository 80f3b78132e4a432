import SaanText
import Testing

@testable import SaanData

/// The areas that indicators and values are of: what is added up, ranked and left apart.
@Suite struct ScopeTests {
  private static let areas = """
    code,class,name,name@en,parent,region_scheme,provinces
    TH,country,ประเทศไทย,Thailand,,,5
    R-c,region,ภาคกลาง,Central,TH,geographic,
    R-n,region,ภาคเหนือ,North,TH,geographic,
    O-1,region,เขต 1,Zone 1,TH,office,
    O-2,region,เขต 2,Zone 2,TH,office,
    10,province,กรุงเทพมหานคร,Bangkok,R-c,,
    13,province,ปทุมธานี,Pathum Thani,R-c,,
    14,province,อยุธยา,Ayutthaya,R-c,,
    50,province,เชียงใหม่,Chiang Mai,R-n,,
    55,province,น่าน,Nan,R-n,,
    1001,district,พระนคร,Phra Nakhon,10,,

    """
  private static let groups = "group,area\nO-1,10\nO-1,13\nO-2,14\nO-2,50\nO-2,55\n"

  private func load(
    scope: String = "", aggregation: String = "sum", _ rows: String
  ) async throws -> Statistics {
    try await figures([
      "areas": Self.areas, "area_groups": Self.groups,
      "sources": "id,producer,title\na,พอช.,ตาราง\nb,พอช.,เล่ม\n",
      "organisations": "id,name,area\nclub,สมาคม,10\noffice,สำนัก,TH\n",
      "indicators":
        "id,name,unit,stat_type,aggregation,scope\nx,ค่า,แห่ง,count,\(aggregation),\(scope)\n",
      "observations":
        "indicator,area,as_of,as_of_basis,value,numerator,denominator,source,name,unit,areas\n"
        + rows,
    ]).statistics
  }

  private func row(_ statistics: Statistics, _ code: String) -> ProfileRow? {
    statistics.area(code).flatMap { statistics.profiles.rows[$0].first }
  }

  private func reasons(_ statistics: Statistics, _ code: String) -> [String] {
    statistics.area(code).map { statistics.unadded(IndicatorID(0), $0) }?.map { part in
      let value = statistics.observations[part.observation]
      return "\(statistics.areas.all[value.area].code) \(part.reason)"
    } ?? []
  }

  // MARK: Several areas jointly

  @Test func aJointValueIsCountedOnceAboveAllItsAreas() async throws {
    let statistics = try await load(
      scope: "10; 13; 14",
      "x,,2020,stated,30,,,a,,,13; กรุงเทพมหานคร\nx,14,2020,stated,12,,,a,,,\n")
    for code in ["R-c", "TH"] {
      let sum = try #require(statistics.rollup("x", code))
      #expect(sum.value == ExactNumber(42))
      #expect(!sum.isAtLeast)
      #expect(sum.isComplete)
    }
    // Of the two zones one has the joint value alone, the other the rest.
    #expect(statistics.rollup("x", "O-2")?.value == ExactNumber(12))
    #expect(statistics.rollup("x", "R-n") == nil)
    #expect(statistics.shown("x", area: "10") == nil)
    #expect(statistics.shown("x", area: "10; 13")?.value == ExactNumber(30))
    #expect(statistics.shown("x", area: "13;10")?.value == ExactNumber(30))
  }

  /// Of Bangkok the table has one district of fifty; of a province with two it has both.
  @Test func onlyAListThatIsTheWholeStandsForIt() async throws {
    func shown(_ districts: String, _ code: String) async throws -> ExactNumber? {
      try await figures([
        "areas": """
        code,class,name,parent,districts
        TH,country,ไทย,,
        10,province,กรุงเทพมหานคร,TH,\(districts)
        13,province,ปทุมธานี,TH,
        1001,district,พระนคร,10,
        1002,district,ดุสิต,10,

        """,
        "sources": "id,producer,title\na,พอช.,ตาราง\n",
        "indicators": "id,name,unit,stat_type,aggregation\nx,ค่า,แห่ง,count,sum\n",
        "observations":
          "indicator,area,as_of,as_of_basis,value,source,areas\nx,,2020,stated,30,a,1001; 1002\nx,,2021,stated,40,a,10; 13\n",
      ]).statistics.shown("x", area: code)?.value
    }
    #expect(try await shown("2", "10") == ExactNumber(30))
    #expect(try await shown("50", "10") == nil)
    #expect(try await shown("", "10") == nil)
    #expect(try await shown("50", "1001; 1002") == ExactNumber(30))
    // Nor are two provinces of a table the country.
    #expect(try await shown("", "TH") == nil)
  }

  @Test func ofJointValuesThatOverlapTheWiderCounts() async throws {
    let statistics = try await load(
      "x,,2020,stated,30,,,a,,,13; 14\nx,,2020,stated,42,,,a,,,R-c; 50\n")
    #expect(statistics.rollup("x", "TH")?.value == ExactNumber(42))
    #expect(reasons(statistics, "TH") == ["13; 14 overlap"])
  }

  @Test func eachAreaHasTheJointValueAndNoRank() async throws {
    let statistics = try await load(
      "x,,2020,stated,30,,,a,,,10; 14\nx,50,2020,stated,12,,,a,,,\nx,55,2020,stated,9,,,a,,,\n")
    for code in ["10", "14"] {
      let found = try #require(row(statistics, code))
      #expect(found.value?.number == ExactNumber(30))
      #expect(found.standing == nil)
      #expect(statistics.areas.all[found.area].code == "10; 14")
    }
    #expect(row(statistics, "13") == nil)
    #expect(row(statistics, "50")?.standing == Standing(rank: 1, count: 2, level: 0))
    // In neither zone lie both, so that the value is in the sum of none of them.
    #expect(statistics.rollup("x", "O-1") == nil)
    #expect(statistics.rollup("x", "O-2")?.value == ExactNumber(21))
    #expect(statistics.rollup("x", "TH")?.value == ExactNumber(51))
    #expect(statistics.rollup("x", "TH")?.isAtLeast == true)
  }

  @Test func theAreasOfAGroupAreThatGroup() async throws {
    let statistics = try await load(aggregation: "none", "x,,2020,stated,30,,,a,,,10; 13\n")
    #expect(statistics.shown("x", area: "O-1")?.value == ExactNumber(30))
    #expect(row(statistics, "13")?.value?.number == ExactNumber(30))
    #expect(row(statistics, "O-1")?.standing == nil)
  }

  @Test func aJointValueStandsBeforeThatOfOneOfItsAreas() async throws {
    let one = "x,,2020,stated,30,,,a,,,10; 14\nx,10,2020,stated,20,,,a,,,\n"
    let statistics = try await load(one + "x,50,2020,stated,5,,,a,,,\n")
    #expect(statistics.rollup("x", "TH")?.value == ExactNumber(35))
    #expect(statistics.rollup("x", "TH")?.reported == 3)
    #expect(reasons(statistics, "TH") == ["10 overlap"])
    // Where each of its areas has one these say more.
    let each = try await load(one + "x,14,2020,stated,10,,,a,,,\n")
    #expect(each.rollup("x", "TH")?.value == ExactNumber(30))
    #expect(reasons(each, "TH") == ["10; 14 overlap"])
    // Nor is any sum less than a part of it is known to be.
    let more = try await load(one.replacing(",20,", with: ",90,"))
    #expect(more.rollup("x", "TH")?.value == ExactNumber(90))
    #expect(reasons(more, "TH") == ["10; 14 overlap"])
    // One that is a region's own counts before that of a province in it.
    let region = try await load(
      "x,,2020,stated,700,,,a,,,10; 13; 14\nx,10,2020,stated,100,,,a,,,\n")
    #expect(region.rollup("x", "TH")?.value == ExactNumber(700))
    #expect(region.rollup("x", "TH")?.reported == 3)
    #expect(reasons(region, "TH") == ["10 overlap"])
  }

  @Test func aJointValueOfSomeAreasIsAtLeastWhatIsThere() async throws {
    let statistics = try await load("x,,2020,stated,39,,,a,,,10; 14\n")
    let sum = try #require(statistics.rollup("x", "TH"))
    #expect((sum.reported, sum.expected, sum.told) == (2, 5, .atLeast))
    #expect(statistics.onlyTogether(IndicatorID(0), try #require(statistics.area("TH"))) == nil)
  }

  // MARK: Scope

  @Test func coverageIsThatOfTheScope() async throws {
    let rows = "x,10,2020,stated,3,,,a,,,\nx,50,2020,stated,2,,,a,,,\n"
    let all = try #require(try await load(rows).rollup("x", "TH"))
    #expect((all.reported, all.expected) == (2, 5))
    let some = try #require(try await load(scope: "10; 13; 50", rows).rollup("x", "TH"))
    #expect((some.reported, some.expected) == (2, 3))
    let two = try #require(try await load(scope: "Bangkok; 50", rows).rollup("x", "TH"))
    #expect((two.reported, two.expected) == (2, 2))
    #expect(!two.isAtLeast)
    let zones = try await load(
      scope: "scheme: office",
      "x,O-1,2020,stated,3,,,a,,,\nx,O-2,2020,stated,2,,,a,,,\n")
    #expect(zones.rollup("x", "TH")?.expected == 2)
    #expect(row(zones, "O-1")?.standing == Standing(rank: 1, count: 2, level: 0))
  }

  @Test(arguments: ["10", "club", "organisation: office", "กรุงเทพมหานคร"])
  func whatIsOnlyInOnePlaceIsNeitherAddedNorRanked(_ scope: String) async throws {
    let statistics = try await load(scope: scope, "x,10,2020,stated,3,,,a,,,\n")
    #expect(row(statistics, "10")?.value?.number == ExactNumber(3))
    #expect(row(statistics, "10")?.standing == nil)
    #expect(statistics.rollup("x", "R-c") == nil)
    #expect(statistics.rollup("x", "TH") == nil)
    // Without a scope it is one province of many.
    #expect(row(try await load("x,10,2020,stated,3,,,a,,,\n"), "10")?.standing != nil)
  }

  @Test func oneOfSeveralNamedAreasIsNotTheOnlyProvince() async throws {
    let one = try await load(scope: "10; 13", "x,10,2020,stated,3,,,a,,,\n")
    #expect(row(one, "10")?.standing == nil)
    let two = try await load(
      scope: "10; 13", "x,10,2020,stated,3,,,a,,,\nx,13,2020,stated,4,,,a,,,\n")
    #expect(row(two, "10")?.standing == Standing(rank: 2, count: 2, level: 0))
  }

  // MARK: Like with like

  @Test func whatDoesNotCountTheSameIsListed() async throws {
    let unit = try await load("x,10,2020,stated,3,,,a,,,\nx,13,2020,stated,4,,,a,,กลุ่ม,\n")
    #expect(unit.rollup("x", "TH") == nil)
    #expect(reasons(unit, "TH") == ["10 unit", "13 unit"])
    let name = try await load("x,10,2020,stated,3,,,a,,,\nx,13,2020,stated,4,,,a,อย่างอื่น,,\n")
    #expect(name.rollup("x", "R-c") == nil)
    #expect(reasons(name, "R-c") == ["10 definition", "13 definition"])
  }

  @Test func valuesInAnotherUnitKeepItInTheirSum() async throws {
    let statistics = try await load(
      "x,10,2020,stated,3,,,a,,กลุ่ม,\nx,13,2020,stated,4,,,a,,กลุ่ม,\nx,TH,2020,stated,9,,,a,,,\n")
    let sum = try #require(statistics.rollup("x", "TH"))
    #expect(sum.value == ExactNumber(7))
    #expect(sum.unit?[.thai].other == "กลุ่ม")
    // Groups are not held against places.
    #expect(sum.published?.value == ExactNumber(9))
    #expect(sum.difference == nil)
  }

  @Test func valuesOfOtherYearsAndWithoutDatesAreListedBesideTheSum() async throws {
    let statistics = try await load(
      """
      x,10,2020-03-01,stated,3,,,a,,,
      x,13,2020-10-01,stated,4,,,a,,,
      x,14,2019,stated,5,,,a,,,
      x,50,,unknown,6,,,a,,,

      """)
    let sum = try #require(statistics.rollup("x", "TH"))
    #expect(sum.value == ExactNumber(7))
    #expect(sum.oldest?.iso == "2020-03-01")
    #expect(sum.newest?.iso == "2020-10-01")
    #expect(sum.parts.map { statistics.observations[$0].value?.int } == [3, 4])
    #expect(Set(reasons(statistics, "TH")) == ["14 date", "50 undated"])
  }

  @Test func valuesWithoutDatesAreOfOneTimeInOneDocumentOnly() async throws {
    let one = try await load("x,10,,unknown,3,,,a,,,\nx,13,,unknown,4,,,a,,,\n")
    #expect(one.rollup("x", "R-c")?.value == ExactNumber(7))
    let two = try await load("x,10,,unknown,3,,,a,,,\nx,13,,unknown,4,,,b,,,\n")
    #expect(two.rollup("x", "R-c") == nil)
    #expect(reasons(two, "R-c") == ["10 undated", "13 undated"])
  }

  @Test func aRateWithoutItsTwoNumbersIsListed() async throws {
    let statistics = try await load(
      aggregation: "weighted",
      "x,10,2020,stated,0.5,1,2,a,,,\nx,13,2020,stated,0.9,,,a,,,\n")
    let sum = try #require(statistics.rollup("x", "R-c"))
    #expect(sum.value == ExactNumber("0.5"))
    #expect((sum.reported, sum.expected) == (1, 3))
    #expect(reasons(statistics, "R-c") == ["13 weight"])
  }
}
