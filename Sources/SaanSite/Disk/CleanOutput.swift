import SaanText

/// Removes what builds wrote into a directory, and the directories that are empty then.
///
/// - Returns: how many files were removed.
/// - Throws: when the directory was not written by a build, or a file cannot be removed.
package func cleanOutput(_ output: String) throws(DiskError) -> Int {
  guard FileSystem.status(output) != nil else { return 0 }
  let manifestPath = "\(output)/\(Manifest.fileName)"
  guard FileSystem.status(manifestPath) != nil else {
    throw DiskError(
      .remove, output, reason: "no build has written there",
      hint: Wording(en: "name the folder with --output", th: "ระบุโฟลเดอร์ด้วย --output"))
  }
  let manifest = Manifest(text: String(decoding: try FileSystem.read(manifestPath), as: UTF8.self))
  var folders: Set<String> = []
  for path in manifest.entries.keys {
    try FileSystem.removeTree("\(output)/\(path)")
    var folder = FileSystem.parent(of: path)
    while folder != "." {
      folders.insert(folder)
      folder = FileSystem.parent(of: folder)
    }
  }
  try FileSystem.removeTree(manifestPath)
  // The longest first, so that a folder is empty when its turn comes; foreign files keep theirs.
  for folder in folders.sorted(by: { $0.utf8.count > $1.utf8.count }) {
    try FileSystem.removeIfEmpty("\(output)/\(folder)")
  }
  try FileSystem.removeIfEmpty(output)
  return manifest.entries.count
}

extension FileSystem {
  /// Removes a directory that has nothing in it.
  fileprivate static func removeIfEmpty(_ directory: String) throws(DiskError) {
    guard status(directory) != nil, try names(in: directory).isEmpty else { return }
    try removeTree(directory)
  }
}
