import SaanData
import SaanModel
import SaanText

/// What feeds tell of the tracker: one entry for each answer, each event and each follow-up whose
/// day is known.
struct TrackerNews {
  /// An entry with the day that it is of.
  typealias Dated = (day: CalendarDate, item: Feed.Item)

  let reader: Reader
  private let tracker: Tracker

  init(_ reader: Reader) {
    self.reader = reader
    tracker = reader.tracker
  }

  /// What happened to a promise.
  func item(_ event: PromiseEvent) -> Dated? {
    guard let promise = tracker.promise(event.promise),
      let day = day(event.date, event.checkedOn)
    else { return nil }
    // What nobody has reviewed is no finding of ours: it says whose words it is.
    let progress = event.isCheck ? event.progress?.phrase : nil
    let kind = reader.phrase(progress ?? event.kind.phrase)
    let page = reader.absolute(reader.path(promise.place, reader.language)) ?? ""
    return (
      day,
      Feed.Item(
        url: page + "#" + event.anchor,
        title: marked("\(promise.title[reader.tag]) – \(kind)", of: promise),
        published: Moment(day).rfc3339, updated: Moment(day).rfc3339,
        summary: event.kind == .reply ? quoted(event.summary) : told(event.summary))
    )
  }

  /// A party's answer, and what it was before; `nil` for one that says the same again.
  func item(_ answer: Commitment) -> Dated? {
    guard answer.stance.isAnswer, let day = day(answer.date),
      let party = tracker.party(answer.party),
      let proposal = tracker.proposal(of: answer)
    else { return nil }
    let ask = answer.ask.flatMap { tracker.ask($0) }
    let asks = ask.map { [$0.id] } ?? tracker.asks(of: proposal.id).map(\.id)
    let former = asks.map { tracker.answer(before: answer, to: $0) }
    if !former.isEmpty, former.allSatisfy({ $0?.saysTheSame(as: answer) ?? false }) { return nil }
    let old = former.lazy.compactMap { $0?.stance }.first { $0 != answer.stance }
    let stances = [old, answer.stance].compactMap { $0.map { reader.phrase($0.phrase) } }
    let subject = (ask?.text ?? proposal.title)[reader.tag]
    let page = reader.absolute(reader.path(party.place, reader.language)) ?? ""
    let anchor = "ask-" + (ask?.id ?? asks.first ?? proposal.id)
    let conditions = answer.conditions.map {
      reader.phrase(.conditions) + ": " + $0[reader.tag]
    }
    let parts = [answer.words.map(quoted), conditions].compactMap { $0 }
    return (
      day,
      Feed.Item(
        url: "\(page)#\(anchor)",
        id: "\(page)?answer=\(queryEncoded(ask?.id ?? proposal.id))-\(day.iso)",
        title: "\(party.name[reader.tag]) – \(subject): \(stances.joined(separator: " → "))",
        published: Moment(day).rfc3339, updated: Moment(day).rfc3339,
        summary: parts.isEmpty ? nil : parts.joined(separator: " · "))
    )
  }

  /// A letter, a march or a campaign, and what came of it.
  func item(_ followUp: FollowUp) -> Dated? {
    guard let day = day(followUp.date) else { return nil }
    let method = tracker.methods.first { $0.method == followUp.method }?.name[reader.tag]
    let title = [method ?? followUp.method, followUp.addressee?[reader.tag]].compactMap { $0 }
    let page = reader.absolute(reader.path(TrackerFilter.all.place, reader.language)) ?? ""
    return (
      day,
      Feed.Item(
        url: "\(page)#followup-\(followUp.id)", title: title.joined(separator: " – "),
        published: Moment(day).rfc3339, updated: Moment(day).rfc3339,
        summary: followUp.result.map(told))
    )
  }

  /// A title with what is said of a promise that does not stand by itself in front.
  private func marked(_ title: String, of promise: Promise) -> String {
    let status: Phrase? =
      promise.isRetired ? .retired : promise.mergedInto == nil ? nil : .merged
    guard let status else { return title }
    return reader.language.words.text(
      .eventWithStatus, ["status": reader.phrase(status), "name": title], joint: " ")
  }

  /// A text of ours, which says so where it is not in the reader's language.
  private func told(_ text: Localized<String>) -> String {
    let spoken = text.spoken(for: reader.tag)
    return spoken.language == reader.tag
      ? spoken.text : "\(spoken.text) (\(reader.phrase(.notTranslated)))"
  }

  /// What somebody said, word for word, with our translation where we have one.
  private func quoted(_ text: Localized<String>) -> String {
    let (original, shown) = (text.all[0], text.spoken(for: reader.tag).text)
    return shown == original
      ? "“\(original)”" : "“\(original)” \(reader.phrase(.translatedByUs)) \(shown)"
  }

  /// The first of these days that is known and not one to come.
  ///
  /// A month or a year is no day, and the first of it would be a wrong one.
  private func day(_ periods: CalendarPeriod?...) -> CalendarDate? {
    periods.lazy.compactMap { $0?.simplified }.filter { period in
      period.first == period.last && period.last.precision == .day
        && period.last <= reader.today
    }.map(\.last).first
  }
}
