import SaanData
import SaanFiles
import SaanModel
import SaanText

extension OutputFormat {
  static let popolo: OutputFormat = OutputFormat(
    name: "data/popolo.json",
    summary:
      "Parties, elections, asks, answers and promises under the names of Popolo, where there are parties.",
    plan: { planner in
      planner.site.tracker.value.parties.isEmpty
        ? [] : [planner.job("/data/popolo.json", PopoloFile())]
    })
}

/// The tracker in the words of Popolo (popoloproject.com), as far as it has some: parties are
/// organizations, elections are events, asks are motions, and votes of a house are vote events.
///
/// What a party answers is no vote, and a promise is nothing that Popolo knows: both have members
/// of their own, with Popolo's names in them.
private struct PopoloFile: FileSubject {
  var kind: String { "data file" }

  func source(in site: Site) -> Place? { site.place(ofTable: "parties") }

  func write(_ job: Job, _ reader: Reader, into bytes: inout [UInt8]) throws(DiskError) {
    let tracker = reader.tracker
    let document = JSONDocument.members([
      "organizations": .list(tracker.parties.map { organization($0, reader) }),
      "events": .list(tracker.elections.map { event($0, reader) }),
      "motions": .list(tracker.asks.map { motion($0, tracker, reader) }),
      "vote_events": .list(tracker.events.compactMap { voteEvent($0, reader) }),
      "answers": .list(
        tracker.asks.flatMap { ask in
          tracker.parties.compactMap { answer(of: $0, to: ask, tracker, reader) }
        }),
      "promises": .list(
        tracker.promises.filter(\.isStanding).map { promise($0, tracker, reader) }),
    ])
    bytes += document.bytes
  }

  private func organization(_ party: Party, _ reader: Reader) -> JSONDocument {
    let others = party.names.map { name in
      JSONDocument.members([
        "name": .text(name.name.all[0]), "start_date": JSONDocument(name.start?.first.iso),
        "end_date": JSONDocument(name.end?.last.iso),
      ])
    }
    return .members([
      "id": .text(party.id), "name": .text(party.name[reader.tag]),
      "other_names": JSONDocument(notEmpty: translations(party.name, reader) + others),
      "classification": "party", "founding_date": JSONDocument(party.founded?.first.iso),
      "dissolution_date": JSONDocument(party.dissolved?.last.iso),
      "links": JSONDocument(notEmpty: party.url.map { [.members(["url": .text($0)])] } ?? []),
      "sources": sources([party.source].compactMap { $0 }, reader),
    ])
  }

  /// The names in other languages, which have no place of their own.
  private func translations(_ name: Localized<String>, _ reader: Reader) -> [JSONDocument] {
    name.pairs.filter { $0.value != name[reader.tag] }.map { pair in
      .members(["name": .text(pair.value), "note": JSONDocument(pair.tag?.rawValue)])
    }
  }

  private func event(_ election: Election, _ reader: Reader) -> JSONDocument {
    .members([
      "id": .text(election.id), "name": .text(election.name[reader.tag]),
      "start_date": .text(election.date.first.iso), "classification": "election",
      "sources": sources([election.source].compactMap { $0 }, reader),
    ])
  }

  private func motion(_ ask: Ask, _ tracker: Tracker, _ reader: Reader) -> JSONDocument {
    .members([
      "id": .text(ask.id), "text": .text(ask.text[reader.tag]), "classification": "ask",
      "date": JSONDocument(tracker.proposal(ask.proposal)?.presentedOn?.first.iso),
      "sources": sources([ask.source].compactMap { $0 }, reader),
    ])
  }

  /// How a house voted, of what became of a promise.
  private func voteEvent(_ event: PromiseEvent, _ reader: Reader) -> JSONDocument? {
    guard let votes = event.votes else { return nil }
    let counts = [("yes", votes.inFavour), ("no", votes.against), ("abstain", votes.abstained)]
    return .members([
      "id": .text(event.id), "identifier": JSONDocument(event.bill),
      "start_date": .text(event.date.iso), "promise_id": .text(event.promise),
      "counts": .list(
        counts.compactMap { option, count in
          count.map { .members(["option": .text(option), "value": .count($0)]) }
        }), "sources": sources(event.evidence, reader),
    ])
  }

  /// Where a party stands to an ask, with what it answered before.
  private func answer(
    of party: Party, to ask: Ask, _ tracker: Tracker, _ reader: Reader
  ) -> JSONDocument? {
    guard let last = tracker.stance(of: party.id, to: ask.id) else { return nil }
    let former = tracker.formerAnswers(of: party.id, to: ask.id)
    var said: [(key: String, value: JSONDocument)] = [
      ("organization_id", .text(party.id)), ("motion_id", .text(ask.id)),
    ]
    said += members(of: last, reader)
    if !former.isEmpty {
      said.append(("former", .list(former.map { .object(members(of: $0, reader)) })))
    }
    return .object(said)
  }

  private func members(
    of answer: Commitment, _ reader: Reader
  ) -> [(key: String, value: JSONDocument)] {
    let said = JSONDocument.members([
      "answer": .text(answer.stance.rawValue),
      "conditions": JSONDocument(answer.conditions?[reader.tag]),
      "text": JSONDocument(answer.words?.all[0]), "form": JSONDocument(answer.form),
      "event_id": JSONDocument(answer.election), "date": JSONDocument(answer.date?.iso),
      "sources": sources(answer.evidence, reader),
    ])
    guard case .object(let members) = said else { return [] }
    return members
  }

  /// A promise and what was found of it; whether it is overdue depends on the day of who reads.
  private func promise(
    _ promise: Promise, _ tracker: Tracker, _ reader: Reader
  ) -> JSONDocument {
    let state = reader.state(of: promise, tracker)
    return .members([
      "id": .text(promise.id), "organization_id": .text(promise.party),
      "name": .text(promise.title[reader.tag]), "text": .text(promise.originalText),
      "motion_ids": JSONDocument(notEmpty: promise.asks.map { .text($0) }),
      "date": JSONDocument(promise.madeOn?.iso), "deadline": JSONDocument(promise.deadline?.iso),
      "progress": .text(state.progress.rawValue), "since": JSONDocument(state.since?.iso),
      "checked_on": JSONDocument(state.checkedOn?.iso),
      "sources": sources([promise.source].compactMap { $0 }, reader),
    ])
  }

  private func sources(_ ids: [SourceID], _ reader: Reader) -> JSONDocument? {
    JSONDocument(
      notEmpty: ids.map { id in
        let source = reader.figures.sources[id]
        return .members([
          "url": JSONDocument(source.url), "note": .text(source.title[reader.tag]),
        ])
      })
  }
}
