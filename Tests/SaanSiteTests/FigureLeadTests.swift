import SaanSite
import SaanText
import Testing

/// What the pages of figures and places lead with, and what they say of numbers that are not all.
@Suite struct FigureLeadTests {
  private static let header = "indicator,area,as_of,as_of_basis,value,status,source,rank,bound\n"

  /// The pages of a site with values as rows of the table.
  private static func pages(
    _ rows: String, aggregation: String = "none", precision: String = "",
    more: [String: String] = [:]
  ) async throws -> [String: String] {
    let indicators = """
      id,name,name@en,unit,unit@en,unit_one@en,precision,aggregation,minimum
      gardens.count,สวน,Gardens,แห่ง,gardens,garden,\(precision),\(aggregation),-100

      """
    return try await RichPlaces.pages(
      RichPlaces.tree(
        [
          "content/data/indicators.csv": indicators,
          "content/data/observations.csv": header + rows,
        ].merging(more) { $1 }))
  }

  /// A page without tags and with plain spaces.
  private func plain(_ page: String?) -> String { KindsOfValuesTests.plain(page) }

  @Test(arguments: ["th", "en"])
  func theCountrysOwnValueLeads(_ language: String) async throws {
    let pages = try await Self.pages(
      "gardens.count,50,2021,stated,3,A,a,,\ngardens.count,50,2022,stated,5,A,a,,\n"
        + "gardens.count,51,2022,stated,6,A,a,,\ngardens.count,TH,2022,stated,48,A,a,,\n")
    let figure = try #require(pages["\(language)/figures/gardens-count/index.html"])
    let own = try #require(figure.firstRange(of: "<data value=\"48\">"))
    let other = try #require(figure.firstRange(of: "<data value=\"5\">"))
    #expect(own.lowerBound < other.lowerBound)
    let index = try #require(pages["\(language)/figures/index.html"])
    #expect(index.contains("<data value=\"48\">") && !index.contains("<data value=\"5\">"))
    let cited = language == "th" ? "สวน: 48 แห่ง" : "Gardens: 48 gardens"
    #expect(plain(figure).contains(cited), "\(plain(figure))")
  }

  /// An area of which only a value is known that holds no more, on a page of few and of many areas.
  @Test(arguments: ["th", "en"], [52, 62])
  func aDeprecatedValueAloneIsNoNumber(_ language: String, _ end: Int) async throws {
    let pages = try await Self.pages(
      (50..<end).map {
        "gardens.count,\($0),2022,stated,\(100 + $0),A,a,\($0 == 50 ? "deprecated" : "normal"),\n"
      }.joined())
    let figure = try #require(pages["\(language)/figures/gardens-count/index.html"])
    #expect(figure.contains("id=\"area-50\""))
    let words = language == "th" ? "ไม่ใช้แล้ว" : "no longer used"
    #expect(plain(figure).contains(words), "\(plain(figure))")
    let index = try #require(pages["\(language)/figures/index.html"])
    #expect(!index.contains("<data value=\"150\">"))
  }

  /// One source publishes a number, and another one is added up of its values of the same day.
  @Test(arguments: ["th", "en"])
  func whatDepartsOnlyByHowItCameAboutIsSaid(_ language: String) async throws {
    let pages = try await Self.pages(
      RichPlaces.provinces.map { "gardens.count,\($0),2022,stated,3,A,a,,\n" }.joined()
        + "ponds.count,TH,2022,stated,9,A,a,,\nwells.count,TH,2022,stated,8,A,a,,\n",
      more: [
        "content/data/indicators.csv": """
        id,name,name@en,unit,unit@en,unit_one@en,aggregation
        gardens.count,สวน,Gardens,แห่ง,gardens,garden,sum
        ponds.count,บ่อ,Ponds,บ่อ,ponds,pond,none
        wells.count,บ่อบาดาล,Wells,บ่อ,wells,well,none

        """
      ])
    let page = try #require(pages["\(language)/country/index.html"])
    let words = language == "th" ? "ก รวมจากค่าที่เผยแพร่แล้ว" : "a Added up from published values"
    #expect(plain(page).contains(words), "\(plain(page))")
    #expect(!page.contains("</b> </li>") && !page.contains("</b></li>"), "\(page)")
  }

