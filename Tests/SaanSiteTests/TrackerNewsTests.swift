import SaanModel
import SaanPages
import SaanPublish
import SaanSite
import SaanText
import Testing

/// What a reader of the tracker would otherwise miss: parties beyond the edge of a sheet, answers
/// that changed, a day that nobody kept.
@Suite struct TrackerNewsTests {
  private static let files = [
    "site.yaml": """
    title: {th: เครือข่าย, en: Network}
    base_url: https://example.org/
    theme: commons
    taxonomies:
      topics: {title: {th: หัวข้อ, en: Topics}, terms: {land: {th: ที่ดิน, en: Land}}}

    """,
    "content/data/sources.csv":
      "id,producer,producer@en,title,title@en\na,ก,A,เอกสาร ก,Paper A\nb,ข,B,เอกสาร ข,Paper B\n",
    "content/data/proposals.csv": """
    id,set,set@en,title,title@en,ask,ask@en,topics,source
    plots,ชุดหนึ่ง,Set one,เปิดที่ดิน,Open the land,ขอใช้ที่ว่าง,Use what is vacant,land,a
    water,ชุดหนึ่ง,Set one,ขอน้ำ,Water,ขอน้ำ,Water,,a

    """,
    "content/data/asks.csv":
      "id,proposal,text,text@en,source\nk1,plots,ทำรายชื่อ,Make a list,a\nk2,water,ขุดบ่อ,Dig a pond,a\n",
    "content/data/parties.csv": """
    id,name,name@en,dissolved,merged_into,source
    z,พรรคเขียว,Green Party,,,a
    y,พรรคกลาง,Centre Party,2024-05-01,z,a

    """,
    "content/data/party_names.csv": """
    party,name,name@en,start,end,source
    z,กลุ่มเขียว,Green Group,2010,2015,a
    z,พรรคเขียว,Green Party,2016,,a

    """,
    "content/data/commitments.csv": """
    party,ask,proposal,stance,words,words@en,date,evidence
    z,k1,,disagree,,,2024-01-20,b
    z,k1,,agree,จะทำ,We shall,2024-02-01,a;b
    z,k2,,agree,,,2024-02-01,b
    z,k2,,agree,,,2024-03-01,a
    y,k1,,no_reply,,,2024-01-05,
    y,k1,,not_asked,,,2024-09-01,
    y,,water,neutral,,,2024-02-02,b

    """,
    "content/data/promises.csv": """
    id,party,title,title@en,original_text,asks,acceptance_criteria,acceptance_criteria@en,criteria_on,made_on,topics,status,retired_reason,retired_reason@en,merged_into,source
    list,z,รายชื่อ,A list,จะทำรายชื่อ,k1,มีรายชื่อ,There is a list,2024-02-03,2024-02-01,land,,,,,a
    twice,z,รายชื่อซ้ำ,The list again,จะทำรายชื่อ,,มี,It is,,,land,retired,บันทึกซ้ำ,written down twice,,a
    part,z,ส่วนของรายชื่อ,A part,จะทำส่วนหนึ่ง,,มี,It is,,,land,,,,list,a
    thai,y,บ่อน้ำ,,จะขุดบ่อ,,มีน้ำ,,,,,,,,,a

    """,
    "content/data/promise_events.csv": """
    id,promise,date,type,review,progress,summary,summary@en,evidence,reviewers
    e1,list,2024-03-01,review,reviewed,in_progress,เริ่มแล้ว,It has begun,a;b,กข; คง
    e2,list,2024-04-01,reply,,,จะเสร็จทัน,It will be in time,b,
    e3,twice,2024-03-02,review,reviewed,in_progress,เริ่มแล้ว,It has begun,a;b,กข
    e4,part,2024-03-03,review,reviewed,stalled,หยุด,It stopped,a;b,กข
    e5,thai,2024-03-04,review,reviewed,stalled,หยุดแล้ว,,a;b,กข

    """,
    "content/data/followup_methods.csv":
      "method,name,name@en,source\nletter,ยื่นหนังสือ,Hand in a letter,a\n",
    "content/data/followups.csv": """
    id,method,proposals,promises,date,addressee,addressee@en,result,result@en,evidence,next_due
    f1,letter,plots,list,2024-02-10,พรรคเขียว,Green Party,รับไว้,It was taken,a,2024-02-20
    f2,letter,water,,2024-02-11,พรรคเขียว,Green Party,รับไว้,It was taken,a,2024-03-20
    f3,letter,water,,2024-07-20,พรรคเขียว,Green Party,รับไว้,It was taken,a,2024-08-20
    f4,letter,plots,,2024-08-20,พรรคเขียว,Green Party,รับไว้,It was taken,a,2027-01-20

    """,
  ]

