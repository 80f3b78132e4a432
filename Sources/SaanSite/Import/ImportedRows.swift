import SaanData
import SaanText

/// The rows of a table with those of a file: which are new, which say otherwise, which it lacks.
struct ImportedRows: Sendable {
  /// A value that is another one now.
  struct Change: Sendable {
    let id: String
    /// What the row is called.
    let name: String
    /// The index of the row in the file's table.
    let row: Int
    let field: String
    let old: String?
    let new: String?
  }

  /// A row of the file that is like another: one before it, or one of the table that it lacks.
  struct Likeness: Sendable {
    /// The index of the row in the file's table.
    let row: Int
    /// What it is called.
    let name: String
    /// The other row's index in the file's table; `nil` of a row of the site's table.
    var first: Int?
    /// What that one is called.
    var other = ""
    /// How a row of the file and one of the table of the same name differ.
    var difference: RowDifference?
  }

  /// The columns of the table as it is written.
  let fields: [String]
  /// The columns that name a row together.
  let key: [String]
  /// Whether rows have ids that the file does not give.
  let hasOwnIDs: Bool
  private(set) var added: [(name: String, row: Int)] = []
  private(set) var changes: [Change] = []
  /// The rows of the table that the file does not have.
  private(set) var missing: [String] = []
  private(set) var unchanged = 0
  /// The rows of the file that repeat what names another one.
  private(set) var repeated: [Likeness] = []
  /// The new rows that may be ones of the table under another name.
  private(set) var renamed: [Likeness] = []
  /// The columns of the table that the file says nothing of, and in how many of its rows the value
  /// stays that was there.
  private(set) var untold: [(name: String, count: Int)] = []
  /// Which row of the file's table each line comes from; `nil` of one that the file does not have.
  private(set) var sources: [Int?] = []
  private var lines: [[String: String]] = []
  /// The rows of the file as they are written, in its order.
  private var ofFile: [[String: String]] = []

  /// Holds the rows of a file against those of the table.
  ///
  /// A row is the same by the table's key or, in a file without it, by its name and area, or by all
  /// that is no number; of several rows that are alike in that, the first is the first.
  ///
  /// - Parameters:
  ///   - hasID: whether rows have ids, which those get that have none.
  ///   - turned: the column that headings stand in that became rows.
  init(
    _ table: Table, into own: Table?, hasID: Bool, replaces: Bool, turned: String?,
    in areas: AreaTable
  ) {
    let incoming = table.fields.indices.filter { column in
      table.fields[column].name == "id" || table.rows.contains { !$0.isMissing(column) }
    }.map { table.fields[$0].name }.filter { !table.isNameOfPlace($0) }
    let mine = own.map { own in
      own.fields.map(\.name).filter { name in
        !own.isNameOfPlace(name) && own.rows.contains { !$0.isMissing(name) }
      }
    }
    let names = Self.ordered(mine ?? [], incoming, as: own?.fields.map(\.name) ?? [])
    hasOwnIDs = hasID && !table.rows.contains { !$0.isMissing("id") }
    fields = hasID ? ["id"] + names.filter { $0 != "id" } : names
    var known: [[String: String]] = own?.rows.map { $0.values(of: names) } ?? []
    let read = table.rows.map { $0.values(of: incoming) }
    let other = RowNames(table, among: incoming, turned: turned, read + known)
    let primary = (own ?? table).schema.primaryKey
    key =
      !primary.isEmpty && primary.allSatisfy(incoming.contains)
      ? primary : hasID ? ["id"] : other.key
    let (byKey, byOther) = (RowsByKey(known, key), RowsByKey(known, other.key))
    var ids = Set(known.compactMap { $0["id"] })
    var seen: [Int: Int] = [:]
    var new: [(row: Int, line: [String: String])] = []
    for (index, values) in read.enumerated() {
      var line = values
      if let match = byKey.hasKey(line)
        ? byKey.first(line, beside: seen) : byOther.first(line, beside: seen)
      {
        seen[match] = index
        update(&known[match], with: line, row: index, incoming)
        ofFile.append(known[match])
      } else {
        if hasID, line["id"] == nil { line["id"] = other.id(of: line, beside: ids, areas) }
        line["id"].map { _ = ids.insert($0) }
        new.append((index, line))
        ofFile.append(line)
      }
    }
    added = new.map { (title(of: $0.line), $0.row) }
    let gone = known.indices.filter { seen[$0] == nil }.map { known[$0] }
    missing = gone.map(title)
    repeated = Self.repeats(of: hasOwnIDs ? other.key : key, in: read, title)
    renamed = renamed(gone, new: Set(new.map(\.row)), besides: ["id", "name"] + other.key, areas)
    let kept = known.indices.filter { seen[$0] != nil || !replaces }
    (lines, sources) = (
      kept.map { known[$0] } + new.map(\.line), kept.map { seen[$0] } + new.map(\.row)
    )
    untold = Self.untold(mine ?? [], by: incoming, in: seen.keys.map { known[$0] })
  }

