/// The escapes of Python's string literals.
enum StringEscapes {
  static func decode(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "\\")) || bytes.contains(0x0D) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    var result = [UInt8]()
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      if byte == 0x0D {
        result.append(0x0A)
        if index < bytes.endIndex, bytes[index] == 0x0A { index += 1 }
      } else if byte == UInt8(ascii: "\\"), index < bytes.endIndex {
        decodeEscape(bytes, &index, into: &result)
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func decodeEscape(
    _ bytes: ArraySlice<UInt8>, _ index: inout Int, into result: inout [UInt8]
  ) {
    let letter = bytes[index]
    index += 1
    switch letter {
    case UInt8(ascii: "\n"): break
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "a"): result.append(0x07)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "v"): result.append(0x0B)
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): result.append(letter)
    case UInt8(ascii: "x"): decodeHex(bytes, &index, letter, count: 2, into: &result)
    case UInt8(ascii: "u"): decodeHex(bytes, &index, letter, count: 4, into: &result)
    case UInt8(ascii: "U"): decodeHex(bytes, &index, letter, count: 8, into: &result)
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      var value = UInt32(letter - 0x30)
      var count = 1
      while count < 3, index < bytes.endIndex, (0x30...0x37).contains(bytes[index]) {
        value = value * 8 + UInt32(bytes[index] - 0x30)
        index += 1
        count += 1
      }
      append(value, to: &result)
    default: result += [UInt8(ascii: "\\"), letter]
    }
  }

  private static func decodeHex(
    _ bytes: ArraySlice<UInt8>, _ index: inout Int, _ letter: UInt8, count: Int,
    into result: inout [UInt8]
  ) {
    let end = index + count
    guard end <= bytes.endIndex,
      let value = UInt32(String(decoding: bytes[index..<end], as: UTF8.self), radix: 16)
    else {
      result += [UInt8(ascii: "\\"), letter]
      return
    }
    index = end
    append(value, to: &result)
  }

  private static func append(_ value: UInt32, to result: inout [UInt8]) {
    result += Array(String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8)
  }
}
