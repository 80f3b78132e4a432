/// One tag of a drawing: where it stands, what it is called and what its attributes say.
///
/// Names and values are as they are written; `plain` is a value as whoever shows it understands it.
struct DrawingTag {
  struct Attribute {
    let name: String
    /// The value between its quotation marks.
    let value: String
    /// The name, the sign and the value, with the space before them.
    let range: Range<Int>

    /// The name without what stands for its namespace.
    var localName: String { local(name) }
    /// What stands for the name's namespace.
    var prefix: String { SaanFiles.prefix(name) }
  }

  let name: String
  let range: Range<Int>
  private(set) var attributes: [Attribute] = []
  private(set) var isEnd = false
  /// Whether it ends where it begins: `<path/>`.
  private(set) var isAlone = false

  var localName: String { local(name).lowercased() }
  /// What stands for the name's namespace, such as `inkscape`.
  var prefix: String { SaanFiles.prefix(name) }

  /// Reads the tag that begins at a `<`; `nil` where it is none.
  init?(in bytes: [UInt8], at start: Int) {
    var index = start + 1
    if index < bytes.count, bytes[index] == UInt8(ascii: "/") {
      isEnd = true
      index += 1
    }
    let name = Self.name(in: bytes, &index)
    guard !name.isEmpty else { return nil }
    while index < bytes.count {
      let space = index
      while index < bytes.count, bytes[index].isSpace { index += 1 }
      guard index < bytes.count else { return nil }
      if bytes[index] == UInt8(ascii: ">") {
        self.name = name
        range = start..<(index + 1)
        return
      }
      if bytes[index] == UInt8(ascii: "/"), index + 1 < bytes.count,
        bytes[index + 1] == UInt8(ascii: ">"), !isEnd
      {
        self.name = name
        isAlone = true
        range = start..<(index + 2)
        return
      }
      guard let attribute = Self.attribute(in: bytes, &index, from: space) else { return nil }
      attributes.append(attribute)
    }
    return nil
  }

  private static func name(in bytes: [UInt8], _ index: inout Int) -> String {
    let start = index
    while index < bytes.count, !bytes[index].isSpace, !"/>=<\"'".utf8.contains(bytes[index]) {
      index += 1
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private static func attribute(
    in bytes: [UInt8], _ index: inout Int, from space: Int
  ) -> Attribute? {
    let name = name(in: bytes, &index)
    while index < bytes.count, bytes[index].isSpace { index += 1 }
    guard !name.isEmpty, index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return nil }
    index += 1
    while index < bytes.count, bytes[index].isSpace { index += 1 }
    guard index < bytes.count, "\"'".utf8.contains(bytes[index]),
      let end = bytes[(index + 1)...].firstIndex(of: bytes[index])
    else { return nil }
    let value = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
    index = end + 1
    return Attribute(name: name, value: value, range: space..<index)
  }
}

/// A name without what stands for its namespace.
private func local(_ name: String) -> String {
  name.firstIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
}

/// What stands for the namespace of a name; empty for a name without one.
private func prefix(_ name: String) -> String {
  name.firstIndex(of: ":").map { String(name[..<$0]) } ?? ""
}

extension UInt8 {
  /// Whether it is a space, a tab or the end of a line.
  var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}

/// A text of XML as it is understood: with what its references stand for.
///
/// - Parameter entities: what the file itself gives names to.
func plainText(ofXML text: String, entities: [String: String]) -> String {
  guard text.contains("&") else { return text }
  var plain = ""
  var rest = Substring(text)
  while let sign = rest.firstIndex(of: "&") {
    plain += rest[..<sign]
    rest = rest[rest.index(after: sign)...]
    let name = rest.prefix { $0 != ";" && $0 != "&" }
    guard rest[name.endIndex...].first == ";", let meant = meaning(of: name, entities) else {
      plain += "&"
      continue
    }
    plain += meant
    rest = rest[name.endIndex...].dropFirst()
  }
  return plain + rest
}

private func meaning(of name: Substring, _ entities: [String: String]) -> String? {
  switch name {
  case "amp": return "&"
  case "lt": return "<"
  case "gt": return ">"
  case "quot": return "\""
  case "apos": return "'"
  default: break
  }
  guard name.hasPrefix("#") else { return entities[String(name)] }
  let digits = name.dropFirst()
  let number =
    digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
  return number.flatMap(Unicode.Scalar.init).map { String($0) }
}
