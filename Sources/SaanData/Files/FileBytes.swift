/// The bytes of a file: an array, or memory that somebody else keeps.
package struct FileBytes: Sendable {
  private enum Storage: Sendable {
    case array([UInt8])
    case kept(address: UInt, count: Int, owner: any AnyObject & Sendable)
  }

  private let storage: Storage

  /// Makes bytes of an array.
  package init(_ bytes: [UInt8]) { storage = .array(bytes) }

  /// Makes bytes of memory that stays as it is while its owner lives, without a byte-order mark.
  package init(address: UInt, count: Int, owner: any AnyObject & Sendable) {
    let all = UnsafeBufferPointer(
      start: UnsafePointer<UInt8>(bitPattern: address), count: count)
    let mark = all.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    storage = .kept(address: address + UInt(mark), count: count - mark, owner: owner)
  }

  /// How many there are.
  package var count: Int {
    switch storage {
    case .array(let bytes): bytes.count
    case .kept(_, let count, _): count
    }
  }

  /// All of them as an array; kept memory is copied.
  package var array: [UInt8] {
    switch storage {
    case .array(let bytes): bytes
    case .kept: withUnsafeBufferPointer { Array($0) }
    }
  }

  /// Whether both hold the same; of kept memory only where it is the same memory.
  package static func == (left: FileBytes, right: FileBytes) -> Bool {
    switch (left.storage, right.storage) {
    case (.array(let left), .array(let right)): left == right
    case (.kept(let left, let count, let owner), .kept(let right, let other, let keeper)):
      left == right && count == other && owner === keeper
    default: false
    }
  }

  /// Calls the closure with the bytes.
  @inline(__always)
  package func withUnsafeBufferPointer<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    switch storage {
    case .array(let bytes):
      return try bytes.withUnsafeBufferPointer(body)
    case .kept(let address, let count, let owner):
      defer { withExtendedLifetime(owner) {} }
      return try body(
        UnsafeBufferPointer(start: UnsafePointer<UInt8>(bitPattern: address), count: count))
    }
  }
}
