import SaanModel
import SaanText

/// The events of a site as lists and calendars ask for them; nothing in it depends on the day.
package struct EventIndex: Sendable {
  /// One time of an event.
  struct Time: Sendable {
    let entry: Entry
    let occurrence: Occurrence
  }

  /// Every article that is an event, by its beginning and then by its key.
  let all: [Entry]
  /// The events of which an article came, by the article's key.
  private let bySource: [String: [Entry]]
  /// The times that are known to the day, by the months that they touch.
  private let byMonth: [CalendarDate: [Time]]
  /// The months in which something takes place, in their order.
  let months: [CalendarDate]

  init(_ site: Site) {
    all = site.entries.filter(\.isEvent).map { ($0, $0.original.front.start) }
      .sorted { ($0.1?.iso ?? "", $0.0.key) < ($1.1?.iso ?? "", $1.0.key) }.map(\.0)
    var sources: [String: [Entry]] = [:]
    var months: [CalendarDate: [Time]] = [:]
    for entry in all {
      for key in entry.original.front.event.outputs { sources[key, default: []].append(entry) }
      for occurrence in entry.original.front.occurrences {
        guard occurrence.start.date.precision == .day else { continue }
        let time = Time(entry: entry, occurrence: occurrence)
        for month in occurrence.months { months[month, default: []].append(time) }
      }
    }
    bySource = sources
    byMonth = months.mapValues { times in
      times.sorted {
        ($0.occurrence.start, $0.entry.key) < ($1.occurrence.start, $1.entry.key)
      }
    }
    self.months = months.keys.sorted()
  }

  /// The events that an article came out of.
  func events(ofOutput key: String) -> [Entry] { bySource[key] ?? [] }

  /// What takes place in a month, by its beginning.
  func times(in month: CalendarDate) -> [Time] { byMonth[month] ?? [] }

  /// The keys of all events, for digests.
  package var keys: [String] { all.map(\.key) }

  /// The keys of the events that an article came out of, for digests.
  package func keys(ofOutput key: String) -> [String] { events(ofOutput: key).map(\.key) }
}

extension Entry {
  /// Whether it is an event: something that begins.
  package var isEvent: Bool { original.front.start != nil }
}

extension Occurrence {
  /// The months that it touches; of what never seems to end the first year of it.
  fileprivate var months: [CalendarDate] {
    let first = start.date.truncated(to: .month)
    let last = lastDay.truncated(to: .month)
    return (0..<12).lazy.map { first.adding(months: $0) }.filter { $0 <= last }
  }
}

extension Site {
  /// The collection whose list has the months of all events: that of the name, or the first with
  /// an event in it.
  package var collectionOfEvents: Collection? {
    settings.collections.first { $0.name == "events" }
      ?? settings.collections.first { members(of: $0).contains(where: \.isEvent) }
  }
}
