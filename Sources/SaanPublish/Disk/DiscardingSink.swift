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
