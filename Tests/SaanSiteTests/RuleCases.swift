import SaanText

extension MistakeTests.Case {
  static let rules: [Self] = [
    Self(
      "rules", replacing: "theme: plain",
      with:
        "theme: plain\nrules: {unreconcild: warning, unreconciled: high, typed-figure: {severity: off}}",
      in: "site.yaml"),
    Self("typed-figure", withData: ["content/a.th.md": "---\ntitle: ก\n---\nมี 5,915 กองทุน\n"]),
    Self(
      "typed-figure-in-calls",
      withData: [
        "themes/plain/shortcodes/chart.html": "{{ chart(*args, **kwargs) }}",
        "content/a.th.md":
          "---\ntitle: ก\n---\nมี **5** 915 กองทุน\n\n{{ chart(\"bar\", rows=[[\"ก\", 5915]]) }}\n",
        "site.yaml": (TestSite().files["site.yaml"] ?? "") + "description: ๕,๙๑๕\n",
      ]),
    Self(
      "typed-figure-of-another-day",
      withData: [
        "content/data/observations.csv":
          "indicator,area,as_of,as_of_basis,value,source,quote\nfunds.count,TH,2022-10-26,stated,5915,new,\nfunds.count,TH,2021-10-26,stated,5801,new,\nfunds.count,TH,2013-08-31,stated,4101,old,\n",
        "content/a.th.md": "---\ntitle: ก\n---\nมี 5,801 กองทุน\n",
      ]),
    Self("typed-figure-elsewhere", withData: typedElsewhere),
    Self("stated-figure", withData: wrongCalls),
    Self(
      "lowered-rule",
      withData: [
        "content/a.th.md": "---\ntitle: ก\n---\nมี 5,915 กองทุน\n",
        "site.yaml": (TestSite().files["site.yaml"] ?? "")
          + "rules: {typed-figure: {severity: off, reason: an old article}}\n",
      ]),
    Self(
      "doubled-bound",
      withData: [
        "content/data/datapackage.yaml":
          (TestSite.withData.files["content/data/datapackage.yaml"]
          ?? "").split(separator: "{name: source}, {name: quote}").joined(
            separator: "{name: source}, {name: quote}, {name: bound}"),
        "content/data/observations.csv":
          "indicator,area,as_of,as_of_basis,value,source,quote,bound\nfunds.count,TH,2022-10-26,stated,\"กว่า 5,900\",new,,\n",
        "content/a.th.md": "---\ntitle: ก\n---\nมีกว่า {{ figure(\"funds.count\") }}\n",
        "content/a.en.md":
          "---\ntitle: A\n---\nIn all, about {{ figure(\"funds.count\") }}; moreover {{ figure(\"funds.count\") }}\n",
      ]),
    Self("doubled-elsewhere", withData: doubled),
    Self(
      "words-unlike-figure",
      withData: [
        "content/a.th.md":
          "---\ntitle: ก\n---\nมีกว่า {{ figure(\"funds.count\") }}\n\nณ วันที่ 3 ตุลาคม 2554 มี {{ figure(\"funds.count\") }}\n\n9{{ figure(\"funds.count\") }}\n\n{{ figure(\"funds.count\") }} ล้านบาท\n"
      ]),
    Self("release-name", withData: ["content/data/releases/first.json": "[]"]),
    Self(
      "vanished-row",
      withData: [
        "content/data/releases/2024-01-01.json":
          "[\n{\"table\": \"release\", \"date\": \"2024-01-01\", \"digest\": "
          + "\"1db628f1113e287401ab92fb997c0c02621568898f55166bca4cf18d801a74fd\"},"
          + "\n{\"table\": \"lasting\", \"of\": \"promises\", \"id\": \"p9\"}\n]\n"
      ]),
    Self(
      "release-changed",
      withData: [
        "content/data/releases/2024-01-01.json":
          "[\n{\"table\": \"release\", \"digest\": \"1f2e3d\"},\n"
          + "{\"table\": \"observations\", \"indicator\": \"funds.count\", \"area\": \"TH\", "
          + "\"as_of\": \"2022-10-26\", \"value\": \"5915\", \"source\": \"new\"}\n]\n"
      ]),
    Self(
      "change-without-correction",
      withData: [
        "content/data/releases/2024-01-01.json":
          "[{\"kind\": \"value\", \"indicator\": \"funds.count\", \"area\": \"TH\", "
          + "\"source\": \"new\", \"date\": \"2022-10-26\", \"value\": 5900}]"
      ]),
    Self(
      "correction-of-nothing",
      withData: [
        "content/data/corrections.csv":
          "indicator,area,previous_value,value,kind,announced,reason\n"
          + "funds.count,TH,,5910,error,2024-01-02,ก\nfunds.count,TH,5951,5915,error,2024-01-03,ข\n",
        "content/data/releases/2024-01-01.json":
          "[{\"kind\": \"value\", \"indicator\": \"funds.count\", \"area\": \"TH\", "
          + "\"source\": \"new\", \"date\": \"2022-10-26\", \"value\": 5915}]",
      ]),
  ]

