import SaanText
import Testing

/// Mistakes that change nothing anybody would see at once, and so must be told.
@Suite struct QuietMistakeTests {
  private func check(_ front: String, _ text: String = "ก", _ more: [String: String] = [:])
    async throws -> String
  {
    try await TestSite().with([
      "content/news/a.th.md": "---\ntitle: ก\n\(front)---\n\(text)\n"
    ]).with(more).check()
  }

  @Test func aPageThatIsNeverOutIsTold() async throws {
    let report = try await check("publish_date: 2023-05-01\nexpiry_date: 2023-05-01\n")
    #expect(report.contains("error[expires-before-published]: the page is never out"))
    #expect(report.contains("content/news/a.th.md:4:14"))
    #expect(try await check("publish_date: 2023-05-01\nexpiry_date: 2030-05-02\n") == "")
    let english = try await check(
      "publish_date: 2023-05-01\n", "ก",
      ["content/news/a.en.md": "---\ntitle: a\nexpiry_date: 2022-05-01\n---\nx\n"])
    #expect(english.contains("content/news/a.en.md:3:14"))
  }

  @Test func aChangeBeforeTheDateIsTold() async throws {
    let report = try await check("date: 2023-05-02\nupdated: 2023-05-01\n")
    #expect(report.contains("warning[updated-before-date]"))
    #expect(try await check("date: 2023-05-01\nupdated: 2023-05-01\n") == "")
    let event = try await check("updated: 2023-05-01\nextra: {start: 2023-06-01}\n")
    #expect(!event.contains("updated-before-date"))
  }

  @Test(arguments: [
    // All is said, by these names; what else there is is the author's own.
    "{start: 2024-12-15 09:00, end: 2024-12-15, place: ก, organiser: ข, time: 1, location: 2}",
    "{start: 2024-12-15, from: ก, stars: 5, speaker: ข, registration: ค, fee: 1, map_url: x}",
    "{speaker: ข, phone_note: ค, seats: 40, price: 10, plan: x, theme: y, when_to_come: z}",
  ])
  func aFieldOfItsOwnIsFree(extra: String) async throws {
    let report = try await check(
      "extra: \(extra)\ntemplate: event.html\n", "ก",
      ["themes/plain/templates/event.html": eventTemplate])
    #expect(report == "")
    // Nor is anything said where no template knows of events.
    #expect(try await check("extra: {begin: 1, venue: 2, date: 3}\n") == "")
  }

  @Test func aPlaceNamedTwiceIsToldAndListedOnce() async throws {
    let places = [
      "content/data/areas.csv":
        "code,class,name,parent,slug\nTH,country,ไทย,,thailand\n32,province,สุรินทร์,TH,surin\n",
      "content/data/datapackage.yaml":
        "name: d\nresources: [{name: areas, path: areas.csv}]\n",
    ]
    let front = "areas: [\"32\", สุรินทร์]\ntopics: [housing, ที่อยู่อาศัย]\n"
    let report = try await check(front, "ก", places)
    #expect(report.contains("'สุรินทร์' under 'areas' is the same as '32'"), "\(report)")
    #expect(report.contains("'housing' stands twice under 'topics'"))
    let site = TestSite().with(["content/news/a.th.md": "---\ntitle: ก\n\(front)---\nก\n"])
      .with(places)
    let page = try await site.build().outputs["th/provinces/surin/index.html"]
    #expect(page?.ranges(of: "/th/news/a/").count == 1)
  }

  @Test func aTopicMayBeNamedByItsTitle() async throws {
    #expect(try await check("topics: [ที่อยู่อาศัย]\n") == "")
    let site = TestSite().with(["content/a.th.md": "---\ntitle: ก\ntopics: [Housing]\n---\nก\n"])
    #expect(try await site.build().outputs["th/topics/housing/index.html"] != nil)
    let report = try await check("topics: [ปลา]\n")
    #expect(report.contains("choose one of housing (Housing)"))
  }

  @Test(arguments: [
    ("เมื่อ พ.ศ. 2022 มี", "warning[era-mistake]", "4:13"),
    ("เมื่อ ค.ศ. 2565 มี", "warning[era-mistake]", "4:13"),
    ("วันที่ 30 กุมภาพันธ์ มี", "there is no '30 กุมภาพันธ์'", ""),
    ("วันที่ ๓๑ เม.ย. 2565", "there is no '๓๑ เม.ย.'", ""),
    ("29 กุมภาพันธ์ 2566", "there is no '29 กุมภาพันธ์ 2566'", ""),
    ("on 31 November", "there is no '31 November'", ""),
    ("ประชุม 31/11/2566 ที่", "there is no '31/11/2566'", ""),
    ("ประชุม๓๐/๒/๒๕๖๖", "there is no '๓๐/๒/๒๕๖๖'", ""),
    ("(29/02/2023)", "there is no '29/02/2023'", ""),
    ("วันที่ 15/13/2566", "there is no '15/13/2566'", ""),
    ("1/4/2566,31/4/2566", "there is no '31/4/2566'", ""),
    ("วันที่: 32/1/2566", "there is no '32/1/2566'", ""),
    ("12/13/2566", "there is no '12/13/2566'", ""),
  ])
  func aDateInTheTextThatCannotBeIsTold(text: String, words: String, place: String) async throws {
    let report = try await check("", text)
    #expect(report.contains(words), "\(report)")
  }

