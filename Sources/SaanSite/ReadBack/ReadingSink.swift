import SaanFiles
import SaanPages
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
  typealias Receipt = (base: Base.Receipt, reading: OutputReading?, change: PublishedChange?)

  let base: Base
  /// What is published; `nil` where nothing is to be read.
  let book: AddressBook?
  /// What people have followed, to tell of changes that do not reach them.
  var former = FormerAddresses()

  func report(ofStanding fingerprint: BuildFingerprint) -> Base.Report? {
    base.report(ofStanding: fingerprint)
  }

  func put(_ path: String, _ bytes: [UInt8]) throws(DiskError) -> Receipt {
    let reading = book.flatMap { AddressReader.read(path, bytes, $0) }
    // What stands there is read before it is replaced.
    let change = former.replaced(path, by: Digest(of: bytes)).flatMap {
      PublishedChange(path, from: $0, to: bytes)
    }
    return (try base.put(path, bytes), reading, change)
  }

  func keep(_ path: String, _ known: LedgerOutput) -> Receipt? {
    // A look at a site that others see in an older version tells each time.
    guard former.replaced(path, by: known.digest) == nil,
      let receipt = base.keep(path, known)
    else { return nil }
    guard let book, AddressFormat(path) != nil else { return (receipt, nil, nil) }
    return base.published(path).map { (receipt, AddressReader.read(path, $0, book), nil) }
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

extension FormerAddresses {
  /// What was published of an event or of a table whose rows last, and other bytes take the place
  /// of.
  fileprivate func replaced(_ path: String, by digest: Digest) -> [UInt8]? {
    guard PublishedChange.isTold(of: path), let old = self.digest(path), old != digest else {
      return nil
    }
    return bytes(path)
  }
}
