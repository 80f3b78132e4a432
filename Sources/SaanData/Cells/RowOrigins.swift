import SaanText

/// Where the rows of a table stand that is put together: of several sheets or files, or of columns
/// that became rows.
///
/// Such a table numbers its rows through, from `first` on, which no row of a file is: so one number
/// says the file, the sheet, the row and, of a value, the heading that it stands below.
struct RowOrigins: Sendable, Equatable {
  /// A sheet or a text that rows were read from.
  struct Part: Sendable, Equatable {
    let path: String
    let sheet: String?
  }

  private struct Origin: Sendable, Equatable {
    let part: UInt32
    let row: UInt32
    let heading: UInt32
  }

  /// The number of the first row.
  static let first = 1 << 30

  let parts: [Part]
  /// The headings of the columns that became rows.
  let headings: [String]
  /// The columns whose values stand below these headings.
  let moved: Set<String>
  private var rows: [Origin] = []

  init(parts: [Part], headings: [String] = [], moved: Set<String> = []) {
    self.parts = parts
    self.headings = headings
    self.moved = moved
  }

  var count: Int { rows.count }

  /// Adds a row and gives it a number.
  mutating func append(part: Int, row: UInt32, heading: Int?) -> UInt32 {
    rows.append(
      Origin(
        part: UInt32(part), row: row, heading: heading.map { UInt32($0) } ?? UInt32.max))
    return UInt32(Self.first + rows.count - 1)
  }

  /// Which part a row stands in.
  func part(of number: Int) -> Int? { origin(number).map { Int($0.part) } }

  /// The number that a row has in its file.
  func shown(_ number: Int) -> Int { origin(number).map { Int($0.row) } ?? number }

  /// The place of a row or, with a heading, of a cell; `nil` for rows that are none of these.
  func place(_ number: Int, _ column: String?) -> Place? {
    guard let origin = origin(number) else { return nil }
    let part = parts[Int(origin.part)]
    let isMoved = column.map { moved.contains($0) } ?? false
    let isBelowHeading = isMoved && origin.heading < headings.count
    let heading = isBelowHeading ? headings[Int(origin.heading)] : column
    return .cell(path: part.path, sheet: part.sheet, row: Int(origin.row), column: heading)
  }

  private func origin(_ number: Int) -> Origin? {
    let index = number - Self.first
    return rows.indices.contains(index) ? rows[index] : nil
  }
}
