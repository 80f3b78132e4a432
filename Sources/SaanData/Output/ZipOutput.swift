import CLibzip

/// Files packed into one ZIP archive, the same bytes whenever and wherever it is made.
///
/// Every entry is dated 1 January 1980, the first day that the format knows.
///
/// - Returns: `nil` when the library cannot make it, for want of memory.
package func zipArchive(_ files: [(path: String, bytes: [UInt8])]) -> [UInt8]? {
  var error = zip_error_t()
  guard let target = zip_source_buffer_create(nil, 0, 0, &error) else { return nil }
  guard let archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error) else {
    zip_source_free(target)
    return nil
  }
  // Closing the archive frees the source; what was written is read from it afterwards.
  zip_source_keep(target)
  defer { zip_source_free(target) }
  guard add(files, to: archive), zip_close(archive) == 0 else {
    zip_discard(archive)
    return nil
  }
  return contents(of: target)
}

private func add(_ files: [(path: String, bytes: [UInt8])], to archive: OpaquePointer) -> Bool {
  files.allSatisfy { file in
    // The library keeps the copy and frees it.
    let copy = UnsafeMutableRawPointer.allocate(byteCount: max(1, file.bytes.count), alignment: 1)
    file.bytes.withUnsafeBytes { bytes in
      if let start = bytes.baseAddress {
        copy.copyMemory(from: start, byteCount: bytes.count)
      }
    }
    guard let source = zip_source_buffer(archive, copy, UInt64(file.bytes.count), 1) else {
      copy.deallocate()
      return false
    }
    let index = zip_file_add(archive, file.path, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      return false
    }
    // Year 0 of the format is 1980; month and day count from 1.
    return zip_file_set_dostime(archive, UInt64(index), 0, 1 << 5 | 1, 0) == 0
      && zip_set_file_compression(archive, UInt64(index), ZIP_CM_DEFLATE, 5) == 0
  }
}

private func contents(of source: OpaquePointer) -> [UInt8]? {
  var stat = zip_stat_t()
  guard zip_source_stat(source, &stat) == 0, zip_source_open(source) == 0 else { return nil }
  defer { zip_source_close(source) }
  let size = Int(stat.size)
  let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    while count < size, let start = buffer.baseAddress {
      let read = zip_source_read(source, start + count, UInt64(size - count))
      guard read > 0 else { break }
      count += Int(read)
    }
  }
  return bytes.count == size ? bytes : nil
}
