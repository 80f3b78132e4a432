import SaanData
import SaanTemplate
import SaanText

/// Faults of values that an article has under `extra`: they name the article's line, for the
/// template that reads them is right.
extension SiteContext {
  /// The fault of a text that should be a date; `nil` when no article says it.
  func dateFault(_ value: Value) -> TemplateFault? {
    guard let written = written(value), case .failure(let mistake) = Moment.read(written.text)
    else { return nil }
    return TemplateFault(.badDate(written.text, mistake, at: written.place))
  }

  /// The fault of a text that should be a number; `nil` when no article says it.
  func numberFault(_ value: Value) -> TemplateFault? {
    guard let written = written(value), case .failure(let mistake) = ExactNumber.read(written.text)
    else { return nil }
    return TemplateFault(.badNumber(written.text, mistake, at: written.place))
  }

  private func written(_ value: Value) -> (text: String, place: Place)? {
    guard case .string(let text) = value, !text.isEmpty else { return nil }
    for page in site.entries.lazy.flatMap(\.pages) {
      for pair in page.front.extra {
        if let node = pair.value.scalars.first(where: { $0.text == text }) {
          return (text, node.place)
        }
      }
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
