import Foundation

/// What one engine took for one page.
struct Timing {
  let engine: String
  let target: Double?
  let samples: [Double]

  var median: Double {
    let sorted = samples.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }
}

/// One page's table; only the reference page has targets to hold.
struct Report {
  let page: BenchPage
  let timings: [Timing]

  private var isReference: Bool { page.name == "reference" }

  /// Whether ours is as many times faster as the targets say.
  var passed: Bool { timings.allSatisfy { verdict($0) != "FAIL" } }

  private func factor(_ timing: Timing) -> Double { timing.median / timings[0].median }

  private func verdict(_ timing: Timing) -> String {
    guard isReference, let target = timing.target else { return "" }
    return factor(timing) >= target ? "PASS" : "FAIL"
  }

  var markdown: String {
    var lines = [
      "### \(page.name)", "",
      "| engine | median µs per page | fastest | slowest | ours is | hold | |",
      "|---|---:|---:|---:|---:|---:|---|",
    ]
    for timing in timings {
      let isOurs = timing.engine == timings[0].engine
      let ratio = isOurs ? "" : "1/\(String(format: "%.1f", factor(timing)))"
      let hold = isReference ? timing.target.map { "≤ 1/\(Int($0))" } ?? "" : ""
      let cells = [
        timing.engine, number(timing.median), number(timing.samples.min() ?? 0),
        number(timing.samples.max() ?? 0), ratio, hold, verdict(timing),
      ]
      lines.append("| " + cells.joined(separator: " | ") + " |")
    }
    return lines.joined(separator: "\n")
  }

  private func number(_ value: Double) -> String { String(format: "%.1f", value) }
}
