import SaanText

/// Finds the rows in which people write totals below, or between, the rows that they add up, and
/// what they work out from these: averages, shares, what is carried over.
///
/// It adds up the numbers of a table as it meets its rows, and holds those of likely totals against
/// the sums.
struct TotalRows {
  /// How many of a row's first cells may hold the word for a total.
  private static let depth = 6
  /// How many texts are kept of a table; one with more has names in its columns.
  private static let keptTexts = 20_000

  private struct Candidate {
    let row: Int
    let text: String
    let column: Int
    let word: TotalWord
    let numbers: [(column: Int, value: Double)]
    /// Whether one text at most stands beside the word.
    let isBare: Bool
    var isTotal: Bool
  }

  /// The sums of the columns from the beginning on, and since the last total.
  private var sums: [Double]
  private var sinceTotal: [Double]
  private var candidates: [Candidate] = []
  /// What stands in the first columns of all other rows, and how many of these have something.
  private var texts: [Set<String>]
  private var counts: [Int]
  /// The places that rows name.
  private var places: Set<String> = []
  /// How many rows there were, and since the last total.
  private var (rowCount, rowsSinceTotal) = (0, 0)
  /// The columns in which cells that are empty have the value above them.
  private let filled: Set<Int>

  /// Whether a cell or a heading is the word for a total, and no name that merely begins so.
  static func isWord(_ cell: String) -> Bool {
    switch TotalWord(cell) {
    case .whole, .part, .statistic: true
    case .joined, nil: false
    }
  }

  /// Whether a cell or a heading says that its numbers are worked out from others and add up
  /// nothing.
  static func isStatistic(_ cell: String) -> Bool { TotalWord(cell) == .statistic }

  init(width: Int, filled: [Int] = []) {
    self.filled = Set(filled)
    sums = Array(repeating: 0, count: width)
    sinceTotal = sums
    texts = Array(repeating: [], count: min(width, Self.depth))
    counts = Array(repeating: 0, count: texts.count)
  }

  /// The rows that are totals; of a sum that stands above its rows it shows in the end.
  var found: [(row: Int, text: String)] {
    candidates.filter { candidate in
      switch candidate.word {
      case .statistic: candidate.isTotal && !holdsStatistics(candidate.column)
      case .joined(let place):
        candidate.isTotal
          || candidate.isBare && !candidate.numbers.isEmpty && places.contains(place)
      case .whole, .part: candidate.isTotal || Self.isSum(candidate.numbers, sums)
      }
    }.map { ($0.row, $0.text) }
  }

  /// Whether such words are what a column is about: nothing else stands in it, or all of its words
  /// come again and again.
  private func holdsStatistics(_ column: Int) -> Bool {
    let words = candidates.filter { $0.column == column && $0.word == .statistic }.map(\.text)
    if counts[column] == 0 { return true }
    return Set(words).count < words.count && texts[column].count * 2 <= counts[column]
  }

  /// Whether a row of a block may be a total: a look at the first cells only.
  static func mayBe(in block: RawRows, width: Int, _ text: CellText) -> Bool {
    for row in block.numbers.indices {
      for column in 0..<min(depth, width)
      where TotalWord.mayBe(text[block.cells[row * width + column]]) {
        return true
      }
      if width > 1, isNameless(row, of: block, width: width, text) { return true }
    }
    return false
  }

  /// Whether the first cells of a row have no text, and the very first has nothing at all.
  private static func isNameless(
    _ row: Int, of block: RawRows, width: Int, _ text: CellText
  ) -> Bool {
    guard block.cells[row * width].isEmpty else { return false }
    return (1..<min(depth, width)).allSatisfy { column in
      let cell = text[block.cells[row * width + column]]
      return cell.isEmpty || cell[0] &- 0x30 < 10
    }
  }

