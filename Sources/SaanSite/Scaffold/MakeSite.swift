import SaanData
import SaanText

/// Makes a folder with a small working site: settings and a few pages in both languages.
///
/// The theme stays the program's own, so that the site gets its fixes and new parts.
///
/// - Returns: the paths of the files, below the folder.
/// - Throws: when the folder has something in it.
package func makeSite(at directory: String, today: CalendarDate) throws(DiskError) -> [String] {
  if FileSystem.status(directory) != nil, try !FileSystem.names(in: directory).isEmpty {
    throw DiskError(
      .write, directory, reason: "the folder is not empty",
      hint: Wording(en: "name a new folder", th: "ระบุชื่อโฟลเดอร์ใหม่"))
  }
  let files = starterFiles(today: today)
  for (path, text) in files { try FileSystem.create("\(directory)/\(path)", Array(text.utf8)) }
  return files.map(\.path)
}

/// Makes the files of a new page, one for each language of the site.
///
/// - Parameter name: the page's place below `content/`, such as `news/my-article`.
/// - Returns: the paths of the files.
/// - Throws: when the name cannot be an address, or a file is there already.
package func makePage(
  _ name: String, in root: String, settings: Settings, today: CalendarDate
) throws(DiskError) -> [String] {
  let parts = name.split(separator: "/", omittingEmptySubsequences: false)
  guard parts.allSatisfy({ isSlug(String($0)) }) else {
    throw DiskError(
      .write, "content/\(name)", reason: "the name cannot be an address",
      hint: Wording(
        en: "use a-z, 0-9 and hyphens, such as news/my-first-article",
        th: "ใช้ a-z, 0-9 และขีด เช่น news/my-first-article"))
  }
  let paths = settings.languages.map { "\(root)/content/\(name).\($0.tag.rawValue).md" }
  for path in paths where FileSystem.status(path) != nil {
    throw DiskError(.write, path, reason: "the file is there already")
  }
  for (index, language) in settings.languages.enumerated() {
    try FileSystem.create(
      paths[index], Array(pageText(language, isOriginal: index == 0, today: today).utf8))
  }
  return paths
}

/// The text of a new page: the original states the date, a translation inherits it.
private func pageText(_ language: Language, isOriginal: Bool, today: CalendarDate) -> String {
  let isThai = language.tag == .thai
  let title = isThai ? "หัวเรื่อง" : "Title"
  let summary = isThai ? "สรุปสั้น ๆ หนึ่งหรือสองประโยค" : "One or two sentences that sum it up"
  let body = isThai ? "เขียนเนื้อหาที่นี่" : "Write the text here."
  let shared = isOriginal ? "date: \(today.iso)\n" : ""
  return "---\ntitle: \(title)\nsummary: \(summary)\n\(shared)---\n\(body)\n"
}
