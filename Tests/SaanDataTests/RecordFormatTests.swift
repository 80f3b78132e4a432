import SaanText
import Testing

@testable import SaanData

@Suite struct RecordFormatTests {
  @Test(arguments: DataFormat.all.compactMap { format in format.example.map { (format.name, $0) } })
  func everyFormatReadsItsExample(_ name: String, _ example: String) {
    let (table, report) = read(example, path: "areas.\(name)")
    #expect(report == "")
    #expect(column("code", of: table) == ["10", "55"])
    #expect(column("name", of: table) == ["กรุงเทพมหานคร", "น่าน"])
  }

  @Test func jsonValuesKeepTheirText() {
    let (table, report) = read(
      #"""
      [
        {"a": 1.50, "b": true, "c": null, "d": "x\n\"y\" \u0e01\ud83d\ude00"},
        {"e": {"k": [1, "]"]}, "a": -2e3}
      ]
      """#, path: "x.json")
    #expect(report == "")
    #expect(column("a", of: table) == ["1.50", "-2e3"])
    #expect(column("b", of: table) == ["true", nil])
    #expect(column("c", of: table) == [nil, nil])
    #expect(column("d", of: table) == ["x\n\"y\" ก😀", nil])
    #expect(column("e", of: table) == [nil, #"{"k": [1, "]"]}"#])
    #expect(table?.rows.map(\.number) == [1, 2])
  }

  @Test func jsonMistakesHaveAPlace() {
    #expect(
      read("[\n  {\"a\": 1},\n  {\"a\" 2}\n]", path: "x.json").report == """
        error[bad-json]: not JSON: expected ':'
          --> x.json:3:8
        3 |   {"a" 2}
          |        ^
           = hint: write a number as 1234.5, without zeros in front; anything else in quotation marks

        """)
    for text in [
      "", "{}", "[1]", "[{", "[{\"a\"", "[{\"a\":", "[{\"a\":1", "[{\"a\":1}", "[{\"a\":1}] x",
      "[{\"a\":tru}]", "[{\"a\":01x}]", "[{\"a\":\"\\x\"}]", "[{\"a\":\"\\ud800\"}]",
      "[{\"a\":\"\n\"}]", "[{\"a\":[1}]", "[{\"a\":1,\"a\":2}]", "[{\"a\":\"", "[{\"a\":\"\\u",
    ] {
      #expect(read(text, path: "x.json").report.hasPrefix("error["), "\(text)")
    }
  }

  @Test(arguments: [
    ("[{\"a\": 1,}]", "delete the comma before it"), ("[{\"a\": 1},]", "delete the comma"),
    ("[{'a': 1}]", "straight double"), ("[{“a”: 1}]", "straight double"),
    ("[{a: 1}]", "put the name in quotation marks"), ("[{\"a\": 1, b: 2}]", "put the name in"),
    ("[{\"a\": ก}]", "put a text in quotation marks"), ("[{\"a\": None}]", "true, false and null"),
    ("[{\"a\": 012}]", "without zeros in front"),
    ("[{\"a\": 1 \"b\": 2}]", "write a comma between"),
    ("[{\"a\": 1} {\"a\": 2}]", "write a comma between"), ("[{\"a\": 1}", "ends too early"),
    ("[{\"a\": 1}, // x\n{}]", "JSON has none"), ("[{\"a\": 1, \"a\": 2}]", "another name"),
    ("[{\"a\": \"x\n\"}]", "on the same line"), ("[{\"a\": \"x}]", "on the same line"),
    ("", "the file is empty"), ("{}", "write a row as [{"),
  ])
  func jsonMistakesSayHowTheyAreMended(text: String, hint: String) {
    let report = read(text, path: "x.json").report
    #expect(
      report.contains(hint), "\(report)")
  }

  @Test func nestingIsBounded() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(
      read("[{\"a\": \(deep)", path: "x.json").report.contains(
        "error[too-deep]: values are nested deeper than 64 levels"))
    #expect(read(deep, path: "x.json").report.hasPrefix("error[not-records]"))
    #expect(read(deep, path: "x.yaml").report.hasPrefix("error[too-deep]"))
    let dashes = String(repeating: "- ", count: 100_000)
    #expect(read(dashes, path: "x.yaml").report.hasPrefix("error[too-deep]"))
    let level = String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
    #expect(read("- a: \(level)", path: "x.yaml").report.hasPrefix("error[yaml-too-large]"))
  }

  @Test func yamlValuesKeepTheirText() {
    let (table, report) = read(
      "- {a: 007, b: ~, c: [1, x], d: null}\n- a: พ.ศ. 2554\n  c: {k: \"v\\\"\"}\n", path: "x.yaml")
    #expect(report == "")
    #expect(column("a", of: table) == ["007", "พ.ศ. 2554"])
    #expect(column("b", of: table) == [nil, nil])
    #expect(column("c", of: table) == [#"[1,"x"]"#, #"{"k":"v\""}"#])
  }

  @Test func nestedValuesKeepTheirTypes() {
    let (table, report) = read(
      "- a: [1, -2.5, +3, 007, true, null, ~, 2022-10-26, \"4\", nan, .5, 1e3, x]\n", path: "x.yaml"
    )
    #expect(report == "")
    #expect(
      column("a", of: table) == [
        #"[1,-2.5,3,"007",true,null,null,"2022-10-26","4","nan",0.5,1e3,"x"]"#
      ])
  }

  @Test(arguments: [
    "[{\"v\": [1 true], \"w\": {\"a\":\"a\" 123}},{\"v\":[1,,2]}]", "[{\"v\": 012}]",
    "[{\"v\": 1.}]",
    "[{\"v\": [.5]}]", "[{\"v\": +1}]", "[{\"v\": {\"a\":1,\"a\":2}}]", "[{\"v\": NaN}]",
    "[{\"v\":1}",
  ])
  func whatIsNoJSONIsRefused(_ text: String) {
    let (table, report) = read(text, path: "x.json")
    #expect(table == nil)
    #expect(report.hasPrefix("error[bad-json]") && report.contains("--> x.json:1:"), "\(report)")
  }

  @Test func aliasesThatExplodeAreRefused() {
    var text = "- a: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<12 {
      let alias = [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "- a: &a\(level) [\(alias)]\n"
    }
    var limits = DataLimits()
    limits.maximumNodes = 10_000
    let report = read(text, path: "x.yaml", limits: limits).report
    #expect(
      report.hasPrefix("error[yaml-too-large]: the document has more than 10,000 values"))
    let asKey = text.replacing("- a: &a11", with: "- ? *a10\n  : x\n- a: &a11")
    #expect(read(asKey, path: "x.yaml").report.hasPrefix("error[alias-as-key]"))
  }

  @Test func yamlMistakesHaveAPlace() {
    #expect(
      read("- a: 1\n- b: [1, 2\n- c: 3\n", path: "x.yaml").report.contains("--> x.yaml:3:"))
    #expect(
      read("- {a: 1, a: 2}\n", path: "x.yaml").report == """
        error[duplicate-key]: the key 'a' is given twice
          --> x.yaml:1:4
        1 | - {a: 1, a: 2}
          |    ^
           = hint: keep one of the two

        """)
  }
}
