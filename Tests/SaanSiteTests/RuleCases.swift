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
      "lowered-rule",
      withData: [
        "content/a.th.md": "---\ntitle: ก\n---\nมี 5,915 กองทุน\n",
        "site.yaml": (TestSite().files["site.yaml"] ?? "")
          + "rules: {typed-figure: {severity: off, reason: an old article}}\n",
      ]),
    Self("release-name", withData: ["content/data/releases/first.json": "[]"]),
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

  private init(_ name: String, withData files: [String: String]) {
    self.init(name, TestSite.withData.files.merging(files) { $1 })
  }
}