  private func pages(_ more: [String: String] = [:]) async throws -> [String: String] {
    let day = try #require(CalendarDate(iso: "2024-10-04"))
    let result = try await build(
      Specimen.commons(Self.files.merging(more) { $1 }), BuildOptions(today: day, jobs: 1),
      into: MemorySink())
    let report = try #require(result.report, "\(DiagnosticPrinter().text(result.diagnostics))")
    return report.mapValues { String(decoding: $0, as: UTF8.self) }
  }

  // MARK: - The table of answers

  /// Twenty parties: each stands in one table of eight at most, with all asks, and nothing is at
  /// the edge of a sheet.
  @Test func noPartyIsBeyondTheEdgeOfATable() async throws {
    let ids = (10..<30).map { "p\($0)" }
    let pages = try await pages([
      "content/data/parties.csv": "id,name,name@en,source\n"
        + (ids.map { "\($0),พรรค\($0),Party \($0),a" }).joined(separator: "\n")
        + "\nz,พรรคเขียว,Green Party,a\ny,พรรคกลาง,Centre Party,a\n"
    ])
    for (language, ask, which) in [
      ("th", "ทำรายชื่อ", "ทุกพรรคอยู่ใน 3 ตาราง"), ("en", "Make a list", "All parties are in 3 tables"),
    ] {
      let page = try #require(pages["\(language)/promises/matrix/index.html"])
      let tables = page.split(separator: "<table>").dropFirst()
      #expect(tables.count == 3 && page.contains(which))
      for table in tables {
        #expect(table.ranges(of: "<th scope=\"col\">").count <= 9)
        #expect(table.contains(">\(ask)</th>"), "each table repeats the asks")
      }
      for id in ids + ["z", "y"] {
        let heads = page.ranges(of: "<th scope=\"col\"><a href=\"/\(language)/parties/\(id)/\"")
        #expect(heads.count == 1, "\(id)")
      }
      // How many have answered, of all parties, stands once.
      #expect(page.ranges(of: "class=\"sum\"").count == 3)
      #expect(page.contains("<td class=\"sum\">1/2</td>"), "\(page)")
    }
    let few = try #require(try await self.pages()["en/promises/matrix/index.html"])
    #expect(few.ranges(of: "<table>").count == 1 && !few.contains("tables, one below"))
  }

  @Test func aCellSaysThatItsAnswerWasAnotherOne() async throws {
    let pages = try await pages()
    for (language, agrees, changed, newest, silent) in [
      ("th", "เห็นด้วย", "เปลี่ยนคำตอบ", "คำตอบล่าสุด 1 มี.ค. 2567", "ถามแล้ว<wbr>ยังไม่ตอบ"),
      ("en", "agrees", "changed", "newest answer 1 Mar 2024", "asked, <wbr>no reply"),
    ] {
      let page = try #require(pages["\(language)/promises/matrix/index.html"])
      #expect(page.contains("\(agrees)<wbr> <b>2</b><br><small>\(changed)</small></td>"))
      #expect(page.ranges(of: "<small>\(changed)</small>").count == 1)
      #expect(page.contains(newest))
      // That it was not asked another time undoes no silence.
      #expect(page.contains("s-no-reply\">\(silent)</td>") && page.contains(">1/2<"), "\(page)")
    }
  }

  // MARK: - Feeds

