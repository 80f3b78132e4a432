import SaanText

/// Finds the rows below a table in which people write what readers must know of it: a source, a
/// remark, the day of the data.
struct NoteRows {
  /// How many of a row's first cells may hold the note.
  private static let depth = 4

  /// The notes so far; a row of data below them shows that they are none.
  private(set) var found: [(row: Int, text: String)] = []

  /// Whether a row of a block may be a note: one with a single cell, which begins like one.
  static func mayBe(in block: RawRows, width: Int, _ text: CellText) -> Bool {
    guard width > 1 else { return false }
    rows: for row in block.numbers.indices {
      var alone: Int?
      for column in 0..<width where !block.cells[row * width + column].isEmpty {
        if alone != nil || column >= depth { continue rows }
        alone = column
      }
      guard let alone else { continue }
      let cell = text[block.cells[row * width + alone]]
      if label(of: String(decoding: cell, as: UTF8.self).trimmed) != nil { return true }
    }
    return false
  }

  /// Takes the next row; what stands alone below a note goes on with it.
  mutating func add(row: Int, _ cells: [String]) {
    let filled = cells.indices.filter { !cells[$0].isEmpty }
    guard let column = filled.first else { return }
    guard cells.count > 1, filled.count == 1, column < Self.depth else { return found.removeAll() }
    if let label = Self.label(of: cells[column]) {
      found.append((row, label))
    } else if let last = found.last {
      found.append((row, last.text))
    }
  }

  /// The mark or the word that a note begins with; `nil` for what may be a name.
  private static func label(of cell: String) -> String? {
    let mark = cell.prefix { "*†‡¹²³".contains($0) }
    if !mark.isEmpty {
      return cell.dropFirst(mark.count).contains(where: \.isLetter) ? String(mark) : nil
    }
    let text = cell.lowercased()
    for (word, needsColon) in words where text.hasPrefix(word) {
      let rest = text.dropFirst(word.count).drop { $0 == " " || $0 == "\u{A0}" }
      let hasColon = rest.first == ":" || rest.first == "："
      let isApart = hasColon || rest.startIndex > text.index(text.startIndex, offsetBy: word.count)
      guard needsColon ? hasColon : isApart || rest.first?.isNumber == true,
        rest.contains(where: \.isLetter)
      else { continue }
      return String(cell.prefix(word.count))
    }
    return nil
  }

  /// The words, and whether only a colon behind them tells them from names.
  private static let words: [(word: String, needsColon: Bool)] =
    ["หมายเหตุ", "ที่มา", "แหล่งที่มา", "แหล่งข้อมูล", "ข้อมูล ณ", "ข้อมูลจาก"].map { ($0, false) }
    + [
      "ผู้จัดทำ", "ผู้รายงาน", "ปรับปรุงข้อมูล", "ข้อมูล", "source", "sources", "note", "notes", "remark",
      "remarks", "n.b.", "data as of", "as of", "prepared by",
    ].map { ($0, true) }
}
