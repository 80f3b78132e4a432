import SaanText
import Testing

/// What sums, ratios and newest values may say beside what is known of their parts, on pages in
/// both languages.
@Suite struct SumTruthTests {
  private static let years = TruthSite.values(
    """
    funds,32,FY2021,,stated,150,new,,,,,
    funds,33,ปีงบประมาณ 2564,,stated,200,new,,,,,
    funds,34,2021,,stated,50,new,,,,,
    """)

  @Test(arguments: [
    (
      "en", "at least 350 funds data for fiscal year 2021", "50 funds data for 2021",
      "not added: only data for fiscal year 2021 (October 2020 – September 2021) are added up"
    ),
    (
      "th", "อย่างน้อย 350 กองทุน ข้อมูลปีงบประมาณ พ.ศ. 2564", "50 กองทุน ข้อมูล พ.ศ. 2564",
      "ไม่นำมารวม เพราะรวมเฉพาะข้อมูลปีงบประมาณ พ.ศ. 2564"
    ),
  ])
  func oneCalendarYearTakesNoSumAway(
    _ language: String, _ sum: String, _ other: String, _ reason: String
  ) async throws {
    let pages = try await TruthSite.pages(Self.years)
    let text = try #require(pages["\(language)/figures/funds/index.html"])
    #expect(text.contains(sum) && text.contains(reason), "\(text)")
    let region = try #require(pages["\(language)/regions/isan/index.html"])
    #expect(region.contains(language == "en" ? "at least 350 funds" : "อย่างน้อย 350 กองทุน"))
  }

  @Test func aNewerValueTakesNoneAwayFromItsYear() async throws {
    let rows = ["50", "55", "32", "33", "34"].map { "funds,\($0),2021,,stated,20,new,,,,," }
    let pages = try await TruthSite.pages(
      TruthSite.values((rows + ["funds,33,2022,,stated,70,new,,,,,"]).joined(separator: "\n")))
    let figure = try #require(pages["en/figures/funds/index.html"])
    #expect(figure.contains("100 funds data for 2021") && !figure.contains("at least"), "\(figure)")
    let region = try #require(pages["th/regions/isan/index.html"])
    #expect(region.contains("60 กองทุน") && !region.contains("อย่างน้อย"), "\(region)")
    let province = try #require(pages["en/provinces/sisaket/index.html"])
    #expect(province.contains("70") && province.contains("Formerly 20 funds"), "\(province)")
  }

  @Test(arguments: [("en", "100 people", "130 people"), ("th", "100 คน", "130 คน")])
  func theNewestIsWhatEndsLast(
    _ language: String, _ shown: String, _ older: String
  ) async throws {
    for rows in [
      "members,32,2021,,stated,100,new,,,,,\nmembers,32,FY2021,,stated,130,new,,,,,",
      "members,32,FY2021,,stated,130,new,,,,,\nmembers,32,2021,,stated,100,new,,,,,",
    ] {
      let call = #"{{ figure("members", area="32") }}"#
      let pages = try await TruthSite.pages(
        TruthSite.values(rows).merging(
          ["content/a.\(language).md": "---\ntitle: A\n---\nX \(call) y\n"]) { $1 })
      let text = try #require(pages["\(language)/a/index.html"])
      #expect(text.contains(shown) && !text.contains(older), "\(text)")
    }
  }

  private static let joint = TruthSite.values(
    """
    funds,,2021,,stated,50,new,32; 33,,,,
    funds,3201,2021,,stated,60,new,,,,,
    funds,34,2021,,stated,9,new,,,,,
    """)

