import Foundation
import SaanCharts
import SaanText
import Testing

/// Every kind's example is pinned, in both languages and widths.
///
/// `SAAN_UPDATE=1 swift test --filter SaanChartsTests` writes them anew, and still fails, so that
/// nobody leaves the switch on.
@Suite struct GoldenTests {
  static let cases = ChartKind.allCases.flatMap { kind in
    [Language.thai, .english].map { ExampleCase(kind: kind, language: $0) }
  }

  @Test(arguments: cases) func anExampleIsDrawnAsPinned(_ example: ExampleCase) throws {
    var bytes = [UInt8]()
    example.kind.example(in: example.language).write(into: &bytes)
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(components: "Golden", "\(example).html")
    if ProcessInfo.processInfo.environment["SAAN_UPDATE"] != nil {
      try Data(bytes).write(to: url)
      Issue.record("wrote \(url.lastPathComponent)")
      return
    }
    let pinned = try [UInt8](Data(contentsOf: url))
    #expect(
      String(decoding: bytes, as: UTF8.self) == String(decoding: pinned, as: UTF8.self),
      "see Golden/\(example).html; SAAN_UPDATE=1 writes it anew")
  }
}

struct ExampleCase: Sendable, CustomTestStringConvertible, CustomStringConvertible {
  let kind: ChartKind
  let language: Language
  var description: String { "\(kind.name).\(language.tag.rawValue)" }
  var testDescription: String { description }
}
