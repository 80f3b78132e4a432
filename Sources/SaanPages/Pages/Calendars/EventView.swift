import SaanData
import SaanModel
import SaanTemplate
import SaanText

/// An event as templates, calendars and search engines see it, for the reader of one language.
struct EventView: Sendable {
  let page: PageView
  let entry: Entry
  /// The fields of the translation that the reader gets.
  let front: FrontMatter
  let start: Moment

  /// `nil` for an article that is no event.
  init?(_ page: PageView) {
    guard let entry = page.entry, let front = page.page?.front, let start = front.start else {
      return nil
    }
    (self.page, self.entry, self.front, self.start) = (page, entry, front, start)
  }

  var reader: Reader { page.reader }
  var details: EventDetails { front.event }
  var zone: Zone { details.zone ?? .bangkok }
  var status: EventDetails.Status { details.status ?? .confirmed }
  var occurrences: [Occurrence] { front.occurrences }
  var times: CalendarTimes? { CalendarTimes(start, front.end, in: zone) }

  /// Whether it was put to another day, which is known.
  var isRescheduled: Bool {
    details.previousStart != nil && [.confirmed, .tentative].contains(status)
  }

  /// What is said of whether it takes place; `nil` where nothing is to be said.
  ///
  /// That it has another day says nothing of whether that is certain, or of where it takes place.
  var statusText: String? {
    let words = reader.language.words
    // What is put off has no other day, whatever stands beside it.
    let isMoved = details.previousStart != nil && status != .cancelled && status != .postponed
    let own: Word? =
      switch status {
      case .confirmed: nil
      case .tentative: .eventTentative
      case .cancelled: .eventCancelled
      case .postponed: .eventPostponed
      case .movedOnline: .eventMovedOnline
      }
    let told = [isMoved ? Word.eventRescheduled : nil, own]
    let texts = told.compactMap { $0.map { words[$0] } }
    return texts.isEmpty ? nil : Prose(reader.language).list(texts)
  }

  /// Whether it does not take place when it was to.
  var isOff: Bool { status == .cancelled || status == .postponed }

  /// Whether some of its times are left out or moved, which a link that adds it to a calendar
  /// cannot tell: only who follows its file learns of them.
  var hasOtherTimes: Bool {
    details.recurrence.map { !$0.exceptions.isEmpty || !$0.moves.isEmpty } ?? false
  }

  /// The name with what is said of it in front.
  var nameWithStatus: String {
    guard let status = statusText else { return page.title }
    return reader.language.words.text(
      .eventWithStatus, ["status": status, "name": page.title], joint: " ")
  }

  /// Words under `extra` with the language that they are in.
  func words(_ field: String) -> TitledText? {
    let names = [field, EventDetails.formerly[field]].compactMap { $0 }
    for name in names {
      guard let text = front.extra.first(where: { $0.key == name })?.value.text else { continue }
      return (text, page.language(of: .extra(name)))
    }
    return nil
  }

  /// Who holds it: one, or several that have semicolons between them; those of the table
  /// `organisations` may be given by their ids.
  var organisers: (names: [String], language: Language.Tag)? {
    words("organisers").map { words, language in
      let known = words.listed.map { name in
        reader.figures.organisations.first { $0.id == name }?.name[reader.tag]
      }
      let names = zip(words.listed, known).map { $1 ?? $0 }
      return (names, known.contains(nil) ? language : reader.tag)
    }
  }

  /// All who hold it in one breath, in the language that their names are in.
  var organisersText: TitledText? {
    organisers.map { names, language in
      (
        Prose(reader.languages.first { $0.tag == language } ?? reader.language).list(names),
        language
      )
    }
  }

  /// How many took part, with what the number promises.
  var participants: String? {
    details.participants.map {
      reader.language.words.hedged(
        ExactNumber($0).text(.grouped), details.participantsBound ?? .exact)
    }
  }

  /// When it takes place again, in words.
  var schedule: String? {
    details.recurrence.map { Prose(reader.language).schedule($0, from: start.date) }
  }

