import SaanFiles
import SaanModel
import SaanPublish
import SaanSite
import SaanText
import TestSupport
import Testing

/// Every mistake that an author can make in a site, with the words that it is answered with.
///
/// Each case plants one mistake into a good site; the whole printed diagnostic, in English and
/// Thai, is pinned in `Mistakes/`. `SAAN_UPDATE=1 swift test` rewrites the files, and fails to say
/// so.
@Suite struct MistakeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let site: TestSite
    var testDescription: String { name }

    init(_ name: String, _ files: [String: String]) {
      self.name = name
      site = TestSite().with(files)
    }

    init(_ name: String, replacing old: String, with new: String, in path: String) {
      self.name = name
      site = TestSite().replacing(old, with: new, in: path)
    }
  }

  @Test func aGoodSiteHasNoMistakes() async throws {
    #expect(try await TestSite().check() == "")
  }

  @Test(
    arguments: Case.settings + Case.registers + Case.data + Case.rules + Case.frontMatter
      + Case.links + Case.quiet + Case.theme + Case.places + Case.addresses + Case.texts
      + Case.lines + Case.silent + Case.nearNames + Case.outside + Case.nowhere + Case.unheard
      + Case.misread + Case.scopes
      + Case.corrections + Case.events + Case.media)
  func isAnsweredWithItsWords(_ mistake: Case) async throws {
    let found = try await inspect(mistake.site.tree, mistake.site.options()).diagnostics
    let printed = MessageLanguage.allCases.map { DiagnosticPrinter(language: $0).text(found) }
    try expectGolden(printed.joined(separator: "\n"), "Mistakes/\(mistake.name).txt")
  }

  @Test(arguments: Case.charts + Case.readBack + Case.written + Case.bare)
  func isAnsweredWhenItIsDrawn(_ mistake: Case) async throws {
    let found = try await mistake.site.build().diagnostics
    let printed = MessageLanguage.allCases.map { DiagnosticPrinter(language: $0).text(found) }
    try expectGolden(printed.joined(separator: "\n"), "Mistakes/\(mistake.name).txt")
  }

  @Test func allMistakesAreReportedInOneRun() async throws {
    let site = TestSite().with([
      "content/a.th.md": "---\ntitel: ก\n---\n",
      "content/b.th.md": "---\ntitle: ข\ndate: 2554-10-03\n---\n[ค](c.th.md)\n",
      "content/d.th.md": "---\ntitle: ง\n---\n{{ nothing() }}\n",
    ])
    let found = try await inspect(site.tree, site.options()).diagnostics
    #expect(
      Set(found.all.map(\.code)) == [
        "unknown-key", "missing-title", "wrong-era", "dead-link", "unknown-shortcode",
      ])
  }

  @Test func warningsBecomeErrorsWhenTheBuildIsStrict() async throws {
    let site = TestSite().with([
      "content/a.th.md": "---\ntitle: ก\n---\n![ข](https://x.example/a.png)\n"
    ])
    #expect(try await inspect(site.tree, site.options()).diagnostics.hasErrors == false)
    #expect(try await inspect(site.tree, site.options(), isStrict: true).diagnostics.hasErrors)
  }

  @Test func aFolderWithoutSettingsSaysHowToBegin() async throws {
    let found = try await inspect([:], BuildOptions(today: TestSite.today)).diagnostics
    #expect(
      DiagnosticPrinter().text(found) == """
        error[empty-site]: there is no site.yaml here
           = hint: go to the site's folder, name it with --source, or make a site with 'saan new site DIR'

        """)
  }

  @Test func aFileThatCannotBeReadIsNamedAndTheRestGoesOn() async throws {
    let folder = Folder()
    for (path, text) in TestSite().files {
      try FileSystem.create(folder.path(path), Array(text.utf8))
    }
    // A link that leads nowhere cannot be read, whoever asks.
    try FileSystem.link(toMissingFileAt: folder.path("content/gone.th.md"))
    let tree = try await readTree(at: folder.root, jobs: 2)
    let found = try await inspect(tree, BuildOptions(today: TestSite.today)).diagnostics
    #expect(
      DiagnosticPrinter().text(found) == """
        error[unreadable-file]: this symbolic link leads to no file
          --> content/gone.th.md
           = hint: put the file itself in its place, or remove the link

        """)
  }

  @Test func troubleWithTheDiskSaysWhatAndWhere() {
    let full = Wording(en: "No space left on device", th: "ดิสก์เต็ม")
    let error = DiskError(.publish, "public", reason: full)
    #expect(
      DiagnosticPrinter().text(error.diagnostic)
        == "error[disk]: cannot publish into public: No space left on device\n")
  }

  @Test func textInTheWindowsEncodingIsNamed() async throws {
    var tree = TestSite().tree
    tree.add(
      "content/old.th.md", Array("---\ntitle: ".utf8) + [0xA1, 0xD2] + Array("\n---\n".utf8))
    let found = try await inspect(tree, BuildOptions(today: TestSite.today)).diagnostics
    #expect(
      DiagnosticPrinter().text(found) == """
        error[invalid-utf8]: line 2, column 8 is not UTF-8
          --> content/old.th.md:2:8
        2 | title: \u{FFFD}\u{FFFD}
          |        ^
           = hint: it looks like the Windows Thai encoding: open it and save it again as UTF-8

        """)
  }
}

