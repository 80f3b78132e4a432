import SaanText

/// What a register had in one area: how many rows, and a digest that shows when one changes.
///
/// The rows themselves are not kept: a register may be large, and what was in it about people must
/// be able to go.
package struct ReleasedRegister: Sendable {
  /// The table.
  package let name: String
  /// The code of the area; empty for rows without one.
  package let area: String
  package let rows: Int
  let digest: String
  /// A few digits of each row's digest, which tell how many rows are others; none of registers that
  /// are very large, and in releases of earlier versions.
  let marks: [Substring]

  private static let mostMarks = 5_000

  private static let table = "registers"

  /// Reads a row of a release; `nil` when it tells of something else.
  init?(_ row: ReleasedRow) {
    guard row.table == Self.table, let name = row["register"] else { return nil }
    self.name = name
    area = row["area"] ?? ""
    rows = row["rows"].flatMap { Int($0) } ?? 0
    digest = row["digest"] ?? ""
    marks = row["row_digests"]?.split(separator: " ") ?? []
  }

  /// What registers have now, area by area.
  static func rows(of names: Set<String>, in statistics: Statistics) -> [ReleasedRow] {
    names.sorted().flatMap { name -> [ReleasedRow] in
      guard let table = statistics.package[name], let areas = statistics.areas(ofRowsIn: name)
      else { return [] }
      let byArea = Dictionary(grouping: table.ids) { areas[$0.position] }
      return byArea.sorted { $0.key < $1.key }.map { area, ids in
        var digest = SHA256()
        var marks: [Substring] = []
        for id in ids {
          var bytes: [UInt8] = []
          table[id].addPublished(to: &bytes)
          digest.add(bytes)
          guard ids.count <= mostMarks else { continue }
          var own = SHA256()
          own.add(bytes)
          marks.append(own.hex().prefix(6))
        }
        return ReleasedRow(
          Self.table,
          [
            "register": name, "area": AreaID(stored: area).map { statistics.areas.all[$0].code },
            "rows": String(ids.count), "digest": String(digest.hex().prefix(16)),
            "row_digests": marks.isEmpty ? nil : marks.joined(separator: " "),
          ])
      }
    }
  }
}

/// What a register had in an area before and after.
package struct RegisterChange: Sendable {
  package let name: String
  package let area: String
  package let before: Int
  package let after: Int
  /// How many rows say something else; `nil` where that is not known.
  package let altered: Int?

  /// What differs between registers, the areas of each in their order.
  static func all(from old: [ReleasedRegister], to new: [ReleasedRegister]) -> [RegisterChange] {
    func keyed(_ all: [ReleasedRegister]) -> [[String]: ReleasedRegister] {
      Dictionary(all.map { ([$0.name, $0.area], $0) }) { first, _ in first }
    }
    let (before, after) = (keyed(old), keyed(new))
    let keys = Set(before.keys).union(after.keys).sorted { $0.lexicographicallyPrecedes($1) }
    return keys.compactMap { key in
      let (then, now) = (before[key], after[key])
      guard then?.rows != now?.rows || then?.digest != now?.digest else { return nil }
      return RegisterChange(
        name: key[0], area: key[1], before: then?.rows ?? 0, after: now?.rows ?? 0,
        altered: altered(then, now))
    }
  }
}

extension RegisterChange {
  /// How many rows of an area are there as before but for what they say.
  private static func altered(_ then: ReleasedRegister?, _ now: ReleasedRegister?) -> Int? {
    guard let then, let now else { return 0 }
    guard then.marks.count == then.rows, now.marks.count == now.rows else { return nil }
    var left = Dictionary(then.marks.map { ($0, 1) }, uniquingKeysWith: +)
    var came = 0
    for mark in now.marks {
      guard let count = left[mark], count > 0 else {
        came += 1
        continue
      }
      left[mark] = count - 1
    }
    return min(came, left.values.reduce(0, +))
  }
}

extension Statistics {
  /// The tables that a release keeps by digests and totals: those whose rows have pages, and those
  /// that indicators are computed from.
  ///
  /// - Parameter named: the tables whose rows have pages.
  package func releasedRegisters(_ named: Set<String>) -> Set<String> {
    let computed = Set(indicators.compactMap(\.register?.table))
    return named.union(computed.subtracting(DataRelease.wholeTables))
  }

  /// What the rows of registers come to in each area, for the indicators that are computed of them.
  var releasedTotals: [ReleasedRow] {
    keptTotals.map { total in
      ReleasedRow(
        KeptTotal.table,
        [
          "indicator": total.indicator, "area": total.area, "rows": String(total.rows),
          "values": String(total.values), "sum": total.sum?.plain,
          "divisor": total.divisor?.plain, "oldest": total.oldest?.iso,
          "newest": total.newest?.iso, "dated": total.dated == 0 ? nil : String(total.dated),
          "undecided": total.undecided == 0 ? nil : String(total.undecided),
          "negative": total.hasNegative ? "true" : nil,
        ])
    }
  }
}

extension KeptTotal {
  fileprivate static let table = "totals"
}

extension DataRelease {
  /// What the rows of registers came to.
  package var totals: [KeptTotal] {
    rows.filter { $0.table == KeptTotal.table }.compactMap { row in
      guard let indicator = row["indicator"], let area = row["area"] else { return nil }
      return KeptTotal(
        indicator: indicator, area: area, rows: row["rows"].flatMap { Int($0) } ?? 0,
        values: row["values"].flatMap { Int($0) } ?? 0,
        undecided: row["undecided"].flatMap { Int($0) } ?? 0,
        hasNegative: row["negative"] == "true", sum: row.number("sum"),
        divisor: row.number("divisor"), oldest: row["oldest"].flatMap { CalendarDate(iso: $0) },
        newest: row["newest"].flatMap { CalendarDate(iso: $0) },
        dated: row["dated"].flatMap { Int($0) } ?? 0)
    }
  }
}
