/// What authors do to the lines above their text, and to names of files and links.
extension MistakeTests.Case {
  private static func article(_ fields: String, _ text: String = "ข้อความ") -> [String: String] {
    ["content/news/a.th.md": "---\n\(fields)\n---\n\(text)\n"]
  }

  static let lines: [Self] = [
    Self("fence-em-dash", ["content/news/a.th.md": "—\ntitle: ก\n—\nข้อความ\n"]),
    Self("fence-spaced", ["content/news/a.th.md": "– – –\ntitle: ก\n---\nข้อความ\n"]),
    Self("fence-closing-stars", ["content/news/a.th.md": "---\ntitle: ก\n***\nข้อความ\n"]),
    Self("fence-four", ["content/news/a.th.md": "----\ntitle: ก\n----\nข้อความ\n"]),
    Self("fence-missing", ["content/news/a.th.md": "\ntitle: ก\ndate: 2022\n---\nข้อความ\n"]),
    Self(
      "fence-missing-below",
      ["content/news/a.th.md": "---\ntitle: ก\ndate: 2022\n\nข้อความของข่าว\n\n---\n\nต่อ\n"]),
    Self("title-with-colon", article("title: เวทีสมัชชา: บทเรียน\ndate: 2022")),
    Self("title-before-colon", article("title: ประกาศ:")),
    Self("title-after-quote", article("title: \"บ้านมั่นคง\" ปีที่สอง")),
    Self("title-quote-unclosed", article("title: \"บ้านมั่นคง\ndate: 2022")),
    Self("title-with-star", article("title: *ด่วน* ประชุม")),
    Self("title-with-at", article("title: @codi เปิดตัว")),
    Self("title-with-brackets", article("title: [ด่วน] ประชุม")),
    Self("title-in-brackets", article("title: [ด่วน]")),
    Self("title-with-mark", article("title: !ด่วน ประชุม")),
    Self("title-cut", article("title: รางวัล #1 ของปี")),
    Self("summary-cut", article("title: ก\nsummary: ลำดับ #2\nimage: {src: x.svg, alt: a}")),
    Self("caption-cut", article("title: ก\nextra:\n  place: ห้อง #4")),
    Self("title-remark", article("title: ก # แก้ทีหลัง")),
    Self("title-hash", article("title: #ร่วมใจ")),
    Self("title-empty", article("title:")),
    Self("title-blank", article("title: \"  \"")),
    Self("key-without-space", article("title:ก\ndate: 2022")),
    Self("key-with-equals", article("title: ก\ndate = 2022")),
    Self("tab", article("title: ก\nimage:\n\tsrc: a.jpg")),
    Self("key-twice", article("title: ก\ndate: 2022\ntitle: ข")),
    Self("key-capital", article("Title: ก")),
    Self("key-thai", article("title: ก\nวันที่: 2022\nสถานที่: สุรินทร์")),
    Self("key-of-others", article("title: ก\ntags: [housing]\npublishDate: 2022\nstart: 2022")),
    Self("draft-thai", article("title: ก\ndraft: ใช่")),
    Self("draft-quoted", article("title: ก\ndraft: “false”")),
    Self("image-form", article("title: ก\nimage: IMG 1.JPG")),
    Self("time-alone", article("title: ก\nextra:\n  start: 2026-12-15 09:00\n  end: 12.00 น.")),
    Self("time-range", article("title: ก\nextra: {start: 15 ธันวาคม 2569 เวลา 09.00-12.00 น.}")),
    Self("time-impossible", article("title: ก\ndate: 2026-12-15T25:00")),
    Self("date-american", article("title: ก\ndate: 10/26/2565")),
    Self("date-order", article("title: ก\ndate: 03/04/2022")),
    Self(
      "event-ends-first",
      article("title: ก\nextra:\n  start: 2026-12-15 09:00\n  end: 14 ธันวาคม 2569")),
    Self(
      "different-values",
      [
        "content/news/a.th.md": "---\ntitle: ก\ndate: 2022-10-26\nimage: {src: x.svg}\n---\n",
        "content/news/a.en.md": "---\ntitle: A\nimage:\n  src: y.svg\ndate: 2022-10-27\n---\n",
        "content/news/x.svg": drawing, "content/news/y.svg": drawing,
      ]),
    Self("language-capitals", ["content/news/a.TH.md": "---\ntitle: ก\n---\n"]),
    Self("language-word", ["content/news/a.thai.md": "---\ntitle: ก\n---\n"]),
    Self("language-underscore", ["content/news/a_en.md": "---\ntitle: ก\n---\n"]),
    Self(
      "language-hyphen",
      [
        "content/news/a.th.md": "---\ntitle: ก\n---\n",
        "content/news/a-en.md": "---\ntitle: A\n---\n",
      ]),
  ]

  static let nearNames: [Self] = [
    Self("near-image", beside(article("title: ก\nimage: {src: img_2041.jpg, alt: ก}"))),
    Self("near-image-in-text", beside(article("title: ก", "![ภาพ](IMG-2041.jpeg)"))),
    Self("near-image-ending", beside(article("title: ก", "![ภาพ](IMG_2041.png)"))),
    Self("near-image-moved", beside(article("title: ก", "![ภาพ](map.svg)"))),
    Self("link-without-scheme", article("title: ก", "(www.codi.or.th) [พอช.](www.codi.or.th)")),
    Self("link-without-scheme-path", article("title: ก", "[เพจ](facebook.com/codi)")),
    Self("link-to-mail", article("title: ก", "[เขียนถึง](info@network.example)")),
    Self("link-to-scheduled", linked("publish_date: 5 ธันวาคม 2569", "b.th.md")),
    Self("link-to-scheduled-place", linked("publish_date: 5 ธันวาคม 2569", "/news/b/")),
    Self("link-to-draft", linked("draft: true", "b.th.md")),
    Self("link-to-expired", linked("expiry_date: 2024-10-04", "b.md")),
    Self(
      "menu-to-draft",
      [
        "site.yaml": (TestSite().files["site.yaml"] ?? "") + "menus: {main: [{page: about}]}\n",
        "content/about.th.md": "---\ntitle: ก\ndraft: true\n---\n",
      ]),
  ]

  static let written: [Self] = [
    Self(
      "extra-date", extra("when: พรุ่งนี้", "{{ page.extra.when | default(\"2022\") | date }}")),
    Self(
      "extra-number",
      extra("members: หลายคน", "{{ page.extra.members | default(1) | number }}")),
  ]

  private static func beside(_ files: [String: String]) -> [String: String] {
    files.merging([
      "content/news/IMG_2041.JPG": "x", "content/about/map.svg": drawing,
    ]) { $1 }
  }

  private static func linked(_ field: String, _ link: String) -> [String: String] {
    article("title: ก", "[ต่อ](\(link))").merging([
      "content/news/b.th.md": "---\ntitle: ข\n\(field)\n---\n"
    ]) { $1 }
  }

  private static func extra(_ field: String, _ template: String) -> [String: String] {
    article("title: ก\nextra:\n  \(field)").merging([
      "themes/plain/templates/page.html": template
    ]) { $1 }
  }
}

private let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>"
