import CZlib

/// Bytes packed by Deflate, the same whenever they are packed.
///
/// - Parameters:
///   - level: how long the library looks for what repeats itself, from 1 to 9.
///   - hasHead: whether the head and the check sum of zlib (RFC 1950) stand around them.
/// - Returns: `nil` when the library cannot do it, for want of memory, and of 4 GB and more.
package func deflated(_ bytes: [UInt8], level: Int32, hasHead: Bool = false) -> [UInt8]? {
  var stream = z_stream()
  let size = Int32(MemoryLayout<z_stream>.size)
  // The largest window, negative for bytes without a head; 8 is how much memory it usually takes.
  let window: Int32 = hasHead ? 15 : -15
  guard
    deflateInit2_(
      &stream, level, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK
  else { return nil }
  defer { deflateEnd(&stream) }
  guard let count = UInt32(exactly: bytes.count) else { return nil }
  var status = Z_OK
  let packed = bytes.withUnsafeBufferPointer { bytes in
    [UInt8](
      unsafeUninitializedCapacity: Int(deflateBound(&stream, UInt(count)))
    ) { buffer, filled in
      stream.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
      stream.avail_in = count
      stream.next_out = buffer.baseAddress
      stream.avail_out = UInt32(clamping: buffer.count)
      status = deflate(&stream, Z_FINISH)
      filled = Int(stream.total_out)
    }
  }
  return status == Z_STREAM_END ? packed : nil
}
