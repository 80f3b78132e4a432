/// What is wrong with markup read as XML: open or crossed elements, bare `&` and `<`, ids used
/// twice, references that lead nowhere.
struct MarkupChecker {
  private(set) var mistakes: [String] = []
  private(set) var ids: Set<String> = []
  private(set) var elements: [String: Int] = [:]
  private(set) var attributes: [(element: String, name: String, value: String)] = []

  init(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    var open: [String] = []
    var rest = Substring(text)
    while let start = rest.firstIndex(of: "<") {
      check(content: rest[..<start])
      guard let end = rest[start...].firstIndex(of: ">") else {
        mistakes.append("a tag that does not end")
        return
      }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("/") {
        let name = String(tag.dropFirst())
        if open.popLast() != name { mistakes.append("</\(name)> closes another element") }
        continue
      }
      let name = String(tag.prefix { $0 != " " && $0 != "/" })
      elements[name, default: 0] += 1
      readAttributes(of: name, tag.dropFirst(name.count))
      if !tag.hasSuffix("/") { open.append(name) }
    }
    check(content: rest)
    if !open.isEmpty { mistakes.append("open at the end: \(open)") }
    checkReferences()
  }

  private mutating func check(content: Substring) {
    if content.contains(">") { mistakes.append("a bare > in \(content)") }
    for part in content.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
      let entity = part.prefix { $0 != ";" }
      if !["amp", "lt", "gt", "#34", "#39"].contains(entity) { mistakes.append("&\(part)") }
    }
  }

  private mutating func readAttributes(of element: String, _ text: Substring) {
    var rest = text.drop { $0 == " " }
    var seen = Set<String>()
    while let first = rest.first, first != "/" {
      let name = rest.prefix { $0 != "=" && $0 != " " && $0 != "/" }
      rest = rest.dropFirst(name.count)
      guard rest.hasPrefix("=\"") else {
        mistakes.append("\(element) \(name) has no quoted value")
        return
      }
      rest = rest.dropFirst(2)
      let value = rest.prefix { $0 != "\"" }
      rest = rest.dropFirst(value.count + 1).drop { $0 == " " }
      check(content: value)
      if !seen.insert(String(name)).inserted { mistakes.append("\(element) has \(name) twice") }
      attributes.append((element, String(name), String(value)))
      if name == "style" { mistakes.append("an inline style") }
      if name == "id", !ids.insert(String(value)).inserted { mistakes.append("id \(value) twice") }
    }
  }

  private mutating func checkReferences() {
    for attribute in attributes {
      if attribute.name.hasPrefix("aria-") && attribute.name.hasSuffix("by"),
        !ids.contains(attribute.value)
      {
        mistakes.append("\(attribute.name) leads nowhere: \(attribute.value)")
      }
      if attribute.value.hasPrefix("url(#"),
        !ids.contains(String(attribute.value.dropFirst(5).dropLast()))
      {
        mistakes.append("\(attribute.value) leads nowhere")
      }
      let isText = ["href", "id", "class", "aria-label"].contains(attribute.name)
      if !isText, attribute.value.contains("nan") || attribute.value.contains("inf") {
        mistakes.append("\(attribute.name) is \(attribute.value)")
      }
    }
  }
}
