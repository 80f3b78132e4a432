import NIOCore
import Synchronization

/// The open connections, of which there are only so many: who is waited for longest has to go when
/// somebody new comes.
final class Connections: Sendable {
  private struct State {
    var next = 0
    /// The connections by their numbers, with whether one waits for what its browser has to say.
    var all: [Int: (channel: any Channel, isIdle: Bool)] = [:]
    var listeners = 0
  }

  private let state = Mutex(State())
  private let limit: Int
  private let listenerLimit: Int

  /// - Parameters:
  ///   - limit: how many may be open.
  ///   - listeners: how many of them may wait for changes.
  init(limit: Int = 400, listeners: Int = 100) {
    (self.limit, listenerLimit) = (limit, listeners)
  }

  /// Takes a connection in.
  ///
  /// - Returns: its number; `nil` where all others are at work.
  func add(_ channel: any Channel) -> Int? {
    let (number, oldest) = state.withLock { state -> (Int?, (any Channel)?) in
      var oldest: (any Channel)?
      if state.all.count >= limit {
        let idle = state.all.filter(\.value.isIdle).keys.min()
        guard let idle else { return (nil, nil) }
        oldest = state.all.removeValue(forKey: idle)?.channel
      }
      state.next += 1
      state.all[state.next] = (channel, true)
      return (state.next, oldest)
    }
    oldest?.close(promise: nil)
    return number
  }

  /// Notes whether something is being sent on a connection.
  func set(_ number: Int, isIdle: Bool) { state.withLock { $0.all[number]?.isIdle = isIdle } }

  /// Forgets a connection.
  func remove(_ number: Int) { state.withLock { $0.all[number] = nil } }

  /// Counts a browser that wants to be told of changes; whether there is room for it.
  func addListener() -> Bool {
    state.withLock { state in
      guard state.listeners < listenerLimit else { return false }
      state.listeners += 1
      return true
    }
  }

  /// Counts a browser that was told of changes.
  func removeListener() { state.withLock { $0.listeners -= 1 } }

  /// Closes all.
  func close() {
    for (channel, _) in state.withLock({ Array($0.all.values) }) { channel.close(promise: nil) }
  }
}
