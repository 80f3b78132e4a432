import SaanData
import SaanModel
import SaanTemplate
import SaanText

extension PageKind {
  static let tracker = PageKind(
    outputs: [.proposals, .promises, .parties] + OutputFormat.promiseFeeds + [.popolo],
    fields: trackerFields,
    ownTemplates: [
      "promises.html": Wording(en: "the tracker of promises", th: "การติดตามคำสัญญา"),
      "promise.html": Wording(en: "promises", th: "คำสัญญา"),
      "party.html": Wording(en: "a party", th: "พรรค"),
      "parties.html": Wording(en: "the list of parties", th: "รายชื่อพรรค"),
      "matrix.html": Wording(en: "the table of asks and parties", th: "ตารางข้อเสนอกับพรรค"),
      "tracker-method.html": Wording(en: "how promises are tracked", th: "วิธีติดตามคำสัญญา"),
    ])
}

extension OutputFormat {
  fileprivate static let proposals: OutputFormat = OutputFormat(
    name: "proposals",
    summary:
      "A page for each row of `proposals` that has no article, where the theme has a template.",
    plan: { planner in
      guard planner.hasTemplate("proposal.html") else { return [] }
      let site = planner.site
      return site.tracker.value.proposals.filter {
        site.entry(Proposal.folder + $0.id) == nil
      }.flatMap { proposal in
        planner.pages(
          Proposal.folder + proposal.id + "/", ProposalPage(id: proposal.id),
          template: "proposal.html", origin: planner.place("proposals", proposal.row))
      }
    })

  fileprivate static let promises: OutputFormat = OutputFormat(
    name: "promises",
    summary:
      "The tracker with its parts by topic, status and term, how it is done, the table of asks and parties, and a page for each promise, where the theme has templates for them.",
    plan: { planner in
      let tracker = planner.site.tracker.value
      guard planner.hasTemplate("promises.html"),
        !tracker.proposals.isEmpty || !tracker.promises.isEmpty
      else { return [] }
      return planner.trackerPages(tracker) + planner.matrixPages(tracker)
        + planner.promisePages(tracker)
    })

  fileprivate static let parties: OutputFormat = OutputFormat(
    name: "parties",
    summary: "The list of parties and a page for each, where the theme has a template.",
    plan: { planner in
      let parties = planner.site.tracker.value.parties
      guard planner.hasTemplate("party.html"), planner.hasTemplate("parties.html"),
        !parties.isEmpty
      else { return [] }
      return planner.pages(TrackerPlaces.parties, PartiesPage(), template: "parties.html")
        + parties.flatMap { party in
          planner.pages(
            party.place, PartyPage(id: party.id), template: "party.html",
            origin: planner.place("parties", party.row))
        }
    })
}

extension Planner {
  /// Where a row of a table stands.
  fileprivate func place(_ table: String, _ row: Int) -> Place? {
    site.figures.package[table].map { $0[row].place }
  }

  /// The tracker, its parts and how it is done.
  fileprivate func trackerPages(_ tracker: Tracker) -> [Job] {
    let standing = tracker.promises.filter(\.isStanding)
    let mandates = Set(standing.compactMap(\.mandate))
    // Which states promises have depends on the day, and addresses do not: each has its page.
    let filters: [TrackerFilter] =
      [.all] + tracker.promisedTopics.map { .topic($0) }
      + (standing.isEmpty ? [] : Progress.allCases.map { .progress($0) })
      + tracker.mandates.filter { mandates.contains($0.id) }.map { .mandate($0.id) }
    let method =
      hasTemplate("tracker-method.html")
      ? pages(TrackerPlaces.method, MethodPage(), template: "tracker-method.html") : []
    return filters.flatMap {
      pages($0.place, TrackerPage(filter: $0), template: "promises.html")
    } + method
  }

  fileprivate func matrixPages(_ tracker: Tracker) -> [Job] {
    guard hasTemplate("matrix.html"), !tracker.parties.isEmpty, !tracker.asks.isEmpty else {
      return []
    }
    return ([nil] + tracker.askedTopics).flatMap { topic in
      pages(TrackerPlaces.matrix(topic), MatrixPage(topic: topic), template: "matrix.html")
    }
  }

  fileprivate func promisePages(_ tracker: Tracker) -> [Job] {
    guard hasTemplate("promise.html") else { return [] }
    return tracker.promises.flatMap { promise in
      pages(
        promise.place, PromisePage(id: promise.id), template: "promise.html",
        origin: place("promises", promise.row))
    }
  }
}

/// A proposal that has no article.
private struct ProposalPage: Subject {
  let id: String

