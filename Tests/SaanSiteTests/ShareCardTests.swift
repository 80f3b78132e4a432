import SaanFiles
import SaanImages
import SaanModel
import SaanPublish
import SaanSite
import SaanText
import TestSupport
import Testing

/// The pictures that other sites show beside a link.
@Suite struct ShareCardTests {
  /// Titles with the marks and feet that Thai letters stack, and with words that hardly break.
  private static let titles = [
    "กตัญญูต่อผู้ปั้นน้ำเป็นตัว", "ฐูปกี่ดอกที่ปั้นในน้ำ", "เปี๊ยะ เกี๊ยะ เดี๊ยะ เลี๊ยะ เมี๊ยะ",
    "ฤๅษีกับฦๅชาในฤดูน้ำหลาก", "สภาองค์กรชุมชนตำบลทุ่งกุลาร้องไห้ประชุมใหญ่สามัญประจำปี 2568",
    "กองทุนสวัสดิการชุมชน 5,915 กองทุน สมาชิก 6,486,679 คน จ่ายแล้ว 2,399,946,472 บาท",
    "ข้อเสนอ 7 ข้อ: “ปฏิรูปที่ดิน” และ ‘แก้รัฐธรรมนูญ’ (ฉบับประชาชน)", "น้ำ",
    "กรุงเทพมหานครอมรรัตนโกสินทร์มหินทรายุธยามหาดิลกภพนพรัตนราชธานีบูรีรมย์อุดมราชนิเวศน์มหาสถานอมรพิมานอวตารสถิต",
    "ป่าชุมชนบ้านโป่งฝั่งตะวันตก ฟื้นป่า ฝาย ฟาร์ม ใน 10 ปี", "ผู้ใหญ่ลีตีกลองประชุม ๆ ฯลฯ พ.ศ. ๒๕๖๙",
    "ที่อยู่อาศัยของผู้มีรายได้น้อย: บ้านมั่นคง บ้านพอเพียง และที่ดินทำกินของคนจนเมือง ๗๗ จังหวัดทั่วประเทศไทยในปีนี้และปีหน้า",
    "ศูนย์เรียนรู้ฯ เชิญชวนร่วมเวที ‘เสียงจากพื้นที่’", "ปู่ย่าตายายผู้เฒ่าผู้แก่ผู้รู้ผู้ดูแลผู้สูงอายุ",
    "Thai–English: สภา Community Council & “ก้าวต่อไป” 50% > 40%", "ญาติผู้ป่วยฎีกาฏิกะฐานะ ญูฐู ฎุฏู",
    "ตั้งแต่บัดนี้เป็นต้นไป จนถึงวันที่ ๓๑ ธันวาคม", "เมื่อไม้ล้มข้ามคนข้ามล้มลงน้ำท่วมทุ่งผักบุ้งโหรงเหรง",
    "ขี้เหร่ ปี่พาทย์ กี่กระตุก ฝ้ายทอมือ สีย้อมธรรมชาติ",
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
  ]

  private let workshop = Workshop(searchPath: "/usr/local/bin:/usr/bin:/bin")
  private static let plain = CardPainter(version: "plain") { (svg, _) throws(DiskError) in svg }

  private func files(_ titles: [String], _ more: [String: String] = [:]) -> [String: String] {
    var files = [
      "site.yaml": """
      title: {th: เครือข่าย, en: Network}
      description: {th: งานของเครือข่าย, en: The network’s work}
      base_url: https://example.org/
      theme: commons
      collections:
        news: {title: {th: ข่าว, en: News}, template: article.html, sort: date, card: true}
        notes: {title: {th: บันทึก, en: Notes}, sort: date}

      """,
      "content/notes/x.th.md": "---\ntitle: บันทึก\n---\nก\n",
      "content/about.th.md": "---\ntitle: เกี่ยวกับ\nimage: {src: a.svg, alt: ภาพ}\n---\nก\n",
      "content/a.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 2\"/>",
    ]
    for (index, title) in titles.enumerated() {
      files["content/news/n\(index).th.md"] =
        "---\ntitle: \(jsonString(title))\ndate: 2022-10-26\n---\nก\n"
    }
    return files.merging(more) { $1 }
  }

  private func build(
    _ files: [String: String], _ painter: CardPainter?, lacksPainter: Bool = true
  ) async throws -> (outputs: [String: [UInt8]], found: Diagnostics) {
    var options = BuildOptions(today: Specimen.today, jobs: 2)
    options.cardPainter = painter
    options.lacksPainter = painter == nil && lacksPainter
    let tree = ShippedThemeTests().tree(files)
    let result = try await SaanSite.build(tree, options, into: MemorySink())
    return (result.report ?? [:], result.diagnostics)
  }

