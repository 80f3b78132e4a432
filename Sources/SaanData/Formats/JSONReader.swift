import SaanText

/// Reads a JSON array of records: each record a row, each of its keys a column.
///
/// A value that is a list or an object itself is kept as its JSON text, for columns of type `any`.
struct JSONReader {
  private let source: SourceFile
  private let limits: DataLimits
  private var scanner: JSONScanner
  private var arena: RecordArena
  private var scratch: [UInt8] = []

  private init(_ file: DataFile, _ limits: DataLimits) {
    source = SourceFile(path: file.path, bytes: file.bytes.array)
    scanner = JSONScanner(source.bytes)
    self.limits = limits
    arena = RecordArena(headerRow: 0, limits: limits)
    arena.reserve(text: file.bytes.count / 2, cells: 0)
  }

  /// The records of a file; `nil`, and an issue, when it is no array of records.
  static func read(
    _ file: DataFile, _ limits: DataLimits, _ issues: inout IssueBook
  ) -> RecordArena? {
    if let mistake = TextEncoding.mistake(in: file.bytes.array, path: file.path) {
      issues.add(mistake)
      return nil
    }
    var reader = JSONReader(file, limits)
    do throws(Refusal) {
      try reader.records(&issues)
      reader.arena.tell(&issues)
      return reader.arena
    } catch {
      issues.add(error.diagnostic)
      return nil
    }
  }

  /// What is wrong with a file that should be JSON, whatever it holds.
  static func mistake(in source: SourceFile) -> Diagnostic? {
    var scanner = JSONScanner(source.bytes)
    do throws(JSONScanner.Mistake) {
      _ = try scanner.skipValue(depth: 100)
      try scanner.expectEnd()
      return nil
    } catch {
      let place = source.span(error.offset..<error.offset + 1).place
      return .badJSON(
        expected: error.expected, JSONHint(source.bytes, at: error.offset), at: place)
    }
  }

  private static let example = #"[{"name": "…", "value": 1}]"#

  private struct Refusal: Error {
    let diagnostic: Diagnostic
  }

  private mutating func records(_ issues: inout IssueBook) throws(Refusal) {
    if scanner.next() == nil {
      throw Refusal(diagnostic: diagnostic(scanner.mistake("'['", "'['")))
    }
    guard scanner.take("[") else { throw refusal { .notRecords(like: Self.example, at: $0) } }
    if !scanner.take("]") {
      repeat {
        try beginning()
        guard arena.count < limits.maximumRows else {
          issues.add("too-many-rows", row: arena.count + 1, column: -1) {
            .tooManyRows(limits.maximumRows, at: $0)
          }
          return
        }
        try record(&issues)
        arena.endRow(number: arena.count + 1)
      } while scanner.take(",")
      try scan { scanner throws(JSONScanner.Mistake) in try scanner.expect("]", or: ",") }
    }
    try scan { scanner throws(JSONScanner.Mistake) in try scanner.expectEnd() }
  }

  /// Expects a record; another value is no mistake of JSON, but of the table.
  private mutating func beginning() throws(Refusal) {
    let byte = scanner.next()
    if byte == UInt8(ascii: "{") { return }
    guard let byte, "\"[-tfn0123456789".utf8.contains(byte) else {
      throw Refusal(diagnostic: diagnostic(scanner.mistake("'{'", "'{'")))
    }
    throw refusal { .notRecords(like: Self.example, at: $0) }
  }

  private mutating func record(_ issues: inout IssueBook) throws(Refusal) {
    _ = scanner.take("{")
    if scanner.take("}") { return }
    var keys: Set<String> = []
    repeat {
      _ = scanner.next()
      let start = scanner.offset
      let key = try scan { scanner throws(JSONScanner.Mistake) in try scanner.key(&keys) }
      guard let column = arena.column(key) else {
        throw refusal(at: start) {
          .tooManyColumns(limits.maximumColumns + 1, limit: limits.maximumColumns, at: $0)
        }
      }
      try cell(column, &issues)
    } while scanner.take(",")
    try scan { scanner throws(JSONScanner.Mistake) in try scanner.expect("}", or: ",") }
  }

  private mutating func cell(_ column: Int, _ issues: inout IssueBook) throws(Refusal) {
    guard scanner.next() != UInt8(ascii: "\"") else {
      scratch.removeAll(keepingCapacity: true)
      do throws(JSONScanner.Mistake) {
        try scanner.string(into: &scratch)
      } catch {
        throw Refusal(diagnostic: diagnostic(error))
      }
      guard scratch.count <= limits.maximumCellBytes else {
        issues.add("cell-too-long", row: arena.count + 1, column: column) {
          .cellTooLong(scratch.count, limit: limits.maximumCellBytes, at: $0)
        }
        return
      }
      arena.set(column, scratch)
      return
    }
    let depth = limits.maximumDepth
    let range = try scan { scanner throws(JSONScanner.Mistake) in
      try scanner.skipValue(depth: depth)
    }
    let bytes = source.bytes[range].prefix(limits.maximumCellBytes)
    if !bytes.elementsEqual("null".utf8) { arena.set(column, bytes) }
  }

  private mutating func scan<Result>(
    _ body: (inout JSONScanner) throws(JSONScanner.Mistake) -> Result
  ) throws(Refusal) -> Result {
    do throws(JSONScanner.Mistake) {
      return try body(&scanner)
    } catch {
      throw Refusal(diagnostic: diagnostic(error))
    }
  }

  private func diagnostic(_ mistake: JSONScanner.Mistake) -> Diagnostic {
    let place = source.span(mistake.offset..<mistake.offset + 1).place
    return mistake.isTooDeep
      ? .tooDeep(limits.maximumDepth, at: place)
      : .badJSON(
        expected: mistake.expected, JSONHint(source.bytes, at: mistake.offset), at: place)
  }

  private func refusal(at start: Int? = nil, _ make: (Place) -> Diagnostic) -> Refusal {
    let start = start ?? scanner.offset
    return Refusal(diagnostic: make(source.span(start..<start + 1).place))
  }
}

extension JSONReader {
  /// What each record of a file says, without what is `null` in it; `nil`, and an issue, when it is
  /// no array of records.
  static func texts(
    _ file: DataFile, _ issues: inout IssueBook
  ) -> [[(column: String, text: String)]]? {
    guard var source = read(file, DataLimits(), &issues) else { return nil }
    var block = RawRows()
    var records: [[(column: String, text: String)]] = []
    let header = source.header
    while source.next(into: &block, issues: &issues) {
      source.text.withUnsafeBufferPointer { text in
        for row in block.numbers.indices {
          let cells = block.cells[(row * header.count)..<((row + 1) * header.count)]
          records.append(
            zip(header, cells).compactMap { column, cell in
              cell.isEmpty
                ? nil : (column, String(decoding: text[cell.range], as: UTF8.self))
            })
        }
      }
    }
    return records
  }
}
