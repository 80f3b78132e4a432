import CLibzip

/// The parts of a ZIP file in memory, unpacked one by one and only within bounds.
struct ZipArchive: ~Copyable {
  /// Why a part can't be had.
  enum Mistake: Error, Sendable, Hashable {
    case damaged
    case tooManyEntries(Int)
    case tooLarge(part: String)
  }

  private let archive: OpaquePointer
  private let limits: DataLimits
  private var unpacked = 0
  private let indices: [String: UInt64]

  /// Opens an archive; the buffer has to outlive it.
  init(_ bytes: UnsafeBufferPointer<UInt8>, limits: DataLimits) throws(Mistake) {
    var error = zip_error_t()
    guard let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, &error)
    else { throw .damaged }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      throw .damaged
    }
    let count = Int(zip_get_num_entries(archive, 0))
    guard count <= limits.maximumEntries else {
      zip_discard(archive)
      throw .tooManyEntries(count)
    }
    var indices: [String: UInt64] = [:]
    for index in 0..<UInt64(max(0, count)) {
      guard let name = zip_get_name(archive, index, 0) else { continue }
      indices[String(cString: name)] = index
    }
    self.archive = archive
    self.limits = limits
    self.indices = indices
  }

  deinit { zip_discard(archive) }

  /// The names of the parts, sorted.
  var names: [String] { indices.keys.sorted() }

  /// The bytes of a part; `nil` when there is no such part.
  ///
  /// The size that the archive's directory states is looked at first, then what really comes out:
  /// a directory may lie.
  mutating func part(_ name: String) throws(Mistake) -> [UInt8]? {
    guard let index = indices[name] else { return nil }
    var stat = zip_stat_t()
    guard zip_stat_index(archive, index, 0, &stat) == 0 else { throw .damaged }
    let room = limits.maximumUnpackedBytes - unpacked
    guard stat.size <= UInt64(room),
      stat.size <= 1_000_000 || stat.size <= stat.comp_size &* UInt64(limits.maximumRatio)
    else { throw .tooLarge(part: name) }
    guard let file = zip_fopen_index(archive, index, 0) else { throw .damaged }
    defer { zip_fclose(file) }
    // One byte more than stated shows that the statement was wrong.
    let capacity = Int(stat.size) + 1
    var isBroken = false
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      while count < capacity, let base = buffer.baseAddress {
        let read = zip_fread(file, base + count, UInt64(capacity - count))
        guard read > 0 else {
          isBroken = read < 0
          break
        }
        count += Int(read)
      }
    }
    guard !isBroken, bytes.count == capacity - 1 else { throw .damaged }
    unpacked += bytes.count
    return bytes
  }
}
