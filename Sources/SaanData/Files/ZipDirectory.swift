/// What a ZIP file's directory says about one part.
struct ZipEntry {
  let name: String
  /// How it is packed: 0 is not at all, 8 by Deflate, and others nobody uses.
  let method: Int
  let isLocked: Bool
  let checksum: UInt32
  let packedSize: Int
  let size: Int
  /// Where the part's own head begins.
  let start: Int

  /// The bytes of the part as they lie in the file.
  func packed(
    in bytes: UnsafeBufferPointer<UInt8>
  ) throws(ZipArchive.Mistake) -> UnsafeBufferPointer<UInt8> {
    guard !isLocked else { throw .locked }
    let head = LittleBytes(bytes)
    guard method == 0 || method == 8, head.isMarked("PK\u{3}\u{4}", at: start),
      let name = head.number(2, at: start + 26),
      let extra = head.number(2, at: start + 28),
      case let begin = start + 30 + name + extra, packedSize <= bytes.count - begin
    else { throw .damaged }
    return UnsafeBufferPointer(rebasing: bytes[begin..<begin + packedSize])
  }
}

/// The directory at the end of a ZIP file, as APPNOTE.TXT 6.3 has it, with the wider one of large
/// files.
struct ZipDirectory {
  private(set) var entries: [ZipEntry] = []

  /// Reads the directory of a whole file.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, maximumEntries: Int
  ) throws(ZipArchive.Mistake) {
    let file = LittleBytes(bytes)
    guard let end = Self.end(of: file) else {
      let isBegun = file.isMarked("PK\u{3}\u{4}", at: 0)
      throw isBegun ? ZipArchive.Mistake.truncated : ZipArchive.Mistake.damaged
    }
    guard let place = Self.place(file, end) else { throw .damaged }
    guard place.count <= maximumEntries else { throw .tooManyEntries(place.count) }
    var names: Set<String> = []
    var offset = place.start
    for _ in 0..<place.count {
      guard let entry = Self.entry(file, &offset, shift: place.shift, names: &names) else {
        throw .damaged
      }
      entries.append(entry)
    }
  }

  /// Where the last record begins, behind which only a remark may stand.
  private static func end(of file: LittleBytes) -> Int? {
    let last = file.count - 22
    guard last >= 0 else { return nil }
    return stride(from: last, through: max(0, last - 65_535), by: -1).first { offset in
      file.isMarked("PK\u{5}\u{6}", at: offset)
        && file.number(2, at: offset + 20).map { offset + 22 + $0 <= file.count } == true
    }
  }

  /// Where the directory begins, how many parts it has, and how far the archive lies behind the
  /// beginning of its file.
  private static func place(
    _ file: LittleBytes, _ end: Int
  ) -> (start: Int, count: Int, shift: Int)? {
    guard var count = file.number(2, at: end + 10), var size = file.number(4, at: end + 12),
      var start = file.number(4, at: end + 16)
    else { return nil }
    var behind = end
    if count == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF,
      file.isMarked("PK\u{6}\u{7}", at: end - 20), let wide = file.number(8, at: end - 12),
      file.isMarked("PK\u{6}\u{6}", at: wide), let wideCount = file.number(8, at: wide + 32),
      let wideSize = file.number(8, at: wide + 40), let wideStart = file.number(8, at: wide + 48)
    {
      (count, size, start, behind) = (wideCount, wideSize, wideStart, wide)
    }
    guard start <= behind, size <= behind else { return nil }
    let isInPlace = count == 0 || file.isMarked("PK\u{1}\u{2}", at: start)
    let shift = isInPlace ? 0 : behind - size - start
    return shift < 0 ? nil : (start + shift, count, shift)
  }

  /// Reads the entry at an offset; `nil` where there is none, or a second one of a name: programs
  /// would differ in which of them counts.
  private static func entry(
    _ file: LittleBytes, _ offset: inout Int, shift: Int, names: inout Set<String>
  ) -> ZipEntry? {
    let begin = offset
    guard file.isMarked("PK\u{1}\u{2}", at: begin), let flags = file.number(2, at: begin + 8),
      let method = file.number(2, at: begin + 10), let checksum = file.number(4, at: begin + 16),
      var packedSize = file.number(4, at: begin + 20), var size = file.number(4, at: begin + 24),
      let nameCount = file.number(2, at: begin + 28),
      let extraCount = file.number(2, at: begin + 30),
      let remarkCount = file.number(2, at: begin + 32), var start = file.number(4, at: begin + 42),
      let name = file.text(begin + 46, nameCount), names.insert(name).inserted
    else { return nil }
    offset = begin + 46 + nameCount + extraCount + remarkCount
    guard offset <= file.count else { return nil }
    var wide = wideFields(file, begin + 46 + nameCount, extraCount)
    guard widen(&size, &wide), widen(&packedSize, &wide), widen(&start, &wide) else { return nil }
    guard start <= file.count, packedSize <= file.count else { return nil }
    return ZipEntry(
      name: name, method: method, isLocked: flags & 1 == 1,
      checksum: UInt32(truncatingIfNeeded: checksum), packedSize: packedSize, size: size,
      start: start + shift)
  }

  /// Takes the next of the wider numbers where the usual one says that there is one.
  private static func widen(_ number: inout Int, _ wide: inout ArraySlice<Int>) -> Bool {
    guard number == 0xFFFF_FFFF else { return true }
    guard let other = wide.popFirst() else { return false }
    number = other
    return true
  }

  /// The numbers of 64 bits among the further fields of an entry.
  private static func wideFields(_ file: LittleBytes, _ start: Int, _ count: Int) -> ArraySlice<Int>
  {
    var offset = start
    while offset + 4 <= start + count, let kind = file.number(2, at: offset),
      let length = file.number(2, at: offset + 2)
    {
      if kind == 1 {
        return (0..<length / 8).compactMap { file.number(8, at: offset + 4 + $0 * 8) }[...]
      }
      offset += 4 + length
    }
    return []
  }
}

/// Numbers in bytes, the lowest byte first.
private struct LittleBytes {
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var count: Int { bytes.count }

  /// The number in so many bytes; `nil` where they are not there, or make none.
  func number(_ width: Int, at offset: Int) -> Int? {
    guard offset >= 0, offset <= bytes.count - width else { return nil }
    let number = bytes[offset..<offset + width].reversed().reduce(UInt64(0)) {
      $0 << 8 | UInt64($1)
    }
    return Int(exactly: number)
  }

  func isMarked(_ mark: String, at offset: Int) -> Bool {
    offset >= 0 && offset <= bytes.count && bytes[offset...].starts(with: mark.utf8)
  }

  func text(_ offset: Int, _ length: Int) -> String? {
    guard offset <= bytes.count - length else { return nil }
    let name = bytes[offset..<offset + length]
    // A name in another encoding stays a name of its own.
    return String(validating: name, as: UTF8.self)
      ?? String(String.UnicodeScalarView(name.map { Unicode.Scalar($0) }))
  }
}
