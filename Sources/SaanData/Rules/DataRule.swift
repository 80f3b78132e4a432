import SaanText

/// One rule over the figures: what it holds, how much it weighs, and how it finds what breaks it.
///
/// A rule is a row, so that the manual lists it and `site.yaml` weighs it by its code. It sees
/// joined figures and no files; their rows are still known, so that what it finds points into a
/// table.
package struct DataRule: Sendable {
  /// The code of its diagnostics.
  package let code: String
  /// What the rule holds, in a sentence.
  package let summary: Wording
  /// How much a breach weighs unless the site says otherwise.
  package let severity: Diagnostic.Severity
  let find: @Sendable (Statistics, CalendarDate) -> [Diagnostic]

  init(
    _ code: String, _ severity: Diagnostic.Severity, _ summary: Wording,
    find: @escaping @Sendable (Statistics, CalendarDate) -> [Diagnostic]
  ) {
    self.code = code
    self.severity = severity
    self.summary = summary
    self.find = find
  }
}

/// What all rules have to say about the figures.
///
/// - Parameters:
///   - today: the date that counts as today, for dates that lie ahead.
///   - told: what the readers of tables have said; a value that can't be read is not told of twice.
///   - severities: what the site makes of single rules, by code.
package func checkStatistics(
  _ statistics: Statistics, today: CalendarDate, told: Diagnostics = Diagnostics(),
  rules: [DataRule] = DataRule.all, severities: [String: Diagnostic.Severity] = [:]
) -> Diagnostics {
  let unreadable = UnreadCells(told)
  var found = Diagnostics()
  for rule in rules {
    for var diagnostic in rule.find(statistics, today) {
      if let place = diagnostic.place, unreadable.holds(place) { continue }
      diagnostic.severity = severities[rule.code] ?? rule.severity
      found.add(diagnostic)
    }
  }
  return found
}

/// Where the readers of tables have found an error, told in full or counted with others like it.
private struct UnreadCells {
  private struct Column: Hashable {
    let path: String
    let sheet: String?
    let name: String?
  }

  private let told: Set<Place>
  private var counted: [Column: Set<Int>] = [:]

  init(_ diagnostics: Diagnostics) {
    let errors = diagnostics.all.filter { $0.severity == .error }
    told = Set(errors.compactMap(\.place))
    for error in errors where !error.furtherRows.isEmpty {
      guard case .cell(let path, let sheet, _, let column)? = error.place else { continue }
      counted[Column(path: path, sheet: sheet, name: column), default: []]
        .formUnion(error.furtherRows)
    }
  }

  func holds(_ place: Place) -> Bool {
    if told.contains(place) { return true }
    guard case .cell(let path, let sheet, let row, let column) = place else { return false }
    return counted[Column(path: path, sheet: sheet, name: column)]?.contains(row) ?? false
  }
}
