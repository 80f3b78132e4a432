import SaanText
import Testing

/// When a number is of: days, spans such as fiscal years, and days of publication, as pages say it.
@Suite struct FigureTimeTests {
  private static let fiscal = TruthSite.values(
    """
    funds,50,ปีงบประมาณ 2564,,stated,100,new,,,,,
    funds,55,FY2564,,stated,50,new,,,,,
    funds,33,2020-10-01/2021-09-30,,stated,30,new,,,,,
    funds,50,FY2020,,stated,80,new,,,,,
    """)

  @Test func aFiscalYearIsSaidAsSuch() async throws {
    let pages = try await TruthSite.pages(Self.fiscal)
    let english = try #require(pages["en/figures/funds/index.html"])
    let thai = try #require(pages["th/figures/funds/index.html"])
    let months = "(October 2020 – September 2021)"
    #expect(english.contains("100 funds data for fiscal year 2021 \(months)"), "\(english)")
    #expect(english.contains("at least 180 funds data for fiscal year 2021 \(months)"))
    #expect(thai.contains("100 กองทุน ข้อมูลปีงบประมาณ พ.ศ. 2564"), "\(thai)")
    #expect(thai.contains("อย่างน้อย 180 กองทุน ข้อมูลปีงบประมาณ พ.ศ. 2564"))
    // No place says the last day in its stead.
    for page in pages.values { #expect(!page.contains("30 September 2021")) }
    let place = try #require(pages["en/provinces/chiang-mai/index.html"])
    #expect(place.contains("for fiscal year 2021 \(months)"), "\(place)")
    let placeThai = try #require(pages["th/provinces/chiang-mai/index.html"])
    #expect(placeThai.contains("ในปีงบประมาณ พ.ศ. 2564"), "\(placeThai)")
    // Files for machines say both ends, however they were written.
    let csv = try #require(pages["figures/funds.csv"])
    #expect(csv.contains(",2020-10/2021-09,") && csv.contains(",2019-10/2020-09,"), "\(csv)")
    #expect(!csv.contains("FY") && !csv.contains("ปีงบ"))
    #expect(pages["figures/funds.json"]?.contains("2020-10/2021-09") == true)
  }

  @Test func aMonthIsCitedAsSuch() async throws {
    let pages = try await TruthSite.pages(
      TruthSite.values("funds,TH,2021-06,,stated,100,new,,,,,"))
    let thai = try #require(pages["th/figures/funds/index.html"])
    #expect(thai.contains("100 กองทุน (ณ เดือนมิถุนายน 2564)"), "\(thai)")
    #expect(!thai.contains("วันที่ มิถุนายน"))
    let english = try #require(pages["en/figures/funds/index.html"])
    #expect(english.contains("100 funds (as of June 2021)"), "\(english)")
  }

  @Test func chartsOfFiscalYearsSayThem() async throws {
    let call = #"{{ chart(kind="line", figure="funds", area="50") }}"#
    let pages = try await TruthSite.pages(
      Self.fiscal.merging([
        "content/a.th.md": "---\ntitle: ก\n---\n\(call)\n",
        "content/a.en.md": "---\ntitle: A\n---\n\(call)\n",
      ]) { $1 })
    let english = try #require(pages["en/a/index.html"])
    #expect(english.contains("For October 2019 – September 2021"), "\(english)")
    #expect(
      english.contains("Rose from 80 funds in fiscal year 2020 (October 2019 – September 2020)"))
    let thai = try #require(pages["th/a/index.html"])
    #expect(thai.contains("ในช่วงตุลาคม 2562 – กันยายน 2564"), "\(thai)")
    #expect(thai.contains("เป็น 100 กองทุน เมื่อปีงบประมาณ พ.ศ. 2564"))
  }

