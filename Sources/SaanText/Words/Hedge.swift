/// How much a number promises.
public enum Hedge: Sendable, Hashable, CaseIterable {
  /// It is what was counted.
  case exact
  /// Its source says "about", or it was estimated.
  case about
  /// It is the sum of some parts, and others are missing.
  case atLeast
  /// It counts what has been recorded so far, and nobody says that this is all.
  case recorded
  /// It is a mean or a ratio of what has been recorded so far.
  case amongRecorded

  /// The word that says so.
  public var word: Word? {
    switch self {
    case .exact: nil
    case .about: .about
    case .atLeast: .atLeast
    case .recorded: .recordedSoFar
    case .amongRecorded: .amongRecorded
    }
  }
}
