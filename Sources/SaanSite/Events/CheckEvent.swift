import SaanModel
import SaanText

/// What is wrong with an event as a whole, when all that is said of it is known.
///
/// - Parameter place: where a field of it stands.
func checkEvent(
  _ front: FrontMatter, today: CalendarDate, place: (String) -> Place
) -> [Diagnostic] {
  guard let start = front.start else { return [] }
  let event = front.event
  var found = event.recurrence.map { check($0, from: start, to: front.end, place: place) } ?? []
  if event.status == .movedOnline, event.onlineURL == nil {
    found.append(.onlineWithoutAddress(at: place("status")))
  }
  if event.previousStart == start {
    found.append(.sameStartAsBefore(at: place("previous_start")))
  }
  if event.status == .postponed, event.previousStart != nil {
    found.append(.postponedToADay(at: place("status")))
  }
  if let end = front.end, end.second != nil, start.second == nil {
    found.append(.endWithoutHourOfStart(end, start, at: place("end")))
  }
  if event.participantsBound != nil, event.participants == nil {
    found.append(.boundOfNothing(at: place("participants_bound")))
  }
  if let updated = front.updated, updated.date.precision != .day, start.date.precision == .day {
    found.append(.changeOfNoDay(updated.date, today: today, at: place("updated")))
  }
  let changes: [(String, Bool)] = [
    ("previous_start", event.previousStart != nil),
    ("status", [.cancelled, .postponed, .movedOnline].contains(event.status)),
    ("repeats_moved", event.recurrence?.moves.isEmpty == false),
  ]
  if front.updated == nil, start.date.precision == .day, let (field, _) = changes.first(where: \.1)
  {
    found.append(.changeWithoutDay(field, today: today, at: place(field)))
  }
  return found
}

private func check(
  _ rule: Recurrence, from start: Moment, to end: Moment?, place: (String) -> Place
) -> [Diagnostic] {
  guard start.date.precision == .day else { return [.repeatsWithoutDay(at: place("repeats"))] }
  let days = rule.days(from: start.date)
  let times = rule.occurrences(from: start, to: end)
  guard let first = days.first, !times.isEmpty else {
    return [.neverTakesPlace(at: place("repeats"))]
  }
  guard first == start.date else {
    return [.startNotRepeated(start.date, first: first, at: place("start"))]
  }
  let known = Set(days)
  let strangers =
    rule.exceptions.filter { !known.contains($0) }.map {
      Diagnostic.notRepeated("repeats_except", $0, at: place("repeats_except"))
    }
    + rule.moves.map(\.from).filter { !known.contains($0) }.map {
      .notRepeated("repeats_moved", $0, at: place("repeats_moved"))
    }
  let moves = check(rule.moves, of: rule, from: start, at: place("repeats_moved"))
  guard moves.isEmpty, strangers.isEmpty,
    let two = zip(times, times.dropFirst()).first(where: { $0.overlaps($1) })
  else { return strangers + moves }
  return [
    two.0.isMoved || two.1.isMoved
      ? .movedOntoAnother(two.1.start, at: place("repeats_moved"))
      : .timesOverlap(two.1.start, at: place("end"))
  ]
}

/// What two fields or two entries say of one day cannot both be true.
private func check(
  _ moves: [Recurrence.Move], of rule: Recurrence, from start: Moment, at place: Place
) -> [Diagnostic] {
  moves.enumerated().compactMap { index, move in
    if moves[..<index].contains(where: { $0.from == move.from }) {
      return .movedTwice(move.from, at: place)
    }
    if rule.exceptions.contains(move.from) { return .movedAndLeftOut(move.from, at: place) }
    let isSame =
      move.to.date == move.from && (move.to.second == nil || move.to.second == start.second)
    return isSame ? .movedNowhere(move.from, at: place) : nil
  }
}
