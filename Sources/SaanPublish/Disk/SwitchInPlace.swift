import SaanFiles
import SaanText

/// The switch file by file: where there is one, and for folders that cannot be exchanged as a
/// whole, such as mount points, folders in a folder that may not be written to, and those that hold
/// what may not be linked.
extension DiskSink {
  /// Moves the staged outputs into the folder and removes the former ones.
  ///
  /// - Returns: the former outputs that somebody has changed, and that stay for that.
  func publishInPlace(_ manifest: Manifest) throws(DiskError) -> [KeptOutput] {
    let new = manifest.entries.keys.filter { former.entries[$0] == nil }
    let made = new.isEmpty ? [] : Manifest.folders(of: former.entries.keys)
    let foreign = Manifest.folders(of: new).filter { path in
      !made.contains(path) && FileSystem.status("\(folder.path)/\(path)")?.kind == .directory
    }
    let manifest = manifest.adding(foreign)
    let draft = "\(folder.staging)/manifest"
    try FileSystem.removeTree(draft)
    try FileSystem.create(draft, Array(manifest.text.utf8))
    FileSystem.synchronize(folder.staging)
    // From here on the next build finishes what this one does not.
    try FileSystem.move(draft, to: folder.commit)
    return try folder.placeFiles(manifest, over: former)
  }
}

extension OutputFolder {
  /// Moves the files that are staged for a manifest into the output, and removes those that only
  /// the former one names.
  func placeFiles(_ manifest: Manifest, over former: Manifest) throws(DiskError) -> [KeptOutput] {
    let stale = former.entries.filter { manifest.entries[$0.key] == nil }
    var kept: [KeptOutput] = []
    func removeStale() throws(DiskError) {
      var removal = try RecordedRemoval(below: path)
      try removal.remove(stale, sparing: former.folders)
      kept = removal.kept
    }
    do {
      try place(manifest)
    } catch {
      // A former file may stand where there is a folder now, or the other way round.
      try removeStale()
      try place(manifest)
    }
    try removeStale()
    try FileSystem.move(commit, to: manifestPath)
    try FileSystem.removeTree(tree)
    FileSystem.touch(manifestPath)
    return kept
  }

  private func place(_ manifest: Manifest) throws(DiskError) {
    guard FileSystem.status(tree) != nil else { return }
    try place(try OpenFolder(tree), "", into: try OpenFolder(path), manifest)
  }

  /// Moves what lies in a staged folder; the assets first, so that no page lacks its own.
  private func place(
    _ staged: OpenFolder, _ path: String, into output: OpenFolder, _ manifest: Manifest
  ) throws(DiskError) {
    let entries = try staged.entries().compactMap { entry in
      entry.name.text.map { (name: entry.name, text: $0, isFolder: entry.kind == .directory) }
    }
    for entry in entries.filter({ $0.text == "assets" }) + entries.filter({ $0.text != "assets" }) {
      let place = path.isEmpty ? entry.text : "\(path)/\(entry.text)"
      if entry.isFolder {
        let inner = try output.makeFolder(entry.name).folder
        try self.place(try staged.enter(entry.name), place, into: inner, manifest)
      } else if manifest.entries[place] != nil {
        try staged.move(entry.name, into: output)
      }
    }
  }
}
