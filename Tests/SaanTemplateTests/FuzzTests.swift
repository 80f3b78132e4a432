import Foundation
import SaanTemplate
import SaanText
import Testing

/// Whatever a theme's file holds, the engine ends with text or with a diagnostic that has a place.
///
/// `SAAN_FUZZ_RUNS=100000` asks for more runs, `SAAN_FUZZ_SEED` for other ones; `SAAN_FUZZ_LAST` names
/// a file that always holds the template being run, for the day when one ends the process.
@Suite("Fuzzing")
struct FuzzTests {
  private let runs = environmentNumber("SAAN_FUZZ_RUNS") ?? 5_000
  private let seed = UInt64(environmentNumber("SAAN_FUZZ_SEED") ?? 2565)
  private let lastPath = ProcessInfo.processInfo.environment["SAAN_FUZZ_LAST"]

  @Test("mutated templates end in text or in a diagnostic with a place")
  func mutations() {
    let cases = ConformanceCase.all
    var mutator = TemplateMutator(templates: cases.flatMap { $0.files.values.sorted() }, seed: seed)
    var random = SplitMix64(state: seed ^ 0xFFFF)
    for run in 0..<runs {
      let example = cases[Int.random(in: 0..<cases.count, using: &random)]
      let template = run % 5 == 0 ? mutator.randomTemplate() : mutator.template()
      try? lastPath.map { try template.write(toFile: $0, atomically: false, encoding: .utf8) }
      var files = example.files
      files[example.main] = template
      check(
        TestOutcome(files: files, main: example.main, data: example.data, limits: .fuzzing),
        run: run, template: template)
    }
  }

  private func check(_ outcome: TestOutcome, run: Int, template: String) {
    guard case .diagnostics(let diagnostics) = outcome else { return }
    let isPlaced = !diagnostics.isEmpty && diagnostics.allSatisfy { $0.place != nil }
    if !isPlaced {
      Issue.record(
        "run \(run) of seed \(seed): no place\n\(outcome.description)\n\(template.debugDescription)"
      )
    }
    for diagnostic in diagnostics where diagnostic.message.en.isEmpty {
      Issue.record("run \(run) of seed \(seed): no message for \(template.debugDescription)")
    }
  }
}

private func environmentNumber(_ name: String) -> Int? {
  ProcessInfo.processInfo.environment[name].flatMap(Int.init)
}
