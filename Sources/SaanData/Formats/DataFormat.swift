import SaanText

/// A kind of file that tables are read from; to add one, add a row to `all`.
///
/// Whatever a file is, it comes out as a `RowSource`, so that types, rules and messages know of no
/// format.
package struct DataFormat: Sendable {
  /// Its name in a descriptor.
  package let name: String
  /// The endings of its files.
  package let extensions: [String]
  /// What it is, in one sentence.
  package let summary: Wording
  /// A small file, as text; `nil` for binary formats.
  package let example: String?
  /// Opens a file of the format; `nil`, and an issue, when there is no table in it.
  let open: @Sendable (DataFile, Resource, DataLimits, inout IssueBook) -> (any RowSource)?

  /// All formats.
  package static let all: [DataFormat] = [csv, tsv, json, yaml, xlsx]

  /// The format of a name.
  package static func named(_ name: String) -> DataFormat? {
    all.first { $0.name == name.lowercased() }
  }

  /// The format that a path's ending tells.
  package static func ofPath(_ path: String) -> DataFormat? {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    let ending = path[path.index(after: dot)...].lowercased()
    return all.first { $0.extensions.contains(ending) }
  }
}

extension DataFormat {
  static let csv = DataFormat(
    name: "csv", extensions: ["csv", "txt"],
    summary: Wording(
      en: "comma-separated values after RFC 4180, in UTF-8; UTF-16 and Windows Thai are read too",
      th: "ค่าที่คั่นด้วยจุลภาคตาม RFC 4180 เข้ารหัส UTF-8 และอ่าน UTF-16 กับรหัสไทยของ Windows ได้"),
    example: "code,name\n10,กรุงเทพมหานคร\n55,น่าน\n"
  ) { delimited($0, $1, UInt8(ascii: ","), $2, &$3) }

  static let tsv = DataFormat(
    name: "tsv", extensions: ["tsv", "tab"],
    summary: Wording(en: "tab-separated values in UTF-8", th: "ค่าที่คั่นด้วยแท็บ เข้ารหัส UTF-8"),
    example: "code\tname\n10\tกรุงเทพมหานคร\n55\tน่าน\n"
  ) { delimited($0, $1, UInt8(ascii: "\t"), $2, &$3) }

  static let json = DataFormat(
    name: "json", extensions: ["json"],
    summary: Wording(
      en: "an array of records, each an object of values",
      th: "อาร์เรย์ของระเบียน แต่ละระเบียนเป็นออบเจกต์"),
    example: #"[{"code": "10", "name": "กรุงเทพมหานคร"}, {"code": "55", "name": "น่าน"}]"#
  ) { JSONReader.read($0, $2, &$3) }

  static let yaml = DataFormat(
    name: "yaml", extensions: ["yaml", "yml"],
    summary: Wording(en: "a list of records", th: "รายการของระเบียน"),
    example: "- {code: \"10\", name: กรุงเทพมหานคร}\n- {code: \"55\", name: น่าน}\n"
  ) { YAMLReader.read($0, $2, &$3) }

  static let xlsx = DataFormat(
    name: "xlsx", extensions: ["xlsx", "xlsm", "xls", "xlsb", "ods"],
    summary: Wording(
      en:
        "a sheet of an Excel workbook; formulas count by their stored values, and `.xls`, `.xlsb` and `.ods` are read through LibreOffice",
      th:
        "แผ่นงานของสมุดงาน Excel สูตรใช้ค่าที่บันทึกไว้ ส่วน `.xls` `.xlsb` และ `.ods` อ่านผ่าน LibreOffice"),
    example: nil
  ) { WorkbookReader.read($0, $1, $2, &$3) }

  /// The text without the spaces after delimiters that stand outside quotes.
  private static func withoutInitialSpaces(_ bytes: [UInt8], after delimiter: UInt8) -> [UInt8] {
    var (isQuoted, isInitial) = (false, true)
    return bytes.filter { byte in
      if byte == 0x20, isInitial, !isQuoted { return false }
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      isInitial = !isQuoted && (byte == delimiter || byte == 0x0A || byte == 0x0D)
      return true
    }
  }

  /// The text as UTF-8 where it is in another encoding that can be told.
  private static func decoded(
    _ file: DataFile, _ look: TextLook, _ resource: Resource, _ issues: inout IssueBook
  ) -> [UInt8]? {
    let named = resource.encoding.flatMap { OtherEncoding(name: $0) }
    guard let mistake = look.mistake else {
      // Latin letters alone are the same in all of them but UTF-16.
      if named != nil, let name = resource.encoding,
        file.bytes.array.contains(where: { $0 >= 0x80 })
      {
        issues.add(.otherThanDescribed(name, at: .file(path: file.path)))
      }
      return nil
    }
    let bytes = file.bytes.array
    guard let encoding = named ?? OtherEncoding(bytes, mistake: mistake),
      let decoded = encoding.decoded(bytes)
    else { return nil }
    if named == nil { issues.add(.otherEncoding(encoding.name, at: .file(path: file.path))) }
    return decoded
  }

