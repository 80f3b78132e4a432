import Synchronization

/// How a host learns what the shared parts of templates ask of it, although they ask only once.
///
/// What is asked between `begin` and `end` belongs to a part; a part may lie inside another.
public struct FragmentNotes: Sendable {
  let begin: @Sendable () -> Void
  let end: @Sendable () -> [Int32]
  let reuse: @Sendable ([Int32]) -> Void

  /// Makes notes.
  ///
  /// - Parameters:
  ///   - begin: a part is made.
  ///   - end: it is made; gives what it has asked for, in numbers of the host's.
  ///   - reuse: a part that has asked for this is copied.
  public init(
    begin: @escaping @Sendable () -> Void, end: @escaping @Sendable () -> [Int32],
    reuse: @escaping @Sendable ([Int32]) -> Void
  ) {
    self.begin = begin
    self.end = end
    self.reuse = reuse
  }
}

/// The shared parts of templates that were made with some globals.
///
/// They belong to the globals, which one task uses at a time, so nothing waits here.
final class FragmentStore: Sendable {
  struct Fragment {
    let bytes: [UInt8]
    let asked: [Int32]
  }

  private let fragments = Mutex<[Int: Fragment]>([:])

  subscript(key: Int) -> Fragment? {
    get { fragments.withLock { $0[key] } }
    set { fragments.withLock { $0[key] = newValue } }
  }
}
