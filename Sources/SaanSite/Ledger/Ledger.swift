import CXXHash

/// What a build noted of its outputs, by which the next one knows those that it need not make.
///
/// While an output is rendered, every question that it asks of the site is noted as a key: the head
/// of an entry, a row of a register, a template. Where the digests of all its keys are what they
/// were, the output is what it was. A ledger says so for ever: that with these digests the output
/// has these bytes is true whatever lies in the published folder now, and whether anything does.
package struct Ledger: Sendable {
  /// What held for every output: the program, its options, the budgets of weight.
  ///
  /// With another build nothing of a ledger counts.
  package let build: Digest
  /// Everything that an output has read.
  package let keys: [LedgerKey]
  /// The outputs, in the order of the plan.
  package let outputs: [(path: String, known: LedgerOutput)]
  /// Where an output stands, by the hash of its path.
  private let positions: [UInt64: Int32]

  /// Makes a ledger; of two outputs of one path, or of one hash, the first counts.
  package init(
    build: Digest, keys: [LedgerKey], outputs: [(path: String, known: LedgerOutput)]
  ) {
    self.build = build
    self.keys = keys
    self.outputs = outputs
    var positions: [UInt64: Int32] = Dictionary(minimumCapacity: outputs.count)
    for position in outputs.indices.reversed() {
      positions[Self.hash(outputs[position].path)] = Int32(position)
    }
    self.positions = positions
  }

  /// What is known of the output of a path.
  package func output(_ path: String) -> LedgerOutput? {
    guard let position = positions[Self.hash(path)], outputs[Int(position)].path == path else {
      return nil
    }
    return outputs[Int(position)].known
  }

  private static func hash(_ path: String) -> UInt64 {
    var path = path
    return path.withUTF8 { XXH3_64bits($0.baseAddress, $0.count) }
  }
}

/// Something of a site that outputs ask for, and what it was.
package struct LedgerKey: Sendable, Hashable {
  package let name: String
  package let digest: UInt64

  /// Makes a key.
  package init(name: String, digest: UInt64) {
    self.name = name
    self.digest = digest
  }
}

/// What is known of one output: what it was made of, and what became of it.
package struct LedgerOutput: Sendable, Hashable {
  /// The positions of what it read in the keys of its ledger, each once and ascending.
  package let reads: [Int32]
  /// The digest of its bytes, and how many they are.
  package let digest: Digest
  package let size: Int
  /// The sizes of its heaviest chart and map in bytes; 0 where none can be over its budget.
  package let chart: Int
  package let map: Int

  /// Makes what a ledger notes of an output.
  package init(reads: [Int32], digest: Digest, size: Int, chart: Int = 0, map: Int = 0) {
    self.reads = reads
    self.digest = digest
    self.size = size
    self.chart = chart
    self.map = map
  }
}
