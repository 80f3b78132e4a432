import CXXHash
import SaanFiles

/// A ledger as bytes.
///
/// The mark and the version; the build; then, each with its count before it, the keys (name and
/// digest), the lists of reads (each list once, as the gaps between its positions) and the outputs
/// (path, identity, number of the list, digest, size, chart, map, first view); at last the digest
/// of all that.
/// Counts and numbers are in groups of seven bits, the lowest first; digests have the lowest byte
/// first; texts are UTF-8 behind their length.
extension Ledger {
  /// The mark, and the version that is written and read.
  private static let mark = Array("saanlgr".utf8) + [3]
  private static let digestSize = 16
  /// What a ledger of a few million outputs would have; nothing larger is read.
  package static let mostBytes = 1 << 28

  /// The ledger's bytes.
  ///
  /// Every output must read what is among the keys, in ascending order.
  package var bytes: [UInt8] {
    var lists = ReadLists(capacity: outputs.count)
    let numbers = outputs.indices.map { lists.number(of: outputs[$0].known.reads) }
    let size = lists.size + keys.count * 48 + outputs.count * 128
    var writer = LedgerWriter(capacity: size)
    writer.bytes += Self.mark
    writer.put(build)
    writer.put(keys.count)
    for key in keys {
      writer.put(key.name)
      writer.put(key.digest)
    }
    writer.put(lists.all.count)
    for list in lists.all { writer.put(list, below: keys.count) }
    writer.put(outputs.count)
    for (output, number) in zip(outputs, numbers) {
      writer.put(output.path)
      writer.put(output.known.identity)
      writer.put(number)
      writer.put(output.known.digest)
      writer.put(output.known.size)
      writer.put(output.known.chart)
      writer.put(output.known.map)
      writer.put(output.known.firstView)
    }
    writer.put(Digest(of: writer.bytes))
    return writer.bytes
  }

  /// Reads a ledger's bytes; `nil` for any others, for those of another version, and for a ledger
  /// that lost a byte or has one that it had not.
  package init?(_ bytes: [UInt8]) {
    let size = bytes.count - Self.digestSize
    guard bytes.count <= Self.mostBytes, size >= Self.mark.count, bytes.starts(with: Self.mark)
    else { return nil }
    let read = bytes.withUnsafeBytes { all -> Ledger? in
      let content = UnsafeRawBufferPointer(rebasing: all[..<size])
      var seal = LedgerReader(UnsafeRawBufferPointer(rebasing: all[size...]))
      var reader = LedgerReader(content)
      guard (try? seal.digest()) == Digest(of: content) else { return nil }
      return try? reader.ledger(behind: Self.mark.count)
    }
    guard let read else { return nil }
    self = read
  }
}

/// The lists of reads, each once however many outputs share it.
private struct ReadLists {
  private(set) var all: [[Int32]] = []
  /// How many bytes the lists have, about.
  private(set) var size = 0
  private var numbers: [UInt64: Int]

  init(capacity: Int) { numbers = Dictionary(minimumCapacity: capacity) }

  mutating func number(of list: [Int32]) -> Int {
    let hash = list.withUnsafeBytes { XXH3_64bits($0.baseAddress, $0.count) }
    if let number = numbers[hash], all[number] == list { return number }
    numbers[hash] = all.count
    all.append(list)
    size += list.count + 2
    return all.count - 1
  }
}

