import SaanText

/// A map that keeps the order of its keys; maps of equal keys can share them.
///
/// Looking up a member compares hashes that were computed once: a few nanoseconds, no allocation.
public struct TemplateMap: Sendable {
  final class Storage: Sendable {
    let keys: MapKeys
    let values: [Value]
    /// The same as in `keys`, one step nearer.
    let lookup: KeyLookup
    /// Where the values lie.
    ///
    /// The array never changes, so neither does this.
    let valuesAddress: UInt

    init(keys: MapKeys, values: [Value]) {
      self.keys = keys
      self.values = values
      lookup = keys.lookup
      valuesAddress = values.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
    }
  }

  let storage: Storage

  /// Makes a map of string keys; of equal keys the last value counts, at the first one's place.
  public init(_ pairs: some Sequence<(String, Value)>) {
    self.init(pairs: pairs.map { (.string($0.0), $0.1) })
  }

  /// Makes a map of keys that were made once and the values in their order.
  ///
  /// - Precondition: there are as many values as keys.
  public init(keys: MapKeys, values: [Value]) {
    precondition(keys.names.count == values.count, "a map needs one value for each key")
    storage = Storage(keys: keys, values: values)
  }

  /// Makes a map of hashable keys: strings, numbers, booleans, none, tuples of these.
  init(pairs: [(Value, Value)]) {
    let keys = MapKeys(pairs.map(\.0))
    guard keys.names.count == pairs.count else {
      var last = [Value](repeating: .undefined, count: keys.names.count)
      for (key, value) in pairs {
        if let index = keys.index(of: key) { last[index] = value }
      }
      storage = Storage(keys: keys, values: last)
      return
    }
    storage = Storage(keys: keys, values: pairs.map(\.1))
  }

  /// How many pairs it has.
  public var count: Int { storage.values.count }

  /// Whether it has none.
  public var isEmpty: Bool { storage.values.isEmpty }

  /// The keys in order.
  public var keys: [Value] { storage.keys.names }

  /// The values in the order of their keys.
  public var values: [Value] { storage.values }

  /// The pairs in order.
  public var pairs: Zip2Sequence<[Value], [Value]> { zip(keys, values) }

  /// The value under a string key.
  public subscript(name: String) -> Value? {
    storage.keys.index(of: MemberName(name)).map { storage.values[$0] }
  }

  /// The value under any key.
  subscript(key key: Value) -> Value? {
    storage.keys.index(of: key).map { storage.values[$0] }
  }

  /// The map with one value set.
  public func setting(_ name: String, to value: Value) -> TemplateMap {
    if let index = storage.keys.index(of: MemberName(name)) {
      var values = storage.values
      values[index] = value
      return TemplateMap(keys: storage.keys, values: values)
    }
    return TemplateMap(pairs: Array(pairs) + [(.string(name), value)])
  }
}

extension TemplateMap: ExpressibleByDictionaryLiteral {
  /// Makes a map.
  public init(dictionaryLiteral elements: (String, Value)...) { self.init(elements) }
}

/// The keys of one or many maps, ready to be looked up in.
///
/// Records of a type share their keys, so that making one takes an array of values. A few keys are
/// gone through one by one, which is faster than a table. Hashes are the same in every process, so
/// that nothing depends on a seed.
public final class MapKeys: Sendable {
  /// The keys in order, without repetition.
  let names: [Value]
  let lookup: KeyLookup
  private let hashes: [UInt64]
  private let packed: [PackedName]
  /// Open addressing over positions in `names`, -1 where free; empty while a scan is faster.
  private let table: [Int32]
  /// Positions by the names that keys had once; `lookup` does not know them.
  private let formerNames: [String: Int]

  private static let scanLimit = 8

  /// Makes the keys of records.
  public convenience init(_ names: [String]) {
    self.init(names.map { .string($0) })
  }

  /// Makes the keys of records, with the names that each had once.
  convenience init(_ names: [String], former: [[String]]) {
    let pairs = former.enumerated().flatMap { index, names in names.map { ($0, index) } }
    self.init(names.map { .string($0) }, former: Dictionary(pairs) { first, _ in first })
  }

