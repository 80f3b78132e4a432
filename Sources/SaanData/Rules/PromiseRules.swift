import SaanText

extension DataRule {
  static let ownParts = DataRule(
    "part-of-another-party", .error,
    Wording(
      en: "promises are split and joined within one party, or one that it became part of",
      th: "แยกหรือรวมคำสัญญาได้เฉพาะของพรรคเดียวกัน หรือพรรคที่รวมกันแล้ว")
  ) { statistics, _ in
    let tracker = Tracker(statistics)
    return tracker.promises.flatMap { promise -> [Diagnostic] in
      let named = [("split_from", promise.splitFrom), ("merged_into", promise.mergedInto)]
      return named.compactMap { column, id -> Diagnostic? in
        guard let other = id.flatMap({ tracker.promise($0) }), other.party != promise.party,
          let party = tracker.party(other.party),
          !tracker.areOne(promise.party, other.party)
        else { return nil }
        return .partOfAnotherParty(
          column, other.id, of: party, at: statistics.place("promises", promise.row, column))
      }
    }
  }

  static let standingWholes = DataRule(
    "merged-into-retired", .error,
    Wording(
      en: "what a promise is joined with still stands", th: "คำสัญญาที่รวมกันต้องรวมเข้าข้อที่ยังอยู่")
  ) { statistics, _ in
    let tracker = Tracker(statistics)
    return tracker.promises.compactMap { promise in
      guard !promise.isRetired, let whole = promise.mergedInto.flatMap({ tracker.promise($0) }),
        whole.isRetired
      else { return nil }
      return .mergedIntoRetired(
        whole.id, at: statistics.place("promises", promise.row, "merged_into"))
    }
  }
}

extension Tracker {
  /// Whether one of two parties has become part of the other, or both of a third.
  fileprivate func areOne(_ one: String, _ other: String) -> Bool {
    let (left, right) = (successors(of: one), successors(of: other))
    return !left.isDisjoint(with: right)
  }

  /// The party and all that it became part of.
  private func successors(of id: String) -> Set<String> {
    var found: Set<String> = [id]
    var next = party(id)?.mergedInto
    while let party = next, found.insert(party).inserted { next = self.party(party)?.mergedInto }
    return found
  }
}