  var kind: String { "proposal" }
  func title(of page: PageView) -> TitledText? { row(page).map { page.resolved($0.title) } }
  func lead(of page: PageView) -> TitledText? { row(page).map { page.resolved($0.ask) } }
  func parents(of page: PageView) -> [Value]? {
    let path = page.reader.path(Proposal.folder, page.reader.language)
    return page.reader.publishes(path) ? [page.link(.proposalsTitle, to: Proposal.folder)] : []
  }

  func searchTexts(of page: PageView) -> [String] { page.trackedTexts }

  private func row(_ page: PageView) -> Proposal? { page.reader.tracker.proposal(id) }
}

/// The tracker, or a part of it.
private struct TrackerPage: Subject {
  let filter: TrackerFilter

  var kind: String { "promises" }
  func source(in site: Site) -> Place? { site.place(ofTable: "promises") }
  func title(of page: PageView) -> TitledText? {
    let reader = page.reader
    let part: String? =
      switch filter {
      case .all: nil
      case .topic(let slug): reader.title(ofTopic: slug)?[reader.tag] ?? slug
      case .progress(let progress): reader.phrase(progress.phrase)
      case .mandate(let id): reader.tracker.mandate(id)?.name[reader.tag]
      }
    guard let part else { return page.phrase(.trackerTitle) }
    return (reader.phrase(.trackerPart, ["part": part]), reader.tag)
  }
  func lead(of page: PageView) -> TitledText? {
    filter == .all ? page.phrase(.trackerSummary) : nil
  }
  func parents(of page: PageView) -> [Value]? {
    filter == .all ? [] : [page.trackerLink]
  }
  var feedPlace: String? {
    switch filter {
    case .all, .topic: filter.place
    case .progress, .mandate: nil
    }
  }
}

/// Where every party stands to every ask.
private struct MatrixPage: Subject {
  let topic: String?

  var kind: String { "matrix" }
  func source(in site: Site) -> Place? { site.place(ofTable: "commitments") }
  func title(of page: PageView) -> TitledText? {
    guard let title = topic.flatMap({ page.reader.title(ofTopic: $0) }) else {
      return page.phrase(.matrixTitle)
    }
    return (
      page.reader.phrase(.matrixPart, ["part": title[page.reader.tag]]), page.reader.tag
    )
  }
  func lead(of page: PageView) -> TitledText? { page.phrase(.matrixSummary) }
  func parents(of page: PageView) -> [Value]? { [page.trackerLink] }
}

/// How promises are tracked: states, rules and the right of reply.
private struct MethodPage: Subject {
  var kind: String { "tracker_method" }
  func source(in site: Site) -> Place? { site.place(ofTable: "promises") }
  func title(of page: PageView) -> TitledText? { page.phrase(.methodTitle) }
  func lead(of page: PageView) -> TitledText? { page.phrase(.methodSummary) }
  func parents(of page: PageView) -> [Value]? { [page.trackerLink] }
}

/// A promise.
private struct PromisePage: Subject {
  let id: String

  var kind: String { "promise" }
  func title(of page: PageView) -> TitledText? {
    page.reader.tracker.promise(id).map { page.resolved($0.title) }
  }
  func lead(of page: PageView) -> TitledText? { nil }
  func parents(of page: PageView) -> [Value]? { [page.trackerLink] }
  func searchDays(of page: PageView) -> [CalendarDate] {
    page.reader.tracker.promise(id)?.days ?? []
  }
  func searchTexts(of page: PageView) -> [String] {
    page.reader.tracker.promise(id).map(TrackerTexts(page.reader).texts) ?? []
  }
}

/// The list of parties.
private struct PartiesPage: Subject {
  var kind: String { "parties" }
  func source(in site: Site) -> Place? { site.place(ofTable: "parties") }
  func title(of page: PageView) -> TitledText? { page.phrase(.partiesTitle) }
  func lead(of page: PageView) -> TitledText? { page.phrase(.partiesSummary) }
}

/// A party.
private struct PartyPage: Subject {
  let id: String

  var kind: String { "party" }
  func title(of page: PageView) -> TitledText? {
    page.reader.tracker.party(id).map { page.resolved($0.name) }
  }
  func lead(of page: PageView) -> TitledText? { nil }
  func parents(of page: PageView) -> [Value]? {
    [page.link(.partiesTitle, to: TrackerPlaces.parties)]
  }
  var feedPlace: String? { "parties/\(id)/" }
  func otherNames(of page: PageView) -> [String] {
    let names = page.reader.tracker.party(id).map(TrackerTexts(page.reader).names) ?? []
    return names.filter { $0 != page.title }
  }
  func searchTexts(of page: PageView) -> [String] {
    page.reader.tracker.party(id).map(TrackerTexts(page.reader).texts) ?? []
  }
}

