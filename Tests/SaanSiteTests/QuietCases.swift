import SaanText

extension MistakeTests.Case {
  /// Mistakes that change nothing anybody would see at once.
  static let quiet: [Self] = [
    Self(
      "section-twice", replacing: "collections:\n",
      with: """
        collections:
          events: {title: ก}

        # หมวดข่าว
        collections:

        """, in: "site.yaml"),
    Self(
      "keys-twice",
      [
        "content/a.th.md": "---\ntitle: ก\nextra:\n  place: ก\n  place: ข\n---\n",
        "content/b.th.md": "---\ntitle: ก\nextra:\n  a: 1\ntopics: []\nextra:\n  b: 1\n---\n",
        "content/data/a.yaml": "- x: 1\n  y: 2\n  x:\n    z: 1\n",
        "content/data/b.yaml": "{a: 1, a: 2}\n",
        "content/data/c.yaml": "a:\n  b:\n    - 1\n  c: 1\n  b:\n    - 2\n",
      ]),
    Self("never-out", article("publish_date: 2023-05-01\nexpiry_date: 2023-04-01\n")),
    Self("updated-before-date", article("date: 2023-05-02\nupdated: 2023-05-01\n")),
    Self("topic-twice", article("topics: [housing, ที่อยู่อาศัย, ปลา]\n")),
    Self("dates-in-text", article("", "พ.ศ. 2022, ค.ศ. 2565, 30 กุมภาพันธ์ 2566")),
    Self("short-row", article("", "| ก | ข |\n|---|---|\n| 1 |\n")),
    Self("pasted-table", article("", "ก\tข\n1\t2\n")),
    Self("highlight", article("", "คำ ==เน้น== คำ")),
    Self("attribution", article("", "> คำพูด\n> — คุณแดง\n")),
    Self("lines-around-words", article("", "คำ__ตัวหนา__คำ")),
    Self("curly-title", article("", "![ภาพ](ภาพ น้ำ.png “คำ”)")),
    Self(
      "figure-arguments",
      article(
        "",
        """
        {{ figure() }} {{ figure(5) }} {{ figure(id="funds") }} {{ figure("funds", area=32) }}

        {{ figure("funds", source=1) }} {{ figure("funds", unit="no") }} {{ figure("funds", source="registr") }}
        """
      ).merging([
        "content/data/areas.csv": "code,class,name,parent\nTH,country,ไทย,\n",
        "content/data/sources.csv": "id,title,producer\nregister,ก,ข\n",
        "content/data/indicators.csv": "id,name\nfunds,กองทุน\n",
        "content/data/observations.csv":
          "indicator,area,as_of,as_of_basis,value,source\nfunds,TH,2022,stated,5,register\n",
        "themes/plain/shortcodes/figure.html":
          "{{ figure(args[0], area=area | default(none), source=source | default(none)).text }}{{ unit | default(true) }}",
      ]) { $1 }),
    Self("path-of-computer", article("", "[แบบ](C:\\Users\\me\\แบบ ฟอร์ม.docx)")),
    Self(
      "licence", replacing: "theme: plain",
      with: "theme: plain\nlicense: {title: ก, url: terms.html}", in: "site.yaml"),
    Self(
      "licence-code", replacing: "theme: plain", with: "theme: plain\nlicense: CC-BY-SB",
      in: "site.yaml"),
    Self(
      "untouched-archetype",
      ["content/a.th.md": "---\ntitle: ก\nsummary: สรุปสั้น ๆ หนึ่งหรือสองประโยค\n---\nก\n"]),
    Self(
      "hidden-fields",
      article("extra: {start: 2026-12-15, place: ศาลา}\n").merging([
        "themes/plain/templates/event.html":
          "{{ page.extra.start | default(\"\") }}{{ page.extra.place | default(\"\") }}"
      ]) { $1 }),
    Self(
      "misnamed-fields",
      article(
        "template: event.html\nextra: {begin: 9 โมง, finish: เย็น, Location: ศาลา, organizer: ก}\n"
      )
      .merging([
        "content/news/b.th.md":
          "---\ntitle: ข\ntemplate: event.html\nextra: {strat: x, เวลา: 9, plase: ก, organisr: ค}\n---\nก\n",
        "content/news/c.th.md":
          "---\ntitle: ค\ntemplate: event.html\nextra: {start: 2024-12-15, time: 09.00}\n---\nก\n",
        "themes/plain/templates/event.html": eventTemplate,
      ]) { $1 }),
    Self("shortcode-arguments", article("", "{{ figure(\"x\", \"y\", blah=1) }}")),
  ]

  private static func article(_ fields: String, _ text: String = "ก") -> [String: String] {
    ["content/news/a.th.md": "---\ntitle: ก\n\(fields)---\n\(text)\n"]
  }
}

/// A template that shows all fields of an event.
let eventTemplate = """
  {% set start = page.extra.start | default(page.date) %}{{ start }}{{ start.time }}
  {{ page.extra.end | default("") }}{{ page.extra.place | default("") }}
  {{ page.extra.organiser | default("") }}{{ page.extra.fee | default("") }}{{ page.content }}
  """
