import SaanData
import SaanFiles
import SaanModel
import SaanPublish
import SaanText

/// Makes a small theme that extends another: what it is, and a style sheet; for a parent that asks
/// for none, a part of the page that does.
///
/// - Parameter parent: the theme that gives everything else: the site's or the program's.
/// - Returns: the paths of the files, below the site's folder; or what stands in the way.
/// - Throws: when the disk refuses.
package func makeTheme(
  _ name: String, extending parent: String, in tree: SourceTree, at root: String
) throws(DiskError) -> Outcome<[String]> {
  var found = Diagnostics()
  let known = themeNames(in: tree)
  if !isSlug(name) { found.add(.badThemeName(name)) }
  if known.contains(name) { found.add(.themeExists(name)) }
  if !known.contains(parent) {
    let lost = parent == programTheme ? tree.lostThemes : nil
    found.add(.unknownParentTheme(parent, among: known, lostFrom: lost))
  }
  let files = themeFiles(name, parent)
  for (path, _) in files where found.isEmpty && FileSystem.status("\(root)/\(path)") != nil {
    found.add(.themeExists(name))
  }
  guard !found.hasErrors else { return Outcome([], found) }
  for (path, text) in files { try FileSystem.create("\(root)/\(path)", Array(text.utf8)) }
  return Outcome(files.map(\.path))
}

private func themeFiles(_ name: String, _ parent: String) -> [(path: String, text: String)] {
  // The program's theme asks for the sheet by itself.
  let hasOption = parent == programTheme
  let manifest = """
    name: \(name)
    contract: "\(themeContract)"
    # ทุกอย่างที่ไม่มีในโฟลเดอร์นี้มาจากธีมนี้ · what is not in this folder comes from this theme
    extends: \(parent)

    """
  let option = """
    options:
      sheet: {type: asset, default: css/\(name).css, summary: The sheet after that of \(parent)}

    """
  let head = """
    {% include "\(parent)/partials/head.html" %}
    <link rel="stylesheet" href="{{ asset("css/\(name).css") }}">

    """
  let sheet = """
    /* สีและระยะของธีมเปลี่ยนได้ที่นี่ เช่น · the theme's colours and sizes can be changed here, such as
    @media screen { :root { --wide: 60rem; } }
    */

    """
  return [
    ("themes/\(name)/theme.yaml", manifest + (hasOption ? option : "")),
    hasOption ? nil : ("themes/\(name)/templates/partials/head.html", head),
    ("themes/\(name)/assets/css/\(name).css", sheet),
  ].compactMap { $0 }
}
