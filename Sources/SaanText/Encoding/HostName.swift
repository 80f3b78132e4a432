/// The name of a host as the domain name system knows it: `xn--b3ca9b4a0i.xn--o3cw4h` for
/// `ชุมชน.ไทย`.
///
/// Letters become small, the dot at the end goes, and what is no ASCII is written as Punycode
/// (RFC 3492, RFC 5891). Mapped beforehand is what browsers map in Thai names (UTS 46): sara am
/// becomes its two parts, marks stand in their canonical order. Own code, because nothing that is
/// linked does it, and the algorithm is a page long.
///
/// - Returns: `nil` for what cannot be a name: an empty or long label, a sign other than a hyphen.
package func asciiHostName(_ name: String) -> String? {
  var scalars = mapped(name)
  if scalars.last == "." { scalars.removeLast() }
  let labels = scalars.split(separator: ".", omittingEmptySubsequences: false)
  let encoded = labels.compactMap { asciiLabel(Array($0)) }
  let host = encoded.joined(separator: ".")
  return encoded.count == labels.count && host.utf8.count <= 253 ? host : nil
}

private func mapped(_ name: String) -> [Unicode.Scalar] {
  var result: [Unicode.Scalar] = []
  for scalar in name.lowercased().unicodeScalars {
    switch scalar {
    case "\u{AD}", "\u{200B}", "\u{2060}", "\u{FEFF}": continue
    case "\u{3002}", "\u{FF0E}", "\u{FF61}": result.append(".")
    case "\u{E33}": result += ["\u{E4D}", "\u{E32}"]
    default: result.append(scalar)
    }
    // Marks on one letter stand in the order of their classes; equal ones keep theirs.
    var index = result.count - 1
    while index > 0, result[index].markClass > 0,
      result[index - 1].markClass > result[index].markClass
    {
      result.swapAt(index, index - 1)
      index -= 1
    }
  }
  return result
}

extension Unicode.Scalar {
  fileprivate var markClass: UInt8 { properties.canonicalCombiningClass.rawValue }

  /// Whether a name may hold it.
  fileprivate var isOfNames: Bool {
    switch properties.generalCategory {
    case .lowercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark,
      .decimalNumber:
      true
    default: self == "-" || self == "_"
    }
  }

  fileprivate var isMark: Bool {
    properties.generalCategory == .nonspacingMark || properties.generalCategory == .spacingMark
  }
}

private func asciiLabel(_ label: [Unicode.Scalar]) -> String? {
  guard let first = label.first, first != "-", label.last != "-", !first.isMark,
    label.allSatisfy(\.isOfNames)
  else { return nil }
  let isASCII = label.allSatisfy(\.isASCII)
  let text = isASCII ? String(String.UnicodeScalarView(label)) : punycode(label).map { "xn--" + $0 }
  return text.flatMap { $0.utf8.count <= 63 ? $0 : nil }
}

/// Punycode after RFC 3492, section 6.3; `nil` when a number would overflow.
private func punycode(_ label: [Unicode.Scalar]) -> String? {
  var output = label.filter(\.isASCII).map { UInt8(truncatingIfNeeded: $0.value) }
  let basic = output.count
  var handled = basic
  if basic > 0 { output.append(UInt8(ascii: "-")) }
  var (code, delta, bias) = (UInt32(128), UInt32(0), UInt32(72))
  while handled < label.count {
    guard let next = label.lazy.map(\.value).filter({ $0 >= code }).min() else { return nil }
    let (step, isTooFar) = (next - code).multipliedReportingOverflow(by: UInt32(handled + 1))
    let (sum, isTooLarge) = delta.addingReportingOverflow(step)
    guard !isTooFar, !isTooLarge, sum < UInt32.max - UInt32(label.count) else { return nil }
    (delta, code) = (sum, next)
    for scalar in label {
      if scalar.value < code { delta += 1 }
      guard scalar.value == code else { continue }
      appendPunycode(delta, bias: bias, to: &output)
      bias = adapted(delta, count: UInt32(handled + 1), isFirst: handled == basic)
      delta = 0
      handled += 1
    }
    delta += 1
    code += 1
  }
  return String(decoding: output, as: UTF8.self)
}

/// A number in digits of a base that changes: RFC 3492, section 3.3.
private func appendPunycode(_ number: UInt32, bias: UInt32, to output: inout [UInt8]) {
  func digit(_ value: UInt32) -> UInt8 {
    UInt8(truncatingIfNeeded: value < 26 ? value + 0x61 : value + 22)
  }
  var (rest, place) = (number, UInt32(36))
  while true {
    let threshold = place <= bias ? 1 : min(place - bias, 26)
    guard rest >= threshold else { break }
    output.append(digit(threshold + (rest - threshold) % (36 - threshold)))
    rest = (rest - threshold) / (36 - threshold)
    place += 36
  }
  output.append(digit(rest))
}

/// The next bias: RFC 3492, section 6.1.
private func adapted(_ delta: UInt32, count: UInt32, isFirst: Bool) -> UInt32 {
  var delta = isFirst ? delta / 700 : delta / 2
  delta += delta / count
  var bias: UInt32 = 0
  while delta > 455 {
    delta /= 35
    bias += 36
  }
  return bias + 36 * delta / (delta + 38)
}
