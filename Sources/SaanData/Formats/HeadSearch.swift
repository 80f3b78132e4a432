import SaanText

/// Finds the head of a table below the title and notes that people write above it.
///
/// The first row that has anything written is the head, unless it is narrow and a much wider one
/// follows soon: then that one seems to be it. The rows of merged headings, such as `สมาชิก` above
/// `ชาย` and `หญิง`, are one head. A row with numbers or personal data never is.
struct HeadSearch {
  private struct SeenRow {
    let number: Int
    let columns: Set<Int>
    /// How many cells are numbers; years may be headings.
    var numbers = 0
    var isPersonal = false
    var text = ""

    var couldBeHead: Bool { numbers == 0 && !isPersonal }
  }

  private var rows: [SeenRow] = []

  /// How many rows are looked at.
  static let depth = 20

  /// Whether more rows are to be looked at.
  var wantsMore: Bool { rows.count < Self.depth }

  /// Takes note of the cells of a row in which something is written.
  mutating func add(row number: Int, _ cells: [(column: Int, text: String)]) {
    guard !cells.isEmpty, wantsMore else { return }
    var row = SeenRow(number: number, columns: Set(cells.map(\.column)))
    row.text = cells.map(\.text).joined(separator: " ")
    for (_, text) in cells {
      if PrivateData.findings(in: text).contains(where: \.kind.isPersonal) { row.isPersonal = true }
      if let number = ExactNumber(text), !(1_800...2_700).contains(number.int ?? 0) {
        row.numbers += 1
      }
    }
    rows.append(row)
  }

  /// The rows that seem to be the head, when the first row after those that are skipped is not.
  func objection(to dialect: Dialect) -> ClosedRange<Int>? {
    guard let head else { return nil }
    if dialect.head == 1...1 {
      return head.count == 1 && head.lowerBound == rows[0].number ? nil : head
    }
    guard dialect.headRowsCount == 1, !head.contains(dialect.head.lowerBound) || head.count > 1,
      let named = rows.first(where: { $0.number > dialect.skippedRows })
    else { return nil }
    return named.isPersonal || named.numbers > 1 || (head.contains(named.number) && head.count > 1)
      ? head : nil
  }

  /// What is written above the head, row by row; nothing of a row with personal data.
  func above(_ head: Int) -> [(row: Int, text: String)] {
    rows.filter { $0.number < head && !$0.isPersonal }.map { ($0.number, $0.text) }
  }

  /// The rows that seem to be the head.
  private var head: ClosedRange<Int>? {
    guard let first = rows.first, let widest = rows.map(\.columns.count).max() else { return nil }
    var start = 0
    if first.columns.count <= 2, widest >= 3, widest >= first.columns.count * 2 {
      let found = rows.indices.first { index in
        rows[index].couldBeHead && rows[index].columns.count > 1
          && (index > 0 || end(of: index) > index)
          && columns(from: index, to: end(of: index)).count * 2 >= widest
      }
      guard let found else { return nil }
      start = found
    }
    guard rows[start].couldBeHead else { return nil }
    return rows[start].number...rows[end(of: start)].number
  }

  /// The last row of the head that begins in a row.
  private func end(of start: Int) -> Int {
    var end = start
    while rows.indices.contains(end + 1), goesOn(columns(from: start, to: end), with: end + 1) {
      end += 1
    }
    return end
  }

  private func columns(from start: Int, to end: Int) -> Set<Int> {
    rows[start...end].reduce(into: []) { $0.formUnion($1.columns) }
  }

  /// Whether a row has the headings that the rows above it, which it follows at once, leave out:
  /// it fills their gaps, and has gaps of its own below them.
  private func goesOn(_ above: Set<Int>, with index: Int) -> Bool {
    let (row, below) = (rows[index], rows[(index + 1)...])
    guard row.couldBeHead, row.number == rows[index - 1].number + 1, !below.isEmpty else {
      return false
    }
    let gaps = below.reduce(into: Set<Int>()) { $0.formUnion($1.columns) }.subtracting(above)
    let open = gaps.subtracting(row.columns)
    return open.count < gaps.count && open.count * 4 <= gaps.count
      && !above.subtracting(row.columns).isEmpty
  }
}

/// The headings of columns whose head takes several rows.
enum HeadLevels {
  /// One heading for each column: its own one and, behind it, those of the groups that it is in, as
  /// in `ชาย / สมาชิก`.
  ///
  /// A group's heading stands over its first column alone; it holds for the next ones as long as
  /// they have headings below it.
  static func joined(_ levels: [[String]]) -> [String] {
    let width = levels.map(\.count).max() ?? 0
    var rows = levels.map { $0 + Array(repeating: "", count: width - $0.count) }
    for level in rows.indices.dropLast() {
      func hasBelow(_ column: Int) -> Bool { rows[(level + 1)...].contains { !$0[column].isEmpty } }
      for column in 0..<width where column > 0 && rows[level][column].isEmpty {
        // A group ends where a wider one does.
        let isSameGroup = level == 0 || rows[level - 1][column] == rows[level - 1][column - 1]
        if isSameGroup, hasBelow(column), hasBelow(column - 1) {
          rows[level][column] = rows[level][column - 1]
        }
      }
    }
    return (0..<width).map { column in
      rows.map { $0[column] }.filter { !$0.isEmpty }.reversed().joined(separator: " / ")
    }
  }
}
