/// The path as an address writes it: what is neither an ASCII letter, a digit nor one of the signs
/// that a path may hold becomes `%E0` and the like (RFC 3986, section 3.3).
package func percentEncoded(path: String) -> String {
  var path = path
  return path.withUTF8 { bytes in
    guard let first = bytes.firstIndex(where: { !$0.isPathByte }) else { return nil }
    var result = [UInt8](bytes[..<first])
    result.reserveCapacity(bytes.count * 3)
    for byte in bytes[first...] {
      if byte.isPathByte {
        result.append(byte)
      } else {
        result.append(UInt8(ascii: "%"))
        result.append(hexadecimalDigits[Int(byte >> 4)])
        result.append(hexadecimalDigits[Int(byte & 15)])
      }
    }
    return String(decoding: result, as: UTF8.self)
  } ?? path
}

/// The text with `%E0%B8%81` and the like turned back into letters; a `%` that no two hexadecimal
/// digits follow stays.
package func percentDecoded(_ text: String) -> String {
  guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
  return String(decoding: percentDecoded(Array(text.utf8)[...]), as: UTF8.self)
}

/// The bytes with each `%` and its two digits as the byte that they stand for.
package func percentDecoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  var index = bytes.startIndex
  while index < bytes.endIndex {
    if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.endIndex,
      let high = bytes[index + 1].hexadecimalValue, let low = bytes[index + 2].hexadecimalValue
    {
      result.append(high << 4 | low)
      index += 3
    } else {
      result.append(bytes[index])
      index += 1
    }
  }
  return result
}

private let hexadecimalDigits = Array("0123456789ABCDEF".utf8)

extension UInt8 {
  /// Whether the path of an address may hold it as it is.
  fileprivate var isPathByte: Bool {
    switch self {
    case 0x61...0x7A, 0x41...0x5A, 0x30...0x39: true
    case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&"),
      UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"),
      UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="),
      UInt8(ascii: ":"), UInt8(ascii: "@"):
      true
    default: false
    }
  }

  fileprivate var hexadecimalValue: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x37
    case 0x61...0x66: self - 0x57
    default: nil
    }
  }
}