  private func head(_ outputs: [String: [UInt8]], _ page: String) -> [String] {
    let text = String(decoding: outputs[page + "index.html"] ?? [], as: UTF8.self)
    return text.parts("<meta ", ">").filter { $0.contains("og:image") || $0.contains("twitter:") }
      .map { $0.replacing(/\.[0-9a-f]{10}(?=\.)/, with: "") }
  }

  // MARK: Which pages have which card

  @Test func eachPageNamesItsCardOrThatOfWhatItBelongsTo() async throws {
    let (outputs, found) = try await build(
      files(["ก"], ["content/news/n0.en.md": "---\ntitle: A\n---\na\n"]), Self.plain)
    #expect(found.all.filter { $0.severity > .note }.isEmpty, "\(found.all)")
    let cards = outputs.keys.filter { $0.hasPrefix("assets/cards/") }
      .map { $0.replacing(/\.[0-9a-f]{10}(?=\.)/, with: "").dropFirst("assets/cards/".count) }
    #expect(
      cards.sorted() == [
        "en-news-n0.png", "en-news.png", "en-notes.png", "en.png", "th-news-n0.png", "th-news.png",
        "th-notes.png", "th.png",
      ])
    func lines(_ card: String, _ alt: String) -> [String] {
      [
        "<meta property=\"og:image\" content=\"https://example.org/assets/cards/\(card).png\"",
        "<meta property=\"og:image:width\" content=\"1200\"",
        "<meta property=\"og:image:height\" content=\"630\"",
        "<meta property=\"og:image:alt\" content=\"\(alt)\"",
        "<meta name=\"twitter:card\" content=\"summary_large_image\"",
      ]
    }
    #expect(head(outputs, "th/news/n0/") == lines("th-news-n0", "ก – เครือข่าย"))
    #expect(head(outputs, "en/news/n0/") == lines("en-news-n0", "A – Network"))
    #expect(head(outputs, "th/notes/x/") == lines("th-notes", "บันทึก – เครือข่าย"))
    #expect(head(outputs, "en/") == lines("en", "Network"))
    // A picture of its own says more than the card of the site.
    #expect(head(outputs, "th/about/").first?.contains("/assets/a.svg") == true)
  }

  /// An article that is not translated has one card, in the language that it is in.
  @Test func aBorrowedPageShowsTheCardOfItsText() async throws {
    let (outputs, _) = try await build(files(["ก"]), Self.plain)
    #expect(head(outputs, "en/news/n0/").first?.contains("cards/th-news-n0.png") == true)
    #expect(!outputs.keys.contains { $0.contains("cards/en-news-n0") })
  }

  @Test func withoutTheProgramThereIsNoCardAndOneNote() async throws {
    let (outputs, found) = try await build(files(["ก"]), nil)
    let printed = MessageLanguage.allCases.map { DiagnosticPrinter(language: $0).text(found) }
    try expectGolden(printed.joined(separator: "\n"), "Mistakes/cards-without-a-painter.txt")
    #expect(!outputs.keys.contains { $0.contains("cards/") })
    #expect(head(outputs, "th/news/n0/").isEmpty)
    let asked = try await build(files(["ก"]), nil, lacksPainter: false).found
    #expect(!asked.all.contains { $0.code == "no-cards" })
  }

  @Test func aNameIsThatOfWhatItShows() async throws {
    func name(_ title: String) async throws -> String? {
      try await build(files([title]), Self.plain).outputs.keys.first { $0.contains("th-news-n0") }
    }
    let first = try await name("ก")
    #expect(try await name("ก") == first)
    #expect(try await name("ข") != first)
  }

  @Test func aFigureStandsOnItWithUnitSourceAndDate() async throws {
    let (outputs, found) = try await build(
      files(
        [],
        [
          "content/news/f.th.md": "---\ntitle: กองทุน\nfigures: [funds]\n---\nก\n",
          "content/data/areas.csv": "code,class,name\nTH,country,ไทย\n",
          "content/data/indicators.csv": "id,name,unit\nfunds,กองทุนสวัสดิการ,กองทุน\n",
          "content/data/sources.csv": "id,title,producer\nreport,รายงานประจำปี,สภา\n",
          "content/data/observations.csv":
            "indicator,area,as_of,as_of_basis,value,source\nfunds,TH,2022-10-26,stated,5915,report\n",
        ]), Self.plain)
    let card = outputs.first { $0.key.contains("cards/th-news-f.") }?.value ?? []
    let text = String(decoding: card, as: UTF8.self)
    for words in [">5,915<", ">กองทุน<", ">กองทุนสวัสดิการ<", ">รายงานประจำปี · ณ วันที่ 26 ตุลาคม 2565<"] {
      #expect(text.contains(words), "\(words) in \(text) \(found.all)")
    }
  }

  /// The day of data is none of publication, and a year alone says its era.
  @Test func itsDaySaysWhatItIs() async throws {
    let (outputs, _) = try await build(
      files(
        [],
        [
          "content/news/a.th.md": "---\ntitle: ก\nextra: {as_of: 2011-10-03}\n---\nก\n",
          "content/news/b.th.md": "---\ntitle: ข\ndate: 2022\n---\nข\n",
          "content/news/b.en.md": "---\ntitle: B\ndate: 2022\n---\nb\n",
        ]), Self.plain)
    for (card, words) in [
      ("th-news-a", "ข่าว · ข้อมูล ณ 3 ตุลาคม 2554"), ("th-news-b", "ข่าว · พ.ศ. 2565"),
      ("en-news-b", "News · 2022"),
    ] {
      let svg = outputs.first { $0.key.contains("cards/\(card).") }?.value ?? []
      let text = String(decoding: svg, as: UTF8.self).replacing("\u{A0}", with: " ")
      #expect(text.contains(">\(words)<"), "\(words) in \(text)")
    }
  }

  @Test func aLetterThatNoFontHasIsAnErrorWithItsPlace() async throws {
    let (_, found) = try await build(files(["กองทุน ≈ 漢 😀", "漢"]), Self.plain)
    let printed = MessageLanguage.allCases.map { DiagnosticPrinter(language: $0).text(found) }
    try expectGolden(printed.joined(separator: "\n"), "Mistakes/missing-glyph.txt")
  }

  @Test func aTemplateThatMakesNoXMLIsTold() async throws {
    let (_, found) = try await build(
      files(["ก"], ["theme/templates/card.svg": "<svg><g></svg>"]), Self.plain)
    #expect(Set(found.all.filter { $0.severity == .error }.map(\.code)) == ["broken-card"])
  }

  // MARK: How they look

  /// Every line of hard titles stays in its box, measured by the ink.
  @Test func theInkOfHardTitlesStaysInTheBox() async throws {
    let painter = try #require(CardPainter(workshop), "rsvg-convert is not installed")
    let (outputs, found) = try await build(files(Self.titles), painter)
    #expect(found.all.filter { $0.severity > .note }.isEmpty, "\(found.all)")
    for index in Self.titles.indices {
      let png = try #require(outputs.first { $0.key.contains("th-news-n\(index).") }?.value)
      #expect(png.count < 100_000)
      let picture = try Pixels(png, workshop)
      #expect(picture.width == 1200 && picture.height == 630)
      // Beside the bar at the left edge nothing is drawn out of the margins.
      let ink = try #require(picture.ink(in: 20..<1200, 0..<630))
      #expect(ink.x.lowerBound >= 76 && ink.x.upperBound <= 1124, "\(Self.titles[index]): \(ink)")
      #expect(ink.y.lowerBound >= 40 && ink.y.upperBound <= 590, "\(Self.titles[index]): \(ink)")
      // The title touches neither the name above nor the line below it.
      #expect(picture.ink(in: 20..<1200, 122..<130) == nil, "\(Self.titles[index])")
      #expect(picture.ink(in: 20..<1200, 470..<498) == nil, "\(Self.titles[index])")
      #expect(picture.ink(in: 20..<1200, 130..<470) != nil)
    }
  }

  @Test func thePictureIsTheSameEveryTime() async throws {
    let painter = try #require(CardPainter(workshop))
    let first = try await build(files(["น้ำ"]), painter).outputs.filter { $0.key.contains("cards/") }
    let again = try await build(files(["น้ำ"]), painter).outputs.filter { $0.key.contains("cards/") }
    #expect(first == again && !first.isEmpty)
  }
}

