import SaanFiles

/// A sink that keeps nothing, for checking what rendering finds.
package struct DiscardingSink: OutputSink {
  package let formerAddresses: FormerAddresses

  /// Makes a sink.
  ///
  /// - Parameter former: what the folder that is published into has been published with before.
  package init(former: FormerAddresses = FormerAddresses()) { formerAddresses = former }

  package func report(ofStanding fingerprint: BuildFingerprint) -> Void? { nil }

  package func put(_ path: String, _ bytes: [UInt8]) {}

  package func finish(_ receipts: [Void], _ fingerprint: BuildFingerprint?) {}

  package func cancel() {}
}

/// A sink that keeps of each output what a ledger notes, for builds that only look for mistakes; it
/// reports how many outputs were made.
package struct NotingSink: OutputSink {
  package let formerAddresses: FormerAddresses

  /// Makes a sink.
  ///
  /// - Parameter former: what the folder that is published into has been published with before.
  package init(former: FormerAddresses = FormerAddresses()) { formerAddresses = former }

  package func report(ofStanding fingerprint: BuildFingerprint) -> Int? { nil }

  package func put(_ path: String, _ bytes: [UInt8]) -> (entry: Manifest.Entry, isNew: Bool) {
    (Manifest.Entry(digest: Digest(of: bytes), size: bytes.count), true)
  }

  package func keep(
    _ path: String, _ known: LedgerOutput
  ) -> (entry: Manifest.Entry, isNew: Bool)? {
    (Manifest.Entry(digest: known.digest, size: known.size), false)
  }

  package func entry(of receipt: (entry: Manifest.Entry, isNew: Bool)) -> Manifest.Entry? {
    receipt.entry
  }

  package func finish(
    _ receipts: [(entry: Manifest.Entry, isNew: Bool)], _ fingerprint: BuildFingerprint?
  ) -> Int { receipts.count { $0.isNew } }

  package func cancel() {}
}
