import SaanText

extension DataRule {
  static let roundings = DataRule(
    "more-than-rounding", .warning,
    Wording(
      en: "what a reconciliation puts down to rounding is no further apart than rounding takes it",
      th: "ค่าที่อธิบายว่าปัดเศษ ต่างกันไม่เกินที่การปัดเศษทำให้ต่างได้")
  ) { statistics, _ in
    statistics.reconciliations.compactMap { row in
      guard row.cause == .rounding,
        let found = statistics.disagreements(row.indicator, row.area)
          .first(where: { $0.reconciliation?.row == row.row }),
        let other = found.others.first(where: { !statistics.isRounded(found.shown, $0) })
      else { return nil }
      let place = statistics.place("reconciliations", row.row, "cause")
      guard statistics.countsAlike(found.shown, other) else {
        return .roundingOfUnlike(row.id, found.shown.bounded, other.bounded, at: place)
      }
      return .moreThanRounding(row.id, found.shown.bounded, other.bounded, at: place)
    }
  }
}

extension Statistics {
  /// Whether two values may be one number, in one place rounded and in the other less so.
  fileprivate func isRounded(_ one: Observation, _ other: Observation) -> Bool {
    guard countsAlike(one, other) else { return false }
    guard let left = one.value, let right = other.value,
      let difference = left.subtracting(right)
    else { return true }
    let reach = max(one.reachOfRounding, other.reachOfRounding)
    // A number read in binary may be a hair off.
    return abs(difference.double) <= reach * 1.000001
  }

  fileprivate func countsAlike(_ one: Observation, _ other: Observation) -> Bool {
    let indicator = indicators[one.indicator]
    return ValueKind(one, of: indicator).unit == ValueKind(other, of: indicator).unit
  }
}

extension Observation {
  /// How far from the true number its own may be, if its last zeros come of rounding: half of the
  /// last place that is given, all of it where the source says "more than" or the like.
  fileprivate var reachOfRounding: Double {
    guard let value, !value.isZero else { return 0.5 }
    var place = 1.0
    var number = value.trimmed
    for _ in 0..<number.scale { place /= 10 }
    while number.scale == 0, let tenth = number.timesPowerOfTen(-1)?.trimmed, tenth.scale == 0 {
      place *= 10
      number = tenth
    }
    return bound == .exact || bound == .about ? place / 2 : place
  }
}

extension Diagnostic {
  /// A reconciliation that puts down to rounding what rounding cannot explain.
  fileprivate static func moreThanRounding(
    _ id: String, _ one: BoundedNumber?, _ other: BoundedNumber?, at place: Place
  ) -> Diagnostic {
    let apart = one.flatMap { left in other.flatMap { left.number.subtracting($0.number) } }
    let difference = apart.map { $0.isNegative ? ($0.negated ?? $0) : $0 }?.text() ?? ""
    return Diagnostic(
      .warning, "more-than-rounding",
      Wording(
        en: """
          '\(id)' puts it down to rounding, but \(one?.english ?? "–") and \
          \(other?.english ?? "–") are \(difference) apart
          """,
        th: """
          '\(id)' บอกว่าต่างกันเพราะปัดเศษ แต่\(one?.thai ?? "–") กับ\(other?.thai ?? "–") \
          ต่างกัน \(difference)
          """), at: place,
      hint: hintOfRounding)
  }

  /// A reconciliation that puts down to rounding that two values are in unlike units.
  fileprivate static func roundingOfUnlike(
    _ id: String, _ one: BoundedNumber?, _ other: BoundedNumber?, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "more-than-rounding",
      Wording(
        en: """
          '\(id)' puts it down to rounding, but \(one?.english ?? "–") and \
          \(other?.english ?? "–") are in unlike units
          """,
        th: """
          '\(id)' บอกว่าต่างกันเพราะปัดเศษ แต่\(one?.thai ?? "–") กับ\(other?.thai ?? "–") \
          มีหน่วยต่างกัน
          """), at: place, hint: hintOfRounding)
  }

  private static var hintOfRounding: Wording {
    Wording(
      en: """
        write in 'cause' why they differ: unexplained, different_as_of, different_scope, \
        different_definition, unit_error or typing_error
        """,
      th: """
        เขียนในคอลัมน์ cause ว่าต่างกันเพราะอะไร: unexplained, different_as_of, different_scope, \
        different_definition, unit_error หรือ typing_error
        """)
  }
}
