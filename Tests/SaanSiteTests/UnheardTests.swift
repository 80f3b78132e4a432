import SaanData
import SaanModel
import SaanPublish
import SaanSite
import SaanText
import Testing

/// What a site says and the program used to pass over without a word.
@Suite struct UnheardTests {
  private func codes(_ site: TestSite) async throws -> [String] {
    try await site.build().diagnostics.all.filter { $0.severity != .note }.map(\.code)
  }

  private static let descriptor = "content/data/datapackage.yaml"

  /// The site with data, whose gardens are described and written in other ways.
  private func gardens(
    _ old: String = "", _ new: String = "", csv: String? = nil, more: [String: String] = [:]
  ) -> TestSite {
    var site = TestSite.withData
    if !old.isEmpty { site = site.replacing(old, with: new, in: Self.descriptor) }
    if let csv { site = site.with(["content/data/gardens.csv": csv]) }
    return site.with(more)
  }

  // MARK: Tables

  @Test(arguments: [
    ("groupChar: \".\"", true), ("groupChar: \",\"", false), ("decimalChar: \",\"", true),
    ("decimalChar: \".\"", false), ("bareNumber: false", true), ("bareNumber: true", false),
    ("format: \"%d/%m/%y\"", true), ("format: \"%Y-%m-%d\"", false), ("groupChar: \"\"", false),
    ("format: default", false), ("format: any", false),
  ])
  func waysToWriteNumbersAreHonouredOrTold(_ key: String, _ isTold: Bool) async throws {
    let site = gardens("{name: members, type: integer}", "{name: members, type: integer, \(key)}")
    #expect(try await codes(site) == (isTold ? ["unsupported-key"] : []))
  }

  @Test func aSheetOfATextFileIsTold() async throws {
    let site = gardens("path: gardens.csv", "path: gardens.csv\n    sheet: x")
    #expect(try await codes(site) == ["unknown-sheet"])
    let folder = Folder()
    try FileSystem.create(folder.path("t.csv"), Array("a,b\n1,2\n".utf8))
    let found = try readRecords(folder.path("t.csv"), at: TablePlace(sheets: ["x"])).diagnostics
    #expect(found.all.contains { $0.code == "unknown-sheet" })
  }

  @Test(arguments: ["#REF!", "#DIV/0!", "#NAME?", "#VALUE!"])
  func whatASpreadsheetCouldNotWorkOutIsNoText(_ cell: String) async throws {
    let site = gardens(csv: "id,name,treasurer,members\na,\(cell),x,12\n")
    let found = try await site.build().diagnostics
    let text = DiagnosticPrinter().text(found)
    #expect(found.hasErrors && text.contains("formula-error") && text.contains("row 2"), "\(text)")
    #expect(try await codes(gardens(csv: "id,name,treasurer,members\na,#สวน,x,12\n")) == [])
  }

  @Test(arguments: ["sep=;\nid;name;treasurer;members\n", "sep=,\r\nid,name,treasurer,members\n"])
  func aLineThatIsMeantForExcelIsNoHead(_ csv: String) async throws {
    let row = csv.contains(";") ? "a;สวนไทรงาม;x;12\n" : "a,สวนไทรงาม,x,12\n"
    let (outputs, found) = try await gardens(csv: csv + row).build()
    #expect(!found.hasErrors, "\(DiagnosticPrinter().text(found))")
    #expect(outputs.values.contains { $0.contains("สวนไทรงาม") })
  }

  @Test func anEncodingThatTheFileDoesNotHaveIsTold() async throws {
    let site = gardens("path: gardens.csv", "path: gardens.csv\n    encoding: tis-620")
    let (outputs, found) = try await site.build()
    #expect(found.all.map(\.code) == ["other-encoding"] && !found.hasErrors)
    #expect(outputs["data/gardens.csv"]?.contains("กองทุนบ้านใหม่") == true)
  }

  @Test func aColumnThatTheFileLacksIsToldWithANearName() async throws {
    let site = gardens(csv: "id,name,treasurer,member\na,ก,x,12\n")
    let found = try await site.build().diagnostics
    #expect(found.all.map(\.code).sorted() == ["missing-column", "unknown-column"])
    let text = DiagnosticPrinter().text(found)
    #expect(text.contains("did you mean 'member'?") && text.contains("gardens.csv"))
    #expect(text.contains("row 1"))
  }

  @Test func aPrivateColumnMayBeTakenOutOfTheFile() async throws {
    let (outputs, found) = try await gardens(csv: "id,name,members\na,ก,12\n").build()
    #expect(found.isEmpty)
    #expect(outputs["data/gardens.csv"]?.contains("a,ก,12") == true)
  }

