import SaanData
import SaanMarkdown
import SaanTemplate

/// What a page names that may be a file beside it, each once.
func namesOfFiles(_ front: FrontMatter, _ body: PageText) -> [String] {
  let names = namesOfPictures(front, body).union(namesOfOthers(front, body))
    .union(namesInCalls(body))
  return names.filter { !$0.hasSuffix(".md") }.sorted()
}

/// What a page shows as a picture.
func namesOfPictures(_ front: FrontMatter, _ body: PageText) -> Set<String> {
  Set(
    body.links.filter(\.isImage).map(\.destination)
      + [front.image?.source?.value].compactMap(\.self))
}

/// What a page leads to, or names for a theme to do something with it.
func namesOfOthers(_ front: FrontMatter, _ body: PageText) -> Set<String> {
  var names = body.links.filter { !$0.isImage }.map(\.destination)
  names += front.extra.flatMap { $0.value.texts }
  return Set(names)
}

/// What a page gives to shortcodes.
func namesInCalls(_ body: PageText) -> Set<String> {
  Set(
    body.allCalls.compactMap(\.call).flatMap { call in
      (call.positional + call.named.map(\.value)).compactMap(\.text)
    })
}

extension YAMLNode {
  /// All texts in it.
  fileprivate var texts: [String] {
    if let text { return [text] }
    return (elements ?? []).flatMap(\.texts) + (pairs ?? []).flatMap(\.value.texts)
  }
}
