/// What was taken for something else than its author wrote.
extension MistakeTests.Case {
  private static func article(_ text: String, head: String = "") -> [String: String] {
    ["content/news/a.th.md": "---\ntitle: ก\n\(head)---\n\(text)\n"]
  }

  static let misread: [Self] = [
    Self(
      "areas-of-another-class",
      TestSite.withForests.replacing("f-1,ป่าเก่า,,3205", with: "f-1,ป่าเก่า,,ต.ปราสาท", in: forests)
        .replacing("Great hill,32", with: "Great hill,อำเภอสุรินทร์", in: forests)
        .replacing("Nan wood,5501", with: "Nan wood,จังหวัดน่าน", in: forests)
        .with(article("ก", head: "areas: [ตำบลน่าน, Nan District, จ.น่าน, เขตพระนคร]\n")).files),
    Self(
      "area-in-another-province",
      TestSite.withForests.replacing(
        "- {name: area}", with: "- {name: area}\n\(province)", in: schema
      )
      .replacing(",area,", with: ",area,province,", in: forests)
      .replacing(",3205,", with: ",3205,น่าน,", in: forests)
      .replacing(",320501,", with: ",320501,จังหวัดสุรินทร์,", in: forests)
      .replacing("hill,32,", with: "hill,สุรินทร์,Nan,", in: forests)
      .replacing(",5501,", with: ",,น่าน,", in: forests)
      .replacing(",TH,", with: ",TH,น่าน,", in: forests).files),
    Self("text-above-hyphens", article("ประชุมเมื่อวันเสาร์\nตกลงกันได้\n---\n\nติดต่อ\n-----")),
    Self(
      "lists-of-letters",
      article(
        """
        a) ก
        b) ข

        ข้อ 1 ก
        ข้อ 2 ข

        → ก
        → ข

        ก *เอียง *ต่อ
        """)),
    Self(
      "weekday",
      article("ประชุมวันอาทิตย์ที่ 14 พฤศจิกายน 2569 และ Sunday, November 14, 2026", head: "")),
    Self(
      "pictures-that-no-browser-shows",
      article("![ภาพ](photo.HEIC)", head: "image: {src: r.docx, alt: ข}\n").merging([
        "content/news/photo.HEIC": "x", "content/news/r.docx": "x",
      ]) { $1 }),
    Self(
      "links-nearly-right",
      article(
        """
        [ก](budget-2570) [ข](watr-forum/index.th.md) [ค](nowhere/index.th.md)

        [ง](“https://example.org/”)

        [จ](รายงาน (ฉบับ 1).docx)
        """
      ).merging([
        "content/news/budget-2570.th.md": "---\ntitle: ข\n---\n",
        "content/news/water-forum/index.th.md": "---\ntitle: ค\n---\n",
        "content/news/รายงาน (ฉบับ 1).docx": "x",
      ]) { $1 }),
    Self(
      "image-without-words-in-one-language",
      [
        "content/news/a/index.th.md":
          "---\ntitle: ก\ndraft: true\nimage: {src: x.svg, alt: ข}\n---\n",
        "content/news/a/index.en.md": "---\ntitle: A\ndraft: false\n---\n",
        "content/news/a/x.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>",
      ]),
    Self("phrase-mistyped", ["theme/phrases/th.yaml": "not_found_titel: หาไม่พบ\n"]),
    Self("alias-without-slash", article("ก", head: "aliases: [news/เวทีน้ำ]\ndraft: yes\n")),
    Self(
      "files-in-the-wrong-folder-of-a-theme",
      [
        "theme/logo2.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "theme/css/a.css": "a {}",
        "theme/th.yaml": "home: บ้าน\n", "theme/extra.html": "x", "theme/README.md": "x",
      ]),
  ]

  /// What is told only when pages are made.
  static let bare: [Self] = [
    Self("shortcode-without-words", article("{{ note() }}"))
  ]

  private static let forests = "content/data/forests.csv"
  private static let schema = "content/data/datapackage.yaml"
  private static let province = "        - {name: province}"
}