  /// The rows of the file that may be rows of the table which it does not have.
  ///
  /// - Parameters:
  ///   - gone: those of the table.
  ///   - new: the rows of the file that were not in the table.
  ///   - names: the columns in which a row by a new name may differ.
  private func renamed(
    _ gone: [[String: String]], new: Set<Int>, besides names: [String], _ areas: AreaTable
  ) -> [Likeness] {
    let named = Dictionary(grouping: gone) { $0["name"]?.squeezed }
    return ofFile.enumerated().compactMap { row, line in
      let alike = line["name"].map { named[$0.squeezed] ?? [] } ?? []
      for old in alike {
        guard let difference = line.difference(from: old, areas) else { continue }
        return Likeness(
          row: row, name: title(of: line), other: title(of: old), difference: difference)
      }
      guard new.contains(row) else { return nil }
      return gone.first { line.isRenamed(from: $0, besides: names) }.map {
        Likeness(row: row, name: title(of: line), other: title(of: $0))
      }
    }
  }

  /// The columns of a table and further ones: what is written again has them where they were.
  private static func ordered(
    _ mine: [String], _ incoming: [String], as order: [String]
  ) -> [String] {
    (mine + incoming.filter { !mine.contains($0) }).enumerated()
      .sorted { left, right in
        (order.firstIndex(of: left.element) ?? order.count, left.offset)
          < (order.firstIndex(of: right.element) ?? order.count, right.offset)
      }.map(\.element)
  }

  /// The columns of rows that a file has, of which it says nothing.
  private static func untold(
    _ names: [String], by incoming: [String], in lines: [[String: String]]
  ) -> [(name: String, count: Int)] {
    names.compactMap { name in
      // A translation stands in no agency's file.
      let base = String(name.split(separator: "@")[0])
      guard name != "id", !incoming.contains(name), !incoming.contains(base) else { return nil }
      let count = lines.count { $0[name] != nil }
      return count > 0 ? (name, count) : nil
    }
  }

  /// The rows that say the same as one before them in all columns that name rows.
  private static func repeats(
    of key: [String], in lines: [[String: String]], _ title: ([String: String]) -> String
  ) -> [Likeness] {
    guard !key.isEmpty else { return [] }
    var first: [[String?]: Int] = [:]
    return lines.enumerated().compactMap { row, line in
      let values = key.map { line[$0]?.squeezed }
      guard values.contains(where: { $0 != nil }) else { return nil }
      guard let before = first[values] else {
        first[values] = row
        return nil
      }
      return Likeness(row: row, name: title(line), first: before)
    }
  }

  /// What a row is called in reports.
  private func title(of line: [String: String]) -> String {
    if let name = line["name"] ?? line["title"] { return name }
    let named = key.compactMap { line[$0] }
    // A row without a name is found by the first thing that it says.
    return named.isEmpty
      ? fields.lazy.compactMap { line[$0] }.first ?? "" : named.joined(separator: ", ")
  }

