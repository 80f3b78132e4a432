/// What was published, or dropped, without a word.
extension MistakeTests.Case {
  private static func article(_ text: String) -> [String: String] {
    ["content/news/a.th.md": "---\ntitle: ก\n---\n\(text)\n"]
  }

  static let silent: [Self] = [
    Self(
      "leftovers-of-other-programs",
      article(
        """
        ** คำ ** ต่อ [ก][] }} [[หน้า]] x^2^ <g.th.md> &#0; {.class}

        ####### เจ็ด

        [toc]

        > [!NOTE]
        > ก

        ## {#id}

        >

        [^u]: เชิงอรรถ

        [หมายเหตุ]: ข้อความ

        ---
        title: ก
        date: 2565
        ---

        {{ figure("**ก**") }}
        """)),
    Self(
      "leftovers-in-settings",
      [
        "site.yaml": """
        title: {th: "**ก**", en: <b>N</b>}
        description: "ดู [ก](ข)"
        notice: {th: "ประกาศ **x**", en: "a **b**"}
        base_url: https://example.org/
        theme: plain
        menus: {main: [{url: /news/, title: {th: "**ม**", en: M}}]}
        taxonomies: {topics: {title: "**t**", terms: {housing: {th: "<i>ก</i>", en: H}}}}
        collections: {news: {title: "**c**", description: "_ค_ **ง**"}}

        """,
        "theme/phrases/th.yaml": "read_more: อ่าน **ต่อ**\nother: {one: <b>1</b>, other: ก}\n",
        "content/data/t.csv": "id,area\n1,TH\n",
        "content/data/datapackage.yaml":
          "name: x\ntitle: '**ก**'\nkeywords: ['**ข**']\nresources:\n  - {name: t, path: t.csv, description: 'ดู <b>ก</b>', schema: {fields: [{name: id, title: '**ร**', description: '[a](b)'}, {name: area}]}}\n",
      ]),
    Self("file-not-read", article("[x](f.docx)").merging(["content/news/f.docx": "PK"]) { $1 }),
    Self(
      "addresses-that-only-an-office-knows",
      article("[ก](http://192.168.1.5/x) [ข](https://somsri:1234@x.example/)")),
    Self(
      "files-that-name-people",
      article("[x](f.pdf)").merging([
        "content/news/f.pdf":
          "%PDF-1.7\n1 0 obj << /Author (Somchai Jaidee) /Title (x) >> endobj\n"
      ]) { $1 }),
    Self("line-ends", ["content/news/a.th.md": "---\rtitle: ก\r---\rก\r"]),
    Self(
      "gone-in-no-language",
      TestSite().with([
        "content/news/a.th.md": "---\ntitle: ก\n---\n",
        "themes/plain/templates/gone.html": "{{ page.title }}",
        "themes/plain/phrases/th.yaml": phrasesThai + "gone_title: ถอนแล้ว\n",
        "themes/plain/phrases/en.yaml": phrasesEnglish + "gone_title: Withdrawn\n",
      ]).replacing(
        "theme: plain",
        with: "theme: plain\ngone: [/news/x/, /topics/y, /news/z.pdf, /th/news/x/, /2565/news/]",
        in: "site.yaml"
      ).files),
    Self(
      "menu-of-one-language", replacing: "theme: plain",
      with: """
        theme: plain
        menus:
          main:
            - {url: /th/news/, title: {th: ข่าว, en: News}}
            - {url: "/en/", title: {th: แรก, en: Home}}
            - {url: /news/, title: {th: ข่าว, en: News}}
            - {url: /th/atom.xml, title: {th: ฟีด, en: Feed}}
        """, in: "site.yaml"),
    Self(
      "gone-twice", replacing: "theme: plain", with: "theme: plain\ngone: [/x/, /x/]",
      in: "site.yaml"),
    Self(
      "static-sources", replacing: "theme: plain",
      with: "theme: plain\nstatic: [site.yaml, 'content/*.md', nope.pdf]", in: "site.yaml"),
    Self(
      "menu-page", replacing: "theme: plain",
      with: "theme: plain\nmenus: {main: [{page: nope}, {url: a}]}", in: "site.yaml"),
    Self(
      "rule-with-empty-reason", replacing: "theme: plain",
      with: "theme: plain\nrules: {typed-figure: {severity: note, reason: ' '}, nope: note}",
      in: "site.yaml"),
    Self(
      "template-of-other-kind",
      [
        "content/news/a.th.md": "---\ntitle: ก\ntemplate: record.html\n---\nข้อความ\n",
        "theme/templates/record.html": "{{ page.title }}",
      ]),
    Self(
      "templates-that-show-no-text",
      [
        "content/news/a.th.md": "---\ntitle: ก\ntemplate: gone.html\n---\nข้อความ\n",
        "content/news/b.th.md": "---\ntitle: ข\ntemplate: cards/bare.html\n---\nข้อความ\n",
        "content/news/c.th.md": "---\ntitle: ค\ntemplate: cards/bare.html\n---\n",
        "theme/templates/gone.html": "{{ page.title }}{{ page.content }}",
        "theme/templates/cards/bare.html": "{{ page.title }}",
      ]),
    Self(
      "words-with-holes",
      ["theme/words/en.yaml": "january: ''\nas_of_day: as of\nas_of_month: of {date} {x}\n"]),
    Self(
      "language-that-nobody-reads", replacing: "theme: plain",
      with:
        "theme: plain\nnotice: {th: ก, fr: b}\nmenus: {main: [{url: /news/, title: {en: x, de: y}}]}",
      in: "site.yaml"),
    Self(
      "theme-that-extends-nothing",
      ["themes/plain/theme.yaml": "name: plain\ncontract: \"1.0\"\nextends: nope\n"]),
    Self(
      "yaml-problems",
      [
        "content/data/a.yaml": "a: b: c\n", "content/data/b.yaml": "a: 1\n  b: 2\n",
        "content/data/c.yaml": "a: [1, 2\nb: 3\n", "content/data/d.yaml": "a: {b: 1\nc: 3\n",
        "content/data/e.yaml": "a: \"b\n", "content/data/f.yaml": "a: @b\n",
        "content/data/g.yaml": "a: *b\n", "content/data/h.yaml": "a: \"\\d\"\n",
        "content/data/i.yaml": "a: 1\nb\nc: 2\n", "content/data/j.yaml": "a: - b\n",
        "content/data/k.yaml": "a:\n\tb: 1\n", "content/data/l.yaml": "a: [,]\n",
      ]),
  ]
}
