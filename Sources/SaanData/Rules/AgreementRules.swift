import SaanText

extension DataRule {
  static let unreconciled = DataRule(
    "unreconciled", .warning,
    Wording(
      en: "values of one period that differ beyond rounding have a reconciliation",
      th: "ค่าในช่วงเวลาเดียวกันที่ต่างกันเกินการปัดเศษต้องมีคำอธิบายในตาราง reconciliations")
  ) { statistics, _ in
    // What pages list is what is told, of earlier years too.
    statistics.disagreements.compactMap { found in
      guard found.reconciliation == nil else { return nil }
      let value = found.shown
      return .unreconciled(
        found, indicator: statistics.indicators[value.indicator].id,
        area: statistics.areas.all[value.area].code,
        sources: ([value] + found.others).map { statistics.sources[$0.source].id },
        isShown: statistics.shown(value.indicator, value.area)?.row == value.row,
        at: statistics.place(of: found.others.first ?? value))
    }
  }

  static let unexplained = DataRule(
    "explained-without-reason", .warning,
    Wording(
      en: "a reconciliation that is explained says why, and one that was asked says what",
      th: "คำอธิบายที่ว่าอธิบายแล้วต้องบอกเหตุ และที่ว่าถามแล้วต้องบอกว่าถามอะไร")
  ) { statistics, _ in
    statistics.reconciliations.compactMap { row -> Diagnostic? in
      switch row.status {
      case .explained where row.reason == nil:
        .explainedWithoutReason(
          row.id, column: "reason", at: statistics.place("reconciliations", row.row, "reason"))
      case .askedSource where row.asked == nil:
        .explainedWithoutReason(
          row.id, column: "asked", at: statistics.place("reconciliations", row.row, "asked"))
      default: nil
      }
    }
  }

  static let askedAhead = DataRule(
    "asked-in-future", .error,
    Wording(en: "no source was asked on a day to come", th: "ไม่มีการถามแหล่งข้อมูลในวันที่ยังมาไม่ถึง")
  ) { statistics, today in
    statistics.reconciliations.compactMap { row in
      guard let day = row.askedOn, day.firstDay > today else { return nil }
      return .askedInFuture(
        day, row.id, today: today, at: statistics.place("reconciliations", row.row, "asked_on"))
    }
  }

  static let needlessReconciliations = DataRule(
    "nothing-to-reconcile", .warning,
    Wording(
      en: "a reconciliation explains values that differ, and prefers the one that is shown",
      th: "คำอธิบายใช้กับค่าที่ต่างกันจริง และเลือกค่าที่แสดง")
  ) { statistics, _ in
    statistics.reconciliations.compactMap { reconciliation in
      let found = statistics.disagreements(reconciliation.indicator, reconciliation.area)
        .first { $0.reconciliation?.row == reconciliation.row }
      guard let found else {
        return statistics.explainsNothing(reconciliation)
      }
      guard let preferred = reconciliation.preferred, preferred != found.shown.source else {
        return nil
      }
      return .prefersAnother(
        statistics.sources[preferred].id, shown: statistics.sources[found.shown.source].id,
        at: statistics.place("reconciliations", reconciliation.row, "preferred"))
    }
  }

  static let preferred = DataRule(
    "several-preferred", .error,
    Wording(
      en: "of an indicator in an area one value at most is preferred",
      th: "แต่ละตัวชี้วัดในพื้นที่หนึ่งเลือกแสดงได้ค่าเดียว")
  ) { statistics, _ in
    statistics.cells.compactMap { indicator, area in
      let preferred = statistics.values(indicator, area).filter { $0.rank == .preferred }
      guard preferred.count > 1 else { return nil }
      return .severalPreferred(
        statistics.indicators[indicator].id,
        firstRow: statistics.package["observations"]?[preferred[0].row].number,
        at: statistics.place(of: preferred[1], column: "rank"))
    }
  }