  private mutating func update(
    _ own: inout [String: String], with line: [String: String], row: Int, _ names: [String]
  ) {
    let before = changes.count
    for name in names where name != "id" && own[name] != line[name] {
      let id = own["id"] ?? key.compactMap { own[$0] }.joined(separator: ", ")
      changes.append(
        Change(
          id: id, name: title(of: line), row: row, field: name, old: own[name], new: line[name]))
      own[name] = line[name]
    }
    if changes.count == before { unchanged += 1 }
  }

  /// How many rows the table has then.
  var count: Int { lines.count }

  /// The first rows of the file, as they are written.
  func first(_ count: Int) -> [[String?]] { ofFile.prefix(count).map(cells) }

  private func cells(_ line: [String: String]) -> [String?] { fields.map { line[$0] } }

  /// The line of the table as text on which each of its rows begins.
  var lineNumbers: [Int] {
    var next = 2
    return lines.map { line in
      defer {
        next += 1 + fields.reduce(0) { $0 + (line[$1]?.count(where: \.isNewline) ?? 0) }
      }
      return next
    }
  }

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
    for (row, line) in lines.enumerated() {
      rows[names.map { line[$0]?.squeezed }, default: []].append(row)
    }
  }

  /// Whether a row has all of the key.
  func hasKey(_ line: [String: String]) -> Bool { names.allSatisfy { line[$0] != nil } }

  /// The first row like another that was not taken yet.
  func first(_ line: [String: String], beside seen: [Int: Int]) -> Int? {
    names.isEmpty ? nil : rows[names.map { line[$0]?.squeezed }]?.first { seen[$0] == nil }
  }
}

extension String {
  /// The text with one blank where there are several.
  fileprivate var squeezed: String {
    guard contains("  ") || contains(where: \.isNewline) else { return self }
    return split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension [String: String] {
  /// How a row differs from one of the same name that may be the same; `nil` where it is in another
  /// place.
  fileprivate func difference(
    from other: [String: String], _ areas: AreaTable
  ) -> RowDifference? {
    let (own, old) = (self["area"], other["area"])
    if own == old, let id = self["id"], let former = other["id"], id != former {
      return .id(old: former, new: id)
    }
    guard let own, let old, own != old, let place = areas[own], let former = areas[old],
      areas.path(upFrom: place).contains(where: { $0.code == former.code })
        || areas.path(upFrom: former).contains(where: { $0.code == place.code })
    else { return nil }
    return .area(old: old, new: own)
  }

  /// Whether a row may be another one by a new name: in the same place, with a name that is nearly
  /// the same, or with the same numbers and dates, of which there are two at least.
  fileprivate func isRenamed(from other: [String: String], besides names: [String]) -> Bool {
    guard let name = self["name"], let old = other["name"], name != old,
      self["area"] == other["area"]
    else {
      return false
    }
    let shared = keys.filter { !names.contains($0) && other[$0] != nil }
    if shared.count > 1, shared.allSatisfy({ self[$0] == other[$0] }) { return true }
    let isLonger = name.count > old.count
    let (short, long) = isLonger ? (old, name) : (name, old)
    return short.count > 3 && long.hasPrefix(short)
      || closestName(to: old, among: [name]) != nil && old.count > 5
  }
}

extension Row {
  fileprivate func values(of names: [String]) -> [String: String] {
    Dictionary(
      names.compactMap { name in string(name).map { (name, $0.withoutFormulaGuard) } },
      uniquingKeysWith: { first, _ in first })
  }
}

extension Table {
  /// Whether a column names places together with others, which `area` says by code.
  fileprivate func isNameOfPlace(_ name: String) -> Bool {
    schema.areaColumns.fields.values.contains(name)
  }
}
