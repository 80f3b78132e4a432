import SaanText

// What complete registers came to: exact numbers that readers have seen, which rows make and no
// table holds.

extension ReleasedRecord {
  /// The record of a number that the rows of a complete register make.
  fileprivate init?(
    sum: ExactNumber, of indicator: String, in area: String, asOf: String?
  ) {
    self.init(
      ReleasedRow(
        "observations",
        ["indicator": indicator, "area": area, "as_of": asOf, "value": sum.plain]))
  }

  /// Whether the rows of a register make it, and no source gives it.
  var isOfRegister: Bool { kind == .value && source == nil }

  /// The counts and sums of registers that a release says are complete, from its own rows alone.
  static func completeSums(of rows: [ReleasedRow]) -> [ReleasedRecord] {
    let coverage = rows.filter { $0.table == KnownTable.coverage }
    let complete = coverage.filter { row in
      row["status"] == RegisterStatus.complete.rawValue
        && !coverage.contains { other in
          other["register"] == row["register"] && other["status"] != row["status"]
            && other.lies(in: row["area"])
        }
    }
    guard !complete.isEmpty else { return [] }
    let totals = Dictionary(grouping: rows.filter { $0.table == "totals" }) {
      $0["indicator"] ?? ""
    }
    return rows.filter { $0.table == "indicators" }.flatMap { indicator -> [ReleasedRecord] in
      guard let id = indicator["id"], let parts = totals[id] else { return [] }
      return complete.filter { $0["register"] == indicator["dataset"] }.compactMap { row in
        guard let area = row["area"],
          let sum = indicator.sum(of: parts.filter { $0.lies(in: area) })
        else { return nil }
        return ReleasedRecord(sum: sum, of: id, in: area, asOf: row["as_of"])
      }
    }
  }
}

extension ReleasedRow {
  /// Whether it is of an area, or of one in it by its code; the country has all of them.
  fileprivate func lies(in area: String?) -> Bool {
    guard let area, let own = self["area"] else { return false }
    return area == "TH" || own == area || (area.allSatisfy(\.isNumber) && own.hasPrefix(area))
  }

  /// What an indicator comes to in some areas together; `nil` of a mean or a ratio, or where a row
  /// has no value.
  fileprivate func sum(of parts: [ReleasedRow]) -> ExactNumber? {
    func number(_ row: ReleasedRow, _ column: String) -> Int {
      row[column].flatMap { Int($0) } ?? 0
    }
    guard parts.allSatisfy({ number($0, "undecided") == 0 }) else { return nil }
    switch self["aggregate"] {
    case "count": return ExactNumber(parts.reduce(0) { $0 + number($1, "rows") })
    case "sum":
      let known = parts.filter { number($0, "rows") > 0 }
      guard known.allSatisfy({ number($0, "values") == number($0, "rows") }) else { return nil }
      let power = self["unit_multiplier"].flatMap { Int($0) } ?? 0
      return known.compactMap { $0.number("sum") }.total?.timesPowerOfTen(-power)?.trimmed
    default: return nil
    }
  }
}

extension Statistics {
  /// The counts and sums of the areas that somebody says a register is complete in.
  var completeRegisterSums: [ReleasedRecord] {
    coverageStatements.filter { $0.status == .complete }.flatMap { statement in
      indicators.ids.compactMap { index -> ReleasedRecord? in
        guard let register = indicators[index].register, register.table == statement.register,
          [.count, .sum].contains(register.computation),
          let rollup = rollup(index, statement.area), rollup.isOfRegister, rollup.isWhole
        else { return nil }
        return ReleasedRecord(
          sum: rollup.value, of: indicators[index].id, in: areas.all[statement.area].code,
          asOf: statement.asOf?.iso)
      }
    }
  }
}
