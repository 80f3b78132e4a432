import SaanText
import Testing

/// What a number promises: how people write it, what sums make of it, how it reads.
@Suite struct BoundTests {
  @Test(arguments: [
    ("กว่า 2,000", Bound.moreThan, "2,000"), ("มากกว่า 2000", .moreThan, "2000"),
    ("เกินกว่า๒,๐๐๐", .moreThan, "๒,๐๐๐"), ("ประมาณกว่า 10", .moreThan, "10"),
    ("2,000 กว่า", .moreThan, "2,000"), ("2,000 เศษ", .moreThan, "2,000"),
    (">2000", .moreThan, "2000"), ("More than 5", .moreThan, "5"), ("over 5", .moreThan, "5"),
    ("~2000", .about, "2000"), ("≈ 2000", .about, "2000"), ("ประมาณ 2,000", .about, "2,000"),
    ("ราว ๆ 20", .about, "20"), ("approx. 7", .about, "7"), ("ABOUT 7", .about, "7"),
    (">=2000", .atLeast, "2000"), ("≥\u{A0}2000", .atLeast, "2000"), ("2000+", .atLeast, "2000"),
    ("ไม่น้อยกว่า 3", .atLeast, "3"), ("อย่างน้อย 3", .atLeast, "3"), ("at least 3", .atLeast, "3"),
    ("500 ขึ้นไป", .atLeast, "500"), ("เกือบ 2", .nearly, "2"), ("nearly 2", .nearly, "2"),
    ("ไม่เกิน 10", .atMost, "10"), ("ไม่มากกว่า 10", .atMost, "10"), ("<= 10", .atMost, "10"),
    ("up to 10", .atMost, "10"), ("no more than 10", .atMost, "10"),
    ("ร่วม 500", .nearly, "500"), ("เฉียด 500", .nearly, "500"),
    ("300 (ประมาณ)", .about, "300"), ("(about) ๓๐๐", .about, "๓๐๐"),
    ("300 (กว่า)", .moreThan, "300"),
    ("ประมาณการ 300", .about, "300"), ("c. 200", .about, "200"), ("upto 20", .atMost, "20"),
  ])
  func qualifiersAroundANumberAreUnderstood(_ text: String, _ bound: Bound, _ rest: String) throws {
    let found = try #require(Bound.split(text))
    #expect(found.bound == bound)
    #expect(found.rest == rest)
  }

