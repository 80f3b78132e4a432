import SaanText

/// A block of rows as text: every row has as many cells as the header.
struct RawRows {
  /// The cells, row by row; there may be more behind the last row.
  var cells: [CellSpan] = []
  /// The number of each row as its file shows it.
  var numbers: [UInt32] = []

  /// How many rows a block holds: small enough to stay in the cache while it is typed.
  static let capacity = 256

  /// Takes rows out by their numbers.
  mutating func remove(_ dropped: Set<UInt32>, width: Int) {
    let kept = numbers.indices.filter { !dropped.contains(numbers[$0]) }
    guard kept.count < numbers.count else { return }
    cells = kept.flatMap { cells[($0 * width)..<(($0 + 1) * width)] }
    numbers = kept.map { numbers[$0] }
  }

  /// Gives the empty cells of a column the value above them, which may stand in an earlier block.
  mutating func fillDown(_ above: inout (column: Int, cell: CellSpan), width: Int) {
    for row in numbers.indices {
      let index = row * width + above.column
      if cells[index].isEmpty { cells[index] = above.cell } else { above.cell = cells[index] }
    }
  }

  mutating func removeAll() {
    cells.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
  }
}

/// Rows of one file, block by block, whatever the file's format is.
protocol RowSource {
  /// The headers, trimmed.
  var header: [String] { get }
  /// The row that the headers stand in; 0 when the format has none.
  var headerRow: Int { get }
  /// The bytes that spans point into.
  var text: FileBytes { get }
  /// The texts that spans marked as rewritten point into.
  var rewritten: [UInt8] { get }
  /// What a look at the text told.
  var look: TextLook { get }
  /// How many rows there are about, seen from the ones that were read: columns grow once, not
  /// often.
  func estimatedCount(after rows: Int) -> Int
  /// Replaces the block with the next rows; false when there are none left.
  mutating func next(into block: inout RawRows, issues: inout IssueBook) -> Bool
}
