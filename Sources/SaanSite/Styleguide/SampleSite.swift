/// The site that shows the parts of a theme: made up, small, with something of each kind of page.
enum SampleSite {
  /// All files but the choice of a theme, by their paths.
  static let files: [String: String] = articles.merging(tables) { $1 }
    .merging(["site.yaml": settings]) { $1 }

  private static let settings = """
    title: {th: เว็บตัวอย่าง, en: Sample site}
    description: {th: ข้อมูลทั้งหมดสมมุติขึ้นเพื่อแสดงส่วนต่าง ๆ ของธีม, en: Everything here is made up to show the parts of the theme.}
    notice: {th: ข้อมูลในหน้านี้สมมุติขึ้นทั้งหมด, en: Everything on these pages is made up.}
    base_url: https://sample.example/
    license: CC-BY-4.0
    menus:
      main:
        - {page: styleguide}
        - {url: /news/, title: {th: ข่าว, en: News}}
        - {url: /provinces/, title: {th: จังหวัด, en: Provinces}}
        - {url: /events/, title: {th: กิจกรรม, en: Events}}
      footer:
        - {url: /gardens/, title: {th: ทะเบียนสวน, en: Register of gardens}}
        - {url: /figures/, title: {th: ตัวเลข, en: Figures}}
        - {url: /data/, title: {th: ข้อมูลเปิด, en: Open data}}
    taxonomies:
      topics:
        title: {th: หัวข้อ, en: Topics}
        terms:
          gardens: {th: สวนชุมชน, en: Community gardens}
          water: {th: น้ำ, en: Water}
    collections:
      news: {title: {th: ข่าว, en: News}, template: article.html, sort: date, group: year, per_page: 2, feed: true}
      events: {title: {th: กิจกรรม, en: Events}, template: event.html, list_template: events.html, sort: date, feed: true}
      gardens: {title: {th: ทะเบียนสวน, en: Register of gardens}, table: gardens}
      proposals: {title: {th: ข้อเสนอ, en: Proposals}, template: proposal.html, list_template: proposals.html, sort: weight}

    """

  private static let articles: [String: String] = [
    "content/events/fair.en.md": """
    ---
    title: Garden fair
    extra: {place: The common}
    ---
    Everybody may come.

    """,
    "content/events/fair.th.md": """
    ---
    title: งานสวน
    date: 2024-04-01
    areas: ["81"]
    extra: {start: "2024-05-01T09:00", end: "2024-05-01T16:30", place: ลานสมมุติ}
    ---
    ทุกคนมาได้

    """,
    "content/index.en.md": """
    ---
    title: Sample site
    summary: A home page that was made up
    ---
    Words of welcome.

    """,
    "content/index.th.md": """
    ---
    title: เว็บตัวอย่าง
    summary: หน้าแรกที่สมมุติขึ้น
    figures: [gardens.count, gardens.people, gardens.share]
    ---
    ข้อความต้อนรับ

    """,
    "content/news/canal.en.md": """
    ---
    title: A new garden by the canal
    summary: The new garden is near the school
    ---
    The new garden is near the school {{ figure("gardens.count", area="81") }}

    """,
    "content/news/canal.th.md": """
    ---
    title: เปิดสวนแห่งใหม่ริมคลอง
    summary: สวนใหม่อยู่ใกล้โรงเรียน
    date: 2024-03-02
    updated: 2024-03-05
    topics: [gardens]
    areas: ["81"]
    ---
    สวนใหม่อยู่ใกล้โรงเรียน {{ figure("gardens.count", area="81") }}

    """,
    "content/news/trees.en.md": """
    ---
    title: A hundred trees planted
    ---
    A hundred trees planted

    """,
    "content/news/trees.th.md": """
    ---
    title: ปลูกต้นไม้ร้อยต้น
    date: 2023-11-20
    topics: [gardens]
    areas: ["83"]
    ---
    ปลูกต้นไม้ร้อยต้น

    """,
    "content/news/water.en.md": """
    ---
    title: Water has reached the plots
    ---
    Water has reached the plots

    """,
    "content/news/water.th.md": """
    ---
    title: น้ำมาถึงแปลงแล้ว
    date: 2024-02-10
    topics: [water]
    areas: ["81", "82"]
    ---
    น้ำมาถึงแปลงแล้ว

    """,
    "content/proposals/land.en.md": """
    Vacant land for gardens

    """,
    "content/proposals/land.th.md": """
    ขอที่ดินว่างทำสวน

    """,
    "content/proposals/water.en.md": """
    Water for every plot

    """,
    "content/proposals/water.th.md": """
    ขอน้ำถึงทุกแปลง

    """,
    "content/styleguide.en.md": """
    ---
    title: Every part of the theme
    summary: All parts of the theme with made-up data, in both languages, on light paper and on dark
    template: styleguide.html
    extra:
      colours: Colours
      type: Type
      sample: Every figure names its source 0123456789
      text: Running text
      controls: Links and fields
      entries: News, events and proposals
      figures: Figures
      places: Figures of a place
      maps: Maps
      charts: Charts
      registers: Registers
      pages: A page of each kind
    ---
    Text has **strong words**, *stressed ones*, [a link](news/canal.en.md), `code`, a figure {{ figure("gardens.count") }} and a note[^1].

    ## A heading of the second level

    A paragraph below it.

    ### A heading of the third level

    > Words of somebody else, long enough to run over the end of a line on a telephone.

    - one thing
    - another

    1. the first
    2. the second

    | Thing | Number |
    |---|---:|
    | Seedlings | 120 |
    | Hoes | 8 |

    [^1]: Notes stand below the text.

    """,
    "content/styleguide.th.md": """
    ---
    title: แผ่นแสดงส่วนต่าง ๆ ของธีม
    summary: ทุกส่วนของธีมกับข้อมูลสมมุติ ดูได้ทั้งสองภาษา และทั้งพื้นสว่างและพื้นมืด
    template: styleguide.html
    figures: [gardens.count, gardens.people, gardens.share]
    extra:
      colours: สี
      type: ตัวอักษร
      sample: ทุกตัวเลขบอกที่มา น้ำที่ปั้นนี้ ๐๑๒๓ 0123456789
      text: เนื้อความ
      controls: ลิงก์และช่องกรอก
      entries: รายการข่าว กิจกรรม และข้อเสนอ
      figures: ตัวเลข
      places: ตัวเลขของพื้นที่
      maps: แผนที่
      charts: แผนภูมิ
      registers: ทะเบียน
      pages: หน้าแต่ละชนิด
    ---
    ข้อความมี**ตัวหนา** *ตัวเอน* [ลิงก์](news/canal.th.md) `รหัส` และตัวเลข {{ figure("gardens.count") }} พร้อมเชิงอรรถ[^1]

    ## หัวข้อชั้นที่สอง

    ย่อหน้าใต้หัวข้อ

    ### หัวข้อชั้นที่สาม

    > คำพูดที่ยกมา ยาวพอที่จะขึ้นบรรทัดใหม่บนหน้าจอโทรศัพท์

    - ข้อแรก
    - ข้อที่สอง

    1. ลำดับแรก
    2. ลำดับที่สอง

    | รายการ | จำนวน |
    |---|---:|
    | ต้นกล้า | 120 |
    | จอบ | 8 |

    [^1]: เชิงอรรถอยู่ท้ายเนื้อความ

    """,
  ]
}
