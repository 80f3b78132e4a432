import SaanFiles
import SaanImages
import SaanModel
import SaanPublish
import SaanSite
import SaanText
import Testing

/// Photographs are published small, upright, and without what a telephone wrote into them.
@Suite(.enabled(if: PictureStudio.isOpen)) struct PictureTests {
  private typealias Outputs = [String: [UInt8]]

  private let site = TestSite().with([
    "content/news/forum/index.th.md":
      "---\ntitle: เวที\nimage: {src: lead.jpg, alt: เวทีใต้ต้นไม้}\n---\n![ชาวบ้านนั่งล้อมวง](<ภาพ หมู่.jpg> \"เวที\")\n",
    "content/news/forum/index.en.md":
      "---\ntitle: Forum\nimage: {alt: A forum}\n---\n![People in a circle](<ภาพ หมู่.jpg>)\n\n[The original](kept.jpg)\n",
  ]).replacing(
    "<article",
    with:
      "{% if page.image %}<i>{{ page.image.src }} {{ page.image.srcset }}{% for s in page.image.sources %} {{ s.type }} {{ s.srcset }}{% endfor %}</i>{% endif %}<article",
    in: "themes/plain/templates/page.html")

  private func build(
    _ pictures: [String: [UInt8]], _ site: TestSite? = nil,
    workshop: Workshop? = PictureStudio.workshop
  ) async throws -> (outputs: Outputs, text: String, notes: [String]) {
    var tree = (site ?? self.site).tree
    for (name, bytes) in pictures { tree.add("content/news/forum/\(name)", bytes) }
    var options = (site ?? self.site).options(jobs: 2)
    options.workshop = workshop
    let result = try await SaanSite.build(tree, options, into: MemorySink())
    let shown = result.diagnostics.all.filter { $0.severity > .note }
    return (
      result.report ?? [:], DiagnosticPrinter().text(Diagnostics(shown)),
      result.diagnostics.all.filter { $0.severity == .note }.map(\.code)
    )
  }

  private func all(_ bytes: [UInt8]) -> [String: [UInt8]] {
    ["ภาพ หมู่.jpg": bytes, "lead.jpg": bytes, "kept.jpg": bytes]
  }

  private func pictures(_ outputs: Outputs) -> [String] {
    outputs.keys.filter { $0.hasPrefix("assets/news/") }.sorted()
  }

  @Test func aPhotographOfATelephoneIsMadeForPages() async throws {
    let photograph = try PictureStudio.picture(1200, 800, as: "jpg", orientation: 6)
    let (outputs, text, _) = try await build(all(photograph))
    #expect(text == "")
    // Two that are shown, in two widths and two formats; one that is only led to, as it is.
    let names = pictures(outputs)
    #expect(names.count == 9, "\(names)")
    #expect(names.filter { $0.hasSuffix(".480.webp") }.count == 2)
    #expect(names.filter { $0.hasSuffix(".800.jpg") }.count == 2)
    for name in names {
      let bytes = try #require(outputs[name])
      for secret in ["Somchai", "\0\0\0\u{D}\0\0\0\u{1}\0\0\0-"] {
        #expect(bytes.firstRange(of: Array(secret.utf8)) == nil, "\(name)")
      }
    }
    let page = String(decoding: outputs["th/news/forum/index.html"] ?? [], as: UTF8.self)
    let lead = try #require(names.first { $0.contains("/lead.") && $0.hasSuffix(".800.jpg") })
    #expect(page.contains("<i>/\(lead) /"))
    #expect(page.contains(".480.jpg 480w, /\(lead) 800w image/webp /assets/news/forum/lead."))
    #expect(
      page.contains("<figure><picture><source type=\"image/webp\" srcset=\"/assets/news/forum/"))
    #expect(page.contains(".480.webp 480w, /assets/news/forum/"))
    #expect(page.contains("sizes=\"100vw\" width=\"800\" height=\"1200\" style=\""))
    #expect(page.contains("\" loading=\"lazy\" decoding=\"async\" /></picture>"))
    #expect(page.contains("</picture><figcaption>เวที</figcaption></figure>"))
  }

  @Test func nothingIsEverMadeLarger() async throws {
    let small = try PictureStudio.picture(300, 200, as: "jpg", orientation: 3)
    let outputs = try await build(all(small)).outputs
    #expect(pictures(outputs).count == 3)
    for name in pictures(outputs) {
      let header = try #require(PictureHeader(outputs[name] ?? []))
      #expect(header.size == ImageSize(width: 300, height: 200))
      #expect(header.orientation.number == 3)
      #expect(outputs[name]?.firstRange(of: Array("Somchai".utf8)) == nil)
    }
  }

  @Test(arguments: 1...8) func itIsUprightHoweverItLies(number: Int) async throws {
    // Which colour of the file stands in each corner, as Exif counts.
    let corners = [
      [0, 1, 2, 3], [1, 0, 3, 2], [3, 2, 1, 0], [2, 3, 0, 1], [0, 2, 1, 3], [2, 0, 3, 1],
      [3, 1, 2, 0], [1, 3, 0, 2],
    ]
    let bytes = try PictureStudio.picture(600, 500, as: "jpg", orientation: number)
    let outputs = try await build(all(bytes)).outputs
    var seen = 0
    for name in pictures(outputs) where name.contains(".480.") {
      let ending = name.hasSuffix("webp") ? "webp" : "jpg"
      let made = try #require(outputs[name])
      #expect(try PictureStudio.corners(of: made, ending) == corners[number - 1], "\(name)")
      seen += 1
    }
    #expect(seen == 4)
  }

  @Test func otherFormatsBecomeWhatBrowsersRead() async throws {
    let names = ["a.png", "b.webp", "c.avif"]
    let text = names.map { "![Fields](\($0))\n" }.joined(separator: "\n")
    let site = TestSite().with(["content/news/forum/index.en.md": "---\ntitle: Forum\n---\n\(text)"]
    )
    var files: [String: [UInt8]] = [:]
    for name in names {
      files[name] = try PictureStudio.picture(600, 500, as: String(name.suffix(name.count - 2)))
    }
    let (outputs, found, _) = try await build(files, site)
    #expect(found == "")
    let made = pictures(outputs)
    #expect(made.filter { $0.contains("/a.") && $0.hasSuffix(".png") }.count == 2)
    #expect(made.filter { $0.contains("/a.") && $0.hasSuffix(".webp") }.count == 2)
    #expect(made.filter { $0.contains("/b.") }.count == 2)
    #expect(made.filter { $0.contains("/c.") }.count == 1)
    // The first does not wait for its turn, for its readers see it at once.
    let page = String(decoding: outputs["en/news/forum/index.html"] ?? [], as: UTF8.self)
    let figures = page.split(separator: "<figure>").dropFirst()
    #expect(figures.map { $0.contains("loading=\"lazy\"") } == [false, true, true])
    let avif = site.with([
      "site.yaml": (site.files["site.yaml"] ?? "") + "images: {widths: [200], formats: [avif]}\n"
    ])
    let others = try await build(files, avif).outputs
    #expect(pictures(others).filter { $0.hasSuffix(".200.avif") }.count == 2)
    #expect(pictures(others).filter { $0.hasSuffix(".webp") }.count == 1)
  }

  @Test func aSecondBuildStartsNoProgram() async throws {
    let folder = Folder()
    try FileSystem.makeDirectories(folder.path("site"))
    var files = all(try PictureStudio.picture(600, 500, as: "jpg", orientation: 6))
    files["lead.jpg"] = try PictureStudio.picture(620, 500, as: "jpg", orientation: 6)
    var all: [Outputs] = []
    for isFirst in [true, false] {
      let workshop = Workshop(
        searchPath: "/usr/local/bin:/usr/bin:/bin", keeping: KeptFiles(ofSite: folder.path("site")))
      all.append(try await build(files, workshop: workshop).outputs)
      #expect((workshop.startedProcesses > 0) == isFirst)
      #expect(workshop.tidy() == nil)
    }
    #expect(all[0] == all[1])
  }

  @Test func withoutTheProgramItIsPublishedAsItIsAndSaysNothing() async throws {
    let bytes = try PictureStudio.picture(1200, 800, as: "jpg", orientation: 6)
    let (outputs, text, notes) = try await build(
      all(bytes), workshop: Workshop(searchPath: "/nowhere"))
    #expect(text == "")
    #expect(notes.contains("unmade-pictures"))
    #expect(pictures(outputs).count == 3)
    for name in pictures(outputs) {
      #expect(PictureHeader(outputs[name] ?? [])?.orientation.number == 6)
      #expect(outputs[name]?.firstRange(of: Array("Somchai".utf8)) == nil)
    }
    let page = String(decoding: outputs["th/news/forum/index.html"] ?? [], as: UTF8.self)
    #expect(page.contains(" width=\"800\" height=\"1200\""))
  }

  @Test func whatCannotBeDecodedIsToldWithItsFile() async throws {
    let good = try PictureStudio.picture(1200, 800, as: "jpg", orientation: 6)
    let cut = Array(good.prefix(good.count * 2 / 3))
    #expect(
      try await build(all(good).merging(["lead.jpg": cut]) { $1 }).text.hasPrefix(
        "error[broken-picture]: the picture breaks off or is damaged, and cannot be published\n  --> content/news/forum/lead.jpg"
      ))
    // An end was sewn on: only whoever decodes it sees that half is missing.
    #expect(
      try await build(all(good).merging(["lead.jpg": cut + [0xFF, 0xD9]]) { $1 }).text.hasPrefix(
        "error[failed-tool]: the picture content/news/forum/lead.jpg could not be made by vipsthumbnail: it warns of what it was given\n  --> content/news/forum/lead.jpg"
      ))
    let png = try PictureStudio.picture(600, 400, as: "png")
    #expect(
      try await build(all(good).merging(["lead.jpg": png]) { $1 }).text.hasPrefix(
        "error[mislabelled-picture]: the file is PNG, although its name ends with .jpg\n  --> content/news/forum/lead.jpg"
      ))
  }

  /// CMYK, sixteen bits, shades of grey, a palette, an animation, something that shines through.
  @Test(arguments: ["cmyk.jpg", "16.png", "grey.jpg", "grey16.png", "palette.png", "alpha.png"])
  func everyKindOfColoursBecomesThoseOfTheWeb(_ name: String) async throws {
    let (kind, ending) = (name.split(separator: ".")[0], String(name.split(separator: ".")[1]))
    let steps: [Substring: [String]] = [
      "cmyk": ["colourspace", "cmyk"], "16": ["colourspace", "rgb16"],
      "grey": ["colourspace", "b-w"],
      "grey16": ["colourspace", "grey16"], "palette": ["copy", "[palette]"],
      "alpha": ["bandjoin_const", "128"],
    ]
    let step = try #require(steps[kind])
    let bytes = try PictureStudio.picture(600, 500, step[0], step[1], as: ending)
    let site = TestSite().with([
      "content/news/forum/index.en.md": "---\ntitle: Forum\n---\n![Fields](a.\(ending))\n"
    ])
    let (outputs, found, _) = try await build(["a.\(ending)": bytes], site)
    #expect(found == "", "\(name)")
    let made = pictures(outputs).filter { $0.contains(".480.") }
    #expect(made.count == (kind == "palette" ? 0 : 2), "\(name)")
    for path in pictures(outputs) {
      let shown = try #require(outputs[path])
      let header = try #require(PictureHeader(shown))
      #expect(header.isTransparent == (kind == "alpha"), "\(path)")
      guard !kind.hasPrefix("grey"), kind != "alpha" else { continue }
      let corners = try PictureStudio.corners(
        of: shown, FilePath.lastPart(of: path).contains("webp") ? "webp" : ending)
      #expect(corners == [0, 1, 2, 3], "\(path)")
    }
  }

  @Test func aColourStandsBehindAPictureUntilItIsThere() async throws {
    let bytes = try PictureStudio.picture(600, 500, as: "jpg")
    let outputs = try await build(all(bytes)).outputs
    let page = String(decoding: outputs["th/news/forum/index.html"] ?? [], as: UTF8.self)
    let style = try #require(page.firstRange(of: " style=\"background-color:#"))
    // Red, green, blue and white together are a grey of about 118 to 133.
    let digits = page[style.upperBound...].prefix(6)
    #expect(digits.count == 6 && digits.allSatisfy(\.isHexDigit))
    for index in [0, 2, 4] {
      let value = Int(digits.dropFirst(index).prefix(2), radix: 16) ?? 0
      #expect((100...150).contains(value), "\(digits)")
    }
  }

  @Test func aFixedFileThatAnArticleShowsIsMadeSmallerAsWell() async throws {
    let bytes = try PictureStudio.picture(600, 500, as: "jpg", orientation: 6)
    let site = TestSite().with([
      "content/a.en.md":
        "---\ntitle: A\n---\n![Fields](/img/a.jpg)\n\n{{ shown(\"/img/a.jpg\") }}\n",
      "themes/plain/shortcodes/shown.html": "{{ page.files[args[0]].url }}",
    ])
    var tree = site.tree
    tree.add("static/img/a.jpg", bytes)
    var options = site.options()
    options.workshop = PictureStudio.workshop
    let result = try await SaanSite.build(tree, options, into: MemorySink())
    let outputs = result.report ?? [:]
    #expect(outputs["img/a.jpg"]?.firstRange(of: Array("Somchai".utf8)) == nil)
    let made = outputs.keys.filter { $0.hasPrefix("assets/static/img/a.") }.sorted()
    #expect(made.count == 4, "\(made)")
    let page = String(decoding: outputs["en/a/index.html"] ?? [], as: UTF8.self)
    #expect(page.contains(".480.webp 480w"))
    #expect(page.ranges(of: "/assets/static/img/a.").count >= 5)
  }

  @Test func aCreditIsKeptWhereTheSiteWantsIt() async throws {
    let bytes = try PictureStudio.picture(600, 500, as: "jpg", orientation: 6)
    let keeping = site.with([
      "site.yaml": (site.files["site.yaml"] ?? "") + "images: {keep_credit: true}\n"
    ])
    let outputs = try await build(all(bytes), keeping).outputs
    #expect(pictures(outputs).count == 9)
    for name in pictures(outputs) {
      let shown = try #require(outputs[name])
      #expect(PictureHeader(shown)?.credit?.artist == "Somchai Jaidee", "\(name)")
      #expect(shown.firstRange(of: Array("\0\0\0\u{D}\0\0\0\u{1}\0\0\0-".utf8)) == nil, "\(name)")
    }
  }

  @Test func readersOfPicturesAreKeptToThoseThatAreWellTried() {
    #expect(Tool.vipsthumbnail.environment["VIPS_BLOCK_UNTRUSTED"] == "1")
    #expect(Tool.vipsthumbnail.environment["VIPS_CONCURRENCY"] == "1")
    #expect(Tool.vipsthumbnail.environment["VIPS_WARNING"] == nil)
  }

  @Test func settingsThatCannotBeMetAreTold() async throws {
    let wrong = site.with([
      "site.yaml": (site.files["site.yaml"] ?? "") + "images: {widths: [big], formats: [gif]}\n"
    ])
    let found = try await build(all([]), wrong).text
    #expect(found.contains("error[picture-width]: 'big' is no width of a picture"))
    #expect(found.contains("error[picture-format]: pictures are not made as 'gif'"))
  }
}
