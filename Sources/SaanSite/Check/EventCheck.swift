import SaanData
import SaanModel
import SaanPages
import SaanTemplate
import SaanText

extension Check {
  static let events = Check(
    name: "events", summary: "An article with a time or a place has a template that shows them."
  ) { site, plan in
    let templates = site.theme.templates
    // A theme that shows events nowhere has another idea of these fields.
    guard let template = site.theme.templateNames.first(where: { templates.reads("start", in: $0) })
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
