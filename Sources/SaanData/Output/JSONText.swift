extension [UInt8] {
  /// Appends a text as a JSON string.
  mutating func appendJSON(_ text: String) {
    var text = text
    text.withUTF8 { appendJSON($0) }
  }

  /// Appends UTF-8 as a JSON string; everything but quotes, backslashes and control characters
  /// stays as it is.
  mutating func appendJSON(_ bytes: UnsafeBufferPointer<UInt8>) {
    append(UInt8(ascii: "\""))
    var clean = 0
    for (index, byte) in bytes.enumerated()
    where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
      append(contentsOf: UnsafeBufferPointer(rebasing: bytes[clean..<index]))
      clean = index + 1
      switch byte {
      case UInt8(ascii: "\n"): append(contentsOf: "\\n".utf8)
      case UInt8(ascii: "\r"): append(contentsOf: "\\r".utf8)
      case UInt8(ascii: "\t"): append(contentsOf: "\\t".utf8)
      case ..<0x20:
        append(contentsOf: "\\u00".utf8)
        append(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
        append(Array("0123456789abcdef".utf8)[Int(byte & 15)])
      default:
        append(UInt8(ascii: "\\"))
        append(byte)
      }
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: bytes[clean...]))
    append(UInt8(ascii: "\""))
  }
}
