import SaanFiles
import SaanModel
import SaanPublish
import SaanSite
import SaanText

/// The site's folder, and how it is read.
struct PreviewSource: Sendable {
  let root: String
  let programThemes: ProgramThemes
  /// What the folder was published with that the site goes into.
  let former: FormerAddresses
  /// What the user asked for; asked again each time, for the day goes on.
  let options: @Sendable () -> BuildOptions
}

/// Follows a folder: reads it anew when something has changed, lets the desk serve what is new, and
/// tells the browsers and the terminal.
///
/// Pages come first, what the checks say follows, and when nothing was changed for a while all
/// pages are made for nobody, so that the list of mistakes is whole. What is newer stops what is
/// under way and does not wait for its end; only whoever edits on and on waits for a whole reading
/// once in a while.
actor PreviewSession {
  private let source: PreviewSource
  private let desk: PageDesk
  private let viewers: Viewers
  private let idle: Duration
  private let report: @Sendable (SessionReport) -> Void
  private var folder: ReadFolder?
  private var site: FollowedSite?
  private var ledger: Ledger?
  private var findings = StagedFindings()
  private var told = Set<Diagnostic>()
  private var pending = FolderChange()
  private var work: Task<Void, Never>?
  /// The files that the pages are made of which are served.
  private var served: SourceTree?
  /// Whether files are being read.
  private var isReading = false
  /// Since when readings were stopped and none was whole.
  private var owedSince: ContinuousClock.Instant?
  /// Whether the folder could be read as a site.
  private var hasStarted = false
  /// Whether something newer waits for the end of a reading.
  private var isAwaited = false
  /// Whether all pages were looked at as they are now.
  private var isLookedAt = false
  private var lastReading = Duration.zero
  /// When the change that is under way was first seen in pages.
  private var servedAt: ContinuousClock.Instant?
  /// How many pages on screen it has changed.
  private var pagesChanged = 0
  private var watch: @Sendable ([String]) -> Void = { _ in }

  /// - Parameters:
  ///   - idle: how long nothing must happen before all pages are looked at.
  ///   - report: told what the terminal is to say.
  init(
    _ source: PreviewSource, _ desk: PageDesk, _ viewers: Viewers, idle: Duration,
    report: @escaping @Sendable (SessionReport) -> Void
  ) {
    (self.source, self.desk, self.viewers) = (source, desk, viewers)
    (self.idle, self.report) = (idle, report)
  }

  /// Reads the folder for the first time; its pages can be served when this returns.
  ///
  /// - Throws: what keeps the folder from being read.
  func start() async throws(DiskError) {
    let clock = ContinuousClock()
    let began = clock.now
    _ = await read()
    if folder == nil, let failure = findings.failure { throw DiskError(failure) }
    // A folder that was never a site is the wrong one; one that was comes back.
    let hasContent = folder?.tree.files.keys.contains { $0.hasPrefix("content/") } ?? false
    if !hasContent, let stranger = findings.all.all.first(where: { $0.code == "empty-site" }) {
      throw DiskError(stranger)
    }
    hasStarted = true
    let pages = site?.standing?.plan.pages.count ?? 0
    let event = SessionReport.Event.ready(pages: pages, clock.now - began)
    work = Task { await look(as: event) }
  }

  /// Says from now on which folders its files lie in.
  func tellFolders(_ watch: @escaping @Sendable (_ folders: [String]) -> Void) {
    self.watch = watch
    watch(folder?.folders ?? [])
  }

  /// Takes note of a change.
  func change(_ change: FolderChange) {
    pending.merge(change)
    let former = work
    if isReading, let owedSince, .now - owedSince > Self.longestOwing {
      isAwaited = true
      work = Task {
        await former?.value
        await follow()
      }
    } else {
      former?.cancel()
      work = Task { await follow() }
    }
  }

  /// How long nothing but what can be shown at once may be served.
  private static let longestOwing = Duration.seconds(5)

  /// Waits until nothing is under way.
  func settle() async {
    while let work {
      await work.value
      if self.work == work { return }
    }
  }

  /// Takes note that the folder is looked at again and again from now on.
  func startsPolling() { tell(.polling) }

  /// Stops what is under way.
  func stop() { work?.cancel() }

  private func follow() async {
    guard !pending.isEmpty else { return }
    let began = ContinuousClock.now
    (servedAt, pagesChanged) = (nil, 0)
    guard let paths = await readAndTell() else { return }
    guard !paths.isEmpty else { return await look(as: nil) }
    let took = (servedAt ?? .now) - began
    guard !isAwaited else {
      isAwaited = false
      return tell(.changed(paths, pages: pagesChanged, took))
    }
    await look(as: .changed(paths, pages: pagesChanged, took))
  }

  // MARK: Reading

  /// The same as `read`, and the browsers know.
  private func readAndTell() async -> Set<String>? {
    // To give back what a large site was made of takes a while, which no page has to wait for.
    let former = (site, desk.snapshot)
    defer { withExtendedLifetime(former) {} }
    guard let paths = await read() else { return nil }
    if !paths.isEmpty {
      pagesChanged += viewers.tell()
      servedAt = servedAt ?? .now
    }
    return paths
  }

  /// Reads what has changed and serves it.
  ///
  /// - Returns: the files that are not what they were; `nil` where there is nothing to go on with.
  private func read() async -> Set<String>? {
    let change = pending
    pending = FolderChange()
    isReading = true
    defer { isReading = false }
    do {
      let options = source.options()
      let folder = try await reread(after: change, options)
      try Task.checkCancellation()
      let paths = folder.tree.news(since: served ?? SourceTree())
      if paths.isEmpty, findings.failure == nil, folder.tree.diagnostics == served?.diagnostics {
        return paths
      }
      let glance = try await glance(at: folder.tree)
      if glance?.standing == nil { announce(paths) }
      let began = ContinuousClock.now
      let former = site
      let site = try await FollowedSite(folder.tree, options, after: former, glance)
      try Task.checkCancellation()
      lastReading = .now - began
      serve(site, folder.tree, changed: paths)
      return paths
    } catch let error as DiskError {
      findings.failure = error.diagnostic
      desk.change { $0.findings = findings.all }
      // Who starts it says by itself why it does not start.
      if hasStarted { tell(.unreadable(error.diagnostic)) }
      viewers.tell()
    } catch {
      owedSince = owedSince ?? .now
      pending.merge(change)
    }
    return nil
  }

  /// The folder as it is after a change.
  private func reread(
    after change: FolderChange, _ options: BuildOptions
  ) async throws -> ReadFolder {
    if !change.isUnclear, !change.paths.isEmpty, findings.failure == nil,
      let folder = folder?.rereading(change.paths, at: source.root)
    {
      self.folder = folder
      return folder
    }
    let folder = try await ReadFolder(
      at: source.root, jobs: options.jobs, programThemes: source.programThemes, after: folder,
      touched: change.paths)
    try Task.checkCancellation()
    self.folder = folder
    watch(folder.folders)
    return folder
  }

  /// Says that all is read anew where that takes long.
  private func announce(_ paths: Set<String>) {
    let isOfAll = paths.contains { !$0.hasPrefix("content/") || $0.hasPrefix("content/data/") }
    guard isOfAll, lastReading > .milliseconds(300) else { return }
    desk.change { $0.isReading = true }
    viewers.tell()
  }

  /// Serves what can be had before all is loaded.
  private func glance(at tree: SourceTree) async throws -> Glance? {
    guard desk.snapshot.faults.isEmpty,
      let glance = try await site?.glance(at: tree, on: viewers.outputs)
    else { return nil }
    try Task.checkCancellation()
    guard let standing = glance.standing else { return glance }
    desk.change { snapshot in
      snapshot.current = standing
      if !glance.isUnchecked { snapshot.good = standing }
    }
    pagesChanged += viewers.tell()
    servedAt = servedAt ?? .now
    return glance
  }

  private func serve(_ site: FollowedSite, _ tree: SourceTree, changed paths: Set<String>) {
    (self.site, served) = (site, tree)
    (owedSince, isLookedAt) = (nil, false)
    findings.read(site, changed: paths)
    let faults = SourceFaults(site.found)
    desk.change { snapshot in
      snapshot.isReading = false
      snapshot.current = site.standing
      snapshot.faults = faults
      if faults.isEmpty, let standing = site.standing { snapshot.good = standing }
      snapshot.findings = findings.all
    }
  }

  // MARK: Looking

  /// Finds what is wrong: at once what site and plan show, and what rendering shows after a while.
  ///
  /// - Parameter event: what is told of it; `nil` to go on where a change turned out to be none.
  private func look(as event: SessionReport.Event?) async {
    guard let site, !isLookedAt else { return }
    var event = event
    defer { if let event { tell(event) } }
    do {
      let checked = try await site.checked()
      try Task.checkCancellation()
      findings.checked(checked)
      desk.change { $0.findings = findings.all }
      if let told = event { tell(told) }
      event = nil
      viewers.tell()
      try await Task.sleep(for: idle)
      let clock = ContinuousClock()
      let began = clock.now
      let rendered = try await site.rendered(checked, former: source.former, ledger: ledger)
      try Task.checkCancellation()
      ledger = rendered.ledger ?? ledger
      let before = findings.all
      findings.rendered(rendered.found)
      isLookedAt = true
      desk.change { $0.findings = findings.all }
      if findings.all != before || rendered.made > 0 {
        tell(.looked(made: rendered.made, clock.now - began))
      }
      viewers.tell()
      try await lookForMissed()
    } catch let error as DiskError {
      tell(.unreadable(error.diagnostic))
    } catch {
      // Something newer goes on from here.
    }
  }

  /// Looks whether the folder is as it was read: what came into a new folder before it was watched,
  /// or by another name of a file, nobody has told.
  private func lookForMissed() async throws {
    let now = try await ReadFolder(
      at: source.root, jobs: 1, programThemes: source.programThemes, after: folder, touched: [])
    try Task.checkCancellation()
    if !now.tree.news(since: served ?? SourceTree()).isEmpty {
      change(FolderChange(isUnclear: true))
    }
  }

  private func tell(_ event: SessionReport.Event) {
    let all = findings.all
    report(
      SessionReport(
        event: event, findings: all, new: Diagnostics(all.all.filter { !told.contains($0) })))
    told = Set(all.all)
  }
}

