import SaanText
import Testing

/// What is marked in a text, and how much of it.
@Suite struct BorrowedTextTests {
  private static let malay = Language.Tag("ms")
  private static let forMalay = BorrowedTexts(
    [
      "Chiang Mai": .english, "Chiang": .english, "funds": .english, "m²": .english,
      "ไทย": .thai, "Dana": malay, "(x)": .english,
    ], for: malay)
  private static let forThai = BorrowedTexts(["Funds": .english, "SME": .english], for: .thai)

  private func marked(_ text: String, for texts: BorrowedTexts = Self.forMalay) -> String? {
    texts.markup(text)?.markup
  }

  @Test(arguments: [
    ("น่าน", "<span lang=\"th\">น่าน</span>"),
    ("Di น่าน (120)", "Di <span lang=\"th\">น่าน</span> (120)"),
    ("น่าน, แพร่", "<span lang=\"th\">น่าน</span>, <span lang=\"th\">แพร่</span>"),
    ("สภา องค์กร 5 แห่ง.", "<span lang=\"th\">สภา องค์กร</span> 5 <span lang=\"th\">แห่ง</span>."),
    ("<ก & ข>", "&lt;<span lang=\"th\">ก</span> &amp; <span lang=\"th\">ข</span>&gt;"),
    ("Chiang Mai", "<span lang=\"en\">Chiang Mai</span>"),
    ("Di Chiang Rai", "Di <span lang=\"en\">Chiang</span> Rai"),
    ("120 funds", "120 <span lang=\"en\">funds</span>"),
    ("5 m²", "5 <span lang=\"en\">m²</span>"),
    ("funds น่าน", "<span lang=\"en\">funds</span> <span lang=\"th\">น่าน</span>"),
  ])
  func aTextThatIsBorrowedIsMarked(_ text: String, _ expected: String) {
    #expect(marked(text) == expected)
  }

  @Test(arguments: ["", "5,915", "Dana", "refunds", "fundsa", "Chiangs", "Café", "฿ 5", "(x)", "–"])
  func whatIsTheReadersOwnIsNot(_ text: String) { #expect(marked(text) == nil) }

  @Test func thaiReadersAreNotToldOfThai() {
    #expect(marked("กองทุน Funds", for: Self.forThai) == "กองทุน <span lang=\"en\">Funds</span>")
    #expect(marked("สภาSMEไทย", for: Self.forThai) == "สภา<span lang=\"en\">SME</span>ไทย")
    #expect(marked("กองทุน", for: Self.forThai) == nil)
    #expect(marked("น่าน Funds", for: .none) == nil)
  }

  @Test func aWholeTextHasALanguageOfItsOwn() {
    #expect(Self.forMalay.language(of: "Chiang Mai") == .english)
    #expect(Self.forMalay.language(of: "แม่ ฮ่องสอน") == .thai)
    #expect(Self.forMalay.language(of: "Di น่าน") == nil)
    #expect(Self.forMalay.language(of: "") == nil)
  }

  @Test func aDrawingHasElementsOfItsOwn() {
    var bytes: [UInt8] = []
    Self.forMalay.append("ke น่าน", in: .tspan, into: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "ke <tspan lang=\"th\">น่าน</tspan>")
  }
}
