import SaanText

/// The files of a new site: enough to see articles, a list and a menu at work and to write over.
///
/// They state nothing that nobody said: no licence, no number, no address. What tells the author
/// what to do is a remark in them, for their texts may be published by mistake; `StarterTexts`
/// warns then.
package func starterFiles(today: CalendarDate) -> [(path: String, text: String)] {
  [
    ("site.yaml", siteYAML), (".gitignore", "public/\npreview/\n.saan/\n.*.saan-staging/\n"),
    ("content/index.th.md", homeThai), ("content/index.en.md", homeEnglish),
    ("content/about.th.md", aboutThai), ("content/about.en.md", aboutEnglish),
    ("content/news/welcome.th.md", newsThai(today)), ("content/news/welcome.en.md", newsEnglish),
    ("content/data/councils.csv", councils),
  ]
}

private let siteYAML = """
  # ชื่อเว็บ · the site's name
  title: {th: เว็บไซต์ใหม่, en: New site}
  # เมื่อรู้ที่อยู่ของเว็บแล้ว ลบ # หน้าบรรทัดล่าง · when you know the site's address, remove the # below
  # base_url: https://example.org/
  # ธีมที่มากับโปรแกรม แก้เป็นรายไฟล์ได้ใน theme/ · the program's theme; single files are changed in theme/
  theme: commons

  menus:
    main:
      - {page: about}
      - {url: /news/, title: {th: ข่าว, en: News}}
      - {url: /provinces/, title: {th: จังหวัด, en: Provinces}}
      - {url: /councils/, title: {th: สภาองค์กรชุมชน, en: Councils}}

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
    # ทะเบียน: หนึ่งแถวของ content/data/councils.csv คือหนึ่งหน้า · a register: a page for each row of content/data/councils.csv
    councils:
      table: councils
      title: {th: ทะเบียนสภาองค์กรชุมชน, en: Register of community councils}
      columns: [registered_on, status, organisations_count, people_count]
      group: [province, district]

  """

/// The head of a register that is still empty.
private let councils =
  "รหัส,ชื่อ,ชื่อภาษาอังกฤษ,จังหวัด,อำเภอ,ตำบล,วันที่จดแจ้ง,สถานะ,จำนวนองค์กร,จำนวนสมาชิก\n"

private let homeThai = """
  ---
  title: หน้าแรก
  # เขียนข้อความของเว็บแทนสองประโยคในไฟล์นี้
  summary: เว็บไซต์นี้เพิ่งเริ่มต้น
  ---
  เนื้อหากำลังตามมา

  """

private let homeEnglish = """
  ---
  title: Home
  # write your own in place of the two sentences in this file
  summary: This site has only begun
  ---
  More is to come.

  """

private let aboutThai = """
  ---
  title: เกี่ยวกับเรา
  # เล่าในไฟล์นี้ว่าใครทำเว็บนี้ ลิงก์ข้างล่างแสดงวิธีอ้างถึงหน้าอื่น
  ---
  ## เราเป็นใคร

  รายละเอียดเกี่ยวกับผู้จัดทำกำลังตามมา ระหว่างนี้อ่าน[ข่าว](news/welcome.th.md)ได้

  """

private let aboutEnglish = """
  ---
  title: About us
  # say in this file who makes this site; the link below shows how another page is named
  ---
  ## Who we are

  More about who makes this site is to come. Until then, there is [the news](news/welcome.en.md).

  """

private func newsThai(_ today: CalendarDate) -> String {
  """
  ---
  # ข่าวตัวอย่าง แก้หรือลบไฟล์นี้และ welcome.en.md ข่าวแต่ละเรื่องเป็นไฟล์ของตัวเองใต้ content/news/
  # วันที่เขียนเป็น พ.ศ. หรือ ค.ศ. ก็ได้ หน้าเว็บภาษาไทยแสดงเป็น พ.ศ. เอง
  title: เปิดเว็บไซต์
  summary: เว็บไซต์ใหม่ของเราเปิดแล้ว
  date: \(today.iso)
  topics: [community]
  ---
  ข่าวของเราจะเผยแพร่ที่นี่

  """
}

private let newsEnglish = """
  ---
  # a sample: change or delete this file and welcome.th.md; the date and the topics stand there
  title: The site is open
  summary: Our new site is open
  ---
  Our news will be published here.

  """

/// The archetype of pages that no theme has one for; the date stands in one file of the page.
package func ownArchetype(_ language: Language, isOriginal: Bool) -> String {
  let date = isOriginal ? "date: {{ date }}\n" : ""
  return language.tag == .thai
    ? """
    ---
    title: "{{ title }}"
    summary: สรุปสั้น ๆ หนึ่งหรือสองประโยค
    \(date)# ลบบรรทัดถัดไปเมื่อพร้อมเผยแพร่
    draft: true
    ---
    เขียนเนื้อหาที่นี่

    """
    : """
    ---
    title: "{{ title }}"
    summary: One or two sentences that sum it up
    \(date)# delete the next line when the page is ready
    draft: true
    ---
    Write the text here.

    """
}
