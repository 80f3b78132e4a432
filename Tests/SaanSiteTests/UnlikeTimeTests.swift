import Testing

/// Charts and maps hold no value against one of another time, and say which those are.
@Suite(.serialized) struct UnlikeTimeTests {
  private static let rows = TruthSite.values(
    """
    funds,50,FY2021,,stated,100,new,,,,,
    funds,55,FY2021,,stated,40,new,,,,,
    funds,32,2021,,stated,900,new,,,,,
    funds,33,2021-01/2021-06,,stated,7,new,,,,,
    """)

  /// The words of a page with a chart in both languages.
  private func pages(
    _ call: String, _ tables: [String: String]
  ) async throws -> (english: String, thai: String) {
    let texts = [
      "content/a.th.md": "---\ntitle: ก\n---\n\(call)\n",
      "content/a.en.md": "---\ntitle: A\n---\n\(call)\n",
    ]
    let pages = try await TruthSite.pages(tables.merging(texts) { $1 })
    return try (
      #require(pages["en/a/index.html"]), #require(pages["th/a/index.html"])
    )
  }

  @Test(arguments: ["bar", "strip"]) func onlyValuesOfOneTimeHaveAHighestAndALowest(
    _ kind: String
  ) async throws {
    let (english, thai) = try await pages(
      #"{{ chart(kind="KIND", figure="funds", areas="provinces") }}"#.replacing(
        "KIND", with: kind), Self.rows)
    #expect(
      english.contains(
        "The highest of 2 provinces is 100 funds (Chiang Mai), the lowest 40 funds (Nan)"),
      "\(english)")
    #expect(english.contains("for fiscal year 2021 (October 2020 – September 2021)"))
    #expect(
      english.contains(
        "the values of 2 provinces are of another time (January–June 2021 and 2021)"), "\(english)")
    #expect(
      thai.contains("จาก 2 จังหวัด ค่าสูงสุดคือ 100 กองทุน (เชียงใหม่) ต่ำสุดคือ 40 กองทุน (น่าน)"),
      "\(thai)")
    #expect(
      thai.contains(
        "ค่าของ 2 จังหวัดเป็นของช่วงเวลาอื่น (ช่วงมกราคม–มิถุนายน 2564 และ พ.ศ. 2564) จึงไม่นำมาเปรียบเทียบ"
      ), "\(thai)")
    // No time reaches from the first day of all to the last.
    for page in [english, thai] {
      #expect(!page.contains("October 2020 – December 2021") && !page.contains("– ธันวาคม 2564"))
    }
  }

  @Test func aBarOfAnotherTimeSaysSoAndComesLast() async throws {
    let (english, thai) = try await pages(
      #"{{ chart(kind="bar", figure="funds", areas="provinces") }}"#, Self.rows)
    let order = ["Chiang Mai", "Nan", "Surin (2021)", "Sisaket (Jan–Jun 2021)"]
    let places = order.compactMap { english.firstRange(of: $0)?.lowerBound }
    #expect(places.count == 4, "\(english)")
    #expect(thai.contains("สุรินทร์ (พ.ศ. 2564)"), "\(thai)")
  }

  @Test func valuesOfAsManyTimesAreNotCompared() async throws {
    let (english, thai) = try await pages(
      #"{{ chart(kind="bar", figure="funds", areas=["50", "32"]) }}"#, Self.rows)
    #expect(
      english.contains("The values are not of the same time and are not compared"), "\(english)")
    #expect(!english.contains("highest of"))
    #expect(english.contains("fiscal year 2021 (October 2020 – September 2021) and 2021"))
    #expect(thai.contains("ค่าเหล่านี้เป็นของต่างช่วงเวลา จึงไม่เปรียบเทียบกัน"), "\(thai)")
    #expect(!thai.contains("ค่าสูงสุด"))
  }

  @Test func aMapHatchesWhatIsOfAnotherTime() async throws {
    let (english, thai) = try await pages(#"{{ map(kind="tile", figure="funds") }}"#, Self.rows)
    #expect(english.contains("of another time"), "\(english)")
    #expect(thai.contains("เป็นของช่วงเวลาอื่น"), "\(thai)")
    // Their numbers make no class of the legend.
    #expect(!english.contains("7–") && !english.contains("–900"), "\(english)")
  }

  @Test func aLineJoinsNoFiscalWithACalendarYear() async throws {
    let rows = TruthSite.values(
      """
      funds,50,2019,,stated,70,new,,,,,
      funds,50,FY2020,,stated,90,new,,,,,
      funds,50,2021,,stated,100,new,,,,,
      funds,50,FY2021,,stated,130,new,,,,,
      """)
    let (english, thai) = try await pages(
      #"{{ chart(kind="line", figure="funds", area="50") }}"#, rows)
    #expect(english.contains("70 funds in 2019, 100 funds in 2021"))
    #expect(!english.contains("Rose"), "\(english)")
    #expect(
      english.contains("values of unlike spans of time are neither joined nor compared"),
      "\(english)")
    #expect(thai.contains("ค่าของช่วงเวลาต่างชนิดไม่นำมาต่อเป็นเส้นหรือเปรียบเทียบกัน"), "\(thai)")
  }

  @Test func theTimeOfSeveralReachesToTheLastDay() async throws {
    let rows = TruthSite.values(
      """
      funds,50,2020,,stated,70,new,,,,,
      funds,55,2021,,stated,90,new,,,,,
      funds,32,FY2021,,stated,100,new,,,,,
      funds,33,2019,,stated,30,new,,,,,
      """)
    let (english, thai) = try await pages(
      #"{{ chart(kind="bar", figure="funds", areas="provinces") }}"#, rows)
    #expect(english.contains("For 2019–2021"), "\(english)")
    #expect(thai.contains("ในช่วง พ.ศ. 2562–2564"), "\(thai)")
  }

  private static let joint = TruthSite.values(
    """
    members,,2022,,stated,3539,new,50; 55,,,,
    members,32,2022,,stated,45,new,,,,,
    """)

  @Test(arguments: [
    #"{{ chart(kind="bar", figure="members", areas="provinces") }}"#,
    #"{{ map(kind="tile", figure="members") }}"#,
  ]) func whatIsKnownOnlyTogetherIsNotWithoutData(_ call: String) async throws {
    let (english, thai) = try await pages(call, Self.joint)
    #expect(english.contains("2 provinces have a value only together with others"), "\(english)")
    #expect(english.contains("Surin: 45 people") && !english.contains("Only Surin"))
    #expect(english.contains("2 provinces have no data"))
    #expect(english.contains("only together with others"))
    #expect(
      english.contains("Chiang Mai and Nan together: 3,539 people (in 2022, New book)"),
      "\(english)")
    #expect(thai.contains("อีก 2 จังหวัดมีเฉพาะค่ารวมกับพื้นที่อื่น"), "\(thai)")
    #expect(!thai.contains("มีข้อมูลเฉพาะ") && thai.contains("อีก 2 จังหวัดไม่มีข้อมูล"))
  }

  @Test func aRegionWithSomePartsIsNotWithoutData() async throws {
    let (english, thai) = try await pages(
      #"{{ chart(kind="bar", figure="members", areas="regions") }}"#, Self.joint)
    #expect(english.contains("only of some parts"), "\(english)")
    #expect(english.contains("1 region has data of some parts only"), "\(english)")
    #expect(thai.contains("อีก 1 ภาคมีข้อมูลเพียงบางส่วน"), "\(thai)")
  }

  @Test func aRegisterThatMayLackRowsIsNotWithoutData() async throws {
    let (english, thai) = try await pages(
      #"{{ chart(kind="bar", figure="profit", areas="provinces") }}"#, Self.joint)
    #expect(english.contains("register not known to be complete"), "\(english)")
    #expect(thai.contains("ยังไม่ยืนยันว่าทะเบียนครบ"), "\(thai)")
  }
}
