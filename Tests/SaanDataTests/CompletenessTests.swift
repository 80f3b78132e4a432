import SaanText
import TestSupport
import Testing

@testable import SaanData

/// Whether a register is complete: what is said of areas, and what follows for those around and
/// inside them.
@Suite struct CompletenessTests {
  /// Three provinces in two regions; of Surin the table knows both its districts, of Bangkok one.
  private static let areas = """
    code,class,name,name@en,parent,region_scheme,districts,provinces
    TH,country,ประเทศไทย,Thailand,,,,3
    N,region,เหนือ,North,TH,geographic,,
    S,region,ใต้,South,TH,geographic,,
    32,province,สุรินทร์,Surin,N,,2,
    50,province,เชียงใหม่,Chiang Mai,N,,25,
    10,province,กรุงเทพมหานคร,Bangkok,S,,50,
    3201,district,เมืองสุรินทร์,Mueang Surin,32,,,
    3202,district,ชุมพลบุรี,Chumphon Buri,32,,,
    1001,district,พระนคร,Phra Nakhon,10,,,

    """
  private static let indicators = """
    id,name,stat_type,aggregation,dataset,aggregate,field
    count,สภา,count,sum,councils,count,
    people,คน,sum,sum,councils,sum,people_count
    mean,เฉลี่ย,ratio,none,councils,mean,people_count

    """
  private static let councils = """
    id,name,area,registered_on,people_count
    a,หนึ่ง,3201,2010-05-14,12
    b,สอง,32,2012-03-01,9
    c,สาม,50,2011,30

    """

  private func load(
    _ coverage: String, councils: String = Self.councils
  ) async throws -> Statistics {
    try await figures([
      "areas": Self.areas, "indicators": Self.indicators, "councils": councils,
      "register_coverage": "register,area,status,as_of\n" + coverage,
    ]).statistics
  }

  /// The status of each area, in the order of their table, as its first letter.
  private func letters(_ coverage: String) async throws -> String {
    let statistics = try await load(coverage)
    return String(
      statistics.areas.all.ids.compactMap {
        statistics.completeness(of: "councils", in: $0).status.rawValue.first
      })
  }

  @Test(arguments: [
    ("", "uuuuuuuuu"),
    // An area, and what lies in it; what lies around it is not complete by that.
    // A row names but Surin, so that of its districts nobody knows which has it.
    ("councils,32,complete,2020\n", "uuucuuuuu"), ("councils,TH,complete,2020\n", "ccccccuuc"),
    ("councils,N,complete,2020\n", "ucuccuuuu"), ("funds,32,complete,2020\n", "uuuuuuuuu"),
    // All areas of a division make the one around them; of districts only where all are known.
    ("councils,32,complete,2020\ncouncils,50,complete,2020\n", "ucuccuuuu"),
    (
      "councils,32,complete,2020\ncouncils,50,complete,2020\ncouncils,10,complete,2021\n",
      "ccccccuuc"
    ),
    ("councils,3201,complete,2020\ncouncils,3202,complete,2020\n", "uuucuuccu"),
    ("councils,3201,complete,2020\n", "uuuuuucuu"), ("councils,1001,complete,2020\n", "uuuuuuuuc"),
    // The narrowest word counts, and what lacks a part is not whole.
    ("councils,TH,complete,2020\ncouncils,32,partial,2020\n", "ppcpccuuc"),
    ("councils,TH,complete,2020\ncouncils,3202,unknown,2020\n", "uucuccuuc"),
    ("councils,32,partial,2020\ncouncils,3201,complete,2020\n", "uuupuucuu"),
    // Said of a whole, partial says nothing of its parts; nor do they make it whole.
    (
      "councils,N,partial,2020\ncouncils,32,complete,2020\ncouncils,50,complete,2020\n",
      "upuccuuuu"
    ),
  ])
  func whatIsSaidOfAnAreaHoldsInsideAndAddsUp(_ rows: String, areas: String) async throws {
    #expect(try await letters(rows) == areas)
  }

