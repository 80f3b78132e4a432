import SaanModel
import SaanPublish
import SaanSite
import SaanText
import TestSupport
import Testing

/// Search as its files have it, read as the script of the theme reads them.
@Suite struct SearchTests {
  private let small = ShippedThemeTests()

  private func index(
    _ files: [String: String], _ language: String = "th",
    _ change: (inout BuildOptions) -> Void = { _ in }
  ) async throws -> SearchShards {
    try SearchShards(try await small.build(files, change).pages, language)
  }

  private func article(_ title: String, _ text: String, _ more: String = "") -> String {
    "---\ntitle: \(title)\n\(more)---\n\(text)\n"
  }

  // MARK: What is found

  @Test func aWordIsFoundInsideOthersAndAPartOfItInAWord() async throws {
    let index = try await index([
      "content/news/a.th.md": article("ข่าวของกองทุน", "สมาชิกกองทุนสวัสดิการ 1,234 คน ใน พ.ศ. ๒๕๖๕"),
      "content/news/b.th.md": article("เรื่องอื่น", "ไม่มีคำนั้น น้ำใจ CODI"),
    ])
    #expect(index.find("กองทุน") == ["news/a/"])
    #expect(index.find("องทุ") == ["news/a/"])
    #expect(index.find("กองท") == ["news/a/"])
    #expect(index.find("1234") == ["news/a/"] && index.find("๑,๒๓๔") == ["news/a/"])
    #expect(index.find("2565") == ["news/a/"])
    #expect(index.find("cod") == ["news/b/"] && index.find("odi") == [])
    #expect(index.find("กองทุน คน") == ["news/a/"] && index.find("กองทุน น้ำใจ") == [])
    #expect(index.find("กองคน") == [])
  }

  @Test func theYearOfAnArticleIsFoundInBothEras() async throws {
    let index = try await index([
      "content/news/a.th.md": article("ข่าว", "สวัสดี", "date: 2022-10-26\n")
    ])
    #expect(index.find("2565") == ["news/a/"] && index.find("2022") == ["news/a/"])
  }

  @Test func aDayIsFoundAsPagesWriteIt() async throws {
    let index = try await index([
      "content/news/a.th.md": article("ข่าว", "สวัสดี", "date: 2026-11-21\n")
    ])
    #expect(index.find("21 พฤศจิกายน 2569") == ["news/a/"])
    #expect(index.find("พ.ย. 2569") == ["news/a/"])
  }

  /// Whichever language the reader thinks of the day in.
  @Test(arguments: ["th", "en"]) func aDayIsFoundInEveryLanguageAndEra(language: String)
    async throws
  {
    let index = try await index(
      ["content/news/a.\(language).md": article("X", "Y", "date: 2026-11-21\n")], language)
    for day in ["21 พฤศจิกายน 2569", "21 November 2026", "21 November 2569", "พฤศจิกายน 2026"] {
      #expect(index.find(day) == ["news/a/"], "\(day)")
    }
  }

  /// Most districts have no page of their own, and are told on that of their province.
  @Test func aDistrictLeadsToItsProvince() async throws {
    for (language, words) in [("th", ["อำเภอนาทดลอง", "นาทดลอง"]), ("en", ["Na Thotlong"])] {
      let index = try SearchShards(try await Specimen.outputs, language)
      for word in words {
        #expect(index.find(word).contains("provinces/don-sommut/"), "\(word)")
      }
    }
  }

  /// Who asks for the trees of a place finds the place, whether any are recorded or not.
  @Test func aRegisterAndAPlaceTogetherLeadToThePlace() async throws {
    let index = try SearchShards(try await Specimen.outputs, "th")
    #expect(index.find("ต้นไม้ ทุ่งว่าง").contains("provinces/thung-wang/"))
  }

