import Glibc
import SaanFiles
import SaanText

/// What stays in the output folder although a manifest names it.
typealias KeptOutput = (path: String, reason: RecordedRemoval.Reason)

/// The switch from one tree to the other in one step.
extension DiskSink {
  /// Makes the staged outputs visible.
  ///
  /// - Parameter manifest: gains the folders that are published into for the first time.
  /// - Returns: the former outputs that somebody has changed, and that stay for that.
  func publish(
    _ receipts: [Receipt], _ manifest: inout Manifest
  ) throws(DiskError) -> [KeptOutput] {
    if replacesOneFile(receipts, manifest) { return try publishInPlace(manifest) }
    let result: [KeptOutput]
    do {
      try FileSystem.makeDirectories(folder.tree)
      for receipt in receipts where !receipt.isChanged {
        try FileSystem.link("\(folder.path)/\(receipt.path)", as: "\(folder.tree)/\(receipt.path)")
      }
      let kept = try stageForeign(&manifest)
      try FileSystem.create(
        "\(folder.tree)/\(Manifest.fileName)", Array(manifest.text.utf8))
      FileSystem.synchronize(folder.tree)
      let isFirst = FileSystem.status(folder.path) == nil
      guard isFirst || switchesWhole else { return try publishInPlace(manifest) }
      if isFirst {
        try FileSystem.move(folder.tree, to: folder.path)
      } else {
        try FileSystem.exchange(folder.tree, folder.path)
      }
      FileSystem.synchronize(FilePath.parent(of: folder.path))
      if isFirst { return kept }
      result = kept
    } catch {
      guard error.leavesAnotherWay, FileSystem.status(folder.path) != nil else { throw error }
      return try publishInPlace(manifest)
    }
    if formerTime == nil { try folder.retire() } else { try folder.retire(former, for: manifest) }
    try FileSystem.removeTree(folder.tree)
    // Giving up the second names has changed the files' times.
    FileSystem.touch(folder.manifestPath)
    return result
  }

  /// Whether all that changes is what one file holds.
  ///
  /// Then its rename is the switch of the site, and no other file need be touched.
  private func replacesOneFile(_ receipts: [Receipt], _ manifest: Manifest) -> Bool {
    let changed = receipts.lazy.filter(\.isChanged).prefix(2)
    return changed.count == 1 && formerTime != nil && manifest.entries.count == former.entries.count
      && receipts.allSatisfy { former.entries[$0.path] != nil }
  }

  private func stageForeign(_ manifest: inout Manifest) throws(DiskError) -> [KeptOutput] {
    guard FileSystem.status(folder.path) != nil else { return [] }
    let staged = try OpenFolder(folder.tree)
    var carrier = ForeignCarrier(sink: self, manifest: manifest, plain: staged.status())
    let old = try OpenFolder(folder.path)
    _ = try carrier.carry(old, "", LazyFolder(staged, shown: folder.path))
    try staged.takeAttributes(of: old, withTimes: false)
    manifest = manifest.adding(carrier.folders)
    return carrier.kept
  }
}

extension DiskError {
  /// Whether files may still be moved one by one where whole trees cannot be exchanged: not when
  /// the disk is full or broken, or something is in the way.
  fileprivate var leavesAnotherWay: Bool {
    ![0, ENOSPC, EDQUOT, EIO, EROFS].contains(number)
  }
}

/// Takes along everything in the output directory that no build wrote.
///
/// Trees are exchanged whole, so that what is not in the new one would be gone. Files of others are
/// linked and not copied, and their folders keep owner, mode and times.
private struct ForeignCarrier {
  let sink: DiskSink
  let manifest: Manifest
  /// How a folder is that was just made.
  let plain: FileSystem.Status?
  /// The folders that were not made by a build and have outputs in them now.
  private(set) var folders: Set<String> = []
  private(set) var kept: [KeptOutput] = []

  init(sink: DiskSink, manifest: Manifest, plain: FileSystem.Status?) {
    (self.sink, self.manifest, self.plain) = (sink, manifest, plain)
  }

