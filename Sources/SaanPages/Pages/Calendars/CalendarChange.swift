import SaanText

/// What became of the calendar file of an event that people have followed, where the number that
/// tells programs of a change did not rise with it.
///
/// Programs keep what they have of an event unless its `SEQUENCE` is higher: without that, who has
/// an event in a calendar comes on the old day.
package struct CalendarChange: Sendable {
  /// The columns of the table that say what is other than it was; none where nothing is, and the
  /// number fell all the same.
  package let fields: [String]
  /// The number that was published.
  package let published: Int
  /// Whether it is lower now: later changes would not arrive either.
  package let isBack: Bool

  /// Compares the file that was published with the one that takes its place.
  ///
  /// - Returns: `nil` where programs learn of every change, or know the two as two events.
  package init?(from old: [UInt8], to new: [UInt8]) {
    let (old, new) = (Self.lines(old), Self.lines(new))
    guard let uid = Self.values("UID", old).first, Self.values("UID", new).first == uid,
      let before = Self.values("SEQUENCE", old).first.flatMap({ Int($0) }),
      let now = Self.values("SEQUENCE", new).first.flatMap({ Int($0) }), now <= before
    else { return nil }
    published = before
    isBack = now < before
    var fields: [String] = []
    for (name, field) in Self.told where Self.values(name, old) != Self.values(name, new) {
      fields.append(field)
    }
    // What is said of whether an event takes place stands before its name as well.
    self.fields = fields.count > 1 ? fields.filter { $0 != "name" } : fields
    if fields.isEmpty, !isBack { return nil }
  }

  /// The number of a change: the minutes from 2000 on to what `updated` says; 0 where that is no
  /// day.
  package static func sequence(of updated: Moment?) -> Int {
    guard let updated, updated.date.precision == .day else { return 0 }
    let days = updated.date.firstDay.dayNumber - oldest.dayNumber
    return max(0, days * 1440 + (updated.second ?? 0) / 60)
  }

  /// What `updated` has to say so that the number rises: a day alone where that does.
  package static func update(after published: Int, today: CalendarDate) -> String {
    let day = oldest.adding(days: published / 1440)
    if day < today { return today.iso }
    let hour = published % 1440 / 60 + 1
    let next = hour < 24 ? Moment(day, second: hour * 3600) : Moment(day.adding(days: 1))
    return next.iso.replacing("T", with: " ")
  }

  /// The first day of 2000, from which changes are counted.
  static let oldest = CalendarDate(dayNumber: 10_957)

  /// The names of lines by what an author calls them.
  private static let told: [(name: String, field: String)] = [
    ("DTSTART", "start"), ("DTEND", "end"), ("STATUS", "status"), ("RRULE", "repeats"),
    ("EXDATE", "repeats_except"), ("RECURRENCE-ID", "repeats_moved"), ("LOCATION", "place"),
    ("SUMMARY", "name"), ("CONFERENCE", "online_url"),
  ]

  /// The lines without their folds, those of zones left out.
  private static func lines(_ bytes: [UInt8]) -> [Substring] {
    let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "")
    let all = text.split(separator: "\r\n")
    return Array(all.drop { $0 != "BEGIN:VEVENT" })
  }

  /// What stands behind a name in each line of it, its parameters too: a zone is one.
  private static func values(_ name: String, _ lines: [Substring]) -> [Substring] {
    lines.compactMap { line in
      guard line.hasPrefix(name) else { return nil }
      let rest = line.dropFirst(name.count)
      guard let mark = rest.first, mark == ":" || mark == ";" else { return nil }
      return mark == ":" ? rest.dropFirst() : rest
    }
  }
}

/// The name of the calendar file of each event, which lies beside its page.
package let eventFileName = "event.ics"
