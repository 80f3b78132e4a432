import SaanText
import Testing

@testable import SaanData

@Suite struct ValueTests {
  private func read(_ values: [String], _ field: Field, missing: [String] = []) -> (
    values: [String?], report: String
  ) {
    let schema = TableSchema(
      fields: [Field("n", .integer), field], missingValues: missing)
    let lines = values.enumerated().map { "\($0.offset + 1),\"\($0.element)\"" }
    let text = (["n,\(field.name)"] + lines).joined(separator: "\n")
    let (table, report) = SaanDataTests.read(text, schema)
    return (column(field.name, of: table), report)
  }

  @Test func integersAreReadAsPeopleWriteThem() {
    let (values, report) = read(
      ["5915", " 6,486,679 ", "๗,๗๙๕", "-3", "0", "-", "n/a", "", "5.0"], Field("v", .integer),
      missing: ["-", "n/a"])
    #expect(report == "")
    #expect(values == ["5915", "6486679", "7795", "-3", "0", nil, nil, nil, "5"])
  }

  @Test func numbersKeepTheirDigits() {
    let (values, report) = read(
      ["20,412.35", "๒๐๔๑๒.๓๕", "1.50", "-0.25", "100", "1.5E3"], Field("v", .number))
    #expect(report == "")
    #expect(values == ["20412.35", "20412.35", "1.50", "-0.25", "100", "1500"])
  }

