import SaanText

extension DataRule {
  static let corrections = DataRule(
    "correction-not-applied", .error,
    Wording(
      en: "the new value of a correction is among the observations, and one that was withdrawn is "
        + "not",
      th: "ค่าใหม่ของการแก้ไขต้องอยู่ในตาราง observations และค่าที่ถอนแล้วต้องไม่อยู่")
  ) { statistics, _ in
    statistics.corrections.compactMap { correction in
      let isLast = !statistics.corrections.contains {
        $0.row > correction.row && $0.indicator == correction.indicator
          && $0.area == correction.area
      }
      guard isLast else { return nil }
      let values = statistics.values(correction.indicator, correction.area)
      let id = statistics.indicators[correction.indicator].id
      let place = statistics.place("corrections", correction.row, "value")
      guard let value = correction.value else {
        let remains = values.contains {
          $0.value == correction.previousValue && $0.rank != .deprecated
            && (correction.source == nil || correction.source == $0.source)
        }
        guard remains, let previous = correction.previousValue else { return nil }
        return .correctionNotWithdrawn(previous, indicator: id, at: place)
      }
      let isApplied =
        values.contains {
          $0.value == value && correction.bound ?? $0.bound == $0.bound
        } || statistics.rollup(correction.indicator, correction.area)?.value == value
      return isApplied
        ? nil : .correctionNotApplied(value, correction.bound, indicator: id, at: place)
    }
  }

  static let idleCorrections = DataRule(
    "correction-changes-nothing", .error,
    Wording(
      en: "a correction says something else after than before",
      th: "การแก้ไขต้องมีค่าเดิมกับค่าใหม่ที่ต่างกัน")
  ) { statistics, _ in
    statistics.corrections.compactMap { correction in
      guard let value = correction.value, value == correction.previousValue,
        correction.previousBound ?? .exact == correction.bound ?? .exact
      else { return nil }
      return .correctionChangesNothing(
        value, of: statistics.indicators[correction.indicator].id,
        at: statistics.place("corrections", correction.row, "value"))
    }
  }

  static let repeatedCorrections = DataRule(
    "repeated-correction", .error,
    Wording(
      en: "a correction is announced once, unless it was taken back in between",
      th: "การแก้ไขหนึ่งประกาศครั้งเดียว เว้นแต่แก้กลับแล้วแก้ใหม่")
  ) { statistics, _ in
    var standing: [Correction] = []
    return statistics.corrections.compactMap { correction in
      let first = standing.first {
        $0.isOfSameValue(as: correction) && $0.before == correction.before
          && $0.after == correction.after
      }
      if let first {
        return .repeatedCorrection(
          of: statistics.indicators[correction.indicator].id,
          firstRow: statistics.package["corrections"]?[first.row].number ?? 0,
          at: statistics.place("corrections", correction.row, "indicator"))
      }
      standing.removeAll { $0.isOfSameValue(as: correction) && $0.after == correction.before }
      standing.append(correction)
      return nil
    }
  }

  static let correctionDays = DataRule(
    "future-correction", .error,
    Wording(
      en: "no correction is announced on a day to come", th: "ไม่มีการแก้ไขที่ประกาศในวันที่ยังมาไม่ถึง")
  ) { statistics, today in
    statistics.corrections.compactMap { correction in
      guard let announced = correction.announced, announced.firstDay > today else { return nil }
      return .correctionAhead(
        announced, of: statistics.indicators[correction.indicator].id, today: today,
        at: statistics.place("corrections", correction.row, "announced"))
    }
  }
}

extension Correction {
  fileprivate var before: BoundedNumber? {
    previousValue.map { BoundedNumber($0, previousBound ?? .exact) }
  }

  fileprivate var after: BoundedNumber? { value.map { BoundedNumber($0, bound ?? .exact) } }

  fileprivate func isOfSameValue(as other: Correction) -> Bool {
    indicator == other.indicator && area == other.area && source == other.source
  }
}
