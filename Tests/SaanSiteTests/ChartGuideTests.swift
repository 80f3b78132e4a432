import Foundation
import SaanSite
import SaanText
import Testing

/// Every example in the guide to charts is drawn on this repository's own site.
@Suite struct ChartGuideTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").path

  @Test(arguments: ["th", "en"])
  func examplesAreDrawn(_ language: String) async throws {
    let guide = try String(
      contentsOf: URL(fileURLWithPath: "\(Self.root)/docs/charts.\(language).md"), encoding: .utf8)
    let examples = guide.components(separatedBy: "\n```markdown\n").dropFirst()
      .compactMap { $0.components(separatedBy: "\n```\n").first }
    #expect(examples.count == 6)
    var tree = try await readTree(at: Self.root, jobs: 1)
    for (index, example) in examples.enumerated() {
      tree.add(
        "content/guide-\(index).\(language).md",
        Array("---\ntitle: \(index)\n---\n\(example)\n".utf8))
    }
    let options = BuildOptions(today: TestSite.today, jobs: 2)
    let result = try await build(tree, options, into: MemorySink())
    let found = result.diagnostics.all.filter { $0.severity == .error }
    #expect(DiagnosticPrinter().text(Diagnostics(found)) == "")
    for (index, example) in examples.enumerated() {
      let page = result.report?["\(language)/guide-\(index)/index.html"] ?? []
      let drawn = String(decoding: page, as: UTF8.self).components(
        separatedBy: "<figure class=\"chart")
      let calls = example.components(separatedBy: "kind=")
      #expect(drawn.count == calls.count, "\(example)")
    }
  }
}
