import SaanText

/// A chart in one sentence: highest, lowest, what is missing, which time.
struct Description {
  let chart: Chart
  private var isThai: Bool { chart.language.isThaiReader }
  private var data: ChartData { chart.data }

  var sentence: String {
    guard !data.numbers.isEmpty else { return finished([chart.text.words.empty]) }
    let parts: [String] =
      switch chart.kind.name {
      case ChartKind.line.name, ChartKind.smallMultiples.name: overTime
      case ChartKind.dotPlot.name: allValues
      case ChartKind.progress.name: progress
      case ChartKind.stackedBar.name where data.categories.count == 1: partsOfWhole
      case ChartKind.stackedBar.name, ChartKind.groupedBar.name: bySeries
      case ChartKind.tileMap.name, ChartKind.outlineMap.name: comparison(of: mapPoints) + asOf
      default: comparison(of: data.points) + asOf
      }
    return finished(parts)
  }

  private func finished(_ parts: [String]) -> String {
    if isThai { return parts.joined(separator: " ") }
    let sentence = parts.joined(separator: "; ")
    return sentence.prefix(1).uppercased() + sentence.dropFirst() + "."
  }

  private func pick(_ thai: String, _ english: String) -> String { isThai ? thai : english }

  private func value(_ point: ChartPoint) -> String { chart.valueWithUnit(point) }

  private func items(_ count: Int) -> String {
    let number = ExactNumber(count)
    if data.items != .none { return data.items.text(number, in: chart.language) }
    return pick("\(count) รายการ", count == 1 ? "1 item" : "\(count) items")
  }

  private var mapPoints: [ChartPoint] { ShadedPlaces(chart).placed.map(\.point) }

  // MARK: Comparing

  private func comparison(of points: [ChartPoint]) -> [String] {
    let known = points.filter { $0.value.number != nil }
      .sorted { ($0.value.number ?? .zero) < ($1.value.number ?? .zero) }
    guard let least = known.first, let most = known.last else {
      return [chart.text.words.empty]
    }
    var parts: [String] = []
    if known.count == 1 {
      parts.append(
        pick(
          "มีค่าเดียวคือ \(value(most)) (\(most.label.text))",
          "the only value is \(value(most)) (\(most.label.text))"))
    } else if least.value == most.value {
      parts.append(
        pick(
          "ทั้ง \(items(known.count)) เท่ากันที่ \(value(most))",
          "all \(items(known.count)) stand at \(value(most))"))
    } else {
      let (high, low) = (names(known, like: most), names(known, like: least))
      parts.append(
        pick(
          "จาก \(items(known.count)) ค่าสูงสุดคือ \(value(most)) (\(high))"
            + " ต่ำสุดคือ \(value(least)) (\(low))",
          "the highest of \(items(known.count)) is \(value(most)) (\(high)),"
            + " the lowest \(value(least)) (\(low))"))
      parts += ranks(known)
    }
    return parts + absences(points)
  }

  /// The names of all that share the value, three at most.
  private func names(_ points: [ChartPoint], like one: ChartPoint) -> String {
    let names = points.filter { $0.value == one.value }.map(\.label.text)
    switch names.count {
    case ...1: return one.label.text
    case 2: return names.joined(separator: pick(" และ ", " and "))
    default:
      let rest = names.count - 1
      return pick(
        "\(names[0]) และอีก \(items(rest))", "\(names[0]) and \(rest) more")
    }
  }

  /// Where the page's own place stands.
  private func ranks(_ sorted: [ChartPoint]) -> [String] {
    sorted.filter(\.isHighlighted).map { point in
      let rank = sorted.count { ($0.value.number ?? .zero) > (point.value.number ?? .zero) } + 1
      let place = ordinalText(rank, in: chart.language)
      return pick(
        "\(point.label.text) \(value(point)) เป็นอันดับ\(place) จาก \(items(sorted.count))",
        "\(point.label.text) is \(place) of \(sorted.count) with \(value(point))")
    }
  }

  private func absences(_ points: [ChartPoint]) -> [String] {
    let missing = points.count { $0.value == .missing }
    let other = points.count { $0.value == .notApplicable }
    var parts: [String] = []
    if missing > 0 {
      parts.append(
        pick(
          "\(chart.text.words.noData) \(items(missing))",
          "\(items(missing)) \(missing == 1 ? "has" : "have") \(chart.text.words.noData)"))
    }
    if other > 0 {
      parts.append(
        pick(
          "\(chart.text.words.notApplicable) \(items(other))",
          "\(chart.text.words.notApplicable) to \(items(other))"))
    }
    return parts
  }

  private var asOf: [String] {
    guard let period = period(of: data.points) else { return [] }
    return [pick("ข้อมูล ณ \(period)", "as of \(period)")]
  }

  private func period(of points: [ChartPoint]) -> String? {
    let dates = points.compactMap(\.date).sorted()
    guard let first = dates.first, let last = dates.last else { return nil }
    if first == last { return first.text(.long, in: chart.language) }
    return CalendarPeriod(first, last)?.text(.long, in: chart.language)
  }

  private var bySeries: [String] {
    let parts = data.series.flatMap { series in
      comparison(of: series.points).prefix(1).map {
        series.label.text.isEmpty ? $0 : "\(series.label.text): \($0)"
      }
    }
    return parts + cells + asOf
  }

  /// How many values are missing, over all series.
  private var cells: [String] {
    let missing = data.points.count { $0.value == .missing }
    guard missing > 0 else { return [] }
    return [
      pick(
        "ไม่มีข้อมูล \(missing) ค่า", "\(missing) \(missing == 1 ? "value is" : "values are") missing")
    ]
  }

