import SaanData
import SaanModel
import SaanPages
import SaanTemplate
import SaanText

extension Check {
  static let extraFields = Check(
    name: "extra fields",
    summary: "A field under `extra` is not another name of one that the template shows."
  ) { site, plan in
    let templates = site.theme.templates
    lazy var names = Set(
      mainFields + ["as_of"] + site.allPages.flatMap { $0.page.front.extra.map(\.key) })
    var seen: Set<String> = []
    return plan.jobs.flatMap { job -> [Diagnostic] in
      guard let entry = (job.subject as? ArticlePage)?.entry, let own = job.template,
        entry.pages.contains(where: { !$0.front.extra.isEmpty }), seen.insert(entry.key).inserted
      else { return [] }
      // What the program reads of an event is shown in calendars, whatever the template shows.
      let isEvent = entry.original.front.start != nil
      let shown = names.filter { templates.reads($0, in: own) }
        .union(isEvent ? eventFields : [])
      var told: Set<String> = []
      return entry.pages.flatMap(\.front.extra).compactMap { key, value -> Diagnostic? in
        guard let meant = fieldMeant(by: key, among: shown), !entry.says(meant, besides: key),
          told.insert(key).inserted
        else { return nil }
        return .misnamedField(key, meant, by: own, at: value.place)
      }
    }
  }
}

/// The fields of an event that people look for first.
private let mainFields = ["start", "end", "place", "organiser"]

/// All fields of an event, by their names of today and of before.
private let eventFields = Set(EventDetails.fields).union(EventDetails.formerly.values)

/// Names that a template reads of something else, and so of `extra` for all that is known.
private let namesOfOthers = ["date", "time"]

/// The field that an author meant by a name under `extra` that no template shows.
///
/// - Parameter shown: the names that the page's template reads.
private func fieldMeant(by key: String, among shown: Set<String>) -> String? {
  guard !shown.contains(key) || namesOfOthers.contains(key) else { return nil }
  let folded = key.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
  let other =
    eventFieldsByOtherNames[folded]
    ?? fieldMeant(by: key).flatMap {
      $0.hasPrefix("extra.") ? String($0.dropFirst("extra.".count)) : nil
    }
  if let other { return shown.contains(other) ? other : nil }
  return closestName(to: key, among: shown)
}

/// What else people call the fields of an event, without case, hyphens and spaces.
private let eventFieldsByOtherNames = [
  "begin": "start", "begins": "start", "beginning": "start", "from": "start", "date": "start",
  "time": "start", "when": "start", "starttime": "start", "เวลา": "start", "วันที่": "start",
  "วัน": "start", "until": "end", "till": "end", "finish": "end", "ends": "end", "endtime": "end",
  "ถึง": "end", "where": "place", "organizers": "organiser", "organisers": "organiser",
]

extension Entry {
  /// Whether a field under `extra` has its value; a time of day is missing where `start` has none.
  fileprivate func says(_ field: String, besides key: String) -> Bool {
    let front = original.front
    switch field {
    case "start":
      let isTime = ["time", "เวลา"].contains(key)
      return front.start.map { !isTime || $0.second != nil } ?? false
    case "end": return front.end != nil
    case "as_of": return front.asOf != nil
    default: return pages.contains { $0.front.extra.contains { $0.key == field } }
    }
  }
}