extension MistakeTests.Case {
  static let settings: [Self] = [
    Self("settings-key", replacing: "theme: plain", with: "them: plain", in: "site.yaml"),
    Self("base-url", replacing: "https://example.org/", with: "example.org", in: "site.yaml"),
    Self("sort", replacing: "sort: date", with: "sort: dat", in: "site.yaml"),
    Self(
      "menu",
      replacing: "theme: plain",
      with: "theme: plain\nmenus: {main: [{page: abuot}, {url: /newz/, title: ข}]}",
      in: "site.yaml"),
    Self(
      "menu-entry", replacing: "theme: plain", with: "theme: plain\nmenus: {main: [{title: ก}]}",
      in: "site.yaml"),
    Self("per-page", replacing: "per_page: 2", with: "per_page: 0", in: "site.yaml"),
  ]
  static let data: [Self] = [
    Self(
      "figures",
      [
        "content/data/sources.csv": "id,title,producer\nregister,a,b\n",
        "content/data/indicators.csv": "id,name\nmembers,m\nfunds,f\n",
        "content/data/observations.csv": """
        indicator,area,as_of,as_of_basis,value,source,quote
        members,TH,2565-01-01,stated,12,registr,
        funds,TH,2022,stated,"1,2,3",register,
        ,TH,2022,stated,5,register,
        funds,TH,2021,stated,848,register,๘๔๙ คน

        """,
      ]),
    Self(
      "figure-of-another-area",
      [
        "content/data/areas.csv":
          "code,class,name,parent\nTH,country,ไทย,\n32,province,สุรินทร์,TH\n",
        "content/data/sources.csv": "id,title,producer\nr,a,b\n",
        "content/data/indicators.csv": "id,name\nmembers,m\n",
        "content/data/observations.csv": """
        indicator,area,as_of,as_of_basis,value,source
        members,32,2022,stated,12,r

        """,
        "content/a.th.md": "---\ntitle: ก\n---\n{{ figure(\"members\") }}\n",
      ]),
    Self(
      "yaml-bomb",
      [
        "content/data/bomb.yaml": """
        a: &a [x, x, x, x, x, x, x, x, x, x]
        b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
        c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
        d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
        e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
        f: [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]

        """
      ]),
  ]
  static let frontMatter: [Self] = [
    Self(
      "broken-yaml", ["content/a.th.md": "---\ntitle: [ก\n---\n"]),
    Self("unknown-key", ["content/a.th.md": "---\ntitle: ก\nsumary: ข\n---\n"]),
    Self("wrong-type", ["content/a.th.md": "---\ntitle: ก\nweight: หนัก\n---\n"]),
    Self("missing-title", ["content/a.th.md": "ข้อความ\n"]),
    Self("era-mistake", ["content/a.th.md": "---\ntitle: ก\ndate: 2554-10-03\n---\n"]),
    Self("bad-date", ["content/a.th.md": "---\ntitle: ก\ndate: 2011-02-30\n---\n"]),
    Self("front-matter-not-closed", ["content/a.th.md": "---\ntitle: ก\n"]),
    Self("slug-that-climbs", ["content/a.th.md": "---\ntitle: ก\nslug: ../b\n---\n"]),
    Self("alias-that-climbs", ["content/a.th.md": "---\ntitle: ก\naliases: [/a/../../b/]\n---\n"]),
    Self("file-name", ["content/ก.th.md": "---\ntitle: ก\n---\n"]),
    Self("language", ["content/a.de.md": "---\ntitle: ก\n---\n"]),
    Self(
      "two-pages-with-one-url",
      [
        "content/a.th.md": "---\ntitle: ก\n---\n",
        "content/b.th.md": "---\ntitle: ข\nslug: a\n---\n",
      ]),
    Self(
      "two-files-for-one-page",
      ["content/a.th.md": "---\ntitle: ก\n---\n", "content/a/index.th.md": "---\ntitle: ข\n---\n"]),
    Self("unknown-topic", ["content/a.th.md": "---\ntitle: ก\ntopics: [housng]\n---\n"]),
    Self("unknown-area", ["content/a.th.md": "---\ntitle: ก\nareas: [99]\n---\n"]),
    Self("unknown-template", ["content/a.th.md": "---\ntitle: ก\ntemplate: pge.html\n---\n"]),
  ]
  static let links: [Self] = [
    Self("dead-link", ["content/a.th.md": "---\ntitle: ก\n---\nอ่าน[ต่อ](indx.th.md)\n"]),
    Self(
      "dead-anchor", ["content/a.th.md": "---\ntitle: ก\n---\n## วิสัยทัศน์\n\n[ดู](#วิสัยทัด)\n"]),
    Self("dead-place", ["content/a.th.md": "---\ntitle: ก\n---\n[ดู](/nowhere/)\n"]),
    Self(
      "image-without-words",
      [
        "content/a/index.th.md": "---\ntitle: ก\nimage: {src: x.svg}\n---\n",
        "content/a/x.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>",
      ]),
    Self(
      "shortcodes-in-shortcodes",
      [
        "content/a.th.md": "---\ntitle: ก\n---\n"
          + (0..<10).map { _ in "{% note() %}\n" }.joined() + "ข\n"
          + (0..<10).map { _ in "{% end %}\n" }.joined()
      ]),
    Self("missing-image", ["content/a.th.md": "---\ntitle: ก\n---\n![ภาพ](photo.jpg)\n"]),
    Self(
      "unknown-shortcode", ["content/a.th.md": "---\ntitle: ก\n---\nจำนวน {{ figur(\"x\") }} คน\n"]),
    Self("unknown-figure", ["content/a.th.md": "---\ntitle: ก\n---\n{{ figure(\"x\") }}\n"]),
  ]
}