extension PageView {
  fileprivate var trackerLink: Value { link(.trackerTitle, to: TrackerFilter.all.place) }

  /// What rows of the tracker say on the page of a proposal, or beside the text of an article.
  var trackedTexts: [String] {
    let texts = TrackerTexts(reader)
    if let proposal { return texts.texts(of: proposal) }
    return page?.front.template?.value == "followups.html" ? texts.followUps : []
  }

  /// The proposal whose page or body this is.
  var proposal: Proposal? {
    if let row = subject as? ProposalPage { return reader.tracker.proposal(row.id) }
    guard let key = entry?.key, key.hasPrefix(Proposal.folder) else { return nil }
    return reader.tracker.proposal(String(key.dropFirst(Proposal.folder.count)))
  }
}

private let trackerFields: [PageField] = [
  .init(
    "tracker", .object(TrackerView.self),
    "proposals, parties and promises; on the page of a part of them, that part"
  ) { page in
    Value(TrackerView(page.reader, filter: (page.subject as? TrackerPage)?.filter ?? .all))
  },
  .init("proposal", .object(ProposalView.self), "the proposal that the page is about") { page in
    page.proposal.map {
      Value(ProposalView(reader: page.reader, tracker: page.reader.tracker, proposal: $0))
    } ?? .none
  },
  .init("promise", .object(PromiseView.self), "the promise of a promise's page") { page in
    guard let own = page.subject as? PromisePage,
      let promise = page.reader.tracker.promise(own.id)
    else { return .none }
    return Value(
      PromiseView(reader: page.reader, tracker: page.reader.tracker, promise: promise))
  },
  .init("party", .object(PartyView.self), "the party of a party's page") { page in
    guard let own = page.subject as? PartyPage, let party = page.reader.tracker.party(own.id)
    else { return .none }
    return Value(PartyView(reader: page.reader, tracker: page.reader.tracker, party: party))
  },
  .init("matrix", .object(MatrixView.self), "the table of asks and parties, on its pages") { page in
    guard let own = page.subject as? MatrixPage else { return .none }
    return Value(MatrixView(page.reader, topic: own.topic))
  },
  .init(
    "row_proposals", .list(of: .object(ProposalView.self)),
    "the proposals without an article that name the topic or the place of the page"
  ) { page in
    let tracker = page.reader.tracker
    let named =
      page.rows(tracker.proposals, \.areas) + page.rowsOfTopic(tracker.proposals, \.topics)
    return .list(
      named.filter { page.reader.entry(Proposal.folder + $0.id) == nil }.map {
        Value(ProposalView(reader: page.reader, tracker: tracker, proposal: $0))
      })
  },
  .init(
    "topic_promises", .list(of: .object(PromiseView.self)),
    "the promises that name the topic of a topic's page"
  ) { page in
    let tracker = page.reader.tracker
    return .list(
      page.rowsOfTopic(tracker.promises.filter(\.isStanding), \.topics).map {
        Value(PromiseView(reader: page.reader, tracker: tracker, promise: $0))
      })
  },
  .init(
    "area_promises", .list(of: .object(PromiseView.self)),
    "the promises that name the place of a place's page"
  ) { page in
    let tracker = page.reader.tracker
    return .list(
      page.rows(tracker.promises, \.areas).map {
        Value(PromiseView(reader: page.reader, tracker: tracker, promise: $0))
      })
  },
  .init(
    "area_followups", .list(of: .object(FollowUpView.self)),
    "the follow-ups that name the place of a place's page"
  ) { page in
    let tracker = page.reader.tracker
    return .list(
      page.rows(tracker.followUps, \.areas).map {
        Value(FollowUpView(reader: page.reader, tracker: tracker, followUp: $0))
      })
  },
]

extension PageView {
  /// The rows that name the place that the page is about.
  fileprivate func rows<Row>(_ rows: [Row], _ areas: KeyPath<Row, [String]>) -> [Row] {
    guard let own = subject.area else { return [] }
    let table = reader.areas
    return rows.filter { row in row[keyPath: areas].contains { table[$0]?.id == own.id } }
  }

  /// The rows that name the topic that the page is about.
  fileprivate func rowsOfTopic<Row>(
    _ rows: [Row], _ topics: KeyPath<Row, [String]>
  ) -> [Row] {
    guard let taxonomy = subject.taxonomy, let place = subject.feedPlace else { return [] }
    let path = reader.settings.taxonomies[taxonomy].path
    return rows.filter { row in
      row[keyPath: topics].contains { place == "\(path)/\($0)/" }
    }
  }
}