  @Test func untilSomebodySaysSoARegisterIsAtLeastWhatItHas() async throws {
    let statistics = try await load("")
    let surin = try #require(statistics.rollup("count", "32"))
    #expect(surin.value == ExactNumber(2) && surin.isAtLeast && !surin.isComplete)
    // A mean of some is neither at least nor at most that of all.
    let mean = try #require(statistics.rollup("mean", "32"))
    #expect(mean.value == ExactNumber("10.5") && !mean.isAtLeast && !mean.isWhole)
    #expect(statistics.rollup("count", "10") == nil)
    #expect(statistics.profiles.rows.all.joined().allSatisfy { $0.standing == nil })
  }

  @Test func aRowThatNamesAWiderAreaLeavesThoseInsideUnknown() async throws {
    let statistics = try await load("councils,TH,complete,2020\n")
    let district = try #require(statistics.rollup("count", "3201"))
    #expect(district.value == ExactNumber(1) && district.isAtLeast)
    #expect(statistics.rollup("count", "3202") == nil)
    #expect(statistics.rollup("count", "32")?.isWhole == true)
    let spoken = try await load("councils,TH,complete,2020\ncouncils,3201,complete,2020\n")
    #expect(spoken.rollup("count", "3201")?.isWhole == true)
  }

  @Test func theDayIsThatOfAllRowsOrNone() async throws {
    // While rows may be missing, when things began is not when they were counted.
    let partial = try #require(try await load("").rollup("count", "32"))
    #expect(partial.oldest == nil && partial.newest == nil)
    // When councils were registered says how many there were, not how many people they have.
    #expect(try await load("").rollup("people", "32")?.newest == nil)
    // Of a complete register it is the day on which somebody found it so.
    let complete = try await load("councils,32,complete,2020-01-31\n")
    #expect(complete.rollup("count", "32")?.newest?.iso == "2020-01-31")
    #expect(complete.rollup("people", "32")?.newest?.iso == "2020-01-31")
    // Values that say their own day keep it; how many there are is of the other.
    let valued = try await figures([
      "areas": Self.areas,
      "indicators": Self.indicators.replacing("councils", with: "funds")
        .replacing("people_count", with: "members_count"),
      "funds":
        "id,name,area,members_count,as_of\na,ก,3201,5,2011\nb,ข,32,7,2012-03-01\nc,ค,50,9,2013\n",
      "register_coverage": "register,area,status,as_of\nfunds,32,complete,2020-01-31\n",
    ]).statistics
    #expect(valued.rollup("count", "32")?.newest?.iso == "2020-01-31")
    #expect(valued.rollup("people", "32")?.newest?.iso == "2012-03-01")
    #expect(valued.rollup("people", "50")?.newest?.iso == "2013")
  }

  @Test func noneIsSaidOnlyWhereTheRegisterIsComplete() async throws {
    let statistics = try await load("councils,TH,complete,2020\ncouncils,50,partial,2020\n")
    let bangkok = try #require(statistics.rollup("count", "10"))
    #expect(bangkok.value.isZero && bangkok.isWhole && bangkok.newest?.iso == "2020")
    #expect(statistics.rollup("people", "10")?.value.isZero == true)
    #expect(statistics.rollup("mean", "10") == nil)
    // A page for each district that has none would say nothing; one that was spoken of has its own.
    #expect(statistics.rollup("count", "1001") == nil)
    let spoken = try await load("councils,1001,complete,2020\n")
    #expect(spoken.rollup("count", "1001")?.value.isZero == true)
    #expect(spoken.rollup("count", "10") == nil)
  }