  // MARK: Parts and targets

  private var partsOfWhole: [String] {
    guard let key = data.categories.first?.key else { return [] }
    let stack = Stack(data, key: key)
    let parts = stack.parts.compactMap { part -> String? in
      guard part.point.value.number != nil else { return nil }
      let name = data.series[part.series].label.text
      guard let number = part.point.value.number, let total = stack.total, stack.low >= 0,
        !stack.hasMissing, let share = number.percent(of: total)
      else { return "\(name) \(value(part.point))" }
      return "\(name) \(value(part.point)) (\(share.text(.upTo(1)))%)"
    }
    let total = stack.total.map { data.unit.text($0, in: chart.language) } ?? ""
    let least = stack.hasMissing ? "\(chart.text.words.atLeast) " : ""
    let list = parts.joined(separator: pick(" ", ", "))
    return [pick("รวม\(least)\(total) แบ่งเป็น \(list)", "\(least)\(total) in all: \(list)")]
      + cells + asOf
  }

  private var progress: [String] {
    data.points.map { point in
      let name = point.label.text.isEmpty ? "" : point.label.text + pick(" ", ": ")
      guard let number = point.value.number, let target = point.target,
        let share = number.percent(of: target)
      else { return name + value(point) }
      let aim = data.unit.text(target, in: chart.language)
      return name
        + pick(
          "\(value(point)) จากเป้าหมาย \(aim) (\(share.text(.upTo(1)))%)",
          "\(value(point)) of a target of \(aim) (\(share.text(.upTo(1)))%)")
    } + asOf
  }

  // MARK: Time

  private var overTime: [String] {
    let changes = data.series.prefix(6).compactMap(change)
    let rest = data.series.count - 6
    let more = rest > 0 ? [pick("และอีก \(rest) ชุดข้อมูล", "and \(rest) more series")] : []
    return changes + more + cells + breaks
  }

  private func change(_ series: ChartSeries) -> String? {
    let known = series.points.filter { $0.value.number != nil }.sorted { left, right in
      guard let one = left.date, let two = right.date else { return false }
      return one < two
    }
    guard let first = known.first, let last = known.last, let from = first.value.number,
      let to = last.value.number
    else { return nil }
    let name = series.label.text.isEmpty ? "" : series.label.text + pick(" ", ": ")
    let (start, end) = (moment(first), moment(last))
    if known.count == 1 {
      return name + pick("\(value(last)) เมื่อ \(end)", "\(value(last)) in \(end)")
    }
    if from == to {
      return name
        + pick(
          "เท่ากันที่ \(value(last)) เมื่อ \(start) และ \(end)",
          "\(value(last)) in both \(start) and \(end)")
    }
    let verb = from < to ? pick("เพิ่มขึ้น", "rises") : pick("ลดลง", "falls")
    return name
      + pick(
        "\(verb)จาก \(value(first)) เมื่อ \(start) เป็น \(value(last)) เมื่อ \(end)",
        "\(verb) from \(value(first)) in \(start) to \(value(last)) in \(end)")
  }

  private func moment(_ point: ChartPoint) -> String {
    let isYear = data.points.allSatisfy { $0.date == nil || $0.date?.precision == .year }
    guard let date = point.date else { return point.label.text }
    return isYear
      ? date.text(.eraYear, in: chart.language) : date.text(.monthYear, in: chart.language)
  }

  private var breaks: [String] {
    guard let point = data.points.first(where: \.isBreak) else { return [] }
    return [pick("เปลี่ยนวิธีนับเมื่อ \(moment(point))", "counted differently from \(moment(point))")]
  }

  // MARK: All values

  private var allValues: [String] {
    let known = data.points.filter { $0.value.number != nil }
      .sorted { ($0.value.number ?? .zero) < ($1.value.number ?? .zero) }
    guard let least = known.first, let most = known.last else { return [] }
    let sources = Set(known.compactMap(\.source)).count
    var parts = [
      pick(
        "มี \(known.count) ค่า" + (sources > 0 ? "จาก \(sources) แหล่ง" : ""),
        (known.count == 1 ? "1 value" : "\(known.count) values")
          + (sources > 0 ? " from \(sources == 1 ? "1 source" : "\(sources) sources")" : ""))
    ]
    if least.value != most.value {
      parts[0] += pick(
        " ตั้งแต่ \(value(least)) ถึง \(value(most))", ", from \(value(least)) to \(value(most))")
    }
    if let used = data.points.first(where: \.isPreferred) {
      let date = used.date.map { " (\($0.text(.long, in: chart.language)))" } ?? ""
      parts.append("\(chart.text.words.preferred)\(pick("คือ", " is")) \(value(used))\(date)")
    }
    if known.hasDispute { parts.append(chart.text.words.disagree) }
    let undated = known.count { $0.date == nil }
    if undated > 0 {
      parts.append(
        pick(
          "ไม่ระบุวันที่ \(undated) ค่า",
          "\(undated) \(undated == 1 ? "has" : "have") no date"))
    }
    return parts
  }
}

extension ChartPoint {
  /// Whether both hold for one date and give different numbers.
  func disputes(_ other: ChartPoint) -> Bool {
    guard let one = date, let two = other.date, let mine = value.number,
      let theirs = other.value.number
    else { return false }
    return mine != theirs && (one.contains(two) || two.contains(one))
  }
}

extension [ChartPoint] {
  /// Whether any two dispute each other.
  var hasDispute: Bool {
    indices.contains { index in self[(index + 1)...].contains { self[index].disputes($0) } }
  }
}
