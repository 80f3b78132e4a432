import SaanModel
import SaanPublish
import SaanSite
import SaanText
import Testing

/// Figures in texts beside the bodies of articles: they say what the data says today.
@Suite struct StatedTextTests {
  private static let call = #"{{ figure("funds.count") }}"#
  private static let old = #"{{ figure("funds.count", source="old", unit=false) }}"#
  private static let inCell = call.split(separator: "\"", omittingEmptySubsequences: false)
    .joined(separator: "\"\"")

  /// Every kind of text that may state a figure, each in both languages.
  private static let site = TestSite.withData.with([
    "site.yaml": (TestSite().files["site.yaml"] ?? "").replacing(
      "title: {th: เว็บทดสอบ, en: Test site}",
      with: """
        title: {th: เว็บทดสอบ, en: Test site}
        description: {th: 'เล่าเรื่อง \(call)', en: 'Tells of \(call)'}
        menus:
          main:
            - {url: /news/, title: {th: 'ข่าวของ \(call)', en: 'News of \(call)'}}
        """),
    "content/data/datapackage.yaml": """
    name: test-data
    description: {th: 'ข้อมูลของ \(call)', en: 'Data of \(call)'}
    resources:
      - {name: areas, path: areas.csv, schema: {primaryKey: code, fields: [{name: code}, {name: class}, {name: name}, {name: parent}]}}
      - {name: sources, path: sources.csv, schema: {fields: [{name: id}, {name: title}, {name: producer}]}}
      - {name: indicators, path: indicators.csv, schema: {fields: [{name: id}, {name: name}, {name: name@en}, {name: unit}, {name: unit@en}]}}
      - {name: observations, path: observations.csv, schema: {fields: [{name: indicator}, {name: area}, {name: as_of, type: period}, {name: as_of_basis}, {name: value, type: number}, {name: source}, {name: note}, {name: note@en}]}}
      - {name: gardens, path: gardens.csv, title: {th: 'สวนของ \(call)', en: 'Gardens of \(call)'}, schema: {primaryKey: id, fields: [{name: id}, {name: story, title: {th: 'เรื่องของ \(call)', en: 'Story of \(call)'}}, {name: story@en}]}}
    """,
    "content/data/indicators.csv":
      "id,name,name@en,unit,unit@en\nfunds.count,กองทุน,Funds,กองทุน,funds\n",
    "content/data/observations.csv": """
    indicator,area,as_of,as_of_basis,value,source,note,note@en
    funds.count,TH,2022-10-26,stated,5915,new,"มี \(inCell) แล้ว","there are \(inCell) now"
    funds.count,TH,2013-08-31,stated,4101,old,,

    """,
    "content/data/gardens.csv":
      "id,story,story@en\na,\"สวนของ \(inCell)\",\"the garden of \(inCell)\"\n",
    "content/about.th.md": """
    ---
    title: เกี่ยวกับ \(call)
    summary: ย่อ \(call)
    image: {src: big.svg, alt: 'ภาพ \(call)', caption: 'คำ \(call)'}
    ---
    ![แท่ง](bars.svg 'เทียบกับ {{ figure("funds.count", unit=false) }} แห่ง')

    {% note(title='กล่องของ {{ figure("funds.count") }}') %}
    ในกล่อง
    {% end %}
    """,
    "content/about.en.md": "---\ntitle: About \(call)\nsummary: In short \(call)\n---\nText\n",
    "content/bars.svg":
      "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>\(call)</text><text lang=\"en\">\(call)</text></svg>",
    "content/big.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    "themes/plain/phrases/th.yaml":
      (TestSite.withData.files["themes/plain/phrases/th.yaml"] ?? "")
      + "so_far: 'ถึงวันนี้ \(call) {more}'\n",
    "themes/plain/phrases/en.yaml":
      (TestSite.withData.files["themes/plain/phrases/en.yaml"] ?? "")
      + "so_far: 'So far \(call) {more}'\n",
    "themes/plain/shortcodes/figure.html":
      #"{% set f = figure(args[0], source=source | default(none)) %}<a href="/"><data>{% if unit | default(true) %}{{ f.text }}{% else %}{{ f.number }}{% endif %}</data></a>"#,
    "themes/plain/shortcodes/note.html": "<aside title=\"{{ title }}\">{{ body }}</aside>",
    "themes/plain/templates/page.html": """
    <h1>{{ page.title }}</h1>{{ page.summary }}{% if page.image %}|{{ page.image.alt }}|{{ page.image.caption }}{% endif %}|{{ site.description }}
    {% for m in site.menus.main %}{{ m.title }}{% endfor %}|{{ t("so_far", more="!") }}|{{ page.content }}
    """,
    "themes/plain/templates/figure.html":
      "{% for cell in page.indicator.areas %}{% for v in cell.values %}[{{ v.note }}]{% endfor %}{% endfor %}",
  ])

