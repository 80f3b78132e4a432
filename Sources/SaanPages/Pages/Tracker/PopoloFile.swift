import SaanData
import SaanFiles
import SaanModel
import SaanText

extension OutputFormat {
  static let popolo: OutputFormat = OutputFormat(
    name: "data/popolo.json",
    summary:
      "Parties, elections, asks and answers under the names of Popolo, where there are parties.",
    plan: { planner in
      planner.site.tracker.value.parties.isEmpty
        ? [] : [planner.job("/data/popolo.json", PopoloFile())]
    })
}

/// The tracker in the words of Popolo (popoloproject.com): parties are organizations, elections are
/// events, asks are motions, and answers to one ask are the votes of one vote event.
private struct PopoloFile: FileSubject {
  var kind: String { "data file" }

  func source(in site: Site) -> Place? { site.place(ofTable: "parties") }

  func write(_ job: Job, _ reader: Reader, into bytes: inout [UInt8]) throws(DiskError) {
    let tracker = reader.tracker
    let document = JSONDocument.members([
      "organizations": .list(tracker.parties.map { organization($0, reader) }),
      "events": .list(tracker.elections.map { event($0, reader) }),
      "motions": .list(tracker.asks.map { motion($0, tracker, reader) }),
      "vote_events": .list(tracker.asks.map { voteEvent($0, tracker, reader) }),
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

  private func voteEvent(_ ask: Ask, _ tracker: Tracker, _ reader: Reader) -> JSONDocument {
    let votes = tracker.parties.compactMap { party -> JSONDocument? in
      guard let answer = tracker.stance(of: party.id, to: ask.id), let option = answer.stance.option
      else { return nil }
      return .members([
        "voter_id": .text(party.id), "option": .text(option),
        "note": JSONDocument(answer.conditions?[reader.tag]),
        "date": JSONDocument(answer.date?.last.iso), "sources": sources(answer.evidence, reader),
      ])
    }
    return .members(["id": .text(ask.id), "motion_id": .text(ask.id), "votes": .list(votes)])
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

extension Commitment.Stance {
  /// Popolo's word for it; `nil` of a party that was not asked.
  fileprivate var option: String? {
    switch self {
    case .agree, .agreeWithConditions: "yes"
    case .disagree: "no"
    case .neutral: "abstain"
    case .noReply: "not voting"
    case .notAsked: nil
    }
  }
}