  /// The number of a value in every kind of text that is no article.
  private static let typedElsewhere = [
    "content/a.th.md":
      "---\ntitle: ก\nimage: {src: a.svg, alt: ภาพ, caption: รวม 5.915 พัน}\n---\n![ก](b.svg '4,101 แห่ง')\n",
    "content/a.svg":
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"5915\"><text>๕,๙๑๕ กองทุน</text></svg>",
    "content/b.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    "content/data/gardens.csv": "id,name,treasurer,members\na,สวน 5915 แปลง,Somebody 5915,5915\n",
    "themes/plain/phrases/th.yaml":
      (TestSite.withData.files["themes/plain/phrases/th.yaml"] ?? "")
      + "so_far: ถึงวันนี้ 5,915 กองทุน\n",
    "themes/plain/phrases/en.yaml":
      (TestSite.withData.files["themes/plain/phrases/en.yaml"] ?? "")
      + "# 5,915 in 2022\nso_far: So far\n",
    "site.yaml": (TestSite().files["site.yaml"] ?? "")
      + "description: {th: 'มี 5,915 กองทุน', en: 'There are 5,915 funds'}\nbudgets: {page: 5915}\n",
  ]

  /// Calls that state nothing, in every kind of text that is no article.
  private static let wrongCalls = [
    "content/a.th.md":
      "---\ntitle: ก {{ figure(\"fund.count\") }}\n---\n![ก](a.svg 'มี {{ figure(\"funds.count\", place=\"TH\") }}')\n",
    "content/a.svg":
      "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>{{ figure(funds) }}</text></svg>",
    "content/data/gardens.csv":
      "id,name,treasurer,members\na,\"มี {{ figure(\"\"funds.count\"\", area=\"\"10\"\") }}\",Somebody,12\nb,มี {{ total() }} และ {{ figure() }},Other,7\n",
    "themes/plain/phrases/en.yaml":
      (TestSite.withData.files["themes/plain/phrases/en.yaml"] ?? "") + "so_far: So far\n",
    "themes/plain/phrases/th.yaml":
      (TestSite.withData.files["themes/plain/phrases/th.yaml"] ?? "")
      + "so_far: 'มี {{ figure(\"funds.count\", source=\"lost\") }}'\n",
    "site.yaml": (TestSite().files["site.yaml"] ?? "")
      + "description: {th: 'มี {{ figure(\"funds.count\", area=\"99\") }}', en: Funds}\n",
  ]

  /// Words beside a figure that it says itself, in every kind of text.
  private static let doubled: [String: String] = {
    let call = "{{ figure(\"funds.count\") }}"
    let quoted = call.replacing("\"", with: "\"\"")
    let data = TestSite.withData.files
    return [
      "content/data/datapackage.yaml": (data["content/data/datapackage.yaml"] ?? "")
        .replacing("{name: source}, {name: quote}", with: "{name: source}, {name: bound}")
        .replacing("en: Gardens}", with: "en: 'Over \(call)'}"),
      "content/data/observations.csv":
        "indicator,area,as_of,as_of_basis,value,source,bound\nfunds.count,TH,2022-10-26,stated,\"กว่า 5,900\",new,\n",
      "content/a.th.md":
        "---\ntitle: ก\nsummary: รวมกว่า \(call) กองทุน\n---\nมี**กว่า** \(call) และ [ประมาณ](index.th.md) *\(call)* ขึ้นไป\n\n![ก](a.svg 'อย่างน้อย \(call)')\n",
      "content/a.en.md":
        "---\ntitle: A\n---\nIn all **about** [\(call)](index.en.md), \(call) or more, and moreover \(call), climbing up or so.\n",
      "content/a.svg":
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>กว่า</text><text>\(call)</text></svg>",
      "content/data/gardens.csv":
        "id,name,treasurer,members\na,\"มีเกือบ \(quoted)\",Somebody,12\n",
      "themes/plain/phrases/th.yaml": (data["themes/plain/phrases/th.yaml"] ?? "")
        + "so_far: 'ถึงวันนี้กว่า \(call)'\n",
      "themes/plain/phrases/en.yaml": (data["themes/plain/phrases/en.yaml"] ?? "")
        + "so_far: 'so far some \(call)'\n",
      "site.yaml": (TestSite().files["site.yaml"] ?? "")
        + "description: {th: 'ประมาณ \(call)', en: 'Some \(call)'}\n",
    ]
  }()

  init(_ name: String, withData files: [String: String]) {
    self.init(name, TestSite.withData.files.merging(files) { $1 })
  }
}
