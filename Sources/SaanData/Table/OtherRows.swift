import SaanText

/// The rows of a file that people write into a table and that are none of its rows.
struct OtherRows {
  /// Those that add up others, by their number, with the word that says so.
  private(set) var totals: [(row: Int, text: String)] = []
  /// Those that tell of the table, with the word that they begin with.
  private(set) var notes: [(row: Int, text: String)] = []

  var isEmpty: Bool { totals.isEmpty && notes.isEmpty }
  var rows: Set<Int> { Set(totals.map(\.row) + notes.map(\.row)) }

  init() {}

  /// Looks at all rows of a file.
  ///
  /// - Parameter keepsTotals: whether rows that add up others are rows like them.
  init(in source: inout any RowSource, keepsTotals: Bool) {
    let width = source.header.count
    // What was read must not change while its texts are looked at.
    var ignored = IssueBook(path: "", sheet: nil, limit: 0)
    var block = RawRows()
    var totals = TotalRows(width: width)
    var notes = NoteRows()
    while source.next(into: &block, issues: &ignored) {
      source.text.withUnsafeBufferPointer { file in
        source.rewritten.withUnsafeBufferPointer { rewritten in
          let text = CellText(file: file, rewritten: rewritten)
          for (row, number) in block.numbers.enumerated() {
            let cells = (0..<width).map { text[block.cells[row * width + $0]].trimmed.string }
            totals.add(row: Int(number), cells)
            notes.add(row: Int(number), cells)
          }
        }
      }
    }
    self.totals = keepsTotals ? [] : totals.found
    self.notes = notes.found
  }

  /// Whether a row of a block may be one of them: a look at the first cells only.
  static func mayBe(in block: RawRows, width: Int, _ text: CellText) -> Bool {
    TotalRows.mayBe(in: block, width: width, text) || NoteRows.mayBe(in: block, width: width, text)
  }
}
