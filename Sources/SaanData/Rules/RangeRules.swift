import SaanText

extension DataRule {
  static let boundsOfQuotes = DataRule(
    "bound-unlike-quote", .warning,
    Wording(
      en: "a value is given as exactly as the words quoted from its source give it",
      th: "ค่าบอกว่าพอดีหรือประมาณตามข้อความที่คัดจากต้นทาง")
  ) { statistics, _ in
    let byQuote = Dictionary(grouping: statistics.observations, by: \.quote)
    return statistics.observations.compactMap { observation in
      guard let quote = observation.quote, let value = observation.value else { return nil }
      let beside = (byQuote[quote] ?? []).filter {
        $0.source == observation.source && $0.indicator != observation.indicator
      }
      let meant = boundsOfValue(
        in: quote, value, multiplier: statistics.scale(of: observation),
        beside: beside.compactMap(\.value))
      guard let said = meant.first, !meant.contains(observation.bound) else { return nil }
      return .boundUnlikeQuote(
        observation.bound, quoted: said, at: statistics.place(of: observation, column: "bound"))
    }
  }

  static let emptyBounds = DataRule(
    "bound-without-value", .error,
    Wording(en: "only a value has a bound", th: "มีขอบเขตของค่าได้เมื่อมีค่า")
  ) { statistics, _ in
    statistics.observations.compactMap { observation in
      let place = statistics.place(of: observation, column: "bound")
      guard observation.value == nil,
        let bound = statistics.package["observations"]?[observation.row].string("bound")
      else { return nil }
      return .boundWithoutValue(bound, at: place)
    }
  }

  static let bounds = DataRule(
    "out-of-bounds", .error,
    Wording(
      en:
        "a value lies within its indicator's bounds; a percentage within 0 and 100, a count not below 0",
      th: "ค่าอยู่ในขอบเขตของตัวชี้วัด ร้อยละอยู่ระหว่าง 0 ถึง 100 จำนวนนับไม่ต่ำกว่า 0")
  ) { statistics, _ in
    statistics.observations.compactMap { observation in
      let indicator = statistics.indicators[observation.indicator]
      let isPercentage = indicator.kind == .percentage
      let isFromZero = isPercentage || indicator.kind == .count
      let least = indicator.minimum ?? (isFromZero ? .zero : nil)
      let most = indicator.maximum ?? (isPercentage ? ExactNumber(100) : nil)
      guard let value = observation.value else { return nil }
      let place = statistics.place(of: observation)
      if let least, value < least {
        return .outOfBounds(value, limit: least, isTooSmall: true, indicator.id, at: place)
      }
      if let most, value > most {
        return .outOfBounds(value, limit: most, isTooSmall: false, indicator.id, at: place)
      }
      return nil
    }
  }

  static let wholeCounts = DataRule(
    "count-with-point", .error,
    Wording(
      en: "a count has no point where thousands were meant, as in 2.000",
      th: "จำนวนนับไม่ใช้จุดคั่นหลักพัน เช่น 2.000")
  ) { statistics, _ in
    statistics.observations.compactMap { observation in
      let indicator = statistics.indicators[observation.indicator]
      guard indicator.kind == .count, let value = observation.value, value.scale == 3,
        value.trimmed.scale == 0, !value.isZero, let whole = value.timesPowerOfTen(3)
      else { return nil }
      return .countWithPoint(
        value, whole: whole, indicator.id, at: statistics.place(of: observation))
    }
  }

  static let scale = DataRule(
    "scale-jump", .warning,
    Wording(
      en: "a value is not 10, 100, 1,000 or 1,000,000 times another of its series",
      th: "ค่าไม่ต่างจากค่าก่อนหน้า 10, 100, 1,000 หรือ 1,000,000 เท่าพอดี")
  ) { statistics, _ in
    statistics.neighbours().compactMap { older, newer in
      guard let first = older.value?.double, let second = newer.value?.double, first > 0,
        second > 0,
        let power = powerOfTen(second / first)
      else { return nil }
      return .scaleJump(newer.value, from: older.value, power, at: statistics.place(of: newer))
    }
  }

  static let pairs = DataRule(
    "impossible-pair", .error,
    Wording(
      en:
        "a part is not more than its whole: beneficiaries than members, numerator than denominator",
      th: "ส่วนไม่มากกว่าทั้งหมด เช่น ผู้รับสวัสดิการกับสมาชิก ตัวตั้งกับตัวหาร")
  ) { statistics, _ in
    statistics.observations.compactMap { statistics.impossiblePair($0) }
      + statistics.impossibleRegisterRows() + statistics.impossibleRatios()
  }

  static let cumulative = DataRule(
    "cumulative-fall", .warning,
    Wording(en: "a cumulative figure never falls", th: "ยอดสะสมไม่ลดลง")
  ) { statistics, _ in
    statistics.neighbours().compactMap { older, newer in
      guard statistics.indicators[newer.indicator].isCumulative,
        let first = older.value, let second = newer.value, let before = older.date,
        let after = newer.date, before < after, second < first,
        !newer.status.contains(.seriesBreak), !newer.bound.isOpenAbove
      else { return nil }
      return .cumulativeFall(second, from: first, before, at: statistics.place(of: newer))
    }
  }

