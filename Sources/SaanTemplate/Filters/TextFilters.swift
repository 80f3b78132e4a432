import SaanText

extension Filter {
  static let capitalize = Filter(
    "capitalize", summary: "the first letter large, all others small", result: .sameAsInput,
    examples: [.init("{{ 'saAN' | capitalize }}", "Saan")]
  ) { value, _, _ in value.mapText(\.capitalizedOnce) }

  static let center = Filter(
    "center", [.init("width", 80)], summary: "text in the middle of a width", result: .sameAsInput,
    examples: [.init("[{{ 'ab' | center(6) }}]", "[  ab  ]")]
  ) { value, arguments, context throws(TemplateFault) in
    let width = try arguments.integer(0, "width")
    try context.limits.check(bytes: width)
    return value.mapText { $0.centered(width) }
  }

  static let format = Filter(
    "format", takesMore: true, summary: "fills in a text with % places, as Python does",
    result: .sameAsInput,
    examples: [
      .init("{{ '%s: %d' | format('ทุน', 3) }}", "ทุน: 3"),
      .init("{{ '%(a)05.1f' | format(a=2.25) }}", "002.2"),
    ]
  ) { value, arguments, context throws(TemplateFault) in
    let named = Dictionary(arguments.moreNamed, uniquingKeysWith: { $1 })
    if case .html(let html) = value {
      return .html(
        HTML(
          trusted: try PercentFormat.apply(
            html.markup, arguments.more, named, escapes: true, context.limits)))
    }
    return .string(
      try PercentFormat.apply(
        value.description, arguments.more, named, escapes: false, context.limits))
  }

  static let indent = Filter(
    "indent", [.init("width", 4), .init("first", false), .init("blank", false)],
    summary: "every line but the first moved to the right", result: .sameAsInput,
    examples: [.init("{{ 'a\\nb' | indent(2) }}", "a\n  b")]
  ) { value, arguments, context throws(TemplateFault) in
    guard value.text != nil else { throw .inputKind("text", value) }
    let width = arguments[0].integer ?? 0
    try context.limits.check(bytes: width)
    var indent = arguments[0].text ?? String(repeating: " ", count: Swift.max(0, width))
    if case .html = value, case .string(let plain) = arguments[0] {
      indent = HTML(trusted: plain).markup
    }
    let lines = (value.description + "\n").pythonLines
    let added = lines.count.multipliedReportingOverflow(by: indent.utf8.count)
    try context.limits.check(bytes: added.overflow ? .max : added.partialValue)
    return value.mapText { _ in
      let rest = lines.dropFirst().map { line in
        line.isEmpty && !arguments[2].isTrue ? line : indent + line
      }
      let body = ([lines.first ?? ""] + rest).joined(separator: "\n")
      return arguments[1].isTrue ? indent + body : body
    }
  }

  static let lower = Filter(
    "lower", summary: "all letters small", result: .sameAsInput,
    examples: [.init("{{ 'SAAN' | lower }}", "saan")]
  ) { value, _, _ in value.mapText { $0.lowercased() } }

  static let replace = Filter(
    "replace", [.init("old"), .init("new"), .init("count", .none)],
    summary: "one part of a text replaced by another", result: .sameAsInput,
    examples: [.init("{{ 'a-b-c' | replace('-', '+', 1) }}", "a+b-c")]
  ) { value, arguments, context throws(TemplateFault) in
    let limit = try arguments.optionalInteger(2, "count").flatMap { $0 < 0 ? nil : $0 }
    let (old, new) = (arguments[0], arguments[1])
    func isMarkup(_ value: Value) -> Bool { if case .html = value { true } else { false } }
    guard context.escapes, isMarkup(value) || isMarkup(old) || isMarkup(new) else {
      return .string(
        try value.description.replacing(
          old.description, with: new.description, limit: limit, context.limits))
    }
    // Jinja hands the text itself to the search, and escapes what is put in beside markup.
    let markup = isMarkup(value) ? value.description : value.escaped
    return .html(
      HTML(
        trusted: try markup.replacing(
          old.description, with: new.escaped, limit: limit, context.limits)))
  }

