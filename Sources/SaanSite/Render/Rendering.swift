import SaanText

extension Rendering {
  /// Binds the theme to a site and compares the site with what was noted of it.
  init(
    _ site: Site, _ plan: BuildPlan, _ tree: SourceTree, _ options: BuildOptions,
    _ notes: BuildNotes
  ) {
    let context = SiteContext(site: site, plan: plan.addresses, today: options.today)
    var notesReads = false
    if case .ledger = notes { notesReads = true }
    let first = RenderSession(context, notesReads: notesReads)
    self.plan = plan
    self.options = options
    sessions = SessionPool(first) { [notesReads] in
      RenderSession(context, notesReads: notesReads)
    }
    guard case .ledger(let former) = notes else {
      reuse = nil
      return
    }
    reuse = (Reuse(former, context, tree, options, common: first.common), ReadTable())
  }

  /// What the next build may go by.
  func ledger<Base>(
    of outputs: [Rendered<WeighingSink<Base>.Receipt>], _ sink: WeighingSink<Base>
  ) -> Ledger? {
    reuse.map { reuse, table in
      reuse.ledger(
        of: outputs.compactMap { output in
          output.reads.flatMap { sink.noted(output.receipt, reads: $0) }.map {
            NotedOutput(path: output.path, known: $0, isKept: output.isKept)
          }
        }, table)
    }
  }
}
