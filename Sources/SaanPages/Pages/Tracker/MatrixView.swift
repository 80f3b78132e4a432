import SaanData
import SaanModel
import SaanTemplate
import SaanText

/// Where every party stands to every ask, or to the asks of a topic.
struct MatrixView: Sendable {
  let reader: Reader
  let tracker: Tracker
  let topic: String?

  init(_ reader: Reader, topic: String?) {
    (self.reader, self.topic) = (reader, topic)
    tracker = reader.tracker
  }

  private var proposals: [Proposal] {
    tracker.proposals.filter { proposal in topic.map { proposal.topics.contains($0) } ?? true }
  }

  /// How many parties stand in one table: as many as fit on a sheet of paper and on a screen.
  private static let widest = 8

  /// The parties of each table in their order, as evenly as can be.
  private var tables: [[Party]] {
    let parties = reader.inOrder(tracker.parties)
    let count = (parties.count + Self.widest - 1) / Self.widest
    return (0..<count).map { table in
      Array(parties[parties.count * table / count..<parties.count * (table + 1) / count])
    }
  }

  private var parts: [Value] {
    tables.map { parties in
      Value(
        MatrixPartRecord(
          parties: parties.map {
            Value(PartyView(reader: reader, tracker: tracker, party: $0))
          }, groups: groups(parties)))
    }
  }

  /// The asks by proposal, each with a cell for each of these parties.
  private func groups(_ parties: [Party]) -> [Value] {
    proposals.compactMap { proposal in
      let asks = tracker.asks(of: proposal.id)
      guard !asks.isEmpty else { return nil }
      let title = proposal.title.spoken(for: reader.tag)
      return Value(
        MatrixGroupRecord(
          title: title.text, titleLanguage: title.language.rawValue,
          url: reader.href(reader.path(Proposal.folder + proposal.id + "/", reader.language)),
          rows: asks.map { row($0, parties) }))
    }
  }

  private func row(_ ask: Ask, _ parties: [Party]) -> Value {
    let stances = tracker.parties.map { tracker.stance(of: $0.id, to: ask.id) }
    let text = ask.text.spoken(for: reader.tag)
    return Value(
      MatrixRowRecord(
        text: text.text, textLanguage: text.language.rawValue, anchor: "ask-" + ask.id,
        cells: parties.map { cell($0, ask) },
        answered: stances.count { $0?.stance.isAnswer ?? false },
        asked: stances.count { $0.map { $0.stance != .notAsked } ?? false }))
  }

  private func cell(_ party: Party, _ ask: Ask) -> Value {
    let answer = tracker.stance(of: party.id, to: ask.id)
    let former = tracker.formerAnswers(of: party.id, to: ask.id)
    return Value(
      MatrixCellRecord(
        stance: answer?.stance.rawValue ?? AnswerView.unrecorded,
        evidence: answer?.evidence.count ?? 0,
        isChanged: former.contains { $0.stance != answer?.stance }))
  }
}

extension MatrixView: TemplateObject {
  static let table = ObjectTable<MatrixView>(
    "matrix",
    [
      .init(
        "parties", .list(of: .object(PartyView.self)), "all parties, in the order of their names"
      ) { view in
        .list(
          view.reader.inOrder(view.tracker.parties).map {
            Value(PartyView(reader: view.reader, tracker: view.tracker, party: $0))
          })
      },
      .init(
        "parts", .list(of: .record(MatrixPartRecord.self)),
        "the tables that it takes: no more parties in one than a sheet of paper holds"
      ) { .list($0.parts) },
      .init("asks_count", .number, "how many rows it has") { view in
        .int(view.proposals.reduce(0) { $0 + view.tracker.asks(of: $1.id).count })
      },
      .init("topic", .record(TermRecord.self), "the topic whose asks it shows; none for all") {
        view in view.topic.flatMap { view.reader.termValue($0) } ?? .none
      },
      .init("topics", .list(of: .record(LinkRecord.self)), "the tables of single topics") { view in
        .list(
          view.tracker.askedTopics.compactMap { slug in
            view.reader.title(ofTopic: slug).map {
              view.reader.link($0, TrackerPlaces.matrix(slug))
            }
          })
      },
      .init("whole_url", .string, "the href of the table of all asks") {
        Value($0.reader.hrefIfPublished(TrackerPlaces.matrix(nil)))
      },
    ])
}

extension Tracker {
  /// The topics of proposals with asks, in the order in which the table first names them.
  var askedTopics: [String] {
    var seen = Set<String>()
    return proposals.filter { !asks(of: $0.id).isEmpty }.flatMap(\.topics)
      .filter { seen.insert($0).inserted }
  }
}

extension Reader {
  /// What a topic is called.
  func title(ofTopic slug: String) -> Localized<String>? {
    settings.taxonomies.lazy.flatMap(\.terms).first { $0.slug == slug }?.title
  }
}

/// One of the tables of a matrix: some parties with all asks.
struct MatrixPartRecord: TemplateRecord {
  let parties: [Value]
  let groups: [Value]

  static let table = ObjectTable<MatrixPartRecord>(
    "part of a matrix",
    [
      .init(
        "parties", .list(of: .object(PartyView.self)), "the columns, in the order of their names"
      ) { .list($0.parties) },
      .init("groups", .list(of: .record(MatrixGroupRecord.self)), "the rows, by proposal") {
        .list($0.groups)
      },
    ])
}

/// The rows of a matrix that belong to one proposal.
struct MatrixGroupRecord: TemplateRecord {
  let title: String
  let titleLanguage: String
  let url: String
  let rows: [Value]

  static let table = ObjectTable<MatrixGroupRecord>(
    "group of a matrix",
    [
      .init("title", .string) { .string($0.title) },
      .init("title_lang", .string) { .string($0.titleLanguage) },
      .init("url", .string) { .string($0.url) },
      .init("rows", .list(of: .record(MatrixRowRecord.self))) { .list($0.rows) },
    ])
}

/// An ask in a matrix.
struct MatrixRowRecord: TemplateRecord {
  let text: String
  let textLanguage: String
  let anchor: String
  let cells: [Value]
  let answered: Int
  let asked: Int

  static let table = ObjectTable<MatrixRowRecord>(
    "row of a matrix",
    [
      .init("text", .string) { .string($0.text) },
      .init("text_lang", .string) { .string($0.textLanguage) },
      .init("anchor", .string) { .string($0.anchor) },
      .init("cells", .list(of: .record(MatrixCellRecord.self))) { .list($0.cells) },
      .init("answered", .number) { .int($0.answered) },
      .init("asked", .number) { .int($0.asked) },
    ])
}

/// Where a party stands to an ask, in a word and with how many sources show it.
struct MatrixCellRecord: TemplateRecord {
  let stance: String
  let evidence: Int
  let isChanged: Bool

  static let table = ObjectTable<MatrixCellRecord>(
    "cell of a matrix",
    [
      .init("stance", .string) { .string($0.stance) },
      .init("evidence", .number) { .int($0.evidence) },
      .init("is_changed", .bool, "whether the party answered something else before") {
        .bool($0.isChanged)
      },
    ])
}
