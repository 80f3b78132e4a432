import SaanText

extension Filter {
  static let attr = Filter(
    "attr", [.init("name")], summary: "a field by its name", acceptsUndefined: false
  ) { value, arguments, _ throws(TemplateFault) in
    let name = try arguments.text(0, "name")
    return value.member(.string(name)) ?? .undefined
  }

  static let batch = Filter(
    "batch", [.init("linecount"), .init("fill_with", .none)],
    summary: "lists of a fixed length, the last one filled up",
    examples: [
      .init("{% for row in [1, 2, 3] | batch(2, 0) %}{{ row | join }};{% endfor %}", "12;30;")
    ]
  ) { value, arguments, context throws(TemplateFault) in
    let size = try arguments.integer(0, "linecount")
    if size < 1 { throw .argumentValue("linecount", "1 or more") }
    try context.limits.check(elements: size)
    let values = try value.list()
    return .list(
      stride(from: 0, to: values.count, by: size).map { start in
        var row = Array(values[start..<Swift.min(start + size, values.count)])
        if !arguments[1].isNone { row += Array(repeating: arguments[1], count: size - row.count) }
        return .list(row)
      })
  }

  static let `default` = Filter(
    "default", aliases: ["d"], [.init("default_value", ""), .init("boolean", false)],
    summary: "another value where there is none, or, if asked, where it is empty",
    examples: [
      .init("{{ nothing | default('–') }}", "–"), .init("{{ '' | default('–', true) }}", "–"),
    ], acceptsUndefined: true
  ) { value, arguments, _ in
    value.isUndefined || (arguments[1].isTrue && !value.isTrue) ? arguments[0] : value
  }

  static let dictsort = Filter(
    "dictsort", [.init("case_sensitive", false), .init("by", "key"), .init("reverse", false)],
    summary: "a map's pairs in order",
    examples: [
      .init("{% for k, v in {'b': 1, 'a': 2} | dictsort %}{{ k }}{{ v }}{% endfor %}", "a2b1")
    ]
  ) { value, arguments, _ throws(TemplateFault) in
    guard case .map(let map) = value else { throw .notMap(value) }
    let by = try arguments.text(1, "by")
    guard by == "key" || by == "value" else { throw .argumentValue("by", "'key' or 'value'") }
    let pairs = map.pairs.map { Value.tuple([$0, $1]) }
    return .list(
      try pairs.sorted(isReversed: arguments[2].isTrue) { pair in
        guard case .tuple(let parts) = pair else { return pair }
        let key = parts[by == "key" ? 0 : 1]
        return arguments[0].isTrue ? key : key.foldingCase
      })
  }

  static let first = Filter(
    "first", summary: "the first element", result: .elementOfInput,
    examples: [.init("{{ [3, 4] | first }}", "3")]
  ) { value, _, _ throws(TemplateFault) in try value.list().first ?? .undefined }

  static let groupby = Filter(
    "groupby", [.init("attribute"), .init("default", .none), .init("case_sensitive", false)],
    summary: "pairs of a field's value and the elements that have it, in order",
    examples: [
      .init(
        "{% for g in [{'a': 1}, {'a': 2}, {'a': 1}] | groupby('a') %}{{ g.grouper }}{{ g.list | length }};{% endfor %}",
        "12;21;")
    ]
  ) { value, arguments, _ throws(TemplateFault) in
    let path = AttributePath(arguments[0])
    func key(_ item: Value) throws(TemplateFault) -> Value {
      let key = try path.value(in: item, standard: arguments[1])
      return arguments[2].isTrue ? key : key.foldingCase
    }
    let sorted = try value.list().sorted(isReversed: false, by: key)
    var groups: [(key: Value, items: [Value])] = []
    for item in sorted {
      let itemKey = try key(item)
      if let last = groups.last, last.key.isEqual(to: itemKey) {
        groups[groups.count - 1].items.append(item)
      } else {
        groups.append((itemKey, [item]))
      }
    }
    var result: [Value] = []
    for group in groups {
      let grouper =
        arguments[2].isTrue
        ? group.key : try path.value(in: group.items[0], standard: arguments[1])
      result.append(Value(Group(grouper: grouper, items: group.items)))
    }
    return .list(result)
  }

  static let items = Filter(
    "items", summary: "a map's pairs",
    examples: [.init("{% for k, v in {'a': 1} | items %}{{ k }}={{ v }}{% endfor %}", "a=1")],
    acceptsUndefined: true
  ) { value, _, _ throws(TemplateFault) in
    if value.isUndefined { return .list([]) }
    guard case .map(let map) = value else { throw .notMap(value) }
    return .list(map.pairs.map { .tuple([$0, $1]) })
  }

  static let join = Filter(
    "join", [.init("d", ""), .init("attribute", .none)],
    summary: "the elements' texts in one, with something between", result: .type(.string),
    examples: [.init("{{ [1, 2] | join(', ') }}", "1, 2")]
  ) { value, arguments, context throws(TemplateFault) in
    var values = try value.list()
    if !arguments[1].isNone {
      let path = AttributePath(arguments[1])
      values = try values.map { item throws(TemplateFault) in try path.value(in: item) }
    }
    // In HTML `none` has no text.
    if context.escapes { values = values.map { $0.isNone ? .string("") : $0 } }
    func isMarkup(_ value: Value) -> Bool { if case .html = value { true } else { false } }
    guard context.escapes, isMarkup(arguments[0]) || values.contains(where: isMarkup) else {
      return .string(
        try values.map(\.description).joined(separator: arguments[0].description, context.limits))
    }
    return .html(
      HTML(
        trusted: try values.map(\.escaped).joined(separator: arguments[0].escaped, context.limits)))
  }

