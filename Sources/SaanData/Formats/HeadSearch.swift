/// Finds the head of a table below the title and notes that people write above it.
///
/// The first row that has anything written is the head, unless it is narrow and a much wider one
/// follows soon: then that one seems to be it.
struct HeadSearch {
  private var first: (row: Int, count: Int)?
  private var best: (row: Int, count: Int)?
  private var rowsSeen = 0

  /// How many rows are looked at.
  static let depth = 20

  /// Takes note of how many cells of a row are written.
  mutating func add(row: Int, written: Int) {
    guard written > 0, rowsSeen < Self.depth else { return }
    rowsSeen += 1
    if first == nil { first = (row, written) }
    if written > best?.count ?? 0 { best = (row, written) }
  }

  /// The row that seems to be the head, when it is not the first written one.
  var likelyRow: Int? {
    guard let first, let best, best.row != first.row, first.count <= 2,
      best.count >= 3, best.count >= first.count * 2
    else { return nil }
    return best.row
  }
}
