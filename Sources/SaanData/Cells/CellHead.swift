/// Up to eight bytes of a cell in one word, the first one lowest, with zeros after the last one.
///
/// Most numbers and dates of a table have sixteen bytes at most: two words of eight, whose digits
/// are tested and added up all at once, without a loop and its branches. Signs and longer numbers
/// are left to the rest of `PlainCell`, any other form to `TolerantCell`.
struct CellHead {
  private let word: UInt64
  private let count: Int

  /// The first bytes of a cell.
  @inline(__always)
  init(_ cell: UnsafeBufferPointer<UInt8>) {
    let bytes = UnsafeRawBufferPointer(cell)
    count = min(cell.count, 8)
    word =
      cell.count >= 8
      ? UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
      : cell.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The first bytes of a cell that lies in the text, which is read at once where the text goes on.
  @inline(__always)
  init(_ cell: UnsafeBufferPointer<UInt8>, at start: Int, of text: UnsafeBufferPointer<UInt8>) {
    guard start &+ 8 <= text.count, !cell.isEmpty else {
      self.init(cell)
      return
    }
    let bytes = UnsafeRawBufferPointer(text)
    let whole = UInt64(
      littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
    self.init(whole, count: min(cell.count, 8))
  }

  /// The first bytes of a word, at least one and at most eight.
  @inline(__always)
  private init(_ word: UInt64, count: Int) {
    self.word = word & (.max &>> UInt64(64 &- count &* 8))
    self.count = count
  }

  /// The last eight bytes of a cell that has as many.
  @inline(__always)
  private init(lastOf cell: UnsafeBufferPointer<UInt8>) {
    let bytes = UnsafeRawBufferPointer(cell)
    word = UInt64(
      littleEndian: bytes.loadUnaligned(fromByteOffset: cell.count &- 8, as: UInt64.self))
    count = 8
  }

  /// The number that the bytes make when all of them are digits.
  @inline(__always)
  private var digits: Int64? {
    guard count > 0 else { return 0 }
    let shift = UInt64(64 &- count &* 8)
    // Moved up, so that the empty places become leading zeros.
    var value = (word &<< shift) ^ (0x3030_3030_3030_3030 &<< shift)
    guard (value | (value &+ 0x7676_7676_7676_7676)) & 0x8080_8080_8080_8080 == 0 else {
      return nil
    }
    // Pairs of digits, then all four pairs at once.
    value = value &* 10 &+ value >> 8
    let pairs: UInt64 = 0x0000_00FF_0000_00FF
    let odd = (value & pairs) &* 0x000F_4240_0000_0064
    let even = (value >> 16 & pairs) &* 0x0000_2710_0000_0001
    return Int64((odd &+ even) >> 32)
  }

  /// The bytes without the first point in them, and how many stand before it.
  @inline(__always)
  private var withoutPoint: (rest: CellHead, before: Int)? {
    let difference = word ^ 0x2E2E_2E2E_2E2E_2E2E
    let points = (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
    guard points != 0 else { return nil }
    let before = points.trailingZeroBitCount >> 3
    let low = (1 &<< UInt64(before &* 8)) &- 1 as UInt64
    return (CellHead(joining: word & low | word >> 8 & ~low, count: count &- 1), before)
  }

  @inline(__always)
  private init(joining word: UInt64, count: Int) {
    self.word = word
    self.count = count
  }
}

extension CellHead {
  /// The whole number without a sign that a cell with this head is, of at most 16 digits.
  @inline(__always)
  func integer(_ cell: UnsafeBufferPointer<UInt8>) -> Int64? {
    if cell.count <= 8 { return digits }
    guard cell.count <= 16, let high = CellHead(word, count: cell.count &- 8).digits,
      let low = CellHead(lastOf: cell).digits
    else { return nil }
    return high &* 100_000_000 &+ low
  }

  /// The decimal number without a sign that a cell with this head is, of at most 16 characters.
  @inline(__always)
  func number(_ cell: UnsafeBufferPointer<UInt8>) -> Decimal18? {
    if cell.count <= 8 {
      guard let (rest, before) = withoutPoint else {
        return digits.map { Decimal18(mantissa: $0, scale: 0) }
      }
      guard before > 0, before < rest.count, let digits = rest.digits else { return nil }
      return Decimal18(mantissa: digits, scale: UInt8(truncatingIfNeeded: rest.count &- before))
    }
    guard cell.count <= 16, let high = CellHead(word, count: cell.count &- 8).digits else {
      return nil
    }
    let last = CellHead(lastOf: cell)
    guard let (rest, before) = last.withoutPoint else {
      return last.digits.map { Decimal18(mantissa: high &* 100_000_000 &+ $0, scale: 0) }
    }
    guard before < 7, let low = rest.digits else { return nil }
    return Decimal18(
      mantissa: high &* 10_000_000 &+ low, scale: UInt8(truncatingIfNeeded: 7 &- before))
  }

  /// The year, month and day of a cell like `2011-10-03`.
  @inline(__always)
  func date(_ cell: UnsafeBufferPointer<UInt8>) -> (year: Int, month: Int, day: Int)? {
    guard cell.count == 10 else { return nil }
    let bytes = word ^ 0x2D30_302D_3030_3030
    let (tens, ones) = (cell[8] &- 0x30, cell[9] &- 0x30)
    guard (bytes | (bytes &+ 0x7676_7676_7676_7676)) & 0x8080_8080_8080_8080 == 0,
      bytes & 0xFF00_00FF_0000_0000 == 0, tens < 10, ones < 10
    else { return nil }
    func digit(_ index: UInt64) -> Int { Int(truncatingIfNeeded: bytes &>> (index &* 8) & 15) }
    let year = digit(0) &* 1000 &+ digit(1) &* 100 &+ digit(2) &* 10 &+ digit(3)
    return (year, digit(5) &* 10 &+ digit(6), Int(tens) &* 10 &+ Int(ones))
  }
}
