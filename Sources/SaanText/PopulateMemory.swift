import Glibc

/// Asks the system for the pages of memory that is about to be filled, all at once.
///
/// Else each page is asked for by a fault of its own, which takes longer than filling it. Where the
/// system does not know how (before Linux 5.14), and for little memory, nothing happens.
package func populate(_ memory: UnsafeMutableRawPointer?, count: Int) {
  guard let memory, count >= 1 << 20 else { return }
  let page = 4096
  let start = memory.alignedUp(toMultipleOf: page)
  let end = (memory + count).alignedDown(toMultipleOf: page)
  madvise(start, end - start, MADV_POPULATE_WRITE)
}
