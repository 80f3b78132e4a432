import Foundation
import SaanModel
import SaanPublish
import SaanSite
import SaanText
import Testing

/// Values that are more, or less, than a number: no page of a whole site shows the bare number.
@Suite struct BoundPageTests {
  private static func change(
    _ tree: inout SourceTree, _ path: String, _ old: String, _ new: String
  ) throws {
    let text = try #require(tree.files[path]?.text)
    try #require(text.contains(old))
    tree.add(path, Array(text.replacingOccurrences(of: old, with: new).utf8))
  }

  private static let building = Task {
    var tree = Specimen.tree
    let (table, descriptor) = ("content/data/observations.csv", "content/data/datapackage.yaml")
    try change(
      &tree,
      descriptor, "{name: recorded, type: period}, {name: areas}]",
      "{name: recorded, type: period}, {name: areas}, {name: bound}]")
    try change(&tree, table, "\n", ",\n")
    try change(&tree, table, ",recorded,areas,\n", ",recorded,areas,bound\n")
    try change(&tree, table, "20500,,,E,almanac", "\"กว่า 20,500\",,,A,almanac")
    // Both are gardeners, so that they can be added up.
    try change(&tree, table, "คนช่วยสวน,Helpers in gardens,คน,people,,,,,", ",,,,,,,,at_most")
    try change(
      &tree,
      table, "gardens.village,TH,2022-10-26,stated,800",
      "gardens.village,TH,2022-10-26,stated,700")
    for (language, title) in [("th", "ส่วนย่อย"), ("en", "Parts")] {
      tree.add(
        "content/about/parts.\(language).md",
        Array(
          "---\ntitle: \(title)\n---\n{{ chart(kind=\"stacked-bar\", figures=[\"gardens.town\", \"gardens.village\"], title=\"\(title)\") }}\n\n{{ figure(\"gardens.members\", area=\"81\", unit=false) }}\n\n{{ place_rank() }}\n"
            .utf8))
    }
    tree.add(
      "themes/commons/shortcodes/place_rank.html",
      Array(
        """
        {% for a in site.provinces if a.slug == "don-sommut" %}{% for f in a.figures if f.id == \
        "gardens.members" %}<p>{{ f.rank }} of {{ f.rank_of }}</p>{% endfor %}{% endfor %}
        """.utf8))
    let result = try await build(tree, Specimen.options, into: MemorySink())
    #expect(Set(result.diagnostics.all.map(\.code)) == ["parts-differ", "unannounced-change"])
    return (result.report ?? [:]).mapValues { String(decoding: $0, as: UTF8.self) }
  }

  private static var outputs: [String: String] { get async throws { try await building.value } }

  /// What readers see of a page, with one space between words.
  private static func words(_ html: String) -> String {
    var text = ""
    var isTag = false
    for character in html {
      if character == "<" { isTag = true }
      text.append(isTag || character == "\u{A0}" ? " " : character)
      if character == ">" { isTag = false }
    }
    return text.replacingOccurrences(of: "&nbsp;", with: " ")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test(arguments: [
    ("20,500", ["กว่า", "ore than", "&gt;"]), ("9,000", ["ไม่เกิน", "t most", "≤"]),
  ])
  func noPageShowsTheBareNumber(_ number: String, _ words: [String]) async throws {
    var count = 0
    for (path, page) in try await Self.outputs
    where path.hasSuffix(".html") && !path.contains("changes/") {
      let text = Self.words(page)
      var rest = Substring(text)
      while let found = rest.firstRange(of: number) {
        let before = text[..<found.lowerBound]
        if before.last?.isNumber != true {
          count += 1
          #expect(
            words.contains { before.hasSuffix($0) || before.hasSuffix($0 + " ") },
            "\(path): …\(before.suffix(60))\(number)")
        }
        rest = rest[found.upperBound...]
      }
    }
    #expect(count > 1)
  }

  @Test func theDescriptionOfAPageAndTheNamesOfAMapSayItToo() async throws {
    let outputs = try await Self.outputs
    for (path, text) in [
      ("th/provinces/index.html", "<title>ดอนสมมุติ: กว่า 20,500 คน</title>"),
      ("en/provinces/index.html", "<title>Don Sommut: more than 20,500 people</title>"),
    ] {
      let page = try #require(outputs[path]).replacingOccurrences(of: "&nbsp;", with: " ")
      #expect(page.contains(text), "\(path)")
    }
  }

  @Test func moreThanAndAtMostAreNotAddedTogether() async throws {
    let outputs = try await Self.outputs
    #expect(!outputs.values.contains { $0.contains("29,500") })
    for (path, texts) in [
      ("th/regions/up/index.html", ["กว่า 20,500", "ไม่เกิน 9,000 คน", "ไม่นำมารวม"]),
      (
        "en/regions/up/index.html",
        ["more than 20,500", "at most 9,000 people", "not added"]
      ),
    ] {
      let page = Self.words(try #require(outputs[path]))
      for text in texts { #expect(page.contains(text), "\(path): \(text)") }
    }
  }

  @Test func filesForMachinesHaveTheBoundBesideTheValue() async throws {
    let outputs = try await Self.outputs
    let csv = try #require(outputs["figures/gardens-members.csv"])
    #expect(csv.hasPrefix("indicator,area,areas,area_name,as_of,as_of_basis,value,bound,unit,"))
    #expect(csv.contains(",20500,more_than,"))
    #expect(csv.contains(",9000,at_most,"))
    #expect(csv.contains(",1,exact,"))
    let json = try #require(outputs["figures/gardens-members.json"])
    #expect(json.contains("\"bound\": \"more_than\""))
    #expect(try #require(outputs["provinces/don-sommut/data.csv"]).contains(",20500,more_than,"))
    #expect(try #require(outputs["data/observations.csv"]).contains(",more_than"))
    let manifest = try #require(outputs["data/observations-manifest.json"])
    #expect(manifest.contains("\"bound\": \"at_most\""))
  }

  @Test func whatIsSurelyMoreThanTheMostOfAnotherIsRanked() async throws {
    let page = try #require(try await Self.outputs["en/about/parts/index.html"])
    #expect(page.contains("<p>1 of 2</p>"), "\(page)")
  }

  @Test func aChartOfPartsTellsTheTotalThatTheSourceGives() async throws {
    let outputs = try await Self.outputs
    let thai = try #require(outputs["th/about/parts/index.html"])
    #expect(
      thai.contains("ยอดรวมที่แหล่งข้อมูลให้ไว้คือ 1,250 แห่ง ส่วนย่อยรวมกันขาดจากยอดนี้ไป 100 แห่ง"))
    #expect(thai.contains(">ยอดรวมที่แหล่งข้อมูลให้ไว้</text>"))
    #expect(thai.contains("รวม 1,150 แห่ง"))
    let english = try #require(outputs["en/about/parts/index.html"])
    #expect(
      english.contains(
        "the source’s own total is 1,250 gardens; the parts fall short of it by 100 gardens"))
  }

  @Test func everyThaiWordAndNumberStandApart() async throws {
    let glued = try Regex(
      #"[\u{0E01}-\u{0E4E}][0-9]{1,3}(,[0-9]{3})+|[0-9],[0-9]{3}[\u{0E01}-\u{0E2E}]"#)
    for (path, page) in try await Self.outputs
    where path.hasPrefix("th/") && path.hasSuffix(".html") {
      let words = Self.words(page)
      if let match = words.firstMatch(of: glued) {
        Issue.record("\(path): \(words[match.range])")
      }
    }
  }
}
