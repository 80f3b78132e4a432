import SaanData
import SaanModel
import SaanPages
import SaanText

/// The events that are others than people have them in their calendars, where no calendar would
/// learn of it: each once, whichever languages show it.
///
/// - Parameters:
///   - changes: what became of the calendar files of events, by their outputs' positions.
///   - found: what the last release has told already.
func untoldChanges(
  _ changes: [(position: Int, change: CalendarChange?)], _ plan: BuildPlan, _ site: Site,
  beside found: Diagnostics
) -> Diagnostics {
  var told: Set<String> = []
  let known = found.all.filter { $0.code == "event-without-updated" }.map(\.place)
  return Diagnostics(
    changes.compactMap { position, change -> Diagnostic? in
      guard let change, let entry = plan.jobs[position].subject.entry,
        told.insert(entry.key).inserted
      else { return nil }
      let place = site.place(of: "updated", entry)
      return known.contains(place)
        ? nil
        : .untoldChange(
          of: entry.original.title, change.fields, isBack: change.isBack,
          after: change.published, today: site.today, at: place)
    })
}

extension Site {
  /// The events that are others than the last release tells of them.
  var untoldSinceRelease: [Diagnostic] {
    guard asPublished == nil, let last = releases.last else { return [] }
    let names = figures.package["events"]?.rows.map { ($0.string("id"), $0.string("name")) } ?? []
    return last.untoldEvents(in: figures).map { event in
      let name = names.first { $0.0 == event.id }?.1
      return .untoldChange(
        of: name ?? event.id, event.columns, isBack: event.isBack,
        after: CalendarChange.sequence(of: event.published), today: today, at: event.place)
    }
  }
}
