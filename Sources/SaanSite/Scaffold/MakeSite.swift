import SaanData
import SaanFiles
import SaanModel
import SaanPublish
import SaanText

/// Makes a folder with a small working site: settings and a few pages in both languages.
///
/// The theme stays the program's own, so that the site gets its fixes and new parts.
///
/// - Returns: the paths of the files, below the folder.
/// - Throws: when the folder has something in it, or the program has no theme to show the site in.
package func makeSite(
  at directory: String, today: CalendarDate, themes: ProgramThemes
) throws(DiskError) -> [String] {
  if case .missing(let folder) = themes { throw .noThemes(in: folder) }
  guard directory.contains(where: { !$0.isWhitespace }) else {
    throw DiskError(
      .write, "'\(directory)'", reason: Wording(en: "that is no folder", th: "ไม่ใช่โฟลเดอร์"),
      hint: Wording(en: "name a new folder", th: "ระบุชื่อโฟลเดอร์ใหม่"))
  }
  if FileSystem.status(directory) != nil, try !FileSystem.names(in: directory).isEmpty {
    throw DiskError(
      .write, directory, reason: Wording(en: "the folder is not empty", th: "โฟลเดอร์นี้มีไฟล์อยู่แล้ว"),
      hint: Wording(en: "name a new folder", th: "ระบุชื่อโฟลเดอร์ใหม่"))
  }
  let files = starterFiles(today: today)
  for (path, text) in files { try FileSystem.create("\(directory)/\(path)", Array(text.utf8)) }
  return files.map(\.path)
}

extension DiskError {
  fileprivate static func noThemes(in folder: String) -> DiskError {
    DiskError(
      .read, "\(folder)/\(programTheme)/theme.yaml",
      reason: Wording(en: "the program's theme is not there", th: "ไม่มีธีมของโปรแกรม"),
      hint: .incompleteInstallation(lacking: folder))
  }
}
