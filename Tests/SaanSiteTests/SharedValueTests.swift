import SaanModel
import SaanPublish
import SaanSite
import SaanText
import Testing

/// A value of some areas jointly is neither the country's nor one province's, wherever it is told.
@Suite struct SharedValueTests {
  private static let call = #"{{ figure("funds", area="92") }}"#

  private static let files = [
    "site.yaml": "title: {th: เว็บ, en: Site}\ntheme: commons\nbase_url: https://example.org/\n",
    "content/index.th.md": "---\ntitle: เว็บ\n---\nก\n",
    "content/index.en.md": "---\ntitle: Site\n---\nA\n",
    "content/a.th.md": """
    ---
    title: ตรังมี \(call)
    ---
    ทั้งประเทศ {{ figure("funds") }}

    ตรัง \(call)

    สองจังหวัด {{ figure("funds", area="50; 92") }}

    """,
    "content/a.en.md": """
    ---
    title: Trang has \(call)
    ---
    The country has {{ figure("funds") }}.

    Trang has \(call).

    Both have {{ figure("funds", area="50; 92") }}.

    """,
    "content/data/areas.csv": """
    code,class,name,name@en,parent,slug,abbr,tile_col,tile_row,provinces
    TH,country,ไทย,Thailand,,thailand,,,,3
    N,region,ภาคเหนือ,North,TH,north,,,,
    S,region,ภาคใต้,South,TH,south,,,,
    50,province,เชียงใหม่,Chiang Mai,N,chiang-mai,ชม,0,0,
    55,province,น่าน,Nan,N,nan,นน,1,0,
    92,province,ตรัง,Trang,S,trang,ตง,1,4,

    """,
    "content/data/sources.csv":
      "id,title,title@en,producer,producer@en\nnew,เล่มใหม่,New book,พอช.,CODI\nold,เล่มเก่า,Old book,ข,B\n",
    "content/data/indicators.csv": """
    id,name,name@en,description,unit,unit@en,unit_one@en,aggregation
    funds,กองทุน,Funds,กองทุนที่นับได้,กองทุน,funds,fund,sum
    members,สมาชิก,Members,สมาชิกที่นับได้,คน,people,person,none

    """,
    "content/data/observations.csv": """
    indicator,area,as_of,as_of_basis,value,source,areas,bound
    funds,,2022-10-26,publication_date,39,new,50; 92,
    members,50,2022-10-26,stated,120,new,,
    members,55,2022-10-26,stated,90,new,,
    members,55,2022-10-26,stated,95,old,,

    """,
  ]

  /// The pages in plain words.
  private func pages(_ edits: [String: String] = [:]) async throws -> [String: String] {
    try await html(edits).mapValues { plain($0) }
  }

  private func html(_ edits: [String: String] = [:]) async throws -> [String: String] {
    let tree = Specimen.commons(Self.files.merging(edits) { $1 })
    let result = try await build(tree, Specimen.options, into: MemorySink())
    let outputs = try #require(result.report, "\(DiagnosticPrinter().text(result.diagnostics))")
    return outputs.filter { $0.key.hasSuffix(".html") }
      .mapValues { String(decoding: $0, as: UTF8.self) }
  }

  private func plain(_ html: String) -> String {
    var (text, isTag) = ("", false)
    for character in html {
      if character == "<" || character == ">" {
        isTag = character == "<"
        if !isTag { text.append(" ") }
      } else if !isTag {
        text.append(character.isWhitespace || character == "\u{2060}" ? " " : character)
      }
    }
    return text.split(separator: " ").joined(separator: " ")
  }

