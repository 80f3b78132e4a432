import TestSupport
import Testing

@testable import SaanText

/// What search makes of a text: the script of the theme has to make the same of it.
///
/// The golden holds both together: here it is what Swift makes of texts thrown by chance, and the
/// validator of search asks a browser what the script makes of them.
@Suite struct SearchTokenTests {
  /// Signs that mean something to search, and some that do not.
  private static let signs = [
    "ก", "น", "ร", "ฎ", "ฏ", "ฤ", "ๅ", "เ", "แ", "โ", "า", "ำ", "ะ", "ั", "ิ", "ี", "ุ", "ู", "ฺ",
    "็", "่",
    "้", "๊", "๋",
    "์", "ํ", "ๆ", "ฯ", "฿", "๐", "๕", "๙", "0", "7", ",", ".", " ", "\u{A0}", "\u{AD}", "\u{200B}",
    "\u{200D}", "\u{2060}", "\u{FEFF}", "a", "Z", "é", "É", "e\u{301}", "o\u{323}\u{302}", "Ǭ", "ß",
    "İ", "ñ", "Ω", "д", "Ж", "中", "日", "\"", "'", "’", "-", "–", "(", "\u{301}", "😀", "/", "\n",
  ]

  private static func text(_ chance: inout Chance) -> String {
    (0..<Int.random(in: 1...12, using: &chance)).map { _ in
      chance.one(of: signs)
    }.joined()
  }

  private static func shown(_ text: String) -> String {
    let tokens = SearchTokens(text)
    let parts = tokens.tokens.map { token in
      "\(token.position)\(token.isLetter ? "l" : "w")"
        + String(decoding: tokens.bytes[token.range], as: UTF8.self)
    }
    return
      "{\"text\": \(jsonString(text)), \"normalised\": \(jsonString(normalizedForSearch(text))), "
      + "\"folded\": \(jsonString(foldedForSearch(text))), "
      + "\"tokens\": [\(parts.map(jsonString).joined(separator: ", "))]}"
  }

  @Test func theScriptIsHeldToThese() throws {
    var chance = Chance(seed: 16)
    let count = Trials.count(sample: 1_500, full: 100_000)
    let lines = (0..<count).map { _ in Self.shown(Self.text(&chance)) }
    let json = "[\n" + lines.joined(separator: ",\n") + "\n]\n"
    try expectGolden(json, "Search/\(Trials.areFull ? "texts.full" : "texts").json")
  }

  @Test(arguments: [
    ("กองทุน 5,915", ["0lก", "1lอ", "2lง", "3lทุ", "4lน", "6w5915"]),
    ("น้ำ", ["0lน้ำ"]), ("ปี๒๕๖๕", ["0lปี", "2w2565"]), ("CODI’s fund", ["0wcodi", "2ws", "4wfund"]),
    ("41,42", ["0w41", "2w42"]), ("1,234,567", ["0w1234567"]), ("1,2345", ["0w1", "2w2345"]),
    ("ฤๅษี", ["0lฤ", "1lา", "2lษี"]), ("  (ก)", ["0lก"]), ("", []), ("่", ["0l่"]),
  ])
  func aTextIsPartedIntoLettersAndWords(text: String, expected: [String]) {
    let tokens = SearchTokens(text)
    #expect(
      tokens.tokens.map { token in
        "\(token.position)\(token.isLetter ? "l" : "w")"
          + String(decoding: tokens.bytes[token.range], as: UTF8.self)
      } == expected)
  }

  @Test func noPhraseReachesFromOneTextIntoTheNext() {
    var tokens = SearchTokens("สุรินทร์")
    tokens.add("ศีขรภูมิ")
    let positions = tokens.tokens.map(\.position)
    #expect(zip(positions, positions.dropFirst()).contains { $1 == $0 + 3 })
  }

  /// What many texts share: what stands between blanks of Thai, a sentence or a line of words.
  @Test(arguments: [
    ("กองทุน 5,915 คน", ["กองทุน", "5915", "คน"]), ("ปี๒๕๖๕", ["ปี", "2565"]),
    ("CODI’s fund, at 3.5 percent. It grows", ["codi’s fund", "at 3.5 percent", "it grows"]),
    ("one two\nthree", ["one two", "three"]), ("(ก/ข)", ["ก", "ข"]), ("", []),
  ])
  func aTextIsPartedIntoPieces(text: String, expected: [String]) {
    let tokens = SearchTokens(text)
    let pieces = tokens.pieces.map { piece in
      let (first, last) = (tokens.tokens[piece.lowerBound], tokens.tokens[piece.upperBound - 1])
      return String(
        decoding: tokens.bytes[first.range.lowerBound..<last.range.upperBound], as: UTF8.self)
    }
    #expect(pieces == expected)
  }

  /// A piece by itself has the terms that it has in its text, at the same distances.
  @Test func aPieceIsTheSameWhereverItStands() {
    var chance = Chance(seed: 61)
    for _ in 0..<Trials.count(sample: 1_500, full: 100_000) {
      let tokens = SearchTokens(Self.text(&chance))
      for piece in tokens.pieces {
        let (first, last) = (tokens.tokens[piece.lowerBound], tokens.tokens[piece.upperBound - 1])
        var own = SearchTokens()
        own.add(normalized: Array(tokens.bytes[first.range.lowerBound..<last.range.upperBound]))
        var (here, alone): ([String], [String]) = ([], [])
        tokens.forEachTerm(in: piece) { here.append("\($0.position - first.position)\($0.text)") }
        own.forEachTerm { alone.append("\($0.position)\($0.text)") }
        #expect(here == alone)
      }
    }
  }

  @Test func aTermIsALetterWithTheNextOrAWord() {
    var terms: [String] = []
    SearchTokens("กอง 22 ปี").forEachTerm { terms.append("\($0.position)\($0.text)") }
    #expect(terms == ["0กอ", "1อง", "2ง", "422", "6ปี"])
  }
}
