import CZlib

/// Files packed into one ZIP archive, the same bytes whenever and wherever it is made.
///
/// Every entry is dated 1 January 1980, the first day that the format knows, and names are UTF-8.
///
/// - Returns: `nil` when the library cannot make it, for want of memory, and of more than the
///   format counts by 32 bits.
package func zipArchive(_ files: [(path: String, bytes: [UInt8])]) -> [UInt8]? {
  var archive: [UInt8] = []
  var directory: [UInt8] = []
  for file in files {
    guard let packed = deflated(file.bytes, level: 5), let size = UInt32(exactly: file.bytes.count),
      let packedSize = UInt32(exactly: packed.count), let start = UInt32(exactly: archive.count),
      let nameSize = UInt16(exactly: file.path.utf8.count)
    else { return nil }
    let sum = file.bytes.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) }
    // Version 2.0, names in UTF-8, Deflate; no time, the first day of the first month.
    let numbers: [(UInt32, width: Int)] = [
      (20, 2), (0x800, 2), (8, 2), (0, 2), (0x21, 2), (UInt32(sum), 4), (packedSize, 4), (size, 4),
      (UInt32(nameSize), 2), (0, 2),
    ]
    let fields = numbers.flatMap { little($0.0, $0.width) }
    archive += "PK\u{3}\u{4}".utf8
    archive += fields
    archive += file.path.utf8
    archive += packed
    directory += "PK\u{1}\u{2}".utf8
    directory += little(20, 2)
    directory += fields
    // No remark, the first disk, no attributes.
    directory += [UInt8](repeating: 0, count: 10)
    directory += little(start, 4)
    directory += file.path.utf8
  }
  guard let count = UInt16(exactly: files.count), let start = UInt32(exactly: archive.count) else {
    return nil
  }
  archive += directory
  let end: [(UInt32, width: Int)] = [
    (0, 2), (0, 2), (UInt32(count), 2), (UInt32(count), 2), (UInt32(directory.count), 4),
    (start, 4), (0, 2),
  ]
  archive += "PK\u{5}\u{6}".utf8
  archive += end.flatMap { little($0.0, $0.width) }
  return archive
}

private func little(_ number: UInt32, _ width: Int) -> [UInt8] {
  (0..<width).map { UInt8(truncatingIfNeeded: number >> (8 * UInt32($0))) }
}