  @Test func noSumIsLessThanAPartIsKnownToBe() async throws {
    let pages = try await TruthSite.pages(Self.joint)
    let english = try #require(pages["en/regions/isan/index.html"])
    #expect(english.contains("at least 69 funds") && !english.contains("59 funds"), "\(english)")
    let thai = try #require(pages["th/regions/isan/index.html"])
    #expect(thai.contains("อย่างน้อย 69 กองทุน") && !thai.contains("59 กองทุน"))
    let told = try await TruthSite.told(Self.joint)
    #expect(told.contains("warning[areas-differ]"), "\(told)")
    #expect(
      told.contains("areas in 32; 33 add up to 60, but 'funds' is given as 50 there"), "\(told)")
    #expect(!told.contains("0 of 2 areas"))
    #expect(
      try await TruthSite.told(Self.joint, in: .thai)
        .contains("พื้นที่ใน 32; 33 รวมกันได้ 60 แต่ 'funds' ทั้งพื้นที่ระบุ 50"))
  }

  @Test func nearlySoManyIsNoLeastOfMore() async throws {
    let rows = TruthSite.values("funds,,2021,,stated,90,new,32; 33,nearly,,,")
    let pages = try await TruthSite.pages(rows)
    let english = try #require(pages["en/regions/isan/index.html"])
    #expect(!english.contains("at least") && english.contains("nearly 90 funds"), "\(english)")
    let thai = try #require(pages["th/regions/isan/index.html"])
    #expect(!thai.contains("อย่างน้อย") && thai.contains("เกือบ 90 กองทุน"))
  }

  @Test func whatDoesNotFitIsLeftOutOfTheSum() async throws {
    let rows = TruthSite.values(
      """
      funds,32,2021,,stated,80,new,,,,,
      funds,33,2021,,stated,50,new,,at_least,,,
      funds,34,2021,,stated,90,new,,about,,,
      """)
    let pages = try await TruthSite.pages(rows)
    let english = try #require(pages["en/regions/isan/index.html"])
    #expect(english.contains("at least 130 funds"), "\(english)")
    #expect(pages["th/regions/isan/index.html"]?.contains("อย่างน้อย 130 กองทุน") == true)
    let figure = try #require(pages["en/figures/funds/index.html"])
    #expect(figure.contains("about 90 funds") && figure.contains("makes no true sum"), "\(figure)")
    #expect(pages["th/figures/funds/index.html"]?.contains("ไม่ได้ยอดที่เป็นจริง") == true)
  }

  @Test func aMeanOfAtMostIsAtMost() async throws {
    let rows = TruthSite.values(
      """
      share,50,2021,,stated,5,new,,at_most,,1,20
      share,55,2021,,stated,50,new,,at_most,,2,4
      """)
    let pages = try await TruthSite.pages(rows)
    #expect(pages["en/regions/north/index.html"]?.contains("at most 12.5%") == true)
    #expect(pages["th/regions/north/index.html"]?.contains("ไม่เกิน 12.5%") == true)
  }

  @Test func ratiosOfBoundsAreHeldAgainstTheirNumbers() async throws {
    func told(_ bound: String, _ value: String) async throws -> Bool {
      try await TruthSite.told(
        TruthSite.values("share,50,2021,,stated,\(value),new,,\(bound),,5,20")
      ).contains("warning[ratio-differs]")
    }
    for (bound, value) in [("at_most", "10"), ("about", "10"), ("more_than", "30")] {
      #expect(try await told(bound, value), "\(bound) \(value)")
    }
    for (bound, value) in [("at_most", "30"), ("about", "30"), ("at_least", "20")] {
      #expect(try await told(bound, value) == false, "\(bound) \(value)")
    }
  }

  @Test func contradictionsOfBoundsAreToldWithThem() async throws {
    let same = TruthSite.values(
      "funds,32,2021,,stated,10,new,,,,,\nfunds,32,2021,,stated,10,old,,more_than,,,")
    #expect(
      try await TruthSite.told(same)
        .contains("'funds' for 32 is shown as 10, but others give more than 10 (old)"))
    #expect(
      try await TruthSite.told(same, in: .thai)
        .contains("'funds' ของ 32 แสดง 10 แต่แหล่งอื่นให้กว่า 10 (old)"))
    let nearly = TruthSite.values(
      "funds,TH,2021,,stated,100,new,,nearly,,,\nfunds,50,2021,,stated,100,new,,,,,")
    #expect(try await TruthSite.told(nearly).contains("is given as nearly 100 there"))
    let years = TruthSite.values(
      """
      funds,TH,FY2021,,stated,15,new,,,,,
      funds,50,FY2021,,stated,10,new,,,,,
      funds,55,FY2021,,stated,30,new,,,,,
      funds,32,2021,,stated,1,new,,,,,
      funds,33,2021,,stated,1,new,,,,,
      funds,34,2021,,stated,1,new,,,,,
      """)
    #expect(try await TruthSite.told(years).contains("add up to 40, but 'funds' is given as"))
    let undated = TruthSite.values(
      "funds,TH,,,unknown,100,new,,,,,\nfunds,50,,,unknown,150,new,,,,,")
    #expect(try await TruthSite.told(undated).contains("add up to 150, but 'funds'"))
  }

  @Test func noNumberOfASourceIsNoneInAText() async throws {
    let header = "indicator,area,as_of,as_of_basis,value,status,source\n"
    func told(_ status: String, _ language: MessageLanguage) async throws -> String {
      try await TruthSite.told(
        [
          "content/data/observations.csv": header + "funds,50,2021,stated,,\(status),new\n",
          "content/a.th.md": "---\ntitle: ก\n---\nมี {{ figure(\"funds\", area=\"50\") }}\n",
        ], in: language)
    }
    #expect(try await told("N", .english).contains("error[no-figure-value]"))
    #expect(try await told("N", .thai).contains("ไม่อาจมีค่าสำหรับพื้นที่ '50' เพราะ status เป็น N"))
    #expect(try await told("O", .english).contains("is missing: its status is O"))
    // What can't be is not what sources mention.
    let none = [
      "content/data/observations.csv": header
        + "funds,50,2021,stated,,N,new\nfunds,55,2021,stated,9,A,new\n"
    ]
    let pages = try await TruthSite.pages(none)
    #expect(pages["en/provinces/chiang-mai/index.html"]?.contains("sources mention") == false)
    #expect(pages["th/provinces/chiang-mai/index.html"]?.contains("แหล่งข้อมูลกล่าวถึง") == false)
  }

  @Test func aTimeThatIsNotOverIsTold() async throws {
    let rows = TruthSite.values("funds,50,FY2023,,stated,5,new,,,,,")
    let told = try await TruthSite.told(rows)
    #expect(told.contains("warning[unfinished-time]"), "\(told)")
    #expect(told.contains("ends on 2023-09-30, and its source was published on 2022-10-26"))
    #expect(told.contains("write the time that was counted, such as 2022-10-01/2022-10-26"))
    #expect(
      try await TruthSite.told(rows, in: .thai).contains("แต่แหล่งข้อมูลเผยแพร่ 26 ตุลาคม 2565"))
  }

  @Test func aSourceHasNoDayOfOneOfItsValues() async throws {
    let rows = TruthSite.values(
      """
      funds,32,2021-10-26,,publication_date,7,old,,,,,
      funds,33,2023-02-11,,stated,9,old,,,,,
      """)
    let text = #"{{ figure("funds", area="32") }} {{ figure("funds", area="33") }}"#
    let pages = try await TruthSite.pages(
      rows.merging([
        "content/a.th.md": "---\ntitle: ก\n---\n\(text)\n",
        "content/a.en.md": "---\ntitle: A\n---\n\(text)\n",
      ]) { $1 })
    let english = try #require(pages["en/a/index.html"])
    #expect(english.contains("Surin (published 26 October 2021)"), "\(english)")
    #expect(!english.contains("B (published 26"), "\(english)")
    #expect(pages["th/a/index.html"]?.contains("สุรินทร์ (เผยแพร่เมื่อ 26 ตุลาคม 2564)") == true)
    #expect(pages["en/sources/old/index.html"]?.contains("published 26 October 2021") == true)
    #expect(pages["th/sources/old/index.html"]?.contains("เผยแพร่เมื่อ 26 ตุลาคม 2564") == true)
    let other = TruthSite.values("funds,32,2021-10-26,,publication_date,7,new,,,,,")
    #expect(try await TruthSite.told(other).contains("warning[other-publication-date]"))
  }

  @Test func hintsSayWhatLessThanAndRangesAre() async throws {
    func told(_ value: String, _ language: MessageLanguage = .english) async throws -> String {
      try await TruthSite.told(
        TruthSite.values("funds,50,2021,,stated,\(value),new,,,,,"), in: language)
    }
    for text in ["น้อยกว่า 20", "ไม่ถึง 20", "<20", "less than 20"] {
      #expect(
        try await told(text).contains("write 20 with 'nearly' or 'at_most' in the column bound"))
    }
    #expect(try await told("<20", .thai).contains("คำว่า “น้อยกว่า” ไม่มีขอบเขตของตัวเอง"))
    for text in ["20–30", "20-30"] {
      #expect(try await told(text).contains("write 20 with 'at_least' in the column bound"))
    }
    #expect(try await told("20-30", .thai).contains("หรือ 30 และใส่ 'at_most'"))
  }
}
