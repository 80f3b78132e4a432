import SaanText

extension DataRule {
  static let quotes = DataRule(
    "quote-without-value", .error,
    Wording(
      en: "the words quoted from a source contain the value", th: "ข้อความที่คัดจากต้นทางมีค่านั้นอยู่")
  ) { statistics, _ in
    statistics.observations.compactMap { observation in
      guard let quote = observation.quote, let value = observation.value else { return nil }
      let scale = statistics.scale(of: observation)
      guard !holdsValue(quote, value, multiplier: scale) else { return nil }
      return .quoteWithoutValue(
        value, quote: quote, at: statistics.place(of: observation, column: "quote"))
    }
  }

  static let missing = DataRule(
    "missing-status", .error,
    Wording(
      en:
        "an empty value says whether it is missing (O) or cannot be (N), and only an empty one does",
      th: "ค่าว่างต้องบอกสถานะ O (ไม่มีค่า) หรือ N (ไม่เกี่ยวข้อง) และค่าที่มีต้องไม่ใช้สองสถานะนี้")
  ) { statistics, _ in
    statistics.observations.compactMap { observation in
      let isMarked = !observation.status.isDisjoint(with: [.missing, .notApplicable])
      guard isMarked == (observation.value != nil) else { return nil }
      return .missingStatus(
        hasValue: observation.value != nil,
        at: statistics.place(of: observation, column: isMarked ? "status" : "value"))
    }
  }

  static let evidence = DataRule(
    "status-without-evidence", .error,
    Wording(
      en: "a verdict on a promise, a party's answer and a follow-up name their evidence",
      th: "ผลของคำสัญญา คำตอบของพรรค และการติดตามต้องมีหลักฐาน")
  ) { statistics, _ in
    statedColumns.flatMap { name, column, unproven -> [Diagnostic] in
      guard let table = statistics.package[name], let index = table.column(column) else {
        return []
      }
      return table.rows.compactMap { row in
        guard let status = row.string(index), !unproven.contains(status),
          row.isMissing("evidence")
        else { return nil }
        let place = table.column("evidence").map { row.place($0) } ?? row.place(index)
        return .statusWithoutEvidence(status, column: column, at: place)
      }
    }.eachPlaceOnce
  }
}

/// Columns that state something about somebody, with the words that state nothing yet.
private let statedColumns: [(table: String, column: String, unproven: Set<String>)] = [
  ("promise_events", "progress", ["no_movement_found", "cannot_be_checked", "clarifying"]),
  ("promise_events", "type", ["review"]),
  ("commitments", "stance", ["not_asked", "no_reply"]), ("followups", "method", []),
]

extension [Diagnostic] {
  /// The first of those that point at one place.
  fileprivate var eachPlaceOnce: [Diagnostic] {
    var seen = Set<Place>()
    return filter { $0.place.map { seen.insert($0).inserted } ?? true }
  }
}

/// Whether a quotation contains the value, in its unit or written out.
private func holdsValue(_ quote: String, _ value: ExactNumber, multiplier: Int) -> Bool {
  let numbers = QuotedNumber.all(in: quote)
  return numbers.contains { $0.states(value, multiplier: multiplier) }
    || sums(in: quote, numbers).contains { $0 == value || $0 == value.timesPowerOfTen(multiplier) }
    || ranges(in: quote, numbers).contains { low, high in
      low.scaled(like: high).map { $0 == value || $0 == value.timesPowerOfTen(multiplier) } ?? false
    }
}

/// What numbers make together that are said one behind the other: 2,500,000 of `2 ล้าน 5 แสน`.
private func sums(in text: String, _ numbers: [QuotedNumber]) -> [ExactNumber] {
  zip(numbers, numbers.dropFirst()).compactMap { high, low in
    guard high.end <= low.range.lowerBound, high.scaled != high.number, low.scaled < high.scaled
    else { return nil }
    let between = text.utf8.dropFirst(high.end).prefix(low.range.lowerBound - high.end)
    let isJoined = between.allSatisfy { $0 == UInt8(ascii: " ") }
    return isJoined ? high.scaled.adding(low.scaled) : nil
  }
}

/// The ranges of a text, such as `2,000–3,000` and `2 ถึง 3 ล้าน`.
private func ranges(
  in text: String, _ numbers: [QuotedNumber]
) -> [(low: QuotedNumber, high: QuotedNumber)] {
  zip(numbers, numbers.dropFirst()).filter { low, high in
    guard low.end <= high.range.lowerBound, low.scaled(like: high) ?? low.scaled < high.scaled
    else { return false }
    let between = text.utf8.dropFirst(low.end).prefix(high.range.lowerBound - low.end)
    return ["-", "–", "—", "ถึง", "to"].contains(String(decoding: between, as: UTF8.self).trimmed)
  }.map { (low: $0, high: $1) }
}

/// What a quotation lets the value in it promise, the likeliest first; none where it says nothing
/// of that, or has no such value.
///
/// - Parameter beside: the values that other rows take from the same words; one of them is the
///   other end of a range where an indicator of its own counts it.
func boundsOfValue(
  in quote: String, _ value: ExactNumber, multiplier: Int, beside: [ExactNumber] = []
) -> [Bound] {
  let all = QuotedNumber.all(in: quote)
  for (low, high) in ranges(in: quote, all) {
    // Of a range its ends are no more than the least and the most.
    let least = low.scaled(like: high) ?? low.scaled
    let (isLeast, isMost) = (
      [value, value.timesPowerOfTen(multiplier)].contains(least),
      high.states(value, multiplier: multiplier)
    )
    guard isLeast || isMost else { continue }
    if beside.contains(where: { [low.number, least, high.number, high.scaled].contains($0) }) {
      return []
    }
    return isLeast ? [.atLeast, .about] : [.atMost, .about]
  }
  let numbers = all.filter { $0.states(value, multiplier: multiplier) }
  guard let first = numbers.first, numbers.count == 1 else { return [] }
  return Bound.meant(
    before: String(decoding: quote.utf8.prefix(first.range.lowerBound), as: UTF8.self),
    after: String(decoding: quote.utf8.dropFirst(first.end), as: UTF8.self))
}

extension QuotedNumber {
  /// The number with the word that scales the other end of its range: 2,000,000 in `2–3 ล้าน`.
  fileprivate func scaled(like other: QuotedNumber) -> ExactNumber? {
    guard scaled == number, other.scaled != other.number, number < other.number else { return nil }
    var power = 0
    while power < 13, other.number.timesPowerOfTen(power) != other.scaled { power += 1 }
    return number.timesPowerOfTen(power)
  }

  /// Whether it is the value, in its unit or written out: `4 ล้าน` is no 4, but of millions.
  fileprivate func states(_ value: ExactNumber, multiplier: Int) -> Bool {
    scaled == value || scaled == value.timesPowerOfTen(multiplier)
  }
}

extension Statistics {
  /// The power of ten that a value is multiplied with, as its unit or its indicator says.
  func scale(of observation: Observation) -> Int {
    let multiplier = indicators[observation.indicator].multiplier
    return multiplier == 0 ? unit(of: observation)?.scale ?? 0 : multiplier
  }
}

extension Localized<UnitName> {
  /// The power of ten that it names, the same in all its languages: 6 of `ล้านบาท`, `million baht`.
  var scale: Int? {
    let all = tags.map { QuotedNumber.scale(ofUnit: self[$0].other) }
    return Set(all).count == 1 ? all[0] : nil
  }
}
