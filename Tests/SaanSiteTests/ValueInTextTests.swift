import SaanSite
import SaanText
import Testing

/// How a stated value stands among an author's words, on published pages.
@Suite struct ValueInTextTests {
  private static let text = """
    ครอบคลุม {{ figure("open", area="50") }} แล้ว และ **{{ figure("open", area="55") }}** ด้วย

    ครอบคลุม {{ figure("funds", area="50") }} แล้ว รวม{{ figure("funds", area="50", unit=false) }}แห่ง

    ## {{ figure("open", area="50") }}

    {{ figure("open", area="50") }} are known. {{ figure("open", area="55") }} are open, e.g. {{ figure("open", area="50") }}.

    - There are {{ figure("open", area="50") }} here.

    | a | b |
    |---|---|
    | c | {{ figure("open", area="50") }} |

    """

  private static let building = Task {
    try await KindsOfValuesTests.pages(
      KindsOfValuesTests.site(KindsOfValuesTests.article(text)))
  }

  @Test func thaiHasNoSpaceBeforeTheWordOfANumberAndOneBeforeANumber() async throws {
    let html = try #require(try await Self.building.value["th/a/index.html"])
    let text = Self.joined(html)
    #expect(text.contains("ครอบคลุมกว่า 2,000 แห่ง แล้ว"), "\(text)")
    #expect(text.contains("และไม่เกิน 300 แห่ง ด้วย"))
    #expect(text.contains("ครอบคลุม 120 กองทุน แล้ว รวม 120 แห่ง"))
  }

  @Test func englishSentencesBeginWithACapital() async throws {
    let html = try #require(try await Self.building.value["en/a/index.html"])
    let text = Self.joined(html)
    #expect(
      text.contains(
        "More than 2,000 gardens are known. At most 300 gardens are open, e.g. more than 2,000 gardens."
      ), "\(text)")
    #expect(text.contains("There are more than 2,000 gardens here."))
    #expect(html.contains("<td>"))
    // A cell of a table is no sentence, a heading begins as one.
    let cell = html.split(separator: "<td>").last.map(String.init) ?? ""
    #expect(Self.joined(cell).hasPrefix("more than 2,000"), "\(cell)")
  }

  @Test func listsAndFiguresSayItTheSameWay() async throws {
    let pages = try await Self.building.value
    let english = Self.joined(pages["en/figures/open/index.html"] ?? "")
    #expect(english.contains("More than 2,000 gardens are known. At most 300"), "\(english)")
    let thai = Self.joined(pages["th/figures/open/index.html"] ?? "")
    #expect(thai.contains("ครอบคลุมกว่า 2,000 แห่ง แล้ว"), "\(thai)")
  }

  @Test func phrasesOfAThemeFollowTheSameRule() {
    let phrase = PhraseForms(other: "น้อยกว่าค่าแรก {amount} แล้ว")
    let values = LanguageWords.thai.valueInText
    func filled(_ amount: String) -> String {
      phrase.text(for: nil).filled(with: ["amount": amount], values: values)
    }
    #expect(filled("ประมาณ 5 แห่ง") == "น้อยกว่าค่าแรกประมาณ 5 แห่ง แล้ว")
    #expect(filled("5 แห่ง") == "น้อยกว่าค่าแรก 5 แห่ง แล้ว")
    #expect(
      PhraseForms(other: "รวม{count}แห่ง").text(for: nil)
        .filled(with: ["count": "5"], values: values) == "รวม 5 แห่ง")
    #expect(
      PhraseForms(other: "{sum} in all.").text(for: nil)
        .filled(with: ["sum": "more than 5"], values: LanguageWords.english.valueInText)
        == "More than 5 in all.")
  }

  @Test func aBlockEndsTheParagraphAroundIt() async throws {
    let text = """
      Before
      {% note() %}
      x
      {% end %}
      behind
      {% note() %}
      y
      {% end %}

      Words
      {{ chart(kind="bar", rows=[["a", 1]], title="T") }}
      and more
      """
    let pages = try await KindsOfValuesTests.pages(
      KindsOfValuesTests.site(KindsOfValuesTests.article(text)))
    for language in ["th", "en"] {
      let html = try #require(pages["\(language)/a/index.html"])
      for part in html.split(separator: "<p>").dropFirst() {
        let paragraph = part.firstRange(of: "</p>").map { part[..<$0.lowerBound] } ?? part
        #expect(!paragraph.contains("<div") && !paragraph.contains("<figure"), "\(paragraph)")
      }
      for words in ["<p>Before</p>", "<p>behind</p>", "<p>Words</p>", "<p>and more</p>"] {
        #expect(html.contains(words), "\(words)")
      }
      #expect(!html.contains("<p></p>"))
    }
  }

  /// The words of a page: tags stand for nothing, so that no space comes of them.
  private static func joined(_ html: String) -> String {
    var (text, isTag) = ("", false)
    for character in html {
      if character == "<" { isTag = true }
      if !isTag { text.append(character == "\u{A0}" || character == "\n" ? " " : character) }
      if character == ">" { isTag = false }
    }
    return text.replacing("&nbsp;", with: " ")
  }
}
