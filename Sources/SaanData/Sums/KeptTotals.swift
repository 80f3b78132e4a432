import SaanText

/// What the rows of a register come to in one area by themselves, for one indicator: all that is
/// needed to add them up again without the rows.
package struct KeptTotal: Sendable {
  let indicator: String
  /// The code of the area.
  let area: String
  let rows: Int
  /// How many of them have a value.
  let values: Int
  /// Rows of which an empty cell decides whether they count.
  let undecided: Int
  /// Whether one of the values is below zero.
  let hasNegative: Bool
  /// `nil` when it is too large or nothing was added.
  let sum: ExactNumber?
  /// What a ratio is divided by; `nil` also for zero.
  let divisor: ExactNumber?
  /// The first and the last day that rows say they are of, and how many say one.
  let oldest: CalendarDate?
  let newest: CalendarDate?
  let dated: Int
}

extension Statistics {
  /// The totals of all indicators that are computed of registers, area by area.
  var keptTotals: [KeptTotal] {
    indicators.ids.flatMap { index -> [KeptTotal] in
      guard let register = indicators[index].register, let table = package[register.table],
        let areas = registerAreas[register.table],
        let totals = RegisterTotals(table, register, areas, RowDays(table), self.areas)
      else { return [] }
      return totals.own.map { area, sum in
        let isKnown = !sum.overflows && sum.count > 0
        let numbers = [sum.first, sum.second].map { digits in
          isKnown ? ExactNumber(mantissa: digits, scale: totals.scale)?.trimmed : nil
        }
        return KeptTotal(
          indicator: indicators[index].id, area: self.areas.all[area].code, rows: sum.rows,
          values: sum.count, undecided: sum.undecided, hasNegative: sum.hasNegative,
          sum: numbers[0],
          divisor: numbers[1].flatMap { $0.isZero ? nil : $0 }, oldest: sum.oldest,
          newest: sum.newest, dated: sum.dated)
      }
    }
  }
}

extension RegisterTotals {
  /// The totals that were kept of an indicator.
  init(_ kept: [KeptTotal], of indicator: String, _ graph: AreaTable) {
    let own = kept.filter { $0.indicator == indicator }
    let scale = own.flatMap { [$0.sum?.scale ?? 0, $0.divisor?.scale ?? 0] }.max() ?? 0
    func digits(_ number: ExactNumber?) -> Int64? {
      number?.timesPowerOfTen(scale)?.int.map { Int64($0) }
    }
    let sums = own.compactMap { total -> (AreaID, Sum)? in
      guard let area = graph.index(total.area) else { return nil }
      let first = digits(total.sum)
      return (
        area,
        Sum(
          first: first ?? 0, second: digits(total.divisor) ?? 0, rows: total.rows,
          count: total.values, undecided: total.undecided,
          overflows: total.values > 0 && first == nil, hasNegative: total.hasNegative,
          oldest: total.oldest, newest: total.newest, dated: total.dated)
      )
    }
    self.init(sums, scale: scale, graph)
  }
}
