import SaanText

/// The files of a new site, but for its theme: enough to see every part at work and to write over.
func starterFiles(today: CalendarDate) -> [(path: String, text: String)] {
  [
    ("site.yaml", siteYAML), (".gitignore", "public/\n.*.saan-staging/\n"),
    ("content/index.th.md", homeThai), ("content/index.en.md", homeEnglish),
    ("content/about.th.md", aboutThai), ("content/about.en.md", aboutEnglish),
    ("content/news/welcome.th.md", newsThai(today)), ("content/news/welcome.en.md", newsEnglish),
    ("content/data/sources.csv", sources),
    ("content/data/indicators.csv", indicators),
    ("content/data/observations.csv", observations(today)),
  ]
}

private let siteYAML = """
  title: {th: เว็บของเครือข่าย, en: Our network}
  description:
    th: ข่าวและข้อมูลของเครือข่าย
    en: News and data of our network
  # ที่อยู่ของเว็บเมื่อเผยแพร่แล้ว · where the site will be published
  base_url: https://example.org/
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
  title: เว็บของเครือข่าย
  summary: แก้ข้อความนี้ในไฟล์ content/index.th.md
  figures: [members]
  ---
  ยินดีต้อนรับ หน้านี้เขียนด้วย Markdown ตัวเลขมาจากตารางข้อมูล เช่น สมาชิก {{ figure("members") }}

  """

private let homeEnglish = """
  ---
  title: Our network
  summary: Change this text in the file content/index.en.md
  ---
  Welcome. This page is written in Markdown. Numbers come from the data, such as {{ figure("members") }}.

  """

private let aboutThai = """
  ---
  title: เกี่ยวกับเรา
  ---
  ## เราเป็นใคร

  เล่าเรื่องเครือข่ายของคุณที่นี่ แล้วดู[ข่าวแรก](news/welcome.th.md)

  """

private let aboutEnglish = """
  ---
  title: About us
  ---
  ## Who we are

  Tell the story of your network here, then see the [first news](news/welcome.en.md).

  """

private func newsThai(_ today: CalendarDate) -> String {
  """
  ---
  title: เปิดเว็บใหม่
  summary: เครือข่ายมีเว็บของตัวเองแล้ว
  date: \(today.iso)
  topics: [community]
  ---
  ข่าวแต่ละเรื่องอยู่ในไฟล์ของตัวเองใต้ `content/news/` วันที่แสดงเป็น พ.ศ. ให้เองในหน้าภาษาไทย

  """
}

private let newsEnglish = """
  ---
  title: The new site is open
  summary: The network has a site of its own
  ---
  Each news item is a file below `content/news/`. The date, the topics and the picture are written once, in the Thai file.

  """

private let sources = """
  id,producer,producer@en,title,title@en
  register,เครือข่าย,The network,ทะเบียนสมาชิก,Register of members

  """

private let indicators = """
  id,name,name@en,unit,unit@en,unit_one@en
  members,สมาชิก,Members,คน,people,person

  """

private func observations(_ today: CalendarDate) -> String {
  """
  indicator,area,as_of,as_of_basis,value,source
  members,TH,\(today.iso),stated,120,register

  """
}
