import SaanPublish
import SaanSite
import SaanText
import Testing

/// What pages say of values that were changed, withdrawn or never released.
@Suite struct CorrectionTests {
  /// The pages in both languages, their spaces plain, and what is told.
  private func pages(
    _ place: String, _ files: [String: String]
  ) async throws -> (th: String, en: String, told: String) {
    let all = Self.tables.merging(files) { $1 }
    let result = try await build(Specimen.commons(all), Specimen.options, into: MemorySink())
    func page(_ language: String) -> String {
      String(
        decoding: result.report?["\(language)/\(place)/index.html"] ?? [], as: UTF8.self
      ).replacing("\u{A0}", with: " ")
    }
    return (page("th"), page("en"), DiagnosticPrinter().text(result.diagnostics))
  }

  private static let tables = [
    "site.yaml": "title: {th: เว็บ, en: Site}\nbase_url: https://a.example/\ntheme: commons\n",
    "content/data/areas.csv": "code,class,name,parent\nTH,country,ไทย,\n10,province,กทม,TH\n",
    "content/data/sources.csv": "id,title,producer\na,เล่มหนึ่ง,ก\nb,เล่มสอง,ข\n",
    "content/data/indicators.csv":
      "id,name,name@en,unit,unit@en\nfunds,กองทุน,Funds,กองทุน,funds\n",
    "content/data/observations.csv":
      "indicator,area,as_of,as_of_basis,value,source,bound\nfunds,TH,2022,stated,2100,a,more_than\n",
  ]

  private static let corrections =
    "indicator,area,source,previous_value,previous_bound,value,bound,kind,announced,reason,reason@en\n"

  private static let release = """
    [{"kind": "value", "indicator": "funds", "area": "TH", "source": "a", "date": "2022", "value": 2000, "status": "E", "rank": "normal"},
    {"kind": "value", "indicator": "funds", "area": "10", "source": "a", "date": "2022", "value": 300, "status": "A", "rank": "normal"}]
    """

  @Test func aWithdrawnJointValueKeepsItsPlaces() async throws {
    let found = try await pages(
      "data/changes",
      [
        "content/data/areas.csv":
          "code,class,name,parent\nTH,country,ไทย,\n10,province,กทม,TH\n13,province,ปทุมธานี,TH\n",
        "content/data/releases/2024-01-15.json": """
        [{"kind": "value", "indicator": "funds", "area": "10; 13", "source": "a", "date": "2022", "value": 9, "status": "A", "rank": "normal"}]
        """,
      ])
    #expect(found.en.contains("ปทุมธานี") && found.en.contains("together"), "\(found.en)")
    #expect(found.th.contains("กทมและปทุมธานี รวมกัน"), "\(found.th)")
  }

  /// The number that is said to have become another stands where it stood.
  @Test func aCorrectionBesideItsOldValueIsTold() async throws {
    func told(_ rows: String) async throws -> String {
      try await pages(
        "data/changes",
        [
          "content/data/releases/2024-01-15.json": Self.release,
          "content/data/observations.csv": "indicator,area,as_of,as_of_basis,value,source\n" + rows,
          "content/data/corrections.csv": Self.corrections
            + "funds,10,a,300,,250,,error,2024-05-02,นับเกิน,Some were counted twice\n",
        ]
      ).told
    }
    let beside = try await told("funds,10,2022,stated,300,a\nfunds,10,2021,stated,250,a\n")
    #expect(beside.contains("300 of 'funds' in 10 did not become 250"), "\(beside)")
    #expect(beside.contains("change 300 in its own row"))
    let made = try await told("funds,10,2022,stated,250,a\n")
    #expect(!made.contains("did not become"), "\(made)")
  }

  /// Who has noted the old number from a figure's page comes back to it.
  @Test func aCorrectionStandsOnThePagesOfItsFigureAndItsPlace() async throws {
    let files = [
      "content/data/observations.csv":
        "indicator,area,as_of,as_of_basis,value,source\nfunds,10,2022,stated,250,a\n",
      "content/data/corrections.csv": Self.corrections
        + "funds,10,a,300,,250,,error,2024-05-02,นับเกิน,Some were counted twice\n",
    ]
    for place in ["figures/funds", "provinces/10"] {
      let found = try await pages(place, files)
      #expect(found.th.contains("นับเกิน") && found.th.contains("300"), "\(found.th)")
      #expect(found.en.contains("Some were counted twice"), "\(found.en)")
    }
  }

