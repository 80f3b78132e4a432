import SaanText

/// The files of a new site: enough to see articles, a list and a menu at work and to write over.
///
/// They state nothing that nobody said: no licence, no number, no address.
func starterFiles(today: CalendarDate) -> [(path: String, text: String)] {
  [
    ("site.yaml", siteYAML), (".gitignore", "public/\n.*.saan-staging/\n"),
    ("content/index.th.md", homeThai), ("content/index.en.md", homeEnglish),
    ("content/about.th.md", aboutThai), ("content/about.en.md", aboutEnglish),
    ("content/news/welcome.th.md", newsThai(today)), ("content/news/welcome.en.md", newsEnglish),
  ]
}

private let siteYAML = """
  # ชื่อเว็บ · the site's name
  title: {th: ชื่อเว็บ (แก้ใน site.yaml), en: Name of the site (change it in site.yaml)}
  # เมื่อรู้ที่อยู่ของเว็บแล้ว ลบ # หน้าบรรทัดล่าง · when you know the site's address, remove the # below
  # base_url: https://example.org/
  # ธีมที่มากับโปรแกรม แก้เป็นรายไฟล์ได้ใน theme/ · the program's theme; single files are changed in theme/
  theme: commons

  menus:
    main:
      - {page: about}
      - {url: /news/, title: {th: ข่าว, en: News}}

  taxonomies:
    topics:
      title: {th: หัวข้อ, en: Topics}
      terms:
        community: {th: ชุมชน, en: Community}

  collections:
    news:
      title: {th: ข่าว, en: News}
      template: article.html
      sort: date
      group: year
      feed: true

  """

private let homeThai = """
  ---
  title: หน้าแรก
  summary: แก้ข้อความนี้ในไฟล์ content/index.th.md
  ---
  หน้านี้เขียนด้วย Markdown

  """

private let homeEnglish = """
  ---
  title: Home
  summary: Change this text in the file content/index.en.md
  ---
  This page is written in Markdown.

  """

private let aboutThai = """
  ---
  title: เกี่ยวกับเรา
  summary: แก้ข้อความนี้ในไฟล์ content/about.th.md
  ---
  ## เราเป็นใคร

  เล่าที่นี่ว่าใครทำเว็บนี้ แล้วดู[ข่าวตัวอย่าง](news/welcome.th.md)

  """

private let aboutEnglish = """
  ---
  title: About us
  summary: Change this text in the file content/about.en.md
  ---
  ## Who we are

  Say here who makes this site, then see the [sample of a news item](news/welcome.en.md).

  """

private func newsThai(_ today: CalendarDate) -> String {
  """
  ---
  title: ตัวอย่างข่าว
  summary: แก้หรือลบไฟล์ content/news/welcome.th.md และ welcome.en.md
  date: \(today.iso)
  topics: [community]
  ---
  ข่าวแต่ละเรื่องอยู่ในไฟล์ของตัวเองใต้ `content/news/` วันที่แสดงเป็น พ.ศ. ให้เองในหน้าภาษาไทย

  """
}

private let newsEnglish = """
  ---
  title: Sample of a news item
  summary: Change or delete the files content/news/welcome.th.md and welcome.en.md
  ---
  Each news item is a file below `content/news/`. The date and the topics are written once, in the Thai file.

  """
