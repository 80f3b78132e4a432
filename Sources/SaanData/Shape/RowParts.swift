import SaanText

/// A sheet or a file of a table that is put together, opened.
struct RowPart {
  let file: DataFile
  let sheet: String?
  var source: any RowSource
  /// What is wrong in it.
  var issues: IssueBook
  /// The rows that are none of the table.
  let dropped: Set<UInt32>
  /// The columns whose empty cells have the value above them, with it.
  var above: [(column: Int, cell: CellSpan)]

  /// The name of its file without its ending.
  var fileName: String {
    let name = file.path.split(separator: "/").last ?? ""
    return String(name.split(separator: ".").first ?? name)
  }

  /// Opens a sheet or a file; `nil`, and what is wrong, where it holds no table.
  ///
  /// Totals and notes show only in view of a whole sheet, which is read once for them.
  static func open(
    _ file: DataFile, _ resource: Resource, _ limits: DataLimits, _ found: inout IssueBook
  ) -> RowPart? {
    func book() -> IssueBook {
      IssueBook(
        path: file.path, sheet: resource.sheet, limit: limits.mistakesPerColumn,
        allowing: found.allowance)
    }
    var issues = book()
    guard var source = openRows(file, resource, limits, &issues) else {
      found.take(issues)
      return nil
    }
    var probe = source
    var ignored = issues
    let others = OtherRows(
      in: &probe, keepsTotals: resource.dialect.totalRows == .keep,
      filled: filledColumns(source, resource, &ignored))
    if !others.isEmpty {
      issues = book()
      issues.silentRows = others.rows
      issues.tell(others, isSaid: resource.dialect.totalRows == .skip)
      source = openRows(file, resource, limits, &issues) ?? source
    }
    let filled = filledColumns(source, resource, &issues)
    return RowPart(
      file: file, sheet: resource.sheet, source: source, issues: issues,
      dropped: Set(others.rows.map(UInt32.init)), above: filled.map { ($0, .empty) })
  }

  /// Replaces the block with the part's next rows; false when there are none left.
  mutating func next(into block: inout RawRows) -> Bool {
    guard source.next(into: &block, issues: &issues) else { return false }
    let width = source.header.count
    if !dropped.isEmpty { block.remove(dropped, width: width) }
    for index in above.indices { block.fillDown(&above[index], width: width) }
    return true
  }
}

extension Resource {
  /// The sheets and files that the table is made of, each as a table of its own; one where it is
  /// not put together.
  ///
  /// - Parameter found: takes what is left out.
  func parts(
    of files: [DataFile], _ limits: DataLimits, _ found: inout IssueBook
  ) -> [(file: DataFile, resource: Resource)] {
    files.flatMap { file -> [(file: DataFile, resource: Resource)] in
      var part = self
      (part.joined, part.unpivot) = (JoinedParts(), nil)
      guard joined.isOfAllSheets || !joined.sheets.isEmpty else { return [(file, part)] }
      var names = joined.sheets
      if joined.isOfAllSheets {
        let sheets = WorkbookReader.sheets(file, limits)
        names = sheets.filter { !$0.isHidden }.map(\.name)
        let hidden = sheets.filter(\.isHidden).map(\.name)
        if !hidden.isEmpty {
          found.add(.hiddenSheetsLeftOut(hidden, at: .file(path: file.path)))
        }
        // What is wrong with the workbook is told where it is opened.
        if names.isEmpty { return [(file, part)] }
      }
      return names.map { name in
        var one = part
        one.sheet = name
        return (file, one)
      }
    }
  }
}

extension IssueBook {
  /// Takes over what was found in a part of the table.
  mutating func take(_ part: IssueBook) {
    for diagnostic in part.diagnostics.all { add(diagnostic) }
  }

  /// Tells of rows that are left out because they are none of the table.
  mutating func tell(_ others: OtherRows, isSaid: Bool) {
    // They are told of once, and nothing else about them.
    let silent = silentRows
    silentRows = []
    for (row, text) in others.totals {
      add("total-row", row: row, column: -1) { .totalRow(text, isSaid: isSaid, at: $0) }
    }
    for (row, text) in others.notes {
      add("note-row", row: row, column: -1) { .noteRow(text, at: $0) }
    }
    for row in others.heads {
      add("repeated-head", row: row, column: -1) { .repeatedHead(at: $0) }
    }
    silentRows = silent
  }
}
