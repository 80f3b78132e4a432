@testable import SaanFiles
@testable import SaanPublish

/// Ledgers to write and read.
enum LedgerSamples {
  /// One with everything that a ledger can hold.
  static var small: Ledger {
    Ledger(
      build: digest("build"),
      keys: ["site.yaml", "entry ข่าว/ปีใหม่", "", "row funds/300"].enumerated().map {
        LedgerKey(name: $1, digest: UInt64.max - UInt64($0))
      },
      outputs: [
        (
          "th/ข่าว/index.html",
          output("a", [0, 1, 3], identity: .max, size: 300, chart: 200, map: 1)
        ),
        ("en/index.html", output("b", [0, 1, 3], size: 0)),
        ("robots.txt", output("c", [], size: .max)),
      ])
  }

  /// A site of many records, each read with the same things.
  static func large(_ count: Int, sharing reads: [Int32]) -> Ledger {
    Ledger(
      build: digest("large"), keys: (0..<64).map { LedgerKey(name: "key \($0)", digest: $0) },
      outputs: (0..<count).map { ("th/\($0)/index.html", output("\($0)", reads, size: $0)) })
  }

  static func digest(_ text: String) -> Digest { Digest(of: Array(text.utf8)) }

  static func output(
    _ text: String, _ reads: [Int32] = [], identity: UInt64 = 0, size: Int? = nil, chart: Int = 0,
    map: Int = 0
  ) -> LedgerOutput {
    LedgerOutput(
      identity: identity, reads: reads, digest: digest(text), size: size ?? text.utf8.count,
      chart: chart, map: map)
  }

  /// The bytes with the digest behind them that a writer would put there.
  static func sealed(_ content: some Sequence<UInt8>) -> [UInt8] {
    let content = Array(content)
    let seal = Digest(of: content)
    return content
      + [seal.high, seal.low].flatMap { half in (0..<8).map { UInt8(half >> ($0 * 8) & 0xFF) } }
  }
}

/// Whether two ledgers say the same.
func saysTheSame(_ one: Ledger?, _ other: Ledger) -> Bool {
  one?.build == other.build && one?.keys == other.keys
    && one?.outputs.map(\.path) == other.outputs.map(\.path)
    && one?.outputs.map(\.known) == other.outputs.map(\.known)
}

/// Numbers that depend on their seed alone (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
