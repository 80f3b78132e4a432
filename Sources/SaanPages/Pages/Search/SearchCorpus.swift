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
/// A term's file is found by its first two letters, so that what begins with a letter lies in a few
/// files, and a reader's browser fetches these alone.
struct SearchLayout: Sendable, Hashable {
  let names: Split
  let bodies: Split
  /// How many pages are told in one file.
  let block: Int
  let blocks: Int
  /// In how many files it is told which pages share names and texts.
  let sharedBlocks: Int

  /// By how many first and second letters terms are parted.
  struct Split: Sendable, Hashable {
    let first: Int
    let second: Int

    var count: Int { first * second }

    func part(of term: SearchTerm) -> Int {
      Self.folded(term.first) % first * second + Self.folded(term.second) % second
    }

    /// The letter whose mistakes are searched for together with it: `ฎ` is looked for as `ฏ`.
    private static func folded(_ letter: UInt32) -> Int { Int(letter == 0x0E0E ? 0x0E0F : letter) }

    /// The fewest files for so many bytes, which would have at most `largest` if they were even.
    fileprivate init(bytes: Int, largest: Int) {
      let steps = [(1, 1), (4, 1), (16, 1), (32, 1), (64, 1), (64, 2)]
      (first, second) = steps.first { $0.0 * $0.1 * largest >= bytes } ?? (64, 4)
    }
  }

  /// Plans files for so many pages with texts of so many bytes.
  init(pages: Int, textBytes: Int) {
    names = Split(bytes: pages * 48, largest: 40_000)
    bodies = Split(bytes: textBytes / 2, largest: 28_000)
    block = pages > 16_384 ? 512 : pages > 4_096 ? 256 : 64
    blocks = (pages + block - 1) / block
    sharedBlocks = pages > 4_096 ? 8 : 1
  }
}
