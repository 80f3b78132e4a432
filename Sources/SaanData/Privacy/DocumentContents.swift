import SaanText

/// What a PDF or an Office document tells besides what it shows: who wrote and saved it; and the
/// texts of an Office document.
package struct DocumentContents: Sendable {
  /// The kinds of documents that are looked into.
  package enum Format: Sendable {
    case pdf, office

    /// The format that a file's ending tells, in lower case.
    package init?(ending: String) {
      switch ending {
      case "pdf": self = .pdf
      case "docx", "xlsx", "pptx", "docm", "xlsm", "pptm", "dotx", "xltx", "odt", "ods", "odp":
        self = .office
      default: return nil
      }
    }
  }

  /// The names that are most likely a person's, each once.
  package let people: [String]
  /// The texts of an Office document.
  package let texts: [String]

  /// Looks into a document; one that can't be read tells nothing.
  package init(_ bytes: [UInt8], _ format: Format, limits: DataLimits = DataLimits()) {
    var names: [String]
    switch format {
    case .pdf: (names, texts) = (PDFProperties.names(in: bytes), [])
    case .office:
      (names, texts) = bytes.withUnsafeBufferPointer { Self.office($0, limits) } ?? ([], [])
    }
    names = names.map { $0.split { $0.isWhitespace }.joined(separator: " ") }
    var seen: Set<String> = []
    people = names.filter { Self.isPerson($0) && seen.insert($0).inserted }
  }

  private static func office(
    _ bytes: UnsafeBufferPointer<UInt8>, _ limits: DataLimits
  ) -> (names: [String], texts: [String])? {
    guard var archive = try? ZipArchive(bytes, limits: limits) else { return nil }
    var (names, texts): ([String], [String]) = ([], [])
    for part in ["docProps/core.xml", "meta.xml"] {
      guard let xml = try? archive.part(part) else { continue }
      names += elements(xml) { ["creator", "lastModifiedBy", "initial-creator"].contains($0) }
    }
    for part in archive.names where isText(part) {
      guard let xml = try? archive.part(part) else { continue }
      // Each paragraph and each cell is a text; runs inside them only change its look.
      texts += elements(xml) { ["p", "si", "is"].contains($0) }
    }
    return (names, texts)
  }

  private static func isText(_ part: String) -> Bool {
    part == "content.xml" || part == "xl/sharedStrings.xml" || part == "word/document.xml"
      || ["word/header", "word/footer", "word/comments", "ppt/slides/slide", "xl/comments"]
        .contains { part.hasPrefix($0) && part.hasSuffix(".xml") }
  }

  /// The texts of elements by their names without a prefix.
  private static func elements(_ xml: [UInt8], _ isWanted: @escaping (String) -> Bool) -> [String] {
    var found: [String] = []
    var depth = 0
    func local(_ name: String) -> String { String(name.split(separator: ":").last ?? "") }
    _ = walkXML(
      xml,
      start: { name, _ in
        guard isWanted(local(name)) else { return }
        if depth == 0 { found.append("") }
        depth += 1
      },
      text: { if depth > 0 { found[found.count - 1] += $0 } },
      end: { if isWanted(local($0)) { depth -= 1 } })
    return found
  }

  /// Whether a name is most likely a person's: not empty, no program's and no office's.
  private static func isPerson(_ name: String) -> Bool {
    let lower = name.lowercased()
    guard lower.contains(where: \.isLetter), !programs.contains(lower) else { return false }
    return !offices.contains { lower.contains($0) }
  }

  private static let programs: Set<String> = [
    "user", "users", "admin", "administrator", "owner", "windows user", "microsoft office user",
    "microsoft", "acer", "asus", "dell", "hp", "lenovo", "toshiba", "com", "pc", "it", "unknown",
    "anonymous", "author", "python-docx", "openpyxl", "xlsxwriter", "apache poi", "libreoffice",
    "ผู้ใช้", "ผู้ดูแลระบบ",
  ]
  private static let offices = [
    "สำนัก", "กรม", "มูลนิธิ", "สมาคม", "เครือข่าย", "สถาบัน", "กระทรวง", "ศูนย์", "องค์กร", "องค์การ", "สภา",
    "บริษัท", "มหาวิทยาลัย", "คณะ", "กองทุน", "โครงการ", "เทศบาล", "ชุมชน", "พอช", "office", "foundation",
    "network", "association", "institute", "ministry", "department", "ltd", "company", "council",
    "university", "organisation", "organization", "centre", "center", "team", "group", "committee",
    "microsoft", "adobe", "canva", "libreoffice", "openoffice", "windows", "wps",
  ]
}

