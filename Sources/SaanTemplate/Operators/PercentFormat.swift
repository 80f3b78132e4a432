import Glibc
import SaanText

/// Python's `%` formatting of texts.
///
/// The operator `%` and the filter `format` share it. Widths end at `widest`: a place of a few
/// bytes could ask for a gigabyte of blanks.
struct PercentFormat {
  private struct Place {
    var flags: Set<Character> = []
    var width = 0
    var precision: Int?
    var name: String?
  }

  private let arguments: [Value]
  private let named: [String: Value]
  private let escapes: Bool
  private var next = 0
  private static let widest = 10_000

  /// Fills in a text.
  static func apply(
    _ format: String, _ arguments: [Value], _ named: [String: Value], escapes: Bool,
    _ limits: TemplateLimits
  ) throws(TemplateFault) -> String {
    var names = named
    if named.isEmpty, arguments.count == 1, case .map(let map) = arguments[0] {
      names = Dictionary(map.pairs.map { ($0.description, $1) }, uniquingKeysWith: { $1 })
    }
    var formatter = PercentFormat(arguments: arguments, named: names, escapes: escapes)
    let text = try formatter.run(format, limits)
    if formatter.next < arguments.count, named.isEmpty, names.isEmpty {
      throw .tooManyArguments(limit: formatter.next)
    }
    return text
  }

  private init(arguments: [Value], named: [String: Value], escapes: Bool) {
    self.arguments = arguments
    self.named = named
    self.escapes = escapes
  }

  private mutating func run(
    _ format: String, _ limits: TemplateLimits
  ) throws(TemplateFault) -> String {
    var result = ""
    var rest = Array(format.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      guard scalar == "%" else {
        result.unicodeScalars.append(scalar)
        continue
      }
      var place = try parse(&rest)
      guard let kind = rest.popFirst() else { throw Self.mistake("%") }
      if kind == "%" {
        result += "%"
      } else {
        result += try text(of: kind, &place)
        try limits.check(bytes: result.utf8.count)
      }
    }
    return result
  }

  private static func mistake(_ place: String) -> TemplateFault {
    .type("'\(place)' is no place that can be filled in", "'\(place)' ไม่ใช่ช่องที่เติมค่าได้")
  }

  private mutating func parse(
    _ rest: inout ArraySlice<Unicode.Scalar>
  ) throws(TemplateFault) -> Place {
    var place = Place()
    if rest.first == "(" {
      guard let end = rest.firstIndex(of: ")") else { throw Self.mistake("%(") }
      place.name = String(scalars: rest[rest.index(after: rest.startIndex)..<end])
      rest = rest[(end + 1)...]
    }
    while let flag = rest.first, "-+ #0".unicodeScalars.contains(flag) {
      place.flags.insert(Character(flag))
      rest.removeFirst()
    }
    place.width = try number(&rest) ?? 0
    if place.width < 0 {
      place.flags.insert("-")
      place.width = -place.width
    }
    if rest.first == "." {
      rest.removeFirst()
      place.precision = try number(&rest) ?? 0
    }
    while let mark = rest.first, "hlL".unicodeScalars.contains(mark) { rest.removeFirst() }
    return place
  }

  private mutating func number(
    _ rest: inout ArraySlice<Unicode.Scalar>
  ) throws(TemplateFault) -> Int? {
    if rest.first == "*" {
      rest.removeFirst()
      let value = try argument(Place())
      guard let number = value.integer else { throw .argumentKind("*", "an integer", value) }
      return Swift.max(-Self.widest, Swift.min(Self.widest, number))
    }
    let digits = rest.prefix { ("0"..."9").contains($0) }
    rest = rest[digits.endIndex...]
    return Int(String(scalars: digits)).map { Swift.min(Self.widest, $0) }
  }