  /// A value of a month is not the former one of a day in it.
  @Test(arguments: ["th", "en"])
  func aMonthIsNotBeforeADayInIt(_ language: String) async throws {
    let same = try await Self.pages(
      "gardens.count,50,2024-06,stated,3,A,a,,\ngardens.count,50,2024-06-30,stated,5,A,a,,\n")
    let place = plain(same["\(language)/provinces/p50/index.html"])
    let formerly = language == "th" ? "เดิม" : "Formerly"
    #expect(!place.contains(formerly), "\(place)")
    let later = try await Self.pages(
      "gardens.count,50,2024-05,stated,3,A,a,,\ngardens.count,50,2024-06-30,stated,5,A,a,,\n")
    let told = plain(later["\(language)/provinces/p50/index.html"])
    #expect(told.contains(formerly), "\(told)")
  }

  /// Two values between which what is counted changed.
  @Test(arguments: ["th", "en"])
  func aBreakIsToldBesideTheFormerValue(_ language: String) async throws {
    let pages = try await Self.pages(
      "gardens.count,50,2021,stated,10,A,a,,\ngardens.count,50,2022,stated,15,B,a,,\n")
    let place = plain(pages["\(language)/provinces/p50/index.html"])
    let words =
      language == "th"
      ? "เปลี่ยนวิธีนับหลังจากนั้น" : "counted in another way since"
    #expect(place.contains(words), "\(place)")
  }

  /// A rise from below zero has no share.
  @Test(arguments: ["th", "en"])
  func aShareOfANegativeNumberIsNotTold(_ language: String) async throws {
    let pages = try await Self.pages(
      "gardens.count,50,2020,stated,-5,A,a,,\ngardens.count,50,2021,stated,1,A,a,,\n"
        + "gardens.count,50,2022,stated,5,A,a,,\n")
    let place = plain(pages["\(language)/provinces/p50/index.html"])
    #expect(!place.contains("200%"), "\(place)")
  }

  /// More of the parts may make it larger or smaller.
  @Test(arguments: ["th", "en"])
  func aSumOfSomeThatMayFallIsNoLeast(_ language: String) async throws {
    let pages = try await Self.pages(
      "gardens.count,50,2022,stated,-30,A,a,,\ngardens.count,51,2022,stated,5,A,a,,\n",
      aggregation: "sum",
      more: [
        "content/a.th.md": "---\ntitle: ก\n---\nมี {{ figure(\"gardens.count\") }} แล้ว\n",
        "content/a.en.md": "---\ntitle: A\n---\nThere are {{ figure(\"gardens.count\") }} now\n",
      ])
    let text = plain(pages["\(language)/a/index.html"])
    #expect(
      text.contains(
        language == "th" ? "-25 แห่ง จากที่มีข้อมูล" : "-25 gardens among those with data")
        || text.contains(
          language == "th" ? "−25 แห่ง จากที่มีข้อมูล" : "−25 gardens among those with data"),
      "\(text)")
    for words in ["at least", "อย่างน้อย"] { #expect(!text.contains(words)) }
  }

  /// Rounding keeps what a number promises, and makes no zero of what is none.
  @Test(arguments: ["th", "en"])
  func roundingKeepsWhatIsPromised(_ language: String) async throws {
    let pages = try await Self.pages(
      "gardens.count,50,2022,stated,49.6,A,a,,more_than\n"
        + "gardens.count,51,2022,stated,0.4,A,a,,\ngardens.count,52,2022,stated,49.4,A,a,,at_most\n"
        + "gardens.count,53,2022,stated,49.6,A,a,,\n", precision: "0")
    for (area, th, en) in [
      (50, "กว่า 49", "more than 49"), (51, "0.4", "0.4"), (52, "ไม่เกิน 50", "at most 50"),
      (53, " 50 ", " 50 "),
    ] {
      let place = plain(pages["\(language)/provinces/p\(area)/index.html"])
      #expect(place.contains(language == "th" ? th : en), "\(area): \(place)")
    }
  }

  /// What can have no value lacks none.
  @Test(arguments: ["th", "en"])
  func whatCanHaveNoValueIsNotMissing(_ language: String) async throws {
    let rows =
      RichPlaces.provinces.dropFirst().map { "gardens.count,\($0),2022,stated,2,A,a,,\n" }.joined()
    let pages = try await Self.pages(
      rows + "gardens.count,50,2022,stated,,N,a,,\n", aggregation: "sum")
    let country = plain(pages["\(language)/country/index.html"])
    #expect(country.contains("22"))
    let missing = language == "th" ? "11 จาก 12" : "11 of 12"
    #expect(!country.contains(missing), "\(country)")
  }
}
