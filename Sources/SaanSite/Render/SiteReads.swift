import SaanData
import SaanModel
import SaanPages
import SaanText

/// An indicator in one area.
struct FigureCell: Hashable {
  let indicator: IndicatorID
  let area: AreaID
}

/// What outputs read of their site, found by making them for nobody.
package struct SiteReads: Sendable {
  private let figures: Statistics
  private let plan: BuildPlan
  private let woven: WovenTexts
  private let sessions: SessionPool
  private let names: ReadNames
  private let jobs: Int

  /// Binds a site's theme.
  package init(_ site: Site, _ plan: BuildPlan, _ options: BuildOptions) async throws {
    let context = SiteContext(site: site, plan: plan.addresses, today: options.today)
    // What is wrong with a text is told by a build.
    let woven = try await weave(context, jobs: options.jobs).value
    self.woven = woven
    figures = site.figures
    self.plan = plan
    jobs = options.jobs
    names = ReadNames(site)
    sessions = SessionPool {
      RenderSession(context, woven, notesReads: true)
    }
  }

  private func keys(of job: Job) -> Set<ReadKey> {
    sessions.use { session in
      var bytes: [UInt8] = []
      // A mistake in a template is told by a build; what was read until then counts here.
      _ = try? render(job, session, &bytes)
      guard case .made(let positions, let notes)? = session.takeReads() else { return [] }
      let all = notes.keys
      return Set(positions.map { all[Int($0)] })
    }
  }

  /// What an output reads, in lines of what it is and which.
  func explained(_ job: Job, in language: MessageLanguage) -> [String] {
    names.explained(keys(of: job), in: language).map { label, text in
      label.text(in: language) + ": " + text
    }
  }

  /// The ids of the figures that a text states in its lines, each once, sorted.
  func stated(in page: Page) -> [String] {
    let fragments = page.body.allCalls.compactMap(woven.fragment).filter { $0.words != nil }
    return Set(fragments.flatMap(\.stated).map(\.id)).sorted()
  }

  /// The site paths of the pages on which an indicator's value counts for something, in order.
  package func pages(showing id: String) async throws -> [String] {
    guard let indicator = figures.indicator(id) else { return [] }
    return try await readings().filter { _, keys in
      keys.contains { $0.shownIndicator == indicator }
    }.map(\.path)
  }

  /// The site paths of the pages on which values count for something, in order.
  func pages(reading cells: [FigureCell]) async throws -> [FigureCell: [String]] {
    guard !cells.isEmpty else { return [:] }
    let wanted = Set(cells).map { ($0, reached(from: $0)) }
    var found: [FigureCell: [String]] = [:]
    for (path, keys) in try await readings() {
      for (cell, reached) in wanted where !reached.isDisjoint(with: keys) {
        found[cell, default: []].append(path)
      }
    }
    return found
  }

  /// What a value can change: itself, what it is added up to, and the places that it is held
  /// against.
  private func reached(from cell: FigureCell) -> Set<ReadKey> {
    let jointly = figures.areas.members(of: cell.area) ?? []
    let areas = [cell.area] + figures.areas.ancestors[cell.area] + jointly
    let compared = figures.areas.all.ids.filter { area in
      figures.profiles.rows[area].contains { $0.indicator == cell.indicator }
    }
    return Set(
      [.indicator(cell.indicator), .figures]
        + areas.map { .cell(indicator: cell.indicator, area: $0) }
        + compared.map { .profile(area: $0) })
  }

  /// What every page reads.
  private func readings() async throws -> [(path: String, keys: Set<ReadKey>)] {
    try await concurrentMap(plan.pages, jobs: jobs) { ($0.path, keys(of: $0)) }
  }
}
