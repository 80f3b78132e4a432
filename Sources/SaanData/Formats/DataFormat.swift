import SaanText

/// A kind of file that tables are read from; to add one, add a row to `all`.
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
    name: "csv", extensions: ["csv"],
    summary: Wording(
      en: "comma-separated values after RFC 4180, in UTF-8",
      th: "ค่าที่คั่นด้วยจุลภาคตาม RFC 4180 เข้ารหัส UTF-8"),
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
    name: "xlsx", extensions: ["xlsx", "xlsm"],
    summary: Wording(
      en: "a sheet of an Excel workbook; formulas count by their stored values",
      th: "แผ่นงานของสมุดงาน Excel สูตรใช้ค่าที่บันทึกไว้"),
    example: nil
  ) { WorkbookReader.read($0, $1, $2, &$3) }

  private static func delimited(
    _ file: DataFile, _ resource: Resource, _ delimiter: UInt8, _ limits: DataLimits,
    _ issues: inout IssueBook
  ) -> (any RowSource)? {
    let look = file.bytes.withUnsafeBufferPointer { TextLook($0) }
    if look.mistake != nil,
      let mistake = TextEncoding.mistake(in: file.bytes.array, look: look, path: file.path)
    {
      issues.add(mistake)
      return nil
    }
    let source = DelimitedText(
      file.bytes, look: look, delimiter: resource.dialect.delimiter ?? delimiter,
      skippedRows: resource.dialect.skippedRows, limits: limits, issues: &issues)
    if source == nil { issues.add(.emptyFile(at: .file(path: file.path))) }
    return source
  }
}
