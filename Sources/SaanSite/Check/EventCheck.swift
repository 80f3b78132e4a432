import SaanData
import SaanModel
import SaanPages
import SaanTemplate
import SaanText

extension Check {
  static let events = Check(
    name: "events",
    summary: """
      An article with a time or a place has a template that shows them; an event names articles that \
      are there.
      """
  ) { site, plan in
    hiddenFields(of: site, plan) + site.unknownOutputs
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

  /// Where a field of an event stands: in one of its files, or in its row.
  private func place(of field: String, _ entry: Entry) -> Place {
    let file = entry.pages.first { $0.front.hasExtra(field) }?.source
    if let file { return placeOfField(["extra", field], in: file) }
    let id = entry.key.split(separator: "/").last.map(String.init)
    return figures.package["events"]?.rows.first { $0.string("id") == id }?.place(field)
      ?? .file(path: entry.original.source.path)
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
