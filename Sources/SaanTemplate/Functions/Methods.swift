import SaanText

/// The methods of Python's values that templates may call: all give new values, none changes one.
public enum Methods {
  /// The names, by the kind of value that has them.
  public static let all: [(kind: String, names: [String])] = [
    ("map", ["get", "items", "keys", "values"]),
    ("list", ["count", "index"]),
    (
      "string",
      [
        "capitalize", "count", "endswith", "find", "format", "isdigit", "join", "lower", "lstrip",
        "replace", "rsplit", "rstrip", "split", "splitlines", "startswith", "strip", "title",
        "upper", "zfill",
      ]
    ),
  ]

  /// What a method can be called with.
  public static func signature(of name: String, on kind: String) -> Signature {
    switch (kind, name) {
    case ("map", "get"): Signature([.init("key"), .init("default", .none)])
    case ("list", _): Signature([.init("value")])
    case ("string", _): TextMethods.signatures[name] ?? Signature()
    default: Signature()
    }
  }

  static func call(
    _ name: String, on value: Value, _ positional: [Value], _ named: [(String, Value)],
    _ context: RenderContext
  ) throws(TemplateFault) -> Value {
    switch value {
    case .map(let map): return try call(name, on: map, positional, named)
    case .list(let values), .tuple(let values):
      return try call(name, on: values, value.kindName, positional, named)
    case .string, .html:
      return try TextMethods(value: value, name: name, context: context).call(positional, named)
    default: throw .unknownMethod(name, of: value.kindName, among: [])
    }
  }

  private static func call(
    _ name: String, on map: TemplateMap, _ positional: [Value], _ named: [(String, Value)]
  ) throws(TemplateFault) -> Value {
    let arguments = try signature(of: name, on: "map").bind(positional, named)
    switch name {
    case "get": return map[key: arguments[0]] ?? arguments[1]
    case "items": return .list(map.pairs.map { .tuple([$0, $1]) })
    case "keys": return .list(map.keys)
    case "values": return .list(map.values)
    default: throw .unknownMethod(name, of: "map", among: all[0].names)
    }
  }

  private static func call(
    _ name: String, on values: [Value], _ kind: String, _ positional: [Value],
    _ named: [(String, Value)]
  ) throws(TemplateFault) -> Value {
    guard all[1].names.contains(name) else {
      throw .unknownMethod(name, of: kind, among: all[1].names)
    }
    let value = try signature(of: name, on: "list").bind(positional, named)[0]
    if name == "count" { return .int(values.count { $0.isEqual(to: value) }) }
    guard let index = values.firstIndex(where: { $0.isEqual(to: value) }) else {
      throw .type(
        "\(value.representation) is not in the list", "ไม่มี \(value.representation) ในรายการ")
    }
    return .int(index)
  }
}

/// A call of a text's method.
///
/// Lengths and places count scalars as Python's do, not the characters of Swift, so that a template
/// written for Jinja counts Thai as it did there. What is called on markup gives markup, into which
/// other texts come escaped.
private struct TextMethods {
  let value: Value
  let name: String
  let context: RenderContext

  static let signatures: [String: Signature] = [
    "strip": .init([.init("chars", .none)]), "lstrip": .init([.init("chars", .none)]),
    "rstrip": .init([.init("chars", .none)]),
    "split": .init([.init("sep", .none), .init("maxsplit", -1)]),
    "rsplit": .init([.init("sep", .none), .init("maxsplit", -1)]),
    "splitlines": .init(), "startswith": .init([.init("prefix")]),
    "endswith": .init([.init("suffix")]),
    "replace": .init([.init("old"), .init("new"), .init("count", -1)]),
    "join": .init([.init("iterable")]), "count": .init([.init("sub")]),
    "find": .init([.init("sub")]), "zfill": .init([.init("width")]),
    "format": .init(takesMore: true),
  ]

