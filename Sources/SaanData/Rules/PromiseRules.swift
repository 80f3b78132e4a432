import SaanText

extension DataRule {
  static let reviewers = DataRule(
    "review-without-reviewers", .error,
    Wording(en: "a review says who looked", th: "การตรวจต้องบอกว่าใครตรวจ")
  ) { statistics, _ in
    Tracker(statistics).events.filter { $0.isReviewed && !$0.isOfParty && $0.people.isEmpty }
      .map {
        .reviewWithoutReviewers(at: statistics.place("promise_events", $0.row, "reviewers"))
      }
  }

  static let ownWords = DataRule(
    "party-as-reviewer", .warning,
    Wording(
      en: "what a party says of itself is no review", th: "คำพูดของพรรคเองไม่นับเป็นการตรวจ")
  ) { statistics, _ in
    // Of verdicts it is told with all that they lack.
    Tracker(statistics).events.filter {
      $0.isReviewed && $0.isOfParty && $0.progress?.isVerdict != true
    }.map {
      .reviewOfOwnWords($0.kind, at: statistics.place("promise_events", $0.row, "review"))
    }
  }

  static let evidenceInTime = DataRule(
    "untimely-evidence", .warning,
    Wording(
      en: "a verdict rests on what was read by then, and was written after the promise",
      th: "ผลตัดสินต้องใช้หลักฐานที่อ่านแล้วในวันนั้น และเขียนหลังคำสัญญา")
  ) { statistics, _ in
    let tracker = Tracker(statistics)
    return tracker.events.filter { $0.progress?.isVerdict == true }.flatMap { event in
      let made = tracker.promise(event.promise)?.madeOn
      let judged =
        [event.date, event.checkedOn].compactMap { $0 }
        .max { $0.lastDay < $1.lastDay } ?? event.date
      let place = statistics.place("promise_events", event.row, "evidence")
      return event.evidence.compactMap { id -> Diagnostic? in
        let source = statistics.sources[id]
        // What is known by its month or year alone says on no day that anybody looked.
        if let read = source.dateAccessed, judged.firstDay == judged.lastDay,
          read.firstDay > judged.lastDay
        {
          return .untimelyEvidence(.accessedLater, source.id, of: read, judged, at: place)
        }
        guard let made, let written = source.datePublished, written.lastDay < made.firstDay
        else { return nil }
        return .untimelyEvidence(.publishedBefore, source.id, of: written, made, at: place)
      }
    }
  }

  static let namesInTurn = DataRule(
    "names-at-once", .warning,
    Wording(
      en: "a party has one name at a time", th: "พรรคมีชื่อเดียวในแต่ละช่วงเวลา")
  ) { statistics, _ in
    var known: [String: [(name: String, first: CalendarDate, last: CalendarDate)]] = [:]
    return statistics.package.rows("party_names").compactMap { row in
      guard let party = row.string("party"), let name = row.string("name") else { return nil }
      let (start, end) = (row.period("start"), row.period("end"))
      // Where a month or a year is shared, one name may have followed the other in it.
      let (first, last) = (
        start?.lastDay ?? CalendarDate(dayNumber: 0), end?.firstDay ?? farFuture
      )
      let other = known[party]?.first {
        $0.name != name && $0.first < last && first < $0.last
      }
      known[party, default: []].append((name, first, last))
      return other.map { .namesAtOnce(name, $0.name, at: row.place("name")) }
    }
  }

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
