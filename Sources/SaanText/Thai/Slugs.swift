/// Whether the text can stand in a URL as it is: lower-case ASCII words with single hyphens
/// between.
public func isSlug(_ text: String) -> Bool {
  var last: UInt8 = 0x2D
  for byte in text.utf8 {
    guard byte.isDigit || byte &- 0x61 < 26 || (byte == 0x2D && last != 0x2D) else { return false }
    last = byte
  }
  return last != 0x2D
}

/// An ASCII slug made of a name: `Lop Buri` is `lop-buri`; `nil` when no ASCII letter or digit is
/// in it.
///
/// Thai is left out rather than transliterated: a slug comes from the official English name.
public func slug(_ text: String) -> String? {
  var writer = SlugWriter()
  for scalar in text.unicodeScalars {
    switch scalar {
    case "a"..."z", "0"..."9": writer.add(scalar)
    case "A"..."Z": writer.add(lowercased(scalar))
    case "'", "’", "\u{AD}", "\u{200B}"..."\u{200D}", "\u{300}"..."\u{36F}": continue
    case "\u{E50}"..."\u{E59}": writer.add(asciiDigit(scalar))
    default:
      if let base = LatinLetters.bases[scalar] {
        writer.add(Unicode.Scalar(base.letter | 0x20))
      } else {
        writer.addHyphen()
      }
    }
  }
  let result = writer.text
  return result.isEmpty ? nil : result
}

private func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value) | 0x20)
}

private func asciiDigit(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value - 0xE50 + 0x30))
}

/// Words with single hyphens between them, none at the ends.
private struct SlugWriter {
  private var scalars = String.UnicodeScalarView()
  private var hyphenIsDue = false

  mutating func add(_ scalar: Unicode.Scalar) {
    if hyphenIsDue, !scalars.isEmpty { scalars.append("-") }
    hyphenIsDue = false
    scalars.append(scalar)
  }

  mutating func addHyphen() { hyphenIsDue = true }

  var text: String { String(scalars) }
}
