import SaanModel
import SaanPublish
import SaanSite
import SaanText
import Testing

/// Proposals, answers and promises as the program's theme shows them.
@Suite struct TrackerPageTests {
  /// A site with one proposal of two asks and an article for it.
  private static let asked = [
    "site.yaml": """
    title: {th: เครือข่าย, en: Network}
    base_url: https://example.org/
    theme: commons
    taxonomies:
      topics: {title: {th: หัวข้อ, en: Topics}, terms: {land: {th: ที่ดิน, en: Land}}}
    collections:
      proposals: {title: {th: ข้อเสนอ, en: Proposals}, template: proposal.html, list_template: proposals.html, sort: weight}

    """,
    "content/data/sources.csv":
      "id,producer,producer@en,title,title@en\na,ก,A,เอกสาร ก,Paper A\nb,ข,B,เอกสาร ข,Paper B\n",
    "content/data/proposals.csv": """
    id,set,set@en,number,title,title@en,ask,ask@en,topics,source
    plots,ชุดหนึ่ง,Set one,1,เปิดที่ดิน,Open the land,ขอใช้ที่ว่าง,Use what is vacant,land,a
    water,ชุดหนึ่ง,Set one,2,ขอน้ำ,Water,ขอน้ำ,Water,land,a

    """,
    "content/data/asks.csv":
      "id,proposal,text,text@en,source\nk1,plots,ทำรายชื่อ,Make a list,a\nk2,plots,ไม่เก็บค่าเช่า,Ask no rent,a\n",
    "content/proposals/plots.th.md": "เหตุผลของเรา\n",
    "content/proposals/plots.en.md": "Our reasons\n",
  ]

  private static let answered = [
    "content/data/parties.csv":
      "id,name,name@en,source\nz,พรรคเขียว,Green Party,a\ny,พรรคกลาง,Centre Party,a\n",
    "content/data/commitments.csv": """
    party,ask,stance,words,words@en,date,evidence
    z,k1,agree,จะทำ,We shall,2024-02-01,a;b
    z,k2,no_reply,,,,
    y,k1,disagree,,,2024-02-02,b
    y,k2,not_asked,,,,

    """,
    "content/data/promises.csv": """
    id,party,title,title@en,original_text,asks,acceptance_criteria,acceptance_criteria@en,criteria_on,deadline,topics,source
    list,z,รายชื่อ,A list,จะทำรายชื่อ,k1,มีรายชื่อ,There is a list,2024-02-03,2024-06-30,land,a

    """,
    "content/data/promise_events.csv": """
    id,promise,date,type,review,progress,summary,summary@en,evidence,reviewers
    e1,list,2024-03-01,checkpoint,reviewed,in_progress,เริ่มแล้ว,It has begun,a,กข
    e2,list,2024-04-01,reply,,,จะเสร็จทัน,It will be in time,b,

    """,
  ]

  private func pages(
    _ files: [String: String], today: String = "2024-10-04"
  ) async throws -> [String: String] {
    let day = try #require(CalendarDate(iso: today))
    let result = try await build(
      Specimen.commons(files), BuildOptions(today: day, jobs: 1), into: MemorySink())
    let report = try #require(result.report, "\(DiagnosticPrinter().text(result.diagnostics))")
    return report.mapValues { String(decoding: $0, as: UTF8.self) }
  }

  @Test func anAnswerNamesItsElection() async throws {
    let pages = try await pages(
      Self.asked.merging(Self.answered) { $1 }.merging([
        "content/data/elections.csv":
          "id,name,name@en,date,source\nv,เลือกตั้งปี 2567,Election of 2024,2024-03-24,a\n",
        "content/data/commitments.csv":
          "party,ask,election,stance,date,evidence\nz,k1,v,agree,2024-02-01,a\ny,k1,,agree,2024-02-01,a\n",
      ]) { $1 })
    for (language, name) in [("th", "เลือกตั้งปี 2567"), ("en", "Election of 2024")] {
      for place in ["parties/z/", "proposals/plots/"] {
        let page = try #require(pages["\(language)/\(place)index.html"])
        #expect(page.ranges(of: name).count == 1, "\(language)/\(place)")
      }
      #expect(pages["\(language)/parties/y/index.html"]?.contains(name) == false)
    }
  }

