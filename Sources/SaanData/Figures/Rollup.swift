import SaanText

/// What the values of smaller areas, the rows of a register, or two figures of an area make for it.
package struct Rollup: Sendable {
  /// What was added up.
  package enum Origin: Sendable, Hashable {
    /// The published values of the areas inside it.
    case areas
    /// The rows of a table.
    case register(String)
    /// The published values of two indicators in the area itself, of which one is divided by the
    /// other.
    case ratio

    /// The word for it in files and templates.
    package var word: String {
      switch self {
      case .areas: "areas"
      case .register: "register"
      case .ratio: "ratio"
      }
    }
  }

  package let origin: Origin
  /// The result, in the indicator's unit.
  package let value: ExactNumber
  /// What the values that went in promise together.
  package let bound: Bound
  /// What the values that went in count together, where that is not the indicator's unit.
  package let unit: Localized<UnitName>?
  /// What the values that went in count, where that is not quite what the indicator does.
  package internal(set) var name: Localized<String>?
  /// How many areas inside it have a value, out of how many; of which class, and of which division.
  package let reported: Int
  /// In how many more only some of the areas inside them have one.
  package internal(set) var partly = 0
  package let expected: Int
  package let unitClass: AreaClass?
  package let scheme: String?
  /// Whether nothing is missing: in these areas either, so far as the areas table goes down; of a
  /// register, where somebody has said that it is complete and every row has a value.
  package let isWhole: Bool
  /// How many rows or published values went in.
  package let count: Int
  /// The oldest and the newest as-of date that went in.
  package let oldest: CalendarDate?
  package let newest: CalendarDate?
  /// How these are known.
  package let basis: DateBasis
  /// The published value that it stands beside: of the same year, or the one shown.
  package let published: Observation?
  /// The computed value less the published one; `nil` where the two do not count the same.
  package let difference: ExactNumber?
  /// Of a register: how much of it is known to be there.
  package internal(set) var completeness: Completeness?
  /// Whether more rows can only make it larger: not so a mean or a ratio.
  package internal(set) var addsUp = true
  /// Of a register: whether its days are those of its rows' values, `as_of`.
  package internal(set) var daysAreOfValues = false
  /// Of a register: how many rows it is about, with a value or without.
  package internal(set) var rows: Int?
  /// The published values that went in, by their positions; none of a register's rows; of a ratio
  /// the numerator and the denominator.
  package internal(set) var parts: [Int] = []
  /// Whether any of them may still change, or is but planned.
  package internal(set) var isProvisional = false
  /// The one area inside that has a value, where no other has.
  package internal(set) var only: AreaID?

  /// How many rows it is about, where some of them have no value.
  package var allRows: Int? { rows.flatMap { $0 > count ? $0 : nil } }
  /// Whether rows of a table were counted.
  package var isOfRegister: Bool {
    if case .register = origin { true } else { false }
  }
  /// Whether every area inside it has a value.
  package var isComplete: Bool { completeness == nil ? reported == expected : isWhole }
  /// When the result is of; `nil` where nothing says so.
  package var time: FigureTime? {
    newest.map { FigureTime(from: hasWindow ? oldest : nil, $0, basis) }
  }
  /// Whether result and published value are exact, so that their difference is.
  package var hasExactDifference: Bool {
    bound == .exact && published?.bound == .exact
  }
  /// What the result promises, seen how much went into it.
  package var told: Bound { bound.told(of: extent) }
  /// What the result promises as files say it: nothing of those among which it is exact, for what
  /// is missing may make it larger or smaller.
  package var toldToMachines: Bound? {
    [.amongRecorded, .reported].contains(extent) && bound == .exact ? nil : told
  }
  /// When the result is of, as files say it: the first and the last day with a slash between.
  package var writtenTime: String? {
    guard hasWindow, let oldest, let newest else { return newest?.iso }
    return "\(oldest.firstDay.iso)/\(newest.lastDay.iso)"
  }
  /// Whether the result is a sum of some areas or rows only, so that it must be read "at least".
  package var isAtLeast: Bool { !isWhole && addsUp }
  /// Whether it is of a register that may have more rows than are recorded.
  package var lacksRows: Bool { completeness.map { !$0.isComplete } ?? false }
  /// Whether its parts are of several days, between which it was counted: not so what a register
  /// has so far by the days on which things began.
  package var hasWindow: Bool { oldest != newest && (!lacksRows || daysAreOfValues) }
  /// How much of what there is went into the result.
  package var extent: Extent {
    if lacksRows { return addsUp ? .recorded : .amongRecorded }
    return isAtLeast ? .parts : isWhole ? .whole : .reported
  }
}

/// A value of a smaller area that was not added up.
package struct UnaddedPart: Sendable, Hashable {
  /// Why it was not.
  package enum Reason: String, Sendable, CaseIterable {
    /// It is of another year than the values that were added.
    case date
    /// Its date is not stated, nor that of others.
    case undated
    /// It, or another one, is in a unit of its own.
    case unit
    /// It, or another one, counts something a little different, and has a name of its own.
    case definition
    /// It belongs to several areas jointly, of which some have a value of their own.
    case overlap
    /// It is a rate without the two numbers that it is made of.
    case weight
    /// What it promises, such as "at most", makes no true sum with the others.
    case bound
    /// A sum of those that are known would be too small to say anything of the whole.
    case few
  }

  /// The value's position among the observations.
  package let observation: Int
  package let reason: Reason
  /// The year or span of the values that are added, where this one is of another.
  package var time: CalendarDate?
}
