import SaanModel
import Synchronization

/// What the shortcode at work does that is of interest beside its reads.
///
/// A text is made by one task, so nothing ever waits here.
package final class WeaveNotes: Sendable {
  private struct State {
    var stated: [StatedFigure] = []
    var awaited: Set<String> = []
  }

  private let state = Mutex(State())

  /// Starts with nothing noted.
  package init() {}

  /// Notes that a value was asked for by itself.
  func note(_ figure: StatedFigure) { state.withLock { $0.stated.append(figure) } }

  /// Notes that a text was asked for that is not made, by its file.
  func note(awaited path: String) { state.withLock { _ = $0.awaited.insert(path) } }

  /// What was noted since it was last taken.
  package func take() -> (stated: [StatedFigure], awaited: Set<String>) {
    state.withLock { state in
      defer { state = State() }
      return (state.stated, state.awaited)
    }
  }
}