  @Test func datesOfBothErasAreRead() {
    let (values, report) = read(
      ["2011-10-03", "3 ตุลาคม 2554", "๓ ต.ค. ๒๕๕๔", "3 ต.ค. พ.ศ. 2554"], Field("v", .date))
    #expect(report == "")
    #expect(values == ["2011-10-03", "2011-10-03", "2011-10-03", "2011-10-03"])
    #expect(read(["2011", "พ.ศ. 2554"], Field("v", .year)).values == ["2011", "2011"])
    #expect(
      read(["2011-10", "ต.ค. 2554"], Field("v", .yearmonth)).values == ["2011-10", "2011-10"])
    #expect(
      read(
        ["2011", "2011-10", "2011-10-03", "ปีงบประมาณ 2565", "2011-10-01/2011-12-31"],
        Field("v", .period)
      ).values == ["2011", "2011-10", "2011-10-03", "2021-10/2022-09", "2011-10/2011-12"])
  }

  @Test func booleansHaveFewNames() {
    let (values, report) = read(["true", "FALSE", "1", "ไม่ใช่"], Field("v", .boolean))
    #expect(report == "")
    #expect(values == ["true", "false", "true", "false"])
  }

  @Test func aColumnOfTextKeepsWhatIsWrittenButForBlanksAround() {
    let (values, report) = read(
      [" น่าน ", "007", "1,000", "\u{A0}ก  ข\u{200B}", "\tค", "ง"], Field("v", .string))
    #expect(values == ["น่าน", "007", "1,000", "ก  ข", "ค", "ง"])
    #expect(report.contains("note[blanks-trimmed]: spaces around 'น่าน' are left out"))
  }

  /// Values with one mistake each, and the line and hint that tell it.
  static let mistakes: [(String, Field, String)] = [
    (
      "12ก", Field("v", .integer), "error[bad-number]: number '12ก'"
    ),
    ("2.5", Field("v", .integer), "error[bad-number]: '2.5' is not a whole number"),
    ("1,00", Field("v", .number), "error[bad-number]: number '1,00'"),
    ("maybe", Field("v", .boolean), "error[bad-boolean]: 'maybe' is neither true nor false"),
    ("2554-10-03", Field("v", .date), "error[wrong-era]: "),
    ("2554", Field("v", .year), "error[wrong-era]: "),
    ("54", Field("v", .year), "error[bad-date]: "),
    ("3/10/54", Field("v", .date), "error[bad-date]: "),
    ("2011-10", Field("v", .date), "error[bad-date]: '2011-10' is not a day such as"),
    ("2011", Field("v", .yearmonth), "error[bad-date]: '2011' is not a month such as"),
    ("2011-10", Field("v", .year), "error[bad-date]: '2011-10' is not a year such as"),
    ("2011-02-29", Field("v", .date), "error[bad-date]: "),
    (
      "-1", Field("v", .integer) { $0.constraints.minimum = "0" },
      "error[below-minimum]: -1 is below the minimum 0"
    ),
    (
      "100.01", Field("v", .number) { $0.constraints.maximum = "100" },
      "error[above-maximum]: 100.01 is above the maximum 100"
    ),
    (
      "1999-12-31", Field("v", .date) { $0.constraints.minimum = "2000" },
      "error[below-minimum]: 1999-12-31 is below the minimum 2000"
    ),
    (
      "น่าน", Field("v") { $0.constraints.minLength = 5 },
      "error[too-short]: 'น่าน' has 3 characters, at least 5 are needed"
    ),
    (
      "น่าน", Field("v") { $0.constraints.maxLength = 2 },
      "error[too-long]: 'น่าน' has 3 characters, at most 2 are allowed"
    ),
    (
      "activ", Field("v") { $0.constraints.allowed = ["active", "inactive"] },
      "error[not-allowed]: 'activ' is none of the allowed values"
    ),
    (
      "f1", Field("v") { $0.constraints.pattern = "f-[0-9]+" },
      "error[pattern-mismatch]: 'f1' does not have the form it must have: 'f-', then 1 or more digits"
    ),
    (
      "-", Field("v") { $0.constraints.required = true },
      "error[required-value]: 'v' must not be empty"
    ),
  ]

  @Test(arguments: mistakes)
  func everyMistakeIsTold(_ value: String, _ field: Field, _ line: String) {
    let report = read([value], field, missing: ["-"]).report
    #expect(report.hasPrefix(line))
    #expect(report.contains("\n  --> funds.csv › row 2 › v\n"))
  }

  @Test(arguments: [
    "f-[0-9]{7}", "[a-z0-9-]+", "[0-9]{2}", "a?b*c+", "[a-c]{2,4}x", "x{3,}", "a\\.b",
    "[A-Z_]{0,3}y?",
    "a*a*b", "[-x]+", "a{0,2}",
  ])
  func simplePatternsMatchAsRegularExpressionsDo(_ pattern: String) throws {
    let simple = try #require(BytePattern(pattern))
    let regex = try Regex(pattern)
    let alphabet = Array("abcxy-.0A_")
    var generator = LinearGenerator()
    for sample in ["f-0012345", "f-001234", "น่าน", "", "a.b", "axb", "ab-9"] {
      #expect(matches(simple, sample) == (try regex.wholeMatch(in: sample) != nil), "\(sample)")
    }
    for _ in 0..<2000 {
      let sample = String(
        (0..<Int.random(in: 0...6, using: &generator)).map { _ in
          alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
        })
      #expect(matches(simple, sample) == (try regex.wholeMatch(in: sample) != nil), "\(sample)")
    }
  }

  @Test(arguments: [
    "a|b", "(ab)+", "^a$", ".*", "\\d+", "[^a]", "[ก-ฮ]+", "a+?", "a**", "[a", "a{x}", "a{3,1}",
  ])
  func otherPatternsAreLeftToTheLibrary(_ pattern: String) { #expect(BytePattern(pattern) == nil) }

  /// Perl's expressions may try every way to part a value: that has an end.
  @Test func anExpressionThatTakesTooLongIsTold() {
    let hopeless = Field("v") { $0.constraints.pattern = "^([ก-๙]+ ?)+$" }
    let long = "สภาองค์กรชุมชนตำบลในเมืองและตำบลนอกเมือง"
    #expect(read([long, "ในเมือง นอกเมือง"], hopeless).report.isEmpty)
    let report = read([long + "1"], hopeless).report
    #expect(report.hasPrefix("error[slow-pattern]: it takes too long to find out whether"))
    #expect(report.contains("\n  --> funds.csv › row 2 › v\n"))
    let plain = Field("v") { $0.constraints.pattern = "(?:\\d{2}|[ก-ฮ])+" }
    #expect(read(["12ก34", "๑๒"], plain).report.isEmpty)
    #expect(read(["1"], plain).report.hasPrefix("error[pattern-mismatch]"))
  }

  private func matches(_ pattern: BytePattern, _ text: String) -> Bool {
    var text = text
    return text.withUTF8 { pattern.matches($0) }
  }

  @Test func hintsSayWhatToWrite() {
    #expect(
      read(["activ"], Field("v") { $0.constraints.allowed = ["active", "inactive"] }).report
        .contains("= hint: did you mean 'active'?"))
    #expect(
      read(["2554-10-03"], Field("v", .date)).report.contains("write 2011-10-03 or 3 ตุลาคม 2554"))
    #expect(
      read(["2011"], Field("v", .date)).report.contains(
        "give the field the type 'period' if days, months and years are mixed"))
  }

  @Test func aKindOfMistakeIsToldTenTimes() {
    let report = read((1...1000).map { "x\($0)" }, Field("v", .integer)).report
    #expect(report.components(separatedBy: "error[bad-number]").count == 11)
    #expect(report.contains("= note: and 990 more like it, the last in row 1001"))
    let thai = Wording.more(2, lastRow: 7)
    #expect(thai.th == "และอีก 2 รายการแบบเดียวกัน รายการสุดท้ายอยู่แถว 7")
  }
}

extension String {
  fileprivate func components(separatedBy separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }
}

/// The same numbers on every run.
private struct LinearGenerator: RandomNumberGenerator {
  private var state: UInt64 = 42

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 33
  }
}
