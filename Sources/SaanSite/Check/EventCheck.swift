import SaanData
import SaanModel
import SaanPages
import SaanTemplate
import SaanText

extension Check {
  static let events = Check(
    name: "events",
    summary: """
      An article with a time or a place has a template that shows them; an event names articles and \
      a source that are there, and calendars know it by a name of its own.
      """
  ) { site, plan in
    hiddenFields(of: site, plan) + site.unknownOutputs + site.unknownSources + site.sharedUIDs
      + site.untoldSinceRelease
  }

  /// What is said of events where no template shows it.
  private static func hiddenFields(of site: Site, _ plan: BuildPlan) -> [Diagnostic] {
    let templates = site.theme.templates
    // A theme that shows events nowhere has another idea of these fields.
    let showing = site.theme.templateNames.filter { templates.reads("start", in: $0) }
    guard let template = showing.first(where: { $0 == "event.html" }) ?? showing.first
    else { return [] }
    var seen: Set<String> = []
    return plan.jobs.compactMap { job in
      guard let entry = (job.subject as? ArticlePage)?.entry, let own = job.template else {
        return nil
      }
      let hidden = ["start", "end", "place"].filter { key in
        entry.pages.contains { $0.front.hasExtra(key) } && !templates.reads(key, in: own)
      }
      guard let key = hidden.first, seen.insert(entry.key).inserted,
        let source = entry.pages.first(where: { $0.front.hasExtra(key) })?.source
      else { return nil }
      let folder = entry.key.split(separator: "/").dropLast().first.map(String.init)
      let collection = site.settings.collection(containing: entry.key)
      return .hiddenFields(
        hidden, by: own, shownBy: template, folder: collection == nil ? folder : nil,
        at: placeOfField(["extra", key], in: source))
    }
  }
}

extension Site {
  /// The articles that events name and that are not there.
  fileprivate var unknownOutputs: [Diagnostic] {
    entries.filter(\.isEvent).flatMap { entry in
      entry.original.front.event.outputs.filter { self.entry($0) == nil }.map { key in
        .unknownOutput(key, among: entries.map(\.key), at: place(of: "outputs", entry))
      }
    }
  }

  /// The sources that events name and that are not there, as far as no rule of tables tells it.
  fileprivate var unknownSources: [Diagnostic] {
    let known = figures.package["sources"]?.rows.compactMap { $0.string("id") } ?? []
    return entries.filter(\.isEvent).compactMap { entry in
      guard let id = entry.original.front.event.source, !known.contains(id),
        row(of: entry)?.isMissing("source") ?? true
      else { return nil }
      return .unknownEventSource(id, among: known, at: place(of: "source", entry))
    }
  }

  /// The events that calendars could not tell from another.
  fileprivate var sharedUIDs: [Diagnostic] {
    var first: [String: Entry] = [:]
    return entries.filter(\.isEvent).compactMap { entry in
      let uid = entry.original.front.event.uid ?? entry.key
      guard let other = first[uid] else {
        first[uid] = entry
        return nil
      }
      // The one that says it is to change, not the one whose key it is.
      let (one, two) = entry.original.front.event.uid == nil ? (other, entry) : (entry, other)
      return .sameUID(uid, as: two.key, at: place(of: "uid", one))
    }
  }
}

extension Site {
  /// The row of an event that is one, and says nothing where an article does.
  private func row(of entry: Entry) -> Row? {
    let parts = entry.key.split(separator: "/")
    let collection = settings.collections.first { $0.name == "events" }
    guard let id = parts.last, collection?.path == parts.dropLast().joined(separator: "/") else {
      return nil
    }
    return figures.package["events"]?.rows.first { $0.string("id") == String(id) }
  }

  /// Where a field of an event stands: in one of its files, or in its row.
  func place(of field: String, _ entry: Entry) -> Place {
    let isOwn = field == "updated"
    let file = entry.pages.first {
      isOwn ? $0.front.updated != nil : $0.front.hasExtra(field)
    }?.source
    if let row = row(of: entry), file == nil || !row.isMissing(field) || isOwn {
      return row.place(field)
    }
    guard let file else { return .file(path: entry.original.source.path) }
    return placeOfField(isOwn ? [field] : ["extra", field], in: file)
  }
}

extension FrontMatter {
  /// Whether a field stands under `extra`.
  fileprivate func hasExtra(_ key: String) -> Bool {
    switch key {
    case "start": start != nil
    case "end": end != nil
    default: extra.contains { $0.key == key }
    }
  }
}
