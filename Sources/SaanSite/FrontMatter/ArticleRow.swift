import SaanData
import SaanModel
import SaanText

/// A row of a table as an article would say it, in each language that it has words in.
///
/// The article of its key is its text, and need not say again what the row says.
struct ArticleRow: Sendable {
  /// The key of its article: the folder of its kind and the id.
  let key: String
  let row: Row
  /// What the row says in each language in which it has a name, the table's own first.
  let fronts: [(language: Language.Tag, front: FrontMatter)]

  /// Takes the words of a row.
  ///
  /// - Parameters:
  ///   - shared: what it says without words.
  ///   - columns: the columns of its name, of its summary, and of further words, which the article
  ///     has under `extra`.
  /// - Returns: `nil` for a row without a name.
  init?(
    _ key: String, _ row: Row, sharing shared: FrontMatter,
    columns: (name: String, summary: String, extra: [String]), _ languages: [Language]
  ) {
    (self.key, self.row) = (key, row)
    let start = Self.source(of: row).start
    let own = row.table.language
    let tags = [own] + languages.map(\.tag).filter { $0 != own }
    fronts = tags.compactMap { tag -> (language: Language.Tag, front: FrontMatter)? in
      func text(_ column: String) -> String? {
        row.string(tag == own ? column : "\(column)@\(tag.rawValue)")
      }
      guard let name = text(columns.name) else { return nil }
      var front = shared
      front.title = Located(name, at: start)
      front.summary = text(columns.summary)
      front.extra = columns.extra.compactMap { column in
        text(column).map { (column, YAMLNode(.scalar($0, isPlain: false), at: start)) }
      }
      return (tag, front)
    }
    if fronts.isEmpty { return nil }
  }

  /// A file that messages about the row's words can name.
  var source: SourceFile { Self.source(of: row) }

  /// The same of any row.
  static func source(of row: Row) -> SourceFile { SourceFile(path: row.table.path, bytes: []) }

  /// Whether it is an event, and so an article by itself where nobody has written one.
  var isEvent: Bool { fronts.contains { $0.front.start != nil } }

  /// What it says in just this language.
  func front(in language: Language.Tag) -> FrontMatter? {
    fronts.first { $0.language == language }?.front
  }

  /// Whether another version of it says the same in the same place.
  func isSame(as other: ArticleRow) -> Bool {
    key == other.key && row.number == other.row.number && row.cells == other.row.cells
  }
}

extension Row {
  /// What every cell says, for who compares two versions of a row.
  var cells: [String] { table.fields.indices.map { string($0) ?? "" } }
}

/// The rows of proposals, by the keys of their articles.
func loadProposalRows(_ settings: Settings, _ package: DataPackage) -> [String: ArticleRow] {
  guard let table = package["proposals"] else { return [:] }
  let rows = table.rows.compactMap { row -> ArticleRow? in
    guard let id = row.string("id") else { return nil }
    let start = ArticleRow.source(of: row).start
    func located(_ column: String) -> [Located<String>]? {
      let texts = row.string(column)?.listed ?? []
      return texts.isEmpty ? nil : texts.map { Located($0, at: start) }
    }
    var shared = FrontMatter()
    shared.topics = located("topics")
    shared.areas = located("areas")
    // Articles stand in their list as rows do in the table.
    shared.weight = row.index + 1
    return ArticleRow(
      Proposal.folder + id, row, sharing: shared, columns: ("title", "ask", []),
      settings.languages)
  }
  return Dictionary(rows.map { ($0.key, $0) }) { first, _ in first }
}
