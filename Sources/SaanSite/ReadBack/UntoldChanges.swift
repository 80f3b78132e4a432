import SaanData
import SaanModel
import SaanPages
import SaanText

/// What is otherwise in an output than in the one that stands in its place, of what people would
/// not learn by themselves.
enum PublishedChange: Sendable {
  /// An event, of which no calendar would learn that it changed.
  case event(CalendarChange)
  /// Rows of proposals, parties and promises.
  case rows([LastingChange])

  /// Whether an output is one of those that are compared.
  static func isTold(of path: String) -> Bool {
    path.hasSuffix("/" + eventFileName) || lastingTable(ofFile: path) != nil
  }

  /// Compares an output with the one that was published; `nil` where there is nothing to tell.
  init?(_ path: String, from old: [UInt8], to new: [UInt8]) {
    if let table = lastingTable(ofFile: path) {
      let changes = quietChanges(of: table, from: old, to: new)
      if changes.isEmpty { return nil }
      self = .rows(changes)
    } else {
      guard let change = CalendarChange(from: old, to: new) else { return nil }
      self = .event(change)
    }
  }
}

/// The events that are others than people have them in their calendars, where no calendar would
/// learn of it, each once, whichever languages show it; and what the tables of politics say that
/// the published site does not.
///
/// - Parameters:
///   - changes: what became of outputs, by their positions.
///   - found: what the last release has told already.
func untoldChanges(
  _ changes: [(position: Int, change: PublishedChange?)], _ plan: BuildPlan, _ site: Site,
  beside found: Diagnostics
) -> Diagnostics {
  var told: Set<String> = []
  let known = found.all.filter { $0.code == "event-without-updated" }.map(\.place)
  return Diagnostics(
    changes.flatMap { position, change -> [Diagnostic] in
      switch change {
      case nil: return []
      case .rows(let rows)?:
        return rows.compactMap { quietChange($0, in: site.figures, since: site.releases) }
      case .event(let change)?:
        guard let entry = plan.jobs[position].subject.entry, told.insert(entry.key).inserted else {
          return []
        }
        let place = site.place(of: "updated", entry)
        return known.contains(place)
          ? []
          : [
            .untoldChange(
              of: entry.original.title, change.fields, isBack: change.isBack,
              after: change.published, today: site.today, at: place)
          ]
      }
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
