import SaanText

/// One value of a chart with all that is known of it.
public struct ChartPoint: Sendable, Hashable {
  /// What the point is about, equal in all series: an area code, a year; the label by default.
  public var key: String
  /// Its name for readers.
  public var label: ChartLabel
  /// Its value.
  public var value: ChartValue
  /// The number as readers see it, where its figure is shown with fewer decimals.
  public var rounded: ExactNumber?
  /// The date the value holds for.
  public var date: CalendarDate?
  /// What its source promises: "about", "more than".
  public var bound = Bound.exact
  /// How its date is known.
  public var dateBasis = DateBasis.stated
  /// What it counts, where that is not what the chart's other values do.
  public var unit: ChartUnit?
  /// What it is a number of, where that is not quite what its chart or series is about.
  public var name: String?
  /// Whether the way of counting changed here, so that it does not compare with what came before.
  public var isBreak = false
  /// Whether it does not compare with the value before it: another producer counts it, or somebody
  /// says that they count unlike things.
  public var isApart = false
  /// Whether this is the value shown elsewhere, out of several.
  public var isPreferred = false
  /// Whether the page is about this point.
  public var isHighlighted = false
  /// What is to be reached.
  public var target: ExactNumber?
  /// What the target promises.
  public var targetBound = Bound.exact
  /// Where the value comes from.
  public var source: String?
  /// Where a click leads.
  public var href: String?

  /// Makes a point.
  public init(
    _ label: ChartLabel, _ value: ChartValue, key: String? = nil, date: CalendarDate? = nil,
    target: ExactNumber? = nil, source: String? = nil, href: String? = nil
  ) {
    self.key = key ?? label.text
    self.label = label
    self.value = value
    self.date = date
    self.target = target
    self.source = source
    self.href = href
  }

  /// Makes a point of a time series.
  public init(date: CalendarDate?, _ value: ChartValue, source: String? = nil) {
    self.init(ChartLabel(date?.iso ?? ""), value, date: date, source: source)
  }

  /// The number with what it promises.
  var bounded: BoundedNumber? { value.number.map { BoundedNumber($0, bound) } }

  /// The number that readers see.
  var shownNumber: ExactNumber? { value.number.map { rounded ?? $0 } }

  /// How many per cent of the target are reached; `nil` where nothing is sure of it.
  var share: BoundedNumber? {
    guard let number = value.number, let target, target > .zero,
      let bound = bound.plus(targetBound.turned), let percent = number.percent(of: target)
    else { return nil }
    return BoundedNumber(percent, bound)
  }

  /// The point with changes.
  public func with(_ change: (inout ChartPoint) -> Void) -> ChartPoint {
    var copy = self
    change(&copy)
    return copy
  }
}

extension ChartPoint {
  /// Whether both hold for one date and give different numbers.
  func disputes(_ other: ChartPoint) -> Bool {
    guard let one = date, let two = other.date, let mine = value.number,
      let theirs = other.value.number, unit == other.unit, name == other.name
    else { return false }
    return mine != theirs && one.agrees(with: two)
  }
}

extension [ChartPoint] {
  /// Whether all hold for one date, or none has any: only then do they make a sum.
  var areOfOneDate: Bool {
    allSatisfy { one in
      allSatisfy { other in
        guard let first = one.date, let second = other.date else {
          return one.date == nil && other.date == nil
        }
        return one.dateBasis == other.dateBasis && first.agrees(with: second)
      }
    }
  }

  /// Whether any two dispute each other, or one without a date the newest: it claims to hold today.
  var hasDispute: Bool {
    if indices.contains(where: { index in
      self[(index + 1)...].contains { self[index].disputes($0) }
    }) {
      return true
    }
    let newest = compactMap { point in point.date.map { (day: $0.lastDay, point) } }
      .max { $0.day < $1.day }?.1
    guard let newest else { return false }
    return contains {
      $0.date == nil && $0.value != newest.value && $0.unit == newest.unit
        && $0.name == newest.name
    }
  }
}
