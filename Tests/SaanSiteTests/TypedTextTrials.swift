import SaanSite
import SaanText
import TestSupport
import Testing

/// Texts as Thai writers type them, in every place: none leaves a mark on a page or in a feed that
/// is neither text nor told.
@Suite struct TypedTextTrials {
  /// Where a text is put.
  private enum Spot: CaseIterable { case title, summary, body, cell, caption, alt, cellOfData }

  private struct Typed {
    let name: String
    let spot: Spot
    let text: String
  }

  @Test func noneLeavesAMarkThatIsNeitherTextNorTold() async throws {
    var chance = Chance(seed: Trials.seed)
    for round in 0..<Trials.count(sample: 2, full: 10) {
      var typed: [Typed] = []
      var files = ["content/data/sources.csv": "id,title,producer\nnew,ก,ก\nold,ข,ข\n"]
      for number in 0..<200 {
        let spot = chance.one(of: Spot.allCases)
        let item = Typed(name: "n\(number)", spot: spot, text: chance.text())
        typed.append(item)
        if spot == .cellOfData {
          let cell = item.text.filter { $0 != "\n" }.replacing("\"", with: "\"\"")
          files["content/data/sources.csv", default: ""] += "\(item.name),\"\(cell)\",ก\n"
        } else {
          files["content/news/\(item.name).th.md"] = article(item)
        }
      }
      files["content/news/a.svg"] =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>"
      try await expectNothingIsLeft(of: typed, files: files, round: round)
    }
  }

  private func article(_ item: Typed) -> String {
    let line = item.text.filter { $0 != "\n" }
    // YAML's quotes keep every character; its escapes are for line breaks and quotation marks.
    let quoted = "\"\(line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    let title = item.spot == .title ? quoted : "ชื่อ"
    let summary = item.spot == .summary ? quoted : "สรุป"
    let body =
      switch item.spot {
      case .body: item.text
      case .cell: "| ก | ข |\n|---|---|\n| \(line.replacing("|", with: "")) | ค |"
      case .caption: "![ภาพ](a.svg '\(line.replacing("'", with: ""))')"
      case .alt: "![\(line.filter { !"[]\\".contains($0) })](a.svg)"
      default: "เนื้อความ"
      }
    return "---\ntitle: \(title)\nsummary: \(summary)\ndate: 2022-10-26\n---\n\(body)\n"
  }

  private func expectNothingIsLeft(
    of typed: [Typed], files: [String: String], round: Int
  ) async throws {
    let site = TestSite.withData.with(files)
    let checked = try await inspect(site.tree, site.options()).diagnostics
    let told = Dictionary(grouping: checked.all) { diagnostic in
      if case .cell(_, _, let row, _)? = diagnostic.place { return "row \(row)" }
      return diagnostic.place?.path ?? ""
    }
    // What has errors is not published: the rest is.
    let wrong = Set(checked.all.filter { $0.severity == .error }.compactMap { $0.place?.path })
    let sound = site.without(wrong)
    let outputs = try await sound.build().outputs
    #expect(!outputs.isEmpty, "round \(round)")
    // Excel wants a byte-order mark; other formats are no text.
    let texts = outputs.filter { path, _ in !["sqlite", "zip"].contains { path.hasSuffix($0) } }
    for (path, text) in texts where text.unicodeScalars.dropFirst().contains(where: isUnseen) {
      Issue.record("\(path) holds what cannot be seen (round \(round))")
    }
    let pages = typed.filter { $0.spot != .cellOfData }
    for item in pages where told["content/news/\(item.name).th.md"] == nil {
      let page = outputs["th/news/\(item.name)/index.html"] ?? ""
      #expect(!page.isEmpty, "\(item)")
      let mark = (item.spot == .body ? marks + ["•", "##"] : marks).first { page.contains($0) }
      #expect(mark == nil, "\(item) leaves \(mark ?? "")")
    }
    for (index, item) in typed.filter({ $0.spot == .cellOfData }).enumerated() {
      let mark = marksInData.first { item.text.contains($0) }
      #expect(mark == nil || told["row \(index + 4)"] != nil, "\(item)")
    }
  }

  private let marks = [
    "**", "![", "](", "] (", "~~", "__", "&lt;br", "&lt;b&gt;", "&lt;!--", "--&gt;", "&amp;nbsp",
    "{{",
  ]
  private let marksInData = ["](", "![", "<br>", "<b>", "<!--", "&nbsp;", "{{"]

  private func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    [0x7, 0xB, 0xC, 0x1B, 0xAD, 0x200B, 0x200C, 0x2028, 0x202E, 0x2060, 0xE4D, 0xFEFF, 0xFFFE]
      .contains(scalar.value)
  }
}

extension TestSite {
  fileprivate func without(_ paths: Set<String>) -> TestSite {
    var copy = self
    for path in paths where path.hasSuffix(".md") { copy.files[path] = nil }
    return copy
  }
}

/// What Thai writers type, and the marks around it.
private enum Typing {
  static let words = [
    "สภาองค์กรชุมชน", "กองทุน", "น้ำ", "ที่อยู่อาศัย", "๒๕๖๕", "2565", "CBMC", "“อ้าง”", "(ระดับชาติ)", "ฯลฯ",
    "ต่าง ๆ",
    "ร้อยละ 50", "นํ้า", "ทํา", "ข\u{200B}วัญ", "ยาว\u{AD}จบ", "ที่่", "ก\u{7}ข", "เเม่", "10\u{A0}คน", "👩‍👩‍👧",
    "\u{202E}กลับ", "ว\u{FEFF}า", "สรุป\u{B}หนึ่ง",
    String(Character(Unicode.Scalar(0xFFFE as UInt32) ?? " ")),
  ]

  static let shapes = [
    "%", "% %", "**%**%", "%**%**%", "**%:**%", "*%*%", "%***%***%", "~~%~~%", "**%", "% **%",
    "__%", "%~~",
    "![%] (a.jpg)", "![%](my photo.png)", "[%] (https://x.example)", "[%](a b.pdf)", "[%](",
    "[%][%]",
    "%<br>%", "% <b>%</b>", "<!-- % -->", "% <!-- %", "•\t%", "• %\n• %", "· %", "##%", "%&nbsp;%",
    "%\n%",
    "> %\n%", "`%", "{{ % }}", "[%]", "%_%", "1. %\n2. %", "# %",
    "&#8203;%", "&shy;%",
  ]

}

extension Chance {
  fileprivate mutating func text() -> String {
    var text = ""
    for character in one(of: Typing.shapes) {
      if character == "%" { text += one(of: Typing.words) } else { text.append(character) }
    }
    return text
  }
}
