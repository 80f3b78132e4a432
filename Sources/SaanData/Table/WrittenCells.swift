import SaanText

extension Table {
  /// The table with its texts written out in which figures are stated.
  ///
  /// What stands in the file is kept beside, for who looks at what an author has typed.
  ///
  /// - Parameter words: what a cell says, given its text, its language and its place.
  package func writingFigures(
    _ words: (String, Language.Tag, Place) -> String
  ) -> Table {
    guard mayStateFigures else { return self }
    var rewritten = storage.rewritten
    var columns = storage.columns
    var written = storage.written
    for index in columns.indices where !fields[index].isPrivate {
      guard case .text(var spans) = columns[index].storage else { continue }
      let language = fields[index].language ?? language
      for row in rows {
        guard row.withUTF8(index, { !figureCalls(in: $0).isEmpty }) == true,
          let text = row.string(index)
        else { continue }
        let said = Array(words(text, language, row.place(index)).utf8)
        written[WrittenCell(column: index, row: row.index)] = spans[row.index]
        spans[row.index] = CellSpan(start: rewritten.count, count: said.count, isRewritten: true)
        rewritten += said
      }
      columns[index].storage = .text(spans)
    }
    return with(storage.schema, columns, rewritten: rewritten, written: written)
  }

  /// The table with what another description calls its columns and their words.
  func wording(_ schema: TableSchema) -> Table {
    let own = storage.schema.wording(schema)
    guard own != storage.schema else { return self }
    return with(
      own, storage.columns, rewritten: storage.rewritten, written: storage.written)
  }

  /// The table with other columns.
  ///
  /// - Parameter headers: what the file calls them; as before without them.
  func with(
    _ schema: TableSchema, _ columns: [Column], headers: [String?]? = nil, rewritten: [UInt8],
    written: [WrittenCell: CellSpan]
  ) -> Table {
    Table(
      storage: Storage(
        name: storage.name, path: storage.path, sheet: storage.sheet, schema: schema,
        headers: headers ?? storage.headers, columns: columns, numbers: storage.numbers,
        text: storage.text,
        rewritten: rewritten, isTidy: storage.isTidy, usedAllowances: storage.usedAllowances,
        language: storage.language, written: written, origins: storage.origins))
  }

  /// The table with other numbers of rows, of a file that it stands for.
  func numbered(_ numbers: [UInt32]) -> Table {
    guard numbers.count == count else { return self }
    return Table(
      storage: Storage(
        name: storage.name, path: storage.path, sheet: storage.sheet, schema: storage.schema,
        headers: storage.headers, columns: storage.columns, numbers: numbers, text: storage.text,
        rewritten: storage.rewritten, isTidy: storage.isTidy, language: storage.language))
  }

  /// Whether anything in its file looks like the call of a figure.
  private var mayStateFigures: Bool {
    withText { !figureCalls(in: $0.file).isEmpty || !figureCalls(in: $0.rewritten).isEmpty }
  }
}

extension Row {
  /// The text of a column as an author has typed it, calls of figures and all, else the value in
  /// its plain form.
  func typed(_ column: Int) -> String? {
    guard let span = table.storage.written[WrittenCell(column: column, row: index)] else {
      return string(column)
    }
    return table.withText { $0[span].string }
  }

  /// Calls the closure with the bytes that an author has typed into a text column.
  package func withTyped<Result>(
    _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result? {
    guard let span = table.storage.written[WrittenCell(column: column, row: index)] else {
      return withUTF8(column, body)
    }
    return table.withText { body($0[span]) }
  }
}
