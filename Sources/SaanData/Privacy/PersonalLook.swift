/// A quick look that passes by nearly all cells that say nothing about persons: what it lets
/// through is read with care.
enum PersonalLook {
  /// Whether a cell begins like a title or an address, has a bracket or a colon with a title behind
  /// it, the word for Line, or as many digits as an account.
  static func mayBe(in cell: UnsafeBufferPointer<UInt8>) -> Bool {
    if begins(cell, at: 0) || isNumbered(cell) { return true }
    var digits = 0
    for index in cell.indices {
      switch cell[index] {
      case 0x30...0x39:
        digits += 1
        if digits == 10 { return true }
      case UInt8(ascii: "("), UInt8(ascii: ":"):
        var next = index + 1
        while next < cell.count, cell[next] == 0x20 { next += 1 }
        if begins(cell, at: next) { return true }
      case UInt8(ascii: "L"), UInt8(ascii: "l"):
        if cell[index...].prefix(4).map({ $0 | 0x20 }) == line { return true }
      case 0x84:
        if index > 1, cell[(index - 2)...].starts(with: thaiLine) { return true }
      default: break
      }
    }
    return false
  }

  /// Whether a title, or a word for an address, stands at an index.
  private static func begins(_ cell: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + 2 < cell.count else { return false }
    let letter = cell[index] == 0xE0 ? cell[index + 2] : cell[index]
    return stems[Int(letter)].contains { cell[index...].starts(with: $0) }
  }

  /// Whether a cell is a number with words behind it, or two letters and a number.
  private static func isNumbered(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    if cell[0] == 0xE0 {
      // A Thai digit, or two letters.
      return cell[1] == 0xB9 && cell[2] &- 0x90 < 10
        || cell[3] == 0xE0 && cell.count > 6 && (cell[6] == 0x20 || cell[6] &- 0x2D < 13)
    }
    guard cell[0] &- 0x30 < 10 else { return false }
    guard let next = cell.first(where: { $0 != 0x20 && $0 &- 0x2D >= 13 }) else {
      return cell.count == 13
    }
    return next == 0xE0 || "MmS".utf8.contains(next)
  }

  private static let line = Array("line".utf8)
  private static let thaiLine = Array("ไลน์".utf8)

  /// What names and addresses begin with, by the byte that tells the first letter: of a Thai one
  /// the third.
  private static let stems: [[[UInt8]]] = {
    var stems = Array(repeating: [[UInt8]](), count: 256)
    for word in PersonName.titles.map(\.title) + ["เลขที่", "บ้านเลขที่"] {
      let bytes = Array(word.utf8)
      stems[Int(bytes[0] == 0xE0 ? bytes[2] : bytes[0])].append(bytes)
    }
    return stems
  }()
}