  @Test(arguments: ["2000", "น้อยกว่า 2,000", "<2000", "less than 5", "ห้า", "", "300 (คน)", "(300)"])
  func otherWordsAreNoQualifiers(_ text: String) { #expect(Bound.split(text) == nil) }

  @Test func theWordBeforeANumberInASentenceIsFound() {
    for (words, bound) in [
      ("มีประชาชนกว่า ", Bound.moreThan), ("ไม่น้อยกว่า", .atLeast), ("In all, about ", .about),
      ("ปีหนึ่งไม่เกิน ", .atMost), ("น้อยกว่า ", .atMost), ("ยังไม่ถึง ", .atMost),
      ("ยังไม่ครบ ", .atMost), ("not yet ", .atMost),
      ("a maximum of ", .atMost), ("a minimum of ", .atLeast), ("และกว่า ", .moreThan),
      ("for some ", .about), ("just under ", .atMost), ("well over ", .moreThan),
      ("มีสมาชิกร่วม ", .nearly), ("ใช้เงินเฉียด ", .nearly),
    ] { #expect(Bound.qualifier(endOf: words) == bound) }
    for words in [
      "งบประมาณ ", "ในคราว ", "moreover ", "roundabout ", "awesome ", "จำนวน ", "มีผู้เข้าร่วม ",
      "การมีส่วนร่วม ",
    ] {
      #expect(Bound.qualifier(endOf: words) == nil)
    }
  }

  @Test(arguments: [
    (" กว่าหลัง", Bound.moreThan, "หลัง"), ("เศษ", .moreThan, ""), ("+ คน", .atLeast, "คน"),
    (" คนขึ้นไป", .atLeast, "คน"), ("ขึ้นไป", .atLeast, ""), (" houses or more.", .atLeast, "houses"),
    (" คนเศษ", .moreThan, "คน"), (" or so", .about, ""),
  ])
  func theWordsBehindANumberAreUnderstood(_ text: String, _ bound: Bound, _ name: String) throws {
    let found = try #require(Bound.split(startOf: text))
    #expect(found.bound == bound)
    #expect(found.rest.hasPrefix(name) && (!name.isEmpty || found.rest.isEmpty))
  }

  @Test(arguments: [
    "", " หลัง", " กว่าจะเสร็จ", "+5", " houses or moreover", " ซึ่งปัดเศษเป็นจำนวนเต็ม", " คน แล้วขึ้นไป",
    ", more than",
  ])
  func otherWordsBehindANumberSayNothing(_ text: String) {
    #expect(Bound.split(startOf: text) == nil)
  }

  @Test func wordsInACellAreToldWithNumberBoundAndUnit() throws {
    for (text, number, bound, unit) in [
      ("๓๐๐ กว่าคน", 300, Bound.moreThan, "คน"), ("2 พันเศษ", 2_000, .moreThan, ""),
      ("ประมาณ 3 ล้านบาท", 3_000_000, .about, "บาท"), ("90 คนขึ้นไป", 90, .atLeast, "คน"),
    ] {
      let worded = try #require(WordedNumber(text))
      #expect(worded.number == ExactNumber(number))
      #expect(worded.bound == bound)
      #expect(worded.unit == unit)
    }
    #expect(WordedNumber("12 คน")?.bound == nil)
  }

  @Test func whatIsAboutIsMissedByWhatItsRoundingLeavesOut() {
    func isMissed(_ value: Int, _ bound: Bound, by counted: Int) -> Bool {
      BoundedNumber(ExactNumber(value), bound).isMissed(by: ExactNumber(counted))
    }
    #expect(isMissed(2_000, .about, by: 1_400))
    #expect(!isMissed(2_000, .about, by: 1_990))
    #expect(!isMissed(2_000, .nearly, by: 1_990))
    #expect(isMissed(120, .about, by: 97))
    #expect(isMissed(5, .moreThan, by: 5))
    #expect(!isMissed(5, .atMost, by: 3))
    #expect(!isMissed(5, .about, by: 6))
  }

  @Test func aSumPromisesWhatAllItsPartsDo() {
    #expect(Bound.sum(of: [.exact, .exact]) == .exact)
    #expect(Bound.sum(of: [.exact, .moreThan, .atLeast]) == .moreThan)
    #expect(Bound.sum(of: [.nearly, .exact, .atMost]) == .atMost)
    #expect(Bound.sum(of: [.about, .nearly]) == .about)
    #expect(Bound.sum(of: [.moreThan, .atMost]) == nil)
    #expect(Bound.sum(of: [.about, .moreThan]) == nil)
    #expect(Bound.sum(of: [.atMost, .exact, .atLeast]) == nil)
    #expect(
      Bound.allCases.map(\.withMissingParts) == [
        .atLeast, .about, .moreThan, .atLeast, nil, nil,
      ])
  }

  @Test func onlyWhatIsSureHasAnOrder() {
    func number(_ value: Int, _ bound: Bound = .exact) -> BoundedNumber {
      BoundedNumber(ExactNumber(value), bound)
    }
    #expect(number(1_000).hasOrder(with: number(2_000, .moreThan)))
    #expect(!number(2_500).hasOrder(with: number(2_000, .moreThan)))
    #expect(!number(5, .moreThan).hasOrder(with: number(9, .atLeast)))
    #expect(number(5, .atMost).hasOrder(with: number(9, .atLeast)))
    #expect(number(5, .about).hasOrder(with: number(5)))
    #expect(number(242_674).contradicts(number(242_000)))
    #expect(!number(242_674).contradicts(number(240_000, .moreThan)))
    #expect(number(240_000).contradicts(number(240_000, .moreThan)))
    #expect(number(9).contradicts(number(5, .atMost)))
    #expect(!number(9).contradicts(number(5, .about)))
  }

  @Test func everyBoundHasItsWordsInBothLanguages() {
    let (thai, english) = (Prose(.thai, bindsNumbers: false), Prose(.english, bindsNumbers: false))
    #expect(
      Bound.allCases.map { thai.hedged("5", $0) }
        == ["5", "ประมาณ 5", "กว่า 5", "อย่างน้อย 5", "เกือบ 5", "ไม่เกิน 5"])
    #expect(
      Bound.allCases.map { english.hedged("5", $0) }
        == ["5", "about 5", "more than 5", "at least 5", "nearly 5", "at most 5"])
    #expect(
      Bound.allCases.map { english.hedged("5", $0, of: .parts) }.prefix(3)
        == ["at least 5", "at least about 5", "more than 5"])
    #expect(thai.hedged("5", .about, of: .parts) == "อย่างน้อยประมาณ 5")
  }

  @Test func aRegisterThatMayLackRowsSaysSoAroundItsNumber() {
    let (thai, english) = (Prose(.thai, bindsNumbers: false), Prose(.english, bindsNumbers: false))
    #expect(
      Extent.allCases.map { thai.hedged("5", .exact, of: $0) } == [
        "5", "อย่างน้อย 5", "บันทึกไว้แล้วอย่างน้อย 5", "5 จากที่บันทึกไว้แล้ว",
        "5 จากที่มีข้อมูล",
      ])
    #expect(
      Extent.allCases.map { english.hedged("5", .exact, of: $0) } == [
        "5", "at least 5", "at least 5 recorded so far", "5 among those recorded so far",
        "5 among those with data",
      ])
    // What goes before a number alone.
    #expect(
      Extent.allCases.map { LanguageWords.english.qualifier(.exact, of: $0) } == [
        nil, "at least", "recorded so far: at least", "among those recorded so far:",
        "among those with data:",
      ])
    #expect(
      Extent.allCases.map { LanguageWords.thai.qualifier(.exact, of: $0) } == [
        nil, "อย่างน้อย", "บันทึกไว้แล้วอย่างน้อย", "จากที่บันทึกไว้แล้ว:",
        "จากที่มีข้อมูล:",
      ])
    #expect(
      Extent.allCases.map { Bound.exact.told(of: $0) }
        == [.exact, .atLeast, .atLeast, .about, .about])
  }

  @Test func theTotalOfAWholeStandsApartFromTheWordBeforeIt() {
    let prose = Prose(.thai, bindsNumbers: false)
    #expect(prose.whole("242,674 ครัวเรือน", parts: ["ก 1"]) == "รวม 242,674 ครัวเรือน แบ่งเป็น ก 1")
  }
}
