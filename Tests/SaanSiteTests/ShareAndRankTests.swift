import Testing

/// Shares, what they differ by, where a place stands, and since when it changed, as pages say it.
@Suite(.serialized) struct ShareAndRankTests {
  private static func tables(_ values: String, precision: String = "") -> [String: String] {
    TruthSite.values(values).merging([
      "content/data/indicators.csv": """
      id,name,name@en,description,unit,unit@en,unit_one@en,stat_type,aggregation,precision
      share,ผู้เข้าร่วม,Taking part,ส่วนที่เข้าร่วม,,,,percentage,none,\(precision)
      funds,กองทุน,Funds,กองทุนที่นับได้,กองทุน,funds,fund,count,sum,

      """
    ]) { $1 }
  }

  private func page(_ path: String, _ tables: [String: String]) async throws -> (
    english: String, thai: String
  ) {
    let pages = try await TruthSite.pages(tables)
    return try (
      #require(pages["en/\(path)index.html"]), #require(pages["th/\(path)index.html"])
    )
  }

  @Test(arguments: ["provinces/chiang-mai/", "sources/new/", "figures/share/", "a/"])
  func aShareHasItsSignWithoutAUnit(_ path: String) async throws {
    let text = "---\ntitle: A\n---\n{{ figure(\"share\", area=\"50\") }}\n"
    let tables = Self.tables("share,50,2021,,stated,33.3,new,,,,,").merging([
      "content/a.th.md": text, "content/a.en.md": text,
    ]) { $1 }
    let (english, thai) = try await page(path, tables)
    #expect(english.contains("33.3%"), "\(english)")
    #expect(thai.contains("33.3%"), "\(thai)")
  }

  @Test func sharesDifferByPercentagePoints() async throws {
    let (english, thai) = try await page(
      "figures/disagreements/",
      Self.tables("share,TH,2021,,stated,45,new,,,,,\nshare,TH,2021,,stated,54,old,,,,,"))
    #expect(english.contains("9 percentage points"), "\(english)")
    #expect(!english.contains(" 9% "))
    #expect(thai.contains("9 จุดร้อยละ"), "\(thai)")
  }

  @Test func aChangeSaysSinceWhen() async throws {
    let values = """
      share,50,2020,,stated,20,new,,,,,
      share,50,2021,,stated,10,new,,,,,
      share,50,2022,,stated,12.5,new,,,,,
      funds,50,2020,,stated,66,new,,,,,
      funds,50,2021,,stated,80,new,,,,,
      funds,50,2022,,stated,99,new,,,,,
      """
    let (english, thai) = try await page("provinces/chiang-mai/", Self.tables(values))
    #expect(english.contains("−7.5 percentage points since 2020"), "\(english)")
    #expect(english.contains("+50% since 2020"))
    #expect(thai.contains("−7.5 จุดร้อยละ ตั้งแต่ พ.ศ. 2563"), "\(thai)")
    #expect(thai.contains("+50% ตั้งแต่ พ.ศ. 2563"))
  }

  @Test func nearlyAllIsNotAll() async throws {
    let (english, thai) = try await page(
      "figures/share/",
      Self.tables(
        "share,TH,2021,,stated,99.96,new,,,,,\nshare,50,2021,,stated,0.01,new,,nearly,,,",
        precision: "1"))
    for page in [english, thai] {
      #expect(page.contains("99.96%") && !page.contains("100%"), "\(page)")
      #expect(page.contains("0.01%"), "\(page)")
    }
  }

