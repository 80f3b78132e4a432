import SaanText
import Testing

/// Numbers that tell the truth about themselves: whose they are, of how much, and in which order.
@Suite struct TruthTests {
  @Test func aJointValueOfDistrictsIsOnTheirProvincesPage() async throws {
    let pages = try await TruthSite.pages(
      TruthSite.values("funds,,2022-11-03,,stated,39,old,33; 3201; 3205,,,,"))
    let surin = try #require(pages["en/provinces/surin/index.html"])
    #expect(surin.contains("39"), "\(surin)")
    #expect(
      surin.contains("Mueang Surin District, Prasat District and Sisaket together"), "\(surin)")
    let thai = try #require(pages["th/provinces/surin/index.html"])
    #expect(
      thai.contains("อำเภอเมืองสุรินทร์ อำเภอปราสาท และจังหวัดศรีสะเกษ รวมกัน"), "\(thai)")
    let sisaket = try #require(pages["en/provinces/sisaket/index.html"])
    #expect(sisaket.contains("together with Mueang Surin District and Prasat District"))
    #expect(pages["en/provinces/ubon/index.html"]?.contains("39") == false)
    // Sums count it once.
    #expect(pages["en/country/index.html"]?.contains("39") == true)
    #expect(pages["en/country/index.html"]?.contains("78") == false)
  }

  @Test func aSumWithNumbersBelowZeroIsNoLeast() async throws {
    let pages = try await TruthSite.pages()
    let english = try #require(pages["en/figures/profit/index.html"])
    #expect(english.contains("among those recorded so far: 15 baht"), "\(english)")
    #expect(!english.contains("at least"))
    let thai = try #require(pages["th/figures/profit/index.html"])
    #expect(thai.contains("จากที่บันทึกไว้แล้ว: 15 บาท"), "\(thai)")
    #expect(!thai.contains("อย่างน้อย"))
  }

  @Test func aMeanSaysOnHowManyRowsItRests() async throws {
    let complete = [
      "content/data/register_coverage.csv":
        "register,area,status,as_of\nshops,TH,complete,2022-01-01\n"
    ]
    let pages = try await TruthSite.pages(complete)
    let english = try #require(pages["en/figures/age/index.html"])
    #expect(
      english.contains("15 years") && english.contains("2 of 3 rows have a value"), "\(english)")
    let thai = try #require(pages["th/figures/age/index.html"])
    #expect(thai.contains("มีค่า 2 จาก 3 แถว"), "\(thai)")
    let place = try #require(pages["en/provinces/chiang-mai/index.html"])
    #expect(place.contains("1 of 2 rows has a value"), "\(place)")
    #expect(pages["en/provinces/nan/index.html"]?.contains("rows has a value") == false)
  }

  @Test func noRankIsClaimedWhereValuesMayChangePlaces() async throws {
    func rows(_ second: String) -> [String: String] {
      TruthSite.values(
        """
        members,50,2022-11-03,,stated,2500,old,,,,,
        members,55,2022-11-03,,stated,\(second),old,,about,,,
        members,32,2022-11-03,,stated,900,old,,,,,
        """)
    }
    // About 2,400 may be 2,500; 900 is surely the smallest of all.
    let close = try await TruthSite.pages(rows("2400"))
    let nan = try #require(close["en/provinces/nan/index.html"])
    #expect(!nan.contains("of 3 provinces"), "\(nan)")
    #expect(close["en/provinces/chiang-mai/index.html"]?.contains("of 3 provinces") == false)
    let far = try await TruthSite.pages(rows("1000"))
    #expect(far["en/figures/members/index.html"]?.contains("about 1,000") == true)
    #expect(far["en/provinces/surin/index.html"]?.contains("of 3 provinces") == false)
  }

  @Test func partsThatExceedAWholeAreTold() async throws {
    let edits = TruthSite.values(
      """
      members,TH,2022-10-26,,stated,500,new,,,,,
      members,50,2022-10-20,,stated,475,old,,,,,
      members,55,2022-10-21,,stated,90,old,,,,,
      share,50,2022-11-03,,stated,30,old,,,,12,48
      """)
    let english = try await TruthSite.told(edits)
    #expect(
      english.contains(
        "warning[areas-differ]: areas in TH add up to 565, but 'members' is given as 500 there"
      ), "\(english)")
    #expect(english.contains("check rows 3, 4"))
    #expect(
      english.contains("warning[ratio-differs]: the value is 30, but 12 of 48 make 25"),
      "\(english)")
    let thai = try await TruthSite.told(edits, in: .thai)
    #expect(thai.contains("พื้นที่ใน TH รวมกันได้ 565 แต่ 'members' ทั้งพื้นที่ระบุ 500"), "\(thai)")
    #expect(thai.contains("ค่าคือ 30 แต่ 12 จาก 48 ได้ 25"), "\(thai)")
    // What was counted later may have grown.
    let later = edits.mapValues {
      $0.replacing("2022-10-20", with: "2022-11-20").replacing("2022-10-21", with: "2022-11-21")
    }
    #expect(try await !TruthSite.told(later).contains("areas-differ"))
  }

  @Test func rangesAndWordsBesideNumbersAreRead() async throws {
    let edits = TruthSite.values(
      """
      members,50,2022-10-26,,stated,2475,new,,,,,
      funds,50,2021,,stated,2000,old,,,"2,000–3,000 กองทุน",,
      funds,55,2021,,stated,3000000,old,,,2–3 ล้านกองทุน,,
      """
    ).merging([
      "content/a.th.md":
        "---\ntitle: ก\n---\nมีกว่า {{ figure(\"members\", area=\"50\") }}\n\nมี 2475 คน ใน พ.ศ. 2475\n",
      "content/a.en.md": "---\ntitle: A\n---\nThere were 2475 people in 2475.\n",
    ]) { $1 }
    let english = try await TruthSite.told(edits)
    #expect(
      english.contains(
        "warning[bound-beside-exact]: the figure 'members' is exact, and a word beside it says “more than”"
      ), "\(english)")
    #expect(english.contains("warning[typed-figure]: the number 2475 is typed"))
    #expect(english.contains("content/a.th.md:6:3") && english.contains("content/a.en.md:4:12"))
    #expect(english.ranges(of: "typed-figure").count == 2, "\(english)")
    #expect(english.contains("the quote says “at least”, but the value is given as 'exact'"))
    #expect(english.contains("the quote says “at most”, but the value is given as 'exact'"))
    #expect(!english.contains("quote-without-value"))
    let thai = try await TruthSite.told(edits, in: .thai)
    #expect(
      thai.contains("ตัวเลข 'members' เป็นค่าที่แน่นอน แต่คำที่อยู่ติดกันบอกว่า “กว่า”"), "\(thai)")
  }

  @Test func wordsOfPeopleAreAnsweredWithThoseOfTheTable() async throws {
    let edits = TruthSite.values(
      """
      members,50,2022-10-26,,วันที่เผยแพร่,2475,new,,กว่า,,,
      members,55,2022-10-26,,stated,2475,new,,ประมาณ,,,
      """
    ).merging([
      "content/data/corrections.csv":
        "indicator,area,source,previous_value,value,kind,announced\nmembers,50,new,2474,2475,แก้ไข,2022-11-25\n"
    ]) { $1 }
    let english = try await TruthSite.told(edits)
    for hint in [
      "write more_than", "write about", "write publication_date",
      "write error (the former value was wrong) or revision (its source has revised it)",
    ] {
      #expect(english.contains("= hint: \(hint)\n"), "\(hint)\n\(english)")
    }
    #expect(
      try await TruthSite.told(edits, in: .thai)
        .contains("เขียน error (ค่าเดิมผิด) หรือ revision (ต้นทางปรับข้อมูล)"))
  }
}
