/// A text of a page with the language that a page says it is in.
struct SpokenText {
  let text: String
  let language: String?
  /// The names of the elements around it, the outermost first.
  let elements: [String]
}

/// The texts of HTML, each with the language of the nearest element that names one.
///
/// What readers never see as text is left out: scripts, styles, remarks and attributes.
func spokenTexts(_ html: String) -> [SpokenText] {
  var found: [SpokenText] = []
  var open: [(name: String, language: String?)] = []
  var rest = html[...]
  while let start = rest.firstIndex(of: "<") {
    let text = rest[..<start]
    if !text.allSatisfy(\.isWhitespace) {
      found.append(
        SpokenText(
          text: String(text), language: open.last?.language, elements: open.map(\.name)))
    }
    rest = rest[start...]
    let end = rest.hasPrefix("<!--") ? rest.firstRange(of: "-->")?.upperBound : endOfTag(rest)
    let tag = rest[..<(end ?? rest.endIndex)]
    rest = rest[(end ?? rest.endIndex)...]
    guard !tag.hasPrefix("<!") else { continue }
    let name = String(tag.dropFirst().prefix { !" \n/>".contains($0) }).lowercased()
    if tag.hasPrefix("</") {
      let closed = tag.dropFirst(2).prefix { $0 != ">" && $0 != " " }.lowercased()
      if let index = open.lastIndex(where: { $0.name == closed }) { open.removeSubrange(index...) }
    } else if name == "script" || name == "style" {
      rest = rest.firstRange(of: "</\(name)>").map { rest[$0.upperBound...] } ?? ""
    } else if !tag.hasSuffix("/>"), !voidElements.contains(name) {
      open.append((name, language(of: tag) ?? open.last?.language))
    }
  }
  return found
}

private let voidElements: Set<String> = [
  "meta", "link", "br", "img", "hr", "input", "source", "wbr", "col",
]

private func endOfTag(_ text: Substring) -> Substring.Index? {
  var quote: Character?
  for index in text.indices {
    let character = text[index]
    if let open = quote {
      if character == open { quote = nil }
    } else if character == "\"" || character == "'" {
      quote = character
    } else if character == ">" {
      return text.index(after: index)
    }
  }
  return nil
}

private func language(of tag: Substring) -> String? {
  guard let start = tag.firstRange(of: " lang=\"")?.upperBound else { return nil }
  return String(tag[start...].prefix { $0 != "\"" })
}
