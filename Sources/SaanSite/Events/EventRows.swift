import SaanData
import SaanModel
import SaanText

/// The rows of the table `events`, by the keys of their articles.
///
/// - Returns: none for a site that has no collection of events, which is told where there are rows.
func loadEventRows(
  _ settings: Settings, _ package: DataPackage, _ areas: AreaTable
) -> Outcome<[String: ArticleRow]> {
  guard let table = package[eventTable], table.count > 0 else { return Outcome([:]) }
  guard let collection = settings.collections.first(where: { $0.name == eventTable }) else {
    let place = Place.file(path: table.path)
    return Outcome([:], Diagnostics([.rowsWithoutCollection(eventTable, at: place)]))
  }
  var loader = EventRowLoader(settings: settings, areas: areas)
  var rows: [String: ArticleRow] = [:]
  for row in table.rows {
    guard let loaded = loader.load(row, in: collection.path) else { continue }
    // Two rows with one id are told by the key of the table.
    if rows[loaded.key] == nil { rows[loaded.key] = loaded }
  }
  return Outcome(rows, Diagnostics(loader.found))
}

/// The name of the table, and of the collection that its rows are articles of.
private let eventTable = "events"

private struct EventRowLoader {
  let settings: Settings
  let areas: AreaTable
  var found: [Diagnostic] = []

  init(settings: Settings, areas: AreaTable) { (self.settings, self.areas) = (settings, areas) }

  mutating func load(_ row: Row, in folder: String) -> ArticleRow? {
    guard let id = row.string("id") else { return nil }
    guard isSlug(id) else {
      found.append(.badRecordID(id, at: row.place("id")))
      return nil
    }
    var reader = EventReader(WrittenEvent(row))
    var shared = FrontMatter()
    shared.start = reader.moment("start")
    shared.end = reader.moment("end")
    shared.updated = reader.moment("updated")
    shared.event = reader.details()
    shared.event.cells = row.cells
    found += reader.found
    let start = ArticleRow.source(of: row).start
    let topics = self.topics(reader.written).map { Located($0, at: start) }
    let areas = self.areas(reader.written).map { Located($0, at: start) }
    shared.topics = topics.isEmpty ? nil : topics
    shared.areas = areas.isEmpty ? nil : areas
    guard shared.start != nil else { return nil }
    return ArticleRow(
      "\(folder)/\(id)", row, sharing: shared,
      columns: ("name", "summary", EventDetails.words), settings.languages)
  }

  private mutating func topics(_ written: WrittenEvent) -> [String] {
    let terms = settings.taxonomies.flatMap(\.terms)
    return written.list("topics").compactMap { part in
      if terms.contains(where: { $0.slug == part.text || $0.title.all.contains(part.text) }) {
        return part.text
      }
      found.append(
        .unknownEventTopic(part.text, among: terms.map(\.slug), at: part.place))
      return nil
    }
  }

  private mutating func areas(_ written: WrittenEvent) -> [String] {
    var named: [String] = []
    for part in written.list("areas") + written.list("area") {
      if areas[part.text] == nil {
        found.append(.unknownEventArea(part.text, at: part.place))
      } else if !named.contains(part.text) {
        named.append(part.text)
      }
    }
    return named
  }
}
