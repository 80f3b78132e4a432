import SaanText

/// The page or style sheet with its links to the site's own paths written relative to itself.
///
/// So a site can be opened from a folder, or moved below any path: `href="/th/news/"` on the page
/// `th/index.html` becomes `href="news/index.html"`. Only addresses that begin with the site's path
/// are touched, and whole URLs never.
func relativeURLs(in page: [UInt8], at output: String, basePath: String) -> [UInt8] {
  guard let format = AddressFormat(output), format != .json, format != .text else { return page }
  let prefix = Array(basePath.utf8) + [UInt8(ascii: "/")]
  let rooted = page.withUnsafeBufferPointer { bytes in
    var addresses = RootedAddresses(bytes: bytes, prefix: prefix)
    scanAddresses(bytes, of: output, format, origin: nil, into: &addresses)
    return addresses.found
  }
  let up = String(repeating: "../", count: output.utf8.filter { $0 == UInt8(ascii: "/") }.count)
  var result: [UInt8] = []
  result.reserveCapacity(page.count + page.count / 8)
  var copied = 0
  for range in rooted.sorted(by: { $0.lowerBound < $1.lowerBound }) {
    result += page[copied..<range.lowerBound]
    result += relative(page[(range.lowerBound + prefix.count)..<range.upperBound], up: up)
    copied = range.upperBound
  }
  return result + page[copied...]
}

/// The addresses that begin with the site's path.
private struct RootedAddresses: AddressVisitor {
  let bytes: UnsafeBufferPointer<UInt8>
  let prefix: [UInt8]
  var found: [Range<Int>] = []

  mutating func visit(address: Range<Int>, _ setting: AddressSetting) {
    let range = bytes.trimmed(address)
    guard setting != .json, range.count >= prefix.count,
      bytes[range].starts(with: prefix),
      range.count == prefix.count || bytes[range.lowerBound + prefix.count] != UInt8(ascii: "/")
    else { return }
    found.append(range)
  }

  mutating func visit(identifier: Range<Int>) {}
  mutating func visit(label: Range<Int>) {}
  mutating func visit(base: Range<Int>) {}
}

/// A folder becomes its `index.html`, since no server is there to find it.
private func relative(_ path: ArraySlice<UInt8>, up: String) -> [UInt8] {
  let cut = path.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") } ?? path.endIndex
  var target = Array(up.utf8) + path[..<cut]
  if target.isEmpty || target.last == UInt8(ascii: "/") { target += Array("index.html".utf8) }
  return target + path[cut...]
}
