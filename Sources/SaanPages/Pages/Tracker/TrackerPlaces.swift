import SaanData
import SaanModel

/// Which promises a page of the tracker shows.
enum TrackerFilter: Sendable, Hashable {
  case all
  case topic(String)
  case progress(Progress)
  case mandate(String)

  /// Where the page lies below the language's prefix.
  var place: String {
    switch self {
    case .all: "promises/"
    case .topic(let slug): "promises/by/topic/\(slug)/"
    case .progress(let progress): "promises/by/status/\(progress.slug)/"
    case .mandate(let id): "promises/by/term/\(id)/"
    }
  }
}

extension Progress {
  /// The word as a part of an address.
  var slug: String { slugOfCode(rawValue) }
}

/// Where the pages of the tracker lie that are no parts of it, below the language's prefix.
enum TrackerPlaces {
  static let method = "promises/method/"
  static let parties = "parties/"

  /// Where the table of all asks or of a topic's lies.
  static func matrix(_ topic: String?) -> String {
    "promises/matrix/" + (topic.map { $0 + "/" } ?? "")
  }
}

extension Tracker {
  /// The topics of promises, in the order in which the table first names them.
  var promisedTopics: [String] {
    var seen = Set<String>()
    return promises.filter(\.isStanding).flatMap(\.topics).filter { seen.insert($0).inserted }
  }
}

extension PromiseEvent.Kind {
  /// What readers call it.
  var phrase: Phrase {
    switch self {
    case .statement: .typeStatement
    case .checkpoint: .typeCheckpoint
    case .vote: .typeVote
    case .budget: .typeBudget
    case .court: .typeCourt
    case .reply: .typeReply
    case .review: .typeReview
    }
  }
}

extension Commitment.Stance {
  /// What readers call it.
  var phrase: Phrase {
    switch self {
    case .agree: .stanceAgree
    case .agreeWithConditions: .stanceAgreeWithConditions
    case .neutral: .stanceNeutral
    case .disagree: .stanceDisagree
    case .noReply: .stanceNoReply
    case .notAsked: .stanceNotAsked
    }
  }
}

extension Progress {
  /// What readers call it.
  var phrase: Phrase {
    switch self {
    case .notResearched: .progressNotResearched
    case .noMovementFound: .progressNoMovementFound
    case .cannotBeChecked: .progressCannotBeChecked
    case .disputed: .progressDisputed
    case .clarifying: .progressClarifying
    case .proposed: .progressProposed
    case .inProgress: .progressInProgress
    case .stalled: .progressStalled
    case .partlyKept: .progressPartlyKept
    case .kept: .progressKept
    case .abandoned: .progressAbandoned
    }
  }
}
