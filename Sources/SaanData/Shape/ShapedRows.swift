import SaanText

/// The rows of several sheets or files as those of one, and with a row for each of some columns
/// where the table is wide.
///
/// It stands between the formats, which know of one sheet, and the readers of columns, which know
/// of one table: texts are put behind each other in one buffer, cells point into it, and every row
/// notes where it came from.
struct ShapedRows: RowSource {
  let header: [String]
  var headerRow: Int { parts[0].source.headerRow }
  let text: FileBytes
  private(set) var rewritten: [UInt8] = []
  let look = TextLook.unknown

  private var parts: [RowPart]
  /// Where each of the columns that all parts have is in a part.
  private let columns: [[Int]]
  /// Where a part's text begins in the text of all.
  private let starts: [Int]
  /// The cells of a part that are the same in all of its rows: the names of its file and sheet.
  private let names: [[CellSpan]]
  /// The columns that become rows, each with the cell that its rows get.
  private let moved: [(column: Int, key: CellSpan)]
  private let kept: [Int]
  private let keepsEmpty: Bool
  private let limits: DataLimits
  private var current = 0
  /// Where the current part's rewritten texts begin, and how many of them are here.
  private var rewrittenStart = 0
  private var rewrittenCount = 0
  private var inner = RawRows()

  /// Puts parts together; `nil`, and an issue, when their columns differ.
  init?(_ parts: [RowPart], _ resource: Resource, _ limits: DataLimits, _ issues: inout IssueBook) {
    guard let columns = SharedColumns(parts, resource.schema).columns(&issues) else {
      for part in parts { issues.take(part.issues) }
      return nil
    }
    let first = parts[0].source.header
    var bytes: [UInt8] = []
    var starts: [Int] = []
    for part in parts {
      starts.append(bytes.count)
      bytes += part.source.text.array
    }
    func add(_ text: String) -> CellSpan {
      let start = bytes.count
      bytes += text.utf8
      return CellSpan(start: start, count: bytes.count - start)
    }
    names = parts.map { part in
      (resource.joined.fileColumn.map { _ in [add(part.fileName)] } ?? [])
        + (resource.joined.sheetColumn.map { _ in [add(part.sheet ?? "")] } ?? [])
    }
    let wide = WideColumns(first, resource)
    wide.tell(&issues, headerRow: parts[0].source.headerRow)
    moved = wide.moved.map { ($0.column, add($0.text)) }
    kept = wide.kept
    keepsEmpty = resource.unpivot?.keepsEmpty ?? false
    let turned = wide.moved.isEmpty ? nil : resource.unpivot
    let added = turned.map { [$0.key, $0.value] } ?? []
    header = resource.joined.columns + wide.kept.map { first[$0] } + added
    issues.origins = RowOrigins(
      parts: parts.map { RowOrigins.Part(path: $0.file.path, sheet: $0.sheet) },
      headings: wide.moved.map { first[$0.column] }, moved: Set(added))
    (self.parts, self.columns, self.starts, self.limits) = (parts, columns, starts, limits)
    text = FileBytes(bytes)
  }

  func estimatedCount(after rows: Int) -> Int {
    let counts = parts.map { $0.source.estimatedCount(after: 16) }
    return min(limits.maximumRows, counts.reduce(0, +) * max(1, moved.count))
  }

  mutating func next(into block: inout RawRows, issues: inout IssueBook) -> Bool {
    block.removeAll()
    while current < parts.count {
      if parts[current].next(into: &inner) {
        takeRewritten()
        append(to: &block, &issues)
        return true
      }
      issues.take(parts[current].issues)
      current += 1
      (rewrittenStart, rewrittenCount) = (rewritten.count, 0)
      inner = RawRows()
    }
    return false
  }

  private mutating func takeRewritten() {
    let texts = parts[current].source.rewritten
    rewritten += texts[rewrittenCount...]
    rewrittenCount = texts.count
  }

  private func append(to block: inout RawRows, _ issues: inout IssueBook) {
    let width = parts[current].source.header.count
    let columns = columns[current]
    for (row, number) in inner.numbers.enumerated() {
      func cell(_ column: Int) -> CellSpan {
        let span = inner.cells[row * width + columns[column]]
        return span.shifted(by: span.isRewritten ? rewrittenStart : starts[current])
      }
      let common = names[current] + kept.map(cell)
      if moved.isEmpty {
        guard let own = ordinal(number, nil, &issues) else { return }
        block.cells += common
        block.numbers.append(own)
      }
      for (heading, target) in moved.enumerated() {
        let value = cell(target.column)
        guard keepsEmpty || !value.isEmpty else { continue }
        guard let own = ordinal(number, heading, &issues) else { return }
        block.cells += common + [target.key, value]
        block.numbers.append(own)
      }
    }
  }

