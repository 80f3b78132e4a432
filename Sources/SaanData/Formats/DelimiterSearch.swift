/// Finds what stands between the values of a text, where nobody says it: spreadsheets of some
/// languages write semicolons, and systems bars or tabs.
///
/// It is the character that cuts most rows into the same number of cells; titles above the head and
/// commas inside values cut only some.
enum DelimiterSearch {
  /// How many bytes are looked at, and how many rows.
  private static let looked = (bytes: 256_000, rows: 40)

  private struct Fit {
    let delimiter: UInt8
    /// How many cells most rows have.
    let width: Int
    /// How many rows have as many.
    let agreeing: Int
  }

  /// The character between the values; `nil` where it is the usual one, or there is none.
  static func likely(_ bytes: FileBytes, usual: UInt8, after skippedRows: Int) -> UInt8? {
    let isCut = bytes.count > looked.bytes
    let sample = bytes.withUnsafeBufferPointer { FileBytes(Array($0.prefix(looked.bytes))) }
    let others = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|")]
    var rows = 0
    let fits = ([usual] + others.filter { $0 != usual }).compactMap { delimiter -> Fit? in
      let widths = widths(sample, delimiter, after: skippedRows, isCut: isCut)
      rows = max(rows, widths.count)
      let counts = Dictionary(widths.filter { $0 > 1 }.map { ($0, 1) }, uniquingKeysWith: +)
      return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
        .map { Fit(delimiter: delimiter, width: $0.key, agreeing: $0.value) }
    }
    // Of equal ones the first counts, which is the usual one.
    var best: Fit?
    for fit in fits where best.map({ isBetter(fit, $0) }) ?? true { best = fit }
    guard let best, best.delimiter != usual, best.agreeing * 2 > rows else { return nil }
    return best.delimiter
  }

  private static func isBetter(_ one: Fit, _ other: Fit) -> Bool {
    (one.agreeing, one.width) > (other.agreeing, other.width)
  }

  /// How many cells the first rows have in which something is written.
  private static func widths(
    _ bytes: FileBytes, _ delimiter: UInt8, after skippedRows: Int, isCut: Bool
  ) -> [Int] {
    var (offset, row) = (0, 1)
    var widths: [Int] = []
    var rewritten: [UInt8] = []
    var ignored = IssueBook(path: "", sheet: nil, limit: 0)
    while offset < bytes.count, widths.count < looked.rows {
      let (cells, end) = DelimitedText.readRow(
        bytes, from: offset, row: row, delimiter: delimiter, limits: DataLimits(),
        rewritten: &rewritten, issues: &ignored)
      // The last row of a piece may go on behind it.
      guard !(isCut && end >= bytes.count) else { break }
      if row > skippedRows, cells.contains(where: { !$0.isEmpty }) { widths.append(cells.count) }
      (offset, row) = (end, row + 1)
    }
    return widths
  }
}
