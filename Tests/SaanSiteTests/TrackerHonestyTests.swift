import SaanModel
import SaanPages
import SaanPublish
import SaanSite
import SaanText
import Testing

/// What the tracker must not say: what nobody knows, and what the records do not hold.
@Suite struct TrackerHonestyTests {
  private static let files = [
    "site.yaml": """
    title: {th: เครือข่าย, en: Network}
    base_url: https://example.org/
    theme: commons
    taxonomies:
      topics: {title: {th: หัวข้อ, en: Topics}, terms: {land: {th: ที่ดิน, en: Land}}}
    collections:
      news: {title: {th: ข่าว, en: News}}

    """,
    "content/news/one.th.md": "---\ntitle: ข่าวที่ดิน\ndate: 2024-01-02\ntopics: [land]\n---\nข่าว\n",
    "content/news/one.en.md":
      "---\ntitle: News of land\ndate: 2024-01-02\ntopics: [land]\n---\nNews\n",
    "content/data/sources.csv":
      "id,producer,producer@en,title,title@en\na,ก,A,เอกสาร ก,Paper A\nb,ข,B,เอกสาร ข,Paper B\n",
    "content/data/proposals.csv": """
    id,set,set@en,number,title,title@en,ask,ask@en,topics,areas,source
    plots,ชุดหนึ่ง,Set one,1,เปิดที่ดิน,Open the land,ขอใช้ที่ว่าง,Use what is vacant,land,32,a
    water,ชุดหนึ่ง,,2,ขอน้ำ,Water,ขอน้ำ,Water,,,a

    """,
    "content/data/asks.csv":
      "id,proposal,text,text@en,source\nk1,plots,ทำรายชื่อ,Make a list,a\nk2,plots,ไม่เก็บค่าเช่า,Ask no rent,a\n",
    "content/data/parties.csv":
      "id,name,name@en,dissolved,source\nz,พรรคเขียว,Green Party,,a\ny,พรรคกลาง,Centre Party,2024-05-01,a\n",
    "content/data/mandates.csv":
      "id,name,name@en,start,end,source\nm,วาระหนึ่ง,First term,2023-09-01,2027-05,a\n",
    "content/data/areas.csv": """
    code,class,name,name@en,parent
    TH,country,ประเทศไทย,Thailand,
    32,province,สุรินทร์,Surin,TH

    """,
    "content/data/party_roles.csv":
      "party,role,mandate,source\nz,opposition,m,a\ny,government,m,a\n",
    "content/data/commitments.csv": """
    party,ask,stance,words,words@en,date,evidence
    z,k1,neutral,ยังไม่แน่,Not sure yet,2024-01-20,b
    z,k1,agree,จะทำ,We shall,2024-02-01,a;b
    z,k1,no_reply,,,2024-03-01,
    z,k2,no_reply,,,2024-02-01,
    y,k1,disagree,,,2024-02-02,b
    y,k2,not_asked,,,,

    """,
    "content/data/promises.csv": """
    id,party,title,title@en,original_text,asks,acceptance_criteria,acceptance_criteria@en,criteria_on,deadline,topics,status,retired_reason,retired_reason@en,merged_into,source
    list,z,รายชื่อ,A list,จะทำรายชื่อ,k1,มีรายชื่อ,There is a list,2024-02-03,2024-06-30,land,,,,,a
    twice,z,รายชื่อซ้ำ,The list again,จะทำรายชื่อ,k1,มีรายชื่อ,There is a list,,,land,retired,บันทึกซ้ำ,written down twice,,a
    part,z,ส่วนของรายชื่อ,A part of the list,จะทำส่วนหนึ่ง,k1,มีรายชื่อ,There is a list,,,land,,,,list,a

    """,
    "content/data/promise_events.csv": """
    id,promise,date,type,review,progress,summary,summary@en,evidence,reviewers,votes_for,votes_against
    e1,list,2024,checkpoint,reviewed,in_progress,เริ่มแล้ว,It has begun,a,กข,,
    e2,list,2024-04-01,vote,,,ลงมติ,A vote,b,,,12345

    """,
  ]

  private func pages(
    _ more: [String: String] = [:], today: String = "2024-10-04"
  ) async throws -> [String: String] {
    let day = try #require(CalendarDate(iso: today))
    let result = try await build(
      Specimen.commons(Self.files.merging(more) { $1 }), BuildOptions(today: day, jobs: 1),
      into: MemorySink())
    let report = try #require(result.report, "\(DiagnosticPrinter().text(result.diagnostics))")
    return report.mapValues { String(decoding: $0, as: UTF8.self) }
  }

