import Foundation
import SaanModel
import SaanPublish
import SaanSite
import SaanText
import TestSupport
import Testing

/// A register of which nobody has said that it is complete.
///
/// Three councils in two of the 77 provinces are "at least" so many, on every page, in every file
/// and in both languages. When one province is complete, its pages say so, and no other.
@Suite struct CompletenessTests {
  /// The pages that are held, by the name of their file.
  private static let pages: KeyValuePairs = [
    "country": "country/", "region": "regions/northeast/", "surin": "provinces/surin/",
    "chiang-mai": "provinces/chiang-mai/", "register": "councils/",
    "register-surin": "councils/in/surin/", "figure": "figures/councils-registered/",
    "article": "news/councils/",
  ]

  @Test(arguments: pages.map(\.key), ["th", "en"])
  func untilSomebodySaysSoThePageLooksLikeThis(_ name: String, language: String) async throws {
    try await expectPage(name, language, of: CouncilSite.unknown.value, "unknown")
  }

  @Test(arguments: ["surin", "register", "register-surin", "article"], ["th", "en"])
  func ofACompleteProvinceThePageLooksLikeThis(_ name: String, language: String) async throws {
    try await expectPage(name, language, of: CouncilSite.complete.value, "complete")
  }

  private func expectPage(
    _ name: String, _ language: String, of outputs: [String: String], _ state: String
  ) async throws {
    let place = Self.pages.first { $0.key == name }?.value ?? ""
    let page = try #require(outputs["\(language)/\(place)index.html"])
    let main = page.between("<main", "</main>")
    try expectGolden(normalHTML(main), "Completeness/\(name).\(state).\(language).html")
  }

  @Test(arguments: ["th", "en"]) func theMapPretendsNothing(_ language: String) async throws {
    var text = ""
    for (state, site) in [("unknown", CouncilSite.unknown), ("complete", CouncilSite.complete)] {
      let page = try #require(try await site.value["\(language)/provinces/index.html"])
      let main = page.between("<main", "</main>").between("<figure", "</figure>")
      let titles = main.parts("<title>", "</title>").filter {
        $0.contains("สุรินทร์") || $0.contains("Surin") || $0.contains("เชียงใหม่")
          || $0.contains("Chiang Mai") || $0.contains("น่าน") || $0.contains("Nan:")
      }
      text += "# \(state)\n" + titles.joined(separator: "\n") + "\n"
      text += main.parts("<desc", "</desc>").joined(separator: "\n") + "\n"
      text +=
        main.parts("<text", "</text>").filter { $0.contains("ch-key") }
        .joined(separator: "\n") + "\n"
      text += main.parts("<figcaption", "</figcaption>").joined(separator: "\n") + "\n"
    }
    try expectGolden(text, "Completeness/map.\(language).txt")
  }

  @Test func exactlyThePagesOfTheProvinceChange() async throws {
    let (before, after) = (
      try await CouncilSite.unknown.value, try await CouncilSite.complete.value
    )
    #expect(Set(before.keys) == Set(after.keys))
    let differ = before.keys.filter { before[$0] != after[$0] }
    try expectGolden(differ.sorted().joined(separator: "\n") + "\n", "Completeness/changed.txt")
  }

  @Test func noNumberOfTheRegisterStandsAlone() async throws {
    let outputs = try await CouncilSite.unknown.value
    for (path, text) in outputs where path.hasSuffix("index.html") || path.hasSuffix(".xml") {
      let words = (path.hasSuffix(".xml") ? text : text.between("<main", "</main>")).withoutTags
      for number in words.matches(of: /([0-9]+)[ \u{A0}](?:registered |made-up )?councils?\b/) {
        let before = words[..<number.range.lowerBound].suffix(30)
        #expect(before.hasSuffix("at least "), "\(path): …\(before)\(number.0)")
      }
      for number in words.matches(of: /([0-9]+)[ \u{A0}]?แห่ง/) {
        let before = words[..<number.range.lowerBound].suffix(40)
        #expect(before.hasSuffix("อย่างน้อย "), "\(path): …\(before)\(number.0)")
      }
      for word in ["highest", "the only", "lowest", "อันดับ", "มากที่สุด", "มากกว่าอีก", "เดียวที่มีข้อมูล"] {
        #expect(!words.contains(word), "\(path): \(word)")
      }
    }
  }

  @Test func noFigureIsDatedWithTheDayOfARelease() async throws {
    for site in [CouncilSite.unknown, CouncilSite.complete] {
      for (path, text) in try await site.value {
        // The pages of a data release and those of sources name the day of the release as its own.
        let isOfData =
          path.hasPrefix("data/") || path.contains("/data/") || path.contains("/sources/")
        guard !isOfData || path.contains("provinces/") else { continue }
        for day in ["2024-05-05", "5 May 2024", "5 พฤษภาคม 2567", "5 พ.ค. 2567"] {
          #expect(!text.replacing("\u{A0}", with: " ").contains(day), "\(path): \(day)")
        }
      }
    }
  }