  @Test func aSpanIsNeverAddedToACalendarYear() async throws {
    let rows = """
      funds,50,FY2021,,stated,100,new,,,,,
      funds,32,2021,,stated,120,new,,,,,
      funds,33,2021-01/2021-06,,stated,7,old,,,,,
      funds,34,,2018/2020,stated,9,old,,,,,
      """
    let pages = try await TruthSite.pages(TruthSite.values(rows))
    let english = try #require(pages["en/figures/funds/index.html"])
    #expect(english.contains("at least 120 funds data for 2021"), "\(english)")
    for (value, time) in [
      ("100", "fiscal year 2021 (October 2020 – September 2021)"), ("7", "January–June 2021"),
      ("9", "2018–2020"),
    ] {
      #expect(english.contains("\(value) funds data for \(time) · Source:"), "\(english)")
    }
    #expect(english.contains("not added: only data for 2021 are added up"))
    let thai = try #require(pages["th/figures/funds/index.html"])
    #expect(thai.contains("7 กองทุน ข้อมูลช่วงมกราคม–มิถุนายน 2564"), "\(thai)")
    #expect(thai.contains("9 กองทุน ข้อมูลช่วง พ.ศ. 2561–2563"), "\(thai)")
    #expect(thai.contains("ไม่นำมารวม เพราะรวมเฉพาะข้อมูล พ.ศ. 2564"))
    // None is ranked among the others.
    for page in ["chiang-mai", "surin", "sisaket"] {
      #expect(pages["en/provinces/\(page)/index.html"]?.contains("highest of") == false)
    }
  }

  @Test func twoYearsInOneAreToldWithWhatTheyMayMean() async throws {
    let rows = TruthSite.values("funds,50,2564/65,,stated,100,new,,,,,")
    let english = try await TruthSite.told(rows)
    #expect(
      english.contains("date '2564/65': could be a fiscal, an academic or a crop year"),
      "\(english)")
    #expect(english.contains("write ปีงบประมาณ พ.ศ. 2565 for the fiscal year"))
    #expect(english.contains("2021-05/2022-04"))
    #expect(
      try await TruthSite.told(rows, in: .thai)
        .contains("ถ้าเป็นปีงบประมาณ เขียน ปีงบประมาณ พ.ศ. 2565"))
  }

  private static let published = TruthSite.values(
    """
    members,50,2022-10-26,,publication_date,2475,new,,,,,
    members,55,2022-11-03,,inferred,90,old,,,,,
    """)

  @Test func aSumSaysThatDaysAreThoseOfPublication() async throws {
    let pages = try await TruthSite.pages(Self.published)
    let english = try #require(pages["en/figures/members/index.html"])
    #expect(
      english.contains("as of or published from 26 October 2022 to 3 November 2022"), "\(english)")
    let thai = try #require(pages["th/figures/members/index.html"])
    #expect(
      thai.contains("ลงวันที่หรือเผยแพร่ตั้งแต่ 26 ตุลาคม 2565 ถึง 3 พฤศจิกายน 2565"), "\(thai)")
    let country = try #require(pages["en/country/index.html"])
    #expect(country.contains("as of or published from 26 October 2022"), "\(country)")

    let allPublished = try await TruthSite.pages(
      TruthSite.values(
        """
        members,50,2022-10-26,,publication_date,2475,new,,,,,
        members,55,2022-10-20,,publication_date,90,old,,,,,
        """))
    #expect(
      allPublished["en/figures/members/index.html"]?
        .contains("published from 20 October 2022 to 26 October 2022") == true)
    #expect(
      allPublished["th/figures/members/index.html"]?
        .contains("เผยแพร่ตั้งแต่ 20 ตุลาคม 2565 ถึง 26 ตุลาคม 2565") == true)

    let ofOneDay = try await TruthSite.pages(
      TruthSite.values(
        """
        members,50,2022-10-26,,publication_date,2475,new,,,,,
        members,55,2022-10-26,,stated,90,old,,,,,
        """))
    #expect(
      ofOneDay["en/figures/members/index.html"]?.contains("as of or published 26 October 2022")
        == true)
  }

  @Test func aSentenceWithAnotherDayIsTold() async throws {
    let texts = [
      "content/a.th.md":
        "---\ntitle: ก\n---\nณ วันที่ 3 ตุลาคม 2554 มี {{ figure(\"members\", area=\"50\") }}\n",
      "content/a.en.md":
        "---\ntitle: A\n---\nAs of 26 October 2022 there were {{ figure(\"members\", area=\"50\") }}.\n\nFrom 12 as of 2011 to {{ figure(\"members\", area=\"50\") }} in 2022.\n",
    ]
    let edits = Self.published.merging(texts) { $1 }
    let english = try await TruthSite.told(edits)
    #expect(
      english.contains(
        "warning[other-date]: the sentence says “as of 3 October 2011”, but the figure 'members' is of 26 October 2022"
      ), "\(english)")
    #expect(english.contains("content/a.th.md:4") && !english.contains("content/a.en.md"))
    #expect(
      try await TruthSite.told(edits, in: .thai)
        .contains("ประโยคนี้บอกว่า “ณ วันที่ 3 ตุลาคม 2554” แต่ตัวเลข 'members' เป็นของ 26 ตุลาคม 2565"))
  }
}
