import SaanText
import Testing

@testable import SaanData

/// What values promise: in their own column or beside the number, and what becomes of it.
@Suite struct BoundTests {
  private func read(
    _ rows: String, columns: String = "indicator,area,as_of,as_of_basis,value,status,source,bound"
  ) async throws -> (statistics: Statistics, diagnostics: Diagnostics) {
    try await figures([
      "areas": smallCountry, "sources": "id,producer,title\na,พอช.,รายงาน\n",
      "indicators":
        "id,name,stat_type,aggregation,cumulative\nhomes,บ้าน,count,sum,\nall,รวม,count,none,\npart.a,ก,count,none,\npart.b,ข,count,none,\ngrown,โต,count,none,true\n",
      "parts": "whole,part\nall,part.a\nall,part.b\n",
      "observations": columns + "\n" + rows,
    ])
  }

  private func bounds(_ rows: String) async throws -> [Bound] {
    let (statistics, diagnostics) = try await read(rows)
    #expect(diagnostics.all.map(brief) == [])
    return statistics.observations.map(\.bound)
  }

  @Test func theColumnSaysItAndStatusEMeansAboutWithoutIt() async throws {
    #expect(
      try await bounds(
        """
        homes,TH,2015,stated,9,A,a,more_than
        homes,32,2016,stated,9,E,a,
        homes,10,2017,stated,9,E,a,exact
        homes,3201,2018,stated,9,,a,

        """) == [.moreThan, .about, .exact, .exact])
  }

  @Test func aQualifierBesideTheNumberIsTheBound() async throws {
    let (statistics, diagnostics) = try await read(
      """
      homes,32,2015,stated,"กว่า 2,000",A,a,
      homes,10,2015,stated,~2000,A,a,about
      homes,3201,2015,stated,>=๒๐.๕,A,a,
      homes,3202,2015,stated,"2,000 กว่า",A,a,more_than

      """)
    #expect(diagnostics.all.map(brief) == [])
    #expect(statistics.observations.map(\.bound) == [.moreThan, .about, .atLeast, .moreThan])
    #expect(statistics.observations.map { $0.value?.plain } == ["2000", "2000", "20.5", "2000"])
    let table = try #require(statistics.package["observations"])
    #expect(
      table.rows.map { $0.string("bound") } == ["more_than", "about", "at_least", "more_than"])
    var csv: [UInt8] = []
    csvText(table) { csv += $0 }
    let text = String(decoding: csv, as: UTF8.self)
    #expect(text.contains("homes,32,2015,,stated,2000,"))
    #expect(text.contains(",more_than,"))
  }

  @Test func whatContradictsTheColumnIsToldWithBoth() async throws {
    let (_, diagnostics) = try await read(
      """
      homes,32,2015,stated,"กว่า 2,000",A,a,about
      homes,10,2015,stated,"กว่า สองพัน",A,a,
      homes,3201,2015,stated,"น้อยกว่า 5",A,a,
      homes,3202,2015,stated,,O,a,about
      grown,TH,2015,stated,5,A,a,roughly

      """)
    #expect(
      diagnostics.all.map(brief).sorted() == [
        "bad-number observations.csv:3:value", "bad-number observations.csv:4:value",
        "bound-contradiction observations.csv:2:value",
        "bound-without-value observations.csv:5:bound", "unknown-word observations.csv:6:bound",
      ])
  }

  @Test func aTableWithoutTheColumnKeepsExactNumbersOnly() async throws {
    let (statistics, diagnostics) = try await figures([
      "areas": smallCountry,
      "funds": "id,name,area,members_count\na,กองทุน,32,\"กว่า 200\"\nb,กองทุน ข,32,7\n",
    ])
    #expect(diagnostics.all.map(brief) == ["bad-number funds.csv:2:members_count"])
    #expect(statistics.package["funds"]?[0].integer("members_count") == nil)
  }

  @Test func theWordsOfTheSourceDecide() async throws {
    let columns = "indicator,area,as_of,as_of_basis,value,status,source,bound,quote"
    let (_, diagnostics) = try await read(
      """
      homes,32,2015,stated,2000,A,a,,"กว่า 2,000 หลัง"
      homes,10,2015,stated,2000,A,a,more_than,"กว่า 2,000 หลัง"
      homes,3201,2015,stated,10,A,a,,"งบประมาณ 10 บาท"
      homes,3202,2015,stated,10,E,a,,"10 หลัง"

      """, columns: columns)
    #expect(diagnostics.all.map(brief) == ["bound-unlike-quote observations.csv:2:bound"])
  }

  @Test(arguments: [
    ("ไม่ถึง 90 หลัง", "at_most", "nearly"), ("less than 90 houses", "at_most", "nearly"),
    ("90 กว่าหลัง", "more_than", ""), ("90 หลังเศษ", "more_than", ""), ("90+", "at_least", ""),
    ("90 หลังขึ้นไป", "at_least", ""), ("some 90 houses", "about", ""), ("under 90", "at_most", ""),
    ("over 90", "more_than", ""), ("และกว่า 90 หลัง", "more_than", ""),
    ("90 houses or more", "at_least", ""),
  ])
  func everyWordBesideTheValueCounts(
    _ quote: String, _ bound: String, _ other: String
  ) async throws {
    let columns = "indicator,area,as_of,as_of_basis,value,status,source,bound,quote"
    func told(_ bound: String) async throws -> [Diagnostic] {
      try await read("homes,32,2015,stated,90,A,a,\(bound),\"\(quote)\"\n", columns: columns)
        .diagnostics.all
    }
    let found = try await told("exact")
    #expect(found.map(brief) == ["bound-unlike-quote observations.csv:2:bound"])
    #expect(found.first?.hint?.en == "write '\(bound)' in the column bound")
    #expect(found.first?.hint?.th == "ใส่ '\(bound)' ในคอลัมน์ bound")
    #expect(try await told(bound).isEmpty)
    if !other.isEmpty { #expect(try await told(other).isEmpty) }
  }

  @Test func theHintOfACellWithWordsKeepsThem() async throws {
    let found = try await read(
      "homes,32,2015,stated,๓๐๐ กว่าคน,A,a,\nhomes,10,2015,stated,2 พันเศษ,A,a,\n"
    ).diagnostics.all
    #expect(
      found.map { $0.hint?.en } == [
        "write 300 with 'more_than' in the column bound of the table observations, and the unit 'คน' apart from it",
        "write 2000 with 'more_than' in the column bound of the table observations; where the unit has 'พัน' in it, write 2",
      ])
    #expect(
      found.last?.hint?.th
        == "เขียน 2000 และใส่ 'more_than' ในคอลัมน์ bound ของตาราง observations ถ้าหน่วยมีคำว่า 'พัน' อยู่แล้ว เขียน 2"
    )
  }

  @Test func noMissingValueIsToldOfWhatCannotBeRead() async throws {
    let rows = (1...15).map { "homes,32,\(2000 + $0),stated,ห้า,A,a,\n" }.joined()
    let found = try await read(rows).diagnostics.all
    #expect(Set(found.map(\.code)) == ["bad-number"])
    #expect(found.last?.notes.first?.en == "and 5 more like it, the last in row 16")
  }

  @Test func sumsPromiseWhatTheirPartsDo() async throws {
    func rollup(_ first: String, _ second: String) async throws -> Rollup? {
      try await read(
        "homes,32,2015,stated,5,A,a,\(first)\nhomes,10,2015,stated,7,A,a,\(second)\n"
      ).statistics.rollup("homes", "TH")
    }
    #expect(try await rollup("more_than", "exact")?.bound == .moreThan)
    // What is at most so many is left out of what the others surely come to.
    let least = try #require(try await rollup("more_than", "at_most"))
    #expect(least.bound == .moreThan && least.value == ExactNumber(5) && least.isAtLeast)
    #expect((least.reported, least.expected) == (1, 2))
    let nearly = try await read("homes,32,2015,stated,5,A,a,nearly\n").statistics
    #expect(nearly.rollup("homes", "TH") == nil)
    #expect(try await rollup("at_most", "about") == nil)
    #expect(try await rollup("", "")?.bound == .exact)
    // Where parts are missing, "at most" says nothing of the whole.
    let partial = try await read("homes,32,2015,stated,5,A,a,at_most\n").statistics
    #expect(partial.rollup("homes", "TH") == nil)
    let country = try #require(partial.area("TH"))
    let homes = try #require(partial.indicator("homes"))
    #expect(partial.unadded(homes, country).map(\.reason) == [.bound])
  }

  @Test func aDifferenceFromAPublishedValueIsExactOrNone() async throws {
    let rows =
      "homes,32,2015,stated,5,A,a,\nhomes,10,2015,stated,7,A,a,\nhomes,TH,2015,stated,11,A,a,"
    #expect(
      try await read(rows + "\n").statistics.rollup("homes", "TH")?.hasExactDifference == true)
    #expect(
      try await read(rows + "more_than\n").statistics.rollup("homes", "TH")?.hasExactDifference
        == false)
  }

  @Test func sumsAreHeldAgainstBoundsAsFarAsTheseGo() async throws {
    func told(_ total: String, _ bound: String, part: String = "") async throws -> [String] {
      try await read(
        """
        all,TH,2015,stated,\(total),A,a,\(bound)
        part.a,TH,2015,stated,60,A,a,\(part)
        part.b,TH,2015,stated,50,A,a,

        """
      ).diagnostics.all.map(\.code)
    }
    #expect(try await told("100", "") == ["parts-differ"])
    #expect(try await told("100", "more_than") == [])
    #expect(try await told("120", "more_than") == ["parts-differ"])
    #expect(try await told("120", "at_most") == [])
    #expect(try await told("100", "about") == [])
    #expect(try await told("120", "", part: "more_than") == [])
    #expect(try await told("110", "", part: "more_than") == ["parts-differ"])
  }

  @Test func aFallIsToldWhereItIsSure() async throws {
    func told(_ bound: String) async throws -> [String] {
      try await read(
        "grown,TH,2015-01-01,stated,90,A,a,\ngrown,TH,2016-01-01,stated,80,A,a,\(bound)\n"
      ).diagnostics.all.map(\.code)
    }
    #expect(try await told("") == ["cumulative-fall"])
    #expect(try await told("about") == ["cumulative-fall"])
    #expect(try await told("more_than") == [])
  }

  @Test func openEndsDoNotHideASumThatIsTooLarge() async throws {
    func told(_ total: String) async throws -> [String] {
      try await read(
        """
        all,TH,2015,stated,\(total)
        part.a,TH,2015,stated,2000,A,a,more_than
        part.b,TH,2015,stated,10,A,a,at_most

        """
      ).diagnostics.all.map(\.code)
    }
    #expect(try await told("1500,A,a,") == ["parts-differ"])
    #expect(try await told("1500,A,a,at_most") == ["parts-differ"])
    #expect(try await told("2500,A,a,") == [])
    #expect(try await told("1500,A,a,at_least") == [])
  }

  @Test func valuesOfUnlikeKindsHaveNoRank() async throws {
    func ranks(_ surin: String, _ bangkok: String) async throws -> [Int?] {
      let statistics = try await read(
        "homes,32,2015,stated,\(surin)\nhomes,10,\(bangkok)\n",
        columns: "indicator,area,as_of,as_of_basis,value,status,source,bound,unit,name"
      ).statistics
      return ["32", "10"].map { code in
        statistics.area(code).flatMap { statistics.profiles.rows[$0].first?.standing?.rank }
      }
    }
    #expect(try await ranks("9,A,a,,,", "2015,stated,5,A,a,,,") == [1, 2])
    #expect(try await ranks("9,A,a,,,", "2015,stated,5,A,a,,ครัวเรือน,") == [nil, nil])
    #expect(try await ranks("9,A,a,,,", "2015,stated,5,A,a,,,บ้านร้าง") == [nil, nil])
    #expect(try await ranks("9,A,a,,หลัง,", "2015,stated,5,A,a,,หลัง,") == [1, 2])
    // Nor does one value stand alone where another place has one of another year.
    #expect(try await ranks("9,A,a,,,", "2016,stated,5,A,a,,,") == [nil, nil])
  }

  /// Who has published a newer value still had the one of that year.
  @Test func aRankIsAmongAllThatHaveAValueOfTheYear() async throws {
    let statistics = try await read(
      """
      homes,32,2015,stated,9,A,a,
      homes,10,2015,stated,12,A,a,
      homes,10,2016,stated,5,A,a,

      """
    ).statistics
    let surin = try #require(statistics.area("32"))
    let standing = try #require(statistics.profiles.rows[surin].first?.standing)
    #expect(standing.rank == 2 && standing.count == 2)
  }

  @Test func ranksAreGivenWhereTheOrderIsSure() async throws {
    func ranks(_ surin: String, _ bangkok: String) async throws -> [Int?] {
      let statistics = try await read(
        "homes,32,2015,stated,\(surin)\nhomes,10,2015,stated,\(bangkok)\n"
      )
      .statistics
      return ["32", "10"].map { code in
        statistics.area(code).flatMap { statistics.profiles.rows[$0].first?.standing?.rank }
      }
    }
    #expect(try await ranks("9,A,a,", "5,A,a,") == [1, 2])
    #expect(try await ranks("9,A,a,", "5,A,a,more_than") == [nil, nil])
    #expect(try await ranks("9,A,a,more_than", "5,A,a,") == [1, 2])
    #expect(try await ranks("9,A,a,more_than", "5,A,a,at_least") == [nil, nil])
    #expect(try await ranks("5,A,a,", "5,A,a,") == [1, 1])
    #expect(try await ranks("5,A,a,about", "5,A,a,") == [nil, nil])
    #expect(try await ranks("2400,A,a,about", "2450,A,a,") == [nil, nil])
    #expect(try await ranks("2400,A,a,about", "2600,A,a,") == [2, 1])
    #expect(try await ranks("2400,A,a,nearly", "2300,A,a,nearly") == [nil, nil])
  }

  @Test func aReleaseHoldsTheBoundAndOldOnesTheStatus() async throws {
    let statistics = try await read("homes,32,2015,stated,9,E,a,more_than\n").statistics
    let now = DataRelease(statistics)
    let date = try #require(CalendarDate(iso: "2026-01-01"))
    let file = try #require(DataRelease.file(of: statistics, registers: [], date: date))
    let text = String(decoding: file, as: UTF8.self)
    #expect(text.contains("\"bound\": \"more_than\""))
    func release(_ text: String) throws -> DataRelease {
      try #require(
        DataRelease.read(SourceFile(path: "r.json", bytes: Array(text.utf8)), date: date).value)
    }
    #expect(DataChanges(from: try release(text), to: now).isEmpty)
    let old =
      #"[{"kind": "value", "indicator": "homes", "area": "32", "source": "a", "date": "2015", "value": 9, "status": "E", "rank": "normal"}]"#
    let changed = try #require(DataChanges(from: try release(old), to: now).changed.first)
    #expect(changed.before.bound == .about)
    #expect(changed.after.bound == .moreThan)
  }
}
