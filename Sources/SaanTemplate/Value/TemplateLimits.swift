import SaanText

/// How much a template may do: a hostile or mistaken one ends with an error instead of the machine.
public struct TemplateLimits: Sendable, Hashable {
  /// Macros, includes, blocks and recursive loops inside each other.
  public var depth = 64
  /// Turns of all loops of one page together, and runs of macros, blocks and templates.
  public var iterations = 10_000_000
  /// Bytes of one page, and of every text that is made on the way.
  public var outputBytes = 64 << 20
  /// Elements of every list that is made.
  public var elements = 1_000_000
  /// Lists and maps inside each other, where a namespace keeps them.
  let nesting = 100

  /// The standard limits: far above any real page.
  public init() {}
}

extension TemplateLimits {
  func check(bytes: Int) throws(TemplateFault) {
    if bytes > outputBytes { throw .tooLongText(limit: outputBytes) }
  }

  func check(elements count: Int) throws(TemplateFault) {
    if count > elements { throw .tooManyElements(limit: elements) }
  }

  /// Looks at a value that an operator, a filter or a function made.
  @inline(__always)
  func check(_ value: Value) throws(TemplateFault) {
    switch value {
    case .string(let text): try check(bytes: text.utf8.count)
    case .html(let html): try check(bytes: html.markup.utf8.count)
    case .list(let values), .tuple(let values): try check(elements: values.count)
    default: break
    }
  }

  /// Looks at all that a value holds, since what is kept from turn to turn can grow without end.
  func check(kept value: Value) throws(TemplateFault) {
    var rest = elements
    try check(kept: value, depth: 0, &rest)
  }

  private func check(kept value: Value, depth: Int, _ rest: inout Int) throws(TemplateFault) {
    let parts: [Value]
    switch value {
    case .list(let values), .tuple(let values): parts = values
    case .map(let map): parts = map.values
    default: return
    }
    if depth > nesting { throw .tooDeep(limit: nesting) }
    rest -= parts.count
    if rest < 0 { throw .tooManyElements(limit: elements) }
    for part in parts { try check(kept: part, depth: depth + 1, &rest) }
  }
}

extension [String] {
  /// The texts in one, unless that becomes too long.
  func joined(separator: String, _ limits: TemplateLimits) throws(TemplateFault) -> String {
    let between = separator.utf8.count.multipliedReportingOverflow(by: Swift.max(0, count - 1))
    try limits.check(bytes: between.overflow ? Int.max : between.partialValue)
    try limits.check(bytes: reduce(between.partialValue) { $0 + $1.utf8.count })
    return joined(separator: separator)
  }
}
