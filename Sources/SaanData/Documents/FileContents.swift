import SaanText

/// What a file that is published as it is tells about people, whatever it is written in.
package struct FileContents: Sendable {
  /// Personal data, and its bytes where the file is a text that can be pointed into.
  package struct Found: Sendable {
    package let finding: PrivateData.Finding
    package let range: Range<Int>?
  }

  /// What was found; what stands several times inside a document is told once.
  package private(set) var found: [Found] = []
  /// The names in its properties that are most likely people's, each once.
  package private(set) var people: [String] = []
  /// Whether it, or a part of it, could not be read; pictures, sound and fonts are passed over.
  package private(set) var isUnread = false

  private let limits: DataLimits
  private var told: Set<String> = []

  /// Reads a file.
  ///
  /// - Parameter name: its name, for the ending.
  package init(_ bytes: [UInt8], name: String, limits: DataLimits = DataLimits()) {
    self.limits = limits
    read(bytes, name, depth: 0)
  }

  private mutating func read(_ bytes: [UInt8], _ name: String, depth: Int) {
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    if Self.endingsWithoutText.contains(ending) { return }
    if let format = DocumentContents.Format(ending: ending), !Self.isPlainText(bytes) {
      let document = DocumentContents(bytes, format, limits: limits)
      people += document.people
      isUnread = isUnread || document.isUnread
      return tell(document.texts)
    }
    switch ending {
    case "zip", "epub", "kmz": readArchive(bytes, depth: depth)
    case "gz":
      guard depth < 3, let inflation = Inflation(bytes[...], limits: limits) else {
        return isUnread = true
      }
      isUnread = isUnread || !inflation.isWhole
      read(inflation.bytes, String(name.dropLast(3)), depth: depth + 1)
    default: readText(bytes, ending, isPacked: depth > 0)
    }
  }

  /// Whether a file is a text under the name of a document, which can be read as what it is.
  private static func isPlainText(_ bytes: [UInt8]) -> Bool {
    !bytes.starts(with: "%PDF".utf8) && !bytes.starts(with: "PK".utf8) && !bytes.contains(0)
      && bytes.withUnsafeBufferPointer { TextLook($0).mistake == nil }
  }

  private mutating func readArchive(_ bytes: [UInt8], depth: Int) {
    let parts: [(name: String, bytes: [UInt8]?)]? = bytes.withUnsafeBufferPointer { bytes in
      guard depth < 3, var archive = try? ZipArchive(bytes, limits: limits) else { return nil }
      return archive.names.filter { !$0.hasSuffix("/") }.map { ($0, try? archive.part($0)) }
    }
    guard let parts else { return isUnread = true }
    for part in parts {
      tell([part.name.split(separator: "_").joined(separator: " ")])
      if let bytes = part.bytes {
        read(bytes, part.name, depth: depth + 1)
      } else if !Self.endingsWithoutText.contains(where: { part.name.hasSuffix("." + $0) }) {
        isUnread = true
      }
    }
  }

  /// A text in UTF-8, or in one of the encodings in which spreadsheets and editors save.
  private mutating func readText(_ bytes: [UInt8], _ ending: String, isPacked: Bool) {
    let mistake = bytes.withUnsafeBufferPointer { TextLook($0).mistake }
    guard let mistake else { return readPlain(bytes, ending, isPacked: isPacked) }
    if let text = OtherEncoding(bytes, mistake: mistake)?.decoded(bytes) {
      return readPlain(text, ending, isPacked: true)
    }
    if bytes.contains(0) { return isUnread = true }
    // Digits and Latin letters are the same in all that is left.
    readPlain(bytes, ending, isPacked: isPacked)
  }

  private mutating func readPlain(_ bytes: [UInt8], _ ending: String, isPacked: Bool) {
    let isMarkup = ["html", "htm", "xhtml", "xml", "svg"].contains(ending)
    // Drawings are full of numbers in their tags.
    if ending != "svg" {
      let findings = bytes.withUnsafeBufferPointer { PrivateData.findings(in: $0) }
      if isPacked {
        tell(findings)
      } else {
        found += findings.map { Found(finding: $0, range: $0.range) }
        told.formUnion(findings.map(\.normal))
      }
    }
    if isMarkup { tell([Self.words(ofMarkup: String(decoding: bytes, as: UTF8.self))]) }
    if ["eml", "mht", "mhtml", "vcf"].contains(ending) { readMail(bytes) }
  }

  /// A letter as it is sent: what is written as `=30`, and whether a part of it is packed.
  private mutating func readMail(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let lower = text.lowercased()
    if lower.contains("base64") { isUnread = true }
    guard lower.contains("quoted-printable") else { return }
    let joined = text.replacing("=\r\n", with: "").replacing("=\n", with: "")
    tell([joined.replacing("=", with: "%")])
  }

  private mutating func tell(_ texts: [String]) {
    for text in texts { tell(PrivateData.findings(in: text)) }
  }

  private mutating func tell(_ findings: [PrivateData.Finding]) {
    for finding in findings where told.insert(finding.normal).inserted {
      found.append(Found(finding: finding, range: nil))
    }
  }

  /// The words between the tags; tags that only change their look do not part them.
  private static func words(ofMarkup text: String) -> String {
    var words = ""
    for part in text.split(separator: "<", omittingEmptySubsequences: false) {
      let end = part.firstIndex(of: ">")
      let name = part.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
      if end != nil, !lookTags.contains(name) { words += "\n" }
      words += end.map { part[part.index(after: $0)...] } ?? part
    }
    return words
  }

  private static let lookTags: Set<String> = [
    "a", "b", "i", "u", "s", "em", "strong", "span", "font", "small", "big", "sub", "sup", "mark",
    "code", "tspan", "wbr", "bdi", "bdo", "abbr", "del", "ins", "q", "tt",
  ]

  private static let endingsWithoutText: Set<String> = [
    "png", "jpg", "jpeg", "gif", "webp", "avif", "ico", "bmp", "tif", "tiff", "heic", "woff",
    "woff2", "ttf", "otf", "eot", "mp3", "m4a", "ogg", "oga", "wav", "flac", "mp4", "m4v", "mov",
    "webm", "ogv", "avi", "wasm",
  ]
}
