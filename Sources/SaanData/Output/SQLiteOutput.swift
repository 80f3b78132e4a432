import CSQLite
import SaanText

extension DataPackage {
  /// Every table as a SQLite database, the same bytes for the same tables.
  ///
  /// Private columns are not there. The table `data_dictionary` says what each column holds.
  ///
  /// - Returns: `nil` when the library cannot make it, for want of memory.
  package func sqliteDatabase() -> [UInt8]? {
    var handle: OpaquePointer?
    defer { sqlite3_close_v2(handle) }
    guard sqlite3_open(":memory:", &handle) == SQLITE_OK, let handle else { return nil }
    let database = SQLiteDatabase(handle: handle)
    guard database.run("PRAGMA page_size = 4096; BEGIN"), writeDictionary(to: database),
      tables.allSatisfy({ database.write($0) }), database.run("COMMIT; VACUUM")
    else { return nil }
    return database.contents
  }

  private func writeDictionary(to database: SQLiteDatabase) -> Bool {
    let columns = ["table_name", "column_name", "type", "title_th", "title_en", "description_th"]
    let types = columns.map { quotedName($0) + " TEXT" }.joined(separator: ", ")
    let table = quotedName("data_dictionary")
    guard database.run("CREATE TABLE \(table) (\(types))") else { return false }
    let rows = tables.flatMap { table in
      table.publicFields.map { field -> [String?] in
        [
          table.name, field.name, field.type.publishedName, field.title?.exact(.thai),
          field.title?.exact(.english), field.description?.exact(.thai),
        ]
      }
    }
    return database.insert(into: table, columns: columns.count, rows: rows.count) { row, bind in
      for (column, text) in rows[row].enumerated() { if let text { bind(column, text) } }
    }
  }
}

/// An open database; a failure is told by `false`, and nothing that follows is worth doing.
private struct SQLiteDatabase {
  let handle: OpaquePointer

  func run(_ statement: String) -> Bool {
    sqlite3_exec(handle, statement, nil, nil, nil) == SQLITE_OK
  }

  func write(_ table: Table) -> Bool {
    let columns = table.fields.indices.filter { !table.fields[$0].isPrivate }
    guard !columns.isEmpty else { return true }
    var parts = columns.map { column -> String in
      let field = table.fields[column]
      return quotedName(field.name) + " " + field.type.sqliteType
        + (field.constraints.required ? " NOT NULL" : "")
    }
    let names = Set(columns.map { table.fields[$0].name })
    let key = table.schema.primaryKey
    if !key.isEmpty, names.isSuperset(of: key) {
      parts.append("PRIMARY KEY (\(key.map(quotedName).joined(separator: ", ")))")
    }
    let name = quotedName(table.name)
    guard run("CREATE TABLE \(name) (\(parts.joined(separator: ", ")))") else { return false }
    return insert(into: name, columns: columns.count, rows: table.count) { row, bind in
      for (place, column) in columns.enumerated() {
        if let text = table[row].string(column) { bind(place, text) }
      }
    }
  }

  /// Inserts rows; `fill` binds the values that a row has, by their column from 0.
  ///
  /// Values are bound as text; the columns' types make numbers of them.
  func insert(
    into name: String, columns: Int, rows: Int, fill: (Int, (Int, String) -> Void) -> Void
  ) -> Bool {
    let marks = Array(repeating: "?", count: columns).joined(separator: ", ")
    var statement: OpaquePointer?
    defer { sqlite3_finalize(statement) }
    guard
      sqlite3_prepare_v2(handle, "INSERT INTO \(name) VALUES (\(marks))", -1, &statement, nil)
        == SQLITE_OK
    else { return false }
    for row in 0..<rows {
      sqlite3_reset(statement)
      sqlite3_clear_bindings(statement)
      fill(row) { column, text in
        _ = saan_bind_text(statement, Int32(column + 1), text, Int32(text.utf8.count))
      }
      guard sqlite3_step(statement) == SQLITE_DONE else { return false }
    }
    return true
  }

  /// The database file.
  var contents: [UInt8]? {
    var size: sqlite3_int64 = 0
    guard let start = sqlite3_serialize(handle, "main", &size, 0) else { return nil }
    defer { sqlite3_free(start) }
    var bytes = Array(UnsafeBufferPointer(start: start, count: Int(size)))
    guard bytes.count >= 100 else { return nil }
    // The header notes which version of the library wrote last; the file must not depend on that.
    bytes.replaceSubrange(96..<100, with: [0, 0x2D, 0xC6, 0xC0])
    return bytes
  }
}

/// A name as SQL quotes it.
private func quotedName(_ name: String) -> String {
  "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
    + "\""
}

extension FieldType {
  fileprivate var sqliteType: String {
    switch self {
    case .integer, .year: "INTEGER"
    case .number: "NUMERIC"
    default: "TEXT"
    }
  }
}