  func call(
    _ positional: [Value], _ named: [(String, Value)]
  ) throws(TemplateFault) -> Value {
    guard Methods.all[2].names.contains(name) else {
      throw .unknownMethod(name, of: value.kindName, among: Methods.all[2].names)
    }
    let arguments = try Methods.signature(of: name, on: "string").bind(positional, named)
    switch name {
    case "upper": return value.mapText { $0.uppercased() }
    case "lower": return value.mapText { $0.lowercased() }
    case "title": return value.mapText(\.titledByLetters)
    case "capitalize": return value.mapText(\.capitalizedOnce)
    case "strip", "lstrip", "rstrip":
      let characters = try arguments.optionalText(0, "chars")
      return value.mapText {
        $0.trimmed(characters, atStart: name != "rstrip", atEnd: name != "lstrip")
      }
    case "split", "rsplit", "splitlines": return try split(arguments)
    case "replace": return try replace(arguments)
    case "join": return try join(arguments[0])
    case "format": return try StringFormat.apply(value, arguments, context.limits)
    default: return try ask(arguments)
    }
  }

  private func ask(_ arguments: Arguments) throws(TemplateFault) -> Value {
    let text = value.description
    switch name {
    case "startswith", "endswith":
      let candidates = arguments[0].text.map { [$0] } ?? arguments[0].elements?.compactMap(\.text)
      guard let candidates else { throw .argumentKind("prefix", "text", arguments[0]) }
      return .bool(
        candidates.contains {
          name == "startswith" ? text.utf8.starts(with: $0.utf8) : text.hasBytesAtEnd($0)
        })
    case "isdigit":
      return .bool(
        !text.isEmpty
          && text.unicodeScalars.allSatisfy {
            $0.properties.numericType == .decimal || $0.properties.numericType == .digit
          })
    case "zfill":
      let width = try arguments.integer(0, "width")
      try context.limits.check(bytes: width)
      let sign = text.hasPrefix("-") || text.hasPrefix("+") ? String(text.prefix(1)) : ""
      let zeros = String(repeating: "0", count: Swift.max(0, width - text.length))
      return .string(sign + zeros + text.dropFirst(sign.count))
    default:
      let part = try arguments.text(0, "sub")
      if name == "count" {
        return .int(part.isEmpty ? text.length + 1 : text.split(at: part, limit: -1).count - 1)
      }
      guard let range = text.firstRange(of: part) else { return .int(-1) }
      return .int(text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound))
    }
  }

  private func split(_ arguments: Arguments) throws(TemplateFault) -> Value {
    let text = value.description
    if name == "splitlines" { return .list(text.pythonLines.map(part)) }
    let separator = try arguments.optionalText(0, "sep")
    if separator == "" { throw .argumentValue("sep", "not empty") }
    let limit = try arguments.integer(1, "maxsplit")
    guard name == "rsplit", limit >= 0 else {
      return .list(text.split(at: separator, limit: limit).map(part))
    }
    let reversed = String(scalars: text.unicodeScalars.reversed())
    let reversedSeparator = separator.map { String(scalars: $0.unicodeScalars.reversed()) }
    return .list(
      reversed.split(at: reversedSeparator, limit: limit).reversed()
        .map { part(String(scalars: $0.unicodeScalars.reversed())) })
  }

  private func part(_ text: String) -> Value {
    if case .html = value { return .html(HTML(trusted: text)) }
    return .string(text)
  }

  private func replace(_ arguments: Arguments) throws(TemplateFault) -> Value {
    let count = try arguments.integer(2, "count")
    let (old, new) = (try arguments.text(0, "old"), try arguments.text(1, "new"))
    let limit = count < 0 ? nil : count
    if case .html(let html) = value {
      return .html(
        HTML(
          trusted: try html.markup.replacing(
            old, with: arguments[1].escaped, limit: limit, context.limits)))
    }
    return .string(
      try value.description.replacing(old, with: new, limit: limit, context.limits))
  }

  private func join(_ items: Value) throws(TemplateFault) -> Value {
    let values = try items.list()
    if case .html(let html) = value {
      return .html(
        HTML(trusted: try values.map(\.escaped).joined(separator: html.markup, context.limits)))
    }
    var texts: [String] = []
    for value in values {
      guard let text = value.text else { throw .argumentKind("iterable", "texts", value) }
      texts.append(text)
    }
    return .string(try texts.joined(separator: value.description, context.limits))
  }
}

