import SaanText

extension SourceFile {
  /// The bytes of the front matter; of a file that has none all.
  package var head: ArraySlice<UInt8> {
    let start = startOfBody
    return start == 0 ? bytes[...] : bytes[..<start]
  }

  /// Where the text begins, below the front matter; 0 where there is none.
  package var startOfBody: Int {
    let fence = Array("---".utf8)
    var line = span(0..<0).lineRange
    guard bytes[line].elementsEqual(fence) else { return 0 }
    while line.upperBound < bytes.count {
      let next = bytes[line.upperBound] == UInt8(ascii: "\r") ? 2 : 1
      let start = min(line.upperBound + next, bytes.count)
      line = span(start..<start).lineRange
      if bytes[line].elementsEqual(fence) { return line.upperBound }
      if line.lowerBound >= bytes.count { break }
    }
    return 0
  }
}
