extension DiagnosticPrinter {
  /// All of the collection as a JSON array of objects, for editors and scripts.
  ///
  /// Each has `severity`, `code`, `message`, and where they are known `path`, `line`, `column`,
  /// `sheet`,
  /// `row`, `field`, `hint`, `notes`. Lines, rows and columns count from 1.
  public func json(_ diagnostics: Diagnostics) -> String {
    let objects = diagnostics.sorted.map { "  {" + members($0).joined(separator: ", ") + "}" }
    return objects.isEmpty ? "[]" : "[\n" + objects.joined(separator: ",\n") + "\n]"
  }

  private func members(_ diagnostic: Diagnostic) -> [String] {
    var members = [
      "\"severity\": \(jsonString(diagnostic.severity.rawValue))",
      "\"code\": \(jsonString(diagnostic.code))",
      "\"message\": \(jsonString(makingVisible(diagnostic.message.text(in: language))))",
    ]
    if let place = diagnostic.place { members += placeMembers(place) }
    if let hint = diagnostic.hint {
      members.append("\"hint\": \(jsonString(makingVisible(hint.text(in: language))))")
    }
    if !diagnostic.notes.isEmpty {
      let notes = diagnostic.notes.map { jsonString(makingVisible($0.text(in: language))) }
      members.append("\"notes\": [\(notes.joined(separator: ", "))]")
    }
    return members
  }

  private func placeMembers(_ place: Place) -> [String] {
    let path = "\"path\": \(jsonString(place.path))"
    switch place {
    case .file: return [path]
    case .span(let span):
      let (line, column) = span.position
      return [path, "\"line\": \(line)", "\"column\": \(column)"]
    case .cell(_, let sheet, let row, let column):
      return [path] + [sheet.map { "\"sheet\": \(jsonString($0))" }].compactMap { $0 }
        + ["\"row\": \(row)"] + [column.map { "\"field\": \(jsonString($0))" }].compactMap { $0 }
    }
  }
}