  @Test func onlyCompleteAreasOfOneTimeStandInOrder() async throws {
    func standings(_ coverage: String) async throws -> [Int?] {
      let statistics = try await load(coverage)
      let count = try #require(statistics.indicator("count"))
      return ["32", "50", "10"].map { code in
        statistics.area(code).flatMap { area in
          statistics.profiles.rows[area].first { $0.indicator == count }?.standing?.rank
        }
      }
    }
    #expect(try await standings("councils,32,complete,2020\n") == [nil, nil, nil])
    #expect(
      try await standings("councils,32,complete,2020\ncouncils,50,complete,2020-06\n")
        == [1, 2, nil])
    #expect(
      try await standings("councils,32,complete,2020\ncouncils,50,complete,2021\n")
        == [nil, nil, nil])
    #expect(try await standings("councils,TH,complete,2020\n") == [1, 2, 3])
  }

  @Test func nothingIsTheMostBesideMoreThatASourceGives() async throws {
    let statistics = try await figures([
      "areas": Self.areas, "indicators": Self.indicators, "councils": Self.councils,
      "register_coverage": "register,area,status,as_of\ncouncils,TH,complete,2020\n",
      "sources": "id,title,producer\ns,เล่ม,ก\n",
      "observations": "indicator,area,as_of,as_of_basis,value,source\ncount,10,2018,stated,9,s\n",
    ]).statistics
    let count = try #require(statistics.indicator("count"))
    for code in ["32", "50"] {
      let area = try #require(statistics.area(code))
      let row = statistics.profiles.rows[area].first { $0.indicator == count }
      #expect(row?.value != nil && row?.standing == nil, "\(code)")
    }
  }

  @Test func aSumThatLacksValuesIsAtLeastEvenWhereAllRowsAreThere() async throws {
    let statistics = try await load(
      "councils,TH,complete,2020\n", councils: Self.councils.replacing(",12\n", with: ",\n"))
    let people = try #require(statistics.rollup("people", "32"))
    #expect(people.value == ExactNumber(9) && people.isAtLeast)
    #expect(statistics.rollup("count", "32")?.isAtLeast == false)
  }

  @Test func rowsThatLieInNoPartAreNotCountedByParts() async throws {
    let statistics = try await load("")
    // One of Surin's two councils lies in a district, of the other only the province is known.
    #expect(statistics.rollup("count", "32")?.expected == 0)
    #expect(statistics.rollup("count", "N")?.reported == 2)
    #expect(statistics.rollup("count", "N")?.expected == 2)
  }

  // MARK: In the description of the table

  private func described(_ coverage: String) async throws -> (Statistics, Diagnostics) {
    let text = """
      resources:
        - {name: areas, path: areas.csv, schema: {fields: [{name: code}, {name: class}, {name: name}, {name: name@en}, {name: parent}, {name: region_scheme}, {name: districts, type: integer}, {name: provinces, type: integer}]}}
        - {name: indicators, path: indicators.csv}
        - {name: sources, path: sources.csv}
        - name: councils
          path: councils.csv
          coverage: \(coverage)
          schema: {fields: [{name: id}, {name: name}, {name: area}, {name: registered_on, type: period}, {name: people_count, type: integer}]}

      """
    let files = [
      "data/areas.csv": Self.areas, "data/indicators.csv": Self.indicators,
      "data/councils.csv": Self.councils, "data/sources.csv": "id,producer,title\n",
    ]
    let parsed = PackageDescriptor.parse(SourceFile(path: "data/datapackage.yaml", text: text))
    let package = try await loadPackage(parsed.value, jobs: 1) { path in
      files[path].map { DataFile(path: path, bytes: Array($0.utf8)) }
    }
    let today = try #require(CalendarDate(iso: "2026-01-01"))
    let statistics = loadStatistics(package.value)
    var found = parsed.diagnostics
    found.merge(checkStatistics(statistics, today: today, told: found))
    return (statistics, found)
  }

  @Test func theDescriptionOfATableSpeaksOfAllItsRows() async throws {
    let (statistics, found) = try await described(
      "{status: complete, as_of: 31 มกราคม 2563, note: ตรวจแล้ว, note@en: checked}")
    #expect(found.all.map(\.code) == ["row-of-wider-area"])
    let country = try #require(statistics.rollup("count", "TH"))
    #expect(country.isWhole && country.newest?.iso == "2020-01-31")
    let all = statistics.completeness(of: "councils", in: nil)
    #expect(all.note?[.english] == "checked" && all.note?[.thai] == "ตรวจแล้ว")
    let published = String(
      decoding: statistics.package.publishedDescriptor(homepage: nil).bytes, as: UTF8.self)
    #expect(published.contains(#""as_of": "2020-01-31""#))
    #expect(published.contains(#""note@en": "checked""#))
  }

  @Test func mistakesInTheDescriptionAreTold() async throws {
    var text = ""
    for coverage in [
      "{status: compleet, as_of: 2020}", "{status: complete}", "{status: partial, as_of: soon}",
      "complete", "{status: complete, as_of: 2030-05-01}", "{status: complete, asof: 2020}",
    ] {
      let found = try await described(coverage).1
      #expect(!found.isEmpty)
      for language in MessageLanguage.allCases {
        text += DiagnosticPrinter(language: language).text(found) + "\n"
      }
    }
    try expectGolden(text, "Planted/coverage.txt")
  }

  /// What is published as about so many is told where the rows come to clearly fewer.
  @Test(arguments: [
    ("30", "about", true), ("5", "about", true), ("2", "about", false), ("3", "at_most", false),
    ("2", "more_than", true), ("3", "nearly", true), ("1", "at_least", false),
  ])
  func aCompleteRegisterIsHeldAgainstWhatIsPublished(
    _ value: String, _ bound: String, _ isTold: Bool
  ) async throws {
    let found = try await figures([
      "areas": Self.areas, "indicators": Self.indicators, "councils": Self.councils,
      "sources": "id,producer,title\na,พอช.,ตาราง\n",
      "register_coverage": "register,area,status,as_of\ncouncils,32,complete,2020\n",
      "observations":
        "indicator,area,as_of,as_of_basis,value,source,bound\ncount,32,2019,stated,\(value),a,\(bound)\n",
    ]).diagnostics.all.filter { $0.code == "complete-below-published" }
    #expect(found.count == (isTold ? 1 : 0))
    if value == "30" {
      #expect(found[0].message.en.hasSuffix("comes to 2, but about 30 is published: 28 fewer"))
      #expect(found[0].message.th.hasSuffix("นับได้ 2 แต่เผยแพร่ไว้ประมาณ 30 น้อยกว่าอยู่ 28"))
    }
    if bound == "more_than" {
      #expect(found[0].message.en.hasSuffix("but more than 2 is published"))
    }
  }

  @Test func onlyRowsWithAValueDateASum() async throws {
    let statistics = try await figures([
      "areas": Self.areas,
      "indicators": Self.indicators.replacing("councils", with: "funds")
        .replacing("people_count", with: "members_count"),
      "funds": """
      id,name,area,as_of,members_count
      a,หนึ่ง,3201,2010,12
      b,สอง,32,2020,
      c,สาม,50,,
      d,สี่,50,2015,4

      """,
      "register_coverage": "register,area,status,as_of\n",
    ]).statistics
    let sum = try #require(statistics.rollup("people", "32"))
    #expect(sum.newest?.iso == "2010" && sum.oldest?.iso == "2010")
    #expect(statistics.rollup("people", "50")?.newest?.iso == "2015")
    #expect(statistics.rollup("people", "TH")?.newest?.iso == "2015")
    #expect(statistics.rollup("count", "32")?.newest?.iso == "2020")
    #expect(statistics.rollup("count", "50")?.newest == nil)
  }
}

extension String {
  fileprivate func replacing(_ old: String, with new: String) -> String {
    split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }
}
