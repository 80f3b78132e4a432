import SaanModel
import SaanPages
import SaanPublish
import SaanSite
import SaanText
import Testing

/// What readers have seen of proposals, parties and promises stays, or is told.
@Suite struct LastingRowTests {
  private static let files = [
    "site.yaml": "title: {th: เครือข่าย, en: Network}\ntheme: commons\n",
    "content/data/sources.csv": "id,producer,title\na,ก,เอกสาร ก\nb,ข,เอกสาร ข\n",
    "content/data/proposals.csv": "id,set,title,ask,source\nplots,ชุด,เปิดที่ดิน,ขอใช้ที่ว่าง,a\n",
    "content/data/asks.csv": "id,proposal,text,text@en,source\nk1,plots,ทำรายชื่อ,Make a list,a\n",
    "content/data/parties.csv": "id,name,source\nz,พรรคเขียว,a\n",
    "content/data/commitments.csv": """
    party,ask,stance,words,date,evidence
    z,k1,neutral,ยังไม่แน่,20 ม.ค. 2567,b
    z,k1,agree,จะทำ,2024-02-01,a;b
    z,k1,no_reply,,2024-03-01,

    """,
    "content/data/promises.csv": """
    id,party,title,original_text,acceptance_criteria,criteria_on,deadline,source
    list,z,รายชื่อ,จะทำรายชื่อ,มีรายชื่อ,2024-02-03,,a

    """,
    "content/data/promise_events.csv": """
    id,promise,date,type,review,progress,summary,evidence,reviewers
    e1,list,2024-03-01,checkpoint,reviewed,in_progress,เริ่มแล้ว,a,กข
    e2,list,2024-04-01,statement,,,แถลง,b,

    """,
  ]

  private static let options = BuildOptions(today: CalendarDate(dayNumber: 20_000), jobs: 1)

