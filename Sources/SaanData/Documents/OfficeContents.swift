/// What an Office document says: every text and every value in its parts, whatever they are for.
///
/// The parts follow Office Open XML (ECMA-376) and OpenDocument (ISO/IEC 26300); names are told
/// apart from other texts by the few elements and attributes that hold them.
struct OfficeContents {
  private(set) var names: [String] = []
  private(set) var texts: [String] = []
  /// The parts that are files of their own: pictures, embedded workbooks, pages of HTML.
  private(set) var packed: [(name: String, bytes: [UInt8])] = []
  /// Whether a part of it is broken, locked or missing.
  private(set) var isUnread: Bool

  /// Opens a document; `nil` where it is no package.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ limits: DataLimits) {
    guard var archive = try? ZipArchive(bytes, limits: limits) else { return nil }
    isUnread = !archive.names.contains { part in Self.bodies.contains { part.hasPrefix($0) } }
    for name in archive.names where !name.hasSuffix("/") {
      guard !Self.partsOfPrograms.contains(where: name.contains) else { continue }
      guard let bytes = try? archive.part(name) else {
        isUnread = true
        continue
      }
      if name.hasSuffix(".xml") || name.hasSuffix(".rels") || name.hasSuffix(".rdf") {
        read(bytes)
      } else {
        packed.append((name, bytes))
      }
    }
  }

  private mutating func read(_ part: [UInt8]) {
    let reader = OfficePart()
    let isWhole = walkXML(
      part, start: { reader.start($0, $1) }, text: { reader.text += $0 }, end: { reader.end($0) })
    reader.finishText()
    names += reader.names
    texts += reader.texts
    isUnread = isUnread || !isWhole
  }

  /// What the parts are called, or begin with, that hold what a reader sees first.
  private static let bodies = ["content.xml", "word/document", "xl/workbook", "ppt/presentation"]

  /// Parts that programs write for themselves: settings of printers, pictures of what is embedded.
  private static let partsOfPrograms = [
    "printerSettings", "layout-cache", "ObjectReplacements/", "Configurations2/",
  ]
}

/// Takes texts and values of one part as the XML parser meets them.
private final class OfficePart {
  private(set) var names: [String] = []
  private(set) var texts: [String] = []
  /// What was met since the last border.
  var text = ""
  /// How many paragraphs are open: runs inside them only change their look.
  private var paragraphs = 0

  func start(_ name: String, _ attributes: [String: String]) {
    if paragraphs == 0 || Self.isBorder(name) { finishText() }
    if Self.paragraphs.contains(name) { paragraphs += 1 }
    switch name {
    case "tab", "br", "cr", "s", "line-break": text += " "
    case "noBreakHyphen": text += "-"
    default: break
    }
    for (key, value) in attributes {
      if Self.isName(key, of: name) { names.append(value) }
      if value.utf8.count > 5, !PrivateData.findings(in: value).isEmpty { texts.append(value) }
    }
  }

  func end(_ name: String) {
    if Self.names.contains(name) { names.append(text) }
    if paragraphs == 0 || Self.isBorder(name) { finishText() }
    if Self.paragraphs.contains(name) { paragraphs -= 1 }
  }

  func finishText() {
    if text.contains(where: { !$0.isWhitespace }) { texts.append(text) }
    text = ""
  }

  private static func isBorder(_ name: String) -> Bool {
    paragraphs.contains(name) || names.contains(name) || measures.contains(name)
  }

  private static func isName(_ key: String, of element: String) -> Bool {
    switch key.split(separator: ":").last {
    case "author", "userName": true
    case "displayName": element == "person"
    case "name": element == "cmAuthor" || element == "author"
    default: false
    }
  }

  /// Paragraphs, headings, shared and inline texts of cells, and texts of comments.
  private static let paragraphs: Set<String> = ["p", "h", "si", "is", "text"]
  private static let names: Set<String> = [
    "creator", "lastModifiedBy", "initial-creator", "printed-by", "author", "Manager",
  ]
  /// What stands in a paragraph and is not of its text.
  private static let measures: Set<String> = [
    "posOffset", "pctWidth", "pctHeight", "align", "date",
  ]
}
