/// Tells the visitor of every string of a JSON text that is an address: whole ones, those that
/// begin with a slash under a key that takes an address, and those under `relativeKeys`.
///
/// A whole address with a fragment under `@id` is the name of a thing, and leads nowhere.
func scanJSON<Visitor: AddressVisitor>(
  _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, relativeKeys: [StaticString],
  into visitor: inout Visitor
) {
  var key = 0..<0
  var position = range.lowerBound
  let end = range.upperBound
  while let open = bytes.firstIndex(of: UInt8(ascii: "\""), from: position, to: end) {
    var close = open + 1
    while close < end, bytes[close] != UInt8(ascii: "\"") {
      close += bytes[close] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard close < end else { return }
    let text = (open + 1)..<close
    position = close + 1
    while position < end, bytes[position] <= 0x20 { position += 1 }
    if position < end, bytes[position] == UInt8(ascii: ":") {
      key = text
    } else if isAddress(bytes, text, key, relativeKeys) {
      visitor.visit(address: text, .json)
    }
  }
}

private func isAddress(
  _ bytes: UnsafeBufferPointer<UInt8>, _ text: Range<Int>, _ key: Range<Int>,
  _ relativeKeys: [StaticString]
) -> Bool {
  guard let first = text.first else { return false }
  // A sentence may begin with an address.
  let isWhole =
    bytes[first] | 0x20 == UInt8(ascii: "h") && bytes.starts(with: "http", at: first)
    && bytes.firstIndex(of: UInt8(ascii: " "), from: first, to: text.upperBound) == nil
  let isRooted = bytes[first] == UInt8(ascii: "/") || bytes[first] == UInt8(ascii: "\\")
  if isWhole || isRooted, bytes.holds("@id", in: key) {
    return bytes.firstIndex(of: UInt8(ascii: "#"), from: first, to: text.upperBound) == nil
  }
  return isWhole || relativeKeys.contains { bytes.holds($0, in: key) }
    || isRooted && addressKeys.contains { bytes.holds($0, in: key) }
}

/// The keys of schema.org and of manifests that take addresses, in small letters.
private let addressKeys: [StaticString] = [
  "url", "contenturl", "thumbnailurl", "embedurl", "downloadurl", "image", "logo", "item",
  "mainentityofpage", "sameas", "target", "license", "photo", "start_url", "src",
]
