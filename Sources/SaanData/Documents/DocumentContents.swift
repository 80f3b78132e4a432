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
  /// Its texts, the values of its properties and links among them.
  package let texts: [String]
  /// The files in it; those of a PDF have no name.
  let packed: [(name: String, bytes: [UInt8])]
  /// Whether it, or a part of it, could not be read: it is broken, locked or only a picture.
  package let isUnread: Bool

  /// Looks into a document.
  package init(_ bytes: [UInt8], _ format: Format, limits: DataLimits = DataLimits()) {
    var names: [String]
    switch format {
    case .pdf:
      let text = PDFText(bytes, limits: limits)
      names = PDFProperties.names(in: bytes) + text.names
      (texts, isUnread) = (text.texts + text.properties + names, text.isUnread)
      packed = text.packed.map { ("", $0) }
    case .office:
      let office = bytes.withUnsafeBufferPointer { OfficeContents($0, limits) }
      names = office?.names ?? []
      (texts, packed, isUnread) = (
        office?.texts ?? [], office?.packed ?? [], office?.isUnread ?? true
      )
    }
    names = names.map { $0.split { $0.isWhitespace }.joined(separator: " ") }
    var seen: Set<String> = []
    people = names.filter { Self.isPerson($0) && seen.insert($0).inserted }
  }

  /// Whether a name is most likely a person's: not empty, no program's and no office's.
  private static func isPerson(_ name: String) -> Bool {
    let lower = name.lowercased()
    guard lower.contains(where: \.isLetter), !programs.contains(lower) else { return false }
    // An address in place of a name is told as the address that it is.
    return !offices.contains { lower.contains($0) } && PrivateData.findings(in: name).isEmpty
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