  static let last = Filter(
    "last", summary: "the last element", result: .elementOfInput,
    examples: [.init("{{ [3, 4] | last }}", "4")]
  ) { value, _, _ throws(TemplateFault) in try value.list().last ?? .undefined }

  static let length = Filter(
    "length", aliases: ["count"], summary: "how many elements, or letters", result: .type(.number),
    examples: [.init("{{ 'น่าน' | length }}", "4"), .init("{{ [1, 2] | count }}", "2")]
  ) { value, _, _ throws(TemplateFault) in
    switch value {
    case .string(let text): return .int(text.length)
    case .html(let html): return .int(html.markup.length)
    case .list(let values), .tuple(let values): return .int(values.count)
    case .map(let map): return .int(map.count)
    default: return .int(try value.list().count)
    }
  }

  static let list = Filter(
    "list", summary: "the elements as a list; a text's letters", result: .sameAsInput,
    examples: [.init("{{ 'ab' | list }}", "['a', 'b']")]
  ) { value, _, _ throws(TemplateFault) in .list(try value.list()) }

  static let max = Filter(
    "max", [.init("case_sensitive", false), .init("attribute", .none)],
    summary: "the greatest element", result: .elementOfInput,
    examples: [.init("{{ [1, 3, 2] | max }}", "3")]
  ) { value, arguments, _ throws(TemplateFault) in try extreme(value, arguments, isMaximum: true) }

  static let min = Filter(
    "min", [.init("case_sensitive", false), .init("attribute", .none)],
    summary: "the least element", result: .elementOfInput,
    examples: [.init("{{ ['b', 'A'] | min }}", "A")]
  ) { value, arguments, _ throws(TemplateFault) in try extreme(value, arguments, isMaximum: false) }

  private static func extreme(
    _ value: Value, _ arguments: Arguments, isMaximum: Bool
  ) throws(TemplateFault) -> Value {
    let path = AttributePath(arguments[1])
    var best: (key: Value, item: Value)?
    for item in try value.list() {
      var key = try path.value(in: item)
      if !arguments[0].isTrue { key = key.foldingCase }
      guard let old = best else {
        best = (key, item)
        continue
      }
      if try isMaximum ? old.key.isLess(than: key) : key.isLess(than: old.key) {
        best = (key, item)
      }
    }
    return best?.item ?? .undefined
  }

  static let random = Filter(
    "random", summary: "the element that a hash of the list picks: the same in every build",
    result: .elementOfInput, examples: [.init("{{ [7] | random }}", "7")]
  ) { value, _, _ throws(TemplateFault) in
    // Output must not change from one build to the next, so chance is not asked.
    let values = try value.list()
    guard !values.isEmpty else { return .undefined }
    let hash = values.map(\.description).joined(separator: "\u{1F}").keyHash
    return values[Int(hash % UInt64(values.count))]
  }

  static let slice = Filter(
    "slice", [.init("slices"), .init("fill_with", .none)],
    summary: "a number of lists of nearly equal length",
    examples: [.init("{% for c in [1, 2, 3] | slice(2) %}{{ c | join }};{% endfor %}", "12;3;")]
  ) { value, arguments, context throws(TemplateFault) in
    let count = try arguments.integer(0, "slices")
    if count < 1 { throw .argumentValue("slices", "1 or more") }
    try context.limits.check(elements: count)
    let values = try value.list()
    let (size, more) = values.count.quotientAndRemainder(dividingBy: count)
    return .list(
      (0..<count).map { number in
        let start = number * size + Swift.min(number, more)
        var part = Array(values[start..<(start + size + (number < more ? 1 : 0))])
        if !arguments[1].isNone, number >= more { part.append(arguments[1]) }
        return .list(part)
      })
  }

  static let sort = Filter(
    "sort",
    [.init("reverse", false), .init("case_sensitive", false), .init("attribute", .none)],
    summary: "the elements in order, by fields if they are given", result: .sameAsInput,
    examples: [.init("{{ ['b', 'C', 'a'] | sort | join }}", "abC")]
  ) { value, arguments, _ throws(TemplateFault) in
    let names =
      arguments[2].text.map { text in
        text.split(separator: ",", omittingEmptySubsequences: false).map {
          Value.string(String($0))
        }
      } ?? [arguments[2]]
    let paths = names.map { AttributePath($0) }
    return .list(
      try value.list().sorted(isReversed: arguments[0].isTrue) { item throws(TemplateFault) in
        var keys: [Value] = []
        for path in paths {
          let key = try path.value(in: item)
          keys.append(arguments[1].isTrue ? key : key.foldingCase)
        }
        return .list(keys)
      })
  }

  static let unique = Filter(
    "unique", [.init("case_sensitive", false), .init("attribute", .none)],
    summary: "each element once", result: .sameAsInput,
    examples: [.init("{{ ['a', 'A', 'b'] | unique | join }}", "ab")]
  ) { value, arguments, _ throws(TemplateFault) in
    let path = AttributePath(arguments[1])
    var seen = ValueSet()
    var result: [Value] = []
    for item in try value.list() {
      let key = try path.value(in: item)
      if key.isUnhashable { throw .keyKind(key) }
      if seen.insert(arguments[0].isTrue ? key : key.foldingCase) { result.append(item) }
    }
    return .list(result)
  }
}

/// What `groupby` gives: a pair that also has names.
struct Group: TemplateObject {
  let grouper: Value
  let items: [Value]

  static let table = ObjectTable<Group>(
    "group",
    [
      .init("grouper", .any, "the value that the elements share") { $0.grouper },
      .init("list", .list(of: .any), "the elements") { .list($0.items) },
    ])

  var templateElements: [Value]? { [grouper, .list(items)] }
  var templateText: Value? { .tuple([grouper, .list(items)]) }
}
