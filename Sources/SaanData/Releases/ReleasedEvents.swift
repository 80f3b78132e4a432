import SaanText

/// An event that is other than a release tells of it, while its `updated` has not come later.
package struct UntoldEvent: Sendable {
  package let id: String
  /// The columns that say something else now.
  package let columns: [String]
  /// What `updated` said then.
  package let published: Moment?
  /// Whether it says an earlier day now.
  package let isBack: Bool
  /// Where it says so.
  package let place: Place

  fileprivate static let kind = "event"
  fileprivate static let table = "events"
  /// The columns that calendars tell.
  fileprivate static let told = [
    "start", "end", "timezone", "status", "place", "address", "online_url", "repeats",
    "repeats_every", "repeats_on", "repeats_times", "repeats_until", "repeats_except",
    "repeats_moved",
  ]
  fileprivate static let updated = "updated"
  private static let moments = ["start", "end", updated]

  /// What a column says: days and hours as they are meant, all else as it is typed.
  fileprivate static func text(_ column: String, of row: Row) -> String? {
    guard let index = row.table.column(column), !row.table.fields[index].isPrivate,
      let text = row.string(index)
    else { return nil }
    return moments.contains(column) ? (try? Moment.read(text).get())?.iso ?? text : text
  }
}

extension Statistics {
  /// The events as a release keeps them: what people may have in their calendars since.
  var releasedEvents: [ReleasedRow] {
    package.rows(UntoldEvent.table).compactMap { row in
      guard let id = row.string("id") else { return nil }
      let cells = (UntoldEvent.told + [UntoldEvent.updated]).compactMap { column in
        UntoldEvent.text(column, of: row).map { (column: column, text: $0) }
      }
      return ReleasedRow(UntoldEvent.kind, ["id": id]).adding(cells)
    }
  }
}

extension DataRelease {
  /// Its events by their ids.
  private var events: [String: ReleasedRow] {
    Dictionary(
      rows.filter { $0.table == UntoldEvent.kind }.map { ($0["id"] ?? "", $0) }
    ) { first, _ in first }
  }

  /// What became of the events: those that are gone, what is otherwise of others, and new ones.
  ///
  /// One that calendars know by its former id is not gone.
  package func eventChanges(in statistics: Statistics) -> [LastingChange] {
    let released = events
    guard !released.isEmpty else { return [] }
    let today = statistics.package.rows(UntoldEvent.table).compactMap { row in
      row.string("id").map { (id: $0, row: row) }
    }
    let uids = Set(today.compactMap { $0.row.string("uid") })
    let known = Set(today.map(\.id))
    let gone = released.keys.sorted().filter { id in
      !known.contains(id) && !uids.contains { $0 == id || $0.hasSuffix("/\(id)") }
    }
    return gone.map { LastingChange(event: $0, isGone: true) }
      + today.flatMap { id, row -> [LastingChange] in
        guard let old = released[id] else {
          return [LastingChange(event: id, isGone: false, row: row.index)]
        }
        return (UntoldEvent.told + [UntoldEvent.updated]).compactMap { column in
          let (before, after) = (old[column], UntoldEvent.text(column, of: row))
          return before == after
            ? nil
            : LastingChange(
              event: id, column, before: before, after: after, isGone: false, row: row.index)
        }
      }
  }

  /// The events that people have otherwise in their calendars since this release, and of which
  /// programs would not learn that they changed.
  package func untoldEvents(in statistics: Statistics) -> [UntoldEvent] {
    let released = events
    guard !released.isEmpty else { return [] }
    return statistics.package.rows(UntoldEvent.table).compactMap { row in
      guard let id = row.string("id"), let old = released[id] else { return nil }
      let columns = UntoldEvent.told.filter { UntoldEvent.text($0, of: row) != old[$0] }
      let before = old[UntoldEvent.updated].flatMap { try? Moment.read($0).get() }
      let now = row.string(UntoldEvent.updated).flatMap { try? Moment.read($0).get() }
      let (rank, former) = (now.map(Self.rank), before.map(Self.rank))
      let isBack = (rank ?? (0, 0)) < (former ?? (0, 0))
      let isLater = (former ?? (0, 0)) < (rank ?? (0, 0))
      guard !isLater, isBack || !columns.isEmpty else { return nil }
      return UntoldEvent(
        id: id, columns: columns, published: before, isBack: isBack,
        place: row.place(UntoldEvent.updated))
    }
  }

  /// A moment as calendars count it: a day alone is its first minute.
  private static func rank(_ moment: Moment) -> (Int, Int) {
    (moment.date.firstDay.dayNumber, (moment.second ?? 0) / 60)
  }
}

extension LastingChange {
  /// What became of an event.
  fileprivate init(
    event id: String, _ column: String? = nil, before: String? = nil, after: String? = nil,
    isGone: Bool, row: Int? = nil
  ) {
    self.init(
      table: UntoldEvent.table, id: id, column: column, before: before, after: after,
      isGone: isGone, row: row)
  }
}

/// The events of the last release that are gone: who has one in a calendar comes in vain.
package func vanishedEvents(
  _ releases: [DataRelease], in statistics: Statistics
) -> [Diagnostic] {
  guard let last = releases.last, let day = last.date else { return [] }
  let path = statistics.package[UntoldEvent.table]?.path ?? "content/data/events.csv"
  return last.eventChanges(in: statistics).filter(\.isGone).map {
    .vanishedEvent($0.id, published: day, at: .file(path: path))
  }
}
