import SaanText

/// A cell that says that its row is a total.
private enum TotalWord: Equatable {
  /// Nothing but the word: `รวมทั้งสิ้น`.
  case whole
  /// The word with what is added up: `รวมอำเภอปราสาท`, `Prasat total`.
  case part(isOfPlaces: Bool)

  /// A quick look that lets through what begins or ends like one.
  @inline(__always)
  static func mayBe(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard cell.count >= 5 else { return false }
    let (first, last) = (cell[0], cell[cell.count - 1])
    // ร, ย or ผ; ม at the end; spaces; T, S, G, l.
    guard
      first <= 0x20 || (first == 0xE0 && [0xA3, 0xA2, 0x9C].contains(cell[2]))
        || [0x54, 0x53, 0x47].contains(first & 0xDF) || last == 0xA1 || last & 0xDF == 0x4C
    else { return false }
    let cell = cell.trimmed
    return stems.contains { stem in
      cell.count >= stem.count
        && (zip(cell, stem).allSatisfy { lower($0) == $1 }
          || zip(cell.suffix(stem.count), stem).allSatisfy { lower($0) == $1 })
    }
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }

  private static let stems = ["รวม", "ยอดรวม", "ผลรวม", "total", "grand total", "sub"].map {
    Array($0.utf8)
  }

  /// Reads a cell; `nil` for names that merely begin so, such as `รวมใจ`.
  init?(_ cell: String) {
    var text = cell.lowercased()
    if text.hasSuffix(")"), let open = text.lastIndex(of: "(") { text = String(text[..<open]) }
    text = text.filter { !":.-".contains($0) }.split { $0.isWhitespace }.joined(separator: " ")
    if Self.wholes.contains(text.filter { $0 != " " }) {
      self = .whole
      return
    }
    for word in ["ยอดรวม", "ผลรวม", "รวมยอด", "รวม"] where text.hasPrefix(word) {
      let rest = text.dropFirst(word.count)
      guard
        Self.places.contains(where: { rest.hasPrefix($0) }) || rest.first == " "
          || rest.first?.isNumber == true
      else { continue }
      self = .part(isOfPlaces: Self.places.contains { rest.hasPrefix($0) })
      return
    }
    let isEnglish =
      ["total ", "subtotal ", "sum of "].contains { text.hasPrefix($0) }
      || [" total", " subtotal"].contains { text.hasSuffix($0) }
    guard isEnglish || text.hasSuffix("ผลรวม") || text.hasSuffix(" รวม") else { return nil }
    self = .part(isOfPlaces: false)
  }

  private static let wholes: Set<String> = [
    "รวม", "รวมทั้งสิ้น", "รวมทั้งหมด", "รวมทั้งหมดทั้งสิ้น", "รวมสุทธิ", "รวมยอด", "รวมยอดทั้งสิ้น", "รวมย่อย",
    "รวมจำนวน", "รวมเงิน", "รวมเป็นเงิน", "รวมเป็นเงินทั้งสิ้น", "รวมเงินทั้งสิ้น", "ยอดรวม", "ยอดรวมทั้งสิ้น",
    "ยอดรวมทั้งหมด", "ผลรวม", "ผลรวมทั้งสิ้น", "ผลรวมทั้งหมด", "total", "totals", "grandtotal", "subtotal",
    "sum",
  ]
  private static let places = [
    "อำเภอ", "จังหวัด", "ตำบล", "ภาค", "เขต", "แขวง", "หมู่บ้าน", "ทั้ง", "ทุก", "พื้นที่",
  ]
}

/// Finds the rows in which people write totals below, or between, the rows that they add up.
///
/// It adds up the numbers of a table as it meets its rows, and holds those of likely totals against
/// the sums.
struct TotalRows {
  /// How many of a row's first cells may hold the word for a total.
  private static let depth = 4

  private struct Candidate {
    let row: Int
    let text: String
    let numbers: [(column: Int, value: Double)]
    var isTotal: Bool
  }

  /// The sums of the columns from the beginning on, and since the last total.
  private var sums: [Double]
  private var sinceTotal: [Double]
  private var candidates: [Candidate] = []

  /// Whether a cell or a heading is the word for a total, and no name that merely begins so.
  static func isWord(_ cell: String) -> Bool { TotalWord(cell) != nil }

  init(width: Int) {
    sums = Array(repeating: 0, count: width)
    sinceTotal = sums
  }

  /// The rows that are totals; of a sum that stands above its rows it shows in the end.
  var found: [(row: Int, text: String)] {
    candidates.filter { $0.isTotal || Self.isSum($0.numbers, sums) }.map { ($0.row, $0.text) }
  }

  /// Whether a row of a block may be a total: a look at the first cells only.
  static func mayBe(in block: RawRows, width: Int, _ text: CellText) -> Bool {
    for row in block.numbers.indices {
      for column in 0..<min(depth, width)
      where TotalWord.mayBe(text[block.cells[row * width + column]]) {
        return true
      }
    }
    return false
  }

  /// Takes the next row.
  mutating func add(row: Int, _ cells: [String]) {
    let numbers = cells.map { $0.isEmpty ? nil : ExactNumber($0)?.double }
    let found = cells.indices.prefix(Self.depth).lazy.compactMap { column in
      TotalWord(cells[column]).map { (column: column, word: $0) }
    }.first
    guard let found else {
      for (column, number) in numbers.enumerated() {
        sums[column] += number ?? 0
        sinceTotal[column] += number ?? 0
      }
      return
    }
    let after = cells.indices.filter { $0 > found.column }
    let values = after.compactMap { column in numbers[column].map { (column, $0) } }
    let texts = cells.indices.filter {
      $0 != found.column && !cells[$0].isEmpty && numbers[$0] == nil
    }
    .filter { TotalWord(cells[$0]) == nil }
    let isFirst = !texts.contains { $0 < found.column }
    let isTotal: Bool
    switch found.word {
    case .whole:
      let isAlone = cells.indices.allSatisfy { $0 == found.column || cells[$0].isEmpty }
      isTotal = isAlone || (isFirst && !values.isEmpty && texts.count <= 1)
    case .part(let isOfPlaces):
      isTotal = isOfPlaces && !values.isEmpty && texts.isEmpty && cells[0].isEmpty
    }
    let isSum = Self.isSum(values, sums) || Self.isSum(values, sinceTotal)
    candidates.append(
      Candidate(row: row, text: cells[found.column], numbers: values, isTotal: isTotal || isSum))
    if isTotal || isSum {
      sinceTotal = Array(repeating: 0, count: sums.count)
    } else if case .part = found.word {
      // A name after all, unless it is the sum of what follows.
      for (column, number) in numbers.enumerated() { sinceTotal[column] += number ?? 0 }
    }
  }

  private static func isSum(_ values: [(column: Int, value: Double)], _ sums: [Double]) -> Bool {
    values.contains { column, value in
      value != 0 && abs(value - sums[column]) <= max(0.005, abs(value) * 1e-9)
    }
  }
}
