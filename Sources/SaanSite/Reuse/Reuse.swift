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
  private let former: Ledger?
  /// The digests of the former ledger's keys in this build; 0 for what is no more.
  private let now: [UInt64]
  /// Where the former ledger has the identity of outputs.
  private let identities: [String: Int32]

  /// Compares a ledger with a build.
  ///
  /// - Parameter common: what the parts that all pages share have read.
  init(
    _ former: Ledger?, _ context: SiteContext, _ plan: BuildPlan, _ tree: SourceTree,
    _ options: BuildOptions, common: Set<ReadKey>
  ) {
    names = ReadNames(context.site)
    digests = ReadDigests(context, plan, tree)
    build = digestOfBuild(tree, options, common, names, digests)
    guard let former, former.build == build else {
      (self.former, now, identities) = (nil, [], [:])
      return
    }
    self.former = former
    let (names, digests) = (names, digests)
    now = former.keys.map { key in names.key(named: key.name).map(digests.digest) ?? 0 }
    var identities: [String: Int32] = [:]
    for (position, key) in former.keys.enumerated() {
      if case .job(let identity)? = names.key(named: key.name) {
        identities[identity] = Int32(position)
      }
    }
    self.identities = identities
  }

  /// What is known of an output that would be the same if it were made again.
  func known(_ job: Job) -> LedgerOutput? {
    guard let former, let known = former.output(job.output),
      let own = identities[job.identity], known.reads.contains(own),
      known.reads.allSatisfy({ now[Int($0)] == former.keys[Int($0)].digest })
    else { return nil }
    return known
  }

  /// What the next build will be told of this one.
  ///
  /// - Parameters:
  ///   - outputs: each output with what it read; kept ones with their former positions.
  ///   - table: what the others have read.
  func ledger(of outputs: [NotedOutput], _ table: ReadTable) -> Ledger {
    var kept = [Int32](repeating: -1, count: former?.keys.count ?? 0)
    func position(ofFormer old: Int32) -> Int32 {
      if kept[Int(old)] < 0, let key = names.key(named: former?.keys[Int(old)].name ?? "") {
        kept[Int(old)] = table.positions(of: [key])[0]
      }
      return kept[Int(old)]
    }
    let noted = outputs.map { output in
      let reads = output.isKept ? output.known.reads.map(position(ofFormer:)) : output.known.reads
      return (output.path, output.known.reading(reads.sorted()))
    }
    let keys = table.keys.map { key in
      LedgerKey(name: names.name(of: key), digest: digests.digest(of: key))
    }
    return Ledger(build: build, keys: keys, outputs: noted)
  }
}

/// One output for the ledger.
struct NotedOutput: Sendable {
  let path: String
  let known: LedgerOutput
  /// Whether its reads are positions in the former ledger.
  let isKept: Bool
}

extension LedgerOutput {
  fileprivate func reading(_ reads: [Int32]) -> LedgerOutput {
    LedgerOutput(reads: reads, digest: digest, size: size, chart: chart, map: map)
  }
}

/// What every output depends on.
///
/// These are the program and its options, the settings of the site and of its themes, and what the
/// parts have read that all pages share. The day is a thing that pages read.
private func digestOfBuild(
  _ tree: SourceTree, _ options: BuildOptions, _ common: Set<ReadKey>, _ names: ReadNames,
  _ digests: ReadDigests
) -> Digest {
  var bytes = DigestBytes()
  bytes.add(options.program)
  bytes.add(options.digest)
  for (path, file) in tree.files.sorted(by: { $0.key < $1.key })
  where path == "site.yaml" || path.hasSuffix("/theme.yaml") || path.hasPrefix("theme/words/") {
    bytes.add(path)
    bytes.add(file.bytes)
  }
  for (name, key) in common.map({ (names.name(of: $0), $0) }).sorted(by: { $0.0 < $1.0 }) {
    bytes.add(name)
    bytes.add(Int(truncatingIfNeeded: digests.digest(of: key)))
  }
  return Digest(of: bytes.bytes)
}
