import SaanModel
import SaanText

extension TestSite {
  /// A site with three provinces in two regions, figures of some of them, a register and outlines.
  static let withPlaces = TestSite().with([
    "content/data/datapackage.yaml": """
    name: test-data
    title: {th: ข้อมูลทดสอบ, en: Test data}
    resources:
      - {name: areas, path: areas.csv, schema: {primaryKey: code, fields: [{name: code}, {name: class}, {name: name}, {name: name@en}, {name: parent}, {name: slug}, {name: abbr}, {name: tile_col, type: integer}, {name: tile_row, type: integer}, {name: provinces, type: integer}]}}
      - {name: sources, path: sources.csv, schema: {fields: [{name: id}, {name: title}, {name: title@en}, {name: producer}]}}
      - {name: indicators, path: indicators.csv, schema: {fields: [{name: id}, {name: name}, {name: name@en}, {name: unit}, {name: unit@en}, {name: unit_one@en}, {name: aggregation}]}}
      - {name: observations, path: observations.csv, schema: {fields: [{name: indicator}, {name: area}, {name: as_of, type: period}, {name: as_of_basis}, {name: value, type: number}, {name: source}, {name: status}]}}
      - name: gardens
        path: gardens.csv
        title: {th: สวน, en: Gardens}
        coverage: {status: complete, as_of: 2022-01-31}
        schema: {primaryKey: id, fields: [{name: id}, {name: area}, {name: status, title: {th: สถานะ, en: Status}}, {name: opened, type: date}, {name: treasurer, private: true}, {name: people, type: integer, title: {th: คน, en: People}}]}

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
      "id,title,title@en,producer\nnew,เล่มใหม่,New book,ก\nold,เล่มเก่า,Old book,ข\n",
    "content/data/indicators.csv": """
    id,name,name@en,unit,unit@en,unit_one@en,aggregation
    funds,กองทุน,Funds,กองทุน,funds,fund,none
    members,สมาชิก,Members,คน,people,person,none
    target,เป้าหมาย,Target,กองทุน,funds,fund,none

    """,
    "content/data/observations.csv": """
    indicator,area,as_of,as_of_basis,value,source,status
    funds,TH,2022-10-26,stated,5915,new,A
    funds,TH,2013-08-31,stated,4101,old,A
    funds,50,2022-10-26,stated,120,new,A
    funds,55,2022-10-26,stated,90,new,E
    members,TH,2022-10-26,stated,6486679,new,A
    target,TH,2022-10-26,stated,8000,new,A

    """,
    "content/data/gardens.csv": """
    id,area,status,opened,treasurer,people
    a,50,open,2020-05-01,Somebody,12
    b,50,closed,2021-01-01,Other,7
    c,55,open,2021-03-01,Other,

    """,
    outlinesPath: """
    {"viewBox": "0 0 100 200", "credit": "Drawn by us", "paths": {"50": "M0 0l40 0 0 40z", "55": "M40 0l40 0 0 40z"}}

    """,
    "themes/plain/shortcodes/chart.html":
      "{%- if body is defined %}{{ chart(*args, **kwargs, body=body) }}{% else %}{{ chart(*args, **kwargs) }}{% endif -%}",
    "themes/plain/shortcodes/figure.html":
      "{% set f = figure(args[0]) %}<a href=\"#x\"><data value=\"{{ f.value }}\">{{ f.text }}</data></a>",
    "themes/plain/shortcodes/map.html": "{{ map(*args, **kwargs) }}",
  ])

  /// The site with a page that holds the Markdown.
  func withText(_ markdown: String) -> TestSite {
    with([
      "content/a.th.md": "---\ntitle: ก\n---\n\(markdown)\n",
      "content/a.en.md": "---\ntitle: A\n---\n\(markdown)\n",
    ])
  }

  /// What the Markdown becomes for readers of English.
  static func drawn(_ markdown: String) async throws -> String {
    let (outputs, diagnostics) = try await withPlaces.withText(markdown).build()
    let found = DiagnosticPrinter().text(
      Diagnostics(diagnostics.all.filter { $0.code != "empty-chart" }))
    return found.isEmpty ? outputs["en/a/index.html"] ?? "" : found
  }

  /// The rows of the table below a chart, as text.
  static func rows(_ markdown: String) async throws -> [String] {
    let html = try await drawn(markdown)
    guard let end = html.firstRange(of: "</table>") else { return [html] }
    return html[..<end.lowerBound].split(separator: "<tr>").dropFirst(2).map { row in
      row.split(separator: ">").map { $0.prefix { $0 != "<" } }
        .filter { !$0.isEmpty && !$0.allSatisfy(\.isWhitespace) }.prefix(5)
        .joined(separator: "|")
    }
  }
}
