import SaanText

/// The texts that the cells of a workbook refer to by number, put right, one after the other.
///
/// There may be millions of them, so they lie in one piece of memory.
struct SharedTexts {
  private(set) var bytes: [UInt8] = []
  /// Where each text ends.
  private var ends: [Int] = []
  /// What was put right in a text, by its number.
  private(set) var mends: [Int: TextMends] = [:]

  /// Makes none, with room for so many bytes.
  init(capacity: Int = 0) { bytes.reserveCapacity(min(capacity, 1 << 28)) }

  /// Where a text lies; `nil` where there is none of the number.
  func range(_ index: Int) -> Range<Int>? {
    guard ends.indices.contains(index) else { return nil }
    return (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  /// A text.
  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: piece) }

  /// Ends a text: what was appended since the last one.
  mutating func endText() {
    let start = ends.last ?? 0
    readEscapes(&bytes, from: start)
    let tidied = bytes.withUnsafeBufferPointer {
      TidiedText(UnsafeBufferPointer(rebasing: $0[start...]))
    }
    if let tidied, !tidied.mends.isEmpty {
      bytes.replaceSubrange(start..., with: tidied.bytes)
      mends[ends.count] = tidied.mends
    }
    ends.append(bytes.count)
  }
}

/// Takes the texts of a workbook from their part: runs of several looks are one text, and how it is
/// spoken is none of it.
final class SharedTextReader: XMLTaker {
  private(set) var texts: SharedTexts
  private var isText = false
  private var isPhonetic = false

  init(textCapacity: Int) { texts = SharedTexts(capacity: textCapacity) }

  func start(_ element: XMLElement) {
    switch element.name {
    case "t": isText = true
    case "rPh": isPhonetic = true
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isText, !isPhonetic { texts.append(bytes) }
  }

  func end(_ name: XMLName) {
    switch name {
    case "t": isText = false
    case "rPh": isPhonetic = false
    case "si": texts.endText()
    default: break
    }
  }
}

/// Reads the escapes of letters that XML cannot hold, as in `_x000D_`.
///
/// What they stand for is a line break nearly always, as old systems end lines by two letters.
func readEscapes(_ bytes: inout [UInt8], from start: Int) {
  let underscore = UInt8(ascii: "_")
  guard let first = bytes[start...].firstIndex(of: underscore) else { return }
  var read = Array(bytes[start..<first])
  var index = first
  while index < bytes.count {
    let escape = bytes[index...].prefix(7)
    guard escape.count == 7, escape.starts(with: "_x".utf8), escape.last == underscore,
      let code = UInt16(String(decoding: escape.dropFirst(2).dropLast(), as: UTF8.self), radix: 16),
      let letter = Unicode.Scalar(code)
    else {
      read.append(bytes[index])
      index += 1
      continue
    }
    index += 7
    if letter == "\r" {
      let next = index < bytes.count ? bytes[index] : 0x0A
      if next != 0x0A { read.append(0x0A) }
    } else {
      read.append(contentsOf: String(letter).utf8)
    }
  }
  bytes.replaceSubrange(start..., with: read)
}