  @Test(arguments: [
    "29 กุมภาพันธ์ 2567", "29 กุมภาพันธ์", "30 เมษายน", "31 ธ.ค. 2565", "2565 เมษายน", "เมื่อ พ.ศ. 2565",
    "28 February 2023", "31 Mayors", "30/11/2566 และ 29/2/2567", "29/02/2024",
    "คะแนน 31/11 และ 1/2",
    "อัตรา 30/2/3", "คำสั่งที่ 45/2566", "ที่ 3/45/2566", "ที่ 145/31/2566", "12/31/2023", "ที่ 0/5/2566",
    "31/11/25667", "31/11/1234", "เลขที่ 1/31/11/2566", "รุ่น 31/11/2566/1", "2.31/11/2566",
    "`a/31/11/2566`",
  ])
  func aDateThatCanBeIsNot(text: String) async throws {
    #expect(try await check("date: 2022-10-26\n", text) == "")
  }

  @Test(arguments: [
    ("| ก | ข | ค |\n|---|---|---|\n| 1 | 2 |\n", "the row has 2 of the 3 cells"),
    ("ก\tข\tค\n1\t2\t3\n", "lines with tabs are no table"),
    ("คำ ==เน้น== คำ", "'==เน้น==' is shown as it is typed"),
    ("> คำพูด\n> – คุณแดง\n", "the name runs on in the same line"),
    ("__ตัวหนา__คำ", "write stars: **bold**"),
    ("![ภาพ](ภาพ น้ำ.png “คำ”)", "![ภาพ](<ภาพ น้ำ.png> \"คำ\")"),
    ("![ภาพ](‹ภาพ น้ำ.png> “คำ”)", "use \" instead of “ ”"),
    ("[แบบ](C:\\Users\\me\\แบบ.docx)", "copy the file into the folder of this article"),
    ("[แบบ](file:///home/me/a.docx)", "write its name alone: a.docx"),
    ("[แบบ](/Users/me/a.docx)", "is a file on your computer"),
  ])
  func textThatIsNotShownAsMeantIsTold(text: String, words: String) async throws {
    let report = try await check("", text)
    #expect(report.contains(words), "\(report)")
  }

  @Test(arguments: [
    "| ก | ข |\n|---|---|\n| 1 |  |\n", "a == b และ c", "> คำพูด\n>\n> – คุณแดง\n",
    "x\ty", "รหัส === จบ",
  ])
  func textThatIsMeantSoIsNot(text: String) async throws {
    #expect(try await check("", text) == "")
  }

  @Test func twoStrayMarksOnALineAreToldInOneRun() async throws {
    let report = try await check("", "ราคา** 50 บาท และส่วนลด** 10 บาท")
    #expect(report.ranges(of: "leftover-markup").count == 2, "\(report)")
  }

  @Test func aLargePictureIsToldWithItsSize() async throws {
    var site = TestSite().with([
      "content/news/a.th.md": "---\ntitle: ก\n---\n![ภาพ](big.jpg)\n",
      "content/news/big.jpg": String(repeating: "x", count: 9_400_000),
    ])
    let report = try await site.check()
    #expect(report.contains("warning[large-picture]: the picture weighs 9 MB"), "\(report)")
    #expect(report.contains("content/news/big.jpg"))
    #expect(report.contains("1,600 pixels wide"))
    site.files["site.yaml", default: ""] += "budgets: {picture: 10000}\n"
    #expect(try await site.check() == "")
  }

  @Test func aTimeInWordsIsAnsweredWithATime() async throws {
    let report = try await check("extra: {start: 15 ธันวาคม 2569 เวลา 9 โมง}\n")
    #expect(report.contains("15 ธันวาคม 2569 เวลา 09.00 น."))
  }

  @Test func aChartOfNothingIsTold() async throws {
    let site = TestSite.withPlaces.with([
      "content/a.th.md":
        "---\ntitle: ก\n---\n\n{{ chart(kind=\"bar\", figure=\"target\", areas=\"provinces\") }}\n"
    ])
    let report = DiagnosticPrinter().text(try await site.build().diagnostics)
    #expect(report.contains("warning[empty-chart]"), "\(report)")
    #expect(report.contains("content/a.th.md:5:4"))
  }

  @Test func aRowOfAChartIsFoundInItsTable() async throws {
    let site = TestSite.withPlaces.with([
      "content/a.th.md":
        "---\ntitle: ก\n---\n\n{% chart(kind=\"bar\", title=\"ก\") %}\n\n| ก | ข |\n|---|---|\n| x | 1 |\n| y | 2 กองทุน |\n\n{% end %}\n",
      "content/b.th.md": "---\ntitle: ข\n---\n\n{{ chart(figure=\"funds\") }}\n",
    ])
    let report = DiagnosticPrinter().text(try await site.build().diagnostics)
    #expect(report.contains("content/a.th.md:10:1"), "\(report)")
    #expect(report.contains("a chart needs its kind"))
    #expect(report.contains("add kind=\"bar\"; there are bar"))
  }
}
