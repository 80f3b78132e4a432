import SaanFiles

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

  /// Makes a ledger; of two outputs of one path the first counts.
  package init(
    build: Digest, keys: [LedgerKey], outputs: [(path: String, known: LedgerOutput)]
  ) {
    self.build = build
    self.keys = keys
    self.outputs = outputs
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
  /// What the output is, as far as its path does not say it.
  package let identity: UInt64
  /// The positions of what it read in the keys of its ledger, each once and ascending.
  package let reads: [Int32]
  /// The digest of its bytes, and how many they are.
  package let digest: Digest
  package let size: Int
  /// The sizes of its heaviest chart and map in bytes; 0 where none can be over its budget.
  package let chart: Int
  package let map: Int
  /// The size in bytes of the pictures that a telephone fetches with it at once.
  package let firstView: Int

  /// Makes what a ledger notes of an output.
  package init(
    identity: UInt64 = 0, reads: [Int32], digest: Digest, size: Int, chart: Int = 0, map: Int = 0,
    firstView: Int = 0
  ) {
    self.identity = identity
    self.reads = reads
    self.digest = digest
    self.size = size
    self.chart = chart
    self.map = map
    self.firstView = firstView
  }
}
