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
  /// The texts beside the bodies of articles that state figures, in the order of files.
  private let stating: [StatingText]

  /// Binds a site's theme.
  package init(_ site: Site, _ plan: BuildPlan, _ options: BuildOptions) async throws {
    let context = SiteContext(site: site, plan: plan.addresses, today: options.today)
    // What is wrong with a text is told by a build.
    let woven = try await weave(context, jobs: options.jobs, marksFigures: true).texts
    self.woven = woven
    figures = site.figures
    self.plan = plan
    jobs = options.jobs
    names = ReadNames(site)
    stating = site.stating + site.allPages.flatMap(\.page.front.stating)
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
  /// that state one, and the other texts of the site that do.
  ///
  /// - Parameter area: the area whose value is meant, by code, slug or name; any without one.
  package func pages(showing id: String, area: String? = nil) async throws -> ReadingPages {
    guard let index = figures.indicator(id) else { return ReadingPages() }
    let area = area.flatMap { figures.area($0) }
    let areas = area.map { Set([$0] + figures.together(index, $0)) }
    let wanted = areas.map { Array($0) } ?? Array(figures.areas.all.ids)
    let figure = FigureInTexts(index, in: areas, of: figures)
    let values = StatedValues(
      wanted.compactMap { figures.shown(index, $0)?.value },
      sums: wanted.compactMap { figures.rollup(index, $0)?.value }, of: figure)
    let keys = areas.map { Set($0.flatMap { reached(index, $0) }) }
    let pages = try await concurrentMap(plan.pages, jobs: jobs) { job -> ReadingPage? in
      let (read, bytes) = reading(of: job)
      guard read.contains(where: { $0.shownIndicator == index }),
        keys?.isDisjoint(with: read) != true
      else { return nil }
      return ReadingPage(
        path: job.path,
        sentences: values.sentences(in: numberedTexts(of: bytes), on: page(of: job)))
    }.compactMap { $0 }
    return ReadingPages(pages: pages, texts: stating.filter { $0.states(figure) })
  }

  private func numberedTexts(of page: [UInt8]) -> [NumberedText] {
    textsOfPage(page).map(NumberedText.init)
  }

  private func page(of job: Job) -> PageOfTexts {
    PageOfTexts(path: job.path, area: job.subject.area?.id, stating: stating)
  }

  /// The pages on which values count for something, in order, with the sentences that state them;
  /// without the history of values, which tells of each change.
  ///
  /// - Parameter cells: the values that are looked for, by indicator and area: as they are now, and
  ///   as they were.
  func pages(
    reading cells: [FigureCell: (now: [ExactNumber], before: [ExactNumber])]
  ) async throws -> [FigureCell: ReadingPages] {
    guard !cells.isEmpty else { return [:] }
    let wanted = cells.map { cell, values in
      let around = figures.areas.ancestors[cell.area]
      let sums = around.compactMap { figures.rollup(cell.indicator, $0)?.value }
      let areas = Set([cell.area] + around + (figures.areas.members(of: cell.area) ?? []))
      let figure = FigureInTexts(cell.indicator, in: areas, of: figures)
      let own = FigureInTexts(cell.indicator, in: [cell.area], of: figures)
      return (
        cell: cell, reached: reached(from: cell),
        now: StatedValues(values.now, sums: sums, of: figure),
        before: StatedValues(values.before, of: figure),
        texts: stating.filter { $0.states(own) }
      )
    }
    let pages = try await concurrentMap(plan.pages, jobs: jobs) {
      job -> [(FigureCell, ReadingPage)] in
      if job.subject.tellsChanges { return [] }
      let (keys, bytes) = reading(of: job)
      let own = wanted.filter { !$0.reached.isDisjoint(with: keys) }
      let texts = own.isEmpty ? [] : numberedTexts(of: bytes)
      let page = page(of: job)
      return own.map {
        (
          $0.cell,
          ReadingPage(
            path: job.path, sentences: $0.now.sentences(in: texts, on: page),
            outdated: $0.before.sentences(in: texts, on: page, without: $0.now))
        )
      }
    }
    let all = Dictionary(grouping: pages.joined(), by: \.0).mapValues { $0.map(\.1) }
    return Dictionary(
      wanted.map { ($0.cell, ReadingPages(pages: all[$0.cell] ?? [], texts: $0.texts)) }
    ) { first, _ in first }
  }

  /// What a value can change: itself, what it is added up to, and the places that it is held
  /// against.
  private func reached(from cell: FigureCell) -> Set<ReadKey> {
    reached(cell.indicator, cell.area)
  }

  private func reached(_ indicator: IndicatorID, _ area: AreaID) -> Set<ReadKey> {
    let jointly = figures.areas.members(of: area) ?? []
    let areas = [area] + figures.areas.ancestors[area] + jointly
    let compared = figures.areas.all.ids.filter { area in
      figures.profiles.rows[area].contains { $0.indicator == indicator }
    }
    return Set(
      [.indicator(indicator), .figures]
        + areas.map { .cell(indicator: indicator, area: $0) }
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

/// What says a value: pages, and other texts of the site.
package struct ReadingPages: Sendable {
  package let pages: [ReadingPage]
  /// The texts beside the bodies of articles that state it.
  private let texts: [StatingText]

  /// Joins both.
  package init(pages: [ReadingPage] = [], texts: [StatingText] = []) {
    self.pages = pages
    self.texts = texts
  }

  /// The pages and texts, each once, with all that is said of them.
  static func joining(_ all: [ReadingPages]) -> ReadingPages {
    var seen = Set<String>()
    return ReadingPages(
      pages: ReadingPage.joining(all.flatMap(\.pages)),
      texts: all.flatMap(\.texts).filter { seen.insert($0.line(in: .english)).inserted })
  }

  /// What says it in lines: the pages with their sentences, those without one counted, for there
  /// may be hundreds; then texts that no page has in a sentence.
  func lines(in language: MessageLanguage) -> [String] {
    let telling = pages.filter { !$0.sentences.isEmpty || !$0.outdated.isEmpty }
    let silent = pages.count - telling.count
    let label = Wording(
      en: "pages that use it without saying it in a sentence: \(silent)",
      th: "หน้าที่ใช้ค่านี้โดยไม่ได้กล่าวไว้ในประโยค: \(silent) หน้า")
    let said = telling.flatMap(\.sentences)
    let elsewhere = texts.filter { text in
      !said.contains { said in
        // A long one is cut around its number.
        said.contains(text.text)
          || said.contains("…") && text.text.contains(said.filter { $0 != "…" })
      }
    }
    return telling.flatMap { $0.lines(in: language) }
      + (silent == 0 ? [] : ["    " + label.text(in: language)])
      + elsewhere.map { $0.line(in: language) }
  }
}

extension StatingText {
  /// Where it is written and what it says, on one line.
  fileprivate func line(in language: MessageLanguage) -> String {
    "    \(place.text(in: language)) “\(text)”"
  }
}
