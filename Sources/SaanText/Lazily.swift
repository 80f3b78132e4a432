import Synchronization

/// A value that is worked out when somebody first asks for it.
///
/// What it is worked out from never changes, so that it makes no difference who asks first; who
/// asks meanwhile waits. A page on the screen needs a small part of what all pages of a site need.
package final class Lazily<Value: Sendable>: Sendable {
  private final class Made: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
  }

  private let made = AtomicLazyReference<Made>()
  /// How it is worked out; `nil` once it is, so that nothing is held that it was worked out from.
  private let make: Mutex<(@Sendable () -> Value)?>

  /// Takes note of how the value is worked out.
  package init(_ make: @escaping @Sendable () -> Value) { self.make = Mutex(make) }

  /// The value.
  package var value: Value {
    if let made = made.load() { return made.value }
    return make.withLock { make in
      let value = made.load() ?? make.map { made.storeIfNil(Made($0())) }
      make = nil
      guard let value else { preconditionFailure("a value that asks for itself") }
      return value.value
    }
  }
}
