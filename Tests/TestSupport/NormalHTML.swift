/// HTML or XML with one tag or text to a line, so that a change of a page can be read in a diff.
///
/// Attributes are sorted, white space is collapsed, an asset's digest becomes `…`, and spaces that
/// cannot be seen are written out. Nothing else is left out or made alike.
package func normalHTML(_ text: String) -> String {
  var lines: [String] = []
  var rest = text[...]
  var verbatim: String?
  while !rest.isEmpty {
    if let name = verbatim {
      let end = rest.firstRange(of: "</\(name)")?.lowerBound ?? rest.endIndex
      lines += rest[..<end].split(separator: "\n").map(collapsed).filter { !$0.isEmpty }
      rest = rest[end...]
      verbatim = nil
    } else if rest.first == "<" {
      let end = endOfTag(rest)
      let tag = rest[..<end]
      lines.append(normalTag(tag))
      rest = rest[end...]
      verbatim = ["script", "style"].first { tag.hasPrefix("<\($0)") }
    } else {
      let end = rest.firstIndex(of: "<") ?? rest.endIndex
      lines += [collapsed(rest[..<end])].filter { !$0.isEmpty }
      rest = rest[end...]
    }
  }
  return lines.map(withoutDigests).joined(separator: "\n") + "\n"
}

private func endOfTag(_ text: Substring) -> Substring.Index {
  if text.hasPrefix("<!--") { return text.firstRange(of: "-->")?.upperBound ?? text.endIndex }
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
  return text.endIndex
}

/// A tag with its attributes in the order of their names.
private func normalTag(_ tag: Substring) -> String {
  guard !tag.hasPrefix("<!") && !tag.hasPrefix("<?") else { return collapsed(tag) }
  var parts: [String] = [""]
  var quote: Character?
  for character in tag.dropFirst().dropLast() {
    if quote == nil, character.isWhitespace {
      parts.append("")
    } else {
      if quote == nil ? "\"'".contains(character) : character == quote {
        quote = quote == nil ? character : nil
      }
      parts[parts.count - 1].append(character)
    }
  }
  let attributes = parts.dropFirst().filter { !$0.isEmpty }
  let isClosed = attributes.last == "/"
  let sorted = (isClosed ? attributes.dropLast() : attributes).sorted()
  return "<" + ([parts[0]] + sorted.map { collapsed($0[...]) }).joined(separator: " ")
    + (isClosed ? "/>" : ">")
}

/// Runs of white space as one space, the others by their names.
private func collapsed(_ text: Substring) -> String {
  text.split { " \n\t\r".contains($0) }.joined(separator: " ")
    .unicodeScalars.reduce(into: "") { $0 += invisible[$1] ?? String($1) }
}

private let invisible: [Unicode.Scalar: String] = [
  "\u{A0}": "&nbsp;", "\u{200B}": "&ZeroWidthSpace;", "\u{2060}": "&NoBreak;",
  "\u{202F}": "&#8239;", "\u{AD}": "&shy;",
]

/// `site.cfa3cfb864.css` as `site.….css`: what a style sheet holds is no matter of a page.
private func withoutDigests(_ line: String) -> String {
  guard hasDotsAroundDigest(line) else { return line }
  return line.replacing(/\.[0-9a-f]{10}\.(css|js|svg|png|jpg)/) { ".….\($0.1)" }
}

/// Whether two dots stand as far apart as around a digest; few lines need a closer look.
private func hasDotsAroundDigest(_ line: String) -> Bool {
  let (bytes, dot) = (Array(line.utf8), UInt8(ascii: "."))
  return bytes.indices.dropLast(11).contains { bytes[$0] == dot && bytes[$0 + 11] == dot }
}