extension [Diagnostic] {
  /// With others, but for those that say the same of the same file: what a check has found in a
  /// text comes up again where its page is made.
  func adding(_ others: [Diagnostic]) -> [Diagnostic] {
    let said = Set(map(SaidMistake.init))
    return self + others.filter { !said.contains(SaidMistake($0)) }
  }
}

/// What is said of a file, wherever in it and by whichever stage.
private struct SaidMistake: Hashable {
  let message: Wording
  let path: String?

  init(_ found: Diagnostic) { (message, path) = (found.message, found.place?.path) }
}

/// What is wrong, by the stage that has found it: what a later stage found before stays until it
/// looks again, but for what stands in files that were changed.
struct StagedFindings: Sendable {
  /// Why the folder cannot be read; `nil` where it can.
  var failure: Diagnostic?
  private var ofReading = Diagnostics()
  private var ofChecks: [Diagnostic] = []
  private var ofPages: [Diagnostic] = []

  /// Everything, each once.
  var all: Diagnostics {
    Diagnostics(
      Diagnostics(
        [failure].compactMap { $0 } + ofChecks.adding(ofReading.all).adding(ofPages)
      ).sorted)
  }

  /// Takes what reading has found.
  mutating func read(_ site: FollowedSite, changed paths: Set<String>) {
    failure = nil
    // Without its theme nothing can be woven, which is said with the theme.
    let isThemeless = site.standing?.site.theme.isBroken ?? false
    ofReading = Diagnostics(site.found.all + (isThemeless ? [] : site.woven.all))
    let mayHold = { (found: Diagnostic) in
      found.place.map { !paths.contains($0.path) } ?? false
    }
    ofChecks = ofChecks.filter(mayHold)
    ofPages = ofPages.filter(mayHold)
  }

  /// Takes what checks have found beside.
  mutating func checked(_ found: Diagnostics) { ofChecks = found.all }

  /// Takes what making all pages has found.
  mutating func rendered(_ found: Diagnostics) {
    let known = Set(ofChecks)
    ofPages = found.all.filter { !known.contains($0) }
  }
}

extension SourceTree {
  /// The files that are not what they were, and those of which something else is wrong: what cannot
  /// be read is no file of the tree.
  fileprivate func news(since former: SourceTree) -> Set<String> {
    let wrong = Set(diagnostics.all).symmetricDifference(former.diagnostics.all)
    return paths(changedSince: former).union(wrong.compactMap(\.place?.path))
  }
}
