import SaanText

/// What all sheets of an XLSX workbook share: their names, texts and styles.
///
/// Most cells hold a bare number, or the place of a text in a list of all: what a number shows is
/// said by its style, and the list lies in another part. So these are read before any sheet, and of
/// a style only whether it shows a day, a percentage or a number.
struct Workbook {
  /// A sheet and the part that it lies in.
  struct Sheet {
    let name: String
    let part: String
    /// Whether nobody sees it who opens the workbook.
    let isHidden: Bool
  }

  /// What a number is shown as.
  enum Look { case number, date, percent }

  /// The sheets in the workbook's order, with the parts they lie in.
  private(set) var sheets: [Sheet] = []
  /// The texts that cells refer to by number.
  private(set) var strings: [String] = []
  /// What cells of a style show a number as, by the style's number.
  private var styles: [Look] = []
  /// Whether days count from 1904, as old workbooks from a Mac do.
  private(set) var countsFrom1904 = false

  /// Reads the workbook's own parts; `nil` when they are no workbook.
  init?(_ archive: inout ZipArchive) throws(ZipArchive.Mistake) {
    guard let book = try archive.part("xl/workbook.xml"),
      let links = try archive.part("xl/_rels/workbook.xml.rels"),
      let targets = Self.targets(links)
    else { return nil }
    var found: [(name: String, id: String, isHidden: Bool)] = []
    var from1904 = false
    let isWhole = walkXML(
      book,
      start: { name, attributes in
        if name == "sheet", let title = attributes["name"] {
          let id = attributes.first { $0.key.hasSuffix(":id") }?.value
          found.append((title, id ?? "", ["hidden", "veryHidden"].contains(attributes["state"])))
        } else if name == "workbookPr" {
          from1904 = ["1", "true"].contains(attributes["date1904"])
        }
      })
    guard isWhole else { return nil }
    countsFrom1904 = from1904
    sheets = found.compactMap { sheet in
      targets.first { $0.id == sheet.id }.map {
        Sheet(name: sheet.name, part: $0.part, isHidden: sheet.isHidden)
      }
    }
    for target in targets {
      if target.kind.hasSuffix("/sharedStrings"), let part = try archive.part(target.part) {
        strings = Self.strings(part)
      } else if target.kind.hasSuffix("/styles"), let part = try archive.part(target.part) {
        styles = Self.styles(part)
      }
    }
  }

  private static func targets(_ bytes: [UInt8]) -> [(id: String, kind: String, part: String)]? {
    var all: [(id: String, kind: String, part: String)] = []
    let isWhole = walkXML(
      bytes,
      start: { name, attributes in
        guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"]
        else { return }
        let part = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)"
        all.append((id, attributes["Type"] ?? "", part))
      })
    return isWhole ? all : nil
  }

  private static func strings(_ bytes: [UInt8]) -> [String] {
    var strings: [String] = []
    var current = ""
    var isText = false
    var isPhonetic = false
    _ = walkXML(
      bytes,
      start: { name, _ in
        switch name {
        case "si": current = ""
        case "t": isText = true
        case "rPh": isPhonetic = true
        default: break
        }
      },
      text: { if isText, !isPhonetic { current += $0 } },
      end: { name in
        switch name {
        case "si": strings.append(current)
        case "t": isText = false
        case "rPh": isPhonetic = false
        default: break
        }
      })
    return strings
  }

  /// What a style shows a number as.
  func look(ofStyle style: Int) -> Look {
    styles.indices.contains(style) ? styles[style] : .number
  }

  private static func styles(_ bytes: [UInt8]) -> [Look] {
    var formats: [Int: Look] = [:]
    var styles: [Look] = []
    var isCellFormats = false
    _ = walkXML(
      bytes,
      start: { name, attributes in
        switch name {
        case "numFmt":
          guard let id = attributes["numFmtId"].flatMap({ Int($0) }) else { return }
          formats[id] = look(ofFormat: attributes["formatCode"] ?? "")
        case "cellXfs": isCellFormats = true
        case "xf" where isCellFormats:
          let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
          styles.append(formats[id] ?? look(ofBuiltIn: id))
        default: break
        }
      }, end: { if $0 == "cellXfs" { isCellFormats = false } })
    return styles
  }

  /// The numbers of built-in formats that show a date, those of Thai Excel among them.
  ///
  /// Their numbers are those of ECMA-376, part 1, 18.8.30.
  private static let builtInDates = [
    14...17, 22...22, 27...31, 36...36, 50...54, 57...58, 71...74, 77...77, 81...81,
  ]

  private static func look(ofBuiltIn format: Int) -> Look {
    if [9, 10, 67, 68].contains(format) { return .percent }
    return builtInDates.contains { $0.contains(format) } ? .date : .number
  }

  /// What a number format has, apart from quoted text and brackets: a day or a year, or `%`.
  private static func look(ofFormat format: String) -> Look {
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for byte in format.lowercased().utf8 {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch byte {
      case UInt8(ascii: "\\") where !isQuoted: isEscaped = true
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "[") where !isQuoted: isBracketed = true
      case UInt8(ascii: "]"): isBracketed = false
      case UInt8(ascii: "d"), UInt8(ascii: "y"), UInt8(ascii: "b"):
        if !isQuoted, !isBracketed { return .date }
      case UInt8(ascii: "%"):
        if !isQuoted, !isBracketed { return .percent }
      default: break
      }
    }
    return .number
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
    guard rest > 0 else { return date }
    let time = [rest / 3600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(date)T\(time.joined(separator: ":"))"
  }
}
