/// Where the text of a value lies: in the file's bytes, or among the texts that had to be rewritten
/// because of doubled quotes.
///
/// It has eight bytes, so that a column of texts is as small as one of numbers: `DataLimits` keeps
/// files and cells below what it can point at.
struct CellSpan: Sendable, Hashable {
  private let start: UInt32
  private let countAndBuffer: UInt32
  private static let rewrittenBit: UInt32 = 1 << 31

  static let empty = CellSpan(start: 0, count: 0)

  @inline(__always)
  init(start: Int, count: Int, isRewritten: Bool = false) {
    self.start = UInt32(truncatingIfNeeded: start)
    countAndBuffer = UInt32(truncatingIfNeeded: count) | (isRewritten ? Self.rewrittenBit : 0)
  }

  /// The span of a part of its text.
  func part(_ range: Range<Int>) -> CellSpan {
    CellSpan(
      start: Int(start) + range.lowerBound, count: range.count, isRewritten: isRewritten)
  }

  /// The span in a buffer in front of which so many bytes were put.
  func shifted(by count: Int) -> CellSpan {
    isEmpty
      ? self
      : CellSpan(start: Int(start) + count, count: self.count, isRewritten: isRewritten)
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
