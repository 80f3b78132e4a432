import SaanText

extension Filter {
  static let map = Filter(
    "map", takesMore: true, summary: "a field of every element, or a filter applied to it",
    result: .type(.list(of: .any)),
    examples: [
      .init("{{ [{'a': 1}, {'a': 2}] | map(attribute='a') | join }}", "12"),
      .init("{{ ['a', 'b'] | map('upper') | join }}", "AB"),
    ]
  ) { value, arguments, context throws(TemplateFault) in
    guard value.isTrue else { return .list([]) }
    let items = try value.list()
    var named = arguments.moreNamed
    if arguments.more.isEmpty, let index = named.firstIndex(where: { $0.0 == "attribute" }) {
      let path = AttributePath(named.remove(at: index).1)
      let standard = named.first { $0.0 == "default" }?.1 ?? .none
      if let other = named.first(where: { $0.0 != "default" }) {
        throw .unknownArgument(other.0, among: ["attribute", "default"])
      }
      return .list(
        try items.map { item throws(TemplateFault) in
          try path.value(in: item, standard: standard)
        })
    }
    guard let name = arguments.more.first?.text else { throw .missingArgument("filter") }
    let rest = Array(arguments.more.dropFirst())
    return .list(
      try items.map { item throws(TemplateFault) in
        try context.apply(filter: name, to: item, rest, named)
      })
  }

  static let select = Filter(
    "select", takesMore: true, summary: "the elements that pass a test", result: .sameAsInput,
    examples: [.init("{{ [1, 2, 3] | select('odd') | join }}", "13")]
  ) { value, arguments, context throws(TemplateFault) in
    try choose(value, arguments, context, byAttribute: false, keeps: true)
  }

  static let reject = Filter(
    "reject", takesMore: true, summary: "the elements that fail a test", result: .sameAsInput,
    examples: [.init("{{ [1, 2, 3] | reject('odd') | join }}", "2")]
  ) { value, arguments, context throws(TemplateFault) in
    try choose(value, arguments, context, byAttribute: false, keeps: false)
  }

  static let selectattr = Filter(
    "selectattr", takesMore: true, summary: "the elements whose field passes a test",
    result: .sameAsInput,
    examples: [
      .init(
        "{{ [{'a': 1}, {'a': 2}] | selectattr('a', 'gt', 1) | map(attribute='a') | join }}", "2")
    ]
  ) { value, arguments, context throws(TemplateFault) in
    try choose(value, arguments, context, byAttribute: true, keeps: true)
  }

  static let rejectattr = Filter(
    "rejectattr", takesMore: true, summary: "the elements whose field fails a test",
    result: .sameAsInput,
    examples: [
      .init("{{ [{'a': 0}, {'a': 2}] | rejectattr('a') | map(attribute='a') | join }}", "0")
    ]
  ) { value, arguments, context throws(TemplateFault) in
    try choose(value, arguments, context, byAttribute: true, keeps: false)
  }

  private static func choose(
    _ value: Value, _ arguments: Arguments, _ context: RenderContext, byAttribute: Bool,
    keeps: Bool
  ) throws(TemplateFault) -> Value {
    guard value.isTrue else { return .list([]) }
    var rest = arguments.more[...]
    var path: AttributePath?
    if byAttribute {
      guard let attribute = rest.popFirst() else { throw .missingArgument("attribute") }
      path = AttributePath(attribute)
    }
    let test = try rest.popFirst().map { test throws(TemplateFault) in
      guard let name = test.text else { throw .argumentKind("test", "text", test) }
      return name
    }
    let further = Array(rest)
    let takesUndefined = test == "defined" || test == "undefined"
    var result: [Value] = []
    for item in try value.list() {
      let subject = path?.optional(in: item) ?? item
      if subject.isUndefined, !takesUndefined {
        throw .undefinedMember(arguments.more[0].description, of: item)
      }
      let passes =
        if let test {
          try context.apply(test: test, to: subject, further, arguments.moreNamed)
        } else {
          subject.isTrue
        }
      if passes == keeps { result.append(item) }
    }
    return .list(result)
  }
}
