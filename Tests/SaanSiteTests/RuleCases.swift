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
  ]

  private init(_ name: String, withData files: [String: String]) {
    self.init(name, TestSite.withData.files.merging(files) { $1 })
  }
}
