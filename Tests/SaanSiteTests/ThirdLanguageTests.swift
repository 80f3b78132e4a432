import SaanSite
import SaanText
import Testing

/// A site in a language that the program itself does not speak: the site gives its words.
@Suite struct ThirdLanguageTests {
  private static let wordless = TestSite.withPlaces.with([
    "site.yaml": """
    title: {th: เว็บทดสอบ, en: Test site}
    base_url: https://example.org/
    theme: plain
    languages:
      th: {name: ไทย}
      en: {name: English}
      ms: {name: Bahasa Melayu, fallback: [en, th]}
    collections:
      news: {title: {th: ข่าว, en: News, ms: Berita}, sort: date}

    """,
    "themes/plain/phrases/ms.yaml":
      (TestSite.withPlaces.files["themes/plain/phrases/en.yaml"] ?? ""),
    "content/charts.th.md":
      "---\ntitle: แผนภูมิ\n---\n{{ chart(\"bar\", figure=\"funds\", areas=\"provinces\") }}\n",
    "content/charts.ms.md":
      "---\ntitle: Carta\ndate: 2022-10-26\n---\n{{ chart(\"bar\", figure=\"funds\", areas=\"provinces\") }}\n",
    "content/links.ms.md":
      "---\ntitle: Pautan\n---\n[satu](news/one.md) [dua](news/two.md)\n",
    "content/news/one.th.md": "---\ntitle: ข่าวไทย\ndate: 2022-10-26\n---\nเนื้อหา\n",
    "content/news/one.en.md": "---\ntitle: English news\n---\nText\n",
    "content/news/two.th.md": "---\ntitle: ข่าวสอง\ndate: 2022-10-27\n---\nเนื้อหา\n",
  ])
  private static let site = wordless.with(["theme/words/ms.yaml": wordsMalay])

  private func page(_ path: String, of site: TestSite = Self.site) async throws -> String {
    let (outputs, found) = try await site.build()
    #expect(DiagnosticPrinter().text(found) == "")
    return try #require(outputs[path])
  }

  @Test func aPageIsInTheLanguageOfItsReaders() async throws {
    let page = try await page("ms/charts/index.html")
    #expect(page.contains(#"<html lang="ms">"#))
    #expect(page.contains(#"<h1 lang="ms">Carta</h1>"#))
    #expect(page.contains(#"<time datetime="2022-10-26">26 Oktober 2022</time>"#))
  }

  @Test func aChartSpeaksTheLanguage() async throws {
    let page = try await page("ms/charts/index.html")
    #expect(page.contains("Yang tertinggi antara 2 wilayah ialah 120 funds (Chiang Mai)"))
    #expect(page.contains("yang terendah kira-kira 90 funds (Nan); 1 wilayah tiada data"))
    #expect(page.contains("; setakat 26 Oktober 2022."))
    #expect(page.contains("<summary>Lihat data sebagai jadual</summary>"))
    #expect(page.contains(#"<th scope="col">Wilayah</th>"#))
    #expect(page.contains(#"<td class="chart-missing">tiada data</td>"#))
    #expect(page.contains("Sumber: "))
  }

  @Test func listsHaveTheirHeadingAndBorrowTheRest() async throws {
    let page = try await page("ms/news/index.html")
    #expect(page.contains("<h1>Berita</h1>"))
    #expect(page.contains("English news") && page.contains("ข่าวสอง"))
  }

  @Test func aBorrowedPageIsOfTheFirstLanguageThatHasIt() async throws {
    let english = try await page("ms/news/one/index.html")
    #expect(english.contains(#"<h1 lang="en">English news</h1>"#))
    #expect(english.contains(#"<article lang="en">"#))
    #expect(english.contains(#"rel="canonical" href="https://example.org/en/news/one/">"#))
    let thai = try await page("ms/news/two/index.html")
    #expect(thai.contains(#"<h1 lang="th">ข่าวสอง</h1>"#))
    #expect(thai.contains(#"rel="canonical" href="https://example.org/th/news/two/">"#))
  }

  @Test func aLinkToABorrowedPageNamesItsLanguage() async throws {
    let page = try await page("ms/links/index.html")
    #expect(page.contains(#"<a href="/ms/news/one/" hreflang="en">satu</a>"#), "\(page)")
    #expect(page.contains(#"<a href="/ms/news/two/" hreflang="th">dua</a>"#), "\(page)")
  }

  @Test func aSumThatLacksPartsSaysSoInTheLanguage() async throws {
    var site = Self.site.with([
      "content/charts.ms.md": """
      ---
      title: Carta
      ---
      {{ chart("bar", title="T", rows=[["a", "sekurang-kurangnya 3"], ["b", "kira-kira 4"], ["c", 5]]) }}

      """,
      "content/charts.th.md": "---\ntitle: แผนภูมิ\n---\n",
    ])
    let page = try await page("ms/charts/index.html", of: site)
    #expect(page.contains(#"<td class="num">sekurang-kurangnya 3</td>"#))
    #expect(page.contains(#"<td class="num">kira-kira 4</td>"#))
    // A space at which no line ends is one in charts too, and is no part of what authors write.
    site = site.replacing(
      "kira-kira {amount}", with: "kira-kira{_}{amount}", in: "theme/words/ms.yaml")
    let bound = try await self.page("ms/charts/index.html", of: site)
    #expect(bound.contains("<td class=\"num\">kira-kira\u{A0}4</td>"))
  }

  @Test func theOrderOfTheChainCounts() async throws {
    let site = Self.site.replacing("[en, th]", with: "[th, en]", in: "site.yaml")
    let page = try await page("ms/charts/index.html", of: site)
    #expect(page.contains("120 กองทุน (เชียงใหม่)"))
  }

  @Test func wordsThatAreMissingAreToldAllAtOnce() async throws {
    let found = try await inspect(Self.wordless.tree, Self.wordless.options()).diagnostics
    let missing = found.all.filter { $0.code == "missing-words" }
    #expect(missing.count == 1)
    let text = try #require(missing.first?.message.en)
    for word in Word.allCases {
      #expect(text.contains(" \(word.rawValue)") != word.isOptional)
    }
    #expect(missing.first?.place?.path == "theme/words/ms.yaml")
    #expect(missing.first?.hint?.th.contains("theme/words/ms.yaml") == true)
  }

  @Test func aSiteMaySayAWordOtherwise() async throws {
    let site = TestSite.withPlaces.with([
      "theme/words/th.yaml": "no_data: ยังไม่มีรายงาน\n",
      "content/charts.th.md":
        "---\ntitle: แผนภูมิ\n---\n{{ chart(\"bar\", figure=\"funds\", areas=\"provinces\") }}\n",
    ])
    #expect(
      try await page("th/charts/index.html", of: site)
        .contains(#"<td class="chart-missing">ยังไม่มีรายงาน</td>"#))
  }

  @Test func bothOfTheProgramsOwnLanguagesHaveEveryWord() {
    for words in [LanguageWords.thai, .english] { #expect(words.missing == []) }
  }
}
