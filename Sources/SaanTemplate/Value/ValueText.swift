import SaanText

extension Value {
  /// The text that `{{ value }}` writes outside HTML, as Python's `str` gives it.
  public var description: String {
    switch self {
    case .string(let text): text
    case .html(let html): html.markup
    case .object(let object): object.text?.description ?? object.type.name
    default: representation
    }
  }

  /// The text as Python's `repr` gives it: strings in quotes, lists in brackets.
  public var representation: String {
    var text = ""
    writeRepresentation(into: &text, depth: 0)
    return text
  }

  private func writeRepresentation(into text: inout String, depth: Int) {
    guard depth < 100 else {
      text += "..."
      return
    }
    switch self {
    case .undefined: text += "Undefined"
    case .none: text += "None"
    case .bool(let value): text += value ? "True" : "False"
    case .int(let value): text += String(value)
    case .double(let value): text += value.pythonText
    case .string(let value): text += value.pythonQuoted
    case .html(let html): text += "Markup(\(html.markup.pythonQuoted))"
    case .list(let values): write(values, "[", "]", into: &text, depth: depth)
    case .tuple(let values):
      write(values, "(", values.count == 1 ? ",)" : ")", into: &text, depth: depth)
    case .map(let map):
      text += "{"
      for (index, pair) in map.pairs.enumerated() {
        if index > 0 { text += ", " }
        pair.0.writeRepresentation(into: &text, depth: depth + 1)
        text += ": "
        pair.1.writeRepresentation(into: &text, depth: depth + 1)
      }
      text += "}"
    case .object(let object): text += object.text?.representation ?? "<\(object.type.name)>"
    case .runtime(let reference): text += "<\(reference.kind)>"
    }
  }

  private func write(
    _ values: [Value], _ open: String, _ close: String, into text: inout String, depth: Int
  ) {
    text += open
    for (index, value) in values.enumerated() {
      if index > 0 { text += ", " }
      value.writeRepresentation(into: &text, depth: depth + 1)
    }
    text += close
  }
}

extension Value: CustomStringConvertible {}

extension Value {
  /// The text as HTML: markup stays, everything else is escaped.
  var escaped: String {
    if case .html(let html) = self { return html.markup }
    if case .object(let object) = self, case .html(let html)? = object.text { return html.markup }
    return HTML(escaping: description).markup
  }
}

extension String {
  /// The string as a Python literal: single quotes unless it has one and no double quote.
  var pythonQuoted: String {
    let quote: Unicode.Scalar =
      unicodeScalars.contains("'") && !unicodeScalars.contains("\"") ? "\"" : "'"
    var result = String.UnicodeScalarView([quote])
    for scalar in unicodeScalars {
      switch scalar {
      case "\\", quote: result.append(contentsOf: ["\\", scalar])
      case "\n": result.append(contentsOf: ["\\", "n"])
      case "\r": result.append(contentsOf: ["\\", "r"])
      case "\t": result.append(contentsOf: ["\\", "t"])
      default:
        if scalar.isPrintableInPython {
          result.append(scalar)
        } else {
          result.append(contentsOf: scalar.pythonEscape.unicodeScalars)
        }
      }
    }
    result.append(quote)
    return String(result)
  }
}

extension Unicode.Scalar {
  fileprivate var isPrintableInPython: Bool {
    if value < 0x7F { return value >= 0x20 }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .spaceSeparator:
      return false
    default: return true
    }
  }

  fileprivate var pythonEscape: String {
    let digits = String(value, radix: 16)
    let (letter, width) = value < 0x100 ? ("x", 2) : value < 0x10000 ? ("u", 4) : ("U", 8)
    return "\\\(letter)" + String(repeating: "0", count: width - digits.count) + digits
  }
}
