import Foundation
import SaanSite
import SaanTemplate
import SaanText
import TestSupport
import Testing

/// The reference is complete and up to date, and what it and the guide show of a site is true.
@Suite struct ReferenceTests {
  /// A site with something for every filter and function to find.
  static let site = TestSite().with([
    "themes/plain/assets/css/site.css": "",
    "static/logo.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 40\"/>",
    "themes/plain/phrases/th.yaml":
      phrasesThai + "pages: \"{count} หน้า\"\nfigures.as_of: \"ณ {date}\"\n",
    "themes/plain/phrases/en.yaml": phrasesEnglish
      + "pages: {one: \"{count} page\", other: \"{count} pages\"}\nfigures.as_of: \"on {date}\"\n",
    "content/news/old.th.md": "---\ntitle: ข่าวเก่า\ndate: 2021-01-02\n---\n",
    "content/news/new.th.md": "---\ntitle: ข่าวใหม่\ndate: 2022-10-26\n---\n",
    "content/data/contacts.yaml": "- {name: สำนักงาน}\n",
    "content/data/sources.csv": "id,title,producer\nregister,ทะเบียน,เครือข่าย\n",
    "content/data/indicators.csv": "id,name,unit,topic\nmembers,สมาชิก,คน,people\n",
    "content/data/observations.csv": """
    indicator,area,as_of,as_of_basis,value,source
    members,TH,2022-10-26,stated,5915,register

    """,
  ]).replacing("sort: date", with: "template: article.html, sort: date", in: "site.yaml")

  /// What templates give on the page of the newer article, in Thai.
  static func render(_ templates: [String]) async throws -> [String] {
    let mark = "\u{1}"
    let page = ["themes/plain/templates/article.html": templates.joined(separator: mark)]
    let (outputs, diagnostics) = try await site.with(page).build()
    #expect(DiagnosticPrinter().text(diagnostics) == "")
    return (outputs["th/news/new/index.html"] ?? "")
      .split(separator: mark, omittingEmptySubsequences: false).map(String.init)
  }

  @Test func examplesOfTheSitesFiltersAndFunctionsHold() async throws {
    let found = try await Self.render(siteExamples.map(\.template))
    #expect(found.count == siteExamples.count)
    for (example, text) in zip(siteExamples, found) {
      #expect(text == example.output, "\(example.template)")
    }
  }

  @Test func examplesOfTheGuideThatNeedASiteHold() async throws {
    let blocks = try GuidePage("docs/theme-designers-guide.md").blocks
      .filter { $0.kind == .siteTemplate }
    let examples = blocks.filter { $0.language != "text" }
    let outputs = blocks.filter { $0.language == "text" }
    #expect(!examples.isEmpty && examples.count == outputs.count)
    let found = try await Self.render(examples.map(\.text))
    for (output, text) in zip(found, outputs) {
      #expect(
        output.trimmingCharacters(in: .newlines) == text.text.trimmingCharacters(in: .newlines))
    }
  }

  @Test func everythingHasASummaryAndTheSitesOwnHaveExamples() {
    #expect(siteExamples.count >= 18)
    for section in ReferenceSection.allCases {
      for language in MessageLanguage.allCases {
        let markdown = section.markdown(in: language)
        #expect(!markdown.contains(": \n"), "\(section) lacks a summary")
        #expect(markdown.contains("\n- "))
      }
    }
  }

  @Test func aFieldSaysWhatItWasCalledOnce() {
    let type = ObjectType(
      "person",
      [
        .init(name: "full_name", type: .string, summary: "the name", formerNames: ["name"]),
        .init(name: "home", type: .string, formerNames: ["house", "flat"]),
        .init(name: "age", type: .number),
      ])
    #expect(
      describe(type) == """
        ### person

        - `full_name` (text): the name (once `name`)
        - `home` (text) (once `house`, `flat`)
        - `age` (number)


        """)
  }

  @Test func theReferenceInTheDocumentsIsUpToDate() throws {
    try expectGolden(referenceMarkdown(), "../../docs/reference.md")
  }
}
