import SaanData
import SaanMarkdown
import SaanTemplate

/// What a page names that may be a file beside it, each once.
func namesOfFiles(_ front: FrontMatter, _ body: PageText) -> [String] {
  var names = body.links.map(\.destination) + front.extra.flatMap { $0.value.texts }
  if let image = front.image?.source { names.append(image.value) }
  for call in body.allCalls.compactMap(\.call) {
    names += (call.positional + call.named.map(\.value)).compactMap(\.text)
  }
  return Set(names.filter { !$0.hasSuffix(".md") }).sorted()
}

extension YAMLNode {
  /// All texts in it.
  fileprivate var texts: [String] {
    if let text { return [text] }
    return (elements ?? []).flatMap(\.texts) + (pairs ?? []).flatMap(\.value.texts)
  }
}
