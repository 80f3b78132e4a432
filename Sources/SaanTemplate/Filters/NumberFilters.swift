import Glibc
import SaanText

extension Filter {
  static let abs = Filter(
    "abs", summary: "the number without its sign", result: .type(.number),
    examples: [.init("{{ (-3) | abs }}", "3")]
  ) { value, _, _ throws(TemplateFault) in
    if case .double(let number) = value { return .double(number.magnitude) }
    guard let number = value.integer else { throw .inputKind("a number", value) }
    if number == .min { throw .overflow }
    return .int(Swift.abs(number))
  }

  static let filesizeformat = Filter(
    "filesizeformat", [.init("binary", false)], summary: "a size in bytes for people",
    result: .type(.string), examples: [.init("{{ 13000 | filesizeformat }}", "13.0 kB")]
  ) { value, arguments, _ throws(TemplateFault) in
    guard let size = value.number ?? value.text.flatMap({ Double($0.trimmed(nil)) }) else {
      throw .inputKind("a number", value)
    }
    let binary = arguments[0].isTrue
    let base = binary ? 1024.0 : 1000.0
    if size == 1 { return "1 Byte" }
    if size < base {
      guard let whole = Int(exactly: size.rounded(.towardZero)) else { throw .overflow }
      return .string("\(whole) Bytes")
    }
    var unit = base
    let letters = ["k", "M", "G", "T", "P", "E", "Z", "Y"]
    for (index, letter) in letters.enumerated() {
      unit *= base
      if size < unit || index == letters.count - 1 {
        let prefix = binary ? letter.uppercased() + "iB" : letter + "B"
        return .string((base * size / unit).formatted(kind: "f", precision: 1) + " " + prefix)
      }
    }
    return value
  }

  static let float = Filter(
    "float", [.init("default", 0.0)], summary: "the value as a floating-point number",
    result: .type(.number), examples: [.init("{{ '3.5' | float }}", "3.5")]
  ) { value, arguments, _ in
    if let number = value.number { return .double(number) }
    return value.text.flatMap(\.pythonDouble).map { .double($0) } ?? arguments[0]
  }

  static let int = Filter(
    "int", [.init("default", 0), .init("base", 10)], summary: "the value as an integer",
    result: .type(.number),
    examples: [
      .init("{{ '42.9' | int }}", "42"), .init("{{ 'x' | int(7) }}", "7"),
      .init("{{ '0x1A' | int(base=16) }}", "26"),
    ]
  ) { value, arguments, _ throws(TemplateFault) in
    let base = try arguments.integer(1, "base")
    if let number = value.integer { return .int(number) }
    if let text = value.text, let number = text.pythonInteger(base) { return .int(number) }
    guard let number = value.number ?? value.text.flatMap(\.pythonDouble), number.isFinite else {
      return arguments[0]
    }
    guard let whole = Int(exactly: number.rounded(.towardZero)) else { throw .overflow }
    return .int(whole)
  }

  static let round = Filter(
    "round", [.init("precision", 0), .init("method", "common")],
    summary: "the number rounded to decimal places: common (half to even), ceil or floor",
    result: .type(.number),
    examples: [
      .init("{{ 42.55 | round }}", "43.0"), .init("{{ 42.55 | round(1, 'floor') }}", "42.5"),
    ]
  ) { value, arguments, _ throws(TemplateFault) in
    let precision = try arguments.integer(0, "precision")
    let method = try arguments.text(1, "method")
    guard let number = value.number else { throw .inputKind("a number", value) }
    guard ["common", "ceil", "floor"].contains(method) else {
      throw .argumentValue("method", "'common', 'ceil' or 'floor'")
    }
    if method == "common" {
      if let whole = value.integer { return .int(whole.rounded(toPlaces: precision)) }
      return .double(number.rounded(toPlaces: precision))
    }
    let scale = pow(10, Double(precision))
    return .double((method == "ceil" ? ceil(number * scale) : floor(number * scale)) / scale)
  }

