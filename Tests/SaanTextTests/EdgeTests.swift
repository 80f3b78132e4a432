import SaanText
import Testing

/// The last value on this side of a limit and the first on the other.
@Suite struct EdgeTests {
  @Test(arguments: [
    ("1 ม.ค. 2400", false), ("1 ม.ค. 2484", true), ("1 ม.ค. 2483", false), ("1 ม.ค. 2700", true),
    ("1 ม.ค. 2701", false), ("1800-01-01", true), ("1799-12-31", false), ("2100-12-31", true),
    ("2101-01-01", false),
  ])
  func yearsBelongToAnEra(text: String, isDate: Bool) {
    #expect(((try? CalendarDate.read(text).get()) != nil) == isDate)
  }

  @Test(arguments: [
    ("2024-09-30", 2024), ("2024-10-01", 2025), ("2024-12-31", 2025), ("2025-01-01", 2025),
  ])
  func theFiscalYearTurnsInOctober(date: String, year: Int) throws {
    let date = try #require(CalendarDate(iso: date))
    #expect(FiscalYear(containing: date)?.endYear == year)
  }

  @Test(arguments: [
    ("999999", "999,999 บาท", "THB 999,999"), ("1000000", "1 ล้านบาท", "THB 1 million"),
    ("999999.5", "999,999.50 บาท", "THB 999,999.50"),
    ("1234567", "1.23 ล้านบาท", "THB 1.23 million"),
    ("999999.99", "999,999.99 บาท", "THB 999,999.99"),
    ("999999.999", "1 ล้านบาท", "THB 1 million"),
  ])
  func moneyIsShortFromAMillionOn(number: String, thai: String, english: String) throws {
    let number = try #require(ExactNumber(number))
    func plain(_ text: String) -> String {
      String(text.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 })
    }
    #expect(plain(number.moneyText(in: .thai)) == thai)
    #expect(plain(number.moneyText(in: .english)) == english)
  }

  @Test(arguments: [
    ("1,234", true), ("12,345,678", true), ("1,2345", false), ("1,2345,678", false),
    ("1,23", false), ("1234,567", false),
    ("1,234.5", true), ("1.5,000", false), (",123", false), ("1,,234", false),
    ("999999999999999999", true), ("9999999999999999999999", false),
  ])
  func commasPartGroupsOfThree(text: String, isNumber: Bool) {
    #expect((ExactNumber(text) != nil) == isNumber)
  }

  @Test(arguments: [
    ("titel", "title"), ("ttl", nil), ("summery", "summary"), ("sumary", "summary"),
    ("smmry", nil), ("smry", nil), ("x", nil),
  ])
  func wordsAreAlikeWhenAThirdAtMostDiffers(word: String, name: String?) {
    #expect(closestName(to: word, among: ["title", "summary", "date"]) == name)
  }

  @Test(arguments: [
    ("twelve chars", 12, "twelve chars"), ("twelve chars", 11, "twelve cha…"),
    ("twelvee chars", 11, "twelvee…"),
    ("ab cdefghijkl", 10, "ab cdefgh…"), ("abcdefg ijklm", 10, "abcdefg…"),
    ("abcdefghi klm", 10, "abcdefghi…"), ("", 5, ""), ("กำแพง", 3, "กำ…"),
  ])
  func aTextIsShortenedAtASpaceNearItsEnd(text: String, limit: Int, short: String) {
    #expect(truncated(text, to: limit) == short)
  }

  @Test func ranksAreOfThoseAboveAndBelow() {
    let prose = Prose(.english, bindsNumbers: false)
    func rank(_ place: Int, _ count: Int, _ level: Int = 0) -> String {
      prose.rank(place, of: count, level: level, prose.noun(.province))
    }
    #expect(rank(1, 3) == "the highest of the 3 provinces with data")
    #expect(rank(2, 3) == "2nd highest of the 3 provinces with data")
    #expect(rank(3, 3) == "the lowest of the 3 provinces with data")
    #expect(rank(2, 3, 1) == "the lowest of the 3 provinces with data, level with 1 other")
    #expect(rank(1, 4, 2) == "the highest of the 4 provinces with data, level with 2 others")
    #expect(rank(11, 13) == "11th highest of the 13 provinces with data")
  }

  @Test func oneIsOneAndAllElseMany() {
    let funds = CountedNoun(one: "fund", other: "funds")
    #expect(funds.text(for: ExactNumber(1)) == "fund")
    #expect(ExactNumber("1.0").map(funds.text) == "fund")
    for many in ["0", "2", "1.5", "-1", "21"] {
      #expect(ExactNumber(many).map(funds.text) == "funds")
    }
  }
}
