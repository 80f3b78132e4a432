import Glibc
import SaanText
import Testing

@Suite("Did you mean")
struct SpellingTests {
  @Test func slipsAreRecognised() {
    let fields = ["title", "summary", "date", "topics", "areas"]
    #expect(closestName(to: "titel", among: fields) == "title")
    #expect(closestName(to: "Title", among: fields) == "title")
    #expect(closestName(to: "sumary", among: fields) == "summary")
    #expect(closestName(to: "dates", among: fields) == "date")
    #expect(closestName(to: "colour", among: fields) == nil)
    #expect(closestName(to: "x", among: ["y"]) == nil)
    #expect(closestName(to: "", among: fields) == nil)
    #expect(closestName(to: "เชียงไหม่", among: ["เชียงราย", "เชียงใหม่"]) == "เชียงใหม่")
    #expect(didYouMean("titel", among: fields)?.en == "did you mean 'title'?")
  }

  @Test func tiesGoToTheFirstInOrder() {
    #expect(closestName(to: "bat", among: ["cat", "bar"]) == "bar")
  }
}

@Suite("Work on several tasks")
struct ConcurrentMapTests {
  private struct Failure: Error, Equatable { let index: Int }

  @Test(arguments: [0, 1, 2, 3, 8, 100])
  func resultsKeepTheirOrder(jobs: Int) async throws {
    for count in [0, 1, 2, 17, 1000] {
      let results = try await concurrentMap(Array(0..<count), jobs: jobs) { $0 * 2 }
      #expect(results == (0..<count).map { $0 * 2 })
    }
  }

  @Test func theFirstFailureInOrderIsTheOneThrown() async {
    for _ in 0..<20 {
      await #expect(throws: Failure(index: 300)) {
        _ = try await concurrentMap(Array(0..<1000), jobs: 4) { index in
          // The later failures come sooner.
          if index == 300 { usleep(2000) }
          if index == 300 || index > 500 { throw Failure(index: index) }
          return index
        }
      }
    }
  }
}

@Suite("HTML")
struct HTMLTests {
  @Test func isEscapedAsJinjaDoes() {
    #expect(
      HTML(escaping: "<a href=\"x\">R&D's</a>").markup
        == "&lt;a href=&#34;x&#34;&gt;R&amp;D&#39;s&lt;/a&gt;")
    #expect(HTML(escaping: "").markup == "")
    #expect(HTML(trusted: "<b>").markup == "<b>")
  }

  @Test func everyByteAtEveryPlaceIsEscapedAsOneByOne() {
    let entities: [Character: String] = [
      "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&#34;", "'": "&#39;",
    ]
    let padding = "ที่ a!#%(*=?;:/\u{7F}é"
    for scalar in (0..<256).compactMap(UnicodeScalar.init) {
      for length in 0..<40 {
        let text =
          String(padding.prefix(length % 17)) + String(repeating: "x", count: length)
          + String(scalar) + String(padding.suffix(length % 13))
        let expected = text.map { entities[$0] ?? String($0) }.joined()
        #expect(HTML(escaping: text).markup == expected)
      }
    }
  }

  @Test func textWithManySignsIsEscapedInFull() {
    let text = String(repeating: "<'&\">ก", count: 500)
    #expect(
      HTML(escaping: text).markup
        == String(repeating: "&lt;&#39;&amp;&#34;&gt;ก", count: 500))
  }
}

@Suite("Strings of JSON and entities")
struct EscapeTests {
  /// What each way of writing makes of what one of them spells out.
  static let all = "\"\\\n\r\t\u{8}\u{C}\u{1F}a\u{7F}<>&'\u{2028}\u{2029}\u{2030}é ก\u{10437}."

  @Test func eachSpellingEscapesWhatItsReadersNeed() {
    func json(_ spelling: JSONSpelling) -> String {
      var bytes: [UInt8] = []
      bytes.appendJSON(Self.all, as: spelling)
      return String(decoding: bytes, as: UTF8.self)
    }
    let short = #""\"\\\n\r\t"#
    let plain = "<>&'\u{2028}\u{2029}\u{2030}é ก\u{10437}.\""
    #expect(json(.plain) == short + #"\u0008\u000c\u001fa"# + "\u{7F}" + plain)
    #expect(
      json(.script) == short + #"\u0008\u000c\u001fa\u007f<>&'\u2028\u2029"#
        + "\u{2030}é ก\u{10437}.\"")
    #expect(json(.script) == jsonString(Self.all))
    #expect(
      json(.ascii) == short + #"\b\f\u001fa\u007f\u003c\u003e\u0026\u0027\u2028\u2029"#
        + #"\u2030\u00e9 \u0e01\ud801\udc37.""#)
  }

  @Test func commonMarkLeavesApostrophes() {
    func escaped(_ text: String, _ entities: HTMLEntities) -> String {
      var bytes: [UInt8] = []
      var text = text
      text.withUTF8 { bytes.appendEscaped($0, as: entities) }
      return String(decoding: bytes, as: UTF8.self)
    }
    for filler in ["", "ก", "a long text without a mark "] {
      let text = "'\(filler)<'\(filler)'&\(filler)\"\(filler)>'"
      #expect(
        escaped(text, .commonMark)
          == "'\(filler)&lt;'\(filler)'&amp;\(filler)&quot;\(filler)&gt;'")
      #expect(
        escaped(text, .jinja)
          == "&#39;\(filler)&lt;&#39;\(filler)&#39;&amp;\(filler)&#34;\(filler)&gt;&#39;")
    }
  }
}

@Suite("Source files")
struct SourceFileTests {
  @Test func aByteOrderMarkIsNoPartOfTheText() {
    let file = SourceFile(path: "a", bytes: [0xEF, 0xBB, 0xBF, 0x61])
    #expect(file.text == "a")
    #expect(file.span(0..<9).text == "a")
  }

  @Test func anOldAndANewVersionAreTwoFiles() {
    let old = SourceFile(path: "a", text: "one")
    #expect(old == SourceFile(path: "a", text: "one"))
    #expect(old != SourceFile(path: "a", text: "two"))
    #expect(old != SourceFile(path: "b", text: "one"))
    #expect(Set([old, SourceFile(path: "a", text: "two"), old]).count == 2)
  }

  @Test func positionsCountLinesAndLetters() {
    let file = SourceFile(path: "a", text: "หนึ่ง\nที่สอง x")
    let offset = Array("หนึ่ง\nที่สอง ".utf8).count
    let position = file.span(offset..<offset + 1).position
    #expect(position.line == 2)
    #expect(position.column == 6)
  }

  @Test func bytesThatAreNoTextAreShownAsSuch() {
    let file = SourceFile(path: "a", bytes: [0x61, 0xFF, 0x62])
    #expect(file.text == "a\u{FFFD}b")
    #expect(file.span(2..<3).position.column == 3)
  }
}