  /// The number of a row; `nil`, and an issue, where there are too many.
  private func ordinal(
    _ row: UInt32, _ heading: Int?, _ issues: inout IssueBook
  ) -> UInt32? {
    guard (issues.origins?.count ?? 0) < limits.maximumRows else {
      issues.add("too-many-rows", row: Int(row), column: -1) {
        .tooManyRows(limits.maximumRows, at: $0)
      }
      return nil
    }
    return issues.origins?.append(part: current, row: row, heading: heading)
  }
}

/// The columns of parts that are to have the same ones.
private struct SharedColumns {
  let parts: [RowPart]
  private let fields: [Field]

  init(_ parts: [RowPart], _ schema: TableSchema?) {
    self.parts = parts
    fields = schema?.fields ?? []
  }

  /// The field of a heading or, where it has none, the heading.
  private func name(_ heading: String) -> String {
    fields.first { $0.isAmong([heading]) }?.name ?? heading
  }

  /// Where each column of the first part is in each part; `nil`, and issues, where one differs.
  func columns(_ issues: inout IssueBook) -> [[Int]]? {
    let first = parts[0].source.header
    var isWhole = true
    let columns = parts.map { part -> [Int] in
      let header = part.source.header
      if header == first { return Array(first.indices) }
      var left = Array(header.indices)
      var lacking: [String] = []
      let found = first.map { heading -> Int in
        let own =
          left.firstIndex { header[$0] == heading }
          ?? left.firstIndex { name(header[$0]) == name(heading) }
        guard let own else {
          lacking.append(heading)
          return 0
        }
        return left.remove(at: own)
      }
      let further = left.map { header[$0] }
      guard !lacking.isEmpty || !further.isEmpty else { return found }
      isWhole = false
      issues.add(
        .otherHead(
          lacks: lacking, has: further, first: parts[0].sheet ?? parts[0].file.path,
          at: part.issues.row(part.source.headerRow)))
      return found
    }
    return isWhole ? columns : nil
  }
}

/// The columns of a wide table: those that become rows, and those that stay.
private struct WideColumns {
  private(set) var moved: [(column: Int, text: String)] = []
  private(set) var kept: [Int]
  /// The headings of columns that add up those that become rows, or are worked out from them.
  private var totals: [String] = []
  private var unmet: [String] = []
  private let header: [String]

  init(_ header: [String], _ resource: Resource) {
    self.header = header
    kept = Array(header.indices)
    guard let unpivot = resource.unpivot else { return }
    let type = resource.schema?.fields.first { $0.isAmong([unpivot.key]) }?.type ?? .string
    moved = unpivot.moved(among: header, keyType: type)
    unmet = unpivot.unmet(by: header)
    let columns = Set(moved.map(\.column))
    kept.removeAll(where: columns.contains)
    for column in kept
    where TotalRows.isWord(header[column]) || Headings.isDerived(header[column]) {
      let isOwn = resource.schema?.fields.contains { $0.isAmong([header[column]]) } ?? false
      if !isOwn { totals.append(header[column]) }
    }
    kept.removeAll { totals.contains(header[$0]) }
  }

  func tell(_ issues: inout IssueBook, headerRow: Int) {
    let place = issues.row(headerRow)
    for choice in unmet { issues.add(.noColumnsToUnpivot(choice, among: header, at: place)) }
    for heading in totals { issues.add(.totalColumn(heading, at: place)) }
  }
}

extension Resource {
  /// The rows of its sheets and files as those of one table; `nil`, and issues, where some hold no
  /// table or have other columns.
  func openShaped(
    _ files: [DataFile], _ limits: DataLimits, _ issues: inout IssueBook
  ) -> ShapedRows? {
    let all = parts(of: files, limits, &issues)
    let opened = all.map { part -> (part: RowPart?, isEmpty: Bool) in
      var found = issues.emptied
      let opened = RowPart.open(part.file, part.resource, limits, &found)
      // Of all sheets some may be empty.
      let isEmpty =
        opened == nil && joined.isOfAllSheets && found.diagnostics.all.map(\.code) == ["no-header"]
      if isEmpty, all.count > 1, let sheet = part.resource.sheet {
        issues.add(.emptySheet(sheet, isLeftOut: true, at: .file(path: part.file.path)))
      } else {
        issues.take(found)
      }
      return (opened, isEmpty && all.count > 1)
    }
    let parts = opened.compactMap(\.part)
    guard opened.allSatisfy({ $0.part != nil || $0.isEmpty }), !parts.isEmpty else { return nil }
    let bytes = parts.reduce(0) { $0 + $1.source.text.count }
    guard bytes <= limits.maximumFileBytes else {
      issues.add(.fileTooLarge(bytes, limit: limits.maximumFileBytes, path: path))
      return nil
    }
    return ShapedRows(parts, self, limits, &issues)
  }
}
