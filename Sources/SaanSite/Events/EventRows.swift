import SaanData
import SaanModel
import SaanText

/// A row of the table `events` as an article would say it, in each language that it has words in.
///
/// The article of its key is its text; where there is none, the row is a page by itself.
struct EventRow: Sendable {
  /// The key of its article: the collection's folder and the id.
  let key: String
  let row: Row
  /// What the row says in each language in which it has a name, the table's own first.
  let fronts: [(language: Language.Tag, front: FrontMatter)]

  /// A file that messages about the row's words can name.
  var source: SourceFile { SourceFile(path: row.table.path, bytes: []) }

  /// What it says in just this language.
  func front(in language: Language.Tag) -> FrontMatter? {
    fronts.first { $0.language == language }?.front
  }

  /// Whether another version of it says the same in the same place.
  func isSame(as other: EventRow) -> Bool {
    key == other.key && row.number == other.row.number
      && fronts.first?.front.event.cells == other.fronts.first?.front.event.cells
  }
}

/// The rows of the table `events`, by the keys of their articles.
///
/// - Returns: none for a site that has no collection of events, which is told where there are rows.
func loadEventRows(
  _ settings: Settings, _ package: DataPackage, _ areas: AreaTable
) -> Outcome<[String: EventRow]> {
  guard let table = package[eventTable], table.count > 0 else { return Outcome([:]) }
  guard let collection = settings.collections.first(where: { $0.name == eventTable }) else {
    let place = Place.file(path: table.path)
    return Outcome([:], Diagnostics([.rowsWithoutCollection(eventTable, at: place)]))
  }
  var loader = EventRowLoader(settings: settings, areas: areas)
  var rows: [String: EventRow] = [:]
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

  mutating func load(_ row: Row, in folder: String) -> EventRow? {
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
    shared.event.cells = row.table.fields.indices.map { row.string($0) ?? "" }
    found += reader.found
    let start = SourceFile(path: row.table.path, bytes: []).start
    let topics = self.topics(reader.written).map { Located($0, at: start) }
    let areas = self.areas(reader.written).map { Located($0, at: start) }
    shared.topics = topics.isEmpty ? nil : topics
    shared.areas = areas.isEmpty ? nil : areas
    let languages =
      [row.table.language]
      + settings.languages.map(\.tag).filter { $0 != row.table.language }
    let fronts = languages.compactMap { language -> (Language.Tag, FrontMatter)? in
      let suffix = language == row.table.language ? "" : "@\(language.rawValue)"
      guard let name = row.string("name" + suffix) else { return nil }
      var front = shared
      front.title = Located(name, at: start)
      front.summary = row.string("summary" + suffix)
      front.extra = EventDetails.words.compactMap { word in
        row.string(word + suffix).map { (word, YAMLNode(.scalar($0, isPlain: false), at: start)) }
      }
      return (language, front)
    }
    return fronts.isEmpty || shared.start == nil
      ? nil : EventRow(key: "\(folder)/\(id)", row: row, fronts: fronts)
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
