/// A drawing (SVG) as it is published: without what could run, what is no drawing, and what is
/// fetched from elsewhere when somebody looks at it.
///
/// A browser runs nothing of a picture in a page, but all of it once a reader opens the file. What
/// programs note for themselves, such as the folder of the computer it was drawn on, goes as well,
/// and is not told.
package struct CleanDrawing: Sendable {
  /// Something that was taken out.
  package struct Removed: Sendable, Hashable {
    /// How it is named: `<script>`, `onload`, `href="https://…"`.
    package let name: String
    /// Where it stood.
    package let range: Range<Int>
  }

  /// The drawing as it is published.
  package private(set) var bytes: [UInt8] = []
  /// What was taken out, in order.
  package private(set) var removed: [Removed] = []
  /// Whether it could not be read as XML, so that it is as it was and browsers show none of it.
  package private(set) var isBroken = false
  /// Whether it is other than the file.
  package private(set) var isChanged = false

  private let source: [UInt8]
  private var index = 0
  /// The elements that are open.
  private var open: [String] = []
  /// How many elements were open where one began that is left out.
  private var leftOut: Int?
  /// What the file gives names to.
  private var entities: [String: String] = [:]

  /// What is left of a picture that is packed in it.
  private let bare: @Sendable (_ picture: [UInt8]) -> [UInt8]?
  /// What stands for the namespaces of drawings and of their links; all others are of programs.
  private var spaces: Set<String> = ["", "xml", "xmlns", "xlink"]

  /// Cleans a drawing.
  ///
  /// - Parameter bare: what is left of a picture that is packed in it; `nil` for what is none.
  package init(_ svg: [UInt8], bare: @escaping @Sendable (_ picture: [UInt8]) -> [UInt8]?) {
    (source, self.bare) = (svg, bare)
    bytes.reserveCapacity(svg.count)
    while index < source.count, !isBroken { step() }
    if !open.isEmpty { isBroken = true }
    if isBroken { (bytes, removed, isChanged) = (svg, [], false) }
  }

  private mutating func step() {
    let rest = source[index...]
    guard rest.first == UInt8(ascii: "<") else {
      return copyText(to: rest.firstIndex(of: UInt8(ascii: "<")) ?? source.count)
    }
    if rest.starts(with: "<!--".utf8) {
      guard let end = self.end(of: "-->") else { return isBroken = true }
      drop(index..<end)
    } else if rest.starts(with: "<![CDATA[".utf8) {
      guard let end = self.end(of: "]]>") else { return isBroken = true }
      copy(index..<end)
    } else if rest.starts(with: "<?".utf8) {
      passInstruction()
    } else if rest.starts(with: "<!".utf8) {
      passType()
    } else if let tag = DrawingTag(in: source, at: index) {
      pass(tag)
    } else {
      isBroken = true
    }
  }

  // MARK: What is no tag

  private mutating func copy(_ range: Range<Int>) {
    index = range.upperBound
    if leftOut == nil { bytes += source[range] }
  }

  private mutating func drop(_ range: Range<Int>, telling name: String? = nil) {
    index = range.upperBound
    isChanged = true
    if leftOut == nil, let name { removed.append(Removed(name: name, range: range)) }
  }

  private mutating func copyText(to end: Int) {
    guard !entities.isEmpty, leftOut == nil else { return copy(index..<end) }
    let text = String(decoding: source[index..<end], as: UTF8.self)
    index = end
    bytes += Array(expanded(text).utf8)
  }

  /// A text with what the file itself gives names to; the names of XML stay.
  private func expanded(_ text: String) -> String {
    entities.reduce(text) { $0.replacing("&\($1.key);", with: $1.value) }
  }

  private func end(of mark: String) -> Int? {
    source[index...].firstRange(of: Array(mark.utf8))?.upperBound
  }

  private mutating func passInstruction() {
    guard let end = source[index...].firstRange(of: Array("?>".utf8)) else {
      return isBroken = true
    }
    let name = String(
      decoding: source[(index + 2)..<end.lowerBound].prefix { !$0.isSpace }, as: UTF8.self)
    if name == "xml" { return copy(index..<end.upperBound) }
    drop(index..<end.upperBound, telling: name == "xml-stylesheet" ? "<?xml-stylesheet?>" : nil)
  }

  /// The type of the document, which may give names to parts of it.
  private mutating func passType() {
    var depth = 0
    var quote: UInt8?
    for place in index..<source.count {
      let byte = source[place]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "[") {
        depth += 1
      } else if byte == UInt8(ascii: "]") {
        depth -= 1
      } else if byte == UInt8(ascii: ">"), depth <= 0 {
        let range = index..<(place + 1)
        guard source[range].contains(UInt8(ascii: "[")) else { return copy(range) }
        return takeNames(from: range)
      }
    }
    isBroken = true
  }

  private mutating func takeNames(from range: Range<Int>) {
    let text = String(decoding: source[range], as: UTF8.self)
    for found in text.matches(of: /<!ENTITY\s+([^\s%"'<>]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/) {
      let value = String(found.output.2 ?? found.output.3 ?? "")
      // A name for markup, or for names of names, is no name for a text.
      guard !value.contains("<"), !value.contains("&"), value.utf8.count < 1000 else {
        return isBroken = true
      }
      entities[String(found.output.1)] = value
    }
    if text.contains("SYSTEM") && text.contains("<!ENTITY") || text.contains("<!ENTITY %") {
      drop(range, telling: "<!ENTITY>")
    } else {
      drop(range)
    }
  }

  // MARK: Tags

  private mutating func pass(_ tag: DrawingTag) {
    guard !tag.isEnd else { return passEnd(tag) }
    let name = tag.localName
    takeSpaces(of: tag)
    if leftOut == nil, let shown = left(out: tag) {
      drop(tag.range, telling: shown.isEmpty ? nil : shown)
      if !tag.isAlone {
        leftOut = open.count
        open.append(tag.name)
      }
      return
    }
    if !tag.isAlone { open.append(tag.name) }
    guard leftOut == nil else { return index = tag.range.upperBound }
    write(tag)
    if name == "style", !tag.isAlone { passStyle() }
  }

  /// Notes what stands for drawings' own namespaces from here on.
  private mutating func takeSpaces(of tag: DrawingTag) {
    for attribute in tag.attributes where attribute.name.hasPrefix("xmlns:") {
      let plain = plainText(ofXML: attribute.value, entities: entities)
      if ["http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"].contains(plain) {
        spaces.insert(attribute.localName)
      }
    }
  }

  private mutating func passEnd(_ tag: DrawingTag) {
    guard open.last == tag.name else { return isBroken = true }
    open.removeLast()
    guard let depth = leftOut else { return copy(tag.range) }
    index = tag.range.upperBound
    if open.count == depth { leftOut = nil }
  }

  /// Writes a tag without the attributes that must not stay.
  private mutating func write(_ tag: DrawingTag) {
    var place = tag.range.lowerBound
    for attribute in tag.attributes {
      let plain = plainText(ofXML: attribute.value, entities: entities)
      guard let mend = mend(attribute, plain, in: tag) else {
        guard !entities.isEmpty, attribute.value.contains("&") else { continue }
        bytes += source[place..<attribute.range.lowerBound]
        bytes += Array(" \(attribute.name)=\"\(escaped(plain))\"".utf8)
        place = attribute.range.upperBound
        continue
      }
      bytes += source[place..<attribute.range.lowerBound]
      if let value = mend.value { bytes += Array(" \(attribute.name)=\"\(escaped(value))\"".utf8) }
      place = attribute.range.upperBound
      isChanged = true
      if mend.isTold {
        removed.append(
          Removed(name: Self.shown(attribute, plain), range: attribute.range.dropSpace(in: source)))
      }
    }
    copy(place..<tag.range.upperBound)
  }

  /// Copies the content of a style, without what it fetches.
  private mutating func passStyle() {
    guard let end = source[index...].firstRange(of: Array("</".utf8))?.lowerBound else {
      return isBroken = true
    }
    let range = index..<end
    let text = String(decoding: source[range], as: UTF8.self)
    let isLiteral = text.contains("<![CDATA[")
    let inner = text.replacing("<![CDATA[", with: "").replacing("]]>", with: "")
    let plain = isLiteral ? inner : plainText(ofXML: inner, entities: entities)
    guard let packed = PackedPictures.bare(plain, bare) else {
      return drop(range, telling: "<style>")
    }
    if let clean = DrawingAddress.clean(style: packed) {
      drop(range, telling: "<style>")
      bytes += Array(escaped(clean).utf8)
    } else if packed == plain {
      copy(range)
    } else {
      drop(range)
      bytes += Array(escaped(packed).utf8)
    }
  }
}

// MARK: What goes

extension CleanDrawing {
  /// How an element is named that is left out with all that is in it; empty where it need not be
  /// told, `nil` for one that stays.
  private func left(out tag: DrawingTag) -> String? {
    let name = tag.localName
    if name == "metadata" { return "" }
    if Self.foreign.contains(name) { return "<\(tag.name)>" }
    let space = tag.attributes.first { $0.name == "xmlns" }.map {
      plainText(ofXML: $0.value, entities: entities)
    }
    let isOfAnother = space.map { $0 != "http://www.w3.org/2000/svg" } ?? false
    if !spaces.contains(tag.prefix) || (isOfAnother && !open.isEmpty) { return "" }
    guard name == "set" || name.hasPrefix("animate") else { return nil }
    // A link or a script may be put in later.
    let changed =
      tag.attributes.first { $0.localName == "attributeName" }
      .map { plainText(ofXML: $0.value, entities: entities).lowercased() } ?? ""
    return changed.hasSuffix("href") || changed.hasPrefix("on") ? "<\(tag.name)>" : nil
  }

  /// Scripts, and what is no part of a drawing.
  private static let foreign: Set<String> = [
    "script", "handler", "listener", "foreignobject", "iframe", "frame", "object", "embed", "audio",
    "video", "source", "track", "canvas", "link", "meta", "base", "html", "body", "head", "form",
    "input", "button", "textarea", "img", "applet", "portal",
  ]

  /// What an attribute that cannot stay becomes, `value` being `nil` where it goes, and whether
  /// that is told.
  private func mend(
    _ attribute: DrawingTag.Attribute, _ plain: String, in tag: DrawingTag
  ) -> (value: String?, isTold: Bool)? {
    let name = attribute.localName.lowercased()
    if attribute.name.hasPrefix("xmlns") { return nil }
    // What programs note for themselves; what could run is told below.
    let isOfProgram = !spaces.contains(attribute.prefix) || name.hasPrefix("data-")
    if isOfProgram, !name.hasPrefix("on") { return (nil, false) }
    if name.hasPrefix("on") || attribute.name == "xml:base" { return (nil, true) }
    if ["href", "src", "action", "formaction", "data", "poster"].contains(name) {
      let isFine =
        DrawingAddress.isWithin(plain) || (tag.localName == "a" && DrawingAddress.isLink(plain))
      // Browsers pass over spaces in an address.
      let address = plain.filter { !$0.isWhitespace }
      guard isFine, let packed = PackedPictures.bare(address, bare) else { return (nil, true) }
      return packed == address ? nil : (packed, false)
    }
    guard plain.contains("(") || plain.contains("\\") else { return nil }
    guard let packed = PackedPictures.bare(plain, bare) else { return (nil, true) }
    if packed != plain, DrawingAddress.clean(style: packed) == nil { return (packed, false) }
    return DrawingAddress.clean(style: plain).map { ($0.isEmpty ? nil : $0, true) }
  }

  private static func shown(_ attribute: DrawingTag.Attribute, _ plain: String) -> String {
    guard !attribute.localName.lowercased().hasPrefix("on") else { return attribute.name }
    let start = plain.prefix(40)
    return "\(attribute.name)=\"\(start)\(start.count < plain.count ? "…" : "")\""
  }
}

private func escaped(_ text: String) -> String {
  text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
}

extension Range<Int> {
  /// The range without the space that it begins with.
  fileprivate func dropSpace(in bytes: [UInt8]) -> Range<Int> {
    var start = lowerBound
    while start < upperBound, bytes[start].isSpace { start += 1 }
    return start..<upperBound
  }
}
