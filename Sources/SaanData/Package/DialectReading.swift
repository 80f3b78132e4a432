import SaanText

/// Reads `dialect`: how a text table or a sheet is written, in the words of Table Dialect.
enum DialectReading {
  /// The dialect, and the sheet where it names one.
  static func read(
    _ item: YAMLNode, _ found: inout Diagnostics
  ) -> (dialect: Dialect, sheet: String?) {
    var dialect = Dialect()
    guard var map = DescriptorMapping(item, Wording(en: "dialect", th: "dialect"), &found) else {
      return (dialect, nil)
    }
    dialect.delimiter = delimiter(&map, item, &found)
    dialect.skippedRows = map.count("skipRows", &found) ?? 0
    if let rows = map.take("headerRows") {
      // Title rows above the head are no data, whatever stands in them.
      let numbers = (rows.elements ?? [rows]).map { $0.scalar.flatMap { Int($0) } ?? 0 }
      if numbers.count == 1, (1...1_048_576).contains(numbers[0]) {
        dialect.skippedRows = numbers[0] - 1
      } else {
        found.add(
          .wrongShape(
            .quoted("headerRows"),
            Wording(en: "the number of one row, such as [4]", th: "เลขของแถวเดียว เช่น [4]"),
            at: rows.place))
      }
    }
    dialect.skipsInitialSpace = map.flag("skipInitialSpace", &found)
    let sheet = map.text("sheetName", &found)
    for key in ["$schema", "profile", "name", "type", "csvddfVersion", "caseSensitiveHeader"] {
      _ = map.take(key)
    }
    for (key, usual) in usual {
      guard let value = map.take(key), let text = value.scalar, !usual.contains(text) else {
        continue
      }
      found.add(.unsupportedKey(key, at: value.place))
    }
    map.finish(&found)
    return (dialect, sheet)
  }

  /// What the standard has words for and this program one way only, with the values that say so.
  private static let usual: [(key: String, values: [String])] = [
    ("header", ["true"]), ("headerJoin", [" "]), ("lineTerminator", ["\n", "\r\n", "\r"]),
    ("quoteChar", ["\""]), ("doubleQuote", ["true"]), ("escapeChar", []), ("nullSequence", [""]),
    ("commentChar", []), ("commentRows", []),
    ("sheetNumber", []), ("property", []), ("itemType", ["object"]), ("itemKeys", []),
    ("table", []), ("format", ["csv", "tsv", "excel", "json"]),
  ]

  private static func delimiter(
    _ map: inout DescriptorMapping, _ item: YAMLNode, _ found: inout Diagnostics
  ) -> UInt8? {
    guard let delimiter = map.text("delimiter", &found) else { return nil }
    let text = delimiter == "\\t" ? "\t" : delimiter
    if let byte = text.utf8.first, text.utf8.count == 1, byte < 0x80, !"\"\n\r".utf8.contains(byte)
    {
      return byte
    }
    found.add(
      .wrongShape(
        .quoted("delimiter"), Wording(en: "one ASCII character", th: "อักขระ ASCII หนึ่งตัว"),
        at: map.take("delimiter")?.place ?? item.place))
    return nil
  }
}
