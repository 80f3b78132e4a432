import SaanText

/// A sink that publishes into a directory, all at once.
///
/// Changed files are staged in a new tree beside the output directory; unchanged and foreign files
/// join it under a second hard link; then the two trees are exchanged in one system call. A reader
/// sees the old site or the new one, and a process killed at any moment leaves one of them. A build
/// that changes nothing writes nothing.
package struct DiskSink: OutputSink {
  /// One output's fate.
  package struct Receipt: Sendable {
    let path: String
    let entry: Manifest.Entry
    let isChanged: Bool
  }

  /// What was done.
  package struct Report: Sendable, Equatable {
    package var written = 0
    package var unchanged = 0
    package var removed = 0
    package var bytesWritten = 0
  }

  private let output: String
  private let staging: String
  private let former: Manifest
  /// When the former manifest was written; a file changed later is compared byte by byte.
  private let formerTime: (seconds: Int, nanoseconds: Int)?

  /// Whether there is no directory yet, so that nothing can stand where an output goes.
  private let isFirst: Bool

  private var tree: String { "\(staging)/tree" }

  /// Opens a directory for publishing; leftovers of a killed build are removed.
  ///
  /// The caller holds the lock that `DiskSink.lock` gave.
  package init(output: String) throws(DiskError) {
    self.output = FileSystem.absolute(output)
    staging = Self.stagingPath(for: self.output)
    let status = FileSystem.status(self.output)
    isFirst = status == nil
    if let status, status.kind != .directory {
      throw DiskError(.publish, self.output, reason: "it is not a directory")
    }
    try FileSystem.removeTree("\(staging)/tree")
    let manifestPath = "\(self.output)/\(Manifest.fileName)"
    formerTime = FileSystem.status(manifestPath)?.modified
    former =
      formerTime == nil
      ? Manifest()
      : Manifest(text: String(decoding: try FileSystem.read(manifestPath), as: UTF8.self))
  }

  /// Makes sure that no other build publishes into the same directory.
  package static func lock(output: String) throws(DiskError) -> DirectoryLock {
    let staging = stagingPath(for: FileSystem.absolute(output))
    try FileSystem.makeDirectories(staging)
    guard let lock = DirectoryLock(staging) else {
      throw DiskError(.publish, output, reason: "another build is publishing there")
    }
    return lock
  }

  /// Removes the empty staging directory after a build, while the lock is still held.
  package func close() throws(DiskError) { try FileSystem.removeTree(staging) }

  private static func stagingPath(for output: String) -> String {
    let name = output.split(separator: "/").last.map(String.init) ?? "root"
    return FileSystem.parent(of: output) + "/.\(name).saan-staging"
  }

  package func report(ofStanding fingerprint: BuildFingerprint) -> Report? {
    guard former.fingerprint == fingerprint, let formerTime else { return nil }
    let isWhole = former.entries.allSatisfy { path, entry in
      guard let status = FileSystem.status("\(output)/\(path)") else { return false }
      return status.kind == .file && status.size == entry.size && status.modified <= formerTime
    }
    return isWhole ? Report(unchanged: former.entries.count) : nil
  }

  package func put(_ path: String, _ bytes: [UInt8]) throws(DiskError) -> Receipt {
    let entry = Manifest.Entry(digest: Digest(of: bytes), size: bytes.count)
    let isChanged = try !isPublished(path, entry, bytes)
    if isChanged { try FileSystem.create("\(tree)/\(path)", bytes) }
    return Receipt(path: path, entry: entry, isChanged: isChanged)
  }

  /// Whether the output directory already holds these bytes under the path.
  private func isPublished(
    _ path: String, _ entry: Manifest.Entry, _ bytes: [UInt8]
  ) throws(DiskError) -> Bool {
    guard !isFirst, let status = FileSystem.status("\(output)/\(path)") else { return false }
    let isOurs = former.entries[path] != nil
    guard status.kind == .file else {
      guard isOurs else { throw foreign(path) }
      return false
    }
    if isOurs, former.entries[path] != entry { return false }
    if isOurs, status.size == entry.size, let formerTime, status.modified <= formerTime {
      return true
    }
    let published = status.size == bytes.count ? try FileSystem.read("\(output)/\(path)") : nil
    let isEqual = published == bytes
    if !isEqual, !isOurs { throw foreign(path) }
    return isEqual
  }

  private func foreign(_ path: String) -> DiskError {
    DiskError(
      .publish, "\(output)/\(path)", reason: "a file is there that this program did not write",
      hint: Wording(
        en: "move the file away, or choose another output directory",
        th: "ย้ายไฟล์นั้นออก หรือเลือกโฟลเดอร์ผลลัพธ์อื่น"))
  }

  package func finish(
    _ receipts: [Receipt], _ fingerprint: BuildFingerprint?
  ) throws(DiskError) -> Report {
    let manifest = Manifest(
      Dictionary(receipts.map { ($0.path, $0.entry) }) { first, _ in first },
      fingerprint: fingerprint)
    let removed = former.entries.keys.filter { manifest.entries[$0] == nil }
    let changed = receipts.filter(\.isChanged)
    let report = Report(
      written: changed.count, unchanged: receipts.count - changed.count, removed: removed.count,
      bytesWritten: changed.reduce(0) { $0 + $1.entry.size })
    if changed.isEmpty, manifest.entries == former.entries, formerTime != nil {
      if manifest != former { try replaceManifest(manifest) }
      return report
    }
    try stageUnchanged(receipts)
    try stageForeign(knowing: manifest)
    try FileSystem.create("\(tree)/\(Manifest.fileName)", Array(manifest.text.utf8))
    FileSystem.synchronize(tree)
    try swap(manifest)
    return report
  }

  /// Notes that the outputs that stand are also those of another build, of another day maybe.
  private func replaceManifest(_ manifest: Manifest) throws(DiskError) {
    let staged = "\(staging)/\(Manifest.fileName)"
    try FileSystem.removeTree(staged)
    try FileSystem.create(staged, Array(manifest.text.utf8))
    try FileSystem.move(staged, to: "\(output)/\(Manifest.fileName)")
  }

  private func stageUnchanged(_ receipts: [Receipt]) throws(DiskError) {
    for receipt in receipts where !receipt.isChanged {
      try FileSystem.link("\(output)/\(receipt.path)", as: "\(tree)/\(receipt.path)")
    }
  }

  /// Takes along everything in the output directory that no build wrote.
  private func stageForeign(knowing manifest: Manifest) throws(DiskError) {
    for path in try foreignFiles(knowing: manifest) {
      try FileSystem.link("\(output)/\(path)", as: "\(tree)/\(path)")
    }
  }

  /// The files of the output directory that neither the former build nor this one wrote.
  private func foreignFiles(knowing manifest: Manifest) throws(DiskError) -> [String] {
    guard FileSystem.status(output) != nil else { return [] }
    var found: [String] = []
    func walk(_ directory: String) throws(DiskError) {
      for name in try FileSystem.names(in: directory.isEmpty ? output : "\(output)/\(directory)") {
        let path = directory.isEmpty ? name : "\(directory)/\(name)"
        let isOurs = former.entries[path] != nil || manifest.entries[path] != nil
        if isOurs || path == Manifest.fileName { continue }
        if FileSystem.status("\(output)/\(path)")?.kind == .directory {
          try walk(path)
        } else {
          found.append(path)
        }
      }
    }
    try walk("")
    return found
  }

  private func swap(_ manifest: Manifest) throws(DiskError) {
    guard FileSystem.status(output) != nil else {
      try FileSystem.move(tree, to: output)
      FileSystem.synchronize(FileSystem.parent(of: output))
      return
    }
    if try !FileSystem.exchange(tree, output) {
      // The file system cannot exchange: for the blink between two renames there is no site.
      try FileSystem.move(output, to: "\(staging)/old")
      try FileSystem.move(tree, to: output)
      try FileSystem.move("\(staging)/old", to: tree)
    }
    FileSystem.synchronize(FileSystem.parent(of: output))
    try FileSystem.removeTree(tree)
  }

  package func cancel() {
    // A tree that cannot be removed now is removed by the next build.
    try? FileSystem.removeTree(staging)
  }
}
