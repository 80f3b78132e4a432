/// Writes small ZIP files and workbooks, so that tests need no binary files.
enum WorkbookFixture {
  /// A ZIP file of parts that are stored as they are.
  ///
  /// `claimedSize` is what the archive says about each part's unpacked size, if not the truth.
  static func zip(_ parts: [(name: String, text: String)], claimedSize: UInt32? = nil) -> [UInt8] {
    zip(files: parts.map { ($0.name, Array($0.text.utf8)) }, claimedSize: claimedSize)
  }

  /// A ZIP file of files that are stored as they are.
  static func zip(
    files: [(name: String, bytes: [UInt8])], claimedSize: UInt32? = nil
  ) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for part in files {
      let data = part.bytes
      let name = Array(part.name.utf8)
      // A part that claims a wrong size has to claim compression too.
      var fields = little16(20) + little16(0) + little16(claimedSize == nil ? 0 : 8)
      fields += little16(0) + little16(0x21) + little32(crc32(data)) + little32(UInt32(data.count))
      fields += little32(claimedSize ?? UInt32(data.count)) + little16(UInt16(name.count))
      fields += little16(0)
      directory += [0x50, 0x4B, 1, 2] + little16(20) + fields + little16(0) + little16(0)
      directory += little16(0) + little32(0) + little32(UInt32(file.count)) + name
      file += [0x50, 0x4B, 3, 4] + fields + name + data
    }
    let count = little16(UInt16(files.count))
    return file + directory + [0x50, 0x4B, 5, 6] + little16(0) + little16(0) + count + count
      + little32(UInt32(directory.count)) + little32(UInt32(file.count)) + little16(0)
  }

  /// A workbook with one sheet's rows as XML, its texts, and styles 0 (plain), 1 and 2 (a date), 3
  /// and 4 (a percentage), 5 (a number with `%` in words), 6 and 7 (a percentage and a date of Thai
  /// Excel), 8 (a time of day), 9 (three digits).
  static func workbook(
    rows: String, strings: [String] = [], before: String = "", after: String = "",
    date1904: Bool = false, further: String = "",
    sheets: [String] = ["กองทุน"], addresses: [String] = []
  ) -> [UInt8] {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let names = sheets.enumerated().map {
      "<sheet name=\"\($0.element)\" sheetId=\"\($0.offset + 1)\" r:id=\"s\($0.offset + 1)\"/>"
    }
    let links = sheets.indices.map {
      "<Relationship Id=\"s\($0 + 1)\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet\($0 + 1).xml\"/>"
    }
    let items = strings.map { "<si><t xml:space=\"preserve\">\($0)</t></si>" }
    return zip(
      [
        (
          "xl/workbook.xml",
          "<workbook xmlns:r=\"\(office)\"><workbookPr date1904=\"\(date1904)\"/><sheets>"
            + names.joined() + "</sheets>\(further)</workbook>"
        ),
        (
          "xl/_rels/workbook.xml.rels",
          "<Relationships>" + links.joined()
            + "<Relationship Id=\"t\" Type=\"\(office)/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
            + "<Relationship Id=\"y\" Type=\"\(office)/styles\" Target=\"styles.xml\"/>"
            + "</Relationships>"
        ),
        ("xl/sharedStrings.xml", "<sst>" + items.joined() + "</sst>"),
        (
          "xl/styles.xml",
          "<styleSheet><numFmts><numFmt numFmtId=\"200\" formatCode=\"[$-41E]d mmm bbbb\"/>"
            + "<numFmt numFmtId=\"201\" formatCode=\"0.0%\"/><numFmt numFmtId=\"202\" formatCode=\"0\\%\"/><numFmt numFmtId=\"203\" formatCode=\"000\"/></numFmts>"
            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"200\"/><xf numFmtId=\"9\"/><xf numFmtId=\"201\"/><xf numFmtId=\"202\"/><xf numFmtId=\"68\"/><xf numFmtId=\"81\"/><xf numFmtId=\"20\"/><xf numFmtId=\"203\"/></cellXfs></styleSheet>"
        ),
      ]
        + addresses.enumerated().map { index, address in
          (
            "xl/worksheets/_rels/sheet\(index + 1).xml.rels",
            "<Relationships><Relationship Id=\"a\" Type=\"\(office)/hyperlink\" Target=\"\(address)\" TargetMode=\"External\"/></Relationships>"
          )
        }
        + sheets.indices.map { index in
          (
            "xl/worksheets/sheet\(index + 1).xml",
            "<worksheet>\(before)<sheetData>\(rows)</sheetData>\(after)</worksheet>"
          )
        })
  }

  static func little16(_ value: UInt16) -> [UInt8] {
    [UInt8(value & 0xFF), UInt8(value >> 8)]
  }

  static func little32(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(value >> (8 * UInt32($0)) & 0xFF) }
  }

  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(into: UInt32.max) { crc, byte in
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
  }
}
