/// Tells the visitor of every `url()` and `@import` of a style sheet, of a `style` element or of a
/// `style` attribute; comments and other strings are leapt over.
func scanStyles<Visitor: AddressVisitor>(
  _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into visitor: inout Visitor
) {
  var index = range.lowerBound
  let end = range.upperBound
  while index < end {
    switch bytes[index] {
    case UInt8(ascii: "/") where index + 1 < end && bytes[index + 1] == UInt8(ascii: "*"):
      index = endOfComment(bytes, from: index + 2, to: end)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      index = endOfString(bytes, from: index, to: end) + 1
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      guard bytes.starts(with: "url(", at: index), !isInWord(bytes, before: index, range) else {
        index += 1
        continue
      }
      index = visitTarget(bytes, from: index + 4, to: end, isURL: true, &visitor)
    case UInt8(ascii: "@"):
      guard bytes.starts(with: "@import", at: index) else {
        index += 1
        continue
      }
      index = visitTarget(bytes, from: index + 7, to: end, isURL: false, &visitor)
    default: index += 1
    }
  }
}

private func isInWord(
  _ bytes: UnsafeBufferPointer<UInt8>, before index: Int, _ range: Range<Int>
) -> Bool {
  guard index > range.lowerBound else { return false }
  let byte = bytes[index - 1]
  return (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80
    || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
}

/// Reads the address behind `url(` or `@import`; gives the offset behind it.
private func visitTarget<Visitor: AddressVisitor>(
  _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, isURL: Bool,
  _ visitor: inout Visitor
) -> Int {
  var index = start
  while index < end, bytes[index] <= 0x20 { index += 1 }
  guard index < end else { return end }
  let quote = bytes[index]
  guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
    // `@import url(…)` comes round again.
    guard isURL else { return index }
    let close = bytes.firstIndex(of: UInt8(ascii: ")"), from: index, to: end) ?? end
    visit(bytes.trimmed(index..<close), bytes, &visitor)
    return close
  }
  let close = endOfString(bytes, from: index, to: end)
  visit((index + 1)..<close, bytes, &visitor)
  return close + 1
}

/// An address that is only a fragment names a part of the drawing that it stands in.
private func visit<Visitor: AddressVisitor>(
  _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, _ visitor: inout Visitor
) {
  guard let first = range.first, bytes[first] != UInt8(ascii: "#") else { return }
  visitor.visit(address: range, .style)
}

/// The offset of the mark that closes the string which opens here.
private func endOfString(
  _ bytes: UnsafeBufferPointer<UInt8>, from open: Int, to end: Int
) -> Int {
  var index = open + 1
  while index < end, bytes[index] != bytes[open] {
    index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
  }
  return min(index, end)
}

private func endOfComment(
  _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
) -> Int {
  var index = start
  while let star = bytes.firstIndex(of: UInt8(ascii: "*"), from: index, to: end) {
    if star + 1 < end, bytes[star + 1] == UInt8(ascii: "/") { return star + 2 }
    index = star + 1
  }
  return end
}
