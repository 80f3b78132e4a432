import SaanModel
import SaanText

/// A calendar file: what it is called, and the events in it.
///
/// The same data gives the same bytes on every day: nothing in it is of the day of the build.
struct CalendarText {
  let reader: Reader
  let name: String
  /// Its own address, for programs that follow it; `nil` of a single event that need not be
  /// followed.
  let url: String?
  /// The page that tells the same.
  let homeURL: String?
  let events: [EventView]

  var bytes: [UInt8] {
    var lines = CalendarLines()
    lines.append("BEGIN", "VCALENDAR")
    lines.append("VERSION", "2.0")
    lines.append("PRODID", "-//Saan//Calendar//\(reader.tag.rawValue.uppercased())")
    lines.append("CALSCALE", "GREGORIAN")
    if let url {
      lines.append("NAME", text: name)
      lines.append("X-WR-CALNAME", text: name)
      lines.append("X-WR-TIMEZONE", Zone.bangkok.name)
      if let homeURL { lines.append("URL", homeURL) }
      lines.append("SOURCE", url, ["VALUE": "URI"])
      lines.append("REFRESH-INTERVAL", "PT12H", ["VALUE": "DURATION"])
      lines.append("X-PUBLISHED-TTL", "PT12H")
    }
    let shown = events.filter { $0.times != nil }
    for zone in Set(shown.map(\.zone)).sorted(by: { $0.name < $1.name }) {
      lines.append(zone)
    }
    for event in shown { lines.append(event) }
    lines.append("END", "VCALENDAR")
    return lines.bytes
  }
}

extension CalendarLines {
  /// A zone that has one offset for ever.
  fileprivate mutating func append(_ zone: Zone) {
    append("BEGIN", "VTIMEZONE")
    append("TZID", zone.name)
    append("BEGIN", "STANDARD")
    append("DTSTART", "19700101T000000")
    append("TZOFFSETFROM", zone.offset(""))
    append("TZOFFSETTO", zone.offset(""))
    append(
      "TZNAME", text: zone.minutes % 60 == 0 ? String(zone.offset("").prefix(3)) : zone.offset(""))
    append("END", "STANDARD")
    append("END", "VTIMEZONE")
  }

  /// An event: one component, and one more for each of its times that was moved.
  fileprivate mutating func append(_ event: EventView) {
    guard let times = event.times else { return }
    append("BEGIN", "VEVENT")
    appendIdentity(of: event)
    times.append(to: &self)
    if let rule = event.details.recurrence {
      append("RRULE", rule.rule(from: event.start.date, times))
      for day in rule.exceptions.sorted() {
        times.append("EXDATE", Moment(day, second: event.start.second), to: &self)
      }
    }
    appendWords(of: event)
    append("END", "VEVENT")
    for moved in event.occurrences where moved.isMoved {
      guard let own = CalendarTimes(moved.start, moved.end, in: event.zone) else { continue }
      append("BEGIN", "VEVENT")
      appendIdentity(of: event)
      times.append("RECURRENCE-ID", Moment(moved.day, second: event.start.second), to: &self)
      own.append(to: &self)
      appendWords(of: event)
      append("END", "VEVENT")
    }
  }

  private mutating func appendIdentity(of event: EventView) {
    let changed = event.changed.utc(from: .bangkok)
    append("UID", text: event.uid)
    append("DTSTAMP", changed)
    append("LAST-MODIFIED", changed)
    append("SEQUENCE", String(event.sequence))
  }

  private mutating func appendWords(of event: EventView) {
    let page = event.page
    append(
      "SUMMARY", text: event.nameWithStatus,
      ["LANGUAGE": page.titleAndLanguage.language.rawValue])
    let organisers = event.organisersText
    let parts = [page.lead, organisers?.title, event.details.onlineURL, page.permalink]
    append(
      "DESCRIPTION", text: parts.compactMap { $0 }.joined(separator: "\n"),
      ["LANGUAGE": page.summaryLanguage.rawValue])
    if let location = event.location {
      let language = event.words("place")?.language ?? page.reader.tag
      append("LOCATION", text: location, ["LANGUAGE": language.rawValue])
    }
    if let organisers {
      append("CONTACT", text: organisers.title, ["LANGUAGE": organisers.language.rawValue])
    }
    if let url = page.permalink { append("URL", url) }
    if let url = event.details.onlineURL { append("CONFERENCE", url, ["VALUE": "URI"]) }
    append("STATUS", event.calendarStatus)
  }
}

extension EventView {
  /// Calendars know three states: what has no new day yet does not take place.
  fileprivate var calendarStatus: String {
    if isOff { return "CANCELLED" }
    return status == .tentative ? "TENTATIVE" : "CONFIRMED"
  }
}