  static let swapped = DataRule(
    "digits-swapped", .warning,
    Wording(
      en: "two values do not differ by two swapped digits only",
      th: "ค่าสองค่าไม่ต่างกันเพียงเลขสองหลักสลับที่")
  ) { statistics, _ in
    statistics.neighbours().compactMap { older, newer in
      guard let first = older.value, let second = newer.value, areSwapped(first, second)
      else { return nil }
      return .digitsSwapped(
        second, other: first, source: statistics.sources[older.source].id,
        at: statistics.place(of: newer))
    }
  }
}

extension Statistics {
  /// Values of one indicator and area that stand beside each other: in time, or of one period.
  fileprivate func neighbours() -> [(older: Observation, newer: Observation)] {
    observationsByCell.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }.flatMap { cell in
      let values = cell.map { observations[$0] }.filter {
        $0.rank != .deprecated && $0.value != nil
      }
      // A stable order: by date, undated last, then by row.
      let sorted = values.sorted {
        let (a, b) = ($0.date?.dayNumber ?? Int.max, $1.date?.dayNumber ?? Int.max)
        return a == b ? $0.row < $1.row : a < b
      }
      return zip(sorted, sorted.dropFirst()).map { ($0, $1) }
    }
  }

  fileprivate func impossiblePair(_ observation: Observation) -> Diagnostic? {
    if let part = observation.numerator, let whole = observation.denominator, part > whole {
      return .impossiblePair(
        ("numerator", BoundedNumber(part)), ("denominator", BoundedNumber(whole)), firstRow: nil,
        at: place(of: observation, column: "numerator"))
    }
    let indicator = indicators[observation.indicator]
    guard let limit = indicator.atMost, let value = observation.value,
      let mine = value.timesPowerOfTen(indicator.multiplier)
    else { return nil }
    for other in values(limit, observation.area)
    where other.source == observation.source && other.asOf == observation.asOf {
      guard let whole = other.bounded,
        let most = whole.number.timesPowerOfTen(indicators[limit].multiplier),
        BoundedNumber(most, whole.bound).isSurelyBelow(
          BoundedNumber(mine, observation.bound))
      else { continue }
      return .impossiblePair(
        (indicator.id, BoundedNumber(value, observation.bound)), (indicators[limit].id, whole),
        firstRow: package["observations"]?[other.row].number, at: place(of: observation))
    }
    return nil
  }

  /// Shares of which the part is more than the whole.
  fileprivate func impossibleRatios() -> [Diagnostic] {
    rollups.filter { cell, rollup in
      rollup.origin == .ratio && indicators[cell.indicator].kind == .percentage
        && rollup.value > ExactNumber(100) && !rollup.bound.isOpenBelow
    }.values.compactMap { rollup -> Diagnostic? in
      guard let part = rollup.parts.first.map({ observations[$0] }),
        let whole = rollup.parts.last.map({ observations[$0] }), let few = part.bounded,
        let many = whole.bounded
      else { return nil }
      return .impossiblePair(
        (indicators[part.indicator].id, few), (indicators[whole.indicator].id, many),
        firstRow: package["observations"]?[whole.row].number, at: place(of: part))
    }
  }

  /// Columns of registers of which the first counts a part of the second.
  private static let registerPairs = [
    ("funds", "beneficiaries_count", "members_count"),
    ("housing", "communities_count", "households_count"),
  ]

  fileprivate func impossibleRegisterRows() -> [Diagnostic] {
    Self.registerPairs.flatMap { name, part, whole -> [Diagnostic] in
      guard let table = package[name], let first = table.column(part),
        let second = table.column(whole)
      else { return [] }
      return table.rows.compactMap { row in
        guard let few = row.exactNumber(first), let many = row.exactNumber(second), few > many
        else { return nil }
        return .impossiblePair(
          (part, BoundedNumber(few)), (whole, BoundedNumber(many)), firstRow: nil,
          at: row.place(first))
      }
    }
  }
}

/// The power of ten that a ratio all but is, of those that scale mistakes make.
private func powerOfTen(_ ratio: Double) -> Int? {
  for (power, size) in [(1, 10.0), (2, 100.0), (3, 1_000.0), (6, 1_000_000.0)] {
    if abs(ratio / size - 1) < 0.03 { return power }
    if abs(ratio * size - 1) < 0.03 { return -power }
  }
  return nil
}

/// Whether two numbers are alike but for two neighbouring digits that changed places.
private func areSwapped(_ first: ExactNumber, _ second: ExactNumber) -> Bool {
  let (a, b) = (Array(first.trimmed.plain.utf8), Array(second.trimmed.plain.utf8))
  guard a.count == b.count, a.count > 2 else { return false }
  let different = a.indices.filter { a[$0] != b[$0] }
  guard different.count == 2, different[1] == different[0] + 1 else { return false }
  return a[different[0]] == b[different[1]] && a[different[1]] == b[different[0]]
}
