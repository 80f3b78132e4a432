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
  /// Why it has no number of its own, where something is known of it all the same.
  public var absence: Absence?
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
  /// Whether it may still change, or is but planned.
  public var isProvisional = false
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

  /// How many per cent of the target are reached, with what that promises; `nil` where nothing is
  /// sure of it.
  func share(in words: LanguageWords) -> String? {
    guard let number = value.number, let target, target > .zero,
      let bound = bound.plus(targetBound.turned)
    else { return nil }
    return number.shareText(of: target, bound).map { words.hedged($0, bound) }
  }

  /// The point with changes.
  public func with(_ change: (inout ChartPoint) -> Void) -> ChartPoint {
    var copy = self
    change(&copy)
    return copy
  }
}

extension ChartPoint {
  /// The year or span that it is of; `nil` also where a date is what the point is about.
  var time: CalendarDate? { label.text == date?.iso ? nil : date?.yearOrSpan }

  /// Whether it may be of a time; nobody knows that of a value without a date.
  public func isOf(_ time: CalendarDate?) -> Bool {
    time == nil || self.time == nil || self.time == time
  }

  /// What stands where it has no number of its own.
  func absenceText(_ words: LanguageWords) -> String { words[absence?.word ?? .noData] }

  /// Whether both hold for one date and give different numbers, which are no ends of a range.
  func disputes(_ other: ChartPoint) -> Bool {
    guard let one = date, let two = other.date, let mine = value.number,
      let theirs = other.value.number, unit == other.unit, name == other.name
    else { return false }
    let areEnds = BoundedNumber(mine, bound).makesRange(with: BoundedNumber(theirs, other.bound))
    return mine != theirs && !areEnds && one.agrees(with: two)
  }
}

extension [ChartPoint] {
  /// What stands where there are no numbers, with how often it does.
  func absences(_ words: LanguageWords) -> [(words: String, count: Int)] {
    let kinds: [Absence?] = Absence.allCases + [nil]
    return kinds.map { why in
      (words[why?.word ?? .noData], count { $0.value == .missing && $0.absence == why })
    }.filter { $0.1 > 0 }
  }

  /// Whether numbers are of spans of unlike length, such as a fiscal year, a half of one or a
  /// calendar year, so that no line leads from one to another.
  var hasUnlikeSpans: Bool {
    Set(filter { $0.value.number != nil && $0.date != nil }.map { $0.date?.months }).count > 1
  }

  /// The year or span that most numbers are of, of several such the newest; `nil` where all that
  /// have a date are of one, as only values of one time are held against each other.
  public var mainTime: CalendarDate? {
    let times = filter { $0.value.number != nil }.compactMap(\.time)
    let counts = Dictionary(times.map { ($0, 1) }, uniquingKeysWith: +)
    guard counts.count > 1 else { return nil }
    let most = counts.values.max()
    return counts.keys.filter { counts[$0] == most }.newest
  }

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
