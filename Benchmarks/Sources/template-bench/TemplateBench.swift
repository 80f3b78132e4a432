import Foundation

/// Renders the same pages with our engine and its peers, in turns, and prints who took how long.
@main
struct TemplateBench {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let rounds = arguments.contains("--quick") ? 3 : 11
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../").standardized
    let jinja = try JinjaProcess(
      python: folder.appending(path: ".venv/bin/python3"),
      script: folder.appending(path: "jinja_bench.py"),
      templates: folder.appending(path: "Templates"))
    var passed = true
    var tables = [String]()
    for name in ["reference", "table", "inheritance", "nested"] {
      let page = try BenchPage(folder: folder.appending(path: "Templates/\(name)"))
      let engines = try makeEngines(for: page, jinja: jinja)
      guard try agree(engines, on: page) else {
        passed = false
        continue
      }
      let report = Report(page: page, timings: try measure(engines, rounds: rounds))
      passed = passed && report.passed
      tables.append(report.markdown)
    }
    print(tables.joined(separator: "\n\n"))
    if !passed { exit(1) }
  }

  private static func makeEngines(for page: BenchPage, jinja: JinjaProcess) throws -> [any Engine] {
    var engines: [any Engine] = [try SaanEngine(page)]
    if page.hasFile("page.stencil") { engines.append(try StencilEngine(page)) }
    if page.hasFile("page.mustache") { engines.append(try MustacheEngine(page)) }
    engines.append(JinjaEngine(page: page.name, process: jinja))
    return engines
  }

  /// Engines that write different pages cannot be compared.
  private static func agree(_ engines: [any Engine], on page: BenchPage) throws -> Bool {
    let texts = try engines.map { try normalised($0.page()) }
    for (engine, text) in zip(engines, texts) where text != texts[0] {
      let same = zip(text, texts[0]).prefix { $0 == $1 }.count
      print("FAIL \(page.name): \(engine.name) writes another page from character \(same)")
      print("  \(engines[0].name): \(excerpt(texts[0], at: same))")
      print("  \(engine.name): \(excerpt(text, at: same))")
      return false
    }
    return true
  }

  /// The page without what the engines are known to write differently, and nothing else.
  ///
  /// Stencil does not escape and Mustache names quotes otherwise, so entities are read back; line
  /// breaks at the end are dropped.
  private static func normalised(_ text: String) -> String {
    let entities = [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"),
      ("&amp;", "&"),
    ]
    return entities.reduce(text) { $0.replacing($1.0, with: $1.1) }
      .trimmingCharacters(in: .newlines)
  }

  private static func excerpt(_ text: String, at offset: Int) -> String {
    String(text.dropFirst(max(0, offset - 20)).prefix(80)).debugDescription
  }

  /// Every round asks each engine once, so that a busy minute hits all of them.
  private static func measure(_ engines: [any Engine], rounds: Int) throws -> [Timing] {
    let counts = try engines.map { engine in
      _ = try engine.nanoseconds(pages: 3)
      let one = max(1, try engine.nanoseconds(pages: 10) / 10)
      return max(10, 60_000_000 / one)
    }
    var samples = engines.map { _ in [Double]() }
    for _ in 0..<rounds {
      for (index, engine) in engines.enumerated() {
        let time = try engine.nanoseconds(pages: counts[index])
        samples[index].append(Double(time) / Double(counts[index]) / 1_000)
      }
    }
    return zip(engines, samples).map { Timing(engine: $0.name, target: $0.target, samples: $1) }
  }
}
