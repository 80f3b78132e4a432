import SaanFiles
import SaanText

/// A sink that publishes into a directory, all at once.
///
/// Changed files are staged in a new tree beside the output directory; unchanged and foreign files
/// join it under a second hard link; then the two trees are exchanged in one system call. A reader
/// sees the old site or the new one, and a process killed at any moment leaves one of them. Where
/// one file alone changes, moving it into its place does the same. Where trees cannot be exchanged,
/// the staged files move into the directory one by one, and what a killed process left undone the
/// next one does. A build that changes nothing writes nothing.
package struct DiskSink: OutputSink {
  /// One output's fate.
  package struct Receipt: Sendable {
    let path: String
    let entry: Manifest.Entry
    let isChanged: Bool
    /// Whether somebody else had changed the published file.
    let wasEdited: Bool
  }

  /// What was done.
  package struct Report: Sendable, Equatable {
    package var written = 0
    package var unchanged = 0
    package var removed = 0
    package var bytesWritten = 0
    /// What the folder may hold that is not for everybody yet.
    package var marks: Set<Manifest.Mark> = []
    /// What was met in the folder that a build had not left so.
    package var diagnostics = Diagnostics()
  }

  let folder: OutputFolder
  let former: Manifest
  let switchesWhole: Bool
  private let marks: Set<Manifest.Mark>
  /// When the former manifest was written; a file changed later is compared byte by byte.
  let formerTime: (seconds: Int, nanoseconds: Int)?
  /// Whether there is no directory yet, so that nothing can stand where an output goes.
  private let isFirst: Bool

  /// Opens a directory for publishing; what a killed build left is put right.
  ///
  /// The caller holds the folder's lock.
  ///
  /// - Parameters:
  ///   - isForced: whether a folder may be taken that holds what no build wrote.
  ///   - marks: what the outputs may hold that is not for everybody yet.
  ///   - switchesWhole: `false` to move files one by one, as where trees cannot be exchanged.
  /// - Throws: `foreign-output` when the folder holds what no build wrote.
  package init(
    _ folder: OutputFolder, isForced: Bool = false, marks: Set<Manifest.Mark> = [],
    switchesWhole: Bool = true
  ) throws(DiskError) {
    self.folder = folder
    self.marks = marks
    self.switchesWhole = switchesWhole
    try folder.recover()
    isFirst = FileSystem.status(folder.path) == nil
    let manifest = try folder.manifest()
    former = manifest?.value ?? Manifest(folders: isFirst ? [] : ["."])
    formerTime = manifest?.time.modified
    guard manifest == nil, !isForced else { return }
    let foreign = try folder.foreignNames()
    guard foreign.isEmpty else { throw DiskError(.foreignOutput(folder.path, foreign)) }
  }

  /// Ends a build, while the lock is still held.
  package func close() { folder.close() }

  package func report(ofStanding fingerprint: BuildFingerprint) -> Report? {
    guard former.fingerprint == fingerprint, former.marks == marks, formerTime != nil else {
      return nil
    }
    let isWhole = former.entries.allSatisfy { path, entry in
      guard let status = FileSystem.status("\(folder.path)/\(path)") else { return false }
      return stands(path, entry, status)
    }
    return isWhole ? Report(unchanged: former.entries.count, marks: marks) : nil
  }

  /// Whether a published file is as the former build left it.
  ///
  /// Nobody can set back the time at which a file, or what stands in its place, was changed.
  func stands(_ path: String, _ entry: Manifest.Entry, _ status: FileSystem.Status) -> Bool {
    guard status.kind == .file, status.size == entry.size else { return false }
    if let formerTime, status.changed < formerTime { return true }
    return (try? FileSystem.read("\(folder.path)/\(path)")).map(Digest.init(of:)) == entry.digest
  }

  package var formerAddresses: FormerAddresses { FormerAddresses(former, in: folder.path) }

  package func put(_ path: String, _ bytes: [UInt8]) throws(DiskError) -> Receipt {
    guard Manifest.isBelow(path) else { throw DiskError(.outsideOutput(path)) }
    let entry = Manifest.Entry(digest: Digest(of: bytes), size: bytes.count)
    let (isPublished, wasEdited) = try compare(path, entry, bytes)
    if !isPublished { try FileSystem.create("\(folder.tree)/\(path)", bytes) }
    return Receipt(path: path, entry: entry, isChanged: !isPublished, wasEdited: wasEdited)
  }

  package func keep(_ path: String, _ known: LedgerOutput) -> Receipt? {
    let entry = Manifest.Entry(digest: known.digest, size: known.size)
    guard former.entries[path] == entry,
      let status = FileSystem.status("\(folder.path)/\(path)"), stands(path, entry, status)
    else { return nil }
    return Receipt(path: path, entry: entry, isChanged: false, wasEdited: false)
  }

  package func published(_ path: String) -> [UInt8]? {
    try? FileSystem.read("\(folder.path)/\(path)")
  }

  package func entry(of receipt: Receipt) -> Manifest.Entry? { receipt.entry }

  /// Whether the output directory already holds these bytes under the path, and whether it holds
  /// there what somebody else wrote over the former output.
  private func compare(
    _ path: String, _ entry: Manifest.Entry, _ bytes: [UInt8]
  ) throws(DiskError) -> (isPublished: Bool, wasEdited: Bool) {
    let place = "\(folder.path)/\(path)"
    guard !isFirst, let status = FileSystem.status(place) else { return (false, false) }
    guard let old = former.entries[path] else {
      // Whether a folder may go is seen when all that was published into it is known.
      if status.kind == .directory { return (false, false) }
      guard status.kind == .file, status.size == bytes.count, try FileSystem.read(place) == bytes
      else { throw DiskError(.foreignFile(place)) }
      return (true, false)
    }
    if status.kind == .directory { throw DiskError(.foreignFile(place)) }
    if stands(path, old, status) { return (old == entry, false) }
    guard status.kind == .file, status.size == entry.size else { return (false, true) }
    let isEqual = try FileSystem.read(place) == bytes
    return (isEqual, !isEqual)
  }

  package func finish(
    _ receipts: [Receipt], _ fingerprint: BuildFingerprint?
  ) throws(DiskError) -> Report {
    let outputs = Set(receipts.map(\.path))
    let addresses = formerAddresses
    var manifest = Manifest(
      Dictionary(receipts.map { ($0.path, $0.entry) }) { first, _ in first },
      folders: former.folders, fingerprint: fingerprint, marks: marks,
      previews: marks.isEmpty ? [] : addresses.previews(among: outputs),
      gone: addresses.unsettled { path in outputs.contains(path) })
    let changed = receipts.filter(\.isChanged)
    var report = Report(
      written: changed.count, unchanged: receipts.count - changed.count,
      removed: former.entries.keys.count { manifest.entries[$0] == nil },
      bytesWritten: changed.reduce(0) { $0 + $1.entry.size }, marks: marks)
    var found = former.mistakes(in: folder.manifestPath)
    found += changed.filter(\.wasEdited).map { .replacedOutput("\(folder.path)/\($0.path)") }
    if changed.isEmpty, manifest.entries == former.entries, formerTime != nil {
      if manifest != former { try replaceManifest(manifest) }
    } else {
      let kept = try publish(receipts, &manifest)
      report.removed -= kept.count
      found += kept.map { .keptOutput("\(folder.path)/\($0.path)", $0.reason) }
    }
    report.diagnostics = Diagnostics(found)
    return report
  }

  /// Notes that the outputs that stand are also those of another build, of another day maybe.
  private func replaceManifest(_ manifest: Manifest) throws(DiskError) {
    let staged = "\(folder.staging)/manifest"
    try FileSystem.removeTree(staged)
    try FileSystem.create(staged, Array(manifest.text.utf8))
    try FileSystem.move(staged, to: folder.manifestPath)
  }

  package func cancel() { folder.forget() }
}
