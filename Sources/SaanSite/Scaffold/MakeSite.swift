import Glibc
import SaanData
import SaanText

/// Makes a folder with a small working site: settings, a few pages in both languages, the theme.
///
/// - Returns: the paths of the files, below the folder.
/// - Throws: when the folder has something in it, or the theme that comes with the program is not
///   found.
package func makeSite(at directory: String, today: CalendarDate) throws(DiskError) -> [String] {
  if FileSystem.status(directory) != nil, try !FileSystem.names(in: directory).isEmpty {
    throw DiskError(
      .write, directory, reason: "the folder is not empty",
      hint: Wording(en: "name a new folder", th: "ระบุชื่อโฟลเดอร์ใหม่"))
  }
  let theme = try installedTheme("commons")
  var paths: [String] = []
  for (path, text) in starterFiles(today: today) {
    try FileSystem.create("\(directory)/\(path)", Array(text.utf8))
    paths.append(path)
  }
  for path in try files(below: theme, "") {
    try FileSystem.create(
      "\(directory)/themes/commons/\(path)", try FileSystem.read("\(theme)/\(path)"))
    paths.append("themes/commons/\(path)")
  }
  return paths
}

private func files(below root: String, _ folder: String) throws(DiskError) -> [String] {
  var found: [String] = []
  for name in try FileSystem.names(in: folder.isEmpty ? root : "\(root)/\(folder)") {
    let path = folder.isEmpty ? name : "\(folder)/\(name)"
    if FileSystem.status("\(root)/\(path)")?.kind == .directory {
      found += try files(below: root, path)
    } else {
      found.append(path)
    }
  }
  return found
}

/// The folder of a theme that came with the program: below `share/saan` of an installation, or in
/// the checkout that the program was built in.
private func installedTheme(_ name: String) throws(DiskError) -> String {
  let program = executablePath
  var folder = FileSystem.parent(of: program)
  let shared = "\(FileSystem.parent(of: folder))/share/saan/themes/\(name)"
  if FileSystem.status("\(shared)/theme.yaml") != nil { return shared }
  while folder != "/", folder != "." {
    let theme = "\(folder)/themes/\(name)"
    if FileSystem.status("\(theme)/theme.yaml") != nil { return theme }
    folder = FileSystem.parent(of: folder)
  }
  throw DiskError(
    .read, "themes/\(name)", reason: "the theme is not installed beside \(program)",
    hint: Wording(
      en: "install the program with 'make install', or run it from its checkout",
      th: "ติดตั้งโปรแกรมด้วย 'make install' หรือเรียกจากโฟลเดอร์ที่สร้างโปรแกรม"))
}

private var executablePath: String {
  var buffer = [UInt8](repeating: 0, count: 4096)
  let count = buffer.withUnsafeMutableBytes { bytes in
    bytes.baseAddress.map { readlink("/proc/self/exe", $0, bytes.count) } ?? -1
  }
  return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : "."
}
