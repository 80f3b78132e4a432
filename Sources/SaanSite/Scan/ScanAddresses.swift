/// Tells the visitor of every address in an output.
///
/// - Parameter origin: scheme and host of the site, by which addresses among words are known.
func scanAddresses<Visitor: AddressVisitor>(
  _ bytes: UnsafeBufferPointer<UInt8>, of path: String, _ format: AddressFormat,
  origin: [UInt8]?, into visitor: inout Visitor
) {
  let whole = 0..<bytes.count
  switch format {
  case .html, .xml:
    var scanner = MarkupScanner<Visitor>(bytes, isXML: format == .xml)
    scanner.scan(&visitor)
  case .css: scanStyles(bytes, whole, into: &visitor)
  case .json: scanJSON(bytes, whole, relativeKeys: relativeKeys(ofFile: path), into: &visitor)
  case .text: scanText(bytes, origin: origin, into: &visitor)
  }
}

/// The keys whose values are addresses relative to the file itself.
private func relativeKeys(ofFile path: String) -> [StaticString] {
  let name = path.split(separator: "/").last ?? ""
  if name == "datapackage.json" { return ["path"] }
  if name.hasSuffix(".webmanifest") || name == "manifest.json" {
    return ["start_url", "scope", "src", "url"]
  }
  return []
}

/// Whole addresses of the site among words, such as that of the sitemap in `robots.txt`.
private func scanText<Visitor: AddressVisitor>(
  _ bytes: UnsafeBufferPointer<UInt8>, origin: [UInt8]?, into visitor: inout Visitor
) {
  guard let origin else { return }
  var position = 0
  while let start = bytes.firstIndex(of: origin, from: position) {
    var end = start + origin.count
    while end < bytes.count, !isEndOfAddress(bytes[end]) { end += 1 }
    while end > start, [0x2E, 0x2C, 0x3B, 0x3A].contains(bytes[end - 1]) { end -= 1 }
    visitor.visit(address: start..<end, .text)
    position = end
  }
}

private func isEndOfAddress(_ byte: UInt8) -> Bool {
  byte <= 0x20 || "\"'<>()[]`\\".utf8.contains(byte)
}
