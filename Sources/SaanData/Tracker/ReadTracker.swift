import SaanText

extension Tracker {
  /// Reads the tables of proposals, parties and promises; rows that lack what they cannot be
  /// without are left out, which the readers of tables have told.
  package convenience init(_ statistics: Statistics) {
    let package = statistics.package
    guard Self.tables.contains(where: { package[$0] != nil }) else {
      self.init(TrackerTables())
      return
    }
    let reader = TrackerReader(statistics: statistics)
    var tables = TrackerTables()
    tables.proposals = package.rows("proposals").compactMap(reader.proposal).withOneNamePerSet()
    tables.asks = package.rows("asks").compactMap(reader.ask)
    tables.parties = package.rows("parties").compactMap(reader.party)
    reader.addNames(to: &tables.parties)
    tables.elections = package.rows("elections").compactMap(reader.election)
    tables.mandates = package.rows("mandates").compactMap(reader.mandate)
    tables.commitments = package.rows("commitments").compactMap(reader.commitment)
    tables.promises = package.rows("promises").compactMap(reader.promise)
    tables.events = package.rows("promise_events").compactMap(reader.event).inOrder()
    tables.followUps = package.rows("followups").compactMap(reader.followUp).newestFirst()
    tables.methods = package.rows("followup_methods").compactMap(reader.method)
    self.init(tables)
  }
}

/// Makes records of rows.
private struct TrackerReader {
  let statistics: Statistics

  private func source(_ row: Row) -> SourceID? {
    row.string("source").flatMap { statistics.source($0) }
  }

  private func evidence(_ row: Row) -> [SourceID] {
    var seen = Set<SourceID>()
    return row.listed("evidence").compactMap { statistics.source($0) }
      .filter { seen.insert($0).inserted }
  }

  func proposal(_ row: Row) -> Proposal? {
    guard let id = row.string("id"), let set = row.localized("set"),
      let title = row.localized("title"), let ask = row.localized("ask")
    else { return nil }
    return Proposal(
      id: id, set: set, number: row.integer("number"), title: title, ask: ask,
      presenter: row.localized("presenter"), addressee: row.localized("addressee"),
      presentedOn: row.period("presented_on"), topics: row.listed("topics"),
      areas: row.listed("areas"),
      status: row.string("status").flatMap(Proposal.Status.init) ?? .active,
      legalBasis: row.localized("legal_basis"), cost: row.exactNumber("cost"),
      costNote: row.localized("cost_note"), source: source(row), row: row.index)
  }

  func ask(_ row: Row) -> Ask? {
    guard let id = row.string("id"), let proposal = row.string("proposal"),
      let text = row.localized("text")
    else { return nil }
    return Ask(
      id: id, proposal: proposal, number: row.integer("number"), text: text,
      measure: row.localized("measure"), target: row.localized("target"), source: source(row),
      row: row.index)
  }

  func party(_ row: Row) -> Party? {
    guard let id = row.string("id"), let name = row.localized("name") else { return nil }
    return Party(
      id: id, name: name, shortName: row.localized("short_name"), founded: row.period("founded"),
      dissolved: row.period("dissolved"), mergedInto: row.string("merged_into"),
      url: row.string("url"), note: row.localized("note"), source: source(row), row: row.index)
  }

  /// Adds the names that parties had and where they stood.
  func addNames(to parties: inout [Party]) {
    let places = Dictionary(parties.enumerated().map { ($1.id, $0) }) { first, _ in first }
    func party(_ row: Row) -> Int? { row.string("party").flatMap { places[$0] } }
    for row in statistics.package.rows("party_names") {
      guard let place = party(row), let name = row.localized("name") else { continue }
      parties[place].names.append(
        Party.Name(name: name, start: row.period("start"), end: row.period("end")))
    }
    for row in statistics.package.rows("party_roles") {
      guard let place = party(row), let side = row.string("role").flatMap(Party.Side.init) else {
        continue
      }
      parties[place].roles.append(
        Party.Role(
          side: side, mandate: row.string("mandate"), start: row.period("start"),
          end: row.period("end")))
    }
  }