  @Test func feedsTellWhatAPartyAnsweredAndWhatItWasBefore() async throws {
    let pages = try await pages()
    for (language, changed, again, own) in [
      (
        "th", "พรรคเขียว – ทำรายชื่อ: ไม่เห็นด้วย → เห็นด้วย", "พรรคเขียว – ขุดบ่อ: เห็นด้วย", "“จะทำ”<"
      ),
      (
        "en", "Green Party – Make a list: disagrees → agrees", "Green Party – Dig a pond: agrees",
        "“จะทำ” Our translation: We shall<"
      ),
    ] {
      for place in ["promises/", "parties/z/"] {
        let feed = try #require(pages["\(language)/\(place)atom.xml"])
        #expect(feed.contains("<title>\(changed)</title>") && feed.contains(own), "\(feed)")
        // What says the same again is told once.
        #expect(feed.ranges(of: "<title>\(again)</title>").count == 1)
        #expect(feed.contains("/\(language)/parties/z/?answer=k1-2024-02-01</id>"))
        #expect(feed.contains("href=\"https://example.org/\(language)/parties/z/#ask-k1\""))
      }
      let topic = try #require(pages["\(language)/promises/by/topic/land/feed.json"])
      #expect(topic.contains(changed) && !topic.contains(again))
      // A party that promised nothing has its feed, and its page links it.
      let other = try #require(pages["\(language)/parties/y/feed.json"])
      #expect(
        other.contains(
          language == "th" ? "พรรคกลาง – ขอน้ำ: เป็นกลาง" : "Centre Party – Water: neutral"))
      #expect(pages["\(language)/parties/y/index.html"]?.contains("/parties/y/atom.xml") == true)
    }
  }

  @Test func feedsTellOfFollowUpsAndOfWhatStandsNoMore() async throws {
    let pages = try await pages()
    for (language, letter, withdrawn, part) in [
      ("th", "ยื่นหนังสือ – พรรคเขียว", "[เราถอนรายการนี้] รายชื่อซ้ำ –", "[นับรวมกับข้ออื่น] ส่วนของรายชื่อ –"),
      (
        "en", "Hand in a letter – Green Party", "[entry withdrawn] The list again –",
        "[part of another promise] A part –"
      ),
    ] {
      let feed = try #require(pages["\(language)/parties/z/atom.xml"])
      #expect(feed.contains(withdrawn) && feed.contains(part), "\(feed)")
      #expect(feed.ranges(of: "<title>\(letter)</title>").count == 1)
      #expect(feed.contains("/\(language)/promises/#followup-f1</id>"))
      let all = try #require(pages["\(language)/promises/atom.xml"])
      #expect(all.ranges(of: "<title>\(letter)</title>").count == 4)
      #expect(pages["\(language)/promises/index.html"]?.contains("id=\"followup-f1\"") == true)
    }
    let english = try #require(pages["en/promises/atom.xml"])
    #expect(english.contains("“จะเสร็จทัน” Our translation: It will be in time"))
    #expect(english.contains("หยุดแล้ว (This page is not translated yet)"))
    #expect(pages["en/promises/thai/index.html"]?.contains("not translated yet") == true)
    #expect(pages["en/promises/list/index.html"]?.contains("not translated yet") == false)
  }

  // MARK: - Pages

  @Test func theDiarySaysWhichDayWasNotKept() async throws {
    let pages = try await pages()
    for (language, due, late, looked, open, next) in [
      (
        "th", "กำหนดขั้นต่อไปไว้ภายใน", "ทำต่อเมื่อ 20 ก.ค. 2567 หลังวันที่กำหนด", "ทำต่อเมื่อ 1 มี.ค. 2567",
        "พ้นวันนั้นแล้วและยังไม่มีบันทึกว่าทำต่อ", "เราจะติดตามอีกภายใน"
      ),
      (
        "en", "A next step was due by", "it came on 20 Jul 2024 only", "it came on 1 Mar 2024 only",
        "nothing recorded since", "We follow up again by"
      ),
    ] {
      let page = try #require(pages["\(language)/promises/index.html"])
      let entries = page.split(separator: "id=\"followup-").dropFirst()
      func says(_ id: String, _ words: String) -> Bool {
        entries.contains { $0.hasPrefix(id + "\"") && $0.contains(words) }
      }
      // A look at the promise is a step, and came after the day.
      #expect(says("f1", due) && says("f1", looked), "\(page)")
      #expect(says("f2", due) && says("f2", late))
      #expect(says("f3", due) && says("f3", open))
      #expect(says("f4", next) && !says("f4", due))
    }
  }

  @Test func whoLookedIsCountedAndAPartysEndIsSaid() async throws {
    let pages = try await pages()
    for (language, two, dissolved, names) in [
      ("th", "ผู้ตรวจ 2 คน: กข, คง", "ยุบเมื่อ 1 พ.ค. 2567", "ชื่อในแต่ละช่วง"),
      ("en", "Reviewed by 2 people: กข, คง", "dissolved 1 May 2024", "Names over time"),
    ] {
      let page = try #require(pages["\(language)/promises/list/index.html"])
      #expect(page.replacing(/<[^>]*>/, with: "").contains(two), "\(page)")
      for place in ["promises/thai/", "parties/"] {
        let page = try #require(pages["\(language)/\(place)index.html"])
        #expect(page.contains(dissolved), "\(language)/\(place)")
      }
      let party = try #require(pages["\(language)/parties/z/index.html"])
      #expect(party.contains("<dt>\(names)</dt>"))
    }
  }

  @Test func whatIsPartOfAnotherIsExplainedAsThat() async throws {
    let day = try #require(CalendarDate(iso: "2024-10-04"))
    let site = try #require(
      try await load(Specimen.commons(Self.files), BuildOptions(today: day, jobs: 1)).value)
    let told = try #require(explainPromise("part", in: site, language: .english).value)
    #expect(told.contains("counts as a part of: list  A list\n"), "\(told)")
    let thai = try #require(explainPromise("twice", in: site, language: .thai).value)
    #expect(thai.contains("ถอนรายการแล้ว: บันทึกซ้ำ"), "\(thai)")
    let rows = String(decoding: DataList.promises.json(site), as: UTF8.self)
    #expect(rows.contains("\"merged_into\": \"list\""))
  }
}