  private mutating func argument(_ place: Place) throws(TemplateFault) -> Value {
    if let name = place.name {
      guard let value = named[name] else { throw .missingArgument(name) }
      return value
    }
    guard next < arguments.count else { throw .missingArgument("\(next + 1)") }
    next += 1
    return arguments[next - 1]
  }

  private mutating func text(
    of kind: Unicode.Scalar, _ place: inout Place
  ) throws(TemplateFault) -> String {
    let value = try argument(place)
    switch kind {
    case "s", "r", "a":
      var text = kind == "s" ? value.description : value.representation
      if let precision = place.precision {
        text = String(scalars: text.unicodeScalars.prefix(precision))
      }
      if escapes {
        text = kind == "s" && place.precision == nil ? value.escaped : HTML(escaping: text).markup
      }
      place.flags.remove("0")
      return pad(text, sign: "", place)
    case "c":
      if let code = value.integer, let scalar = Unicode.Scalar(UInt32(clamping: code)) {
        return pad(String(Character(scalar)), sign: "", place)
      }
      guard let text = value.text, text.length == 1 else {
        throw .argumentKind("%c", "one letter", value)
      }
      return pad(text, sign: "", place)
    case "d", "i", "u": return try integer(value, radix: 10, uppercase: false, place)
    case "x": return try integer(value, radix: 16, uppercase: false, place)
    case "X": return try integer(value, radix: 16, uppercase: true, place)
    case "o": return try integer(value, radix: 8, uppercase: false, place)
    case "f", "F", "e", "E", "g", "G":
      guard let number = value.number else { throw .argumentKind("%\(kind)", "a number", value) }
      var text = number.magnitude.formatted(kind: kind, precision: place.precision ?? 6)
      if !number.isFinite {
        text = number.isNaN ? "nan" : "inf"
        place.flags.remove("0")
      }
      return pad(text, sign: sign(number.sign == .minus && !number.isNaN, place), place)
    default: throw Self.mistake("%\(kind)")
    }
  }

  private func integer(
    _ value: Value, radix: Int, uppercase: Bool, _ place: Place
  ) throws(TemplateFault) -> String {
    var number = value.integer
    if number == nil, radix == 10, let double = value.number {
      number = Int(exactly: double.rounded(.towardZero))
    }
    guard let number else { throw .argumentKind("%d", "an integer", value) }
    var digits = String(number.magnitude, radix: radix, uppercase: uppercase)
    if let precision = place.precision, digits.utf8.count < precision {
      digits = String(repeating: "0", count: precision - digits.utf8.count) + digits
    }
    let prefix =
      place.flags.contains("#") && radix != 10 ? (radix == 8 ? "0o" : uppercase ? "0X" : "0x") : ""
    return pad(digits, sign: sign(number < 0, place) + prefix, place)
  }

  private func sign(_ isNegative: Bool, _ place: Place) -> String {
    isNegative ? "-" : place.flags.contains("+") ? "+" : place.flags.contains(" ") ? " " : ""
  }

  private func pad(_ text: String, sign: String, _ place: Place) -> String {
    let missing = place.width - text.length - sign.length
    guard missing > 0 else { return sign + text }
    if place.flags.contains("-") { return sign + text + String(repeating: " ", count: missing) }
    if place.flags.contains("0") { return sign + String(repeating: "0", count: missing) + text }
    return String(repeating: " ", count: missing) + sign + text
  }
}

extension Double {
  /// The number as C's printf writes it, with `e`, `f` or `g`.
  ///
  /// There is room for the 309 digits of the largest number and a thousand behind its point.
  func formatted(kind: Unicode.Scalar, precision: Int) -> String {
    let format = "%.*\(kind)"
    return withVaList([Int32(Swift.min(precision, 1000)), self]) { arguments in
      var buffer = [CChar](repeating: 0, count: 1400)
      let count = vsnprintf(&buffer, buffer.count, format, arguments)
      return String(
        decoding: buffer.prefix(Int(Swift.max(0, count))).map { UInt8(bitPattern: $0) },
        as: UTF8.self)
    }
  }
}
