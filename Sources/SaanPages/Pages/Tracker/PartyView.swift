import SaanData
import SaanModel
import SaanTemplate
import SaanText

extension Party {
  /// Where its page lies below the language's prefix.
  var place: String { "parties/\(id)/" }
}

/// A party with its answers and promises; the form is the same for all.
struct PartyView: TrackedView {
  private typealias Field = ObjectTable<PartyView>.Field

  let reader: Reader
  let tracker: Tracker
  let party: Party

  private var promises: [Promise] { tracker.promises(of: party.id).filter(\.isStanding) }

  /// Its answers, proposal by proposal.
  private var answers: [Value] {
    tracker.proposals.compactMap { proposal in
      let asks = tracker.asks(of: proposal.id)
      guard !asks.isEmpty else { return nil }
      let title = proposal.title.spoken(for: reader.tag)
      return Value(
        PartyAnswersRecord(
          title: title.text, titleLanguage: title.language.rawValue,
          url: reader.href(reader.path(Proposal.folder + proposal.id + "/", reader.language)),
          answers: asks.map {
            Value(AnswerView(reader: reader, tracker: tracker, party: party, ask: $0))
          }))
    }
  }

  /// When a role ended, as far as it has: of a term that goes on nobody knows it, and no party
  /// outlives its end.
  private func end(of role: Party.Role, _ mandate: Mandate?) -> CalendarPeriod? {
    let known = role.end ?? mandate?.end
    let end = known.flatMap { role.end != nil || $0.lastDay < reader.today ? $0 : nil }
    guard let dissolved = party.dissolved else { return end }
    return end.map { $0.firstDay < dissolved.firstDay ? $0 : dissolved } ?? dissolved
  }

  private var stances: [Commitment] {
    tracker.asks.compactMap { tracker.stance(of: party.id, to: $0.id) }
  }

  static let table = ObjectTable<PartyView>("party", identity + history + counts + relations)

  private static let identity: [Field] = fields(
    [
      Field("id", .string, "the row's id") { .string($0.party.id) },
      Field("url", .string, "the href of its page, where it has one") { view in
        Value(view.reader.hrefIfPublished(view.party.place))
      },
      Field("website", .string, "the party's own site") { Value($0.party.url) },
      Field("source", .record(SourceRecord.self), "the source that it is taken from") { view in
        view.party.source.map { view.reader.source($0) } ?? .none
      },
    ], text("name", "its name") { $0.party.name },
    text("short_name", "its short name, else its name") { $0.party.shortName ?? $0.party.name },
    text("note", "a remark") { $0.party.note })

  private static let history: [Field] = [
    date("founded", "when it was founded") { $0.party.founded },
    date("dissolved", "when it was dissolved") { $0.party.dissolved },
    Field("merged_into", .record(LinkRecord.self), "the party that it became part of") { view in
      view.party.mergedInto.flatMap { view.tracker.party($0) }.map {
        view.reader.link($0.name, $0.place)
      } ?? .none
    },
    Field("names", .list(of: .record(PartyNameRecord.self)), "names that it had") { view in
      .list(
        view.party.names.map { name in
          let spoken = name.name.spoken(for: view.reader.tag)
          return Value(
            PartyNameRecord(
              name: spoken.text, language: spoken.language.rawValue, start: name.start,
              end: name.end))
        })
    },
    Field(
      "roles", .list(of: .record(PartyRoleRecord.self)), "when it was in government and when not"
    ) { view in
      .list(
        view.party.roles.map { role in
          let mandate = role.mandate.flatMap { view.tracker.mandate($0) }
          return Value(
            PartyRoleRecord(
              role: role.side.rawValue, mandate: mandate?.name[view.reader.tag],
              start: role.start ?? mandate?.start, end: view.end(of: role, mandate)))
        })
    },
  ]

  private static let counts: [Field] = [
    Field("asks_count", .number, "how many asks there are") { .int($0.tracker.asks.count) },
    Field("asked_count", .number, "how many asks it is known to have been asked") { view in
      .int(view.stances.count { $0.stance != .notAsked })
    },
    Field("answers_count", .number, "how many of these it has answered") { view in
      .int(view.stances.count { $0.stance.isAnswer })
    },
    Field("promises_count", .number, "how many promises it made that stand") {
      .int($0.promises.count)
    },
    Field("reviewed_count", .number, "how many of these somebody has looked into") { view in
      .int(view.promises.count { view.reader.state(of: $0, view.tracker).isReviewed })
    },
    date("as_of", "the day of its newest answer") { view in
      view.stances.filter(\.stance.isAnswer).compactMap(\.date).max { $0.comes(before: $1) }
    },
  ]

  private static let relations: [Field] = [
    Field(
      "proposals", .list(of: .record(PartyAnswersRecord.self)), "its answers, by proposal"
    ) { .list($0.answers) },
    Field("promises", .list(of: .object(PromiseView.self)), "its promises") { view in
      .list(
        view.tracker.promises(of: view.party.id).map {
          Value(PromiseView(reader: view.reader, tracker: view.tracker, promise: $0))
        })
    },
    Field(
      "states", .list(of: .record(StateCountRecord.self)), "how many of its promises stand where"
    ) { view in
      .list(TrackerCounts(view.reader, view.tracker, view.promises).states)
    },
  ]
}

/// A party's answers to the asks of a proposal.
struct PartyAnswersRecord: TemplateRecord {
  let title: String
  let titleLanguage: String
  let url: String
  let answers: [Value]

  static let table = ObjectTable<PartyAnswersRecord>(
    "answers to a proposal",
    [
      .init("title", .string) { .string($0.title) },
      .init("title_lang", .string) { .string($0.titleLanguage) },
      .init("url", .string) { .string($0.url) },
      .init("answers", .list(of: .object(AnswerView.self))) { .list($0.answers) },
    ])
}

/// A name that a party had.
struct PartyNameRecord: TemplateRecord {
  let name: String
  let language: String
  let start: CalendarPeriod?
  let end: CalendarPeriod?

  static let table = ObjectTable<PartyNameRecord>(
    "name of a party",
    [
      .init("name", .string) { .string($0.name) },
      .init("name_lang", .string) { .string($0.language) },
      .init("start", .any) { Value(date: $0.start?.simplified.first) },
      .init("end", .any) { Value(date: $0.end?.simplified.last) },
    ])
}

/// Where a party stood to a government.
struct PartyRoleRecord: TemplateRecord {
  let role: String
  let mandate: String?
  let start: CalendarPeriod?
  let end: CalendarPeriod?

  static let table = ObjectTable<PartyRoleRecord>(
    "role of a party",
    [
      .init("role", .string) { .string($0.role) },
      .init("mandate", .string) { Value($0.mandate) },
      .init("start", .any) { Value(date: $0.start?.simplified.first) },
      .init("end", .any) { Value(date: $0.end?.simplified.last) },
    ])
}
