import Synchronization

/// The browsers that are told of changes.
final class Viewers: Sendable {
  /// One browser with the page that it shows.
  struct Viewer: Sendable {
    let viewing: Viewing
    /// Sends an event; what it is called and what it says, in one line.
    let send: @Sendable (_ event: String, _ text: String) -> Void
  }

  private struct State {
    var next = 0
    var all: [Int: Viewer] = [:]
    /// What each was told last.
    var told: [Int: (digest: String, panel: String)] = [:]
  }

  private let desk: PageDesk
  private let state = Mutex(State())
  /// Held by whoever tells, so that what was later comes later.
  private let turn = Mutex(())

  /// Tells of the pages of a desk.
  init(_ desk: PageDesk) { self.desk = desk }

  /// Takes a browser in and tells it how things stand.
  ///
  /// - Returns: its number, by which it leaves.
  func add(_ viewer: Viewer) -> Int {
    let number = state.withLock { state in
      state.next += 1
      state.all[state.next] = viewer
      state.told[state.next] = (viewer.viewing.digest, "")
      return state.next
    }
    tell([number: viewer])
    return number
  }

  /// Forgets a browser.
  func remove(_ number: Int) {
    state.withLock { state in
      state.all[number] = nil
      state.told[number] = nil
    }
  }

  /// The outputs that are on screen.
  var outputs: [String] {
    let pages = state.withLock { Set($0.all.values.map(\.viewing.page)) }
    return pages.map { desk.output(at: $0) }.sorted()
  }

  /// Tells every browser of what has changed for it.
  ///
  /// - Returns: how many pages on screen are other than they were.
  @discardableResult
  func tell() -> Int { tell(state.withLock { $0.all }) }

  @discardableResult
  private func tell(_ viewers: [Int: Viewer]) -> Int {
    turn.withLock { _ in tellInTurn(viewers) }
  }

  private func tellInTurn(_ viewers: [Int: Viewer]) -> Int {
    var pages = Set<String>()
    for (page, same) in Dictionary(grouping: viewers, by: \.value.viewing.page) {
      let news = desk.news(of: same[0].value.viewing)
      for (number, viewer) in same {
        let told = state.withLock { state in
          let told = state.told[number]
          if told != nil { state.told[number] = news }
          return told
        }
        guard let told else { continue }
        if told.digest != news.digest {
          pages.insert(page)
          viewer.send("page", news.digest)
        }
        if told.panel != news.panel { viewer.send("state", news.panel) }
      }
    }
    return pages.count
  }
}
