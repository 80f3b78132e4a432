import Foundation

/// How long a trial is.
///
/// A trial repeats what chance or time decides: mutated texts, builds that are killed. Its suite's
/// name ends in `Trials`. `make test` runs a small sample of each; `make trials` sets
/// `SAAN_TRIALS=1` and runs them at full length. `SAAN_FUZZ_SEED` asks for other chances.
package enum Trials {
  /// Whether trials run at full length.
  package static let areFull = environment("SAAN_TRIALS") == "1"

  /// What chance begins with.
  package static let seed = environment("SAAN_FUZZ_SEED").flatMap { UInt64($0) } ?? 2565

  /// How often to try.
  package static func count(sample: Int, full: Int) -> Int { areFull ? full : sample }

  /// All cases, or one of each so many.
  package static func sample<Case>(of cases: [Case], every step: Int) -> [Case] {
    areFull ? cases : stride(from: 0, to: cases.count, by: step).map { cases[$0] }
  }

  private static func environment(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name]
  }
}
