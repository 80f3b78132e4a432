import SaanData
import SaanModel
import SaanTemplate
import SaanText

extension EventView: TemplateObject {
  static let table = ObjectTable<EventView>(
    "event", times + words + files)

  private static let times: [ObjectTable<EventView>.Field] = [
    .init("start", .any, "when it begins") { Value(moment: $0.start, in: $0.zone) },
    .init("end", .any, "when it ends, if that is known") {
      Value(moment: $0.front.end, in: $0.zone)
    },
    .init("last_day", .any, "the last day that it takes: of what ends at midnight the one before") {
      Value(date: $0.first.lastDay)
    },
    .init("end_time", .string, "the time of day at which it ends, 24:00 at the end of a day") {
      Value($0.first.endClock)
    },
    .init("previous_start", .any, "when it should have begun, before it was put to another day") {
      Value(moment: $0.details.previousStart, in: $0.zone)
    },
    .init("timezone", .string, "the zone of its times; none for that of Thailand") { event in
      event.zone == .bangkok ? .none : .string(event.zone.name)
    },
    .init("thai_start", .any, "when it begins in Thailand, where its zone is another one") {
      Value(moment: $0.thaiStart, in: .bangkok)
    },
    .init("status", .string, "confirmed, tentative, cancelled, postponed or moved_online") {
      .string($0.status.rawValue)
    },
    .init("status_text", .string, "the same in words; none of what takes place as announced") {
      Value($0.statusText)
    },
    .init("is_off", .bool, "whether it does not take place, or not yet") { .bool($0.isOff) },
    .init("schedule", .string, "when it takes place again, in words; none for once") {
      Value($0.schedule)
    },
    .init(
      "next", .list(of: .record(OccurrenceRecord.self)),
      "its next times from today on: twelve at most, within eighteen months"
    ) { event in
      .list(event.next.map { Value(OccurrenceRecord(event: event, occurrence: $0, day: nil)) })
    },
    .init("times_count", .number, "how often it takes place in all") {
      .int($0.occurrences.count)
    },
  ]

  private static let words: [ObjectTable<EventView>.Field] = [
    .init("place", .string, "where it takes place") { Value($0.words("place")?.title) },
    .init("place_lang", .string, "the language that the place is in") {
      Value($0.words("place")?.language.rawValue)
    },
    .init("address", .string, "the address of the place") { Value($0.words("address")?.title) },
    .init("address_lang", .string, "the language that the address is in") {
      Value($0.words("address")?.language.rawValue)
    },
    .init("online_url", .string, "where it can be followed from afar") {
      Value($0.details.onlineURL)
    },
    .init("website", .string, "its page on the site of who holds it") { Value($0.details.url) },
    .init("organisers", .string, "who holds it") { Value($0.organisersText?.title) },
    .init("organisers_lang", .string, "the language that these are in") {
      Value($0.organisers?.language.rawValue)
    },
    .init("participants", .string, "how many took part") { Value($0.participants) },
    .init(
      "outputs", .list(of: .object(PageView.self)), "the articles that came out of it"
    ) { .list($0.outputs.map { Value($0) }) },
    .init("source", .record(SourceRecord.self), "the source that tells of it") { event in
      event.details.source.flatMap { event.reader.figures.source($0) }.map {
        event.reader.source($0)
      } ?? .none
    },
  ]

  private static let files: [ObjectTable<EventView>.Field] = [
    .init("ics_url", .string, "the href of its calendar file; none where no day is known") {
      Value($0.fileURL)
    },
    .init(
      "google_url", .string,
      "the address that adds it to Google's calendar; none of a series with days left out or moved"
    ) { Value($0.googleURL) },
    .init(
      "followed", .record(CalendarLinkRecord.self),
      "where programs follow a series with days left out or moved; none of other events"
    ) { $0.followed.map { Value($0) } ?? .none },
    .init("json_ld", .html, "its description for search engines") {
      .html(HTML(trusted: $0.document.scriptText))
    },
  ]
}

/// One time of an event.
struct OccurrenceRecord: TemplateRecord {
  let event: EventView
  let occurrence: Occurrence
  /// The day in whose cell of a month it stands.
  let day: CalendarDate?

  static let table = ObjectTable<OccurrenceRecord>(
    "time of an event",
    [
      .init("start", .any, "when it begins") {
        Value(moment: $0.occurrence.start, in: $0.event.zone)
      },
      .init("end", .any, "when it ends, if that is known") {
        Value(moment: $0.occurrence.end, in: $0.event.zone)
      },
      .init("last_day", .any, "the last day that it takes") {
        Value(date: $0.occurrence.lastDay)
      },
      .init("end_time", .string, "the time of day at which it ends, 24:00 at the end of a day") {
        Value($0.occurrence.endClock)
      },
      .init("is_moved", .bool, "whether this time was moved from another day") {
        .bool($0.occurrence.isMoved)
      },
      .init("moved_from", .any, "the day from which it was moved") {
        $0.occurrence.isMoved ? Value(date: $0.occurrence.day) : .none
      },
      .init("is_first_day", .bool, "of a month's day: whether it begins on it") { time in
        .bool(time.day == nil || time.day == time.occurrence.start.date)
      },
      .init("page", .object(PageView.self), "the page of the event") { Value($0.event.page) },
      .init("event", .object(EventView.self), "the event") { Value($0.event) },
    ])
}
