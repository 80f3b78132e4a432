import SaanText

/// A number that is known of an area: published, or added up from what lies inside it.
package struct AreaValue: Sendable {
  package let number: ExactNumber
  /// The published value, by its position; `nil` when the number was added up.
  package let observation: Int?
  /// What it counts, in words of its own where the indicator's do not fit.
  package let name: Localized<String>?
  /// Its unit, in words of its own where the indicator's do not fit.
  package let unit: Localized<UnitName>?
  /// What it counts, in its own or its indicator's words.
  package let kind: ValueKind
  /// The newest day that it is true for.
  package let date: CalendarDate?
  /// Of a sum: the oldest day, where that is another one.
  package var oldest: CalendarDate?
  /// How that is known.
  package let basis: DateBasis
  /// Whether it counts the rows of a register.
  package let isOfRegister: Bool
  /// What its source promises of it, or what the values do that went into a sum.
  package let bound: Bound
  /// How much of what there is went into it.
  package let extent: Extent
  /// Whether nothing is missing in it: only then is it held against another.
  package let isWhole: Bool
  /// Of a sum: how many of the areas inside have a value, out of how many, of which class.
  package let reported: Int
  /// In how many more only some of the areas inside them have one.
  package var partly = 0
  package let expected: Int
  package let unitClass: AreaClass?
  /// How many values or rows went into a sum.
  package let count: Int
  /// The one area whose value the sum is.
  package var only: AreaID?
  /// Whether it, or any of the values in a sum, may still change or is but planned.
  package var isProvisional = false
  /// Of a register how many rows the number is about, where some of them have no value.
  package var allRows: Int?

  /// Whether it is the sum of one area's values, and so says nothing of the others.
  package var isOfOneArea: Bool {
    guard observation == nil else { return false }
    return isOfRegister ? !isWhole && reported < 2 : count < 2
  }

  /// Whether another is the very same: the published value, or a sum of one number and time.
  package func isSame(as other: AreaValue?) -> Bool {
    guard let other else { return false }
    return observation == other.observation && number == other.number && date == other.date
      && isOfRegister == other.isOfRegister
  }

  /// When it is of; `nil` where nothing says so.
  package var time: FigureTime? {
    date.map { FigureTime(from: oldest, $0, basis) }
  }
  /// What the number promises, seen how much went into it.
  package var told: Bound { bound.told(of: extent) }
  /// The number with what it promises.
  package var bounded: BoundedNumber { BoundedNumber(number, told) }

  /// Whether both count the same at the same time, so that one can be held against the other; not
  /// so what two areas have jointly.
  package func isComparable(with other: AreaValue) -> Bool {
    guard isWhole, other.isWhole, isOfRegister == other.isOfRegister, kind == other.kind,
      observation == nil || observation != other.observation,
      bounded.hasClearOrder(with: other.bounded)
    else { return false }
    guard let date, let theirs = other.date else { return false }
    return date.yearOrSpan == theirs.yearOrSpan
  }
}

/// Where an area stands among the areas of its class that reported, the largest first.
package struct Standing: Sendable, Hashable {
  /// 1 for the largest; equal values share a rank.
  package let rank: Int
  /// How many reported for the same time.
  package let count: Int
  /// How many others have the same value.
  package let level: Int
}

/// What is known of one indicator in one area.
package struct ProfileRow: Sendable {
  package let indicator: IndicatorID
  /// The area, or the one that stands for it and others jointly.
  package let area: AreaID
  /// The number; `nil` where sources speak of the area without giving one.
  package let value: AreaValue?
  /// The published value that is shown, with or without a number.
  package let shown: Int?
  package internal(set) var standing: Standing?
  /// The values that it is put in one order with, by their position in `AreaProfiles`.
  var order: Int?
}

/// What is known of every area, worked out once.
package struct AreaProfiles: Sendable {
  /// By area, in the order of the indicators.
  package internal(set) var rows = ByID<Area, [ProfileRow]>([])
  /// The areas that rows of registers or organisations lie in, with everything around them.
  package internal(set) var withRecords: Set<AreaID> = []
  /// The values of areas that were put in one order, the largest first.
  var orders: [[BoundedNumber]] = []

  init() {}

  /// Whether anything is known of an area.
  package func knows(_ area: AreaID) -> Bool { !rows[area].isEmpty || withRecords.contains(area) }

  /// The values of the areas that a row is put in one order with, its own among them, the largest
  /// first; none where it stands in no order.
  package func peers(of row: ProfileRow) -> [BoundedNumber] { row.order.map { orders[$0] } ?? [] }
}
