import SaanFiles
import SaanPublish

/// A sink into a place that was published before, which keeps nothing.
struct AgainSink: OutputSink {
  private let base = MemorySink()
  let formerAddresses: FormerAddresses

  init(after outputs: [String: [UInt8]]) {
    var addresses = FormerAddresses()
    addresses.outputs = Array(outputs.keys)
    addresses.bytes = { outputs[$0] }
    addresses.digest = { outputs[$0].map(Digest.init(of:)) }
    formerAddresses = addresses
  }

  func report(ofStanding fingerprint: BuildFingerprint) -> [String: [UInt8]]? { nil }
  func put(_ path: String, _ bytes: [UInt8]) -> (path: String, bytes: [UInt8]) {
    base.put(path, bytes)
  }
  func finish(
    _ receipts: [(path: String, bytes: [UInt8])], _ fingerprint: BuildFingerprint?
  ) -> [String: [UInt8]] { base.finish(receipts, fingerprint) }
  func cancel() {}
}
