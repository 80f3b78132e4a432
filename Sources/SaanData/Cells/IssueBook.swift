import SaanText

/// The mistakes in one table: of each kind the first few of each column, and how many more.
///
/// A column that is wrong throughout would be told a million times and hide all others. What is not
/// told is counted, and its words are never made.
struct IssueBook {
  private struct Key: Hashable {
    let code: String
    let column: Int
    let part: Int?
  }
  private struct Group {
    var count = 0
    var lastShown = 0
    /// The rows that are not told.
    var further: [Int] = []
  }

  /// The table's file and sheet, for places.
  let path: String
  let sheet: String?
  /// How many of a kind are told in full for each column.
  let limit: Int
  /// What the site publishes on purpose, and which of its entries were needed.
  let allowance: ContactAllowance
  private(set) var usedAllowances: Set<Int> = []
  /// Where rows stand that are put together of several sheets or columns.
  var origins: RowOrigins?
  /// The rows of which nothing more is told.
  var silentRows: Set<Int> = []
  private var groups: [Key: Group] = [:]
  private var found: [Diagnostic] = []

  init(
    path: String, sheet: String?, limit: Int, allowing allowance: ContactAllowance = .nothing
  ) {
    self.allowance = allowance
    self.path = path
    self.sheet = sheet
    self.limit = limit
  }

  /// The same book with nothing in it, for reading the table once more.
  var emptied: IssueBook { IssueBook(path: path, sheet: sheet, limit: limit, allowing: allowance) }

  /// Notes a mistake; the diagnostic is only made when it is told in full.
  mutating func add(
    _ code: String, row: Int, column: Int, name: String? = nil, _ make: (Place) -> Diagnostic
  ) {
    if !silentRows.isEmpty, silentRows.contains(row) { return }
    let key = Key(code: code, column: column, part: origins?.part(of: row))
    var group = groups[key] ?? Group()
    group.count += 1
    if group.count <= limit {
      group.lastShown = found.count
      found.append(make(place(row, name)))
    } else {
      group.further.append(row)
    }
    groups[key] = group
  }

  /// The gravest of the findings in one cell that the site does not allow.
  mutating func told(_ found: [PrivateData.Finding]) -> PrivateData.Finding? {
    var told: PrivateData.Finding?
    for finding in found {
      if let index = allowance.index(of: finding) {
        usedAllowances.insert(index)
      } else if told == nil || (finding.kind.isPersonal && told?.kind.isPersonal == false) {
        told = finding
      }
    }
    return told
  }

  /// Whether it was told that values of a column are about people or offices.
  func tellsOfPeople(_ column: Int) -> Bool {
    groups.keys.contains {
      $0.column == column && ["private-data", "office-contact"].contains($0.code)
    }
  }

  /// The place of a row.
  func row(_ number: Int) -> Place { place(number, nil) }

  private func place(_ row: Int, _ name: String?) -> Place {
    origins?.place(row, name) ?? .cell(path: path, sheet: sheet, row: row, column: name)
  }

  /// Notes a mistake that concerns the file as a whole.
  mutating func add(_ diagnostic: Diagnostic) { found.append(diagnostic) }

  /// Everything found; the last one told of a kind says how many were left out.
  var diagnostics: Diagnostics {
    var all = found
    for group in groups.values where limit > 0 {
      guard let last = group.further.last else { continue }
      let rows = group.further.map { origins?.shown($0) ?? $0 }
      all[group.lastShown].notes.append(
        .more(group.further.count, lastRow: origins?.shown(last) ?? last))
      all[group.lastShown].furtherRows = rows
    }
    return Diagnostics(all)
  }
}
