import CZlib

/// What comes out of bytes that zlib or gzip packed: streams of PDF, files that end in `.gz`.
struct Inflation {
  let bytes: [UInt8]
  /// Whether it came out to the end; what breaks off is given as far as it goes.
  let isWhole: Bool

  /// Unpacks bytes within bounds; `nil` where nothing comes out.
  init?(_ packed: ArraySlice<UInt8>, limits: DataLimits) {
    var stream = z_stream()
    // 32 more than the largest window: the head of zlib or of gzip, whichever is there.
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(&stream, 15 + 32, ZLIB_VERSION, size) == Z_OK else { return nil }
    defer { inflateEnd(&stream) }
    var unpacked: [UInt8] = []
    var status = Z_OK
    let limit = min(limits.maximumUnpackedBytes, max(1_000_000, packed.count * 2_000))
    packed.withUnsafeBufferPointer { packed in
      stream.next_in = UnsafeMutablePointer(mutating: packed.baseAddress)
      stream.avail_in = UInt32(clamping: packed.count)
      while status == Z_OK, unpacked.count < limit {
        let piece = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
          stream.next_out = buffer.baseAddress
          stream.avail_out = UInt32(buffer.count)
          status = inflate(&stream, Z_NO_FLUSH)
          count = buffer.count - Int(stream.avail_out)
        }
        if piece.isEmpty { break }
        unpacked += piece
      }
    }
    guard !unpacked.isEmpty else { return nil }
    bytes = unpacked
    isWhole = status == Z_STREAM_END
  }
}