  @Test func withoutAnAnswerPagesSaySo() async throws {
    let pages = try await pages(Self.asked)
    for (language, none, send) in [
      ("th", "ยังไม่มีบันทึกคำตอบของพรรคใด", "ส่งให้เราได้"),
      ("en", "No party’s answer is recorded yet.", "send it to us"),
    ] {
      for place in ["promises/", "proposals/plots/", "proposals/water/"] {
        let page = try #require(pages["\(language)/\(place)index.html"], "\(place)")
        #expect(page.contains(none) && page.contains(send), "\(language)/\(place)")
      }
      // There is no table without a party, and nobody is promised one.
      #expect(pages["\(language)/promises/matrix/index.html"] == nil)
      #expect(pages["\(language)/parties/index.html"] == nil)
    }
  }

  @Test func anArticleTakesFromItsRowWhatItDoesNotSay() async throws {
    let pages = try await pages(Self.asked)
    let thai = try #require(pages["th/proposals/plots/index.html"])
    #expect(thai.contains("<h1>เปิดที่ดิน</h1>") && thai.contains("ขอใช้ที่ว่าง"))
    #expect(thai.contains("เหตุผลของเรา") && thai.contains("ทำรายชื่อ"))
    let english = try #require(pages["en/proposals/plots/index.html"])
    #expect(english.contains("<h1>Open the land</h1>") && english.contains("Use what is vacant"))
    // It is in its list and among the pages of its topic.
    #expect(pages["en/proposals/index.html"]?.contains("/en/proposals/plots/") == true)
    #expect(pages["en/topics/land/index.html"]?.contains("/en/proposals/plots/") == true)
    // What it says itself counts.
    let own = try await self.pages(
      Self.asked.merging([
        "content/proposals/plots.en.md": "---\ntitle: Another title\n---\nOur reasons\n"
      ]) { $1 })
    #expect(own["en/proposals/plots/index.html"]?.contains("<h1>Another title</h1>") == true)
    #expect(own["th/proposals/plots/index.html"]?.contains("<h1>เปิดที่ดิน</h1>") == true)
  }

  /// With an article and without one, proposals are on the pages of what they name.
  @Test func proposalsStandOnThePagesOfTheirTopicsAndProvinces() async throws {
    let pages = try await pages(
      Self.asked.merging([
        "content/data/proposals.csv": """
        id,set,set@en,number,title,title@en,ask,ask@en,topics,areas,source
        plots,ชุดหนึ่ง,Set one,1,เปิดที่ดิน,Open the land,ขอใช้ที่ว่าง,Use what is vacant,land,32,a
        water,ชุดหนึ่ง,Set one,2,ขอน้ำ,Water,ขอน้ำ,Water,land,สุรินทร์,a
        roads,ชุดหนึ่ง,Set one,3,ขอถนน,Roads,ขอถนน,Roads,,,a

        """,
        "content/data/asks.csv":
          "id,proposal,text,text@en,source\nk1,plots,ทำรายชื่อ,Make a list,a\n",
        "content/data/areas.csv":
          "code,class,name,name@en,slug,parent\nTH,country,ประเทศไทย,Thailand,thailand,\n32,province,สุรินทร์,Surin,surin,TH\n33,province,ศรีสะเกษ,Si Sa Ket,si-sa-ket,TH\n",
      ]) { $1 })
    for (language, title, here) in [
      ("th", "เปิดที่ดิน", "ข้อเสนอที่เกี่ยวกับพื้นที่นี้"),
      ("en", "Open the land", "Proposals about this place"),
    ] {
      for place in ["topics/land/", "provinces/surin/"] {
        let page = try #require(pages["\(language)/\(place)index.html"], "\(place)")
        #expect(page.contains("/\(language)/proposals/plots/") && page.contains(title), "\(place)")
        #expect(page.contains("/\(language)/proposals/water/"), "\(language)/\(place)")
        #expect(!page.contains("/\(language)/proposals/roads/"), "\(language)/\(place)")
      }
      // A place that none names shows those of the country, under another heading.
      #expect(pages["\(language)/provinces/surin/index.html"]?.contains(here) == true)
      #expect(pages["\(language)/provinces/si-sa-ket/index.html"]?.contains(here) == false)
    }
  }

