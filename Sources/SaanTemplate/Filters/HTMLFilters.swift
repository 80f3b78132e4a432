import SaanText

extension Filter {
  static let escape = Filter(
    "escape", aliases: ["e"], summary: "the text as HTML, with & < > ' and \" as entities",
    result: .type(.html), examples: [.init("{{ '<b>' | e }}", "&lt;b&gt;")]
  ) { value, _, _ in .html(HTML(trusted: value.escaped)) }

  static let forceescape = Filter(
    "forceescape", summary: "escapes markup too", result: .type(.html),
    examples: [.init("{{ '<b>' | safe | forceescape }}", "&lt;b&gt;")]
  ) { value, _, _ in .html(HTML(escaping: value.description)) }

  static let safe = Filter(
    "safe", summary: "the text taken as markup that is written as it stands",
    result: .type(.html), examples: [.init("{{ '<b>' | safe }}", "<b>")]
  ) { value, _, _ in
    if case .html = value { return value }
    return .html(HTML(trusted: value.description))
  }

  static let striptags = Filter(
    "striptags", summary: "the text of markup, without tags, with blanks as one",
    result: .type(.string), examples: [.init("{{ '<p>a  <b>b</b></p>' | striptags }}", "a b")]
  ) { value, _, _ in .string(value.description.withoutTags) }

  static let tojson = Filter(
    "tojson", aliases: ["json"], [.init("indent", .none)],
    summary: "the value as JSON that is safe inside <script> and single-quoted attributes",
    result: .type(.html), examples: [.init("{{ {'a': '<'} | tojson }}", #"{"a": "\u003c"}"#)]
  ) { value, arguments, context throws(TemplateFault) in
    let indent = try arguments.optionalInteger(0, "indent")
    try context.limits.check(bytes: indent ?? 0)
    return .html(
      HTML(trusted: try JSONWriter(indent: indent, limits: context.limits).text(of: value)))
  }

  static let urlencode = Filter(
    "urlencode", summary: "the text for a URL's path, or a map as a query", result: .type(.string),
    examples: [
      .init("{{ 'น่า/น' | urlencode }}", "%E0%B8%99%E0%B9%88%E0%B8%B2/%E0%B8%99"),
      .init("{{ {'a': 'b c', 'd': 1} | urlencode | e }}", "a=b+c&amp;d=1"),
    ]
  ) { value, _, _ throws(TemplateFault) in
    if value.text == nil, let pairs = value.queryPairs {
      var parts: [String] = []
      for pair in pairs {
        guard let elements = pair.elements, elements.count == 2 else {
          throw .inputKind("pairs", pair)
        }
        parts.append(
          elements.map { $0.description.percentEncoded(forQuery: true) }.joined(separator: "="))
      }
      return .string(parts.joined(separator: "&"))
    }
    return .string(value.description.percentEncoded(forQuery: false))
  }

  static let xmlattr = Filter(
    "xmlattr", [.init("autospace", true)],
    summary: "a map as attributes; values that are none are left out", result: .type(.html),
    examples: [.init("<a{{ {'class': 'x', 'id': none} | xmlattr }}>", #"<a class="x">"#)]
  ) { value, arguments, context throws(TemplateFault) in
    guard case .map(let map) = value else { throw .notMap(value) }
    var parts: [String] = []
    for (key, value) in map.pairs where !value.isNone && !value.isUndefined {
      let name = key.description
      // These would end the name and begin something else: an attribute of the attacker's choice.
      if name.utf8.contains(where: { isSpace($0) || [0x2F, 0x3E, 0x3D].contains($0) }) {
        throw .type(
          "'\(name)' cannot be the name of an attribute", "ใช้ '\(name)' เป็นชื่อแอตทริบิวต์ไม่ได้")
      }
      parts.append("\(key.escaped)=\"\(value.escaped)\"")
    }
    let text = parts.joined(separator: " ")
    let spaced = arguments[0].isTrue && !text.isEmpty ? " " + text : text
    return context.escapes ? .html(HTML(trusted: spaced)) : .string(spaced)
  }
}

extension Value {
  fileprivate var queryPairs: [Value]? {
    if case .map(let map) = self { return map.pairs.map { .tuple([$0, $1]) } }
    return elements
  }
}

extension String {
  /// The text with everything but letters, digits and `_.-~` as `%` and two digits.
  func percentEncoded(forQuery: Bool) -> String {
    var bytes: [UInt8] = []
    let hex = Array("0123456789ABCDEF".utf8)
    for byte in utf8 {
      let isPlain =
        isDigit(byte) || (0x61...0x7A).contains(byte | 0x20) && byte < 0x80
        || [0x5F, 0x2E, 0x2D, 0x7E].contains(byte) || (byte == 0x2F && !forQuery)
      if isPlain {
        bytes.append(byte)
      } else if byte == 0x20, forQuery {
        bytes.append(UInt8(ascii: "+"))
      } else {
        bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text between tags, entities resolved, blanks as one.
  package var withoutTags: String {
    var text = self
    for (open, close) in [("<!--", "-->"), ("<", ">")] {
      while let start = text.firstRange(of: open),
        let end = text.firstRange(of: close, from: start.upperBound)
      {
        text.removeSubrange(start.lowerBound..<end.upperBound)
      }
    }
    return text.split(at: nil, limit: -1).joined(separator: " ").withoutEntities
  }

  private var withoutEntities: String {
    guard utf8.contains(UInt8(ascii: "&")) else { return self }
    var result = ""
    var rest = self[...]
    while let amp = rest.firstIndex(of: "&") {
      result += rest[..<amp]
      rest = rest[amp...]
      guard let end = rest.prefix(12).firstIndex(of: ";"),
        let text = Self.entity(rest[rest.index(after: amp)..<end])
      else {
        result += "&"
        rest = rest.dropFirst()
        continue
      }
      result += text
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func entity(_ name: Substring) -> String? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    case "nbsp": return "\u{A0}"
    case "copy": return "©"
    case "hellip": return "…"
    case "ndash": return "–"
    case "mdash": return "—"
    default: break
    }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let code =
      digits.lowercased().hasPrefix("x")
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return code.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
  }
}
