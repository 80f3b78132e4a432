import SaanFiles
import SaanModel
import SaanPages
import SaanText
import Synchronization

/// What the texts of a site were woven by: the next time they are held against it.
final class WeavingGrounds: Sendable {
  fileprivate let context: SiteContext
  private let digests: ReadDigests
  /// What holds for every text.
  fileprivate let build: Digest
  private let known = Mutex<[ReadKey: UInt64]>([:])

  /// Takes note of a site whose texts are not woven yet.
  init(_ context: SiteContext, _ plan: BuildPlan, _ tree: SourceTree, _ options: BuildOptions) {
    self.context = context
    digests = ReadDigests(context, .none, plan, tree)
    let session = RenderSession(context, .none, notesReads: true)
    build = digestOfBuild(
      tree, options, context.site.settings.figureWords, session.common, ReadNames(context.site),
      digests)
  }

  /// What something is that texts may read; worked out once.
  fileprivate func digest(of key: ReadKey) -> UInt64 {
    if let known = known.withLock({ $0[key] }) { return known }
    let digest = digests.digest(of: key)
    known.withLock { $0[key] = digest }
    return digest
  }

  /// Whether positions of areas, figures, registers and languages mean what they mean there.
  fileprivate func hasPositions(of other: WeavingGrounds) -> Bool {
    build == other.build
      && context.site.registers.map(\.settings.name)
        == other.context.site.registers.map(\.settings.name)
      && [ReadKey.areas, .definitions].allSatisfy { digest(of: $0) == other.digest(of: $0) }
  }
}

/// What the texts of a site have become before, of which those are kept that would show the same.
///
/// A text is one of them where its file is the same, nothing was wrong with it, and everything that
/// its shortcodes have asked of the site is what it was. What is asked by position may be compared
/// by it, as long as positions mean the same.
struct KeptTexts {
  private let former: WeavingGrounds
  private let now: WeavingGrounds
  private let weaving: Weaving

  /// Holds a site against a former one; `nil` where every text has to be made again.
  init?(_ former: WeavingGrounds, _ weaving: Weaving, _ now: WeavingGrounds) {
    guard now.hasPositions(of: former) else { return nil }
    (self.former, self.now, self.weaving) = (former, now, weaving)
  }

  /// What the texts have become that would show the same, and the others.
  func parted(
    _ texts: [(entry: Entry, page: Page)]
  ) -> (
    same: [(path: String, fragments: [Int: Fragment])], others: [(entry: Entry, page: Page)]
  ) {
    var holding: [ReadKey: Bool] = [:]
    func holds(_ key: ReadKey) -> Bool {
      // While texts are woven nobody knows what they cite.
      if case .citations = key { return false }
      if let known = holding[key] { return known }
      let holds = former.digest(of: key) == now.digest(of: key)
      holding[key] = holds
      return holds
    }
    var same: [(path: String, fragments: [Int: Fragment])] = []
    var others: [(entry: Entry, page: Page)] = []
    for text in texts {
      let path = text.page.source.path
      if isAsBefore(text.entry, text.page), let fragments = weaving.texts.fragments(of: path),
        fragments.values.allSatisfy({ $0.reads.allSatisfy(holds) })
      {
        same.append((path, fragments))
      } else {
        others.append(text)
      }
    }
    return (same, others)
  }

  private func isAsBefore(_ entry: Entry, _ page: Page) -> Bool {
    guard !weaving.faulty.contains(page.source.path),
      let former = former.context.site.entry(entry.key)
    else { return false }
    return former.pages.contains { $0 === page }
  }
}
