import SaanText

/// What all sheets of an XLSX workbook share: their names, texts and styles.
///
/// Most cells hold a bare number, or the place of a text in a list of all: what a number shows is
/// said by its style, and the list lies in another part. So these are read before any sheet.
struct Workbook {
  /// A sheet and the part that it lies in.
  struct Sheet {
    let name: String
    let part: String
    /// Whether nobody sees it who opens the workbook.
    let isHidden: Bool
  }

  /// The sheets of cells in the workbook's order, with the parts they lie in.
  private(set) var sheets: [Sheet] = []
  /// The texts that cells refer to by number.
  private(set) var texts = SharedTexts()
  /// What cells of a style show a number as, by the style's number.
  private var styles: [SheetLook] = []
  /// Whether days count from 1904, as old workbooks from a Mac do.
  private(set) var countsFrom1904 = false
  /// Whether the program that wrote it left all formulas to be worked out by who opens it, and
  /// stored zeros.
  private(set) var isNotWorkedOut = false

  /// Reads the workbook's own parts; `nil` when they are no workbook.
  init?(_ archive: inout ZipArchive) throws(ZipArchive.Mistake) {
    let parts = WorkbookParts(archive.names)
    let main = parts.main(of: try archive.part("_rels/.rels"))
    guard let name = parts.named(main), let book = try archive.part(name),
      let linksName = parts.named(WorkbookParts.links(of: main)),
      let links = try archive.part(linksName).flatMap({ parts.targets($0, from: main) })
    else { return nil }
    var found: [(name: String, id: String, isHidden: Bool)] = []
    var (from1904, isNotWorkedOut) = (false, false)
    let isWhole = walkXML(
      book,
      start: { name, attributes in
        switch name {
        case "sheet":
          guard let title = attributes["name"] else { return }
          let id = attributes.first { $0.key.hasSuffix(":id") }?.value
          found.append((title, id ?? "", ["hidden", "veryHidden"].contains(attributes["state"])))
        case "workbookPr": from1904 = ["1", "true"].contains(attributes["date1904"])
        case "calcPr": isNotWorkedOut = ["1", "true"].contains(attributes["fullCalcOnLoad"])
        default: break
        }
      })
    guard isWhole else { return nil }
    countsFrom1904 = from1904
    self.isNotWorkedOut = isNotWorkedOut
    // Charts may have a sheet of their own.
    sheets = found.compactMap { sheet in
      links.first { $0.id == sheet.id && $0.kind.hasSuffix("/worksheet") }.map {
        Sheet(name: sheet.name, part: $0.part, isHidden: sheet.isHidden)
      }
    }
    for target in links {
      if target.kind.hasSuffix("/sharedStrings") {
        texts = try Self.texts(archive, target.part)
      } else if target.kind.hasSuffix("/styles"), let part = try archive.part(target.part) {
        styles = Self.styles(part)
      }
    }
  }

  private static func texts(
    _ archive: borrowing ZipArchive, _ part: String
  ) throws(ZipArchive.Mistake) -> SharedTexts {
    let reader = SharedTextReader(textCapacity: archive.size(of: part))
    let limit = archive.limits.maximumUnpackedBytes
    // Cells tell of what is missing, when the part is.
    if try archive.parse(part, limit: limit, reader) == false { throw .damaged }
    return reader.texts
  }

  /// What a style shows a number as.
  func look(ofStyle style: Int) -> SheetLook {
    styles.indices.contains(style) ? styles[style] : .number
  }

  /// Whether the workbook has a style.
  func hasStyle(_ style: Int) -> Bool { styles.indices.contains(style) }

  private static func styles(_ bytes: [UInt8]) -> [SheetLook] {
    var formats: [Int: SheetLook] = [:]
    var styles: [SheetLook] = []
    var isCellFormats = false
    _ = walkXML(
      bytes,
      start: { name, attributes in
        switch name {
        case "numFmt":
          guard let id = attributes["numFmtId"].flatMap({ Int($0) }) else { return }
          formats[id] = SheetLook(format: attributes["formatCode"] ?? "")
        case "cellXfs": isCellFormats = true
        case "xf" where isCellFormats:
          let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
          styles.append(formats[id] ?? SheetLook(builtIn: id))
        default: break
        }
      }, end: { if $0 == "cellXfs" { isCellFormats = false } })
    return styles
  }

  /// A day count of the workbook as an ISO date, with the time when it has one.
  ///
  /// Excel counts to the last day of the year 9999, which is 2,958,465.
  func date(serial: Double) -> String? {
    guard serial >= (countsFrom1904 ? 0 : 1), serial < 2_958_466 else { return nil }
    let seconds = (serial * 86_400).rounded()
    let (days, rest) = (Int(seconds) / 86_400, Int(seconds) % 86_400)
    // Day 60 of 1900 never was; counts after it are one too high.
    let day1970 = countsFrom1904 ? 24_107 : days < 60 ? 25_568 : 25_569
    let date = CalendarDate(dayNumber: days - day1970).iso
    return rest > 0 ? "\(date)T\(Self.clock(rest, withSeconds: true))" : date
  }

  /// A part of a day as hours and minutes, with seconds when it has some; `nil` of other numbers.
  static func time(serial: Double) -> String? {
    guard serial >= 0, serial < 1 else { return nil }
    let seconds = min(86_399, Int((serial * 86_400).rounded()))
    return clock(seconds, withSeconds: !seconds.isMultiple(of: 60))
  }

  private static func clock(_ seconds: Int, withSeconds: Bool) -> String {
    let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60]
    return parts.prefix(withSeconds ? 3 : 2).map { $0 < 10 ? "0\($0)" : "\($0)" }
      .joined(separator: ":")
  }
}
