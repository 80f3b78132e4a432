import SaanData
import SaanModel
import SaanTemplate
import SaanText

extension PageKind {
  static let calendars = PageKind(
    outputs: [.calendars, .eventFiles, .months], fields: calendarFields,
    ownTemplates: [MonthPage.template: Wording(en: "months of events", th: "เดือนที่มีกิจกรรม")])
}

private let calendarFields: [PageField] = [
  .init("event", .object(EventView.self), "the event that the page tells of") { page in
    EventView(page).map { Value($0) } ?? .none
  },
  .init(
    "events", .list(of: .object(PageView.self)), "the events that the article came out of"
  ) { page in
    guard let key = page.entry?.key else { return [] }
    return .list(page.reader.events(ofOutput: key).map { Value(page.beside($0)) })
  },
  .init(
    "upcoming", .list(of: .record(OccurrenceRecord.self)),
    "of the home page, a list or a place: the next time of each event that is not over"
  ) { .list($0.upcoming.map { Value($0) }) },
  .init("month", .record(MonthRecord.self), "the month that a list of events or its page shows") {
    MonthView($0)?.value ?? .none
  },
  .init(
    "calendar", .record(CalendarLinkRecord.self),
    "where programs follow the events of the home page, a list or a province"
  ) { $0.calendar.map { Value($0) } ?? .none },
]

extension PageView {
  /// Where the page lies whose events a calendar has.
  private var calendarPlace: String? { kind == "home" ? "" : subject.feedPlace }

  /// The events of the page's calendar.
  private var eventsListed: [Entry] {
    if kind == "home" { return reader.events.all }
    if let area { return reader.mentions(of: area.area.id).filter(\.isEvent) }
    return reader.articles(at: subject.feedPlace ?? "").filter(\.isEvent)
  }

  /// The next time of each event that is not over, the soonest first; what waits for a new day
  /// stands where its old one was, and behind all others once that is over.
  var upcoming: [OccurrenceRecord] {
    let events = eventsListed.map(beside).compactMap(EventView.init)
    let today = reader.today
    return events.compactMap { event in
      event.front.nextOccurrence(from: today).map {
        OccurrenceRecord(event: event, occurrence: $0, day: nil)
      }
    }.sorted {
      let late = ($0.waits(on: today) ? 1 : 0, $1.waits(on: today) ? 1 : 0)
      return (late.0, $0.occurrence.start.iso, $0.event.entry.key)
        < (late.1, $1.occurrence.start.iso, $1.event.entry.key)
    }
  }

  /// The addresses of the page's calendar, where it is published.
  fileprivate var calendar: CalendarLinkRecord? {
    guard let place = calendarPlace else { return nil }
    let path = reader.path(place + CalendarFile.name, reader.language)
    guard reader.publishes(path), let url = reader.absolute(path) else { return nil }
    return CalendarLinkRecord(url: reader.href(path), address: url)
  }
}

extension OccurrenceRecord {
  /// Whether its day is over and it waits for a new one.
  fileprivate func waits(on today: CalendarDate) -> Bool {
    event.isOff && occurrence.lastDay < today
  }
}
