import CXXHash
import SaanFiles
import SaanModel
import SaanPages
import SaanPublish
import SaanText

/// Which outputs of a build need not be made again, and what the next build will be told.
///
/// An output is kept where a ledger knows it, where it is still the same kind of thing, and where
/// everything that it read is what it was. A ledger of another build, of which something differs
/// that every page depends on, counts for nothing.
struct Reuse: Sendable {
  private let digests: ReadDigests
  private let names: ReadNames
  /// What holds for every output.
  private let build: Digest
  private let former: FormerReads?

  /// Compares a ledger with a build.
  ///
  /// - Parameter common: what the parts that all pages share have read.
  init(
    _ former: Ledger?, _ context: SiteContext, _ woven: WovenTexts, _ plan: BuildPlan,
    _ tree: SourceTree, _ options: BuildOptions, common: [ReadKey]
  ) {
    let names = ReadNames(context.site)
    let digests = ReadDigests(context, woven, plan, tree)
    let build = digestOfBuild(
      tree, options, context.site.settings.figureWords, common, names, digests)
    (self.names, self.digests, self.build) = (names, digests, build)
    self.former = former.flatMap { ledger in
      ledger.build == build ? FormerReads(ledger, names, digests) : nil
    }
  }

  /// What is known of an output that would be the same if it were made again.
  func known(_ job: Job) -> LedgerOutput? { former?.known(job) }

  /// What the next build will be told of this one.
  ///
  /// - Parameter outputs: what is known of each output but its reads, and these.
  func ledger(of outputs: [(job: Job, known: LedgerOutput, reads: NotedReads)]) -> Ledger {
    var keys = NotedKeys(former, names, digests)
    for case (_, _, .kept(let reads)) in outputs { keys.use(former: reads) }
    keys.addFormer()
    let noted = outputs.map { job, known, reads in
      (path: job.output, known: known.noted(as: job.identity, keys.positions(of: reads)))
    }
    return Ledger(build: build, keys: keys.all, outputs: noted)
  }
}

/// A former ledger against the present build.
struct FormerReads: Sendable {
  let ledger: Ledger
  /// What the ledger's keys are in this build; `nil` for those of something that is no more.
  let keys: [ReadKey?]
  /// Whether they are what they were.
  private let holds: [Bool]
  /// Where the ledger has an output, by the hash of its path.
  private let outputs: [UInt64: Int32]

  init(_ ledger: Ledger, _ names: ReadNames, _ digests: ReadDigests) {
    self.ledger = ledger
    let keys = ledger.keys.map { names.key(named: $0.name) }
    self.keys = keys
    holds = zip(keys, ledger.keys).map { key, former in
      key.map { digests.digest(of: $0) == former.digest } ?? false
    }
    outputs = Dictionary(
      ledger.outputs.enumerated().map { (Self.hash($1.path), Int32(truncatingIfNeeded: $0)) }
    ) { first, _ in first }
  }

  /// What is known of an output of which nothing has changed that it read.
  func known(_ job: Job) -> LedgerOutput? {
    guard let position = outputs[Self.hash(job.output)] else { return nil }
    let (path, known) = ledger.outputs[Int(position)]
    guard path == job.output, known.identity == job.identity,
      known.reads.allSatisfy({ holds[Int($0)] })
    else { return nil }
    return known
  }

  private static func hash(_ path: String) -> UInt64 {
    var path = path
    return path.withUTF8 { XXH3_64bits($0.baseAddress, $0.count) }
  }
}

/// What one output has read, by the positions in a list of keys.
enum NotedReads: Sendable {
  /// It was kept as it was published; the list is the former ledger's.
  case kept([Int32])
  /// It was made, and the list is that of whoever made it.
  case made([Int32], ReadNotes)

  /// What was read in making it; nothing of what was kept.
  var keys: [ReadKey] {
    guard case .made(let positions, let notes) = self else { return [] }
    let all = notes.keys
    return positions.map { all[Int($0)] }
  }
}

/// The keys of a ledger while it is put together: the former one's that still count, in their
/// order, so that what was kept keeps its order as well, and behind them those that are new.
private struct NotedKeys {
  private(set) var all: [LedgerKey] = []
  private let names: ReadNames
  private let digests: ReadDigests
  private let former: FormerReads?
  /// Where keys of the former ledger stand in this one; -1 for those that do not count.
  private var kept: [Int32]
  /// Where keys stand.
  private var positions: [ReadKey: Int32] = [:]
  /// Where the keys of those stand who made outputs.
  private var made: [ObjectIdentifier: [Int32]] = [:]

  init(_ former: FormerReads?, _ names: ReadNames, _ digests: ReadDigests) {
    (self.former, self.names, self.digests) = (former, names, digests)
    kept = [Int32](repeating: -1, count: former?.keys.count ?? 0)
  }

  /// Takes note that keys of the former ledger still count.
  mutating func use(former reads: [Int32]) { for read in reads { kept[Int(read)] = 0 } }

  /// Adds the keys of the former ledger that still count: they are what they were.
  mutating func addFormer() {
    guard let former else { return }
    for position in kept.indices where kept[position] == 0 {
      kept[position] = Int32(truncatingIfNeeded: all.count)
      if let key = former.keys[position] { positions[key] = kept[position] }
      all.append(former.ledger.keys[position])
    }
  }

  /// Where the keys of an output stand, ascending.
  mutating func positions(of reads: NotedReads) -> [Int32] {
    switch reads {
    case .kept(let reads): reads.map { kept[Int($0)] }
    case .made(let reads, let notes): positions(of: reads, in: notes).sorted()
    }
  }

  private mutating func positions(of reads: [Int32], in notes: ReadNotes) -> [Int32] {
    let own = ObjectIdentifier(notes)
    let positions = made[own] ?? notes.keys.map { position(of: $0) }
    made[own] = positions
    return reads.map { positions[Int($0)] }
  }

  private mutating func position(of key: ReadKey) -> Int32 {
    if let known = positions[key] { return known }
    let position = Int32(truncatingIfNeeded: all.count)
    positions[key] = position
    all.append(LedgerKey(name: names.name(of: key), digest: digests.digest(of: key)))
    return position
  }
}

extension LedgerOutput {
  fileprivate func noted(as identity: UInt64, _ reads: [Int32]) -> LedgerOutput {
    LedgerOutput(
      identity: identity, reads: reads, digest: digest, size: size, chart: chart, map: map,
      firstView: firstView)
  }
}

/// What every output depends on.
///
/// These are the program and its options, the settings of the site and of its themes, and what the
/// parts have read that all pages share. The day is a thing that pages read.
func digestOfBuild(
  _ tree: SourceTree, _ options: BuildOptions, _ figureWords: [String], _ common: [ReadKey],
  _ names: ReadNames, _ digests: ReadDigests
) -> Digest {
  var bytes = DigestBytes()
  bytes.add(options.program)
  bytes.add(options.digest)
  bytes.add(options.cardPainter?.version)
  bytes.add(options.pictureMaker(for: tree))
  let settings = tree.files.filter { path, _ in
    path == "site.yaml" || path.hasSuffix("/theme.yaml") || path.hasPrefix("theme/words/")
  }
  for (path, file) in settings.sorted(by: { $0.key < $1.key }) {
    bytes.add(path)
    bytes.add(file.bytes)
  }
  bytes.add(figureWords)
  for (name, key) in common.map({ (names.name(of: $0), $0) }).sorted(by: { $0.0 < $1.0 }) {
    bytes.add(name)
    bytes.add(Int(truncatingIfNeeded: digests.digest(of: key)))
  }
  return Digest(of: bytes.bytes)
}