  private static func changed(_ site: TestSite) -> TestSite {
    site.replacing("stated,5915,", with: "stated,6023,", in: "content/data/observations.csv")
  }

  private func outputs(_ site: TestSite) async throws -> [String: String] {
    let (outputs, found) = try await site.build()
    // The other language borrows the words of the picture.
    #expect(found.all.allSatisfy { $0.code == "borrowed-picture-words" })
    return outputs
  }

  @Test(arguments: ["5,915", "6,023"])
  func everyTextSaysWhatTheDataSaysToday(number: String) async throws {
    let outputs = try await outputs(number == "5,915" ? Self.site : Self.changed(Self.site))
    let thai = try #require(outputs["th/about/index.html"])
    for text in [
      "<h1>เกี่ยวกับ # กองทุน</h1>ย่อ # กองทุน|ภาพ # กองทุน|คำ # กองทุน|เล่าเรื่อง # กองทุน",
      "ข่าวของ # กองทุน|ถึงวันนี้ # กองทุน !|", "<figcaption>เทียบกับ # แห่ง</figcaption>",
      "<aside title=\"กล่องของ # กองทุน\">",
    ] {
      #expect(thai.contains(text.replacing("#", with: number)), "\(text)\n\(thai)")
    }
    let english = try #require(outputs["en/about/index.html"])
    for text in [
      "<h1>About # funds</h1>In short # funds|", "Tells of # funds",
      "News of # funds|So far # funds !",
    ] {
      #expect(english.contains(text.replacing("#", with: number)), "\(text)\n\(english)")
    }
    #expect(
      outputs["th/figures/funds-count/index.html"] == "[มี \(number) กองทุน แล้ว][]",
      "\(outputs["th/figures/funds-count/index.html"] ?? "")")
    #expect(
      outputs["en/figures/funds-count/index.html"] == "[there are \(number) funds now][]")
    #expect(
      outputs["data/gardens.csv"]
        == "id,story,story@en\r\na,\"สวนของ \(number) กองทุน\",\"the garden of \(number) funds\"\r\n",
      "\(outputs["data/gardens.csv"] ?? "")")
    for (path, text) in [
      ("th/data/gardens/index.html", "<h1>สวนของ # กองทุน</h1>"),
      ("en/data/gardens/index.html", "<h1>Gardens of # funds</h1>"),
      ("data/datapackage.json", "ข้อมูลของ # กองทุน"), ("data/datapackage.json", "Data of # funds"),
      ("data/datapackage.json", "เรื่องของ # กองทุน"), ("data/datapackage.json", "Story of # funds"),
    ] {
      let output = outputs[path] ?? ""
      #expect(output.contains(text.replacing("#", with: number)), "\(path): \(output)")
      #expect(!output.contains("{{"), "\(path): \(output)")
    }
    #expect(outputs["figures/funds-count.json"]?.contains("มี \(number) กองทุน แล้ว") == true)
    let drawing = outputs.first { $0.key.hasPrefix("assets/bars.") }?.value
    #expect(
      drawing?.hasSuffix(
        "<text>\(number) กองทุน</text><text lang=\"en\">\(number) funds</text></svg>") == true,
      "\(drawing ?? "")")
  }

  /// What shows such a text is made again when the value changes, and nothing else is.
  @Test func aChangedValueReachesEveryPageThatShowsTheText() async throws {
    let first = try await build(
      Self.site.tree, Self.site.options(), notes: .ledger(nil), into: MemorySink())
    let standing = try #require(first.report)
    let other = Self.changed(Self.site)
    let fresh = try await build(
      other.tree, other.options(), notes: .ledger(nil), into: MemorySink())
    let again = try await build(
      other.tree, other.options(), notes: .ledger(first.ledger), into: MemorySink(former: standing))
    #expect(again.report == fresh.report)
  }
}
