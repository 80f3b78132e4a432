import SaanFiles
import SaanText

/// Removes what builds wrote into a directory, and the directories that are empty then.
///
/// - Returns: how many files were removed, and what stays although the manifest names it.
/// - Throws: when no build has written the directory, or one of a version that this program does
///   not know, or a file cannot be removed.
package func cleanOutput(
  _ output: String
) throws(DiskError) -> (removed: Int, diagnostics: Diagnostics) {
  guard FileSystem.status(output, followingLinks: true) != nil else {
    return (0, Diagnostics([.nothingToClean(output)]))
  }
  let folder = try OutputFolder(output)
  guard try folder.manifest() != nil else {
    throw DiskError(
      .remove, output,
      reason: Wording(en: "no build has written there", th: "ยังไม่เคยมีการเผยแพร่ลงที่นั่น"),
      hint: Wording(en: "name the folder with --output", th: "ระบุโฟลเดอร์ด้วย --output"))
  }
  let lock = try folder.lock()
  try folder.recover()
  let manifest = try folder.manifest()?.value ?? Manifest()
  var removal = try RecordedRemoval(below: folder.path)
  try removal.remove(manifest.entries, sparing: manifest.folders)
  try FileSystem.removeTree(folder.manifestPath)
  folder.close()
  lock.release()
  // A link to the folder would lead nowhere without it.
  let isLinked = FileSystem.status(output)?.kind == .link
  if !manifest.folders.contains("."), !isLinked { FileSystem.removeIfEmpty(folder.path) }
  let found =
    manifest.mistakes(in: "\(output)/\(Manifest.fileName)")
    + removal.kept.map { Diagnostic.keptOutput("\(output)/\($0.path)", $0.reason) }
  return (removal.removed, Diagnostics(found))
}