  /// The text with what cannot be seen or is typed wrong put right, which is told; `nil` when
  /// nothing was.
  private static func tidied(
    _ bytes: FileBytes, _ look: TextLook, _ issues: inout IssueBook
  ) -> [UInt8]? {
    guard !look.isTidy, let tidied = bytes.withUnsafeBufferPointer({ TidiedText($0) }),
      !tidied.mends.isEmpty
    else { return nil }
    issues.add(.textMended(tidied.mends, isTable: true, at: issues.row(tidied.mends.firstLine)))
    return tidied.bytes
  }

  /// The character of a first line that tells Excel what parts the cells, `sep=;`, and the text
  /// with a blank line in its place; `nil` where there is none.
  private static func separated(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (delimiter: UInt8, bytes: [UInt8])? {
    let line = bytes.prefix(10).prefix { $0 != 0x0A && $0 != 0x0D }
    // Some programs put the line in quotation marks, as they do with every value.
    let isQuoted = line.first == UInt8(ascii: "\"") && line.last == UInt8(ascii: "\"")
    let words = isQuoted ? line.dropFirst().dropLast() : line
    guard String(decoding: words.prefix(4), as: UTF8.self).lowercased() == "sep=",
      words.count == 5, let delimiter = words.last, delimiter != UInt8(ascii: "\"")
    else { return nil }
    return (delimiter, Array(bytes.dropFirst(line.count)))
  }

  /// What the first rows look like of a text that is cut into cells; `nil` of other files.
  static func firstRows(_ file: DataFile, _ limits: DataLimits) -> HeadSearch? {
    guard let format = ofPath(file.path), [csv.name, tsv.name].contains(format.name) else {
      return nil
    }
    var ignored = IssueBook(path: file.path, sheet: nil, limit: 0)
    let resource = Resource(name: "table", path: file.path)
    let usual = UInt8(ascii: format.name == csv.name ? "," : "\t")
    guard let text = readable(file, resource, usual, &ignored) else { return nil }
    return DelimitedText.firstRows(text.bytes, delimiter: text.delimiter, limits: limits)
  }

  /// A text as UTF-8, with what cuts it into cells; `nil`, and an issue, when it can't be read.
  ///
  /// The order counts: only UTF-8 can be put right, and only what is put right is searched for its
  /// delimiter.
  private static func readable(
    _ file: DataFile, _ resource: Resource, _ delimiter: UInt8, _ issues: inout IssueBook
  ) -> (bytes: FileBytes, look: TextLook, delimiter: UInt8)? {
    var bytes = file.bytes
    var look = bytes.withUnsafeBufferPointer { TextLook($0) }
    if let decoded = decoded(file, look, resource, &issues) {
      bytes = FileBytes(decoded)
      look = bytes.withUnsafeBufferPointer { TextLook($0) }
    }
    if look.mistake != nil,
      let mistake = TextEncoding.mistake(in: bytes.array, look: look, path: file.path)
    {
      issues.add(mistake)
      return nil
    }
    if let tidied = tidied(bytes, look, &issues) {
      bytes = FileBytes(tidied)
      look = bytes.withUnsafeBufferPointer { TextLook($0) }
    }
    var delimiter = resource.dialect.delimiter ?? delimiter
    if let named = bytes.withUnsafeBufferPointer({ separated($0) }) {
      bytes = FileBytes(named.bytes)
      delimiter = resource.dialect.delimiter ?? named.delimiter
    } else if resource.dialect.delimiter == nil,
      let likely = DelimiterSearch.likely(
        bytes, usual: delimiter, after: resource.dialect.skippedRows)
    {
      delimiter = likely
      issues.add(.otherDelimiter(likely, at: issues.row(resource.dialect.skippedRows + 1)))
    }
    if resource.dialect.skipsInitialSpace {
      bytes = FileBytes(withoutInitialSpaces(bytes.array, after: delimiter))
    }
    return (bytes, look, delimiter)
  }

  /// Opens a text that is cut into cells: only then it has a head.
  private static func delimited(
    _ file: DataFile, _ resource: Resource, _ delimiter: UInt8, _ limits: DataLimits,
    _ issues: inout IssueBook
  ) -> (any RowSource)? {
    guard let (bytes, look, delimiter) = readable(file, resource, delimiter, &issues) else {
      return nil
    }
    let search = DelimitedText.firstRows(bytes, delimiter: delimiter, limits: limits)
    if let rows = search.objection(to: resource.dialect) {
      issues.add(.headNotFirst(rows, at: issues.row(rows.lowerBound)))
      return nil
    }
    let source = DelimitedText(
      bytes, look: look, delimiter: delimiter, dialect: resource.dialect, limits: limits,
      issues: &issues)
    if source == nil { issues.add(.emptyFile(at: .file(path: file.path))) }
    return source
  }
}
