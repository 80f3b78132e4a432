/// The settings of the synthetic site, and the few pages that are not data or news.
enum SiteFiles {
  static let notice = Bilingual(
    "ข้อมูลสังเคราะห์: ทุกอย่างในเว็บนี้แต่งขึ้นเพื่อวัดความเร็ว ไม่ใช่ข้อมูลจริง",
    "Synthetic data: everything on this site was made up to measure speed. None of it is true.")

  static let settings = """
    title: {th: เครือข่ายองค์กรชุมชน (ข้อมูลสังเคราะห์), en: Community Network (synthetic data)}
    description:
      th: เว็บสังเคราะห์ขนาดทั้งประเทศสำหรับวัดความเร็วของโปรแกรมสร้างเว็บ
      en: A synthetic site of national size, made to measure how fast site generators are.
    notice:
      th: "\(notice.th)"
      en: "\(notice.en)"
    base_url: https://synthetic.example/
    default_language: th
    languages:
      th: {name: ไทย, calendar: buddhist, prefix: th}
      en: {name: English, calendar: gregorian, prefix: en}
    theme: commons

    menus:
      main:
        - {page: about/index, title: {th: เกี่ยวกับ, en: About}}
        - {url: /councils/, title: {th: สภาองค์กรชุมชน, en: Councils}}
        - {url: /funds/, title: {th: กองทุน, en: Funds}}
        - {url: /housing/, title: {th: ที่อยู่อาศัย, en: Housing}}
        - {url: /news/, title: {th: ข่าว, en: News}}
        - {url: /provinces/, title: {th: จังหวัด, en: Provinces}}
      footer:
        - {url: /figures/, title: {th: ตัวเลขทั้งหมด, en: All figures}}
        - {url: /data/, title: {th: ข้อมูลเปิด, en: Open data}}
        - {url: /topics/, title: {th: หัวข้อ, en: Topics}}
        - {page: about/data, title: {th: เกี่ยวกับข้อมูล, en: About the data}}

    taxonomies:
      topics:
        title: {th: หัวข้อ, en: Topics}
        terms:
    \(Topic.all.map { "      \($0.slug): {th: \($0.title.th), en: \($0.title.en)}" }.joined(separator: "\n"))

    collections:
      news:
        title: {th: ข่าว, en: News}
        description:
          th: ข่าวที่แต่งขึ้นขององค์กรชุมชนทั่วประเทศ
          en: Made-up news of community organisations all over the country.
        template: article.html
        list_template: list.html
        sort: date
        order: descending
        group: year
        per_page: 20
        feed: true
    \(Register.all.map(collection).joined())
    """

  private static func collection(_ register: Register) -> String {
    """
      \(register.name):
        table: \(register.name)
        title: {th: \(register.title.th), en: \(register.title.en)}
        description:
          th: ทะเบียนที่แต่งขึ้น แยกตามจังหวัด
          en: A made-up register, by province.
        columns: [\(register.listColumns.joined(separator: ", "))]
        group: [province]
        per_page: 50

    """
  }

  static let pages: [(path: String, text: String)] = [
    (
      "index.th.md",
      """
      ---
      title: เครือข่ายองค์กรชุมชน (ข้อมูลสังเคราะห์)
      summary: "\(notice.th)"
      template: home.html
      figures: [training.people, savings.groups, households.reached]
      ---
      เว็บนี้มีขนาดเท่าข้อมูลทั้งประเทศ ใช้วัดว่าโปรแกรมสร้างเว็บทำงานเร็วแค่ไหน

      """
    ),
    (
      "index.en.md",
      """
      ---
      title: Community Network (synthetic data)
      summary: "\(notice.en)"
      ---
      This site is as large as the whole country’s data and shows how fast a generator builds it.

      """
    ),
    (
      "about/index.th.md",
      page("เกี่ยวกับเว็บนี้", "เว็บนี้แต่งขึ้นทั้งหมด อ่านวิธีแต่งได้ใน[เกี่ยวกับข้อมูล](data.th.md)")
    ),
    (
      "about/index.en.md",
      page("About this site", "All of this was made up; [about the data](data.en.md) says how.")
    ),
    (
      "about/data.th.md",
      page(
        "เกี่ยวกับข้อมูล",
        "ชื่อจังหวัดเป็นชื่อจริง ชื่ออำเภอ ตำบล โครงการ และตัวเลขทุกตัวสุ่มจากเลขตั้งต้นเดียวกัน จึงได้ผลเหมือนเดิมทุกครั้ง")
    ),
    (
      "about/data.en.md",
      page(
        "About the data",
        "The names of provinces are real. Districts, subdistricts, projects and every number were "
          + "drawn from one seed, so that they are the same every time.")
    ),
  ]

  private static func page(_ title: String, _ text: String) -> String {
    "---\ntitle: \(title)\n---\n\(text)\n"
  }
}

/// A topic of the taxonomy.
struct Topic {
  let slug: String
  let title: Bilingual

  static let all = [
    Topic(slug: "councils", title: Bilingual("สภาองค์กรชุมชน", "Community councils")),
    Topic(slug: "housing", title: Bilingual("ที่อยู่อาศัย", "Housing")),
    Topic(slug: "funds", title: Bilingual("กองทุนสวัสดิการชุมชน", "Community welfare funds")),
    Topic(slug: "economy", title: Bilingual("เศรษฐกิจฐานราก", "Local economy")),
    Topic(slug: "anticorruption", title: Bilingual("ต่อต้านการทุจริต", "Anti-corruption")),
    Topic(slug: "land", title: Bilingual("ที่ดิน", "Land")),
    Topic(slug: "agriculture", title: Bilingual("การเกษตร", "Agriculture")),
    Topic(slug: "open-data", title: Bilingual("ข้อมูลเปิด", "Open data")),
    Topic(slug: "civil-society", title: Bilingual("ภาคประชาสังคม", "Civil society")),
    Topic(slug: "decentralisation", title: Bilingual("การกระจายอำนาจ", "Decentralisation")),
  ]
}