  static let duplicates = DataRule(
    "duplicate-observation", .error,
    Wording(
      en: "a source gives one value of an indicator, area and date, unless it is quoted twice",
      th: "แหล่งหนึ่งให้ค่าเดียวต่อตัวชี้วัด พื้นที่ และวันที่ เว้นแต่คัดถ้อยคำไว้ต่างกัน")
  ) { statistics, _ in
    struct Key: Hashable {
      let indicator: IndicatorID
      let area: AreaID
      let source: SourceID
      let asOf: CalendarDate?
      let period: CalendarPeriod?
      /// The words of the source: it may round in one place what it gives in full in another.
      let quote: String?
      /// Of a range it gives two numbers: the end that nothing lies above is one of them.
      let isUpperEnd: Bool
    }
    var first: [Key: Int] = [:]
    return statistics.observations.compactMap { value in
      // A date that cannot be read is told by itself, and may be any.
      guard !value.lostItsDay else { return nil }
      let key = Key(
        indicator: value.indicator, area: value.area, source: value.source, asOf: value.asOf,
        period: value.period, quote: value.quote, isUpperEnd: value.bound == .atMost)
      guard let row = first[key] else {
        first[key] = value.row
        return nil
      }
      return .duplicateObservation(
        firstRow: statistics.package["observations"]?[row].number,
        at: statistics.place(of: value, column: "indicator"))
    }
  }

  static let nearDuplicates = DataRule(
    "near-duplicate", .warning,
    Wording(
      en: "two rows of a register do not name the same thing in one area",
      th: "ทะเบียนไม่มีชื่อเดียวกันซ้ำในพื้นที่เดียวกัน")
  ) { statistics, _ in
    KnownTable.registerNames.flatMap { name -> [Diagnostic] in
      guard let table = statistics.package[name], let area = table.column("area"),
        let title = table.column("name")
      else { return [] }
      var first: [UInt64: Int] = [:]
      return table.rows.compactMap { row in
        guard let hash = row.nameHash(title, in: area) else { return nil }
        guard let earlier = first[hash] else {
          first[hash] = row.index
          return nil
        }
        let text = row.string(title) ?? ""
        return .nearDuplicate(
          text, other: table[earlier].string(title) ?? "", firstRow: table[earlier].number,
          at: row.place(title))
      }
    }
  }
}

extension KnownTable {
  /// The registers whose rows are things in places.
  static let registerNames = ["organisations", "councils", "funds", "housing"]
}

extension Row {
  /// A hash of a name and an area, without what people write differently: spaces, points, ๆ, case.
  fileprivate func nameHash(_ name: Int, in area: Int) -> UInt64? {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    guard withUTF8(area, { $0.forEach(add) }) != nil else { return nil }
    let isNamed: Void? = withUTF8(name) { text in
      var index = 0
      while index < text.count {
        let byte = text[index]
        if byte == 0xE0, index + 2 < text.count, text[index + 1] == 0xB9, text[index + 2] == 0x86 {
          index += 3
          continue
        }
        if byte != 0x20, byte != UInt8(ascii: ".") {
          add(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        }
        index += 1
      }
    }
    return isNamed == nil ? nil : hash
  }
}

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

extension Statistics {
  /// What to say of a reconciliation that no page shows: it names some of the sources that differ,
  /// another row speaks of the same values, or none differ.
  fileprivate func explainsNothing(_ row: Reconciliation) -> Diagnostic {
    let all = disagreements(row.indicator, row.area)
    let place = place("reconciliations", row.row, "indicator")
    func differing(_ one: Disagreement) -> [SourceID] {
      var seen = Set<SourceID>()
      return ([one.shown] + one.others).map(\.source).filter { seen.insert($0).inserted }
    }
    let partly = all.first { one in
      one.reconciliation == nil && differing(one).count(where: row.sources.contains) > 1
    }
    if let partly {
      let left = differing(partly).filter { !row.sources.contains($0) }.map { sources[$0].id }
      return .reconcilesSome(
        row.id, left: left, at: self.place("reconciliations", row.row, "sources"))
    }
    let other = all.compactMap(\.reconciliation).first { other in
      other.row != row.row
        && (other.sources.isEmpty || row.sources.isEmpty
          || !Set(other.sources).isDisjoint(with: row.sources))
    }
    if let other { return .reconciledAlready(row.id, by: other.id, at: place) }
    return .nothingToReconcile(row.id, at: place)
  }
}