  @Test func aValueThatTheSchemaKnowsMayWaitForItsFirstRow() async throws {
    let call = #"{{ chart("bar", dataset="gardens", where="status=planned") }}"#
    let site = TestSite.withPlaces.withText(call)
    #expect(try await site.build().diagnostics.hasErrors)
    let known = site.replacing(
      "{name: status, ", with: "{name: status, constraints: {enum: [open, closed, planned]}, ",
      in: Self.descriptor)
    #expect(try await !known.build().diagnostics.hasErrors)
  }

  @Test(arguments: [(";", ";"), ("\t", "\\t"), ("|", "|")])
  func theSeparatorIsFound(_ separator: String, _ name: String) async throws {
    let text = "id,name,treasurer,members\na,ก,x,12\n".replacing(",", with: separator)
    let (outputs, found) = try await gardens(csv: text).build()
    #expect(found.all.map(\.code) == ["other-delimiter"] && !found.hasErrors)
    #expect(DiagnosticPrinter().text(found).contains("delimiter: \"\(name)\""))
    #expect(outputs["data/gardens.csv"]?.contains("a,ก,12") == true)
  }

  @Test func oneColumnWithASemicolonInATextStaysOne() async throws {
    let folder = Folder()
    try FileSystem.create(folder.path("t.csv"), Array("note\nก; ข\n".utf8))
    let read = try readRecords(folder.path("t.csv"))
    #expect(String(decoding: read.value ?? [], as: UTF8.self).contains("ก; ข"))
    #expect(!read.diagnostics.all.contains { $0.code == "other-delimiter" })
  }

  @Test func blanksAroundValuesGo() async throws {
    let (outputs, found) = try await gardens(
      csv: "id,name,treasurer,members\na,\" ก ข \",x,12\nb,\u{A0}ค\u{A0},x,7\nc,ง,x,7\n"
    ).build()
    #expect(outputs["data/gardens.csv"]?.contains("a,ก ข,12") == true)
    #expect(outputs["data/gardens.csv"]?.contains("b,ค,7") == true)
    #expect(!found.hasErrors && !found.isEmpty)
  }

  @Test func twoDescriptionsOfTheDataAreTold() async throws {
    let site = gardens(more: ["content/data/datapackage.json": "{}"])
    let found = try await site.build().diagnostics
    #expect(found.all.map(\.code) == ["two-descriptors"])
    #expect(found.all.first?.place?.path == "content/data/datapackage.json")
  }

  // MARK: Charts

