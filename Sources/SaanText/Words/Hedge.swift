/// How much a number promises.
public enum Hedge: Sendable, Hashable, CaseIterable {
  /// It is what was counted.
  case exact
  /// Its source says "about", or it was estimated.
  case about
  /// It is the sum of some parts, and others are missing.
  case atLeast

  /// The word that says so.
  public var word: Word? {
    switch self {
    case .exact: nil
    case .about: .about
    case .atLeast: .atLeast
    }
  }
}
