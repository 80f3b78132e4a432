import SaanFiles
import SaanModel
import SaanPublish

/// A sink that notes how heavy every page is and hands all outputs on to another.
///
/// It knows all that a ledger says of an output. A build with a ledger goes so:
///
///     if let known = reuse.known(job), let kept = sink.keep(job.output, known) {
///       receipt = kept
///     } else {
///       receipt = try sink.put(job.output, bytes)
///     }
///     noted = sink.noted(receipt, reads: reads)
///
/// and after `finish`, `Reuse` puts the ledger together of what was noted.
struct WeighingSink<Base: OutputSink>: OutputSink {
  typealias Receipt = (base: Base.Receipt, weight: PageWeight?, size: Int)

  let base: Base
  let budgets: WeightBudgets
  /// The size in bytes of the pictures of each page that a telephone fetches at once, by the page's
  /// path, once all outputs are there.
  var firstViews: [String: Int] = [:]

  func report(ofStanding fingerprint: BuildFingerprint) -> Base.Report? {
    base.report(ofStanding: fingerprint)
  }

  func put(_ path: String, _ bytes: [UInt8]) throws(DiskError) -> Receipt {
    let weight = path.hasSuffix(".html") ? PageWeight(path, bytes, budgets) : nil
    return (try base.put(path, bytes), weight, bytes.count)
  }

  func keep(_ path: String, _ known: LedgerOutput) -> Receipt? {
    guard let receipt = base.keep(path, known) else { return nil }
    let isPage = path.hasSuffix(".html")
    return (
      receipt,
      isPage
        ? PageWeight(
          output: path, page: known.size, chart: known.chart, map: known.map,
          firstView: known.firstView) : nil,
      known.size
    )
  }

  func published(_ path: String) -> [UInt8]? { base.published(path) }

  func entry(of receipt: Receipt) -> Manifest.Entry? { base.entry(of: receipt.base) }

  /// What a ledger notes of an output; `nil` where nothing can be kept the next time.
  func noted(_ receipt: Receipt, reads: [Int32]) -> LedgerOutput? {
    guard let entry = entry(of: receipt) else { return nil }
    return LedgerOutput(
      reads: reads, digest: entry.digest, size: entry.size, chart: receipt.weight?.chart ?? 0,
      map: receipt.weight?.map ?? 0,
      firstView: receipt.weight.flatMap { firstViews[$0.output] ?? $0.firstView } ?? 0)
  }

  func finish(
    _ receipts: [Receipt], _ fingerprint: BuildFingerprint?
  ) throws(DiskError) -> Base.Report {
    try base.finish(receipts.map(\.base), fingerprint)
  }

  func cancel() { base.cancel() }
}
