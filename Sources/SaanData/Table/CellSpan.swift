import SaanText

/// Where the text of a value lies: in the file's bytes, or among the texts that had to be rewritten
/// because of doubled quotes.
struct CellSpan: Sendable, Hashable {
  private let start: UInt32
  private let countAndBuffer: UInt32
  private static let rewrittenBit: UInt32 = 1 << 31
  /// The longest text that can be named.
  static let maximumCount = Int(rewrittenBit) - 1

  static let empty = CellSpan(start: 0, count: 0)

  @inline(__always)
  init(start: Int, count: Int, isRewritten: Bool = false) {
    self.start = UInt32(truncatingIfNeeded: start)
    countAndBuffer = UInt32(truncatingIfNeeded: count) | (isRewritten ? Self.rewrittenBit : 0)
  }

  @inline(__always) var count: Int { Int(countAndBuffer & ~Self.rewrittenBit) }
  @inline(__always) var isEmpty: Bool { countAndBuffer & ~Self.rewrittenBit == 0 }
  @inline(__always) var isRewritten: Bool { countAndBuffer & Self.rewrittenBit != 0 }
  @inline(__always) var range: Range<Int> { Int(start)..<Int(start) + count }
}

/// The two buffers that spans point into, while they are pinned.
struct CellText {
  let file: UnsafeBufferPointer<UInt8>
  let rewritten: UnsafeBufferPointer<UInt8>
  /// Whether a digit of the Thai script may be anywhere in them.
  var mayHaveThaiDigits = true

  @inline(__always)
  subscript(_ span: CellSpan) -> UnsafeBufferPointer<UInt8> {
    if span.isEmpty { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(
      rebasing: (span.isRewritten ? rewritten : file)[span.range])
  }
}

extension CellText {
  /// The first bytes of the cell that a span is of.
  @inline(__always)
  func head(of cell: UnsafeBufferPointer<UInt8>, _ span: CellSpan) -> CellHead {
    span.isRewritten
      ? CellHead(cell) : CellHead(cell, at: span.range.lowerBound, of: file)
  }
}

/// A block of rows as text: every row has as many cells as the header.
struct RawRows {
  /// The cells, row by row; there may be more behind the last row.
  var cells: [CellSpan] = []
  /// The number of each row as its file shows it.
  var numbers: [UInt32] = []

  /// How many rows a block holds: small enough to stay in the cache while it is typed.
  static let capacity = 256

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
