import SaanText
import Testing

/// What is JSON and what is not, after the cases of JSONTestSuite.
@Suite struct JSONScannerTests {
  private func mistake(_ text: String) -> JSONScanner.Mistake? { mistake(Array(text.utf8)) }

  private func mistake(_ bytes: [UInt8]) -> JSONScanner.Mistake? {
    var scanner = JSONScanner(bytes)
    do throws(JSONScanner.Mistake) {
      _ = try scanner.skipValue(depth: 64)
      try scanner.expectEnd()
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    "[]", "{}", "[1]", " [ 1 , 2 ] ", "0", "-0", "1.5e+10", "1E-2", "-12.340", "\"\"",
    "\"ก\\u0E01\"",
    #""\ud83d\ude00""#, #"{"a":{"b":[true,false,null]}}"#, "\u{FEFF}[1]", "\"\u{7F}\"", "123e45",
    #"["\"\\\/\b\f\n\r\t"]"#, "[[[[]]]]", "{\"a\":1,\"b\":1}", "\t\r\n 1",
  ])
  func isJSON(_ text: String) { #expect(mistake(text) == nil) }

  @Test(arguments: [
    "", " ", "[1 true]", "{\"a\":\"a\" 123}", "[1,,2]", "[1,]", "[,1]", "{\"a\":1,}", "{,}", "012",
    "-012", "1.", ".5", "-.5", "+1", "1e", "1e+", "1.e3", "-", "--1", "0x1", "1_000", "NaN",
    "Infinity",
    "-Infinity", "nan", "truth", "True", "nul", "'a'", "{a:1}", "{'a':1}", "{1:1}", "[1",
    "{\"a\":1",
    "{\"a\"}", "{\"a\":}", "{\"a\" 1}", "\"", "\"\n\"", "\"\t\"", "\"\u{0}\"", #""\x""#, #""\u12""#,
    #""\u12G4""#, #""\ud800""#, #""\ud800\n""#, #""\udc00""#, #""\ud800\ud800""#, "[] []", "1 2",
    "[1]x", "// 1\n1", "[1/*x*/]", "{\"a\":1,\"a\":2}", "[\"a\"\"b\"]", "1٠", "[1}", "{\"a\":1]",
    "]",
    "[\u{A0}1]", "\u{FEFF}\u{FEFF}1", "truefalse", "[-]", "1ก",
  ])
  func isNoJSON(_ text: String) { #expect(mistake(text) != nil, "\(text)") }

  @Test func aMistakeHasItsPlace() {
    #expect(mistake("[1 true]")?.offset == 3)
    #expect(mistake("{\"a\":\"a\" 123}")?.offset == 9)
    #expect(mistake("[1, 012]")?.offset == 4)
    #expect(mistake("{\"a\":1,\"a\":2}")?.offset == 7)
    #expect(mistake("[\"x")?.offset == 1)
    #expect(mistake("[1")?.expected.en == "',' or ']'")
  }

  @Test func depthIsBounded() {
    #expect(mistake(String(repeating: "[", count: 100_000))?.isTooDeep == true)
    #expect(mistake(String(repeating: "{\"a\":", count: 100_000))?.isTooDeep == true)
  }

  @Test func numbersOutOfRangeAreNone() {
    #expect(JSONScanner.double("1e308") == 1e308)
    #expect(JSONScanner.double("0e-400") == 0)
    for text in ["1e400", "-1e400", "1e-400", "-0.001e-400"] {
      #expect(JSONScanner.double(text) == nil, "\(text)")
    }
  }
}
