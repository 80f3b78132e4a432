import SaanModel
import SaanText
import Synchronization

/// The pages of one language that search finds, and in how many files its index lies.
///
/// All files of an index are made of one reading of these pages, which the first of them begins.
package final class SearchCorpus: Sendable {
  let jobs: [Job]
  let layout: SearchLayout
  private let made = Mutex<Made?>(nil)

  private struct Made {
    let context: SiteContext
    let woven: WovenTexts
    let index: Lazily<SearchIndex>
  }

  init(_ jobs: [Job], _ layout: SearchLayout) { (self.jobs, self.layout) = (jobs, layout) }

  /// The index of the pages as a site has them.
  func index(
    _ context: SiteContext, _ woven: WovenTexts, _ language: LanguageID
  ) -> SearchIndex {
    let index = made.withLock { made in
      if let made, made.context === context, made.woven === woven { return made.index }
      let index = Lazily { [jobs, layout] in
        // What is read here is noted as everything.
        SearchIndex(jobs, layout, Reader(Door(context, woven), language: language))
      }
      made = Made(context: context, woven: woven, index: index)
      return index
    }
    return index.value
  }
}

/// In how many files an index lies.
///
/// Terms lie in the order of their keys, in files of which none is much longer than the others, so
/// that a reader's browser finds each by where the files begin, and fetches few and short ones.
struct SearchLayout: Sendable, Hashable {
  let names: Int
  let bodies: Int
  /// How many pages are told in one file.
  let block: Int
  let blocks: Int
  /// In how many files it is told which pages share names and texts.
  let sharedBlocks: Int
  /// In how many files it is told where pieces that texts share stand.
  let placeBlocks: Int

  /// Plans files for so many pages with texts of so many bytes.
  init(pages: Int, textBytes: Int) {
    names = min(64, pages / 360 + 1)
    bodies = min(88, textBytes / 48_000 + 1)
    block = pages > 16_384 ? 512 : pages > 4_096 ? 256 : 64
    blocks = (pages + block - 1) / block
    sharedBlocks = min(88, pages / 260 + 1)
    placeBlocks = min(8, textBytes / 400_000 + 1)
  }
}