/// A theme with an option of every type.
let optionsTheme = """
  contract: "1.0"
  options:
    title: {type: text, default: {th: ก, en: a}}
    accent: {type: colour, default: "#0b5f8a"}
    logo: {type: asset, default: ""}
    home: {type: list, values: [news, events], default: [news]}
    dense: {type: boolean, default: false}
    width: {type: number, default: 60}
    layout: {type: choice, values: [wide, narrow], default: wide}
    more: {type: path, default: ""}

  """

extension MistakeTests.Case {
  fileprivate static let texts = [
    Self(
      "leftovers",
      [
        "content/a.th.md": """
        ---
        title: "**ก**"
        ---
        # ซ้ำ

        <!-- ถามก่อน -->
        •\tข้อ

        1.ก
        2.ข

        ##หัวข้อ

        ![ภาพ] (a.jpg) [ลิงก์] (b.pdf) ![](my photo.png) [ก][ข] ก[^1] ก &foo; `ค {{ ง }} **จ

        <div>

        ก<br>ข <!-- ค

        | ก |
        | ข |

        | ก |
        |---|
        | ข | ค |

        > เรา
        ประธาน

            ย่อหน้า

        ท้าย\\

        ```
        โค้ด

        """,
        "content/b.th.md": "---\ntitle: ก\n---\nก\n\n<!-- ไม่ปิด\n",
        "content/c.th.md": "---\ntitle: ก\n---\n![ก](d.svg) ข\n",
        "content/d.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>",
      ]),
    Self(
      "characters",
      ["content/a.th.md": "---\n\u{200B}title: นํ้า\n---\nก\u{A0}ข\u{7}\n\nปฎิรูป \u{FFFD}\n"]),
  ]
}