  @Test(arguments: [
    (#"chart("bar", title="T", rows=[["a", 1,234], ["b", 5]])"#, "thousands"),
    (#"chart("bar", title="T", rows=[["a", 1e400]])"#, "is not a number"),
    (#"chart("progress", figure="funds", target=0)"#, "more than nothing"),
    (#"chart("progress", title="T", rows=[["a", 5, -1]])"#, "more than nothing"),
    (#"chart("line", title="T", rows=[["2565", 1], ["2022", 2]])"#, "'2565' and '2022'"),
    (#"chart("line", title="T", rows=[["2022", 1], ["soon", 2]])"#, "is not a date"),
    (
      #"chart("bar", dataset="gardens", by="opened", column="status", aggregate="sum")"#,
      "holds no numbers"
    ),
    (#"chart("bar", dataset="gardens", where="status=opn")"#, "did you mean 'open'?"),
    (
      #"chart("bar", dataset="gardens", by="status", labels=["opne=เปิด"])"#,
      "did you mean 'open'?"
    ),
    (
      #"chart("bar", dataset="gardens", by="status", labels=["50=เชียงใหม่"])"#, "it has closed, open"
    ),
  ])
  func aChartThatCannotShowItsNumbersSaysSo(_ call: String, _ words: String) async throws {
    let site = TestSite.withPlaces.with([
      "content/a.th.md": "---\ntitle: ก\n---\nข้อความ\n\n{{ \(call) }}\n"
    ])
    let found = try await site.build().diagnostics
    #expect(found.hasErrors)
    let text = DiagnosticPrinter().text(found)
    #expect(text.contains(words) && text.contains("content/a.th.md:6:"), "\(text)")
  }

  @Test(arguments: [
    #"chart("bar", title="T", rows=[["a", 1, 2]], columns=["ที่", "2565", "2566"])"#,
    #"chart("line", title="T", rows=[["2564", 1], ["2022", 2]])"#,
    #"chart("progress", title="T", rows=[["a", 5, 10]])"#,
    #"chart("bar", dataset="gardens", where="status=open")"#,
    #"chart("bar", dataset="gardens", by="status", labels=["open=เปิด", "planned=กำลังทำ"])"#,
  ])
  func aChartThatCanIsDrawn(_ call: String) async throws {
    let html = try await TestSite.drawn("{{ \(call) }}")
    #expect(html.contains("<svg"))
  }

  // MARK: Fields and areas

  @Test(arguments: [
    ("draft:", true), ("publish_date:", true), ("expiry_date: ~", true), ("date:", false),
    ("updated: null", false),
  ])
  func aFieldWithoutAValueIsTold(_ line: String, _ isDecisive: Bool) async throws {
    let site = TestSite().with(["content/a.th.md": "---\ntitle: ก\n\(line)\n---\n"])
    let found = try await site.build().diagnostics
    #expect(found.all.map(\.code) == ["empty-field"] && found.hasErrors == isDecisive)
    #expect(DiagnosticPrinter().text(found).contains("content/a.th.md:3:"))
  }

  @Test(arguments: [
    ("TH,country,ไทย,55,,\n55,province,น่าน,TH,,", "TH → 55 → TH"),
    ("TH,country,ไทย,TH,,\n55,province,น่าน,TH,,", "TH → TH"),
    ("TH,country,ไทย,,,\n1,region,ก,2,,\n2,region,ข,3,,\n3,region,ค,1,,", "1 → 2 → 3 → 1"),
    ("TH,country,ไทย,,,\n55,province,น่าน,TH,100.5,13.75", "'lat' is 100.5"),
    ("TH,country,ไทย,,,\n55,province,น่าน,TH,13,-200", "'lon' is -200"),
  ])
  func areasThatCannotBeAreTold(_ rows: String, _ words: String) async throws {
    let site = TestSite().with([
      "content/data/areas.csv": "code,class,name,parent,lat,lon\n\(rows)\n"
    ])
    let found = try await site.build().diagnostics.all.filter {
      ["areas-in-circle", "beyond-world"].contains($0.code)
    }
    #expect(found.count == 1)
    #expect(DiagnosticPrinter().text(Diagnostics(found)).contains(words))
  }

  // MARK: Themes

  @Test func namesInBracesAreTheSameInAllLanguages() async throws {
    let site = TestSite().with([
      "themes/plain/phrases/th.yaml": phrasesThai + "n: มี {count} {what}\n",
      "themes/plain/phrases/en.yaml": phrasesEnglish + "n: {one: one, other: '{count} things'}\n",
    ])
    let found = try await site.build().diagnostics
    #expect(found.all.map(\.code) == ["phrase-placeholders"])
    #expect(DiagnosticPrinter().text(found).contains("{what}"))
  }

  @Test func aNameInBracesThatACallLeavesIsTold() async throws {
    let list = "themes/plain/templates/list.html"
    let site = TestSite().with([
      "themes/plain/phrases/th.yaml": phrasesThai + "n: มี {count} {what}\n",
      "themes/plain/phrases/en.yaml": phrasesEnglish + "n: '{count} {what}'\n",
      list: "{{ t(\"n\", count=3) }}",
    ])
    #expect(try await codes(site) == ["phrase-arguments"])
    #expect(try await codes(site.with([list: "{{ t(\"n\", count=3, what=\"ก\") }}"])).isEmpty)
    // A key that is only known while rendering is looked at then.
    let computed = "{% for key in [\"n\"] %}{{ t(key, count=3) }}{% endfor %}"
    #expect(try await codes(site.with([list: computed])) == ["phrase-arguments"])
  }

  @Test(arguments: ["{{ page }}", "{{ site }}", "{{ page }} x"])
  func whatHasNoTextIsNotWritten(_ output: String) async throws {
    let site = TestSite().with(["themes/plain/templates/list.html": output])
    #expect(try await site.build().diagnostics.hasErrors)
  }

  @Test(arguments: [
    ("themes/plain/theme.yaml", "name: other\ncontract: \"1.0\"\n", "theme-name"),
    ("theme/phrases/fr.yaml", "home: Accueil\n", "unused-file"),
    ("theme/assets/nope.css", "a {}", "unused-file"),
  ])
  func filesOfAThemeThatDoNothingAreTold(_ path: String, _ text: String, _ code: String)
    async throws
  {
    let found = try await TestSite().with([path: text]).build().diagnostics
    #expect(found.all.map(\.code) == [code] && !found.hasErrors)
    #expect(found.all.first?.place?.path == path)
  }

  @Test func filesOfAThemeThatAreUsedAreNot() async throws {
    let site = TestSite().with([
      "theme/assets/a.css": "p { background: url(b.svg) }", "theme/assets/b.svg": "<svg/>",
      "themes/plain/assets/c.css": "a {}", "theme/assets/c.css": "b {}",
      "theme/assets/fonts/OFL.txt": "x", "theme/assets/icons/map.svg": "<svg/>",
      "themes/plain/templates/list.html":
        "{% set kind = \"map\" %}<img src=\"{{ asset(\"icons/\" + kind + \".svg\") }}\" alt=\"\"><link rel=\"stylesheet\" href=\"{{ asset(\"a.css\") }}\">",
    ])
    #expect(!(try await codes(site)).contains("unused-file"))
  }

  @Test(arguments: [
    "a:hover, b { color: #abc; background: url(data:image/png;base64,#{x}) #aabbccdd }",
    "@layer a, b;\n@layer a { x:hover,\n  y:focus { --open: \"}\"; margin: 1px\n  2px }\n}",
    "#main p { grid-template: \"a b\"\n  / 1fr; --id: #part; fill: url(#g-1) }",
    "@media (min-width: 4em) and\n  (max-width: 9em) { p { color: red } }\n/* { */", "",
    "a { content: \"\\\"{\"; width: calc(1px +\n  var(--a, 2px)) }",
  ])
  func aStyleSheetThatBrowsersReadIsGood(_ sheet: String) async throws {
    let site = TestSite().with([
      "theme/assets/css/site.css": sheet,
      "themes/plain/templates/list.html":
        "<link rel=\"stylesheet\" href=\"{{ asset(\"css/site.css\") }}\">",
    ])
    #expect(!(try await codes(site)).contains("broken-style"))
  }

  @Test(arguments: ["\"\"", "\"  \"", "{th: \"\", en: Site}"])
  func aTitleWithoutALetterIsNone(_ title: String) async throws {
    let site = TestSite().replacing("{th: เว็บทดสอบ, en: Test site}", with: title, in: "site.yaml")
    #expect(try await codes(site) == ["missing-setting"])
  }

  // MARK: Hidden files

  @Test func hiddenFilesAreNamedOnce() async throws {
    let folder = Folder()
    let files = [
      "site.yaml", "content/index.th.md", "content/.x.th.md", "content/.d/b.th.md",
      "static/.htaccess", "static/.gitkeep", "content/.DS_Store",
    ]
    for path in files { try FileSystem.create(folder.path(path), []) }
    let found = try await readTree(at: folder.root, jobs: 1).diagnostics.all
    #expect(found.map(\.code) == ["hidden-files"] && found.first?.severity == .note)
    let text = DiagnosticPrinter().text(Diagnostics(found))
    for name in ["content/.x.th.md", "content/.d/", "static/.htaccess", "static: [.well-known/**]"]
    {
      #expect(text.contains(name), "\(text)")
    }
    #expect(!text.contains(".gitkeep") && !text.contains(".DS_Store"))
  }
}

extension MistakeTests.Case {
  static let unheard: [Self] = [
    Self("empty-fields", ["content/a.th.md": "---\ntitle: ก\ndraft:\ndate:\n---\n"]),
    Self(
      "areas-nowhere",
      [
        "content/data/areas.csv":
          "code,class,name,parent,lat,lon\nTH,country,ไทย,55,,\n55,province,น่าน,TH,100.5,13\n"
      ]),
    Self(
      "styles-that-browsers-leave-out",
      [
        "theme/assets/css/site.css":
          ".a { color: #22448\n  margin: 0; }\n}\n.b::after { content: \"x; }\n"
          + "@media print {\n  .c:hover,\n  .d:focus { color: red }\n/* end",
        "themes/plain/templates/list.html":
          "<link rel=\"stylesheet\" href=\"{{ asset(\"css/site.css\") }}\">",
      ]),
    Self(
      "style-with-an-open-block",
      ["themes/plain/assets/c.css": "@media print {\n  .a { color: red }\n"]),
    Self(
      "theme-files-nobody-uses",
      [
        "themes/plain/theme.yaml": "name: other\ncontract: \"1.0\"\n",
        "theme/phrases/fr.yaml": "home: Accueil\n", "theme/assets/nope.css": "a {}",
      ]),
    Self(
      "tables-described-otherwise",
      TestSite.withData.replacing(
        "type: integer}]", with: "type: integer, groupChar: '.'}, {name: fouded}]",
        in: "content/data/datapackage.yaml"
      ).replacing(
        "path: gardens.csv", with: "path: gardens.csv\n    sheet: x\n    encoding: tis-620",
        in: "content/data/datapackage.yaml"
      ).with([
        "content/data/gardens.csv": "id;name;treasurer;members;founded\na; ก;x;12;\n",
        "content/data/datapackage.json": "{}",
      ]).files),
  ]
}
