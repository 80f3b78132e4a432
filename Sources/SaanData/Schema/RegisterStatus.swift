import SaanText

/// How much of what there is stands in a register.
///
/// Somebody has to say so, for no table knows what it lacks: in the table `register_coverage`, or
/// under `coverage` in the table's description.
package enum RegisterStatus: String, Sendable, CaseIterable {
  case complete, partial, unknown

  /// The words for it in tables and descriptions.
  static let words = allCases.map(\.rawValue).joined(separator: " ")
}

/// What the description of a table says of its completeness.
package struct ResourceCoverage: Sendable {
  package let status: RegisterStatus
  /// The day, month or year that it was so.
  package let asOf: CalendarPeriod
  package let note: Localized<String>?
  /// Where it is said, and where its day stands.
  package let place: Place
  package let datePlace: Place
}
