/// Numbers of a sheet as Excel shows them: it stores seventeen digits, and shows fifteen.
enum SheetNumber {
  /// Whether a stored number is written as it is shown: most are.
  static func isShown(_ text: [UInt8]) -> Bool {
    var (digits, hasPoint) = (0, false)
    for (index, byte) in text.enumerated() {
      switch byte {
      case 0x30...0x39: digits += 1
      case UInt8(ascii: "."):
        if hasPoint || index + 1 == text.count { return false }
        hasPoint = true
      case UInt8(ascii: "-") where index == 0: break
      default: return false
      }
    }
    return digits > 0 && (!hasPoint || (digits <= 15 && text.last != UInt8(ascii: "0")))
  }

  /// The number in fifteen digits, without an exponent, its point moved to the right; `nil` of
  /// what is no number, or has more than thirty digits.
  static func shown(_ double: Double, shift: Int = 0) -> String? {
    guard double.isFinite else { return nil }
    let parts = double.magnitude.description.split(separator: "e")
    guard let first = parts.first, var exponent = parts.count > 1 ? Int(parts[1]) : 0 else {
      return nil
    }
    let decimals = first.split(separator: ".")
    exponent -= decimals.count > 1 ? decimals[1].count : 0
    // The shortest digits that mean the number; there are seventeen at most, and a zero.
    guard var digits = UInt64(decimals.joined()) else { return nil }
    while digits >= 1_000_000_000_000_000 {
      // Only the last step may round, and it sees all that is cut off.
      let isLast = digits < 10_000_000_000_000_000
      digits = isLast ? (digits + 5) / 10 : digits / 10
      exponent += 1
    }
    while digits > 0, digits % 10 == 0 {
      digits /= 10
      exponent += 1
    }
    guard digits > 0 else { return "0" }
    exponent += shift
    guard (-30...30).contains(exponent) else { return nil }
    let sign = double < 0 ? "-" : ""
    let text = String(digits)
    if exponent >= 0 { return sign + text + String(repeating: "0", count: exponent) }
    let padded = String(repeating: "0", count: max(0, 1 - exponent - text.count)) + text
    return "\(sign)\(padded.dropLast(-exponent)).\(padded.suffix(-exponent))"
  }
}