  /// Takes the next row.
  mutating func add(row: Int, _ cells: [String]) {
    let numbers = cells.map { $0.isEmpty ? nil : ExactNumber($0)?.double }
    let found = cells.indices.prefix(Self.depth).lazy.compactMap { column in
      TotalWord(cells[column]).map { (column: column, word: $0) }
    }.first
    guard let found else {
      if isUnlabelledSum(cells, numbers) {
        let sums = numbers.enumerated().compactMap { column, number in number.map { (column, $0) } }
        candidates.append(
          Candidate(
            row: row, text: "", column: 0, word: .whole, numbers: sums, isBare: true, isTotal: true)
        )
        (sinceTotal, rowsSinceTotal) = (Array(repeating: 0, count: self.sums.count), 0)
        return
      }
      return count(cells, numbers)
    }
    let after = cells.indices.filter { $0 > found.column }
    let values = after.compactMap { column in numbers[column].map { (column, $0) } }
    let others = cells.indices.filter {
      $0 != found.column && !cells[$0].isEmpty && numbers[$0] == nil
        && !Self.isWord(cells[$0])
    }
    let isAlone = cells.indices.allSatisfy { $0 == found.column || cells[$0].isEmpty }
    let isFirst = !others.contains { $0 < found.column }
    let isTotal: Bool
    switch found.word {
    case .whole: isTotal = isAlone || (isFirst && !values.isEmpty && others.count <= 1)
    case .statistic: isTotal = isAlone || (!values.isEmpty && others.count <= 2)
    case .part(let isOfPlaces):
      isTotal =
        isOfPlaces && !values.isEmpty && others.isEmpty
        && (found.column == 0 || cells[0].isEmpty)
    case .joined(let place):
      isTotal = !values.isEmpty && others.count <= 1 && places.contains(place)
    }
    var candidate = Candidate(
      row: row, text: cells[found.column], column: found.column, word: found.word,
      numbers: values, isBare: others.count <= 1, isTotal: isTotal)
    if case .joined = found.word {
      if !isTotal { count(cells, numbers) }
    } else if found.word != .statistic {
      candidate.isTotal = isTotal || Self.isSum(values, sums) || Self.isSum(values, sinceTotal)
    }
    candidates.append(candidate)
    if candidate.isTotal, found.word != .statistic {
      (sinceTotal, rowsSinceTotal) = (Array(repeating: 0, count: sums.count), 0)
    } else if case .part = found.word {
      // A name after all, unless it is the sum of what follows.
      for (column, number) in numbers.enumerated() { sinceTotal[column] += number ?? 0 }
    }
  }

  /// Takes a row that is one of the table's.
  private mutating func count(_ cells: [String], _ numbers: [Double?]) {
    (rowCount, rowsSinceTotal) = (rowCount + 1, rowsSinceTotal + 1)
    for (column, number) in numbers.enumerated() {
      sums[column] += number ?? 0
      sinceTotal[column] += number ?? 0
      guard number == nil, !cells[column].isEmpty else { continue }
      if texts.indices.contains(column) {
        counts[column] += 1
        if texts[column].count < Self.keptTexts { texts[column].insert(cells[column]) }
      }
      if places.count < Self.keptTexts { places.insert(TotalWord.place(cells[column])) }
    }
  }

  /// Whether a row without any text is the sum of those above it: each of its numbers is, and none
  /// of them had so little to say.
  private func isUnlabelledSum(_ cells: [String], _ numbers: [Double?]) -> Bool {
    let values = numbers.enumerated().compactMap { column, number in number.map { (column, $0) } }
    guard rowsSinceTotal > 1 || rowCount > 1, values.contains(where: { $0.1 != 0 }),
      cells.indices.allSatisfy({ cells[$0].isEmpty || numbers[$0] != nil }),
      texts.indices.contains(where: { column in
        counts[column] == rowCount && cells[column].isEmpty && !filled.contains(column)
      })
    else { return false }
    func areAll(_ sums: [Double]) -> Bool {
      values.allSatisfy { column, value in
        abs(value - sums[column]) <= max(0.005, abs(value) * 1e-9)
      }
    }
    return areAll(sums) || rowsSinceTotal > 1 && areAll(sinceTotal)
  }

  private static func isSum(_ values: [(column: Int, value: Double)], _ sums: [Double]) -> Bool {
    values.contains { column, value in
      value != 0 && abs(value - sums[column]) <= max(0.005, abs(value) * 1e-9)
    }
  }
}
