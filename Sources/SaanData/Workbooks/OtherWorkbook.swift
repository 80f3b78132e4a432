import SaanText

/// What a file is that is called a workbook and is none that can be read, as its bytes tell.
enum OtherWorkbook {
  /// A workbook of old Excel, under its own name or that of a new one.
  case old
  /// A workbook whose bytes a password hides.
  case locked
  /// A workbook in Excel's binary form.
  case binary
  /// A workbook of LibreOffice and others.
  case openDocument
  /// A page of HTML, as many offices' systems write for Excel.
  case page
  /// A workbook in one file of XML, as Excel 2003 wrote it.
  case plainXML
  case unknown

  /// Looks at the first bytes.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      // The names of streams in such a file are UTF-16.
      func holds(_ name: String) -> Bool {
        let bytesOfName = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        return Self.contains(bytes[...], bytesOfName)
      }
      if holds("EncryptedPackage") {
        self = .locked
      } else {
        // Without the stream of a workbook other programs take the file for a text.
        self = holds("Workbook") || holds("Book") ? .old : .unknown
      }
    } else if bytes.prefix(200).first(where: { $0 > 0x20 && $0 < 0x80 }) == UInt8(ascii: "<") {
      let start = String(decoding: bytes.prefix(2_000), as: UTF8.self)
      self =
        start.contains("Excel.Sheet")
          || start.contains("schemas-microsoft-com:office:spreadsheet\"")
            && !start.lowercased().contains("<html")
        ? .plainXML : .page
    } else {
      self = .unknown
    }
  }

  /// Looks at the parts of an archive.
  init(_ parts: [String]) {
    if parts.contains("xl/workbook.bin") {
      self = .binary
    } else {
      self = parts.contains("content.xml") && parts.contains("mimetype") ? .openDocument : .unknown
    }
  }

  private static func contains(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ name: [UInt8]) -> Bool
  {
    bytes.indices.contains { bytes[$0] == name[0] && bytes[$0...].starts(with: name) }
  }

  /// The ending that its kind usually has; `nil` of one that no program opens by itself.
  var ending: String? {
    switch self {
    case .old: "xls"
    case .binary: "xlsb"
    case .openDocument: "ods"
    case .page: "html"
    case .plainXML: "xml"
    case .locked, .unknown: nil
    }
  }

  /// What is told of it.
  func diagnostic(at place: Place) -> Diagnostic {
    switch self {
    case .locked: .workbookLocked(at: place)
    case .unknown: .notAWorkbook(at: place)
    case .old:
      .otherWorkbook(
        Wording(en: "an old Excel file (.xls)", th: "ไฟล์ Excel แบบเก่า (.xls)"), at: place)
    case .binary:
      .otherWorkbook(
        Wording(en: "a binary Excel file (.xlsb)", th: "ไฟล์ Excel แบบไบนารี (.xlsb)"), at: place)
    case .openDocument:
      .otherWorkbook(
        Wording(en: "an OpenDocument sheet (.ods)", th: "ตารางแบบ OpenDocument (.ods)"), at: place)
    case .plainXML:
      .otherWorkbook(
        Wording(
          en: "an 'XML Spreadsheet 2003' that is called a workbook",
          th: "ไฟล์แบบ 'XML Spreadsheet 2003' ที่ใช้ชื่อไฟล์สมุดงาน"),
        at: place)
    case .page:
      .otherWorkbook(
        Wording(en: "a page of HTML that is called a workbook", th: "หน้า HTML ที่ใช้ชื่อไฟล์สมุดงาน"),
        at: place)
    }
  }
}
