import SaanText

/// An address that stands behind a cell, as `hyperlink` puts it there.
struct SheetLink {
  let row: Int
  /// From 0.
  let column: Int
  /// What the sheet's links call the address.
  let id: String

  /// Reads the place of a link; `nil` of one inside the workbook, or over several cells.
  init?(_ element: XMLElement) {
    let all = element.all
    guard let cell = all["ref"], let id = all["r:id"] ?? all["id"], let column = columnIndex(cell),
      let row = Int(cell.drop { !$0.isNumber })
    else { return nil }
    (self.row, self.column, self.id) = (row, column, id)
  }

  /// The addresses of the web that the links of a sheet lead to.
  static func addresses(_ bytes: [UInt8]) -> [String: String] {
    var all: [String: String] = [:]
    _ = walkXML(
      bytes,
      start: { name, attributes in
        guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"],
          attributes["TargetMode"] == "External",
          ["http://", "https://"].contains(where: { target.lowercased().hasPrefix($0) })
        else { return }
        all[id] = target
      })
    return all
  }

  /// Whether a cell shows the address that is behind it.
  static func isSame(_ text: String, _ address: String) -> Bool { bare(text) == bare(address) }

  private static func bare(_ address: String) -> String {
    var text = address.trimmed.lowercased()[...]
    for scheme in ["https://", "http://", "www."] where text.hasPrefix(scheme) {
      text = text.dropFirst(scheme.count)
    }
    while text.hasSuffix("/") { text = text.dropLast() }
    return String(text)
  }
}
