import SaanData
import SaanModel
import SaanText

extension EventView {
  /// The event in the words of schema.org, for search engines: what is not known is left out, and
  /// nothing is made up.
  var document: JSONDocument {
    .members([
      "@context": "https://schema.org", "@type": "Event",
      "name": .text(page.title), "description": JSONDocument(page.lead),
      "url": JSONDocument(page.permalink), "sameAs": JSONDocument(details.url),
      "startDate": .text(times?.startISO ?? start.date.iso),
      "endDate": JSONDocument(times == nil ? nil : times?.endISO),
      "previousStartDate": JSONDocument(details.previousStart?.iso(in: zone)),
      "eventStatus": named(schemaStatus), "eventAttendanceMode": attendance.map(named),
      "location": JSONDocument(notEmpty: locations),
      "organizer": organizer,
      "eventSchedule": schemaSchedule?.document, "subEvent": JSONDocument(notEmpty: ownTimes),
      "inLanguage": .text(page.titleAndLanguage.language.rawValue),
    ])
  }

  /// When it comes again, as far as schema.org has words for that.
  private var schemaSchedule: EventSchedule? {
    details.recurrence.flatMap { EventSchedule($0, from: start, to: front.end, in: zone) }
  }

  /// The times that no schedule tells: those that were moved; all that come next where there is
  /// none.
  private var ownTimes: [JSONDocument] {
    guard details.recurrence != nil else { return [] }
    let times = schemaSchedule == nil ? next : occurrences.filter(\.isMoved)
    return times.compactMap { time in
      CalendarTimes(time.start, time.end, in: zone).map { own in
        .members([
          "@type": "Event", "name": .text(page.title), "startDate": .text(own.startISO),
          "endDate": JSONDocument(own.endISO), "eventStatus": named(schemaStatus),
          "location": JSONDocument(notEmpty: locations),
        ])
      }
    }
  }

  /// Who holds it: one, or a list of several.
  private var organizer: JSONDocument? {
    let all = (organisers?.names ?? []).map { name in
      JSONDocument.members(["@type": "Organization", "name": .text(name)])
    }
    return all.count > 1 ? .list(all) : all.first
  }

  /// A term of schema.org by its address, which is no text.
  private func named(_ term: String) -> JSONDocument {
    .members(["@id": .text("https://schema.org/\(term)")])
  }

  private var schemaStatus: String {
    if isRescheduled { return "EventRescheduled" }
    return switch status {
    case .confirmed, .tentative: "EventScheduled"
    case .cancelled: "EventCancelled"
    case .postponed: "EventPostponed"
    case .movedOnline: "EventMovedOnline"
    }
  }

  private var isAtPlace: Bool {
    status != .movedOnline && (words("place") != nil || words("address") != nil || area != nil)
  }

  private var attendance: String? {
    switch (isAtPlace, details.onlineURL != nil) {
    case (true, true): "MixedEventAttendanceMode"
    case (true, false): "OfflineEventAttendanceMode"
    case (false, true): "OnlineEventAttendanceMode"
    case (false, false): nil
    }
  }

  /// The place of the event in the table of areas.
  private var area: Area? { details.area.flatMap { reader.areas[$0] } }

  private var locations: [JSONDocument] {
    var found: [JSONDocument] = []
    if isAtPlace {
      let region = area?.areaClass == .country ? nil : area?.name[reader.tag]
      found.append(
        .members([
          "@type": "Place", "name": JSONDocument(words("place")?.title ?? region),
          "address": .members([
            "@type": "PostalAddress", "streetAddress": JSONDocument(words("address")?.title),
            "addressRegion": JSONDocument(region), "addressCountry": "TH",
          ]),
        ]))
    }
    if let url = details.onlineURL {
      found.append(.members(["@type": "VirtualLocation", "url": .text(url)]))
    }
    return found
  }
}
