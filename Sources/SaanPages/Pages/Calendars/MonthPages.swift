import SaanModel
import SaanTemplate
import SaanText

extension OutputFormat {
  static let months: OutputFormat = OutputFormat(
    name: "events/months",
    summary:
      "A month in which something takes place, as a table; where the theme has a template for it.",
    plan: { planner in
      guard planner.hasTemplate(MonthPage.template),
        let collection = planner.site.collectionOfEvents
      else { return [] }
      return EventIndex(planner.site).months.flatMap { month in
        planner.pages(
          MonthPage.place(of: month, collection),
          MonthPage(month: month, collection: collection), template: MonthPage.template)
      }
    })
}

/// The events of a month.
struct MonthPage: Subject {
  static let template = "month.html"

  let month: CalendarDate
  let collection: Collection

  static func place(of month: CalendarDate, _ collection: Collection) -> String {
    "\(collection.path)/months/\(month.iso)/"
  }

  var kind: String { "month" }
  func title(of page: PageView) -> TitledText? {
    (month.text(.monthYear, in: page.reader.language), page.reader.tag)
  }
  func parents(of page: PageView) -> [Value]? { [page.reader.collectionLink(collection)] }
}

/// A month as a table of weeks that begin on Sundays.
struct MonthView {
  let page: PageView
  let month: CalendarDate
  let collection: Collection

  private var reader: Reader { page.reader }

  /// The month of a page of months; on the list of events that of today, else the next in which
  /// something takes place, else the last one.
  init?(_ page: PageView) {
    if let own = page.subject as? MonthPage {
      (month, collection) = (own.month, own.collection)
    } else {
      guard let listed = page.collectionOfEvents else { return nil }
      let months = page.reader.events.months
      let now = page.reader.today.truncated(to: .month)
      guard let month = months.first(where: { $0 >= now }) ?? months.last else { return nil }
      (self.month, collection) = (month, listed)
    }
    self.page = page
  }

  var value: Value {
    let months = reader.events.months
    return Value(
      MonthRecord(
        title: month.text(.monthYear, in: reader.language), iso: month.iso,
        url: link(to: month)?.url, weeks: weeks.map { Value(WeekRecord(days: $0)) },
        previous: months.last { $0 < month }.flatMap { link(to: $0) },
        next: months.first { $0 > month }.flatMap { link(to: $0) }))
  }

  private func link(to month: CalendarDate) -> LinkRecord? {
    let path = reader.path(MonthPage.place(of: month, collection), reader.language)
    guard reader.publishes(path) else { return nil }
    return LinkRecord(
      title: month.text(.monthYear, in: reader.language), language: reader.tag,
      url: reader.href(path))
  }

  /// The days of each week, those of other months left empty.
  private var weeks: [[Value]] {
    let times = reader.events.times(in: month)
    let first = month.firstDay
    let before = (first.weekday?.rawValue ?? 7) % 7
    let count = first.days(until: month.lastDay) + 1
    let cells = (0..<(before + count + 6) / 7 * 7).map { cell -> Value in
      let number = cell - before
      guard (0..<count).contains(number) else { return Value(DayRecord(date: nil, times: [])) }
      let day = first.adding(days: number)
      let own = times.filter {
        $0.occurrence.start.date <= day && day <= $0.occurrence.lastDay
      }
      return Value(DayRecord(date: day, times: own.compactMap { value(of: $0, on: day) }))
    }
    return stride(from: 0, to: cells.count, by: 7).map { Array(cells[$0..<$0 + 7]) }
  }

  private func value(of time: EventIndex.Time, on day: CalendarDate) -> Value? {
    EventView(page.beside(time.entry)).map { event in
      Value(OccurrenceRecord(event: event, occurrence: time.occurrence, day: day))
    }
  }
}

extension PageView {
  /// The collection of events whose list, in its first page, this is.
  fileprivate var collectionOfEvents: Collection? {
    guard let place = subject.feedPlace,
      let collection = reader.collectionOfEvents, collection.path + "/" == place
    else { return nil }
    return collection
  }
}

/// A month.
struct MonthRecord: TemplateRecord {
  let title: String
  let iso: String
  let url: String?
  let weeks: [Value]
  let previous: LinkRecord?
  let next: LinkRecord?

  static let table = ObjectTable<MonthRecord>(
    "month",
    [
      .init("title", .string, "its name and year") { .string($0.title) },
      .init("iso", .string, "year and month as ISO 8601 writes them") { .string($0.iso) },
      .init("url", .string, "the href of its own page, where it has one") { Value($0.url) },
      .init("weeks", .list(of: .record(WeekRecord.self)), "its weeks, which begin on Sundays") {
        .list($0.weeks)
      },
      .init(
        "previous", .record(LinkRecord.self), "the month before in which something takes place"
      ) { $0.previous.map { Value($0) } ?? .none },
      .init("next", .record(LinkRecord.self), "the month after in which something takes place") {
        $0.next.map { Value($0) } ?? .none
      },
    ])
}

/// A week of a month.
struct WeekRecord: TemplateRecord {
  let days: [Value]

  static let table = ObjectTable<WeekRecord>(
    "week",
    [.init("days", .list(of: .record(DayRecord.self)), "seven days") { .list($0.days) }])
}

/// A day of a month.
struct DayRecord: TemplateRecord {
  let date: CalendarDate?
  let times: [Value]

  static let table = ObjectTable<DayRecord>(
    "day",
    [
      .init("date", .any, "the day; none of one of another month") { Value(date: $0.date) },
      .init("number", .number, "its number in the month; none of one of another month") { day in
        day.date?.day.map { .int($0) } ?? .none
      },
      .init("times", .list(of: .record(OccurrenceRecord.self)), "what takes place on it") {
        .list($0.times)
      },
    ])
}