  /// The next times, twelve at most and within eighteen months.
  var next: [Occurrence] {
    let today = reader.today
    let limit = today.adding(months: 18)
    return Array(
      occurrences.lazy.filter { $0.lastDay >= today && $0.start.date.firstDay <= limit }.prefix(12))
  }

  /// The articles that came out of it.
  var outputs: [PageView] {
    details.outputs.compactMap { reader.entry($0) }.map(page.beside)
  }

  /// The href of its calendar file, where there is one.
  var fileURL: String? {
    let path = reader.path(of: entry, reader.language) + eventFileName
    return reader.publishes(path) ? reader.href(path) : nil
  }

  /// Where programs follow it, where a copy of it would tell of days on which nothing is.
  var followed: CalendarLinkRecord? {
    let path = reader.path(of: entry, reader.language) + eventFileName
    guard hasOtherTimes, let url = fileURL, let address = reader.absolute(path) else { return nil }
    return CalendarLinkRecord(url: url, address: address)
  }

  /// The address that adds it to Google's calendar; `nil` where that would be other days.
  var googleURL: String? {
    guard let times, !hasOtherTimes else { return nil }
    var query = [
      ("action", "TEMPLATE"), ("text", nameWithStatus), ("dates", times.span),
      ("ctz", zone.name),
    ]
    if let place = location { query.append(("location", place)) }
    if let url = page.permalink { query.append(("details", url)) }
    if let rule = details.recurrence {
      query.append(("recur", "RRULE:" + rule.rule(from: start.date, times)))
    }
    return "https://calendar.google.com/calendar/render?"
      + query.map { "\($0)=\(queryEncoded($1))" }.joined(separator: "&")
  }

  /// The place and its address in one line.
  var location: String? {
    let parts = [words("place"), words("address")].compactMap { $0?.title }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// Where it lies for calendars for ever, also where its address changes.
  var uid: String {
    let host = reader.baseURL?.origin.split(separator: "/").last.map(String.init) ?? "localhost"
    return "\(details.uid ?? entry.key)@\(host)"
  }

  /// The moment of the last change that the article or its row tells of; the same on every day.
  var changed: Moment {
    let known = [front.updated, front.published].compactMap { $0 }
    return known.first { $0.date.precision == .day }
      ?? Moment(min(start.date.firstDay, CalendarChange.oldest))
  }

  /// A number that rises with each change: the minutes from 2000 on to the last one told of.
  var sequence: Int { CalendarChange.sequence(of: front.updated) }
}

extension Recurrence {
  /// The rule as RFC 5545 writes it.
  ///
  /// - Parameter start: the day on which it first takes place.
  func rule(from start: CalendarDate, _ times: CalendarTimes) -> String {
    var parts = ["FREQ=\(rhythm.rawValue.uppercased())"]
    if interval > 1 { parts.append("INTERVAL=\(interval)") }
    let days = self.days.isEmpty && rhythm == .monthly ? [.ofMonth(start.day ?? 1)] : self.days
    if rhythm == .yearly, !days.isEmpty, let month = start.month {
      parts.append("BYMONTH=\(month)")
    }
    let numbers = days.compactMap { day in
      if case .ofMonth(let number) = day { number } else { nil }
    }
    if !numbers.isEmpty {
      parts.append("BYMONTHDAY=" + numbers.map(String.init).joined(separator: ","))
    }
    let weekdays = days.compactMap { day -> String? in
      guard case .weekday(let weekday, let nth) = day else { return nil }
      return (nth.map { String($0) } ?? "") + weekday.code
    }
    if !weekdays.isEmpty { parts.append("BYDAY=" + weekdays.joined(separator: ",")) }
    switch end {
    case .times(let count): parts.append("COUNT=\(count)")
    case .until(let day): parts.append("UNTIL=\(times.until(day))")
    }
    return parts.joined(separator: ";")
  }
}

extension Weekday {
  /// Its two letters in RFC 5545.
  var code: String { ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][rawValue - 1] }
}