/// The pixels of a picture, as another program reads it.
private struct Pixels {
  let width: Int
  let height: Int
  private let bytes: [UInt8]
  private let bands: Int

  init(_ png: [UInt8], _ workshop: Workshop) throws {
    let vips = Tool(command: "vips", debianPackage: "libvips-tools")
    let size = try #require(ImageSize(png))
    (width, height) = (size.width, size.height)
    bytes = try workshop.make(
      ToolOrder(
        vips, ["rawsave", "in.png", "out.raw"], inputs: [ToolOrder.Input("in.png", png)],
        output: "out.raw"))
    bands = bytes.count / (width * height)
  }

  /// The box around all that differs from the paper, in a part of the picture.
  func ink(in columns: Range<Int>, _ rows: Range<Int>) -> (
    x: ClosedRange<Int>, y: ClosedRange<Int>
  )? {
    let paper: [UInt8] = [0xFC, 0xFB, 0xF8]
    var (left, right, top, bottom) = (Int.max, -1, Int.max, -1)
    for y in rows {
      for x in columns {
        let start = (y * width + x) * bands
        let isInk = (0..<3).contains { abs(Int(bytes[start + $0]) - Int(paper[$0])) > 24 }
        guard isInk else { continue }
        (left, right, top, bottom) = (min(left, x), max(right, x), min(top, y), max(bottom, y))
      }
    }
    return right < 0 ? nil : (left...right, top...bottom)
  }
}
