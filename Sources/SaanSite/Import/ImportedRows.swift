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
  private(set) var added: [String] = []
  private(set) var changes: [Change] = []
  /// The rows of the table that the file does not have.
  private(set) var missing: [String] = []
  private(set) var unchanged = 0
  private var lines: [[String: String]] = []

  /// Holds the rows of a file against those of the table.
  ///
  /// A row is the same by its id or, in a file without ids, by its name and area.
  init(_ table: Table, into own: Table?, replaces: Bool, in areas: AreaTable) {
    let incoming = table.fields.indices.filter { column in
      table.fields[column].name == "id" || table.rows.contains { !$0.isMissing(column) }
    }.map { table.fields[$0].name }.filter { !table.isNameOfPlace($0) }
    let mine = own.map { own in
      own.fields.map(\.name).filter { name in
        !own.isNameOfPlace(name) && own.rows.contains { !$0.isMissing(name) }
      }
    }
    let names = (mine ?? []) + incoming.filter { mine?.contains($0) != true }
    fields = names.contains("id") ? ["id"] + names.filter { $0 != "id" } : ["id"] + names
    var known: [[String: String]] = own?.rows.map { $0.values(of: names) } ?? []
    var ids = Set(known.compactMap { $0["id"] })
    var seen: Set<Int> = []
    for row in table.rows {
      var line = row.values(of: incoming)
      let match = known.firstIndex { other in
        line["id"].map { $0 == other["id"] }
          ?? (line["name"] == other["name"] && line["area"] == other["area"])
      }
      if let match {
        seen.insert(match)
        update(&known[match], with: line, incoming)
      } else {
        if line["id"] == nil { line["id"] = Self.id(in: line["area"], beside: ids, areas) }
        line["id"].map { _ = ids.insert($0) }
        added.append(line["name"] ?? line["id"] ?? "")
        lines.append(line)
      }
    }
    missing = known.indices.filter { !seen.contains($0) }.map {
      known[$0]["name"] ?? known[$0]["id"] ?? ""
    }
    let kept = known.indices.filter { seen.contains($0) || !replaces }
    lines = kept.map { known[$0] } + lines
  }

  private mutating func update(
    _ own: inout [String: String], with line: [String: String], _ names: [String]
  ) {
    let before = changes.count
    for name in names where name != "id" && own[name] != line[name] {
      changes.append(Change(id: own["id"] ?? "", field: name, old: own[name], new: line[name]))
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
}
