import SaanText

/// What the values of smaller areas, or the rows of a register, make for an area.
package struct Rollup: Sendable {
  /// What was added up.
  package enum Origin: Sendable, Hashable {
    /// The published values of the areas inside it.
    case areas
    /// The rows of a table.
    case register(String)
  }

  package let origin: Origin
  /// The result, in the indicator's unit.
  package let value: ExactNumber
  /// How many areas inside it have a value, out of how many; of which class, and of which division.
  package let reported: Int
  package let expected: Int
  package let unitClass: AreaClass?
  package let scheme: String?
  /// Whether nothing is missing in these areas either, so far as the areas table goes down.
  package let isWhole: Bool
  /// How many rows or published values went in.
  package let count: Int
  /// Whether rows of the register that would be added up have no value.
  package var lacksValues = false
  /// The oldest and the newest as-of date that went in.
  package let oldest: CalendarDate?
  package let newest: CalendarDate?
  /// Whether that is but the day of publication.
  package let isOfPublication: Bool
  /// The published value that it stands beside: of the same year, or the one shown.
  package let published: Observation?
  /// The computed value less the published one.
  package let difference: ExactNumber?

  /// Whether every area inside it has a value.
  package var isComplete: Bool { reported == expected }
  /// Whether the result is a sum of some areas or rows only, so that it must be read "at least".
  package var isAtLeast: Bool { origin == .areas ? !isWhole : lacksValues }
}
