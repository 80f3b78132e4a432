/// Why a place has no value of its own where something is known of it all the same.
public enum Absence: Sendable, Hashable, CaseIterable {
  /// It has one only together with other places.
  case onlyTogether
  /// Its register may lack rows.
  case ofPartialRegister
  /// Only some of its parts have one.
  case onlyParts

  /// What stands in the value's place.
  public var word: Word {
    switch self {
    case .onlyTogether: .onlyTogether
    case .ofPartialRegister: .partialRegister
    case .onlyParts: .onlyParts
    }
  }
}