  @Test func aCorrectionOfASumNamesNoSource() async throws {
    let files = [
      "content/data/indicators.csv":
        "id,name,name@en,unit,unit@en,aggregation\nfunds,กองทุน,Funds,กองทุน,funds,sum\n",
      "content/data/observations.csv":
        "indicator,area,as_of,as_of_basis,value,source\nfunds,10,2022,stated,310,a\n",
      "content/data/corrections.csv": Self.corrections
        + "funds,TH,a,300,,310,,error,2024-05-02,นับขาด,Some were missed\n",
    ]
    let found = try await pages("data/changes", files)
    #expect(
      found.told.contains("error[correction-of-other-source]: 'a' has never had a value"),
      "\(found.told)")
    #expect(found.told.contains("leave 'source' empty, for the number is a sum"))
  }

  @Test func aCorrectionSaysOfWhichValueItIs() async throws {
    let found = try await pages(
      "data/changes",
      [
        "content/data/corrections.csv": Self.corrections
          + "funds,TH,a,2000,,2100,,error,2024-05-02,นับขาด,Some were missed\n"
      ])
    #expect(found.en.contains("in 2022"), "\(found.en)")
    #expect(found.th.contains("ใน พ.ศ. 2565"), "\(found.th)")
  }

  @Test func aCorrectionSaysHowExactItsNumbersAreAndWhatWasWithdrawn() async throws {
    let found = try await pages(
      "data/changes",
      [
        "content/data/releases/2024-01-15.json": Self.release,
        "content/data/corrections.csv": Self.corrections
          + "funds,TH,a,2000,,2100,,error,2024-05-02,นับขาด,Some were missed\n"
          + "funds,10,a,300,,,,error,2024-05-02,นับซ้ำ,Counted twice\n",
      ])
    #expect(found.told == "", "\(found.told)")
    // Once, among the corrections with the reason, to which the changes since the release lead.
    let words = "from about 2,000 funds to more than 2,100 funds"
    #expect(found.en.ranges(of: words).count == 1)
    #expect(found.en.contains("<a href=\"#to-corrections\">2 corrections, listed above</a>"))
    #expect(found.en.ranges(of: "formerly 300 funds, now withdrawn").count == 1)
    #expect(
      found.th.contains("ประมาณ 2,000") && found.th.contains("กว่า 2,100")
        && !found.th.contains("เดิม 2,000"))
    #expect(found.th.ranges(of: "เดิม 300 กองทุน ถอนออกแล้ว").count == 1)
  }

  /// The number stays, and what it promises does not.
  @Test func aChangeOfTheBoundAloneIsCorrectedByItsBounds() async throws {
    let release = Self.release.replacing("2000", with: "2100").split(separator: ",\n")[0] + "]"
    func told(_ row: String) async throws -> String {
      try await pages(
        "data/changes",
        [
          "content/data/releases/2024-01-15.json": String(release),
          "content/data/corrections.csv": Self.corrections + row,
        ]
      ).told
    }
    #expect(
      try await told("").contains(
        "previous_value 2100, previous_bound about, value 2100, bound more_than"))
    let row =
      "funds,TH,a,ประมาณ 2100,,\"กว่า 2,100\",,error,2024-05-02,ตามต้นทาง,As in the source\n"
    #expect(try await told(row) == "")
  }

  /// A former number with another bound than was published is one that nobody has read.
  @Test func theFormerBoundIsHeldAgainstTheRelease() async throws {
    let release = Self.release.replacing("\"E\"", with: "\"A\"").split(separator: ",\n")[0] + "]"
    let files = [
      "content/data/releases/2024-01-15.json": String(release),
      "content/data/corrections.csv": Self.corrections
        + "funds,TH,a,กว่า 2000,,2100,,error,2024-05-02,นับขาด,Some were missed\n",
    ]
    let found = try await pages("data/changes", files)
    #expect(
      found.told.contains("no release has more than 2,000 for 'funds' of TH"), "\(found.told)")
    #expect(found.told.contains("what was published: 2,000"))
    #expect(found.told.contains("warning[unannounced-change]"))
  }

  /// The number that it names after was there before, beside the one that is gone.
  @Test func aWithdrawalIsNoCorrectionToAnOlderValue() async throws {
    let first = String(Self.release.split(separator: ",\n")[0])
    let release = first.replacing("2000", with: "2200").replacing("\"E\"", with: "\"A\"")
    let older = release.replacing("2022", with: "2021").replacing("2200", with: "2100")
      .replacing("[", with: "").replacing("normal\"", with: "normal\", \"bound\": \"more_than\"")
    let files = [
      "content/data/releases/2024-01-15.json": release + ",\n" + older + "]",
      "content/data/observations.csv":
        "indicator,area,as_of,as_of_basis,value,source,bound\nfunds,TH,2021,stated,2100,a,more_than\n",
      "content/data/corrections.csv": Self.corrections
        + "funds,TH,a,2200,,2100,more_than,revision,2024-05-02,ใหม่,New\n",
    ]
    let found = try await pages("data/changes", files)
    #expect(found.told.contains("2,200 of 'funds' in TH did not become 2,100"), "\(found.told)")
  }

  @Test func aCorrectionIsShownBeforeTheFirstRelease() async throws {
    let found = try await pages(
      "data/changes",
      [
        "content/data/corrections.csv": Self.corrections
          + "funds,TH,a,1900,,2100,,error,2024-05-02,นับขาด,Some were missed\n"
      ])
    let words = "from 1,900 funds to more than 2,100 funds"
    #expect(found.en.contains(words))
    #expect(found.th.contains("1,900") && found.th.contains("กว่า 2,100"))
  }

  /// What stands in no release was not built for one.
  @Test func aValueIsOfTheReleaseThatHasIt() async throws {
    let found = try await pages(
      "figures/funds", ["content/data/releases/2024-01-15.json": Self.release])
    #expect(found.en.contains("not released yet") && found.th.contains("ยังไม่ออกเป็นรุ่น"))
    #expect(!found.en.contains("15 January 2024"))
    let same = Self.release.replacing("2000", with: "2100")
    let released = try await pages(
      "figures/funds", ["content/data/releases/2024-01-15.json": same])
    #expect(released.en.contains("15 January 2024") && released.th.contains("15 มกราคม 2567"))
    #expect(!released.en.contains("not released yet"))
  }

  /// A row that explains what rounding parts says nothing of other years.
  @Test func earlierYearsAreListedOnlyWhereTheyAreCompared() async throws {
    let values = """
      indicator,area,as_of,as_of_basis,value,source,bound
      funds,TH,2022,stated,2104,a,
      funds,TH,2022,stated,2100,b,
      funds,TH,2013,stated,1500,b,

      """
    func page(_ cause: String) async throws -> (th: String, en: String, told: String) {
      try await pages(
        "figures/disagreements",
        [
          "content/data/observations.csv": values,
          "content/data/reconciliations.csv":
            "id,indicator,area,sources,cause,status,preferred,reason,reason@en\n"
            + "r,funds,TH,a; b,\(cause),explained,,ปัดเศษ,Rounded\n",
        ])
    }
    let rounding = try await page("rounding")
    for text in [rounding.th, rounding.en] {
      #expect(text.contains("2,100") && !text.contains("1,500"))
    }
    #expect(!rounding.told.contains("nothing-to-reconcile"), "\(rounding.told)")
  }

  /// In lists a report that was published later says both of its days.
  @Test func aListTellsTheDayOfAReportBesideThatOfItsPublication() async throws {
    let found = try await pages(
      "news",
      [
        "site.yaml": (Self.tables["site.yaml"] ?? "")
          + "collections:\n  news: {title: {th: ข่าว, en: News}}\n",
        "content/news/x.th.md":
          "---\ntitle: เรื่อง\ndate: 2012-01-05\nextra: {as_of: 2011-10-03}\n---\nก\n",
        "content/news/x.en.md": "---\ntitle: Story\n---\nx\n",
      ])
    #expect(found.en.contains("5 Jan 2012") && found.en.contains("Data as of <time"))
    #expect(found.en.contains("3 Oct 2011") && found.th.contains("3 ต.ค. 2554"))
    #expect(found.th.contains("ข้อมูล ณ <time"))
  }
}
