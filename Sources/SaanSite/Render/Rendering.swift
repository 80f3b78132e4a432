import SaanModel
import SaanPages
import SaanPublish
import SaanText

/// What a build does with a ledger.
package enum BuildNotes: Sendable {
  /// Every output is made, and nothing noted.
  case none
  /// What the last build noted, if it did, is kept where it still holds, and this one is noted.
  case ledger(Ledger?)
}

/// What is made anew of a plan, and by whom.
struct Rendering: Sendable {
  let plan: BuildPlan
  let options: BuildOptions
  let sessions: SessionPool
  /// Which outputs are kept; `nil` to make all and note nothing.
  let reuse: Reuse?
}

extension Rendering {
  /// Binds the theme to a site and compares the site with what was noted of it.
  init(
    _ context: SiteContext, _ woven: WovenTexts, _ plan: BuildPlan, _ tree: SourceTree,
    _ options: BuildOptions, _ notes: BuildNotes
  ) {
    var notesReads = false
    if case .ledger = notes { notesReads = true }
    let first = RenderSession(context, woven, notesReads: notesReads)
    self.plan = plan
    self.options = options
    sessions = SessionPool(first) { [notesReads] in
      RenderSession(context, woven, notesReads: notesReads)
    }
    guard case .ledger(let former) = notes else {
      reuse = nil
      return
    }
    reuse = Reuse(former, context, woven, plan, tree, options, common: first.common)
  }

  /// What the next build may go by.
  func ledger<Base>(
    of outputs: [Rendered<WeighingSink<Base>.Receipt>], _ sink: WeighingSink<Base>
  ) -> Ledger? {
    reuse?.ledger(
      of: outputs.compactMap { output in
        guard let reads = output.reads, let known = sink.noted(output.receipt, reads: []) else {
          return nil
        }
        return (plan.jobs[output.position], known, reads)
      })
  }
}
