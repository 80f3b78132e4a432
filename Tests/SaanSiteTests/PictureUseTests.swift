import SaanFiles
import SaanImages
import SaanModel
import SaanPublish
import SaanSite
import SaanText
import Testing

/// Where pictures come from, what is said of them, and what they weigh.
@Suite struct PictureUseTests {
  private static let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 30\"/>"

  private func told(_ site: TestSite, _ language: MessageLanguage = .english) async throws -> String
  {
    DiagnosticPrinter(language: language).text(
      try await inspect(site.tree, site.options()).diagnostics)
  }

  // MARK: Pictures of articles

  private let article = TestSite().with([
    "content/a.th.md": """
    ---
    title: ก
    image: {src: a.svg, alt: อ, caption: ค, credit: ภาพ ม, licence: cc-by-sa-4.0, focus: [0.4, 0.25]}
    ---
    """,
    "content/a.en.md": "---\ntitle: A\nimage: {alt: Hills}\n---\n", "content/a.svg": Self.svg,
    "themes/plain/templates/page.html":
      "{% set i = page.image %}{% if i %}{{ i.alt }}/{{ i.alt_lang }} {{ i.caption }}/{{ i.caption_lang }} {{ i.licence }}/{{ i.licence_lang }} {{ i.licence_url }} {{ i.focus }}{% endif %}",
  ])

