import SaanFiles
import SaanText

/// Where the outputs of a build go, each as soon as it is rendered.
///
/// `put` and `keep` may be called from several tasks at once and keep nothing: what they return is
/// handed to `finish`, in the order of the plan, so that the result does not depend on timing.
package protocol OutputSink: Sendable {
  /// What one `put` leaves behind.
  associatedtype Receipt: Sendable
  /// What the whole build leaves behind.
  associatedtype Report: Sendable

  /// What the place was published with before.
  var formerAddresses: FormerAddresses { get }

  /// What a build of the fingerprint would report, where it has been made already and nothing was
  /// touched since; `nil` where it has to be made.
  func report(ofStanding fingerprint: BuildFingerprint) -> Report?
  /// Takes one output.
  func put(_ path: String, _ bytes: [UInt8]) throws(DiskError) -> Receipt
  /// Takes one output over as it is published; `nil` where it has to be made and put.
  func keep(_ path: String, _ known: LedgerOutput) -> Receipt?
  /// The bytes of an output that may be kept; `nil` where they cannot be read.
  func published(_ path: String) -> [UInt8]?
  /// Digest and size of what was put or kept; `nil` where nothing can be kept the next time.
  func entry(of receipt: Receipt) -> Manifest.Entry?
  /// Makes all outputs visible at once.
  ///
  /// - Parameter fingerprint: what they were made of; `nil` for outputs that another build of the
  ///   same must make again.
  func finish(_ receipts: [Receipt], _ fingerprint: BuildFingerprint?) throws(DiskError) -> Report
  /// Forgets everything that was put, after a build that failed.
  func cancel()
}

extension OutputSink {
  /// Most sinks hold nothing that was there before.
  package var formerAddresses: FormerAddresses { FormerAddresses() }

  package func keep(_ path: String, _ known: LedgerOutput) -> Receipt? { nil }
  package func published(_ path: String) -> [UInt8]? { nil }
  package func entry(of receipt: Receipt) -> Manifest.Entry? { nil }
}

/// A sink that keeps all outputs, for tests and the preview.
package struct MemorySink: OutputSink {
  private let former: [String: [UInt8]]

  /// Makes a sink.
  ///
  /// - Parameter former: the outputs of an earlier build, which may be kept.
  package init(former: [String: [UInt8]] = [:]) { self.former = former }

  package func report(ofStanding fingerprint: BuildFingerprint) -> [String: [UInt8]]? { nil }

  package func put(_ path: String, _ bytes: [UInt8]) -> (path: String, bytes: [UInt8]) {
    (path, bytes)
  }

  package func keep(_ path: String, _ known: LedgerOutput) -> (path: String, bytes: [UInt8])? {
    guard let bytes = former[path], Digest(of: bytes) == known.digest else { return nil }
    return (path, bytes)
  }

  package func published(_ path: String) -> [UInt8]? { former[path] }

  package func entry(of receipt: (path: String, bytes: [UInt8])) -> Manifest.Entry? {
    Manifest.Entry(digest: Digest(of: receipt.bytes), size: receipt.bytes.count)
  }

  package func finish(
    _ receipts: [(path: String, bytes: [UInt8])], _ fingerprint: BuildFingerprint?
  ) -> [String: [UInt8]] {
    Dictionary(receipts.map { ($0.path, $0.bytes) }) { first, _ in first }
  }

  package func cancel() {}
}
