import SaanText
import Testing

@Suite("Numbers")
struct NumberTests {
  private func number(_ text: String) throws -> ExactNumber { try ExactNumber.read(text).get() }

  @Test(arguments: [
    ("20,412.35", "20412.35"), ("๒๓,๔๐๓", "23403"), ("-3", "-3"), ("\u{2212}3.5", "-3.5"),
    ("1,234,567", "1234567"), (" 12 ", "12"), ("007", "7"), (".5", "0.5"), ("0.10", "0.10"),
    ("9223372036854775807", "9223372036854775807"),
  ])
  func areRead(text: String, plain: String) throws {
    #expect(try number(text).plain == plain)
  }

  @Test(arguments: [
    ("1,2", NumberMistake.grouping), ("12,34", .grouping), ("1234,567", .grouping),
    (",123", .grouping), ("1,234,", .grouping), ("1.5,000", .grouping), ("1.2.3", .secondPoint),
    ("", .empty), ("-", .empty), ("about 5", .unreadable("a")), ("5 คน", .unreadable("ค")),
    ("5 6", .unreadable(" ")), ("20.", .unreadable(".")), ("5%", .unreadable("%")),
    ("99999999999999999999", .tooLong), ("1e5", .unreadable("e")),
  ])
  func areRefused(text: String, mistake: NumberMistake) {
    #expect(ExactNumber.read(text) == .failure(mistake))
  }

  @Test func compareExactly() throws {
    #expect(try number("1.50") == number("1.5"))
    #expect(try number("1.50").hashValue == number("1.5").hashValue)
    #expect(try number("0.30") > number("0.299999999999999999"))
    #expect(try number("-2") < number("-1.99"))
    #expect(try number("9223372036854775807") > number("0.000000000000000001"))
  }

  @Test func addWithoutNoise() throws {
    #expect(try number("0.1").adding(number("0.20")) == number("0.3"))
    #expect(try number("2807.15").adding(number("155.71"))?.plain == "2962.86")
    #expect(try number("9223372036854775807").adding(number("1")) == nil)
    #expect(try number("9223372036854775807").adding(number("0.1")) == nil)
    #expect(try number("1").subtracting(number("3.5"))?.plain == "-2.5")
    #expect(ExactNumber(mantissa: .min, scale: 0)?.negated == nil)
  }

  @Test func comeFromDoublesAsTheyArePrinted() {
    #expect(ExactNumber(20412.35)?.plain == "20412.35")
    #expect(ExactNumber(0.1)?.plain == "0.1")
    #expect(ExactNumber(-3.0)?.plain == "-3")
    #expect(ExactNumber(1e-7)?.plain == "0.0000001")
    #expect(ExactNumber(1.5e17)?.plain == "150000000000000000")
    #expect(ExactNumber(Double.nan) == nil)
    #expect(ExactNumber(1e300) == nil)
    #expect(ExactNumber(20412.35)?.double == 20412.35)
    #expect(ExactNumber(5.0)?.int == 5)
    #expect(ExactNumber(5.5)?.int == nil)
  }

  @Test func roundHalfAwayFromZero() throws {
    #expect(try number("2.345").rounded(toScale: 2).plain == "2.35")
    #expect(try number("-2.345").rounded(toScale: 2).plain == "-2.35")
    #expect(try number("2.344").rounded(toScale: 2).plain == "2.34")
    #expect(try number("0.5").rounded(toScale: 0).plain == "1")
    #expect(try number("1").percent(of: number("3"))?.plain == "33.3")
    #expect(try number("-1").percent(of: number("8"), decimals: 0)?.plain == "-13")
    #expect(try number("108848").percent(of: number("127920"))?.plain == "85.1")
    #expect(try number("5").percent(of: .zero) == nil)
  }

  @Test func areWrittenInStyles() throws {
    let value = try number("20412.350")
    #expect(value.text() == "20,412.350")
    #expect(value.text(.fixed(1)) == "20,412.4")
    #expect(value.text(.fixed(4)) == "20,412.3500")
    #expect(value.text(.upTo(3)) == "20,412.35")
    #expect(value.text(NumberStyle(maximumFraction: 1, digits: .thai)) == "๒๐,๔๑๒.๔")
    #expect(try number("-1234").text() == "\u{2212}1,234")
    #expect(try number("-1234").plain == "-1234")
    #expect(try number("0.05").text(.fixed(2)) == "0.05")
    #expect(try number("-0.001").text(.fixed(1)) == "0.0")
  }

  @Test(arguments: [
    ("20412350000", "20,412.35 ล้านบาท", "THB 20,412.35 million"),
    ("2399946472", "2,399.95 ล้านบาท", "THB 2,399.95 million"),
    ("1000000", "1 ล้านบาท", "THB 1 million"), ("999999", "999,999 บาท", "THB 999,999"),
    ("38500", "38,500 บาท", "THB 38,500"), ("1250.5", "1,250.50 บาท", "THB 1,250.50"),
  ])
  func money(baht: String, thai: String, english: String) throws {
    #expect(try number(baht).moneyText(in: .thai) == thai)
    #expect(try number(baht).moneyText(in: .english) == english)
  }

  @Test(arguments: [
    ("20000", "2 หมื่น", "20k"), ("250000", "2.5 แสน", "250k"), ("6486679", "6.5 ล้าน", "6.5m"),
    ("20000000", "20 ล้าน", "20m"), ("2399946472", "2.4 พันล้าน", "2.4bn"),
    ("20000000000", "2 หมื่นล้าน", "20bn"), ("1200000000000", "1.2 ล้านล้าน", "1.2tn"),
    ("999950", "1 ล้าน", "1m"), ("99960", "1 แสน", "100k"), ("850", "850", "850"), ("0", "0", "0"),
    ("-20000", "\u{2212}2 หมื่น", "\u{2212}20k"),
  ])
  func ticks(value: String, thai: String, english: String) throws {
    #expect(try number(value).compactText(in: .thai) == thai)
    #expect(try number(value).compactText(in: .english) == english)
  }

  @Test func words() throws {
    #expect(
      try number("20412350000").compactText(in: .english, width: .long, decimals: 2)
        == "20.41 billion")
    let ordinals = [1, 2, 3, 4, 11, 12, 13, 21, 102, 111].map { ordinalText($0, in: .english) }
    #expect(
      ordinals
        == ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "102nd", "111th"])
    #expect(ordinalText(3, in: .thai) == "ที่ 3")
    #expect(thaiDigits("3 ตุลาคม 2554") == "๓ ตุลาคม ๒๕๕๔")
    #expect(asciiDigits("๓ ตุลาคม ๒๕๕๔") == "3 ตุลาคม 2554")
  }
}
