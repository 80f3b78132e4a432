import SaanData
import SaanFiles
import SaanModel
import SaanText

extension OutputFormat {
  static let calendars: OutputFormat = OutputFormat(
    name: CalendarFile.name,
    summary:
      "The events of a language, of a collection, of a topic and of a province as a calendar that programs follow, after RFC 5545.",
    needsBaseURL: true,
    plan: { planner in
      zip(planner.languages.ids, planner.languages).flatMap { index, language in
        planner.calendars.map { calendar in
          planner.job(
            planner.routes.path(calendar.place + CalendarFile.name, language),
            CalendarFile(calendar: calendar), language: index)
        }
      }
    })

  static let eventFiles: OutputFormat = OutputFormat(
    name: EventFile.name, summary: "Each event that is known to the day, for a calendar.",
    needsBaseURL: true,
    plan: { planner in
      let events = planner.site.entries.filter {
        $0.original.front.start?.date.precision == .day
      }
      return zip(planner.languages.ids, planner.languages).flatMap { index, language in
        events.map { entry in
          planner.job(
            planner.routes.path(of: entry, language) + EventFile.name,
            EventFile(article: entry), language: index)
        }
      }
    })
}

extension Planner {
  /// What has a calendar: the site, and each collection, topic and province with an event.
  fileprivate var calendars: [FollowedSubject] {
    guard site.entries.contains(where: \.isEvent) else { return [] }
    let lists = listings.filter { $0.entries(.first).contains(where: \.isEvent) }
    return followed(lists, provincesOf: site.entries.filter(\.isEvent))
  }
}

/// A calendar of several events.
struct CalendarFile: FileSubject {
  static let name = "events.ics"

  let calendar: FollowedSubject

  var kind: String { "calendar" }

  func write(_ job: Job, _ reader: Reader, into bytes: inout [UInt8]) throws(DiskError) {
    let events = events(reader).map { PageView(reader: reader, entry: $0) }.compactMap(
      EventView.init)
    bytes +=
      CalendarText(
        reader: reader, name: title(reader), url: reader.absolute(job.path),
        homeURL: reader.absolute(reader.path(calendar.place, reader.language)), events: events
      ).bytes
  }

  /// Its events by their beginning.
  private func events(_ reader: Reader) -> [Entry] {
    switch calendar {
    case .site: return reader.events.all
    case .list(let listing):
      let keys = Set(reader.articles(of: listing).map(\.key))
      return reader.events.all.filter { keys.contains($0.key) }
    case .province(let area, _):
      let keys = Set(reader.mentions(of: area.id).map(\.key))
      return reader.events.all.filter { keys.contains($0.key) }
    }
  }

  private func title(_ reader: Reader) -> String {
    let site = reader.settings.title[reader.tag]
    switch calendar {
    case .site: return site
    case .list(let listing):
      return "\(reader.settings.name(of: listing, in: reader.tag)) – \(site)"
    case .province(let area, _):
      return "\(AreaView(reader: reader, area: reader.areas.all[area.id]).fullName) – \(site)"
    }
  }
}

/// One event with all its times.
struct EventFile: FileSubject {
  static let name = eventFileName

  let article: Entry

  var kind: String { "calendar" }
  var entry: Entry? { article }

  func write(_ job: Job, _ reader: Reader, into bytes: inout [UInt8]) throws(DiskError) {
    let page = PageView(reader: reader, entry: article)
    let event = EventView(page)
    let url = event?.followed == nil ? nil : reader.absolute(job.path)
    bytes +=
      CalendarText(
        reader: reader, name: page.title, url: url, homeURL: page.permalink,
        events: [event].compactMap { $0 }
      ).bytes
  }
}
