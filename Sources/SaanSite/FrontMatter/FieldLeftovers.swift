import SaanData
import SaanText

/// Tells of markup in the fields of the front matter that are shown as they are typed.
func leftoversInFields(_ front: YAMLNode) -> Diagnostics {
  var diagnostics = Diagnostics()
  for (key, value) in front.pairs ?? [] {
    switch key.scalar {
    case "title", "summary", "author": tellLeftovers(in: value, &diagnostics)
    case "image":
      for (key, value) in value.pairs ?? [] where key.scalar != "src" {
        tellLeftovers(in: value, &diagnostics)
      }
    default: break
    }
  }
  return diagnostics
}

private func tellLeftovers(in node: YAMLNode, _ diagnostics: inout Diagnostics) {
  guard var text = node.text else { return }
  text.withUTF8 { utf8 in
    for leftover in leftovers(in: utf8, context: .field) {
      let words = String(decoding: utf8[leftover.range].prefix(60), as: UTF8.self)
      diagnostics.add(.leftover(leftover.kind, words, in: .field, at: node.place))
    }
  }
}