/// The names in the properties of a PDF, as far as they are not packed.
enum PDFProperties {
  /// The values of `/Author` and of `dc:creator`.
  static func names(in bytes: [UInt8]) -> [String] {
    bytes.withUnsafeBufferPointer { bytes in
      occurrences(of: "/Author", in: bytes).compactMap { value(after: $0, in: bytes) }
        + occurrences(of: "<dc:creator", in: bytes).flatMap { creators(after: $0, in: bytes) }
    }
  }

  /// Where a word ends, wherever it stands.
  private static func occurrences(
    of word: String, in bytes: UnsafeBufferPointer<UInt8>
  ) -> [Int] {
    let word = Array(word.utf8)
    var found: [Int] = []
    var index = 0
    while let start = bytes[index...].firstIndex(of: word[0]) {
      index = start + 1
      guard start + word.count < bytes.count,
        bytes[start..<start + word.count].elementsEqual(word)
      else { continue }
      found.append(start + word.count)
    }
    return found
  }

  /// A text of PDF: `(…)` with escapes, or hexadecimal digits in `<…>`.
  private static func value(after start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let rest = bytes[start..<min(bytes.count, start + 2_000)].drop { $0 <= 0x20 }
    switch rest.first {
    case UInt8(ascii: "("): return decoded(literal(rest.dropFirst()))
    case UInt8(ascii: "<"):
      let digits = rest.dropFirst().prefix { $0 != UInt8(ascii: ">") }.filter { $0 > 0x20 }
      let pairs = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
        UInt8(String(decoding: digits[$0...($0 + 1)], as: UTF8.self), radix: 16)
      }
      return decoded(pairs)
    default: return nil
    }
  }

  private static func literal(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    var text: [UInt8] = []
    var depth = 0
    var rest = bytes
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\\"):
        let octal = rest.prefix(3).prefix { $0 &- 0x30 < 8 }
        if !octal.isEmpty {
          text.append(UInt8(truncatingIfNeeded: octal.reduce(0) { $0 << 3 | Int($1 & 7) }))
          rest = rest.dropFirst(octal.count)
        } else if let next = rest.popFirst(), next > 0x20 {
          text.append(next)
        }
      case UInt8(ascii: ")") where depth == 0: return text
      case UInt8(ascii: ")"), UInt8(ascii: "("):
        depth += byte == UInt8(ascii: "(") ? 1 : -1
        text.append(byte)
      default: text.append(byte)
      }
    }
    return []
  }

  /// Texts of PDF are UTF-16 or UTF-8 with a mark, or Latin letters.
  private static func decoded(_ bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xFE, 0xFF]) {
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
        UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
      }
      return String(decoding: units, as: UTF16.self)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The creators in a description of XMP.
  private static func creators(
    after start: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> [String] {
    let rest = String(decoding: bytes[start..<min(bytes.count, start + 4_000)], as: UTF8.self)
    guard let end = rest.firstRange(of: "</dc:creator>") else { return [] }
    return rest[..<end.lowerBound].split(separator: "<").compactMap { part in
      part.firstIndex(of: ">").map { String(part[part.index(after: $0)...]) }
    }.filter { !$0.allSatisfy(\.isWhitespace) }
  }
}
