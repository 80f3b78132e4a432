import SaanFiles
import SaanText

extension OutputFolder {
  /// The folders of a site that a build reads.
  private static let inputs = ["content", "static", "theme", "themes", "archetypes"]

  /// Refuses to publish a site into itself, into a folder above it, or into what it is made of.
  ///
  /// - Parameter linked: the folders elsewhere that links in the site lead to.
  /// - Throws: `refused-output`, with the reason.
  package func refuse(publishing source: String, linked: [String] = []) throws(DiskError) {
    let site = FileSystem.resolved(source)
    guard let own = FileSystem.status(site)?.identity else { return }
    if let identity = FileSystem.status(path)?.identity {
      if identity == own {
        throw refused(en: "it is the site's own folder", th: "เป็นโฟลเดอร์ของเว็บเอง")
      }
      if Self.chain(site).contains(identity) {
        throw refused(en: "the site's own folder lies in it", th: "โฟลเดอร์ของเว็บอยู่ข้างในโฟลเดอร์นี้")
      }
    }
    let chain = Set(Self.chain(path))
    for name in Self.inputs where willLie(in: "\(site)/\(name)", chain) {
      throw refused(
        en: "the site is made of what lies in \(name)/", th: "เว็บสร้างจากสิ่งที่อยู่ใน \(name)/")
    }
    let notes = LedgerFile.folderName
    if willLie(in: "\(site)/\(notes)", chain) {
      throw refused(en: "builds keep their notes in \(notes)/", th: "โปรแกรมเก็บบันทึกไว้ใน \(notes)/")
    }
    for folder in linked where isInside(folder, chain) {
      throw refused(
        en: "a link in the site leads to \(folder)", th: "มีลิงก์ในเว็บชี้ไปที่ \(folder)")
    }
  }

  /// Refuses to put the folder before the public while it may hold what is not for everybody yet:
  /// every command asks that sends a folder to a server.
  ///
  /// - Throws: `not-for-publication` when it was made with drafts or what is to come.
  package func refuseHeldBack() throws(DiskError) {
    guard let marks = try manifest()?.value.marks, !marks.isEmpty else { return }
    throw DiskError(.notForPublication(marks, in: path))
  }

  /// Whether the output lies in a folder of the site, or would with the next build since the folder
  /// is not there yet.
  private func willLie(in folder: String, _ chain: Set<FileSystem.Identity>) -> Bool {
    (path + "/").lowercased().hasPrefix("\(folder)/".lowercased()) || isInside(folder, chain)
  }

  /// Whether the output is an input folder, lies in it or holds it.
  private func isInside(_ input: String, _ chain: Set<FileSystem.Identity>) -> Bool {
    let input = FileSystem.resolved(input)
    guard let identity = FileSystem.status(input)?.identity else { return false }
    if chain.contains(identity) { return true }
    guard let own = FileSystem.status(path)?.identity else { return false }
    return Self.chain(input).contains(own)
  }

  /// What tells a folder and all those above it, as far as they exist.
  private static func chain(_ path: String) -> [FileSystem.Identity] {
    var found: [FileSystem.Identity] = []
    var path = path
    while true {
      if let identity = FileSystem.status(path)?.identity { found.append(identity) }
      if path == "/" { return found }
      path = FilePath.parent(of: path)
    }
  }

  private func refused(en: String, th: String) -> DiskError {
    DiskError(.refusedOutput(path, because: Wording(en: en, th: th)))
  }
}
