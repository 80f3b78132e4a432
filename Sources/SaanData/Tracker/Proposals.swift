import SaanText

/// Something that is asked of parties, of a government or of others; its parts are asks.
package struct Proposal: Sendable {
  /// Whether it still stands; a row never vanishes.
  package enum Status: String, Sendable, CaseIterable {
    case active, merged, superseded, retired
  }

  /// Where articles lie that are bodies of proposals, each with the proposal's id.
  package static let folder = "proposals/"

  package let id: String
  /// The list that it belongs to, such as what one forum put forward.
  package internal(set) var set: Localized<String>
  package let number: Int?
  package let title: Localized<String>
  /// What it asks for, in a sentence.
  package let ask: Localized<String>
  package let presenter: Localized<String>?
  package let addressee: Localized<String>?
  package let presentedOn: CalendarPeriod?
  /// Slugs of topics, and areas as they are written.
  package let topics: [String]
  package let areas: [String]
  package let status: Status
  package let legalBasis: Localized<String>?
  package let cost: ExactNumber?
  package let costNote: Localized<String>?
  package let source: SourceID?
  package let row: Int
}

/// One part of a proposal, with what it can be measured by.
package struct Ask: Sendable {
  package let id: String
  /// The id of its proposal.
  package let proposal: String
  package let number: Int?
  package let text: Localized<String>
  /// What tells whether it was done.
  package let measure: Localized<String>?
  package let target: Localized<String>?
  package let source: SourceID?
  package let row: Int
}

/// A party under all the names that it had.
package struct Party: Sendable {
  /// A name and when it had it.
  package struct Name: Sendable {
    package let name: Localized<String>
    package let start: CalendarPeriod?
    package let end: CalendarPeriod?
  }

  /// Where a party stood to a government.
  package enum Side: String, Sendable, CaseIterable { case government, opposition, outside }

  /// Where it stood, and when.
  package struct Role: Sendable {
    package let side: Side
    package let mandate: String?
    package let start: CalendarPeriod?
    package let end: CalendarPeriod?
  }

  package let id: String
  package let name: Localized<String>
  package let shortName: Localized<String>?
  package let founded: CalendarPeriod?
  package let dissolved: CalendarPeriod?
  /// The id of the party that it became part of.
  package let mergedInto: String?
  package let url: String?
  package let note: Localized<String>?
  package let source: SourceID?
  package let row: Int
  package internal(set) var names: [Name] = []
  package internal(set) var roles: [Role] = []

  /// Whether it was not there yet in a period, or no more.
  func isAbsent(in period: CalendarPeriod) -> Bool {
    founded.map { period.lastDay < $0.firstDay } ?? false
      || dissolved.map { $0.lastDay < period.firstDay } ?? false
  }

  /// Whether a name, in whichever language, is one that it has or had.
  func isCalled(_ name: String) -> Bool {
    let all = [self.name, shortName].compactMap { $0 } + names.map(\.name)
    return all.contains { $0.all.contains(name) }
  }
}

/// A day on which people voted.
package struct Election: Sendable {
  package let id: String
  package let name: Localized<String>
  package let date: CalendarPeriod
  package let source: SourceID?
}

/// The time for which somebody governs or sits; promises are counted by it and never over several.
package struct Mandate: Sendable {
  package let id: String
  package let name: Localized<String>
  package let election: String?
  package let start: CalendarPeriod
  package let end: CalendarPeriod?
  package let source: SourceID?
}

/// What a party answered to an ask, once; the last answer is where it stands.
package struct Commitment: Sendable {
  /// Where a party stands.
  package enum Stance: String, Sendable, CaseIterable {
    case agree, disagree, neutral
    case agreeWithConditions = "agree_with_conditions"
    case noReply = "no_reply"
    case notAsked = "not_asked"

    /// Whether the party has said something.
    package var isAnswer: Bool { self != .noReply && self != .notAsked }
  }

  package let party: String
  /// The ask, or the whole proposal.
  package let ask: String?
  package let proposal: String?
  package let election: String?
  package let stance: Stance
  package let conditions: Localized<String>?
  /// The party's own words.
  package let words: Localized<String>?
  package let form: String?
  package let date: CalendarPeriod?
  package let evidence: [SourceID]
  package let row: Int

  /// Whether it says what another answer says, and no more.
  package func saysTheSame(as other: Commitment) -> Bool {
    stance == other.stance && conditions == other.conditions && words == other.words
  }
}

/// Something that was done to be heard: a letter, a march, a campaign.
package struct FollowUp: Sendable {
  package let id: String
  package let method: String
  package let proposals: [String]
  package let promises: [String]
  package let areas: [String]
  package let date: CalendarPeriod
  package let actor: Localized<String>?
  package let addressee: Localized<String>?
  package let result: Localized<String>?
  package let evidence: [SourceID]
  package let nextDue: CalendarPeriod?
  package let row: Int
}

/// A way to follow up, as its users describe it.
package struct FollowUpMethod: Sendable {
  package let method: String
  package let name: Localized<String>
  package let description: Localized<String>?
  package let source: SourceID?
}