  @Test func aPlaceIsFoundByTheNumbersOfItsPage() async throws {
    let outputs = try await Specimen.outputs
    let index = try SearchShards(outputs, "th")
    var asked = 0
    for (path, page) in outputs where path.hasPrefix("th/provinces/") {
      // Figures of what lies around it are theirs.
      let own = page.between("<article", "id=\"place-around\"")
      let table = own.between("<div class=\"lines", "</table>")
      let cell = table.between("class=\"num here\"", "</td>")
      let number = Self.words(in: cell.between("<data", "</data>"))
      guard number.contains(where: \.isNumber) else { continue }
      #expect(index.find(number).contains(place(path)), "\(number) of \(path)")
      asked += 1
    }
    #expect(asked > 0)
  }

  @Test func theIndexWithoutAScriptNamesArticles() async throws {
    let page = try await small.build([
      "content/news/a.th.md": article("ข่าวของกองทุน", "สวัสดี", "date: 2022-10-26\n")
    ]).pages["th/search/index.html"]
    #expect(page?.between("id=\"to-index\"", "</main>").contains(">ข่าวของกองทุน</a>") == true)
  }

  /// A list that goes on over several pages has a page for each year, for who has no script.
  @Test(arguments: [("th", "พ.ศ. 2565"), ("en", "2022")]) func newsAreListedByYear(
    language: String, year: String
  ) async throws {
    var files: [String: String] = [:]
    for number in 10...39 {
      let day = number > 29 ? "2022-01-\(number - 20)" : "2021-01-\(number)"
      files["content/news/a\(number).\(language).md"] = article(
        "Title \(number)", "x", "date: \(day)\n")
    }
    let pages = try await small.build(files).pages
    let list = try #require(pages["\(language)/news/years/2022/index.html"])
    #expect(list.between("<h1", "</h1>").contains(year))
    #expect(list.contains(">Title 30</a>") && !list.contains(">Title 29</a>"))
    #expect(pages["\(language)/news/index.html"]?.contains("/news/years/2021/") == true)
    #expect(list.contains("aria-current=\"page\""))
  }

  @Test func aCommaBetweenNumbersOfAListPartsThem() async throws {
    let index = try await index([
      "content/news/a.th.md": article("มาตรา", "มาตรา 41,42,43 ปี 2561,2562 จำนวน 1,234,567 บาท")
    ])
    for number in ["42", "43", "2562", "1234567", "1,234,567"] {
      #expect(index.find(number) == ["news/a/"], "\(number)")
    }
    #expect(index.find("414243") == [] && index.find("25612562") == [])
  }

  /// The index has a sentence that pages share once, and phrases go over its edges all the same.
  @Test func whatGoesBeyondASharedSentenceIsFound() async throws {
    let sentence = "ครัวเรือนที่มีรายได้น้อยได้รับการดูแลก่อน"
    let words = "the poorest households come first"
    let index = try await index([
      "content/news/a.th.md": article("หนึ่ง", "น้ำใจ \(sentence) วันนี้ Today, \(words). Again"),
      "content/news/b.th.md": article("สอง", "ต้นไม้ \(sentence) พรุ่งนี้ \(words). Today"),
      "content/news/c.th.md": article("สาม", "\(sentence) วันนี้ \(sentence) 2569 \(words)"),
    ])
    #expect(index.find("รายได้น้อย") == ["news/a/", "news/b/", "news/c/"])
    #expect(index.find("households") == ["news/a/", "news/b/", "news/c/"])
    #expect(index.find("ก่อน-วันนี้") == ["news/a/", "news/c/"])
    #expect(index.find("น้ำใจ-ครัวเรือน") == ["news/a/"])
    #expect(index.find("ก่อน/พรุ่ง") == ["news/b/"])
    #expect(index.find("ก่อน-2569-the-poorest") == ["news/c/"])
    #expect(index.find("today-the-poorest") == ["news/a/"])
    #expect(index.find("first-today") == ["news/b/"])
    #expect(index.find("ต้นไม้-\(sentence)-พรุ่งนี้-the") == ["news/b/"])
    #expect(index.find("น้ำใจ-วันนี้") == [] && index.find("first-the") == [])
  }

