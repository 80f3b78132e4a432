/// How much a number promises: what its source says beside it, or what became of a sum.
///
/// The raw values are the words of the column `bound` of the `observations` table.
public enum Bound: String, Sendable, Hashable, CaseIterable {
  /// It is what was counted.
  case exact
  /// Its source says "about", or it was estimated.
  case about
  /// The true number is larger.
  case moreThan = "more_than"
  /// The true number is this or larger; so are sums of which parts are missing.
  case atLeast = "at_least"
  /// The true number is a little smaller.
  case nearly
  /// The true number is this or smaller.
  case atMost = "at_most"
}

/// How much of what there is went into a number.
public enum Extent: Sendable, Hashable, CaseIterable {
  /// All of it.
  case whole
  /// The sum of some parts; others are missing.
  case parts
  /// The count or sum of what a register has so far, and nobody says that this is all.
  case recorded
  /// A mean or a ratio of what a register has so far.
  case amongRecorded
  /// A mean, a ratio or a sum with numbers below zero of those that have a value: what is missing
  /// may make it larger or smaller.
  case reported

  /// Whether it is of a register that may have more rows than are recorded.
  public var lacksRows: Bool { self == .recorded || self == .amongRecorded }
}

extension Bound {
  /// The word that says so of the amount that it is filled with; `nil` where nothing is to be said.
  public func word(of extent: Extent = .whole) -> Word? {
    switch (self, extent) {
    case (.exact, .whole): nil
    case (.exact, .parts), (.atLeast, .whole), (.atLeast, .parts): .atLeast
    case (_, .recorded): .recordedSoFar
    case (_, .amongRecorded): .amongRecorded
    case (_, .reported): .amongReported
    case (.moreThan, _): .moreThan
    case (.about, .whole): .about
    case (.nearly, .whole): .nearly
    case (.atMost, .whole): .atMost
    case (.about, .parts), (.nearly, .parts), (.atMost, .parts): .atLeastAbout
    }
  }

  /// What a number promises, seen how much went into it: more rows would make a sum larger, and a
  /// mean of some is an estimate of that of all.
  public func told(of extent: Extent) -> Bound {
    switch extent {
    case .whole: self
    // Of "at most" nothing is added where parts are missing.
    case .parts, .recorded: withMissingParts ?? .about
    case .amongRecorded, .reported: .about
    }
  }

  /// The sign before the number where a word has no room: `>`, `~`; nothing before an exact one.
  public var sign: String {
    switch self {
    case .exact: ""
    case .about, .nearly: "~"
    case .moreThan: ">"
    case .atLeast: "≥"
    case .atMost: "≤"
    }
  }

  /// Whether the true number may be any larger one.
  public var isOpenAbove: Bool { self == .moreThan || self == .atLeast }

  /// Whether the true number may be any smaller one.
  public var isOpenBelow: Bool { self == .atMost }

  /// Whether the number is but one end of what the true one may be.
  public var isOpen: Bool { isOpenAbove || isOpenBelow }

  /// What a sum of two numbers promises: what both do, and "about" where neither end is open;
  /// `nil` where they lead apart, so that nothing is known of the sum.
  public func plus(_ other: Bound) -> Bound? {
    if self == other || other == .exact { return self }
    switch (self, other) {
    case (.exact, _): return other
    case (.moreThan, .atLeast), (.atLeast, .moreThan): return .moreThan
    case (.nearly, .atMost), (.atMost, .nearly): return .atMost
    default: return isOpen || other.isOpen ? nil : .about
    }
  }

  /// What a number leaves open that is taken away or divided by: of at most so many there is at
  /// least so much left.
  public var turned: Bound {
    switch self {
    case .exact: .exact
    case .about, .nearly: .about
    case .moreThan, .atLeast: .atMost
    case .atMost: .atLeast
    }
  }

  /// What a sum of numbers promises; `nil` where "more than" and "at most", or one of them and
  /// "about", make no number that is true.
  public static func sum(of bounds: some Sequence<Bound>) -> Bound? {
    bounds.reduce(Bound.exact as Bound?) { $0?.plus($1) }
  }

  /// What a sum promises when numbers above zero are missing in it; `nil` of "at most" and
  /// "nearly", which then say nothing.
  public var withMissingParts: Bound? {
    switch self {
    case .exact, .atLeast: .atLeast
    case .moreThan: .moreThan
    case .about: .about
    case .nearly, .atMost: nil
    }
  }
}
