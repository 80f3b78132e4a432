import SaanData
import SaanPages
import SaanText

/// The plan for people and for scripts: `saan list pages` prints it.
extension BuildPlan {
  /// A line per page: path, kind, template, and the file that it comes from.
  package var pageTable: String {
    let rows = pages.map { [$0.path, $0.kind, $0.template ?? "", $0.origin?.path ?? ""] }
    let widths = (0..<3).map { column in rows.map { $0[column].displayWidth }.max() ?? 0 }
    return rows.map { row in
      let cells = row.enumerated().map { index, cell in
        index < 3 ? cell + String(repeating: " ", count: widths[index] - cell.displayWidth) : cell
      }
      return cells.joined(separator: "  ").trimmingSpaces + "\n"
    }.joined()
  }

  /// An array of objects with `path`, `output`, `kind`, `language`, `template` and `source`.
  package var pageJSON: String {
    let lines = pages.map { job in
      let fields = [
        ("path", job.path), ("output", job.output), ("kind", job.kind),
        ("language", routes.languages[job.language].tag.rawValue), ("template", job.template),
        ("source", job.origin?.path),
      ]
      let members = fields.compactMap { name, value in
        value.map { "\(jsonString(name)): \(jsonString($0))" }
      }
      return "  {" + members.joined(separator: ", ") + "}"
    }
    return "[\n" + lines.joined(separator: ",\n") + "\n]\n"
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