private struct LedgerWriter {
  var bytes: [UInt8] = []

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  mutating func put(_ number: Int) {
    var rest = UInt64(number)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func put(_ text: String) {
    put(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func put(_ half: UInt64) {
    withUnsafeBytes(of: half.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func put(_ digest: Digest) {
    put(digest.high)
    put(digest.low)
  }

  mutating func put(_ list: [Int32], below limit: Int) {
    put(list.count)
    // Nearly all that a ledger has are gaps: one by one the bytes would take their time.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: list.count * 5) { gaps in
      var (count, next) = (0, 0)
      for position in list {
        precondition(Int(position) < limit, "an output reads what is no key")
        var rest = UInt32(Int(position) - next)
        while rest >= 0x80 {
          gaps[count] = UInt8(truncatingIfNeeded: rest) | 0x80
          rest >>= 7
          count += 1
        }
        gaps[count] = UInt8(truncatingIfNeeded: rest)
        count += 1
        next = Int(position) + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: gaps[..<count]))
    }
  }
}

/// Reads what `LedgerWriter` put; whatever the bytes are, it reads none but them and makes nothing
/// that is much larger than they are.
private struct LedgerReader {
  /// The bytes are no ledger.
  struct Damage: Error {}

  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  mutating func ledger(behind start: Int) throws(Damage) -> Ledger {
    position = start
    let build = try digest()
    let keys = try items(ofAtLeast: 9) { reader throws(Damage) in
      LedgerKey(name: try reader.text(), digest: try reader.half())
    }
    let lists = try items(ofAtLeast: 1) { reader throws(Damage) in
      try reader.list(below: keys.count)
    }
    let outputs = try items(ofAtLeast: 30) { reader throws(Damage) in
      (path: try reader.text(), known: try reader.output(lists))
    }
    guard position == bytes.count else { throw Damage() }
    return Ledger(build: build, keys: keys, outputs: outputs)
  }

  private mutating func output(_ lists: [[Int32]]) throws(Damage) -> LedgerOutput {
    let identity = try half()
    let list = try number()
    guard list < lists.count else { throw Damage() }
    return LedgerOutput(
      identity: identity, reads: lists[list], digest: try digest(), size: try number(),
      chart: try number(),
      map: try number(), firstView: try number())
  }

  /// As many items as the number before them says, if there are bytes for so many.
  private mutating func items<Item>(
    ofAtLeast size: Int, _ read: (inout LedgerReader) throws(Damage) -> Item
  ) throws(Damage) -> [Item] {
    let count = try count(ofAtLeast: size)
    var items: [Item] = []
    items.reserveCapacity(count)
    for _ in 0..<count { items.append(try read(&self)) }
    return items
  }

  private mutating func count(ofAtLeast size: Int) throws(Damage) -> Int {
    let count = try number()
    guard count <= (bytes.count - position) / size else { throw Damage() }
    return count
  }

  private mutating func list(below limit: Int) throws(Damage) -> [Int32] {
    let count = try count(ofAtLeast: 1)
    var list: [Int32] = []
    list.reserveCapacity(count)
    var next = 0
    for _ in 0..<count {
      let gap = try number()
      guard gap < limit - next else { throw Damage() }
      list.append(Int32(next + gap))
      next += gap + 1
    }
    return list
  }

  /// A number of 63 bits at most.
  @inline(__always)
  private mutating func number() throws(Damage) -> Int {
    guard position < bytes.count else { throw Damage() }
    let byte = bytes[position]
    guard byte < 0x80 else { return try longNumber() }
    position += 1
    return Int(byte)
  }

  private mutating func longNumber() throws(Damage) -> Int {
    var value = 0
    for shift in stride(from: 0, to: 63, by: 7) {
      guard position < bytes.count else { throw Damage() }
      let byte = bytes[position]
      position += 1
      value |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return value }
    }
    throw Damage()
  }

  private mutating func text() throws(Damage) -> String {
    let count = try number()
    guard count <= bytes.count - position else { throw Damage() }
    defer { position += count }
    return String(
      decoding: UnsafeRawBufferPointer(rebasing: bytes[position..<(position + count)]),
      as: UTF8.self)
  }

  private mutating func half() throws(Damage) -> UInt64 {
    guard bytes.count - position >= 8 else { throw Damage() }
    defer { position += 8 }
    return UInt64(
      littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
  }

  mutating func digest() throws(Damage) -> Digest {
    Digest(high: try half(), low: try half())
  }
}
