import Synchronization

/// The sessions of a build: as many as make outputs at once.
///
/// A task takes one for each output, so that no two note their reads in the same place.
final class SessionPool: Sendable {
  private let idle: Mutex<[RenderSession]>
  private let make: @Sendable () -> RenderSession

  /// Starts with the sessions that are there.
  init(_ first: RenderSession..., making make: @escaping @Sendable () -> RenderSession) {
    idle = Mutex(first)
    self.make = make
  }

  /// Lends a session.
  func use<Result>(_ body: (RenderSession) throws -> Result) rethrows -> Result {
    let session = idle.withLock { $0.popLast() } ?? make()
    defer { idle.withLock { $0.append(session) } }
    return try body(session)
  }
}
