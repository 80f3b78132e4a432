/// The text with ASCII digits written as Thai ones: `๒๕๕๔`.
public func thaiDigits(_ text: String) -> String {
  guard text.utf8.contains(where: \.isDigit) else { return text }
  var bytes = [UInt8]()
  bytes.reserveCapacity(text.utf8.count * 3)
  for byte in text.utf8 {
    if byte.isDigit { bytes += [0xE0, 0xB9, 0x60 + byte] } else { bytes.append(byte) }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// The text with Thai digits written as ASCII ones.
public func asciiDigits(_ text: String) -> String {
  guard text.utf8.contains(0xB9) else { return text }
  return String(
    String.UnicodeScalarView(
      text.unicodeScalars.map { scalar in
        (0x0E50...0x0E59).contains(scalar.value)
          ? Unicode.Scalar(UInt8(scalar.value - 0x0E50 + 0x30)) : scalar
      }))
}