  @Test func filesForMachinesSayItToo() async throws {
    let (before, after) = (
      try await CouncilSite.unknown.value, try await CouncilSite.complete.value
    )
    let surin = "provinces/surin/data.csv"
    func row(_ outputs: [String: String], _ area: String) -> [Substring]? {
      (outputs[surin] ?? "").split(separator: "\r\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }.first { $0[0] == "councils.registered" && $0[3] == area }
    }
    let head = try #require(before[surin]?.split(separator: "\r\n").first)
    let names = head.split(separator: ",")
    func cell(_ row: [Substring]?, _ name: String) -> Substring? {
      names.firstIndex { $0 == name }.flatMap { row?[$0] }
    }
    let partial = row(before, "32")
    #expect(cell(partial, "value") == "2" && cell(partial, "at_least") == "true")
    #expect(cell(partial, "register_status") == "unknown")
    #expect(cell(partial, "as_of") == "")
    let whole = row(after, "32")
    #expect(cell(whole, "value") == "2" && cell(whole, "at_least") == "false")
    #expect(cell(whole, "register_status") == "complete")
    #expect(cell(whole, "as_of") == "2024-03-31")
    #expect(
      before["provinces/surin/data.json"]?.contains(#""register_status": "unknown""#) == true)
    #expect(
      before["figures/councils-registered.csv"]?.contains(
        "บันทึกไว้แล้วอย่างน้อย 3 แห่ง (มีรายการใน 2 จาก 77 จังหวัด)") == true)
  }

  @Test func theRegistersPageSaysWhereItIsWhole() async throws {
    let all = try await CouncilSite.outputs(
      """
      councils,32,complete,2024-03-31,,
      councils,55,complete,2024-03-31,,
      councils,50,complete,2024-02-01,,
      councils,10,partial,2024-02-01,,

      """)
    func text(_ outputs: [String: String], _ language: String) -> String {
      (outputs["\(language)/councils/index.html"] ?? "").withoutTags
    }
    #expect(text(all, "en").contains("All records are here as of 31 March 2024 for: "))
    #expect(text(all, "en").contains("for: Nan and Surin."), "\(text(all, "en"))")
    #expect(
      text(all, "th").contains("มีรายการครบถ้วน ณ วันที่ 31 มีนาคม 2567 ในจังหวัดน่านและจังหวัดสุรินทร์"),
      "\(text(all, "th"))")
    #expect(text(all, "en").contains("as of 1 February 2024 for: Chiang Mai."))
    #expect(!text(all, "en").contains("Chiang Mai, Nan"))
    for site in [
      try await CouncilSite.unknown.value,
      try await CouncilSite.outputs("councils,TH,complete,2024-03-31,,\n"),
    ] {
      #expect(!text(site, "en").contains("All records are here"))
      #expect(!text(site, "th").contains("มีรายการครบถ้วน"))
    }
  }

  @Test func noneIsSaidWhereTheWholeIsComplete() async throws {
    let outputs = try await CouncilSite.outputs(
      "councils,TH,complete,2024-03-31,,\ncouncils,50,partial,2024-02-01,รออีกสองแห่ง,two are to come\n"
    )
    let ranong = try #require(outputs["en/provinces/ranong/index.html"]).withoutTags
    #expect(ranong.contains("has 0 registered councils"))
    let words = try #require(outputs["en/councils/in/chiang-mai/index.html"]).withoutTags
    #expect(words.contains("Records are still missing as of 1 February 2024. two are to come"))
    // Of the country nothing more is known than before.
    #expect(
      outputs["en/news/councils/index.html"]?.contains("at least 3 councils recorded so far")
        == true)
    let all = try await CouncilSite.outputs("councils,TH,complete,2024-03-31,,\n")
    let article = try #require(all["en/news/councils/index.html"])
    #expect(article.withoutTags.contains("have 3 councils, Surin 2 councils"))
    let surin = try #require(all["en/provinces/surin/index.html"])
    #expect(surin.contains("aria-label=\"The highest of the 77\u{A0}provinces with data.\""))
  }
}

/// The site, with the provinces that the program comes with, built once for each state.
private enum CouncilSite {
  static let unknown = Task { try await outputs("") }
  static let complete = Task { try await outputs("councils,32,complete,2024-03-31,,\n") }