  @Test func thePartiesStandInTheOrderOfTheirNamesAndInOneForm() async throws {
    let pages = try await pages(Self.asked.merging(Self.answered) { $1 })
    for (language, first, second) in [
      ("th", "พรรคกลาง", "พรรคเขียว"), ("en", "Centre Party", "Green Party"),
    ] {
      let matrix = try #require(pages["\(language)/promises/matrix/index.html"])
      let places = [first, second].compactMap { matrix.firstRange(of: $0)?.lowerBound }
      #expect(places.count == 2 && places == places.sorted(), "\(language)")
      #expect(matrix.contains("<th scope=\"row\">"))
      #expect(matrix.contains(">2/2<") && matrix.contains(">0/1<"))
      let one = try #require(pages["\(language)/parties/z/index.html"])
      let other = try #require(pages["\(language)/parties/y/index.html"])
      func headings(_ page: String) -> [Substring] {
        page.matches(of: /<h2[^>]*>([^<]+)</).map(\.1)
      }
      #expect(headings(one) == headings(other))
    }
  }

  @Test func aPromiseTellsItsCriteriaFirstAndEveryEvent() async throws {
    let pages = try await pages(Self.asked.merging(Self.answered) { $1 })
    let page = try #require(pages["en/promises/list/index.html"])
    let parts = [
      "There is a list", "จะทำรายชื่อ", "It has begun", "It will be in time", "Make a list",
    ].compactMap { page.firstRange(of: $0)?.lowerBound }
    #expect(parts.count == 5 && parts == parts.sorted())
    for word in ["in progress", "deadline passed, not checked since", "single source"] {
      #expect(page.contains(">\(word)<"), "\(word)")
    }
    // The reply is printed word for word, and what we made of it in English is said to be ours.
    #expect(page.contains("<q>จะเสร็จทัน</q>"))
    #expect(page.contains("Our translation: It will be in time"))
    #expect(
      pages["th/promises/list/index.html"]?.contains("It will be in time") == false)
    #expect(page.contains(">overdue<") == false)
    let early = try await self.pages(
      Self.asked.merging(Self.answered) { $1 }, today: "2024-05-01")
    #expect(early["en/promises/list/index.html"]?.contains("deadline passed") == false)
    let feed = try #require(pages["en/parties/z/atom.xml"])
    #expect(feed.contains("/en/promises/list/#event-e1</id>"))
    #expect(feed.contains("<title>A list – in progress</title>"))
    // What a party says of itself is told as that.
    #expect(feed.contains("<title>A list – Reply of the party</title>"))
    #expect(pages["th/parties/z/atom.xml"]?.contains("<title>รายชื่อ – คำชี้แจงของพรรค</title>") == true)
    #expect(pages["en/promises/by/topic/land/index.html"]?.contains("1 of 1 shown") == true)
  }

  @Test func aPromiseIsExplained() async throws {
    let files = Self.asked.merging(Self.answered) { $1 }
    let day = try #require(CalendarDate(iso: "2024-10-04"))
    let site = try #require(
      try await load(Specimen.commons(files), BuildOptions(today: day, jobs: 1)).value)
    let told = try #require(explainPromise("list", in: site, language: .english).value)
    #expect(
      told == """
        list  A list
        party: Green Party
        status: in_progress
        last checked: 2024-03-01
        overdue: its deadline was 2024-06-30, and there is no verdict
        not checked since: nobody is known to have looked since the deadline went by
        single source: all evidence is of one producer

        events, the one that counts marked
          → 2024-03-01  checkpoint  reviewed  in_progress  a  content/data/promise_events.csv › row 2
            2024-04-01  reply  not_reviewed  –  b  content/data/promise_events.csv › row 3

        """)
    let unknown = explainPromise("lists", in: site, language: .thai)
    #expect(unknown.value == nil)
    #expect(unknown.diagnostics.all.first?.hint?.th == "หมายถึง 'list' หรือไม่")
    let rows = String(decoding: DataList.promises.json(site), as: UTF8.self)
    #expect(rows.contains("\"progress\": \"in_progress\""))
  }

  /// An answer is no vote, with conditions or without, and silence is none at all; what a house
  /// voted is one.
  @Test func dataFilesTellAnswersPromisesAndVotesAsWhatTheyAre() async throws {
    let pages = try await pages(
      Self.asked.merging(Self.answered) { $1 }.merging([
        "content/data/commitments.csv": """
        party,ask,stance,conditions,conditions@en,date,evidence
        z,k1,neutral,,,2024-01-15,b
        z,k1,agree_with_conditions,ถ้ามีงบ,if there is money,2024-02-01,a;b
        z,k2,no_reply,,,2024-02-01,
        y,k1,disagree,,,2024-02-02,b
        y,k2,not_asked,,,,

        """,
        "content/data/promise_events.csv": """
        id,promise,date,type,review,progress,summary,summary@en,evidence,reviewers,bill,votes_for,votes_against
        e1,list,2024-03-01,checkpoint,reviewed,in_progress,เริ่มแล้ว,It has begun,a,กข,,,
        e3,list,2024-05-01,vote,,,ลงมติ,A vote,b,,B-7,120,80

        """,
        "content/data/followup_methods.csv":
          "method,name,name@en,source\nletter,ยื่นหนังสือ,Hand in a letter,a\n",
        "content/data/followups.csv":
          "id,method,proposals,promises,date,evidence\nf1,letter,plots,list,2024-03-02,a\n",
      ]) { $1 })
    let popolo = try #require(pages["data/popolo.json"])
    #expect(!popolo.contains("\"option\": \"not voting\""))
    for line in [
      "\"answer\": \"agree_with_conditions\"", "\"conditions\": \"ถ้ามีงบ\"",
      "\"answer\": \"no_reply\"", "\"answer\": \"not_asked\"", "\"answer\": \"neutral\"",
      "\"identifier\": \"B-7\"", "\"value\": 120", "\"progress\": \"in_progress\"",
      "\"since\": \"2024-03-01\"",
    ] { #expect(popolo.contains(line), "\(line)") }
    // The only "yes" is the one of the house that voted.
    #expect(popolo.ranges(of: "\"option\": \"yes\"").count == 1)
    // Every table is handed out, with columns in both languages, though nobody has described it.
    for (table, text) in [
      ("commitments", "agree_with_conditions"), ("promises", "จะทำรายชื่อ"),
      ("promise_events", "B-7"), ("followups", "letter"), ("proposals", "เปิดที่ดิน"),
      ("sources", "Paper A"),
    ] {
      #expect(pages["data/\(table).csv"]?.contains(text) == true, "\(table).csv")
      #expect(pages["data/\(table).json"]?.contains(text) == true, "\(table).json")
      #expect(pages["data/datapackage.json"]?.contains("\"\(table).csv\"") == true, "\(table)")
    }
    for (language, title, column) in [
      ("th", "คำตอบของพรรคต่อข้อเสนอ", "เงื่อนไข"), ("en", "answers to asks", "Conditions"),
    ] {
      let page = try #require(pages["\(language)/data/commitments/index.html"])
      #expect(page.contains(title) && page.contains(column), "\(language)")
    }
  }

  /// A heavy table is told with what makes it lighter.
  @Test func aHeavyTableSaysHowTopicsSplitIt() async throws {
    let many = (0..<120).map { "m\($0),plots,ทำรายชื่อข้อที่ \($0),Make list number \($0),a" }
    let day = try #require(CalendarDate(iso: "2024-10-04"))
    let found = try await build(
      Specimen.commons(
        Self.asked.merging(Self.answered) { $1 }.merging([
          "content/data/asks.csv": "id,proposal,text,text@en,source\n"
            + (["k1,plots,ทำรายชื่อ,Make a list,a", "k2,plots,ไม่เก็บค่าเช่า,Ask no rent,a"] + many)
            .joined(separator: "\n") + "\n",
          "site.yaml": (Self.asked["site.yaml"] ?? "") + "budgets: {page: 20}\n",
        ]) { $1 }), BuildOptions(today: day, jobs: 1), into: MemorySink()
    ).diagnostics.all.filter { $0.code == "heavy-page" && $0.message.en.contains("/matrix/") }
    #expect(found.first?.hint?.en.contains("name topics of the proposals") == true)
    #expect(found.first?.hint?.th.contains("ระบุหัวข้อของข้อเสนอ") == true)
  }
}
