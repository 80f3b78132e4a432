import SaanTemplate
import SaanText
import Testing

/// Calls in content, and data as JSON.
@Suite("Reading calls and JSON")
struct ReadingTests {
  @Test("a call of literals with its spans")
  func calls() throws {
    let file = SourceFile(
      path: "a.md", text: #"see {{ figure("funds.count", unit=false, n=-2, xs=[1, 'a']) }}"#)
    let range = 7..<(file.bytes.count - 3)
    let outcome = parseCall(file, range: range)
    #expect(outcome.diagnostics.isEmpty)
    let call = try #require(outcome.value)
    #expect(call.name == "figure")
    #expect(call.nameSpan.range == 7..<13)
    #expect(call.positional.map(\.description) == ["funds.count"])
    #expect(call.named.map(\.name) == ["unit", "n", "xs"])
    #expect(call["n"]?.integer == -2)
    #expect(call["xs"]?.description == "[1, 'a']")
  }

  @Test(
    "what is no literal is refused", arguments: ["f(x)", "f(1 + 2)", "f(", "f() g", "", "f(*[1])"])
  func refused(_ text: String) {
    let outcome = parseCall(SourceFile(path: "a.md", text: text), range: 0..<text.utf8.count)
    #expect(outcome.value == nil)
    #expect(outcome.diagnostics.hasErrors)
  }

  @Test("JSON keeps order, numbers and escapes")
  func json() {
    let value = Value(
      json: Array(#"{"b": [1, 2.5, -3e2, true, null], "a": "\u0e2a\n\"\ud83d\ude00"}"#.utf8))
    #expect(value?.description == #"{'b': [1, 2.5, -300.0, True, None], 'a': 'ส\n"😀'}"#)
  }

  @Test("mistakes in JSON have a place")
  func jsonMistakes() {
    let outcome = Value.reading(json: SourceFile(path: "d.json", text: "{\"a\": 1,\n  b}"))
    #expect(
      DiagnosticPrinter().text(outcome.diagnostics).hasPrefix(
        "error[template-data]: not JSON: expected a key in quotes\n  --> d.json:2:3\n"))
    for text in ["", "[1", "{\"a\" 1}", "01x", "[1] 2", String(repeating: "[", count: 9999)] {
      #expect(Value(json: Array(text.utf8)) == nil, "\(text.prefix(20))")
    }
  }
}
