import SaanText
import Testing

/// Sentences as readers see them; a no-break space is written as `_`.
@Suite struct ProseTests {
  private let thai = Prose(.thai)
  private let english = Prose(.english)
  private let day = CalendarDate(iso: "2011-10-03") ?? CalendarDate(dayNumber: 0)

  private func plain(_ text: String?) -> String? {
    text.map { String($0.map { $0 == "\u{A0}" ? "_" : $0 }) }
  }

  private func both(_ say: (Prose) -> String?) -> [String?] {
    [plain(say(thai)), plain(say(english))]
  }

  @Test func notesAreMarkedByLetters() {
    #expect((0..<3).map(thai.mark) == ["ก", "ข", "ค"])
    #expect([0, 25, 26, 53].map(english.mark) == ["a", "z", "aa", "bb"])
  }

  @Test func amountsNameTheirUnitAndWhatTheyDoNotPromise() {
    let funds = CountedNoun(one: "fund", other: "funds")
    #expect(plain(english.amount(ExactNumber(1), funds)) == "1_fund")
    #expect(plain(english.amount(ExactNumber(5_915), funds, hedge: .about)) == "about 5,915_funds")
    #expect(
      plain(thai.amount(ExactNumber(2_600), CountedNoun("องค์กร"), hedge: .about))
        == "ประมาณ 2,600_องค์กร")
    #expect(
      plain(thai.amount(ExactNumber(2_000), CountedNoun("ครัวเรือน"), hedge: .atLeast))
        == "อย่างน้อย 2,000_ครัวเรือน")
    #expect(plain(thai.amount(ExactNumber(64), CountedNoun("ร้อยละ"))) == "64%")
    #expect(plain(english.amount(ExactNumber(12), nil)) == "12")
  }

  @Test func aThingStandsWithItsNumber() {
    let people = CountedNoun(one: "person", other: "people")
    let councils = CountedNoun(one: "council", other: "councils")
    #expect(
      plain(thai.counted("สมาชิกกองทุน", ExactNumber(99), CountedNoun("คน"))) == "สมาชิกกองทุน 99_คน")
    #expect(
      plain(thai.counted("ตำบลที่นับใน พ.ศ. 2557", ExactNumber(99), CountedNoun("แห่ง")))
        == "ตำบลที่นับใน พ.ศ. 2557 จำนวน 99_แห่ง")
    #expect(both { $0.named("สภา 2557", "99") } == ["สภา 2557 จำนวน 99", "สภา 2557: 99"])
    #expect(both { $0.named("", "99") } == ["99", "99"])
    #expect(
      plain(english.counted("Registered community councils", ExactNumber(158), councils))
        == "158_registered community councils")
    #expect(
      plain(english.counted("Members of welfare funds", ExactNumber(99), people))
        == "99_members of welfare funds")
    #expect(
      plain(english.counted("Population", ExactNumber(99), people)) == "99_people (population)")
    #expect(
      plain(english.counted("Council members", ExactNumber(1285), people))
        == "1,285_council members")
    // One of a kind, names and abbreviations keep what they have.
    #expect(
      plain(english.counted("Registered community councils", ExactNumber(1), councils))
        == "1_council (registered community councils)")
    #expect(
      plain(
        english.counted(
          "Baan Mankong households in towns", ExactNumber(5), CountedNoun("households")))
        == "5_Baan Mankong households in towns")
    #expect(
      plain(english.counted("CODI’s target", ExactNumber(5), CountedNoun("households")))
        == "5_households (CODI’s target)")
  }

  @Test func aSharedValueNamesItsPlaces() {
    let names = ["Nan", "Phrae", "Phayao"]
    #expect(english.together(with: ["Nan"]) == "together with Nan")
    #expect(english.together(with: names) == "together with Nan, Phrae and Phayao")
    #expect(thai.together(with: ["จังหวัดน่าน"]) == "ร่วมกับจังหวัดน่าน")
    #expect(english.allTogether(names) == "Nan, Phrae and Phayao together")
    #expect(thai.allTogether(["จังหวัดน่าน", "จังหวัดแพร่"]) == "จังหวัดน่านและจังหวัดแพร่ รวมกัน")
  }

  @Test func aSumNamesItsFirstAndItsLastDay() throws {
    let later = try #require(CalendarDate(iso: "2011-12"))
    #expect(
      both { $0.window(day, later) } == [
        "ตั้งแต่ 3_ตุลาคม_2554 ถึงธันวาคม_2554", "from 3_October_2011 to December_2011",
      ])
    #expect(
      both { $0.window(day, later, .published) } == [
        "เผยแพร่ตั้งแต่ 3_ตุลาคม_2554 ถึงธันวาคม_2554", "published from 3_October_2011 to December_2011",
      ])
    #expect(
      both { $0.window(day, day, .either) } == [
        "ลงวันที่หรือเผยแพร่เมื่อ 3_ตุลาคม_2554", "as of or published 3_October_2011",
      ])
    // Of a year alone nobody knows the days.
    let year = try #require(CalendarDate(iso: "2011"))
    #expect(both { $0.window(year, later) } == ["ใน_พ.ศ._2554", "in 2011"])
  }

  @Test func aFigureOfASpanIsForIt() throws {
    let span = try #require(CalendarDate(iso: "2010-10/2011-09"))
    let months = "(October 2010 – September 2011)"
    #expect(
      both { $0.asOf(span) } == ["ในปีงบประมาณ พ.ศ. 2554", "for fiscal year 2011 \(months)"])
    #expect(
      both { $0.dates(of: [FigureTime(span, .stated)]) ?? "" } == [
        "ตัวเลขนี้เป็นของปีงบประมาณ พ.ศ. 2554", "This figure is for fiscal year 2011 \(months).",
      ])
    let next = try #require(CalendarDate(iso: "2011-10/2012-09"))
    #expect(
      both { $0.span(span, next) } == [
        "ตุลาคม 2553 – กันยายน 2555", "October 2010 – September 2012",
      ])
  }

  @Test func aPlaceOfWhichOnlyAnOrganisationIsKnownSaysSo() {
    #expect(
      both { $0.introduction("Nan", in: nil, facts: [], mentions: 1, hasOwn: true) } == [
        "Nan ยังไม่มีตัวเลขของทั้งพื้นที่ในเว็บไซต์นี้ มีเพียงตัวเลขขององค์กรหรืองานที่อยู่ที่นี่",
        "Nan has no figures of the whole place on this site yet, only figures of organisations"
          + " or events there.",
      ])
  }

  @Test func datesSayTheirEraAndHowTheyAreKnown() {
    #expect(both { $0.asOf(day) } == ["ณ วันที่ 3_ตุลาคม_2554", "as of 3_October_2011"])
    #expect(
      both { $0.asOf(day, .published) } == ["เผยแพร่เมื่อ 3_ตุลาคม_2554", "published 3_October_2011"])
    #expect(both { $0.asOf(CalendarDate(year: 2011)) } == ["ใน_พ.ศ._2554", "in 2011"])
    #expect(
      both { $0.asOf(CalendarDate(year: 2011, month: 10)) }
        == ["ณ เดือนตุลาคม_2554", "as of October_2011"])
    #expect(both { $0.asOf(nil) } == ["ไม่ระบุวันที่", "date not stated"])
  }

  @Test func thePageTellsDaysOfFiguresFromDaysOfPublication() throws {
    func told(_ times: FigureTime?...) -> [String?] { both { $0.dates(of: times) } }
    let year = try #require(CalendarDate(year: 2011))
    let older = try #require(CalendarDate(year: 2005))
    #expect(
      told(FigureTime(older, .stated), FigureTime(day, .published), nil) == [
        "ตัวเลขเหล่านี้มีวันที่ตั้งแต่ พ.ศ._2548 ถึง 3_ตุลาคม_2554 ส่วนอีก 1_ตัวเลขไม่ระบุวันที่",
        "These figures are dated from 2005 to 3_October_2011; 1 more has no stated date.",
      ])
    #expect(
      told(FigureTime(older, .published), FigureTime(day, .published)) == [
        "ตัวเลขเหล่านี้เผยแพร่ระหว่าง พ.ศ._2548 ถึง 3_ตุลาคม_2554",
        "These figures were published between 2005 and 3_October_2011.",
      ])
    #expect(
      told(FigureTime(day, .stated), FigureTime(day, .stated)) == [
        "ตัวเลขเหล่านี้เป็นข้อมูล ณ วันที่ 3_ตุลาคม_2554", "These figures are as of 3_October_2011.",
      ])
    #expect(
      told(FigureTime(day, .published)) == [
        "ตัวเลขนี้เผยแพร่เมื่อ 3_ตุลาคม_2554", "This figure was published on 3_October_2011.",
      ])
    #expect(
      told(FigureTime(year, .stated), FigureTime(year, .stated)) == [
        "ตัวเลขเหล่านี้เป็นของ พ.ศ._2554", "These figures are of 2011.",
      ])
    #expect(
      told(FigureTime(day, .stated), FigureTime(day, .published)) == [
        "ตัวเลขเหล่านี้เป็นข้อมูลของ 3_ตุลาคม_2554 หรือเผยแพร่เมื่อ 3_ตุลาคม_2554",
        "These figures are as of 3_October_2011 or were published then.",
      ])
    #expect(
      told(nil, nil) == ["ตัวเลขเหล่านี้ไม่ระบุวันที่", "None of these figures has a stated date."])
    #expect(told() == [nil, nil])
  }

  @Test func ranksNameThoseThatReported() {
    func rank(_ place: Int, _ count: Int, _ level: Int = 0) -> [String?] {
      both { $0.rank(place, of: count, level: level, $0.noun(.province)) }
    }
    #expect(rank(1, 1) == ["ยังไม่มีข้อมูลของจังหวัดอื่น", "no figure for other provinces"])
    #expect(
      rank(2, 2) == ["น้อยกว่าอีก 1_จังหวัดที่มีข้อมูล", "the lower of the 2_provinces with data"])
    #expect(
      rank(1, 12) == ["มากที่สุดใน 12_จังหวัดที่มีข้อมูล", "the highest of the 12_provinces with data"])
    #expect(
      rank(3, 12, 1) == [
        "มากเป็นอันดับที่_3 จาก 12_จังหวัดที่มีข้อมูล เท่ากับอีก 1_จังหวัด",
        "3rd highest of the 12_provinces with data, level with 1 other",
      ])
    #expect(
      rank(11, 12, 1) == [
        "น้อยที่สุดใน 12_จังหวัดที่มีข้อมูล เท่ากับอีก 1_จังหวัด",
        "the lowest of the 12_provinces with data, level with 1 other",
      ])
    #expect(
      rank(1, 4, 3) == ["เท่ากันทั้ง 4_จังหวัดที่มีข้อมูล", "the same in all 4_provinces with data"])
    #expect(
      plain(thai.rank(1, of: 3, thai.noun(.district, inBangkok: true), isRate: true))
        == "สูงที่สุดใน 3_เขตที่มีข้อมูล")
    // Regions of an organisation's own division are not the country's regions.
    #expect(
      both { $0.rank(1, of: 11, $0.noun(.region, ofDivision: true)) } == [
        "มากที่สุดใน 11_ภูมิภาคย่อยที่มีข้อมูล", "the highest of the 11_sub-regions with data",
      ])
  }

  @Test func ratesAreHeldAgainstThoseOfWiderAreas() {
    func comparison(_ one: Prose.Comparison, _ two: Prose.Comparison) -> [String?] {
      both { $0.comparison([("ภาคเหนือ", "45%", one), ("ประเทศไทย", "50%", two)]) }
    }
    #expect(
      comparison(.above, .below) == [
        "สูงกว่าภาคเหนือ (45%) แต่ต่ำกว่าประเทศไทย (50%)", "above ภาคเหนือ (45%) but below ประเทศไทย (50%)",
      ])
    #expect(
      comparison(.above, .above) == [
        "สูงกว่าทั้งภาคเหนือ (45%) และประเทศไทย (50%)", "above both ภาคเหนือ (45%) and ประเทศไทย (50%)",
      ])
    #expect(comparison(.level, .below)[1] == "the same as ภาคเหนือ (45%) and below ประเทศไทย (50%)")
    #expect(thai.comparison([]) == nil)
  }

  @Test func placesHaveTheWordForTheirKind() {
    #expect(thai.placeName("สุรินทร์", .province) == "จังหวัดสุรินทร์")
    #expect(thai.placeName("กรุงเทพมหานคร", .province, inBangkok: true) == "กรุงเทพมหานคร")
    #expect(thai.placeName("พระนคร", .district, inBangkok: true) == "เขตพระนคร")
    #expect(thai.placeName("อำเภอปราสาท", .district) == "อำเภอปราสาท")
    #expect(english.placeName("Surin", .province) == "Surin")
    #expect(english.placeName("Prasat", .district) == "Prasat District")
  }

  @Test func thePageOfAPlaceBeginsWithASentence() {
    func say(_ facts: (Prose) -> [PlaceFact], mentions: Int = 0) -> [String?] {
      both { $0.introduction("น่าน", in: .place("ภาคเหนือ"), facts: facts($0), mentions: mentions) }
    }
    #expect(
      say { _ in [] } == [
        "น่านในภาคเหนือยังไม่มีตัวเลขที่เผยแพร่ในเว็บไซต์นี้",
        "น่าน, in ภาคเหนือ, has no figures on this site yet.",
      ])
    #expect(
      say({ _ in [] }, mentions: 1) == [
        "น่านในภาคเหนือยังไม่มีตัวเลขเฉพาะพื้นที่ แต่แหล่งข้อมูลกล่าวถึงงานในพื้นที่_1_เรื่อง",
        "น่าน, in ภาคเหนือ, has no figures of its own on this site yet, but sources mention one project there.",
      ])
    #expect(
      say({ _ in [] }, mentions: 2)[1]?.hasSuffix("sources mention two projects there.") == true)
    #expect(
      say({ _ in [] }, mentions: 10)[1]?.hasSuffix("sources mention 10 projects there.") == true)
    let fact: (Prose) -> PlaceFact = { PlaceFact("A 5", date: $0.asOf(self.day)) }
    #expect(
      say { [fact($0), PlaceFact("B 6", date: $0.asOf(self.day))] } == [
        "น่านในภาคเหนือมี A 5 และ B 6 (ทั้งสองตัวเลข ณ วันที่ 3_ตุลาคม_2554)",
        "น่าน, in ภาคเหนือ, has A 5 and B 6 (both as of 3_October_2011).",
      ])
    #expect(
      say {
        [
          fact($0),
          PlaceFact("B (c)", date: nil, coverage: $0.coverage(1, of: 9, $0.noun(.province))),
        ]
      } == [
        "น่านในภาคเหนือมี A 5 (ณ วันที่ 3_ตุลาคม_2554) และ B (c; มีข้อมูล 1 จาก 9_จังหวัด ไม่ระบุวันที่)",
        "น่าน, in ภาคเหนือ, has A 5 (as of 3_October_2011) and B (c; 1 of 9_provinces has data, date not stated).",
      ])
    #expect(
      say { _ in [PlaceFact("A", date: nil), PlaceFact("B", date: nil)] }
        == [
          "น่านในภาคเหนือมี A และ B (ทั้งสองตัวเลขไม่ระบุวันที่)",
          "น่าน, in ภาคเหนือ, has A and B (dates not stated).",
        ])
  }

  @Test func whatHoldsForAllIsSaidOnce() {
    func facts(_ prose: Prose, _ date: String?, _ reported: Int?) -> String {
      let coverage = reported.map { prose.coverage($0, of: 20, prose.noun(.province)) }
      let names = ["องค์กร 5", "สภา 6", "กองทุน 7"].prefix(reported == 2 ? 3 : 2)
      return prose.introduction(
        "ประเทศไทย", in: nil, facts: names.map { PlaceFact($0, date: date, coverage: coverage) })
    }
    #expect(
      both { facts($0, $0.asOf(self.day, .published), 1) } == [
        "ประเทศไทยมีองค์กร 5 และสภา 6 (ทั้งสองตัวเลขมีข้อมูล 1 จาก 20_จังหวัด เผยแพร่เมื่อ 3_ตุลาคม_2554)",
        "ประเทศไทย has องค์กร 5 and สภา 6 (for both, 1 of 20_provinces has data, published 3_October_2011).",
      ])
    #expect(
      both { facts($0, nil, 2) } == [
        "ประเทศไทยมีองค์กร 5 สภา 6 และกองทุน 7 (ทุกตัวเลขมีข้อมูล 2 จาก 20_จังหวัด ไม่ระบุวันที่)",
        "ประเทศไทย has องค์กร 5, สภา 6 and กองทุน 7 (for all, 2 of 20_provinces have data, dates not stated).",
      ])
    #expect(
      plain(facts(thai, thai.asOf(day, .published), nil))
        == "ประเทศไทยมีองค์กร 5 และสภา 6 (ทั้งสองตัวเลขเผยแพร่เมื่อ 3_ตุลาคม_2554)")
  }

  @Test func regionsOfADivisionSayWhoseItIs() {
    let division = ["การแบ่งพื้นที่ของ พอช.", "the division by CODI"]
    #expect(
      both { prose in
        prose.introduction(
          "ภาคกลาง", in: .division(division[prose.language.tag == .thai ? 0 : 1]),
          facts: [PlaceFact("สภา 5", date: prose.asOf(self.day))])
      } == [
        "ภาคกลางตามการแบ่งพื้นที่ของ พอช. มีสภา 5 (ณ วันที่ 3_ตุลาคม_2554)",
        "ภาคกลาง, in the division by CODI, has สภา 5 (as of 3_October_2011).",
      ])
  }

  @Test func thaiWordsFollowEachOtherWithoutASpace() {
    func place(_ name: String, _ fact: String) -> String {
      thai.introduction(name, in: nil, facts: [PlaceFact(fact, date: thai.asOf(day))])
    }
    #expect(place("น่าน", "สภา 5").hasPrefix("น่านมีสภา 5"))
    #expect(place("กรุงเทพฯ", "สภา 5").hasPrefix("กรุงเทพฯ มีสภา 5"))
    #expect(place("สถาบัน (องค์การมหาชน)", "5 แห่ง").hasPrefix("สถาบัน (องค์การมหาชน) มี 5 แห่ง"))
    #expect(place("CODI", "พ.ร.บ. 5 ฉบับ").hasPrefix("CODI มี พ.ร.บ. 5 ฉบับ"))
  }

  @Test func aChartWithOneValueSaysWhose() {
    #expect(
      both { $0.onlyValue($0.hedged("2,600", .about), of: "น่าน") } == [
        "มีข้อมูลเฉพาะน่าน คือประมาณ 2,600", "only น่าน has data: about 2,600",
      ])
    #expect(both { $0.onlyValue("5", of: "") } == ["มีค่าเดียวคือ 5", "the only value is 5"])
    #expect(both { $0.withoutData(76, "76 จังหวัด") }[0] == "อีก 76 จังหวัดไม่มีข้อมูล")
    #expect(
      both { $0.whole("10 แห่ง", parts: ["a 4", "b 6"]) } == [
        "รวม 10 แห่ง แบ่งเป็น a 4 b 6", "10 แห่ง in all: a 4, b 6",
      ])
    let year = CalendarDate(year: 2011) ?? day
    #expect(
      both { $0.period([self.day, self.day]) } == [
        "ข้อมูล ณ วันที่ 3_ตุลาคม_2554", "as of 3_October_2011",
      ])
    #expect(
      both { $0.period([year, year]) } == ["ข้อมูลใน_พ.ศ._2554", "in 2011"])
    #expect(
      both { $0.period([year, CalendarDate(year: 2013) ?? year]) }
        == ["ข้อมูลของ พ.ศ._2554–2556", "as of 2011–2013"])
  }

  @Test func aWorkIsCreditedToItsMaker() {
    #expect(
      both { $0.credit("รายงาน", to: "เครือข่าย") } == ["รายงาน โดยเครือข่าย", "รายงาน, เครือข่าย"])
    #expect(thai.credit("รายงาน", to: "CODI") == "รายงาน โดย CODI")
    #expect(thai.credit("รายงาน", to: "“เครือข่าย”") == "รายงาน โดย “เครือข่าย”")
  }

  @Test func changesSayFromWhenToWhen() {
    let then = CalendarDate(iso: "2005") ?? day
    let changes = both {
      $0.change(from: ("5", $0.month(then)), to: ("6", $0.month(day)), .above)
    }
    #expect(
      changes == [
        "เพิ่มขึ้นจาก 5 เมื่อ พ.ศ._2548 เป็น 6 เมื่อเดือนตุลาคม_2554",
        "rose from 5 in 2005 to 6 in October_2011",
      ])
    #expect(
      plain(english.change(from: ("5", "2005"), to: ("5", "2011"), .level))
        == "5 in both 2005 and 2011")
    #expect(
      both { $0.change(from: ("6", "2548"), to: ("5", "2554"), .below) } == [
        "ลดลงจาก 6 เมื่อ 2548 เป็น 5 เมื่อ 2554", "fell from 6 in 2548 to 5 in 2554",
      ])
  }
}