  /// Takes along what is in a folder.
  ///
  /// - Parameter path: where the folder is; `nil` where no output can be, since it is no text.
  /// - Returns: whether the former build published something in the folder or below it.
  mutating func carry(_ old: OpenFolder, _ path: String?, _ new: LazyFolder) throws(DiskError)
    -> Bool
  {
    var isOurs = false
    for entry in try old.entries() {
      let place = path.flatMap { entry.name.path(below: $0) }
      if place == Manifest.fileName || place == OutputFolder.innerStaging { continue }
      if entry.kind == .directory {
        let inner = try old.enter(entry.name)
        let hasOurs = try carryFolder(inner, place, LazyFolder(entry.name, in: new))
        isOurs = isOurs || hasOurs
      } else if let place, let former = sink.former.entries[place] {
        isOurs = true
        if manifest.entries[place] == nil, try isEdited(place, former, entry, in: old) {
          _ = try old.link(entry.name, into: new.made())
        }
      } else if place.map({ manifest.entries[$0] == nil }) ?? true {
        _ = try old.link(entry.name, into: new.made())
      }
    }
    return isOurs
  }

  private mutating func carryFolder(
    _ old: OpenFolder, _ path: String?, _ new: LazyFolder
  ) throws(DiskError) -> Bool {
    let isOurs = try carry(old, path, new)
    let isForeign = !isOurs || path.map(sink.former.folders.contains) == true
    let status = old.status()
    let isPlain =
      status?.mode == plain?.mode && status?.owner == plain?.owner && status?.group == plain?.group
    guard isForeign || !isPlain, let staged = isForeign ? try new.made() : try new.found() else {
      return isOurs
    }
    if isForeign, new.wasThere, let path { folders.insert(path) }
    try staged.takeAttributes(of: old, withTimes: isForeign && !new.wasThere)
    return isOurs
  }

  /// Whether somebody has changed a former output, so that it may not go.
  private mutating func isEdited(
    _ path: String, _ former: Manifest.Entry, _ entry: OpenFolder.Item, in folder: OpenFolder
  ) throws(DiskError) -> Bool {
    guard let status = folder.status(entry.name), !sink.stands(path, former, status) else {
      return false
    }
    kept.append((path, status.kind == .file ? .changed : status.kind == .link ? .link : .special))
    return true
  }
}

extension OutputFolder {
  /// Removes the tree that is no longer published; what no build wrote and what was not taken along
  /// goes to its place in the output.
  func retire() throws(DiskError) {
    let old = try OpenFolder(tree)
    let manifestName = OpenFolder.Name(Manifest.fileName)
    guard let manifest = old.read(manifestName).flatMap(Manifest.init) else {
      return try old.removeContents()
    }
    try retire(manifest, for: self.manifest()?.value ?? Manifest())
  }

  /// Removes the tree of a manifest that another has taken the place of.
  func retire(_ former: Manifest, for present: Manifest) throws(DiskError) {
    let old = try OpenFolder(tree)
    try retire(old, "", into: LazyFolder(try OpenFolder(path), shown: path)) {
      former.entries[$0] != nil || present.entries[$0] != nil
    }
    // Last, since it tells what may go.
    try old.remove(OpenFolder.Name(Manifest.fileName))
  }

  private func retire(
    _ old: OpenFolder, _ path: String?, into output: LazyFolder, isOurs: (String) -> Bool
  ) throws(DiskError) {
    for entry in try old.entries() {
      let place = path.flatMap { entry.name.path(below: $0) }
      if place == Manifest.fileName { continue }
      if entry.kind == .directory {
        let inner = try old.enter(entry.name)
        try retire(inner, place, into: LazyFolder(entry.name, in: output), isOurs: isOurs)
        try old.remove(entry.name, isFolder: true)
        continue
      }
      var isSafe = place.map(isOurs) == true
      if !isSafe, let taken = try output.found()?.status(entry.name)?.identity {
        isSafe = taken == old.status(entry.name)?.identity
      }
      if isSafe {
        try old.remove(entry.name)
      } else {
        try old.move(entry.name, into: output.made())
      }
    }
  }
}
