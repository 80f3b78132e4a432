import SaanData
import SaanTemplate
import SaanText

/// Faults of values that an article has under `extra`: they name the article's line, for the
/// template that reads them is right.
extension Reader {
  /// The fault of a text that should be a date; `nil` when no article says it.
  func dateFault(_ value: Value) -> TemplateFault? {
    guard case .string(let text) = value, let place = written(text),
      case .failure(let mistake) = Moment.read(text)
    else { return nil }
    return TemplateFault(.badDate(text, mistake, at: place))
  }

  /// The fault of a text that should be a number; `nil` when no article says it.
  func numberFault(_ value: Value) -> TemplateFault? {
    guard case .string(let text) = value, let place = written(text),
      case .failure(let mistake) = ExactNumber.read(text)
    else { return nil }
    return TemplateFault(.badNumber(text, mistake, at: place))
  }
}

extension SiteContext {
  /// Where an article says a text under `extra`.
  func written(_ text: String) -> Place? {
    guard !text.isEmpty else { return nil }
    for pair in site.entries.lazy.flatMap(\.pages).flatMap(\.front.extra) {
      if let node = pair.value.scalars.first(where: { $0.text == text }) { return node.place }
    }
    return nil
  }
}

extension TemplateFault {
  fileprivate init(_ diagnostic: Diagnostic) {
    self.init(
      code: diagnostic.code, diagnostic.message, hint: diagnostic.hint, at: diagnostic.place)
  }
}

extension YAMLNode {
  /// The single values in it.
  fileprivate var scalars: [YAMLNode] {
    switch content {
    case .scalar: [self]
    case .sequence(let elements): elements.flatMap(\.scalars)
    case .mapping(let pairs): pairs.flatMap { $0.value.scalars }
    }
  }
}