  /// What it says where the country is meant, one of its areas, and all of them.
  @Test func anArticleNamesTheAreasUnlessItsCallDoes() async throws {
    let pages = try await pages()
    let english = try #require(pages["en/a/index.html"])
    #expect(english.contains("The country has at least 39 funds ."), "\(english)")
    #expect(english.contains("Trang has 39 funds (Chiang Mai and Trang together) ."), "\(english)")
    #expect(english.contains("Both have 39 funds ."), "\(english)")
    let thai = try #require(pages["th/a/index.html"])
    #expect(thai.contains("ทั้งประเทศ อย่างน้อย 39 กองทุน"), "\(thai)")
    #expect(thai.contains("ตรัง 39 กองทุน (จังหวัดเชียงใหม่และจังหวัดตรัง รวมกัน)"), "\(thai)")
    #expect(thai.contains("สองจังหวัด 39 กองทุน"), "\(thai)")
    #expect(!thai.contains("สองจังหวัด 39 กองทุน ("), "\(thai)")
    // The title, wherever it stands.
    #expect(
      pages["th/a/index.html"]?.contains("ตรังมี 39 กองทุน (จังหวัดเชียงใหม่และจังหวัดตรัง รวมกัน)") == true)
  }

  @Test func theCountryHasAtLeastWhatSomeHave() async throws {
    let pages = try await pages()
    for (path, words) in [
      ("en/country/", "at least 39 funds"), ("th/country/", "อย่างน้อย 39 กองทุน"),
      ("en/figures/", "at least 39 funds"), ("th/figures/", "อย่างน้อย 39 กองทุน"),
      ("en/figures/funds/", "at least 39 funds"), ("th/figures/funds/", "อย่างน้อย 39 กองทุน"),
    ] {
      let page = try #require(pages[path + "index.html"])
      #expect(page.lowercased().contains(words), "\(path) \(page)")
    }
    #expect(pages["en/country/index.html"]?.contains("2 of 3 provinces") == true)
  }

  /// A value of a whole region counts before that of one of its provinces.
  @Test func aRegionsValueIsNotLostBesideAProvinces() async throws {
    let pages = try await pages([
      "content/data/observations.csv": """
      indicator,area,as_of,as_of_basis,value,source,areas,bound
      funds,,2022-10-26,stated,700,new,50; 55,
      funds,50,2022-10-26,stated,100,new,,

      """,
      "content/a.th.md": "---\ntitle: ก\n---\n{{ figure(\"funds\") }}\n",
      "content/a.en.md": "---\ntitle: A\n---\n{{ figure(\"funds\") }}\n",
    ])
    for (path, words) in [
      ("en/a/", "at least 700 funds"), ("th/a/", "อย่างน้อย 700 กองทุน"),
      ("en/country/", "at least 700 funds"), ("th/country/", "อย่างน้อย 700 กองทุน"),
    ] {
      let page = try #require(pages[path + "index.html"])
      #expect(page.lowercased().contains(words), "\(path) \(page)")
    }
  }

  /// The citation is of the value that the page leads with, with what is known of its day.
  @Test func theCitationIsOfWhatThePageLeadsWith() async throws {
    let pages = try await pages()
    let english = try #require(pages["en/figures/funds/index.html"])
    #expect(
      english.contains(
        "Funds: at least 39 funds (2 of 3 provinces have data; published 26 October 2022). "),
      "\(english)")
    #expect(english.contains("กองทุน: อย่างน้อย 39 กองทุน ("), "\(english)")
    #expect(!english.contains(".."), "\(english)")
    let members = try #require(pages["th/figures/members/index.html"])
    #expect(members.contains("โดยพอช. เว็บ.") && !members.contains("พอช.."), "\(members)")
  }

  /// The only value of a figure that the country has none of names its areas above the number.
  @Test func theOnlyValueShowsItsAreas() async throws {
    let pages = try await html([
      "content/data/observations.csv": """
      indicator,area,as_of,as_of_basis,value,source,areas,bound
      funds,92,2022-10-26,stated,39,new,,
      members,,2022-10-26,stated,120,new,50; 92,

      """,
      "content/a.th.md": "---\ntitle: ก\n---\nก\n", "content/a.en.md": "---\ntitle: A\n---\nA\n",
    ])
    for path in ["th/figures/members/", "en/figures/members/"] {
      let page = try #require(pages[path + "index.html"])
      #expect(page.contains("class=\"figure-area\"") && page.contains("class=\"stat-area\""))
    }
  }

  /// The list has value, source and mark of the area that the figure's page leads with.
  @Test func theListIsOfTheAreaThatThePageLeadsWith() async throws {
    let pages = try await pages()
    let english = try #require(pages["en/figures/index.html"])
    #expect(
      english.contains(
        "Members 90 people Nan as of 26 October 2022 · Source: New book Sources give different numbers"
      ), "\(english)")
    let thai = try #require(pages["th/figures/index.html"])
    #expect(thai.contains("สมาชิก 90 คน น่าน"), "\(thai)")
  }

  @Test func theMapOfWhatIsKnownCountsWhatIsShared() async throws {
    let own = [
      "content/data/observations.csv": (Self.files["content/data/observations.csv"] ?? "")
        .split(separator: "\n").prefix(2).joined(separator: "\n") + "\n"
    ]
    let pages = try await pages(own)
    let english = try #require(pages["en/provinces/index.html"])
    #expect(
      english.contains("2 provinces have figures together with others, none of their own yet"),
      "\(english)")
    #expect(!english.contains("figures of their region"), "\(english)")
    let thai = try #require(pages["th/provinces/index.html"])
    #expect(thai.contains("2 จังหวัดมีตัวเลขร่วมกับพื้นที่อื่น ยังไม่มีของจังหวัดเอง"), "\(thai)")
    let region = try #require(pages["en/regions/north/index.html"])
    #expect(region.contains("Chiang Mai 1 shared figure"), "\(region)")
    #expect(
      pages["th/regions/north/index.html"]?.contains("เชียงใหม่ 1 ตัวเลขร่วม") == true)
  }

  /// A table that names some provinces does not say that there are no others.
  @Test func provincesAreAllWhereTheTableSaysSo() async throws {
    let values = [
      "content/data/observations.csv": """
      indicator,area,as_of,as_of_basis,value,source,areas,bound
      funds,,2022-10-26,stated,39,new,50; 55,

      """,
      "content/a.th.md": "---\ntitle: ก\n---\nก\n", "content/a.en.md": "---\ntitle: A\n---\nA\n",
    ]
    let whole = try await pages(values)
    let stated = try #require(whole["en/regions/north/index.html"])
    #expect(stated.contains("Provinces 2 "), "\(stated)")
    #expect(stated.contains("North has 39 funds (Chiang Mai and Nan together"), "\(stated)")
    #expect(whole["th/regions/north/index.html"]?.contains("จังหวัด 2 ") == true)
    let areas = (Self.files["content/data/areas.csv"] ?? "")
      .replacing(",provinces", with: "").replacing(",,,,3\n", with: ",,,,\n")
      .split(separator: "\n").map { $0.hasSuffix(",") ? $0.dropLast() : $0 }.joined(separator: "\n")
    let some = try await pages(values.merging(["content/data/areas.csv": areas + "\n"]) { $1 })
    let english = try #require(some["en/regions/north/index.html"])
    #expect(english.contains("Chiang Mai and Nan together"), "\(english)")
    #expect(!english.contains("Provinces 2 "), "\(english)")
    let thai = try #require(some["th/regions/north/index.html"])
    #expect(thai.contains("จังหวัดเชียงใหม่และจังหวัดน่าน รวมกัน"), "\(thai)")
    #expect(!thai.contains("จังหวัด 2 "), "\(thai)")
    #expect(some["en/country/index.html"]?.contains("Provinces 3 ") == false)
    #expect(whole["en/country/index.html"]?.contains("Provinces 3 ") == true)
  }
}
