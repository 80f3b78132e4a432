import SaanText

/// The values of one column, packed by type.
///
/// A missing value has a bit of its own and a placeholder in the storage.
struct Column: Sendable {
  enum Storage: Sendable {
    case text([CellSpan])
    case integer([Int64])
    case number(mantissas: [Int64], scales: [UInt8])
    case boolean([Bool])
    case date([CalendarDate])
    case period([CalendarPeriod])
  }

  var storage: Storage
  var missing = Bitmap()
  /// Whether each text of a key's column is longer than the one before it, or as long and greater.
  var isAscending = true

  init(type: FieldType) {
    storage =
      switch type {
      case .string, .any, .image: .text([])
      case .integer: .integer([])
      case .number: .number(mantissas: [], scales: [])
      case .boolean: .boolean([])
      case .date, .year, .yearmonth: .date([])
      case .period: .period([])
      }
  }

  /// What stands where a date is missing.
  static let noDate = CalendarDate(dayNumber: 0)
}

/// A growing list of bits of which most are zero.
struct Bitmap: Sendable {
  private var words: [UInt64] = []
  private(set) var isAllZero = true

  /// Whether the bit is set; bits that were never set are zero.
  @inline(__always)
  subscript(_ index: Int) -> Bool {
    let word = index >> 6
    return word < words.count && words[word] & (1 << UInt64(index & 63)) != 0
  }

  mutating func set(_ index: Int) {
    let word = index >> 6
    if word >= words.count {
      words.append(contentsOf: repeatElement(0, count: word + 1 - words.count))
    }
    words[word] |= 1 << UInt64(index & 63)
    isAllZero = false
  }

  mutating func clear(_ index: Int) {
    let word = index >> 6
    if word < words.count { words[word] &= ~(1 << UInt64(index & 63)) }
  }
}

/// The place of a cell whose text was written out.
struct WrittenCell: Hashable, Sendable {
  let column: Int
  let row: Int
}

extension Array {
  /// Makes room for so many elements in an array that is still empty.
  mutating func makeRoom(for count: Int) {
    reserveCapacity(count)
    withUnsafeMutableBufferPointer {
      populate($0.baseAddress, count: count * MemoryLayout<Element>.stride)
    }
  }
}
