import SaanData
import SaanModel
import SaanPages
import SaanTemplate
import SaanText

extension Check {
  static let futureDates = Check(
    name: "future dates",
    summary:
      "What is out is dated today at the latest, unless it is an event or says when it appears."
  ) { site, plan in
    // The day may have begun already where the article was written.
    let limit = site.today.adding(days: 1)
    let ahead = site.entries.filter { $0.isAhead(of: limit) }
    guard !ahead.isEmpty else { return [] }
    let keys = Set(ahead.map(\.key))
    var events: Set<String> = []
    for job in plan.jobs {
      guard let key = (job.subject as? ArticlePage)?.entry?.key, keys.contains(key),
        let template = job.template, site.theme.templates.reads("start", in: template)
      else { continue }
      events.insert(key)
    }
    return ahead.compactMap { entry in
      let front = entry.original.front
      if let date = front.date, !events.contains(entry.key), entry.isDatedAhead(of: limit) {
        return front.published == nil
          ? .futureDate("as_of", date, at: entry.place(of: "extra", "as_of"))
          : .futureDate("date", date, at: entry.place(of: "date"))
      }
      return front.updated.flatMap { updated in
        updated.date.firstDay > limit
          ? .futureDate(
            "updated", updated,
            at: entry.isEvent ? site.place(of: "updated", entry) : entry.place(of: "updated"))
          : nil
      }
    }
  }
}

extension Entry {
  fileprivate func isAhead(of limit: CalendarDate) -> Bool {
    pages.contains { $0.preview == nil }
      && (isDatedAhead(of: limit)
        || original.front.updated.map { $0.date.firstDay > limit } == true)
  }

  /// Whether it is published with a day to come as its date, which nothing says on purpose.
  fileprivate func isDatedAhead(of limit: CalendarDate) -> Bool {
    guard let date = original.front.date, date.date.firstDay > limit else { return false }
    return original.front.start == nil
      && !pages.contains { $0.front.publishDate != nil }
  }

  /// Where a field stands that one of the files has.
  fileprivate func place(of keys: String...) -> Place {
    let places = pages.lazy.map { placeOfField(keys, in: $0.source) }
    let starts = pages.map { $0.source.start.place }
    return places.first { !starts.contains($0) } ?? starts[0]
  }
}

extension Check {
  static let feedDays = Check(
    name: "feed days",
    summary: "A dated article of a list that has a feed knows the day on which it last changed."
  ) { site, _ in
    guard site.settings.baseURL != nil else { return [] }
    var told: Set<String> = []
    return site.settings.collections.filter(\.hasFeed).flatMap { collection in
      site.members(of: collection).compactMap { entry -> Diagnostic? in
        let front = entry.original.front
        guard let date = front.date, !entry.knowsADay, told.insert(entry.key).inserted else {
          return nil
        }
        let key =
          front.start != nil
          ? ["extra", "start"]
          : front.published != nil ? ["date"] : ["extra", "as_of"]
        let places = entry.pages.map { placeOfField(key, in: $0.source) }
        let starts = entry.pages.map { $0.source.start.place }
        return .noDayForFeeds(
          date, today: site.today, at: places.first { !starts.contains($0) } ?? starts[0])
      }
    }
  }
}

extension Entry {
  /// Whether one of the days that feeds tell is known.
  fileprivate var knowsADay: Bool {
    let front = original.front
    let days =
      [front.published, front.start, front.updated] + pages.map(\.front.updated)
      + pages.map(\.front.publishDate)
    return days.contains { $0?.date.precision == .day }
  }
}