  func election(_ row: Row) -> Election? {
    guard let id = row.string("id"), let name = row.localized("name"),
      let date = row.period("date")
    else { return nil }
    return Election(id: id, name: name, date: date, source: source(row))
  }

  func mandate(_ row: Row) -> Mandate? {
    guard let id = row.string("id"), let name = row.localized("name"),
      let start = row.period("start")
    else { return nil }
    return Mandate(
      id: id, name: name, election: row.string("election"), start: start, end: row.period("end"),
      source: source(row))
  }

  func commitment(_ row: Row) -> Commitment? {
    guard let party = row.string("party"),
      let stance = row.string("stance").flatMap(Commitment.Stance.init)
    else { return nil }
    return Commitment(
      party: party, ask: row.string("ask"), proposal: row.string("proposal"),
      election: row.string("election"), stance: stance, conditions: row.localized("conditions"),
      words: row.localized("words"), form: row.string("form"), date: row.period("date"),
      evidence: evidence(row), row: row.index)
  }

  func promise(_ row: Row) -> Promise? {
    guard let id = row.string("id"), let party = row.string("party"),
      let title = row.localized("title"), let text = row.string("original_text")
    else { return nil }
    return Promise(
      id: id, party: party, mandate: row.string("mandate"), title: title, originalText: text,
      asks: row.listed("asks"), criteria: row.localized("acceptance_criteria"),
      criteriaOn: row.period("criteria_on"), madeOn: row.period("made_on"),
      deadline: row.period("deadline"), budget: row.exactNumber("budget_baht"),
      budgetOrigin: row.localized("budget_origin"), splitFrom: row.string("split_from"),
      mergedInto: row.string("merged_into"), topics: row.listed("topics"),
      areas: row.listed("areas"), isRetired: row.string("status") == "retired",
      retiredReason: row.localized("retired_reason"),
      reviewEvery: row.integer("review_every") ?? Promise.usualReview, source: source(row),
      page: row.string("page"), row: row.index)
  }

  func event(_ row: Row) -> PromiseEvent? {
    guard let id = row.string("id"), let promise = row.string("promise"),
      let date = row.period("date"), let kind = row.string("type").flatMap(PromiseEvent.Kind.init),
      let summary = row.localized("summary")
    else { return nil }
    let counts = ["votes_for", "votes_against", "votes_abstain"].map { row.integer($0) }
    return PromiseEvent(
      id: id, promise: promise, date: date, kind: kind,
      isReviewed: row.string("review") == "reviewed",
      progress: row.string("progress").flatMap(Progress.init), summary: summary,
      reason: row.localized("reason"), evidence: evidence(row),
      reviewers: row.listed("reviewers"), bill: row.string("bill"),
      votes: counts.allSatisfy { $0 == nil }
        ? nil : .init(inFavour: counts[0], against: counts[1], abstained: counts[2]),
      checkedOn: row.period("checked_on"), row: row.index)
  }

  func followUp(_ row: Row) -> FollowUp? {
    guard let id = row.string("id"), let method = row.string("method"),
      let date = row.period("date")
    else { return nil }
    return FollowUp(
      id: id, method: method, proposals: row.listed("proposals"),
      promises: row.listed("promises"), areas: row.listed("areas"), date: date,
      actor: row.localized("actor"), addressee: row.localized("addressee"),
      result: row.localized("result"), evidence: evidence(row), nextDue: row.period("next_due"),
      row: row.index)
  }

  func method(_ row: Row) -> FollowUpMethod? {
    guard let method = row.string("method"), let name = row.localized("name") else { return nil }
    return FollowUpMethod(
      method: method, name: name, description: row.localized("description"), source: source(row))
  }
}

extension [Proposal] {
  /// The proposals of one set under one name: where one row says it in another language, all do.
  fileprivate func withOneNamePerSet() -> [Proposal] {
    let known = Dictionary(map { ($0.set.all[0], $0.set) }) { one, other in
      other.tags.count > one.tags.count ? other : one
    }
    return map { proposal in
      var proposal = proposal
      proposal.set = known[proposal.set.all[0]] ?? proposal.set
      return proposal
    }
  }
}

extension Row {
  /// The entries of a cell that lists several.
  fileprivate func listed(_ column: String) -> [String] { string(column)?.listed ?? [] }
}
