import SaanText

/// The rows of a file that people write into a table and that are none of its rows.
struct OtherRows {
  /// Those that add up others, by their number, with the word that says so.
  private(set) var totals: [(row: Int, text: String)] = []
  /// Those that tell of the table, with the word that they begin with.
  private(set) var notes: [(row: Int, text: String)] = []
  /// Those that repeat the head, as at the beginning of a printed page.
  private(set) var heads: [Int] = []

  var isEmpty: Bool { totals.isEmpty && notes.isEmpty && heads.isEmpty }
  var rows: Set<Int> { Set(totals.map(\.row) + notes.map(\.row) + heads) }

  init() {}

  /// Looks at all rows of a file.
  ///
  /// - Parameters:
  ///   - keepsTotals: whether rows that add up others are rows like them.
  ///   - filled: the columns whose empty cells have the value above them.
  init(in source: inout any RowSource, keepsTotals: Bool, filled: [Int] = []) {
    let width = source.header.count
    // What was read must not change while its texts are looked at.
    var ignored = IssueBook(path: "", sheet: nil, limit: 0)
    var block = RawRows()
    var totals = TotalRows(width: width, filled: filled)
    var notes = NoteRows()
    let head = source.header
    while source.next(into: &block, issues: &ignored) {
      source.text.withUnsafeBufferPointer { file in
        source.rewritten.withUnsafeBufferPointer { rewritten in
          let text = CellText(file: file, rewritten: rewritten)
          for (row, number) in block.numbers.enumerated() {
            let cells = (0..<width).map { text[block.cells[row * width + $0]].trimmed.string }
            if head.count > 1, cells == head {
              heads.append(Int(number))
              continue
            }
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
  ///
  /// - Parameter head: the first heading of the table.
  static func mayBe(
    in block: RawRows, width: Int, _ text: CellText, below head: [UInt8]
  ) -> Bool {
    TotalRows.mayBe(in: block, width: width, text) || NoteRows.mayBe(in: block, width: width, text)
      || !head.isEmpty
        && block.numbers.indices.contains { row in
          let cell = block.cells[row * width]
          return cell.count == head.count && text[cell].elementsEqual(head)
        }
  }
}
