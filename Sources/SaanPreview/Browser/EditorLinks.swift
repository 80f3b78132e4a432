import SaanText

/// Addresses that open a file at its line in an editor.
struct EditorLinks: Sendable {
  /// What stands before the path, such as `vscode://file`.
  let scheme: String
  /// The site's folder, without links.
  let root: String

  /// The editors that register such an address, by the name that `--editor` takes.
  static let schemes = [
    "vscode": "vscode://file", "vscodium": "vscodium://file", "cursor": "cursor://file",
    "zed": "zed://file", "idea": "idea://open?file=", "textmate": "txmt://open?url=file://",
    "sublime": "subl://open?url=file://",
  ]

  /// Where a place opens; rows of workbooks open their file.
  func link(to place: Place) -> String? {
    let path = percentEncoded(
      path: place.path.hasPrefix("/") ? place.path : "\(root)/\(place.path)")
    var position = (line: 1, column: 1)
    switch place {
    case .file: break
    case .span(let span): position = span.position
    case .cell(_, let sheet, let row, _): if sheet == nil { position = (row, 1) }
    }
    return scheme.contains("?")
      ? "\(scheme)\(path)&line=\(position.line)&column=\(position.column)"
      : "\(scheme)\(path):\(position.line):\(position.column)"
  }
}