  @Test(arguments: [
    ("more_than", 20_000, 29_999, "more than 66.6%", "กว่า 66.6%"),
    ("exact", 29_999, 30_000, "(99.997%)", "(99.997%)"),
  ])
  func progressIsRoundedToTheTrueSide(
    _ bound: String, _ value: Int, _ target: Int, _ told: String, _ toldThai: String
  ) async throws {
    let text =
      "---\ntitle: A\n---\n{{ chart(kind=\"progress\", figure=\"funds\", area=\"50\", target=\(target)) }}\n"
    let tables = Self.tables("funds,50,2021,,stated,\(value),new,,\(bound),,,").merging([
      "content/a.th.md": text, "content/a.en.md": text,
    ]) { $1 }
    let (english, thai) = try await page("a/", tables)
    #expect(english.contains(told) && !english.contains("66.7"), "\(english)")
    #expect(thai.contains(toldThai) && !thai.contains("66.7"), "\(thai)")
  }

  private static func five(_ figure: String, _ numbers: [String]) -> String {
    zip(["50", "55", "32", "33", "34"], numbers).map { area, number in
      "\(figure),\(area),2021,,stated,\(number),new,,,,,"
    }.joined(separator: "\n")
  }

  @Test func theLowestRankSaysThatItIs() async throws {
    let tables = Self.tables(Self.five("funds", ["9", "0", "0", "0", "0"]))
    let (english, thai) = try await page("provinces/nan/", tables)
    #expect(english.contains("lowest, with 3 others") && !english.contains("2/5"), "\(english)")
    #expect(thai.contains("ท้ายสุด เท่ากับอีก 3 แห่ง") && !thai.contains("2/5"), "\(thai)")
    let first = try await page("provinces/chiang-mai/", tables)
    #expect(first.english.contains("1/5") && first.thai.contains("1/5"))
  }

  @Test func whatReadersSeeAsTheSameHasOneRank() async throws {
    let tables = Self.tables(
      Self.five("share", ["50.00", "50.01", "50.05", "50.10", "50.12"]), precision: "0")
    for place in ["chiang-mai", "ubon"] {
      let (english, thai) = try await page("provinces/\(place)/", tables)
      #expect(!english.contains("The highest of") && !english.contains("The lowest of"))
      #expect(!thai.contains("สูงที่สุดใน") && !thai.contains("ต่ำที่สุดใน"), "\(thai)")
    }
  }
}

extension ShareAndRankTests {
  /// A ratio that is worked out here has a page of its own, and stands among all indicators.
  @Test func aRatioThatIsWorkedOutIsInTheLists() async throws {
    let tables = TruthSite.values(
      """
      members,50,2021,,stated,30,new,,,,,
      funds,50,2021,,stated,60,new,,,,,
      """
    ).merging([
      "content/data/indicators.csv": """
      id,name,name@en,unit,unit@en,unit_one@en,stat_type,aggregation,numerator,denominator
      funds,กองทุน,Funds,กองทุน,funds,fund,count,none,,
      members,สมาชิก,Members,คน,people,person,count,none,,
      part,ส่วนของสมาชิก,Share of members,,,,percentage,none,members,funds

      """
    ]) { $1 }
    let pages = try await TruthSite.pages(tables)
    for (language, name, place) in [
      ("en", "Share of members", "Chiang Mai"), ("th", "ส่วนของสมาชิก", "เชียงใหม่"),
    ] {
      let page = try #require(pages["\(language)/figures/part/index.html"])
      #expect(page.contains(name) && page.contains("50%") && page.contains(place), "\(page)")
      let list = try #require(pages["\(language)/figures/index.html"])
      #expect(list.contains(name) && list.contains("50%"), "\(list)")
    }
  }

  /// A list of figures says of which time those in it are, and not others of the same indicators.
  @Test func theListIsDatedByWhatItShows() async throws {
    let tables = Self.tables(
      "funds,TH,2019,,stated,7,new,,,,,\nfunds,TH,2022,,stated,9,new,,,,,")
    let (english, thai) = try await page("figures/", tables)
    #expect(english.contains("This figure is of 2022") && !english.contains("2019"), "\(english)")
    #expect(thai.contains("พ.ศ. 2565") && !thai.contains("2562"), "\(thai)")
  }
}
