import SaanText

/// What a file that is published as it is tells about people, whatever it is written in.
///
/// A name says what a file should be, and its bytes whether it is: a text under the name of a
/// document is read as the text that it is. What cannot be read is told, for nothing found would
/// sound like nothing there. Files lie in files, as a picture in a document in an archive, and are
/// followed down three steps.
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
  /// The folders of people's computers that documents in it name, each once, with whose they are.
  package private(set) var homes: [(name: String, path: String)] = []
  /// Whether it, or a part of it, could not be read; what pictures show, and fonts, are passed
  /// over.
  package private(set) var isUnread = false
  /// Whether it is a picture, or has one, that says where it was taken.
  package private(set) var hasPosition = false

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
    guard depth < 4 else { return isUnread = true }
    let ending = Self.ending(of: name)
    let saysPosition =
      Self.isPlainText(bytes)
      ? PositionSearch.finds(inText: bytes) : PositionSearch.finds(in: bytes)
    hasPosition = hasPosition || saysPosition
    if Self.fonts.contains(ending) { return }
    if Self.pictures.contains(ending) { return readPicture(bytes) }
    if Self.unreadable.contains(ending) { isUnread = true }
    if Self.sounds.contains(ending) { return }
    if let format = DocumentContents.Format(ending: ending), !Self.isPlainText(bytes) {
      return readDocument(bytes, format, depth: depth)
    }
    if bytes.starts(with: "PK\u{3}\u{4}".utf8) || ["zip", "epub", "kmz"].contains(ending) {
      readArchive(bytes, depth: depth)
    } else if bytes.starts(with: "%PDF".utf8) {
      readDocument(bytes, .pdf, depth: depth)
    } else if bytes.starts(with: [0x1F, 0x8B]) || ending == "gz" {
      guard let inflation = Inflation(bytes[...], limits: limits) else { return isUnread = true }
      isUnread = isUnread || !inflation.isWhole
      read(inflation.bytes, name.hasSuffix(".gz") ? String(name.dropLast(3)) : "", depth: depth + 1)
    } else {
      readText(bytes, ending, isPacked: depth > 0)
    }
  }

  private mutating func readDocument(
    _ bytes: [UInt8], _ format: DocumentContents.Format, depth: Int
  ) {
    let document = DocumentContents(bytes, format, limits: limits)
    people += document.people.filter { !people.contains($0) }
    isUnread = isUnread || document.isUnread
    hasPosition = hasPosition || document.texts.contains { $0.contains("GPSLatitude") }
    tell(document.texts)
    for home in document.texts.flatMap({ HomeFolder.paths(in: $0) })
    where !homes.contains(where: { $0.name == home.name }) { homes.append(home) }
    for part in document.packed { read(part.bytes, part.name, depth: depth + 1) }
  }

  private mutating func readPicture(_ bytes: [UInt8]) {
    let picture = PictureContents(bytes, limits: limits)
    hasPosition = hasPosition || picture.hasPosition
    isUnread = isUnread || picture.isBroken
    tell(picture.texts)
  }

  private static func ending(of name: String) -> String {
    let file = name.split(separator: "/").last ?? ""
    return file.firstIndex(of: ".") == nil
      ? "" : file.split(separator: ".").last.map { $0.lowercased() } ?? ""
  }

  /// Whether a file is a text under the name of a document, which can be read as what it is.
  private static func isPlainText(_ bytes: [UInt8]) -> Bool {
    !bytes.isEmpty && !bytes.starts(with: "%PDF".utf8) && !bytes.starts(with: "PK".utf8)
      && !bytes.contains(0)
      && bytes.withUnsafeBufferPointer { TextLook($0).mistake == nil }
  }

  private mutating func readArchive(_ bytes: [UInt8], depth: Int) {
    let parts: [(name: String, bytes: [UInt8]?)]? = bytes.withUnsafeBufferPointer { bytes in
      guard var archive = try? ZipArchive(bytes, limits: limits) else { return nil }
      return archive.names.filter { !$0.hasSuffix("/") }.map { ($0, try? archive.part($0)) }
    }
    guard let parts else { return isUnread = true }
    for part in parts {
      tell(PrivateData.findings(inName: part.name))
      if let bytes = part.bytes {
        read(bytes, part.name, depth: depth + 1)
      } else if !Self.fonts.contains(Self.ending(of: part.name)) {
        isUnread = true
      }
    }
  }

  /// A text in UTF-8, or in one of the encodings in which spreadsheets and editors save.
  private mutating func readText(_ bytes: [UInt8], _ ending: String, isPacked: Bool) {
    let mistake = bytes.withUnsafeBufferPointer { TextLook($0).mistake }
    guard let mistake else {
      // A text has no zeros: there is more in the file than can be read.
      if bytes.contains(0) { isUnread = true }
      return readPlain(bytes, ending, isPacked: isPacked)
    }
    if let text = OtherEncoding(bytes, mistake: mistake)?.decoded(bytes) {
      return readPlain(text, ending, isPacked: true)
    }
    if bytes.contains(0) { return isUnread = true }
    // Digits and Latin letters are the same in all that is left.
    readPlain(bytes, ending, isPacked: isPacked)
  }

  private mutating func readPlain(_ bytes: [UInt8], _ ending: String, isPacked: Bool) {
    let isMarkup = ["html", "htm", "xhtml", "xml", "svg", "vml"].contains(ending)
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
      if end != nil, !LookTag.names.contains(name) { words += "\n" }
      words += end.map { part[part.index(after: $0)...] } ?? part
    }
    return words
  }

  private static let fonts: Set<String> = [
    "woff", "woff2", "ttf", "otf", "eot", "odttf", "fntdata", "wasm",
  ]
  /// Pictures, of which only what they say besides what they show is read.
  private static let pictures: Set<String> = [
    "png", "jpg", "jpeg", "gif", "webp", "avif", "ico", "bmp", "tif", "tiff", "heic", "heif",
    "emf", "wmf", "svm", "wdp",
  ]
  private static let sounds: Set<String> = [
    "mp3", "m4a", "ogg", "oga", "opus", "wav", "flac", "mp4", "m4v", "mov", "webm", "ogv", "avi",
    "mkv", "wmv", "wma", "3gp",
  ]
  /// What is of no use to read as a text, though it may look like one.
  private static let unreadable: Set<String> = sounds.union([
    "7z", "rar", "tar", "tgz", "bz2", "xz", "zst", "key", "numbers", "pages",
  ])
}