  /// The release of the site as it is above, by its path.
  private func release() async throws -> [String: String] {
    let folder = Folder()
    let outcome = try await releaseData(
      Specimen.commons(Self.files), Self.options, in: folder.root)
    let path = try #require(
      outcome.value, "\(DiagnosticPrinter().text(outcome.diagnostics))")
    return [path: try folder.text(path)]
  }

  /// The site after its release, with a text replaced in one of its tables.
  private func changed(_ table: String, _ old: String, _ new: String) async throws -> SourceTree {
    let path = "content/data/\(table).csv"
    let text = try #require(Self.files[path])
    #expect(text.contains(old))
    let files = Self.files.merging([path: text.replacing(old, with: new)]) { $1 }
    return Specimen.commons(files.merging(try await release()) { $1 })
  }

  private func told(_ tree: SourceTree, _ language: MessageLanguage) async throws -> [String] {
    try await inspect(tree, Self.options).diagnostics.all.filter {
      ["vanished-row", "changed-row", "reworded-row"].contains($0.code)
    }.map { found in
      "\(found.severity.rawValue) \(found.code) \(found.place?.text(in: language) ?? ""): "
        + found.message.text(in: language)
    }
  }

  @Test func aTrackerAloneIsReleased() async throws {
    let file = try #require(try await release().first)
    #expect(file.key == "content/data/releases/2024-10-04.json")
    let tree = Specimen.commons(Self.files.merging([file.key: file.value]) { $1 })
    let built = try await build(tree, Self.options, into: MemorySink())
    #expect(built.report != nil, "\(DiagnosticPrinter().text(built.diagnostics))")
    #expect(try await difference(tree, .english) == ["nothing has changed since 4 October 2024"])
  }

  @Test(arguments: [
    (
      "commitments", "z,k1,agree,จะทำ", "z,k1,disagree,จะทำ",
      "error changed-row content/data/commitments.csv › row 3 › stance: 'stance' of 'z k1 2024-02-01' was published on 2024-10-04 as “agree” and is now “disagree”",
      "changed  commitments  z k1 2024-02-01  stance: agree → disagree"
    ),
    (
      "commitments", "z,k1,neutral,ยังไม่แน่,20 ม.ค. 2567,b\n", "",
      "error vanished-row content/data/commitments.csv: 'z k1 2024-01-20' of 'commitments' was published on 2024-10-04 and is gone",
      "gone  commitments  z k1 2024-01-20"
    ),
    (
      "commitments", "จะทำ", "จะพยายาม",
      "warning reworded-row content/data/commitments.csv › row 3 › words: 'words' of 'z k1 2024-02-01' was published on 2024-10-04 as “จะทำ” and is now “จะพยายาม”",
      "changed  commitments  z k1 2024-02-01  words: จะทำ → จะพยายาม"
    ),
    (
      "promises", "2024-02-03", "2023-02-03",
      "error changed-row content/data/promises.csv › row 2 › criteria_on: 'criteria_on' of 'list' was published on 2024-10-04 as “2024-02-03” and is now “2023-02-03”",
      "changed  promises  list  criteria_on: 2024-02-03 → 2023-02-03"
    ),
    (
      "promises", "จะทำรายชื่อ", "จะคิดดู",
      "error changed-row content/data/promises.csv › row 2 › original_text: 'original_text' of 'list' was published on 2024-10-04 as “จะทำรายชื่อ” and is now “จะคิดดู”",
      "changed  promises  list  original_text: จะทำรายชื่อ → จะคิดดู"
    ),
    (
      "promise_events", "in_progress", "stalled",
      "error changed-row content/data/promise_events.csv › row 2 › progress: 'progress' of 'e1' was published on 2024-10-04 as “in_progress” and is now “stalled”",
      "changed  promise_events  e1  progress: in_progress → stalled"
    ),
    (
      "promise_events", "reviewed,in_progress", ",in_progress",
      "error changed-row content/data/promise_events.csv › row 2 › review: 'review' of 'e1' was published on 2024-10-04 as “reviewed” and is now –",
      "changed  promise_events  e1  review: reviewed → –"
    ),
    (
      "promise_events", "e2,list,2024-04-01,statement,,,แถลง,b,\n", "",
      "error vanished-row content/data/promise_events.csv: 'e2' of 'promise_events' was published on 2024-10-04 and is gone",
      "gone  promise_events  e2"
    ),
    (
      "asks", "Make a list", "Think about a list",
      "warning reworded-row content/data/asks.csv › row 2 › text@en: 'text@en' of 'k1' was published on 2024-10-04 as “Make a list” and is now “Think about a list”",
      "changed  asks  k1  text@en: Make a list → Think about a list"
    ),
  ])
  func whatWasPublishedIsNotRewrittenUnnoticed(
    _ table: String, _ old: String, _ new: String, _ message: String, _ line: String
  ) async throws {
    let tree = try await changed(table, old, new)
    #expect(try await told(tree, .english) == [message])
    #expect(try await told(tree, .thai).count == 1)
    #expect(try await difference(tree, .english).dropFirst() == [line])
    #expect(try await difference(tree, .thai).dropFirst().count == 1)
    // Nobody gets round it by another release.
    let next = BuildOptions(today: CalendarDate(dayNumber: 20_001), jobs: 1)
    let folder = Folder()
    let release = try await releaseData(tree, next, in: folder.root)
    #expect((release.value == nil) == message.hasPrefix("error"))
  }

  /// What a build tells of a change where no release remembers what was published.
  private func toldWithoutRelease(
    _ table: String, _ old: String, _ new: String, more: [String: String] = [:]
  ) async throws -> [Diagnostic] {
    let path = "content/data/\(table).csv"
    let text = try #require(Self.files[path])
    #expect(text.contains(old))
    let former = try #require(
      try await build(Specimen.commons(Self.files), Self.options, into: MemorySink()).report)
    let files = Self.files.merging([path: text.replacing(old, with: new)]) { $1 }
    let found = try await build(
      Specimen.commons(files.merging(more) { $1 }), Self.options, into: AgainSink(after: former)
    ).diagnostics
    return found.all.filter { $0.severity != .note && $0.code != "address-gone" }
  }

  @Test(arguments: [
    (
      "commitments", "z,k1,agree,จะทำ", "z,k1,disagree,จะทำ", "commitments.csv › row 3 › stance",
      "'stance' of 'z k1 2024-02-01' is “agree” on the site that stands, and “disagree” now",
      "'stance' ของ 'z k1 2024-02-01' ในเว็บที่เผยแพร่อยู่เป็น “agree” ตอนนี้เป็น “disagree”"
    ),
    (
      "commitments", "z,k1,neutral,ยังไม่แน่,20 ม.ค. 2567,b\n", "", "commitments.csv",
      "'z k1 2024-01-20' of 'commitments' is on the site that stands, and is gone",
      "'z k1 2024-01-20' ในตาราง 'commitments' อยู่ในเว็บที่เผยแพร่แล้ว แต่ตอนนี้ไม่มี"
    ),
    (
      "promises", "2024-02-03", "2023-02-03", "promises.csv › row 2 › criteria_on",
      "'criteria_on' of 'list' is “2024-02-03” on the site that stands, and “2023-02-03” now",
      "'criteria_on' ของ 'list' ในเว็บที่เผยแพร่อยู่เป็น “2024-02-03” ตอนนี้เป็น “2023-02-03”"
    ),
    (
      "promises", "จะทำรายชื่อ", "จะคิดดู", "promises.csv › row 2 › original_text",
      "'original_text' of 'list' is “จะทำรายชื่อ” on the site that stands, and “จะคิดดู” now",
      "'original_text' ของ 'list' ในเว็บที่เผยแพร่อยู่เป็น “จะทำรายชื่อ” ตอนนี้เป็น “จะคิดดู”"
    ),
    (
      "promise_events", "reviewed,in_progress", ",in_progress",
      "promise_events.csv › row 2 › review",
      "'review' of 'e1' is “reviewed” on the site that stands, and – now",
      "'review' ของ 'e1' ในเว็บที่เผยแพร่อยู่เป็น “reviewed” ตอนนี้เป็น –"
    ),
    (
      "promise_events", "e2,list,2024-04-01,statement,,,แถลง,b,\n", "", "promise_events.csv",
      "'e2' of 'promise_events' is on the site that stands, and is gone",
      "'e2' ในตาราง 'promise_events' อยู่ในเว็บที่เผยแพร่แล้ว แต่ตอนนี้ไม่มี"
    ),
  ])
  func withoutAReleaseTheStandingSiteRemembers(
    _ table: String, _ old: String, _ new: String, _ place: String, _ en: String, _ th: String
  ) async throws {
    let found = try await toldWithoutRelease(table, old, new)
    #expect(found.map(\.code) == ["quiet-change"])
    #expect(found.first?.message.en == en)
    #expect(found.first?.message.th == th)
    #expect(found.first?.place?.text(in: .english) == "content/data/\(place)")
    #expect(found.first?.hint?.en.contains("saan data release") == true)
    #expect(found.first?.hint?.th.contains("saan data release") == true)
    // A site that knows its own mistakes weighs the rule, with a reason.
    let settings = try #require(Self.files["site.yaml"])
    let lowered = try await toldWithoutRelease(
      table, old, new,
      more: [
        "site.yaml": settings
          + "rules: {quiet-change: {severity: off, reason: a first look}}\n"
      ])
    #expect(lowered.isEmpty)
  }

  /// What is added, filled in, or said in other words for the same, is no change.
  @Test(arguments: [
    ("commitments", "z,k1,no_reply,,2024-03-01,\n", ""),
    ("commitments", "20 ม.ค. 2567", "2024-01-20"),
    ("commitments", "จะทำ", "จะพยายาม"),
    ("promises", "2024-02-03,,a", "2024-02-03,2025-01-01,a"),
    ("asks", "Make a list", "Think about a list"),
  ])
  func theStandingSiteTellsOfNoMoreThanFacts(
    _ table: String, _ old: String, _ new: String
  ) async throws {
    #expect(try await toldWithoutRelease(table, old, new).isEmpty)
  }

  /// A row more, a cell that was empty, the same day in other words: nothing of that is a change.
  @Test(arguments: [
    ("commitments", "z,k1,no_reply,,2024-03-01,\n", ""),
    ("commitments", "20 ม.ค. 2567", "2024-01-20"),
    ("commitments", "z,k1,no_reply", "z,k1,neutral,แล้วแต่,2024-06-01,b\nz,k1,no_reply"),
    ("promises", "2024-02-03,,a", "2024-02-03,2025-01-01,a"),
  ])
  func whatIsAddedIsNoChange(_ table: String, _ old: String, _ new: String) async throws {
    #expect(try await told(try await changed(table, old, new), .english) == [])
  }

  /// What `saan data diff` tells, line by line.
  private func difference(
    _ tree: SourceTree, _ language: MessageLanguage
  ) async throws -> [String] {
    let found = try await inspect(tree, Self.options)
    let (site, plan) = (try #require(found.site), try #require(found.plan))
    let reads = try await SiteReads(site, plan, Self.options)
    let told = try await explainChanges(since: nil, in: site, reads: reads, language: language)
    return (told.value ?? "").split(separator: "\n").map(String.init)
  }
}
