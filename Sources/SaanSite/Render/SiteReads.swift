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
    let woven = try await weave(context, jobs: options.jobs).texts
    self.woven = woven
    figures = site.figures
    self.plan = plan
    jobs = options.jobs
    names = ReadNames(site)
    sessions = SessionPool {
      RenderSession(context, woven, notesReads: true)
    }
  }

  private func keys(of job: Job) -> Set<ReadKey> { reading(of: job).keys }

  /// What an output reads, and what it is.
  private func reading(of job: Job) -> (keys: Set<ReadKey>, bytes: [UInt8]) {
    sessions.use { session in
      var bytes: [UInt8] = []
      // A mistake in a template is told by a build; what was read until then counts here.
      _ = try? render(job, session, &bytes)
      guard case .made(let positions, let notes)? = session.takeReads() else { return ([], bytes) }
      let all = notes.keys
      return (Set(positions.map { all[Int($0)] }), bytes)
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

  /// The pages on which an indicator's value counts for something, in order, with the sentences
  /// that state one.
  package func pages(showing id: String) async throws -> [ReadingPage] {
    guard let index = figures.indicator(id) else { return [] }
    let indicator = figures.indicators[index]
    let published = figures.areas.all.ids.compactMap { figures.shown(index, $0)?.value }
    let computed = figures.areas.all.ids.compactMap { figures.rollup(index, $0)?.value }
    let values = StatedValues([
      StatedValues(published, of: indicator),
      StatedValues(computed, of: indicator, isComputed: true),
    ])
    return try await concurrentMap(plan.pages, jobs: jobs) { job -> ReadingPage? in
      let (keys, bytes) = reading(of: job)
      guard keys.contains(where: { $0.shownIndicator == index }) else { return nil }
      return ReadingPage(
        path: job.path, sentences: values.sentences(in: textsOfPage(bytes).map(NumberedText.init)))
    }.compactMap { $0 }
  }

  /// The pages on which values count for something, in order, with the sentences that state them;
  /// without the history of values, which tells of each change.
  ///
  /// - Parameter cells: the values that are looked for, by indicator and area: as they are now, and
  ///   as they were.
  func pages(
    reading cells: [FigureCell: (now: [ExactNumber], before: [ExactNumber])]
  ) async throws -> [FigureCell: [ReadingPage]] {
    guard !cells.isEmpty else { return [:] }
    let wanted = cells.map { cell, values in
      let indicator = figures.indicators[cell.indicator]
      let sums = figures.areas.ancestors[cell.area].compactMap {
        figures.rollup(cell.indicator, $0)?.value
      }
      return (
        cell: cell, reached: reached(from: cell),
        now: StatedValues([
          StatedValues(values.now, of: indicator),
          StatedValues(sums, of: indicator, isComputed: true),
        ]), before: StatedValues(values.before, of: indicator)
      )
    }
    let pages = try await concurrentMap(plan.pages, jobs: jobs) {
      job -> [(FigureCell, ReadingPage)] in
      if job.subject.tellsChanges { return [] }
      let (keys, bytes) = reading(of: job)
      let own = wanted.filter { !$0.reached.isDisjoint(with: keys) }
      let texts = own.isEmpty ? [] : textsOfPage(bytes).map(NumberedText.init)
      return own.map {
        (
          $0.cell,
          ReadingPage(
            path: job.path, sentences: $0.now.sentences(in: texts),
            outdated: $0.before.sentences(in: texts, without: $0.now))
        )
      }
    }
    return Dictionary(grouping: pages.joined(), by: \.0).mapValues { $0.map(\.1) }
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
}

/// A page that reads a value, with what it says of it.
package struct ReadingPage: Sendable {
  package let path: String
  /// The sentences that state the value as it is now.
  package var sentences: [String]
  /// The sentences that state it as it was before.
  package var outdated: [String] = []

  /// The pages, each once, with all that is said of them.
  static func joining(_ pages: [ReadingPage]) -> [ReadingPage] {
    var order: [String] = []
    var joined: [String: ReadingPage] = [:]
    for page in pages {
      if joined[page.path] == nil { order.append(page.path) }
      var all = joined[page.path] ?? ReadingPage(path: page.path, sentences: [])
      all.sentences += page.sentences.filter { !all.sentences.contains($0) }
      all.outdated += page.outdated.filter { !all.outdated.contains($0) }
      joined[page.path] = all
    }
    return order.compactMap { joined[$0] }
  }

  /// The page and its sentences as lines.
  fileprivate func lines(in language: MessageLanguage) -> [String] {
    let label = Wording(en: "still: ", th: "ยังเป็นค่าเดิม: ").text(in: language)
    return ["    " + path] + sentences.map { "        “\($0)”" }
      + outdated.map { "        \(label)“\($0)”" }
  }
}

extension [ReadingPage] {
  /// The pages with their sentences as lines; those without one are counted, for there may be
  /// hundreds.
  func lines(in language: MessageLanguage) -> [String] {
    let telling = filter { !$0.sentences.isEmpty || !$0.outdated.isEmpty }
    let silent = count - telling.count
    let label = Wording(
      en: "pages that use it without saying it in a sentence: \(silent)",
      th: "หน้าที่ใช้ค่านี้โดยไม่ได้กล่าวไว้ในประโยค: \(silent) หน้า")
    return telling.flatMap { $0.lines(in: language) }
      + (silent == 0 ? [] : ["    " + label.text(in: language)])
  }
}
