import TestSupport
import Testing

/// Every guide works as it is printed: its commands run, its files build, its messages are said.
@Suite struct GuideTests {
  static let starts: [(page: String, start: GuideStart)] = [
    ("README.md", .repository),
    ("docs/quick-start.en.md", .nothing), ("docs/quick-start.th.md", .nothing),
    ("docs/data-officers-guide.en.md", .newSite), ("docs/data-officers-guide.th.md", .newSite),
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
