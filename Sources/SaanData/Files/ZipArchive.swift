import CZlib

/// The parts of a ZIP file in memory, unpacked one by one and only within bounds.
///
/// What the directory at the end of the file says decides, as in all programs that read such files;
/// names of parts are looked up in it and never become paths of a disk.
struct ZipArchive: ~Copyable {
  /// Why a part can't be had.
  enum Mistake: Error, Sendable, Hashable {
    case damaged
    /// The file begins as an archive and has no end.
    case truncated
    /// A part is packed with a password.
    case locked
    case tooManyEntries(Int)
    case tooLarge(part: String)
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  let limits: DataLimits
  private let entries: [String: ZipEntry]
  private var unpacked = 0

  /// Opens an archive; the buffer has to outlive it.
  init(_ bytes: UnsafeBufferPointer<UInt8>, limits: DataLimits) throws(Mistake) {
    let directory = try ZipDirectory(bytes, maximumEntries: limits.maximumEntries)
    entries = Dictionary(uniqueKeysWithValues: directory.entries.map { ($0.name, $0) })
    self.bytes = bytes
    self.limits = limits
  }

  /// The names of the parts, sorted.
  var names: [String] { entries.keys.sorted() }

  /// How many bytes come out of a part, as the directory says.
  func size(of name: String) -> Int { entries[name]?.size ?? 0 }

  /// The bytes of a part; `nil` when there is no such part.
  ///
  /// The size that the archive's directory states is looked at first, then what really comes out:
  /// a directory may lie.
  mutating func part(_ name: String) throws(Mistake) -> [UInt8]? {
    guard let entry = entries[name] else { return nil }
    let room = limits.maximumUnpackedBytes - unpacked
    guard entry.size <= room,
      entry.size <= 1_000_000 || entry.size / limits.maximumRatio <= entry.packedSize
    else { throw .tooLarge(part: name) }
    var all: [UInt8] = []
    all.reserveCapacity(entry.size)
    try unpack(name, limit: room) {
      all.append(contentsOf: $0)
      return true
    }
    unpacked += all.count
    return all
  }

  /// Hands the bytes of a part to a closure, piece by piece, until it returns false.
  ///
  /// - Parameter limit: how many bytes may come out.
  /// - Returns: whether there is such a part.
  @discardableResult
  func unpack(
    _ name: String, limit: Int, _ take: (UnsafeBufferPointer<UInt8>) -> Bool
  ) throws(Mistake) -> Bool {
    guard let entry = entries[name] else { return false }
    let packed = try entry.packed(in: bytes)
    var (count, sum) = (0, crc32(0, nil, 0))
    var mistake: Mistake?
    var isStopped = false
    func accept(_ piece: UnsafeBufferPointer<UInt8>) -> Bool {
      count += piece.count
      if count > limit || count > 1_000_000 && count / limits.maximumRatio > packed.count {
        mistake = .tooLarge(part: name)
      } else if count > entry.size {
        mistake = .damaged
      }
      guard mistake == nil else { return false }
      sum = crc32(sum, piece.baseAddress, UInt32(piece.count))
      isStopped = !take(piece)
      return !isStopped
    }
    let isWhole = entry.method == 0 ? Self.cut(packed, accept) : unpackDeflated(packed, accept)
    if let mistake { throw mistake }
    guard isStopped || isWhole && count == entry.size && UInt32(sum) == entry.checksum else {
      throw .damaged
    }
    return true
  }

  /// Parses a part as XML, piece by piece, so that it is never held as a whole.
  ///
  /// - Returns: whether it is well formed, as far as the closure wants more; `nil` when there is no
  ///   such part.
  func parse(
    _ name: String, limit: Int, _ taker: any XMLTaker, while wantsMore: () -> Bool = { true }
  ) throws(Mistake) -> Bool? {
    guard let parsing = XMLParsing(taker) else { return false }
    var isWellFormed = true
    var isStopped = false
    let isThere = try unpack(name, limit: limit) {
      isWellFormed = parsing.take($0)
      isStopped = !wantsMore()
      return isWellFormed && !isStopped
    }
    guard isThere else { return nil }
    let end = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    return isWellFormed && (isStopped || parsing.take(end, isLast: true))
  }

  private static func cut(
    _ bytes: UnsafeBufferPointer<UInt8>, _ take: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool {
    let size = 1 << 18
    return stride(from: 0, to: bytes.count, by: size).allSatisfy {
      take(UnsafeBufferPointer(rebasing: bytes[$0..<min($0 + size, bytes.count)]))
    }
  }
}

/// Unpacks bytes without a head, as parts of archives are packed, piece by piece.
///
/// - Returns: whether they came out to the end.
private func unpackDeflated(
  _ packed: UnsafeBufferPointer<UInt8>, _ take: (UnsafeBufferPointer<UInt8>) -> Bool
) -> Bool {
  var stream = z_stream()
  // The largest window, negative for bytes without a head.
  let size = Int32(MemoryLayout<z_stream>.size)
  guard inflateInit2_(&stream, -15, ZLIB_VERSION, size) == Z_OK else { return false }
  defer { inflateEnd(&stream) }
  let piece = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 18)
  defer { piece.deallocate() }
  var given = 0
  var status = Z_OK
  while status == Z_OK {
    if stream.avail_in == 0, given < packed.count, let base = packed.baseAddress {
      // The library counts by 32 bits.
      let count = min(packed.count - given, 1 << 30)
      stream.next_in = UnsafeMutablePointer(mutating: base + given)
      stream.avail_in = UInt32(count)
      given += count
    }
    stream.next_out = piece.baseAddress
    stream.avail_out = UInt32(piece.count)
    status = inflate(&stream, Z_NO_FLUSH)
    let count = piece.count - Int(stream.avail_out)
    if count > 0, !take(UnsafeBufferPointer(rebasing: piece[..<count])) { return false }
  }
  return status == Z_STREAM_END
}
