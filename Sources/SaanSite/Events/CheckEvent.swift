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
  var found = event.recurrence.map { check($0, from: start, place: place) } ?? []
  if event.status == .movedOnline, event.onlineURL == nil {
    found.append(.onlineWithoutAddress(at: place("status")))
  }
  if event.previousStart == start {
    found.append(.sameStartAsBefore(at: place("previous_start")))
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
  _ rule: Recurrence, from start: Moment, place: (String) -> Place
) -> [Diagnostic] {
  guard start.date.precision == .day else { return [.repeatsWithoutDay(at: place("repeats"))] }
  let days = rule.days(from: start.date)
  guard let first = days.first, !rule.occurrences(from: start, to: nil).isEmpty else {
    return [.neverTakesPlace(at: place("repeats"))]
  }
  guard first == start.date else {
    return [.startNotRepeated(start.date, first: first, at: place("start"))]
  }
  let known = Set(days)
  return rule.exceptions.filter { !known.contains($0) }.map {
    .notRepeated("repeats_except", $0, at: place("repeats_except"))
  }
    + rule.moves.map(\.from).filter { !known.contains($0) }.map {
      .notRepeated("repeats_moved", $0, at: place("repeats_moved"))
    }
}
