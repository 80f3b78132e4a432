/// The texts that stand for no value.
struct MissingValues: Sendable {
  private let texts: [[UInt8]]
  /// Which bytes one of the texts begins with, so that nearly every cell is passed by at once.
  private var first: [UInt64] = [0, 0, 0, 0]

  init(_ texts: [String]) {
    self.texts = texts.filter { !$0.isEmpty }.map { Array($0.utf8) }
    for text in self.texts { first[Int(text[0] >> 6)] |= 1 << UInt64(text[0] & 63) }
  }

  /// Whether the cell, which isn't empty, is one of the texts.
  @inline(__always)
  func contains(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard first[Int(cell[0] >> 6)] & (1 << UInt64(cell[0] & 63)) != 0 else { return false }
    return texts.contains { cell.equals($0) }
  }
}
