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
    ("docs/theme-designers-guide.md", .newSite),
    ("docs/preview.en.md", .newSite), ("docs/preview.th.md", .newSite),
    ("docs/documents.en.md", .newSite), ("docs/documents.th.md", .newSite),
    ("docs/events.en.md", .network), ("docs/events.th.md", .network),
    ("docs/policy-guide.en.md", .newSite), ("docs/policy-guide.th.md", .newSite),
  ]

  @Test(arguments: starts)
  func everyBlockDoesWhatThePageSays(_ page: String, _ start: GuideStart) throws {
    let reader = try GuideReader(try GuidePage(page), on: start)
    try reader.read()
    reader.finish()
  }

  /// The guides whose examples are about what this repository tells: all on one copy of it.
  static let onThisRepository = [
    "docs/figures.en.md", "docs/figures.th.md", "docs/charts.en.md", "docs/charts.th.md",
  ]

  @Test func everyFigureAndChartOfTheGuidesIsPublished() throws {
    let pages = try Self.onThisRepository.map { try GuidePage($0) }
    let reader = try GuideReader(pages[0], on: .repository)
    for page in pages {
      reader.turn(to: page)
      try reader.read()
    }
    reader.finish(by: "build")
    #expect(reader.pagesOfTheirOwn.count == 12)
    reader.expectCharts()
  }

  @Test func datesAreShownAsTheTablesSay() throws {
    let pages = try ["docs/authors-guide.en.md", "docs/authors-guide.th.md"].map(GuidePage.init)
    let lines = pages.map { page in
      page.text.matches(of: /(?m)^\| `(date: [^`]+)` \| ([^|]+) \|$/).map {
        (language: page.isThai ? "th" : "en", head: String($0.1), shown: String($0.2))
      }
    }
    for rows in lines { #expect(rows.count >= 10) }
    try GuideReader(pages[0], on: .network).expectPages(of: lines.flatMap { $0 })
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
    let read = Set(Self.starts.map(\.page) + Self.onThisRepository)
    for page in try GuidePage.all() {
      if !read.contains(page.path) { Issue.record("\(page.path) is run by no test: add it") }
      for block in page.blocks where block.kind == nil {
        Issue.record("\(page.path):\(block.line): nobody could say what to do with this block")
      }
    }
  }
}
