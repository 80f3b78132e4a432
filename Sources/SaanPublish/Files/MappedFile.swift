import CLinux
import Glibc

/// The content of a large file where the system keeps it, without a copy of its own.
///
/// While the value lives nobody can change the file: a lease makes writers wait. So only commands
/// that end soon may map files. Copying 200 MB takes a third of the time in which they are checked.
package final class MappedFile: Sendable {
  private let descriptor: Int32
  /// Where the content begins.
  package let address: UInt
  /// How many bytes it has.
  package let count: Int

  /// Maps a file; `nil` when it is small, or somebody writes to it, or the file system has no
  /// leases: then it has to be read.
  package init?(_ path: String, leastSize: Int = 4 << 20) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    var info = stat()
    // The size is asked for when it can no longer change.
    guard saan_lease(descriptor) == 0, fstat(descriptor, &info) == 0, info.st_size >= leastSize,
      let start = saan_map(descriptor, Int(info.st_size))
    else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
    address = UInt(bitPattern: start)
    count = Int(info.st_size)
  }

  deinit {
    munmap(UnsafeMutableRawPointer(bitPattern: address), count)
    close(descriptor)
  }
}
