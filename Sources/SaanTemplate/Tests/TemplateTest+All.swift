import SaanText

extension TemplateTest {
  /// Jinja's built-in tests.
  public static let all: [TemplateTest] = [
    .boolean, .callable, .defined, .divisibleby, .eq, .escaped, .even, .false, .filter, .float,
    .ge, .gt, .in, .integer, .iterable, .le, .lower, .lt, .mapping, .ne, .none, .number, .odd,
    .sameas, .sequence, .string, .test, .true, .undefined, .upper,
  ]

  // MARK: Kinds

  static let boolean = TemplateTest(
    "boolean", summary: "true or false", examples: [.init("{{ false is boolean }}", "True")]
  ) { value, _, _ in if case .bool = value { true } else { false } }

  static let callable = TemplateTest(
    "callable", summary: "a function or a macro",
    examples: [.init("{{ range is callable }}", "True")]
  ) { value, _, _ in
    guard case .runtime(let reference) = value else { return false }
    return reference.kind != .namespace && reference.kind != .module
  }

  static let defined = TemplateTest(
    "defined", summary: "there is a value", examples: [.init("{{ nothing is defined }}", "False")],
    acceptsUndefined: true
  ) { value, _, _ in !value.isUndefined }

  static let undefined = TemplateTest(
    "undefined", summary: "there is no value",
    examples: [.init("{{ nothing is undefined }}", "True")], acceptsUndefined: true
  ) { value, _, _ in value.isUndefined }

  static let escaped = TemplateTest(
    "escaped", summary: "markup", examples: [.init("{{ 'a' | e is escaped }}", "True")]
  ) { value, _, _ in if case .html = value { true } else { false } }

  static let `false` = TemplateTest(
    "false", summary: "false itself", examples: [.init("{{ 0 is false }}", "False")]
  ) { value, _, _ in if case .bool(false) = value { true } else { false } }

  static let `true` = TemplateTest(
    "true", summary: "true itself", examples: [.init("{{ 1 is true }}", "False")]
  ) { value, _, _ in if case .bool(true) = value { true } else { false } }

  static let none = TemplateTest(
    "none", summary: "none", examples: [.init("{{ none is none }}", "True")]
  ) { value, _, _ in value.isNone }

  static let float = TemplateTest(
    "float", summary: "a floating-point number", examples: [.init("{{ 1.0 is float }}", "True")]
  ) { value, _, _ in if case .double = value { true } else { false } }

  static let integer = TemplateTest(
    "integer", summary: "an integer", examples: [.init("{{ true is integer }}", "False")]
  ) { value, _, _ in if case .int = value { true } else { false } }

  static let number = TemplateTest(
    "number", summary: "a number", examples: [.init("{{ 1.5 is number }}", "True")]
  ) { value, _, _ in value.number != nil }

  static let string = TemplateTest(
    "string", summary: "text or markup", examples: [.init("{{ 'a' is string }}", "True")]
  ) { value, _, _ in value.text != nil }

  static let mapping = TemplateTest(
    "mapping", summary: "a map", examples: [.init("{{ {} is mapping }}", "True")]
  ) { value, _, _ in if case .map = value { true } else { false } }

  static let sequence = TemplateTest(
    "sequence", summary: "a list, a text or a map",
    examples: [.init("{{ [1] is sequence }}", "True")]
  ) { value, _, _ in value.elements != nil }

  static let iterable = TemplateTest(
    "iterable", summary: "something to go through",
    examples: [.init("{{ 1 is iterable }}", "False")]
  ) { value, _, _ in value.elements != nil }

  // MARK: Names

  static let filter = TemplateTest(
    "filter", summary: "the name of a filter", examples: [.init("{{ 'upper' is filter }}", "True")]
  ) { value, _, context in value.text.map { context.program.filterIndex[$0] != nil } ?? false }

  static let test = TemplateTest(
    "test", summary: "the name of a test", examples: [.init("{{ 'odd' is test }}", "True")]
  ) { value, _, context in value.text.map { context.program.testIndex[$0] != nil } ?? false }

  // MARK: Numbers and texts

  static let divisibleby = TemplateTest(
    "divisibleby", [.init("num")], summary: "divisible without rest",
    examples: [.init("{{ 9 is divisibleby 3 }}", "True")]
  ) { value, arguments, context throws(TemplateFault) in
    let rest = try Operators.apply(.modulo, value, arguments[0], limits: context.limits)
    return rest.isEqual(to: .int(0))
  }

  static let even = TemplateTest(
    "even", summary: "an even number", examples: [.init("{{ 2 is even }}", "True")]
  ) { value, _, context throws(TemplateFault) in
    try Operators.apply(.modulo, value, .int(2), limits: context.limits).isEqual(to: .int(0))
  }

  static let odd = TemplateTest(
    "odd", summary: "an odd number", examples: [.init("{{ 2 is odd }}", "False")]
  ) { value, _, context throws(TemplateFault) in
    try Operators.apply(.modulo, value, .int(2), limits: context.limits).isEqual(to: .int(1))
  }

  static let lower = TemplateTest(
    "lower", summary: "text whose letters are all small",
    examples: [.init("{{ 'ab1' is lower }}", "True")]
  ) { value, _, _ in
    let scalars = value.description.unicodeScalars
    return scalars.contains { $0.properties.isLowercase }
      && !scalars.contains { $0.properties.isUppercase }
  }

  static let upper = TemplateTest(
    "upper", summary: "text whose letters are all large",
    examples: [.init("{{ 'AB1' is upper }}", "True")]
  ) { value, _, _ in
    let scalars = value.description.unicodeScalars
    return scalars.contains { $0.properties.isUppercase }
      && !scalars.contains { $0.properties.isLowercase }
  }

  // MARK: Comparisons

  static let eq = comparison(
    "eq", ["==", "equalto"], .equal, "equal", .init("{{ 1 is eq 1.0 }}", "True"))
  static let ne = comparison(
    "ne", ["!="], .notEqual, "not equal", .init("{{ 1 is ne 2 }}", "True"))
  static let lt = comparison(
    "lt", ["<", "lessthan"], .less, "less", .init("{{ 1 is lt 2 }}", "True"))
  static let le = comparison(
    "le", ["<="], .lessOrEqual, "less or equal", .init("{{ 2 is le 2 }}", "True"))
  static let gt = comparison(
    "gt", [">", "greaterthan"], .greater, "greater", .init("{{ 1 is gt 2 }}", "False"))
  static let ge = comparison(
    "ge", [">="], .greaterOrEqual, "greater or equal", .init("{{ 2 is ge 2 }}", "True"))
  static let `in` = comparison(
    "in", [], .contained, "contained in a list, a map's keys or a text",
    .init("{{ 1 is in [1, 2] }}", "True"))

  private static func comparison(
    _ name: String, _ aliases: [String], _ operation: ComparisonOperator, _ summary: String,
    _ example: TemplateExample
  ) -> TemplateTest {
    TemplateTest(name, aliases: aliases, [.init("other")], summary: summary, examples: [example]) {
      value, arguments, _ throws(TemplateFault) in
      try Operators.holds(operation, value, arguments[0])
    }
  }

  static let sameas = TemplateTest(
    "sameas", [.init("other")], summary: "the very same value: also of the same kind",
    examples: [
      .init("{{ true is sameas true }}", "True"), .init("{{ 1 is sameas true }}", "False"),
    ]
  ) { value, arguments, _ in
    value.kindName == arguments[0].kindName && value.isEqual(to: arguments[0])
  }
}
