import SaanFiles
import SaanText

/// Where the ledger of an output folder lies: in the folder `.saan` beside `site.yaml`, which is no
/// part of the site.
///
/// Each output folder and each set of options has a ledger of its own. It names drafts and private
/// columns, so it is kept from other users and from version control, and never lies where it could
/// be published. Whatever is wrong with it costs time only: a ledger that cannot be read is none.
package struct LedgerFile: Sendable {
  /// The folder's name: no file in it is ever a source.
  package static let folderName = ".saan"
  /// How many ledgers are kept, the newest ones.
  static let mostFiles = 8
  private static let ending = ".ledger"

  private let site: String
  private let name: String

  /// Finds the place of a ledger, which need not be there yet.
  ///
  /// - Parameters:
  ///   - site: the folder of the site.
  ///   - output: the folder that the site is published into.
  ///   - options: the digest of what an author may ask for in one build and not in the next.
  package init(ofSite site: String, output: String, options: Digest) {
    self.site = site
    let owner = "\(FileSystem.resolved(output))\n\(options.description)"
    name = Digest(of: Array(owner.utf8)).short + Self.ending
  }

  /// The folder of notes of a site, made if need be: no other user and no version control sees it.
  package static func folder(ofSite site: String) throws(DiskError) -> OpenFolder {
    // A link is not followed: it might lead to where everybody reads.
    let folder = try OpenFolder(site).makeFolder(OpenFolder.Name(folderName), mode: 0o700).folder
    let ignored = OpenFolder.Name(".gitignore")
    if folder.status(ignored) == nil { try folder.write(ignored, Array("*\n".utf8)) }
    return folder
  }

  /// What the last build noted; `nil` where none did, or not in a way that can be understood.
  package func read() -> Ledger? {
    let file = OpenFolder.Name(name)
    guard let folder = (try? OpenFolder(site))?.folder(OpenFolder.Name(Self.folderName)),
      let status = folder.status(file), status.kind == .file, status.size <= Ledger.mostBytes
    else { return nil }
    return folder.read(file).flatMap(Ledger.init)
  }

  /// Notes what a build has published, in place of what the last one noted.
  ///
  /// - Returns: why it could not be noted.
  package func write(_ ledger: Ledger) -> Diagnostic? {
    do {
      let folder = try Self.folder(ofSite: site)
      try folder.write(OpenFolder.Name(name), ledger.bytes)
      removeOldest(in: folder)
      return nil
    } catch {
      return .ledgerUnwritable("\(site)/\(Self.folderName)", error)
    }
  }

  /// Removes the ledgers of folders that nobody has published into for long.
  private func removeOldest(in folder: OpenFolder) {
    let entries = (try? folder.entries()) ?? []
    let others = entries.compactMap { entry -> (name: OpenFolder.Name, time: (Int, Int))? in
      guard entry.kind == .file, let text = entry.name.text, text != name, Self.isLedger(text),
        let time = folder.status(entry.name)?.modified
      else { return nil }
      return (entry.name, (time.seconds, time.nanoseconds))
    }
    for old in others.sorted(by: { $0.time > $1.time }).dropFirst(Self.mostFiles - 1) {
      // What cannot be removed now is removed by a later build.
      try? folder.remove(old.name)
    }
  }

  /// Whether a name is one of those that `init` makes, or of a file that is on its way there.
  private static func isLedger(_ name: String) -> Bool {
    guard let dot = name.firstIndex(of: ".") else { return false }
    let digits = name[..<dot].utf8
    return [ending, ending + OpenFolder.draftEnding].contains(String(name[dot...]))
      && digits.count == 10
      && digits.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
