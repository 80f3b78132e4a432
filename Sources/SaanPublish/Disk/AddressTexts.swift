extension String {
  /// The site path of an output, without its first slash: `th/news/` for `th/news/index.html`.
  package var sitePath: String {
    hasSuffix("/index.html") || self == "index.html" ? String(dropLast("index.html".count)) : self
  }

  /// The text with `&amp;` and the other entities that may stand in addresses as what they mean.
  package var readingEntities: String {
    let names = ["amp": "&", "quot": "\"", "apos": "'", "lt": "<", "gt": ">"]
    var result = ""
    var rest = self[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...].dropFirst()
      guard let end = rest.prefix(12).firstIndex(of: ";") else {
        result += "&"
        continue
      }
      let name = rest[..<end]
      let number =
        name.lowercased().hasPrefix("#x")
        ? UInt32(name.dropFirst(2), radix: 16)
        : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
      guard
        let text = names[String(name)] ?? number.flatMap(Unicode.Scalar.init).map({ String($0) })
      else {
        result += "&"
        continue
      }
      result += text
      rest = rest[end...].dropFirst()
    }
    return result + rest
  }
}
