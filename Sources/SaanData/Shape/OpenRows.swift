import SaanText

/// The source of a file's rows; `nil`, and an issue, when there is no table in it.
func openRows(
  _ file: DataFile, _ resource: Resource, _ limits: DataLimits, _ issues: inout IssueBook
) -> (any RowSource)? {
  let place = resource.span?.place ?? .file(path: file.path)
  guard let format = resource.format.map(DataFormat.named) ?? DataFormat.ofPath(file.path) else {
    issues.add(.unknownFormat(resource.format ?? ending(of: file.path), at: place))
    return nil
  }
  if let sheet = resource.sheet, format.name != DataFormat.xlsx.name {
    issues.add(.sheetOfText(sheet, format.name, at: place))
  }
  guard let source = format.open(file, resource, limits, &issues) else { return nil }
  // The names of columns are printed in every message.
  for name in source.header {
    let found = PrivateData.findings(in: name).filter(\.kind.isPersonal)
    if let finding = issues.told(found) {
      issues.add(.personalHead(finding, at: issues.row(source.headerRow)))
      return nil
    }
  }
  return source
}

/// The columns whose empty cells have the value above them.
func filledColumns(
  _ source: any RowSource, _ resource: Resource, _ issues: inout IssueBook
) -> [Int] {
  resource.dialect.filledDown.compactMap { name in
    let headings = resource.schema?.fields.first { $0.name == name }.map { $0.aliases + [name] }
    if let column = source.header.firstIndex(where: { (headings ?? [name]).contains($0) }) {
      return column
    }
    issues.add(.filledNothing(name, among: source.header, at: issues.row(source.headerRow)))
    return nil
  }
}

private func ending(of path: String) -> String {
  path.split(separator: "/").last?.split(separator: ".").last.map(String.init) ?? path
}

extension WorkbookReader {
  /// The names of a workbook's sheets, and whether nobody sees one; none where it can't be read,
  /// which reading it tells.
  static func sheets(_ file: DataFile, _ limits: DataLimits) -> [(name: String, isHidden: Bool)] {
    file.bytes.withUnsafeBufferPointer { bytes in
      guard var archive = try? ZipArchive(bytes, limits: limits),
        let book = try? Workbook(&archive)
      else { return [] }
      return book.sheets.map { ($0.name, $0.isHidden) }
    }
  }
}
