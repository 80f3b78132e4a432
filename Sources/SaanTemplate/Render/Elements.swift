import SaanText

extension Renderer {
  /// `object[index]`, nil where there is no such element.
  func element(_ index: Value, of object: Value) throws(TemplateFault) -> Value? {
    switch object {
    case .map(let map):
      if let value = map[key: index] { return value }
      return nil
    case .object, .runtime:
      if let name = index.text { return read(MemberName(name), of: object) }
      guard let position = index.integer, let elements = object.elements else { return nil }
      return elements.at(position)
    case .undefined: throw .undefinedLocal
    default:
      if index.text != nil { return nil }
      guard let position = index.integer else { throw .indexKind(index, of: object) }
      switch object {
      case .list(let values), .tuple(let values): return values.at(position)
      case .string(let text): return text.scalar(at: position).map { .string($0) }
      case .html(let html):
        return html.markup.scalar(at: position).map { .html(HTML(trusted: $0)) }
      default: return nil
      }
    }
  }

  func sliced(
    _ object: Value, from start: Value, to end: Value, by step: Value
  ) throws(TemplateFault) -> Value {
    var bounds: [Int?] = []
    for part in [start, end, step] {
      guard part.isNone || part.integer != nil else { throw .indexKind(part, of: object) }
      bounds.append(part.integer)
    }
    if bounds[2] == 0 { throw .zeroStep }
    func pick<Element>(_ values: [Element]) -> [Element] {
      values.sliced(bounds[0], bounds[1], bounds[2] ?? 1)
    }
    switch object {
    case .list(let values): return .list(pick(values))
    case .tuple(let values): return .tuple(pick(values))
    case .string(let text): return .string(String(scalars: pick(Array(text.unicodeScalars))))
    case .html(let html):
      return .html(HTML(trusted: String(scalars: pick(Array(html.markup.unicodeScalars)))))
    default:
      guard let elements = object.elements else { throw .indexKind(start, of: object) }
      return .list(pick(elements))
    }
  }

  func makeMap(_ values: [Value]) throws(TemplateFault) -> Value {
    var pairs: [(Value, Value)] = []
    for index in stride(from: 0, to: values.count, by: 2) {
      switch values[index] {
      case .list, .map: throw .keyKind(values[index])
      default: pairs.append((values[index], values[index + 1]))
      }
    }
    return .map(TemplateMap(pairs: pairs))
  }
}
