import SaanModel
import SaanSite
import SaanText
import Testing

/// Documents, films and recordings on published pages.
@Suite struct MediaTests {
  private static let pdf =
    "%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [3 0 R] /Count 14 >> endobj\n3 0 obj << /Type /Page /Parent 2 0 R /Contents 4 0 R >> endobj\n4 0 obj << /Length 18 >> stream\nBT (hello) Tj ET  \nendstream endobj\n"
  private static let captions = "WEBVTT\n\n00:01.000 --> 00:04.000\nสวัสดี\n"
  private static let files = [
    "content/news/f/report.pdf": pdf, "content/news/f/talk.mp4": "x",
    "content/news/f/talk.mp3": "x", "content/news/f/talk.th.vtt": captions,
    "content/news/f/still.svg":
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 360\"/>",
    "content/news/f/tables.xlsx": "a,b\n",
  ]

  private func pages(_ thai: String, _ english: String) async throws -> (th: String, en: String) {
    var files = Self.files
    files["content/news/f/index.th.md"] = "---\ntitle: ก\n---\n\(thai)\n"
    files["content/news/f/index.en.md"] = "---\ntitle: A\n---\n\(english)\n"
    let (pages, report) = try await ShippedThemeTests().build(files)
    return (
      try #require(pages["th/news/f/index.html"], "\(report)"),
      try #require(pages["en/news/f/index.html"])
    )
  }

  @Test func aLinkSaysWhatIsBehindIt() async throws {
    let (thai, english) = try await pages(
      "[รายงาน](report.pdf) [รายงาน **PDF**](report.pdf) [ตาราง](tables.xlsx)",
      "[The report](report.pdf), [the tables (Excel, 1 KB)](tables.xlsx)")
    #expect(
      thai.contains(
        ">รายงาน <span class=\"file-facts\">(PDF, 1\u{A0}KB, 14 หน้า)</span></a>"))
    #expect(
      thai.contains(
        "<strong>PDF</strong> <span class=\"file-facts\">(1\u{A0}KB, 14 หน้า)</span></a>"))
    #expect(thai.contains(">ตาราง <span class=\"file-facts\">(Excel, 1\u{A0}KB)</span></a>"))
    #expect(
      english.contains(
        ">The report <span class=\"file-facts\">(PDF, 1\u{A0}KB, 14 pages)</span></a>"))
  }

  @Test func aFilmPlaysWithoutLoadingBefore() async throws {
    let (thai, english) = try await pages(
      "{{ video(\"talk.mp4\", poster=\"still.svg\", captions=\"talk.th.vtt\", title=\"เวที\", caption=\"ที่สุรินทร์\", credit=\"สภา\") }}",
      "{{ video(\"talk.mp4\", silent=true) }}")
    let film = thai.between("<figure class=\"film\">", "</figure>")
    #expect(
      film.contains("<video controls preload=\"none\" playsinline src=\"/assets/news/f/talk."))
    #expect(film.contains("width=\"640\" height=\"360\""))
    #expect(film.contains("<track kind=\"captions\" src=\"/assets/news/f/talk.th."))
    #expect(film.contains("srclang=\"th\" label=\"ไทย\" default>"))
    #expect(film.contains("<figcaption><span>ที่สุรินทร์</span> <span class=\"credit\">สภา</span>"))
    #expect(!film.contains("autoplay"))
    #expect(english.contains("playsinline muted src="))
  }

  @Test func aPlayerOfAnotherSiteIsALinkThatSaysSo() async throws {
    let (thai, english) = try await pages(
      "{{ video(\"https://www.youtube.com/watch?v=a&b\", poster=\"still.svg\", title=\"เวที\") }}",
      "{{ audio(\"https://sound.example.org/x\") }}")
    #expect(
      thai.contains(
        "<a href=\"https://www.youtube.com/watch?v=a&amp;b\" rel=\"external noreferrer\"><img src=\"/assets/news/f/still."
      ))
    #expect(thai.contains("ดูบน YouTube — เปิดเว็บอื่น"))
    #expect(english.contains("Listen on sound.example.org — opens another site"))
    #expect(!(thai + english).contains("<iframe"))
  }

  @Test func aRecordingHasItsWords() async throws {
    let (thai, english) = try await pages(
      "{{ audio(\"talk.mp3\", title=\"เสียง\", transcript=\"#words\") }}\n\n## ถอดเสียง {#words}\n",
      "{{ audio(\"talk.mp3\", transcript=\"report.pdf\") }}")
    #expect(thai.contains("<audio controls preload=\"none\" src=\"/assets/news/f/talk."))
    #expect(thai.contains("<a href=\"#words\">บทถอดเสียง</a>"))
    #expect(english.contains("<a href=\"/assets/news/f/report."))
  }

  /// Whoever opens the file itself runs nothing.
  @Test func aDrawingIsPublishedWithoutWhatCouldRun() async throws {
    let drawing =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><script>alert(1)</script><path d=\"M0 0\"/></svg>"
    let (outputs, found) = try await TestSite().with([
      "content/news/a/index.th.md": "---\ntitle: ก\n---\n![ภาพ](a.svg)\n",
      "content/news/a/a.svg": drawing,
    ]).build()
    let published = try #require(outputs.first { $0.key.hasSuffix(".svg") }?.value)
    #expect(published == drawing.replacing("<script>alert(1)</script>", with: ""))
    #expect(found.all.map(\.code) == ["active-drawing"])
  }
}
