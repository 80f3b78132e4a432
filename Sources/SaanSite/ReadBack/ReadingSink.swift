import SaanFiles
import SaanPublish

/// Whether a build follows the addresses in its outputs.
package enum ReadBack: Sendable {
  case never
  /// On sites of a few thousand pages, where it takes a moment; of a larger site the summary says
  /// that `saan check` does it.
  case onSmallSites
  case always

  /// How many outputs a small site has at most.
  static let mostOfSmallSites = 10_000

  func covers(_ plan: BuildPlan) -> Bool {
    switch self {
    case .never: false
    case .onSmallSites: plan.jobs.count <= Self.mostOfSmallSites
    case .always: true
    }
  }
}

/// A sink that reads every output as it passes and hands all of them on to another.
struct ReadingSink<Base: OutputSink>: OutputSink {
  typealias Receipt = (base: Base.Receipt, reading: OutputReading?)

  let base: Base
  /// What is published; `nil` where nothing is to be read.
  let book: AddressBook?

  func report(ofStanding fingerprint: BuildFingerprint) -> Base.Report? {
    base.report(ofStanding: fingerprint)
  }

  func put(_ path: String, _ bytes: [UInt8]) throws(DiskError) -> Receipt {
    let reading = book.flatMap { AddressReader.read(path, bytes, $0) }
    return (try base.put(path, bytes), reading)
  }

  func keep(_ path: String, _ known: LedgerOutput) -> Receipt? {
    guard let receipt = base.keep(path, known) else { return nil }
    guard let book, AddressFormat(path) != nil else { return (receipt, nil) }
    return base.published(path).map { (receipt, AddressReader.read(path, $0, book)) }
  }

  func published(_ path: String) -> [UInt8]? { base.published(path) }

  func entry(of receipt: Receipt) -> Manifest.Entry? { base.entry(of: receipt.base) }

  func finish(
    _ receipts: [Receipt], _ fingerprint: BuildFingerprint?
  ) throws(DiskError) -> Base.Report {
    try base.finish(receipts.map(\.base), fingerprint)
  }

  func cancel() { base.cancel() }
}
