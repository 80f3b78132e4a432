/// A value of a page, with the links of what is told together with it.
struct LinkedValue {
  let text: String
  /// The hrefs in the row, the entry of a list, the paragraph or the chart that it stands in.
  let links: [String]
}

/// The values of a page, each a `<data>`, with the links that stand beside it.
///
/// What belongs together ends at a whole list, table or section.
func linkedValues(_ html: String) -> [LinkedValue] {
  var open: [(name: String, id: Int)] = []
  var links: [Int: [String]] = [:]
  var values: [(text: String, elements: [Int])] = []
  var next = 0
  for part in html.split(separator: "<").dropFirst() {
    let name = part.prefix { !" \n/>".contains($0) }.lowercased()
    if part.hasPrefix("/") {
      let closed = part.dropFirst().prefix { $0 != ">" && $0 != " " }.lowercased()
      if let index = open.lastIndex(where: { $0.name == closed }) { open.removeSubrange(index...) }
      continue
    }
    let tag = part.prefix { $0 != ">" }
    let whole = open.lastIndex { $0.name == "figure" } ?? open.count
    let around =
      open[whole...].map(\.id)
      + open[..<whole].reversed().prefix { !endsOfWhatBelongsTogether.contains($0.name) }.map(\.id)
    if name == "a", let href = attribute("href", of: tag) {
      for id in around + [next] { links[id, default: []].append(href) }
    }
    if name == "data" {
      values.append((String(part.drop { $0 != ">" }.dropFirst()), around))
    }
    if !tag.hasSuffix("/"), !withoutEnd.contains(name) { open.append((name, next)) }
    next += 1
  }
  return values.map { value in
    var seen = Set<String>()
    let all = value.elements.flatMap { links[$0] ?? [] }
    return LinkedValue(text: value.text, links: all.filter { seen.insert($0).inserted })
  }
}

private let endsOfWhatBelongsTogether: Set<String> = [
  "ul", "ol", "table", "tbody", "section", "article", "main", "body",
]

private let withoutEnd: Set<String> = [
  "meta", "link", "br", "img", "hr", "input", "source", "wbr", "col", "!doctype",
]

private func attribute(_ name: String, of tag: Substring) -> String? {
  tag.firstRange(of: " \(name)=\"").map { String(tag[$0.upperBound...].prefix { $0 != "\"" }) }
}
