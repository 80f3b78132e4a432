import SaanText

extension TemplateFunction {
  /// Jinja's global functions.
  public static let all: [TemplateFunction] = [.range, .dict, .namespace, .cycler, .joiner]

  static let range = TemplateFunction(
    "range", [.init("start"), .init("stop", .none), .init("step", 1)],
    summary: "integers from start (0) to before stop", result: .list(of: .number),
    examples: [
      .init("{{ range(3) | join }}", "012"), .init("{{ range(5, 1, -2) | join(' ') }}", "5 3"),
    ]
  ) { arguments, context throws(TemplateFault) in
    let first = try arguments.integer(0, "start")
    let second = try arguments.optionalInteger(1, "stop")
    let step = try arguments.integer(2, "step")
    let (start, stop) = second.map { (first, $0) } ?? (0, first)
    if step == 0 { throw .argumentValue("step", "other than 0") }
    let (distance, overflow) = stop.subtractingReportingOverflow(start)
    let count = Swift.max(0, overflow ? Int.max : distance / step)
    try context.limits.check(elements: count)
    return Value(
      NumberRange(
        start: start, stop: stop, step: step,
        numbers: Swift.stride(from: start, to: stop, by: step).map { .int($0) }))
  }

  static let dict = TemplateFunction(
    "dict", takesMore: true, summary: "a map of the named arguments", result: .any,
    examples: [.init("{{ dict(a=1).a }}", "1")]
  ) { arguments, _ throws(TemplateFault) in
    var pairs: [(Value, Value)] = []
    if arguments.more.count > 1 { throw .tooManyArguments(limit: 1) }
    switch arguments.more.first {
    case nil: break
    case .map(let map)?: pairs = map.pairs.map { ($0, $1) }
    case let value?:
      for pair in try value.list() {
        guard let parts = pair.elements, parts.count == 2 else {
          throw .inputKind("pairs", pair)
        }
        pairs.append((parts[0], parts[1]))
      }
    }
    return .map(TemplateMap(pairs: pairs + arguments.moreNamed.map { (.string($0.0), $0.1) }))
  }

  static let namespace = making(
    .namespace, "namespace", [], takesMore: true,
    "something whose fields can be set from inside loops",
    .init(
      "{% set n = namespace(x=0) %}{% for i in [1, 2] %}{% set n.x = n.x + i %}{% endfor %}{{ n.x }}",
      "3"))

  static let cycler = making(
    .cycler, "cycler", [], takesMore: true, "gives its values in turn with next()",
    .init("{% set c = cycler('a', 'b') %}{{ c.next() }}{{ c.next() }}{{ c.next() }}", "aba"))

  static let joiner = making(
    .joiner, "joiner", [.init("sep", ", ")], takesMore: false,
    "gives nothing at the first call and the separator at all others",
    .init("{% set j = joiner('|') %}{{ j() }}a{{ j() }}b", "a|b"))

  private static func making(
    _ kind: RuntimeReference.Kind, _ name: String, _ parameters: [Parameter], takesMore: Bool,
    _ summary: String, _ example: TemplateExample
  ) -> TemplateFunction {
    var function = TemplateFunction(
      name, parameters, takesMore: takesMore, summary: summary, examples: [example])
    function.makes = kind
    return function
  }
}

/// What `range` gives: it prints as Python's.
struct NumberRange: TemplateObject {
  let start: Int
  let stop: Int
  let step: Int
  let numbers: [Value]

  static let table = ObjectTable<NumberRange>("range", [])

  var templateElements: [Value]? { numbers }
  var templateText: Value? {
    .html(HTML(trusted: "range(\(start), \(stop)\(step == 1 ? "" : ", \(step)"))"))
  }
}