  init(_ all: [Value], former: [String: Int] = [:]) {
    formerNames = former
    var names = [Value]()
    var hashes = [UInt64]()
    names.reserveCapacity(all.count)
    hashes.reserveCapacity(all.count)
    var table = [Int32]()
    if all.count > Self.scanLimit {
      var size = 16
      while size < all.count * 2 { size *= 2 }
      table = [Int32](repeating: -1, count: size)
    }
    for key in all {
      let hash = key.keyHash
      if Self.find(hash, key, names, hashes, table) != nil { continue }
      if !table.isEmpty {
        var slot = Int(truncatingIfNeeded: hash) & (table.count - 1)
        while table[slot] >= 0 { slot = (slot + 1) & (table.count - 1) }
        table[slot] = Int32(names.count)
      }
      names.append(key)
      hashes.append(hash)
    }
    self.names = names
    self.hashes = hashes
    self.table = table
    let packed = names.map { PackedName($0) }
    self.packed = packed
    lookup = KeyLookup(
      packed: packed.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) },
      table: table.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) },
      count: names.count, mask: table.isEmpty ? 0 : table.count - 1,
      hasFormerNames: !former.isEmpty)
  }

  /// The position of a name, or of a name that a key had once.
  func index(of member: MemberName) -> Int? {
    guard member.packed.isWhole else { return index(of: .string(member.name)) }
    return lookup.position(of: member) ?? (hasFormerNames ? formerNames[member.name] : nil)
  }

  func index(of key: Value) -> Int? {
    Self.find(key.keyHash, key, names, hashes, table)
      ?? (hasFormerNames ? key.text.flatMap { formerNames[$0] } : nil)
  }

  private var hasFormerNames: Bool { lookup.hasFormerNames }

  /// What a key is called now that had a name once; `nil` for a name of today.
  func nameToday(of former: String) -> String? {
    guard let index = formerNames[former] else { return nil }
    let key = Value.string(former)
    let isTaken = Self.find(key.keyHash, key, names, hashes, table) != nil
    return isTaken ? nil : names[index].text
  }

  private static func find(
    _ hash: UInt64, _ key: Value, _ names: [Value], _ hashes: [UInt64], _ table: [Int32]
  ) -> Int? {
    if table.isEmpty {
      for index in hashes.indices where hashes[index] == hash && names[index].isEqual(to: key) {
        return index
      }
      return nil
    }
    var slot = Int(truncatingIfNeeded: hash) & (table.count - 1)
    while table[slot] >= 0 {
      let index = Int(table[slot])
      if hashes[index] == hash, names[index].isEqual(to: key) { return index }
      slot = (slot + 1) & (table.count - 1)
    }
    return nil
  }
}

/// Where a map's keys lie, as plain numbers.
///
/// Pages are rendered on several cores at once. Going through the arrays that own this memory would
/// count references to them up and down on every lookup, and the cores would wait for each other at
/// the counters of maps that all pages share. The owner outlives every use: it is what is asked.
struct KeyLookup: Sendable {
  fileprivate let packed: UInt
  fileprivate let table: UInt
  let count: Int
  fileprivate let mask: Int
  /// Whether a key had another name once; none of those is found here.
  let hasFormerNames: Bool

  /// The position of a key; nil also for a name that is too long to be packed whole.
  @inline(__always)
  func position(of member: MemberName) -> Int? {
    guard member.packed.isWhole, let names = UnsafePointer<PackedName>(bitPattern: packed) else {
      return nil
    }
    if mask == 0 {
      for index in 0..<count where names[index] == member.packed { return index }
      return nil
    }
    guard let places = UnsafePointer<Int32>(bitPattern: table) else { return nil }
    var slot = Int(truncatingIfNeeded: member.hash) & mask
    while places[slot] >= 0 {
      let index = Int(places[slot])
      if names[index] == member.packed { return index }
      slot = (slot + 1) & mask
    }
    return nil
  }
}

/// A name of up to 24 bytes in three words, so that comparing it needs no string.
struct PackedName: Sendable, Equatable {
  private var low: UInt64 = 0
  private var middle: UInt64 = 0
  private var high: UInt64 = 0

  /// Bytes that no text has: for names that are longer, and keys that are no text.
  private static let notWhole: UInt64 = 0xFFFF_FFFF_FFFF_FFFF

  /// Whether equality of these words is equality of the names.
  var isWhole: Bool { low != Self.notWhole }

  init(_ name: String) {
    let bytes = Array(name.utf8)
    guard bytes.count <= 24, !bytes.contains(0) else {
      low = Self.notWhole
      return
    }
    for (index, byte) in bytes.enumerated() {
      let shifted = UInt64(byte) << UInt64(8 * (index % 8))
      switch index / 8 {
      case 0: low |= shifted
      case 1: middle |= shifted
      default: high |= shifted
      }
    }
  }

  init(_ key: Value) {
    self.init(key.text ?? "\0")
  }
}

/// A member's name with its hash, made once when a template is compiled.
struct MemberName: Sendable {
  let name: String
  let hash: UInt64
  let packed: PackedName

  init(_ name: String) {
    self.name = name
    hash = name.keyHash
    packed = PackedName(name)
  }
}

extension String {
  /// The same on every run: maps must not depend on a seed, nor their lookups on the process.
  var keyHash: UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash ^ (hash >> 29)
  }
}

extension Value {
  /// Equal values have equal hashes; 1, 1.0 and true are equal as in Python.
  var keyHash: UInt64 {
    switch self {
    case .string(let text): text.keyHash
    case .html(let html): html.markup.keyHash
    case .bool, .int: UInt64(bitPattern: Int64(integer ?? 0)) &* 0x9E37_79B9_7F4A_7C15
    case .double(let value):
      Int(exactly: value).map { Value.int($0).keyHash } ?? value.bitPattern &* 0x9E37_79B9_7F4A_7C15
    case .tuple(let values), .list(let values):
      values.reduce(into: 17) { $0 = $0 &* 31 &+ $1.keyHash }
    case .object(let object): object.key?.keyHash ?? 5
    case .undefined, .none, .map, .runtime: 3
    }
  }
}
