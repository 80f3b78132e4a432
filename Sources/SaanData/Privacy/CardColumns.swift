/// The columns of a table, written in a text, whose heads say that citizens' numbers stand in them.
struct CardColumns {
  private let separator: UInt8
  private let columns: Set<Int>

  /// Reads the head of a table of Markdown or CSV; `nil` where no column is headed so.
  init?(head: UnsafeBufferPointer<UInt8>) {
    let text = String(decoding: head.prefix(4_000), as: UTF8.self)
    guard let separator = "|\t;,".first(where: text.contains) else { return nil }
    let cells = text.split(separator: separator, omittingEmptySubsequences: false)
    columns = Set(cells.indices.filter { PersonalHeading(String(cells[$0])) == .citizenID })
    self.separator = separator.asciiValue ?? 0
    if columns.isEmpty { return nil }
  }

  /// Whether a place in a line of the table lies in such a column.
  func hold(_ place: Int, in text: UnsafeBufferPointer<UInt8>, line: Int) -> Bool {
    columns.contains(text[line..<place].count { $0 == separator })
  }
}

/// Finds the heads of the tables that lines belong to, each once, as the lines are met in order.
struct TableHeads {
  private let text: UnsafeBufferPointer<UInt8>
  /// The end of the last line that was asked for, and the columns of its table.
  private var last = 0
  private var columns: CardColumns?

  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// The columns of the table that a line stands in: lines without an empty one among them.
  mutating func columns(above line: Range<Int>) -> CardColumns? {
    defer { last = line.upperBound }
    var start = line.lowerBound
    while start > 0 {
      let end = start - 1
      // The line before belongs to a table that is known.
      if last > 0, end <= last { return columns }
      let previous = text[..<end].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      if text[previous..<end].allSatisfy({ $0 <= 0x20 }) { break }
      start = previous
    }
    guard start < line.lowerBound else {
      columns = nil
      return nil
    }
    let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
    columns = CardColumns(head: UnsafeBufferPointer(rebasing: text[start..<end]))
    return columns
  }
}
