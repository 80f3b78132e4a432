import SaanModel
import SaanText

/// Reads the fields of an event, and tells of what cannot be read.
struct EventReader {
  let written: WrittenEvent
  var found: [Diagnostic] = []

  /// Begins to read.
  init(_ written: WrittenEvent) { self.written = written }

  /// Everything but name, times and words.
  mutating func details() -> EventDetails {
    var details = EventDetails()
    details.status = choice("status", EventDetails.Status.self)
    details.previousStart = moment("previous_start")
    details.zone = zone()
    details.area = written.text("area")?.text
    details.onlineURL = written.text("online_url")?.text
    details.url = written.text("url")?.text
    details.participants = integer("participants_count", in: 0...100_000_000)
    details.participantsBound = choice("participants_bound", Bound.self)
    details.recurrence = recurrence()
    details.outputs = written.list("outputs").map(\.text)
    details.source = written.text("source")?.text
    details.uid = written.text("uid")?.text
    return details
  }

  /// A date with its time of day, where one stands behind it.
  mutating func moment(_ name: String) -> Moment? {
    written.text(name).flatMap { moment($0) }
  }

  mutating func moment(_ part: WrittenEvent.Part) -> Moment? {
    switch Moment.read(part.text) {
    case .success(let moment): return moment
    case .failure(let mistake):
      found.append(.badDate(part.text, mistake, at: part.place))
      return nil
    }
  }

  /// One of a list of words.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, _ type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    guard let part = written.text(name) else { return nil }
    if let choice = Choice(rawValue: part.text) { return choice }
    if !written.isOfTable {
      found.append(
        .unknownEventWord(name, part.text, among: type.allCases.map(\.rawValue), at: part.place))
    }
    return nil
  }

  /// A whole number.
  mutating func integer(_ name: String, in range: ClosedRange<Int>) -> Int? {
    guard let part = written.text(name) else { return nil }
    guard let number = Int(part.text), range.contains(number) else {
      found.append(.badEventNumber(name, part.text, range, at: part.place))
      return nil
    }
    return number
  }

  private mutating func zone() -> Zone? {
    guard let part = written.text("timezone") else { return nil }
    if let zone = Zone.named(part.text) { return zone }
    found.append(.unknownZone(part.text, at: part.place))
    return nil
  }
}