  @Test func anAnswerStandsWhenAPartyKeepsSilentLater() async throws {
    let pages = try await pages()
    for (language, agrees, before, again, former) in [
      ("th", "เห็นด้วย", "คำตอบก่อนหน้านี้", "ถามซ้ำแล้วไม่ตอบเมื่อ 1 มี.ค. 2567", "ยังไม่แน่"),
      ("en", "agrees", "Answered before", "asked again, no reply on 1 Mar 2024", "ยังไม่แน่"),
    ] {
      let matrix = try #require(pages["\(language)/promises/matrix/index.html"])
      #expect(matrix.contains("<td class=\"s s-agree\">\(agrees)<wbr> <b>2</b>"))
      // Of two parties one was not asked the second, and one says nothing.
      #expect(matrix.contains(">2/2<") && matrix.contains(">0/1<"))
      for place in ["parties/z/", "proposals/plots/"] {
        let page = try #require(pages["\(language)/\(place)index.html"])
        for word in [before, again, former] { #expect(page.contains(word), "\(place) \(word)") }
      }
    }
    // What is printed as a party's own words is what it said; our English is marked.
    let english = try #require(pages["en/parties/z/index.html"])
    #expect(english.contains("<q lang=\"th\">จะทำ</q>"))
    #expect(english.contains("Our translation: We shall"))
    #expect(pages["th/parties/z/index.html"]?.contains("We shall") == false)
  }

  @Test func aYearIsNoDay() async throws {
    let pages = try await pages()
    for (language, year, invented) in [("th", "2567", "31 ธันวาคม"), ("en", "2024", "31 December")] {
      let page = try #require(pages["\(language)/promises/list/index.html"])
      #expect(page.contains("\(year)</time>") && !page.contains(invented), "\(language)")
    }
  }

  @Test func votesThatNobodyGaveAreNotNought() async throws {
    let pages = try await pages()
    #expect(pages["en/promises/list/index.html"]?.contains(">12,345 against</p>") == true)
    #expect(pages["th/promises/list/index.html"]?.contains(">ไม่เห็นด้วย 12,345</p>") == true)
  }

  @Test func aDissolvedPartyGovernsNoMore() async throws {
    let pages = try await pages()
    let gone = try #require(pages["en/parties/y/index.html"])
    #expect(gone.contains("1 May 2024") && !gone.contains("May 2027"))
    // Of a term that goes on nobody knows the end.
    #expect(pages["en/parties/z/index.html"]?.contains("2027") == false)
    #expect(pages["th/promises/matrix/index.html"]?.contains("ยุบเมื่อ 1 พ.ค. 2567") == true)
  }

  @Test func ourOwnMistakesAreNotPutDownToAParty() async throws {
    let pages = try await pages()
    for (language, note, counted) in [
      ("th", "เราถอนรายการนี้เอง ไม่ได้แปลว่าพรรคถอนคำพูด", "ตรวจแล้ว 1 จาก 1 ข้อ"),
      ("en", "We have withdrawn this entry. That says nothing of the party.", "1 of 1 reviewed"),
    ] {
      let page = try #require(pages["\(language)/promises/twice/index.html"])
      #expect(page.contains(note) && !page.contains(">nobody has looked yet<"))
      // Neither the withdrawn one nor the part of another is counted.
      let tracker = try #require(pages["\(language)/promises/index.html"])
      #expect(tracker.contains(counted), "\(language)")
    }
    #expect(pages["en/promises/list/index.html"]?.contains("A part of the list") == true)
    #expect(pages["en/promises/method/index.html"]?.contains("asked the same") == false)
    #expect(pages["th/promises/method/index.html"]?.contains("ถูกถามข้อเดียวกัน") == false)
  }

  @Test func theTrackerIsFoundFromEveryPageAndProposalsFromWhatTheyName() async throws {
    let pages = try await pages()
    for language in ["th", "en"] {
      let home = try #require(pages["\(language)/news/one/index.html"])
      for place in ["promises/", "promises/matrix/", "parties/"] {
        #expect(home.contains("href=\"/\(language)/\(place)\""), "\(place)")
      }
      // The home page shows the proposals, though no collection has articles of them.
      let first = try #require(pages["\(language)/index.html"])
      for place in ["proposals/plots/", "proposals/water/", "promises/"] {
        #expect(first.contains("href=\"/\(language)/\(place)\""), "\(place)")
      }
      let topic = try #require(pages["\(language)/topics/land/index.html"])
      #expect(topic.contains("/\(language)/proposals/plots/"), "\(language)")
      #expect(!topic.contains("/\(language)/proposals/water/"))
    }
    // One row without an English name of its set makes no second set.
    #expect(pages["en/proposals/water/index.html"]?.contains("Proposal 2 of 2") == true)
  }
}
