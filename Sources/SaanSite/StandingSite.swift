import SaanData
import SaanFiles
import SaanModel
import SaanPages
import SaanText

/// A site that is loaded and planned, with all that its pages ask for: each of its outputs can be
/// made when somebody wants it, by any number of tasks at once.
package struct StandingSite: Sendable {
  package let site: Site
  package let plan: BuildPlan
  /// What was found while the texts were woven.
  package let diagnostics: Diagnostics
  let tree: SourceTree
  let options: BuildOptions
  let context: SiteContext
  let woven: WovenTexts
  private let sessions: SessionPool
  /// Makes what cannot be made anew yet, as it was before.
  private let former: FormerSite?
  /// What the texts were woven by, and what came of it, for the next site.
  private let weaving: (grounds: WeavingGrounds, made: Weaving)?

  /// Works out what pages ask for, and weaves the texts.
  ///
  /// - Parameters:
  ///   - former: the site as it was before, of which those texts are taken over that show the same.
  ///   - isFollowed: whether others will come after it.
  package init(
    _ site: Site, _ plan: BuildPlan, _ tree: SourceTree, _ options: BuildOptions,
    after former: StandingSite? = nil, isFollowed: Bool = false
  ) async throws {
    let context = SiteContext(site: site, plan: plan.addresses, today: options.today)
    let grounds = isFollowed ? WeavingGrounds(context, plan, tree, options) : nil
    let kept = grounds.flatMap { now in
      former?.weaving.flatMap { KeptTexts($0.grounds, $0.made, now) }
    }
    let made = try await weave(context, jobs: options.jobs, keeping: kept)
    (self.site, self.plan, self.tree, self.options) = (site, plan, tree, options)
    (self.context, woven, diagnostics) = (context, made.texts, made.diagnostics)
    weaving = grounds.map { ($0, made) }
    self.former = nil
    sessions = SessionPool { [woven = made.texts] in
      RenderSession(context, woven, notesReads: false)
    }
  }

  private init(
    _ former: StandingSite, _ context: SiteContext, _ plan: BuildPlan, _ woven: WovenTexts,
    anew outputs: Set<String>? = nil
  ) {
    (site, self.plan, self.context, self.woven) = (context.site, plan, context, woven)
    (tree, options, diagnostics) = (former.tree, former.options, former.diagnostics)
    weaving = nil
    self.former = outputs.map { FormerSite(make: former.make, anew: $0) }
    sessions = SessionPool { RenderSession(context, woven, notesReads: false) }
  }

  /// The site with other values in the rows of registers, while what is counted of them is not
  /// known yet.
  ///
  /// An output is as it will be, or as it was where it asks for anything that may not be known.
  /// - Parameter registers: registers with the same rows as before.
  /// - Returns: `nil` where every page asks for such things.
  init?(_ former: StandingSite, _ registers: [Register]) {
    site = former.site.replacing(registers)
    let context = SiteContext(former.context, registers: site)
    (self.context, plan) = (context, former.plan)
    woven = former.woven.awaitingRegisters
    (tree, options, diagnostics) = (former.tree, former.options, former.diagnostics)
    weaving = nil
    self.former = FormerSite(make: former.make, anew: nil)
    let first = RenderSession(context, woven, notesReads: true)
    if first.common.contains(where: \.isOfCountedRows) { return nil }
    sessions = SessionPool(first) { [woven] in RenderSession(context, woven, notesReads: true) }
  }

  /// The site with other versions of articles and files, in which all that is listed stands as it
  /// was: their own pages are as they will be, what others say of them follows with the next load.
  ///
  /// - Parameter entries: articles with the same fields as before.
  /// - Returns: `nil` where more would be other than these.
  func replacing(_ entries: [(old: Entry, new: Entry)], _ files: [Asset]) -> StandingSite? {
    let site = site.replacing(entries.map(\.new), files)
    let routes = plan.routes.replacing(entries, in: site)
    var jobs: [String: Job] = [:]
    for (old, new) in entries {
      for language in routes.languages {
        let output = PublishedAddresses.output(for: routes.path(of: old, language))
        guard let job = plan.job(at: output)?.showing(new) else { return nil }
        jobs[output] = job
      }
    }
    for file in files {
      let names = site.theme.assets.filter { $0.value.path == file.path }.keys
      let paths =
        names.map { (plan.routes.path(ofThemeAsset: $0), routes.path(ofThemeAsset: $0)) }
        + [(plan.routes.path(ofAsset: file.path), routes.path(ofAsset: file.path))]
      for case (let old?, let new?) in paths {
        let output = PublishedAddresses.output(for: old)
        guard let job = plan.job(at: output)?.publishing(file, at: new) else { return nil }
        jobs[output] = job
      }
    }
    let newPlan = plan.replacing(jobs, by: routes)
    let newContext = SiteContext(context, site: site, plan: newPlan.addresses)
    let texts = entries.flatMap { pair in pair.new.pages.map { (pair.new, $0) } }
    return reweave(texts, newContext, woven).map { StandingSite(self, newContext, newPlan, $0) }
  }

  /// The site in a theme with other templates and phrases.
  ///
  /// - Parameter outputs: the pages whose shortcodes are made anew; in others these stay as they
  ///   were until the next load.
  /// - Returns: `nil` where something is wrong with one.
  func wearing(_ theme: Theme, on outputs: [String]) -> StandingSite? {
    let context = SiteContext(context, site: site.wearing(theme), plan: plan.addresses)
    let articles = outputs.compactMap { plan.job(at: $0)?.subject.entry }
    let texts = articles.flatMap { entry in entry.pages.map { (entry, $0) } }
    return reweave(texts, context, woven).map { StandingSite(self, context, plan, $0) }
  }

  /// The site as it is read anew, on the pages that somebody looks at: all others stand as they
  /// were until the next load.
  ///
  /// - Parameter outputs: the pages.
  /// - Returns: `nil` where none of them is planned of it.
  func showing(_ site: Site, on outputs: [String]) -> StandingSite? {
    var site = site
    site.assetUse = self.site.assetUse
    let planned = planOutputs(Set(outputs), of: site)
    guard !planned.jobs.isEmpty else { return nil }
    let plan = plan.replacing(planned.jobs, by: planned.routes)
    let addresses = plan.addresses.replacing(
      planned.routes, planned.listings, without: [], adding: planned.beside)
    let context = SiteContext(site: site, plan: addresses, today: options.today)
    let articles = planned.jobs.values.compactMap(\.subject.entry)
    let texts = articles.flatMap { entry in entry.pages.map { (entry, $0) } }
    return reweave(texts, context, woven).map {
      StandingSite(self, context, plan, $0, anew: Set(planned.jobs.keys))
    }
  }

  /// Makes an output as a build would publish it.
  ///
  /// Where an error is found the bytes are no page; a build would not publish them.
  /// - Throws: what kept a file from being read.
  package func make(_ job: Job) throws(DiskError) -> Outcome<[UInt8]> {
    if let former, former.anew?.contains(job.output) == false { return try former.make(job) }
    let (made, reads) = sessions.use { session in
      (
        Result { () throws(DiskError) in try outcome(of: job, plan, options, session) },
        session.takeReads()
      )
    }
    if let former, former.anew == nil, reads?.keys.contains(where: \.isOfCountedRows) ?? true {
      return try former.make(job)
    }
    return try made.get()
  }

  /// Why a page would not be published, where a preview shows it all the same.
  package func reasonToHold(_ job: Job) -> HeldBack.Reason? {
    job.subject.entry?.page(for: site.settings.languages[job.language].tag).preview
  }
}

/// A site as it was before a change of which not everything is known yet.
private struct FormerSite: Sendable {
  /// Makes an output as it was.
  let make: @Sendable (Job) throws(DiskError) -> Outcome<[UInt8]>
  /// The outputs that can be made as they will be; `nil` for all that ask for nothing which is not
  /// known yet.
  let anew: Set<String>?
}
