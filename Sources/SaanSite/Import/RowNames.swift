import SaanData
import SaanFiles
import SaanText

/// What tells the rows of a table apart that have no ids of their own, and the ids that they get.
struct RowNames {
  /// The columns that name a row together.
  let key: [String]

  /// Takes name, area and what columns of years became; of rows that have no name, also what else
  /// they all say in words, as far as it takes to tell them apart.
  ///
  /// - Parameters:
  ///   - names: the columns of the file.
  ///   - turned: the column that headings stand in that became rows.
  ///   - lines: the rows of the file and those of the table.
  init(
    _ table: Table, among names: [String], turned: String?, _ lines: [[String: String]]
  ) {
    if let known = KnownColumns.keys[table.name] {
      key = known
      return
    }
    let usual = ["name", "area", turned].compactMap { $0 }.filter(names.contains)
    guard !usual.contains("name") else {
      key = usual
      return
    }
    let others = names.filter { name in
      guard !["id", "note"].contains(name), !usual.contains(name),
        let field = table.schema.field(name)
      else { return false }
      return ![.number, .integer, .boolean].contains(field.type)
        && lines.allSatisfy { $0[name] != nil }
    }
    var key = usual
    for name in others where key.isEmpty || Self.repeats(of: key, in: lines) {
      key.append(name)
    }
    self.key = key
  }

  private static func repeats(of key: [String], in lines: [[String: String]]) -> Bool {
    Set(lines.map { line in key.map { line[$0] } }).count < lines.count
  }

  /// An id for a row that has none: the code of its area and letters that come of its name, so that
  /// no other row ever gets it, not even when this one is gone.
  ///
  /// - Parameter known: the ids that are taken.
  func id(of line: [String: String], beside known: Set<String>, _ areas: AreaTable) -> String {
    let base = line["area"].flatMap { areas[$0]?.code } ?? "row"
    let words = line["name"].map { [$0] } ?? key.compactMap { line[$0] }
    let name = words.joined(separator: "\n").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    var number = 1
    while true {
      let text = number == 1 ? name : "\(name)\n\(number)"
      let id = "\(base)-\(Self.letters(of: text))"
      if !known.contains(id) { return id }
      number += 1
    }
  }

  /// Five letters and digits that come of a text; none is read as another, and they make no word.
  private static func letters(of text: String) -> String {
    let signs = Array("23456789bcdfghjkmnpqrstvwxz")
    var rest = Digest(of: Array(text.utf8)).low
    var letters = ""
    for _ in 0..<5 {
      letters.append(signs[Int(rest % UInt64(signs.count))])
      rest /= UInt64(signs.count)
    }
    return letters
  }
}
