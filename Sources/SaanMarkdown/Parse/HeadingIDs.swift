/// Makes the ids of a text's headings: readable, safe for Thai, each once.
struct HeadingIDs {
  private var taken: Set<String> = []
  private var next: [String: Int] = [:]

  /// The id of a heading, from its title unless its author chose one that is free.
  mutating func id(for title: String, custom: String?) -> String {
    if let custom, taken.insert(custom).inserted { return custom }
    let base = custom ?? Self.slug(title)
    if taken.insert(base).inserted { return base }
    var number = next[base] ?? 1
    while !taken.insert("\(base)-\(number)").inserted { number += 1 }
    next[base] = number + 1
    return "\(base)-\(number)"
  }

  /// How many scalars of a title make its id; more would only make links unwieldy.
  private static let longest = 120

  /// Letters, marks and digits, Latin in lower case, with a hyphen for what is between them.
  static func slug(_ title: String) -> String {
    var slug = String.UnicodeScalarView()
    var needsHyphen = false
    for scalar in title.unicodeScalars.prefix(longest) {
      guard isKept(scalar) else {
        needsHyphen =
          needsHyphen || scalar.properties.isWhitespace || scalar == "-" || scalar == "/"
        continue
      }
      if needsHyphen, !slug.isEmpty { slug.append("-") }
      needsHyphen = false
      if scalar.isASCII {
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        slug.append(Unicode.Scalar(byte.isLetter ? byte | 0x20 : byte))
      } else {
        slug.append(scalar)
      }
    }
    return slug.isEmpty ? "section" : String(slug)
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      return byte.isLetter || byte.isDigit || scalar == "_"
    }
    if (0x0E01...0x0E4E).contains(scalar.value) { return scalar != "\u{0E3F}" }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber:
      return true
    default:
      return false
    }
  }
}
