import NIOPosix
import SaanFiles
import SaanPublish
import Synchronization

/// Tells of what somebody does to the files of a site, a burst at a time.
///
/// It looks at names and times alone: whether anything has changed is seen by who reads. Where the
/// system has no watches left it looks for itself, twice a second.
final class FolderWatcher: Sendable {
  private struct State {
    /// The folders by their numbers, or in their order where the system does not watch.
    var folders: [Int32: String] = [:]
    /// The folders that are to be watched, by their paths on the disk.
    var wanted: [String] = []
    /// What polling saw.
    var seen = FolderStamps()
    var isPolling: Bool
    var isStopped = false
  }

  private let root: String
  private let inotify: Inotify?
  private let state: Mutex<State>
  private let pool = NIOThreadPool(numberOfThreads: 1)
  private let tell: @Sendable (FolderChange) -> Void
  private let tellOfPolling: @Sendable () -> Void

  /// How long nothing more must happen until a change is told, and how long that may take; a change
  /// of many files is waited for.
  private static let quiet: (one: Int32, many: Int32) = (4, 50)
  private static let longest: (one: Duration, many: Duration) = (
    .milliseconds(10), .milliseconds(500)
  )
  private static let many = 20

  /// Starts to watch a folder.
  ///
  /// - Parameters:
  ///   - inotify: the system's news; `nil` where the system is not asked, or has none.
  ///   - tellOfPolling: told when it begins to look for itself.
  ///   - tell: told of changes, on a thread of the watcher.
  init(
    _ root: String, _ inotify: Inotify?, tellOfPolling: @escaping @Sendable () -> Void,
    tell: @escaping @Sendable (FolderChange) -> Void
  ) {
    (self.root, self.inotify) = (root, inotify)
    (self.tell, self.tellOfPolling) = (tell, tellOfPolling)
    state = Mutex(State(isPolling: inotify == nil))
    if inotify == nil { tellOfPolling() }
    pool.start()
    pool.submit { [self] _ in run() }
  }

  private var isPolling: Bool { state.withLock { $0.isPolling } }

  /// Watches other folders from now on.
  ///
  /// - Parameter folders: their paths on the disk; the site's own comes with them.
  func watch(_ folders: [String]) {
    let isNew = state.withLock { state in
      state.wanted = [root] + folders
      guard state.isPolling, state.seen.isEmpty else { return renewWatches(&state) }
      state.seen = FolderStamps(state.wanted)
      return true
    }
    // What was put into a folder before it was watched.
    if isNew { tell(FolderChange(isUnclear: true)) }
  }

  /// Watches nothing any more.
  func stop() {
    state.withLock { $0.isStopped = true }
    pool.shutdownGracefully { _ in }
  }

  /// - Returns: whether folders are watched that were not.
  private func renewWatches(_ state: inout State) -> Bool {
    guard let inotify, !state.isPolling else { return false }
    var folders: [Int32: String] = [:]
    do throws(DiskError) {
      for folder in state.wanted {
        if let number = try inotify.watch(folder) { folders[number] = folders[number] ?? folder }
      }
    } catch {
      tellOfPolling()
      state.isPolling = true
      state.seen = FolderStamps(state.wanted)
    }
    let former = state.folders
    state.folders = folders
    for number in former.keys where folders[number] == nil { inotify.forget(number) }
    return folders.keys.contains { former[$0] == nil }
  }

  // MARK: The thread

  private func run() {
    while !state.withLock({ $0.isStopped }) {
      if let inotify, !isPolling {
        if inotify.wait(milliseconds: 200) { collect(inotify) }
      } else {
        pollOnce()
      }
      renewIfRootIsBack()
    }
    inotify?.close()
  }

  /// Waits for the end of a burst and tells of it.
  private func collect(_ inotify: Inotify) {
    let clock = ContinuousClock()
    let began = clock.now
    var change = FolderChange()
    repeat {
      note(inotify.events(), in: &change)
      let isOfMany = change.isUnclear || change.paths.count > Self.many
      let longest = isOfMany ? Self.longest.many : Self.longest.one
      if clock.now - began >= longest { break }
      if !inotify.wait(milliseconds: isOfMany ? Self.quiet.many : Self.quiet.one) { break }
    } while true
    if !change.isEmpty { tell(change) }
  }

  /// Notes what happened to the folders that are watched.
  func note(_ events: [Inotify.Event], in change: inout FolderChange) {
    for event in events { add(event, to: &change) }
  }

  private func add(_ event: Inotify.Event, to change: inout FolderChange) {
    if event.isOfFolderItself {
      inotify?.forget(event.folder)
      state.withLock { $0.folders[event.folder] = nil }
    }
    if event.isOverflow || event.isOfFolderItself {
      change.isUnclear = true
      return
    }
    guard let folder = state.withLock({ $0.folders[event.folder] }), !isPassing(event.name) else {
      return
    }
    if event.isOfFolder {
      if event.isOfNames { change.isUnclear = true }
      return
    }
    let place = "\(folder)/\(event.name)"
    guard folder != root else {
      if event.name == "site.yaml" {
        change.paths.insert(event.name)
      } else if event.isOfNames {
        // It may have been meant for a folder below.
        change.isUnclear = true
      }
      return
    }
    // Of a file that is being written its end is told; of links there is no more to tell.
    if event.isNew, FileSystem.status(place)?.kind == .file { return }
    change.paths.insert(
      place.hasPrefix(root + "/") ? String(place.dropFirst(root.count + 1)) : place)
  }

  /// Whether a file is one that comes and goes by itself.
  private func isPassing(_ name: String) -> Bool {
    isJunk(name) || name.hasPrefix(".git") || name == LedgerFile.folderName || name == "4913"
      || name.hasSuffix(".bck") || name.hasPrefix("#") && name.hasSuffix("#")
      || name.hasPrefix(".") && (name.hasSuffix(".swx") || name.hasSuffix(".swpx"))
  }

  private func pollOnce() {
    for _ in 0..<5 where !state.withLock({ $0.isStopped }) {
      pause(milliseconds: 100)
    }
    let wanted = state.withLock { $0.wanted }
    let now = FolderStamps(wanted)
    let former = state.withLock { state in
      defer { state.seen = now }
      return state.seen
    }
    if !former.isEmpty, former != now { tell(FolderChange(isUnclear: true)) }
  }

  /// A folder that was gone and has come back is another to the system.
  private func renewIfRootIsBack() {
    let isNew = state.withLock { state in
      guard !state.isPolling, !state.wanted.isEmpty, !state.folders.values.contains(root) else {
        return false
      }
      return renewWatches(&state)
    }
    if isNew { tell(FolderChange(isUnclear: true)) }
  }
}
