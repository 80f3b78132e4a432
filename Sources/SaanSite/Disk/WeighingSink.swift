/// A sink that notes how heavy every page is and hands all outputs on to another.
struct WeighingSink<Base: OutputSink>: OutputSink {
  typealias Receipt = (base: Base.Receipt, weight: PageWeight?)

  let base: Base
  let budgets: WeightBudgets

  func report(ofStanding fingerprint: BuildFingerprint) -> Base.Report? {
    base.report(ofStanding: fingerprint)
  }

  func put(_ path: String, _ bytes: [UInt8]) throws(DiskError) -> Receipt {
    let weight = path.hasSuffix(".html") ? PageWeight(path, bytes, budgets) : nil
    return (try base.put(path, bytes), weight)
  }

  func finish(
    _ receipts: [Receipt], _ fingerprint: BuildFingerprint?
  ) throws(DiskError) -> Base.Report {
    try base.finish(receipts.map(\.base), fingerprint)
  }

  func cancel() { base.cancel() }
}

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
