import SaanCharts
import SaanData
import SaanTemplate
import SaanText

/// How a figure of a place changed, and where it stands among others, in words and small drawings.
extension AreaRowView {
  // MARK: Among others

  /// The fewest places of which a drawing says where one of them stands.
  private static let fewestPeers = 5

  /// The values that it is put in one order with.
  var peers: [BoundedNumber] {
    row.standing == nil ? [] : figures.peers(of: row, in: area.area.id)
  }

  /// These as ticks; none where they are few, or where the true place of one is not known.
  var strip: HTML? {
    let peers = peers
    guard let own = row.value, let rankText, peers.count >= Self.fewestPeers,
      !peers.contains(where: \.bound.isOpen)
    else { return nil }
    return SmallDrawing.strip(
      peers.map(\.number), here: own.number, label: prose.sentence([rankText]))
  }

  // MARK: Over time

  /// The values over time, when there are several dates: those that the newest can be held against,
  /// else all.
  private var series: [Observation] {
    let all = valuesOverTime
    guard let last = all.last else { return [] }
    let comparable = all.filter { figures.isComparable($0, with: last) }
    return comparable.count > 1 ? comparable : all
  }

  /// Whether a change from one of these values to the next can be told.
  private func areComparable(_ series: [Observation]) -> Bool {
    series.last.map { last in series.allSatisfy { figures.isComparable($0, with: last) } } ?? false
  }

  private static func hasBreak(_ series: [Observation]) -> Bool {
    series.dropFirst().contains { $0.status.contains(.seriesBreak) }
  }

  /// The values over time that count the same, when there are several dates.
  private var valuesOverTime: [Observation] {
    let values = figures.values(row.indicator, row.area)
    guard values.count > 1 else { return [] }
    let series = Figure(
      indicator: row.indicator, area: row.area, shown: nil, values: values, disagreement: nil,
      rollup: nil
    ).series.filter {
      ValueKind($0, of: indicator) == row.value?.kind && $0.isTogether == observation?.isTogether
    }.successive
    return series.count > 1 ? series : []
  }

  /// How the figure changed; none where its dates are of values that cannot be held together.
  var changeText: String? { areComparable(series) ? trendText : nil }

  var trendText: String? {
    let series = series
    guard let first = series.first, let last = series.last, let start = first.value,
      let end = last.value, let from = first.time, let to = last.time
    else { return nil }
    let unit = row.value.flatMap(unit)
    let isComparable = areComparable(series)
    let producers = [first, last].map { figures.sources[$0.source].producer[reader.tag] }
    let namesProducers = !isComparable && producers[0] != producers[1]
    func amount(_ value: Observation, _ number: ExactNumber) -> String {
      let amount = prose.amount(number, unit, hedge: value.bound)
      let producer = figures.sources[value.source].producer[reader.tag]
      return namesProducers ? "\(amount) (\(producer))" : amount
    }
    let before = (amount(first, start), prose.month(from))
    let after = (amount(last, end), prose.month(to))
    let isKnown =
      isComparable && !Self.hasBreak(series)
      && BoundedNumber(start, first.bound).hasClearOrder(with: BoundedNumber(end, last.bound))
    let change =
      isKnown
      ? prose.change(
        from: before, to: after, start == end ? .level : start < end ? .above : .below)
      : prose.succession(from: before, to: after)
    guard let turn = series.dropFirst().first(where: { $0.status.contains(.seriesBreak) })?.date
    else { return change }
    return change + "; " + prose.seriesBreak(at: prose.month(turn))
  }

  /// How far the newest value is from the oldest: a share of it, of rates in points; none where one
  /// of both is not exact, or they are not counted alike.
  private var change: String? {
    let series = series
    guard let first = series.first, let last = series.last, let start = first.value,
      let end = last.value, first.bound == .exact, last.bound == .exact,
      areComparable(series), !Self.hasBreak(series),
      let difference = end.subtracting(start)
    else { return nil }
    let amount: ExactNumber
    if isInPoints {
      amount = difference
    } else if start.isNegative || end.isNegative {
      // A share of a number below zero has the sign of a fall where the values rose, and nothing
      // falls by more than all of it.
      return nil
    } else {
      guard let share = difference.percent(of: start, decimals: 0) else { return nil }
      amount = share.isZero ? difference.percent(of: start, decimals: 1) ?? share : share
    }
    let sign = amount.isZero ? "±" : amount.isNegative ? "−" : "+"
    let size = (amount.isNegative ? amount.negated ?? amount : amount).trimmed.text()
    return sign + size + (isInPoints ? "" : "%")
  }

  /// Whether a change is told in points, since the values are parts of a hundred.
  private var isInPoints: Bool { row.value.flatMap(unit)?.isPercent ?? false }

  /// The fewest dates that are drawn as a line; two are a value and the one before.
  private static let fewestDates = 3

  var trend: Value {
    guard let text = trendText else { return .none }
    let series = series
    let isComparable = areComparable(series)
    let points = series.compactMap { value in
      value.value.flatMap { number in
        value.date.map { (day: $0.firstDay.dayNumber, value: number) }
      }
    }
    let sentence = prose.sentence([text])
    return Value(
      TrendRecord(
        text: sentence, count: series.count, first: series.first?.date,
        last: series.last?.date, change: change,
        since: series.first?.time.map { prose.since($0) } ?? "", isInPoints: isInPoints,
        isComparable: isComparable,
        drawing: series.count < Self.fewestDates || !isComparable
          ? .none : .html(SmallDrawing.trend(points, label: sentence)),
        previous: Value(
          FigureView(reader: reader, observation: series[series.count - 2], isPicked: false))))
  }
}
