import Testing

extension MistakeTests {
  @Test(arguments: Case.languages)
  func mistakesInLanguagesAreAnsweredAsWell(_ mistake: Case) async throws {
    try await isAnsweredWithItsWords(mistake)
  }
}

extension MistakeTests.Case {
  /// Mistakes in the languages of a site and in their words.
  static let languages: [Self] = [
    Self(
      "language-fallback", replacing: "theme: plain",
      with: "theme: plain\nlanguages: {th: {fallback: [en, en]}, en: {fallback: [en, fr]}}",
      in: "site.yaml"),
    Self(
      "words",
      [
        "theme/words/th.yaml": """
        no_dat: ไม่มี
        open_table: ดู {what}
        standing: "{name} {rank}"
        source: [ก]

        """,
        "theme/words/ms.yaml": "no_data: tiada\n",
      ]),
    Self(
      "drawing-in-one-language",
      [
        "content/a/index.th.md": "---\ntitle: ก\n---\n![สามส่วน](x.svg)\n",
        "content/a/index.en.md": "---\ntitle: A\n---\n![Three parts](x.svg)\n",
        "content/a/x.svg":
          "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">\n<!-- ทดสอบ --><text>Three parts</text>\n</svg>\n",
      ]),
    Self(
      "language-without-words",
      [
        "site.yaml": (TestSite().files["site.yaml"] ?? "")
          + "languages: {th: {}, en: {}, ms: {}}\n",
        "theme/words/ms.yaml": String(wordsMalay.dropFirst("january: Januari\n".count)),
      ]),
  ]
}
