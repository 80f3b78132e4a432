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
    Self("release-name", withData: ["content/data/releases/first.json": "[]"]),
  ]

  private init(_ name: String, withData files: [String: String]) {
    self.init(name, TestSite.withData.files.merging(files) { $1 })
  }
}
