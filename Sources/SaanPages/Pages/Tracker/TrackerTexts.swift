import SaanData
import SaanText

/// What pages say of the tracker's rows, by which search finds them.
///
/// All of it is what stands on the page of a row for its reader; words of templates are not.
struct TrackerTexts: Sendable {
  let reader: Reader
  private let tracker: Tracker

  init(_ reader: Reader) {
    self.reader = reader
    tracker = reader.tracker
  }

  private func words(_ texts: Localized<String>?...) -> [String] {
    texts.compactMap { $0?.spoken(for: reader.tag).text }
  }

  /// A proposal with its asks, their answers and how it was followed up.
  func texts(of proposal: Proposal) -> [String] {
    let own = words(
      proposal.set, proposal.presenter, proposal.addressee, proposal.legalBasis, proposal.costNote)
    let asks = tracker.asks(of: proposal.id)
    let answers = tracker.parties.flatMap { party in asks.flatMap { self.answer(party, $0) } }
    return own + asks.flatMap { words($0.text, $0.measure, $0.target) } + answers
      + tracker.promises(forProposal: proposal.id).flatMap { words($0.title) }
      + tracker.followUps(ofProposal: proposal.id).flatMap(texts)
  }

  /// A promise with everything that happened to it.
  func texts(of promise: Promise) -> [String] {
    let events = tracker.events(of: promise.id).flatMap { event in
      words(event.summary, event.reason) + [event.bill].compactMap { $0 }
    }
    return [promise.originalText]
      + words(
        tracker.party(promise.party)?.name, promise.criteria, promise.budgetOrigin,
        promise.retiredReason, promise.mandate.flatMap { tracker.mandate($0) }?.name)
      + events + promise.asks.compactMap { tracker.ask($0) }.flatMap { words($0.text) }
      + tracker.followUps(ofPromise: promise.id).flatMap(texts)
  }

  /// A party with its answers and the names of its promises.
  func texts(of party: Party) -> [String] {
    words(party.note) + tracker.promises(of: party.id).flatMap { words($0.title) }
      + tracker.asks.flatMap { words($0.text) + answer(party, $0) }
  }

  /// The names that a party has and had, in all languages.
  func names(of party: Party) -> [String] {
    let names = [party.name, party.shortName].compactMap { $0 } + party.names.map(\.name)
    return names.flatMap(\.all)
  }

  /// The ways to follow up, and all that was done.
  var followUps: [String] {
    tracker.methods.flatMap { words($0.name, $0.description) }
      + tracker.followUps.flatMap(texts)
  }

  private func answer(_ party: Party, _ ask: Ask) -> [String] {
    let answer = tracker.stance(of: party.id, to: ask.id)
    return words(answer?.words, answer?.conditions)
  }

  private func texts(of followUp: FollowUp) -> [String] {
    let method = tracker.methods.first { $0.method == followUp.method }
    return words(method?.name, followUp.actor, followUp.addressee, followUp.result)
  }
}

extension Proposal {
  /// When it was put forward.
  var days: [CalendarDate] { [presentedOn].compactMap { $0 }.map(CalendarDate.init) }
}

extension Promise {
  /// When it was made, and until when it is to be kept.
  var days: [CalendarDate] { [madeOn, deadline].compactMap { $0 }.map(CalendarDate.init) }
}
