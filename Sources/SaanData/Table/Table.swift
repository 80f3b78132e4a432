import SaanText

/// A table that was read, typed and checked; copying it is free.
///
/// Columns are arrays of typed values and rows are numbers, so that a register of a million rows is
/// a few arrays and a rule over one column touches no other. Texts stay in the bytes of the file,
/// and cells point at them; only those that had to be written anew lie beside, in `rewritten`.
package struct Table: Sendable {
  /// Everything the table holds, made once.
  final class Storage: Sendable {
    let name: String
    let path: String
    let sheet: String?
    let schema: TableSchema
    let headers: [String?]
    let columns: [Column]
    let indices: [String: Int]
    /// The columns `name@language` by their `name`.
    let translations: [String: [(language: Language.Tag, column: Int)]]
    let numbers: [UInt32]
    let text: FileBytes
    let rewritten: [UInt8]
    /// Whether surely no `ThaiTextIssue` is in its texts.
    let isTidy: Bool
    let usedAllowances: Set<Int>
    let language: Language.Tag
    /// What stands in the file where a cell's text was written out.
    let written: [WrittenCell: CellSpan]
    /// Where rows stand that are put together; `nil` of one sheet or file, row by row.
    let origins: RowOrigins?

    init(
      name: String, path: String, sheet: String?, schema: TableSchema, headers: [String?],
      columns: [Column], numbers: [UInt32], text: FileBytes, rewritten: [UInt8],
      isTidy: Bool, usedAllowances: Set<Int> = [], language: Language.Tag = .thai,
      written: [WrittenCell: CellSpan] = [:], origins: RowOrigins? = nil
    ) {
      self.origins = origins
      self.name = name
      self.path = path
      self.sheet = sheet
      self.schema = schema
      self.headers = headers
      self.columns = columns
      self.numbers = numbers
      self.text = text
      self.rewritten = rewritten
      self.isTidy = isTidy
      self.usedAllowances = usedAllowances
      self.language = language
      self.written = written
      indices = Dictionary(
        schema.fields.enumerated().map { ($0.element.name, $0.offset) },
        uniquingKeysWith: { first, _ in first })
      translations = Dictionary(
        grouping: schema.fields.indices.compactMap { column in
          schema.fields[column].language.map { (language: $0, column: column) }
        }, by: { schema.fields[$0.column].baseName })
    }
  }

  let storage: Storage

  /// The resource's name.
  package var name: String { storage.name }
  /// The file it was read from.
  package var path: String { storage.path }
  /// The sheet of the workbook it was read from.
  package var sheet: String? { storage.sheet }
  /// What its columns are.
  package var schema: TableSchema { storage.schema }
  /// The columns, in the schema's order.
  package var fields: [Field] { storage.schema.fields }
  /// The language of texts in columns that name none.
  package var language: Language.Tag { storage.language }
  /// Which entries of the allowance it was read with its cells needed.
  package var usedAllowances: Set<Int> { storage.usedAllowances }
  /// How many rows it has.
  package var count: Int { storage.numbers.count }

  /// Whether it has the same columns as another version of it, and its rows stand where they stood.
  package func isLaidOut(like other: Table) -> Bool {
    path == other.path && sheet == other.sheet && language == other.language
      && schema == other.schema && storage.headers == other.storage.headers
      && storage.numbers == other.storage.numbers && storage.origins == other.storage.origins
  }

  /// The index of a column, for loops that would look the name up in every row.
  package func column(_ name: String) -> Int? { storage.indices[name] }

  /// The heading of a column as its file has it; `nil` where it has none.
  package func heading(_ column: Int) -> String? { storage.headers[column] }

  /// The columns that hold translations of a column.
  package func translations(of name: String) -> [(language: Language.Tag, column: Int)] {
    storage.translations[name] ?? []
  }

  /// A row by its index from 0.
  package subscript(_ index: Int) -> Row { Row(table: self, index: index) }
  /// A row by its id.
  package subscript(_ id: RowID) -> Row { self[id.position] }

  /// The ids of all rows, in the file's order.
  package var ids: some RandomAccessCollection<RowID> { (0..<count).lazy.map { RowID($0) } }

  /// All rows, in the file's order.
  package var rows: Rows { Rows(table: self) }

  /// The rows of a table.
  package struct Rows: RandomAccessCollection, Sendable {
    let table: Table

    package var startIndex: Int { 0 }
    package var endIndex: Int { table.count }
    package subscript(_ index: Int) -> Row { Row(table: table, index: index) }
  }

  /// Where messages say that a row of the gazetteer stands.
  static let gazetteerPath = "gazetteer/areas.csv"

  /// Where a value stands in its file: the row's number there and the header as it is written.
  ///
  /// A row of the gazetteer stands in none of the site's files.
  package func place(row: Int, column: Int?) -> Place {
    let number = Int(storage.numbers[row])
    if number == 0 { return .file(path: Self.gazetteerPath) }
    let heading = column.map { storage.headers[$0] ?? fields[$0].name }
    return storage.origins?.place(number, heading)
      ?? .cell(path: path, sheet: sheet, row: number, column: heading)
  }

  /// Whether rows of it stand in a sheet of a file.
  func holds(_ path: String, _ sheet: String?) -> Bool {
    storage.origins?.parts.contains { $0.path == path && $0.sheet == sheet }
      ?? (self.path == path && self.sheet == sheet)
  }

  /// Calls the closure with both buffers that cells point into.
  @inline(__always)
  func withText<Result>(_ body: (CellText) throws -> Result) rethrows -> Result {
    try storage.text.withUnsafeBufferPointer { file in
      try storage.rewritten.withUnsafeBufferPointer { rewritten in
        try body(CellText(file: file, rewritten: rewritten))
      }
    }
  }
}