  static let reverse = Filter(
    "reverse", summary: "a list or a text backwards", result: .sameAsInput,
    examples: [
      .init("{{ 'abc' | reverse }}", "cba"), .init("{{ [1, 2] | reverse | join }}", "21"),
    ]
  ) { value, _, _ throws(TemplateFault) in
    if value.text != nil { return value.mapText { String(scalars: $0.unicodeScalars.reversed()) } }
    return .list(try value.list().reversed())
  }

  static let string = Filter(
    "string", summary: "the value as text", result: .type(.string),
    examples: [.init("{{ 12 | string | length }}", "2")]
  ) { value, _, _ in value.text == nil ? .string(value.description) : value }

  static let title = Filter(
    "title", summary: "every word's first letter large", result: .type(.string),
    examples: [.init("{{ 'hello big-world' | title }}", "Hello Big-World")]
  ) { value, _, _ in .string(value.description.titledForHeadings) }

  static let trim = Filter(
    "trim", [.init("chars", .none)], summary: "without blanks, or given characters, at both ends",
    result: .sameAsInput, examples: [.init("[{{ '  a ' | trim }}]", "[a]")]
  ) { value, arguments, _ throws(TemplateFault) in
    let characters = try arguments.optionalText(0, "chars")
    return value.mapText { $0.trimmed(characters) }
  }

  static let truncate = Filter(
    "truncate",
    [.init("length", 255), .init("killwords", false), .init("end", "..."), .init("leeway", .none)],
    summary: "a text cut to a length, at a blank if it may not cut words", result: .sameAsInput,
    examples: [
      .init("{{ 'foo bar baz qux' | truncate(9) }}", "foo..."),
      .init("{{ 'foo bar baz qux' | truncate(9, true) }}", "foo ba..."),
    ]
  ) { value, arguments, _ throws(TemplateFault) in
    let length = try arguments.integer(0, "length")
    let leeway = try arguments.optionalInteger(3, "leeway") ?? 5
    guard value.text != nil else { throw .inputKind("text", value) }
    let ending = arguments[2]
    let endCount = ending.description.unicodeScalars.count
    if length < endCount { throw .argumentValue("length", "at least as long as the end") }
    if leeway < 0 { throw .argumentValue("leeway", "0 or more") }
    let scalars = Array(value.description.unicodeScalars)
    if scalars.count <= length + leeway { return value }
    var kept = Array(scalars[..<(length - endCount)])
    if !arguments[1].isTrue, let blank = kept.lastIndex(of: " ") { kept = Array(kept[..<blank]) }
    if case .html = value {
      return .html(HTML(trusted: String(scalars: kept) + ending.escaped))
    }
    if case .html = ending {
      return .html(HTML(trusted: HTML(escaping: String(scalars: kept)).markup + ending.description))
    }
    return .string(String(scalars: kept) + ending.description)
  }

  static let upper = Filter(
    "upper", summary: "all letters large", result: .sameAsInput,
    examples: [.init("{{ 'saan' | upper }}", "SAAN")]
  ) { value, _, _ in value.mapText { $0.uppercased() } }

  static let wordcount = Filter(
    "wordcount", summary: "how many words, by Python's idea of a word", result: .type(.number),
    examples: [.init("{{ 'one two, three' | wordcount }}", "3")]
  ) { value, _, _ in .int(value.description.wordCount) }

  static let wordwrap = Filter(
    "wordwrap",
    [
      .init("width", 79), .init("break_long_words", true), .init("wrapstring", .none),
      .init("break_on_hyphens", true),
    ], summary: "lines of at most a width", result: .sameAsInput,
    examples: [.init("{{ 'aaa bbb ccc' | wordwrap(7) }}", "aaa bbb\nccc")]
  ) { value, arguments, context throws(TemplateFault) in
    guard value.text != nil else { throw .inputKind("text", value) }
    let width = try arguments.integer(0, "width")
    if width < 1 { throw .argumentValue("width", "1 or more") }
    let separator = try arguments.optionalText(2, "wrapstring") ?? "\n"
    let wrapper = WordWrapper(
      width: width, breaksLongWords: arguments[1].isTrue, breaksOnHyphens: arguments[3].isTrue)
    return .string(
      try value.description.pythonLines.flatMap { line in
        let lines = wrapper.lines(of: line)
        return lines.isEmpty ? [""] : lines
      }
      .joined(separator: separator, context.limits))
  }
}
