/// A box of a file of ISO 14496-12, which pictures of telephones and films are made of.
package struct MediaBox: Sendable {
  /// Its name: four letters.
  package let name: String
  /// Where its head begins.
  package let head: Int
  /// Its content, behind its head.
  package let content: Range<Int>

  /// Where its content begins.
  package var start: Int { content.lowerBound }
}

extension ByteReader {
  /// The boxes in a part of the file, one behind the other.
  ///
  /// - Returns: those that are whole, and whether that is all there is.
  package func boxes(in range: Range<Int>) -> (boxes: [MediaBox], areWhole: Bool) {
    var found: [MediaBox] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      guard let short = big(offset, 4), let name = name(offset + 4) else { return (found, false) }
      var (length, head) = (short, 8)
      if short == 1 {
        guard let high = big(offset + 8, 4), high < 1 << 24, let low = big(offset + 12, 4) else {
          return (found, false)
        }
        (length, head) = (high << 32 | low, 16)
      } else if short == 0 {
        length = range.upperBound - offset
      }
      guard length >= head, length <= range.upperBound - offset else { return (found, false) }
      found.append(
        MediaBox(name: name, head: offset, content: offset + head..<offset + length))
      offset += length
    }
    return (found, true)
  }

  /// All boxes of the file, and those in boxes of these names.
  package func boxes(named outer: Set<String>) -> [MediaBox] {
    var waiting = boxes(in: 0..<count).boxes
    var found: [MediaBox] = []
    while let box = waiting.popLast(), found.count < 10_000 {
      found.append(box)
      guard outer.contains(box.name) else { continue }
      waiting += boxes(in: inside(box)).boxes
    }
    return found
  }

  /// Where the boxes of a box begin: behind its version, where it has one.
  package func inside(_ box: MediaBox) -> Range<Int> {
    let hasVersion = box.name == "meta" && !has("hdlr", at: box.start + 4)
    return min(box.start + (hasVersion ? 4 : 0), box.content.upperBound)..<box.content.upperBound
  }
}