  /// Everything that is published, by what is said of the register.
  static func outputs(_ coverage: String) async throws -> [String: String] {
    var tree = SourceTree()
    let root = GuidePage.root
    Specimen.add(root.appending(path: "themes/commons"), as: "themes/commons/", to: &tree)
    tree.gazetteer = try await readRepository().gazetteer
    for (path, text) in files { tree.add(path, Array(text.utf8)) }
    tree.add(
      "content/data/register_coverage.csv",
      Array(("register,area,status,as_of,note,note@en\n" + coverage).utf8))
    let result = try await build(tree, Specimen.options, into: MemorySink())
    #expect(result.diagnostics.all.filter { $0.severity > .note }.map(\.message.en) == [])
    return (result.report ?? [:]).mapValues { String(decoding: $0, as: UTF8.self) }
  }

  private static let files = [
    "site.yaml": """
    title: {th: เว็บทะเบียน, en: Site of a register}
    base_url: https://registers.example/
    theme: commons
    theme_options: {map_figure: councils.registered}
    menus: {main: [{url: /news/, title: {th: ข่าว, en: News}}], footer: [{url: /councils/, title: {th: สภา, en: Councils}}]}
    collections:
      news: {title: {th: ข่าว, en: News}, template: article.html, sort: date, feed: true}
      councils: {table: councils, columns: [registered_on, organisations_count], group: [province, district]}

    """,
    "content/data/datapackage.yaml": """
    name: councils
    title: {th: สภาสมมุติ, en: Made-up councils}
    resources:
      - name: councils
        path: councils.csv
        title: {th: ทะเบียนสภาสมมุติ, en: Register of made-up councils}
        schema:
          primaryKey: id
          fields:
            - {name: id}
            - {name: name}
            - {name: "name@en"}
            - {name: area}
            - {name: registered_on, type: period, title: {th: จดแจ้งเมื่อ, en: Registered}}
            - {name: organisations_count, type: integer, unit: {th: องค์กร, en: organisations}, title: {th: องค์กร, en: Organisations}}

    """,
    "content/data/sources.csv":
      "id,producer,title\nthailand-geography-json,ผู้รวบรวม,ชุดข้อมูลพื้นที่\n",
    "content/data/indicators.csv": """
    id,name,name@en,unit,unit@en,unit_one@en,precision,stat_type,aggregation,dataset,aggregate,field
    councils.registered,สภาที่จดแจ้ง,Registered councils,แห่ง,councils,council,0,count,sum,councils,count,
    councils.organisations,องค์กรในสภา,Organisations in councils,องค์กร,organisations,organisation,0,sum,sum,councils,sum,organisations_count
    councils.size,องค์กรต่อสภา,Organisations of a council,องค์กร,organisations,organisation,1,ratio,none,councils,mean,organisations_count

    """,
    "content/data/councils.csv": """
    id,name,name@en,area,registered_on,organisations_count
    c-1,สภาสมมุติหนึ่ง,First made-up council,3201,2010-05-14,12
    c-2,สภาสมมุติสอง,Second made-up council,32,2012-03-01,9
    c-3,สภาสมมุติสาม,Third made-up council,50,,30

    """,
    "content/data/releases/2024-05-05.json":
      "[{\"kind\": \"value\", \"indicator\": \"councils.registered\", \"area\": \"TH\", \"source\": \"thailand-geography-json\", \"status\": \"O\"}]",
    "content/index.th.md": "---\ntitle: หน้าแรก\n---\nสวัสดี\n",
    "content/index.en.md": "---\ntitle: Home\n---\nHello\n",
    "content/news/councils.th.md":
      "---\ntitle: ข่าวสภา\ndate: 2024-06-01\n---\nเรามี{{ figure(\"councils.registered\") }} สุรินทร์{{ figure(\"councils.registered\", area=\"32\") }} ขนาด {{ figure(\"councils.size\") }}\n",
    "content/news/councils.en.md":
      "---\ntitle: News of councils\n---\nWe have {{ figure(\"councils.registered\") }}, Surin {{ figure(\"councils.registered\", area=\"32\") }}, of {{ figure(\"councils.size\") }}.\n",
  ]
}

extension String {
  /// What stands from the first opening to the end that follows it.
  func between(_ start: String, _ end: String) -> String {
    guard let first = firstRange(of: start) else { return "" }
    let rest = self[first.lowerBound...]
    return String(rest[..<(rest.firstRange(of: end)?.upperBound ?? rest.endIndex)])
  }

  /// Every piece from an opening to its end.
  func parts(_ start: String, _ end: String) -> [String] {
    components(separatedBy: start).dropFirst().map { piece in
      start + (piece.components(separatedBy: end).first ?? "")
    }
  }

  /// The words alone.
  var withoutTags: String {
    replacing(/<[^>]*>/, with: "").replacing("\u{A0}", with: " ").replacing(/\s+/, with: " ")
  }
}
