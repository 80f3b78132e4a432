import SaanSite
import SaanText
import Testing

/// Pages of places know the articles that name them, in their fields or in their words.
@Suite struct NamedPlaceTests {
  private static let site = TestSite().with([
    "content/data/datapackage.yaml": """
    name: d
    resources:
      - {name: areas, path: areas.csv, schema: {primaryKey: code, fields: [{name: code}, {name: class}, {name: name}, {name: name@en}, {name: parent}]}}
      - {name: sources, path: sources.csv, schema: {fields: [{name: id}, {name: title}, {name: producer}]}}
      - {name: indicators, path: indicators.csv, schema: {fields: [{name: id}, {name: name}, {name: unit}]}}
      - {name: observations, path: observations.csv, schema: {fields: [{name: indicator}, {name: area}, {name: as_of, type: period}, {name: as_of_basis}, {name: value, type: number}, {name: source}]}}
    """,
    "content/data/areas.csv": """
    code,class,name,name@en,parent
    TH,country,ไทย,Thailand,
    10,province,กรุงเทพมหานคร,Bangkok,TH
    1006,district,บางกะปิ,Bang Kapi,10
    1038,district,ลาดพร้าว,Lat Phrao,10
    42,province,เลย,Loei,TH
    50,province,เชียงใหม่,Chiang Mai,TH
    54,province,แพร่,Phrae,TH
    55,province,น่าน,Nan,TH

    """,
    "content/data/sources.csv": "id,title,producer\na,เล่ม,ก\n",
    "content/data/indicators.csv": "id,name,unit\nfunds.count,กองทุน,กองทุน\n",
    "content/data/observations.csv":
      "indicator,area,as_of,as_of_basis,value,source\nfunds.count,1006,2022,stated,3,a\nfunds.count,1038,2022,stated,4,a\n",
    "themes/plain/templates/district.html":
      "{% for item in page.mentions %}<a href=\"{{ item.url }}\">{{ item.title }}</a>{% endfor %}",
    "themes/plain/templates/province.html":
      "{% for item in page.mentions %}<a href=\"{{ item.url }}\">{{ item.title }}</a>{% endfor %}",
  ])

  /// The places whose pages name an article with a text.
  private func places(
    naming text: String, _ fields: String = "", in tag: String = "th"
  ) async throws -> [String] {
    let site = Self.site.with([
      "content/news/a.\(tag).md": "---\ntitle: ก\ndate: 2022-10-26\n\(fields)---\n\(text)\n"
    ])
    let (outputs, found) = try await site.build()
    #expect(DiagnosticPrinter().text(found) == "")
    let link = "<a href=\"/\(tag)/news/a/\">"
    return outputs.filter { path, page in
      path.hasPrefix("\(tag)/provinces/") && page.contains(link)
    }.keys.map { String($0.dropFirst("th/provinces/".count).dropLast("/index.html".count)) }
      .sorted()
  }

  @Test(arguments: [
    ("สำนักงานในเขตบางกะปิ", ["10/1006"]), ("บ้านริมคลองลาดพร้าว", []), ("เผยแพร่แล้ว ไม่มีเลย ใครเขียน", []),
    ("คนในจังหวัดแพร่และ จ. น่าน", ["54", "55"]), ("ศูนย์ที่เชียงใหม่", ["50"]),
  ])
  func aThaiTextNamesAPlaceWhereItsNameIsNoOtherWord(text: String, named: [String]) async throws {
    #expect(try await places(naming: text) == named)
  }

  @Test(arguments: [
    ("the office in Bang Kapi, Bangkok", ["10", "10/1006"]), ("along the Lat Phrao canal", []),
    ("in Nan and Loei", ["42", "55"]), ("Nancy went", []), ("Lat Phrao district", ["10/1038"]),
  ])
  func anEnglishTextNamesAPlaceInWholeWords(text: String, named: [String]) async throws {
    #expect(try await places(naming: text, in: "en") == named)
  }

  /// Whoever files an article under a place has said which articles are about it.
  @Test func anArticleThatIsFiledUnderAPlaceStandsBeforeThoseThatNameIt() async throws {
    let filed = Self.site.with([
      "content/news/b.th.md": "---\ntitle: ข\ndate: 2022-10-26\nareas: [\"50\"]\n---\nข\n",
      "content/news/a.th.md": "---\ntitle: ก\ndate: 2022-10-27\n---\nที่เชียงใหม่\n",
    ])
    let page = try await filed.build().outputs["th/provinces/50/index.html"]
    #expect(page == "<a href=\"/th/news/b/\">ข</a>")
  }
}
