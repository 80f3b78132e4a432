import SaanData
import SaanText

/// The rows of a table with those of a file: which are new, which say otherwise, which it lacks.
struct ImportedRows: Sendable {
  /// A value that is another one now.
  struct Change: Sendable {
    let id: String
    let field: String
    let old: String?
    let new: String?
  }

  /// The columns of the table as it is written.
  let fields: [String]
  /// The columns that name a row together.
  let key: [String]
  /// Whether rows have ids that the file does not give.
  let hasOwnIDs: Bool
  private(set) var added: [String] = []
  private(set) var changes: [Change] = []
  /// The rows of the table that the file does not have.
  private(set) var missing: [String] = []
  private(set) var unchanged = 0
  private var lines: [[String: String]] = []

  /// Holds the rows of a file against those of the table.
  ///
  /// A row is the same by the table's key or, in a file without it, by its name and area, or by all
  /// that is no number; of several rows that are alike in that, the first is the first.
  ///
  /// - Parameter hasID: whether rows have ids, which those get that have none.
  init(
    _ table: Table, into own: Table?, hasID: Bool, replaces: Bool, in areas: AreaTable
  ) {
    let incoming = table.fields.indices.filter { column in
      table.fields[column].name == "id" || table.rows.contains { !$0.isMissing(column) }
    }.map { table.fields[$0].name }.filter { !table.isNameOfPlace($0) }
    let mine = own.map { own in
      own.fields.map(\.name).filter { name in
        !own.isNameOfPlace(name) && own.rows.contains { !$0.isMissing(name) }
      }
    }
    let names = (mine ?? []) + incoming.filter { mine?.contains($0) != true }
    hasOwnIDs = hasID && !table.rows.contains { !$0.isMissing("id") }
    fields = hasID ? ["id"] + names.filter { $0 != "id" } : names
    let named = (own ?? table).schema.primaryKey
    let other = table.keyWithoutIDs(among: incoming)
    key = !named.isEmpty && named.allSatisfy(incoming.contains) ? named : hasID ? ["id"] : other
    var known: [[String: String]] = own?.rows.map { $0.values(of: names) } ?? []
    let (byKey, byOther) = (RowsByKey(known, key), RowsByKey(known, other))
    var ids = Set(known.compactMap { $0["id"] })
    var seen: Set<Int> = []
    for row in table.rows {
      var line = row.values(of: incoming)
      if let match = byKey.hasKey(line)
        ? byKey.first(line, beside: seen) : byOther.first(line, beside: seen)
      {
        seen.insert(match)
        update(&known[match], with: line, incoming)
      } else {
        if hasID, line["id"] == nil { line["id"] = Self.id(in: line["area"], beside: ids, areas) }
        line["id"].map { _ = ids.insert($0) }
        added.append(title(of: line))
        lines.append(line)
      }
    }
    missing = known.indices.filter { !seen.contains($0) }.map { title(of: known[$0]) }
    let kept = known.indices.filter { seen.contains($0) || !replaces }
    lines = kept.map { known[$0] } + lines
  }

  /// What a row is called in reports.
  private func title(of line: [String: String]) -> String {
    if let name = line["name"] ?? line["title"] { return name }
    return key.compactMap { line[$0] }.joined(separator: ", ")
  }

  private mutating func update(
    _ own: inout [String: String], with line: [String: String], _ names: [String]
  ) {
    let before = changes.count
    for name in names where name != "id" && own[name] != line[name] {
      let id = own["id"] ?? key.compactMap { own[$0] }.joined(separator: ", ")
      changes.append(Change(id: id, field: name, old: own[name], new: line[name]))
      own[name] = line[name]
    }
    if changes.count == before { unchanged += 1 }
  }

  /// An id for a row that has none: the code of its area and the next number there.
  private static func id(
    in area: String?, beside known: Set<String>, _ areas: AreaTable
  ) -> String {
    let base = area.flatMap { areas[$0]?.code } ?? "row"
    var number = 1
    while known.contains("\(base)-\(number)") { number += 1 }
    return "\(base)-\(number)"
  }

  /// How many rows the table has then.
  var count: Int { lines.count }

  /// The first rows, as they are written.
  func first(_ count: Int) -> [[String?]] { lines.prefix(count).map(cells) }

  private func cells(_ line: [String: String]) -> [String?] { fields.map { line[$0] } }

  /// The table as text.
  var csv: [UInt8] {
    var bytes: [UInt8] = []
    for row in [fields.map { $0 as String? }] + lines.map(cells) { bytes.appendCSVRow(row) }
    return bytes
  }
}

/// Rows by the values of some columns.
private struct RowsByKey {
  private let names: [String]
  private var rows: [[String?]: [Int]] = [:]

  init(_ lines: [[String: String]], _ names: [String]) {
    self.names = names
    for (row, line) in lines.enumerated() { rows[names.map { line[$0] }, default: []].append(row) }
  }

  /// Whether a row has all of the key.
  func hasKey(_ line: [String: String]) -> Bool { names.allSatisfy { line[$0] != nil } }

  /// The first row like another that was not taken yet.
  func first(_ line: [String: String], beside seen: Set<Int>) -> Int? {
    names.isEmpty ? nil : rows[names.map { line[$0] }]?.first { !seen.contains($0) }
  }
}

extension Row {
  fileprivate func values(of names: [String]) -> [String: String] {
    Dictionary(
      names.compactMap { name in string(name).map { (name, $0) } },
      uniquingKeysWith: { first, _ in first })
  }
}

extension Table {
  /// Whether a column names places together with others, which `area` says by code.
  fileprivate func isNameOfPlace(_ name: String) -> Bool {
    schema.areaColumns.fields.values.contains(name)
  }

  /// What tells rows apart that have no ids: name and area, or all that is no number.
  fileprivate func keyWithoutIDs(among names: [String]) -> [String] {
    if let key = KnownColumns.keys[self.name] { return key }
    let usual = ["name", "area"].filter(names.contains)
    if usual.contains("name") { return usual }
    return names.filter { name in
      guard name != "id", let field = schema.field(name) else { return false }
      return ![.number, .integer, .boolean].contains(field.type)
    }
  }
}
