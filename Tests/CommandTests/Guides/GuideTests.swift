import Foundation
import TestSupport
import Testing

/// Every guide works as it is printed: its commands run, its files build, its messages are said.
@Suite struct GuideTests {
  static let starts: [(page: String, start: GuideStart)] = [
    ("README.md", .repository),
    ("docs/quick-start.en.md", .nothing), ("docs/quick-start.th.md", .nothing),
    ("docs/data-officers-guide.en.md", .newSite), ("docs/data-officers-guide.th.md", .newSite),
    ("docs/authors-guide.en.md", .network), ("docs/authors-guide.th.md", .network),
    ("docs/figures.en.md", .repository), ("docs/figures.th.md", .repository),
    ("docs/theme-designers-guide.md", .newSite),
  ]

  @Test(arguments: starts)
  func everyBlockDoesWhatThePageSays(_ page: String, _ start: GuideStart) throws {
    try GuideReader(try GuidePage(page), on: start).read()
  }

  @Test(arguments: ["docs/charts.en.md", "docs/charts.th.md"])
  func everyChartOfTheGuideIsDrawn(_ page: String) throws {
    let reader = try GuideReader(try GuidePage(page), on: .repository)
    try reader.read(lastCheck: "build")
    #expect(reader.pagesOfTheirOwn.count == 6)
    reader.expectCharts()
  }

  @Test(arguments: ["docs/authors-guide.en.md", "docs/authors-guide.th.md"])
  func datesAreShownAsTheTableSays(_ page: String) throws {
    let page = try GuidePage(page)
    let rows = page.text.matches(of: /(?m)^\| `(date: [^`]+)` \| ([^|]+) \|$/)
    #expect(rows.count >= 10)
    try GuideReader(page, on: .network).expectPages(
      of: rows.map { (head: String($0.1), shown: String($0.2)) })
  }

  /// What the guides quote of messages is what the program's catalogues say.
  @Test func messagesInTheTextAreTheProgramsOwn() throws {
    let wordings = try Self.wordings()
    for page in try GuidePage.all() {
      for match in page.text.matches(of: /`(?:error|warning|note)\[[a-z0-9-]+\]: ([^`]+)`/) {
        let message = String(match.1)
        if !wordings.contains(where: { says(message, $0) }) {
          Issue.record("\(page.path): the program never says: \(message)")
        }
      }
    }
  }

  /// The texts of the catalogues, each cut where a name or a number is put in.
  private static func wordings() throws -> [[String]] {
    let sources = GuidePage.root.appending(path: "Sources")
    let files = FileManager.default.enumerator(atPath: sources.path)?.allObjects ?? []
    return try files.compactMap { $0 as? String }.filter { $0.contains("Diagnostics") }
      .filter { $0.hasSuffix(".swift") }.flatMap { file in
        let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
        return text.matches(of: /(?:en|th):\s*"((?:[^"\\\n]|\\.)*)"/).map { literal in
          String(literal.1).replacing(/\\\((?:[^()]|\([^()]*\))*\)/, with: "\0")
            .components(separatedBy: "\0")
        }
      }
  }

  /// Whether a message is a wording with something in its gaps; `…` leaves out the rest.
  private func says(_ message: String, _ parts: [String]) -> Bool {
    guard parts.joined().count > 5 else { return false }
    var rest = message[...]
    for (index, part) in parts.enumerated() where !part.isEmpty {
      guard let range = rest.firstRange(of: part) else { return rest.hasPrefix("…") }
      if index == 0, range.lowerBound != rest.startIndex { return false }
      rest = rest[range.upperBound...]
    }
    return rest.isEmpty || parts.last?.isEmpty == true
  }

  @Test func everyGuideIsReadAndEveryBlockIsUnderstood() throws {
    let read = Set(Self.starts.map(\.page) + ["docs/charts.en.md", "docs/charts.th.md"])
    for page in try GuidePage.all() {
      if !read.contains(page.path) { Issue.record("\(page.path) is run by no test: add it") }
      for block in page.blocks where block.kind == nil {
        Issue.record("\(page.path):\(block.line): nobody could say what to do with this block")
      }
    }
  }
}
