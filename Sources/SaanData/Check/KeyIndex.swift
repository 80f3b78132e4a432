import SaanText

/// Finds rows by the values of some columns: a hash table of row numbers, without copies of values.
struct KeyIndex {
  private let keys: RowKeys
  /// Row + 1 below, the upper half of the key's hash above; 0 is a free place.
  private var slots: [UInt64]
  private let mask: Int

  /// Enters all rows.
  ///
  /// `duplicate` hears of each row that repeats the key of an earlier one. Rows in which a column
  /// of the key is missing have no key.
  init(_ keys: RowKeys, duplicate: (_ row: Int, _ first: Int) -> Void) {
    self.keys = keys
    var capacity = 16
    while capacity < keys.count * 2 { capacity *= 2 }
    slots = [UInt64](repeating: 0, count: capacity)
    mask = capacity - 1
    for row in 0..<keys.count where !keys.isMissing(row) {
      let hash = keys.hash(row)
      let (slot, found) = find(hash) { keys.areEqual(row, keys, $0) }
      if let found {
        duplicate(row, found)
      } else {
        slots[slot] = hash & Self.upper | UInt64(row + 1)
      }
    }
  }

  /// Whether some row has the key that the other table's row has.
  func contains(_ row: Int, of other: RowKeys) -> Bool {
    find(other.hash(row)) { other.areEqual(row, keys, $0) }.row != nil
  }

  private static let upper: UInt64 = 0xFFFF_FFFF_0000_0000

  /// The row of a key, or the free slot where it belongs.
  @inline(__always)
  private func find(_ hash: UInt64, _ isEqual: (Int) -> Bool) -> (slot: Int, row: Int?) {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 { return (slot, nil) }
      let row = Int(truncatingIfNeeded: entry & ~Self.upper) - 1
      if (entry ^ hash) & Self.upper == 0, isEqual(row) { return (slot, row) }
      slot = (slot + 1) & mask
    }
  }
}

/// The values of some columns of a table as keys, while its text is pinned.
struct RowKeys {
  let count: Int
  private let columns: [Column]
  private let text: CellText

  init(_ table: Table, columns: [Int], text: CellText) {
    count = table.count
    self.columns = columns.map { table.storage.columns[$0] }
    self.text = text
  }

  /// Whether a part of the row's key is missing.
  @inline(__always)
  func isMissing(_ row: Int) -> Bool {
    columns.contains { !$0.missing.isAllZero && $0.missing[row] }
  }

  @inline(__always)
  func hash(_ row: Int) -> UInt64 {
    var hash = seed
    for column in columns {
      switch column.storage {
      case .text(let spans): mix(text[spans[row]], into: &hash)
      case .integer(let values): mix(UInt64(bitPattern: values[row]), into: &hash)
      case .number(let mantissas, let scales):
        mix(UInt64(bitPattern: mantissas[row]) &+ UInt64(scales[row]), into: &hash)
      case .boolean(let values): mix(values[row] ? 1 : 0, into: &hash)
      case .date(let values): mix(UInt64(bitPattern: Int64(values[row].dayNumber)), into: &hash)
      case .period(let values):
        mix(UInt64(bitPattern: Int64(values[row].firstDay.dayNumber)), into: &hash)
      }
    }
    return hash ^ hash >> 32
  }

  /// Whether each key is greater than the one before, so that none is there twice.
  ///
  /// Most tables are kept in the order of their ids; then no index is needed. Shorter texts come
  /// before longer ones, as in `f-9` and `f-10`. Only keys of one column are looked at.
  var areAscending: Bool {
    guard columns.count == 1, columns[0].missing.isAllZero else { return false }
    switch columns[0].storage {
    case .text: return columns[0].isAscending
    case .integer(let values): return (1..<max(1, count)).allSatisfy { values[$0 - 1] < values[$0] }
    case .number, .boolean, .date, .period: return false
    }
  }

  func areEqual(_ row: Int, _ other: RowKeys, _ otherRow: Int) -> Bool {
    for (left, right) in zip(columns, other.columns) {
      switch (left.storage, right.storage) {
      case (.text(let a), .text(let b)):
        let (one, two) = (text[a[row]], other.text[b[otherRow]])
        guard one.equals(two) else { return false }
      case (.integer(let a), .integer(let b)):
        guard a[row] == b[otherRow] else { return false }
      case (.number(let a, let aScales), .number(let b, let bScales)):
        guard a[row] == b[otherRow], aScales[row] == bScales[otherRow] else { return false }
      case (.boolean(let a), .boolean(let b)):
        guard a[row] == b[otherRow] else { return false }
      case (.date(let a), .date(let b)):
        guard a[row] == b[otherRow] else { return false }
      case (.period(let a), .period(let b)):
        guard a[row] == b[otherRow] else { return false }
      default: return false
      }
    }
    return true
  }
}

/// Another one in each run, so that nobody can write a file whose keys all collide.
///
/// The order of slots never shows in a result.
private let seed = UInt64.random(in: .min ... .max)

@inline(__always)
private func mix(_ value: UInt64, into hash: inout UInt64) {
  let product = (hash ^ value).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
  hash = product.high ^ product.low
}

@inline(__always)
private func mix(_ bytes: UnsafeBufferPointer<UInt8>, into hash: inout UInt64) {
  mix(UInt64(bytes.count), into: &hash)
  guard let base = bytes.baseAddress else { return }
  var index = 0
  while index &+ 8 <= bytes.count {
    mix(UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self), into: &hash)
    index &+= 8
  }
  var rest: UInt64 = 0
  while index < bytes.count {
    rest = rest << 8 | UInt64(base[index])
    index &+= 1
  }
  mix(rest, into: &hash)
}