  @Test(arguments: ["th", "en"]) func aFigureIsFoundByItsValues(language: String) async throws {
    let outputs = try await Specimen.outputs
    let index = try SearchShards(outputs, language)
    let prefix = language + "/figures/"
    let pages = outputs.filter { $0.key.hasPrefix(prefix) && $0.key.hasSuffix("/index.html") }
    var asked = 0
    for (path, page) in pages.sorted(by: { $0.key < $1.key }) {
      let number = Self.words(in: page.between("<span class=\"stat-number", "</span>"))
      guard number.contains(where: \.isNumber) else { continue }
      #expect(index.find(number).contains(place(path)), "\(number) of \(path)")
      asked += 1
    }
    #expect(asked > 5)
  }

  @Test func whatAProposalAsksIsFound() async throws {
    let outputs = try await Specimen.outputs
    let index = try SearchShards(outputs, "th")
    var asked = 0
    for (path, page) in outputs where path.hasPrefix("th/proposals/") {
      let ask = Self.words(
        in: page.between("<section class=\"asks\"", "</section>").between("<p", "</p>"))
      guard !ask.isEmpty else { continue }
      #expect(index.find(ask).contains(place(path)), "\(ask) of \(path)")
      asked += 1
    }
    #expect(asked > 0)
  }

  /// What stands behind the first tag.
  private static func words(in markup: String) -> String {
    String(markup.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" })
  }

  @Test func aPlaceIsFoundByWhatPeopleCallIt() async throws {
    let index = try await index([
      "content/data/areas.csv": """
      code,class,name,name@en,parent,slug,also
      TH,country,ประเทศไทย,Thailand,,thailand,
      10,province,กรุงเทพมหานคร,Bangkok,TH,bangkok,กทม.;กรุงเทพฯ;Krung Thep
      31,province,บุรีรัมย์,Buri Ram,TH,buri-ram,

      """
    ])
    for name in ["กทม.", "กรุงเทพฯ", "Krung Thep"] {
      #expect(index.find(name) == ["provinces/bangkok/"], "\(name)")
    }
    #expect(index.find("Buriram") == ["provinces/buri-ram/"])
  }

  @Test(arguments: ["th", "en"]) func whatReadersDoNotSeeIsNotFound(language: String) async throws {
    let files = [
      "content/news/draft.\(language).md": article(
        "ลับเฉพาะ secretword", "ลับเฉพาะ", "draft: true\n"),
      "content/news/later.\(language).md": article(
        "ลับเฉพาะ secretword", "x", "publish_date: 2099-01-01\n"),
      "content/news/only.\(language == "th" ? "en" : "th").md": article(
        "ลับเฉพาะ secretword", "ลับเฉพาะ"),
      "content/news/seen.\(language).md": article(
        "Title", "ค้นพบ\n\n<!-- ลับเฉพาะ -->"),
    ]
    let pages = try await small.build(files).pages
    for (path, text) in pages where path.hasPrefix("\(language)/search/") {
      #expect(!text.contains("secretword"), "\(path)")
      guard path.hasSuffix(".js"), !path.hasSuffix("/index.js") else { continue }
      #expect(SearchShards.lines(of: text)?.contains("secretword") == false, "\(path)")
    }
    let index = try SearchShards(pages, language)
    #expect(index.find("ลับเฉพาะ") == [] && index.find("secretword") == [])
    #expect(index.find("title") == ["news/seen/"])
  }

  @Test func everyFileOfASiteWithoutArticlesIsThere() async throws {
    let pages = try await small.build().pages
    let index = try SearchShards(pages, "th")
    #expect(index.find("ไม่มี") == [])
    #expect(pages["th/search/index.html"]?.contains("to-index") == true)
    #expect(pages["th/search/opensearch.xml"]?.contains("/th/search/?q={searchTerms}") == true)
  }

  @Test func aThemeWithoutTheTemplateHasNoSearch() async throws {
    let outputs = try await TestSite().build().outputs
    #expect(!outputs.keys.contains { $0.contains("search") })
  }

  // MARK: All of it, and nothing else

  /// Pieces of the texts of the made-up site, by chance and as they are typed, are found where they
  /// stand, and nowhere else.
  @Test(arguments: ["th", "en"]) func whatIsThereIsFoundAndNothingElse(language: String)
    async throws
  {
    let outputs = try await Specimen.outputs
    let index = try SearchShards(outputs, language)
    let pages = outputs.filter { $0.key.hasSuffix("/index.html") }.mapValues(PageWords.init)
    var chance = Chance(seed: Trials.seed)
    let prose = pages.keys.sorted().filter {
      $0.hasPrefix(language + "/") && (pages[$0]?.prose.count ?? 0) > 20
    }
    try #require(!prose.isEmpty)
    for _ in 0..<Trials.count(sample: 60, full: 2_000) {
      let path = chance.one(of: prose)
      let letters = pages[path]?.prose ?? []
      let start = Int.random(in: 0..<letters.count - 6, using: &chance)
      let piece = letters[start..<start + Int.random(in: 1...6, using: &chance)]
      // A word is found from its beginning on.
      if start > 0, SearchTokens(String(letters[start - 1...start])).tokens.count == 1 { continue }
      var typed = ""
      for scalar in String(piece).unicodeScalars {
        typed.unicodeScalars.append(scalar)
        guard !SearchTokens(typed).tokens.isEmpty else { continue }
        let found = index.find(typed)
        #expect(found.contains(place(path)), "\(typed) in \(path)")
        for other in pages.keys where other.hasPrefix(language + "/") {
          // Places are found by names that their pages need not say: กทม., Isan.
          guard found.contains(place(other)), !isOfPlace(other) else { continue }
          // A page is found by its title in the other language as well.
          let both = ["th", "en"].compactMap { pages[$0 + other.dropFirst(2)] }
          #expect(both.contains { $0.has(typed) }, "\(typed) on \(other)")
        }
      }
    }
  }

  private func isOfPlace(_ path: String) -> Bool {
    ["provinces/", "regions/", "districts/", "country/"].contains { place(path).hasPrefix($0) }
  }

  private func place(_ path: String) -> String {
    String(path.dropFirst(3).dropLast("index.html".count))
  }

  @Test func theIndexIsTheSameForOneTaskAndForMany() async throws {
    let first =
      try await SaanSite.build(
        Specimen.tree, BuildOptions(today: Specimen.today, jobs: 1), into: MemorySink()
      ).report ?? [:]
    let outputs = try await Specimen.outputs
    for (path, bytes) in first where path.contains("/search/") {
      #expect(outputs[path] == String(decoding: bytes, as: UTF8.self), "\(path)")
    }
  }
}

/// What stands on a page.
private struct PageWords {
  /// The words of its text, in letters.
  let prose: [Character]
  /// All its words as search compares them, tags taken for blanks and for nothing.
  private let words: [String]

