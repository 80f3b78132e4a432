import CXXHash
import SaanModel
import SaanPages
import SaanText

/// Everything that a build publishes, by the address that leads to it.
///
/// Most addresses of a page are found in one look at a table of hashes, without making a string.
struct AddressBook: Sendable {
  /// Scheme and host of the site, and its path; the origin is `nil` while nobody has said it.
  let origin: [UInt8]?
  let basePath: [UInt8]
  private let host: String?
  /// The outputs in the order of the plan.
  let outputs: [String]
  /// Those that say that something was withdrawn.
  let withdrawn: Set<Int32>
  private var keys: [UInt64]
  private var values: [Int32]

  init(_ plan: BuildPlan) {
    let withdrawn = plan.jobs.indices.filter { plan.jobs[$0].subject.isGone }.map { Int32($0) }
    self.init(
      outputs: plan.jobs.map(\.output), baseURL: plan.routes.baseURL, withdrawn: Set(withdrawn))
  }

  init(outputs: [String], baseURL: BaseURL?, withdrawn: Set<Int32> = []) {
    self.withdrawn = withdrawn
    origin = baseURL.map { Array($0.origin.utf8) }
    basePath = Array((baseURL?.path ?? "").utf8)
    host = baseURL.flatMap { $0.origin.split(separator: "/").last.map(String.init) }
    self.outputs = outputs
    var size = 16
    while size < outputs.count * 4 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    values = [Int32](repeating: -1, count: size)
    for (index, output) in outputs.enumerated() {
      let address = percentEncoded(path: output)
      insert(address, Int32(index))
      // A folder answers with its page.
      if let folder = address.folderOfIndex { insert(folder, Int32(index)) }
    }
  }

  private mutating func insert(_ address: String, _ value: Int32) {
    let key = Self.hash(address)
    var slot = Int(truncatingIfNeeded: key) & (keys.count - 1)
    while values[slot] >= 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    if values[slot] < 0 { (keys[slot], values[slot]) = (key, value) }
  }

  /// The output behind an address below the site's path, without its first slash and fragment.
  @inline(__always)
  func output(at bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int32? {
    output(Self.hash(bytes, range))
  }

  func output(at address: String) -> Int32? { output(Self.hash(address)) }

  @inline(__always)
  private func output(_ key: UInt64) -> Int32? {
    var slot = Int(truncatingIfNeeded: key) & (keys.count - 1)
    while values[slot] >= 0 {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }

  /// Whether an authority such as `saan.example` or `www.ชุมชน.ไทย:8443` is the site's own.
  func isOwn(authority: String) -> Bool {
    guard let host else { return false }
    if authority == host { return true }
    // The port that goes without saying differs between the two.
    return ["https://", "http://"].contains { scheme in
      BaseURL(scheme + authority)?.origin.split(separator: "/").last.map(String.init) == host
    }
  }

  /// The hash by which ids and addresses are compared.
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
    XXH3_64bits(bytes.baseAddress.map { $0 + range.lowerBound }, range.count)
  }

  static func hash(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { XXH3_64bits($0.baseAddress, $0.count) }
  }
}

extension String {
  /// `th/news/` for `th/news/index.html`; `nil` for what is no folder's page.
  fileprivate var folderOfIndex: String? {
    guard hasSuffix("index.html") else { return nil }
    let folder = dropLast("index.html".count)
    return folder.isEmpty || folder.hasSuffix("/") ? String(folder) : nil
  }
}
