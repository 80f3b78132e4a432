import SaanModel
import SaanText

/// When an event is, as calendar files and search engines write it.
struct CalendarTimes {
  let start: Moment
  let end: Moment?
  let zone: Zone
  /// Whether it takes whole days: no hour of its beginning is known.
  var isAllDay: Bool { start.second == nil }

  /// `nil` for what is known by its month or year, which no calendar can hold.
  init?(_ start: Moment, _ end: Moment?, in zone: Zone) {
    guard start.date.precision == .day else { return nil }
    (self.start, self.zone) = (start, zone)
    self.end = end.flatMap { $0.date.precision == .day && !$0.ends(before: start) ? $0 : nil }
  }

  /// The first midnight or hour that it no longer takes: calendars count ends out; `nil` where
  /// nothing is known of the end, as of what begins at an hour of its last day.
  private var after: Moment? {
    guard let end else { return nil }
    if isAllDay { return Moment(end.date.adding(days: 1)) }
    if end.second == nil, end.date == start.date { return nil }
    if end.second == nil { return Moment(end.date.adding(days: 1), second: 0) }
    return end > start ? end : nil
  }

  /// Appends `DTSTART` and `DTEND`.
  func append(to lines: inout CalendarLines) {
    append("DTSTART", start, to: &lines)
    if let after {
      append("DTEND", after, to: &lines)
    } else if isAllDay {
      append("DTEND", Moment(start.date.adding(days: 1)), to: &lines)
    }
  }

  /// Appends a line with a moment in the event's zone, a day of one that takes whole days.
  func append(_ name: String, _ moment: Moment, to lines: inout CalendarLines) {
    if isAllDay {
      lines.append(name, moment.date.basic, ["VALUE": "DATE"])
    } else {
      lines.append(name, moment.basic, ["TZID": zone.name])
    }
  }

  /// The days or hours with a slash between them, as links to Google write them.
  var span: String {
    let last = after ?? (isAllDay ? Moment(start.date.adding(days: 1)) : start)
    return isAllDay ? "\(start.date.basic)/\(last.date.basic)" : "\(start.basic)/\(last.basic)"
  }

  /// The beginning after ISO 8601 with the zone's offset, a day of one that takes whole days.
  var startISO: String { start.iso(in: zone) }
  /// The last day or hour after ISO 8601.
  var endISO: String? {
    guard let end, end > start else { return nil }
    return end.iso(in: zone)
  }

  /// The last moment of a day, in UTC: until then a rule may repeat what has hours.
  func until(_ day: CalendarDate) -> String {
    isAllDay ? day.lastDay.basic : Moment(day.lastDay, second: 86_399).utc(from: zone)
  }
}

extension Moment {
  /// `20261215T020000Z`; of a day its first midnight.
  func utc(from zone: Zone) -> String { later(by: -zone.minutes).basic + "Z" }

  /// The same moment by the clocks of another zone; of a day its first midnight.
  func moved(from zone: Zone, to other: Zone) -> Moment {
    later(by: other.minutes - zone.minutes)
  }

  private func later(by minutes: Int) -> Moment {
    let seconds = (second ?? 0) + minutes * 60
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    return Moment(date.firstDay.adding(days: days), second: seconds - days * 86_400)
  }

  /// `2026-12-15T09:00:00+07:00`, or the date alone.
  func iso(in zone: Zone) -> String {
    guard let clock else { return date.iso }
    return "\(date.iso)T\(clock)\(clock.utf8.count == 5 ? ":00" : "")\(zone.offset())"
  }
}
