extension Double {
  /// The number as Python's `repr` writes it: shortest digits that give it back, `1e+16` style.
  var pythonText: String {
    guard isFinite else { return isNaN ? "nan" : self < 0 ? "-inf" : "inf" }
    guard self != 0 else { return sign == .minus ? "-0.0" : "0.0" }
    let (digits, exponent) = shortestDigits
    let text = (-4..<16).contains(exponent) ? fixed(digits, exponent) : scientific(digits, exponent)
    return self < 0 ? "-" + text : text
  }

  /// The significant digits and the power of ten of the first of them.
  private var shortestDigits: (digits: [UInt8], exponent: Int) {
    var digits = [UInt8]()
    var exponent = 0
    var pointAt: Int?
    var bytes = magnitude.description.utf8.makeIterator()
    while let byte = bytes.next() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte)
      case UInt8(ascii: "."): pointAt = digits.count
      case UInt8(ascii: "e"):
        var rest = ""
        while let byte = bytes.next() { rest.unicodeScalars.append(Unicode.Scalar(byte)) }
        exponent = Int(rest) ?? 0
      default: break
      }
    }
    exponent += (pointAt ?? digits.count) - 1
    let leading = digits.prefix { $0 == UInt8(ascii: "0") }.count
    digits.removeFirst(leading)
    exponent -= leading
    while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return (digits, exponent)
  }

  private func fixed(_ digits: [UInt8], _ exponent: Int) -> String {
    let text = String(decoding: digits, as: UTF8.self)
    if exponent < 0 { return "0." + String(repeating: "0", count: -exponent - 1) + text }
    if digits.count <= exponent + 1 {
      return text + String(repeating: "0", count: exponent + 1 - digits.count) + ".0"
    }
    return text.prefix(exponent + 1) + "." + text.dropFirst(exponent + 1)
  }

  private func scientific(_ digits: [UInt8], _ exponent: Int) -> String {
    let text = String(decoding: digits, as: UTF8.self)
    let power = String(exponent.magnitude)
    return text.prefix(1) + (digits.count > 1 ? "." + text.dropFirst() : "")
      + (exponent < 0 ? "e-" : "e+") + (power.count < 2 ? "0" + power : power)
  }
}
