import SaanText

/// What a PDF or an Office document says: its texts, and who wrote and saved it.
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
  /// Its texts.
  package let texts: [String]
  /// Whether it, or a part of it, could not be read: it is broken, locked or only a picture.
  package let isUnread: Bool

  /// Looks into a document.
  package init(_ bytes: [UInt8], _ format: Format, limits: DataLimits = DataLimits()) {
    var names: [String]
    switch format {
    case .pdf:
      let text = PDFText(bytes, limits: limits)
      (names, texts, isUnread) = (PDFProperties.names(in: bytes), text.texts, text.isUnread)
    case .office:
      (names, texts, isUnread) =
        bytes.withUnsafeBufferPointer { Self.office($0, limits) } ?? ([], [], true)
    }
    names = names.map { $0.split { $0.isWhitespace }.joined(separator: " ") }
    var seen: Set<String> = []
    people = names.filter { Self.isPerson($0) && seen.insert($0).inserted }
  }

  private static func office(
    _ bytes: UnsafeBufferPointer<UInt8>, _ limits: DataLimits
  ) -> (names: [String], texts: [String], isUnread: Bool)? {
    guard var archive = try? ZipArchive(bytes, limits: limits) else { return nil }
    var (names, texts): ([String], [String]) = ([], [])
    var isUnread = !archive.names.contains(where: isText)
    for part in ["docProps/core.xml", "meta.xml"] {
      guard let xml = try? archive.part(part) else { continue }
      names +=
        elements(xml) { ["creator", "lastModifiedBy", "initial-creator"].contains($0) } ?? []
    }
    for part in archive.names where isText(part) {
      // Each paragraph and each cell is a text; runs inside them only change its look.
      let found = (try? archive.part(part)).flatMap { xml in
        elements(xml) { ["p", "si", "is", "v"].contains($0) }
      }
      texts += found ?? []
      isUnread = isUnread || found == nil
    }
    return (names, texts, isUnread)
  }

  private static func isText(_ part: String) -> Bool {
    part == "content.xml" || part == "xl/sharedStrings.xml" || part == "word/document.xml"
      || [
        "word/header", "word/footer", "word/comments", "word/footnotes", "word/endnotes",
        "ppt/slides/slide", "ppt/notesSlides/", "ppt/comments", "xl/comments", "xl/worksheets/",
      ]
      .contains { part.hasPrefix($0) && part.hasSuffix(".xml") }
  }

  /// The texts of elements by their names without a prefix; `nil` where the part is broken.
  private static func elements(
    _ xml: [UInt8], _ isWanted: @escaping (String) -> Bool
  ) -> [String]? {
    var found: [String] = []
    var depth = 0
    func local(_ name: String) -> String { String(name.split(separator: ":").last ?? "") }
    let isWhole = walkXML(
      xml,
      start: { name, _ in
        guard isWanted(local(name)) else { return }
        if depth == 0 { found.append("") }
        depth += 1
      },
      text: { if depth > 0 { found[found.count - 1] += $0 } },
      end: { if isWanted(local($0)) { depth -= 1 } })
    return isWhole ? found : nil
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
