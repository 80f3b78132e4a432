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
    dialect.delimiter = byte("delimiter", &map, item, &found)
    dialect.skippedRows = map.count("skipRows", &found) ?? 0
    if let rows = map.take("headerRows") {
      // Title rows above the head are no data, whatever stands in them.
      let numbers = (rows.elements ?? [rows]).map { $0.scalar.flatMap { Int($0) } ?? 0 }
      if let first = numbers.first, (1...1_048_576).contains(first), numbers.count <= 9,
        numbers.elementsEqual(first..<first + numbers.count)
      {
        dialect.head = first...first + numbers.count - 1
      } else {
        found.add(
          .wrongShape(
            .quoted("headerRows"),
            Wording(
              en: "the number of a row, or of rows one below the other, such as [4] or [3, 4]",
              th: "เลขแถว หรือเลขแถวที่อยู่ติดกัน เช่น [4] หรือ [3, 4]"),
            at: rows.place))
      }
    }
    dialect.sheetNumber = map.count("sheetNumber", &found)
    dialect.comment = byte("commentChar", &map, item, &found)
    dialect.skipsInitialSpace = map.flag("skipInitialSpace", &found)
    dialect.hidden = treatment("hidden", &map, &found)
    dialect.totalRows = treatment("totalRows", &map, &found)
    dialect.filledDown = map.texts("fillDown", &found)
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
    ("header", ["true"]), ("headerJoin", [" / "]), ("lineTerminator", ["\n", "\r\n", "\r"]),
    ("quoteChar", ["\""]), ("doubleQuote", ["true"]), ("escapeChar", []), ("nullSequence", [""]),
    ("commentRows", []), ("property", []), ("itemType", ["object"]), ("itemKeys", []),
    ("table", []), ("format", ["csv", "tsv", "excel", "json"]),
  ]

  /// What becomes of rows or columns that may be none of the table.
  private static func treatment(
    _ key: String, _ map: inout DescriptorMapping, _ found: inout Diagnostics
  ) -> Dialect.Treatment? {
    map.choice(key, among: Dialect.Treatment.allCases.map(\.rawValue), &found)
      .flatMap(Dialect.Treatment.init)
  }

  /// One character of text files: what stands between values, or before remarks.
  private static func byte(
    _ key: String, _ map: inout DescriptorMapping, _ item: YAMLNode, _ found: inout Diagnostics
  ) -> UInt8? {
    guard let written = map.text(key, &found) else { return nil }
    let text = written == "\\t" ? "\t" : written
    if let byte = text.utf8.first, text.utf8.count == 1, byte < 0x80, !"\"\n\r".utf8.contains(byte)
    {
      return byte
    }
    found.add(
      .wrongShape(
        .quoted(key), Wording(en: "one ASCII character", th: "อักขระ ASCII หนึ่งตัว"),
        at: map.take(key)?.place ?? item.place))
    return nil
  }
}
