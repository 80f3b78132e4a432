import SaanData
import SaanModel
import SaanText

/// How an event comes again in the words of schema.org, whose schedules say less than our rules.
struct EventSchedule {
  private let rule: Recurrence
  private let start: Moment
  private let end: Moment?
  private let zone: Zone
  private let monthDays: [Int]

  /// `nil` where schema.org has no word for the days: the last ones of months.
  init?(_ rule: Recurrence, from start: Moment, to end: Moment?, in zone: Zone) {
    (self.rule, self.start, self.end, self.zone) = (rule, start, end, zone)
    let isPlain = rule.days.isEmpty && rule.rhythm != .weekly
    let days = isPlain ? [.ofMonth(start.date.day ?? 1)] : rule.days
    monthDays = days.compactMap { if case .ofMonth(let number) = $0 { number } else { nil } }
    if monthDays.contains(where: { $0 < 0 }) { return nil }
  }

  var document: JSONDocument {
    // A day that is another one is left out here and told by itself.
    let leftOut = Set(rule.exceptions + rule.moves.map(\.from)).sorted()
    return .members([
      "@type": "Schedule", "startDate": .text(start.date.iso),
      "endDate": JSONDocument(rule.days(from: start.date).last?.iso),
      "startTime": JSONDocument(start.clock),
      "endTime": JSONDocument(end?.date == start.date ? end?.clock : nil),
      "repeatFrequency": .text(frequency),
      "byDay": JSONDocument(notEmpty: weekdays),
      "byMonthDay": JSONDocument(notEmpty: monthDays.map { .count($0) }),
      "byMonth": rule.rhythm == .yearly ? start.date.month.map { .count($0) } : nil,
      "exceptDate": JSONDocument(notEmpty: leftOut.map { .text($0.iso) }),
      "scheduleTimezone": .text(zone.name),
    ])
  }

  private var frequency: String {
    switch rule.rhythm {
    case .weekly: "P\(rule.interval)W"
    case .monthly: "P\(rule.interval)M"
    case .yearly: "P\(rule.interval)Y"
    }
  }

  /// The days of the week: by their addresses, and those of a month as RFC 5545 writes them.
  private var weekdays: [JSONDocument] {
    let own = rule.days.compactMap { day -> JSONDocument? in
      guard case .weekday(let weekday, let nth) = day else { return nil }
      return nth.map { .text("\($0)\(weekday.code)") } ?? Self.term(of: weekday)
    }
    guard own.isEmpty, rule.rhythm == .weekly, let weekday = start.date.weekday else { return own }
    return [Self.term(of: weekday)]
  }

  private static func term(of weekday: Weekday) -> JSONDocument {
    let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    return .members(["@id": .text("https://schema.org/" + names[weekday.rawValue - 1])])
  }
}