  static let sum = Filter(
    "sum", [.init("attribute", .none), .init("start", 0)],
    summary: "the sum of numbers, or of a field of every element", result: .type(.number),
    examples: [.init("{{ [1, 2] | sum(start=3) }}", "6")]
  ) { value, arguments, context throws(TemplateFault) in
    let path = AttributePath(arguments[0])
    var total = arguments[1]
    if total.text != nil { throw .argumentKind("start", "a number", total) }
    for item in try value.list() {
      total = try Operators.apply(.add, total, try path.value(in: item), limits: context.limits)
    }
    return total
  }
}

extension Int {
  /// Rounds to tens, hundreds … for negative places, half to even.
  fileprivate func rounded(toPlaces places: Int) -> Int {
    guard places < 0 else { return self }
    guard places > -19 else { return 0 }
    let unit = (0..<(-places)).reduce(1) { result, _ in result * 10 }
    let (quotient, rest) = quotientAndRemainder(dividingBy: unit)
    let twice = rest.magnitude * 2
    let away = twice > unit.magnitude || (twice == unit.magnitude && quotient & 1 == 1)
    return (quotient + (away ? signum() : 0)) * unit
  }
}

extension Double {
  /// Rounds as Python's `round`: by the decimal digits of the exact value, half to even.
  fileprivate func rounded(toPlaces places: Int) -> Double {
    guard isFinite else { return self }
    if places > 300 { return self }
    if places < 0 {
      let unit = pow(10, Double(Swift.min(-places, 320)))
      return unit.isFinite ? (self / unit).rounded(.toNearestOrEven) * unit : 0 * self
    }
    return Double(magnitude.formatted(kind: "f", precision: places)).map {
      sign == .minus ? -$0 : $0
    } ?? self
  }
}

extension String {
  /// The text with every script's decimal digits, such as Thai ones, as 0 to 9.
  fileprivate var withPlainDigits: String {
    guard !utf8.allSatisfy({ $0 < 0x80 }) else { return self }
    return String(
      scalars: unicodeScalars.map { scalar in
        guard scalar.properties.numericType == .decimal,
          let value = scalar.properties.numericValue
        else { return scalar }
        return Unicode.Scalar(UInt8(0x30 + Int(value)))
      })
  }

  /// The text as Python's `float` reads it.
  var pythonDouble: Double? {
    let text = trimmed(nil).withPlainDigits
    let isPlain = text.utf8.allSatisfy { byte in
      isDigit(byte) || [0x2B, 0x2D, 0x2E, 0x5F, 0x65, 0x45].contains(byte)
    }
    if isPlain {
      guard !text.hasPrefix("_"), !text.hasSuffix("_"), firstRange(of: "__") == nil else {
        return nil
      }
      let digits = text.filter { $0 != "_" }
      let start = digits.hasPrefix("+") ? String(digits.dropFirst()) : digits
      if start.hasPrefix("+") { return nil }
      return Double(start.hasPrefix(".") ? "0" + start : start.hasSuffix(".") ? start + "0" : start)
    }
    switch text.lowercased().trimmed("+", atEnd: false) {
    case "inf", "infinity": return .infinity
    case "-inf", "-infinity": return -.infinity
    case "nan", "-nan": return .nan
    default: return nil
    }
  }

  /// The text as Python's `int` reads it.
  func pythonInteger(_ base: Int) -> Int? {
    var text = trimmed(nil).lowercased().withPlainDigits
    var sign = ""
    if text.hasPrefix("-") || text.hasPrefix("+") { sign = String(text.removeFirst()) }
    var radix = base
    for (prefix, value) in [("0x", 16), ("0o", 8), ("0b", 2)]
    where text.hasPrefix(prefix) && (base == value || base == 0) {
      text.removeFirst(2)
      radix = value
    }
    if radix == 0 { radix = 10 }
    guard (2...36).contains(radix), let first = text.first, first.isHexDigit || first.isLetter,
      !text.hasSuffix("_"), firstRange(of: "__") == nil
    else { return nil }
    return Int(sign + text.filter { $0 != "_" }, radix: radix)
  }
}