extension String {
  fileprivate func hasBytesAtEnd(_ end: String) -> Bool {
    utf8.count >= end.utf8.count && utf8.suffix(end.utf8.count).elementsEqual(end.utf8)
  }
}

/// Python's `str.format` with positions, names, `{x.y}`, `{x[0]}` and the usual specifications.
enum StringFormat {
  static func apply(
    _ value: Value, _ arguments: Arguments, _ limits: TemplateLimits
  ) throws(TemplateFault) -> Value {
    let isMarkup: Bool = if case .html = value { true } else { false }
    let named = Dictionary(arguments.moreNamed, uniquingKeysWith: { $1 })
    var result = ""
    var automatic = 0
    var rest = Array(value.description.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      if scalar == "{" || scalar == "}", rest.first == scalar {
        rest.removeFirst()
        result.unicodeScalars.append(scalar)
      } else if scalar == "{" {
        guard let end = rest.firstIndex(of: "}") else { throw mistake }
        let place = String(scalars: rest[..<end])
        rest = rest[(end + 1)...]
        result += try fill(place, arguments.more, named, &automatic, escapes: isMarkup)
        try limits.check(bytes: result.utf8.count)
      } else if scalar == "}" {
        throw mistake
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return isMarkup ? .html(HTML(trusted: result)) : .string(result)
  }

  private static var mistake: TemplateFault {
    .type("a single brace in a format", "มีวงเล็บปีกกาเดี่ยวในรูปแบบ")
  }

  private static func fill(
    _ place: String, _ positional: [Value], _ named: [String: Value], _ automatic: inout Int,
    escapes: Bool
  ) throws(TemplateFault) -> String {
    let parts = place.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let field = parts[0].split(separator: "!", maxSplits: 1, omittingEmptySubsequences: false)
    let path = field[0].replacingSubscripts.split(separator: ".", omittingEmptySubsequences: false)
    let head = String(path[0])
    var value: Value
    if head.isEmpty {
      guard automatic < positional.count else { throw .missingArgument("\(automatic)") }
      value = positional[automatic]
      automatic += 1
    } else if let index = Int(head) {
      guard positional.indices.contains(index) else { throw .missingArgument(head) }
      value = positional[index]
    } else {
      guard let found = named[head] else { throw .missingArgument(head) }
      value = found
    }
    if path.count > 1 {
      value = try AttributePath(.string(path.dropFirst().joined(separator: "."))).value(in: value)
    }
    if field.count > 1, field[1] != "s" { value = .string(value.representation) }
    let specification = parts.count > 1 ? String(parts[1]) : ""
    let text = try FormatSpecification(specification).text(of: value)
    if case .html = value { return text }
    return escapes ? HTML(escaping: text).markup : text
  }
}

extension Substring {
  fileprivate var replacingSubscripts: String {
    String(scalars: unicodeScalars.filter { $0 != "]" }.map { $0 == "[" ? "." : $0 })
  }
}

/// A format such as `>8.2f`: `[[fill]align][sign][0][width][,][.precision][type]`.
struct FormatSpecification {
  private var fill: Unicode.Scalar = " "
  private var align: Unicode.Scalar?
  private var sign: Unicode.Scalar = "-"
  private var width = 0
  private var grouping: Unicode.Scalar?
  private var precision: Int?
  private var kind: Unicode.Scalar?

  init(_ text: String) throws(TemplateFault) {
    var rest = Array(text.unicodeScalars)[...]
    let aligns = Array("<>=^".unicodeScalars)
    if rest.count > 1, aligns.contains(rest[rest.startIndex + 1]) {
      fill = rest.removeFirst()
      align = rest.removeFirst()
    } else if let first = rest.first, aligns.contains(first) {
      align = rest.removeFirst()
    }
    if let first = rest.first, "+- ".unicodeScalars.contains(first) { sign = rest.removeFirst() }
    if rest.first == "0" {
      rest.removeFirst()
      fill = "0"
      align = align ?? "="
    }
    width = Self.number(&rest) ?? 0
    if let first = rest.first, first == "," || first == "_" { grouping = rest.removeFirst() }
    if rest.first == "." {
      rest.removeFirst()
      precision = Self.number(&rest)
    }
    kind = rest.popFirst()
    if !rest.isEmpty || width > 10_000 {
      throw .type("'\(text)' is no format", "'\(text)' ไม่ใช่รูปแบบ")
    }
  }

  private static func number(_ rest: inout ArraySlice<Unicode.Scalar>) -> Int? {
    let digits = rest.prefix { ("0"..."9").contains($0) }
    rest = rest[digits.endIndex...]
    return Int(String(scalars: digits))
  }

  func text(of value: Value) throws(TemplateFault) -> String {
    if case .bool = value, kind == nil { return pad(value.description, sign: "", standard: "<") }
    guard let number = value.number else {
      if let kind, kind != "s" { throw .argumentKind("\(kind)", "a number", value) }
      let text = value.description
      return pad(
        precision.map { String(scalars: text.unicodeScalars.prefix($0)) } ?? text, sign: "",
        standard: "<")
    }
    let prefix = number < 0 ? "-" : sign == "-" ? "" : String(sign)
    var digits: String
    switch kind {
    case "f", "F", "e", "E", "g", "G":
      digits = number.magnitude.formatted(kind: kind ?? "f", precision: precision ?? 6)
    case "%":
      digits = (number.magnitude * 100).formatted(kind: "f", precision: precision ?? 6) + "%"
    case "x", "X", "o", "b":
      guard let whole = value.integer else { throw .argumentKind("x", "an integer", value) }
      let radix = kind == "o" ? 8 : kind == "b" ? 2 : 16
      digits = String(whole.magnitude, radix: radix, uppercase: kind == "X")
    case nil, "d", "n":
      if let whole = value.integer {
        digits = String(whole.magnitude)
      } else if let precision {
        digits = number.magnitude.formatted(kind: "g", precision: precision)
      } else {
        digits = number.magnitude.pythonText
      }
    default:
      throw .type("'\(kind ?? "?")' is no format of numbers", "'\(kind ?? "?")' ไม่ใช่รูปแบบตัวเลข")
    }
    if let grouping { digits = digits.grouped(by: grouping) }
    return pad(digits, sign: prefix, standard: ">")
  }

  private func pad(_ text: String, sign: String, standard: Unicode.Scalar) -> String {
    let missing = width - text.length - sign.length
    guard missing > 0 else { return sign + text }
    let filling = { (count: Int) in String(repeating: String(fill), count: count) }
    switch align ?? standard {
    case "<": return sign + text + filling(missing)
    case "=": return sign + filling(missing) + text
    case "^": return filling(missing / 2) + sign + text + filling(missing - missing / 2)
    default: return filling(missing) + sign + text
    }
  }
}

extension String {
  /// The digits before the point in groups of three.
  fileprivate func grouped(by mark: Unicode.Scalar) -> String {
    let scalars = Array(unicodeScalars)
    let end = scalars.firstIndex { !("0"..."9").contains($0) } ?? scalars.count
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if index > 0, index < end, (end - index) % 3 == 0 { result.append(mark) }
      result.append(scalar)
    }
    return String(result)
  }
}