  init(_ page: String) {
    let main =
      page.between("<main", "</main>") + "<p>" + page.between("<title", "</title>")
      + page.between("<nav class=\"crumbs", "</nav>")
    // A text in another language is found in its own.
    let own = main.contains("<div class=\"prose\">") ? main : ""
    prose = Array(Self.words(own.between("<div class=\"prose\"", "</div>"), between: " "))
    words = [" ", ""].map { normalizedForSearch(Self.words(main, between: $0)) }
  }

  /// Whether all runs of a query stand on it.
  func has(_ query: String) -> Bool {
    query.split(separator: " ").allSatisfy { run in
      let run = SearchTokens(String(run))
      let parts = run.tokens.map { String(decoding: run.bytes[$0.range], as: UTF8.self) }
      return words.contains { text in parts.allSatisfy { text.containsBytes(of: $0) } }
        && (parts.count != run.tokens.last.map { $0.position + 1 }
          || words.contains { $0.containsBytes(of: parts.joined()) })
    }
  }

  private static func words(_ markup: String, between blank: String) -> String {
    var text = ""
    var isTag = false
    for character in markup.drop(while: { $0 != ">" }).dropFirst() {
      if character == "<" { isTag = true }
      if !isTag { text.append(character) }
      if character == ">" {
        isTag = false
        if text.last != " " { text += blank }
      }
    }
    return text
  }
}