  @Test func whatIsSaidOfAPictureIsSharedByItsLanguages() async throws {
    let (outputs, found) = try await article.build()
    #expect(
      outputs["th/a/index.html"]
        == "อ/th ค/th CC BY-SA 4.0/th https://creativecommons.org/licenses/by-sa/4.0/deed.th 40% 25%"
    )
    #expect(
      outputs["en/a/index.html"]
        == "Hills/en ค/th CC BY-SA 4.0/en https://creativecommons.org/licenses/by-sa/4.0/deed.en 40% 25%"
    )
    // What is borrowed is told, with the file that lacks it.
    let note = try #require(found.all.first { $0.code == "borrowed-picture-words" })
    #expect(note.severity == .note && note.place?.path == "content/a.en.md")
    #expect(
      note.message.en
        == "what is said of the page's picture stands here in words of another language (th): caption, credit"
    )
    #expect(note.message.th == "คำบรรยายรูปของหน้านี้ยังใช้ข้อความภาษาอื่น (th): caption, credit")
  }

  @Test(arguments: ["middle", "[0.4]", "[1.4, 0.2]", "{x: 1}"])
  func aFocusIsAPlaceInThePicture(_ focus: String) async throws {
    let wrong = article.replacing("[0.4, 0.25]", with: focus, in: "content/a.th.md")
    let text = try await told(wrong)
    #expect(
      text.contains(
        "error[picture-focus]: 'focus' takes two numbers from 0 to 1: how far from the left, and how far from the top\n  --> content/a.th.md:3:"
      ), "\(text)")
    #expect(try await told(wrong, .thai).contains("'focus' ต้องเป็นเลขสองตัวตั้งแต่ 0 ถึง 1"))
  }

  // MARK: Shortcodes

  private func called(_ call: String) -> TestSite {
    let shared = [
      "templates/macros/pictures.html", "templates/macros/text.html", "templates/macros/media.html",
      "shortcodes/picture.html", "shortcodes/document.html",
    ]
    return TestSite().with([
      "content/a.en.md": "---\ntitle: A\n---\n\(call)\n", "content/a.svg": Self.svg,
      "themes/plain/phrases/en.yaml": phrasesEnglish + "transcript: Words\nyear: \"{year}\"\n",
      "themes/plain/phrases/th.yaml": phrasesThai + "transcript: คำ\nyear: \"{year}\"\n",
    ]).with(
      Dictionary(
        uniqueKeysWithValues: shared.map { name in
          ("themes/plain/\(name)", Specimen.tree.files["themes/commons/\(name)"]?.text ?? "")
        }))
  }

  @Test func aPictureIsShownByAShortcodeWithItsFocus() async throws {
    let (outputs, found) = try await called(
      "{{ picture(\"a.svg\", alt=\"Hills\", caption=\"Two hills\", credit=\"Us\", licence=\"CC0\", focus=\"0.4,0.25\") }}"
    ).build()
    #expect(DiagnosticPrinter().text(found) == "")
    let page = try #require(outputs["en/a/index.html"])
    #expect(page.contains("<figure class=\"cut\"><img src=\"/assets/a."), "\(page)")
    #expect(
      page.contains(
        ".svg\" alt=\"Hills\" width=\"40\" height=\"30\" style=\"object-position:40% 25%\" loading=\"lazy\" decoding=\"async\">"
      ), "\(page)")
    #expect(
      page.contains(
        "<figcaption><span>Two hills</span> <span class=\"credit\">Us · CC0</span></figcaption>"),
      "\(page)")
  }

  @Test(arguments: [
    ("{{ picture() }}", "error[missing-file]: 'picture' does not say which file it shows"),
    ("{{ picture(\"b.svg\", alt=\"x\") }}", "error[missing-file]: there is no file 'b.svg'"),
    (
      "{{ picture(\"a.svg\") }}",
      "error[missing-alt]: the image 'a.svg' has no text for people who cannot see it"
    ),
    ("{{ picture(\"a.svg\", alt=\"x\", focus=\"up\") }}", "error[picture-focus]: 'focus' takes"),
    ("{{ document(\"r.pdf\") }}", "error[missing-file]: there is no file 'r.pdf'"),
  ])
  func whatAShortcodeCannotShowIsTold(_ call: String, _ message: String) async throws {
    let text = try await told(called(call))
    #expect(text.contains(message), "\(text)")
    #expect(text.contains("\n  --> content/a.en.md:4:"), "\(text)")
  }

  // MARK: Tables

  private static let phrases = [
    "yes", "no", "register_in_area", "register_area_summary", "register_area_so_far",
    "record_summary", "register_elsewhere",
  ].map { "\($0): x\n" }.joined()

  private var register: TestSite {
    let areas = "code,class,name,parent\nTH,country,ไทย,\n32,province,สุรินทร์,TH\n"
    return TestSite().with([
      "themes/plain/phrases/th.yaml": phrasesThai + Self.phrases,
      "themes/plain/phrases/en.yaml": phrasesEnglish + Self.phrases,
      "content/data/areas.csv": areas, "content/data/photos/oak.svg": Self.svg,
      "content/data/trees.csv":
        "id,name,area,photo,photo_alt,photo_alt@en,photo_caption,photo_credit\nt1,ตะเคียน,32,photos/oak.svg,ต้นไม้,A tree,ค,ม\nt2,ยาง,32,,,,,\n",
      "content/data/datapackage.yaml": """
      name: x
      resources:
        - name: trees
          path: trees.csv
          schema:
            primaryKey: id
            fields:
              - {name: id, type: string}
              - {name: name, type: string}
              - {name: area, type: string}
              - {name: photo, type: image}
              - {name: photo_alt, type: string}
              - {name: "photo_alt@en", type: string}
              - {name: photo_caption, type: string}
              - {name: photo_credit, type: string}

      """,
      "site.yaml": (TestSite().files["site.yaml"] ?? "")
        + "  trees: {title: {th: ต้นไม้, en: Trees}, table: trees}\n",
      "themes/plain/templates/register.html":
        "{% for r in page.records %}{{ r.id }} {% if r.image %}{{ r.image.alt }}/{{ r.image.alt_lang }} {{ r.image.caption_lang }} {{ r.image.width }}{% endif %} {{ r.fields | length }}\n{% endfor %}",
      "themes/plain/templates/record.html":
        "{% if page.record.image %}<img src=\"{{ page.record.image.src }}\">{% endif %}{{ picture('photos/oak.svg').width }}",
    ])
  }

  @Test func aTableNamesPicturesOfItsRows() async throws {
    let (outputs, found) = try await register.build()
    #expect(
      found.all.filter { $0.severity > .note }.map(\.code) == [],
      "\(DiagnosticPrinter().text(found))")
    #expect(outputs["th/trees/index.html"] == "t1 ต้นไม้/th th 40 0\nt2  0\n")
    #expect(outputs["en/trees/index.html"] == "t1 A tree/en th 40 0\nt2  0\n")
    let record = try #require(outputs["en/trees/t1/index.html"])
    #expect(record.contains("<img src=\"/assets/data/photos/oak."), "\(record)")
    #expect(outputs.keys.contains { $0.hasPrefix("assets/data/photos/oak.") })
    let package = try #require(outputs.first { $0.key.hasSuffix("datapackage.json") }?.value)
    #expect(package.contains("photo_alt") && !package.contains("\"image\""))
  }

  @Test func aPictureThatIsNotThereIsToldAtItsRowAndColumn() async throws {
    let wrong = register.replacing(
      "photos/oak.svg,ต้นไม้,A tree", with: "photos/Oak.svg,ต้นไม้,A tree", in: "content/data/trees.csv"
    )
    #expect(
      try await told(wrong).contains(
        "error[missing-image]: there is no image 'photos/Oak.svg'\n  --> content/data/trees.csv"))
    #expect(try await told(wrong).contains("'photos/oak.svg'"))
    let mute = register.replacing(
      "oak.svg,ต้นไม้,A tree", with: "oak.svg,,", in: "content/data/trees.csv")
    let text = try await told(mute)
    #expect(text.contains("error[missing-alt]: the image 'photos/oak.svg' has no text for people"))
    #expect(text.contains("'photo_alt'"), "\(text)")
    #expect(try await told(mute, .thai).contains("คอลัมน์ 'photo_alt' ของแถวเดียวกัน"))
  }

  // MARK: Weights

  @Test func picturesThatATelephoneFetchesAtOnceCount() async throws {
    let image = "{% if page.image %}<img src=\"{{ page.image.src }}\" alt=\"\">{% endif %}"
    let paths = String(repeating: "<path d=\"M0 0h1\"/>", count: 13_000)
    let site = TestSite().with([
      "content/a.en.md": "---\ntitle: A\nimage: {src: a.svg, alt: Hills}\n---\n",
      "content/a.svg":
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 30\">\(paths)</svg>",
      "themes/plain/templates/page.html": image,
    ])
    let result = try await build(site.tree, site.options(), into: DiscardingSink())
    let text = DiagnosticPrinter().text(result.diagnostics)
    #expect(
      text.contains("warning[heavy-page]: a telephone fetches ")
        && text.contains("KB of them pictures: more than 200 KB"),
      "\(text)")
    #expect(DiagnosticPrinter(language: .thai).text(result.diagnostics).contains("โทรศัพท์ต้องโหลด "))
    #expect(result.heaviestPictures.first?.path.hasPrefix("/assets/a.") == true)
    #expect(result.heaviest.first?.firstView ?? 0 > 200_000)
    // One that waits for its turn does not count.
    let waiting = site.replacing(
      "alt=", with: "loading=\"lazy\" alt=", in: "themes/plain/templates/page.html")
    #expect(try await waiting.build().diagnostics.all.allSatisfy { $0.code != "heavy-page" })
  }

  @Test(arguments: [
    ("<img src=\"/a.jpg\">", ["/a.jpg"]), ("<img src=\"/a.jpg\" loading=\"lazy\">", []),
    (
      "<img src=\"/a.jpg\" srcset=\"/a.480.jpg 480w, /a.960.jpg 960w, /a.1440.jpg 1440w\" sizes=\"(min-width: 60rem) 70vw, 92vw\">",
      ["/a.960.jpg"]
    ),
    (
      "<img src=\"/a.jpg\" srcset=\"/a.480.jpg 480w, /a.960.jpg 960w\" sizes=\"6rem\">",
      ["/a.480.jpg"]
    ),
    (
      "<picture><source type=\"image/webp\" srcset=\"/a.480.webp 480w\" sizes=\"92vw\"><img src=\"/a.jpg\"></picture><img src=\"/b.svg\">",
      ["/a.480.webp", "/b.svg"]
    ),
    ("<img src=\"data:image/png;base64,AA\">", []),
  ])
  func aTelephoneFetchesWhatFitsItsScreen(_ page: String, _ fetched: [String]) {
    let weight = PageWeight("a.html", Array(page.utf8), WeightBudgets())
    #expect(weight.pictures == fetched)
  }
}
