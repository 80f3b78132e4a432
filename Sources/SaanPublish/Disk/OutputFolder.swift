import SaanFiles
import SaanText

/// The folder that a site is published into, and where a build keeps what is not published yet.
///
/// What is staged lies on the same disk, so that the switch is a renaming and no copy; it lies in
/// the folder itself where that is a mount point or nothing may be written beside it. What lies
/// there after a build was killed tells the next one what to put right.
package struct OutputFolder: Sendable {
  /// The absolute path, without symbolic links.
  package let path: String
  /// Beside the output, on the same file system, or in it where that cannot be.
  let staging: String

  /// The name of the staging folder in an output whose parent may not be written to.
  static let innerStaging = ".saan-staging"

  /// The next version of the site, or after the switch the last one.
  var tree: String { "\(staging)/tree" }
  /// The manifest of a site that is on its way into the folder, file by file.
  var commit: String { "\(staging)/commit" }
  var manifestPath: String { "\(path)/\(Manifest.fileName)" }

  /// Finds the folder, which need not be there yet.
  ///
  /// - Throws: when something else is there, or no folder can be made there.
  package init(_ output: String) throws(DiskError) {
    path = FileSystem.resolved(output)
    let status = FileSystem.status(path)
    if let status, status.kind != .directory {
      throw DiskError(
        .publish, output, reason: Wording(en: "it is not a directory", th: "ไม่ใช่โฟลเดอร์"),
        hint: Wording(
          en: "name another folder with --output", th: "ระบุโฟลเดอร์อื่นด้วย --output"))
    }
    let parent = FilePath.parent(of: path)
    let name = path.split(separator: "/").last.map(String.init) ?? "root"
    let isAlone = FileSystem.isMountPoint(path) || !FileSystem.isWritable(parent)
    if status != nil, isAlone {
      staging = "\(path)/\(Self.innerStaging)"
    } else {
      staging = "\(parent)/.\(name).saan-staging"
    }
  }

  /// Makes sure that no other build publishes into the same folder.
  package func lock() throws(DiskError) -> DirectoryLock {
    do {
      try FileSystem.makeDirectories(staging)
    } catch {
      throw DiskError(
        .publish, path, reason: error.reason,
        hint: Wording(
          en:
            "make the folder yourself and allow yourself to write to it, or name another with --output",
          th: "สร้างโฟลเดอร์นั้นเองและให้สิทธิ์เขียนแก่ตนเอง หรือระบุโฟลเดอร์อื่นด้วย --output"))
    }
    guard let lock = DirectoryLock(staging) else {
      throw DiskError(
        .publish, path,
        reason: Wording(
          en: "another build is publishing there", th: "กำลังมีการเผยแพร่อีกครั้งอยู่ที่นั่น"),
        hint: Wording(
          en: "wait until it has ended, or name another folder with --output",
          th: "รอให้เสร็จก่อน หรือระบุโฟลเดอร์อื่นด้วย --output"))
    }
    return lock
  }

  /// Removes the staging folder, while the lock is still held; what a switch could not finish stays
  /// for the next build.
  package func close() { FileSystem.removeIfEmpty(staging) }

  /// What the last build wrote there, and when it was done; `nil` when no build has.
  ///
  /// - Throws: `unknown-manifest` when another version of the program wrote it.
  func manifest() throws(DiskError) -> (value: Manifest, time: FileSystem.Status)? {
    guard let status = FileSystem.status(manifestPath), status.kind == .file else { return nil }
    guard let manifest = Manifest(try FileSystem.read(manifestPath)) else {
      throw DiskError(.unknownManifest(manifestPath))
    }
    return (manifest, status)
  }

  /// The names in the folder that no program left there on its own, sorted; none without a folder.
  func foreignNames() throws(DiskError) -> [String] {
    guard FileSystem.status(path) != nil else { return [] }
    return try OpenFolder(path).entries().filter { entry in
      let name = entry.name.shown
      return name != Self.innerStaging && name != Manifest.fileName && !isJunk(name)
    }.map { $0.kind == .directory ? $0.name.shown + "/" : $0.name.shown }.sorted()
  }

  // MARK: What a build that was killed left

  /// Puts right what a build left that was killed, so that nothing is lost.
  func recover() throws(DiskError) {
    if FileSystem.status(commit) != nil {
      guard let manifest = Manifest(try FileSystem.read(commit)) else {
        throw DiskError(.unknownManifest(commit))
      }
      let former = try self.manifest()?.value ?? Manifest()
      _ = try placeFiles(manifest, over: former)
    } else if FileSystem.status("\(tree)/\(Manifest.fileName)") != nil {
      // The switch was made, or everything was ready for it: either way the manifest tells what
      // may go.
      try retire()
    }
    try FileSystem.removeTree(tree)
  }

  /// Forgets what was staged, unless a switch has begun.
  func forget() {
    let hasBegun =
      FileSystem.status(commit) != nil || FileSystem.status("\(tree)/\(Manifest.fileName)") != nil
    // A tree that cannot be removed now is removed by the next build.
    if !hasBegun { try? FileSystem.removeTree(staging) }
  }
}
