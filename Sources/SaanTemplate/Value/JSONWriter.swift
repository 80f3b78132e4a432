import SaanText

/// Writes a value as JSON the way Python's `json.dumps` does, safe inside HTML.
struct JSONWriter {
  let indent: Int?
  let limits: TemplateLimits

  func text(of value: Value) throws(TemplateFault) -> String {
    var text = ""
    try write(value, into: &text, depth: 0)
    return text
  }

  private func write(
    _ value: Value, into text: inout String, depth: Int
  ) throws(TemplateFault) {
    guard depth < limits.nesting else { throw .tooDeep(limit: limits.nesting) }
    try limits.check(bytes: text.utf8.count)
    switch value {
    case .none: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .int(let number): text += String(number)
    case .double(let number):
      text +=
        number.isFinite
        ? number.pythonText : number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity"
    case .string(let string): text += quoted(string)
    case .html(let html): text += quoted(html.markup)
    case .list(let values), .tuple(let values):
      try write(values.map { (nil, $0) }, "[", "]", into: &text, depth: depth)
    case .map(let map):
      try write(sorted(map), "{", "}", into: &text, depth: depth)
    case .object(let object):
      if let elements = object.elements {
        try write(.list(elements), into: &text, depth: depth)
      } else if let string = object.text {
        try write(string, into: &text, depth: depth)
      } else {
        throw .inputKind("a value that JSON knows", value)
      }
    case .undefined, .runtime: throw .inputKind("a value that JSON knows", value)
    }
  }

  /// Jinja sorts the keys.
  private func sorted(_ map: TemplateMap) throws(TemplateFault) -> [(String?, Value)] {
    try map.pairs.map { Value.tuple([$0, $1]) }
      .sorted(isReversed: false) { pair in pair.member(.int(0)) ?? pair }
      .map { pair throws(TemplateFault) in
        let key = pair.member(.int(0)) ?? .none
        let name: String = if let text = key.text { text } else { try self.text(of: key) }
        return (name, pair.member(.int(1)) ?? .none)
      }
  }

  private func write(
    _ items: [(String?, Value)], _ open: String, _ close: String, into text: inout String,
    depth: Int
  ) throws(TemplateFault) {
    text += open
    for (index, item) in items.enumerated() {
      if index > 0 { text += indent == nil ? ", " : "," }
      breakLine(&text, depth + 1)
      if let key = item.0 { text += quoted(key) + ": " }
      try write(item.1, into: &text, depth: depth + 1)
    }
    if !items.isEmpty { breakLine(&text, depth) }
    text += close
  }

  private func breakLine(_ text: inout String, _ depth: Int) {
    guard let indent else { return }
    text += "\n" + String(repeating: " ", count: Swift.max(0, Swift.min(indent, 100)) * depth)
  }

  private func quoted(_ string: String) -> String {
    var bytes: [UInt8] = []
    bytes.appendJSON(string, as: .ascii)
    return String(decoding: bytes, as: UTF8.self)
  }
}
